"""Bookmarks of MariaDB: what is not committed yet, read as such, against a consistent snapshot.

A tracking row's stamp is the start of its statement; the commit comes later. No id says which transaction wrote a row,
but rows that are not committed can be read (`READ UNCOMMITTED`), with nothing but SELECT and without a lock.

The state of a mark, begun before the snapshot S of its session and completed inside it:

* `clock`: the database's clock, in its unit of 100 µs, read first; `margin`: what lies below it is looked at again.
* `watch`: statements that ran then, and applies of ours under way, with the least stamp that they can give.
* of each table: `pending`, the keys whose version that was read uncommitted is not the one in S; `sent`, the versions
  in S of rows stamped within the margin or since the start of what is watched, and of pending keys; `since`, see 7.

A version of a tracking row is its stamp, its tombstone, and who wrote it; under the reference's triggers, which can
stamp two versions alike, a digest of the base row too. A row is outside a mark if its stamp is above `low` (the clock
less the margin, or the least stamp of what is watched, if that is less) or its key is pending, and its version is not
one that was sent. Why that is exact:

1. Let a version be committed after S, its statement begun after the clock was read: its stamp is at least `clock`.
2. If its statement began earlier and still ran when the list was read, it is watched, and `low` is below its stamp.
3. If it had ended by then, the version had been written before the uncommitted read, and its transaction, which had not
   committed in S, held the row from before that read until after S began. So the read saw that version, and a committed
   read, or S, saw another: the key is pending, whatever its stamp is (a rollback to a savepoint may bring back an older
   one). The order is therefore: clock, list, uncommitted read, S.
4. The uncommitted read goes from the `low` of an earlier state on, and over that state's own pending keys, whosever the
   state is: whatever else is not committed now was written by a statement that had ended before that state's list, so
   it was pending there. A table that no earlier state has is read whole.
5. None of these versions was sent: S did not show it. An extended trigger raises the stamp of each version of a row, so
   no other version equals one that was sent (A7).
6. The other way round, a version that S shows is not outside: either its stamp is not above `low` and its key not
   pending, or it is among those that were sent. So what a session delivered is never taken for a conflict (A5).
7. Where too many keys are pending, everything stamped after the bound of that read is outside (`since`); where too many
   versions would have to be kept, none are, and they are sent again. A load that has just ended is waited out first.
8. Prepared transactions (XA), detached or recovered after a crash, are rows that are not committed: 3. Statements in
   procedures have later starts than the call that is listed.
9. In a selection, statements are left out of `low` that still run in its snapshot: nothing of them is visible there.

What it assumes, and what happens where it does not hold:

* *A trigger stamps with the time of its statement's start or later, an apply of ours with its own start, which others
  see.* Rows of a replica's applier, of a cluster's other nodes, or of a session that has set `timestamp` come with
  older stamps: a plan refuses a server that replicates from another one or belongs to a cluster.
* *Statements can be seen.* Without the PROCESS privilege others' cannot: the margin is then as long as a statement may
  wait for a lock, and ten seconds. One that runs longer, stamps before, and commits after S is missed.
* *The clock does not step.* A step back is seen by the clock of this machine, which nobody sets: `low` goes down as
  far. A step forward is taken off the starts of what runs. Where there is nothing to compare with (this machine was
  restarted, or another one took the state), ten minutes are sent again. Not seen: back and forth between sessions.
* *The tables are InnoDB's.* A plan refuses others.
* *The state is of this database.* It names the server and the database; of another it says nothing. Statements that a
  restart has ended are not taken for running ones: their starts would differ.
"""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.mariadb import activity, reading
from dms_pipeline.providers.mariadb.activity import MARIADB, SEES_ALL, Running
from dms_pipeline.providers.mariadb.extended import CLOCK
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.reading import Known, TableState
from dms_pipeline.providers.steady import steady_ms
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.result import ClockBehind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.mariadb.activity import Watching
    from dms_pipeline.providers.mariadb.reading import Found
    from dms_pipeline.sync.changes import SyncedTable

SECOND = 10_000  # ticks of the clock
MARGIN = SECOND
BLIND_MARGIN = 10 * SECOND  # beside the time that a statement may wait for a lock
UNKNOWN_STEP = 600 * SECOND
STEP_NOISE = 50 * SECOND // 1000  # the readings of two clocks are so far apart without a step
SAME_START = SECOND // 2  # two computations of one statement's start
MAX_SENT = 20_000  # versions that a state keeps of a table


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    server: str
    clock: int
    margin: int
    mono: tuple[str, int] | None
    watch: tuple[Running, ...]
    tables: Mapping[str, TableState] = field(default_factory=dict)
    lowered: int = 0

    def text(self) -> str:
        return json.dumps(
            {
                "server": self.server,
                "clock": self.clock,
                "margin": self.margin,
                "mono": self.mono,
                "watch": [(one.thread, one.query, one.start) for one in self.watch],
                "tables": {name: table.values() for name, table in self.tables.items()},
                "lowered": self.lowered,
            },
            separators=(",", ":"),
        )

    @property
    def low(self) -> int:
        """The greatest stamp that no row outside can have, but for pending ones."""
        return min([self.clock - self.margin, *(one.start for one in self.watch)]) - 1 - self.lowered

    def low_of(self, table: TableState) -> int:
        """The same of one table."""
        return self.low if table.since is None else min(self.low, table.since - self.lowered)


