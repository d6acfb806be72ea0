"""Writing a delivery into PostgreSQL: staged, locked, judged, written, tracked, each as one statement over a set.

Per table, or per group of tables that refer to each other (spec: marks and apply, B1):

1. *Stage*: COPY into a temporary table of the same types.
2. *Lock* the base rows in key order.
3. *Judge* in a new statement, which sees what committed while the lock was waited for. A guard inside the writing
   statement would use the older snapshot, and overwrite an edit that had just been committed.
4. *Write*: UPDATE what was there, INSERT what was not. A row that somebody inserted meanwhile is not overwritten: the
   group goes back to 2. Tables of a cycle are written by one statement, at whose end keys are checked.
5. *Track*, after the triggers, over what they wrote.

Deletes are staged as keys alone, and those without a row leave the stage; after 3, keys stay whose delete would take
rows along that the sender never saw or has refused (`judging`).

If a statement is refused because of a row, the rows to blame are set aside, and the rest is written together as before:
a key's violation is traced to the rows without a parent, anything else by halving the staged set. A half that only
misses its parents, which are in the other half, is not to blame.

A whole table into an empty one (a first sync) is copied straight in, with our triggers off, under a lock that keeps
writers out until the commit. Only where no application's trigger is there. Rows that are refused are found by halving
and set aside; a stream of the driver's, which cannot be halved, is opened again and staged.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg

from dms_pipeline.errors import Transient
from dms_pipeline.providers.applying import KEPT_IN, KEPT_OUT
from dms_pipeline.providers.cascades import has_children, no_parent
from dms_pipeline.providers.parking import parking_places
from dms_pipeline.providers.postgresql import staging, straight
from dms_pipeline.providers.postgresql.catalog import (
    deferred_uniques,
    immediate_uniques,
    own_triggers,
)
from dms_pipeline.providers.postgresql.foreign_keys import dangling, spoken
from dms_pipeline.providers.postgresql.judging import is_key
from dms_pipeline.providers.postgresql.marks import CLOCK
from dms_pipeline.providers.postgresql.taking import Taking, always
from dms_pipeline.providers.postgresql.values import STYLE, qualified
from dms_pipeline.sync.changes import ChangeKind
from dms_pipeline.sync.peers import RowsRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.changes import Outcome, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.providers.postgresql.catalog import ForeignKeyFact
    from dms_pipeline.providers.postgresql.staging import Range, Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable, Values

MAX_TURNS = 50  # times that rows inserted by others send a group back; more means a writer that never ends


def begin_write(connection: Connection) -> None:
    """Begin; each statement sees what has been committed before it, and keys are checked at the end where they can."""
    connection.begin("BEGIN ISOLATION LEVEL READ COMMITTED; SET CONSTRAINTS ALL DEFERRED")


def apply(connection: Connection, task: Task) -> Outcome:
    """Write a delivery inside a transaction that `begin_write` began."""
    stamp = int(connection.value(f"SELECT {CLOCK}"))
    with connection.translated():
        return _PostgresqlApplication(connection, task, stamp).run()


def _orphaned(table: SyncedTable, key: ForeignKeyFact, row: Row) -> str:
    values = dict(zip(table.names, row, strict=True))
    return no_parent(key.columns, (values[name] for name in key.columns), spoken(key.parent))


def _never(result: int) -> bool:
    """It was done to see whether it can be."""
    del result
    return False


def _is_whole(missing: int) -> bool:
    """Keep what was written if no row is missing."""
    return missing == 0


class _PostgresqlApplication(Taking):
    """An apply into one PostgreSQL database."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self._key_stages: dict[TableName, Stage] = {}
        self._with_triggers: dict[TableName, bool] = {}
        self._uniques: dict[TableName, tuple[str, ...]] = {}

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Track what was copied straight in; lock, judge, write and track what is staged."""
        for table in group:
            self._flush(table)
        for table in group:
            silenced = self._switched_off.pop(table.name, None)
            if silenced is not None:
                # Deferred checks are pending events, and ALTER TABLE refuses a table that has some.
                check_deferred(self.connection, self.task, self.stamp)
                straight.switch_on(self.connection, silenced)
                base = qualified(table.name)
                self._track(table, f"SELECT {STYLE.names(table.key)} FROM {base}", tombstone=0)
                # Without statistics, "what changed since" would read the whole new table until autovacuum comes by.
                self.connection.execute(f"ANALYZE {qualified(table.tracking)}")
                staging.move_sequences(self.connection, table, base, self.types[table.name])
        stages = [self._stages.pop(table.name) for table in group if table.name in self._stages]
        if stages:
            self._merge(stages)
        self._give_back(stages)

    def _merge(self, stages: list[Stage]) -> None:
        there = -1
        for _ in range(MAX_TURNS):
            before, there = there, sum(stage.lock() for stage in stages)
            for stage in stages:
                self.judge(stage)
            # Where no row has come in since the last turn, an application's trigger keeps the missing ones out.
            if self._write([stage for stage in stages if stage.rows], keep=always if there == before else _is_whole):
                break
        else:
            raise Transient(self.connection.endpoint, "another writer keeps inserting the same rows", hint="run again")
        for stage in stages:
            if stage.rows:
                if self._triggered(stage.table):
                    self._set_aside(stage, stage.numbers(there=False), KEPT_OUT)
                self._track(stage.table, stage.keys_there, tombstone=0)
                if self._triggered(stage.table):
                    # What a trigger has altered is nobody's, so that the sender gets it (B2).
                    facts = (None, self.stamp)
                    staging.track(self.connection, stage.table, stage.keys_altered, facts, tombstone=0)
                staging.move_sequences(self.connection, stage.table, stage.name, self.types[stage.table.name])
                self.written(stage.table, stage.rows)

    def _triggered(self, table: SyncedTable) -> bool:
        """An application's triggers are there."""
        if table.name not in self._with_triggers:
            self._with_triggers[table.name] = own_triggers(self.connection, table) is None
        return self._with_triggers[table.name]

    def _track(self, table: SyncedTable, keys: str, *, tombstone: int) -> None:
        staging.track(self.connection, table, keys, (self.writer, self.stamp), tombstone=tombstone)

    def _write(self, stages: list[Stage], keep: Callable[[int], bool]) -> bool:
        """Write all staged rows that can be; False, and nothing kept, if somebody else inserted one of them."""
        blamed = True
        while blamed and any(stage.rows for stage in stages):
            # What is written beside a row that is missing is undone: at the next turn it would be judged as another's.
            missing = self._attempt(lambda: self._write_once([(stage, None) for stage in stages]), keep=keep)
            if missing is not None:
                return keep(missing)
            if self._last_was_key:
                blamed = self._set_orphans_aside(stages)
            else:
                # A list, not a generator: all rows to blame are to be found.
                blamed = any([self._blame(stage, stage.bounds()) for stage in stages if stage.rows])  # noqa: C419
        return all([self._write_halved(stage, stage.bounds()) for stage in stages if stage.rows])  # noqa: C419

    def _set_orphans_aside(self, stages: list[Stage]) -> bool:
        found = False
        for stage in stages:
            for key in self.keys:
                if key.child == stage.base and not key.deferrable and (numbers := stage.orphans(key, stages)):
                    self._set_aside(stage, numbers, partial(_orphaned, stage.table, key))
                    found = True
        return found

    def _blame(self, stage: Stage, within: Range) -> bool:
        """Set aside the rows that are refused for another reason than a key; whether there were any."""
        tried = self._attempt(lambda: self._write_once([(stage, within)]), keep=_never)
        if tried is not None or self._last_was_key:
            return False
        low, high = within
        if high - low <= 1:
            self._set_aside(stage, [low], self._last_reason)
            return True
        middle = (low + high) // 2
        return any([self._blame(stage, (low, middle)), self._blame(stage, (middle, high))])

    def _write_halved(self, stage: Stage, within: Range) -> bool:
        """Write what can be written of one table alone; the last resort. False if a row is somebody else's by now.

        What is written is tracked at once: if there is another turn, it must not be judged as another's.
        """
        missing = self._attempt(lambda: self._write_once([(stage, within)]), keep=_is_whole)
        if missing == 0:
            keys = f"SELECT {STYLE.names(stage.table.key)} FROM {stage.name} WHERE dms_n >= %s AND dms_n < %s"
            facts = (self.writer, self.stamp)
            staging.track(self.connection, stage.table, keys, facts, tombstone=0, parameters=within)
            return True
        low, high = within
        if high - low <= 1:
            if missing is None:
                self._set_aside(stage, [low], self._last_reason)
            return missing is None
        middle = (low + high) // 2
        return all([self._write_halved(stage, (low, middle)), self._write_halved(stage, (middle, high))])

    def _write_once(self, parts: list[tuple[Stage, Range | None]]) -> int:
        missing = staging.write(self.connection, parts)
        for stage, _ in parts:
            names = self._deferred_uniques(stage.table)
            if names:  # checked here, where the row to blame can be found by halving; afterwards deferred again
                listed = ", ".join(STYLE.table(stage.table.name.schema or "public", name) for name in names)
                self.driver.execute(f"SET CONSTRAINTS {listed} IMMEDIATE")
                self.driver.execute(f"SET CONSTRAINTS {listed} DEFERRED")
        return missing

    def _deferred_uniques(self, table: SyncedTable) -> tuple[str, ...]:
        if table.name not in self._uniques:
            self._uniques[table.name] = deferred_uniques(self.connection, table)
        return self._uniques[table.name]

    # Deletes.

    def delete(self, table: SyncedTable, keys: Values) -> None:
        """Stage keys."""
        if table.name not in self._key_stages:
            self._key_stages[table.name] = self._new_stage(table, keys_only=True)
        stage = self._key_stages[table.name]
        stage.rows += self._copy(stage.name, table, ChangeKind.DELETE, keys)

    def end_deletes(self, group: tuple[SyncedTable, ...]) -> None:
        """Lock, judge, delete, track: of tables that refer to each other in one statement."""
        stages = [self._key_stages.pop(table.name) for table in group if table.name in self._key_stages]
        for stage in stages:
            self._judge_keys(stage)
        self._delete([stage for stage in stages if stage.rows])
        for stage in stages:
            if stage.rows:
                if self._triggered(stage.table):
                    self._set_aside(stage, stage.numbers(there=True), KEPT_IN)
                self._track(stage.table, stage.keys_gone, tombstone=1)
                self.counts[stage.table.name].deletes += stage.rows
        self._give_back(stages)

    def _judge_keys(self, stage: Stage) -> None:
        stage.lock()
        stage.remove_absent()
        self.judge(stage)
        self.take_out_kept(stage)

    def judged_aside(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        """Of rows that are to be set aside, those that would be written."""
        stage = self._new_stage(table, keys_only=kind is ChangeKind.DELETE)
        stage.rows = self._copy(stage.name, table, kind, rows)
        if stage.keys_only:
            self._judge_keys(stage)
        else:
            stage.lock()
            self.judge(stage)
        left = stage.all_values()
        self._give_back([stage])
        return left

    def _delete(self, stages: list[Stage]) -> None:
        blamed = True
        while blamed and any(stage.rows for stage in stages):
            done = self._attempt(lambda: staging.delete(self.connection, [(stage, None) for stage in stages]))
            if done is not None:
                return
            blamed = self._last_was_key and self._set_bereft_aside(stages)
        for stage in stages:
            if stage.rows:
                self._delete_halved(stage, stage.bounds())

    def _set_bereft_aside(self, stages: list[Stage]) -> bool:
        found = False
        for stage in stages:
            for key in self.keys:
                refuses = key.parent == stage.base and not key.deferrable and key.on_delete in "ar"
                if refuses and (numbers := stage.bereft(key, stages)):
                    self._set_aside(stage, numbers, has_children(spoken(key.child)))
                    found = True
        return found

    def _delete_halved(self, stage: Stage, within: Range) -> None:
        done = self._attempt(lambda: staging.delete(self.connection, [(stage, within)]))
        low, high = within
        if done is None and high - low <= 1:
            self._set_aside(stage, [low], self._last_reason)
        elif done is None:
            middle = (low + high) // 2
            self._delete_halved(stage, (low, middle))
            self._delete_halved(stage, (middle, high))

    def parking_places(self, table: SyncedTable) -> tuple[ParkingPlace, ...]:
        """Columns that can make room for unique values."""
        return parking_places(table, *immediate_uniques(self.connection, table))

    def park(self, table: SyncedTable, key: Row, values: dict[str, Any]) -> bool:
        """Overwrite some values of a row and track it."""
        base = qualified(table.name)
        sets = ", ".join(f"{STYLE.name(name)} = %s" for name in values)
        columns = [column for column in table.columns if column.key]
        found = self._attempt(
            lambda: (
                self.driver.execute(
                    f"UPDATE {base} b SET {sets} WHERE {is_key(columns, 'b')}".encode(), (*values.values(), *key)
                ).rowcount
            )
        )
        if found:
            keys = f"SELECT {STYLE.names(table.key)} FROM {base} b WHERE {is_key(columns, 'b')}"
            staging.track(self.connection, table, keys, (self.writer, self.stamp), tombstone=0, parameters=key)
        return bool(found)


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
