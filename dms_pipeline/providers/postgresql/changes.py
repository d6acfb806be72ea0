"""How a sync reads and writes PostgreSQL; selecting is here, the rest has modules of its own.

Upserts are rows that exist now, deletes are keys that do not, whatever the tombstone column says: a row cannot be wrong
about being there.
"""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.postgresql.apply import apply, begin_write, commit
from dms_pipeline.providers.postgresql.catalog import column_types
from dms_pipeline.providers.postgresql.connect import check_writable
from dms_pipeline.providers.postgresql.filling import fill
from dms_pipeline.providers.postgresql.marks import (
    CLOCK,
    changed_after,
    clock_behind,
    complete_bookmark,
    earliest,
    narrow_bookmark,
    recall_bookmark,
    take_bookmark,
)
from dms_pipeline.providers.postgresql.recorders import (
    hold_recorders,
    recorders,
    recover,
    seal_recorders,
    suspects,
)
from dms_pipeline.providers.postgresql.scopes import ROWS, has_table
from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified
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

LOCK_TIMEOUT_S = 60  # an application's change of a table is over by then, or it is said
NUMBERING = 0x646D73_6E756D62  # "dms numb"

read_last_cleanup = ROWS.read_last_cleanup
read_scope = ROWS.read_scope
read_scopes = ROWS.read_scopes
save_scope = ROWS.save_scope
delete_scope = ROWS.delete_scope
read_clients = ROWS.read_clients
save_client = ROWS.save_client
rename_client = ROWS.rename_client


def begin_snapshot(connection: Connection, tables: tuple[SyncedTable, ...]) -> None:
    """Begin a snapshot of all tables; they are locked against rewrites before it is taken.

    LOCK takes no snapshot, so a concurrent ALTER or TRUNCATE is either over before it or waits: a table rewritten
    under a snapshot would look empty (A3).
    """
    names = ", ".join(name for table in tables for name in (qualified(table.name), qualified(table.tracking)))
    connection.begin(
        f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL lock_timeout = '{LOCK_TIMEOUT_S}s';"
        f" LOCK TABLE {names} IN ACCESS SHARE MODE"
    )


def encodings(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, tuple[str, ...]]:
    """COPY's binary form where both ends have exactly these types (the digest says so), canonical always."""
    types = column_types(connection, tables)
    result: dict[TableName, tuple[str, ...]] = {}
    for table in tables:
        text = ",".join(types[table.name][column.name].declared for column in table.columns)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        result[table.name] = (f"native:postgresql:{digest}", CANONICAL)
    return result


def columns(connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, frozenset[str]]:
    """The names of all columns that these tables have here."""
    return {table: frozenset(types) for table, types in column_types(connection, tables).items()}


def _changed(cut: Cut) -> tuple[str, tuple[Any, ...]]:
    since, parameters = changed_after(cut.since, "t")
    if cut.own:
        return f'{since} AND t."update_scope_id" = %s::uuid', (*parameters, cut.by)
    if cut.by is None:
        return f'{since} AND t."update_scope_id" IS NULL', parameters
    return f'{since} AND t."update_scope_id" IS DISTINCT FROM %s::uuid', (*parameters, cut.by)


def _but_own(table: SyncedTable, cut: Cut) -> tuple[str, tuple[Any, ...]]:
    """The WHERE clause that leaves out rows that a new client has sent; none for one that has sent nothing."""
    if cut.since is None:
        return "", ()
    own, parameters = _changed(replace(cut, own=True))
    same = STYLE.equal(table.key, "t", "b")
    return f" WHERE NOT EXISTS (SELECT 1 FROM {qualified(table.tracking)} t WHERE {same} AND {own})", parameters


def changed_tables(connection: Connection, tables: tuple[SyncedTable, ...], cut: Cut) -> tuple[SyncedTable, ...]:
    """Those of the tables in which anything changed; an index look-up each, in one round trip."""
    if cut.initial or not tables:
        return tables
    condition, parameters = _changed(cut)
    questions = (f"EXISTS (SELECT 1 FROM {qualified(table.tracking)} t WHERE {condition})" for table in tables)
    answers = connection.row(f"SELECT {', '.join(questions)}", parameters * len(tables)) or ()
    return tuple(table for table, changed in zip(tables, answers, strict=True) if changed)


def select_upserts(connection: Connection, table: SyncedTable, cut: Cut, encoding: str) -> Iterator[RowBatch]:
    """Rows that were inserted or updated, in key order; inside a snapshot."""
    base, order = qualified(table.name), STYLE.names(table.key, "b.")
    others, own = _but_own(table, cut) if cut.initial else ("", ())
    if encoding != CANONICAL:
        assert cut.initial, "a driver's stream is for whole tables"
        rows = f"SELECT {STYLE.names(table.names, 'b.')} FROM {base} b{others} ORDER BY {order}"
        sql = f"COPY ({rows}) TO STDOUT (FORMAT BINARY)"
        yield RowBatch(table.name, ChangeKind.UPSERT, encoding, lambda: _copy_out(connection, sql, own), None)
        return
    columns = ", ".join(canonical(column, "b") for column in table.columns)
    if cut.initial:
        sql = f"SELECT {columns} FROM {base} b{others} ORDER BY {order}"
        yield from _stream(connection, table, ChangeKind.UPSERT, sql, own)
        return
    condition, parameters = _changed(cut)
    sql = (
        f"SELECT {columns} FROM {qualified(table.tracking)} t JOIN {base} b ON {STYLE.equal(table.key, 'b', 't')}"
        f" WHERE {condition} ORDER BY {order}"
    )
    yield from _stream(connection, table, ChangeKind.UPSERT, sql, parameters)


