"""Writing a delivery into PostgreSQL: the order of `staged_applying`, and what is done another way here.

Rows are staged by COPY into temporary tables of the same types. Tables of a cycle are written, and their rows deleted,
by one statement, at whose end keys are checked.

A whole table into an empty one (a first sync) is copied straight in, with our triggers off, under a lock that keeps
writers out until the commit. Only where no application's trigger is there. Rows that are refused are found by halving
and set aside; a stream of the driver's, which cannot be halved, is opened again and staged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from dms_pipeline.providers.parking import parking_places
from dms_pipeline.providers.postgresql import staging, straight
from dms_pipeline.providers.postgresql.catalog import (
    deferred_uniques,
    immediate_uniques,
    own_triggers,
)
from dms_pipeline.providers.postgresql.foreign_keys import dangling, spoken
from dms_pipeline.providers.postgresql.marks import CLOCK
from dms_pipeline.providers.postgresql.taking import Taking
from dms_pipeline.providers.postgresql.values import STYLE, qualified
from dms_pipeline.sync.peers import RowsRefused

if TYPE_CHECKING:
    from dms_pipeline.providers.changes import Outcome, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.providers.staged import Range, Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable


def begin_write(connection: Connection) -> None:
    """Begin; each statement sees what has been committed before it, and keys are checked at the end where they can."""
    connection.begin("BEGIN ISOLATION LEVEL READ COMMITTED; SET CONSTRAINTS ALL DEFERRED")


def apply(connection: Connection, task: Task) -> Outcome:
    """Write a delivery inside a transaction that `begin_write` began."""
    stamp = int(connection.value(f"SELECT {CLOCK}"))
    with connection.translated():
        return _PostgresqlApplication(connection, task, stamp).run()


class _PostgresqlApplication(Taking):
    """An apply into one PostgreSQL database."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self._uniques: dict[TableName, tuple[str, ...]] = {}

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Track what was copied straight in; lock, judge, write and track what is staged."""
        for table in group:
            self.flush(table)
        for table in group:
            silenced = self._switched_off.pop(table.name, None)
            if silenced is not None:
                # Deferred checks are pending events, and ALTER TABLE refuses a table that has some.
                check_deferred(self.connection, self.task, self.stamp)
                straight.switch_on(self.connection, silenced)
                base = qualified(table.name)
                self.track_keys(table, f"SELECT {STYLE.names(table.key)} FROM {base}", tombstone=0)
                # Without statistics, "what changed since" would read the whole new table until autovacuum comes by.
                self.connection.execute(f"ANALYZE {qualified(table.tracking)}")
                staging.move_sequences(self.connection, table, base, self.types[table.name])
        super().end_upserts(group)

    def after_merge(self, stage: Stage) -> None:
        """Move the sequences."""
        staging.move_sequences(self.connection, stage.table, stage.name, self.types[stage.table.name])

    def has_triggers(self, table: SyncedTable) -> bool:
        """An application's triggers are there."""
        return own_triggers(self.connection, table) is None

    def spoken(self, table: str) -> str:
        """A table's quoted name as people say it."""
        return spoken(table)

    def write(self, parts: list[tuple[Stage, Range | None]], *, settled: bool) -> int:
        """Write staged rows; how many were inserted by somebody else after they were locked."""
        del settled
        missing = staging.write(self.connection, parts)
        for stage, _ in parts:
            names = self._deferred_uniques(stage.table)
            if names:  # checked here, where the row to blame can be found by halving; afterwards deferred again
                listed = ", ".join(STYLE.table(stage.table.name.schema or "public", name) for name in names)
                self.driver.execute(f"SET CONSTRAINTS {listed} IMMEDIATE")
                self.driver.execute(f"SET CONSTRAINTS {listed} DEFERRED")
        return missing

    def remove(self, parts: list[tuple[Stage, Range | None]]) -> int:
        """Delete the base rows of staged keys."""
        return staging.delete(self.connection, parts)

    def _deferred_uniques(self, table: SyncedTable) -> tuple[str, ...]:
        if table.name not in self._uniques:
            self._uniques[table.name] = deferred_uniques(self.connection, table)
        return self._uniques[table.name]

    def parking_places(self, table: SyncedTable) -> tuple[ParkingPlace, ...]:
        """Columns that can make room for unique values."""
        return parking_places(table, *immediate_uniques(self.connection, table))


def check_deferred(connection: Connection, task: Task, stamp: int) -> None:
    """Have deferred keys checked now.

    Raises:
        RowsRefused: with the rows to blame, after a rollback; a refusal that none of them explains is translated.
    """
    try:
        with connection.driver.cursor() as cursor:
            cursor.execute("SAVEPOINT dms_check")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            cursor.execute("RELEASE SAVEPOINT dms_check")
    except psycopg.Error as error:
        held: dict[TableName, dict[Row, str]] = {}
        try:
            if isinstance(error, psycopg.errors.IntegrityError):
                connection.execute("ROLLBACK TO SAVEPOINT dms_check")
                held = dangling(connection, task, stamp)
        finally:
            connection.rollback()
        if held:
            raise RowsRefused(held) from error
        raise connection.provider.translate(connection.endpoint, error) from error


def commit(connection: Connection, task: Task, stamp: int) -> None:
    """Commit; deferred keys are checked first, while the rows to blame can still be looked at.

    Raises:
        RowsRefused: with the rows to blame, after a rollback.
    """
    check_deferred(connection, task, stamp)
    connection.execute("COMMIT")
