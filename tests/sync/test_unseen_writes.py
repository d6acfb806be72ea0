"""What is written while no trigger records it is sent all the same (A11, A8)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import psycopg
import pytest

from dms_pipeline.errors import DatabaseError
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.model import TableName
from dms_pipeline.sync.changes import synced_groups
from dms_pipeline.sync.result import Recovered, Unseen
from tests.conftest import Pair
from tests.provisioning import SCOPE
from tests.suite.abilities import abilities
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.sync.result import SyncResult
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text, "code" varchar(20) UNIQUE)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one', 'a'), (2, 'two', 'b'), (3, 'three', 'c'), (4, 'four', 'd')"
TRACKED = 'UPDATE "item" SET "name" = "name" WHERE "id" = 2'
UNSEEN = (
    'UPDATE "item" SET "name" = \'unseen\' WHERE "id" = 1',
    'DELETE FROM "item" WHERE "id" = 2',
    "INSERT INTO \"item\" VALUES (9, 'unseen too', 'z')",
)
NAME = TableName("", "item")


@pytest.fixture(
    params=[
        pytest.param(False, id="noted"),
        pytest.param(True, id="naive", marks=pytest.mark.xfail(strict=True, raises=AssertionError)),
    ]
)
def each_look(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Triggers compared with what is noted, then taken as they look, with which the test has to fail."""
    if request.param:
        from dms_pipeline.runtime.peer import DatabasePeer

        monkeypatch.setattr(DatabasePeer, "recover", lambda *_: ())


naive_fails = pytest.mark.usefixtures("each_look")


def start(provisioned: Opener, *more: str, triggers: Triggers | None = None) -> Sides:
    """Both sides equal, and row 2 recorded on the server."""
    sides = provisioned(ITEM, *more, tables=["item"], on_server=[ROWS], triggers=triggers)
    sides.sync()
    sides.server.run(TRACKED)
    sides.sync()
    assert moved(sides.sync()) == NOTHING
    return sides


def unrecorded(side: Side, *statements: str) -> None:
    """Run statements while our triggers are away."""
    with abilities(side.connection.provider.name).unrecorded(side.connection, "item"):
        side.run(*statements)


def reasons(result: SyncResult) -> tuple[list[Unseen], list[Unseen]]:
    """Why the server, and the client, recorded something anew."""
    return [one.reason for one in result.server_recovered], [one.reason for one in result.client_recovered]


@naive_fails
@pytest.mark.parametrize("where", ["server", "client"])
def test_a11_rows_that_are_written_while_triggers_are_off_are_sent(provisioned: Opener, where: str) -> None:
    """The triggers look as before; the delete is known, since the row was recorded."""
    sides = start(provisioned)
    side = sides.server if where == "server" else sides.client
    unrecorded(side, *UNSEEN)

    result = sides.sync()

    assert sides.equal("item")
    assert sides.client.rows("item", order="1")[0] == (1, "unseen", "a")
    assert reasons(result) == (([Unseen.TRIGGERS], []) if where == "server" else ([], [Unseen.TRIGGERS]))
    recovered = (*result.server_recovered, *result.client_recovered)[0]
    assert (recovered.table, recovered.deletes) == (NAME, 1)
    assert recovered.rows >= 2
    assert result.conflicts == 0
    again = sides.sync()
    assert (moved(again), reasons(again)) == (NOTHING, ([], []))


@naive_fails
def test_a11_every_client_gets_what_was_written_unseen(provisioned: Opener) -> None:
    """One repair is enough for all."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS, TRACKED], clients=2)
    for client in (0, 1):
        sides.sync(client)
    sides.server.run(TRACKED)
    for client in (0, 1):
        sides.sync(client)
    unrecorded(sides.server, *UNSEEN)

    assert [reasons(sides.sync(client)) for client in (0, 1)] == [([Unseen.TRIGGERS], []), ([], [])]
    assert sides.equal("item")


@naive_fails
def test_a11_an_edit_of_a_row_that_was_changed_unseen_is_a_conflict(provisioned: Opener) -> None:
    """The server's version is judged as the change that it is, before the upload."""
    sides = start(provisioned)
    unrecorded(sides.server, UNSEEN[0])
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 1')

    assert sides.sync().conflicts == 1
    assert sides.equal("item")
    assert sides.server.rows("item", order="1")[0] == (1, "unseen", "a")