@lru_cache(maxsize=64)
def _read(text: str) -> _State:
    values = json.loads(text)
    return _State(
        server=values["server"],
        clock=values["clock"],
        margin=values["margin"],
        mono=None if values["mono"] is None else (values["mono"][0], values["mono"][1]),
        watch=tuple(Running(thread=thread, query=query, start=start) for thread, query, start in values["watch"]),
        tables={name: TableState.of(table) for name, table in values["tables"].items()},
        lowered=values["lowered"],
    )


def _readable(text: str) -> _State | None:
    """A state that was stored; None where another version wrote it, in a way that this one does not know."""
    with suppress(ValueError, KeyError, TypeError, IndexError):
        return _read(text)
    return None


def take_bookmark(
    connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str], watching: Watching = MARIADB
) -> Bookmark:
    """The state before a snapshot. The mark is below the clock: to others, a stamp that equals the clock is later."""
    earlier = [state for state in map(_readable, states) if state is not None]
    hashed = reading.stamped_alike(connection, tables)
    state, found = _read_all(connection, tables, earlier, hashed, watching)
    many = [table for table, one in found.items() if one.count > MAX_SENT]
    can_wait = state.margin == MARGIN and state.low == state.clock - MARGIN - 1
    if can_wait and any(reading.is_busy(connection, table, state.low, MAX_SENT) for table in many):
        time.sleep(state.margin / SECOND)  # then they need not be kept as what was sent
        state, found = _read_all(connection, tables, earlier, hashed, watching)
    known = {
        table.tracking.name: reading.pending(connection, table, one, state.low, MAX_SENT)
        for table, one in found.items()
    }
    return Bookmark(state.clock - 1, replace(state, tables=known).text())


def _read_all(
    connection: Connection,
    tables: tuple[SyncedTable, ...],
    earlier: list[_State],
    hashed: frozenset[str],
    watching: Watching,
) -> tuple[_State, dict[SyncedTable, Found]]:
    """A state without its tables, and what is in those: the clock first, then what runs, then what is uncommitted."""
    clock, server, sees_all, wait = connection.rows(
        f"SELECT {CLOCK}, {watching.server}, {SEES_ALL}, @@innodb_lock_wait_timeout"
    )[0]
    here = steady_ms()
    before = max((state for state in earlier if state.server == server), key=lambda state: state.clock, default=None)
    forward = 0 if before is None else max(0, _drift(before, clock, here) or 0)
    running = activity.statements(connection, clock, watching)
    margin = MARGIN if sees_all else int(wait) * SECOND + BLIND_MARGIN
    state = _State(server=server, clock=clock, margin=margin, mono=here, watch=())
    with reading.uncommitted(connection):
        running += activity.applies(connection)
        known = {table: _known(state, earlier, table, hashed) for table in tables}
        found = reading.read_uncommitted(connection, known)
    return replace(state, watch=tuple(replace(one, start=one.start - forward) for one in running)), found


def _known(state: _State, earlier: list[_State], table: SyncedTable, hashed: frozenset[str]) -> Known:
    """From where on a table has to be read uncommitted, and of which keys besides."""
    name = table.tracking.name
    bases = [one for one in earlier if one.server == state.server and name in one.tables]
    base = max(bases, key=lambda one: one.clock, default=None)
    if base is None:
        return Known(low=0, hashed=name in hashed)
    lowered = _lowered(base, state.clock, state.mono)
    if _drift(base, state.clock, state.mono) is None:
        lowered = max(lowered, UNKNOWN_STEP)
    low = base.low_of(base.tables[name]) - lowered
    return Known(low=low, keys=base.tables[name].keys, hashed=name in hashed)


def complete_bookmark(
    connection: Connection,
    bookmark: Bookmark,
    tables: tuple[SyncedTable, ...],
    store: Callable[[Connection, Bookmark], None] | None,
) -> Bookmark:
    """The bookmark with what the snapshot shows of what it is not sure about."""
    if bookmark.state is None or not tables:
        return bookmark
    state = _read(bookmark.state)
    known = {table: state.tables[table.tracking.name] for table in tables}
    complete_tables = reading.completed(connection, known, state.low, MAX_SENT)
    found = {table.tracking.name: one for table, one in complete_tables.items()}
    complete = replace(bookmark, state=replace(state, tables=found).text())
    if complete == bookmark:
        return bookmark
    if store is not None:
        with connection.another() as other:  # this one reads a snapshot
            store(other, complete)
    return complete


