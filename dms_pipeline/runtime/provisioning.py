"""Setting up a scope for callers of the library, through the same plans as the command line.

The reference provisions by itself: a sync, or a call, makes what is missing. Here that is a plan of one scope, carried
out under the same lock, with the same tables of ours and the same look before each session. A scope that a pipeline
file owns stays its own: it is synced, and not changed. What the reference provisioned is taken over as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import CannotProvision, ForeignScope, NotProvisioned, PlanIsStale, Problem, SetupConflict
from dms_pipeline.runtime.fingerprints import drifted
from dms_pipeline.runtime.options import SyncProvision
from dms_pipeline.runtime.registry import owner_of, revision
from dms_pipeline.runtime.scope_tables import LIBRARY, check_naming, endpoint, pipeline_of
from dms_pipeline.schema.document import same_setup
from dms_pipeline.schema.own import OBJECTS, OWNER, marking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dms_pipeline.events import Report
    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.plan import Plan, Step
    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
    from dms_pipeline.runtime.side import Side
    from dms_pipeline.schema.model import ScopeInfo, SyncDirection, SyncSet, SyncSetup, TableName

MAX_ATTEMPTS = 5  # each that fails means that somebody else has provisioned something meanwhile


def ensure_set_up(local: Side, remote: Side, scope_name: str, setup: SyncSetup | None, report: Report) -> None:
    """Set a scope up on both sides, as far as it is not; two small reads on each side where it is.

    Raises:
        SetupConflict: a side has stored another setup under this name.
        NotProvisioned: no setup is stored, and none was given.
        CannotProvision: the databases do not allow it.
        ForeignScope: the scope is a pipeline's, and not as that set it up.
    """
    for attempt in range(1, MAX_ATTEMPTS + 1):
        try:
            _ensure_set_up(local, remote, scope_name, setup, report)
        except PlanIsStale:
            # Somebody provisioned something else between our look and our lock: it decides what is to be done now.
            if attempt == MAX_ATTEMPTS:
                raise
        else:
            return


def _ensure_set_up(local: Side, remote: Side, scope_name: str, setup: SyncSetup | None, report: Report) -> None:
    stored = remote.changes.read_scope(remote.connection, remote.scope_table, scope_name)
    wanted = _wanted(remote, scope_name, stored, setup)
    own = local.changes.read_scope(local.connection, local.scope_table, scope_name)
    if own is not None and own.schema is not None and own.setup is not None and not same_setup(own.setup, wanted):
        raise _conflict(
            local, scope_name, "the server's", "provision of the local orchestrator takes the server's over"
        )
    complete = all(
        scope is not None and scope.setup is not None and scope.schema is not None for scope in (stored, own)
    )
    if complete and is_set_up(remote, scope_name) and is_set_up(local, scope_name):
        return
    if stored is None or stored.setup is None:
        check_naming(remote, scope_name, wanted)
    _provision(scope_name, wanted, remote, (local,), report)


def _wanted(remote: Side, scope_name: str, stored: ScopeInfo | None, setup: SyncSetup | None) -> SyncSetup:
    if stored is not None and stored.setup is not None and stored.schema is not None:
        if setup is not None and not same_setup(stored.setup, setup):
            raise _conflict(
                remote,
                scope_name,
                "the one given",
                "provision of the remote orchestrator replaces it, with overwrite=True",
            )
        return stored.setup
    if setup is None:
        raise NotProvisioned(
            remote.name, f'no setup is stored for scope "{scope_name}"', hint="give one: synchronize(SyncSetup(…))"
        )
    return setup


def _conflict(side: Side, scope_name: str, wanted: str, hint: str) -> SetupConflict:
    return SetupConflict(
        side.name,
        f'scope "{scope_name}" is stored with another setup than {wanted}; nothing was synced',
        hint=f"use another name for the new setup, or change this one: {hint}",
    )


def is_set_up(side: Side, scope_name: str) -> bool:
    """Somebody of ours set the scope up here, and what was made then is there and unchanged.

    Raises:
        NotProvisioned: it is a pipeline's, and not intact; only its plan may mend it.
    """
    tables = (OWNER.name, OBJECTS.name, *marking(side.connection.provider.traits))
    if not all(side.changes.has_table(side.connection, name) for name in tables):
        return False
    owner = owner_of(side.connection, scope_name)
    if owner is None:
        return False
    wrong = drifted(side.connection)
    if wrong and not owner.startswith(LIBRARY):
        raise NotProvisioned(
            side.name,
            f'scope "{scope_name}" is not as pipeline {owner} set it up: {", ".join(wrong)} missing, disabled or'
            " changed, so that changes may go unrecorded; nothing was synced",
            hint="dms-pipeline plan shows what is wrong, apply mends it",
        )
    return not wrong


def provision_server(  # noqa: PLR0913 - each argument is a fact of its own
    remote: Side, scope_name: str, setup: SyncSetup, flags: SyncProvision, report: Report, *, overwrite: bool
) -> None:
    """Set a scope up on its server; a stored one keeps its shape, unless it is to be overwritten."""
    if not overwrite:
        stored = remote.changes.read_scope(remote.connection, remote.scope_table, scope_name)
        if stored is None or stored.setup is None:
            check_naming(remote, scope_name, setup)
    _provision(scope_name, setup, remote, (), report, flags=flags, overwrite=overwrite)


def provision_client(local: Side, scope: ScopeInfo, flags: SyncProvision, report: Report) -> None:
    """Make a database a client of a scope as its server stores it; the server itself is not at hand.

    Raises:
        NotProvisioned: the scope is empty.
    """
    if scope.setup is None or scope.schema is None:
        raise NotProvisioned(
            local.name, f'scope "{scope.name}" has no setup', hint="ask its server for it, with a setup"
        )
    absent = _absent_server(local, scope, scope.setup, scope.schema)
    _provision(scope.name, scope.setup, absent, (local,), report, flags=flags)


def _absent_server(local: Side, scope: ScopeInfo, setup: SyncSetup, schema: SyncSet) -> Endpoint:
    """A server of which only the scope is known: tables with the keys of its relations, all of them tracked before."""
    from dms_pipeline.plan.plan import Role
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.plan.state import DatabaseState, Ownership
    from dms_pipeline.schema.database import ForeignKey, Table
    from dms_pipeline.schema.model import TableName

    target = local.database.provider.target()
    keys: dict[TableName, list[ForeignKey]] = {}
    for relation in schema.relations or ():
        child, parent = relation.child_keys[0], relation.parent_keys[0]
        keys.setdefault(TableName(child.schema or "", child.table), []).append(
            ForeignKey(
                name=relation.name,
                columns=tuple(part.column for part in relation.child_keys),
                parent=TableName(parent.schema or "", parent.table),
                parent_columns=tuple(part.column for part in relation.parent_keys),
            )
        )
    documents = schema.tables or ()
    tracking = [target.tracking_table(setup, document) for document in documents]
    return Endpoint(
        name=f"the server of {local.name}",
        provider=local.database.provider.name,
        target=target,
        observed=DatabaseState(
            tables={
                document.table: Table(
                    name=document.table,
                    columns=(),
                    primary_key=document.primary_key or (),
                    foreign_keys=tuple(keys.get(document.table, ())),
                )
                for document in documents
            },
            tracking_tables={table.name: table for table in tracking},
            scopes={scope.name: scope},
            owners={
                scope.name: Ownership(
                    scope=scope.name,
                    pipeline=pipeline_of(scope.name),
                    role=Role.SERVER.value,
                    revision=_next_revision(local, scope),
                )
            },
        ),
    )


def _next_revision(local: Side, scope: ScopeInfo) -> int:
    """A client that takes over another shape is at another revision, under which it notes what it has to load."""
    from dms_pipeline.plan.scope import same_scope

    known = 0
    if local.changes.has_table(local.connection, OWNER.name):
        known = revision(local.connection, scope.name) or 0
    own = local.changes.read_scope(local.connection, local.scope_table, scope.name)
    if own is None or scope.setup is None or scope.schema is None:
        return max(1, known)
    return max(1, known) if same_scope(own, scope.setup, scope.schema) else known + 1


def _provision(  # noqa: PLR0913 - each argument is a fact of its own
    scope_name: str,
    setup: SyncSetup,
    server: Side | Endpoint,
    clients: Sequence[Side],
    report: Report,
    *,
    flags: SyncProvision | None = None,
    overwrite: bool = False,
) -> None:
    """Plan one scope over some databases, and do it. A server that is an `Endpoint` is only read from."""
    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput

    wanted = ScopePlanInput(
        name=scope_name,
        setup=setup,
        server=server.name,
        clients=tuple(client.name for client in clients),
        keeps_shape=not overwrite,
    )
    sides = {side.name: side for side in (server, *clients) if not isinstance(side, Endpoint)}
    ends = {name: endpoint(side, wanted) for name, side in sides.items()}
    if isinstance(server, Endpoint):
        ends[server.name] = server
    _apply(wanted, sides, ends, report, flags)


def _apply(
    wanted: ScopePlanInput,
    sides: Mapping[str, Side],
    ends: Mapping[str, Endpoint],
    report: Report,
    flags: SyncProvision | None,
) -> None:
    from dms_pipeline.plan.document import plan_id
    from dms_pipeline.plan.hazard import Policy
    from dms_pipeline.plan.objects import digest
    from dms_pipeline.plan.planner import make_plan
    from dms_pipeline.runtime.executor import execute
    from dms_pipeline.schema.document import setup_to_json

    plan = make_plan(pipeline_of(wanted.name), digest({"setup": setup_to_json(wanted.setup)}), (wanted,), ends)
    problems = plan.errors or tuple(_disagreements(plan, ends, wanted))
    if problems:
        raise CannotProvision(wanted.name, problems)
    plan = _ours(plan, sides, ends, wanted.name, flags)
    if plan.steps:
        execute(
            plan,
            {name: side.database for name, side in sides.items()},
            policy=Policy(adopt=frozenset({wanted.name})),
            plan_id=plan_id(plan),
            lock_timeout_s=min(side.options.lock_timeout_s for side in sides.values()),
            report=report,
        )


def _disagreements(plan: Plan, ends: Mapping[str, Endpoint], wanted: ScopePlanInput) -> Iterator[Problem]:
    """Tables that a new client has in another scope with other columns.

    A row has one tracking row: a session of one scope would hide what a client changed in the columns of the other.
    Where both only download, it changes nothing.
    """
    from dms_pipeline.plan.operations import SaveScope

    for step in plan.steps:
        new = step.operation.scope if isinstance(step.operation, SaveScope) else None
        observed = ends[step.connection].observed
        if new is None or observed is None or new.name in observed.scopes or step.connection not in wanted.clients:
            continue
        tables = _shapes(new)
        for other in observed.scopes.values():
            for table, shape in _shapes(other).items():
                if table in tables and tables[table] != shape:
                    yield Problem(
                        code="conflicting-scopes",
                        message=f"{step.connection}: {table} is in scopes {other.name} and {new.name} with different"
                        " columns or directions",
                        path="",
                        hint="give it the same ones in both, or keep it in one of them",
                    )


def _shapes(scope: ScopeInfo) -> dict[TableName, tuple[SyncDirection, frozenset[str]]]:
    """The direction and the columns of each table; the columns of those that only download say nothing."""
    if scope.setup is None or scope.schema is None:
        return {}
    directions = {entry.table: entry.direction for entry in scope.setup.tables or ()}
    return {
        one.table: (
            directions[one.table],
            frozenset(column.name for column in one.columns or () if directions[one.table].uploads),
        )
        for one in scope.schema.tables or ()
        if one.table in directions
    }


def _ours(
    plan: Plan, sides: Mapping[str, Side], ends: Mapping[str, Endpoint], scope_name: str, flags: SyncProvision | None
) -> Plan:
    """The plan without what is not to be done: other databases, kinds that were not asked for, somebody's ownership."""
    steps: list[Step] = []
    for name in sides:
        # What a former setup left stays, changes that were not uploaded among it; `deprovision` takes it away.
        found = [step for step in plan.steps_on(name) if not step.operation.kind.startswith("drop-")]
        observed = ends[name].observed
        owner = None if observed is None else observed.owners.get(scope_name)
        if owner is not None and not owner.pipeline.startswith(LIBRARY):
            found = [step for step in found if step.operation.kind not in {"adopt-scope", "own-scope"}]
            if found:
                raise ForeignScope(
                    name,
                    f'scope "{scope_name}" belongs to pipeline {owner.pipeline} and is not set up as asked:'
                    f" {found[0].operation.kind}, {found[0].reason}",
                    hint="change it with that pipeline's file, or use another name",
                )
        kept = [step for step in found if flags is None or _asked(step.operation, flags)]
        if len(kept) < len(found):
            # Half set up is not set up: without an owner, the next sync makes the rest.
            kept = [step for step in kept if step.operation.kind not in {"adopt-scope", "own-scope"}]
        steps += kept
    return replace(
        plan,
        steps=tuple(steps),
        connections=tuple(one for one in plan.connections if one.name in sides),
    )


_FLAGS = {
    "create-schema": SyncProvision.TABLE,
    "create-table": SyncProvision.TABLE,
    "add-column": SyncProvision.TABLE,
    "add-foreign-key": SyncProvision.TABLE,
    "add-unique": SyncProvision.TABLE,
    "create-tracking-table": SyncProvision.TRACKING_TABLE,
    "track-rows": SyncProvision.TRACKING_TABLE,
    "create-trigger": SyncProvision.TRIGGERS,
    "create-procedure": SyncProvision.STORED_PROCEDURES,
}


def _asked(operation: Operation, flags: SyncProvision) -> bool:
    """Scope tables, their row and our own tables come with any provisioning."""
    return operation.kind not in _FLAGS or bool(_FLAGS[operation.kind] & flags)
