"""Triggers and tracking tables of a PostgreSQL database, as digests of what the catalogue says of them.

A trigger's digest covers its function's text, its events, its condition and whether it is enabled: the reference
leaves triggers disabled after a reinitialize (H14). Whether it fires for replicated rows as well is not covered: after
`pg_restore --disable-triggers`, or where the reference switches constraints off, it no longer does, and a plan says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Fingerprint

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

_TABLE = "CASE WHEN n.nspname = 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END"
_QUERY = f"""
SELECT 'trigger', {_TABLE} || '.' || t.tgname, {_TABLE},
  md5(concat_ws('|', p.prosrc, t.tgtype::text, replace(t.tgenabled::text, 'A', 'O'), t.tgattr::text,
    pg_get_expr(t.tgqual, t.tgrelid)))
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND ((t.tgtype & 1) = 1 OR (t.tgtype & 32) <> 0)
UNION ALL
SELECT 'tracking-table', {_TABLE}, '',
  md5(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ',' ORDER BY a.attnum))
FROM pg_attribute marked JOIN pg_class c ON c.oid = marked.attrelid AND c.relkind IN ('r', 'p')
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE marked.attname = 'sync_row_is_tombstone' AND n.nspname !~ '^pg_'
GROUP BY n.nspname, c.relname
"""


def trigger_fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    """Every trigger of rows or of TRUNCATE, and every table that looks like a tracking table."""
    return {(kind, name): Fingerprint(base=base, digest=digest) for kind, name, base, digest in connection.rows(_QUERY)}