def test_a11_what_we_do_to_triggers_ourselves_is_no_alarm(provisioned: Opener) -> None:
    """A first load switches them off where it may."""
    many = ", ".join(f"({number}, 'x', 'x{number}')" for number in range(10, 3000))
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS, f'INSERT INTO "item" VALUES {many}'])
    results = [sides.sync(), sides.sync()]
    sides.client.run(TRACKED)
    results.append(sides.sync())

    assert [reasons(result) for result in results] == [([], [])] * 3


def test_a11_other_changes_of_the_structure_are_no_alarm(provisioned: Opener) -> None:
    sides = start(provisioned)
    for side in (sides.server, sides.client):
        side.run(
            "CREATE TABLE other (id integer PRIMARY KEY)",
            'CREATE INDEX "by_name" ON "item" ("name")',
            'ALTER TABLE "item" ADD COLUMN "note" text',
            "DROP TABLE other",
            "VACUUM" if side.is_sqlite else 'VACUUM FULL "item"',
        )

    result = sides.sync()

    assert (moved(result), reasons(result)) == (NOTHING, ([], []))


class TestPostgresql:
    """What is PostgreSQL's own: both sides are, for the client's side is repaired alike."""

    @pytest.fixture
    def server_and_client(self, postgresql_urls: Callable[[], str], sqlite_urls: Callable[[], str]) -> Pair:
        """A server of that kind."""
        return Pair(
            server_kind="postgresql", client_kind="sqlite", server_url=postgresql_urls(), client_url=sqlite_urls()
        )

    def test_a11_rows_that_nobody_wrote_unseen_are_not_sent_again(self, provisioned: Opener) -> None:
        sides = start(provisioned)
        sides.server.run('UPDATE "item" SET "name" = \'seen\' WHERE "id" = 4')
        unrecorded(sides.server, *UNSEEN)
        sides.server.run("INSERT INTO \"item\" VALUES (10, 'seen', 'y')")

        result = sides.sync()

        assert result.server_recovered == (Recovered(table=NAME, reason=Unseen.TRIGGERS, rows=2, deletes=1),)
        assert moved(result) == ({}, {"item": (4, 1)})
        assert sides.equal("item")

    @naive_fails
    def test_a11_a_transaction_older_than_all_others_may_write_unseen(self, provisioned: Opener) -> None:
        """Its id is below those of rows that were sent since it began."""
        sides = start(provisioned)
        old = provisioned.another(sides.server)
        old.connection.execute("BEGIN")
        old.connection.execute("SELECT pg_current_xact_id()")
        sides.server.run('UPDATE "item" SET "name" = \'seen\' WHERE "id" = 1')
        sides.sync()
        old.connection.execute('ALTER TABLE "item" DISABLE TRIGGER USER')
        old.connection.execute(UNSEEN[0])
        old.connection.execute('ALTER TABLE "item" ENABLE TRIGGER USER')
        old.connection.execute("COMMIT")

        assert moved(sides.sync()) == ({}, {"item": (1, 0)})
        assert sides.equal("item")

    def test_a11_a_transaction_of_another_database_makes_no_row_suspect(
        self, provisioned: Opener, postgresql_urls: Callable[[], str]
    ) -> None:
        """It is older than all rows here, and cannot write them."""
        with psycopg.connect(postgresql_urls()) as elsewhere:
            elsewhere.execute("SELECT pg_current_xact_id()")
            sides = start(provisioned)
            unrecorded(sides.server, UNSEEN[0])

            assert moved(sides.sync()) == ({}, {"item": (1, 0)})

    @naive_fails
    def test_a11_a_function_that_was_another_for_a_time_is_noticed(self, provisioned: Opener) -> None:
        sides = start(provisioned)
        name, text = sides.server.connection.rows(
            "SELECT p.oid::regproc::text, pg_get_functiondef(p.oid) FROM pg_proc p WHERE proname LIKE 'item_update%'"
        )[0]
        sides.server.run(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            UNSEEN[0],
            text,
        )

        assert moved(sides.sync()) == ({}, {"item": (1, 0)})

    @naive_fails
    def test_a11_truncate_with_the_references_triggers_is_noticed(self, provisioned: Opener) -> None:
        """Every row had been recorded; a rewrite that keeps the rows is none."""
        sides = start(provisioned, triggers=Triggers.REFERENCE)
        sides.server.run('UPDATE "item" SET "name" = "name"')
        sides.sync()
        sides.server.run('TRUNCATE "item"', "INSERT INTO \"item\" VALUES (3, 'back', 'c')")

        result = sides.sync()

        assert result.server_recovered == (Recovered(table=NAME, reason=Unseen.EMPTIED, rows=0, deletes=3),)
        assert moved(result) == ({}, {"item": (1, 3)})
        assert sides.equal("item")

    def test_a11_truncate_of_rows_without_a_record_is_said_though_it_cannot_be_told(self, provisioned: Opener) -> None:
        sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], triggers=Triggers.REFERENCE)
        sides.sync()
        sides.server.run('TRUNCATE "item"')

        assert sides.sync().server_recovered == (Recovered(table=NAME, reason=Unseen.EMPTIED, rows=0, deletes=0),)


