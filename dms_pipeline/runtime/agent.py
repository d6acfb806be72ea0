"""`SyncAgent`, the library's main door: a client, a server, and one call that syncs them.

It provisions by itself, as the reference's does: the first call sets up both sides, later ones look whether that is
intact and run the session. The command line never does the first without being asked.
"""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Self, overload

from dms_pipeline.errors import AlreadyInProgress, DmsError, NotSupportedYet
from dms_pipeline.events import silent
from dms_pipeline.runtime.directives import obey
from dms_pipeline.runtime.intact import check_columns
from dms_pipeline.runtime.library import LocalOrchestrator, RemoteOrchestrator
from dms_pipeline.runtime.options import SyncOptions
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.runtime.provisioning import ensure_set_up
from dms_pipeline.runtime.retrying import retried
from dms_pipeline.runtime.runs import begin_sync, end_run
from dms_pipeline.runtime.scope_tables import scope_and_setup
from dms_pipeline.runtime.side import names, opened
from dms_pipeline.runtime.stages import Progress
from dms_pipeline.schema.names import DEFAULT_SCOPE
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.changes import synced_groups
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.peers import SessionOptions
from dms_pipeline.sync.session import synchronize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from dms_pipeline.events import Report
    from dms_pipeline.providers.sync_provider import SyncProvider
    from dms_pipeline.runtime.side import Side
    from dms_pipeline.runtime.stages import ProgressArgs
    from dms_pipeline.schema.model import SyncSetup
    from dms_pipeline.sync.handlers import Handlers
    from dms_pipeline.sync.result import SyncResult
    from dms_pipeline.sync.session import Outdated

    TellProgress = Callable[[ProgressArgs], object]


