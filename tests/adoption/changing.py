"""What waits to be moved, as the tracking tables and marks say it, and one more change on each side.

Read with statements of its own: what a sync should do is not asked of the code that does it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import lookup, plain
from dms_pipeline.providers.base import Look
from dms_pipeline.schema.types import INTEGRAL, Kind
from dms_pipeline.sync.changes import synced_groups
from tests.recordings.observed import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.sessions import SyncJob
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import ScopeInfo, TableName
    from dms_pipeline.sync.changes import SyncedTable

TO_SERVER, TO_CLIENT = "to server", "to client"
NEW_TEXT = "zz"
BYTEWISE = {"mariadb": "COLLATE utf8mb4_bin", "postgresql": 'COLLATE "C"', "sqlite": "COLLATE BINARY"}


@dataclass(frozen=True, order=True)
class Change:
    """A row, by its key as text, that was written (or deleted) on one side and is to go to the other."""

    direction: str
    table: str
    key: tuple[str, ...]
    deleted: bool = False


@dataclass(frozen=True)
class Waiting:
    """What a sync of one client would find; a client that is new gets everything, which is not listed."""

    is_new: bool
    changes: frozenset[Change]

    def counts(self) -> Counter[tuple[str, str, bool]]:
        """How many rows and deletes there are, by direction and table."""
        return Counter((change.direction, change.table, change.deleted) for change in self.changes)


def waiting(server: Connection, client: Connection, job: SyncJob, scope_info_table: str) -> Waiting:
    """The changes behind the marks that are stored on the client."""
    scope = _scope(client, job, scope_info_table)
    mine = [
        row
        for row in client.provider.changes().read_clients(client, scope_info_table)
        if row.scope_name == job.scope and not row.is_new
    ]
    if not mine:
        return Waiting(is_new=True, changes=frozenset())
    (row,) = mine
    found: set[Change] = set()
    for table in (table for group in synced_groups(scope) for table in group):
        if table.direction.uploads:
            by = "t.update_scope_id IS NULL"
            found.update(_changes(client, table, TO_SERVER, f'{by} AND t."timestamp" > {row.last_sync_timestamp}'))
        if table.direction.downloads:
            text = TEXT[server.provider.name]
            by = f"(t.update_scope_id IS NULL OR upper(CAST(t.update_scope_id AS {text})) <> upper('{row.id}'))"
            mark = row.last_server_sync_timestamp
            found.update(_changes(server, table, TO_CLIENT, f'{by} AND t."timestamp" > {mark}'))
    return Waiting(is_new=False, changes=frozenset(found))


def _scope(connection: Connection, job: SyncJob, scope_info_table: str) -> ScopeInfo:
    scope = connection.provider.changes().read_scope(connection, scope_info_table, job.scope)
    assert scope is not None
    return scope


def _changes(connection: Connection, table: SyncedTable, direction: str, condition: str) -> Iterator[Change]:
    keys = ", ".join(_text(connection, f't."{name}"') for name in table.key)
    joined = " AND ".join(f'b."{name}" = t."{name}"' for name in table.key)
    sql = (
        f'SELECT CAST(t.sync_row_is_tombstone AS integer), b."{table.key[0]}" IS NULL, {keys}'
        f" FROM {_quoted(connection, table.tracking)} t LEFT JOIN {_quoted(connection, table.name)} b ON {joined}"
        f" WHERE {condition}"
    )
    for tombstone, is_gone, *key in connection.rows(sql):
        if tombstone or not is_gone:  # a record without its row says nothing
            yield Change(direction, table.name.name, tuple(key), deleted=bool(tombstone))


def _text(connection: Connection, column: str) -> str:
    """A value as text that sorts in the same order everywhere."""
    kind = connection.provider.name
    return f"upper(CAST({column} AS {TEXT[kind]})) {BYTEWISE[kind]}"


def _quoted(connection: Connection, name: TableName) -> str:
    traits = connection.provider.traits
    found = plain(name, traits)
    return traits.style.table(found.schema or None, found.name)


def change_one_row(
    server: Connection, client: Connection, job: SyncJob, scope_info_table: str, waits: frozenset[Change]
) -> list[Change]:
    """Write to one row on each side, where there are rows: none that waits already, not the same one on both."""
    scope = _scope(client, job, scope_info_table)
    tables = [table for group in synced_groups(scope) for table in group]
    structure = server.provider.inspect(server, Look(scope_info_table=scope_info_table))
    taken = {(change.table, change.key) for change in waits}
    made: list[Change] = []
    for connection, direction, order in ((server, TO_CLIENT, "ASC"), (client, TO_SERVER, "DESC")):
        for table in tables:
            goes = table.direction.downloads if direction == TO_CLIENT else table.direction.uploads
            free = [key for key in _keys(connection, table, order) if (table.name.name, key) not in taken]
            if goes and free:
                held = lookup(structure.tables, table.name, server.provider.traits)
                assert held is not None
                _write(connection, table, held, free[0])
                made.append(Change(direction, table.name.name, free[0]))
                taken.add((table.name.name, free[0]))
                break
    return made


def _keys(connection: Connection, table: SyncedTable, order: str) -> list[tuple[str, ...]]:
    texts = [_text(connection, f'"{name}"') for name in table.key]
    first = ", ".join(f"{text} {order}" for text in texts)
    return list(
        connection.rows(f"SELECT {', '.join(texts)} FROM {_quoted(connection, table.name)} ORDER BY {first} LIMIT 9")
    )


def _write(connection: Connection, table: SyncedTable, held: Table, key: tuple[str, ...]) -> None:
    mark = connection.provider.traits.style.mark
    columns = [_text(connection, f'"{name}"') for name in table.key]
    here = " AND ".join(f"{column} = {mark}" for column in columns)
    connection.execute(f"UPDATE {_quoted(connection, table.name)} SET {_assignment(table, held)} WHERE {here}", key)


def _assignment(table: SyncedTable, held: Table) -> str:
    """Another value for a column that nothing refers to, by its type; where there is none, the same once more."""
    bound = {name for columns in _bound(held) for name in columns}
    free = [column for column in table.columns if not column.key and column.name not in bound]
    for column in free:
        if column.type.kind is Kind.TEXT and (column.type.length or len(NEW_TEXT)) >= len(NEW_TEXT):
            return f"\"{column.name}\" = '{NEW_TEXT}'"
    for column in free:
        if column.type.kind in INTEGRAL - {Kind.BOOLEAN}:
            return f'"{column.name}" = 7'
    name = (free[0] if free else table.columns[0]).name
    return f'"{name}" = "{name}"'


def _bound(held: Table) -> Iterator[tuple[str, ...]]:
    """Columns that a constraint has a say in."""
    yield from (key.columns for key in held.foreign_keys)
    yield from (unique.columns for unique in held.uniques)
