"""The sides of a session that are databases: `LocalDatabasePeer` is the client's, `RemoteDatabasePeer` the server's.

What they share, and what they keep in the database, is `runtime.peer`.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING
from uuid import uuid4

from dms_pipeline.errors import ClockIsBehind, Transient
from dms_pipeline.providers.changes import ZERO_ID, Task
from dms_pipeline.runtime.kept import KeptRows, has_errors, rename_client
from dms_pipeline.runtime.peer import DatabasePeer, after_session, tables_of, utc_now
from dms_pipeline.runtime.registry import has_others, register, set_loaded, to_load
from dms_pipeline.schema.model import ScopeInfoClient
from dms_pipeline.sync.bookmark import Bookmark, Cut
from dms_pipeline.sync.changes import CANONICAL
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.result import Applied
from dms_pipeline.sync.session import is_outdated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import RowBatch
    from dms_pipeline.sync.handlers import Handlers
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import ClockBehind

CLOCK_PATIENCE_S = 5.0  # a clock that is set by the network is stepped by less


def new_identity() -> str:
    """An id that no client has."""
    return str(uuid4()).upper()


def _winning(delivery: Delivery) -> Delivery:
    """A delivery whose rows win over everybody's."""
    return replace(delivery, options=replace(delivery.options, conflict_policy=ConflictPolicy.SERVER_WINS))