class SyncAgent:
    """Syncs one client with one server.

    Each call opens both databases and closes them again; inside `with agent:` they stay open between calls. An agent
    runs one sync at a time. Its two sides are `local_orchestrator` and `remote_orchestrator`.
    """

    def __init__(
        self,
        client_provider: SyncProvider,
        server_provider: SyncProvider,
        options: SyncOptions | None = None,
    ) -> None:
        self.options = options or SyncOptions()
        self.local_orchestrator = LocalOrchestrator(client_provider, self.options)
        self.remote_orchestrator = RemoteOrchestrator(server_provider, self.options)
        self._busy = threading.Lock()
        self._keeps = False  # connections stay open between calls
        self._kept: tuple[Side, Side] | None = None
        self._stack = ExitStack()

    @overload
    def synchronize(
        self,
        setup: SyncSetup | None = None,
        /,
        *,
        sync_type: SyncType = SyncType.NORMAL,
        parameters: Mapping[str, object] | None = None,
        progress: TellProgress | None = None,
    ) -> SyncResult: ...
    @overload
    def synchronize(
        self,
        scope_name: str,
        setup: SyncSetup | None = None,
        *,
        sync_type: SyncType = SyncType.NORMAL,
        parameters: Mapping[str, object] | None = None,
        progress: TellProgress | None = None,
    ) -> SyncResult: ...
    def synchronize(
        self,
        scope_name: str | SyncSetup | None = None,
        setup: SyncSetup | None = None,
        *,
        sync_type: SyncType = SyncType.NORMAL,
        parameters: Mapping[str, object] | None = None,
        progress: TellProgress | None = None,
    ) -> SyncResult:
        """Sync a scope, `DefaultScope` where none is named, and set it up first where it is not.

        A setup is needed the first time; later it may be left out, and must be the stored one. `progress` is called
        with `ProgressArgs` as the sync goes on. The result prints as the table of `dms-pipeline sync`.

        `SyncType.REINITIALIZE` replaces the client's rows by the server's and sends nothing; what had not been sent is
        kept in the client's `dms_journal`. `SyncType.REINITIALIZE_WITH_UPLOAD` sends that first, as a usual sync does.

        Raises:
            SetupConflict: a side has stored another setup.
            NotProvisioned: none is stored, and none was given.
            CannotProvision: a side cannot be set up.
            ForeignScope: a pipeline's scope is not as asked.
            AlreadyInProgress: this agent is syncing.
            DmsError: a side failed; what the server committed stays, and running it again is harmless. A lost
                connection or a deadlock is tried again by itself, four times.
        """
        name, wanted = scope_and_setup(DEFAULT_SCOPE if scope_name is None else scope_name, setup)
        if parameters:
            raise NotSupportedYet("parameters belong to filters, which this version does not carry out")
        if not self._busy.acquire(blocking=False):
            raise AlreadyInProgress("this agent is syncing already")
        try:
            client, server = names(self.local_orchestrator.provider, self.remote_orchestrator.provider)
            teller = None if progress is None else Progress(name, client, server, progress)
            with_type = partial(self._once, name, wanted, sync_type, teller)
            return retried(with_type, self._renew, scope=name, client=client, report=teller or silent)
        finally:
            self._busy.release()

    def _once(self, name: str, wanted: SyncSetup | None, sync_type: SyncType, progress: Progress | None) -> SyncResult:
        with self._sides() as (local, remote):
            return self._run(local, remote, name, wanted, sync_type, progress)

    def _renew(self) -> None:
        """Close connections that are kept between calls: one may be lost, and the next attempt opens new ones."""
        self._stack.close()

    def _run(  # noqa: PLR0913, PLR0917 - each argument is a fact of its own
        self,
        local: Side,
        remote: Side,
        name: str,
        setup: SyncSetup | None,
        sync_type: SyncType,
        progress: Progress | None,
    ) -> SyncResult:
        report: Report = silent if progress is None else progress
        ensure_set_up(local, remote, name, setup, report)
        outdated = self.local_orchestrator.outdated
        handlers = (self.local_orchestrator.handlers, self.remote_orchestrator.handlers)

        def session(sync_type: SyncType, answer: Outdated | None) -> SyncResult:
            on_outdated = answer or outdated
            return _session(
                local, remote, name, sync_type=sync_type, on_outdated=on_outdated, handlers=handlers, progress=progress
            )

        if self.remote_orchestrator.getting_operation is None:
            return session(sync_type, None)
        ask = self.remote_orchestrator.getting_operation
        return obey(local, remote, name, sync_type, ask=ask, session=session, report=report)

    @contextmanager
    def _sides(self) -> Iterator[tuple[Side, Side]]:
        if not self._keeps:
            with ExitStack() as stack:
                yield self._open(stack)
            return
        if self._kept is None:
            with ExitStack() as stack:
                self._kept = self._open(stack)
                stack.callback(setattr, self, "_kept", None)
                self._stack = stack.pop_all()
        yield self._kept

    def _open(self, stack: ExitStack) -> tuple[Side, Side]:
        client, server = self.local_orchestrator.provider, self.remote_orchestrator.provider
        client_name, server_name = names(client, server)
        remote = stack.enter_context(opened(server, self.options, server_name, create=False))
        local = stack.enter_context(opened(client, self.options, client_name, create=True))
        return local, remote

    def __enter__(self) -> Self:
        """Open both databases, and keep them open."""
        self._keeps = True
        try:
            with self._sides():
                return self
        except BaseException:
            self._keeps = False
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close them."""
        self._keeps = False
        self._stack.close()


def _session(  # noqa: PLR0913 - each argument is a fact of its own
    local: Side,
    remote: Side,
    scope_name: str,
    *,
    sync_type: SyncType,
    on_outdated: Outdated,
    handlers: tuple[Handlers, Handlers],
    progress: Progress | None,
) -> SyncResult:
    """Run one session on two sides that are set up, and record the run; `handlers` are those of client and server."""
    mine, theirs = handlers
    local_peer = LocalDatabasePeer(local.connection, local.scope_table, handlers=mine)
    remote_peer = RemoteDatabasePeer(remote.connection, remote.scope_table, client_name=local.name, handlers=theirs)
    for side, peer in ((remote, remote_peer), (local, local_peer)):
        check_columns(side.connection, peer.scope(scope_name))
        side.changes.check_writable(side.connection)
    if progress is not None:
        groups = synced_groups(local_peer.scope(scope_name))
        progress.tables = [str(table.name) for group in groups for table in group]
    run = begin_sync(remote.connection)
    try:
        result = synchronize(
            local_peer,
            remote_peer,
            scope_name,
            parameter_hash=parameter_hash(),
            clock=time.perf_counter,
            options=SessionOptions(
                conflict_policy=local.options.conflict_resolution_policy,
                error_policy=local.options.error_resolution_policy,
            ),
            sync_type=sync_type,
            on_outdated=on_outdated,
            report=silent if progress is None else progress,
        )
    except BaseException:  # a handler's too, and Ctrl-C
        with suppress(DmsError):  # a server that is lost has said so in the error, which counts more than the record
            end_run(remote.connection, run, "failed", {"syncs": 1, "failed": 1})
        raise
    rows = result.total_changes_applied_on_server + result.total_changes_applied_on_client
    detail = {"syncs": 1, "failed": 0, "rows": rows, "conflicts": result.conflicts, "rows_kept_aside": result.failed}
    end_run(remote.connection, run, "done", detail)
    return result
