"""MySQL without a server: wherein it differs is a value, and its SQL is parsed."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
import sqlglot

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.providers import provider_of, providers
from dms_pipeline.providers.mariadb import types
from dms_pipeline.providers.mariadb.connect import _check_server
from dms_pipeline.providers.mariadb.traits import MARIADB
from dms_pipeline.providers.mysql import PROVIDER
from dms_pipeline.providers.mysql.changes import MYSQL as WATCHING
from dms_pipeline.providers.mysql.traits import MYSQL
from dms_pipeline.schema.database import Column, Table, Triggers
from dms_pipeline.schema.model import ScopeInfo, SetupTable, SyncSetup, TableName
from dms_pipeline.schema.own import OWN_TABLES
from dms_pipeline.schema.types import Kind, LogicalType
from tests.providers.doing import creating, tracking
from tests.providers.test_provision import LOGICAL, family, native_of, plain

TARGET = PROVIDER.target()


def test_a_url_says_which_of_the_two_is_meant() -> None:
    assert provider_of("mysql").name == "mysql"
    assert provider_of("mysql+pymysql").name == "mysql"
    assert provider_of("mariadb").name == "mariadb"


def test_the_variant_differs_in_values_alone() -> None:
    mine = {field.name for field in fields(PROVIDER)}
    parent = provider_of("mariadb")
    assert {name for name in mine if getattr(PROVIDER, name) != getattr(parent, name)} == {
        *("name", "schemes", "traits", "engine", "inspect", "target", "changes"),
    }


def test_documents_and_columns_are_as_the_reference_and_the_server_write_them() -> None:
    """No widths of integers, a default as its bare value."""
    columns = (
        Column(name="id", native_type="int", logical=LogicalType(Kind.INT32), nullable=False),
        Column(name="a", native_type="varchar(9)", logical=LogicalType(Kind.TEXT), nullable=True, default="'it''s'"),
    )
    table = plain(TARGET, "t", "id")
    document = TARGET.document_table(type(table)(name=table.name, columns=columns, primary_key=("id",)), T)
    assert document.original_provider == "MySqlSyncProvider, Dotmim.Sync.MySql.MySqlSyncProvider"
    assert [(column.extra_property1, column.default_value) for column in document.columns or ()] == [
        ("int", ""),
        ("varchar(9)", "it's"),
    ]
    client = TARGET.client_table(document, None, frozenset())
    assert [column.native_type for column in client.columns] == ["int", "varchar(9)"]
    over_there = provider_of("mariadb").target().client_table(document, None, frozenset())
    assert [column.native_type for column in over_there.columns] == ["int(11)", "varchar(9)"]


T = SetupTable(name="t")


@pytest.mark.parametrize("logical", LOGICAL, ids=str)
def test_every_type_of_any_server_has_a_place(logical: LogicalType) -> None:
    for server in providers():
        types = __import__(f"dms_pipeline.providers.{_types_of(server.name)}.types", fromlist=["native"])
        native = native_of(server, logical)
        columns = (
            Column(name="k", native_type="integer", logical=types.logical("integer"), nullable=False),
            Column(name="v", native_type=native, logical=types.logical(native), nullable=True),
        )
        source = type(plain(TARGET, "t", "k"))(name=TableName("", "t"), columns=columns, primary_key=("k",))
        document = server.target().document_table(source, T)
        for statement in TARGET.lower(op.CreateTable(table=TARGET.client_table(document, source, frozenset()))):
            assert len(sqlglot.parse(statement, dialect="mysql")) == 1


def _types_of(name: str) -> str:
    return "mariadb" if name == "mysql" else name


def test_every_statement_is_parsed() -> None:
    parent, child = family(TARGET)
    setup = SyncSetup(tables=(SetupTable(name="child"),))
    document = TARGET.document_table(child, SetupTable(name="child"))
    steps = [
        *(op.CreateOwnTable(table=TARGET.own_table(table)) for table in OWN_TABLES),
        *(op.CreateScopeTable(table=table) for table in TARGET.scope_tables("scope_info")),
        *creating(TARGET, parent),
        *creating(TARGET, child),
        *tracking(TARGET, setup, document, child, Triggers.EXTENDED)[:1],
        op.TrackRows(base=child.name, tracking=TARGET.tracking_table(setup, document).name, key=("id",)),
        op.SaveScope(scope_table="scope_info", scope=ScopeInfo(name="s", setup=setup)),
        op.DeleteScope(scope_table="scope_info", scope="s"),
    ]
    for step in steps:
        for statement in TARGET.lower(step):
            assert len(sqlglot.parse(statement, dialect="mysql")) == 1, statement
    for statement in (WATCHING.running, WATCHING.plainly or "", f"SELECT {WATCHING.server}"):
        assert len(sqlglot.parse(statement, dialect="mysql")) == 1


@pytest.mark.parametrize("kind", list(Triggers))
def test_no_trigger_asks_for_a_variable(kind: Triggers) -> None:
    """It may be told another session's."""
    _, child = family(TARGET)
    document = TARGET.document_table(child, SetupTable(name="child"))
    steps = tracking(TARGET, SyncSetup(tables=(SetupTable(name="child"),)), document, child, kind)
    texts = [step.trigger.text for step in steps if isinstance(step, op.CreateTrigger)]

    assert texts
    assert not [text for text in texts if re.search(r"(?<!@)@(?!@)", text)]


def test_a_server_of_the_other_kind_or_an_old_one_is_refused() -> None:
    with pytest.raises(errors.UsageError, match=r"MariaDB 10\.11\.19, the URL says MySQL"):
        _check_server(MYSQL, "5.5.5-10.11.19-MariaDB-0+deb12u1")
    with pytest.raises(errors.UsageError, match=r"MySQL 8\.4\.2, the URL says MariaDB"):
        _check_server(MARIADB, "8.4.2")
    with pytest.raises(errors.UsageError, match=r"the server is MySQL 8\.0"):
        _check_server(MYSQL, "8.0.28")
    with pytest.raises(errors.UsageError, match=r"the server is MariaDB 10\.5"):
        _check_server(MARIADB, "5.5.5-10.5.3-MariaDB")
    _check_server(MYSQL, "8.0.36-0ubuntu0.22.04.1")
    _check_server(MARIADB, "11.4.2-MariaDB-log")


@pytest.mark.parametrize(
    ("server", "native", "client", "expected"),
    [
        ("mysql", "json", "mariadb", "longtext"),
        ("mysql", "json", "mysql", "json"),
        ("mariadb", "uuid", "mysql", "char(36)"),
    ],
)
def test_a_type_that_only_one_of_them_has_is_another_on_the_other(
    server: str, native: str, client: str, expected: str
) -> None:
    columns = (
        Column(name="id", native_type="int", logical=LogicalType(Kind.INT32), nullable=False),
        Column(name="v", native_type=native, logical=types.logical(native), nullable=True),
    )
    source = Table(name=TableName("", "t"), columns=columns, primary_key=("id",))
    document = provider_of(server).target().document_table(source, T)
    made = provider_of(client).target().client_table(document, source, frozenset()).columns[1]

    assert made.native_type == expected
    assert (made.collation is None) is (expected == "json")
