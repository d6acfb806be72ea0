"""A mark is a key: given once, found again, and what is done where it is not (spec: safe marks, 1.2; A1, A2)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from dms_pipeline.errors import NotProvisioned, SyncFailed
from dms_pipeline.runtime.intact import check_intact
from dms_pipeline.runtime.marks import Marks
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.runtime.peer import utc_now
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.own import marking
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.result import Again
from tests.provisioning import SCOPE, planned
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two')"
SERVER_MARK, CLIENT_MARK = '"scope_last_server_sync_timestamp"', '"scope_last_sync_timestamp"'


def start(provisioned: Opener, *, clients: int = 1) -> Sides:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], clients=clients)
    for number in range(clients):
        sides.sync(number)
    return sides


def mark(client: Side, column: str = SERVER_MARK) -> int:
    return int(client.value(f'SELECT {column} FROM "scope_info_client"'))


def marks(side: Side) -> list[tuple[int, bool, bool]]:
    """The marks that are kept: with a state, shown by the client."""
    rows = side.connection.rows(
        'SELECT "mark", "state" IS NOT NULL, "presented_at" IS NOT NULL FROM "dms_marks" ORDER BY 1'
    )
    return [(number, bool(state), bool(presented)) for number, state, presented in rows]


class Dying(LocalDatabasePeer):
    """A client that never gets the answer."""

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        raise SyncFailed(self.name, f"the answer was lost: {client} {delivery} {local} {remote}")


def test_a_lost_answer_shows_the_old_mark_again_and_no_mark_is_given_twice(provisioned: Opener) -> None:
    sides = start(provisioned)
    first = mark(sides.client)
    sides.server.run("INSERT INTO \"item\" VALUES (3, 'three')")
    for _ in range(2):
        with pytest.raises(SyncFailed):
            sides.sync(local=Dying(sides.client.connection))
    assert mark(sides.client) == first
    given = [number for number, _, _ in marks(sides.server)]
    assert given[0] == first
    assert len(set(given)) == len(given) == 3

    assert moved(sides.sync()) == ({}, {"item": (1, 0)})

    assert mark(sides.client) > given[-1]
    assert moved(sides.sync()) == NOTHING


def test_states_before_the_one_that_was_shown_go_and_that_one_stays(provisioned: Opener) -> None:
    sides = start(provisioned)
    for _ in range(4):
        shown = mark(sides.client), mark(sides.client, CLIENT_MARK)
        sides.sync()
    for side, before, after in (
        (sides.server, shown[0], mark(sides.client)),
        (sides.client, shown[1], mark(sides.client, CLIENT_MARK)),
    ):
        assert marks(side) == [(before, True, True), (after, True, False)]


def test_without_a_state_everything_recorded_is_sent_again_and_it_is_said(provisioned: Opener) -> None:
    """Once: the next sync knows what the client has."""
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'sent\'')
    sides.sync()
    sides.server.run('DELETE FROM "dms_marks"')

    result = sides.sync()

    assert (result.server_again, result.client_again) == (Again.UNKNOWN, None)
    assert (result.conflicts, moved(result)) == (0, ({}, {"item": (2, 0)}))
    after = sides.sync()
    assert (after.server_again, moved(after)) == (None, NOTHING)


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_without_a_state_an_edit_of_a_row_that_was_sent_long_ago_is_no_conflict(
    provisioned: Opener, policy: ConflictPolicy
) -> None:
    """Or every edit that waits on a client that is taken over would be one, and lose."""
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'sent\'')
    sides.sync()
    for side in (sides.server, sides.client):
        side.run('DELETE FROM "dms_marks"')
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 1')

    result = sides.sync(policy=policy)

    assert (result.server_again, result.client_again) == (Again.UNKNOWN, Again.UNKNOWN)
    assert result.conflicts == 0
    assert sides.server.rows("item") == [(1, "mine"), (2, "sent")]
    assert sides.equal("item")


def test_a_state_of_another_database_is_none(provisioned: Opener) -> None:
    """As after a dump that was restored elsewhere: ids mean nothing there."""
    sides = start(provisioned)
    if sides.server.is_sqlite:
        pytest.skip("a copy of a file goes on with its clock")
    for number, text in sides.server.connection.rows('SELECT "mark", "state" FROM "dms_marks"'):
        state = json.dumps(json.loads(text) | {"database": "1/1"})
        sides.server.run(f'UPDATE "dms_marks" SET "state" = \'{state}\' WHERE "mark" = {number}')

    assert sides.sync().server_again is Again.UNKNOWN
    assert sides.sync().server_again is None


def sync_as_the_reference(sides: Sides, number: int) -> None:
    """A session of other software that finds nothing: it stores a reading of each clock, and knows of no state."""
    client = sides.clients[number]
    identity = sides.id_of(number)
    for side, column in ((sides.server, SERVER_MARK), (client, CLIENT_MARK)):
        clock = (
            "CAST(replace(strftime('%Y%m%d%H%M%f','now'),'.','') AS INTEGER)"
            if side.is_sqlite
            else "(extract(epoch from now()) * 1000)::bigint"
        )
        now = side.value(f"SELECT {clock}")
        for copy in (sides.server, client):
            copy.run(
                f'UPDATE "scope_info_client" SET {column} = {now}'
                f" WHERE lower(CAST(\"sync_scope_id\" AS text)) = '{identity}'"
            )


def test_a1_a_client_that_synced_with_other_software_goes_on_from_its_own_last_state(provisioned: Opener) -> None:
    """Another client's state, although newer, would pass over what was open in between."""
    if provisioned.pair.server_kind == "sqlite":
        pytest.skip("one writer at a time")
    sides = start(provisioned, clients=2)
    with psycopg.connect(sides.server.url) as late:
        late.execute('UPDATE "item" SET "name" = \'late\' WHERE "id" = 1')
        sides.sync(0)
    assert moved(sides.sync(1)) == ({}, {"item": (1, 0)})
    sync_as_the_reference(sides, 0)

    result = sides.sync(0)

    assert result.server_again is None
    assert moved(result) == ({}, {"item": (1, 0)})
    assert sides.equal("item")
    assert moved(sides.sync(0)) == NOTHING


