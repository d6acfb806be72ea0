"""The scope tables of PostgreSQL: in the default schema, ids as uuid, dates with their zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.providers.scopes import ScopeRows

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

STYLE = TRAITS.style


def _table(name: str) -> str:
    return STYLE.table(TRAITS.default_schema, name)


def has_table(connection: Connection, name: str) -> bool:
    """A table of exactly that name exists in the default schema."""
    return bool(connection.value("SELECT to_regclass(%s) IS NOT NULL", (_table(name),)))


ROWS = ScopeRows(
    style=STYLE,
    table=_table,
    has_table=has_table,
    reads={
        "sync_scope_id": 'upper("sync_scope_id"::text)',
        "scope_last_sync": "to_char(\"scope_last_sync\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
    },
    writes={"sync_scope_id": "%s::uuid", "scope_last_sync": "%s::timestamptz"},
)
