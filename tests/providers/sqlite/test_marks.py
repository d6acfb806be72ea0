"""Marks of SQLite against writers and clocks, scripted: two connections and a clock that is set, no waiting.

Each history is played with the naive mark too, a clock reading beside a snapshot: it has to fail there.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import pytest

from dms_pipeline import errors
from dms_pipeline.providers.sqlite import changes, marks
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.model import ScopeInfo, SetupTable, SyncSet, SyncSetup
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import synced_groups
from tests.providers.doing import look, opened, target_of
from tests.providers.recording import Recorded, T
from tests.providers.sqlite.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

ITEMS = "CREATE TABLE t (id integer PRIMARY KEY, name text)"
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def nothing() -> None:
    """Nobody acts."""


class Standing(Clock):
    """One that stands still until it is set."""

    def _true(self) -> datetime:
        return NOON


class Session(Protocol):
    """What was changed since a mark, and the next mark; others act before and after the snapshot begins."""

    def __call__(
        self,
        world: World,
        since: Bookmark | None,
        before: Callable[[], object] = nothing,
        after: Callable[[], object] = nothing,
    ) -> tuple[set[int], Bookmark]:
        """One session."""
        ...


@dataclass
class World:
    """A recorded table with two connections: the application's and the session's."""

    application: Connection
    session: Connection
    tables: tuple[SyncedTable, ...]
    clock: Clock | None = None

    def write(self, *statements: str) -> None:
        """The application writes."""
        for statement in statements:
            self.application.run(statement)

    def tracked(self, since: Bookmark | None) -> set[int]:
        """The keys outside a mark, as the session sees them now."""
        condition, parameters = marks.changed_after(since, "t")
        return {key for (key,) in self.session.rows(f"SELECT id FROM t_tracking t WHERE {condition}", parameters)}


def exact(
    world: World,
    since: Bookmark | None,
    before: Callable[[], object] = nothing,
    after: Callable[[], object] = nothing,
) -> tuple[set[int], Bookmark]:
    """As the orchestrator does it, with the state kept and recalled."""
    since = None if since is None else marks.recall_bookmark(world.session, since)  # None: nothing is known
    bookmark = marks.take_bookmark(world.session, world.tables, iter(()))
    before()
    changes.begin_snapshot(world.session, world.tables)
    try:
        complete = marks.complete_bookmark(world.session, bookmark, world.tables, None)
        found = world.tracked(since)
        world.session.execute("COMMIT")
        after()
    finally:
        world.session.rollback()
    return found, complete


def naive(
    world: World,
    since: Bookmark | None,
    before: Callable[[], object] = nothing,
    after: Callable[[], object] = nothing,
) -> tuple[set[int], Bookmark]:
    """The clock, and then a snapshot."""
    bookmark = Bookmark(int(world.session.value(f"SELECT {marks.CLOCK}")))
    before()
    changes.begin_snapshot(world.session, world.tables)
    try:
        found = world.tracked(since)
        after()
    finally:
        world.session.rollback()
    return found, bookmark


@pytest.fixture
def make(sqlite_urls: Callable[[], str]) -> Iterator[Callable[..., World]]:
    """A function that makes worlds, all with a file of their own."""
    with ExitStack() as stack:

        def create(journal: str = "delete", kind: Triggers = Triggers.EXTENDED, clock: Clock | None = None) -> World:
            url = sqlite_urls()
            application, session = (stack.enter_context(opened(url)) for _ in range(2))
            application.value(f"PRAGMA journal_mode = {journal}")
            for connection in (application, session):
                connection.execute("PRAGMA busy_timeout = 1")
                if clock is not None:
                    clock.show(connection)
            Recorded.make(application, kind, ITEMS, rows=["INSERT INTO t VALUES (1, 'a'), (2, 'b')"])
            setup = SyncSetup(tables=(SetupTable(name="t"),))
            document = target_of(application).document_table(look(application, T).tables[T], SetupTable(name="t"))
            scope = ScopeInfo(name="s", setup=setup, schema=SyncSet(tables=(document,)))
            tables = tuple(table for group in synced_groups(scope) for table in group)
            return World(application, session, tables, clock)

        yield create


JOURNALS = ("wal", "delete")
UPDATE_1, UPDATE_2 = ("UPDATE t SET name = name || 'x' WHERE id = 1", "UPDATE t SET name = name || 'x' WHERE id = 2")


def between_mark_and_snapshot(world: World, session: Session) -> list[set[int]]:
    """A change that the snapshot shows and the mark does not know is outside of no later mark."""
    first, mark = session(world, None, before=lambda: world.write(UPDATE_1))
    second, _ = session(world, mark)
    return [first, second]


@pytest.mark.parametrize("journal", JOURNALS)
def test_a5_what_a_session_has_delivered_is_inside_its_mark(make: Callable[..., World], journal: str) -> None:
    """Else the next edit of it would be a conflict, and lost."""
    assert between_mark_and_snapshot(make(journal), exact) == [{1}, set()]
    clock = Standing()
    late = make(journal, clock=clock)

    def write_later() -> None:
        clock.step(milliseconds=1)
        late.write(UPDATE_1)

    first, mark = naive(late, None, before=write_later)
    second, _ = naive(late, mark)
    assert [first, second] == [{1}, {1}]


@pytest.mark.parametrize("journal", JOURNALS)
def test_a5_a_change_in_the_same_unit_of_the_clock_is_outside_the_mark(
    make: Callable[..., World], journal: str
) -> None:
    """The clock stands still meanwhile."""

    def play(world: World, session: Session) -> list[set[int]]:
        world.write(UPDATE_1)
        first, mark = session(world, None)
        world.write(UPDATE_2)
        second, mark = session(world, mark)
        return [first, second, session(world, mark)[0]]

    assert play(make(journal, clock=Standing()), exact) == [{1}, {2}, set()]
    assert play(make(journal, clock=Standing()), naive) == [{1}, set(), set()]


def test_a13_a_writer_that_has_stamped_and_not_committed_keeps_the_mark_from_being_taken(
    make: Callable[..., World],
) -> None:
    """What it commits afterwards would be below it, and missed."""

    def begin(world: World) -> None:
        world.application.execute("BEGIN IMMEDIATE")
        world.application.execute(UPDATE_1)

    world = make("wal")
    begin(world)
    with pytest.raises(errors.Locked):
        exact(world, None)
    world.application.execute("COMMIT")
    assert exact(world, None)[0] == {1}

    world = make("wal")
    begin(world)
    missed, mark = naive(world, None)
    world.application.execute("COMMIT")
    assert (missed, naive(world, mark)[0]) == (set(), set())


@pytest.mark.parametrize("journal", JOURNALS)
def test_a13_nobody_can_commit_between_the_mark_and_the_snapshot(make: Callable[..., World], journal: str) -> None:
    """Every history of one write at one statement of a session: delivered once, by this session or the next."""
    number = 0
    while True:
        world, number = make(journal), number + 1
        world.write(UPDATE_2)
        mark = exact(world, None)[1]
        calls = 0
        wrote = False

        def act(statement: str, world: World = world, at: int = number) -> None:
            nonlocal calls, wrote
            del statement
            calls += 1
            if calls == at:
                try:
                    world.write(UPDATE_1)
                    wrote = True
                except errors.Locked:
                    pass

        world.session.driver.set_trace_callback(act)
        first, later = exact(world, mark)
        world.session.driver.set_trace_callback(None)
        if calls < number:
            break
        second, _ = exact(world, later)

        assert [*first, *second] == ([1] if wrote else []), number
    assert number > 5


def test_a13_a_session_that_finds_nothing_new_writes_nothing(make: Callable[..., World]) -> None:
    """An application between BEGIN and its first write would be told that the file has moved on."""
    for journal in JOURNALS:
        world = make(journal)
        world.write(UPDATE_1)
        mark = exact(world, None)[1]
        version = world.application.value("PRAGMA data_version")

        found, again = exact(world, mark)

        assert (found, world.application.value("PRAGMA data_version")) == (set(), version)
        assert marks.changed_after(again, "t") == marks.changed_after(mark, "t")


def stepping_back(world: World, session: Session) -> list[set[int]]:
    """An hour, and a change after it; then the clock is right again."""
    clock = world.clock
    assert clock is not None
    world.write(UPDATE_1)
    clock.step(seconds=1)
    first, mark = session(world, None)
    clock.step(hours=-1)
    world.write(UPDATE_2)
    second, mark = session(world, mark)
    third, mark = session(world, mark)
    clock.step(hours=2)
    return [first, second, third, session(world, mark)[0]]


@pytest.mark.parametrize("journal", JOURNALS)
def test_a14_a_clock_that_steps_back_hides_no_change_and_repeats_none(make: Callable[..., World], journal: str) -> None:
    assert stepping_back(make(journal, clock=Standing()), exact) == [{1}, {2}, set(), set()]
    assert stepping_back(make(journal, clock=Standing()), naive)[1] == set()


def in_2040(world: World, session: Session) -> list[set[int]]:
    """A change is made while the clock is far ahead, and another when it is right again."""
    clock = world.clock
    assert clock is not None
    mark = session(world, None)[1]
    clock.step(days=5_000)
    world.write(UPDATE_1)
    clock.step(days=-5_000)
    found = []
    for statements in ((), (UPDATE_2,), (), (UPDATE_1, UPDATE_2)):
        world.write(*statements)
        clock.step(seconds=1)
        keys, mark = session(world, mark)
        found.append(keys)
    return found


@pytest.mark.parametrize("journal", JOURNALS)
def test_a14_a_clock_that_was_in_2040_stops_nothing(make: Callable[..., World], journal: str) -> None:
    """Stamps stay above the clock from then on; the mark that others may take for a clock reading does not."""
    clock = Standing()
    world = make(journal, clock=clock)

    assert in_2040(world, exact) == [{1}, {2}, set(), {1, 2}]
    assert exact(world, None)[1].timestamp == int(clock.now.strftime("%Y%m%d%H%M%S")) * 1000
    assert all(1 in found for found in in_2040(make(journal, clock=Standing()), naive))


class Steady:
    """The clock that nobody sets."""

    def __init__(self) -> None:
        self.boot, self.ms = "one", 0

    def __call__(self) -> tuple[str, int] | None:
        """As `steady_ms` gives it."""
        return self.boot, self.ms


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> Steady:
    """In the place of this machine's."""
    made = Steady()
    monkeypatch.setattr(marks, "steady_ms", made)
    monkeypatch.setattr("time.sleep", lambda _: None)
    return made


