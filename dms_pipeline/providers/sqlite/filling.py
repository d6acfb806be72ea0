"""Values of new columns, written into rows that are there: nobody's change, so our triggers are off meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.recording import unmoved
from dms_pipeline.providers.sqlite.marks import changed_after
from dms_pipeline.providers.sqlite.triggers import own_triggers
from dms_pipeline.providers.sqlite.values import STYLE, unfit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.bookmark import Cut
    from dms_pipeline.sync.changes import RowBatch, SyncedTable


def fill(connection: Connection, tables: tuple[SyncedTable, ...], batches: Iterable[RowBatch], changed: Cut) -> None:
    """Update columns of rows that are there, inside a transaction that the caller ends."""
    with unmoved(connection, [table.name for table in tables]):
        silenced = [trigger for table in tables for trigger in own_triggers(connection, table)]
        for name, _ in silenced:
            connection.run(f"DROP TRIGGER {STYLE.name(name)}")
        _update_rows(connection, tables, batches, changed)
        for _, text in silenced:
            connection.run(text)


def _update_rows(
    connection: Connection, tables: tuple[SyncedTable, ...], batches: Iterable[RowBatch], changed: Cut
) -> None:
    by_name = {table.name: table for table in tables}
    for batch in batches:
        table = by_name[batch.table]
        for _, reason in unfit(table).rows(batch.rows):
            raise SyncFailed(connection.endpoint, f"{table.name}: {reason}; nothing was synced")
        sql, parameters = _update(table, changed)
        keys = table.key_places
        values = [place for place in range(len(table.columns)) if place not in keys]
        connection.execute_many(
            sql,
            [
                (
                    *(value for place in values for value in (*parameters, row[place])),
                    *(row[place] for place in keys),
                )
                for row in batch.rows
            ],
        )


def _update(table: SyncedTable, changed: Cut) -> tuple[str, tuple[int, ...]]:
    """The statement, and the parameters that stand before each value."""
    since, parameters = changed_after(changed.since, "t")
    edited = (
        f'EXISTS (SELECT 1 FROM {STYLE.name(table.tracking.name)} t WHERE {since} AND t."update_scope_id" IS NULL'
        f" AND {STYLE.equal(table.key, 't', 'b')})"
    )
    sets = ", ".join(
        f"{STYLE.name(name)} = CASE WHEN b.{STYLE.name(name)} IS NOT NULL AND {edited} THEN b.{STYLE.name(name)}"
        " ELSE ? END"
        for name in table.others
    )
    where = " AND ".join(f"b.{STYLE.name(name)} = ?" for name in table.key)
    return f"UPDATE {STYLE.name(table.name.name)} AS b SET {sets} WHERE {where}", parameters
