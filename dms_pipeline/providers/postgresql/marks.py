"""Bookmarks of PostgreSQL: the snapshot of an earlier session, asked through the id that wrote a tracking row.

A tracking row's stamp is the start of its transaction; the commit comes later, so no bound on stamps separates what a
session saw from what it did not. The id of the transaction that wrote a row version, its `xmin`, does, together with
what was unfinished at that moment. The stamp only keeps the database from reading all of the table.

The state of a mark, taken as one look (`activity`) before the snapshot S of its session:

* `hi`: the greatest id that had ended, plus one.
* `pend`: the ids below `hi`, of subtransactions too, that had not committed when they were asked for, after the look.
* `seen`: ids from `hi` on or of `pend` whose rows are visible in S all the same.
* `clock`, `watch`: the clock, and the transactions that were open then and older than the slack, prepared ones all.
* `starts`, `hidden`, `mono`, `database`, `timeline`: see below.

A row version is outside a mark if its id is from `hi` on or in `pend`, and not in `seen`. Why that is exact:

1. Let a version be written by id X of the top-level transaction Y (X >= Y), visible now and not in S. Then Y was
   unfinished in S, or had not begun.
2. X >= hi: it is outside by the first half, and not in `seen`, since no row of Y was visible in S.
3. X < hi: X was assigned before the look. Its status was asked between the look and S, and Y was unfinished in S, so
   the answer was "in progress", or, while a subtransaction is being registered, "aborted" (kept, for that reason).
   So X is in `pend`, and not in `seen`.
4. `pend` is asked for from the `hi` of an earlier state on, whosever it is, and from that state's own `pend`: any
   other id below that `hi` had ended by then. The id of the oldest running transaction bounds it too.
5. The other way round, a version that is visible in S is not outside: with X < hi and not in `pend` it is not selected;
   with another X its id is in `seen`. So what a session delivered is never taken for a conflict (A5).
6. `xmin` has 32 bits. Ids are compared by their distance from `hi`, modulo 2^32, with the number of ids since: a frozen
   row keeps its old id and is far away (A4). `REACH` covers the ids of the asking transaction itself. Were there 2^32
   ids since, every row would be outside: rows sent again, none missed.
7. A stamp below the bound hides nothing. A transaction that began after the look has a stamp above `clock`, but for a
   clock that steps back, which the slack covers. One that began before and is not visible in S was open at the look,
   so it is younger than the slack, or watched: the bound goes down to its start. In a selection those are left out that
   are still running in its snapshot, or open after it was taken: nothing of them is visible there. What is judged later
   is judged with all of them.
8. Rewriting the table gives all rows a new id: they are sent again, and equal rows are no conflict. After a crash no
   id below the `hi` of a state that survived is given again, since the state's own row was written by a later one;
   ids of `pend` that did not commit then never will.

Independent of triggers, equal stamps, savepoints, prepared transactions and the reference's sessions; idle readers,
backups and writers in other databases cost nothing. No lock is needed, so writers never wait for a session; nor do
applies of ours, which are transactions like any other (there used to be a lock between them and the clock's reading).

What it assumes, and what happens where it does not hold:

* *Stamps are not older than the start of their transaction.* True for both kinds of triggers. A subscription's worker
  writes the stamps of another database: then, as where starts may not be read (no `pg_read_all_stats`) or
  `track_activities` is off, there is no bound (`hidden`): exact still, by reading the whole tracking table.
* *The clock does not step back by more than the slack.* A clock behind the state's is noticed, one that has caught up
  by the monotonic clock of the machine that syncs, if that has not been restarted or replaced: no bound then. Not
  noticed: back and forth between two sessions, by more than the slack.
* *The state is of this database.* It names the cluster and the database (`database`), so a copy by dump and restore, or
  as a template, has none. A state that survived a failover or a restore is valid: its row follows all commits that it
  knows in the log. But on another timeline (`timeline`) stamps may come from another machine's clock, which nobody has
  compared with that of the state: no bound then. What did not survive is a mark without a state.
* *A commit that was acknowledged stays.* Our connections do not run with `synchronous_commit = off` (`connect`).
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.postgresql.activity import (
    DATABASE,
    NOW,
    TIMELINE,
    WRAP,
    Activity,
    Open,
    look,
    starts_of,
    still_open,
    unfinished,
)
from dms_pipeline.providers.postgresql.values import qualified
from dms_pipeline.providers.steady import steady_ms
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.result import ClockBehind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

CLOCK = "(extract(epoch from now()) * 1000)::bigint"
SLACK_MS = 10 * 60 * 1000
REACH = 1 << 20
FEW = 1_000  # ids that are asked for without looking for a state that leaves fewer: under a millisecond
MAX_ASKED = (
    100_000  # ids that are asked for at all, 70 ms; beyond it, everything since the oldest running one is outside
)
MAX_PENDING = 20_000  # ids in a state; a transaction with more savepoints that write makes all since it outside
MAX_SEEN = 100_000
AHEAD_MS = 1_000  # a row that is written again and again has a stamp of its own each time, a little ahead


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    database: str
    timeline: str
    clock: int
    hi: int
    pend: tuple[int, ...]
    seen: tuple[int, ...]  # in 32 bits
    watch: tuple[Open, ...]
    starts: dict[int, int]
    hidden: bool
    mono: tuple[str, int] | None

    def text(self) -> str:
        watch = [(one.pid, one.xid, one.start) for one in self.watch]
        return json.dumps(asdict(self) | {"watch": watch}, separators=(",", ":"))

    @property
    def low(self) -> int | None:
        """The greatest stamp that no row outside can have; None: any stamp is possible."""
        starts = [one.start for one in self.watch]
        if self.hidden or None in starts:
            return None
        return min([self.clock - SLACK_MS, *(start for start in starts if start is not None)]) - 1


@lru_cache(maxsize=64)
def _read(text: str) -> _State:
    values = json.loads(text)
    return _State(
        database=values["database"],
        timeline=values["timeline"],
        clock=values["clock"],
        hi=values["hi"],
        pend=tuple(values["pend"]),
        seen=tuple(values["seen"]),
        watch=tuple(Open(pid=pid, xid=xid, start=start) for pid, xid, start in values["watch"]),
        starts={int(xid): start for xid, start in values["starts"].items()},
        hidden=values["hidden"],
        mono=None if values["mono"] is None else (values["mono"][0], values["mono"][1]),
    )


def _readable(text: str) -> _State | None:
    """A state that was stored; None where another version wrote it, in a way that this one does not know."""
    with suppress(ValueError, KeyError, TypeError):
        return _read(text)
    return None


def take_bookmark(connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
    """The state before a snapshot. The mark is below the clock: to others, a stamp that equals the clock is later."""
    del tables
    seen = look(connection)
    hi, pend, base = _pending(connection, seen, states)
    starts = starts_of(seen, {} if base is None else base.starts)
    old = (one for one in seen.sessions if one.start is None or one.start < seen.clock - SLACK_MS)
    prepared = (Open(pid=None, xid=xid, start=starts.get(xid)) for xid in seen.prepared)
    state = _State(
        database=seen.database,
        timeline=seen.timeline,
        clock=seen.clock,
        hi=hi,
        pend=pend,
        seen=(),
        watch=(*old, *prepared),
        starts=starts,
        hidden=seen.hidden,
        mono=steady_ms(),
    )
    return Bookmark(seen.clock - 1, state.text())


def _pending(
    connection: Connection, seen: Activity, states: Iterator[str]
) -> tuple[int, tuple[int, ...], _State | None]:
    """`hi`, `pend`, and the earlier state that they were made from."""
    base: _State | None = None
    first = seen.xmin
    for state in map(_readable, states):
        known = state is not None and state.database == seen.database and state.hi <= seen.xmax
        if state is not None and known and (base is None or state.hi > base.hi):
            base, first = state, max(state.hi, seen.xmin)
        if seen.xmax - first <= FEW:
            break
    if seen.xmax == seen.xmin:
        return seen.xmax, (), base
    if seen.xmax - first > MAX_ASKED:
        return seen.xmin, (), base
    pend = unfinished(connection, () if base is None else base.pend, seen.xmin, first, seen.xmax)
    if len(pend) > MAX_PENDING:
        return pend[0], (), base
    return seen.xmax, pend, base


def complete_bookmark(
    connection: Connection,
    bookmark: Bookmark,
    tables: tuple[SyncedTable, ...],
    store: Callable[[Connection, Bookmark], None] | None,
) -> Bookmark:
    """The bookmark with what has been committed between it and the snapshot, which that shows."""
    if bookmark.state is None or not tables:
        return bookmark
    state = _read(bookmark.state)
    if not state.pend:
        ended = connection.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint") - state.hi
        if ended <= (0 if store is None else 1):  # the one is the transaction that stored the bookmark
            return bookmark
    outside, parameters = changed_after(narrow_bookmark(connection, bookmark), "t")
    each = (
        f"SELECT DISTINCT t.xmin::text::bigint FROM {qualified(table.tracking)} t WHERE {outside}" for table in tables
    )
    rows = connection.rows(f"{' UNION '.join(each)} ORDER BY 1 LIMIT {MAX_SEEN + 1}", parameters * len(tables))
    if not rows or len(rows) > MAX_SEEN:  # too many to be kept: they are sent again
        return bookmark
    complete = replace(bookmark, state=replace(state, seen=tuple(xid for (xid,) in rows)).text())
    if store is not None:
        with connection.another() as other:  # this one reads a snapshot
            store(other, complete)
    return complete


def recall_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark | None:
    """A stored bookmark, without a bound where the clock is another than it was; None if it says nothing here."""
    if bookmark.state is None:
        return bookmark
    state = _readable(bookmark.state)
    xmax = "pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
    clock, database, timeline, ids = connection.rows(f"SELECT {NOW}, {DATABASE}, {TIMELINE}, {xmax}")[0]
    if state is None or database != state.database or state.hi > ids:
        return None
    if not state.hidden and (timeline != state.timeline or _turned_back(state, clock)):
        return replace(bookmark, state=replace(state, hidden=True).text())
    return bookmark


def narrow_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark:
    """The bookmark without those watched transactions that this snapshot shows nothing of."""
    state = None if bookmark.state is None else _read(bookmark.state)
    if state is None or state.hidden or not state.watch:
        return bookmark
    running = still_open(connection, state.watch)
    ended = tuple(one for one in state.watch if one not in running)
    return replace(bookmark, state=replace(state, watch=ended).text())


def earliest(bookmarks: Sequence[Bookmark]) -> Bookmark:
    """One state that is before all of these: what is outside one of them is outside it.

    Their looks and their snapshots may have come in different orders. So it is the least `hi`, whatever was pending in
    one of them, and nothing is `seen`.
    """
    states = [_read(bookmark.state) for bookmark in bookmarks if bookmark.state is not None]
    first = min(states, key=lambda state: state.hi)
    state = replace(
        first,
        clock=min(state.clock for state in states),
        pend=tuple(sorted({xid for state in states for xid in state.pend})),
        seen=(),
        watch=tuple({one for state in states for one in state.watch}),
        hidden=any(state.hidden for state in states),
    )
    return Bookmark(min(bookmark.timestamp for bookmark in bookmarks), state.text())


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[Any, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "true", ()
    if bookmark.state is None:
        return f'{tracking}."timestamp" > %s', (bookmark.timestamp,)
    state = _read(bookmark.state)
    # The subquery is evaluated once for a statement, with its own snapshot.
    since = "(SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint)"
    condition = f"(({tracking}.xmin::text::bigint - %s) & {WRAP - 1}) < {since} - %s + {REACH}"
    parameters: tuple[Any, ...] = (state.hi, state.hi)
    if state.pend:
        condition = f"({condition} OR {tracking}.xmin = ANY(%s::text[]::xid[]))"
        parameters += ([str(xid % WRAP) for xid in state.pend],)
    if state.seen:
        condition += f" AND {tracking}.xmin <> ALL(%s::text[]::xid[])"
        parameters += ([str(xid) for xid in state.seen],)
    if state.low is not None:
        condition = f'{tracking}."timestamp" > %s AND {condition}'
        parameters = (state.low, *parameters)
    return condition, parameters


def clock_behind(connection: Connection, tables: tuple[SyncedTable, ...]) -> ClockBehind | None:
    """The clock and the latest stamp, where that is ahead; an index look-up for each table, in one question."""
    if not tables:
        return None
    stamps = " UNION ALL ".join(
        f'SELECT max("timestamp") AS stamp FROM {qualified(table.tracking)}' for table in tables
    )
    clock, stamp = connection.rows(f"SELECT {NOW}, max(s.stamp) FROM ({stamps}) s")[0]
    if stamp is None or stamp <= clock + AHEAD_MS:
        return None
    return ClockBehind(clock=_spoken(clock), stamp=_spoken(stamp))


def _spoken(milliseconds: int) -> str:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # no year that has four digits
        return str(milliseconds)


def _turned_back(state: _State, clock: int) -> bool:
    """The clock is behind where it was, or has run less since than this machine's, which nobody sets."""
    here = steady_ms()
    if clock < state.clock:
        return True
    if state.mono is None or here is None or state.mono[0] != here[0]:
        return False
    return (clock - state.clock) - (here[1] - state.mono[1]) < -SLACK_MS // 2
