"""The predicate of a bookmark by itself: distances of ids, bounds of stamps, and the path that the database takes."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from dms_pipeline.providers.postgresql import activity, marks
from dms_pipeline.sync.bookmark import Bookmark
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection

WRAP = 1 << 32
ROWS = int(os.environ.get("DMS_TEST_TRACKING_ROWS", "100000"))
INDEX = 'CREATE INDEX ON "item_tracking" ("timestamp", "update_scope_id", "sync_row_is_tombstone", "id")'


@pytest.fixture
def connection(postgresql_url: str) -> Iterator[Connection]:
    with opened(postgresql_url) as connection:
        connection.run(
            'CREATE TABLE "item_tracking" ("id" int PRIMARY KEY, "update_scope_id" uuid, "timestamp" bigint,'
            ' "sync_row_is_tombstone" boolean)'
        )
        yield connection


def with_state(bookmark: Bookmark, **changes: Any) -> Bookmark:
    assert bookmark.state is not None
    return Bookmark(bookmark.timestamp, json.dumps(json.loads(bookmark.state) | changes))


def state_of(bookmark: Bookmark) -> dict[str, Any]:
    assert bookmark.state is not None
    state: dict[str, Any] = json.loads(bookmark.state)
    return state


def take(connection: Connection, *states: str) -> Bookmark:
    return marks.take_bookmark(connection, (), iter(states))


def next_id(connection: Connection) -> int:
    return int(connection.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))


def is_outside(connection: Connection, bookmark: Bookmark, xid: int, stamp: int) -> bool:
    """Whether a row of this id and stamp has changed since a bookmark."""
    condition, parameters = marks.changed_after(bookmark, "t")
    row = f"(SELECT '{xid % WRAP}'::xid AS xmin, {stamp}::bigint AS \"timestamp\" OFFSET 0) t"
    return bool(connection.value(f"SELECT EXISTS (SELECT 1 FROM {row} WHERE {condition})", parameters))


def test_a4_ids_are_compared_by_their_distance(connection: Connection) -> None:
    """A row frozen 2^31 ids ago and more would have a negative age: it is inside all the same."""
    now = next_id(connection)
    taken = take(connection)
    mark = with_state(taken, hi=now - 100, pend=[now - 150], seen=[now - 50], hidden=True, watch=[])

    near = (-151, -150, -101, -100, -50, -49, -1)

    assert [each for each in near if is_outside(connection, mark, now + each, 0)] == [-150, -100, -49, -1]
    for distance in (1 << 30, (1 << 31) - 7, (1 << 31) + 7, 3 << 30, WRAP - 2 * marks.REACH):
        assert not is_outside(connection, mark, now - 100 - distance, 0), distance


def test_a4_where_so_many_ids_have_passed_that_none_can_be_told_everything_is_outside(connection: Connection) -> None:
    now = next_id(connection)
    mark = with_state(take(connection), hi=now - WRAP - 5, pend=[], hidden=True, watch=[])

    assert all(is_outside(connection, mark, now - distance, 0) for distance in (1, 1 << 20, 1 << 31, WRAP - 1))


def test_a_stamp_below_the_bound_is_inside_and_an_old_transaction_lowers_the_bound(connection: Connection) -> None:
    taken = take(connection)
    now, clock = state_of(taken)["hi"], state_of(taken)["clock"]
    low = clock - marks.SLACK_MS
    watched = with_state(taken, watch=[[7, None, low - 5000]])

    assert is_outside(connection, with_state(taken, watch=[]), now, low)
    assert not is_outside(connection, with_state(taken, watch=[]), now, low - 1)
    assert is_outside(connection, watched, now, low - 5000)
    assert not is_outside(connection, watched, now, low - 5001)
    for unbounded in (with_state(taken, hidden=True), with_state(taken, watch=[[None, 7, None]])):
        assert is_outside(connection, unbounded, now, 0)


def test_a_transaction_is_watched_while_it_may_still_commit_with_a_stamp_below_the_bound(
    connection: Connection, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that still runs, such as a reader of days, does not lower the bound of what this snapshot is asked."""
    monkeypatch.setattr(marks, "SLACK_MS", 0)
    with psycopg.connect(postgresql_url) as idle:
        idle.execute("SELECT now()")
        taken = take(connection)
        assert [pid for pid, _, _ in state_of(taken)["watch"]] == [idle.info.backend_pid]
        connection.begin("BEGIN ISOLATION LEVEL REPEATABLE READ")
        assert state_of(marks.narrow_bookmark(connection, taken))["watch"] == []
        connection.rollback()
        idle.commit()
    connection.begin("BEGIN ISOLATION LEVEL REPEATABLE READ")
    assert marks.narrow_bookmark(connection, taken) == taken
    connection.rollback()


