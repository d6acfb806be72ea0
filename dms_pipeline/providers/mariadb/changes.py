"""How a sync reads and writes MariaDB; selecting is here, the rest has modules of its own.

Upserts are rows that exist now, deletes are keys that do not, whatever the tombstone column says: a row cannot be wrong
about being there.
"""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.mariadb.activity import hold
from dms_pipeline.providers.mariadb.apply import apply, begin_write, commit
from dms_pipeline.providers.mariadb.extended import CLOCK
from dms_pipeline.providers.mariadb.filling import fill
from dms_pipeline.providers.mariadb.marks import (
    changed_after,
    clock_behind,
    complete_bookmark,
    earliest,
    narrow_bookmark,
    recall_bookmark,
    take_bookmark,
)
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.recorders import (
    hold_recorders,
    recorders,
    recover,
    seal_recorders,
    suspects,
)
from dms_pipeline.providers.mariadb.scopes import ROWS, has_table
from dms_pipeline.providers.mariadb.values import STYLE, canonical
from dms_pipeline.sync.changes import BATCH_ROWS, CANONICAL, ChangeKind, RowBatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

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

_FORGOTTEN = "dms_forgotten"
_SIDE = STYLE.names(("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime"))

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
    """Begin a snapshot of all tables; one that is rewritten meanwhile raises an error of its own (1412)."""
    del tables
    connection.begin(
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"
    )


def encodings(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, tuple[str, ...]]:
    """Canonical alone: the protocol has no stream of its own."""
    del connection
    return {table.name: (CANONICAL,) for table in tables}


def columns(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, frozenset[str]]:
    """The names of all columns that these tables have here, generated ones too."""
    names = {table.name.name: table.name for table in tables}
    found: dict[TableName, set[str]] = {table.name: set() for table in tables}
    if names:
        sql = (
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
            f" AND table_name IN ({STYLE.marks(len(names))})"
        )
        for table, column in connection.rows(sql, tuple(names)):
            found[names[table]].add(column)
    return {table: frozenset(there) for table, there in found.items()}


def _changed(table: SyncedTable, cut: Cut) -> tuple[str, tuple[Any, ...]]:
    since, parameters = changed_after(cut.since, table)
    if cut.own:
        return f"{since} AND t.`update_scope_id` = %s", (*parameters, cut.by)
    if cut.by is None:
        return f"{since} AND t.`update_scope_id` IS NULL", parameters
    return f"{since} AND NOT (t.`update_scope_id` <=> %s)", (*parameters, cut.by)


def _but_own(table: SyncedTable, cut: Cut) -> tuple[str, tuple[Any, ...]]:
    """The WHERE clause that leaves out rows that a new client has sent; none for one that has sent nothing."""
    if cut.since is None:
        return "", ()
    own, parameters = _changed(table, replace(cut, own=True))
    same = STYLE.equal(table.key, "t", "b")
    return f" WHERE NOT EXISTS (SELECT 1 FROM {quoted(table.tracking)} t WHERE {same} AND {own})", parameters


def changed_tables(connection: Connection, tables: tuple[SyncedTable, ...], cut: Cut) -> tuple[SyncedTable, ...]:
    """Those of the tables in which anything changed; an index look-up each, in one round trip."""
    if cut.initial or not tables:
        return tables
    conditions = [(table, *_changed(table, cut)) for table in tables]
    questions = (f"EXISTS (SELECT 1 FROM {quoted(table.tracking)} t WHERE {where})" for table, where, _ in conditions)
    parameters = tuple(value for _, _, values in conditions for value in values)
    answers = connection.row(f"SELECT {', '.join(questions)}", parameters) or ()
    return tuple(table for table, changed in zip(tables, answers, strict=True) if changed)


def select_upserts(connection: Connection, table: SyncedTable, cut: Cut, encoding: str) -> Iterator[RowBatch]:
    """Rows that were inserted or updated, in key order; inside a snapshot."""
    assert encoding == CANONICAL
    base, order = quoted(table.name), STYLE.names(table.key, "b.")
    columns = ", ".join(canonical(column, "b") for column in table.columns)
    if cut.initial:
        others, own = _but_own(table, cut)
        sql = f"SELECT {columns} FROM {base} b{others} ORDER BY {order}"
        return _stream(connection, table, ChangeKind.UPSERT, sql, own)
    condition, parameters = _changed(table, cut)
    sql = (
        # The changes first, by their index, and not the table in its key's order.
        f"SELECT {columns} FROM {quoted(table.tracking)} t STRAIGHT_JOIN {base} b"
        f" ON {STYLE.equal(table.key, 'b', 't')} WHERE {condition} ORDER BY {STYLE.names(table.key, 't.')}"
    )
    return _stream(connection, table, ChangeKind.UPSERT, sql, parameters)


