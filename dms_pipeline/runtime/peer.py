"""What both sides of a session that are databases share: a snapshot to select from, an apply, who else is at it.

What a session must find again is kept in the database: the client's row with its marks and what is behind them
(`marks`), rows that could not be applied (`dms_errors`), losers of conflicts (`dms_journal`). All of it is written in
the transaction of the rows that it is about, so that a crash cannot part them.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dms_pipeline.errors import NotProvisioned, Transient
from dms_pipeline.providers.recording import noted, record_unseen
from dms_pipeline.providers.rows import folded
from dms_pipeline.runtime.kept import KeptRows
from dms_pipeline.runtime.marks import Marks
from dms_pipeline.sync.changes import CANONICAL
from dms_pipeline.sync.handlers import Handlers
from dms_pipeline.sync.peers import Selection
from dms_pipeline.sync.result import Again, Applied

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from dms_pipeline.providers.changes import Changes, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark, Cut
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable
    from dms_pipeline.sync.peers import Groups
    from dms_pipeline.sync.result import ClockBehind, FailedRow, Recovered

TICKS_PER_SECOND = 10_000_000


def utc_now() -> datetime:
    """The wall clock, for what people read; no decision depends on it."""
    return datetime.now(UTC)


class DatabasePeer:
    """What both sides share: a connection, the scope table, and what is kept aside."""

    def __init__(
        self,
        connection: Connection,
        scope_table: str = "scope_info",
        now: Callable[[], datetime] = utc_now,
        *,
        handlers: Handlers | None = None,
    ) -> None:
        self.connection = connection
        self.handlers = handlers or Handlers()
        self.scope_table = scope_table
        self.now = now
        self.begun = now()
        self.changes: Changes = connection.provider.changes()
        self._scopes: dict[str, ScopeInfo] = {}
        self._known: Marks | None = None

    @property
    def name(self) -> str:
        """The connection's name."""
        return self.connection.endpoint

    def scope(self, scope_name: str) -> ScopeInfo:
        """The scope as stored here; read once, since a peer lives for one session."""
        if scope_name in self._scopes:
            return self._scopes[scope_name]
        scope = self.changes.read_scope(self.connection, self.scope_table, scope_name)
        if scope is None or scope.setup is None or scope.schema is None:
            raise NotProvisioned(
                self.name, f'scope "{scope_name}" is not set up here', hint="dms-pipeline apply sets it up"
            )
        self._scopes[scope_name] = scope
        return scope

    def encodings(self, groups: Groups) -> Mapping[TableName, tuple[str, ...]]:
        """The encodings of each table, best first."""
        return self.changes.encodings(self.connection, tables_of(groups))

    def recover(self, groups: Groups) -> tuple[Recovered, ...]:
        """Record what triggers may not have seen, in a transaction of its own; where all is as noted, nothing."""
        tables = tables_of(groups)
        if not self.changes.suspects(self.connection, tables, noted(self.connection)):
            return ()
        with self._writing():
            self.changes.lock_numbers(self.connection)  # of two sessions at once, the second finds it done
            return record_unseen(self.connection, tables)

    def clock_behind(self, groups: Groups) -> ClockBehind | None:
        """What the clock says, where it is behind what it has stamped: marks do not depend on it (A14)."""
        return self.changes.clock_behind(self.connection, tables_of(groups))

    def _marks(self, client: ScopeInfoClient) -> Marks:
        """The marks of a client here, with what it shows in this session; read once."""
        if self._known is None or self._known.client != client:
            self._known = Marks(self.connection, client, self.shown(client), self.now)
        return self._known

    def shown(self, client: ScopeInfoClient) -> int | None:
        """The mark of this database that a client has stored."""
        raise NotImplementedError

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction that writes from its beginning, committed behind the block."""
        self.changes.begin_write(self.connection)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.rollback()
            raise

    def _stored(self, client: ScopeInfoClient) -> ScopeInfoClient | None:
        rows = self.changes.read_clients(self.connection, self.scope_table)
        return next((row for row in rows if row.is_same(client)), None)

    def _check_marks(self, client: ScopeInfoClient, expected: ScopeInfoClient | None) -> None:
        """Notice that another session of this client was here since this one looked; inside a transaction.

        What this one has selected may be older than what that one has sent. Nobody waits for a whole session: the one
        that comes second is repeated, which is harmless.

        Raises:
            Transient: the marks have moved.
        """
        self.changes.lock_client(self.connection, client)
        if _marks_of(self._stored(client)) != _marks_of(expected):
            raise Transient(
                self.name,
                f'another sync of this client for scope "{client.scope_name}" has come in between',
                hint="run again when it has ended",
            )

    @contextmanager
    def _snapshot(  # noqa: PLR0913 - each argument is a fact of its own
        self,
        groups: Groups,
        cut: Cut,
        encodings: Mapping[TableName, str],
        wanted: Callable[[SyncedTable], bool],
        *,
        bookmark: Bookmark,
        completed: Callable[[Connection, Bookmark], None] | None = None,
        whole: frozenset[TableName] = frozenset(),
        undeleted: frozenset[TableName] = frozenset(),
        again: Again | None = None,
    ) -> Iterator[Selection]:
        tables = tables_of(groups)
        self.changes.begin_snapshot(self.connection, tables)
        try:
            complete = self.changes.complete_bookmark(self.connection, bookmark, tables, completed)
            if cut.since is not None:
                cut = replace(cut, since=self.changes.narrow_bookmark(self.connection, cut.since))
            selected = tuple(table for table in tables if wanted(table))
            # Closed before the rollback: after a failure the driver's stream is still under way.
            with (
                closing(self._batches(selected, cut, encodings, whole, undeleted)) as batches,
                self.changes.detached(self.connection, batches) as travelling,
            ):
                yield Selection(bookmark=complete, batches=travelling, again=again)
        finally:
            self.connection.rollback()

    def _batches(
        self,
        tables: tuple[SyncedTable, ...],
        cut: Cut,
        encodings: Mapping[TableName, str],
        whole: frozenset[TableName],
        undeleted: frozenset[TableName],
    ) -> Generator[RowBatch]:
        """All upserts, then all deletes; of tables in `whole` every row, of those in `undeleted` no delete."""
        changed = self.changes.changed_tables(self.connection, tables, cut)
        for table in tables:
            if table.name in whole or table in changed:
                rows = replace(cut, since=None, initial=True) if table.name in whole else cut
                encoding = encodings.get(table.name, CANONICAL)
                yield from self.changes.select_upserts(self.connection, table, rows, encoding)
        for table in reversed([table for table in changed if table.name not in undeleted]):
            yield from self.changes.select_deletes(self.connection, table, cut)

    def _apply(
        self,
        client: ScopeInfoClient,
        task: Callable[[KeptRows], Task],
        since: Bookmark,
        last: Callable[[], None] = lambda: None,
    ) -> Applied:
        """Apply in one transaction; rows kept aside from now on are older than what is changed after `since`."""
        kept = KeptRows(self.connection, client, self.now)
        self.changes.begin_write(self.connection)
        try:
            work = task(kept)
            outcome = self.changes.apply(self.connection, work)
            if outcome.failed and since != work.seen:
                since = self._marks(client).keep(since)
            error_ids = kept.replace_errors(work.delivery.groups, outcome.failed, outcome.left, since.timestamp)
            last()
        except BaseException:
            self.connection.rollback()
            raise
        self.changes.commit(self.connection, work, outcome.stamp)
        return Applied(
            tables=outcome.counts,
            conflict_ids=tuple(kept.conflict_ids),
            error_ids=error_ids,
            refused=_keys(work.delivery.groups, (*outcome.failed, *outcome.left)),
        )


def _marks_of(client: ScopeInfoClient | None) -> tuple[int | None, int | None]:
    return (None, None) if client is None else (client.last_sync_timestamp, client.last_server_sync_timestamp)


def _keys(groups: Groups, failed: Iterable[FailedRow]) -> dict[TableName, frozenset[Row]]:
    """The keys of failed rows by table, as keys compare."""
    tables = {table.name: table for table in tables_of(groups)}
    keys: dict[TableName, set[Row]] = {}
    for row in failed:
        keys.setdefault(row.table, set()).add(folded(tables[row.table], row.key))
    return {table: frozenset(found) for table, found in keys.items()}


def tables_of(groups: Groups) -> tuple[SyncedTable, ...]:
    """The tables of all groups, in their order."""
    return tuple(table for group in groups for table in group)


def after_session(
    client: ScopeInfoClient, local: Bookmark, remote: Bookmark, begun: datetime, ended: datetime
) -> ScopeInfoClient:
    """The client's row after a session."""
    return replace(
        client,
        last_sync_timestamp=local.timestamp,
        last_server_sync_timestamp=remote.timestamp,
        last_sync=ended.strftime("%Y-%m-%d %H:%M:%S.%f"),
        last_sync_duration=int((ended - begun).total_seconds() * TICKS_PER_SECOND),
    )
