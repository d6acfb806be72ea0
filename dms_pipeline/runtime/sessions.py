"""Running the syncs of a pipeline one after the other: who with whom, what came of it, and the run that records it.

One failing sync does not stop the others: a shop whose file is locked is no reason for the next shop to wait.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, ForeignScope
from dms_pipeline.runtime.intact import check_columns, check_intact
from dms_pipeline.runtime.journal import Keeper
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.runtime.registry import owner_of
from dms_pipeline.runtime.retrying import retried
from dms_pipeline.runtime.runs import begin_sync, end_run
from dms_pipeline.schema.document import same_setup
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.session import synchronize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dms_pipeline.events import Report
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.databases import Databases
    from dms_pipeline.runtime.journal import NamedConflict, NamedError
    from dms_pipeline.schema.model import SyncSetup
    from dms_pipeline.sync.peers import SessionOptions
    from dms_pipeline.sync.result import SyncResult


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncJob:
    """One sync to run: a scope, its server and one client, by the names of their connections.

    `setup` is what the file wants the scope to be; the sync runs on what is stored, and says so where they differ.
    """

    scope: str
    server: str
    client: str
    setup: SyncSetup
    options: SessionOptions
    sync_type: SyncType = SyncType.NORMAL


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncOutcome:
    """What came of a job: a result or an error.

    `run` is its number on the server, None if none was recorded. `conflicts` are those that this sync decided,
    `failed_rows` those that it set aside. `file_differs` says that the file asks for something that is not applied yet.
    """

    job: SyncJob
    run: int | None = None
    result: SyncResult | None = None
    error: DmsError | None = None
    conflicts: tuple[NamedConflict, ...] = ()
    failed_rows: tuple[NamedError, ...] = ()
    file_differs: bool = False
    gained: tuple[str, ...] = ()


def run_sessions(
    databases: Databases, jobs: Sequence[SyncJob], report: Report, prefixes: Mapping[str, str] | None = None
) -> tuple[SyncOutcome, ...]:
    """Run all jobs in order. A server keeps its connection, a client's is closed after its last job.

    `prefixes` are what stands before the numbers of the entries that a server keeps, nothing by default.
    """
    runs: dict[str, int] = {}
    outcomes: list[SyncOutcome] = []
    for place, job in enumerate(jobs):
        try:
            outcomes.append(_retried(databases, job, report, runs, prefixes or {}))
        except DmsError as error:
            outcomes.append(SyncOutcome(job=job, run=runs.get(job.server), error=error))
            databases.release(job.server)  # it may be lost; the next job opens it anew
        if all(later.client != job.client for later in jobs[place + 1 :]):
            databases.release(job.client)
    for server, number in runs.items():
        # A server that cannot be written to has said so in the outcomes, which count more than the record of the run.
        with suppress(DmsError):
            _record(databases, server, number, outcomes)
    return tuple(outcomes)


def _retried(
    databases: Databases, job: SyncJob, report: Report, runs: dict[str, int], prefixes: Mapping[str, str]
) -> SyncOutcome:
    def renew() -> None:
        databases.release(job.server)
        databases.release(job.client)

    return retried(
        lambda: _run(databases, job, report, runs, prefixes), renew, scope=job.scope, client=job.client, report=report
    )


def _run(
    databases: Databases, job: SyncJob, report: Report, runs: dict[str, int], prefixes: Mapping[str, str]
) -> SyncOutcome:
    server, client = databases.connection(job.server), databases.connection(job.client)
    tables = {name: databases.declared[name].scope_info_table for name in (job.server, job.client)}
    remote = RemoteDatabasePeer(server, tables[job.server], client_name=job.client)
    local = LocalDatabasePeer(client, tables[job.client])
    stored = remote.scope(job.scope)
    check_intact(server, stored)
    check_intact(client, local.scope(job.scope))
    gained = check_columns(server, stored)
    check_columns(client, local.scope(job.scope))
    for side in (server, client):
        check_owner(side, job.scope, databases.pipeline)
        side.provider.changes().check_writable(side)
    if job.server not in runs:
        runs[job.server] = begin_sync(server)
    result = synchronize(
        local,
        remote,
        job.scope,
        parameter_hash=parameter_hash({}),
        clock=time.perf_counter,
        options=job.options,
        sync_type=job.sync_type,
        report=report,
    )
    sides = (
        (
            Keeper(connection=server, scopes=(job.scope,), prefix=prefixes.get(job.server, ""), client=job.client),
            result.to_server,
        ),
        (Keeper(connection=client, scopes=(job.scope,), prefix=f"{job.client}:", client=job.client), result.to_client),
    )
    return SyncOutcome(
        job=job,
        run=runs[job.server],
        result=result,
        conflicts=tuple(one for keeper, applied in sides for one in _conflicts(keeper, applied.conflict_ids)),
        failed_rows=tuple(one for keeper, applied in sides for one in _failed_rows(keeper, applied.error_ids)),
        file_differs=stored.setup is not None and not same_setup(stored.setup, job.setup),
        gained=gained,
    )


def check_owner(connection: Connection, scope: str, pipeline: str) -> None:
    """Refuse to touch a scope that another pipeline has set up here.

    Raises:
        ForeignScope: with the owner. What nobody owns, Dotmim.Sync has made: its plan asks for it.
    """
    owner = owner_of(connection, scope)
    if owner is not None and owner != pipeline:
        raise ForeignScope(
            connection.endpoint,
            f'scope "{scope}" belongs to pipeline {owner}, not to {pipeline}; nothing was synced',
            hint=f"sync it with that pipeline's file; to take it over: dms-pipeline apply --adopt {scope}",
        )


def _conflicts(keeper: Keeper, numbers: Sequence[int]) -> tuple[NamedConflict, ...]:
    wanted = set(numbers)
    return tuple(one for one in keeper.conflicts(min(wanted)) if one.conflict.number in wanted) if wanted else ()


def _failed_rows(keeper: Keeper, numbers: Sequence[int]) -> tuple[NamedError, ...]:
    wanted = set(numbers)
    return tuple(one for one in keeper.errors(min(wanted)) if one.error.number in wanted) if wanted else ()


def _record(databases: Databases, server: str, number: int, outcomes: Sequence[SyncOutcome]) -> None:
    mine = [outcome for outcome in outcomes if outcome.job.server == server]
    failed = [outcome for outcome in mine if outcome.error is not None]
    results = [outcome.result for outcome in mine if outcome.result is not None]
    end_run(
        databases.connection(server),
        number,
        "failed" if failed else "done",
        {
            "syncs": len(mine),
            "failed": len(failed),
            "rows": sum(
                side.total("rows") + side.total("deletes") for r in results for side in (r.to_server, r.to_client)
            ),
            "conflicts": sum(result.conflicts for result in results),
            "rows_kept_aside": sum(result.failed for result in results),
        },
    )
