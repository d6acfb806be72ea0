"""Triggers and tracking tables of a MariaDB database, as digests of what the catalogue says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Fingerprint

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

_QUERY = """
SELECT 'trigger', CONCAT(event_object_table, '.', trigger_name), event_object_table,
  MD5(CONCAT_WS('|', action_timing, event_manipulation, action_statement))
FROM information_schema.triggers WHERE trigger_schema = DATABASE()
UNION ALL
SELECT 'tracking-table', c.table_name, '',
  MD5(GROUP_CONCAT(CONCAT(c.column_name, ' ', c.column_type) ORDER BY c.ordinal_position))
FROM information_schema.columns c JOIN information_schema.columns marked
  ON marked.table_schema = c.table_schema AND marked.table_name = c.table_name
  AND marked.column_name = 'sync_row_is_tombstone'
WHERE c.table_schema = DATABASE() GROUP BY c.table_name
"""


def trigger_fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    """Every trigger, and every table that looks like a tracking table."""
    return {(kind, name): Fingerprint(base=base, digest=digest) for kind, name, base, digest in connection.rows(_QUERY)}
