"""The part of an apply that every database shares: the order of things. How rows are written is the subclass's.

1. Groups of tables, parents first: the upserts of the delivery, then those that were kept aside earlier.
2. Groups in reverse: the deletes.
3. Rows that failed are tried again, pass after pass, while any pass gets one in: a unique value may have been freed by
   a delete, a parent may have come after its child.
4. What still fails is handed back, to be kept aside.

A row that an earlier attempt of the phase found unacceptable (`held`) is set aside as it comes.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.changes import Outcome
from dms_pipeline.schema.types import Kind
from dms_pipeline.sync.changes import CANONICAL, ChangeKind, row_to_text
from dms_pipeline.sync.conflict import ErrorPolicy, conflict, incoming_wins
from dms_pipeline.sync.result import FailedRow, TableCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable, Values
    from dms_pipeline.sync.conflict import Conflict

MAX_FAILED = 10_000  # rows kept aside in one apply; beyond it something else is wrong, and it is said at once
JOURNAL_ROWS = 500


class Application(ABC):
    """One apply, inside a transaction that the caller began."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        self.connection = connection
        self.task = task
        self.stamp = stamp
        self.counts: dict[TableName, TableCounts] = defaultdict(TableCounts)
        self.failed: list[FailedRow] = []
        self._conflicts: list[Conflict] = []
        self._retries: dict[tuple[TableName, ChangeKind], list[FailedRow]] = defaultdict(list)
        for row in task.retries:
            self._retries[row.table, row.kind].append(row)

    def run(self) -> Outcome:
        """Do all of it."""
        stream = _Peekable(self.task.delivery.batches)
        groups = self.task.delivery.groups
        for group in groups:
            self._upserts(group, stream)
        for group in reversed(groups):
            self._deletes(group, stream)
        if (left := stream.peek()) is not None:
            raise SyncFailed(self.connection.endpoint, f"rows of {left.table} came out of order; nothing was applied")
        self._again()
        self._flush_journal()
        for row in self.failed:
            self.counts[row.table].failed += 1
        if self.failed and self.task.delivery.options.error_policy is ErrorPolicy.THROW:
            first = self.failed[0]
            raise SyncFailed(
                self.connection.endpoint,
                f"{first.table} {first.key}: {first.reason}; nothing was applied",
                hint='error_resolution_policy = "retry-on-next-sync" keeps such rows aside and applies the others',
            )
        return Outcome(counts=dict(self.counts), failed=tuple(self.failed), stamp=self.stamp)

    # What a database does its own way.

    @abstractmethod
    def upsert(self, table: SyncedTable, rows: Values) -> None:
        """Take some rows to write, now or at `end_upserts`."""

    def upsert_native(self, table: SyncedTable, batch: RowBatch) -> None:
        """Take a driver's stream of a whole table; only where `encodings` offered one."""
        raise NotImplementedError(batch.encoding)

    @abstractmethod
    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """All rows of these tables have come: write what is not written yet."""

    @abstractmethod
    def delete(self, table: SyncedTable, keys: Values) -> None:
        """Delete rows by key."""

    @abstractmethod
    def try_one(self, table: SyncedTable, row: FailedRow) -> str | None:
        """Write one row that failed before; the reason if it fails again. Nothing of a failure may remain."""

    # What subclasses share.

    def fail(self, table: SyncedTable, kind: ChangeKind, row: Row, reason: str) -> None:
        """Set a row aside."""
        key = row if kind is ChangeKind.DELETE else tuple(row[place] for place in table.key_places)
        self.failed.append(FailedRow(table=table.name, kind=kind, key=key, row=row, reason=reason))
        if len(self.failed) > MAX_FAILED:
            raise SyncFailed(
                self.connection.endpoint,
                f"more than {MAX_FAILED:,} rows cannot be applied, the last of {table.name}: {reason};"
                " nothing was applied",
            )

    def decide(self, table: SyncedTable, key: Row, incoming: Row | None, existing: Row | None) -> bool:
        """A row that both sides changed: whether the incoming one is written. The loser goes to the journal.

        Rows that are equal, or deleted on both sides, are no conflict.
        """
        if incoming is None and existing is None:
            return False
        if incoming is not None and existing is not None and same_row(table, incoming, existing):
            return True
        names = table.names
        self._conflicts.append(
            conflict(
                on_server=self.task.on_server,
                policy=self.task.delivery.options.conflict_policy,
                table=table.name,
                key=row_to_text(table.key, key),
                incoming=None if incoming is None else row_to_text(names, incoming),
                existing=None if existing is None else row_to_text(names, existing),
            )
        )
        self.counts[table.name].conflicts += 1
        if len(self._conflicts) >= JOURNAL_ROWS:
            self._flush_journal()
        return incoming_wins(on_server=self.task.on_server, policy=self.task.delivery.options.conflict_policy)

    def written(self, table: SyncedTable, rows: int) -> None:
        """Count rows that were upserted."""
        counts = self.counts[table.name]
        counts.rows += rows
        self.task.delivery.progress(table.name, counts.rows)

    def _flush_journal(self) -> None:
        if self._conflicts:
            self.task.journal(self._conflicts)
            self._conflicts = []

    def _upserts(self, group: tuple[SyncedTable, ...], stream: _Peekable) -> None:
        tables = {table.name: table for table in group}
        superseded: dict[TableName, set[Row]] = defaultdict(set)
        came = False
        while (batch := stream.peek()) is not None and batch.kind is ChangeKind.UPSERT and batch.table in tables:
            stream.take()
            came = True
            table = tables[batch.table]
            if batch.encoding != CANONICAL:
                self.upsert_native(table, batch)
                continue
            rows = self._without_held(table, ChangeKind.UPSERT, batch.rows)
            if self._retries:
                superseded[table.name].update(tuple(row[place] for place in table.key_places) for row in rows)
            if rows:
                self.upsert(table, rows)
        for table in group:
            self._supersede(table, superseded[table.name])
            again = [row.row for row in self._retries.pop((table.name, ChangeKind.UPSERT), ())]
            if again := self._without_held(table, ChangeKind.UPSERT, again):
                came = True
                self.upsert(table, again)
        if came:
            self.end_upserts(group)

    def _deletes(self, group: tuple[SyncedTable, ...], stream: _Peekable) -> None:
        tables = {table.name: table for table in group}
        while (batch := stream.peek()) is not None and batch.kind is ChangeKind.DELETE and batch.table in tables:
            stream.take()
            table = tables[batch.table]
            keys = self._without_held(table, ChangeKind.DELETE, batch.rows)
            if self._retries or self.failed:
                self._supersede(table, set(keys))
            if keys:
                self.delete(table, keys)
        for table in reversed(group):
            again = [row.row for row in self._retries.pop((table.name, ChangeKind.DELETE), ())]
            if again := self._without_held(table, ChangeKind.DELETE, again):
                self.delete(table, again)

    def _supersede(self, table: SyncedTable, keys: set[Row]) -> None:
        """A row kept aside is forgotten when a newer version of it has come, whatever kind of change that is."""
        for kind in ChangeKind:
            kept = self._retries.get((table.name, kind))
            if kept and keys:
                self._retries[table.name, kind] = [row for row in kept if row.key not in keys]
        self.failed = [row for row in self.failed if row.table != table.name or row.key not in keys]

    def _without_held(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        held = self.task.delivery.held.get(table.name)
        if not held:
            return rows
        places = table.key_places
        passed: Values = []
        for row in rows:
            key = row if kind is ChangeKind.DELETE else tuple(row[place] for place in places)
            if (reason := held.get(key)) is None:
                passed.append(row)
            else:
                self.fail(table, kind, row, reason)
        return passed

    def _again(self) -> None:
        tables = {table.name: table for group in self.task.delivery.groups for table in group}
        held = self.task.delivery.held
        progress = True
        while progress and self.failed:
            waiting, self.failed = self.failed, []
            for row in waiting:
                reason = held.get(row.table, {}).get(row.key) or self.try_one(tables[row.table], row)
                if reason is not None:
                    self.failed.append(replace(row, reason=reason))
            progress = len(self.failed) < len(waiting)


class _Peekable:
    """A stream of batches with a look at the next one."""

    def __init__(self, batches: Iterable[RowBatch]) -> None:
        self._batches: Iterator[RowBatch] = iter(batches)
        self._next = next(self._batches, None)

    def peek(self) -> RowBatch | None:
        """The next batch, None at the end."""
        return self._next

    def take(self) -> None:
        """Move on."""
        self._next = None  # lets the rows go before the next ones are made
        self._next = next(self._batches, None)


def same_row(table: SyncedTable, one: Row, other: Row) -> bool:
    """Two canonical rows hold the same values, whichever databases they come from."""
    return all(
        mine == theirs or _same_value(column.type.kind, mine, theirs)
        for column, mine, theirs in zip(table.columns, one, other, strict=True)
    )


def _same_value(kind: Kind, mine: Any, theirs: Any) -> bool:
    if mine is None or theirs is None:
        return False
    if kind is Kind.UUID:
        return str(mine).upper() == str(theirs).upper()
    if kind is Kind.DECIMAL:
        try:
            return Decimal(str(mine)) == Decimal(str(theirs))
        except InvalidOperation:
            return False
    return False
