"""The orchestrators of the reference, as the library shows them: scopes of one database, provisioned or taken away.

`LocalOrchestrator` is a client's side, `RemoteOrchestrator` a server's. Each call opens the database, does its work and
closes it again. What the calls make and leave is what the reference's do (spec: storage format, sections 1.3, 9 and
10.1), but that nothing is taken away that another scope needs (`deprovisioning`).
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, overload

from dms_pipeline.errors import NotProvisioned
from dms_pipeline.events import silent
from dms_pipeline.runtime.options import ON_CLIENT, ON_SERVER, SCOPE_TABLES, SyncOptions, SyncProvision
from dms_pipeline.runtime.provisioning import provision_client, provision_server
from dms_pipeline.runtime.scope_tables import (
    ensure_scope,
    fill_scope,
    has_scope_info,
    has_scope_info_client,
    make_scope_info,
    make_scope_info_client,
    save_scope,
    scope_and_setup,
    writing,
)
from dms_pipeline.runtime.side import opened
from dms_pipeline.schema.model import ScopeInfo, SyncSetup
from dms_pipeline.schema.names import DEFAULT_SCOPE
from dms_pipeline.sync.handlers import Handlers
from dms_pipeline.sync.session import roll_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from dms_pipeline.providers.sync_provider import SyncProvider
    from dms_pipeline.runtime.cleaning import DatabaseMetadatasCleaned
    from dms_pipeline.runtime.directives import GettingOperation
    from dms_pipeline.runtime.side import Side
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.handlers import ConflictArgs, ErrorArgs
    from dms_pipeline.sync.session import Outdated


class BaseOrchestrator:
    """What both sides can do; `options` name the scope table."""

    _makes_file: ClassVar[bool] = True  # a database that is a file is made when it is first opened

    def __init__(self, provider: SyncProvider, options: SyncOptions | None = None) -> None:
        self.provider = provider
        self.options = options or SyncOptions()
        self.handlers = Handlers()

    def on_apply_changes_conflict_occured(self, handler: Callable[[ConflictArgs], object] | None) -> None:
        """Let a handler decide conflicts on this side, in the syncs of the agent that this orchestrator belongs to.

        It is given `ConflictArgs` and sets `resolution`, `final_row` or `sender_scope_id`; what it returns is nothing.
        A client's is asked too about what the server has decided: if it keeps the client's row, that goes up again at
        the next sync. The handler takes the place of an earlier one; None takes it away.
        """
        self.handlers = replace(self.handlers, on_conflict=handler)

    def on_apply_changes_error_occured(self, handler: Callable[[ErrorArgs], object] | None) -> None:
        """Let a handler decide what becomes of rows that cannot be applied on this side.

        It is given `ErrorArgs`, after all other rows were applied, and sets `resolution`. The handler takes the place
        of an earlier one; None takes it away.
        """
        self.handlers = replace(self.handlers, on_error=handler)

    def _open(self) -> AbstractContextManager[Side]:
        return opened(self.provider, self.options, create=self._makes_file)

    def exist_scope_info_table(self) -> bool:
        """Whether the scope table is there; nothing is made."""
        with self._open() as side:
            return has_scope_info(side)

    def exist_scope_info_client_table(self) -> bool:
        """Whether the table of clients is there; nothing is made."""
        with self._open() as side:
            return has_scope_info_client(side)

    def create_scope_info_table(self) -> bool:
        """Make the scope table if it is not there; True in any case."""
        with self._open() as side:
            if not has_scope_info(side):
                with writing(side):
                    make_scope_info(side)
            return True

    def create_scope_info_client_table(self) -> bool:
        """Make the table of clients if it is not there; True in any case."""
        with self._open() as side:
            if not has_scope_info_client(side):
                with writing(side):
                    make_scope_info_client(side)
            return True

    def get_all_scope_infos(self) -> list[ScopeInfo]:
        """All scopes that are stored, by name; the scope table is made if it is not there."""
        with self._open() as side:
            if not has_scope_info(side):
                with writing(side):
                    make_scope_info(side)
            return list(side.changes.read_scopes(side.connection, side.scope_table))

    def get_all_scope_info_clients(self) -> list[ScopeInfoClient]:
        """All clients that are stored, by scope; the table of clients is made if it is not there."""
        with self._open() as side:
            if not has_scope_info_client(side):
                with writing(side):
                    make_scope_info_client(side)
            return list(side.changes.read_clients(side.connection, side.scope_table))

    def save_scope_info(self, scope: ScopeInfo) -> ScopeInfo:
        """Write the row of a scope under its name, whole, and give it back as stored; nothing else is made.

        `dataclasses.replace(scope, name="copy")` is the same scope under another name.
        """
        scope_and_setup(scope.name, None)
        with self._open() as side, writing(side):
            make_scope_info(side)
            make_scope_info_client(side)
            return save_scope(side, scope)

    def delete_scope_info(self, scope: ScopeInfo | str) -> bool:
        """Delete the row of a scope; True whether there was one or not. Its objects and its clients' rows stay."""
        name = scope if isinstance(scope, str) else scope.name
        with self._open() as side, writing(side):
            make_scope_info(side)
            make_scope_info_client(side)
            side.changes.delete_scope(side.connection, side.scope_table, name)
            return True

    @overload
    def deprovision(self, setup: SyncSetup, /, *, provision: SyncProvision = SyncProvision.NOT_SET) -> None: ...
    @overload
    def deprovision(
        self, scope_name: str = DEFAULT_SCOPE, *, provision: SyncProvision = SyncProvision.NOT_SET
    ) -> None: ...
    def deprovision(
        self, scope_name: str | SyncSetup = DEFAULT_SCOPE, *, provision: SyncProvision = SyncProvision.NOT_SET
    ) -> None:
        """Take away what a stored scope has here, triggers by default; or what a setup has, all but its tables.

        What another stored scope needs stays, and a scope table goes only with its last scope. A scope that is not
        stored has nothing. `SyncProvision.TABLE` takes the tables with their rows.

        Raises:
            ForeignScope: the scope is a pipeline's; nothing was done.
        """
        from dms_pipeline.runtime.deprovisioning import deprovision

        name, setup = scope_and_setup(scope_name, None)
        with self._open() as side:
            if setup is not None:
                scope = ScopeInfo(name=name, setup=setup)
                deprovision(side, scope, provision or ON_SERVER | SCOPE_TABLES, by_setup=True)
                return
            stored = side.changes.read_scope(side.connection, side.scope_table, name)
            if stored is not None:
                deprovision(side, stored, provision or SyncProvision.STORED_PROCEDURES | SyncProvision.TRIGGERS)

    def drop_all(self) -> None:
        """Take away triggers, tracking tables and scope tables of all scopes; tables of users stay with their rows.

        The next sync sets up what it needs and is a first one, for a client that knew this server too: all rows are
        compared, and none is forgotten. Rows kept aside and the losers of conflicts stay, in `dms_errors` and
        `dms_journal`, and the history in `dms_runs`.

        Raises:
            ForeignScope: a scope is a pipeline's; nothing was done.
            Locked: somebody else provisions, or a sync is under way; nothing was done.
        """
        from dms_pipeline.runtime.dropping import drop_all

        with self._open() as side:
            drop_all(side)


