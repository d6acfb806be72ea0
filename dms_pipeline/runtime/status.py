"""Where each client of a pipeline stands: last sync, rows that wait, rows kept aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, ForeignScope, NotProvisioned
from dms_pipeline.runtime.intact import check_columns, check_intact
from dms_pipeline.runtime.journal import read_conflicts, read_errors
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.runtime.registry import revision
from dms_pipeline.runtime.sessions import check_owner
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.changes import synced_groups
from dms_pipeline.sync.meeting import goes_on
from dms_pipeline.sync.session import is_outdated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.databases import Databases
    from dms_pipeline.runtime.journal import KeptConflict, KeptError
    from dms_pipeline.runtime.sessions import SyncJob
    from dms_pipeline.schema.model import ScopeInfoClient

    _Read = Callable[[Connection, Sequence[str]], Sequence[KeptConflict | KeptError]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientStatus:
    """One client of one scope. What is unknown is None; `state` is a word, `problem` the error behind it.

    States: `ok`, `never synced`, `failed rows` (some are kept aside), `drift`, `not ours` (another pipeline owns the
    scope), `not set up`, `unreachable`, `failed` (it answered with another error),
    `begins anew` (the server was replaced or restored: the next sync compares all rows), `outdated` (the server has
    cleaned up records that the client has not seen: it has to be reinitialised), `plan due` (tables of the server have
    gained columns).
    """

    scope: str
    client: str
    state: str
    revision: int | None = None
    last_sync_at: datetime | None = None
    to_send: int | None = None
    to_get: int | None = None
    conflicts: int | None = None
    failed: int | None = None
    problem: DmsError | None = None


def read_status(databases: Databases, jobs: Sequence[SyncJob]) -> tuple[ClientStatus, ...]:
    """The status of each job's client, in order; nothing is written."""
    return tuple(_status(databases, job) for job in jobs)


def read_given_up(databases: Databases, jobs: Sequence[SyncJob]) -> tuple[int | None, ...]:
    """How many changes each job's client has not sent and would lose to a reinitialisation, None where unknown."""
    return tuple(_given_up(databases, job) for job in jobs)


def _given_up(databases: Databases, job: SyncJob) -> int | None:
    try:
        connection = databases.connection(job.client)
        local = LocalDatabasePeer(connection, databases.declared[job.client].scope_info_table)
        row = local.known_client(job.scope, parameter_hash({}))
        return local.pending(row, synced_groups(local.scope(job.scope)), replaced=True)
    except DmsError:  # the sync says what is wrong, and replaces nothing
        return None


def _status(databases: Databases, job: SyncJob) -> ClientStatus:
    try:
        server, client = databases.connection(job.server), databases.connection(job.client)
        remote = RemoteDatabasePeer(server, databases.declared[job.server].scope_info_table)
        local = LocalDatabasePeer(client, databases.declared[job.client].scope_info_table)
        remote_scope, scope = remote.scope(job.scope), local.scope(job.scope)
    except NotProvisioned as error:
        return ClientStatus(scope=job.scope, client=job.client, state="not set up", problem=error)
    except DmsError as error:
        state = "unreachable" if error.code in {"unreachable", "access-denied"} else "failed"
        return ClientStatus(scope=job.scope, client=job.client, state=state, problem=error)
    row = local.known_client(job.scope, parameter_hash({}))
    groups = synced_groups(scope)
    state = "ok" if row is not None and not row.is_new else "never synced"
    problem: DmsError | None = None
    lost = row is not None and not goes_on(local, remote, row)
    if lost:
        state = "begins anew"
    outdated = state == "ok" and row is not None and is_outdated(remote_scope, row)
    if outdated:
        state = "outdated"
    try:
        check_intact(server, remote_scope)
        check_intact(client, scope)
        gained = check_columns(server, remote_scope)
        check_columns(client, scope)
        if gained and state == "ok":
            state = "plan due"
        for side in (server, client):
            check_owner(side, job.scope, databases.pipeline)
    except ForeignScope as error:
        state, problem = "not ours", error
    except DmsError as error:
        state, problem = "drift", error
    known = ClientStatus(scope=job.scope, client=job.client, state=state, last_sync_at=_moment(row), problem=problem)
    try:
        failed = _kept(remote, local, job.scope, row, read_errors)
        return replace(
            known,
            state="failed rows" if failed and state == "ok" else state,
            revision=revision(local.connection, job.scope),
            to_send=local.pending(row, groups),
            to_get=None if outdated else remote.pending(None if lost else row, groups),
            conflicts=_kept(remote, local, job.scope, row, read_conflicts),
            failed=failed,
        )
    except DmsError as error:  # what has drifted may be a table that is counted here
        return known if problem is not None else replace(known, state="failed", problem=error)


def _moment(row: ScopeInfoClient | None) -> datetime | None:
    if row is None or row.last_sync is None:
        return None
    whole, _, fraction = row.last_sync.partition(".")
    return datetime.fromisoformat(f"{whole}.{fraction[:6]:0<6}").replace(tzinfo=UTC)


def _kept(
    remote: RemoteDatabasePeer, local: LocalDatabasePeer, scope: str, row: ScopeInfoClient | None, read: _Read
) -> int:
    """Rows kept aside for this client on both sides."""
    if row is None:
        return 0
    return sum(1 for side in (remote, local) for entry in read(side.connection, (scope,)) if entry.client_id == row.id)
