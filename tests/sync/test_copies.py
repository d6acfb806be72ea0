"""Two databases under one id, and one that was restored: noticed by what was sent under the id, and set apart (A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.result import Again
from tests.conftest import AND_EACH_OTHER
from tests.suite.abilities import abilities
from tests.sync.sides import NOTHING, moved
from tests.sync.test_lost_sessions import ITEM, ROWS, Deaf, put

if TYPE_CHECKING:
    from tests.suite.abilities import Backup
    from tests.sync.sides import Opener, Side, Sides


def backup(side: Side) -> Backup:
    """A copy of all that a database holds."""
    return abilities(side.connection.provider.name).backup(side.connection)


def copied(provisioned: Opener) -> Sides:
    """A client that has met its server, and a copy of it."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], clients=2)
    sides.sync(0)
    backup(sides.client).restore(sides.clients[1].connection)
    return sides


def quiet(sides: Sides) -> bool:
    """After two rounds nothing moves, and all are equal."""
    for client in (0, 1, 0, 1):
        sides.sync(client)
    return all(moved(sides.sync(client)) == NOTHING for client in (0, 1)) and sides.equal("item")


@AND_EACH_OTHER
def test_each_of_two_copies_gets_what_the_other_sends(provisioned: Opener) -> None:
    """The first to sync keeps the id; the other is told so once, and is a client of its own from then on."""
    sides = copied(provisioned)
    put(sides.clients[0], 3, "from the first")
    put(sides.clients[1], 4, "from its copy")
    identity = sides.id_of(0)
    assert sides.id_of(1) == identity
    assert sides.sync(0).server_again is None

    result = sides.sync(1)

    assert result.server_again is Again.RETURNED
    assert not result.is_first
    assert (sides.id_of(0), sides.id_of(1) == identity) == (identity, False)
    assert quiet(sides)
    assert (3, "from the first") in sides.clients[1].rows("item")
    assert (4, "from its copy") in sides.clients[0].rows("item")
    assert [sides.sync(client).server_again for client in (0, 1)] == [None, None]


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_edits_on_two_copies_are_a_conflict(provisioned: Opener, policy: ConflictPolicy) -> None:
    """One used to overwrite the other without a word: both were the same client's."""
    sides = copied(provisioned)
    put(sides.clients[0], 1, "from the first")
    put(sides.clients[1], 1, "from its copy")
    sides.sync(0, policy=policy)

    result = sides.sync(1, policy=policy)

    assert result.conflicts == 1
    kept, lost = ("from the first", "from its copy")
    if policy is ConflictPolicy.CLIENT_WINS:
        kept, lost = lost, kept
    (entry,) = sides.server.journal()
    loser = entry.client if policy is ConflictPolicy.SERVER_WINS else entry.server
    assert loser == {"id": 1, "name": lost}
    assert quiet(sides)
    assert sides.server.rows("item")[0] == (1, kept)


def test_copies_that_send_nothing_do_no_harm_under_one_id(provisioned: Opener) -> None:
    sides = copied(provisioned)
    for name in ("first", "second", "third"):
        put(sides.server, 1, name)
        for client in (0, 1):
            assert sides.sync(client).server_again is None
        assert sides.equal("item")

    assert sides.id_of(0) == sides.id_of(1)


def test_a_session_that_was_lost_is_not_taken_for_another_database(provisioned: Opener) -> None:
    """The server has noted a mark that the client has not stored; but nothing was sent under it."""
    sides = copied(provisioned)
    identity = sides.id_of()
    for _ in range(2):
        with pytest.raises(SyncFailed):
            sides.sync(local=Deaf(sides.client.connection))
        put(sides.client, 3, "three")

    result = sides.sync()

    assert (result.server_again, sides.id_of()) == (None, identity)


def test_a_copy_of_a_client_that_has_never_synced_becomes_another_one(provisioned: Opener) -> None:
    """It has an id as soon as it has tried."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], clients=2)
    with pytest.raises(SyncFailed):
        sides.sync(local=Deaf(sides.client.connection))
    backup(sides.client).restore(sides.clients[1].connection)
    put(sides.clients[0], 3, "from the first")
    put(sides.clients[1], 3, "from its copy")
    sides.sync(0)

    result = sides.sync(1)

    assert (result.server_again, result.is_first, result.conflicts) == (Again.RETURNED, True, 1)
    assert sides.id_of(0) != sides.id_of(1)
    assert quiet(sides)
    assert sides.server.rows("item")[-1] == (3, "from the first")


def test_a_client_that_is_restored_behind_a_lost_session_gets_back_what_that_had_sent(provisioned: Opener) -> None:
    """It shows the newest mark that it was ever given, so only the mark that the server has noted tells."""
    sides = copied(provisioned)
    before = backup(sides.client)
    put(sides.client, 3, "three")
    with pytest.raises(SyncFailed):
        sides.sync(local=Deaf(sides.client.connection))
    before.restore(sides.client.connection)

    result = sides.sync()

    assert result.server_again is Again.RETURNED
    assert (3, "three") in sides.client.rows("item")


def test_rows_kept_aside_go_with_the_new_id(provisioned: Opener) -> None:
    """A client that was restored is the only one that tries them again; what they are compared with goes along."""
    sides = copied(provisioned)
    sides.server.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    put(sides.client, 3, "one")
    assert sides.sync().failed == 1
    before = backup(sides.client)
    put(sides.client, 4, "four")
    sides.sync()
    before.restore(sides.client.connection)
    assert sides.sync().server_again is Again.RETURNED
    owner = sides.server.value('SELECT lower("client_id") FROM "dms_errors"')
    assert owner == sides.id_of()
    assert sides.server.value(
        'SELECT count(*) FROM "dms_errors" JOIN "dms_marks" ON "mark" = "kept_since"'
        ' AND "dms_errors"."client_id" = "dms_marks"."client_id"'
    )
    sides.server.drop_index("only", "item")

    sides.sync()

    assert sides.server.errors() == []
    sides.sync()
    assert sides.server.rows("item") == sides.client.rows("item") == [(1, "one"), (2, "two"), (3, "one"), (4, "four")]


def test_a_scope_that_is_added_later_does_not_take_an_id_that_a_copy_may_have(provisioned: Opener) -> None:
    sides = copied(provisioned)
    put(sides.client, 3, "three")
    sides.sync(0)
    put(sides.clients[1], 4, "four")
    sides.sync(1)
    old, own = sides.id_of(0), sides.id_of(1)
    side = sides.clients[1]
    columns = '"sync_scope_id", "sync_scope_name", "sync_scope_hash"'
    side.run(
        f'INSERT INTO "scope_info_client" ({columns}, "scope_last_sync_duration")'
        f" VALUES ('{old.upper()}', 'earlier', 'h', 0)"
    )
    assert LocalDatabasePeer(side.connection).client("later", "h").id.lower() not in {old, own}
