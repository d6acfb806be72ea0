"""A session that is lost after its upload: the next goes on from there, and what was done meanwhile is no conflict."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.directives import SyncType
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery, Selection
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two')"


class Deaf(LocalDatabasePeer):
    """A client that never gets the server's rows."""

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        raise SyncFailed(self.name, f"lost on the way: {client} {delivery} {local} {remote}")


class Mute(RemoteDatabasePeer):
    """A server that is lost as soon as it has committed what came."""

    @contextmanager
    def select(self, *args: object, **options: object) -> Iterator[Selection]:
        """Not any more."""
        raise SyncFailed(self.name, f"lost: {args} {options}")
        yield


def lose(sides: Sides, moment: str, **options: ConflictPolicy | SyncType) -> None:
    """A session of which the client gets nothing: lost `uploaded`, or when the server has `noted` all of it."""
    uploaded = moment == "uploaded"
    with pytest.raises(SyncFailed, match="lost"):
        sides.sync(
            local=None if uploaded else Deaf(sides.client.connection),
            remote=Mute(sides.server.connection) if uploaded else None,
            **options,  # type: ignore[arg-type]
        )


@pytest.fixture(params=["uploaded", "noted"])
def moment(request: pytest.FixtureRequest) -> str:
    """When a session is lost."""
    return str(request.param)


def start(provisioned: Opener) -> Sides:
    """A client that has met its server."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    sides.sync()
    return sides


def put(side: Side, number: int, name: str) -> None:
    taken = side.connection.provider.traits.style.or_update(("id",), ("name",))
    side.run(f'INSERT INTO "item" ("id", "name") VALUES ({number}, \'{name}\') {taken}')


def stored(side: Side) -> int:
    return int(side.value('SELECT count(*) FROM "dms_marks"'))


# Of a client that has synced before.


def test_what_went_up_is_not_sent_twice(provisioned: Opener, moment: str) -> None:
    """The server has noted the client's mark together with the rows; the client has stored what that stands for."""
    sides = start(provisioned)
    put(sides.client, 3, "three")
    sides.client.run('DELETE FROM "item" WHERE "id" = 2')
    lose(sides, moment)
    put(sides.client, 4, "four")

    assert moved(sides.sync()) == ({"item": (1, 0)}, {})

    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_an_edit_of_the_server_is_no_conflict_with_the_row_that_it_edits(
    provisioned: Opener, moment: str, policy: ConflictPolicy
) -> None:
    """Under client-wins, the older row used to overwrite the newer one."""
    sides = start(provisioned)
    put(sides.client, 1, "from the client")
    lose(sides, moment, policy=policy)
    put(sides.server, 1, "edited on the server")

    result = sides.sync(policy=policy)

    assert result.conflicts == 0
    assert sides.server.rows("item")[0] == (1, "edited on the server")
    assert sides.equal("item")


def test_a_delete_of_the_server_is_final(provisioned: Opener, moment: str) -> None:
    sides = start(provisioned)
    put(sides.client, 3, "three")
    lose(sides, moment)
    sides.server.run('DELETE FROM "item" WHERE "id" = 3')

    assert (sides.sync().conflicts, sides.server.rows("item")) == (0, [(1, "one"), (2, "two")])
    assert sides.equal("item")


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_a_conflict_is_decided_once(provisioned: Opener, moment: str, policy: ConflictPolicy) -> None:
    """What won comes down with the next session; the loser is in the journal since the one that was lost."""
    sides = start(provisioned)
    put(sides.server, 1, "server")
    put(sides.client, 1, "client")
    lose(sides, moment, policy=policy)

    result = sides.sync(policy=policy)

    assert result.conflicts == 0
    assert len(sides.server.journal()) == 1
    assert sides.client.journal() == []
    assert sides.server.rows("item")[0] == (1, "server" if policy is ConflictPolicy.SERVER_WINS else "client")
    assert sides.equal("item")


def test_an_edit_made_since_is_judged_like_any_other(provisioned: Opener, moment: str) -> None:
    sides = start(provisioned)
    put(sides.client, 1, "client")
    lose(sides, moment)
    put(sides.server, 1, "server")
    put(sides.client, 1, "client again")

    sides.sync()

    assert [(loser.client, loser.server) for loser in sides.server.journal()] == [
        ({"id": 1, "name": "client again"}, {"id": 1, "name": "server"})
    ]
    assert sides.equal("item")


