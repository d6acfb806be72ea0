"""The marks of SQLite: under which lock a state is taken, and which changes are outside it.

Writers are serial, so whoever has the write lock knows that everything that was stamped is committed. A number of ours
beside the clock, `dms_clock.mark`, is advanced under that lock; extended triggers stamp no change at or below it.

The state behind a mark is the stamp up to which changes are inside (`upto`), with the clock of that moment. The mark
itself, which other software may take for a clock reading, is the clock, and is not compared here. In the order of a
session (spec: safe marks, section 4; findings A5, A13, A14):

1. The write lock is taken: no writer is under way, every stamp is committed, and none is greater than `greatest`, the
   greatest of the tables' tracking rows.
2. If `greatest` is not above the number, that is `upto`, and nothing is written: what was issued last is still right.
   Else the number becomes the greatest of the clock, `greatest`, and itself and one; it is `upto`.
3. The snapshot begins before the lock is given back, so it shows exactly the changes up to `upto`. In WAL mode another
   connection has the lock. Without WAL a reader keeps writers from committing, and they keep it from beginning; so the
   one connection has lock and snapshot, everything that is selected is copied out at once, and then it commits.
4. Whatever is written later is stamped at least `upto` + 1, since triggers and applies read the number under the lock
   of their own transaction. What is rolled back leaves neither stamp nor number.

So a change is outside exactly if its stamp is above `upto`, whatever the clock does: stamps that equal the clock, a
clock that steps back, and one that was in 2040 for a minute, after which stamps stay there and rise one by one.

The reference's triggers stamp the clock and know no number. Then `upto` is the clock at 1, and the lock is kept until
the clock has left it. A step back is seen by a clock that nobody sets, this machine's monotonic one: by as much, and 5
ms, the bound is lowered, and rows are sent again until the clock has caught up. After a restart of the machine there is
nothing to compare with: a clock behind the state's means that everything is sent. A step of less than 5 ms is not seen.
A state counts as the one of extended triggers only while all triggers are.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.providers.steady import steady_ms
from dms_pipeline.schema.own import CLOCK as CLOCK_TABLE
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.result import ClockBehind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

    Store = Callable[[Connection, Bookmark], None] | None

_TABLE = TRAITS.style.name(CLOCK_TABLE.name)
CLOCK = "CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER)"  # YYYYMMDDHHMMSSmmm, UTC
STAMP = f"max({CLOCK}, coalesce((SELECT mark + 1 FROM {_TABLE} WHERE id = 1), 0))"
AHEAD = timedelta(seconds=1)  # a row that is written again and again has a stamp of its own each time
UNSEEN_MS = 5  # the readings of two clocks are so far apart without a step
SNAPSHOT = ("BEGIN", "SELECT count(*) FROM sqlite_master")  # the first read fixes it: sqlite.org/isolation.html


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    upto: int
    clock: int
    mono: tuple[str, int] | None
    exact: bool  # extended triggers alone: no later stamp is at or below `upto`

    def text(self) -> str:
        return json.dumps(asdict(self), separators=(",", ":"))


@lru_cache(maxsize=64)
def _read(text: str) -> _State:
    values = json.loads(text)
    mono = values["mono"]
    return _State(**values | {"mono": None if mono is None else (mono[0], mono[1])})


def take_bookmark(connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
    """The state as it is when nobody writes, under the clock."""
    del states
    connection.begin("BEGIN IMMEDIATE")
    try:
        state, advanced = _advance(connection, tables, None)
        if advanced:
            _set(connection, state.upto)
            connection.execute("COMMIT")
    finally:
        connection.rollback()
    return Bookmark(state.clock, state.text())


def complete_bookmark(
    connection: Connection, bookmark: Bookmark, tables: tuple[SyncedTable, ...], store: Store
) -> Bookmark:
    """The bookmark as the snapshot, which begins anew under the write lock; another state is given to `store`."""
    if bookmark.state is None or not tables:
        return bookmark
    connection.rollback()
    if not has_wal(connection):
        connection.begin("BEGIN IMMEDIATE")
        return _completed(connection, connection, bookmark, tables, store)
    with connection.another() as holder:
        holder.begin("BEGIN IMMEDIATE")
        try:
            connection.begin(*SNAPSHOT)
            complete = _completed(connection, holder, bookmark, tables, store)
            holder.execute("COMMIT")
        except BaseException:
            holder.rollback()
            raise
    return complete


def _completed(
    reader: Connection, holder: Connection, bookmark: Bookmark, tables: tuple[SyncedTable, ...], store: Store
) -> Bookmark:
    assert bookmark.state is not None
    before = _read(bookmark.state)
    state, advanced = _advance(reader, tables, before)
    if advanced:
        _set(holder, state.upto)
    if state == before:
        return bookmark
    complete = replace(bookmark, state=state.text())
    if store is not None:
        store(holder, complete)
    return complete


def _advance(connection: Connection, tables: tuple[SyncedTable, ...], before: _State | None) -> tuple[_State, bool]:
    """The state now, that nobody writes, and whether the number has to be advanced to it; `before`, if it still is."""
    clock, number, foreign = connection.rows(f"SELECT {CLOCK}, (SELECT mark FROM {_TABLE} WHERE id = 1), {_FOREIGN}")[0]
    greatest = max((_greatest(connection, table) for table in tables), default=0)
    exact = not foreign
    if before is not None and before.exact is exact and greatest <= before.upto:
        return before, False
    here = steady_ms()
    if not exact:
        while int(connection.value(f"SELECT {CLOCK}")) == clock:  # at most the rest of a millisecond
            time.sleep(0.0002)
        return _State(upto=clock, clock=clock, mono=here, exact=False), False
    if greatest <= (number or 0):
        return _State(upto=number or 0, clock=clock, mono=here, exact=True), False
    return _State(upto=max(clock, greatest, (number or 0) + 1), clock=clock, mono=here, exact=True), True


def _greatest(connection: Connection, table: SyncedTable) -> int:
    return int(connection.value(f'SELECT max("timestamp") FROM {TRAITS.style.name(table.tracking.name)}') or 0)


# A trigger that records changes without asking for the number.
_FOREIGN = (
    "EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%update_scope_id%'"
    f" AND sql NOT LIKE '%{CLOCK_TABLE.name}%')"
)


def _set(connection: Connection, number: int) -> None:
    connection.execute(
        f"INSERT INTO {_TABLE} (id, mark) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET mark = excluded.mark", (number,)
    )


def has_wal(connection: Connection) -> bool:
    """Readers and writers do not keep each other out."""
    return str(connection.value("PRAGMA journal_mode")).lower() == "wal"


def recall_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark | None:
    """The bookmark, with a lower bound where stamps may have gone back behind it; None if another version wrote it."""
    if bookmark.state is None:
        return bookmark
    try:
        state = _read(bookmark.state)
    except (ValueError, KeyError, TypeError):
        return None
    clock, foreign = connection.rows(f"SELECT {CLOCK}, {_FOREIGN}")[0]
    if state.exact and not foreign:
        return bookmark
    upto = min(state.upto, _lowered(state, clock))
    return replace(bookmark, state=replace(state, upto=upto).text())


def _lowered(state: _State, clock: int) -> int:
    """The clock of a state, less the way that the clock has gone back since; 0 if nobody knows how far."""
    here = steady_ms()
    if state.mono is None or here is None or state.mono[0] != here[0]:
        return state.clock if clock >= state.clock else 0
    ran_ms = (_moment(clock) - _moment(state.clock)) / timedelta(milliseconds=1)
    back_ms = (here[1] - state.mono[1]) - ran_ms
    if back_ms <= UNSEEN_MS:
        return state.clock
    lower = _moment(state.clock) - timedelta(milliseconds=back_ms + UNSEEN_MS)
    return int(lower.strftime("%Y%m%d%H%M%S")) * 1000 + lower.microsecond // 1000


def _moment(digits: int) -> datetime:
    seconds, milliseconds = divmod(digits, 1000)
    moment = datetime.strptime(str(seconds), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return moment + timedelta(milliseconds=milliseconds)


def clock_behind(connection: Connection, tables: tuple[SyncedTable, ...]) -> ClockBehind | None:
    """The clock and the latest stamp, where that is ahead."""
    stamp = max((_greatest(connection, table) for table in tables), default=0)
    clock = int(connection.value(f"SELECT {CLOCK}"))
    if stamp <= clock:
        return None
    try:
        now, latest = _moment(clock), _moment(stamp)
    except (ValueError, OverflowError):  # not digits of a day
        return ClockBehind(clock=str(clock), stamp=str(stamp))
    if latest - now <= AHEAD:
        return None
    return ClockBehind(clock=now.isoformat(timespec="seconds"), stamp=latest.isoformat(timespec="seconds"))


def narrow_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark:
    """The bookmark as it is: its index finds what is after it."""
    del connection
    return bookmark


def earliest(bookmarks: Sequence[Bookmark]) -> Bookmark:
    """The one of these outside which is all that is outside another."""
    return min(bookmarks, key=_upto)


def _upto(bookmark: Bookmark) -> int:
    return bookmark.timestamp if bookmark.state is None else _read(bookmark.state).upto


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[int, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "1", ()
    return f'{tracking}."timestamp" > ?', (_upto(bookmark),)
