"""A clock that was set back, or that was years ahead for a minute (A14)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import ClockIsBehind
from dms_pipeline.runtime import orchestrator
from dms_pipeline.schema.model import ScopeInfoClient
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.result import Again
from tests.provisioning import SCOPE
from tests.suite.abilities import abilities
from tests.sync.sides import NOTHING, moved
from tests.sync.test_copies import copied
from tests.sync.test_lost_sessions import lose, put

if TYPE_CHECKING:
    from tests.suite.abilities import Clock
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two')"
IN_2040 = 5_000  # days


def clock_of(side: Side) -> Clock:
    """A clock that the side's connection asks."""
    made = abilities(side.connection.provider.name).clock
    if made is None:
        pytest.skip("this database has no clock of its own")
    clock = made(side.connection)
    clock.show(side.connection)
    return clock


def in_2040(provisioned: Opener, where: str) -> tuple[Sides, Side, Clock]:
    """A change is made and sent while one side's clock is far ahead; then it is right again."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    side = sides.server if where == "server" else sides.client
    clock = clock_of(side)
    sides.sync()
    clock.step(days=IN_2040)
    side.run('UPDATE "item" SET "name" = \'in 2040\' WHERE "id" = 1')
    sides.sync()
    clock.set_right()
    return sides, side, clock


@pytest.mark.parametrize("where", ["server", "client"])
def test_a14_a_clock_that_was_in_2040_for_a_minute_warns_and_syncs_go_on(provisioned: Opener, where: str) -> None:
    """Each change is sent once, whichever row it is of, and none is a conflict that is none."""
    sides, side, _ = in_2040(provisioned, where)
    sent = ({}, {"item": (1, 0)}) if where == "server" else ({"item": (1, 0)}, {})

    for number, row in enumerate((2, 1, 2, 1)):
        side.run(f'UPDATE "item" SET "name" = \'then {number}\' WHERE "id" = {row}')
        result = sides.sync()
        behind, other = (
            (result.server_clock, result.client_clock)
            if where == "server"
            else (result.client_clock, result.server_clock)
        )
        assert (moved(result), result.conflicts, other) == (sent, 0, None)
        assert behind is not None
        assert behind.stamp > "2038"
        assert behind.clock < "2038"
        assert moved(sides.sync()) == NOTHING
    other_side = sides.client if where == "server" else sides.server
    other_side.run('UPDATE "item" SET "name" = \'back\' WHERE "id" = 1')
    assert sides.sync().conflicts == 0
    assert sides.equal("item")


def test_a14_a_clock_that_is_right_is_not_spoken_of(provisioned: Opener) -> None:
    """Nor is one whose rows are written many times in a millisecond."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    for _ in range(20):
        sides.server.run('UPDATE "item" SET "name" = "name"')

    result = sides.sync()

    assert (result.server_clock, result.client_clock) == (None, None)


def test_a14_where_dotmim_sync_serves_clients_too_a_clock_that_is_far_behind_is_refused(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its clients would miss what is uploaded now: stamps would be below their marks."""
    monkeypatch.setattr(orchestrator, "CLOCK_PATIENCE_S", 0.0)
    sides, side, _ = in_2040(provisioned, "server")
    with_others(side)

    with pytest.raises(ClockIsBehind, match=r"its clock says 20.*stamped up to 20") as caught:
        sides.sync()

    assert caught.value.hint is not None


def test_a14_where_dotmim_sync_serves_clients_too_a_short_step_back_is_waited_for(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    clock = clock_of(sides.server)
    sides.sync()
    with_others(sides.server)
    clock.step(seconds=2)
    sides.server.run('UPDATE "item" SET "name" = \'ahead\' WHERE "id" = 1')
    clock.set_right()
    begun = time.monotonic()

    assert sides.sync().server_clock is None
    assert 0.3 < time.monotonic() - begun < orchestrator.CLOCK_PATIENCE_S


def test_a14_a_copy_that_takes_an_id_of_its_own_is_not_taken_for_a_client_of_dotmim_sync(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orchestrator, "CLOCK_PATIENCE_S", 0.0)
    sides = copied(provisioned)
    clock = clock_of(sides.server)
    clock.step(days=IN_2040)
    sides.server.run('UPDATE "item" SET "name" = \'in 2040\' WHERE "id" = 1')
    clock.set_right()
    for client in (0, 1):
        put(sides.clients[client], client + 3, "of its own")

    assert sides.sync(0).server_clock is not None
    result = sides.sync(1)

    assert (result.server_again, sides.id_of(0) == sides.id_of(1)) == (Again.RETURNED, False)
    assert result.server_clock is not None


def test_a14_a_client_whose_first_sync_was_lost_is_not_taken_for_a_client_of_dotmim_sync(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orchestrator, "CLOCK_PATIENCE_S", 0.0)
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    clock = clock_of(sides.server)
    put(sides.client, 3, "of its own")
    lose(sides, "uploaded")
    clock.step(days=IN_2040)
    sides.server.run('UPDATE "item" SET "name" = \'in 2040\' WHERE "id" = 1')
    clock.set_right()

    assert sides.sync().server_clock is not None


def with_others(server: Side) -> None:
    """A client that Dotmim.Sync has served."""
    client = ScopeInfoClient(id="0" * 8 + "-1111-1111-1111-" + "1" * 12, scope_name=SCOPE, hash=parameter_hash({}))
    server.connection.provider.changes().save_client(server.connection, "scope_info", client)
