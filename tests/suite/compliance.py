"""What the reference's own tests promise and no test of ours showed yet, with the counts that they ask for.

`docs/compliance.md` says which test covers which of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.suite.world import Interruption, Step, Verb, Write

if TYPE_CHECKING:
    from dms_pipeline.sync.result import SyncResult
    from tests.suite.world import World

__all__ = [
    "test_a_row_inserted_and_updated_before_a_sync_is_one_change",
    "test_a_row_that_is_inserted_while_its_client_sends_goes_up_with_the_next_sync",
    "test_a_row_that_nobody_tracked_is_deleted_by_a_client",
    "test_a_server_s_update_reaches_every_client_once",
    "test_a_value_becomes_null_and_null_a_value_on_every_side",
    "test_an_insert_and_a_delete_are_two_changes",
    "test_each_client_sends_its_rows_and_gets_those_of_the_clients_before_it",
    "test_every_client_gets_what_the_server_inserted_and_sends_nothing",
    "test_many_rows_of_a_client_go_up_in_one_sync",
    "test_the_same_rows_deleted_by_every_client_are_gone_and_no_conflict",
]

MANY = 10_000


def counts(result: SyncResult | None) -> tuple[int, int, int]:
    """Rows and deletes to the server, to the client; conflicts."""
    assert result is not None
    assert result.failed == 0
    up, down = (side.total("rows") + side.total("deletes") for side in (result.to_server, result.to_client))
    return up, down, result.conflicts


def put(table: str, number: int, other: int | None = None) -> Write:
    return Write(Verb.PUT, table, number, other)


def ended(world: World) -> None:
    """All sides are equal, and nothing moves any more."""
    world.settle()
    world.judge()


@pytest.mark.parametrize("tables", [("team",), ("team", "tag")], ids=["one-table", "two-tables"])
def test_every_client_gets_what_the_server_inserted_and_sends_nothing(world: World, tables: tuple[str, ...]) -> None:
    world.settle()
    world.write(0, *(put(table, number) for table in tables for number in (1, 2)))

    for client in range(3):
        assert counts(world.sync(client)) == (0, 2 * len(tables), 0)

    ended(world)


@pytest.mark.parametrize("tables", [("team",), ("team", "tag")], ids=["one-table", "two-tables"])
def test_each_client_sends_its_rows_and_gets_those_of_the_clients_before_it(
    world: World, tables: tuple[str, ...]
) -> None:
    world.settle()
    for client in range(3):
        world.write(client + 1, *(put(table, client + 1) for table in tables))

    for client in range(3):
        assert counts(world.sync(client)) == (len(tables), len(tables) * client, 0)

    ended(world)


def test_a_row_inserted_and_updated_before_a_sync_is_one_change(world: World) -> None:
    world.settle()
    world.write(0, put("team", 1))
    world.write(0, put("team", 1))
    world.write(1, put("tag", 1))
    world.write(1, put("tag", 1))

    assert counts(world.sync()) == (1, 1, 0)

    ended(world)


def test_an_insert_and_a_delete_are_two_changes(world: World) -> None:
    world.write(0, put("team", 1))
    world.settle()
    world.write(0, put("team", 2), Write(Verb.DROP, "team", 1, None))

    result = world.sync()

    assert counts(result) == (0, 2, 0)
    assert result is not None
    assert (result.to_client.total("rows"), result.to_client.total("deletes")) == (1, 1)
    ended(world)


def test_a_server_s_update_reaches_every_client_once(world: World) -> None:
    world.write(0, put("team", 1))
    world.settle()
    world.write(0, put("team", 1))

    assert [counts(world.sync(client)) for client in (0, 1, 2, 0)] == [(0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 0, 0)]

    ended(world)


@pytest.mark.parametrize("side", [0, 1], ids=["server", "client"])
def test_a_value_becomes_null_and_null_a_value_on_every_side(world: World, side: int) -> None:
    world.write(side, put("tag", 1, 1))
    world.settle()
    for word in (None, 2):
        world.write(side, put("tag", 1, word))
        ended(world)
        expected = None if word is None else f"word{word}"
        found = [each.application.value('SELECT "word" FROM "tag" WHERE "id" = 1') for each in world.sides]
        assert found == [expected] * len(world.sides)


def test_the_same_rows_deleted_by_every_client_are_gone_and_no_conflict(world: World) -> None:
    """The first delete is the server's; the others find nothing, and what comes back finds nothing either."""
    world.write(0, put("team", 1), put("team", 2))
    world.settle()
    for client in range(3):
        world.write(client + 1, Write(Verb.DROP, "team", 1, None), Write(Verb.DROP, "team", 2, None))

    assert [counts(world.sync(client)) for client in range(3)] == [(2, 0, 0), (0, 0, 0), (0, 0, 0)]

    ended(world)
    assert all(side.application.value('SELECT count(*) FROM "team"') == 0 for side in world.sides)


def test_a_row_that_nobody_tracked_is_deleted_by_a_client(world: World) -> None:
    """It was on the server before that was set up."""
    world.write(0, put("team", 1))
    world.server.application.execute('DELETE FROM "team_tracking"')
    world.settle()
    world.write(1, Write(Verb.DROP, "team", 1, None))

    assert counts(world.sync()) == (1, 0, 0)

    ended(world)
    assert world.server.application.value('SELECT count(*) FROM "team"') == 0


def test_a_row_that_is_inserted_while_its_client_sends_goes_up_with_the_next_sync(world: World) -> None:
    world.settle()
    world.write(1, put("team", 1))
    later = Interruption(Step.UPLOADED, lambda: world.write(1, put("team", 2), inside=True))

    assert counts(world.sync(interruption=later)) == (1, 0, 0)
    assert counts(world.sync()) == (1, 0, 0)

    ended(world)


def test_many_rows_of_a_client_go_up_in_one_sync(world: World) -> None:
    world.settle()
    rows = ", ".join(f"({number}, 'many')" for number in range(1, MANY + 1))
    assert world.statement(1, f'INSERT INTO "team" VALUES {rows}')

    assert counts(world.sync()) == (MANY, 0, 0)

    assert world.server.application.value('SELECT count(*) FROM "team"') == MANY
    assert counts(world.sync(1)) == (0, MANY, 0)
