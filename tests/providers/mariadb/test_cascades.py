"""What foreign keys do by themselves on MariaDB, or a variant, is recorded by triggers on the tables above (S11)."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from dms_pipeline import RemoteOrchestrator, SqliteSyncProvider, SyncAgent
from dms_pipeline.errors import DatabaseError, Interrupted, PlanIsStale, Transient
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.describe import describe
from dms_pipeline.providers import providers
from dms_pipeline.providers.connection import Connection
from dms_pipeline.runtime.executor import execute
from dms_pipeline.runtime.fingerprints import drifted
from dms_pipeline.schema.database import ForeignKey, Triggers
from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName
from dms_pipeline.sync.bookmark import Cut
from dms_pipeline.sync.changes import synced_groups
from dms_pipeline.sync.result import Unseen
from tests.library.shop import provider
from tests.providers.doing import opened
from tests.providers.mariadb.conftest import KIN
from tests.provisioning import SCOPE, planned, provision
from tests.runtime.worlds import RealWorld, scopes
from tests.sync.sides import NOTHING, ZERO, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Rows = dict[tuple[Any, ...], tuple[Any, ...]]


class Recorded:
    """A database of which some tables are tracked, and what a statement of an application does to it."""

    def __init__(self, connection: Connection, tables: dict[str, tuple[str, ...]]) -> None:
        self.connection = connection
        self.keys = tables

    def rows(self, table: str) -> Rows:
        """The rows of a table by their key."""
        key = ", ".join(f"`{name}`" for name in self.keys[table])
        found = self.connection.rows(f"SELECT {key}, t.* FROM `{table}` t")
        width = len(self.keys[table])
        return {row[:width]: row[width:] for row in found}

    def done(self, *statements: str) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
        """What statements have changed, and what was recorded of it: tables, keys, whether the row is gone."""
        before = {table: self.rows(table) for table in self.keys}
        for table in self.keys:
            self.connection.execute(f"DELETE FROM `{table}_tracking`")
        for statement in statements:
            self.connection.run(statement)
        changed = set()
        for table, was in before.items():
            now = self.rows(table)
            changed |= {(table, *key, key not in now) for key in {*was, *now} if was.get(key) != now.get(key)}
        recorded = set()
        for table, key in self.keys.items():
            names = ", ".join(f"`{name}`" for name in key)
            for *values, tombstone in self.connection.rows(
                f"SELECT {names}, `sync_row_is_tombstone` + 0 FROM `{table}_tracking` WHERE `timestamp` > 0"
                " AND `update_scope_id` IS NULL AND `last_change_datetime` IS NOT NULL"
            ):
                recorded.add((table, *values, bool(tombstone)))
        return changed, recorded

    @cached_property
    def strays(self) -> bool:
        """Keys are not carried out by InnoDB, and not all of what they say is done.

        dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html, innodb_native_foreign_keys
        """
        found = self.connection.rows("SHOW VARIABLES LIKE 'innodb_native_foreign_keys'")
        return bool(found) and found[0][1] == "OFF"

    def agree(self, recorded: set[tuple[Any, ...]], changed: set[tuple[Any, ...]]) -> bool:
        """All that was changed was recorded, and nothing else, unless less was done than the keys say.

        A record of a row that is there says that it was changed, whatever it says besides.
        """
        if not self.strays:
            return recorded == changed
        return {one[:-1] for one in changed} <= {one[:-1] for one in recorded}


@contextmanager
def recording(url: str, ddl: tuple[str, ...], **tables: str) -> Iterator[Recorded]:
    """A database with tables, of which some are synced; each is named with its key's columns."""
    setup = SyncSetup(*tables)
    with opened(url) as connection:
        for statement in ddl:
            connection.run(statement)
        provision(connection, (), setup, triggers=Triggers.EXTENDED)
        yield Recorded(connection, {name: tuple(key.split()) for name, key in tables.items()})


@dataclass(frozen=True)
class Case:
    """Tables, those of them that are synced with their keys, and statements of which each has to be recorded."""

    title: str
    ddl: tuple[str, ...]
    tables: dict[str, str]
    statements: tuple[str, ...]


FAMILY = (
    "CREATE TABLE a (id int PRIMARY KEY, name varchar(20))",
    "CREATE TABLE b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES a (id) ON DELETE CASCADE)",
    "CREATE TABLE c (id int PRIMARY KEY, b int, note int, FOREIGN KEY (b) REFERENCES b (id) ON DELETE {})",
    "INSERT INTO a VALUES (1, 'x'), (2, 'y'), (3, 'z')",
    "INSERT INTO b VALUES (10, 1), (11, 1), (20, 2), (30, NULL)",
    "INSERT INTO c VALUES (100, 10, 0), (101, 11, 0), (200, 20, 0), (300, 30, 0), (400, NULL, 0)",
)


def _family(action: str) -> tuple[str, ...]:
    return tuple(each.format(action) for each in FAMILY)


