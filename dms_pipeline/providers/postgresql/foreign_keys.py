"""Which rows of an apply are to blame when PostgreSQL refuses deferred keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.cascades import has_children, no_parent
from dms_pipeline.providers.postgresql.catalog import foreign_keys
from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified

if TYPE_CHECKING:
    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.staged import ForeignKeyFact
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable


def dangling(connection: Connection, task: Task, stamp: int) -> dict[TableName, dict[Row, str]]:
    """Rows of this delivery whose parent is missing, and deleted rows that still have children.

    A row belongs to this apply if its tracking row carries its stamp, and its writer or (a row that had been kept
    aside) nobody. A table that is being copied straight in has no tracking rows yet; all its rows are of this apply.
    """
    tables = [table for group in task.delivery.groups for table in group]
    by_name = {qualified(table.name): table for table in tables}
    held: dict[TableName, dict[Row, str]] = {}
    for key in foreign_keys(connection, tables):
        child, parent = by_name.get(key.child), by_name.get(key.parent)
        if not key.deferrable:
            continue
        if child is not None:
            rows = connection.rows(_orphans(child, key), (task.writer, stamp))
            width = len(child.key)
            held.setdefault(child.name, {}).update(
                {tuple(row[:width]): no_parent(key.columns, row[width:], spoken(key.parent)) for row in rows}
            )
        if parent is not None and set(key.parent_columns) == set(parent.key):
            rows = connection.rows(_bereft(parent, key), (task.writer, stamp))
            held.setdefault(parent.name, {}).update(dict.fromkeys(rows, has_children(spoken(key.child))))
    return {table: keys for table, keys in held.items() if keys}


def spoken(table: str) -> str:
    """A table's quoted name as people say it: without quotes, and without the schema that everybody has."""
    return table.replace('"', "").removeprefix("public.")


def _key(table: SyncedTable, alias: str) -> str:
    return ", ".join(canonical(column, alias) for column in table.columns if column.key)


def _orphans(child: SyncedTable, key: ForeignKeyFact) -> str:
    given = " AND ".join(f"c.{STYLE.name(name)} IS NOT NULL" for name in key.columns)
    match = " AND ".join(
        f"p.{STYLE.name(theirs)} = c.{STYLE.name(ours)}"
        for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
    )
    return (
        f"SELECT {_key(child, 'c')}, {STYLE.names(key.columns, 'c.')}"
        f" FROM {key.child} c LEFT JOIN {qualified(child.tracking)} t ON {STYLE.equal(child.key, 'c', 't')}"
        ' WHERE (t."timestamp" IS NULL OR (coalesce(t."update_scope_id" = %s::uuid, true) AND t."timestamp" = %s))'
        f" AND {given} AND NOT EXISTS (SELECT 1 FROM {key.parent} p WHERE {match})"
    )


def _bereft(parent: SyncedTable, key: ForeignKeyFact) -> str:
    match = " AND ".join(
        f"c.{STYLE.name(ours)} = t.{STYLE.name(theirs)}"
        for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
    )
    return (
        f"SELECT {_key(parent, 't')} FROM {qualified(parent.tracking)} t"
        ' WHERE coalesce(t."update_scope_id" = %s::uuid, true) AND t."timestamp" = %s AND t."sync_row_is_tombstone" = 1'
        f" AND EXISTS (SELECT 1 FROM {key.child} c WHERE {match})"
        f" AND NOT EXISTS (SELECT 1 FROM {key.parent} p WHERE {STYLE.equal(parent.key, 'p', 't')})"
    )
