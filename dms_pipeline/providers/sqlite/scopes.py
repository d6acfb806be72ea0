"""The rows of `scope_info` and `scope_info_client` in SQLite (spec: storage format, sections 1 and 2)."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from dms_pipeline.providers.scopes import (
    CLIENT_COLUMNS,
    SCOPE_COLUMNS,
    client_from_row,
    scope_from_row,
    scope_to_row,
)
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.names import client_scope_table, normalise

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient

STYLE = TRAITS.style


def stored_name(scope_table: str) -> str:
    """The name under which the reference makes a configured scope table: without schema, normalised."""
    return normalise(scope_table.rpartition(".")[2])


def has_table(connection: Connection, name: str) -> bool:
    """A table of exactly that name, as it is stored, exists."""
    sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
    return bool(connection.value(sql, (stored_name(name),)))


def read_scope(connection: Connection, scope_table: str, name: str) -> ScopeInfo | None:
    """The row of a scope, None if it (or the table) is not there."""
    table = stored_name(scope_table)
    if not has_table(connection, table):
        return None
    sql = f'SELECT {STYLE.names(SCOPE_COLUMNS)} FROM {STYLE.name(table)} WHERE "sync_scope_name" = ?'
    row = connection.row(sql, (name,))
    return None if row is None else scope_from_row(row)


def read_scopes(connection: Connection, scope_table: str) -> tuple[ScopeInfo, ...]:
    """All rows of the scope table, by name; none if the table is not there."""
    table = stored_name(scope_table)
    if not has_table(connection, table):
        return ()
    rows = connection.rows(f"SELECT {STYLE.names(SCOPE_COLUMNS)} FROM {STYLE.name(table)}")
    return tuple(sorted(map(scope_from_row, rows), key=attrgetter("name")))


def save_scope(connection: Connection, scope_table: str, scope: ScopeInfo) -> None:
    """Insert or update the row of a scope, by name."""
    table = stored_name(scope_table)
    updates = ", ".join(f"{STYLE.name(name)} = excluded.{STYLE.name(name)}" for name in SCOPE_COLUMNS[1:])
    connection.execute(
        f"INSERT INTO {STYLE.name(table)} ({STYLE.names(SCOPE_COLUMNS)}) VALUES ({STYLE.marks(len(SCOPE_COLUMNS))})"
        f" ON CONFLICT ({STYLE.name(SCOPE_COLUMNS[0])}) DO UPDATE SET {updates}",
        scope_to_row(scope),
    )


def delete_scope(connection: Connection, scope_table: str, name: str) -> None:
    """Delete the row of a scope, if there is one."""
    connection.execute(f'DELETE FROM {STYLE.name(stored_name(scope_table))} WHERE "sync_scope_name" = ?', (name,))


def read_clients(connection: Connection, scope_table: str) -> tuple[ScopeInfoClient, ...]:
    """All client rows, in the order of scope, hash and id; none if the table is not there."""
    table = stored_name(client_scope_table(scope_table))
    if not has_table(connection, table):
        return ()
    rows = connection.rows(f"SELECT {STYLE.names(CLIENT_COLUMNS)} FROM {STYLE.name(table)} ORDER BY 2, 3, 1")
    return tuple(client_from_row(_readable(row)) for row in rows)


def _readable(row: tuple[object, ...]) -> tuple[object, ...]:
    # The id is text; a 16-byte blob in .NET's byte order is what an old writer may have left.
    import uuid

    raw = row[0]
    return (str(uuid.UUID(bytes_le=raw)).upper() if isinstance(raw, bytes) else str(raw).upper(), *row[1:])


def save_client(connection: Connection, scope_table: str, client: ScopeInfoClient) -> None:
    """Insert or update one client row; its id is written as upper-case text, as the reference does."""
    table = STYLE.name(stored_name(client_scope_table(scope_table)))
    values = (
        client.id.upper(),
        client.scope_name,
        client.hash,
        client.parameters,
        client.last_sync_timestamp,
        client.last_server_sync_timestamp,
        client.last_sync_duration,
        client.last_sync,
        client.errors,
        client.properties,
    )
    updates = ", ".join(f"{STYLE.name(name)} = excluded.{STYLE.name(name)}" for name in CLIENT_COLUMNS[3:])
    connection.execute(
        f"INSERT INTO {table} ({STYLE.names(CLIENT_COLUMNS)}) VALUES ({STYLE.marks(len(values))})"
        f" ON CONFLICT ({STYLE.names(CLIENT_COLUMNS[:3])}) DO UPDATE SET {updates}",
        values,
    )
