"""What a look at a MariaDB database finds, as the catalogue writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.plan import operations as op
from dms_pipeline.providers.mariadb.calendar import off_calendar
from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.schema.database import Identity, Triggers
from dms_pipeline.schema.model import ScopeInfo, SetupTable, SyncSet, TableName
from dms_pipeline.schema.types import Kind
from tests.providers.doing import look, opened
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable

T = TableName("", "t")


def test_columns_are_read_with_defaults_numbers_collations_and_expressions(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run(
            "CREATE TABLE t (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            " name varchar(20) COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'it''s', n int, flags set('a','b'),"
            " twice int AS (n * 2) STORED, at timestamp(3) NULL, is_on tinyint(1) DEFAULT 1,"
            " note text DEFAULT 'it''s \\\\', UNIQUE u (name, n))"
        )
        table = look(connection, T).tables[T]

    columns = {column.name: column for column in table.columns}
    assert (columns["id"].native_type, columns["id"].identity) == ("int(10) unsigned", Identity.AUTO_INCREMENT)
    assert (columns["name"].default, columns["name"].collation) == ("'it''s'", "utf8mb4_unicode_ci")
    assert columns["note"].default == "'it''s \\\\'"
    assert (columns["n"].default, columns["n"].nullable) == (None, True)
    assert (columns["twice"].generated, columns["twice"].storage) == ("`n` * 2", "STORED")
    assert columns["flags"].logical.length == len("a,b")
    assert {name: column.logical.kind for name, column in columns.items()} == {
        "id": Kind.INT64,
        "name": Kind.TEXT,
        "n": Kind.INT32,
        "flags": Kind.TEXT,
        "twice": Kind.INT32,
        "at": Kind.TIMESTAMP,
        "is_on": Kind.INT16,
        "note": Kind.TEXT,
    }
    assert [(unique.name, unique.columns) for unique in table.uniques] == [("u", ("name", "n"))]
    assert table.primary_key == ("id",)


def test_keys_with_their_actions_and_other_tables_are_read(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run("CREATE TABLE parent (id int PRIMARY KEY, code varchar(9) UNIQUE)")
        connection.run(
            "CREATE TABLE t (id int PRIMARY KEY, p int, c varchar(9), CONSTRAINT by_id FOREIGN KEY (p)"
            " REFERENCES parent (id) ON DELETE CASCADE, FOREIGN KEY (c) REFERENCES parent (code) ON UPDATE RESTRICT,"
            " CONSTRAINT positive CHECK (id > 0))"
        )
        state = look(connection, T, TableName("", "parent"))

    table, parent = state.tables[T], state.tables[TableName("", "parent")]
    assert [(key.columns, key.parent.name, key.on_delete, key.on_update) for key in table.foreign_keys] == [
        (("c",), "parent", "NO ACTION", "NO ACTION"),
        (("p",), "parent", "CASCADE", "NO ACTION"),
    ]
    assert [unique.referenced for unique in parent.uniques] == [True]
    assert [check.name for check in table.checks] == ["positive"]


def test_an_index_over_the_beginning_of_a_text_is_no_unique_constraint(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run("CREATE TABLE t (id int PRIMARY KEY, a varchar(50), UNIQUE begins (a(3)))")

        assert look(connection, T).tables[T].uniques == ()


@pytest.mark.parametrize(("triggers", "noted"), [(Triggers.REFERENCE, {"hq"}), (Triggers.EXTENDED, set())])
def test_actions_that_fire_no_trigger_are_noted_where_nothing_else_records_them(
    triggers: Triggers, noted: set[str], mariadb_url: str, sqlite_urls: Callable[[], str]
) -> None:
    world = RealWorld.create(mariadb_url, sqlite_urls())
    world.run("hq", "ALTER TABLE `Product` ADD FOREIGN KEY (`Parent`) REFERENCES `Product` (id) ON DELETE SET NULL")
    world.triggers = triggers
    notes = [note for note in world.plan().notes if note.code == "silent-action"]
    world.close()

    assert {note.connection for note in notes} == noted
    said = "Product (Parent): ON DELETE SET NULL fires no trigger here"
    assert any(said in note.message for note in notes) is bool(noted)


def test_a_key_to_a_table_of_another_database_is_noted(
    mariadb_urls: Callable[[], str], sqlite_urls: Callable[[], str]
) -> None:
    """No trigger can be there; a table here that has the same name is another one."""
    url, other = mariadb_urls(), mariadb_urls()
    world = RealWorld.create(url, sqlite_urls())
    there = other.rpartition("/")[2]
    world.run("hq", f"CREATE TABLE `{there}`.`Stock` (id integer PRIMARY KEY)")
    world.run("hq", "DELETE FROM `Product` ORDER BY id DESC")
    world.run("hq", f"ALTER TABLE `Product` ADD FOREIGN KEY (id) REFERENCES `{there}`.`Stock` (id) ON DELETE CASCADE")
    world.wanted = scopes("Product", "Category", "Stock")
    plan = world.plan()
    world.run("hq", "DROP TABLE `Product`")
    world.close()

    assert [note.message[:31] for note in plan.notes if note.connection == "hq"] == ["Product (id): ON DELETE CASCADE"]
    assert not any(
        "Product_by_Stock" in step.operation.trigger.name
        for step in plan.steps
        if isinstance(step.operation, op.CreateTrigger)
    )


def test_dates_that_no_calendar_has_and_times_beyond_a_day_are_found(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run(
            "CREATE TABLE t (id int PRIMARY KEY, day date, moment datetime(3), seen timestamp NULL, hours time, n year)"
        )
        connection.run("SET sql_mode = ''")
        connection.run(
            "INSERT INTO t VALUES (1, '0000-00-00', '2024-00-10 10:00', '0000-00-00', '24:00:01', 0),"
            " (2, '2024-02-00', '1000-01-01', '2024-01-01', '-00:00:01', 1901), (3, NULL, NULL, NULL, NULL, NULL),"
            " (4, '1000-01-01', '9999-12-31 23:59:59.999', '2038-01-19 03:14:07', '24:00:00', 2155)"
        )
        connection.run("CREATE TABLE sound (id int PRIMARY KEY, day date)")
        found = look(connection, T, TableName("", "sound")).off_calendar

    assert {column: (values.count, values.example) for column, values in found[T].items()} == {
        "day": (2, "0000-00-00"),
        "moment": (1, "2024-00-10 10:00:00.000"),
        "seen": (1, "0000-00-00 00:00:00"),
        "hours": (2, "-00:00:01"),
    }
    assert found.keys() == {T}


def test_a_table_that_is_synced_is_not_read_whole_for_them_again(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run("CREATE TABLE t (id int PRIMARY KEY, day date)")
        connection.run("SET sql_mode = ''")
        connection.run("INSERT INTO t VALUES (1, '2024-01-01'), (2, '0000-00-00')")
        table = look(connection, T).tables[T]
        document = TARGET.document_table(table, SetupTable(name="t"))
        synced = ScopeInfo(name="s", schema=SyncSet(tables=(document,)))

        found = [off_calendar(connection, {T: table}, scopes, 1) for scopes in ([], [synced])]

    assert [values.keys() for values in found] == [{T}, set()]
