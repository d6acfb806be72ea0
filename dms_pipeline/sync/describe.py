"""What a session did, for a person (text) and for a program (JSON). One sync is shown by table, several by sync.

Widths are those of the longest name; `-` is zero, `?` unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.sync.directives import SyncOperation, SyncType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.result import ClockBehind, Recovered, SyncResult

_TABLE_HEADING = f"{'rows':>8} {'deletes':>8}  {'rows':>8} {'deletes':>8}  {'conflicts':>9}  {'failed':>6}  {'time':>7}"
_HOW = {
    SyncType.NORMAL: "",
    SyncType.REINITIALIZE: ", reinitialized",
    SyncType.REINITIALIZE_WITH_UPLOAD: ", reinitialized after an upload",
}
_WITHOUT_SESSION = (SyncOperation.ABORT_SYNC, SyncOperation.DROP_ALL_AND_EXIT)
_SYNC_HEADING = f"{'to server':>10}  {'to client':>10}  {'conflicts':>9}  {'failed':>6}  {'time':>8}"


def number(value: int | None) -> str:
    """A count in a table of numbers."""
    if value is None:
        return "?"
    return f"{value:,}" if value else "-"


def seconds(value: float) -> str:
    """A duration: two decimals below ten seconds, one below a minute, minutes after that."""
    if value < 10:
        return f"{value:.2f} s"
    return f"{value:.1f} s" if value < 60 else f"{int(value // 60)}:{int(value % 60):02d} min"


def by_table(result: SyncResult) -> str:
    """One sync, a line for each table in which anything happened, and the sum."""
    moved = [table for table in result.tables if _moved(result, table)]
    heading = f"{result.scope}  {result.client}{_HOW[result.sync_type]}"
    if result.operation in _WITHOUT_SESSION:
        return f"{heading}: not synced, as the server ordered ({result.operation})"
    if not moved:
        return f"{heading}: nothing to do, {seconds(result.duration_s)}"
    rows = [(str(table), *_numbers(result, [table])) for table in moved]
    total = f"{len(moved)} of {len(result.tables)} {'table' if len(result.tables) == 1 else 'tables'}"
    width = max(len(total), *(len(row[0]) for row in rows), len(heading) - 2, 13)
    lines = [
        f"{heading:<{width + 2}}  {'to server':>17}  {'to client':>17}",
        f"  {'table':<{width}}  {_TABLE_HEADING}",
    ]
    lines += [f"  {name:<{width}}  {_cells(numbers)}" for name, *numbers in rows]
    sums = _numbers(result, result.tables)
    lines.append(f"  {total:<{width}}  {_cells(sums)}  {seconds(result.duration_s):>7}")
    return "\n".join(lines)


def by_sync(results: Sequence[SyncResult]) -> str:
    """Several syncs, a line for each."""
    scope = max(len("scope"), *(len(result.scope) for result in results))
    client = max(len("client"), *(len(result.client) for result in results))
    lines = [f"{'scope':<{scope}}  {'client':<{client}}  {_SYNC_HEADING}"]
    for result in results:
        sent, sent_deletes, got, got_deletes, conflicts, failed = _numbers(result, result.tables)
        lines.append(
            f"{result.scope:<{scope}}  {result.client:<{client}}  {number(sent + sent_deletes):>10}"
            f"  {number(got + got_deletes):>10}  {number(conflicts):>9}  {number(failed):>6}"
            f"  {seconds(result.duration_s):>8}{_HOW[result.sync_type]}"
        )
    return "\n".join(lines)


def as_json(result: SyncResult, conflicts: Sequence[str] = ()) -> dict[str, object]:
    """One sync as the JSON document of `sync` has it; only tables in which anything happened.

    `conflicts` are the names under which the losers are kept.
    """
    return {
        "scope": result.scope,
        "client": result.client,
        "sync_type": "first" if result.is_first and not result.sync_type.replaces else result.sync_type,
        "anew": result.anew,
        "server_again": result.server_again,
        "client_again": result.client_again,
        "server_recovered": [_recovered_json(one) for one in result.server_recovered],
        "client_recovered": [_recovered_json(one) for one in result.client_recovered],
        "server_clock": _clock_json(result.server_clock),
        "client_clock": _clock_json(result.client_clock),
        "outcome": "done",
        "duration_s": round(result.duration_s, 3),
        "conflicts": list(conflicts),
        "failed": result.failed,
        "error": None,
        "tables": [
            {
                "table": str(table),
                "to_server": {"rows": sent, "deletes": sent_deletes},
                "to_client": {"rows": got, "deletes": got_deletes},
                "conflicts": decided,
                "failed": failed,
            }
            for table in result.tables
            if _moved(result, table)
            for sent, sent_deletes, got, got_deletes, decided, failed in [_numbers(result, [table])]
        ],
    }


def _recovered_json(one: Recovered) -> dict[str, object]:
    return {"table": str(one.table), "reason": one.reason, "rows": one.rows, "deletes": one.deletes}


def _clock_json(behind: ClockBehind | None) -> dict[str, object] | None:
    return None if behind is None else {"clock": behind.clock, "stamp": behind.stamp}


def _moved(result: SyncResult, table: TableName) -> bool:
    sides = (result.to_server.tables, result.to_client.tables)
    return any(table in side and side[table].moved for side in sides)


def _numbers(result: SyncResult, tables: Iterable[TableName]) -> tuple[int, int, int, int, int, int]:
    sums = [0, 0, 0, 0, 0, 0]
    for table in tables:
        for place, side in ((0, result.to_server.tables), (2, result.to_client.tables)):
            counts = side.get(table)
            if counts is not None:
                sums[place] += counts.rows
                sums[place + 1] += counts.deletes + counts.removed
                sums[4] += counts.conflicts
                sums[5] += counts.failed
    return (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5])


def _cells(numbers: Sequence[int]) -> str:
    sent, sent_deletes, got, got_deletes, conflicts, failed = numbers
    return (
        f"{number(sent):>8} {number(sent_deletes):>8}  {number(got):>8} {number(got_deletes):>8}"
        f"  {number(conflicts):>9}  {number(failed):>6}"
    )