def test_a_row_that_the_server_refused_is_kept_there_once(provisioned: Opener, moment: str) -> None:
    sides = start(provisioned)
    sides.server.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    put(sides.client, 3, "one")
    lose(sides, moment)
    assert sides.sync().failed == 1
    assert sides.server.errors() == [("item", 3, "upsert")]
    sides.server.drop_index("only", "item")

    sides.sync()

    assert sides.server.errors() == []
    assert sides.equal("item")


def test_several_sessions_may_be_lost_one_after_the_other(provisioned: Opener, moment: str) -> None:
    """With something to send or without: the last one's mark takes the place of the one before."""
    sides = start(provisioned)
    put(sides.client, 1, "first")
    lose(sides, moment)
    lose(sides, "noted")
    put(sides.client, 2, "second")
    lose(sides, moment)
    lose(sides, "noted")
    put(sides.server, 1, "edited")
    put(sides.server, 2, "edited")

    result = sides.sync()

    assert (moved(result), result.conflicts) == (({}, {"item": (2, 0)}), 0)
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_a_session_that_sends_nothing_stores_nothing_before_it_ends(provisioned: Opener) -> None:
    sides = start(provisioned)
    before = stored(sides.client)
    lose(sides, "noted")
    assert stored(sides.client) == before

    assert moved(sides.sync()) == NOTHING


def test_sessions_that_never_come_to_an_end_do_not_fill_the_database(provisioned: Opener) -> None:
    sides = start(provisioned)
    put(sides.client, 1, "client")
    for _ in range(15):
        lose(sides, "noted")

    assert stored(sides.client) < 15
    assert moved(sides.sync()) == ({}, {})
    sides.sync()
    assert stored(sides.client) == 2


def test_what_was_not_sent_is_not_taken_for_sent(provisioned: Opener) -> None:
    """A reinitialisation notes a mark, too; if it is lost, whatever it did not send still waits."""
    sides = start(provisioned)
    put(sides.client, 1, "sent")
    lose(sides, "uploaded")
    put(sides.client, 2, "not sent")
    lose(sides, "noted", sync_type=SyncType.REINITIALIZE)

    assert moved(sides.sync()) == ({"item": (1, 0)}, {})
    assert sides.server.rows("item") == [(1, "sent"), (2, "not sent")]


def test_a_server_that_has_gone_back_behind_the_upload_gets_it_again(provisioned: Opener) -> None:
    """Its copy of the client's row says an earlier mark, as before the upload."""
    sides = start(provisioned)
    mark = sides.server.value('SELECT "scope_last_sync_timestamp" FROM "scope_info_client"')
    put(sides.client, 3, "three")
    lose(sides, "uploaded")
    sides.server.run(
        'DELETE FROM "item" WHERE "id" = 3',
        'DELETE FROM "item_tracking" WHERE "id" = 3',
        f'UPDATE "scope_info_client" SET "scope_last_sync_timestamp" = {mark}',
    )

    assert moved(sides.sync()) == ({"item": (1, 0)}, {})
    assert sides.equal("item")


# Of a new client.