def select_deletes(connection: Connection, table: SyncedTable, cut: Cut) -> Iterator[RowBatch]:
    """Keys that were deleted, in key order; inside a snapshot."""
    if cut.initial and cut.since is None:
        return iter(())
    condition, parameters = _changed(table, cut)
    keys = ", ".join(canonical(column, "t") for column in table.columns if column.key)
    sql = (
        f"SELECT {keys} FROM {quoted(table.tracking)} t WHERE {condition} AND NOT EXISTS"
        f" (SELECT 1 FROM {quoted(table.name)} b WHERE {STYLE.equal(table.key, 'b', 't')})"
        f" ORDER BY {STYLE.names(table.key, 't.')}"
    )
    return _stream(connection, table, ChangeKind.DELETE, sql, parameters)


def count_changes(connection: Connection, table: SyncedTable, cut: Cut) -> int:
    """How many rows and deletes a selection would hold."""
    if cut.initial:
        return int(connection.value(f"SELECT count(*) FROM {quoted(table.name)}"))
    condition, parameters = _changed(table, cut)
    return int(connection.value(f"SELECT count(*) FROM {quoted(table.tracking)} t WHERE {condition}", parameters))


def detached(connection: Connection, batches: Iterator[RowBatch]) -> AbstractContextManager[Iterator[RowBatch]]:
    """The batches as they are: readers keep nobody out."""
    del connection
    return nullcontext(batches)


def lock_numbers(connection: Connection) -> None:
    """Have the numbers of our own tables for this transaction."""
    hold(connection, "sync numbers")


def lock_client(connection: Connection, client: ScopeInfoClient) -> None:
    """Have the client's name for this transaction: a row that is not there yet cannot be locked."""
    name = f"{client.id.upper()}/{client.scope_name}/{client.hash}"
    hold(connection, f"sync client {hashlib.sha256(name.encode()).hexdigest()}")


def claim(connection: Connection, table: SyncedTable) -> None:
    """Record every row as a change of this side."""
    connection.execute(f"{_record(table)} ON DUPLICATE KEY UPDATE `update_scope_id` = NULL")


def claim_untracked(connection: Connection, table: SyncedTable) -> int:
    """Record the rows that nothing is recorded of as changes of this side."""
    return connection.execute(
        f"{_record(table)} LEFT JOIN {quoted(table.tracking)} t ON {STYLE.equal(table.key, 't', 'b')}"
        f" WHERE t.{STYLE.name(table.key[0])} IS NULL"
    )


def _record(table: SyncedTable) -> str:
    return (
        f"INSERT INTO {quoted(table.tracking)} ({STYLE.names(table.key)}, {_SIDE})"
        f" SELECT {STYLE.names(table.key, 'b.')}, NULL, {CLOCK}, 0, UTC_TIMESTAMP() FROM {quoted(table.name)} b"
    )


def postpone(connection: Connection, table: SyncedTable, cut: Cut) -> None:
    """Stamp changes anew."""
    condition, parameters = _changed(table, cut)
    connection.execute(f"UPDATE {quoted(table.tracking)} t SET t.`timestamp` = {CLOCK} WHERE {condition}", parameters)


def delete_tracking(connection: Connection, table: SyncedTable, limit: int, after: Bookmark) -> int:
    """Forget changes that nobody asks for any more."""
    condition, parameters = changed_after(after, table)
    key, tracking = STYLE.names(table.key, "t."), quoted(table.tracking)
    # What an application is writing to is locked, and left for another time: waiting could end in a deadlock.
    connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {_FORGOTTEN}")
    keys = f"SELECT {key} FROM {tracking} t WHERE"
    connection.execute(f"CREATE TEMPORARY TABLE {_FORGOTTEN} ENGINE = InnoDB {keys} FALSE")
    connection.execute(  # apart: MySQL locks no rows while it makes a table (1746)
        f"INSERT INTO {_FORGOTTEN} {keys} t.`timestamp` <= %s AND NOT ({condition}) FOR UPDATE SKIP LOCKED",
        (limit, *parameters),
    )
    gone = connection.execute(f"DELETE t FROM {tracking} t JOIN {_FORGOTTEN} f ON {STYLE.equal(table.key, 't', 'f')}")
    connection.execute(f"DROP TEMPORARY TABLE {_FORGOTTEN}")
    return gone


def _stream(
    connection: Connection, table: SyncedTable, kind: ChangeKind, sql: str, parameters: tuple[Any, ...] = ()
) -> Iterator[RowBatch]:
    """Rows as the server makes them; the connection has no other statement until the last one has come."""
    from pymysql.cursors import SSCursor

    with connection.translated(), connection.driver.cursor(SSCursor) as cursor:
        cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
        while rows := list(cursor.fetchmany(BATCH_ROWS)):
            yield RowBatch(table.name, kind, CANONICAL, rows, len(rows))