def restore(client: Side, server_mark: int, client_mark: int, *statements: str) -> None:
    """The client's database as it was when it had these marks; the statements undo what was done to rows since."""
    client.run(
        *statements,
        'DELETE FROM "item_tracking"',
        f'DELETE FROM "dms_marks" WHERE "mark" > {client_mark}',
        f'UPDATE "scope_info_client" SET {SERVER_MARK} = {server_mark}, {CLIENT_MARK} = {client_mark}',
    )


def test_a2_a_client_that_was_restored_gets_back_what_it_had_uploaded(provisioned: Opener) -> None:
    sides = start(provisioned)
    then = mark(sides.client), mark(sides.client, CLIENT_MARK)
    sides.client.run("INSERT INTO \"item\" VALUES (3, 'mine')", 'DELETE FROM "item" WHERE "id" = 2')
    sides.sync()
    sides.sync()
    restore(sides.client, *then, 'DELETE FROM "item" WHERE "id" = 3', "INSERT INTO \"item\" VALUES (2, 'two')")

    result = sides.sync()

    assert result.server_again is Again.RETURNED
    assert sides.equal("item")
    assert sides.client.rows("item") == [(1, "one"), (3, "mine")]
    after = sides.sync()
    assert (after.server_again, moved(after)) == (None, NOTHING)


def test_a2_an_edit_of_what_a_restored_client_has_forgotten_is_a_conflict_with_its_own(provisioned: Opener) -> None:
    """The server's row is not the one that was edited, though the same client wrote it."""
    sides = start(provisioned)
    then = mark(sides.client), mark(sides.client, CLIENT_MARK)
    sides.client.run('UPDATE "item" SET "name" = \'uploaded\' WHERE "id" = 1')
    sides.sync()
    sides.sync()
    restore(sides.client, *then, 'UPDATE "item" SET "name" = \'one\' WHERE "id" = 1')
    sides.client.run('UPDATE "item" SET "name" = \'edited\' WHERE "id" = 1')

    result = sides.sync()

    assert result.conflicts == 1
    assert sides.server.rows("item")[0] == (1, "uploaded")
    assert [loser.client for loser in sides.server.journal()] == [{"id": 1, "name": "edited"}]
    assert sides.equal("item")


def test_two_sessions_of_one_client_at_once_get_marks_of_their_own(provisioned: Opener) -> None:
    """The reference does not keep a client from it: both have looked before either issues."""
    sides = start(provisioned)
    client = LocalDatabasePeer(sides.client.connection).known_client(SCOPE, parameter_hash({}))
    assert client is not None
    both = [Marks(sides.server.connection, client, client.last_server_sync_timestamp, utc_now) for _ in range(2)]
    taken = [each.take(()) for each in both]

    issued = [
        each.issue(replace(bookmark, timestamp=taken[0].timestamp)) for each, bookmark in zip(both, taken, strict=True)
    ]

    assert issued[1].timestamp == issued[0].timestamp + 1
    assert [number for number, _, _ in marks(sides.server)][-2:] == [one.timestamp for one in issued]


def test_a_database_without_the_tables_for_marks_is_refused_and_the_plan_makes_them(provisioned: Opener) -> None:
    sides = start(provisioned)
    dropped = 0
    for side in (sides.server, sides.client):
        for name in reversed(marking(side.connection.provider.traits)):
            side.run(f'DROP TABLE "{name}"')
            dropped += 1
            peer = LocalDatabasePeer(side.connection)

            with pytest.raises(NotProvisioned, match=name) as caught:
                check_intact(side.connection, peer.scope(SCOPE))

            assert caught.value.hint is not None
            assert "dms-pipeline apply" in caught.value.hint
    setup = SyncSetup(tables=(SetupTable(name="item"),))
    plan = planned(sides.server.connection, {SCOPE: (setup, [sides.client.connection])})
    assert [step.operation.kind for step in plan.steps] == ["create-own-table"] * dropped
