"""Writing a delivery over sets: staged, locked, judged, written, tracked, each as a statement over many rows.

Per table, or per group of tables that refer to each other (spec: marks and apply, B1):

1. *Stage* the rows in a temporary table.
2. *Lock* the base rows in key order.
3. *Judge* in a new statement, which sees what committed while the lock was waited for. A guard inside the writing
   statement would use the older snapshot, and overwrite an edit that had just been committed.
4. *Write*: UPDATE what was there, INSERT what was not. A row that somebody inserted meanwhile is not overwritten: the
   group goes back to 2.
5. *Track*, after the triggers, over what they wrote.

Deletes are staged as keys alone, and those without a row leave the stage; after 3, keys stay whose delete would take
rows along that the sender never saw or has refused (`staged_judging`).

If a statement is refused because of a row, the rows to blame are set aside, and the rest is written together as before:
a key's violation is traced to the rows without a parent, anything else by halving the staged set. A half that only
misses its parents, which are in the other half, is not to blame.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import Transient
from dms_pipeline.providers.applying import KEPT_IN, KEPT_OUT
from dms_pipeline.providers.cascades import has_children, no_parent
from dms_pipeline.providers.staged_judging import StagedJudging
from dms_pipeline.sync.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.staged import ForeignKeyFact, Range, Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable, Values

STAGED_ROWS = (
    4_000  # rows of one load and its savepoint: large enough that the savepoint is free, small enough to halve
)
MAX_TURNS = 50  # times that rows inserted by others send a group back; more means a writer that never ends


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the database refuses a row; `is_key`: because of a foreign key."""

    reason: str
    is_key: bool = False


def always(result: int) -> bool:
    """Keep what was done."""
    del result
    return True


def _never(result: int) -> bool:
    """It was done to see whether it can be."""
    del result
    return False


def _is_whole(missing: int) -> bool:
    """Keep what was written if no row is missing."""
    return missing == 0


