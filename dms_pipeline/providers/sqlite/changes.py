"""How a sync reads and writes SQLite; selecting is here, the rest has modules of its own.

Upserts are rows that exist now, deletes are keys that do not, whatever the tombstone column says: the reference's
triggers leave it wrong after some conflict clauses (A8), and the row itself cannot be wrong about being there.
"""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.sqlite.apply import apply, begin_write, commit
from dms_pipeline.providers.sqlite.filling import fill
from dms_pipeline.providers.sqlite.marks import (
    SNAPSHOT,
    STAMP,
    changed_after,
    clock_behind,
    complete_bookmark,
    earliest,
    narrow_bookmark,
    recall_bookmark,
    take_bookmark,
)
from dms_pipeline.providers.sqlite.recorders import (
    hold_recorders,
    recorders,
    recover,
    seal_recorders,
    suspects,
)
from dms_pipeline.providers.sqlite.scopes import ROWS, has_table
from dms_pipeline.providers.sqlite.spooling import detached
from dms_pipeline.providers.sqlite.values import STYLE, canonical
from dms_pipeline.sync.changes import BATCH_ROWS, CANONICAL, ChangeKind, RowBatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark, Cut
    from dms_pipeline.sync.changes import SyncedTable

__all__ = [
    "apply",
    "begin_snapshot",
    "begin_write",
    "changed_tables",
    "check_writable",
    "claim",
    "claim_untracked",
    "clock_behind",
    "columns",
    "commit",
    "complete_bookmark",
    "count_changes",
    "delete_scope",
    "delete_tracking",
    "detached",
    "earliest",
    "encodings",
    "fill",
    "has_table",
    "hold_recorders",
    "lock_client",
    "lock_numbers",
    "narrow_bookmark",
    "postpone",
    "read_clients",
    "read_last_cleanup",
    "read_scope",
    "read_scopes",
    "recall_bookmark",
    "recorders",
    "recover",
    "rename_client",
    "save_client",
    "save_scope",
    "seal_recorders",
    "select_deletes",
    "select_upserts",
    "suspects",
    "take_bookmark",
]

read_last_cleanup = ROWS.read_last_cleanup
read_scope = ROWS.read_scope
read_scopes = ROWS.read_scopes
save_scope = ROWS.save_scope
delete_scope = ROWS.delete_scope
read_clients = ROWS.read_clients
save_client = ROWS.save_client
rename_client = ROWS.rename_client


def check_writable(connection: Connection) -> None:
    """Nothing to ask: the first write says so, and nothing can have been done before it."""
    del connection


def begin_snapshot(connection: Connection, tables: tuple[SyncedTable, ...]) -> None:
    """Begin a read transaction, and fix what it sees."""
    del tables
    connection.begin(*SNAPSHOT)


def encodings(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, tuple[str, ...]]:
    """Canonical alone: SQLite has no stream of its own."""
    del connection
    return {table.name: (CANONICAL,) for table in tables}


def columns(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, frozenset[str]]:
    """The names of all columns that these tables have here, generated ones too."""
    names = {table.name.name: table.name for table in tables}
    found: dict[TableName, set[str]] = {table.name: set() for table in tables}
    sql = "SELECT t.value, c.name FROM json_each(?) t JOIN pragma_table_xinfo(t.value) c"
    for table, column in connection.rows(sql, (json.dumps(list(names)),)):
        found[names[table]].add(column)
    return {table: frozenset(there) for table, there in found.items()}


def _changed(cut: Cut) -> tuple[str, tuple[Any, ...]]:
    since, parameters = changed_after(cut.since, "t")
    if cut.own:
        return f'{since} AND t."update_scope_id" = ?', (*parameters, cut.by)
    if cut.by is None:
        return f'{since} AND t."update_scope_id" IS NULL', parameters
    # NOCASE: the column's own collation in the reference's tables.
    return f'{since} AND (t."update_scope_id" IS NULL OR t."update_scope_id" <> ?)', (*parameters, cut.by)


def _but_own(table: SyncedTable, cut: Cut) -> tuple[str, tuple[Any, ...]]:
    """The WHERE clause that leaves out rows that a new client has sent; none for one that has sent nothing."""
    if cut.since is None:
        return "", ()
    own, parameters = _changed(replace(cut, own=True))
    same = STYLE.equal(table.key, "t", "b")
    return f" WHERE NOT EXISTS (SELECT 1 FROM {_tracking(table)} t WHERE {same} AND {own})", parameters


def _base(table: SyncedTable) -> str:
    return STYLE.name(table.name.name)


def _tracking(table: SyncedTable) -> str:
    return STYLE.name(table.tracking.name)