class LocalOrchestrator(BaseOrchestrator):
    """A client's scopes."""

    def __init__(self, provider: SyncProvider, options: SyncOptions | None = None) -> None:
        super().__init__(provider, options)
        self.outdated: Outdated = roll_back

    def delete_metadatas(self, timestamp: int | None = None) -> DatabaseMetadatasCleaned:
        """Remove the tracking rows that the server has got, with a `timestamp` only those up to it.

        Changes that were not sent stay, whatever their time. The timestamp is in this database's unit, as
        `last_sync_timestamp` in `get_all_scope_info_clients()` is.
        """
        from dms_pipeline.runtime.cleaning import delete_metadatas

        with self._open() as side:
            return delete_metadatas(side, timestamp, attrgetter("last_sync_timestamp"), waits=True)

    def on_outdated(self, handler: Outdated) -> Outdated:
        """Have a function answer, with an `OutdatedAction`, where the server has cleaned up what a client has not seen.

        It is given the server's `ScopeInfo` and the client's `ScopeInfoClient`. Without one the sync fails, and nothing
        is written. The last function given counts; it is given back, so this can stand above it as a decorator.
        """
        self.outdated = handler
        return handler

    def get_scope_info(self, scope_name: str = DEFAULT_SCOPE) -> ScopeInfo:
        """A scope as stored here; where it is not, an empty one is stored, and the scope tables with it."""
        name, _ = scope_and_setup(scope_name, None)
        with self._open() as side:
            return ensure_scope(side, name)

    def provision(self, server_scope: ScopeInfo, *, provision: SyncProvision = SyncProvision.NOT_SET) -> ScopeInfo:
        """Make this database a client of a scope, as its server stores it: tables, tracking tables, triggers, the row.

        What is there and fits stays; columns that are missing are added.

        Raises:
            NotProvisioned: the scope has no setup.
            CannotProvision: this database does not allow it.
            ForeignScope: the scope is a pipeline's, and not as asked.
        """
        scope_and_setup(server_scope.name, server_scope.setup)
        with self._open() as side:
            provision_client(side, server_scope, provision or ON_CLIENT, silent)
            return ensure_scope(side, server_scope.name)

    def update_untracked_rows(self, scope_name: str = DEFAULT_SCOPE) -> int:
        """Make every row without a tracking row a change of this client, which the next sync uploads; how many.

        Such rows were written while triggers were missing, say. Tables that are not uploaded are left alone.

        Raises:
            NotProvisioned: the scope is not set up here.
        """
        from dms_pipeline.runtime.untracked import update_untracked_rows

        name, _ = scope_and_setup(scope_name, None)
        with self._open() as side:
            return update_untracked_rows(side, name)


