"""Which rows of an apply are to blame when SQLite refuses to commit because of foreign keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.cascades import Edge, has_children, no_parent
from dms_pipeline.providers.rows import folded
from dms_pipeline.providers.sqlite.values import STYLE, canonical
from dms_pipeline.schema.model import TableName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import Row, SyncedTable


def dangling(connection: Connection, task: Task, stamp: int) -> dict[TableName, dict[Row, str]]:
    """Rows that this apply wrote and whose parent is missing, and deletes of this apply that left children behind.

    By their keys as keys compare: a file may spell a uuid in another way than it came.
    What it wrote carries its stamp, and is the writer's or (a row that had been kept aside) nobody's.
    """
    held: dict[TableName, dict[Row, str]] = {}
    tables = {table.name.name.lower(): table for group in task.delivery.groups for table in group}
    written = (stamp, task.writer)
    names = [name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        for columns, parent, parent_columns in _foreign_keys(connection, name):
            child, above = tables.get(name.lower()), tables.get(parent.lower())
            if child is not None:
                width = len(child.key)
                orphans = connection.rows(_orphans(child, columns, parent, parent_columns), written)
                held.setdefault(child.name, {}).update(
                    {folded(child, tuple(row[:width])): no_parent(columns, row[width:], parent) for row in orphans}
                )
            if above is not None and set(parent_columns) == set(above.key):
                bereft = connection.rows(_bereft(above, name, columns, parent_columns), written)
                keys = (folded(above, key) for key in bereft)
                held.setdefault(above.name, {}).update(dict.fromkeys(keys, has_children(name)))
    return {table: keys for table, keys in held.items() if keys}


def _foreign_keys(connection: Connection, name: str) -> list[tuple[list[str], str, list[str]]]:
    return [(columns, parent, theirs) for columns, parent, theirs, _ in _with_actions(connection, name)]


def _with_actions(connection: Connection, name: str) -> list[tuple[list[str], str, list[str], str]]:
    keys: dict[int, tuple[list[str], str, list[str], str]] = {}
    sql = 'SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq'
    for number, parent, column, parent_column, action in connection.rows(sql, (name,)):
        entry = keys.setdefault(number, ([], parent, [], action))
        entry[0].append(column)
        if parent_column is not None:
            entry[2].append(parent_column)
    for columns, parent, parent_columns, _ in keys.values():
        if not parent_columns:
            sql = "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
            parent_columns.extend(name for (name,) in connection.rows(sql, (parent,)))
            del columns[len(parent_columns) :]
    return list(keys.values())


def edges(connection: Connection, tables: Iterable[SyncedTable]) -> tuple[Edge, ...]:
    """The keys with actions between tables of the scope."""
    by_name = {table.name.name.lower(): table.name for table in tables}
    return tuple(
        Edge(
            child=child,
            columns=tuple(columns),
            parent=by_name[parent.lower()],
            parent_columns=tuple(theirs),
            cascades=action == "CASCADE",
        )
        for child in by_name.values()
        for columns, parent, theirs, action in _with_actions(connection, child.name)
        if parent.lower() in by_name and action in {"CASCADE", "SET NULL", "SET DEFAULT"}
    )


def refusing(connection: Connection, tables: Iterable[SyncedTable]) -> tuple[Edge, ...]:
    """The keys without an action that lead to tables of the scope, from whatever table."""
    by_name = {table.name.name.lower(): table.name for table in tables}
    names = [name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return tuple(
        Edge(
            child=by_name.get(name.lower(), TableName("", name)),
            columns=tuple(columns),
            parent=by_name[parent.lower()],
            parent_columns=tuple(theirs),
            cascades=False,
        )
        for name in names
        for columns, parent, theirs, action in _with_actions(connection, name)
        if parent.lower() in by_name and action in {"NO ACTION", "RESTRICT"}
    )


def _key(table: SyncedTable, alias: str) -> str:
    return ", ".join(canonical(column, alias) for column in table.columns if column.key)


def _orphans(child: SyncedTable, columns: list[str], parent: str, parent_columns: list[str]) -> str:
    given = " AND ".join(f"c.{STYLE.name(name)} IS NOT NULL" for name in columns)
    match = " AND ".join(
        f"p.{STYLE.name(theirs)} = c.{STYLE.name(ours)}" for ours, theirs in zip(columns, parent_columns, strict=True)
    )
    return (
        f"SELECT {_key(child, 'c')}, {STYLE.names(columns, 'c.')} FROM {STYLE.name(child.tracking.name)} t"
        f" JOIN {STYLE.name(child.name.name)} c ON {STYLE.equal(child.key, 'c', 't')}"
        f' WHERE t."timestamp" = ?1 AND coalesce(t."update_scope_id", ?2) = ?2 AND {given}'
        f" AND NOT EXISTS (SELECT 1 FROM {STYLE.name(parent)} p WHERE {match})"
    )


def _bereft(above: SyncedTable, child: str, columns: list[str], parent_columns: list[str]) -> str:
    match = " AND ".join(
        f"c.{STYLE.name(ours)} = t.{STYLE.name(theirs)}" for ours, theirs in zip(columns, parent_columns, strict=True)
    )
    return (
        f"SELECT {_key(above, 't')} FROM {STYLE.name(above.tracking.name)} t"
        f' WHERE t."timestamp" = ?1 AND coalesce(t."update_scope_id", ?2) = ?2 AND t."sync_row_is_tombstone" = 1'
        f" AND EXISTS (SELECT 1 FROM {STYLE.name(child)} c WHERE {match})"
        f" AND NOT EXISTS (SELECT 1 FROM {STYLE.name(above.name.name)} b WHERE {STYLE.equal(above.key, 'b', 't')})"
    )
