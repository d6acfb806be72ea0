"""Who is at work in a PostgreSQL database: transactions that are open, prepared ones, their ids and starts.

Readable by everybody, but for the starts of other roles' transactions: those need `pg_read_all_stats` (`pg_monitor` has
it). Where one may not be read, or `track_activities` is off, `hidden` says so; so does a subscription's worker, whose
rows come with the stamps of another database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.connection import Connection

WRAP = 1 << 32  # ids are stored in 32 bits; 64 count them

MILLISECONDS = "(extract(epoch from {}) * 1000)::bigint"
NOW = MILLISECONDS.format("clock_timestamp()")
_CLUSTER = "(SELECT system_identifier FROM pg_control_system())"
_HERE = "(SELECT d.oid FROM pg_database d WHERE d.datname = current_database())"
DATABASE = f"{_CLUSTER} || '/' || {_HERE}"
TIMELINE = "left(pg_walfile_name(pg_current_wal_lsn()), 8)"  # pg_control_checkpoint() is behind, after a promotion
# The functions behind pg_stat_activity and pg_prepared_xacts: those look up names too, a millisecond in a new session.
_OTHERS = (
    "SELECT a.pid, a.backend_xid, a.xact_start, a.backend_type, a.state FROM pg_stat_get_activity(NULL) a"
    f" WHERE a.datid = {_HERE} AND a.pid <> pg_backend_pid()"
)
# Without the privilege the kind of a session is hidden together with its start; idle sessions have no start either.
_HIDDEN = (
    "(a.xact_start IS NULL AND (a.backend_type IS NULL OR a.state = 'disabled'))"
    " OR a.backend_type LIKE 'logical replication%'"
)
_STARTS = (
    "(SELECT coalesce(json_agg(json_build_array(a.pid, a.backend_xid::text::bigint,"
    " floor(extract(epoch from a.xact_start) * 1000)::bigint)), '[]') FROM others a WHERE a.xact_start IS NOT NULL)"
)
_PREPARED = (
    f"(SELECT coalesce(json_agg(p.transaction::text::bigint), '[]') FROM pg_prepared_xact() p WHERE p.dbid = {_HERE})"
)
LOOK = (
    f"WITH others AS MATERIALIZED ({_OTHERS}) SELECT {NOW}, {DATABASE}, {TIMELINE},"
    f" pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint, {_STARTS},"
    f" {_PREPARED}, (SELECT coalesce(bool_or({_HIDDEN}), false) FROM others a) FROM pg_current_snapshot() s"
)
RUNNING = (
    f"WITH others AS MATERIALIZED ({_OTHERS}) SELECT pg_snapshot_xmax(s)::text::bigint,"
    f" ARRAY(SELECT x::text::bigint FROM pg_snapshot_xip(s) x), {_STARTS} FROM pg_current_snapshot() s"
)
WRITERS = (
    f"SELECT pg_snapshot_xmax(s)::text::bigint, ARRAY(SELECT a.backend_xid::text::bigint FROM ({_OTHERS}) a"
    " WHERE a.backend_xid IS NOT NULL UNION ALL SELECT p.transaction::text::bigint FROM pg_prepared_xact() p"
    f" WHERE p.dbid = {_HERE}) FROM pg_current_snapshot() s"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """An open transaction of this database: its session, its id once it has written, its start in milliseconds.

    A prepared one has no session; its start is None where it was not seen before.
    """

    pid: int | None
    xid: int | None
    start: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """One look at the database: its clock, its identity and timeline, a snapshot's bounds, what was open after that.

    Ids below `xmin` have ended, those from `xmax` on had not when the snapshot was taken.
    """

    clock: int
    database: str
    timeline: str
    xmin: int
    xmax: int
    sessions: tuple[Open, ...]
    prepared: tuple[int, ...]
    hidden: bool


def look(connection: Connection) -> Activity:
    """One look, in one statement, outside a transaction."""
    clock, database, timeline, xmin, xmax, starts, prepared, hidden = connection.rows(LOOK)[0]
    return Activity(
        clock=clock,
        database=database,
        timeline=timeline,
        xmin=xmin,
        xmax=xmax,
        sessions=_sessions(starts, xmax),
        prepared=tuple(_whole(xid, xmax) for xid in prepared),
        hidden=hidden,
    )


def oldest_writer(connection: Connection) -> int:
    """An id below which no transaction can write to this database any more; those of others have ids in between."""
    xmax, writing = connection.rows(WRITERS)[0]
    return min([int(xmax), *(_whole(xid, xmax) for xid in writing)])


def unfinished(connection: Connection, ids: tuple[int, ...], oldest: int, first: int, end: int) -> tuple[int, ...]:
    """Of some ids from `oldest` on, those that have not ended; of a range, those that have not committed; in order.

    One that reads as aborted may be a subtransaction that is just being registered: it counts until it is asked for
    again by its number. One whose state is not known has not ended, for all that is known.
    """
    rows = connection.rows(
        "SELECT i FROM unnest(%s::bigint[]) i"
        " WHERE coalesce(pg_xact_status(i::text::xid8) = 'in progress', true)"
        " UNION SELECT i FROM generate_series(%s::bigint, %s::bigint) i"
        " WHERE pg_xact_status(i::text::xid8) IS DISTINCT FROM 'committed' ORDER BY 1",
        ([xid for xid in ids if oldest <= xid < end], first, end - 1),
    )
    return tuple(xid for (xid,) in rows)


def still_open(connection: Connection, watched: tuple[Open, ...]) -> frozenset[Open]:
    """Of some transactions those that have nothing to show in the snapshot of the transaction around this."""
    xmax, running, starts = connection.rows(RUNNING)[0]
    ids = frozenset(running)
    sessions = {(one.pid, one.start) for one in _sessions(starts, xmax)}
    return frozenset(
        one
        for one in watched
        if (one.pid is not None and (one.pid, one.start) in sessions)
        or (one.xid is not None and (one.xid in ids or one.xid >= xmax))
    )


def starts_of(activity: Activity, before: Mapping[int, int]) -> dict[int, int]:
    """The starts of transactions with an id, so that one that is prepared later keeps its own."""
    starts = {xid: before[xid] for xid in activity.prepared if xid in before}
    return starts | {one.xid: one.start for one in activity.sessions if one.xid is not None and one.start is not None}


def _sessions(starts: list[tuple[int, int | None, int]], near: int) -> tuple[Open, ...]:
    return tuple(
        Open(pid=pid, xid=None if xid is None else _whole(xid, near), start=start) for pid, xid, start in starts
    )


def _whole(xid: int, near: int) -> int:
    """An id of 32 bits as the one of 64 that is nearest to another."""
    distance = (xid - near) % WRAP
    return near + distance if distance < WRAP // 2 else near + distance - WRAP