class RemoteOrchestrator(BaseOrchestrator):
    """A server's scopes."""

    _makes_file = False  # a server without tables has nothing to sync; the path is wrong

    def __init__(self, provider: SyncProvider, options: SyncOptions | None = None) -> None:
        super().__init__(provider, options)
        self.getting_operation: GettingOperation | None = None

    def delete_metadatas(self, timestamp: int | None = None) -> DatabaseMetadatasCleaned:
        """Remove the tracking rows that no client needs any more, those of changes that every client has got.

        A client counts with all marks that it may still show, so one that is away for long holds back what it has not
        seen. With a `timestamp`, in this database's unit, clients whose mark is lower are not waited for. They are out
        of date then: their next sync fails or loads them anew (`on_outdated`). The marks stand in
        `get_all_scope_info_clients()`, as `last_server_sync_timestamp`.
        """
        from dms_pipeline.runtime.cleaning import delete_metadatas

        with self._open() as side:
            return delete_metadatas(side, timestamp, attrgetter("last_server_sync_timestamp"), waits=False)

    def on_getting_operation(self, handler: GettingOperation) -> GettingOperation:
        """Have a function order, with a `SyncOperation`, what a client does at each sync of an agent.

        It is given the server's `ScopeInfo` and the client's `ScopeInfoClient`, when both sides are set up. Without
        one, every sync is as its caller asked. The last function given counts; it is given back, so this can stand
        above it as a decorator.
        """
        self.getting_operation = handler
        return handler

    @overload
    def get_scope_info(self, setup: SyncSetup | None = None, /) -> ScopeInfo: ...
    @overload
    def get_scope_info(self, scope_name: str, setup: SyncSetup | None = None) -> ScopeInfo: ...
    def get_scope_info(self, scope_name: str | SyncSetup | None = None, setup: SyncSetup | None = None) -> ScopeInfo:
        """A scope as stored here; where it is not, an empty one is stored, and the scope tables with it.

        An empty one takes a given setup, and the structure of its tables; nothing else is made. A scope that has a
        setup is given back as it is, whatever the given one says.

        Raises:
            CannotProvision: tables cannot be synced, all of them named.
        """
        name, wanted = scope_and_setup(DEFAULT_SCOPE if scope_name is None else scope_name, setup)
        with self._open() as side:
            scope = ensure_scope(side, name)
            if wanted is None or scope.setup is not None or scope.schema is not None:
                return scope
            return fill_scope(side, scope, wanted)

    @overload
    def provision(
        self,
        setup: SyncSetup,
        /,
        *,
        provision: SyncProvision = SyncProvision.NOT_SET,
        overwrite: bool = False,
    ) -> ScopeInfo: ...
    @overload
    def provision(
        self,
        scope_name: str = DEFAULT_SCOPE,
        setup: SyncSetup | None = None,
        *,
        provision: SyncProvision = SyncProvision.NOT_SET,
        overwrite: bool = False,
    ) -> ScopeInfo: ...
    def provision(
        self,
        scope_name: str | SyncSetup = DEFAULT_SCOPE,
        setup: SyncSetup | None = None,
        *,
        provision: SyncProvision = SyncProvision.NOT_SET,
        overwrite: bool = False,
    ) -> ScopeInfo:
        """Make this database the server of a scope: scope tables, tracking tables, triggers, the row.

        A stored scope keeps its setup and shape. With `overwrite` it takes the given setup, or its own, and the
        structure that its tables have now; clients take that over with their orchestrator's `provision`.

        Raises:
            NotProvisioned: no setup is stored, and none was given.
            CannotProvision: tables cannot be synced.
            ForeignScope: the scope is a pipeline's, and not as asked.
        """
        name, wanted = scope_and_setup(scope_name, setup)
        with self._open() as side:
            stored = side.changes.read_scope(side.connection, side.scope_table, name)
            if stored is not None and stored.setup is not None and (wanted is None or not overwrite):
                wanted = stored.setup
            if wanted is None:
                raise NotProvisioned(side.name, f'no setup is stored for scope "{name}"', hint="give one")
            provision_server(side, name, wanted, provision or ON_SERVER, silent, overwrite=overwrite)
            return ensure_scope(side, name)