def changed_tables(connection: Connection, tables: tuple[SyncedTable, ...], cut: Cut) -> tuple[SyncedTable, ...]:
    """Those of the tables in which anything changed; an index look-up each, in one round trip."""
    if cut.initial or not tables:
        return tables
    condition, parameters = _changed(cut)
    questions = (f"EXISTS (SELECT 1 FROM {_tracking(table)} t WHERE {condition})" for table in tables)
    answers = connection.row(f"SELECT {', '.join(questions)}", parameters * len(tables)) or ()
    return tuple(table for table, changed in zip(tables, answers, strict=True) if changed)


def select_upserts(connection: Connection, table: SyncedTable, cut: Cut, encoding: str) -> Iterator[RowBatch]:
    """Rows that were inserted or updated, in key order; inside a snapshot."""
    assert encoding == CANONICAL
    columns = ", ".join(canonical(column, "b") for column in table.columns)
    order = STYLE.names(table.key, "b.")
    if cut.initial:
        others, parameters = _but_own(table, cut)
        sql = f"SELECT {columns} FROM {_base(table)} b{others} ORDER BY {order}"
        return _stream(connection, table, ChangeKind.UPSERT, sql, parameters)
    condition, parameters = _changed(cut)
    sql = (
        # CROSS fixes the order of the join: the changes first, by their index, and not the table in its key's order.
        f"SELECT {columns} FROM {_tracking(table)} t CROSS JOIN {_base(table)} b ON {STYLE.equal(table.key, 'b', 't')}"
        f" WHERE {condition} ORDER BY {order}"
    )
    return _stream(connection, table, ChangeKind.UPSERT, sql, parameters)


def select_deletes(connection: Connection, table: SyncedTable, cut: Cut) -> Iterator[RowBatch]:
    """Keys that were deleted, in key order; inside a snapshot."""
    if cut.initial and cut.since is None:
        return iter(())
    condition, parameters = _changed(cut)
    sql = (
        f"SELECT {STYLE.names(table.key, 't.')} FROM {_tracking(table)} t WHERE {condition} AND NOT EXISTS"
        f" (SELECT 1 FROM {_base(table)} b WHERE {STYLE.equal(table.key, 'b', 't')})"
        f" ORDER BY {STYLE.names(table.key, 't.')}"
    )
    return _stream(connection, table, ChangeKind.DELETE, sql, parameters)


def count_changes(connection: Connection, table: SyncedTable, cut: Cut) -> int:
    """How many rows and deletes a selection would hold."""
    if cut.initial:
        return int(connection.value(f"SELECT count(*) FROM {_base(table)}"))
    condition, parameters = _changed(cut)
    return int(connection.value(f"SELECT count(*) FROM {_tracking(table)} t WHERE {condition}", parameters))


def lock_numbers(connection: Connection) -> None:
    """Nothing to do: whoever writes holds the file."""
    del connection


def lock_client(connection: Connection, client: ScopeInfoClient) -> None:
    """Nothing to do, for the same reason."""
    del connection, client


def claim(connection: Connection, table: SyncedTable) -> None:
    """Record every row as a change of this side."""
    connection.execute(f'{_claim(table)} DO UPDATE SET "update_scope_id" = NULL')


def claim_untracked(connection: Connection, table: SyncedTable) -> int:
    """Record the rows that nothing is recorded of as changes of this side."""
    return connection.execute(f"{_claim(table)} DO NOTHING")


def _claim(table: SyncedTable) -> str:
    key = STYLE.names(table.key)
    return (
        f'INSERT INTO {_tracking(table)} ({key}, "update_scope_id", "timestamp", "sync_row_is_tombstone",'
        f' "last_change_datetime") SELECT {STYLE.names(table.key, "b.")}, NULL, {STAMP}, 0, CURRENT_TIMESTAMP'
        f" FROM {_base(table)} b WHERE true ON CONFLICT ({key})"
    )


def postpone(connection: Connection, table: SyncedTable, cut: Cut) -> None:
    """Stamp changes anew."""
    condition, parameters = _changed(cut)
    connection.execute(f'UPDATE {_tracking(table)} AS t SET "timestamp" = {STAMP} WHERE {condition}', parameters)


def delete_tracking(connection: Connection, table: SyncedTable, limit: int, after: Bookmark) -> int:
    """Forget changes that nobody asks for any more."""
    condition, parameters = changed_after(after, "t")
    return connection.execute(
        f'DELETE FROM {_tracking(table)} AS t WHERE t."timestamp" <= ? AND NOT ({condition})', (limit, *parameters)
    )


def _stream(
    connection: Connection, table: SyncedTable, kind: ChangeKind, sql: str, parameters: tuple[Any, ...] = ()
) -> Iterator[RowBatch]:
    cursor = connection.driver.cursor()
    try:
        with connection.translated():
            cursor.execute(sql, parameters)
        while True:
            with connection.translated():
                rows = list(islice(cursor, BATCH_ROWS))
            if not rows:
                return
            yield RowBatch(table.name, kind, CANONICAL, rows, len(rows))
    finally:
        cursor.close()
