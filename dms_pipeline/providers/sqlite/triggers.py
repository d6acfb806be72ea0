"""Our own triggers on a table of a SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.values import STYLE
from dms_pipeline.schema.own import TOUCHED

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

SEAL = "dms_seal"  # the trigger that stands behind all others (`recorders`)


def all_triggers(connection: Connection, table: SyncedTable) -> list[tuple[str, str]]:
    """Name and text of every trigger on a table, oldest first: the order in which they fire."""
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY rowid"
    return [(str(name), str(text)) for name, text in connection.rows(sql, (table.name.name,))]


def own_triggers(connection: Connection, table: SyncedTable) -> list[tuple[str, str]]:
    """Those of ours, or of the reference: named as triggers are, and writing what only such triggers write."""
    quoted = (f"[{table.tracking.name}]", STYLE.name(table.tracking.name), STYLE.name(TOUCHED.name))
    return [
        (name, text)
        for name, text in all_triggers(connection, table)
        if name.endswith("_trigger") and any(tracked in text for tracked in quoted)
    ]
