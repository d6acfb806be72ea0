"""The triggers that the reference makes on SQLite, to tell them from those of strangers (spec: 5.2, appendix A.1).

A database that the reference provisioned keeps its triggers: they do what ours do. They are known by their text, with
nothing but white space, comments, quotes and case set aside; whatever else stands in a body may do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema import ddl
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.model import TableName

_CLOCK = "replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '')"
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
_name = TRAITS.style.name
_names = TRAITS.style.names


def does_as(found: Trigger, wanted: Trigger, tracking: TableName, key: tuple[str, ...]) -> bool:
    """A trigger under the name of one of ours that records as it does: ours, or the reference's."""
    body = _update(tracking, key) if wanted.event is RowEvent.UPDATE else _replace(tracking, key, wanted.event)
    head = f"CREATE TRIGGER {_name(wanted.name)} AFTER {wanted.event} ON {_name(wanted.table.name)}"
    dialect = TRAITS.sqlglot_dialect
    return any(ddl.same_tokens(found.text, text, dialect) for text in (wanted.text, f"{head} BEGIN {body} END"))


def _replace(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    row, tombstone = ("old", 1) if event is RowEvent.DELETE else ("new", 0)
    return (
        f"INSERT OR REPLACE INTO {_name(tracking.name)} ({_names((*key, *_SIDE))})"
        f" VALUES ({_names(key, f'{row}.')}, NULL, {_CLOCK}, {tombstone}, datetime('now'));"
    )


def _update(tracking: TableName, key: tuple[str, ...]) -> str:
    side = _name(tracking.name)
    here = TRAITS.style.equal(key, side, "new")
    there = " AND ".join(f"{_name(part)} = new.{_name(part)}" for part in key)
    return (
        f"UPDATE {side} SET {_name('update_scope_id')} = NULL, {_name('timestamp')} = {_CLOCK},"
        f" {_name('last_change_datetime')} = datetime('now') WHERE {here};"
        f" INSERT OR IGNORE INTO {side} ({_names((*key, *_SIDE))})"
        f" SELECT {_names(key, 'new.')}, NULL, {_CLOCK}, 0, datetime('now')"
        f" WHERE (SELECT COUNT(*) FROM {side} WHERE {there}) = 0;"
    )