class StagedApplication(StagedJudging):
    """An apply over sets, inside a transaction that the caller began."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self._made = 0
        self._buffers: dict[TableName, Values] = {}
        self._stages: dict[TableName, Stage] = {}
        self._key_stages: dict[TableName, Stage] = {}
        self._spare: dict[tuple[TableName, bool], Stage] = {}
        self._with_triggers: dict[TableName, bool] = {}
        self._last = Refusal("")

    # What a database does its own way.

    @abstractmethod
    def make_stage(self, number: int, table: SyncedTable, *, keys_only: bool) -> Stage:
        """Make a temporary table."""

    @abstractmethod
    def load(self, stage: Stage, rows: Values) -> None:
        """Put rows into a stage; the driver's exception comes out as it is."""

    @abstractmethod
    def refusal(self, error: BaseException) -> Refusal | None:
        """What an exception of the driver says about a row; None if it is about something else."""

    @abstractmethod
    def unfit_rows(self, table: SyncedTable, rows: Values) -> list[tuple[Row, str]]:
        """The rows that would not come out as they went in, with the reason."""

    @abstractmethod
    def write(self, parts: list[tuple[Stage, Range | None]], *, settled: bool) -> int:
        """Write staged rows; how many are missing, because somebody else inserted them after they were locked.

        `settled`: nobody has, since the turn before. The driver's exception comes out as it is.
        """

    def write_alone(self, stage: Stage, within: Range) -> int:
        """Write some rows of one table to see whether anything but a key refuses them; it will be undone.

        A database that looks at the keys of a row before it looks at the next row does not look at them here.
        """
        return self.write([(stage, within)], settled=True)

    @abstractmethod
    def remove(self, parts: list[tuple[Stage, Range | None]]) -> int:
        """Delete the base rows of staged keys; how many. The driver's exception comes out as it is."""

    @abstractmethod
    def has_triggers(self, table: SyncedTable) -> bool:
        """An application's triggers are there."""

    @abstractmethod
    def spoken(self, table: str) -> str:
        """A table's quoted name as people say it."""

    def after_merge(self, stage: Stage) -> None:
        """The rows of a stage have been written and tracked."""

    # Taking rows in.

    def upsert(self, table: SyncedTable, rows: Values) -> None:
        """Gather rows into larger lists, then take them in."""
        buffer = self._buffers.setdefault(table.name, [])
        buffer.extend(rows)
        if len(buffer) >= STAGED_ROWS:
            self.flush(table)

    def flush(self, table: SyncedTable) -> None:
        """Take in what has been gathered of a table; rows that would not come out as they went in are set aside."""
        rows = self._buffers.pop(table.name, [])
        altered = self.unfit_rows(table, rows) if rows else []
        for row, reason in altered:
            self.fail(table, ChangeKind.UPSERT, row, reason)
        bad = {id(row) for row, _ in altered}
        rows = [row for row in rows if id(row) not in bad] if bad else rows
        if rows:
            self.take(table, rows)

    def take(self, table: SyncedTable, rows: Values) -> None:
        """Put rows into the stage of a table's upserts."""
        self._fill(self.stage_of(table), rows)

    def stage_of(self, table: SyncedTable) -> Stage:
        """The stage of a table's upserts."""
        if table.name not in self._stages:
            self._stages[table.name] = self._new_stage(table, keys_only=False)
        return self._stages[table.name]

    def _new_stage(self, table: SyncedTable, *, keys_only: bool) -> Stage:
        spare = self._spare.pop((table.name, keys_only), None)
        if spare is not None:
            return spare
        self._made += 1
        return self.make_stage(self._made, table, keys_only=keys_only)

    def _give_back(self, stages: list[Stage]) -> None:
        for stage in stages:
            stage.clear()
            self._spare[stage.table.name, stage.keys_only] = stage

    def _fill(self, stage: Stage, rows: Values) -> None:
        kind = ChangeKind.DELETE if stage.keys_only else ChangeKind.UPSERT
        stage.rows += self.put(stage.table, kind, rows, partial(self.load, stage))

    def put(self, table: SyncedTable, kind: ChangeKind, rows: Values, load: Callable[[Values], None]) -> int:
        """Load rows, halving them where one is refused; how many went in."""

        def load_all() -> int:
            load(rows)
            return len(rows)

        done = self.attempt(load_all)
        if done is not None:
            return done
        if len(rows) == 1:
            self.fail(table, kind, rows[0], self._last.reason)
            return 0
        half = len(rows) // 2
        return self.put(table, kind, rows[:half], load) + self.put(table, kind, rows[half:], load)

    def set_aside(self, stage: Stage, numbers: list[int], reason: str | Callable[[Row], str]) -> None:
        """Take rows out of a stage, and set them aside."""
        kind = ChangeKind.DELETE if stage.keys_only else ChangeKind.UPSERT
        for row in stage.values(numbers):
            self.fail(stage.table, kind, row, reason if isinstance(reason, str) else reason(row))
        stage.remove(numbers)

    def attempt(self, action: Callable[[], int], *, keep: Callable[[int], bool] = always) -> int | None:
        """Do something inside a savepoint; None, and nothing kept, if a row was refused (`_last` says why).

        `keep` decides by the result whether what was done stays.
        """
        self.connection.execute("SAVEPOINT dms_attempt")
        try:
            result = action()
        except self.connection.driver_errors as error:
            refusal = self.refusal(error)
            if refusal is None:
                raise
            self._last = refusal
            self.connection.execute("ROLLBACK TO SAVEPOINT dms_attempt")
            self.connection.execute("RELEASE SAVEPOINT dms_attempt")
            return None
        if not keep(result):
            self.connection.execute("ROLLBACK TO SAVEPOINT dms_attempt")
        self.connection.execute("RELEASE SAVEPOINT dms_attempt")
        return result

    def _triggered(self, table: SyncedTable) -> bool:
        if table.name not in self._with_triggers:
            self._with_triggers[table.name] = self.has_triggers(table)
        return self._with_triggers[table.name]

    # Upserts.

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Lock, judge, write and track what is staged."""
        for table in group:
            self.flush(table)
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
            if self._write([stage for stage in stages if stage.rows], settled=there == before):
                break
        else:
            raise Transient(self.connection.endpoint, "another writer keeps inserting the same rows", hint="run again")
        for stage in stages:
            if stage.rows:
                if self._triggered(stage.table):
                    self.set_aside(stage, stage.numbers(there=False), KEPT_OUT)
                self.track_keys(stage.table, stage.keys_there, tombstone=0)
                if self._triggered(stage.table):
                    # What a trigger has altered is nobody's, so that the sender gets it (B2).
                    self.track_keys(stage.table, stage.keys_altered, tombstone=0, nobodys=True)
                self.after_merge(stage)
                self.written(stage.table, stage.rows)

    def _write(self, stages: list[Stage], *, settled: bool) -> bool:
        """Write all staged rows that can be; False, and nothing kept, if somebody else inserted one of them."""
        keep = always if settled else _is_whole
        blamed = True
        while blamed and any(stage.rows for stage in stages):
            # What is written beside a row that is missing is undone: at the next turn it would be judged as another's.
            missing = self.attempt(lambda: self.write([(stage, None) for stage in stages], settled=settled), keep=keep)
            if missing is not None:
                return keep(missing)
            if self._last.is_key:
                blamed = self._set_orphans_aside(stages)
            else:
                # A list, not a generator: all rows to blame are to be found.
                blamed = any([self._blame(stage, stage.bounds()) for stage in stages if stage.rows])  # noqa: C419
        return all([self._write_halved(stage, stage.bounds(), settled=settled) for stage in stages if stage.rows])  # noqa: C419

    def _set_orphans_aside(self, stages: list[Stage]) -> bool:
        found = False
        for stage in stages:
            for key in self.keys:
                if key.child == stage.base and not key.deferrable and (numbers := stage.orphans(key, stages)):
                    self.set_aside(stage, numbers, partial(self._orphaned, stage.table, key))
                    found = True
        return found

    def _orphaned(self, table: SyncedTable, key: ForeignKeyFact, row: Row) -> str:
        values = dict(zip(table.names, row, strict=True))
        return no_parent(key.columns, (values[name] for name in key.columns), self.spoken(key.parent))

    def _blame(self, stage: Stage, within: Range) -> bool:
        """Set aside the rows that are refused for another reason than a key; whether there were any."""
        tried = self.attempt(lambda: self.write_alone(stage, within), keep=_never)
        if tried is not None or self._last.is_key:
            return False
        low, high = within
        if high - low <= 1:
            self.set_aside(stage, [low], self._last.reason)
            return True
        middle = (low + high) // 2
        return any([self._blame(stage, (low, middle)), self._blame(stage, (middle, high))])

    def _write_halved(self, stage: Stage, within: Range, *, settled: bool) -> bool:
        """Write what can be written of one table alone; the last resort. False if a row is somebody else's by now.

        What is written is tracked at once: if there is another turn, it must not be judged as another's.
        """
        keep = always if settled else _is_whole
        missing = self.attempt(lambda: self.write([(stage, within)], settled=settled), keep=keep)
        if missing is not None and keep(missing):
            keys = f"{stage.keys_there} AND s.dms_n >= %s AND s.dms_n < %s"
            self.track_keys(stage.table, keys, within, tombstone=0)
            return True
        low, high = within
        if high - low <= 1:
            if missing is None:
                self.set_aside(stage, [low], self._last.reason)
            return missing is None
        middle = (low + high) // 2
        halves = ((low, middle), (middle, high))
        return all([self._write_halved(stage, half, settled=settled) for half in halves])  # noqa: C419

    # Deletes.

    def delete(self, table: SyncedTable, keys: Values) -> None:
        """Stage keys."""
        if table.name not in self._key_stages:
            self._key_stages[table.name] = self._new_stage(table, keys_only=True)
        self._fill(self._key_stages[table.name], keys)

    def end_deletes(self, group: tuple[SyncedTable, ...]) -> None:
        """Lock, judge, delete, track."""
        stages = [self._key_stages.pop(table.name) for table in group if table.name in self._key_stages]
        for stage in stages:
            self._judge_keys(stage)
        self._delete([stage for stage in stages if stage.rows])
        for stage in stages:
            if stage.rows:
                if self._triggered(stage.table):
                    self.set_aside(stage, stage.numbers(there=True), KEPT_IN)
                self.track_keys(stage.table, stage.keys_gone, tombstone=1)
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
        self._fill(stage, rows)
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
            done = self.attempt(lambda: self.remove([(stage, None) for stage in stages]))
            if done is not None:
                return
            blamed = self._last.is_key and self._set_bereft_aside(stages)
        for stage in stages:
            if stage.rows:
                self._delete_halved(stage, stage.bounds())

    def _set_bereft_aside(self, stages: list[Stage]) -> bool:
        found = False
        for stage in stages:
            for key in self.keys:
                refuses = key.parent == stage.base and not key.deferrable and not key.acts
                if refuses and (numbers := stage.bereft(key, stages)):
                    self.set_aside(stage, numbers, has_children(self.spoken(key.child)))
                    found = True
        return found

    def _delete_halved(self, stage: Stage, within: Range) -> None:
        done = self.attempt(lambda: self.remove([(stage, within)]))
        low, high = within
        if done is None and high - low <= 1:
            self.set_aside(stage, [low], self._last.reason)
        elif done is None:
            middle = (low + high) // 2
            self._delete_halved(stage, (low, middle))
            self._delete_halved(stage, (middle, high))

    # Making room.

    def park(self, table: SyncedTable, key: Row, values: dict[str, Any]) -> bool:
        """Overwrite some values of a row and track it."""
        words = self.words
        base, here = words.quoted(table.name), words.key_is(table, "b")
        columns = {column.name: column for column in table.columns}
        sets = ", ".join(f"{words.style.name(name)} = %s" for name in values)
        given = tuple(words.bound(columns[name], value) for name, value in values.items())
        at = words.key_values(table, key)

        def overwrite() -> int:
            with self.connection.driver.cursor() as cursor:
                cursor.execute(f"UPDATE {base} b SET {sets} WHERE {here}", (*given, *at))
                return int(cursor.rowcount)

        found = self.attempt(overwrite)
        if found:
            keys = f"SELECT {words.style.names(table.key)} FROM {base} b WHERE {here}"
            self.track_keys(table, keys, at, tombstone=0)
        return bool(found)
