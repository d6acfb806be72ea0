"""The registry of clients on a server: `dms_clients`, which connection each is, and when it was last seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.version import package_version
from dms_pipeline.schema.own import CLIENTS

if TYPE_CHECKING:
    from datetime import datetime

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient


def register(connection: Connection, client: ScopeInfoClient, name: str | None, now: datetime) -> None:
    """Write that a client has ended a session; the caller commits."""
    style = connection.provider.traits.style
    columns = tuple(column.name for column in CLIENTS.columns)
    updates = ", ".join(f"{style.name(column)} = excluded.{style.name(column)}" for column in columns[3:])
    connection.execute(
        f"INSERT INTO {own_table(connection, CLIENTS)} ({style.names(columns)}) VALUES ({style.marks(len(columns))})"
        f" ON CONFLICT ({style.names(CLIENTS.key)}) DO UPDATE SET {updates}",
        (client.id, client.scope_name, client.hash, name, package_version(), now.isoformat(timespec="seconds")),
    )


def client_names(connection: Connection) -> dict[str, str]:
    """Connection names by client id, as far as clients have said theirs."""
    sql = f'SELECT "client_id", "connection" FROM {own_table(connection, CLIENTS)} WHERE "connection" IS NOT NULL'
    return {str(identity): str(name) for identity, name in connection.rows(sql)}
