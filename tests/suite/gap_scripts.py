"""The shortest histories that show a gap: they end well where there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.errors import SyncFailed
from tests.suite.gaps import Gap
from tests.suite.world import Interruption, Step, Verb, Write

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.suite.world import Side, World

TEAM, TAG = Write(Verb.PUT, "team", 1, None), Write(Verb.PUT, "tag", 1, 1)


@dataclass(frozen=True, slots=True)
class Script:
    """`fits` says whether a side can be brought into it at all."""

    play: Callable[[World], None]
    fits: Callable[[Side], bool]


def _always(side: Side) -> bool:
    del side
    return True


def _late_commits(world: World) -> None:
    for number, side in enumerate(world.sides[:2]):
        if side.abilities.concurrent_writers:
            world.begin()
            world.settle()
            world.begin_open(number, TEAM)
            world.sync()
            world.end_open(0, commit=True)
            world.settle()
            world.judge()


def _writes_at_the_mark(world: World) -> None:
    world.begin()
    world.settle()
    world.sync()
    turns = [
        number
        for number, (side, text) in enumerate(world.last.statements, 1)
        if side == world.server.name and text.startswith(("BEGIN", "COMMIT", "ROLLBACK", "LOCK"))
    ]
    for number in turns:
        world.begin()
        world.write(0, TEAM)
        world.settle()
        world.sync(interruption=Interruption(number, lambda: world.write(0, TEAM, inside=True)))
        world.write(1, TEAM)
        world.settle()
        world.judge()


def _lose() -> None:
    raise SyncFailed("client-1", "the session is lost (a test)")


def _broken_off(world: World, meanwhile: Write, *, met: bool) -> None:
    """A session is lost when its upload is committed; the server then does something to the row."""
    if met:
        world.settle()
    world.write(1, TEAM)
    world.sync(interruption=Interruption(Step.UPLOADED, _lose), owing=False)
    world.write(0, meanwhile)
    world.settle()
    world.judge()


def _edited_meanwhile(world: World) -> None:
    world.write(1, TEAM)
    world.sync(interruption=Interruption(Step.REMOTE_SELECTED, lambda: world.write(1, TEAM, inside=True)))
    world.settle()
    world.judge()


def _on_server(*statements: str) -> Callable[[World], None]:
    """Each statement in a transaction of the server's application, on two rows that everybody has."""

    def play(world: World) -> None:
        world.write(0, TAG, Write(Verb.PUT, "tag", 2, 2))
        world.settle()
        for statement in statements:
            assert world.statement(0, statement)
        world.settle()
        world.judge()

    return play


def _or_clauses(world: World) -> None:
    side = next(number for number, side in enumerate(world.sides) if side.abilities.or_clauses)
    world.write(0, TAG, Write(Verb.PUT, "tag", 2, 2))
    world.settle()
    assert world.statement(side, "INSERT OR REPLACE INTO \"tag\" VALUES (3, 'word1', 'v90')")
    world.settle()
    world.judge()


def _restored(world: World) -> None:
    """What a client uploaded after the copy was taken comes back to it."""
    world.write(0, TEAM)
    world.settle()
    world.backup(0)
    world.write(1, TAG)
    world.settle()
    world.restore(0, 0)
    world.settle()
    world.judge()


def _restored_at_once(world: World) -> None:
    """What a client uploaded in the one session since the copy."""
    world.settle()
    world.backup(0)
    world.write(1, TEAM)
    world.sync()
    world.restore(0, 0)
    world.settle()
    world.judge()


def _cloned(world: World) -> None:
    """A copy of a client writes what the first one has to get."""
    world.write(0, TEAM)
    world.settle()
    world.backup(0)
    world.restore(1, 0)
    world.write(1, TAG)
    world.write(2, Write(Verb.PUT, "tag", 2, 2))
    world.settle()
    world.judge()


def _back_and_forth(world: World) -> None:
    """A row is written while the clock of its side is an hour behind; the next sync finds it right again."""
    for number, side in enumerate(world.sides[:2]):
        if side.clock is None:
            continue
        world.begin()
        world.settle()
        side.clock.step(hours=-1)
        world.write(number, TEAM)
        side.clock.step(hours=1)
        world.settle()
        world.judge()


SCRIPTS = {
    Gap.LATE_COMMITS: Script(_late_commits, lambda side: side.abilities.concurrent_writers),
    Gap.WRITES_AT_THE_MARK: Script(_writes_at_the_mark, lambda side: side.is_server),
    Gap.KEY_UPDATES: Script(_on_server('UPDATE "tag" SET "id" = 9, "name" = \'v90\' WHERE "id" = 1'), _always),
    Gap.TRUNCATE: Script(_on_server('TRUNCATE "tag"'), lambda side: side.is_server and side.abilities.truncates),
    Gap.OR_CLAUSES: Script(_or_clauses, lambda side: bool(side.abilities.or_clauses)),
    Gap.RESTORED_CLIENTS: Script(_restored, _always),
    Gap.EDITS_DURING_A_FIRST_SYNC: Script(_edited_meanwhile, _always),
    Gap.REPEATED_UPLOADS: Script(lambda world: _broken_off(world, TEAM, met=True), _always),
    Gap.REPEATED_FIRST_SYNCS: Script(
        lambda world: _broken_off(world, Write(Verb.DROP, "team", 1, None), met=False), _always
    ),
    Gap.UNSHOWN_MARKS: Script(_restored_at_once, _always),
    Gap.CLONED_CLIENTS: Script(_cloned, _always),
    Gap.CLOCKS_BACK_AND_FORTH: Script(_back_and_forth, lambda side: side.clock is not None),
}
