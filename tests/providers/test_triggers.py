"""What each kind of triggers records, on real databases."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dms_pipeline import errors
from dms_pipeline.providers import providers
from dms_pipeline.schema.database import Column, Table, Triggers, Unique
from dms_pipeline.schema.model import SetupTable, SyncSetup, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from tests.providers.doing import look, opened, target_of, tracking
from tests.providers.recording import Recorded, T
from tests.suite.abilities import abilities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXPECTED = Path(__file__).parent / "expected"
ITEMS = "CREATE TABLE t (id integer PRIMARY KEY, name text, code text)"
CODES = "CREATE TABLE t (id integer PRIMARY KEY, name text, code varchar(50) UNIQUE)"
ROWS = "INSERT INTO t VALUES (1, 'one', 'a'), (2, 'two', 'b'), (3, 'three', 'c')"


@pytest.mark.parametrize("kind", Triggers)
@pytest.mark.parametrize("provider", [provider.name for provider in providers()])
def test_the_triggers_of_a_table_are_the_expected_file(provider: str, kind: Triggers) -> None:
    """`DMS_WRITE_EXPECTED=1` writes them; they are reviewed like code."""
    target = next(one for one in providers() if one.name == provider).target()
    columns = (
        Column(name="it's", native_type="text", logical=LogicalType(Kind.TEXT), nullable=False),
        Column(name="Order No", native_type="integer", logical=LogicalType(Kind.INT32), nullable=False),
        Column(name="code", native_type="text", logical=LogicalType(Kind.TEXT), nullable=True),
    )
    unique = Unique(name="u", columns=("code", "it's"), collations=("NOCASE", "BINARY"))
    table = Table(name=TableName("", "Order's"), columns=columns, primary_key=("it's", "Order No"), uniques=(unique,))
    setup = SyncSetup(tables=(SetupTable(name="Order's"),))
    document = target.document_table(table, SetupTable(name="Order's"))
    made = [
        statement
        for operation in tracking(target, setup, document, table, kind)[1:]
        for statement in target.lower(operation)
    ]
    text = "".join(f"{statement};\n\n" for statement in made)
    file = EXPECTED / f"{provider}-{kind}-triggers.sql"
    if os.environ.get("DMS_WRITE_EXPECTED"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")


WRITES = (
    "INSERT INTO t VALUES ({id}, 'new', NULL)",
    "UPDATE t SET name = 'changed' WHERE id = {id}",
    "UPDATE t SET name = name WHERE id >= {id}",
    "DELETE FROM t WHERE id = {id}",
)


@given(writes=st.lists(st.tuples(st.sampled_from(WRITES), st.integers(1, 5)), max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_kinds_record_ordinary_writes_alike(writes: list[tuple[str, int]], database_url: str) -> None:
    """Which keys, whether as tombstones, as whose change; a stamp that is older than none it had."""
    found = []
    for kind in Triggers:
        with opened(database_url) as connection:
            for name in ("t", "t_tracking", "dms_clock", "dms_touched"):
                connection.run(f"DROP TABLE IF EXISTS {name}")
            recorded = Recorded.make(connection, kind, ITEMS, rows=[ROWS])
            seen = []
            for statement, number in writes:
                before = recorded.stamps()
                try:
                    recorded.run(statement.format(id=number))
                except errors.DatabaseError:  # the key is there already
                    seen.append(recorded.tombstones())
                    continue
                after = recorded.stamps()
                assert all(after[key] >= stamp for key, stamp in before.items())
                seen.append(recorded.tombstones())
            found.append(seen)

    assert found[0] == found[1]


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Callable[..., Recorded]]:
    """A function that makes a recorded table in a SQLite file, with extended triggers."""
    with opened(sqlite_url) as connection:

        def make(*ddl: str, rows: tuple[str, ...] = (ROWS,)) -> Recorded:
            return Recorded.make(connection, Triggers.EXTENDED, *ddl, rows=rows)

        yield make


CLAUSES = ("", "OR ABORT", "OR FAIL", "OR IGNORE", "OR REPLACE", "OR ROLLBACK")
CLASHES = {
    "after a delete": "INSERT {clause} INTO t VALUES (9, 'back', 'z')",
    "unique clash of an insert": "INSERT {clause} INTO t VALUES (7, 'new', 'a'), (8, 'new', 'q')",
    "unique clash of an update": "UPDATE {clause} t SET code = 'a' WHERE id = 2",
    "key and unique clash": "INSERT {clause} INTO t VALUES (1, 'new', 'b')",
    "key clash of an update": "UPDATE {clause} t SET id = 1 WHERE id = 2",
    "key and unique clash of an update": "UPDATE {clause} t SET id = 1, code = 'c' WHERE id = 2",
    "a key given by the database": "INSERT {clause} INTO t (name, code) VALUES ('new', 'a')",
}


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("clash", CLASHES)
def test_a8_every_clause_leaves_a_record_of_what_it_did(
    sqlite: Callable[..., Recorded], clause: str, clash: str
) -> None:
    recorded = sqlite(CODES)
    recorded.run("INSERT INTO t VALUES (9, 'gone', NULL)", "DELETE FROM t WHERE id = 9")
    recorded.run("UPDATE t SET name = name")
    before = recorded.rows()
    recorded.forget()

    try:
        recorded.run(CLASHES[clash].format(clause=clause))
    except errors.DatabaseError:
        assert clause not in {"OR IGNORE", "OR REPLACE"}

    after = recorded.rows()
    differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert recorded.changed() == {key: key not in after for key in differing}
    assert all(recorded.is_tombstone(key) is (key not in after) for key in before.keys() | after.keys())


def test_a8_the_references_triggers_do_not_record_what_or_replace_removes(sqlite_url: str) -> None:
    with opened(sqlite_url) as connection:
        recorded = Recorded.make(connection, Triggers.REFERENCE, CODES, rows=[ROWS])
        recorded.run("INSERT OR REPLACE INTO t VALUES (7, 'new', 'a')")

        assert 1 not in recorded.present()
        assert recorded.tombstones() == {7: False}


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_a8_a_row_that_is_replaced_through_a_composite_unique_key_is_recorded(
    sqlite: Callable[..., Recorded], recursive: str
) -> None:
    """Whether or not the application lets OR REPLACE fire delete triggers."""
    recorded = sqlite(
        "CREATE TABLE t (a text, b blob, c text COLLATE NOCASE, d integer, PRIMARY KEY (a, b))",
        "CREATE UNIQUE INDEX u ON t (c, d)",
        rows=("INSERT INTO t VALUES ('x', x'00ff', 'Name', 1), ('y', x'01', 'other', 1), ('z', 1.5, NULL, 1)",),
    )
    recorded.run(f"PRAGMA recursive_triggers = {recursive}")
    recorded.run("INSERT OR REPLACE INTO t VALUES ('n', x'02', 'NAME', 1), ('m', x'03', NULL, 1)")

    assert recorded.tombstones() == {("x", b"\x00\xff"): True, ("n", b"\x02"): False, ("m", b"\x03"): False}
    assert recorded.connection.value("SELECT count(*) FROM dms_touched") == 0


def test_a_key_that_is_changed_is_a_delete_and_an_insert(database_url: str) -> None:
    with opened(database_url) as connection:
        recorded = Recorded.make(connection, Triggers.EXTENDED, CODES, rows=[ROWS])
        recorded.run("UPDATE t SET id = 12 WHERE id = 2")

        assert recorded.tombstones() == {2: True, 12: False}

        recorded.run("UPDATE t SET id = 2 WHERE id = 12")

        assert recorded.tombstones() == {2: False, 12: True}


def test_keys_that_are_shifted_are_all_recorded_as_they_are_afterwards(database_url: str) -> None:
    """Each takes the one that the row before it leaves, and one takes its own again."""
    with opened(database_url) as connection:
        recorded = Recorded.make(connection, Triggers.EXTENDED, CODES, rows=[ROWS])
        recorded.run("UPDATE t SET id = -id", "UPDATE t SET id = 4 + id", "UPDATE t SET id = id WHERE id = 2")

        assert recorded.present() == {1, 2, 3}
        assert {key: dead for key, dead in recorded.tombstones().items() if key > 0} == dict.fromkeys((1, 2, 3), False)
        assert {key for key, dead in recorded.tombstones().items() if dead} == {-1, -2, -3}


def test_keys_that_are_swapped_by_one_statement_are_all_rows(postgresql_url: str) -> None:
    with opened(postgresql_url) as connection:
        recorded = Recorded.make(
            connection,
            Triggers.EXTENDED,
            "CREATE TABLE t (id integer PRIMARY KEY DEFERRABLE, name text, code text UNIQUE)",
            rows=[ROWS],
        )
        recorded.run("UPDATE t SET id = CASE id WHEN 1 THEN 2 WHEN 2 THEN 3 ELSE 9 END")

        assert recorded.tombstones() == {1: True, 2: False, 3: False, 9: False}


def test_part_of_a_composite_key_can_change(database_url: str) -> None:
    with opened(database_url) as connection:
        recorded = Recorded.make(
            connection,
            Triggers.EXTENDED,
            'CREATE TABLE t (a integer, dms_stamp varchar(20), "timestamp" integer, PRIMARY KEY (a, dms_stamp))',
            rows=["INSERT INTO t VALUES (1, 'x', 0), (1, 'y', 0)"],
        )
        recorded.run("UPDATE t SET dms_stamp = 'z' WHERE dms_stamp = 'y'")

        assert recorded.tombstones() == {(1, "y"): True, (1, "z"): False}


def test_a_key_that_changes_in_case_alone_stays_a_row(sqlite: Callable[..., Recorded]) -> None:
    """The tracking table holds both spellings for one key (S26): it goes with the row that is there."""
    recorded = sqlite("CREATE TABLE t (id text PRIMARY KEY)", rows=("INSERT INTO t VALUES ('abc')",))
    recorded.run("UPDATE t SET id = 'ABC'")

    assert recorded.tombstones() == {"ABC": False}


def test_a11_truncate_is_a_delete_of_every_row(postgresql_url: str) -> None:
    with opened(postgresql_url) as connection:
        recorded = Recorded.make(connection, Triggers.EXTENDED, CODES, rows=[ROWS])
        recorded.run("UPDATE t SET name = 'x' WHERE id = 1", "TRUNCATE t")

        assert recorded.tombstones() == {1: True, 2: True, 3: True}


def test_a11_truncate_of_a_parent_that_cascades_is_recorded_too(postgresql_url: str) -> None:
    with opened(postgresql_url) as connection:
        recorded = Recorded.make(
            connection,
            Triggers.EXTENDED,
            "CREATE TABLE parent (id integer PRIMARY KEY)",
            "CREATE TABLE t (id integer PRIMARY KEY, parent integer REFERENCES parent)",
            rows=["INSERT INTO parent VALUES (1)", "INSERT INTO t VALUES (1, 1), (2, NULL)"],
        )
        recorded.run("TRUNCATE parent CASCADE")

        assert recorded.tombstones() == {1: True, 2: True}


def test_a11_what_replication_writes_is_recorded(postgresql_url: str) -> None:
    """By extended triggers, and by them alone; a plan would switch on again what has made ordinary ones of them."""
    for kind, recorded in ((Triggers.EXTENDED, {1: False}), (Triggers.REFERENCE, {})):
        with opened(postgresql_url) as connection:
            connection.run("DROP TABLE IF EXISTS t, t_tracking")
            made = Recorded.make(connection, kind, ITEMS, rows=[ROWS])
            connection.execute("SET session_replication_role = replica")
            made.run("UPDATE t SET name = 'x' WHERE id = 1")
            connection.execute("SET session_replication_role = origin")

            assert made.tombstones() == recorded


def test_a7_a_row_that_is_written_again_in_the_same_unit_of_the_clock_has_a_greater_stamp(database_url: str) -> None:
    with opened(database_url) as connection:
        recorded = Recorded.make(connection, Triggers.EXTENDED, ITEMS, rows=[ROWS])
        recorded.run("UPDATE t SET name = name", f'UPDATE t_tracking SET "timestamp" = {FAR} WHERE id = 1')
        for number, statement in enumerate(
            (UPDATE, "DELETE FROM t WHERE id = 1", "INSERT INTO t VALUES (1, 'y', '')"), 1
        ):
            recorded.run(statement)

            assert recorded.stamps()[1] == FAR + number
        recorded.run("UPDATE t SET name = 'x' WHERE id = 2")

        # Another row's stamp is no reason to run ahead of the clock: the reference would send rows again.
        assert recorded.stamps()[2] < FAR


UPDATE = "UPDATE t SET name = 'x' WHERE id = 1"
FAR = 99_990_101_000_000_000  # later than any clock of today, in every unit


def test_no_stamp_is_below_a_mark_whatever_the_clock_says(sqlite: Callable[..., Recorded]) -> None:
    recorded = sqlite(ITEMS)
    recorded.run("UPDATE t SET name = 'x' WHERE id = 1", f"INSERT INTO dms_clock (id, mark) VALUES (1, {FAR})")
    recorded.run("UPDATE t SET name = 'x' WHERE id = 2", "DELETE FROM t WHERE id = 3")

    stamps = recorded.stamps()
    assert stamps[1] < FAR
    assert (stamps[2], stamps[3]) == (FAR + 1, FAR + 1)


def test_stamps_are_the_clock_at_the_moment_of_the_write(postgresql_url: str) -> None:
    """Not at the start of the transaction, as those of the reference are (H1)."""
    with opened(postgresql_url) as connection:
        recorded = Recorded.make(connection, Triggers.EXTENDED, ITEMS, rows=[ROWS])
        connection.execute("BEGIN")
        begun = connection.value("SELECT ceil(extract(epoch FROM now()) * 1000)::bigint")
        connection.execute("SELECT pg_sleep(0.01)")
        connection.execute("UPDATE t SET name = 'x' WHERE id = 1")
        connection.execute("COMMIT")

        assert recorded.stamps()[1] > begun


def test_other_triggers_take_the_place_of_ours_without_a_moment_between(database_url: str) -> None:
    """A writer waits, or is told to try again, until the transaction of the steps is over; else one is there."""
    with opened(database_url) as connection, opened(database_url) as application:
        recorded = Recorded.make(connection, Triggers.REFERENCE, CODES, rows=[ROWS])
        abilities(connection.provider.name).patience(application, 1)
        target, table = target_of(connection), look(connection, T).tables[T]
        setup = SyncSetup(tables=(SetupTable(name="t"),))
        document = target.document_table(table, SetupTable(name="t"))
        steps = tracking(target, setup, document, table, Triggers.EXTENDED, replaces=True)[1:]
        connection.execute("BEGIN")
        for step in steps:
            for number, statement in enumerate(target.lower(step)):
                connection.run(statement)
                if target.traits.transactional_ddl and statement.startswith("DROP TRIGGER"):
                    with pytest.raises(errors.DmsError):
                        application.run("INSERT INTO t VALUES (4, 'four', 'd')")
                elif not target.traits.transactional_ddl:
                    watched = Recorded(application)
                    watched.forget()
                    application.run(f"INSERT INTO t VALUES ({100 + number}, 'new', 'n')")
                    application.run(f"UPDATE t SET name = 'x' WHERE id = {100 + number}")
                    assert watched.changed() == {100 + number: False}
                    application.run(f"DELETE FROM t WHERE id = {100 + number}")
                    assert watched.changed() == {100 + number: True}
                    connection.run("DELETE FROM t_tracking")
        connection.execute("COMMIT")
        application.run("INSERT INTO t VALUES (4, 'four', 'd')")
        application.run("UPDATE t SET id = 5 WHERE id = 4")

        assert recorded.tombstones() == {4: True, 5: False}
