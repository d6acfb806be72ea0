"""What a look at SQLite must not miss, and must not be led astray by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.providers.sqlite.provision import TARGET
from dms_pipeline.providers.sqlite.types import DECLARED, logical
from dms_pipeline.schema.database import Check, Column, Identity, RowEvent, Table, Unique
from dms_pipeline.schema.model import SetupTable, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from tests.providers.doing import look, opened

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection


def name(text: str, schema: str = "") -> TableName:
    return TableName(schema, text)


def seen(connection: Connection, *tables: str) -> list[Table]:
    state = look(connection, *map(name, tables))
    return [state.tables[name(table)] for table in tables]


def test_tables_are_found_without_regard_to_case_and_schema(sqlite_url: str) -> None:
    """SQLite has neither; the name comes back as it was asked for."""
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE Parent (id INTEGER PRIMARY KEY)")
        connection.run("CREATE TABLE child (id INTEGER PRIMARY KEY, p REFERENCES parent)")
        asked = [name("PARENT", "sales"), name("Child", "sales")]

        state = look(connection, *asked)

    assert set(state.tables) == set(asked)
    (key,) = state.tables[asked[1]].foreign_keys
    assert (key.parent, key.parent_columns) == (asked[0], ("id",))


@pytest.mark.parametrize("mode", ["delete", "truncate", "persist", "wal", "memory"])
def test_a13_a_file_with_a_rollback_journal_is_advised_to_use_wal(sqlite_url: str, mode: str) -> None:
    with opened(sqlite_url) as connection:
        connection.value(f"PRAGMA journal_mode = {mode}")

        assert ("rollback-journal" in look(connection).advice) is (mode not in {"wal", "memory"})


def test_only_an_integer_key_of_one_column_is_numbered(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT)")
        connection.run("CREATE TABLE b (id int PRIMARY KEY)")
        connection.run("CREATE TABLE c (id integer, x integer, PRIMARY KEY (x, id))")
        connection.run("CREATE TABLE d (id integer PRIMARY KEY) WITHOUT ROWID")

        tables = seen(connection, "a", "b", "c", "d")

    assert [table.columns[0].identity for table in tables] == [Identity.ROWID, None, None, None]
    assert tables[2].primary_key == ("x", "id")


def test_what_only_the_text_says_is_read_from_it(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE p (a int, b int, PRIMARY KEY (a, b))")
        connection.run(
            "CREATE TABLE t (id integer, v text COLLATE NoCase DEFAULT 'x', w text COLLATE BINARY,"
            " g int AS (id * 2) STORED, a int REFERENCES p2(id), x int, y int, CONSTRAINT ck CHECK (id > 0),"
            " CONSTRAINT pk PRIMARY KEY (id), CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES p ON DELETE CASCADE"
            " DEFERRABLE INITIALLY DEFERRED, UNIQUE (v))"
        )

        (t,) = seen(connection, "t")

    by_name = {column.name: column for column in t.columns}
    assert [by_name[each].collation for each in ("v", "w")] == ["NOCASE", None]
    assert (by_name["v"].default, by_name["g"].generated) == ("'x'", "id * 2")
    assert (t.primary_key_name, t.checks) == ("pk", (Check(name="ck", expression="id > 0"),))
    first, second = t.foreign_keys
    assert (first.columns, first.parent, first.name, first.deferrable) == (("a",), name("p2"), None, False)
    assert (second.columns, second.parent_columns, second.name) == (("x", "y"), ("a", "b"), "fk")
    assert (second.on_delete, second.deferrable, second.initially_deferred) == ("CASCADE", True, True)
    assert t.uniques == (Unique(name="sqlite_autoindex_t_1", columns=("v",)),)


def test_unique_indexes_count_unless_they_have_a_condition_or_an_expression(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE t (id integer PRIMARY KEY, a text, b text)")
        connection.run("CREATE UNIQUE INDEX whole ON t (a, b)")
        connection.run("CREATE UNIQUE INDEX partial ON t (a) WHERE a <> ''")
        connection.run("CREATE UNIQUE INDEX lowered ON t (lower(a))")
        connection.run("CREATE INDEX plain ON t (a)")

        (t,) = seen(connection, "t")

    assert t.uniques == (Unique(name="whole", columns=("a", "b"), is_index=True),)
    assert t.indexes == ()


def test_views_and_virtual_columns_are_left_out(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE t (id integer PRIMARY KEY)")
        connection.run("CREATE VIEW v AS SELECT * FROM t")

        assert set(look(connection, name("t"), name("v")).tables) == {name("t")}


def test_the_applications_own_triggers_are_seen_with_their_event(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE t (id integer PRIMARY KEY, v text)")
        connection.run('CREATE TRIGGER "insert" AFTER UPDATE OF v ON t BEGIN DELETE FROM t WHERE id = 1; END')

        triggers = look(connection, name("t")).triggers

    assert {key: trigger.event for key, trigger in triggers.items()} == {(name("t"), "insert"): RowEvent.UPDATE}


def test_a_large_table_is_counted_up_to_a_limit(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE t (id integer PRIMARY KEY)")
        connection.run(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100001)"
            " INSERT INTO t SELECT i FROM n"
        )

        rows = look(connection, name("t")).rows[name("t")]

    assert (rows.count, rows.exact) == (100_000, False)


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("UUID", LogicalType(Kind.UUID)),
        ("Boolean", LogicalType(Kind.BOOLEAN)),
        ("numeric(19, 4)", LogicalType(Kind.DECIMAL, precision=19, scale=4)),
        ("DECIMAL (10)", LogicalType(Kind.DECIMAL, precision=10, scale=0)),
        ("varchar(50)", LogicalType(Kind.TEXT, length=50)),
        ("character varying(50)", LogicalType(Kind.TEXT, length=50)),
        ("NCHAR(3)", LogicalType(Kind.CHAR, length=3)),
        ("timestamp(3) with time zone", LogicalType(Kind.TIMESTAMPTZ)),
        ("timestamp without time zone", LogicalType(Kind.TIMESTAMP)),
        ("double precision", LogicalType(Kind.FLOAT64)),
        ("INTEGER", LogicalType(Kind.INT64)),
        ("int", LogicalType(Kind.INT32)),
        ("blob", LogicalType(Kind.BINARY)),
    ],
)
def test_declared_types_say_what_their_values_are(declared: str, expected: LogicalType) -> None:
    assert logical(declared) == expected


@pytest.mark.parametrize("declared", ["", "geometry", "integer[]", "varchar(n)", "my type", "1"])
def test_an_unknown_declared_type_is_refused_with_the_list_of_known_ones(declared: str) -> None:
    columns = (
        Column(name="id", native_type="integer", logical=logical("integer"), nullable=False),
        Column(name="x", native_type=declared, logical=logical(declared), nullable=True),
    )
    table = Table(name=name("t"), columns=columns, primary_key=("id",))

    with pytest.raises(errors.UnsupportedType, match=r"column x") as refused:
        TARGET.document_table(table, SetupTable(name="t"))
    assert refused.value.hint is not None
    assert all(word in refused.value.hint for word in DECLARED)


def test_a_server_announces_itself_in_codes_that_every_client_knows(sqlite_url: str) -> None:
    """PostgreSQL's (design decision 6); defaults are SQLite's own expressions and stay at home."""
    with opened(sqlite_url) as connection:
        connection.run(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, u uuid NOT NULL, b boolean DEFAULT 1, n numeric(19,4),"
            " v varchar(50), d double, s timestamptz DEFAULT CURRENT_TIMESTAMP)"
        )
        (table,) = seen(connection, "t")

    document = TARGET.document_table(table, SetupTable(name="t"))

    assert document.original_provider == "NpgsqlSyncProvider, Dotmim.Sync.PostgreSql.NpgsqlSyncProvider"
    assert [(c.original_type_name, c.db_type, c.type_code, c.default_value) for c in document.columns or ()] == [
        ("bigint", 12, "7", None),
        ("uuid", 9, "16", None),
        ("boolean", 3, "1", None),
        ("numeric", 7, "15", None),
        ("character varying", 16, "17", None),
        ("double precision", 8, "4", None),
        ("timestamp with time zone", 27, "14", None),
    ]
    assert [c.is_auto_increment for c in document.columns or ()] == [True] + [False] * 6


def test_two_tables_that_differ_in_their_schema_alone_are_refused() -> None:
    columns = (Column(name="id", native_type="integer", logical=logical("integer"), nullable=False),)
    table = Table(name=name("t", "a"), columns=columns, primary_key=("id",))
    document = TARGET.document_table(table, SetupTable(schema="a", name="t"))

    with pytest.raises(errors.UnsupportedName, match=r"b\.T"):
        TARGET.client_table(document, None, frozenset({name("t", "a"), name("T", "b")}))


def test_a_name_that_is_sqlites_own_is_refused() -> None:
    columns = (Column(name="id", native_type="integer", logical=logical("integer"), nullable=False),)
    document = TARGET.document_table(
        Table(name=name("sqlite_x"), columns=columns, primary_key=("id",)), SetupTable(name="sqlite_x")
    )

    with pytest.raises(errors.UnsupportedName, match="sqlite_"):
        TARGET.client_table(document, None, frozenset())


def test_unique_indexes_tell_pairs_apart_that_the_columns_take_for_equal(sqlite_url: str) -> None:
    """The reference's text columns compare without case and would refuse legal pairs (design decision 31)."""
    with opened(sqlite_url) as connection:
        connection.run("CREATE TABLE t (id integer PRIMARY KEY, v text COLLATE NOCASE)")
        (statement,) = TARGET.lower(op.AddUnique(table=name("t"), unique=Unique(name="u", columns=("v",))))
        connection.run(statement)
        connection.run("INSERT INTO t VALUES (1, 'a'), (2, 'A')")
        with pytest.raises(errors.DatabaseError, match="UNIQUE"):
            connection.run("INSERT INTO t VALUES (3, 'a')")
