"""What is created is found: operations carried out on real databases, then looked at, on every kind."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
import sqlglot
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot.errors import ParseError

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.providers import providers
from dms_pipeline.providers.postgresql.provision import TARGET as POSTGRESQL
from dms_pipeline.schema.database import Column, ForeignKey, Table, Triggers, Unique
from dms_pipeline.schema.model import ScopeInfo, SetupTable, SyncDirection, SyncSet, SyncSetup, TableName
from dms_pipeline.schema.names import normalise
from dms_pipeline.schema.own import CLOCK, OWN_TABLES
from dms_pipeline.schema.types import Kind, LogicalType
from tests.providers.doing import carry_out, creating, look, opened, target_of, tracking
from tests.strategies import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.base import Provider

LOGICAL = [
    LogicalType(Kind.BOOLEAN),
    LogicalType(Kind.INT16),
    LogicalType(Kind.INT32),
    LogicalType(Kind.INT64),
    LogicalType(Kind.DECIMAL),
    LogicalType(Kind.DECIMAL, precision=19, scale=4),
    LogicalType(Kind.DECIMAL, precision=8, scale=0),
    LogicalType(Kind.FLOAT32),
    LogicalType(Kind.FLOAT64),
    LogicalType(Kind.TEXT),
    LogicalType(Kind.TEXT, length=50),
    LogicalType(Kind.CHAR, length=10),
    LogicalType(Kind.JSON),
    LogicalType(Kind.XML),
    LogicalType(Kind.BINARY),
    LogicalType(Kind.UUID),
    LogicalType(Kind.DATE),
    LogicalType(Kind.TIME),
    LogicalType(Kind.TIMETZ),
    LogicalType(Kind.TIMESTAMP),
    LogicalType(Kind.TIMESTAMPTZ),
]
KEYS = [logical for logical in LOGICAL if logical.kind not in {Kind.JSON, Kind.XML}]


def types_of(provider: Provider) -> Any:
    """The module of types of one kind of database."""
    return import_module(f"{type(provider.target()).__module__.rpartition('.')[0]}.types")


def native_of(provider: Provider, logical: LogicalType) -> str:
    """The type in which one kind of database, or a variant of it, keeps a logical one."""
    flavour = getattr(provider.target(), "flavour", None)
    native: str = types_of(provider).native(logical, *(() if flavour is None else (flavour,)))
    return native


def distinct(name: str) -> str:
    """What tells columns apart in the formats."""
    return normalise(name).lower()


@st.composite
def tables(draw: st.DrawFn) -> Callable[[Provider], Table]:
    """Server tables with any names and types, as a function of the kind of database."""
    name = draw(names())
    column_names = draw(st.lists(names(), min_size=1, max_size=5, unique_by=distinct))
    logicals = [draw(st.sampled_from(KEYS))] + [draw(st.sampled_from(LOGICAL)) for _ in column_names[1:]]
    nullable = [False] + [draw(st.booleans()) for _ in column_names[1:]]

    def made(provider: Provider) -> Table:
        types = types_of(provider)
        key = logicals[0]
        if hasattr(types, "KEY_LETTERS") and key.kind in {Kind.TEXT, Kind.BINARY}:
            key = replace(key, length=50)  # no key without a limit there
        natives = [native_of(provider, logical) for logical in (key, *logicals[1:])]
        return Table(
            name=TableName("", name),
            columns=tuple(
                Column(name=column, native_type=native, logical=types.logical(native), nullable=null)
                for column, native, null in zip(column_names, natives, nullable, strict=True)
            ),
            primary_key=(column_names[0],),
        )

    return made


def drop(provider: Provider, name: TableName) -> str:
    style = provider.traits.style
    return f"DROP TABLE IF EXISTS {style.table(provider.traits.default_schema, name.name)}"


def forget(table: Table) -> Table:
    """What a name that the database gave by itself, or its text, says is not what was meant."""
    return replace(
        table,
        primary_key_name=None,
        text=None,
        columns=tuple(replace(column, identity=None) for column in table.columns),
    )


@given(make=tables())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_table_is_inspected_as_what_was_meant(database_url: str, make: Callable[[Provider], Table]) -> None:
    with opened(database_url) as connection:
        table = make(connection.provider)
        carry_out(connection, [op.CreateTable(table=table)])

        found = look(connection, table.name).tables[table.name]

        connection.run(drop(connection.provider, table.name))

        # A database says of every text how it compares, or of none.
        plainly = replace(found, columns=tuple(replace(column, collation=None) for column in found.columns))
        assert forget(plainly) == forget(table)


@pytest.mark.parametrize("kind", Triggers)
@given(make=tables())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_clients_tables_are_inspected_as_what_was_desired(
    kind: Triggers, database_url: str, make: Callable[[Provider], Table]
) -> None:
    """Table, tracking table and triggers of any server's table, on any client; a second plan finds nothing to do."""
    for server in providers():
        source = make(server)
        entry = SetupTable(name=source.name.name)
        setup = SyncSetup(tables=(entry,))
        document = server.target().document_table(source, entry)
        with opened(database_url) as connection:
            target = target_of(connection)
            client = target.client_table(document, source, frozenset({source.name}))
            side = target.tracking_table(setup, document)
            triggers = target.triggers(setup, document, client, kind)
            carry_out(connection, [*creating(target, client), *tracking(target, setup, document, client, kind)])

            found = look(connection, source.name, tracking=[side.name])

            # Nothing stays for the next example, whose names may differ in case alone.
            connection.run(drop(connection.provider, source.name))
            connection.run(drop(connection.provider, side.name))

            assert found.tables == {client.name: client}
            assert found.tracking_tables == {side.name: side}
            assert found.triggers == {(trigger.table, trigger.name): trigger for trigger in triggers}
            there = found.tables[client.name]
            for trigger in found.triggers.values():
                assert target.kind_of(setup, document, there, trigger) is kind


