"""Triggers of the reference's kind on MariaDB (spec: 5.4, appendix A.3): ours, and the reference's own.

A database that the reference provisioned keeps its triggers: they do what ours of this kind do. They are known by their
text, with nothing but white space, comments, quotes and case set aside; whatever else stands in a body may do anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName

CLOCK = "ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000)"  # 100 µs since 1970, at the start of the statement
SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
_names = TRAITS.style.names


def body(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    """What a trigger does: the reference's own statements."""
    return f"BEGIN\n{_update(tracking, key) if event is RowEvent.UPDATE else _insert(tracking, key, event)}END"


def _insert(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    row, tombstone = ("old", 1) if event is RowEvent.DELETE else ("new", 0)
    return (
        f"  INSERT INTO {quoted(tracking)} ({_names((*key, *SIDE))})\n"
        f"  VALUES ({_names(key, f'{row}.')}, NULL, {CLOCK}, {tombstone}, utc_timestamp())\n"
        f"  ON DUPLICATE KEY UPDATE `update_scope_id` = NULL, `sync_row_is_tombstone` = {tombstone},"
        f" `timestamp` = {CLOCK}, `last_change_datetime` = utc_timestamp();\n"
    )


def _update(tracking: TableName, key: tuple[str, ...]) -> str:
    here = TRAITS.style.equal(key, quoted(tracking), "new")
    return (
        f"  UPDATE {quoted(tracking)} SET `update_scope_id` = NULL, `timestamp` = {CLOCK},"
        f" `last_change_datetime` = utc_timestamp() WHERE {here};\n"
        f"  IF (SELECT ROW_COUNT() = 0) THEN\n{_insert(tracking, key, RowEvent.INSERT)}  END IF;\n"
    )