def select_deletes(connection: Connection, table: SyncedTable, cut: Cut) -> Iterator[RowBatch]:
    """Keys that were deleted, in key order; inside a snapshot."""
    if cut.initial and cut.since is None:
        return iter(())
    condition, parameters = _changed(cut)
    keys = ", ".join(canonical(column, "t") for column in table.columns if column.key)
    sql = (
        f"SELECT {keys} FROM {qualified(table.tracking)} t WHERE {condition} AND NOT EXISTS"
        f" (SELECT 1 FROM {qualified(table.name)} b WHERE {STYLE.equal(table.key, 'b', 't')})"
        f" ORDER BY {STYLE.names(table.key, 't.')}"
    )
    return _stream(connection, table, ChangeKind.DELETE, sql, parameters)


def count_changes(connection: Connection, table: SyncedTable, cut: Cut) -> int:
    """How many rows and deletes a selection would hold."""
    if cut.initial:
        return int(connection.value(f"SELECT count(*) FROM {qualified(table.name)}"))
    condition, parameters = _changed(cut)
    return int(connection.value(f"SELECT count(*) FROM {qualified(table.tracking)} t WHERE {condition}", parameters))


def _copy_out(connection: Connection, sql: str, parameters: tuple[Any, ...]) -> Iterator[bytes]:
    """A stream that may be left in the middle and opened again: the savepoint keeps the snapshot alive."""
    connection.execute("SAVEPOINT dms_copy")
    finished = False
    try:
        with (
            connection.translated(),
            connection.driver.cursor() as cursor,
            cursor.copy(sql, parameters or None) as copy,
        ):
            yield from copy
        finished = True
    finally:
        connection.execute("RELEASE SAVEPOINT dms_copy" if finished else "ROLLBACK TO SAVEPOINT dms_copy")


def detached(connection: Connection, batches: Iterator[RowBatch]) -> AbstractContextManager[Iterator[RowBatch]]:
    """The batches as they are: readers keep nobody out."""
    del connection
    return nullcontext(batches)


def lock_numbers(connection: Connection) -> None:
    """Take the advisory lock of all that number rows; it goes with the transaction."""
    connection.execute(f"SELECT pg_advisory_xact_lock({NUMBERING})")


def lock_client(connection: Connection, client: ScopeInfoClient) -> None:
    """Take an advisory lock of the client's name: a row that is not there yet cannot be locked."""
    name = f"dms/{client.id.upper()}/{client.scope_name}/{client.hash}"
    connection.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (name,))


def claim(connection: Connection, table: SyncedTable) -> None:
    """Record every row as a change of this side."""
    connection.execute(f'{_claim(table)} DO UPDATE SET "update_scope_id" = NULL')


def claim_untracked(connection: Connection, table: SyncedTable) -> int:
    """Record the rows that nothing is recorded of as changes of this side."""
    return connection.execute(f"{_claim(table)} DO NOTHING")


def _claim(table: SyncedTable) -> str:
    key = STYLE.names(table.key)
    return (
        f'INSERT INTO {qualified(table.tracking)} ({key}, "update_scope_id", "timestamp", "sync_row_is_tombstone",'
        f' "last_change_datetime") SELECT {STYLE.names(table.key, "b.")}, NULL, {CLOCK}, 0, now()'
        f" FROM {qualified(table.name)} b WHERE true ON CONFLICT ({key})"
    )


def postpone(connection: Connection, table: SyncedTable, cut: Cut) -> None:
    """Stamp changes anew."""
    condition, parameters = _changed(cut)
    connection.execute(
        f'UPDATE {qualified(table.tracking)} AS t SET "timestamp" = {CLOCK} WHERE {condition}', parameters
    )


def delete_tracking(connection: Connection, table: SyncedTable, limit: int, after: Bookmark) -> int:
    """Forget changes that nobody asks for any more."""
    condition, parameters = changed_after(after, "t")
    # What an application is writing to is locked, and left for another time: waiting could end in a deadlock.
    which = f'SELECT t.ctid FROM {qualified(table.tracking)} t WHERE t."timestamp" <= %s AND NOT ({condition})'
    return connection.execute(
        f"DELETE FROM {qualified(table.tracking)} WHERE ctid = ANY(ARRAY({which} FOR UPDATE SKIP LOCKED))",
        (limit, *parameters),
    )


def _stream(
    connection: Connection, table: SyncedTable, kind: ChangeKind, sql: str, parameters: tuple[Any, ...] = ()
) -> Iterator[RowBatch]:
    """Rows as the server makes them: libpq's chunks overlap its work with ours (a cursor would take turns)."""
    with connection.translated(), connection.driver.cursor() as cursor:
        rows = cursor.stream(sql, parameters or None, size=BATCH_ROWS)
        while batch := list(islice(rows, BATCH_ROWS)):
            yield RowBatch(table.name, kind, CANONICAL, batch, len(batch))
