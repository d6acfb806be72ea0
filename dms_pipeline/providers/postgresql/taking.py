"""Taking a delivery into PostgreSQL: rows are copied into the base table or a stage, each COPY inside a savepoint.

What one row can make a statement fail with is known here: such a failure undoes the savepoint and gives a reason, any
other ends the apply. `apply` writes what is staged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from dms_pipeline.providers.postgresql import straight
from dms_pipeline.providers.postgresql.judging import Judging
from dms_pipeline.providers.postgresql.staging import Stage
from dms_pipeline.providers.postgresql.values import MIDNIGHT_AFTER, STYLE, qualified, time_places, unfit
from dms_pipeline.sync.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable, Values

COPY_ROWS = 4_000  # rows of one COPY and its savepoint: large enough that the savepoint is free, small enough to halve
COPY_BYTES = 1 << 16


def is_row_error(error: psycopg.Error) -> bool:
    """What one row's own value can raise: bad data, a constraint, a refusal by a trigger."""
    state = error.sqlstate
    if state is None:  # the driver itself refuses a value, such as a NUL in a text
        return isinstance(error, psycopg.DataError)
    return state[:2] in {"22", "23"} or state in {"P0001", "27000"}


def reason_of(error: psycopg.Error) -> str:
    """The server's words about one row."""
    detail = error.diag.message_detail
    return (error.diag.message_primary or str(error)) + (f" ({detail})" if detail else "")


def always(result: int) -> bool:
    """Keep what was done."""
    del result
    return True


class Taking(Judging):
    """The part of an apply that takes rows in, and tries what a row may refuse."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self.driver: psycopg.Connection[Any] = connection.driver
        self._made = 0
        self._buffers: dict[TableName, Values] = {}
        self._stages: dict[TableName, Stage] = {}
        self._switched_off: dict[TableName, straight.Silenced | None] = {}
        self._spare: dict[tuple[TableName, bool], Stage] = {}
        self._last_reason = ""
        self._last_was_key = False

    def upsert(self, table: SyncedTable, rows: Values) -> None:
        """Gather rows into larger lists, then COPY them into the base table or the stage."""
        buffer = self._buffers.setdefault(table.name, [])
        buffer.extend(rows)
        if len(buffer) >= COPY_ROWS:
            self._flush(table)

    def upsert_native(self, table: SyncedTable, batch: RowBatch) -> None:
        """Pass a driver's stream on, unparsed; where it cannot go straight in, through the stage."""
        open_stream = batch.payload
        assert callable(open_stream)
        held = self.task.delivery.held.get(table.name, {})
        if not held and self._goes_straight(table):
            count = self._attempt(lambda: self._copy_native(qualified(table.name), table, open_stream()))
            if count is not None:
                self.written(table, count)
                return
        self._give_up_straight(table)
        stage = self._stage(table)
        stage.rows += self._copy_native(stage.name, table, open_stream())
        for key, reason in held.items():
            self._set_aside(stage, stage.numbers_of(key), reason)

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

    def _flush(self, table: SyncedTable) -> None:
        rows = self._fit(table, self._buffers.pop(table.name, []))
        if not rows:
            return
        if (places := time_places(table.columns)) != ():
            rows = [_readable(row, places) for row in rows]
        if self._goes_straight(table):
            self.written(table, self._copy(qualified(table.name), table, ChangeKind.UPSERT, rows))
        else:
            stage = self._stage(table)
            stage.rows += self._copy(stage.name, table, ChangeKind.UPSERT, rows)

    def _fit(self, table: SyncedTable, rows: Values) -> Values:
        """The rows that come out as they went in; the others are set aside."""
        altered = unfit(table, self.types[table.name]).rows(rows)
        for row, reason in altered:
            self.fail(table, ChangeKind.UPSERT, row, reason)
        bad = {id(row) for row, _ in altered}
        return [row for row in rows if id(row) not in bad] if bad else rows

    def _copy(self, target: str, table: SyncedTable, kind: ChangeKind, rows: Values) -> int:
        """COPY rows, of a delete their keys alone, halving them where one is refused; the number that went in."""
        names = table.key if kind is ChangeKind.DELETE else table.names

        def copy_all() -> int:
            with (
                self.driver.cursor() as cursor,
                cursor.copy(f"COPY {target} ({STYLE.names(names)}) FROM STDIN") as copy,
            ):
                for row in rows:
                    copy.write_row(row)
            return len(rows)

        done = self._attempt(copy_all)
        if done is not None:
            return done
        if len(rows) == 1:
            self.fail(table, kind, rows[0], self._last_reason)
            return 0
        half = len(rows) // 2
        return self._copy(target, table, kind, rows[:half]) + self._copy(target, table, kind, rows[half:])

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

    def _stage(self, table: SyncedTable) -> Stage:
        if table.name not in self._stages:
            self._stages[table.name] = self._new_stage(table, keys_only=False)
        return self._stages[table.name]

    def _new_stage(self, table: SyncedTable, *, keys_only: bool) -> Stage:
        spare = self._spare.pop((table.name, keys_only), None)
        if spare is not None:
            return spare
        self._made += 1
        return Stage(self.connection, self._made, table, self.types[table.name], keys_only=keys_only)

    def _give_back(self, stages: list[Stage]) -> None:
        for stage in stages:
            stage.clear()
            self._spare[stage.table.name, stage.keys_only] = stage

    def _set_aside(self, stage: Stage, numbers: list[int], reason: str | Callable[[Row], str]) -> None:
        kind = ChangeKind.DELETE if stage.keys_only else ChangeKind.UPSERT
        for row in stage.values(numbers):
            self.fail(stage.table, kind, row, reason if isinstance(reason, str) else reason(row))
        stage.remove(numbers)

    def _attempt(self, action: Callable[[], int], *, keep: Callable[[int], bool] = always) -> int | None:
        """Do something inside a savepoint; None, and nothing kept, if a row was refused (`_last_reason` says why).

        `keep` decides by the result whether what was done stays.
        """
        self.connection.execute("SAVEPOINT dms_attempt")
        try:
            result = action()
        except psycopg.Error as error:
            if not is_row_error(error):
                raise
            self._last_reason = reason_of(error)
            self._last_was_key = isinstance(error, psycopg.errors.ForeignKeyViolation)
            self.connection.execute("ROLLBACK TO SAVEPOINT dms_attempt")
            self.connection.execute("RELEASE SAVEPOINT dms_attempt")
            return None
        if not keep(result):
            self.connection.execute("ROLLBACK TO SAVEPOINT dms_attempt")
        self.connection.execute("RELEASE SAVEPOINT dms_attempt")
        return result


def _readable(row: Row, places: tuple[int, ...]) -> Row:
    return tuple(
        "24:00:00" if place in places and value == MIDNIGHT_AFTER else value for place, value in enumerate(row)
    )
