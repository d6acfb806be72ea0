"""The part of an apply that every database shares: the order of things. How rows are written is the subclass's.

1. Rows that were kept aside earlier and have been changed here since are given up: both sides know something newer.
   Under a policy that only continues, the others are left as they are, unless a newer version of one comes.
2. Groups of tables, parents first: the upserts of the delivery, then those that were kept aside earlier.
3. Groups in reverse: the deletes.
4. Rows that a handler made this side's own (`deciding`), as nobody's change.
5. Rows that failed are tried again, pass after pass, while any pass gets one in: a unique value may have been freed by
   a delete, a parent may have come after its child.
6. Rows that hold each other's unique values let go of them first (`parking`). If one of them stays out all the same,
   all of it is undone and done again without that one, `MAX_PARKED` rows long.
7. What still fails ends the apply or is handed back, to be kept aside: the error policy says which, or a handler.

A row that an earlier attempt of the phase found unacceptable (`held`) is set aside as it comes, once it is judged: when
it goes in at last, nobody judges it by what its sender had seen when it wrote it. A row that was kept
aside on a server is tracked as nobody's when it goes in: its sender may hold another version by now, and gets it back.
So is one of a client that begins anew: its server may not have the row any more, and gets it with the next session.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.changes import Outcome
from dms_pipeline.providers.deciding import Deciding
from dms_pipeline.providers.rows import Peekable, folded, is_same
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import CANONICAL, ChangeKind
from dms_pipeline.sync.conflict import ErrorPolicy
from dms_pipeline.sync.handlers import ErrorArgs
from dms_pipeline.sync.result import FailedRow, TableCounts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable, Values

KEPT_OUT = "a trigger of an application keeps the row out, without an error"
KEPT_IN = "a trigger of an application keeps the row from being deleted, without an error"
MAX_FAILED = 10_000  # rows kept aside in one apply; beyond it something else is wrong, and it is said at once
# Rows parked in one apply, over all turns. A chain of rows that wait for each other loses one row a turn, so without an
# end its cost would be the square of its length: 400 rows took ten minutes on PostgreSQL.
MAX_PARKED = 2_000


class Application(Deciding):
    """One apply, inside a transaction that the caller began."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task)
        self.stamp = stamp
        self.failed: list[FailedRow] = []
        self.writer: str | None = task.writer
        self.trying_again = False
        self._retries: dict[tuple[TableName, ChangeKind], list[FailedRow]] = defaultdict(list)
        self._left: list[FailedRow] = []  # kept aside earlier, and not tried again under the policy of this apply
        self._tables = {table.name: table for group in task.delivery.groups for table in group}

    def run(self) -> Outcome:
        """Do all of it."""
        stream = Peekable(self.task.delivery.batches)
        groups = self.task.delivery.groups
        self._take_retries()
        for group in groups:
            self._upserts(group, stream)
        for group in reversed(groups):
            self._deletes(group, stream)
        if (left := stream.peek()) is not None:
            raise SyncFailed(self.connection.endpoint, f"rows of {left.table} came out of order; nothing was applied")
        self.trying_again = True
        if self.own_rows:
            with self._writing_as(None):
                self._pass(self.own_rows)
        self._again()
        self.flush_journal()
        self.failed = [row for row in self.failed if self._is_kept(row)]
        if not self.task.on_server:
            self._send_instead()
        return Outcome(counts=dict(self.counts), failed=tuple(self.failed), left=tuple(self._left), stamp=self.stamp)

    def _send_instead(self) -> None:
        """Of merged rows that failed, have those that are here count as changed, so that they go up once more."""
        for row in self.failed:
            exists = self.merged.get((row.table, row.key))
            if exists is not None:
                self.record_own(self._tables[row.table], row.key, exists=exists)

    def _is_kept(self, row: FailedRow) -> bool:
        """Whether a row that cannot be applied is kept aside; counted either way.

        Raises:
            SyncFailed: it ends the sync.
        """
        resolution = self._resolution(row)
        counts = self.counts[row.table]
        if resolution is ErrorPolicy.RESOLVED:
            counts.rows += row.kind is ChangeKind.UPSERT
            counts.deletes += row.kind is ChangeKind.DELETE
            return False
        if resolution.throws:
            raise SyncFailed(
                self.connection.endpoint,
                f"{row.table} {row.key}: {row.reason}; nothing was applied",
                hint='error_resolution_policy = "retry-on-next-sync" keeps such rows aside and applies the others',
            )
        counts.failed += 1
        return True

    def _resolution(self, row: FailedRow) -> ErrorPolicy:
        policy = self.task.delivery.options.error_policy
        if self.task.handlers.on_error is None:
            return policy
        table = self._tables[row.table]
        names = table.key if row.kind is ChangeKind.DELETE else table.names
        args = ErrorArgs(
            table=row.table,
            on_server=self.task.on_server,
            kind=row.kind,
            row=dict(zip(names, row.row, strict=True)),
            reason=row.reason,
            resolution=policy,
        )
        self.task.handlers.on_error(args)
        return ErrorPolicy(args.resolution)

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
        """Take some keys to delete, now or at `end_deletes`."""

    @abstractmethod
    def end_deletes(self, group: tuple[SyncedTable, ...]) -> None:
        """All keys of these tables have come: delete what is not deleted yet."""

    @abstractmethod
    def judged_aside(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        """Of rows that are to be set aside, those that would be written: they meet no conflict, or win it."""

    @abstractmethod
    def parking_places(self, table: SyncedTable) -> tuple[ParkingPlace, ...]:
        """Columns that can make room for unique values, one for each unique constraint."""

    @abstractmethod
    def park(self, table: SyncedTable, key: Row, values: dict[str, Any]) -> bool:
        """Overwrite some values of a row and track it as the writer's; False, and nothing done, if that fails."""

    # What subclasses share.

    def fail(self, table: SyncedTable, kind: ChangeKind, row: Row, reason: str) -> None:
        """Set a row aside."""
        key = row if kind is ChangeKind.DELETE else table.key_of(row)
        self.failed.append(FailedRow(table=table.name, kind=kind, key=key, row=row, reason=reason))
        if len(self.failed) > MAX_FAILED:
            raise SyncFailed(
                self.connection.endpoint,
                f"more than {MAX_FAILED:,} rows cannot be applied, the last of {table.name}: {reason};"
                " nothing was applied",
            )

    def written(self, table: SyncedTable, rows: int) -> None:
        """Count rows that were upserted."""
        counts = self.counts[table.name]
        counts.rows += rows
        self.task.delivery.progress(table.name, counts.rows)

    def _take_retries(self) -> None:
        for row in self.task.retries:
            table = self._tables[row.table]
            found = self.changed_since(table, row.key, row.kept_since or Bookmark(0))
            if found is not None:
                self._give_up(table, row, found[0])
            elif self.task.delivery.options.error_policy.tries_kept_rows:
                self._retries[row.table, row.kind].append(row)
                if row.kind is ChangeKind.UPSERT:
                    self.kept_before[row.table, folded(table, row.key)] = row.row
            else:
                self._left.append(row)

    def _give_up(self, table: SyncedTable, row: FailedRow, existing: Row | None) -> None:
        """Journal a row kept aside that lost against what was written here since, whatever the policy."""
        incoming = None if row.kind is ChangeKind.DELETE else row.row
        on_server = self.task.on_server
        if not is_same(table, incoming, existing):
            kept, rule = ("server", "server-wins") if on_server else ("client", "client-wins")
            self.remember(table, row.key, incoming, existing, kept, rule)

    def _upserts(self, group: tuple[SyncedTable, ...], stream: Peekable) -> None:
        tables = {table.name: table for table in group}
        came = False
        while (batch := stream.peek()) is not None and batch.kind is ChangeKind.UPSERT and batch.table in tables:
            stream.take()
            came = True
            table = tables[batch.table]
            if batch.encoding != CANONICAL:
                self.upsert_native(table, batch)
                continue
            self._supersede(table, ChangeKind.UPSERT, batch.rows)
            rows = self._without_held(table, ChangeKind.UPSERT, batch.rows)
            if rows:
                self.upsert(table, rows)
        if came:
            self.end_upserts(group)
        with self._writing_as(self._writer_of_kept):
            if self._all_of(group, ChangeKind.UPSERT, self._waiting(), self.upsert):
                self.end_upserts(group)

    def _deletes(self, group: tuple[SyncedTable, ...], stream: Peekable) -> None:
        tables = {table.name: table for table in group}
        came = False
        while (batch := stream.peek()) is not None and batch.kind is ChangeKind.DELETE and batch.table in tables:
            stream.take()
            came = True
            table = tables[batch.table]
            self._supersede(table, ChangeKind.DELETE, batch.rows)
            keys = self._without_held(table, ChangeKind.DELETE, batch.rows)
            if keys:
                self.delete(table, keys)
        if came:
            self.end_deletes(group)
        with self._writing_as(self._writer_of_kept):
            if self._all_of(group, ChangeKind.DELETE, self._waiting(), self.delete):
                self.end_deletes(group)

    def _waiting(self) -> dict[tuple[TableName, ChangeKind], Values]:
        return {which: [row.row for row in rows] for which, rows in self._retries.items()}

    @contextmanager
    def _writing_as(self, writer: str | None) -> Iterator[None]:
        """What is written inside is tracked as somebody's change, or as nobody's."""
        self.writer = writer
        try:
            yield
        finally:
            self.writer = self.task.writer

    @property
    def _writer_of_kept(self) -> str | None:
        return None if self.task.on_server or self.task.is_first else self.task.writer

    def _supersede(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> None:
        """A row kept aside is forgotten when a newer version of it has come, whatever kind of change that is."""
        # Of what failed in this apply, only a row kept aside can be met again, and then by a delete.
        if not self._retries and not self._left and not (self.failed and kind is ChangeKind.DELETE):
            return
        keys = {folded(table, key) for key in (rows if kind is ChangeKind.DELETE else table.keys_of(rows))}
        for each in ChangeKind:
            if kept := self._retries.get((table.name, each)):
                self._retries[table.name, each] = [row for row in kept if folded(table, row.key) not in keys]

        def without_them(kept: list[FailedRow]) -> list[FailedRow]:
            return [row for row in kept if row.table != table.name or folded(table, row.key) not in keys]

        self.failed, self._left = without_them(self.failed), without_them(self._left)

    def _without_held(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        held = self.task.delivery.held.get(table.name)
        if not held:
            return rows
        passed: Values = []
        aside: Values = []
        keys = rows if kind is ChangeKind.DELETE else table.keys_of(rows)
        for row, key in zip(rows, keys, strict=True):
            (aside if folded(table, key) in held else passed).append(row)
        for row in self.judged_aside(table, kind, aside) if aside else ():
            key = row if kind is ChangeKind.DELETE else table.key_of(row)
            self.fail(table, kind, row, held[folded(table, key)])
        return passed

    def _again(self) -> None:
        self._passes()
        stuck = [row for row in self.failed if row.kind is ChangeKind.UPSERT]
        parkings = 0
        self.holding = True
        while stuck and parkings < MAX_PARKED:
            parkings += len(stuck)
            failed, counts = self.failed, {name: replace(count) for name, count in self.counts.items()}
            decisions = self.decisions()
            self.connection.execute("SAVEPOINT dms_park")
            parked = self._park(stuck)
            if parked:
                self._passes()
            left = {(row.table, row.key) for row in self.failed}
            undo = any((row.table, row.key) in left for row in parked)
            if undo:
                self.connection.execute("ROLLBACK TO SAVEPOINT dms_park")
                self.failed, self.counts = failed, defaultdict(TableCounts, counts)
                self.take_back(decisions)
            self.connection.execute("RELEASE SAVEPOINT dms_park")
            stuck = [row for row in parked if (row.table, row.key) not in left] if undo else []
        self.holding = False

    def _park(self, rows: list[FailedRow]) -> list[FailedRow]:
        parked = []
        for number, row in enumerate(rows):
            table = self._tables[row.table]
            values = {place.column.name: place.value(number) for place in self.parking_places(table)}
            if values and self.park(table, row.key, values):
                parked.append(row)
        return parked

    def _passes(self) -> None:
        kept = {(row.table, row.kind, row.key) for rows in self._retries.values() for row in rows}
        own = {
            (name, kind, row if kind is ChangeKind.DELETE else self._tables[name].key_of(row))
            for (name, kind), rows in self.own_rows.items()
            for row in rows
        }
        progress = True
        while progress and self.failed:
            waiting, self.failed = self.failed, []
            parts: dict[str | None, dict[tuple[TableName, ChangeKind], Values]] = {}
            for row in waiting:
                which = (row.table, row.kind, row.key)
                writer = None if which in own else self._writer_of_kept if which in kept else self.task.writer
                parts.setdefault(writer, defaultdict(list))[row.table, row.kind].append(row.row)
            for writer, rows in parts.items():
                with self._writing_as(writer):
                    self._pass(rows)
            progress = len(self.failed) < len(waiting)

    def _pass(self, waiting: Mapping[tuple[TableName, ChangeKind], Values]) -> None:
        groups = self.task.delivery.groups
        for group in groups:
            if self._all_of(group, ChangeKind.UPSERT, waiting, self.upsert):
                self.end_upserts(group)
        for group in reversed(groups):
            if self._all_of(group, ChangeKind.DELETE, waiting, self.delete):
                self.end_deletes(group)

    def _all_of(
        self,
        group: tuple[SyncedTable, ...],
        kind: ChangeKind,
        waiting: Mapping[tuple[TableName, ChangeKind], Values],
        action: Callable[[SyncedTable, Values], None],
    ) -> bool:
        """Give the waiting rows of a group to an action; False if there are none."""
        came = False
        for table in group if kind is ChangeKind.UPSERT else reversed(group):
            if rows := self._without_held(table, kind, waiting.get((table.name, kind), [])):
                came = True
                action(table, rows)
        return came
