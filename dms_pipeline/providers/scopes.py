"""The rows of `scope_info` and `scope_info_client` (spec: storage format, sections 1 and 2).

The statements are the same everywhere; `ScopeRows` holds what a kind of database does its own way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import DmsError
from dms_pipeline.schema.document import set_from_json, set_to_json, setup_from_json, setup_to_json
from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, SyncSet, SyncSetup
from dms_pipeline.schema.names import client_scope_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.sql import Style

SCOPE_COLUMNS = (
    "sync_scope_name",
    "sync_scope_schema",
    "sync_scope_setup",
    "sync_scope_version",
    "sync_scope_last_clean_timestamp",
    "sync_scope_properties",
)
CLIENT_COLUMNS = (
    "sync_scope_id",
    "sync_scope_name",
    "sync_scope_hash",
    "sync_scope_parameters",
    "scope_last_sync_timestamp",
    "scope_last_server_sync_timestamp",
    "scope_last_sync_duration",
    "scope_last_sync",
    "sync_scope_errors",
    "sync_scope_properties",
)


def scope_from_row(row: Sequence[Any]) -> ScopeInfo:
    """A row of `scope_info`; a text that cannot be read is kept as text, with None for what it says."""
    name, schema, setup, version, cleaned, properties = row
    read_setup: SyncSetup | None = _read(setup_from_json, setup)
    read_schema: SyncSet | None = _read(set_from_json, schema)
    return ScopeInfo(
        name=name,
        setup=read_setup,
        schema=read_schema,
        version=version or "",
        last_cleanup_timestamp=cleaned,
        properties=properties,
        setup_text=setup,
        schema_text=schema,
    )


def scope_to_row(scope: ScopeInfo) -> tuple[Any, ...]:
    """What `scope_info` holds of a scope, in the order of `SCOPE_COLUMNS`.

    A text that was read is written as it was, as long as the scope still says what it says.
    """
    return (
        scope.name,
        _text(scope.schema_text, scope.schema, set_from_json, set_to_json),
        _text(scope.setup_text, scope.setup, setup_from_json, setup_to_json),
        scope.version,
        scope.last_cleanup_timestamp,
        scope.properties,
    )


def _text(text: str | None, value: Any, parse: Callable[[str], Any], write: Callable[[Any], str]) -> str | None:
    if text is not None and _read(parse, text) == value:
        return text
    return None if value is None else write(value)


def _read(parse: Callable[[str], Any], text: str | None) -> Any:
    if text is None:
        return None
    try:
        return parse(text)
    except DmsError:
        return None


def client_from_row(row: Sequence[Any]) -> ScopeInfoClient:
    """A row of `scope_info_client`, its id and date already text."""
    identity, scope, parameter_hash, parameters, last, last_server, duration, when, failed, properties = row
    return ScopeInfoClient(
        id=identity,
        scope_name=scope,
        hash=parameter_hash,
        parameters=parameters,
        last_sync_timestamp=last,
        last_server_sync_timestamp=last_server,
        last_sync_duration=duration or 0,
        last_sync=when,
        errors=failed,
        properties=properties,
    )


def client_to_row(client: ScopeInfoClient) -> tuple[Any, ...]:
    """What `scope_info_client` holds of a client, in the order of `CLIENT_COLUMNS`; ids are upper case."""
    return (
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


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeRows:
    """Reading and writing the scope tables of one kind of database.

    Attributes:
        style: how it quotes and marks.
        table: the quoted name under which a configured scope table is stored.
        has_table: whether a scope table of a configured name is there.
        reads: expressions that give a client's column as text, where the column itself does not.
        writes: placeholders of a client's columns that need a cast.
        readable: a client's row with its id as upper-case text.
    """

    style: Style
    table: Callable[[str], str]
    has_table: Callable[[Connection, str], bool]
    reads: Mapping[str, str] = field(default_factory=dict)
    writes: Mapping[str, str] = field(default_factory=dict)
    readable: Callable[[Row], Row] = tuple

    def read_scope(self, connection: Connection, scope_table: str, name: str) -> ScopeInfo | None:
        """The row of a scope, None if it (or the table) is not there."""
        if not self.has_table(connection, scope_table):
            return None
        where = f"{self.style.name(SCOPE_COLUMNS[0])} = {self.style.mark}"
        sql = f"SELECT {self.style.names(SCOPE_COLUMNS)} FROM {self.table(scope_table)} WHERE {where}"
        row = connection.row(sql, (name,))
        return None if row is None else scope_from_row(row)

    def read_last_cleanup(self, connection: Connection, scope_table: str, name: str) -> int | None:
        """Up to where the tracking rows of a stored scope were cleaned up; None if never."""
        where = f"{self.style.name(SCOPE_COLUMNS[0])} = {self.style.mark}"
        sql = f"SELECT {self.style.name(SCOPE_COLUMNS[4])} FROM {self.table(scope_table)} WHERE {where}"
        found = connection.value(sql, (name,))
        return None if found is None else int(found)

    def read_scopes(self, connection: Connection, scope_table: str) -> tuple[ScopeInfo, ...]:
        """All rows of the scope table, by name; none if the table is not there."""
        if not self.has_table(connection, scope_table):
            return ()
        rows = connection.rows(f"SELECT {self.style.names(SCOPE_COLUMNS)} FROM {self.table(scope_table)}")
        return tuple(sorted(map(scope_from_row, rows), key=attrgetter("name")))

    def save_scope(self, connection: Connection, scope_table: str, scope: ScopeInfo) -> None:
        """Insert or update the row of a scope, by name."""
        self._save(connection, scope_table, SCOPE_COLUMNS, scope_to_row(scope), key=1)

    def delete_scope(self, connection: Connection, scope_table: str, name: str) -> None:
        """Delete the row of a scope, if there is one."""
        where = f"{self.style.name(SCOPE_COLUMNS[0])} = {self.style.mark}"
        connection.execute(f"DELETE FROM {self.table(scope_table)} WHERE {where}", (name,))

    def read_clients(self, connection: Connection, scope_table: str) -> tuple[ScopeInfoClient, ...]:
        """All client rows, in the order of scope, hash and id; none if the table is not there."""
        table = client_scope_table(scope_table)
        if not self.has_table(connection, table):
            return ()
        columns = ", ".join(self.reads.get(name, self.style.name(name)) for name in CLIENT_COLUMNS)
        rows = connection.rows(f"SELECT {columns} FROM {self.table(table)} ORDER BY 2, 3, 1")
        return tuple(client_from_row(self.readable(row)) for row in rows)

    def save_client(self, connection: Connection, scope_table: str, client: ScopeInfoClient) -> None:
        """Insert or update one client row, by id, scope and hash."""
        self._save(connection, client_scope_table(scope_table), CLIENT_COLUMNS, client_to_row(client), key=3)

    def rename_client(self, connection: Connection, scope_table: str, client: ScopeInfoClient, identity: str) -> None:
        """Give the row of a client another id."""
        table, key = self.table(client_scope_table(scope_table)), CLIENT_COLUMNS[:3]
        is_it = [f"{self.style.name(name)} = {self.writes.get(name, self.style.mark)}" for name in key]
        sql = f"UPDATE {table} SET {is_it[0]} WHERE {' AND '.join(is_it)}"
        connection.execute(sql, (identity, *client_to_row(client)[:3]))

    def _save(
        self, connection: Connection, table: str, columns: Sequence[str], values: tuple[Any, ...], *, key: int
    ) -> None:
        """Insert or update one row; the first `key` columns are the primary key."""
        style = self.style
        marks = ", ".join(self.writes.get(name, style.mark) for name in columns)
        connection.execute(
            f"INSERT INTO {self.table(table)} ({style.names(columns)}) VALUES ({marks})"
            f" {style.or_update(columns[:key], columns[key:])}",
            values,
        )