TREE = (
    (
        "CREATE TABLE t (id varchar(40) PRIMARY KEY, up varchar(40), at datetime(3), n decimal(9,2),"
        " FOREIGN KEY (up) REFERENCES t (id) ON DELETE {})"
    ),
    (
        "INSERT INTO t VALUES ('a', NULL, '2020-01-02', 1.25), ('b', 'a', NULL, NULL), ('c', 'a', NULL, 2),"
        " ('a name that is far longer than the first', 'b', NULL, 3), ('e', NULL, NULL, 4)"
    ),
)
CASES = (
    Case("children", _family("CASCADE")[:2] + FAMILY[3:5], {"b": "id"}, ("DELETE FROM a WHERE id < 3",)),
    Case(
        "grandchildren", _family("CASCADE"), {"c": "id"}, ("DELETE FROM a WHERE id = 1", "DELETE FROM b WHERE id = 20")
    ),
    Case("all of them", _family("CASCADE"), {"a": "id", "b": "id", "c": "id"}, ("DELETE FROM a",)),
    Case("references that are emptied", _family("SET NULL"), {"b": "id", "c": "id"}, ("DELETE FROM a WHERE id < 3",)),
    Case(
        "emptied references that others follow",
        (
            "CREATE TABLE a (id int PRIMARY KEY)",
            "CREATE TABLE b (id int PRIMARY KEY, a int UNIQUE, FOREIGN KEY (a) REFERENCES a (id) ON DELETE SET NULL)",
            "CREATE TABLE c (id int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES b (a) ON UPDATE CASCADE)",
            "CREATE TABLE d (id int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES b (id) ON UPDATE CASCADE)",
            "INSERT INTO a VALUES (1), (2)",
            "INSERT INTO b VALUES (10, 1), (20, 2)",
            "INSERT INTO c VALUES (100, 1), (200, 2)",
            "INSERT INTO d VALUES (1000, 10)",
        ),
        {"c": "id", "d": "id"},
        ("DELETE FROM a WHERE id = 1",),
    ),
    Case(
        "references that follow",
        (
            "CREATE TABLE a (id varchar(20) COLLATE utf8mb4_general_ci PRIMARY KEY, name int)",
            (
                "CREATE TABLE b (id int PRIMARY KEY, a varchar(20) COLLATE utf8mb4_general_ci,"
                " FOREIGN KEY (a) REFERENCES a (id) ON UPDATE CASCADE)"
            ),
            "INSERT INTO a VALUES ('one', 1), ('two', 2), ('three', 3)",
            "INSERT INTO b VALUES (1, 'one'), (2, 'one'), (3, 'two')",
        ),
        {"b": "id"},
        (
            "UPDATE a SET id = 'eins' WHERE id = 'one'",
            "UPDATE a SET id = 'TWO' WHERE id = 'two'",
            "UPDATE a SET name = 5",
            "INSERT INTO a VALUES ('eins', 1) ON DUPLICATE KEY UPDATE id = 'uno'",
        ),
    ),
    Case(
        "keys that follow, two levels down",
        (
            "CREATE TABLE a (x int, y int, z int, PRIMARY KEY (x, y))",
            (
                "CREATE TABLE b (y int, x int, n int, PRIMARY KEY (n, x, y), FOREIGN KEY (x, y) REFERENCES a (x, y)"
                " ON UPDATE CASCADE)"
            ),
            (
                "CREATE TABLE c (n int, x int, y int, m int, PRIMARY KEY (x, m), KEY (n, x, y), FOREIGN KEY (n, x, y)"
                " REFERENCES b (n, x, y) ON UPDATE CASCADE ON DELETE CASCADE)"
            ),
            "INSERT INTO a VALUES (1, 1, 0), (2, 1, 0), (3, 1, 0)",
            "INSERT INTO b (x, y, n) VALUES (1, 1, 5), (1, 1, 6), (2, 1, 5)",
            "INSERT INTO c (x, y, n, m) VALUES (1, 1, 5, 1), (1, 1, 6, 2), (2, 1, 5, 1)",
        ),
        {"b": "n x y", "c": "x m"},
        (
            "UPDATE a SET x = 7 WHERE x = 1",
            "UPDATE a SET y = 2 WHERE x = 7",
            "UPDATE a SET z = 2",
            "UPDATE b SET n = 9 WHERE n = 5",
            "UPDATE a SET x = x + 1 ORDER BY x DESC",
            "DELETE FROM b WHERE x = 8",
        ),
    ),
    Case(
        "updates that empty references",
        (
            "CREATE TABLE a (id int PRIMARY KEY)",
            "CREATE TABLE b (id int PRIMARY KEY, a int UNIQUE, FOREIGN KEY (a) REFERENCES a (id) ON UPDATE CASCADE)",
            "CREATE TABLE c (id int PRIMARY KEY, b int, FOREIGN KEY (b) REFERENCES b (a) ON UPDATE SET NULL)",
            "INSERT INTO a VALUES (1), (2)",
            "INSERT INTO b VALUES (10, 1), (20, 2)",
            "INSERT INTO c VALUES (100, 1), (200, 2), (300, NULL)",
        ),
        {"b": "id", "c": "id"},
        ("UPDATE a SET id = 3 WHERE id = 1", "UPDATE b SET a = NULL WHERE id = 20"),
    ),
    Case(
        "a tree that goes",
        tuple(each.format("CASCADE") for each in TREE),
        {"t": "id"},
        ("DELETE FROM t WHERE id = 'b'", "DELETE FROM t WHERE id = 'a'"),
    ),
    Case(
        "a tree that is cut",
        tuple(each.format("SET NULL") for each in TREE),
        {"t": "id"},
        ("DELETE FROM t WHERE id = 'a'",),
    ),
    Case(
        "tables in a circle",
        (
            "CREATE TABLE p (id int PRIMARY KEY, q varchar(50), code binary(3) UNIQUE)",
            "CREATE TABLE q (id varchar(50) PRIMARY KEY, p int, FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE)",
            "ALTER TABLE p ADD FOREIGN KEY (q) REFERENCES q (id) ON DELETE CASCADE",
            (
                "CREATE TABLE r (id int PRIMARY KEY, q varchar(50), p binary(3), FOREIGN KEY (q) REFERENCES q (id)"
                " ON DELETE CASCADE, FOREIGN KEY (p) REFERENCES p (code) ON DELETE SET NULL)"
            ),
            "INSERT INTO p VALUES (1, NULL, 'a'), (2, NULL, 'b'), (9, NULL, 'c')",
            "INSERT INTO q VALUES ('first', 1), ('a second one with many letters', 2), ('none', NULL)",
            "UPDATE p SET q = 'first' WHERE id = 2",
            "INSERT INTO r VALUES (1, 'a second one with many letters', 'a'), (2, 'none', 'b'), (3, 'none', 'c')",
        ),
        {"p": "id", "q": "id", "r": "id"},
        ("DELETE FROM p WHERE id = 1",),
    ),
    Case(
        "more ways than are told one by one",
        (
            "CREATE TABLE a (id int PRIMARY KEY)",
            "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a (id) ON DELETE CASCADE)",
            (
                "CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES a (id) ON DELETE CASCADE,"
                " b int REFERENCES b (id) ON DELETE CASCADE)"
            ),
            (
                "CREATE TABLE d (id int PRIMARY KEY, a int REFERENCES a (id) ON DELETE CASCADE,"
                " b int REFERENCES b (id) ON DELETE CASCADE, c int REFERENCES c (id) ON DELETE CASCADE)"
            ),
            (
                "CREATE TABLE e (id int PRIMARY KEY, a int REFERENCES a (id) ON DELETE CASCADE,"
                " b int REFERENCES b (id) ON DELETE CASCADE, c int REFERENCES c (id) ON DELETE CASCADE,"
                " d int REFERENCES d (id) ON DELETE SET NULL)"
            ),
            "INSERT INTO a VALUES (1), (2)",
            "INSERT INTO b VALUES (1, 1), (2, 2)",
            "INSERT INTO c VALUES (1, NULL, 1), (2, 2, 2), (3, 1, 2)",
            "INSERT INTO d VALUES (1, NULL, NULL, 1), (2, 2, NULL, NULL), (3, NULL, 2, 3)",
            "INSERT INTO e VALUES (1, NULL, NULL, NULL, 1), (2, NULL, NULL, 3, 3), (3, NULL, NULL, NULL, 2)",
        ),
        {"e": "id", "c": "id"},
        ("DELETE FROM a WHERE id = 1",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_keys_do_is_recorded_and_nothing_else(kin_url: str, case: Case) -> None:
    with recording(kin_url, case.ddl, **case.tables) as database:
        for statement in case.statements:
            with suppress(DatabaseError) if database.strays else nullcontext():
                changed, recorded = database.done(statement)

                assert database.agree(recorded, changed), statement


def test_names_and_columns_may_be_out_of_the_ordinary(kin_url: str) -> None:
    above = "a table above, whose name is as long as it may be, and `` besides"
    ddl = (
        f"CREATE TABLE `{above}` (`timestamp` int PRIMARY KEY)",
        (
            f"CREATE TABLE `between` (`timestamp` int PRIMARY KEY, `group` int, FOREIGN KEY (`GROUP`)"
            f" REFERENCES `{above}` (`TimeStamp`) ON DELETE CASCADE ON UPDATE CASCADE)"
        ),
        (
            "CREATE TABLE `order` (`key` int PRIMARY KEY, `group` int, FOREIGN KEY (`group`) REFERENCES `between`"
            " (`timestamp`) ON DELETE CASCADE)"
        ),
        f"INSERT INTO `{above}` VALUES (1), (2)",
        "INSERT INTO `between` VALUES (1, 1), (2, 2)",
        "INSERT INTO `order` VALUES (1, 1), (2, 2)",
    )
    with recording(kin_url, ddl, order="key") as database:
        changed, recorded = database.done(f"DELETE FROM `{above}` WHERE `timestamp` = 1")

        assert recorded == changed == {("order", 1, True)}


def test_a_row_that_is_emptied_and_then_goes_ends_as_deleted(kin_url: str) -> None:
    """By two keys, whichever InnoDB follows first."""
    ddl = (
        "CREATE TABLE a (id int PRIMARY KEY)",
        (
            "CREATE TABLE b (id int PRIMARY KEY, x int, y int, FOREIGN KEY (x) REFERENCES a (id) ON DELETE CASCADE,"
            " FOREIGN KEY (y) REFERENCES a (id) ON DELETE SET NULL)"
        ),
        "INSERT INTO a VALUES (1), (2)",
        "INSERT INTO b VALUES (1, 1, 1), (2, 2, 1), (3, 1, 2)",
    )
    with recording(kin_url, ddl, b="id") as database:
        assert database.done("DELETE FROM a WHERE id = 1")[1] == {("b", 1, True), ("b", 2, False), ("b", 3, True)}


def test_without_checks_no_key_does_anything_and_nothing_is_recorded(kin_url: str) -> None:
    with recording(kin_url, _family("CASCADE"), b="id", c="id") as database:
        assert (
            database.done("SET foreign_key_checks = 0", "DELETE FROM a", "UPDATE b SET id = -id")
            == ({("b", sign * number, sign > 0) for number in (10, 11, 20, 30) for sign in (1, -1)},) * 2
        )


def test_what_fails_or_is_undone_is_not_recorded(kin_url: str) -> None:
    with recording(kin_url, _family("NO ACTION"), b="id") as database:
        with pytest.raises(DatabaseError, match="foreign key constraint fails"):
            database.connection.run("DELETE FROM a WHERE id = 1")
        assert database.connection.value("SELECT count(*) FROM b_tracking") == 0
        database.connection.run("DELETE FROM c")

        assert database.done("START TRANSACTION", "DELETE FROM a", "ROLLBACK") == (set(), set())


def test_an_ignored_delete_sends_no_row_away(kin_url: str) -> None:
    """It is recorded before it fails; a row that is there is no delete, whatever its record says."""
    with recording(kin_url, _family("NO ACTION"), b="id") as database:
        changed, recorded = database.done("DELETE IGNORE FROM a")
        assert database.agree(recorded, changed) if database.strays else changed == set() != recorded
        changes = database.connection.provider.changes()
        scope = changes.read_scope(database.connection, "scope_info", SCOPE)
        assert scope is not None
        (table,) = synced_groups(scope)[0]
        gone = changes.select_deletes(database.connection, table, Cut(since=None, by=ZERO))

        assert sum(batch.count or 0 for batch in gone) == sum(is_gone for *_, is_gone in changed)


def test_a_replaced_row_takes_its_children_along(kin_url: str) -> None:
    with recording(kin_url, _family("CASCADE"), b="id", c="id") as database:
        changed, recorded = database.done("REPLACE INTO a VALUES (1, 'new')")

        assert database.agree(recorded, changed)
        assert database.strays or changed == {
            *(("b", 10, True), ("b", 11, True), ("c", 100, True), ("c", 101, True)),
        }


def test_a_tracking_table_that_is_gone_does_not_keep_anybody_from_deleting(kin_url: str) -> None:
    with recording(kin_url, _family("CASCADE"), b="id", c="id") as database:
        database.connection.run("DROP TABLE b_tracking")
        del database.keys["b"]

        changed, recorded = database.done("DELETE FROM a WHERE id = 1", "UPDATE a SET id = 5 WHERE id = 3")

        assert changed == recorded == {("c", 100, True), ("c", 101, True)}


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ"])
@pytest.mark.parametrize("statement", ["DELETE", "REPLACE"])
@pytest.mark.parametrize("table", ["b", "t"], ids=["path", "tree"])
def test_rows_that_others_commit_while_a_statement_waits_are_recorded(
    kin_url: str, isolation: str, statement: str, table: str
) -> None:
    """They refer to a row that is deleted by a statement which began before them."""
    ddl = _family("CASCADE") if table == "b" else tuple(each.format("CASCADE") for each in TREE)
    above, new = ("a", "(12, 3)") if table == "b" else ("t", "('new', 'e', NULL, NULL)")
    deletes = f"DELETE FROM `{above}` ORDER BY id"
    if statement == "REPLACE":
        ddl = (*ddl, f"CREATE TABLE found SELECT id FROM `{above}`")
        others = "'z'" if table == "b" else "NULL, NULL, NULL"
        deletes = f"REPLACE INTO `{above}` SELECT id, {others} FROM found ORDER BY id"
    with recording(kin_url, ddl, **{table: "id"}) as database, opened(kin_url) as other_one:
        thread = int(database.connection.value("SELECT CONNECTION_ID()"))
        other_one.run("BEGIN")
        other_one.run(f"INSERT INTO `{table}` VALUES {new}")
        database.connection.execute(f"SET SESSION TRANSACTION ISOLATION LEVEL {isolation}")
        with ThreadPoolExecutor() as pool:
            done = pool.submit(database.connection.run, deletes)
            _await_lock(other_one, thread)
            other_one.run("COMMIT")
            # Since MariaDB 11.6 a statement that has read is refused what changed since (innodb_snapshot_isolation).
            if isinstance(done.exception(), Transient):
                database.connection.run(deletes)
            else:
                done.result()
        number = database.connection.value(
            f"SELECT count(*) FROM `{table}_tracking` WHERE sync_row_is_tombstone AND id IN ('12', 'new')"
        )

        left = {(12,), ("new",)} & database.rows(table).keys()
        assert not left or database.connection.provider.name == "mysql"  # which overlooks the row above, then
        assert number == 1 or left


def _await_lock(connection: Connection, thread: int) -> None:
    """Wait until another connection waits for a lock."""
    waits = (
        "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_mysql_thread_id = %s"
    )
    until = time.monotonic() + 20
    while not connection.value(waits, (thread,)):
        assert time.monotonic() < until, "it does not wait"
        time.sleep(0.15)  # what the server shows of transactions is as old as that


def test_triggers_of_the_reference_have_none_beside_them(kin_url: str) -> None:
    with opened(kin_url) as connection:
        for statement in _family("CASCADE"):
            connection.run(statement)
        plan = planned(connection, {SCOPE: (SyncSetup("b", "c"), ())}, triggers=Triggers.REFERENCE)

    made = [step.operation.trigger for step in plan.steps if isinstance(step.operation, op.CreateTrigger)]
    assert {trigger.table.name for trigger in made} == {"b", "c"}
    assert [note.message.partition(":")[0] for note in plan.notes if note.code == "silent-action"] == ["b (a)", "c (b)"]


# What a plan makes of them.


@pytest.fixture
def world(kin_url: str, sqlite_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """Products of categories; only the products are synced."""
    made = RealWorld.create(kin_url, sqlite_urls())
    made.wanted = scopes("Product")
    made.run("hq", 'UPDATE "Product" SET "Parent" = NULL')
    execute(made.plan(), made.databases)
    yield made
    made.close()


def _above(world: RealWorld) -> list[str]:
    """The triggers on the table that is not synced, by what they are for."""
    with world.databases["hq"].connection() as connection:
        names = connection.rows(
            "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
            " AND event_object_table = 'Category' ORDER BY 1"
        )
    return [name for (name,) in names]


def _steps(world: RealWorld) -> list[tuple[str, str, str]]:
    """Kind, trigger's table and cause of each step."""
    return [
        (step.operation.kind, step.operation.trigger.table.name, step.cause.value)
        for step in world.plan().steps
        if isinstance(step.operation, op.CreateTrigger | op.DropTrigger)
    ]


_KEY = 'ALTER TABLE "Product" {}FOREIGN KEY {}'


def _rekey(world: RealWorld, actions: str | None) -> None:
    """Give the products another key to their categories, or none."""
    name = world.value(
        "hq",
        "SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
        " AND referenced_table_name = 'Category'",
    )
    world.run("hq", f'ALTER TABLE "Product" DROP FOREIGN KEY "{name}"')
    if actions is not None:
        world.run("hq", f'ALTER TABLE "Product" ADD FOREIGN KEY ("CategoryID") REFERENCES "Category" (id) {actions}')


def test_a_table_above_that_is_not_synced_has_a_trigger_too(world: RealWorld) -> None:
    (name,) = _above(world)
    world.run("hq", 'DELETE FROM "Category" WHERE id = 1')

    assert name.startswith("Product_by_Category_")
    assert name.endswith("_delete_cascade_trigger")
    assert world.plan().is_empty
    assert world.value("hq", 'SELECT count(*) FROM "Product_tracking" WHERE sync_row_is_tombstone = 1') == 2


def test_a_plan_says_for_which_table_a_trigger_on_another_one_is(kin_url: str, sqlite_urls: Callable[[], str]) -> None:
    world = RealWorld.create(kin_url, sqlite_urls())
    said = {}
    for tables in (("Product",), ("Product", "Category")):
        world.wanted = scopes(*tables)
        plan = world.plan()
        lines = describe(plan).splitlines()
        said[tables] = next(" ".join(line.split()) for line in lines if line.startswith("  + Category"))
    world.close()

    assert list(said.values()) == [
        "+ Category 1 trigger for Product",
        "+ Category tracking table, 3 triggers and 1 trigger for Product",
    ]
    (reason,) = [step.reason for step in plan.steps if "_cascade_trigger" in " ".join(step.sql)]
    assert reason.endswith("; foreign keys lead from Product to Category and change its rows unseen")


def test_a_plan_notices_a_trigger_that_was_dropped_or_changed_by_hand(world: RealWorld) -> None:
    (name,) = _above(world)
    world.run("hq", f'DROP TRIGGER "{name}"')
    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == (f"trigger Category.{name}",)
    assert _steps(world) == [("create-trigger", "Category", "drift")]
    world.run("hq", f'CREATE TRIGGER "{name}" BEFORE DELETE ON "Category" FOR EACH ROW BEGIN END')
    assert _steps(world) == [("create-trigger", "Category", "drift")]
    execute(world.plan(), world.databases)

    assert world.plan().is_empty
    world.run("hq", 'DELETE FROM "Category" WHERE id = 1')
    assert world.value("hq", 'SELECT count(*) FROM "Product_tracking" WHERE sync_row_is_tombstone = 1') == 2


def test_a_plan_is_stale_when_a_key_above_its_tables_has_changed(kin_url: str, sqlite_urls: Callable[[], str]) -> None:
    """Its triggers were made for the keys as they were."""
    world = RealWorld.create(kin_url, sqlite_urls())
    world.wanted = scopes("Product")
    world.run("hq", 'CREATE TABLE "Brand" (id integer PRIMARY KEY)')
    world.run("hq", 'ALTER TABLE "Category" ADD COLUMN brand integer')
    plan = world.plan()
    world.run("hq", 'ALTER TABLE "Category" ADD FOREIGN KEY (brand) REFERENCES "Brand" (id) ON DELETE CASCADE')
    with pytest.raises(PlanIsStale, match="foreign keys of Category"):
        execute(plan, world.databases)
    execute(world.plan(), world.databases)
    world.run("hq", 'UPDATE "Product" SET "Parent" = NULL', 'INSERT INTO "Brand" VALUES (7)')
    world.run("hq", 'UPDATE "Category" SET brand = 7 WHERE id = 1', 'DELETE FROM "Brand"')
    gone = world.value("hq", 'SELECT count(*) FROM "Product_tracking" WHERE sync_row_is_tombstone = 1')
    world.close()

    assert gone == 2


def test_triggers_come_and_go_with_what_the_keys_do(world: RealWorld) -> None:
    for actions, steps, left in (
        ("ON DELETE SET NULL", [("create-trigger", "file")], ["delete"]),
        ("ON DELETE SET NULL ON UPDATE CASCADE", [("create-trigger", "file")], ["delete", "update"]),
        ("ON UPDATE SET NULL", [("create-trigger", "file")] + [("drop-trigger", "server")] * 2, ["set_null"]),
        ("", [("drop-trigger", "server")], []),
        ("ON DELETE CASCADE", [("create-trigger", "file")], ["delete"]),
        (None, [("drop-trigger", "server")], []),
    ):
        _rekey(world, actions)
        assert [(kind, cause) for kind, _, cause in _steps(world)] == steps
        execute(world.plan(), world.databases)

        assert world.plan().is_empty
        assert [
            name.removesuffix("_cascade_trigger")[len("Product_by_Category_") + 13 :] for name in _above(world)
        ] == left


def test_a_table_above_that_takes_another_name_keeps_one_trigger(world: RealWorld) -> None:
    (before,) = _above(world)
    world.run("hq", 'RENAME TABLE "Category" TO "Kind"')
    assert _steps(world) == [("create-trigger", "Kind", "file"), ("drop-trigger", "Kind", "server")]
    execute(world.plan(), world.databases)

    assert world.plan().is_empty
    world.run("hq", 'RENAME TABLE "Kind" TO "Category"')
    execute(world.plan(), world.databases)
    assert _above(world) == [before]


def test_a_table_above_that_is_gone_keeps_no_sync_from_going_on(world: RealWorld) -> None:
    """Its trigger is gone with it, and nothing is to be done about that."""
    _rekey(world, None)
    world.run("hq", 'DROP TABLE "Category"')
    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == ()
    assert world.plan().is_empty
    world.run("hq", 'ALTER TABLE "Product" ADD FOREIGN KEY ("Parent") REFERENCES "Product" (id) ON DELETE SET NULL')
    execute(world.plan(), world.databases)

    with world.databases["hq"].connection() as connection:
        noted = connection.rows("SELECT object_name FROM dms_objects WHERE object_name LIKE 'Category%'")
    assert noted == []


def test_a_table_above_that_joins_and_leaves_keeps_what_others_need(world: RealWorld) -> None:
    world.wanted = scopes("Product", "Category")
    execute(world.plan(), world.databases)
    assert len(_above(world)) == 4
    assert world.plan().is_empty
    world.wanted = scopes("Product")
    execute(world.plan(), world.databases)

    assert len(_above(world)) == 1
    assert world.plan().is_empty


def test_a_database_that_goes_over_to_the_reference_loses_them(world: RealWorld) -> None:
    world.triggers = Triggers.REFERENCE
    execute(world.plan(), world.databases)
    assert _above(world) == []
    world.triggers = None
    assert world.plan().is_empty
    world.triggers = Triggers.EXTENDED
    execute(world.plan(), world.databases)

    assert len(_above(world)) == 1


def test_destroy_takes_them_away(world: RealWorld) -> None:
    execute(world.destroy_plan(), world.databases)

    assert _above(world) == []


@pytest.mark.parametrize("away", ["deprovision", "drop_all"])
def test_deprovisioning_takes_them_away(kin_url: str, away: str) -> None:
    server = RemoteOrchestrator(provider(kin_url))
    with opened(kin_url) as connection:
        for statement in _family("CASCADE"):
            connection.run(statement)
        server.provision(setup=SyncSetup("b", "c"))
        there = "SELECT count(*) FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
        assert connection.value(there) == 2 * 3 + 3
        server.deprovision() if away == "deprovision" else server.drop_all()

        assert connection.value(there) == 0
        connection.run("DELETE FROM a")


class _Killed(BaseException):
    """What no code of ours catches."""


def _recorded_now(world: RealWorld) -> int:
    """How many products are recorded as changed where their category goes; it comes back."""
    with world.databases["hq"].connection() as connection:
        connection.execute("START TRANSACTION")
        connection.execute('DELETE FROM "Product_tracking"')
        connection.execute('DELETE FROM "Category" WHERE id = 1')
        count = int(connection.value('SELECT count(*) FROM "Product_tracking"'))
        connection.execute("ROLLBACK")
    return count


def test_an_apply_that_is_stopped_anywhere_is_gone_on_from_and_leaves_no_gap(
    world: RealWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trigger stands in for the one that is replaced (B7)."""
    run, left = Connection.run, 0

    def stopped(self: Connection, sql: str) -> None:
        nonlocal left
        left -= self.provider.name != "sqlite"
        if left < 0:
            raise _Killed
        run(self, sql)

    for stop_at in range(9):
        _rekey(world, "ON DELETE CASCADE" if stop_at % 2 else "ON DELETE SET NULL")
        plan, left = world.plan(), stop_at
        with monkeypatch.context() as patched, suppress(_Killed, Interrupted):
            patched.setattr(Connection, "run", stopped)
            execute(plan, world.databases)
        assert _recorded_now(world) == 2
        execute(world.plan(), world.databases)

        assert world.plan().is_empty
        assert len(_above(world)) == 1
    assert left > 0, "the last apply was stopped too"


# Whole syncs.

SHOP = (
    'CREATE TABLE "maker" ("id" int NOT NULL PRIMARY KEY, "code" varchar(20) NOT NULL)',
    (
        'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "maker" int, "above" int,'
        ' FOREIGN KEY ("maker") REFERENCES "maker" ("id") ON DELETE CASCADE ON UPDATE CASCADE,'
        ' FOREIGN KEY ("above") REFERENCES "item" ("id") ON DELETE SET NULL)'
    ),
    (
        'CREATE TABLE "part" ("item" int NOT NULL, "n" int NOT NULL, PRIMARY KEY ("item", "n"),'
        ' FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE CASCADE ON UPDATE CASCADE)'
    ),
)
ROWS = (
    """INSERT INTO "maker" VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e'), (6, 'f')""",
    'INSERT INTO "item" VALUES (10, 1, NULL), (20, 2, 10), (30, 3, NULL), (40, 4, 30), (50, 5, 40), (60, 6, NULL)',
    'INSERT INTO "part" VALUES (10, 1), (10, 2), (20, 1), (30, 1), (40, 1), (50, 1), (60, 1)',
)


PAIRS = [pair for kin in KIN for pair in ((kin, "sqlite"), ("sqlite", kin), (kin, kin))]


@contextmanager
def _shop(
    pair: tuple[str, str], database_urls: Callable[[str], str], *tables: str
) -> Iterator[tuple[SyncAgent, Connection, Connection]]:
    """A server and a client that have the same rows and have synced, with a connection to each."""
    server_url, client_url = map(database_urls, pair)
    with opened(server_url) as server, opened(client_url) as client:
        for connection in (server, client):
            for statement in (*SHOP, *ROWS):
                connection.run(statement)
        agent = SyncAgent(provider(client_url), provider(server_url))
        agent.synchronize(SyncSetup(*tables))
        yield agent, server, client


def _rows(connection: Connection, *tables: str) -> list[list[tuple[Any, ...]]]:
    return [connection.rows(f'SELECT * FROM "{table}" ORDER BY 1, 2') for table in tables]


@pytest.mark.parametrize("pair", PAIRS, ids="-to-".join)
@pytest.mark.parametrize("tables", [("part",), ("item", "part"), ("maker", "item", "part")], ids=len)
def test_what_keys_do_on_one_side_arrives_on_the_other(
    pair: tuple[str, str], tables: tuple[str, ...], database_urls: Callable[[str], str]
) -> None:
    """Also where the tables above are not synced, so that the other side's keys do nothing by themselves."""
    with _shop(pair, database_urls, *tables) as (agent, server, client):
        server.run('DELETE FROM "maker" WHERE "id" = 1')
        if "maker" not in tables:
            client.run("INSERT INTO \"maker\" VALUES (33, 'of its own')")
        server.run('UPDATE "maker" SET "id" = 33 WHERE "id" = 3')
        server.run('DELETE FROM "item" WHERE "id" = 60')
        client.run('DELETE FROM "maker" WHERE "id" = 4')
        client.run('UPDATE "maker" SET "code" = \'new\' WHERE "id" = 5')
        client.run('DELETE FROM "item" WHERE "id" = 50')
        results = [agent.synchronize(), agent.synchronize()]

        assert _rows(server, *tables) == _rows(client, *tables)
        assert _rows(server, "part") == [[(20, 1), (30, 1)]]
        assert (results[0].conflicts, results[0].failed) == (0, 0)
        assert moved(results[1]) == NOTHING


@pytest.mark.parametrize("pair", PAIRS, ids="-to-".join)
def test_a_key_that_follows_on_one_side_is_the_new_one_on_the_other(
    pair: tuple[str, str], database_urls: Callable[[str], str]
) -> None:
    with _shop(pair, database_urls, "item", "part") as (agent, server, client):
        server.run('UPDATE "item" SET "id" = 51 WHERE "id" = 50')
        client.run('UPDATE "item" SET "id" = 61 WHERE "id" = 60')
        agent.synchronize()
        agent.synchronize()

        assert _rows(server, "item", "part") == _rows(client, "item", "part")
        assert _rows(server, "part")[0][-2:] == [(51, 1), (61, 1)]


@pytest.mark.parametrize("pair", [("mariadb", "sqlite"), *((kin, kin) for kin in KIN)], ids="-to-".join)
def test_what_keys_do_in_an_apply_reaches_the_clients_of_other_scopes(
    pair: tuple[str, str], database_urls: Callable[[str], str]
) -> None:
    """A table that is not synced lies between; the apply itself knows neither that one nor the other scope."""
    with _shop(pair, database_urls, "maker") as (agent, server, client):
        url = database_urls("sqlite")
        with opened(url) as other:
            other.run('CREATE TABLE "part" ("item" int NOT NULL, "n" int NOT NULL, PRIMARY KEY ("item", "n"))')
            parts = SyncAgent(SqliteSyncProvider(url), agent.remote_orchestrator.provider)
            parts.synchronize("parts", SyncSetup("part"))
            client.run('DELETE FROM "maker" WHERE "id" = 1')
            agent.synchronize()
            result = parts.synchronize("parts")

            assert moved(result) == ({}, {"part": (0, 2)})
            assert _rows(other, "part") == _rows(server, "part")
            assert moved(parts.synchronize("parts")) == moved(agent.synchronize()) == NOTHING


@pytest.mark.parametrize("above", ["maker", "item"])
def test_a11_what_keys_do_while_their_trigger_is_away_is_found(
    above: str, kin: str, kin_url: str, sqlite_urls: Callable[[], str]
) -> None:
    """Of the table whose rows they change alone; the trigger is made again just as it was."""
    urls = {kin: kin_url, "sqlite": sqlite_urls()}
    with _shop((kin, "sqlite"), urls.__getitem__, "part") as (agent, server, client):
        server.run('UPDATE "part" SET "n" = "n" + 8')
        agent.synchronize()
        names = server.rows(
            "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
            " AND event_object_table = %s AND event_manipulation = 'DELETE'",
            (above,),
        )
        ((name,),) = names
        text = str(server.rows(f"SHOW CREATE TRIGGER `{name}`")[0][2])
        server.run(f"DROP TRIGGER `{name}`")
        server.run(f"DELETE FROM `{above}` WHERE id IN (1, 10)")
        server.run(text)
        result = agent.synchronize()

        assert [(one.table.name, one.reason) for one in result.server_recovered] == [("part", Unseen.TRIGGERS)]
        assert _rows(client, "part") == _rows(server, "part") == [[(20, 9), (30, 9), (40, 9), (50, 9), (60, 9)]]
        assert agent.synchronize().server_recovered == ()


def test_a_column_that_takes_another_name_keeps_nobody_from_deleting_and_loses_nothing(
    kin: str, kin_url: str, sqlite_urls: Callable[[], str]
) -> None:
    """The key goes with its column, and the trigger does not know: the next sync records all of the table."""
    urls = {kin: kin_url, "sqlite": sqlite_urls()}
    with _shop((kin, "sqlite"), urls.__getitem__, "part") as (agent, server, client):
        server.run('UPDATE "part" SET "n" = "n" + 8')
        agent.synchronize()
        server.run('ALTER TABLE "item" RENAME COLUMN "maker" TO "made_by"')
        server.run('DELETE FROM "maker" WHERE "id" = 1')
        result = agent.synchronize()

        assert [(one.table.name, one.reason) for one in result.server_recovered] == [("part", Unseen.TRIGGERS)]
        assert _rows(client, "part") == _rows(server, "part") == [[(20, 9), (30, 9), (40, 9), (50, 9), (60, 9)]]
        assert agent.synchronize().server_recovered == ()
        server.run('ALTER TABLE "item" DROP FOREIGN KEY "item_ibfk_1", DROP COLUMN "made_by"')
        server.run('DELETE FROM "maker"')


_MANY_KEYS = {
    TableName("", "b"): (
        ForeignKey(
            name=None,
            columns=("x", "y"),
            parent=TableName("", "a"),
            parent_columns=("x", "y"),
            on_delete="CASCADE",
            on_update="CASCADE",
        ),
    ),
    TableName("", "Order's"): (
        ForeignKey(
            name=None,
            columns=("Order No", "y"),
            parent=TableName("", "b"),
            parent_columns=("n", "y"),
            on_delete="SET NULL",
            on_update="CASCADE",
        ),
        ForeignKey(
            name=None, columns=("code",), parent=TableName("", "a"), parent_columns=("code",), on_update="SET NULL"
        ),
        ForeignKey(
            name=None,
            columns=("above",),
            parent=TableName("", "Order's"),
            parent_columns=("it's",),
            on_delete="CASCADE",
        ),
    ),
}


@pytest.mark.parametrize("provider", ["mariadb", "mysql"])
def test_the_triggers_on_other_tables_are_the_expected_file(provider: str) -> None:
    """`DMS_WRITE_EXPECTED=1` writes them; they are reviewed like code. MySQL has the same."""
    target = next(one for one in providers() if one.name == provider).target()
    document = SyncTable(name="Order's", primary_key=("it's", "Order No"))
    triggers = target.action_triggers(SyncSetup("Order's"), document, _MANY_KEYS)
    text = "".join(f"{trigger.text};\n\n" for trigger in triggers)
    file = Path(__file__).parents[1] / "expected" / "mariadb-action-triggers.sql"
    if os.environ.get("DMS_WRITE_EXPECTED"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")
    assert all(trigger.records == document.table for trigger in triggers)


_ACTIONS = st.sampled_from(["CASCADE", "CASCADE", "SET NULL", "NO ACTION"])
_KEYS = st.tuples(
    st.sampled_from(["x", "y", "u", "id", "k", "x, y", "id, k"]), st.sampled_from(["id", "u", "k"]), _ACTIONS, _ACTIONS
)
_VALUES = st.one_of(st.none(), st.integers(1, 3))


@st.composite
def _schemas(draw: st.DrawFn) -> tuple[list[str], dict[str, str]]:
    """Tables that refer to each other in any way, as statements of which some fail, and the keys of those synced."""
    names = [f"t{number}" for number in range(draw(st.integers(2, 4)))]
    keys = {name: draw(st.sampled_from(["id", "id k"])) for name in names}
    columns = "id int NOT NULL, k int NOT NULL, u int UNIQUE, x int, y int, KEY (id, k), KEY (k), KEY (x, y), KEY (y)"
    ddl = [f"CREATE TABLE {name} ({columns}, PRIMARY KEY ({key.replace(' ', ', ')}))" for name, key in keys.items()]
    for child, parent, (mine, theirs, on_delete, on_update) in draw(
        st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names), _KEYS), min_size=2, max_size=7)
    ):
        ddl.append(
            f"ALTER TABLE {child} ADD FOREIGN KEY ({mine}) REFERENCES {parent}"
            f" ({'id, k' if ',' in mine else theirs}) ON DELETE {on_delete} ON UPDATE {on_update}"
        )
    rows = st.tuples(st.sampled_from(names), st.integers(1, 3), st.integers(1, 2), _VALUES, _VALUES, _VALUES)
    for name, *row in draw(st.lists(rows, min_size=8, max_size=20)):
        values = ", ".join("NULL" if value is None else str(value) for value in row)
        ddl.append(f"INSERT INTO {name} VALUES ({values})")
    synced = draw(st.sets(st.sampled_from(names), min_size=1))
    return ddl, {name: keys[name] for name in sorted(synced)}


@st.composite
def _writes(draw: st.DrawFn) -> str:
    name = f"t{draw(st.integers(0, 3))}"
    where = draw(st.sampled_from(["", " WHERE id = 1", " WHERE id > 1", " WHERE u = 2"]))
    column, value = draw(st.sampled_from(["id", "k", "u", "x", "y"])), draw(st.one_of(_VALUES, st.just(7)))
    return draw(
        st.sampled_from(
            [
                f"DELETE FROM {name}{where}",
                f"UPDATE {name} SET {column} = {'NULL' if value is None else value}{where}",
                f"REPLACE INTO {name} VALUES (1, 1, 1, NULL, NULL)",
            ]
        )
    )


def _try(connection: Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        with suppress(DatabaseError):
            connection.run(statement)


@given(schema=_schemas(), writes=st.lists(_writes(), min_size=3, max_size=6))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_keys_there_are_nothing_that_they_do_is_missed(
    kin_url: str, schema: tuple[list[str], dict[str, str]], writes: list[str]
) -> None:
    """What is recorded beyond that are rows that are there; they are sent once more, and are equal."""
    ddl, synced = schema
    with opened(kin_url) as connection:
        tables = connection.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
        _try(connection, ["SET foreign_key_checks = 0", *(f"DROP TABLE `{name}`" for (name,) in tables)])
        _try(connection, ["SET foreign_key_checks = 1", *ddl])
    with recording(kin_url, (), **synced) as database:
        for statement in writes:
            try:
                changed, recorded = database.done(statement)
            except DatabaseError:  # a key refuses it, or the table is not there
                continue
            event(f"{len(changed)} rows of {len({table for table, *_ in changed})} tables")

            assert changed <= recorded, statement
            assert not any(is_gone for *_, is_gone in recorded - changed), statement
