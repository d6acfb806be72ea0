"""A server that was replaced, rebuilt or restored: its clients begin anew, and nothing that anybody holds is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.sync.result import Anew
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'


def forget_client(server: Side) -> None:
    """What a database has in place of the client's row that never met it."""
    server.run('DELETE FROM "scope_info_client"')


def pristine(server: Side, *rows: str) -> None:
    """The table as it was before anything was synced: these rows, nothing tracked."""
    server.run('DELETE FROM "item"', *rows, 'DELETE FROM "item_tracking"')


def synced(provisioned: Opener) -> Sides:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'b')"])
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (3, 'c')")
    sides.sync()
    return sides


def test_a_server_that_does_not_know_the_client_is_compared_with_it_row_by_row(provisioned: Opener) -> None:
    """Rows that only one side has go to the other; those that differ are conflicts, and the loser is kept."""
    sides = synced(provisioned)
    pristine(sides.server, "INSERT INTO \"item\" VALUES (1, 'a'), (2, 'another'), (4, 'd')")
    forget_client(sides.server)

    result = sides.sync()

    assert result.anew is Anew.UNKNOWN
    assert sides.equal("item")
    assert sides.server.rows("item") == [(1, "a"), (2, "another"), (3, "c"), (4, "d")]
    assert [(loser.key, loser.client) for loser in sides.server.journal()] == [(2, {"id": 2, "name": "b"})]
    after = sides.sync()
    assert after.anew is None
    assert moved(after) == NOTHING


def test_a_server_that_was_restored_gets_back_what_its_clients_have(provisioned: Opener) -> None:
    sides = synced(provisioned)
    mark = sides.server.value('SELECT "scope_last_server_sync_timestamp" FROM "scope_info_client"')
    sides.server.run("INSERT INTO \"item\" VALUES (5, 'lost')")
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 3')
    sides.sync()
    sides.server.run(
        'DELETE FROM "item" WHERE "id" = 5',
        'UPDATE "item" SET "name" = \'c\' WHERE "id" = 3',
        'DELETE FROM "item_tracking" WHERE "id" IN (3, 5)',
        f'UPDATE "scope_info_client" SET "scope_last_server_sync_timestamp" = {mark}',
    )

    result = sides.sync()

    assert result.anew is Anew.OLDER
    assert sides.equal("item")
    assert (5, "lost") in sides.server.rows("item")
    assert [loser.client for loser in sides.server.journal()] == [{"id": 3, "name": "mine"}]
    assert moved(sides.sync()) == NOTHING


class Dying(LocalDatabasePeer):
    """A client that dies before or after its commit."""

    def __init__(self, connection: Connection, *, committed: bool) -> None:
        super().__init__(connection)
        self.committed = committed

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        if self.committed:
            super().apply(client, delivery, local, remote)
        raise SyncFailed(self.name, "it died")


@pytest.mark.parametrize("committed", [False, True])
def test_a_session_that_died_is_no_reason_to_begin_anew(provisioned: Opener, committed: bool) -> None:  # noqa: FBT001
    sides = synced(provisioned)
    sides.server.run("INSERT INTO \"item\" VALUES (6, 'e')")
    with pytest.raises(SyncFailed, match="it died"):
        sides.sync(local=Dying(sides.client.connection, committed=committed))

    result = sides.sync()

    assert result.anew is None
    assert moved(result) == (NOTHING if committed else ({}, {"item": (1, 0)}))
    assert sides.equal("item")


def test_a_client_that_dies_while_it_begins_anew_begins_anew(provisioned: Opener) -> None:
    """The server has noted a mark by then; the client has forgotten its own."""
    sides = synced(provisioned)
    pristine(sides.server, "INSERT INTO \"item\" VALUES (1, 'changed')")
    forget_client(sides.server)
    with pytest.raises(SyncFailed, match="it died"):
        sides.sync(local=Dying(sides.client.connection, committed=False))

    result = sides.sync()

    assert result.is_first
    assert sides.equal("item")
    assert sides.server.rows("item") == [(1, "changed"), (2, "b"), (3, "c")]


def test_a_newer_version_of_a_row_that_was_kept_aside_stays(provisioned: Opener) -> None:
    sides = synced(provisioned)
    sides.client.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    sides.server.run("INSERT INTO \"item\" VALUES (6, 'a')")
    assert sides.sync().failed == 1
    sides.client.drop_index("only", "item")
    sides.server.run(
        'UPDATE "item" SET "name" = \'newer\' WHERE "id" = 6',
        'DELETE FROM "item_tracking"',
        'DELETE FROM "scope_info_client"',
    )

    sides.sync()

    assert (6, "newer") in sides.client.rows("item")
    sides.sync()
    assert sides.equal("item")
