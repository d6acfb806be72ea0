"""Values of new columns, written into rows that are there: nobody's change, so our triggers are off meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.catalog import column_types, tracking_triggers
from dms_pipeline.providers.postgresql.marks import changed_after
from dms_pipeline.providers.postgresql.staging import PostgresqlStage
from dms_pipeline.providers.postgresql.straight import silence, switch_on
from dms_pipeline.providers.postgresql.values import STYLE, qualified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.bookmark import Cut
    from dms_pipeline.sync.changes import RowBatch, SyncedTable


def fill(connection: Connection, tables: tuple[SyncedTable, ...], batches: Iterable[RowBatch], changed: Cut) -> None:
    """Update columns of rows that are there, inside a transaction that the caller ends."""
    types = column_types(connection, tables)
    stages = {
        table.name: PostgresqlStage(connection, number, table, types[table.name], keys_only=False)
        for number, table in enumerate(tables)
    }
    for batch in batches:
        stage = stages[batch.table]
        with connection.translated(), connection.driver.cursor() as cursor:
            names = STYLE.names(stage.table.names)
            with cursor.copy(f"COPY {stage.name} ({names}) FROM STDIN") as copy:
                for row in batch.rows:
                    copy.write_row(row)
    for table in tables:
        silenced = silence(connection, table, tracking_triggers(connection, table))
        sql, parameters = _update(stages[table.name], changed)
        connection.execute(sql, parameters)
        switch_on(connection, silenced)
        stages[table.name].drop()


def _update(stage: PostgresqlStage, changed: Cut) -> tuple[str, tuple[int, ...]]:
    table = stage.table
    since, parameters = changed_after(changed.since, "t")
    edited = (
        f'EXISTS (SELECT 1 FROM {qualified(table.tracking)} t WHERE {since} AND t."update_scope_id" IS NULL'
        f" AND {STYLE.equal(table.key, 't', 'b')})"
    )
    sets = ", ".join(
        f"{STYLE.name(name)} = CASE WHEN b.{STYLE.name(name)} IS NOT NULL AND {edited} THEN b.{STYLE.name(name)}"
        f" ELSE s.{STYLE.name(name)} END"
        for name in table.others
    )
    sql = f"UPDATE {stage.base} b SET {sets} FROM {stage.name} s WHERE {stage.on_base}"
    return sql, parameters * len(table.others)