PARTITIONED = (
    'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text, "code" varchar(20)) PARTITION BY RANGE ("id")',
    'CREATE TABLE "low" PARTITION OF "item" FOR VALUES FROM (0) TO (3)',
    'CREATE TABLE "high" PARTITION OF "item" FOR VALUES FROM (3) TO (100)',
)


class TestPartitions:
    """A partitioned table of PostgreSQL."""

    @pytest.fixture
    def server_and_client(self, postgresql_urls: Callable[[], str], sqlite_urls: Callable[[], str]) -> Pair:
        """A server of that kind."""
        return Pair(
            server_kind="postgresql", client_kind="sqlite", server_url=postgresql_urls(), client_url=sqlite_urls()
        )

    @pytest.fixture
    def sides(self, provisioned: Opener) -> Sides:
        """A server with one, each row recorded."""
        sides = provisioned(*PARTITIONED, tables=["item"], on_server=[ROWS])
        sides.sync()
        sides.server.run('UPDATE "item" SET "name" = "name"')
        sides.sync()
        return sides

    @naive_fails
    def test_a11_rows_that_come_with_a_partition_are_sent(self, sides: Sides) -> None:
        sides.server.run(
            'CREATE TABLE "far" ("id" int NOT NULL PRIMARY KEY, "name" text, "code" varchar(20))',
            "INSERT INTO \"far\" VALUES (150, 'far', 'f')",
        )
        assert moved(sides.sync()) == NOTHING
        sides.server.run('ALTER TABLE "item" ATTACH PARTITION "far" FOR VALUES FROM (100) TO (200)')

        result = sides.sync()

        assert result.server_recovered == (Recovered(table=NAME, reason=Unseen.PARTITIONS, rows=1, deletes=0),)
        assert sides.equal("item")

    @naive_fails
    def test_a11_rows_that_go_with_a_partition_are_deletes(self, sides: Sides) -> None:
        sides.server.run('ALTER TABLE "item" DETACH PARTITION "high"')

        assert moved(sides.sync()) == ({}, {"item": (0, 2)})
        assert sides.equal("item")

    @naive_fails
    def test_a11_truncate_of_a_partition_is_noticed(self, sides: Sides) -> None:
        """No trigger of the table sees it."""
        sides.server.run('TRUNCATE "low"')

        assert moved(sides.sync()) == ({}, {"item": (0, 2)})
        assert sides.equal("item")

    @naive_fails
    def test_a11_rows_that_are_written_while_a_partitions_triggers_are_off_are_sent(self, sides: Sides) -> None:
        sides.server.run('ALTER TABLE "low" DISABLE TRIGGER USER', UNSEEN[0], 'ALTER TABLE "low" ENABLE TRIGGER USER')

        assert moved(sides.sync()) == ({}, {"item": (1, 0)})


