"""A whole table that goes straight into an empty one, without a stage: a first sync.

No lock keeps other writers out, as LOCK TABLES would commit. Who inserts one of the rows first is met as a duplicate,
and the rest is staged and judged. Other rows of theirs are tracked by our triggers, which they fire and we do not, so
that a row without a tracking row is one of ours; a tombstone of a row that is there was left by somebody who inserted
and deleted it before it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb import staging
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.values import STYLE

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable


def is_empty(connection: Connection, table: SyncedTable) -> bool:
    """There are no rows, and none were deleted."""
    base, tracking = quoted(table.name), quoted(table.tracking)
    return not connection.value(f"SELECT EXISTS (SELECT 1 FROM {base}) OR EXISTS (SELECT 1 FROM {tracking})")


def track_all(connection: Connection, table: SyncedTable, facts: tuple[str | None, int]) -> int:
    """Track every row; a driver's exception where somebody else has tracked one."""
    keys = f"SELECT {STYLE.names(table.key)} FROM {quoted(table.name)}"
    with connection.driver.cursor() as cursor:
        cursor.execute(staging.tracking_insert(table, keys, tombstone=0), facts)
        return int(cursor.rowcount)


def track_others(connection: Connection, table: SyncedTable, facts: tuple[str | None, int]) -> None:
    """Track the rows that nobody else has tracked; the server copies what it reads of the table that it writes."""
    keys = (
        f"SELECT {STYLE.names(table.key, 'b.')} FROM {quoted(table.name)} b LEFT JOIN {quoted(table.tracking)} t"
        f" ON {STYLE.equal(table.key, 't', 'b')} WHERE t.`timestamp` IS NULL OR t.`sync_row_is_tombstone` = 1"
    )
    staging.track(connection, table, keys, facts, tombstone=0)