def recall_bookmark(connection: Connection, bookmark: Bookmark, watching: Watching = MARIADB) -> Bookmark | None:
    """A stored bookmark, lowered where the clock has been turned back since; None if it says nothing here."""
    if bookmark.state is None:
        return bookmark
    state = _readable(bookmark.state)
    clock, server = connection.rows(f"SELECT {CLOCK}, {watching.server}")[0]
    if state is None or server != state.server:
        return None
    lowered = _lowered(state, clock, steady_ms())
    return bookmark if lowered == 0 else replace(bookmark, state=replace(state, lowered=lowered).text())


def clock_behind(connection: Connection, tables: tuple[SyncedTable, ...]) -> ClockBehind | None:
    """The clock and the latest stamp, where that is ahead; an index look-up for each table, in one question."""
    if not tables:
        return None
    stamps = " UNION ALL ".join(f"SELECT max(`timestamp`) AS stamp FROM {quoted(table.tracking)}" for table in tables)
    clock, stamp = connection.rows(f"SELECT {CLOCK}, max(s.stamp) FROM ({stamps}) s")[0]
    if stamp is None or stamp <= clock + SECOND:
        return None
    return ClockBehind(clock=_spoken(clock), stamp=_spoken(stamp))


def _spoken(ticks: int) -> str:
    try:
        return datetime.fromtimestamp(ticks / SECOND, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # no year that has four digits
        return str(ticks)


def narrow_bookmark(connection: Connection, bookmark: Bookmark, watching: Watching = MARIADB) -> Bookmark:
    """The bookmark without those watched statements that still run: this snapshot shows nothing of them.

    Where nobody knows whether the clock was turned back, more is looked at again. That is for selections alone: in a
    judgment, it would make conflicts of what was sent a while ago.
    """
    state = None if bookmark.state is None else _read(bookmark.state)
    if state is None:
        return bookmark
    now = int(connection.value(f"SELECT {CLOCK}"))
    if _drift(state, now, steady_ms()) is None:
        state = replace(state, lowered=max(state.lowered, UNKNOWN_STEP))
    if not state.watch:
        return replace(bookmark, state=state.text())
    running = {
        (one.thread, one.query): one.start
        for one in activity.statements(connection, now, watching)
        if one.query != activity.UNKNOWN
    }
    ended = tuple(
        one
        for one in state.watch
        if abs(running.get((one.thread, one.query), one.start - 2 * SAME_START) - one.start) > SAME_START
    )
    return replace(bookmark, state=replace(state, watch=ended).text())


def earliest(bookmarks: Sequence[Bookmark]) -> Bookmark:
    """One state that is before all of these: what is outside one of them is outside it."""
    states = [_read(bookmark.state) for bookmark in bookmarks if bookmark.state is not None]
    first = min(states, key=lambda state: state.low)
    names = {name for state in states for name in state.tables}
    tables = {}
    for name in names:
        each = [(state.tables.get(name, TableState()), state) for state in states]
        tables[name] = reading.earliest([(table, state.low_of(table)) for table, state in each], first.lowered)
    return Bookmark(min(bookmark.timestamp for bookmark in bookmarks), replace(first, tables=tables).text())


def changed_after(bookmark: Bookmark | None, table: SyncedTable) -> tuple[str, tuple[Any, ...]]:
    """The condition that a table's tracking row `t` was written after a bookmark; None: ever."""
    if bookmark is None:
        return "TRUE", ()
    if bookmark.state is None:
        return "t.`timestamp` > %s", (bookmark.timestamp,)
    state = _read(bookmark.state)
    known = state.tables.get(table.tracking.name)
    if known is None:  # it was not looked at then
        return "TRUE", ()
    return reading.outside(table, known, state.low_of(known))


def _drift(state: _State, clock: int, here: tuple[str, int] | None) -> int | None:
    """By how much the clock has run more since a state than this machine's; None where nobody knows."""
    if state.mono is None or here is None or state.mono[0] != here[0]:
        return None
    return (clock - state.clock) - (here[1] - state.mono[1]) * 10


def _lowered(state: _State, clock: int, here: tuple[str, int] | None) -> int:
    """How far stamps may have gone back behind a state's clock."""
    drift = _drift(state, clock, here)
    if drift is None:
        return max(0, state.clock - clock)
    return -drift if drift < -STEP_NOISE else 0
