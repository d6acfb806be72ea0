"""What an agent does before a session, or in its place, when the server orders something (spec: sync semantics, 1.5).

A handler decides, with the server's scope and the client's row in hand; where there is none, the order is `NORMAL`.
What the orders do is the reference's, but that no change is forgotten by them:

* DROP_ALL_AND_SYNC: a session first, of the type that the caller asked for, so that what waits is sent (the reference
  drops what had recorded it, and goes on from the old marks: H17). Then everything of ours goes from the client's
  database, is set up again, and the client begins as a new one, with a new id: every row is compared once. Rows of it
  that the server keeps aside go by its new id from then on. What other scopes of that database had not sent is
  compared too, when they are synced next.
* DROP_ALL_AND_EXIT: the same without any session; all rows stay where they are, and the next sync is a first one.
* DEPROVISION_AND_SYNC: what the client lacks of the server's scope is made. Nothing is dropped for it: the reference
  drops the triggers first, and what is written before they are back is never seen. They are known to be intact here,
  since that is looked at before each session.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.runtime.dropping import drop_all
from dms_pipeline.runtime.kept import rename_client
from dms_pipeline.runtime.marks import Marks
from dms_pipeline.runtime.options import ON_CLIENT
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.runtime.peer import utc_now
from dms_pipeline.runtime.provisioning import ensure_set_up, provision_client
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.directives import OutdatedAction, SyncOperation, SyncType
from dms_pipeline.sync.result import Applied, SyncResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.events import Report
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.side import Side
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient
    from dms_pipeline.sync.session import Outdated

    GettingOperation = Callable[[ScopeInfo, ScopeInfoClient], SyncOperation]
    Session = Callable[[SyncType, Outdated | None], SyncResult]


def obey(  # noqa: PLR0913 - each argument is a fact of its own
    local: Side,
    remote: Side,
    scope_name: str,
    sync_type: SyncType,
    *,
    ask: GettingOperation,
    session: Session,
    report: Report,
) -> SyncResult:
    """Ask what the server orders, and do it; `session` runs one, with its own answer for an outdated client if given.

    Both sides are set up.
    """
    begun = time.perf_counter()
    stored = remote.changes.read_scope(remote.connection, remote.scope_table, scope_name)
    assert stored is not None, "it was set up a moment ago"
    client = _client(local, scope_name)
    operation = ask(stored, client)
    match operation:
        case SyncOperation.NORMAL:
            return session(sync_type, None)
        case SyncOperation.REINITIALIZE:
            result = session(SyncType.REINITIALIZE, None)
        case SyncOperation.REINITIALIZE_WITH_UPLOAD:
            result = session(SyncType.REINITIALIZE_WITH_UPLOAD, None)
        case SyncOperation.DEPROVISION_AND_SYNC:
            provision_client(local, stored, ON_CLIENT, report)
            result = session(sync_type, None)
        case SyncOperation.DROP_ALL_AND_SYNC:
            sent = session(sync_type, _sends_and_loads)
            drop_all(local)
            ensure_set_up(local, remote, scope_name, None, report)
            _pass_on(remote.connection, client, _client(local, scope_name).id)
            result = sent.then(session(SyncType.NORMAL, None))
        case SyncOperation.DROP_ALL_AND_EXIT:
            drop_all(local)
            result = _without_session(local, scope_name, begun)
        case SyncOperation.ABORT_SYNC:
            result = _without_session(local, scope_name, begun)
        case _:
            assert_never(operation)
    return result.ordered(operation)


def _client(local: Side, scope_name: str) -> ScopeInfoClient:
    return LocalDatabasePeer(local.connection, local.scope_table).client(scope_name, parameter_hash())


def _pass_on(server: Connection, client: ScopeInfoClient, identity: str) -> None:
    """Rows kept aside are another id's, with the states that they are compared with."""
    with server.transaction():
        Marks(server, client, None, utc_now).pass_on(identity)
        rename_client(server, client, identity)


def _sends_and_loads(scope: ScopeInfo, client: ScopeInfoClient) -> OutdatedAction:
    """Nobody is asked: all that matters is that what waits is sent before its records go."""
    del scope, client
    return OutdatedAction.REINITIALIZE_WITH_UPLOAD


def _without_session(local: Side, scope_name: str, begun: float) -> SyncResult:
    return SyncResult(
        scope=scope_name,
        client=local.name,
        is_first=False,
        tables=(),
        to_server=Applied(),
        to_client=Applied(),
        duration_s=time.perf_counter() - begun,
    )
