"""The rows of `scope_info` and `scope_info_client` in PostgreSQL (spec: storage format, sections 1 and 2)."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.providers.scopes import (
    CLIENT_COLUMNS,
    SCOPE_COLUMNS,
    client_from_row,
    scope_from_row,
    scope_to_row,
)
from dms_pipeline.schema.names import client_scope_table

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient

STYLE = TRAITS.style


def _table(name: str) -> str:
    return STYLE.table(TRAITS.default_schema, name)


def has_table(connection: Connection, name: str) -> bool:
    """A table of exactly that name exists in the default schema."""
    return bool(connection.value("SELECT to_regclass(%s) IS NOT NULL", (_table(name),)))


def read_scope(connection: Connection, scope_table: str, name: str) -> ScopeInfo | None:
    """The row of a scope, None if it (or the table) is not there."""
    if not has_table(connection, scope_table):
        return None
    sql = f'SELECT {STYLE.names(SCOPE_COLUMNS)} FROM {_table(scope_table)} WHERE "sync_scope_name" = %s'
    row = connection.row(sql, (name,))
    return None if row is None else scope_from_row(row)


def read_scopes(connection: Connection, scope_table: str) -> tuple[ScopeInfo, ...]:
    """All rows of the scope table, by name; none if the table is not there."""
    if not has_table(connection, scope_table):
        return ()
    rows = connection.rows(f"SELECT {STYLE.names(SCOPE_COLUMNS)} FROM {_table(scope_table)}")
    return tuple(sorted(map(scope_from_row, rows), key=attrgetter("name")))


def save_scope(connection: Connection, scope_table: str, scope: ScopeInfo) -> None:
    """Insert or update the row of a scope, by name."""
    updates = ", ".join(f"{STYLE.name(name)} = excluded.{STYLE.name(name)}" for name in SCOPE_COLUMNS[1:])
    connection.execute(
        f"INSERT INTO {_table(scope_table)} ({STYLE.names(SCOPE_COLUMNS)}) VALUES ({STYLE.marks(len(SCOPE_COLUMNS))})"
        f" ON CONFLICT ({STYLE.name(SCOPE_COLUMNS[0])}) DO UPDATE SET {updates}",
        scope_to_row(scope),
    )


def delete_scope(connection: Connection, scope_table: str, name: str) -> None:
    """Delete the row of a scope, if there is one."""
    connection.execute(f'DELETE FROM {_table(scope_table)} WHERE "sync_scope_name" = %s', (name,))


def read_clients(connection: Connection, scope_table: str) -> tuple[ScopeInfoClient, ...]:
    """All client rows, in the order of scope, hash and id; none if the table is not there."""
    table = client_scope_table(scope_table)
    if not has_table(connection, table):
        return ()
    columns = ", ".join(
        {
            "sync_scope_id": 'upper("sync_scope_id"::text)',
            "scope_last_sync": "to_char(\"scope_last_sync\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')",
        }.get(name, STYLE.name(name))
        for name in CLIENT_COLUMNS
    )
    return tuple(
        client_from_row(row) for row in connection.rows(f"SELECT {columns} FROM {_table(table)} ORDER BY 2, 3, 1")
    )


def save_client(connection: Connection, scope_table: str, client: ScopeInfoClient) -> None:
    """Insert or update one client row."""
    marks = ", ".join(
        {"sync_scope_id": "%s::uuid", "scope_last_sync": "%s::timestamptz"}.get(name, "%s") for name in CLIENT_COLUMNS
    )
    updates = ", ".join(f"{STYLE.name(name)} = excluded.{STYLE.name(name)}" for name in CLIENT_COLUMNS[3:])
    connection.execute(
        f"INSERT INTO {_table(client_scope_table(scope_table))} ({STYLE.names(CLIENT_COLUMNS)}) VALUES ({marks})"
        f" ON CONFLICT ({STYLE.names(CLIENT_COLUMNS[:3])}) DO UPDATE SET {updates}",
        (
            client.id,
            client.scope_name,
            client.hash,
            client.parameters,
            client.last_sync_timestamp,
            client.last_server_sync_timestamp,
            client.last_sync_duration,
            client.last_sync,
            client.errors,
            client.properties,
        ),
    )
