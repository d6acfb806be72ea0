"""Triggers of the reference's kind on PostgreSQL (spec: 5.3, appendix A.2): ours, and the reference's own.

A database that the reference provisioned keeps its triggers: they do what ours of this kind do. They are known by their
text, with nothing but white space, quotes and case set aside; whatever else stands in a body may do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.names import qualified
from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName

CLOCK = "extract(epoch FROM now()) * 1000"  # milliseconds since 1970, rounded when it becomes a bigint
_THEIR_CLOCK = "(extract(epoch from now())*1000)"
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
_names = TRAITS.style.names


def body(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    """The text of a function of ours."""
    row, tombstone = ("OLD", 1) if event is RowEvent.DELETE else ("NEW", 0)
    return (
        "\nBEGIN\n"
        f"  INSERT INTO {qualified(tracking)} ({_names((*key, *_SIDE))})\n"
        f"  VALUES ({_names(key, f'{row}.')}, NULL, {CLOCK}, {tombstone}, now())\n"
        f"  ON CONFLICT ({_names(key)}) DO UPDATE SET\n"
        '    "update_scope_id" = EXCLUDED."update_scope_id", "timestamp" = EXCLUDED."timestamp",\n'
        '    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",\n'
        '    "last_change_datetime" = EXCLUDED."last_change_datetime";\n'
        f"  RETURN {row};\n"
        "END;\n"
    )


def their_body(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    """The text of the reference's own function."""
    row, tombstone = ("OLD", 1) if event is RowEvent.DELETE else ("NEW", 0)
    side = TRAITS.style.table(tracking.schema or None, tracking.name)
    return (
        f"BEGIN INSERT INTO {side} ({_names((*key, *_SIDE))})"
        f" VALUES ({_names(key, f'{row}.')}, null, {_THEIR_CLOCK}, {tombstone}, now())"
        f' ON CONFLICT ({_names(key)}) DO UPDATE SET "timestamp" = {_THEIR_CLOCK},'
        f' "sync_row_is_tombstone" = {tombstone},'
        f' "update_scope_id" = null, "last_change_datetime" = now(); RETURN {row}; END;'
    )
