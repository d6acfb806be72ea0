"""Triggers of the reference's kind on SQLite (spec: 5.2, appendix A.1): ours, and the reference's own.

A database that the reference provisioned keeps its triggers: they do what ours of this kind do. They are known by their
text, with nothing but white space, comments, quotes and case set aside; whatever else stands in a body may do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.database import RowEvent
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName

_CLOCK = "replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '')"  # YYYYMMDDHHMMSSmmm; the column makes it an integer
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
_name = TRAITS.style.name
_names = TRAITS.style.names


def body(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    """What a trigger of ours does."""
    return _update(tracking, key) if event is RowEvent.UPDATE else _replace(tracking, key, event)


def texts(setup: SyncSetup, document: SyncTable, found: Trigger) -> tuple[str, ...]:
    """The texts that the reference itself gives a trigger of such a name, where they are not ours."""
    key, tracking = document.primary_key or (), tracking_table(setup, document.table)
    if found.event is not RowEvent.UPDATE:
        return ()
    head = f"CREATE TRIGGER {_name(found.name)} AFTER UPDATE ON {_name(document.table.name)}"
    return (f"{head} BEGIN {_their_update(tracking, key)} END",)


def _replace(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    row, tombstone = ("old", 1) if event is RowEvent.DELETE else ("new", 0)
    return (
        f"  INSERT OR REPLACE INTO {_name(tracking.name)} ({_names((*key, *_SIDE))})\n"
        f"  VALUES ({_names(key, f'{row}.')}, NULL, {_CLOCK}, {tombstone}, datetime('now'));\n"
    )


def _update(tracking: TableName, key: tuple[str, ...]) -> str:
    # An update leaves the tombstone as it is; INSERT OR IGNORE tracks a row that was not tracked yet.
    side = _name(tracking.name)
    return (
        f'  UPDATE {side} SET "update_scope_id" = NULL, "timestamp" = {_CLOCK},'
        " \"last_change_datetime\" = datetime('now')\n"
        f"  WHERE {TRAITS.style.equal(key, side, 'new')};\n"
        f"  INSERT OR IGNORE INTO {side} ({_names((*key, *_SIDE))})\n"
        f"  SELECT {_names(key, 'new.')}, NULL, {_CLOCK}, 0, datetime('now')\n"
        f"  WHERE NOT EXISTS (SELECT 1 FROM {side} WHERE {TRAITS.style.equal(key, side, 'new')});\n"
    )


def _their_update(tracking: TableName, key: tuple[str, ...]) -> str:
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
