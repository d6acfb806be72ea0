"""One session between a client and its server; the package's docstring has the steps."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.errors import NotProvisioned, SyncFailed
from dms_pipeline.events import RowsMoved, SyncBegun, SyncEnded
from dms_pipeline.schema.document import same_setup
from dms_pipeline.sync.changes import CANONICAL, synced_groups
from dms_pipeline.sync.directives import OutdatedAction, SyncType
from dms_pipeline.sync.meeting import meet
from dms_pipeline.sync.peers import Delivery, RowsRefused, SessionOptions
from dms_pipeline.sync.result import Again, SyncResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dms_pipeline.events import Report
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, RowBatch
    from dms_pipeline.sync.peers import Groups, LocalPeer, RemotePeer
    from dms_pipeline.sync.result import Applied

    Outdated = Callable[[ScopeInfo, ScopeInfoClient], OutdatedAction]


def roll_back(scope: ScopeInfo, client: ScopeInfoClient) -> OutdatedAction:
    """What becomes of an outdated client where nobody decides: the sync fails."""
    del scope, client
    return OutdatedAction.ROLLBACK


class _Session:
    """The state that the steps share: two peers, the stored scope, the client."""

    def __init__(  # noqa: PLR0913, PLR0917 - each argument is a fact of its own
        self,
        local: LocalPeer,
        remote: RemotePeer,
        scope: ScopeInfo,
        client: ScopeInfoClient,
        options: SessionOptions,
        sync_type: SyncType,
        report: Report,
    ) -> None:
        self.local, self.remote = local, remote
        self.scope, self.client = scope, client
        self.groups: Groups = synced_groups(scope)
        self.options = options
        self.sync_type = sync_type
        self.report = report
        self.client_again: Again | None = None
        self.server_again: Again | None = None

    def fill(self) -> frozenset[TableName]:
        """Before all: fetch values that a new shape has and this client lacks; the tables whose rows it lacks.

        A row uploaded without them would tell the server that they are NULL. Nothing is missing where nothing is
        uploaded and every row comes.
        """
        if self.sync_type is SyncType.REINITIALIZE:
            return frozenset()
        missing = self.local.to_load(self.scope.name)
        tables = tuple(
            (table.with_columns(frozenset(missing[table.name])),)
            for group in self.groups
            for table in group
            if missing.get(table.name) and table.direction.downloads
        )
        if tables:
            with self.remote.values(tables) as selection:
                self.local.fill(self.client, selection.batches, tables)
        return frozenset(table for table, columns in missing.items() if not columns)

    def upload(self) -> tuple[Bookmark, Applied]:
        """Step 3: the client's changes to the server; what that keeps aside is tried again in any case."""
        held: dict[TableName, dict[Row, str]] = {}
        while True:
            with self.local.select(self.client, self.groups) as selection:
                self.client_again = selection.again
                batches = iter(()) if self.sync_type is SyncType.REINITIALIZE else selection.batches
                first = list(islice(batches, 1))
                bookmark = self.local.note(self.client, selection.bookmark, sends=bool(first))
                delivery = replace(self._delivery(chain(first, batches), held, to_server=True), sent=bookmark)
                try:
                    return bookmark, self.remote.apply(self.client, delivery)
                except RowsRefused as again:
                    _hold(self.remote.name, held, again)

    def download(
        self, local: Bookmark, whole: frozenset[TableName], refused: Mapping[TableName, frozenset[Row]]
    ) -> Applied:
        """Step 4: the server's changes to the client, marks last; every row of the tables in `whole`."""
        encodings = self._encodings(refused)
        shown = self.client
        if self.sync_type.replaces:
            shown = replace(shown, last_server_sync_timestamp=None)
            whole = frozenset(table.name for group in self.groups for table in group)
        held: dict[TableName, dict[Row, str]] = {}
        while True:
            with self.remote.select(shown, self.groups, encodings, local, whole=whole) as selection:
                self.server_again = selection.again
                delivery = replace(self._delivery(selection.batches, held, to_server=False), refused=refused)
                try:
                    return self.local.apply(self.client, delivery, local, selection.bookmark)
                except RowsRefused as again:
                    _hold(self.local.name, held, again)

    def _encodings(self, refused: Mapping[TableName, frozenset[Row]]) -> Mapping[TableName, str]:
        """The first encoding that both sides know, per table; asked for only where a whole table may move.

        Where the client holds rows that are to stay as they are, it has to see the keys of what comes.
        """
        if not (self.client.is_new or self.sync_type.replaces):
            return {}
        mine, theirs = self.local.encodings(self.groups), self.remote.encodings(self.groups)
        return {
            table: next((encoding for encoding in offered if encoding in mine.get(table, ())), CANONICAL)
            for table, offered in theirs.items()
            if not (self.sync_type.replaces and refused.get(table))
        }

    def _delivery(
        self, batches: Iterator[RowBatch], held: Mapping[TableName, Mapping[Row, str]], *, to_server: bool
    ) -> Delivery:
        def progress(table: TableName, rows: int) -> None:
            self.report(
                RowsMoved(
                    scope=self.scope.name,
                    client=self.local.name,
                    table=str(table),
                    to_server=to_server,
                    rows=rows,
                    expected=None,
                )
            )

        return Delivery(
            groups=self.groups,
            batches=batches,
            options=self.options,
            progress=progress,
            held=held,
            sync_type=self.sync_type,
        )


