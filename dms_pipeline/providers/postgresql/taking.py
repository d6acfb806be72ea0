"""Taking a delivery into PostgreSQL: rows are copied into the base table or a stage, each COPY inside a savepoint.

What one row can make a statement fail with is known here: such a failure undoes the savepoint and gives a reason, any
other ends the apply. `apply` writes what is staged.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg

from dms_pipeline.providers.postgresql import straight
from dms_pipeline.providers.postgresql.judging import Judging
from dms_pipeline.providers.postgresql.staging import PostgresqlStage
from dms_pipeline.providers.postgresql.values import MIDNIGHT_AFTER, STYLE, qualified, time_places, unfit
from dms_pipeline.providers.staged_applying import Refusal
from dms_pipeline.sync.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.staged import Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable, Values

COPY_BYTES = 1 << 16


def _is_row_error(error: psycopg.Error) -> bool:
    """What one row's own value can raise: bad data, a constraint, a refusal by a trigger."""
    state = error.sqlstate
    if state is None:  # the driver itself refuses a value, such as a NUL in a text
        return isinstance(error, psycopg.DataError)
    return state[:2] in {"22", "23"} or state in {"P0001", "27000"}


def _reason_of(error: psycopg.Error) -> str:
    """The server's words about one row."""
    detail = error.diag.message_detail
    return (error.diag.message_primary or str(error)) + (f" ({detail})" if detail else "")


class Taking(Judging):
    """The part of an apply that takes rows in."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self.driver: psycopg.Connection[Any] = connection.driver
        self._switched_off: dict[TableName, straight.Silenced | None] = {}

    def make_stage(self, number: int, table: SyncedTable, *, keys_only: bool) -> Stage:
        """Make a temporary table."""
        return PostgresqlStage(self.connection, number, table, self.types[table.name], keys_only=keys_only)

    def refusal(self, error: BaseException) -> Refusal | None:
        """What an exception of the driver says about a row."""
        if not isinstance(error, psycopg.Error) or not _is_row_error(error):
            return None
        return Refusal(_reason_of(error), isinstance(error, psycopg.errors.ForeignKeyViolation))

    def unfit_rows(self, table: SyncedTable, rows: Values) -> list[tuple[Row, str]]:
        """The rows that would not come out as they went in."""
        return unfit(table, self.types[table.name]).rows(rows)

    def upsert_native(self, table: SyncedTable, batch: RowBatch) -> None:
        """Pass a driver's stream on, unparsed; where it cannot go straight in, through the stage."""
        open_stream = batch.payload
        assert callable(open_stream)
        held = self.task.delivery.held.get(table.name, {})
        if not held and self._goes_straight(table):
            count = self.attempt(lambda: self._copy_native(qualified(table.name), table, open_stream()))
            if count is not None:
                self.written(table, count)
                return
        self._give_up_straight(table)
        stage = self.stage_of(table)
        stage.rows += self._copy_native(stage.name, table, open_stream())
        for key, reason in held.items():
            self.set_aside(stage, stage.numbers_of(key), reason)

    def _copy_native(self, target: str, table: SyncedTable, chunks: Iterable[bytes]) -> int:
        """Rows copied. The sending server makes a message of each row; larger ones go on from here."""
        with self.driver.cursor() as cursor:
            with cursor.copy(f"COPY {target} ({STYLE.names(table.names)}) FROM STDIN (FORMAT BINARY)") as copy:
                waiting: list[bytes] = []
                size = 0
                for chunk in chunks:
                    waiting.append(chunk)
                    size += len(chunk)
                    if size >= COPY_BYTES:
                        copy.write(b"".join(waiting))
                        waiting, size = [], 0
                copy.write(b"".join(waiting))
            return cursor.rowcount

    def take(self, table: SyncedTable, rows: Values) -> None:
        """COPY rows into the base table or the stage."""
        if (places := time_places(table.columns)) != ():
            rows = [_readable(row, places) for row in rows]
        if self._goes_straight(table):
            copy = partial(self._copy, qualified(table.name), table.names)
            self.written(table, self.put(table, ChangeKind.UPSERT, rows, copy))
        else:
            super().take(table, rows)

    def load(self, stage: Stage, rows: Values) -> None:
        """COPY rows into a stage."""
        self._copy(stage.name, tuple(column.name for column in stage.columns), rows)

    def _copy(self, target: str, names: tuple[str, ...], rows: Values) -> None:
        with (
            self.driver.cursor() as cursor,
            cursor.copy(f"COPY {target} ({STYLE.names(names)}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def _goes_straight(self, table: SyncedTable) -> bool:
        if self.trying_again:
            return False
        if table.name not in self._switched_off:
            self._switched_off[table.name] = straight.switch_off(self.connection, self.task, table, self.keys)
        return self._switched_off[table.name] is not None

    def _give_up_straight(self, table: SyncedTable) -> None:
        silenced = self._switched_off.get(table.name)
        if silenced is not None:
            straight.switch_on(self.connection, silenced)
        self._switched_off[table.name] = None


def _readable(row: Row, places: tuple[int, ...]) -> Row:
    return tuple(
        "24:00:00" if place in places and value == MIDNIGHT_AFTER else value for place, value in enumerate(row)
    )