class LocalDatabasePeer(DatabasePeer):
    """The client's side of a session."""

    def client(self, scope_name: str, parameter_hash: str) -> ScopeInfoClient:
        """Who this client is; a new row takes the id that the database already has (spec: sync semantics, 1.3)."""
        known = self.known_client(scope_name, parameter_hash)
        if known is not None:
            return known
        with self._writing():
            self.changes.lock_numbers(self.connection)  # two first syncs at once: the second finds the first's row
            rows = self.changes.read_clients(self.connection, self.scope_table)
            ids = {row.id for row in rows}  # two where a scope's client has got another one
            identity = ids.pop() if len(ids) == 1 else new_identity()
            client = ScopeInfoClient(id=identity, scope_name=scope_name, hash=parameter_hash)
            known = next((row for row in rows if row.is_same(client)), None)
            if known is None:
                self.changes.save_client(self.connection, self.scope_table, client)
        return known or client

    def known_client(self, scope_name: str, parameter_hash: str) -> ScopeInfoClient | None:
        """This client's row of a scope, None before its first sync; nothing is written.

        Two first syncs of the reference at once leave two ids: the one that has come farthest goes on.
        """
        rows = self.changes.read_clients(self.connection, self.scope_table)
        mine = [row for row in rows if row.scope_name == scope_name and row.hash == parameter_hash]
        return max(
            mine, key=lambda row: (row.last_server_sync_timestamp or 0, row.last_sync_timestamp or 0), default=None
        )

    def encodings(self, groups: Groups) -> Mapping[TableName, tuple[str, ...]]:
        """The encodings of each table; one that shows no keys is none where rows are kept aside that newer ones end."""
        if has_errors(self.connection):
            return {table.name: (CANONICAL,) for table in tables_of(groups)}
        return super().encodings(groups)

    def to_load(self, scope_name: str) -> Mapping[TableName, tuple[str, ...]]:
        """What the last apply left to be loaded."""
        return to_load(self.connection, scope_name)

    def fill(self, client: ScopeInfoClient, batches: Iterable[RowBatch], tables: Groups) -> None:
        """Write values of new columns, our triggers off meanwhile."""
        with self._writing():
            self.changes.fill(self.connection, tables_of(tables), batches, self._cut(client))

    def begin_anew(self, client: ScopeInfoClient, groups: Groups, noted: int | None) -> ScopeInfoClient:
        """As one that has never synced, in one transaction."""
        new = replace(client, last_sync=None, last_sync_timestamp=None, last_server_sync_timestamp=None)
        with self._writing():
            for table in tables_of(groups):
                if table.direction.uploads:
                    self.changes.claim(self.connection, table)
            self._marks(client).forget(noted)  # the claimed rows keep their stamps, so no state may be gone on from
            self.changes.save_client(self.connection, self.scope_table, new)
        return new

    def knows(self, client: ScopeInfoClient, mark: int) -> bool:
        """The mark is among those of this database."""
        return self._marks(client).has(mark)

    def part(self, client: ScopeInfoClient, identity: str) -> None:
        """Another id for the client's row, its marks and the rows kept aside, in one transaction."""
        with self._writing():
            self._check_marks(client, client)
            self._marks(client).rename(identity)
            rename_client(self.connection, client, identity)
            self.changes.rename_client(self.connection, self.scope_table, client, identity)

    def has_noted(self, client: ScopeInfoClient, mark: int) -> bool:
        """A state is stored under the mark of a session that has not ended."""
        return self._marks(client).noted(mark) is not None

    def resume(self, client: ScopeInfoClient, mark: int) -> None:
        """Go on from that state."""
        self._marks(client).resumed = self._marks(client).noted(mark)

    def note(self, client: ScopeInfoClient, bookmark: Bookmark, *, sends: bool) -> Bookmark:
        """Store what the server has of this client once it notes this mark.

        Nothing is stored where nothing is sent, but where a lost session is gone on from: on the server, the mark of
        this one takes the place of that one's.
        """
        marks = self._marks(client)
        state = bookmark if sends else marks.resumed
        if state is None:
            return bookmark
        with self.connection.another() as writer:  # this one may be reading a snapshot
            self.changes.begin_write(writer)
            noted = marks.note(writer, replace(state, timestamp=bookmark.timestamp))
            writer.execute("COMMIT")
        return replace(bookmark, timestamp=noted.timestamp)

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        """What applications changed here since the last session; of a new client, whatever is tracked."""
        # Nobody deleted what is missing in a table that is to be loaded: the table itself was dropped.
        empty = frozenset(table for table, columns in self.to_load(client.scope_name).items() if not columns)
        with self._snapshot(
            groups,
            self._cut(client),
            {},
            attrgetter("direction.uploads"),
            bookmark=self._marks(client).take(tables_of(groups)),
            undeleted=empty,
            again=self._marks(client).known.again,
        ) as selection:
            yield selection

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        """Apply the server's changes; both marks, the state behind one and the client's row are in one transaction."""
        replaces = delivery.sync_type.replaces
        # A handler is asked about everything that changed here since the last session, sent by now or not.
        asks = self.handlers.on_conflict is not None and not replaces
        before = self._marks(client).known.seen if asks else None
        unsent = self._cut(client)
        issued = local

        def task(kept: KeptRows) -> Task:
            nonlocal issued
            self._check_marks(client, client)
            issued = self._marks(client).issue(local)
            retries = kept.errors(delivery.groups, self._marks(client).of)
            # What was sent a moment ago has been judged; where nothing was sent, all of it is lost here.
            judged = unsent.since if delivery.sync_type is SyncType.REINITIALIZE else issued
            return Task(
                delivery=_winning(delivery) if replaces else delivery,
                on_server=False,
                writer=ZERO_ID,
                seen=judged if before is None else before,
                # Of a row without a record nobody knows whether the server has ever seen it.
                is_first=client.is_new or replaces,
                # Their newest versions come; but what another server sent to be kept aside may be nowhere else.
                retries=() if replaces and not client.is_new else retries,
                journal=kept.journal,
                handlers=replace(self.handlers, on_conflict=None) if replaces else self.handlers,
                sent=None if before is None else local,
                replaces=replaces,
            )

        def last() -> None:
            if delivery.sync_type is SyncType.REINITIALIZE:
                # The mark moves past changes that were neither sent nor replaced.
                for table in tables_of(delivery.groups):
                    if table.direction.uploads and not table.direction.downloads:
                        self.changes.postpone(self.connection, table, unsent)
            saved = after_session(client, issued, remote, self.begun, self.now())
            self.changes.save_client(self.connection, self.scope_table, saved)
            set_loaded(self.connection, client.scope_name)

        return self._apply(client, task, local, last)

    def shown(self, client: ScopeInfoClient) -> int | None:
        """The client's own mark."""
        return client.last_sync_timestamp

    def _cut(self, client: ScopeInfoClient | None) -> Cut:
        """What a client has to send: changes of its applications since its last session."""
        return Cut(since=None if client is None else self._marks(client).known.since, by=None)

    def pending(self, client: ScopeInfoClient | None, groups: Groups, *, replaced: bool = False) -> int:
        """Rows and deletes that wait to be sent; None for a client that has never synced.

        `replaced`: those alone that would be replaced by the server's rows.
        """
        cut = self._cut(client)
        return sum(
            self.changes.count_changes(self.connection, table, cut)
            for table in tables_of(groups)
            if table.direction.uploads and (table.direction.downloads or not replaced)
        )