def new(provisioned: Opener) -> Sides:
    """A client with rows of its own that has never synced."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    put(sides.client, 7, "seven")
    put(sides.client, 8, "eight")
    return sides


def test_a_first_sync_does_not_send_its_rows_twice_or_back(provisioned: Opener, moment: str) -> None:
    sides = new(provisioned)
    lose(sides, moment)
    put(sides.client, 9, "nine")

    result = sides.sync()

    assert result.is_first
    assert moved(result) == ({"item": (1, 0)}, {"item": (2, 0)})
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_what_the_server_does_between_two_first_syncs_reaches_the_client(
    provisioned: Opener, moment: str, policy: ConflictPolicy
) -> None:
    """A row that it deleted used to come back, with nothing in any journal."""
    sides = new(provisioned)
    lose(sides, moment, policy=policy)
    sides.server.run('DELETE FROM "item" WHERE "id" = 7')
    put(sides.server, 8, "edited")

    result = sides.sync(policy=policy)

    assert result.conflicts == 0
    assert sides.server.rows("item") == [(1, "one"), (2, "two"), (8, "edited")]
    assert sides.equal("item")


def test_a_delete_that_several_first_syncs_were_lost_over_is_told_all_the_same(provisioned: Opener) -> None:
    sides = new(provisioned)
    lose(sides, "noted")
    sides.server.run('DELETE FROM "item" WHERE "id" = 7')
    put(sides.client, 9, "nine")
    lose(sides, "noted")
    lose(sides, "noted")

    sides.sync()

    assert sides.server.rows("item") == [(1, "one"), (2, "two"), (8, "eight"), (9, "nine")]
    assert sides.equal("item")


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_an_edit_of_what_the_server_deleted_meanwhile_is_a_conflict(
    provisioned: Opener, moment: str, policy: ConflictPolicy
) -> None:
    """A new client contradicts no delete of the time before it came; one of its own row it does."""
    sides = new(provisioned)
    sides.server.run('DELETE FROM "item" WHERE "id" = 2')
    lose(sides, moment, policy=policy)
    sides.server.run('DELETE FROM "item" WHERE "id" = 7')
    put(sides.client, 7, "edited")
    put(sides.client, 2, "another two")

    sides.sync(policy=policy)

    keeps_server = policy is ConflictPolicy.SERVER_WINS
    assert [(loser.key, loser.kept) for loser in sides.server.journal()] == [
        (7, "server" if keeps_server else "client")
    ]
    assert ((7, "edited") in sides.server.rows("item")) is not keeps_server
    assert (2, "another two") in sides.server.rows("item")
    assert sides.equal("item")


class During(LocalDatabasePeer):
    """A client whose application, or the server's, writes when its rows have gone up."""

    def __init__(self, sides: Sides, act: Callable[[], None]) -> None:
        super().__init__(sides.client.connection)
        self.act = act

    def encodings(self, *args: object) -> object:  # type: ignore[override]
        """Asked between upload and download of a first sync."""
        self.act()
        return super().encodings(*args)  # type: ignore[arg-type]


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_an_edit_during_a_first_sync_is_no_conflict_with_the_row_that_went_up(
    provisioned: Opener, policy: ConflictPolicy
) -> None:
    sides = new(provisioned)
    another = provisioned.another(sides.client)

    result = sides.sync(local=During(sides, lambda: put(another, 7, "edited")), policy=policy)

    assert result.conflicts == 0
    assert moved(sides.sync(policy=policy)) == ({"item": (1, 0)}, {})
    assert sides.equal("item")
    assert (7, "edited") in sides.server.rows("item")


def test_a_row_that_is_deleted_on_the_server_as_soon_as_it_has_gone_up_goes(provisioned: Opener) -> None:
    sides = new(provisioned)
    another = provisioned.another(sides.server)

    sides.sync(local=During(sides, lambda: another.run('DELETE FROM "item" WHERE "id" = 7')))

    assert (7, "seven") not in sides.client.rows("item")
    assert sides.equal("item")


@pytest.mark.parametrize("sync_type", [SyncType.REINITIALIZE, SyncType.REINITIALIZE_WITH_UPLOAD])
def test_a_reinitialisation_brings_the_rows_that_went_up_as_well(
    provisioned: Opener, moment: str, sync_type: SyncType
) -> None:
    """It replaces all that is here by what comes."""
    sides = new(provisioned)
    lose(sides, moment)

    sides.sync(sync_type=sync_type)

    assert (7, "seven") in sides.client.rows("item")
    assert sides.equal("item")


def test_a_client_that_begins_anew_forgets_the_sessions_that_it_lost(provisioned: Opener, moment: str) -> None:
    """Its rows are claimed with the stamps that they have, so a state of before would pass them over."""
    sides = start(provisioned)
    put(sides.client, 3, "three")
    sides.sync()
    lose(sides, moment)
    sides.server.run('DELETE FROM "item"', 'DELETE FROM "item_tracking"')
    sides.server.run('UPDATE "scope_info_client" SET "scope_last_server_sync_timestamp" = 1')

    class Broken(RemoteDatabasePeer):
        def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
            raise SyncFailed(self.name, f"lost: {client} {delivery}")

    with pytest.raises(SyncFailed, match="lost"):
        sides.sync(remote=Broken(sides.server.connection))
    identity = sides.id_of()

    result = sides.sync()

    assert (result.is_first, result.anew, sides.id_of()) == (True, None, identity)
    assert sides.server.rows("item") == [(1, "one"), (2, "two"), (3, "three")]
