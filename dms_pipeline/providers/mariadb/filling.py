"""Values of new columns, written into rows that are there: nobody's change, so the tracking rows stay as they were.

Triggers cannot be switched off inside a transaction here; what they write is undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.mariadb.bulk import Loader
from dms_pipeline.providers.mariadb.marks import changed_after
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.reference import SIDE
from dms_pipeline.providers.mariadb.staging import MariadbStage
from dms_pipeline.providers.mariadb.values import STYLE, unfit_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.bookmark import Cut
    from dms_pipeline.sync.changes import RowBatch, SyncedTable

_BEFORE = STYLE.name("dms_before")
_STAMPED = """
SELECT column_name FROM information_schema.columns
WHERE table_schema = DATABASE() AND table_name = %s AND extra LIKE '%%on update%%'
"""


def fill(connection: Connection, tables: tuple[SyncedTable, ...], batches: Iterable[RowBatch], changed: Cut) -> None:
    """Update columns of rows that are there, inside a transaction that the caller ends."""
    loader = Loader(connection, tables)
    stages = {table.name: MariadbStage(loader, number, table, keys_only=False) for number, table in enumerate(tables)}
    for batch in batches:
        stage = stages[batch.table]
        for _, reason in unfit_rows(stage.table, loader.types[batch.table], batch.rows):
            raise SyncFailed(connection.endpoint, f"{batch.table}: {reason}; nothing was synced")
        with connection.translated():
            stage.load(batch.rows)
    for stage in stages.values():
        _update(connection, stage, changed)
        stage.drop()
    loader.end()


def _update(connection: Connection, stage: MariadbStage, changed: Cut) -> None:
    table = stage.table
    tracking = quoted(table.tracking)
    since, parameters = changed_after(changed.since, table)
    connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {_BEFORE}")
    connection.execute(
        f"CREATE TEMPORARY TABLE {_BEFORE} (dms_n bigint NOT NULL PRIMARY KEY) ENGINE = InnoDB"
        f" SELECT s.dms_n, {STYLE.names(SIDE, 't.')},"
        f" ({since} AND t.`update_scope_id` IS NULL) AS edited FROM {stage.name} s"
        f" JOIN {tracking} t ON {STYLE.equal(table.key, 't', 's')}",
        parameters,
    )
    sets = ", ".join(
        f"b.{STYLE.name(name)} = IF(b.{STYLE.name(name)} IS NOT NULL AND o.edited, b.{STYLE.name(name)},"
        f" s.{STYLE.name(name)})"
        for name in table.others
    )
    for (name,) in connection.rows(_STAMPED, (table.name.name,)):
        if name not in table.others:
            sets += f", b.{STYLE.name(name)} = b.{STYLE.name(name)}"  # else it would become the time of this statement
    joined = f"{stage.name} s LEFT JOIN {_BEFORE} o ON o.dms_n = s.dms_n"
    connection.execute(f"UPDATE {joined} JOIN {stage.base} b ON {stage.on_base} SET {sets}")
    on_tracking = STYLE.equal(table.key, "t", "s")
    back = ", ".join(f"t.{STYLE.name(name)} = o.{STYLE.name(name)}" for name in SIDE)
    connection.execute(f"UPDATE {joined} JOIN {tracking} t ON {on_tracking} SET {back} WHERE o.dms_n IS NOT NULL")
    connection.execute(f"DELETE t FROM {joined} JOIN {tracking} t ON {on_tracking} WHERE o.dms_n IS NULL")
    connection.execute(f"DROP TEMPORARY TABLE {_BEFORE}")
