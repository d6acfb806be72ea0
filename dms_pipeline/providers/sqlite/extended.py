"""The extended triggers of SQLite: what each writes into the tracking table, and when.

A stamp is never below a mark that was given out, whatever the clock does: the greatest of the clock, the mark in
`dms_clock` and one, and the row's own last stamp and one. It is never the greatest stamp of the table and one, which
runs ahead of the clock and makes the reference send rows again.

1. No statement here has an OR clause: the clause of the application's own statement would take its place. What may meet
   a row is `INSERT … ON CONFLICT (key) DO UPDATE`, which no clause overrides (A8).
2. Where an update changes a key, the old one becomes a tombstone and the new one a row (H19). Not if a row has the old
   key again by then: rows that take each other's keys are all there.
3. OR REPLACE removes rows that hold the new unique values, and fires no delete trigger for them. Before a row is
   written, the keys of those are noted in `dms_touched`; after it is written, those without a row become tombstones.
   Before, nobody knows which clause the statement has; and where it is another one, what is noted is still there.

An index that has a condition or an expression is not looked at: what OR REPLACE removes through it is not recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.marks import STAMP
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.database import RowEvent
from dms_pipeline.schema.own import TOUCHED
from dms_pipeline.sql import literal

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Unique
    from dms_pipeline.schema.model import TableName

_name = TRAITS.style.name
_names = TRAITS.style.names
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")


def after(base: TableName, tracking: TableName, key: tuple[str, ...], event: RowEvent, *, unique: bool) -> str:
    """What is done after a row was written; `unique` says that others may have gone for its unique values."""
    side = _name(tracking.name)
    if event is RowEvent.DELETE:
        return _tracked(side, key, _names(key, "old."), 1, "true")
    body = _tracked(side, key, _names(key, "new."), 0, "true")
    if event is RowEvent.UPDATE:
        # NOCASE is how the tracking table compares its key: keys that differ in case alone have one row there.
        changed = " OR ".join(f"old.{_name(part)} COLLATE NOCASE IS NOT new.{_name(part)}" for part in key)
        gone = _gone(base, key, {part: f"old.{_name(part)}" for part in key})
        body += _tracked(side, key, _names(key, "old."), 1, f"({changed}) AND {gone}")
    if unique:
        body += _displaced(base, side, key)
    return body


def before(base: TableName, key: tuple[str, ...], uniques: tuple[Unique, ...]) -> str:
    """What is done before a row is written, on a table with unique constraints beside its key."""
    body = _forget(base)
    for note, unique in enumerate(uniques):
        same = " AND ".join(
            f"b.{_name(column)} COLLATE {collation} = new.{_name(column)}"
            for column, collation in zip(unique.columns, _collations(unique), strict=True)
        )
        for place, part in enumerate(key):
            body += (
                f"  INSERT INTO {_name(TOUCHED.name)} (table_name, note, place, key_value)\n"
                f"  SELECT {literal(base.name)}, {note}, {place}, b.{_name(part)} FROM {_name(base.name)} AS b\n"
                f"  WHERE {same}\n"
                "  ON CONFLICT (table_name, note, place) DO UPDATE SET key_value = excluded.key_value;\n"
            )
    return body


def _collations(unique: Unique) -> tuple[str, ...]:
    return unique.collations or ("BINARY",) * len(unique.columns)


def _tracked(  # noqa: PLR0913, PLR0917 - the parts of one statement
    side: str, key: tuple[str, ...], values: str, tombstone: int, condition: str, source: str = ""
) -> str:
    own = f'{side}."timestamp"'
    return (
        f"  INSERT INTO {side} ({_names((*key, *_SIDE))})\n"
        f"  SELECT {values}, NULL, {STAMP}, {tombstone}, datetime('now'){source} WHERE {condition}\n"
        f"  ON CONFLICT ({_names(key)}) DO UPDATE SET\n"
        f"    {', '.join(f'{_name(part)} = excluded.{_name(part)}' for part in key)},"
        ' "update_scope_id" = NULL,\n'
        f'    "timestamp" = max(excluded."timestamp", coalesce({own} + 1, 0)),\n'
        '    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",\n'
        '    "last_change_datetime" = excluded."last_change_datetime";\n'
    )


def _displaced(base: TableName, side: str, key: tuple[str, ...]) -> str:
    touched = _name(TOUCHED.name)
    values = {part: f"n{place}.key_value" for place, part in enumerate(key)}
    joins = "".join(
        f" JOIN {touched} AS n{place} ON n{place}.table_name = n0.table_name AND n{place}.note = n0.note"
        f" AND n{place}.place = {place}"
        for place in range(1, len(key))
    )
    condition = f"n0.table_name = {literal(base.name)} AND n0.place = 0 AND {_gone(base, key, values)}"
    source = f" FROM {touched} AS n0{joins}"
    return _tracked(side, key, ", ".join(values.values()), 1, condition, source) + _forget(base)


def _gone(base: TableName, key: tuple[str, ...], values: dict[str, str]) -> str:
    there = " AND ".join(f"b.{_name(part)} = {values[part]}" for part in key)
    return f"NOT EXISTS (SELECT 1 FROM {_name(base.name)} AS b WHERE {there})"


def _forget(base: TableName) -> str:
    return f"  DELETE FROM {_name(TOUCHED.name)} WHERE table_name = {literal(base.name)};\n"