@pytest.mark.parametrize("logical", LOGICAL, ids=str)
def test_a_type_settles_after_one_round_trip(logical: LogicalType) -> None:
    """From any server to any client, which then serves: the second client is made as the first."""

    def client_of(serving: Provider, target: Target, table: Table) -> Table:
        document = serving.target().document_table(table, SetupTable(name="t"))
        return target.client_table(document, table, frozenset())

    for server in providers():
        for client in providers():
            types = types_of(server)
            native = native_of(server, logical)
            columns = (
                Column(name="k", native_type="integer", logical=types.logical("integer"), nullable=False),
                Column(name="v", native_type=native, logical=types.logical(native), nullable=True),
            )
            first = client_of(
                server, client.target(), Table(name=TableName("", "t"), columns=columns, primary_key=("k",))
            )
            back = client_of(client, server.target(), first)
            second = client_of(server, client.target(), back)
            third = client_of(server, client.target(), client_of(client, server.target(), second))

            assert third == second


def test_scope_tables_and_own_tables_are_found_as_they_are_desired(database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        scope_tables = target.scope_tables("scope_info")
        own = [target.own_table(table) for table in OWN_TABLES]
        carry_out(
            connection,
            [
                *(op.CreateScopeTable(table=table) for table in scope_tables),
                *(op.CreateOwnTable(table=table) for table in own),
            ],
        )

        found = look(connection)

        assert found.scope_tables == {table.name.name: table for table in scope_tables}
        assert found.own_tables == {table.name.name: table for table in own}
        carry_out(
            connection,
            [
                *(op.DropScopeTable(name=table.name.name) for table in scope_tables),
                *(op.DropOwnTable(name=table.name.name) for table in own),
            ],
        )
        found = look(connection)
        assert (found.scope_tables, found.own_tables) == ({}, {})


ODD = SyncSetup(tables=(SetupTable(name='it\'s 50% {a} \\ "é" 😀'),))


def test_a_scope_is_saved_changed_owned_adopted_and_deleted(database_url: str) -> None:
    """The users' properties and the version of a row survive a change of its setup."""
    with opened(database_url) as connection:
        target = target_of(connection)
        carry_out(connection, [op.CreateScopeTable(table=table) for table in target.scope_tables("scope_info")])
        carry_out(connection, [op.CreateOwnTable(table=target.own_table(table)) for table in OWN_TABLES])
        first = ScopeInfo(name="it's", setup=ODD, schema=SyncSet(), version="1.3.0.0", properties="p")
        carry_out(connection, [op.SaveScope(scope_table="scope_info", scope=first)])
        carry_out(connection, [op.OwnScope(scope="it's", pipeline="one", role="server", revision=1)])

        state = look(connection)
        assert state.scopes == {"it's": first}
        assert (state.owners["it's"].pipeline, state.owners["it's"].role) == ("one", "server")

        second = ScopeInfo(name="it's", setup=SyncSetup(), schema=SyncSet(), version="9", last_cleanup_timestamp=5)
        carry_out(connection, [op.SaveScope(scope_table="scope_info", scope=second, replaces=first)])
        carry_out(connection, [op.AdoptScope(scope="it's", pipeline="two", role="client", revision=7)])
        state = look(connection)
        assert state.scopes["it's"] == replace(first, setup=SyncSetup(), last_cleanup_timestamp=5)
        assert (state.owners["it's"].pipeline, state.owners["it's"].revision) == ("two", 7)

        carry_out(connection, [op.DeleteScope(scope_table="scope_info", scope="it's")])
        state = look(connection)
        assert (state.scopes, state.owners) == ({}, {})


def test_a_text_that_cannot_be_read_is_kept_and_says_nothing(database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        carry_out(connection, [op.CreateScopeTable(table=table) for table in target.scope_tables("scope_info")])
        connection.run(
            "INSERT INTO scope_info (sync_scope_name, sync_scope_setup, sync_scope_schema) VALUES ('s', '{', '7')"
        )

        scope = look(connection).scopes["s"]

        assert (scope.setup, scope.schema) == (None, None)
        assert (scope.setup_text, scope.schema_text) == ("{", "7")


PARENT = TableName("", "parent")
CHILD = TableName("", "child")


def family(target: Target) -> tuple[Table, Table]:
    """A client's parent and child, with a key to a unique column, a self reference, and every action."""
    whole = Column(name="id", native_type="integer", logical=LogicalType(Kind.INT32), nullable=False)
    code = Column(name="code", native_type="text", logical=LogicalType(Kind.TEXT), nullable=False)
    other = replace(whole, name="parent_id", nullable=True)
    parent = Table(
        name=PARENT,
        columns=(whole, code, replace(code, name="email")),
        primary_key=("id",),
        uniques=(Unique(name="code_key", columns=("code",), referenced=True), Unique(name="email", columns=("email",))),
    )
    child = Table(
        name=CHILD,
        columns=(whole, other, replace(other, name="child_id"), replace(code, name="parent_code", nullable=True)),
        primary_key=("id",),
        foreign_keys=(
            ForeignKey(
                name="c_c",
                columns=("child_id",),
                parent=CHILD,
                parent_columns=("id",),
                on_delete="SET NULL",
            ),
            ForeignKey(name="c_code", columns=("parent_code",), parent=PARENT, parent_columns=("code",)),
            ForeignKey(
                name="c_p",
                columns=("parent_id",),
                parent=PARENT,
                parent_columns=("id",),
                on_delete="CASCADE",
                on_update="CASCADE",
                deferrable=True,
                initially_deferred=True,
            ),
        ),
    )
    relatives = frozenset({PARENT, CHILD})
    return tuple(  # type: ignore[return-value]
        target.client_table(POSTGRESQL.document_table(table, SetupTable(name=table.name.name)), table, relatives)
        for table in (parent, child)
    )


def test_foreign_keys_and_unique_constraints_are_found_as_they_are_desired(database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        parent, child = family(target)
        carry_out(connection, [*creating(target, parent), *creating(target, child)])

        found = look(connection, PARENT, CHILD)

        assert found.tables == {PARENT: parent, CHILD: child}
        assert [unique.referenced for unique in found.tables[PARENT].uniques] == [True, False]
        carry_out(connection, [])
        connection.run("INSERT INTO parent (id, code, email) VALUES (1, 'a', 'A'), (2, 'b', 'a')")
        connection.run("INSERT INTO child (id, parent_id, child_id, parent_code) VALUES (1, 1, 1, 'a')")
        connection.run("UPDATE parent SET id = 3 WHERE id = 1")
        assert connection.value("SELECT parent_id FROM child") == 3


def test_a_foreign_key_to_a_table_outside_of_the_scope_is_left_out() -> None:
    _, child = family(POSTGRESQL)
    document = POSTGRESQL.document_table(child, SetupTable(name="child"))

    for provider in providers():
        kept = provider.target().client_table(document, child, frozenset({CHILD})).foreign_keys

        # A database of MariaDB has a key of one name, so that its table stands before it there.
        assert [(key.parent, (key.name or "").removeprefix("child_")) for key in kept] == [(CHILD, "c_c")]


def plain(target: Target, name: str, *columns: str, nullable: bool = True) -> Table:
    del target
    return Table(
        name=TableName("", name),
        columns=tuple(
            Column(name=column, native_type="text", logical=LogicalType(Kind.TEXT), nullable=nullable and place > 0)
            for place, column in enumerate(columns)
        ),
        primary_key=columns[:1],
    )


BAD_NAMES = ["a.b", " a", "a ", 'a"b', "a]b", "[a", "", "한국"]


def test_names_with_a_per_cent_sign_are_refused_where_the_driver_marks_values_by_it() -> None:
    for provider in providers():
        target = provider.target()
        marks = target.traits.style.mark == "%s"
        for table in (plain(target, "50%", "id"), plain(target, "t", "id", "50%")):
            with pytest.raises(errors.UnsupportedName, match="per cent") if marks else nullcontext():
                target.document_table(table, SetupTable(name=table.name.name))


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_the_formats_cannot_hold_are_refused(name: str) -> None:
    for provider in providers():
        target = provider.target()
        with pytest.raises(errors.UnsupportedName):
            target.document_table(plain(target, name, "id"), SetupTable(name=name))
        with pytest.raises(errors.UnsupportedName):
            target.document_table(plain(target, "t", "id", name), SetupTable(name="t"))


@pytest.mark.parametrize("name", ["sync_scope_id", "SYNC_TIMESTAMP", "sync_row_is_tombstone", "DMS_locked"])
def test_reserved_columns_are_refused(name: str) -> None:
    for provider in providers():
        target = provider.target()
        with pytest.raises(errors.UnsupportedName, match="reserved"):
            target.document_table(plain(target, "t", "id", name), SetupTable(name="t"))


def test_names_of_tracking_columns_are_refused_in_a_key_alone() -> None:
    for provider in providers():
        target = provider.target()
        assert target.document_table(plain(target, "t", "id", "timestamp"), SetupTable(name="t")).columns is not None
        with pytest.raises(errors.UnsupportedName):
            target.document_table(plain(target, "t", "timestamp"), SetupTable(name="t"))


def test_columns_that_are_one_in_the_formats_are_refused() -> None:
    for provider in providers():
        target = provider.target()
        with pytest.raises(errors.UnsupportedName, match="same name"):
            target.document_table(plain(target, "t", "id", "a b", "A_B"), SetupTable(name="t"))


def test_tables_whose_triggers_would_have_one_name_are_refused() -> None:
    setup = SyncSetup(tables=(SetupTable(name="a b"), SetupTable(name="A_b")))
    for provider in providers():
        target = provider.target()
        document = target.document_table(plain(target, "a b", "id"), SetupTable(name="a b"))
        with pytest.raises(errors.UnsupportedName, match="A_b"):
            target.triggers(setup, document, None, Triggers.REFERENCE)
        with pytest.raises(errors.UnsupportedName, match="A_b"):
            target.tracking_table(setup, document)


def test_a_tracking_table_may_not_be_a_table_of_the_scope() -> None:
    setup = SyncSetup(tables=(SetupTable(name="a"), SetupTable(name="a_tracking")))
    for provider in providers():
        target = provider.target()
        document = target.document_table(plain(target, "a", "id"), SetupTable(name="a"))
        with pytest.raises(errors.UnsupportedName, match="a_tracking"):
            target.tracking_table(setup, document)
        assert target.tracking_table(replace(setup, tracking_prefix="t_"), document).name == TableName("", "t_a")


def test_a_setup_chooses_columns_without_regard_to_case_in_the_catalogues_order() -> None:
    for provider in providers():
        target = provider.target()
        document = target.document_table(plain(target, "t", "Id", "A", "B"), SetupTable(name="t", columns=("b", "ID")))
        assert [(column.name, column.ordinal) for column in document.columns or ()] == [("Id", 0), ("B", 1)]


def test_what_a_setup_may_not_leave_out_is_refused() -> None:
    for provider in providers():
        target = provider.target()
        table = plain(target, "t", "id", "a", nullable=False)
        with pytest.raises(errors.NoSuchColumn, match="nope"):
            target.document_table(table, SetupTable(name="t", columns=("id", "nope")))
        with pytest.raises(errors.NoPrimaryKey, match="id"):
            target.document_table(table, SetupTable(name="t", columns=("a",)))
        with pytest.raises(errors.ColumnLeftOut, match="a is left out"):
            target.document_table(table, SetupTable(name="t", columns=("id",)))
        download = SetupTable(name="t", columns=("id",), direction=SyncDirection.DOWNLOAD_ONLY)
        assert len(target.document_table(table, download).columns or ()) == 1
        with pytest.raises(errors.NoPrimaryKey, match="no primary key"):
            target.document_table(replace(table, primary_key=()), SetupTable(name="t"))


def test_rows_that_were_there_before_are_tracked_once(database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        setup = SyncSetup(tables=(SetupTable(name="it's"),))
        table = plain(target, "it's", "id", "v")
        document = POSTGRESQL.document_table(table, SetupTable(name="it's"))
        client = target.client_table(document, None, frozenset())
        side = target.tracking_table(setup, document)
        carry_out(connection, creating(target, client))
        connection.run("""INSERT INTO "it's" (id, v) VALUES ('a', 'x'), ('b', 'y')""")
        carry_out(connection, tracking(target, setup, document))
        connection.run("""UPDATE "it's" SET v = 'z' WHERE id = 'b'""")
        if target.traits.serial_writers:
            carry_out(connection, [op.CreateOwnTable(table=target.own_table(CLOCK))])

        track = op.TrackRows(base=client.name, tracking=side.name, key=("id",))
        carry_out(connection, [track, track])

        rows = connection.rows(
            'SELECT id, update_scope_id, sync_row_is_tombstone, "timestamp" > 1000000000000'
            ' FROM "it\'s_tracking" ORDER BY id'
        )
        assert rows == [("a", None, 0, True), ("b", None, 0, True)]


@pytest.mark.parametrize("kind", Triggers)
def test_triggers_and_tracking_tables_are_dropped_without_a_trace(kind: Triggers, database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        setup = SyncSetup(tables=(SetupTable(name="T x"),))
        document = POSTGRESQL.document_table(plain(target, "T x", "id"), SetupTable(name="T x"))
        client = target.client_table(document, None, frozenset())
        side = target.tracking_table(setup, document)
        side_steps = tracking(target, setup, document, client, kind)
        carry_out(connection, [*creating(target, client), *side_steps])
        carry_out(connection, tracking(target, setup, document, client, kind, replaces=True)[1:])  # once more

        carry_out(
            connection,
            [
                *(op.DropTrigger(trigger=trigger) for trigger in target.triggers(setup, document, client, kind)),
                op.DropTrackingTable(base=client.name, table=side.name),
            ],
        )

        found = look(connection, client.name, tracking=[side.name])
        assert (found.triggers, found.tracking_tables) == ({}, {})
        assert found.tables == {client.name: client}


def test_a_column_is_added(database_url: str) -> None:
    with opened(database_url) as connection:
        target = target_of(connection)
        document = POSTGRESQL.document_table(plain(target, "t", "id", "Col or"), SetupTable(name="t"))
        desired = target.client_table(document, None, frozenset())
        carry_out(connection, creating(target, replace(desired, columns=desired.columns[:1])))

        carry_out(connection, [op.AddColumn(table=desired.name, column=desired.columns[1])])

        assert look(connection, desired.name).tables[desired.name].columns == desired.columns


def test_other_tables_are_named_and_rows_are_counted(database_url: str) -> None:
    with opened(database_url) as connection:
        connection.run("CREATE TABLE asked (id integer PRIMARY KEY)")
        connection.run("CREATE TABLE another (id integer PRIMARY KEY)")
        connection.run("INSERT INTO asked VALUES (1), (2)")

        state = look(connection, TableName("", "asked"), TableName("", "missing"))

        assert set(state.tables) == {TableName("", "asked")}
        assert state.other_tables == (TableName("", "another"),)
        assert (state.rows[TableName("", "asked")].count, state.rows[TableName("", "asked")].exact) == (2, True)


def test_every_statement_that_sqlglot_can_parse_is_parsed(database_url: str) -> None:
    """Triggers and functions are beyond it; all else must parse in its dialect."""
    with opened(database_url) as connection:
        target = target_of(connection)
        parent, child = family(target)
        setup = SyncSetup(tables=(SetupTable(name="child"),))
        document = POSTGRESQL.document_table(plain(target, "child", "id"), SetupTable(name="child"))
        side = target.tracking_table(setup, document)
        operations = [
            *creating(target, parent),
            *creating(target, child),
            op.CreateTrackingTable(base=CHILD, table=side),
            op.AddColumn(table=CHILD, column=replace(child.columns[1], name="more")),
            op.TrackRows(base=CHILD, tracking=side.name, key=("id",)),
            op.SaveScope(scope_table="scope_info", scope=ScopeInfo(name="s", setup=ODD)),
            op.OwnScope(scope="s", pipeline="p", role="server", revision=1),
            op.DeleteScope(scope_table="scope_info", scope="s"),
            op.DropTrackingTable(base=CHILD, table=side.name),
        ]
        for operation in operations:
            for statement in target.lower(operation):
                try:
                    parsed = sqlglot.parse(statement, dialect=target.traits.sqlglot_dialect)
                except ParseError as error:
                    raise AssertionError(statement) from error
                assert len(parsed) == 1


def test_changes_not_uploaded_yet_are_counted(database_url: str) -> None:
    """Of a client: recorded here, by nobody's sync, after the mark of its last one."""
    with opened(database_url) as connection:
        target = target_of(connection)
        entries = (SetupTable(name="t"), SetupTable(name="d", direction=SyncDirection.DOWNLOAD_ONLY))
        setup = SyncSetup(tables=entries)
        operations: list[op.Operation] = [
            op.CreateScopeTable(table=table) for table in target.scope_tables("scope_info")
        ]
        for entry in entries:
            document = POSTGRESQL.document_table(plain(target, entry.name, "id"), entry)
            operations += creating(target, target.client_table(document, None, frozenset()))
            operations += tracking(target, setup, document)
        operations.append(op.SaveScope(scope_table="scope_info", scope=ScopeInfo(name="s", setup=setup)))
        carry_out(connection, operations)
        connection.run("INSERT INTO t (id) VALUES ('a'), ('b'), ('c')")
        connection.run("INSERT INTO d (id) VALUES ('a')")
        zero = "'00000000-0000-0000-0000-000000000000'"
        connection.run(f"UPDATE t_tracking SET update_scope_id = {zero} WHERE id = 'c'")

        counted = look(connection, count_unsynced=True).unsynced
        assert counted == {TableName("", "t"): 2}

        connection.run(
            "INSERT INTO scope_info_client (sync_scope_id, sync_scope_name, sync_scope_hash, scope_last_sync_timestamp)"
            f" VALUES ({zero}, 's', 'h', (SELECT max(\"timestamp\") FROM t_tracking))"
        )
        assert look(connection, count_unsynced=True).unsynced == {TableName("", "t"): 0}
        assert look(connection).unsynced == {}