def synchronize(  # noqa: PLR0913 - each argument is a fact of its own
    local: LocalPeer,
    remote: RemotePeer,
    scope_name: str,
    *,
    parameter_hash: str,
    clock: Callable[[], float],
    options: SessionOptions | None = None,
    sync_type: SyncType = SyncType.NORMAL,
    on_outdated: Outdated = roll_back,
    report: Report,
) -> SyncResult:
    """Run one session and say what it did. `clock` gives seconds, for durations alone.

    `on_outdated` is asked, with the server's scope and the client, where a session of the normal type cannot be run.

    Raises:
        NotProvisioned: the scope is not set up on a side, or the two sides disagree about it.
        DmsError: a side failed; what the server committed stays, no mark has moved, and running it again is harmless.
    """
    begun = clock()
    report(SyncBegun(scope=scope_name, client=local.name))
    failed = True
    try:
        scope, own = remote.scope(scope_name), local.scope(scope_name)
        _agree(local.name, scope, own)
        client = local.client(scope_name, parameter_hash)
        meeting = meet(local, remote, client, synced_groups(own))
        client = meeting.client
        sync_type = _type_for(local.name, scope, client, sync_type, on_outdated)
        session = _Session(local, remote, own, client, options or SessionOptions(), sync_type, report)
        on_server, on_client = remote.recover(session.groups), local.recover(session.groups)
        clocks = remote.clock_behind(session.groups), local.clock_behind(session.groups)
        whole = session.fill()
        local_mark, to_server = session.upload()
        to_client = session.download(local_mark, whole, to_server.refused)
        failed = False
        return SyncResult(
            scope=scope_name,
            client=local.name,
            is_first=client.is_new,
            anew=meeting.anew,
            sync_type=sync_type,
            tables=tuple(table.name for group in session.groups for table in group),
            to_server=to_server,
            to_client=to_client,
            duration_s=clock() - begun,
            server_again=Again.RETURNED if meeting.parted else session.server_again,
            client_again=session.client_again,
            server_recovered=on_server,
            client_recovered=on_client,
            server_clock=clocks[0],
            client_clock=clocks[1],
        )
    finally:
        report(SyncEnded(scope=scope_name, client=local.name, duration_s=clock() - begun, failed=failed))


def _agree(endpoint: str, server: ScopeInfo, client: ScopeInfo) -> None:
    if server.setup is None or client.setup is None or server.setup_text == client.setup_text:
        return
    if not same_setup(server.setup, client.setup):
        raise NotProvisioned(
            endpoint,
            f'scope "{server.name}" is set up differently here and on the server',
            hint="dms-pipeline plan shows the difference, apply ends it",
        )


def is_outdated(scope: ScopeInfo, client: ScopeInfoClient) -> bool:
    """Whether the server has cleaned up records that this client has not seen (spec: sync semantics, section 1.6)."""
    mark, cleaned = client.last_server_sync_timestamp, scope.last_cleanup_timestamp
    return not client.is_new and mark is not None and cleaned is not None and mark < cleaned


def _type_for(
    endpoint: str, scope: ScopeInfo, client: ScopeInfoClient, wanted: SyncType, on_outdated: Outdated
) -> SyncType:
    """The wanted type, or another one for a client that is outdated."""
    if wanted.replaces or not is_outdated(scope, client):
        return wanted
    match on_outdated(scope, client):
        case OutdatedAction.REINITIALIZE:
            return SyncType.REINITIALIZE
        case OutdatedAction.REINITIALIZE_WITH_UPLOAD:
            return SyncType.REINITIALIZE_WITH_UPLOAD
        case OutdatedAction.ROLLBACK:
            raise SyncFailed(
                endpoint,
                f'the server has cleaned its records of scope "{scope.name}" up to {scope.last_cleanup_timestamp},'
                f" this client was last here at {client.last_server_sync_timestamp}",
                hint="dms-pipeline sync --reinitialize-with-upload sends what waits there, then loads all rows anew;"
                " in Python, sync_type=SyncType.REINITIALIZE_WITH_UPLOAD",
            )
        case other:
            assert_never(other)


def _hold(endpoint: str, held: dict[TableName, dict[Row, str]], refused: RowsRefused) -> None:
    """Each attempt holds at least one row more than the one before, so there is a last one."""
    before = sum(map(len, held.values()))
    for table, keys in refused.held.items():
        held.setdefault(table, {}).update(keys)
    if sum(map(len, held.values())) == before:
        raise SyncFailed(endpoint, "the same rows were refused again; nothing was applied") from refused