CLAUSES = ("", "OR ABORT", "OR FAIL", "OR IGNORE", "OR REPLACE", "OR ROLLBACK")
CLASHES = {
    "after a delete": ("DELETE FROM item WHERE id = 4", "INSERT {clause} INTO item VALUES (4, 'back', 'd')"),
    "unique clash of an insert": ("INSERT {clause} INTO item VALUES (7, 'new', 'a'), (8, 'new', 'q')",),
    "unique clash of an update": ("UPDATE {clause} item SET code = 'a' WHERE id = 2",),
    "key and unique clash": ("INSERT {clause} INTO item VALUES (1, 'new', 'b')",),
}


class TestClauses:
    """The triggers of Dotmim.Sync on SQLite, whose own clauses the application's overrides."""

    @pytest.fixture(params=["server", "client"])
    def side(self, request: pytest.FixtureRequest) -> str:
        """Where the application writes."""
        return str(request.param)

    @pytest.fixture
    def server_and_client(self, sqlite_urls: Callable[[], str]) -> Pair:
        """Two files."""
        return Pair(server_kind="sqlite", client_kind="sqlite", server_url=sqlite_urls(), client_url=sqlite_urls())

    @pytest.mark.parametrize("clause", CLAUSES)
    @pytest.mark.parametrize("clash", CLASHES)
    def test_a8_what_a_clause_did_is_sent(self, provisioned: Opener, side: str, clash: str, clause: str) -> None:
        """Each statement in its own time, as an application does that syncs between its writes."""
        sides = start(provisioned, triggers=Triggers.REFERENCE)
        sides.server.run('UPDATE "item" SET "name" = "name"')
        sides.sync()
        writer = sides.server if side == "server" else sides.client
        for statement in CLASHES[clash]:
            with suppress(DatabaseError):  # the clash, where the clause says so
                writer.run(statement.format(clause=clause))
            result = sides.sync()

        assert sides.equal("item")
        assert not {*reasons(result)[0], *reasons(result)[1]} - {Unseen.CLAUSES}
        assert tombstones(writer) == set(writer.tracking("item")) - {key for (key, *_) in writer.rows("item")}
        again = sides.sync()
        assert (moved(again), reasons(again)) == (NOTHING, ([], []))

    @naive_fails
    @pytest.mark.parametrize("statement", ["INSERT OR IGNORE", "INSERT OR REPLACE"])
    def test_a8_a_row_that_came_back_or_was_displaced_is_sent(self, provisioned: Opener, statement: str) -> None:
        """Neither is stamped."""
        sides = start(provisioned, triggers=Triggers.REFERENCE)
        sides.client.run('DELETE FROM "item" WHERE "id" = 4')
        sides.sync()
        code = "d" if statement == "INSERT OR IGNORE" else "a"
        sides.client.run(f"{statement} INTO item VALUES (4, 'back', '{code}')")

        sides.sync()

        assert sides.equal("item")

    def test_a8_a_session_in_which_nobody_wrote_reads_no_table(self, provisioned: Opener) -> None:
        """The look finds its tombstones by their own index, and the greatest stamp by another."""
        sides = start(provisioned, triggers=Triggers.REFERENCE)
        sides.sync()
        driver = sides.client.connection.driver
        asked: list[str] = []
        driver.set_trace_callback(asked.append)
        peer = LocalDatabasePeer(sides.client.connection)
        peer.recover(synced_groups(peer.scope(SCOPE)))
        driver.set_trace_callback(None)

        questions = [sql for sql in asked if sql.startswith("SELECT")]
        plans = [row[3] for sql in questions for row in driver.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert any("item_tracking_tombstones" in step for step in plans)
        assert not [step for step in plans if step in {"SCAN item", "SCAN b", "SCAN t", "SCAN item_tracking"}]


def tombstones(side: Side) -> set[int]:
    """The keys that are recorded as deleted."""
    return {key for key, (_, dead) in side.tracking("item").items() if dead}
