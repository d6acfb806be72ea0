"""Changes on their way keep no application waiting, however slow the other side is (A13)."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import DiskFull, Locked
from dms_pipeline.providers.sqlite import changes
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.sync.changes import BATCH_ROWS
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import RowBatch, SyncedTable
    from dms_pipeline.sync.peers import Delivery
    from dms_pipeline.sync.result import Applied
    from tests.conftest import Pair
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int PRIMARY KEY, "name" text)'
MANY = 3 * BATCH_ROWS
ROWS = (
    f'WITH RECURSIVE "n" ("id") AS (SELECT 1 UNION ALL SELECT "id" + 1 FROM "n" WHERE "id" < {MANY})'
    ' INSERT INTO "item" SELECT "id", \'name\' FROM "n"'
)
WRITE = "INSERT INTO \"item\" VALUES (-1, 'written meanwhile')"


@pytest.fixture
def server_and_client(sqlite_urls: Callable[[], str]) -> Pair:
    """Files, of which one program may keep all others out."""
    from tests.conftest import Pair

    return Pair(server_kind="sqlite", client_kind="sqlite", server_url=sqlite_urls(), client_url=sqlite_urls())


@pytest.fixture(params=["wal", "delete"])
def sides(request: pytest.FixtureRequest, provisioned: Opener) -> Sides:
    """A server with rows and a client that has none, in each journal mode."""
    made = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    for side in (made.server, made.client):
        side.value(f"PRAGMA journal_mode = {request.param}")
    return made


class Slow(LocalDatabasePeer):
    """A client whose batches come one by one; somebody writes to the server after the first."""

    def __init__(self, client: Side, act: Callable[[], object]) -> None:
        super().__init__(client.connection)
        self.act = act

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        """Let somebody act in the middle of it."""

        def batches() -> Iterator[RowBatch]:
            for number, batch in enumerate(delivery.batches):
                yield batch
                if number == 0:
                    self.act()

        return super().apply(client, replace(delivery, batches=batches()), local, remote)


def impatient(provisioned: Opener, side: Side) -> Side:
    """An application that does not wait for a lock."""
    made = provisioned.another(side)
    made.connection.execute("PRAGMA busy_timeout = 1")
    return made


def test_an_application_commits_while_a_client_takes_its_time(sides: Sides, provisioned: Opener) -> None:
    application = impatient(provisioned, sides.server)
    sides.sync(local=Slow(sides.client, lambda: application.run(WRITE)))

    assert sides.client.value('SELECT count(*) FROM "item"') == MANY
    assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_it_could_not_where_a_snapshot_is_held_open_meanwhile(
    sides: Sides, provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "detached", lambda _, batches: nullcontext(batches))
    application = impatient(provisioned, sides.server)
    waits: list[Locked] = []

    def act() -> None:
        try:
            application.run(WRITE)
        except Locked as error:
            waits.append(error)

    sides.sync(local=Slow(sides.client, act))

    assert bool(waits) is (sides.server.value("PRAGMA journal_mode") == "delete")


def test_what_is_too_large_for_memory_is_copied_into_a_file(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dms_pipeline.providers.sqlite.spooling.IN_MEMORY", 1)
    sides.sync()

    assert sides.equal("item")


def test_without_room_for_a_copy_nothing_is_synced_and_the_cure_is_named(
    sides: Sides, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dms_pipeline.providers.sqlite.spooling.marshal.dumps", full)
    if sides.server.value("PRAGMA journal_mode") == "wal":
        sides.sync()
        return
    with pytest.raises(DiskFull, match="no room for a copy") as caught:
        sides.sync()

    assert "WAL" in str(caught.value.hint)
    assert not sides.server.in_transaction()
    monkeypatch.undo()
    sides.sync()
    assert sides.equal("item")


def test_a5_an_edit_of_a_row_that_came_in_between_mark_and_snapshot_is_no_conflict(
    sides: Sides, provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session delivers it, so the client has seen it."""
    sides.sync()
    application = provisioned.another(sides.server)
    begin = changes.begin_snapshot
    turns = iter(range(10))

    def after_the_mark(connection: Connection, tables: tuple[SyncedTable, ...]) -> None:
        if connection is sides.server.connection and next(turns) == 0:
            application.run('UPDATE "item" SET "name" = \'server\' WHERE "id" = 1')
        begin(connection, tables)

    monkeypatch.setattr(changes, "begin_snapshot", after_the_mark)
    assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    sides.client.run('UPDATE "item" SET "name" = \'client\' WHERE "id" = 1')
    result = sides.sync()

    assert (moved(result), result.conflicts) == (({"item": (1, 0)}, {}), 0)
    assert sides.server.rows("item", order='"id"')[0] == (1, "client")
