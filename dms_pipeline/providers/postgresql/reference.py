"""The triggers that the reference makes on PostgreSQL, to tell them from those of strangers (spec: 5.3, appendix A.2).

A database that the reference provisioned keeps its triggers: they do what ours do. They are known by their text, with
nothing but white space, quotes and case set aside; whatever else stands in a body may do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema import ddl
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.model import TableName

_CLOCK = "(extract(epoch from now())*1000)"
_names = TRAITS.style.names


def does_as(found: Trigger, wanted: Trigger, tracking: TableName, key: tuple[str, ...]) -> bool:
    """A trigger under the name of one of ours that fires and records as it does: ours, or the reference's."""
    if not found.enabled or found.event is not wanted.event:
        return False
    dialect = TRAITS.sqlglot_dialect
    bodies = (wanted.function_text or "", _body(tracking, key, wanted.event))
    return ddl.same_tokens(found.text, wanted.text, dialect) and any(
        ddl.same_tokens(found.function_text or "", body, dialect) for body in bodies
    )


def _body(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    row, tombstone = ("OLD", 1) if event is RowEvent.DELETE else ("NEW", 0)
    side = TRAITS.style.table(tracking.schema or None, tracking.name)
    columns = _names((*key, "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime"))
    return (
        f"BEGIN INSERT INTO {side} ({columns}) VALUES ({_names(key, f'{row}.')}, null, {_CLOCK}, {tombstone}, now())"
        f' ON CONFLICT ({_names(key)}) DO UPDATE SET "timestamp" = {_CLOCK}, "sync_row_is_tombstone" = {tombstone},'
        f' "update_scope_id" = null, "last_change_datetime" = now(); RETURN {row}; END;'
    )