class RemoteDatabasePeer(DatabasePeer):
    """The server's side of a session; `client_name` is what the registry of clients calls the other one."""

    def __init__(
        self,
        connection: Connection,
        scope_table: str = "scope_info",
        now: Callable[[], datetime] = utc_now,
        *,
        client_name: str | None = None,
        handlers: Handlers | None = None,
    ) -> None:
        super().__init__(connection, scope_table, now, handlers=handlers)
        self.client_name = client_name
        self._copy: ScopeInfoClient | None = None  # of the client's row, as this session has read or left it
        self._resumes = False  # the client goes on from a session that was lost
        self._has_sent = False  # the client has sent rows, in such a session or in this one

    def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
        """Apply a client's changes in one transaction; nothing is begun if there are none."""
        first = next(iter_batches := iter(delivery.batches), None)
        kept = KeptRows(self.connection, client, self.now)
        if first is None and not delivery.held and not kept.any_errors():
            return Applied()
        marks = self._marks(client)

        def chained() -> Iterator[RowBatch]:
            if first is not None:
                yield first
                yield from iter_batches

        copy = self._copy or client
        if delivery.sent is not None:
            copy = replace(copy, last_sync_timestamp=delivery.sent.timestamp)

        def task(kept: KeptRows) -> Task:
            self._check_alone(client)
            return Task(
                delivery=replace(delivery, batches=chained()),
                on_server=True,
                writer=client.id,
                seen=marks.known.seen,
                is_first=marks.known.seen is None,
                met=marks.met if self._resumes else None,
                retries=kept.errors(delivery.groups, marks.of),
                journal=kept.journal,
                handlers=self.handlers,
            )

        before = marks.take(tables_of(delivery.groups))

        def last() -> None:
            if client.is_new and not self._resumes:
                marks.meet(before)
            # What a session that selected earlier sends after this one is older: it has to notice.
            self._save(copy)
            self._check_cleaned(client)

        applied = self._apply(client, task, before, last)
        self._copy = copy
        self._has_sent = True
        return applied

    @contextmanager
    def select(
        self,
        client: ScopeInfoClient,
        groups: Groups,
        encodings: Mapping[TableName, str],
        local: Bookmark,
        *,
        whole: frozenset[TableName] = frozenset(),
    ) -> Iterator[Selection]:
        """What this client has not got; a new client gets every row but those that it has sent itself."""
        marks = self._marks(client)
        remote = self._note(client, local, marks.take(tables_of(groups)))
        with self._snapshot(
            groups,
            self._cut(client),
            encodings,
            attrgetter("direction.downloads"),
            bookmark=remote,
            completed=marks.complete,
            whole=whole,
            undeleted=whole if client.is_new else frozenset(),
            again=marks.known.again,
        ) as selection:
            self._check_cleaned(client)
            yield selection

    @contextmanager
    def values(self, tables: Groups) -> Iterator[Selection]:
        """Every row of some tables."""
        cut, downloads = self._cut(None), attrgetter("direction.downloads")
        with self._snapshot(tables, cut, {}, downloads, bookmark=Bookmark(0)) as selection:
            yield selection

    def noted(self, client: ScopeInfoClient) -> ScopeInfoClient | None:
        """The server's copy of the client's row."""
        self._copy = self._stored(client)
        return self._copy

    def has_more_of(self, client: ScopeInfoClient, groups: Groups) -> bool:
        """Tracking rows name the client behind the mark that it shows."""
        since = None if client.is_new else self._marks(client).known.since
        cut = Cut(since=since, by=client.id, own=True)
        return bool(self.changes.changed_tables(self.connection, tables_of(groups), cut))

    def set_apart(self, client: ScopeInfoClient) -> ScopeInfoClient:
        """The marks that the client shows, and what is behind them, under a new id; with the rows kept aside."""
        apart = replace(client, id=new_identity())
        with self._writing():
            self._check_alone(client)
            self._marks(client).pass_on(apart.id)
            rename_client(self.connection, client, apart.id)
            if not client.is_new:
                self._save(apart)
        self._copy = None if client.is_new else apart
        return apart

    def resume(self, client: ScopeInfoClient) -> bool:
        """A new client goes on if the state is here that it met; that of one which was away too long is cleaned up."""
        if not client.is_new:
            return True
        self._resumes = self._has_sent = self._marks(client).met is not None
        return self._resumes

    def clock_behind(self, groups: Groups) -> ClockBehind | None:
        """The same; where Dotmim.Sync serves clients from here, a little is waited for, and more is refused.

        It goes by stamps alone, so its clients would miss what this session writes below their marks.
        """
        behind = super().clock_behind(groups)
        until = time.monotonic() + CLOCK_PATIENCE_S
        while behind is not None and has_others(self.connection, self.scope_table):
            if time.monotonic() >= until:
                raise ClockIsBehind(
                    self.name,
                    f"its clock says {behind.clock}, but changes there are stamped up to {behind.stamp}, and clients of"
                    " Dotmim.Sync, which go by the clock alone, would miss what is written now; nothing was synced",
                )
            time.sleep(0.1)
            behind = super().clock_behind(groups)
        return behind

    def _check_alone(self, client: ScopeInfoClient) -> None:
        self._check_marks(client, self._copy)

    def _check_cleaned(self, client: ScopeInfoClient) -> None:
        """Notice that records were removed which this client needed, after it was found to be up to date.

        Raises:
            Transient: the session, when it is repeated, finds the client out of date.
        """
        scope = self.scope(client.scope_name)
        cleaned = self.changes.read_last_cleanup(self.connection, self.scope_table, client.scope_name)
        if cleaned != scope.last_cleanup_timestamp and is_outdated(
            replace(scope, last_cleanup_timestamp=cleaned), client
        ):
            raise Transient(self.name, f'the records of scope "{client.scope_name}" were cleaned up meanwhile')

    def shown(self, client: ScopeInfoClient) -> int | None:
        """The client's mark of the server."""
        return client.last_server_sync_timestamp

    def _cut(self, client: ScopeInfoClient | None) -> Cut:
        """What a client has to get: everybody else's changes since its last session, or every row."""
        if client is None:
            return Cut(since=None, by=None, initial=True)
        if client.is_new or client.last_server_sync_timestamp is None:
            met = self._marks(client).met if client.is_new and self._has_sent else None
            return Cut(since=met, by=client.id, initial=True)
        return Cut(since=self._marks(client).known.since, by=client.id)

    def _note(self, client: ScopeInfoClient, local: Bookmark, remote: Bookmark) -> Bookmark:
        """The mark, the server's copy of the client's row, and the registry of clients, in one transaction."""
        with self._writing():
            self._check_alone(client)
            remote = self._marks(client).issue(remote)
            saved = after_session(client, local, remote, self.begun, self.now())
            self._save(saved)
        self._copy = saved
        return remote

    def _save(self, client: ScopeInfoClient) -> None:
        """The server's copy of a client's row; one that is not registered is taken for other software's."""
        self.changes.save_client(self.connection, self.scope_table, client)
        register(self.connection, client, self.client_name, self.now())

    def pending(self, client: ScopeInfoClient | None, groups: Groups) -> int:
        """Rows and deletes that wait to be fetched; None for a client that has never synced."""
        cut = self._cut(client)
        return sum(
            self.changes.count_changes(self.connection, table, cut)
            for table in tables_of(groups)
            if table.direction.downloads
        )
