"""Applications that write while syncs run, statement by statement: nothing is missed, and no conflict is none.

Each test of the first part runs with the reference's mark too, and has to fail with it.
"""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from dms_pipeline.providers.postgresql import changes, marks
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.database import Triggers
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.conftest import Pair
from tests.sync.naive import naive_fails
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import SyncedTable
    from dms_pipeline.sync.peers import Groups, Selection
    from dms_pipeline.sync.result import SyncResult
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two')"


@pytest.fixture(params=["sqlite", "postgresql"])
def server_and_client(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Pair:
    """A server on which many write at once."""
    urls = database_urls("postgresql"), database_urls(request.param)
    return Pair(server_kind="postgresql", client_kind=request.param, server_url=urls[0], client_url=urls[1])


@pytest.fixture
def application() -> Iterator[Callable[[Side], psycopg.Connection[Any]]]:
    """A function that gives an application's connection to a side, in a transaction once it has said something."""
    with ExitStack() as stack:
        yield lambda side: stack.enter_context(psycopg.connect(side.url))


def start(provisioned: Opener) -> Sides:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    sides.sync()
    return sides


def concurrent(sides: Sides) -> list[Side]:
    """The sides on which an application may write while a sync reads."""
    return [side for side in (sides.server, sides.client) if not side.is_sqlite]


def sent(sides: Sides, side: Side) -> dict[str, tuple[int, int]]:
    """Sync, and say what came from a side; nothing comes from the other."""
    to_server, to_client = moved(sides.sync())
    here, there = (to_client, to_server) if side is sides.server else (to_server, to_client)
    assert there == {}
    return here


@naive_fails
def test_h1_a_row_written_before_the_mark_and_committed_after_it_is_sent_once(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    sides = start(provisioned)
    for side in concurrent(sides):
        late = application(side)
        late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 1')
        assert sent(sides, side) == {}
        late.commit()

        assert sent(sides, side) == {"item": (1, 0)}
        assert sides.equal("item")
        assert sent(sides, side) == {}


@naive_fails
def test_h1_a_transaction_begun_before_the_mark_may_write_after_it(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    """The reference's triggers stamp the start of the transaction, ours the moment of the write."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], triggers=Triggers.REFERENCE)
    sides.sync()
    for side in concurrent(sides):
        late = application(side)
        late.execute("SELECT now()")
        assert sent(sides, side) == {}
        late.execute('DELETE FROM "item" WHERE "id" = 2')
        late.execute("INSERT INTO \"item\" VALUES (2, 'again')")
        late.commit()

        assert sent(sides, side) == {"item": (1, 0)}
        assert sides.equal("item")
        assert sent(sides, side) == {}


@naive_fails
def test_rows_of_released_savepoints_are_sent_those_of_undone_ones_are_not(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    sides = start(provisioned)
    late = application(sides.server)
    late.execute("SAVEPOINT a; INSERT INTO \"item\" VALUES (10, 'kept'); RELEASE a")
    late.execute("SAVEPOINT b; INSERT INTO \"item\" VALUES (11, 'undone')")
    assert moved(sides.sync()) == NOTHING
    late.execute("ROLLBACK TO b; SAVEPOINT c; INSERT INTO \"item\" VALUES (12, 'kept'); RELEASE c")
    assert moved(sides.sync()) == NOTHING
    late.commit()

    assert moved(sides.sync()) == ({}, {"item": (2, 0)})
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@naive_fails
def test_more_savepoints_than_a_session_announces(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    """Beyond 64, others have to look up whose subtransaction an id is (PGPROC_MAX_CACHED_SUBXIDS)."""
    sides = start(provisioned)
    late = application(sides.server)
    for number in range(100):
        late.execute(f"SAVEPOINT s; INSERT INTO \"item\" VALUES ({100 + number}, 'x'); RELEASE s".encode())
        if number in {50, 80}:
            assert moved(sides.sync()) == NOTHING
    late.commit()

    assert moved(sides.sync()) == ({}, {"item": (100, 0)})
    assert moved(sides.sync()) == NOTHING


@naive_fails
@pytest.mark.parametrize("bound", ["MAX_ASKED", "MAX_PENDING"])
def test_too_many_ids_to_be_remembered_make_duplicates_and_no_gaps(
    provisioned: Opener,
    application: Callable[[Side], psycopg.Connection[Any]],
    monkeypatch: pytest.MonkeyPatch,
    bound: str,
) -> None:
    sides = start(provisioned)
    monkeypatch.setattr(marks, bound, 5)
    late = application(sides.server)
    late.execute("SELECT pg_current_xact_id()")
    for number in range(10):
        sides.server.run(f"INSERT INTO \"item\" VALUES ({20 + number}, 'x')")
        late.execute(f"SAVEPOINT s; INSERT INTO \"item\" VALUES ({40 + number}, 'x'); RELEASE s".encode())
    sides.sync()
    late.commit()

    sides.sync()

    assert sides.equal("item")
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 20')
    assert sides.sync().conflicts == 0


@naive_fails
def test_a_stamp_that_equals_the_mark_is_later_than_it(provisioned: Opener) -> None:
    """As of a write in the unit of the clock's reading, after the snapshot (H4, H8)."""
    sides = start(provisioned)
    sides.sync()
    mark = sides.server.value('SELECT "scope_last_server_sync_timestamp" FROM "scope_info_client"')
    with sides.server.connection.transaction():
        sides.server.run('UPDATE "item" SET "name" = \'same unit\' WHERE "id" = 1')
        sides.server.run(f'UPDATE "item_tracking" SET "timestamp" = {mark} WHERE "id" = 1')

    assert moved(sides.sync()) == ({}, {"item": (1, 0)})


@naive_fails
def test_a5_a_row_between_the_snapshots_is_no_conflict_when_the_client_edits_it(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed after the look and before the snapshot, it is sent, and the client has seen it."""
    sides = start(provisioned)
    with between_look_and_snapshot(monkeypatch, lambda: sides.server.run("INSERT INTO \"item\" VALUES (3, 'between')")):
        assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 3')

    result = sides.sync()

    assert result.conflicts == 0
    assert moved(result) == ({"item": (1, 0)}, {})
    assert moved(sides.sync()) == NOTHING


@naive_fails
def test_a_row_committed_late_is_a_conflict_when_the_client_edits_it(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    """The client cannot have seen it: under server-wins it stays, and the client's is in the journal."""
    sides = start(provisioned)
    late = application(sides.server)
    late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 1')
    sides.sync()
    late.commit()
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 1')

    result = sides.sync()

    assert result.conflicts == 1
    assert [loser.client for loser in sides.server.journal()] == [{"id": 1, "name": "mine"}]
    assert sides.server.rows("item")[0] == (1, "late")
    assert sides.equal("item")


class Between(LocalDatabasePeer):
    """A client on which something happens between the session's selection and its apply."""

    then: Callable[[], object]

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        with super().select(client, groups) as selection:
            yield selection
        self.then()


@naive_fails
@pytest.mark.parametrize("policy", ConflictPolicy)
def test_an_edit_open_before_the_clients_mark_and_committed_before_its_apply_is_judged(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]], policy: ConflictPolicy
) -> None:
    sides = start(provisioned)
    if sides.client.is_sqlite:
        pytest.skip("one writer at a time")
    late = application(sides.client)
    late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 1')
    sides.server.run('UPDATE "item" SET "name" = \'server\' WHERE "id" = 1')
    local = Between(sides.client.connection)
    local.then = late.commit

    assert sides.sync(policy=policy, local=local).conflicts == 1

    (loser,) = sides.client.journal()
    assert (loser.server, loser.client) == ({"id": 1, "name": "server"}, {"id": 1, "name": "late"})
    sides.sync(policy=policy)
    assert sides.equal("item")
    assert sides.server.rows("item")[0] == (1, "server" if policy is ConflictPolicy.SERVER_WINS else "late")


@naive_fails
def test_a_row_kept_aside_is_given_up_when_a_transaction_open_at_the_time_has_changed_it(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    """Tried again, it would overwrite what was committed since."""
    unique = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text CONSTRAINT "once" UNIQUE)'
    sides = provisioned(unique, tables=["item"], on_server=[ROWS], on_client=[ITEM], triggers=Triggers.REFERENCE)
    sides.sync()
    late = application(sides.server)
    late.execute("SELECT now()")
    sides.client.run('UPDATE "item" SET "name" = \'one\' WHERE "id" = 2')
    assert sides.sync().failed == 1
    late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 2')
    late.commit()
    sides.server.run('UPDATE "item" SET "name" = \'free\' WHERE "id" = 1')

    sides.sync()

    assert sides.server.rows("item") == [(1, "free"), (2, "late")]
    assert sides.server.errors() == []
    sides.sync()
    assert sides.equal("item")


# What holds with any mark, or needs none to fail.


@contextmanager
def between_look_and_snapshot(monkeypatch: pytest.MonkeyPatch, action: Callable[[], object]) -> Iterator[None]:
    """Somebody acts as soon as the server has taken its bookmark."""
    take = changes.take_bookmark
    done = False

    def taking(connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
        nonlocal done
        bookmark = take(connection, tables, states)
        if connection.endpoint == "server" and not done:
            done = True
            time.sleep(0.002)  # a clock's reading is not enough to see what is stamped in the same millisecond
            action()
        return bookmark

    with monkeypatch.context() as patch:
        patch.setattr(changes, "take_bookmark", taking)
        yield
    assert done


def test_a5_a_transaction_that_was_pending_and_is_in_the_snapshot_is_sent_once_and_seen(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sides = start(provisioned)
    late = application(sides.server)
    late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 1')
    with between_look_and_snapshot(monkeypatch, late.commit):
        assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    assert moved(sides.sync()) == NOTHING
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 1')

    assert sides.sync().conflicts == 0
    assert sides.equal("item")


def test_a_row_that_was_sent_is_no_conflict_when_the_client_edits_it(provisioned: Opener) -> None:
    """Frozen or not (A4)."""
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'sent\'')
    sides.sync()
    sides.server.run('VACUUM FREEZE "item_tracking"')
    assert moved(sides.sync()) == NOTHING
    sides.client.run('UPDATE "item" SET "name" = \'mine\'')

    result = sides.sync()

    assert (result.conflicts, moved(result)) == (0, ({"item": (2, 0)}, {}))
    assert moved(sides.sync()) == NOTHING


def test_two_sessions_without_a_write_move_nothing_and_an_undone_update_moves_nothing(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'new\' WHERE "id" = 1')
    undone = application(sides.server)
    undone.execute('UPDATE "item" SET "name" = \'undone\' WHERE "id" = 2')
    assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    undone.rollback()

    assert moved(sides.sync()) == NOTHING
    assert moved(sides.sync()) == NOTHING


def test_a9_a_parent_touched_after_the_mark_comes_with_its_child(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The snapshot bounds a selection, not a stamp."""
    sides = provisioned(
        'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY, "name" text)',
        'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "parent" ("id"))',
        tables=["parent", "child"],
    )
    sides.sync()
    sides.server.run("INSERT INTO \"parent\" VALUES (1, 'a')", 'INSERT INTO "child" VALUES (10, 1)')

    def touch() -> None:
        sides.server.run('UPDATE "parent" SET "name" = \'b\'')

    with between_look_and_snapshot(monkeypatch, touch):
        result = sides.sync()

    assert (result.failed, moved(result)) == (0, ({}, {"parent": (1, 0), "child": (1, 0)}))
    assert sides.equal("parent", "child")
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("ddl", ['ALTER TABLE "item" ALTER "id" TYPE bigint', 'TRUNCATE "item"'])
def test_a3_a_table_is_not_rewritten_under_a_snapshot(
    provisioned: Opener,
    application: Callable[[Side], psycopg.Connection[Any]],
    monkeypatch: pytest.MonkeyPatch,
    ddl: str,
) -> None:
    """It would look empty: a first sync would send nothing and store its mark."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    begin, refused = changes.begin_snapshot, []

    def beginning(connection: Connection, tables: Any) -> None:
        begin(connection, tables)
        if connection.endpoint == "server":
            writer = application(sides.server)
            writer.execute("SET lock_timeout = '50ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                writer.execute(ddl.encode())
            refused.append(ddl)

    monkeypatch.setattr(changes, "begin_snapshot", beginning)

    assert moved(sides.sync()) == ({}, {"item": (2, 0)})
    assert refused == [ddl]


def test_a_rewrite_of_the_records_makes_duplicates_and_no_conflicts(provisioned: Opener) -> None:
    """All rows have a new id then; where stamps are not older than the slack, they are sent again."""
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'sent\'')
    sides.sync()
    sides.server.run('ALTER TABLE "item_tracking" ALTER "id" TYPE bigint')

    result = sides.sync()

    assert (result.conflicts, moved(result)) == (0, ({}, {"item": (2, 0)}))
    assert moved(sides.sync()) == NOTHING


def test_a3_a_change_of_a_table_that_is_under_way_is_waited_for(
    provisioned: Opener, application: Callable[[Side], psycopg.Connection[Any]]
) -> None:
    """The snapshot is taken after the lock: one from before it would show an empty table."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    writer = application(sides.server)
    writer.execute('ALTER TABLE "item" ADD "more" float DEFAULT random()')  # written row by row
    results: list[SyncResult] = []
    thread = threading.Thread(target=lambda: results.append(sides.sync()))
    thread.start()
    with psycopg.connect(sides.server.url, autocommit=True) as observer:
        waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = to_regclass('public.item')"
        deadline = time.monotonic() + 10
        while observer.execute(waits).fetchone() == (0,) and time.monotonic() < deadline:
            time.sleep(0.01)
    assert thread.is_alive(), "the sync did not wait"
    writer.commit()
    thread.join(20)

    assert [moved(result) for result in results] == [({}, {"item": (2, 0)})]