def test_what_is_pending_is_asked_for_from_an_earlier_state_on(
    connection: Connection, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    unfinished = activity.unfinished

    def counted(connection: Connection, ids: tuple[int, ...], oldest: int, first: int, end: int) -> tuple[int, ...]:
        asked.append(end - first)
        return unfinished(connection, ids, oldest, first, end)

    monkeypatch.setattr(marks, "unfinished", counted)
    monkeypatch.setattr(marks, "FEW", 0)
    with psycopg.connect(postgresql_url) as late:
        xid = int(late.execute("SELECT pg_current_xact_id()::text").fetchone()[0])  # type: ignore[index]
        for number in range(30):
            connection.execute(f'INSERT INTO "item_tracking" VALUES ({number})')
        first = take(connection)
        second = take(connection, first.state or "")
        assert xid in state_of(first)["pend"]
        assert xid in state_of(second)["pend"]
        assert asked[0] >= 30 > asked[1]
        late.commit()
    assert xid not in state_of(take(connection, second.state or ""))["pend"]


def test_a_clock_that_was_turned_back_leaves_no_bound(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it is still behind, or has caught up: then this machine's other clock has run longer."""
    mono = 10_000_000
    monkeypatch.setattr(marks, "steady_ms", lambda: ("this boot", mono))
    taken = take(connection)
    hour = 60 * 60 * 1000
    for changes, hidden in (
        ({}, False),
        ({"clock": state_of(taken)["clock"] + hour}, True),
        ({"mono": ["this boot", mono - hour]}, True),
        ({"mono": ["another boot", mono - hour]}, False),
        ({"mono": None}, False),
        ({"timeline": "0000000F"}, True),  # the clock of another machine
        ({"mono": ["this boot", mono + hour]}, False),
    ):
        recalled = marks.recall_bookmark(connection, with_state(taken, **changes))
        assert recalled is not None
        assert state_of(recalled)["hidden"] is hidden, changes


def test_a_state_of_another_database_or_version_says_nothing(connection: Connection) -> None:
    taken = take(connection)
    strange = (
        with_state(taken, database="1/2"),
        with_state(taken, hi=1 << 62),
        with_state(taken, mono=7),
        Bookmark(1, "{}"),
        Bookmark(1, "?"),
    )

    for bookmark in strange:
        assert marks.recall_bookmark(connection, bookmark) is None
        assert take(connection, bookmark.state or "").state is not None


@pytest.mark.parametrize("pending", [0, 200])
def test_the_index_of_stamps_is_the_way_in(connection: Connection, pending: int) -> None:
    """`DMS_TEST_TRACKING_ROWS` is how many rows there are."""
    connection.run(INDEX)
    connection.execute(
        'INSERT INTO "item_tracking" SELECT n, NULL, (extract(epoch from now()) * 1000)::bigint - 86400000 - n, false'
        f" FROM generate_series(1, {ROWS}) n"
    )
    connection.run('ANALYZE "item_tracking"')
    now = next_id(connection)
    taken = with_state(take(connection), pend=[now - 2 * number for number in range(pending)], watch=[])
    condition, parameters = marks.changed_after(taken, "t")
    for query in (
        f'SELECT EXISTS (SELECT 1 FROM "item_tracking" t WHERE {condition} AND t."update_scope_id" IS NULL)',
        f'SELECT t."id" FROM "item_tracking" t WHERE {condition} ORDER BY t."id"',
    ):
        plan = "\n".join(line for (line,) in connection.rows(f"EXPLAIN {query}", parameters))
        assert "Index Cond" in plan, plan
        assert "Seq Scan" not in plan, plan