class Ticking(Standing):
    """A clock that goes on by a millisecond each time that it is asked."""

    def _strftime(self, form: str, *when: str) -> str:
        self.step(milliseconds=1)
        return super()._strftime(form, *when)


@pytest.mark.parametrize(("back", "found"), [(0, set()), (60, {2})])
def test_a14_with_the_references_triggers_a_step_back_lowers_the_bound(
    make: Callable[..., World], steady: Steady, back: int, found: set[int]
) -> None:
    """They stamp the clock, and know of no mark."""
    clock = Ticking()
    world = make(kind=Triggers.REFERENCE, clock=clock)
    world.write(UPDATE_1)
    clock.step(seconds=90)
    steady.ms += 90_000
    first, mark = exact(world, None)
    clock.step(seconds=10 - back)
    steady.ms += 10_000
    if back:
        world.write(UPDATE_2)

    assert (first, exact(world, mark)[0]) == ({1}, found)
    assert naive(world, mark)[0] == set()


def test_a14_with_the_references_triggers_and_no_other_clock_a_step_back_sends_everything(
    make: Callable[..., World], steady: Steady
) -> None:
    """The machine was restarted meanwhile."""
    clock = Ticking()
    world = make(kind=Triggers.REFERENCE, clock=clock)
    world.write(UPDATE_1)
    mark = exact(world, None)[1]
    steady.boot = "two"
    clock.step(days=-1)
    world.write(UPDATE_2)

    assert exact(world, mark)[0] == {1, 2}


