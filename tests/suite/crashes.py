"""A session that is lost at any statement, or whose process is killed, is made good by the next one."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.sync.conflict import ConflictPolicy
from tests.suite.machine import histories_of
from tests.suite.world import Fault, Interruption, Step, Verb, Write

if TYPE_CHECKING:
    from tests.suite.world import World

__all__ = [
    "test_a_process_that_is_killed_in_a_session_is_made_good_by_the_next",
    "test_a_session_that_is_lost_at_any_statement_is_made_good_by_the_next",
]

AFTER = 1_000  # statements of a session are fewer; the sweep ends with the first that is not reached
KILLS = 5


def _rows(world: World, *, met: bool) -> None:
    """Rows on the server, and on a client that has met it or not; then changes of all kinds, some to the same rows."""
    world.begin(clients=1)
    world.write(0, *(Write(Verb.PUT, table, number, 1) for table in ("team", "member", "tag") for number in (1, 2)))
    if met:
        world.sync()
    for side in (0, 1):
        world.write(side, Write(Verb.PUT, "team", 1, None), Write(Verb.PUT, "tag", 1 + side, 2))  # at both
        world.write(side, Write(Verb.PUT, "node", 1 + side, None), Write(Verb.PUT, "link", 1 + side, 1))
    world.write(0, Write(Verb.DROP, "member", 1, None))
    world.write(1, Write(Verb.DROP, "team", 2, None))


def _late(world: World) -> Interruption:
    """An edit of the client that the download meets, of a row that has just gone up."""
    write = Write(Verb.PUT, "team", 1, None)
    return Interruption(Step.REMOTE_SELECTED, lambda: world.write(1, write, inside=True))


@pytest.mark.parametrize("policy", ConflictPolicy)
@pytest.mark.parametrize("met", [True, False], ids=["later", "first"])
def test_a_session_that_is_lost_at_any_statement_is_made_good_by_the_next(
    world: World,
    met: bool,  # noqa: FBT001 - a parameter of pytest
    policy: ConflictPolicy,
) -> None:
    """Before and after the statement's effect, on either side; `make soak` leaves none out."""
    cost = world.server.abilities.cost * world.clients[0].abilities.cost
    stride = 8 * cost if histories_of(1) == 1 else 1
    numbers = range(1 + stride // 2, AFTER, stride)
    for number in numbers:
        for after in (False, True):
            _rows(world, met=met)
            faults = world.statistics["faults"]
            world.sync(0, policy, interruption=_late(world), fault=Fault(number, after=after), owing=False)
            reached = world.statistics["faults"] > faults
            world.settle()
            world.judge()
        if not reached:
            break
    else:
        pytest.fail("the sweep has not come to the end of the session")


def test_a_process_that_is_killed_in_a_session_is_made_good_by_the_next(world: World) -> None:
    _rows(world, met=True)
    world.sync()
    last = len(world.last.statements)
    for turn in range(KILLS):
        _rows(world, met=True)
        stop_at = 2 + turn * (last - 2) // KILLS
        command = [
            sys.executable,
            "-m",
            "tests.suite.killed_sync",
            world.server.url,
            world.clients[0].url,
            str(stop_at),
        ]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == -signal.SIGKILL, done.stderr
        world.oracle.repeated = True
        world.look(0)
        world.settle()
        world.judge()
