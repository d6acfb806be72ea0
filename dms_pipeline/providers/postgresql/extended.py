"""The extended triggers of PostgreSQL: what the function of each does.

A stamp is the clock as it is at that moment, not the start of the transaction, and at least the row's own last stamp
and one: never the greatest of the table and one, which runs ahead of the clock and makes the reference send rows again.

1. Where an update changes a key, the old one becomes a tombstone and the new one a row (H19). Not if a row has the old
   key again when the statement is over: rows that take each other's keys are all there.
2. TRUNCATE fires no trigger for a row. Before it, all keys become tombstones (A11); it holds its lock by then, so
   nobody adds a row meanwhile. A transaction whose snapshot is older than some rows does not see those.
3. They are `ENABLE ALWAYS`: they record what a subscription's worker writes, or anybody under the setting
   `session_replication_role = replica`, which switches all others off (A11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.names import qualified
from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName

_name = TRAITS.style.name
_names = TRAITS.style.names
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")


def body(base: TableName, tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    """The text of a trigger's function."""
    return (
        # A column of the table may be called as the variable is.
        "\n#variable_conflict use_column\n"
        "DECLARE\n"
        "  dms_stamp CONSTANT bigint := extract(epoch FROM clock_timestamp()) * 1000;\n"
        "BEGIN\n"
        f"{_statements(base, tracking, key, event)}"
        f"  RETURN {_RETURNED[event]};\n"
        "END;\n"
    )


_RETURNED = {RowEvent.INSERT: "NEW", RowEvent.UPDATE: "NEW", RowEvent.DELETE: "OLD", RowEvent.TRUNCATE: "NULL"}


def _statements(base: TableName, tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    match event:
        case RowEvent.INSERT:
            return _tracked(tracking, key, _names(key, "NEW."), 0)
        case RowEvent.DELETE:
            return _tracked(tracking, key, _names(key, "OLD."), 1)
        case RowEvent.TRUNCATE:
            return _tracked(tracking, key, _names(key, "b."), 1, f" FROM {qualified(base)} AS b")
        case RowEvent.UPDATE:
            changed = " OR ".join(f"OLD.{_name(part)} IS DISTINCT FROM NEW.{_name(part)}" for part in key)
            there = TRAITS.style.equal(key, "b", "OLD")
            gone = f" WHERE NOT EXISTS (SELECT 1 FROM {qualified(base)} AS b WHERE {there})"
            return (
                _tracked(tracking, key, _names(key, "NEW."), 0)
                + f"  IF {changed} THEN\n"
                + _tracked(tracking, key, _names(key, "OLD."), 1, gone)
                + "  END IF;\n"
            )


def _tracked(tracking: TableName, key: tuple[str, ...], values: str, tombstone: int, source: str = "") -> str:
    return (
        f"  INSERT INTO {qualified(tracking)} AS side ({_names((*key, *_SIDE))})\n"
        f"  SELECT {values}, NULL, dms_stamp, {tombstone}, clock_timestamp(){source}\n"
        f"  ON CONFLICT ({_names(key)}) DO UPDATE SET\n"
        '    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),\n'
        '    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",\n'
        '    "last_change_datetime" = EXCLUDED."last_change_datetime";\n'
    )