def test_a_mark_of_extended_triggers_counts_by_the_clock_once_others_stamp(make: Callable[..., World]) -> None:
    """Somebody has put another's trigger in the place of one; the number was ahead of the clock."""
    clock = Ticking()
    world = make(clock=clock)
    clock.step(days=1)
    world.write(UPDATE_1)
    clock.step(days=-1)
    mark = exact(world, None)[1]
    world.write(
        "DROP TRIGGER t__insert_trigger",
        "CREATE TRIGGER t__insert_trigger AFTER INSERT ON t BEGIN INSERT INTO t_tracking (id, update_scope_id,"
        f' "timestamp") VALUES (new.id, NULL, {marks.CLOCK}); END',
        "INSERT INTO t VALUES (3, 'c')",
    )

    assert exact(world, mark)[0] == {1, 3}
    assert naive(world, Bookmark(upto(mark)))[0] == set()


@pytest.mark.parametrize("text", ['{"clock":20261125120000000}', "{", '{"mono":null,"more":1}', "7"])
def test_a_state_that_another_version_wrote_says_nothing(make: Callable[..., World], text: str) -> None:
    """Everything is sent then."""
    assert marks.recall_bookmark(make().session, Bookmark(1, text)) is None


def test_what_is_rolled_back_leaves_neither_stamp_nor_mark(make: Callable[..., World]) -> None:
    world = make()
    world.write(UPDATE_1)
    mark = exact(world, None)[1]
    world.application.execute("BEGIN IMMEDIATE")
    world.application.execute(UPDATE_2)
    world.application.execute("ROLLBACK")
    found, again = exact(world, mark)

    assert (found, upto(again)) == (set(), upto(mark))


def upto(bookmark: Bookmark) -> int:
    """The stamp up to which changes are inside."""
    assert bookmark.state is not None
    return int(json.loads(bookmark.state)["upto"])
