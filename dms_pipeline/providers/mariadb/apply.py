"""Writing a delivery into MariaDB: the order of `staged_applying`, and what is done another way here.

* Keys are checked row by row, so a table that refers to itself, or tables of a cycle, are written without a check; then
  the parents of all staged rows are read and locked, as the check would have done. A parent that somebody deletes
  meanwhile is either locked by us, and their delete finds our row, or gone, and we find that.
* Rows of such tables that are to be deleted let go of each other first, where their columns take NULL.
* Extended triggers are told to record nothing of what is tracked by us anyway, where no other trigger is there: one of
  an application's may write a row under another key than the one that was staged, and another scope's has to record it.
* InnoDB fires no trigger for rows that a key takes along or sets to NULL; they are tracked by us, as nobody's.
* A key that compares equal to one that is here in another spelling is another row at its sender: it is set aside.
* A deadlock ends the whole transaction, and the session is repeated.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.cascades import joined, paths
from dms_pipeline.providers.mariadb import staging, straight
from dms_pipeline.providers.mariadb.activity import begin_apply, end_apply
from dms_pipeline.providers.mariadb.bulk import Loader
from dms_pipeline.providers.mariadb.catalog import foreign_keys, records, trigger_bodies, uniques
from dms_pipeline.providers.mariadb.extended import APPLYING
from dms_pipeline.providers.mariadb.marks import changed_after
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.staging import MariadbStage
from dms_pipeline.providers.mariadb.values import STYLE, canonical, unfit_rows
from dms_pipeline.providers.parking import parking_places
from dms_pipeline.providers.staged_applying import Refusal, StagedApplication
from dms_pipeline.schema.types import TEXTUAL, Kind
from dms_pipeline.sync.changes import BATCH_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.providers.changes import Outcome, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.providers.staged import ForeignKeyFact, Range, Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedTable, Values

# What one row's own value can raise (mariadb.com/kb/en/mariadb-error-code-reference): bad data, a constraint, a refusal
# by a trigger.
ROW_ERRORS = frozenset(
    {
        *(1048, 1062, 1169, 1216, 1217, 1263, 1264, 1265, 1292, 1364, 1366, 1367, 1406, 1411, 1416, 1441, 1451, 1452),
        *(1525, 1526, 1557, 1586, 1644, 1690, 1761, 1762, 3140, 3819, 4025, 4038, 4078),
    }
)
KEY_ERRORS = frozenset({1216, 1217, 1451, 1452})
DIFFERS_IN_SPELLING = "its key compares equal to the key of a row that is there, in another spelling"
_BEYOND = STYLE.name("dms_beyond")


def begin_write(connection: Connection) -> None:
    """Begin; each statement sees what has been committed before it (`connect`)."""
    connection.begin("START TRANSACTION")


def apply(connection: Connection, task: Task) -> Outcome:
    """Write a delivery inside a transaction that `begin_write` began."""
    stamp = begin_apply(connection)
    with connection.translated():
        outcome = _MariadbApplication(connection, task, stamp).run()
    end_apply(connection)
    return outcome


def commit(connection: Connection, task: Task, stamp: int) -> None:
    """Commit; nothing is deferred."""
    del task, stamp
    connection.execute("COMMIT")


def _children_first(
    parts: list[tuple[Stage, Range | None]], keys: list[ForeignKeyFact]
) -> Iterator[tuple[Stage, Range | None]]:
    """Stages in an order in which no row is deleted that one of a later stage may refer to by one of these keys."""
    left = list(parts)
    while left:
        bases = {stage.base for stage, _ in left}
        held = {key.parent for key in keys if key.child in bases}
        free = next((part for part in left if part[0].base not in held), left[0])
        left.remove(free)
        yield free


class _MariadbApplication(StagedApplication):
    """An apply into one MariaDB database."""

    words = staging.WORDS

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self._straight: dict[TableName, bool] = {}
        self._untracked: list[SyncedTable] = []  # those into which rows went straight

    def run(self) -> Outcome:
        """Do all of it, and leave no temporary table."""
        outcome = super().run()
        for stage in self._spare.values():
            assert isinstance(stage, MariadbStage)
            stage.drop()
        self.loader.end()
        return outcome

    @cached_property
    def loader(self) -> Loader:
        """What rows are inserted with; it knows the types of all columns."""
        return Loader(self.connection, self._tables.values())

    @cached_property
    def bodies(self) -> dict[TableName, list[str]]:
        """What the triggers of the tables do; nobody makes another one while this transaction has touched them."""
        touched = (f"SELECT 1 FROM {quoted(table.name)} WHERE FALSE" for table in self._tables.values())
        self.connection.rows(" UNION ALL ".join(touched))
        return trigger_bodies(self.connection, self._tables.values())

    def find_keys(self) -> tuple[ForeignKeyFact, ...]:
        """Every foreign key that begins or ends at one of the tables."""
        return foreign_keys(self.connection, self._tables.values())

    def has_triggers(self, table: SyncedTable) -> bool:
        """A trigger is there that does not record changes, or may be: none is shown without a privilege."""
        bodies = self.bodies[table.name]
        return not bodies or any(not records(table, body) for body in bodies)

    def spoken(self, table: str) -> str:
        """A table's quoted name without its quotes."""
        return table.strip("`").replace("``", "`")

    def refusal(self, error: BaseException) -> Refusal | None:
        """What an exception of the driver says about a row."""
        code = error.args[0] if error.args else None
        if code not in ROW_ERRORS:
            return None
        reason = str(error.args[1]).partition(" at row ")[0] if len(error.args) > 1 else str(error)
        return Refusal(reason, code in KEY_ERRORS)

    def unfit_rows(self, table: SyncedTable, rows: Values) -> list[tuple[Row, str]]:
        """The rows that would not come out as they went in."""
        return unfit_rows(table, self.loader.types[table.name], rows)

    # Straight into an empty table.

    def take(self, table: SyncedTable, rows: Values) -> None:
        """Insert rows into the base table, where they can go straight in, else into a stage."""
        if self._goes_straight(table):
            done = self.attempt(partial(self._insert_straight, table, rows))
            if done is not None:
                self.written(table, done)
                return
            # Somebody has inserted one of them by now, or one is to be set aside: what comes from here on is staged.
            self._straight[table.name] = False
        super().take(table, rows)

    def _goes_straight(self, table: SyncedTable) -> bool:
        if self.trying_again:
            return False
        if table.name not in self._straight:
            alone = (table,) in self.task.delivery.groups and table.name not in table.parents
            self._straight[table.name] = (
                alone
                and self.task.is_first
                and not self.task.retries
                and self._is_ours_alone(table)
                and straight.is_empty(self.connection, table)
            )
            if self._straight[table.name]:
                self._untracked.append(table)
        return self._straight[table.name]

    def _insert_straight(self, table: SyncedTable, rows: Values) -> int:
        with self._unrecorded([table]):
            self.loader.insert(quoted(table.name), table, table.columns, rows, first=None)
        return len(rows)

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Track what went straight in; lock, judge, write and track what is staged."""
        for table in group:
            self.flush(table)
        for table in self._untracked:
            facts = (self.writer, self.stamp)
            if self.attempt(partial(straight.track_all, self.connection, table, facts)) is None:
                straight.track_others(self.connection, table, facts)
            self._straight[table.name] = False
        self._untracked = []
        super().end_upserts(group)

    # Stages.

    def make_stage(self, number: int, table: SyncedTable, *, keys_only: bool) -> Stage:
        """Make a temporary table."""
        return MariadbStage(self.loader, number, table, keys_only=keys_only, guids=self._cased_guids(table))

    def load(self, stage: Stage, rows: Values) -> None:
        """Insert rows into a stage."""
        assert isinstance(stage, MariadbStage)
        stage.load(rows)

    def _cased_guids(self, table: SyncedTable) -> tuple[str, ...]:
        """Key columns whose ids, which travel without their case, are here in upper or lower case as they were put."""
        types = self.loader.types[table.name]
        return tuple(
            column.name
            for column in table.columns
            if column.key and column.type.kind is Kind.UUID and types[column.name].is_cased
        )

    def judge(self, stage: Stage) -> None:
        """Decide the conflicts of a stage, but for keys that only compare equal to one that is here."""
        loose = tuple(
            column.name
            for column in stage.table.columns
            if column.key
            and column.type.kind in TEXTUAL
            and not self.loader.types[stage.table.name][column.name].is_exact
        )
        if loose and stage.to_update is not None:
            assert isinstance(stage, MariadbStage)
            numbers = stage.misspelt(loose)
            if stage.keys_only:
                stage.remove(numbers)
            else:
                self.set_aside(stage, numbers, DIFFERS_IN_SPELLING)
        super().judge(stage)

    def numbered(self, select: str, source: str, parameters: tuple[Any, ...]) -> Iterator[list[Row]]:
        """Some columns behind the number of each row of `source`, page by page: one connection has one result."""
        sql = f"SELECT s.dms_n, {select} FROM {source} AND s.dms_n > %s ORDER BY s.dms_n LIMIT {BATCH_ROWS}"
        last = -1
        while rows := self.connection.rows(sql, (*parameters, last)):
            last = rows[-1][0]
            yield rows

    def track_keys(
        self, table: SyncedTable, keys: str, parameters: Row = (), *, tombstone: int, nobodys: bool = False
    ) -> None:
        """Write the tracking rows of the keys that a query gives."""
        facts = (None if nobodys else self.writer, self.stamp)
        staging.track(self.connection, table, keys, facts, tombstone=tombstone, parameters=parameters)

    def beyond(self, table: SyncedTable, spared: Bookmark | None) -> Iterator[Values]:
        """The keys of the rows that this apply has not written, copied first: it deletes while it reads."""
        condition, parameters = ("FALSE", ()) if spared is None else changed_after(spared, table)
        self.connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {_BEYOND}")
        self.connection.execute(
            f"CREATE TEMPORARY TABLE {_BEYOND} (dms_n bigint NOT NULL AUTO_INCREMENT PRIMARY KEY) ENGINE = InnoDB"
            f" SELECT {STYLE.names(table.key, 'b.')} FROM {quoted(table.name)} b LEFT JOIN {quoted(table.tracking)} t"
            f" ON {STYLE.equal(table.key, 'b', 't')} WHERE NOT (t.`timestamp` <=> %s)"
            f" AND ({condition} AND t.`update_scope_id` IS NULL) IS NOT TRUE",
            (self.stamp, *parameters),
        )
        keys = ", ".join(canonical(column, "b") for column in table.columns if column.key)
        sql = f"SELECT dms_n, {keys} FROM {_BEYOND} b WHERE dms_n > %s ORDER BY dms_n LIMIT {BATCH_ROWS}"
        last = 0
        while rows := self.connection.rows(sql, (last,)):
            last = rows[-1][0]
            yield [tuple(row[1:]) for row in rows]
        self.connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {_BEYOND}")

    # Writing.

    def write(self, parts: list[tuple[Stage, Range | None]], *, settled: bool) -> int:
        """Write staged rows; how many were inserted by somebody else after they were locked."""
        if not self._are_entangled([stage for stage, _ in parts]):
            with self._unrecorded(stage.table for stage, _ in parts):
                return staging.write(self.connection, parts, settled=settled)
        with self._unchecked(), self._unrecorded(stage.table for stage, _ in parts):
            missing = staging.write(self.connection, parts, settled=settled)
        for stage, within in parts:
            names = {column.name for column in stage.columns}
            for key in self.keys:
                if key.child == stage.base and names.issuperset(key.columns):
                    staging.lock_parents(self.connection, stage, key, within)
        return missing

    def write_alone(self, stage: Stage, within: Range) -> int:
        """Without a look at keys."""
        with self._unchecked():
            return staging.write(self.connection, [(stage, within)], settled=True)

    def _are_entangled(self, stages: list[Stage]) -> bool:
        """Their rows may refer to rows that are written with them; no key leads to anything but primary keys."""
        keys = {stage.base: set(stage.table.key) for stage in stages}
        leading = [key for key in self.keys if key.parent in keys]
        return any(key.child in keys for key in leading) and all(
            set(key.parent_columns) <= keys[key.parent] for key in leading
        )

    @contextmanager
    def _unchecked(self) -> Iterator[None]:
        self.connection.execute("SET SESSION foreign_key_checks = 0")
        try:
            yield
        finally:
            self.connection.execute("SET SESSION foreign_key_checks = 1")

    @contextmanager
    def _unrecorded(self, tables: Iterable[SyncedTable]) -> Iterator[None]:
        """A block in which the triggers of these tables do nothing, if all of them can be told so."""
        if not all(self._is_ours_alone(table) for table in tables):
            yield
            return
        self.connection.execute(f"SET {APPLYING} = 1")
        try:
            yield
        finally:
            self.connection.execute(f"SET {APPLYING} = NULL")

    def _is_ours_alone(self, table: SyncedTable) -> bool:
        """Each trigger is an extended one, and records into the tracking table that this apply writes."""
        bodies = self.bodies[table.name]
        return bool(bodies) and all(APPLYING in body and records(table, body) for body in bodies)

    def remove(self, parts: list[tuple[Stage, Range | None]]) -> int:
        """Delete the base rows of staged keys, and track what they took along."""
        victims = [found for stage, within in parts for found in self._victims(stage, within)]
        let_go = []
        for stage, within in parts:
            for key in self._between(stage, [other for other, _ in parts]):
                staging.let_go(self.connection, stage, key, within)
                let_go.append(key)
        holding = [key for key in self.keys if key not in let_go and key.child != key.parent]
        ordered = _children_first(parts, holding)
        with self._unrecorded(stage.table for stage, _ in parts):
            gone = sum(staging.delete(self.connection, stage, within) for stage, within in ordered)
        for stage, cascades in victims:
            keys = stage.keys_gone if cascades else stage.keys_there
            self.track_keys(stage.table, keys, tombstone=int(cascades), nobodys=True)
        self._give_back([stage for stage, _ in victims])
        return gone

    def _between(self, stage: Stage, stages: list[Stage]) -> list[ForeignKeyFact]:
        """The keys from a table to those whose rows go with its own, if they refuse and can be let go."""
        if not any(other.table.name in stage.table.parents for other in stages):
            return []
        bases = {other.base for other in stages}
        _, nullable = uniques(self.connection, stage.table)
        return [
            key
            for key in self.keys
            if key.child == stage.base and key.parent in bases and not key.acts and nullable.issuperset(key.columns)
        ]

    def _victims(self, stage: Stage, within: Range | None) -> Iterator[tuple[MariadbStage, bool]]:
        """The rows that a key takes along (True) or sets to NULL, before it does."""
        limits, parameters = ("", ()) if within is None else (" WHERE s.dms_n >= %s AND s.dms_n < %s", within)
        for path in paths(stage.table.name, self.edges):
            victim = self._tables[path[-1].child]
            found = self._new_stage(victim, keys_only=True)
            assert isinstance(found, MariadbStage)
            found.load_from(
                f"SELECT DISTINCT {STYLE.names(victim.key, 'v.')} FROM {stage.name} s JOIN {stage.base} b"
                f" ON {stage.on_base} {joined(path, quoted, STYLE)}{limits}",
                parameters,
            )
            yield found, path[-1].cascades

    def parking_places(self, table: SyncedTable) -> tuple[ParkingPlace, ...]:
        """Columns that can make room for unique values."""
        return parking_places(table, *uniques(self.connection, table))
