"""The contract of a provider in a sync: scope rows, clients, marks, selecting, applying.

`PROVIDER.changes()` gives an object with these functions; the module `changes` of its folder gathers them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dms_pipeline.sync.handlers import Handlers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.recording import Recorders
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark, Cut
    from dms_pipeline.sync.changes import RowBatch, SyncedTable
    from dms_pipeline.sync.conflict import Conflict
    from dms_pipeline.sync.peers import Delivery
    from dms_pipeline.sync.result import ClockBehind, FailedRow, Recovered, TableCounts

ZERO_ID = "00000000-0000-0000-0000-000000000000"  # who wrote a row that a client got from its server


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What an apply needs besides the rows.

    Attributes:
        delivery: the rows, the tables, the options.
        on_server: this side is the server.
        writer: whom the tracking rows name: the client's id on a server, the zero id on a client.
        seen: what the sender knew of this side; rows changed after it by anybody but `writer` are conflicts. None:
            the sender knew nothing.
        is_first: the sender and this side have never met, so a row that is here without a record is a conflict too.
        met: of a new client that has sent rows in a session that was lost, this side as it was before. What was deleted
            since may have been theirs; what was deleted before is nothing that a new client could contradict.
        retries: rows kept aside earlier, to be tried again if the error policy says so.
        handlers: what the application decides by itself.
        sent: on a client with a handler of conflicts, the state of what this session has sent. `seen` is then the last
            session's, so that what the server decided is put to the handler; None elsewhere.
        replaces: every row of the tables that download comes, and what is here beyond them goes (`replacing`).
        journal: is told of conflicts as they are decided, a list at a time, inside the transaction.
    """

    delivery: Delivery
    on_server: bool
    writer: str
    seen: Bookmark | None
    is_first: bool
    journal: Callable[[list[Conflict]], None]
    retries: tuple[FailedRow, ...] = ()
    handlers: Handlers = field(default_factory=Handlers)
    sent: Bookmark | None = None
    replaces: bool = False
    met: Bookmark | None = None

    def deletes_after(self, table: SyncedTable) -> Bookmark | None:
        """The deletes that a sender who has never met this side can contradict; None: no delete."""
        return self.seen_of(table) or self.met

    def seen_of(self, table: SyncedTable) -> Bookmark | None:
        """What the sender knew of a table: nothing, where this client's changes are never sent."""
        return self.seen if self.on_server or table.direction.uploads else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What an apply did, before it is committed; `stamp` is the timestamp that its tracking rows carry.

    `failed` are rows that were tried and refused, `left` rows that stay kept aside untried.
    """

    counts: Mapping[TableName, TableCounts]
    failed: tuple[FailedRow, ...]
    stamp: int
    left: tuple[FailedRow, ...] = ()


class Changes(Protocol):
    """How rows are read and written in one kind of database."""

    def begin_snapshot(self, connection: Connection, tables: tuple[SyncedTable, ...]) -> None:
        """Begin a transaction that sees one state of all these tables until it ends, and writes nothing.

        If it fails, none is open; the same goes for `begin_write`.
        """
        ...

    def begin_write(self, connection: Connection) -> None:
        """Begin the transaction of an apply."""
        ...

    def check_writable(self, connection: Connection) -> None:
        """Refuse a database that a session could not write to, before it has done anything.

        Raises:
            ReadOnly: with the reason.
        """
        ...

    def read_scope(self, connection: Connection, scope_table: str, name: str) -> ScopeInfo | None:
        """The row of a scope, None if it (or the table) is not there."""
        ...

    def read_last_cleanup(self, connection: Connection, scope_table: str, name: str) -> int | None:
        """Up to where the tracking rows of a stored scope were cleaned up, in its unit; None if never."""
        ...

    def has_table(self, connection: Connection, name: str) -> bool:
        """A table of exactly that name exists where our own tables and the scope tables are."""
        ...

    def read_scopes(self, connection: Connection, scope_table: str) -> tuple[ScopeInfo, ...]:
        """All rows of the scope table, by name; none if the table is not there."""
        ...

    def save_scope(self, connection: Connection, scope_table: str, scope: ScopeInfo) -> None:
        """Insert or update the row of a scope, all columns of it, by name."""
        ...

    def delete_scope(self, connection: Connection, scope_table: str, name: str) -> None:
        """Delete the row of a scope, if there is one; rows of its clients stay."""
        ...

    def read_clients(self, connection: Connection, client_table: str) -> tuple[ScopeInfoClient, ...]:
        """All client rows, in the order of their scope, hash and id; none if the table is not there."""
        ...

    def save_client(self, connection: Connection, client_table: str, client: ScopeInfoClient) -> None:
        """Insert or update one client row, by id, scope and hash."""
        ...

    def rename_client(self, connection: Connection, client_table: str, client: ScopeInfoClient, identity: str) -> None:
        """Give the row of a client, by scope and hash, another id."""
        ...

    def columns(self, connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, frozenset[str]]:
        """The names of all columns that these tables have here, by one question; none for a table that is not there."""
        ...

    def take_bookmark(self, connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
        """The state of these tables as it is now, before a snapshot begins, under a reading of the clock.

        `states` are earlier ones to begin with, the likeliest first; asking for one may cost a question.
        """
        ...

    def complete_bookmark(
        self,
        connection: Connection,
        bookmark: Bookmark,
        tables: tuple[SyncedTable, ...],
        store: Callable[[Connection, Bookmark], None] | None,
    ) -> Bookmark:
        """The bookmark again, as the snapshot of these tables that has begun since; called inside it, first.

        Where it is another one, it is given to `store`, with a connection that can write; without `store`, it has not
        been stored yet, by a transaction between the two. The snapshot may be begun anew.
        """
        ...

    def detached(
        self, connection: Connection, batches: Iterator[RowBatch]
    ) -> AbstractContextManager[Iterator[RowBatch]]:
        """Selected batches for a block, so that nobody has to wait while they travel; called inside the snapshot."""
        ...

    def recall_bookmark(self, connection: Connection, bookmark: Bookmark) -> Bookmark | None:
        """A bookmark that was stored, fit to be asked for now; None if it says nothing here."""
        ...

    def earliest(self, bookmarks: Sequence[Bookmark]) -> Bookmark:
        """One bookmark before all of these, recalled ones with a state: what is outside one of them is outside it."""
        ...

    def delete_tracking(self, connection: Connection, table: SyncedTable, limit: int, after: Bookmark) -> int:
        """Delete the tracking rows stamped `limit` or before that were not changed after a bookmark; how many.

        Rows that somebody is writing to may stay. The caller begins, with `begin_write`, and ends.
        """
        ...

    def narrow_bookmark(self, connection: Connection, bookmark: Bookmark) -> Bookmark:
        """The bookmark with what the database has to look through made less, for selections of this snapshot alone."""
        ...

    def encodings(self, connection: Connection, tables: tuple[SyncedTable, ...]) -> Mapping[TableName, tuple[str, ...]]:
        """The encodings of each table, best first."""
        ...

    def changed_tables(
        self, connection: Connection, tables: tuple[SyncedTable, ...], cut: Cut
    ) -> tuple[SyncedTable, ...]:
        """Those of the tables that a selection would find anything in, by one question; all, for a new client."""
        ...

    def select_upserts(self, connection: Connection, table: SyncedTable, cut: Cut, encoding: str) -> Iterator[RowBatch]:
        """Rows that were inserted or updated, in key order; inside a snapshot."""
        ...

    def select_deletes(self, connection: Connection, table: SyncedTable, cut: Cut) -> Iterator[RowBatch]:
        """Keys that were deleted, in key order; inside a snapshot."""
        ...

    def count_changes(self, connection: Connection, table: SyncedTable, cut: Cut) -> int:
        """How many rows and deletes a selection would hold."""
        ...

    def apply(self, connection: Connection, task: Task) -> Outcome:
        """Write a delivery inside a transaction that the caller began and ends.

        Raises:
            RowsRefused: the caller rolls back and repeats the phase.
        """
        ...

    def lock_numbers(self, connection: Connection) -> None:
        """From here to the end of the transaction nobody else numbers rows of our own tables (greatest and one more).

        Called late in an apply, so that one does not wait for the whole of another.
        """
        ...

    def lock_client(self, connection: Connection, client: ScopeInfoClient) -> None:
        """From here to the end of the transaction nobody else of us writes the row of a client, there or not."""
        ...

    def claim(self, connection: Connection, table: SyncedTable) -> None:
        """Record every row as a change of this side, whoever wrote it; stamps stay. The caller begins and ends."""
        ...

    def claim_untracked(self, connection: Connection, table: SyncedTable) -> int:
        """Record every row that has no tracking row as a change of this side that is made now; how many there were.

        The caller begins, with `begin_write`, and ends.
        """
        ...

    def postpone(self, connection: Connection, table: SyncedTable, cut: Cut) -> None:
        """Have changes count as made now, so that the next selection finds them. The caller begins and ends."""
        ...

    def clock_behind(self, connection: Connection, tables: tuple[SyncedTable, ...]) -> ClockBehind | None:
        """The clock and the latest stamp of these tables, where that is more than a second ahead."""
        ...

    def recorders(self, connection: Connection, tables: Iterable[TableName]) -> Mapping[TableName, Recorders]:
        """What records the changes of each of these tables now (`providers.recording`), there or not."""
        ...

    def hold_recorders(self, connection: Connection, tables: Iterable[TableName]) -> None:
        """From here to the end of the transaction nobody else makes, drops or switches triggers of these tables."""
        ...

    def seal_recorders(self, connection: Connection, sound: frozenset[TableName]) -> None:
        """Have `recorders` tell the triggers that are there from any that are made later; inside a transaction.

        Of a table that is not among the `sound` ones, and not as noted, the note stays another than what it shows.
        """
        ...

    def suspects(
        self, connection: Connection, tables: tuple[SyncedTable, ...], notes: Mapping[TableName, Recorders]
    ) -> tuple[SyncedTable, ...]:
        """Those of the tables of which changes may have gone unrecorded, and those of which nothing is noted."""
        ...

    def recover(
        self, connection: Connection, table: SyncedTable, before: Recorders | None
    ) -> tuple[Recorders, Recovered | None]:
        """Record as changes that are made now what may have been written unseen since `before` was noted.

        What is to be noted, and what was recorded; None where nothing can have been missed. The caller begins, with
        `begin_write`, seals, notes and ends.
        """
        ...

    def fill(
        self, connection: Connection, tables: tuple[SyncedTable, ...], batches: Iterable[RowBatch], changed: Cut
    ) -> None:
        """Update columns of rows that are there, our triggers off, inside a transaction that the caller ends.

        The tables hold the key and the columns to fill. A row in `changed` takes a value only where it has none.

        Raises:
            SyncFailed: a value cannot be kept exactly.
        """
        ...

    def commit(self, connection: Connection, task: Task, stamp: int) -> None:
        """Commit what `apply` and the caller wrote.

        Raises:
            RowsRefused: the database refuses deferred keys; everything was rolled back, the rows to blame are named.
        """
        ...
