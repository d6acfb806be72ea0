"""Who is who: the clients of a server (`dms_clients`), and what a pipeline has made of a scope here (`dms_owner`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.state import loads_from_text
from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.version import package_version
from dms_pipeline.schema.own import CLIENTS, OWNER

if TYPE_CHECKING:
    from datetime import datetime

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient, TableName


def register(connection: Connection, client: ScopeInfoClient, name: str | None, now: datetime) -> None:
    """Write that a client of ours was here; the caller commits."""
    style = connection.provider.traits.style
    columns = tuple(column.name for column in CLIENTS.columns)
    connection.execute(
        f"INSERT INTO {own_table(connection, CLIENTS)} ({style.names(columns)}) VALUES ({style.marks(len(columns))})"
        f" {style.or_update(CLIENTS.key, columns[len(CLIENTS.key) :])}",
        (client.id, client.scope_name, client.hash, name, package_version(), now.isoformat(timespec="seconds")),
    )


def client_names(connection: Connection) -> dict[str, str]:
    """Connection names by client id, as far as clients have said theirs."""
    sql = f'SELECT "client_id", "connection" FROM {own_table(connection, CLIENTS)} WHERE "connection" IS NOT NULL'
    return {str(identity): str(name) for identity, name in connection.rows(sql)}


def has_others(connection: Connection, scope_table: str) -> bool:
    """The server has synced with clients that none of ours has registered: other software's."""
    ours = {
        (str(one).upper(), scope, hashed)
        for one, scope, hashed in connection.rows(
            f'SELECT "client_id", "scope_name", "parameter_hash" FROM {own_table(connection, CLIENTS)}'
        )
    }
    clients = connection.provider.changes().read_clients(connection, scope_table)
    return any((one.id.upper(), one.scope_name, one.hash) not in ours for one in clients)


def revision(connection: Connection, scope: str) -> int | None:
    """The revision of a scope here, None if no pipeline owns it."""
    found = _owner(connection, "revision", scope)
    return None if found is None else int(found)


def owner_of(connection: Connection, scope: str) -> str | None:
    """The pipeline that owns a scope here, None if none does."""
    found = _owner(connection, "pipeline", scope)
    return None if found is None else str(found)


def to_load(connection: Connection, scope: str) -> dict[TableName, tuple[str, ...]]:
    """What a client lacks of the scope's newest shape: columns by table, none named for all rows."""
    return {load.table: load.columns for load in loads_from_text(_owner(connection, "to_load", scope))}


def set_loaded(connection: Connection, scope: str) -> None:
    """Nothing is missing any more; the caller commits."""
    connection.execute(
        f'UPDATE {own_table(connection, OWNER)} SET "to_load" = NULL'
        f' WHERE "scope_name" = {_mark(connection)} AND "to_load" IS NOT NULL',
        (scope,),
    )


def _owner(connection: Connection, column: str, scope: str) -> Any:
    """A value of the row of `dms_owner`, None if it has none or is not there."""
    name = connection.provider.traits.style.name(column)
    sql = f'SELECT {name} FROM {own_table(connection, OWNER)} WHERE "scope_name" = {_mark(connection)}'
    return connection.value(sql, (scope,))


def _mark(connection: Connection) -> str:
    return connection.provider.traits.style.mark
