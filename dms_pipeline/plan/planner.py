"""From scopes and observed databases to a plan. The one door of this package for those who make plans.

Servers come first, because what a client gets is what its server has; then clients by name. All problems of all
databases are found before any step is made: a plan has either errors or steps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import Problem, Unreachable
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.columns import leaves_columns
from dms_pipeline.plan.crossing import crossing_notes
from dms_pipeline.plan.desired import Desired, desired, without
from dms_pipeline.plan.diff import diff
from dms_pipeline.plan.draft import Part
from dms_pipeline.plan.hazard import hazard
from dms_pipeline.plan.keys import spelled
from dms_pipeline.plan.loads import Planned, has_synced, rows_to_load, to_reload, with_loads
from dms_pipeline.plan.objects import Watched, objects
from dms_pipeline.plan.plan import Cause, Plan, PlannedConnection, Purpose, Role, Step
from dms_pipeline.plan.reasons import Reasons
from dms_pipeline.plan.scope import Endpoint, ScopePlanInput, ServedScope, is_empty, serve
from dms_pipeline.plan.simulate import simulate
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.plan.triggers import owns
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.schema.model import ScopeInfo, SyncSetup, TableName


def make_plan(
    pipeline: str,
    digest: str,
    scopes: Sequence[ScopePlanInput],
    endpoints: Mapping[str, Endpoint],
    found: Sequence[Problem] = (),
) -> Plan:
    """The plan that brings every database to what the file says.

    `endpoints` holds each connection of the pipeline that is a database, by name; those that no scope uses are there
    too, since a scope that has left the file may be in them. `found` are problems of connections that are not in
    `endpoints`, because nobody can say which database they mean.
    """
    problems = [*found, *_unreached(scopes, endpoints)]
    served, unserved = _serve_all(pipeline, scopes, endpoints)
    problems += unserved
    problems += _withheld(served, endpoints)
    planned = []
    for endpoint in _in_order(scopes, endpoints):
        if endpoint.observed is None:
            continue
        parts = _parts(endpoint.name, served.values())
        wanted = _desired(endpoint, parts, scopes, pipeline)
        problems += wanted.problems
        operations = _operations(endpoint, parts, wanted)
        planned.append(Planned(endpoint=endpoint, parts=parts, wanted=wanted, operations=operations))
    deferred = tuple(sorted(name for name in _clients(scopes) if _is_deferred(name, endpoints)))
    common = Plan(pipeline=pipeline, pipeline_digest=digest, deferred=deferred)
    if problems:
        return replace(common, errors=tuple(dict.fromkeys(problems)))
    reloads = tuple(reload for one in planned for reload in to_reload(one, endpoints))
    planned = [with_loads(one, reloads) for one in planned]
    return replace(
        common,
        connections=tuple(_connection(one) for one in planned),
        steps=tuple(step for one in planned for step in _steps(one, pipeline)),
        rows=tuple(row for one in planned for row in rows_to_load(one, endpoints)),
        reloads=reloads,
        notes=(*(note for one in planned for note in one.wanted.notes), *crossing_notes(served.values(), endpoints)),
        unmanaged=tuple(pair for one in planned for pair in _unmanaged(one.endpoint, one.parts, pipeline)),
    )


def destroy_plan(
    pipeline: str,
    digest: str,
    scopes: Sequence[ScopePlanInput],
    endpoints: Mapping[str, Endpoint],
    found: Sequence[Problem] = (),
) -> Plan:
    """The plan that takes everything of this pipeline away again; user tables and their rows stay."""
    problems = (*found, *_unreached(scopes, endpoints))
    if problems:
        return Plan(pipeline=pipeline, pipeline_digest=digest, purpose=Purpose.DESTROY, errors=problems)
    planned = []
    for endpoint in _in_order(scopes, endpoints):
        if endpoint.observed is not None:
            state = without(endpoint, pipeline)
            operations = _diff(endpoint, state)
            planned.append(Planned(endpoint=endpoint, parts=(), wanted=Desired(state=state), operations=operations))
    return Plan(
        pipeline=pipeline,
        pipeline_digest=digest,
        purpose=Purpose.DESTROY,
        connections=tuple(_connection(one, scopes) for one in planned),
        steps=tuple(step for one in planned for step in _steps(one, pipeline, destroys=True)),
        deferred=tuple(sorted(name for name in _clients(scopes) if _is_deferred(name, endpoints))),
        unmanaged=tuple(pair for one in planned for pair in _unmanaged(one.endpoint, (), pipeline)),
    )


def forgets(plan: Plan) -> bool:
    """A step would drop what was recorded or kept, so that what would be lost has to be counted."""
    drops = op.DropTrackingTable | op.DeleteScope | op.DropOwnTable
    return any(isinstance(step.operation, drops) or leaves_columns(step.operation) for step in plan.steps)


def _clients(scopes: Iterable[ScopePlanInput]) -> frozenset[str]:
    return frozenset(client for scope in scopes for client in scope.clients)


def _servers(scopes: Iterable[ScopePlanInput]) -> frozenset[str]:
    return frozenset(scope.server for scope in scopes)


def _in_order(scopes: Sequence[ScopePlanInput], endpoints: Mapping[str, Endpoint]) -> list[Endpoint]:
    servers = _servers(scopes)
    return sorted(endpoints.values(), key=lambda one: (one.name not in servers, one.name))


def _is_deferred(name: str, endpoints: Mapping[str, Endpoint]) -> bool:
    endpoint = endpoints.get(name)
    return endpoint is not None and endpoint.observed is None and endpoint.may_be_offline


def _unreached(scopes: Sequence[ScopePlanInput], endpoints: Mapping[str, Endpoint]) -> Iterator[Problem]:
    """A server must be reached; a client too, unless the file says that it may be offline."""
    servers, clients = _servers(scopes), _clients(scopes)
    for name in sorted(servers | clients):
        endpoint = endpoints.get(name)
        if endpoint is None or endpoint.observed is not None:
            continue
        if name in servers or not endpoint.may_be_offline:
            error = endpoint.unreachable
            hints = [] if error is None or error.hint is None else [error.hint]
            if name not in servers and (error is None or isinstance(error, Unreachable)):
                hints.append('offline = "allowed" lets a plan go on without it')
            yield Problem(
                code="unreachable" if error is None else error.code,
                message=f"{name} was not reached" if error is None else error.message,
                path=endpoint.path or f"connections.{name}",
                hint="; ".join(hints) or None,
            )


def _serve_all(
    pipeline: str, scopes: Sequence[ScopePlanInput], endpoints: Mapping[str, Endpoint]
) -> tuple[dict[str, ServedScope], list[Problem]]:
    served: dict[str, ServedScope] = {}
    problems: list[Problem] = []
    for scope in scopes:
        endpoint = endpoints.get(scope.server)
        if endpoint is None:
            continue
        joined, found = serve(scope, endpoint, pipeline)
        problems += found
        if joined is not None:
            served[scope.name] = joined
    return served, problems


def _parts(name: str, served: Iterable[ServedScope]) -> tuple[Part, ...]:
    return tuple(
        Part(role=role, served=one)
        for one in served
        for role, is_it in ((Role.SERVER, one.scope.server == name), (Role.CLIENT, name in one.scope.clients))
        if is_it
    )


def _desired(endpoint: Endpoint, parts: tuple[Part, ...], scopes: Sequence[ScopePlanInput], pipeline: str) -> Desired:
    used = {scope.name for scope in scopes if endpoint.name in (scope.server, *scope.clients)}
    observed = endpoint.observed or DatabaseState()
    gone = frozenset(name for name, owner in observed.owners.items() if owner.pipeline == pipeline and name not in used)
    if not used:
        return Desired(state=without(endpoint, pipeline) if gone else observed)
    return desired(endpoint, parts, gone, pipeline)


def _withheld(served: Mapping[str, ServedScope], endpoints: Mapping[str, Endpoint]) -> Iterator[Problem]:
    """While a client is away, its scopes may grow but not shrink: it would come back to what it cannot speak with."""
    for one in served.values():
        away = [client for client in one.scope.clients if _is_deferred(client, endpoints)]
        if away and one.stored is not None and (lost := _lost(one.stored, one.info)):
            yield Problem(
                code="client-away",
                message=f"scopes.{one.scope.name} would lose {', '.join(lost)} while {', '.join(away)} is not reached",
                path=f"scopes.{one.scope.name}",
                hint=f"plan again when {away[0]} can be reached, or take it out of clients",
            )


def _lost(before: ScopeInfo, after: ScopeInfo) -> list[str]:
    if before.schema is None or after.schema is None:
        return []
    lost = []
    for table in before.schema.tables or ():
        kept = after.schema.table(table.table)
        if kept is None:
            lost.append(str(table.table))
            continue
        names = {column.name for column in kept.columns or ()}
        lost += [f"{table.table}.{column.name}" for column in table.columns or () if column.name not in names]
    return lost


def _operations(endpoint: Endpoint, parts: tuple[Part, ...], wanted: Desired) -> tuple[Operation, ...]:
    if wanted.problems:
        return ()
    return _diff(endpoint, wanted.state, _rows_to_track(endpoint, parts))


def _diff(endpoint: Endpoint, state: DatabaseState, track: frozenset[TableName] = frozenset()) -> tuple[Operation, ...]:
    return diff(
        endpoint.observed or DatabaseState(),
        state,
        endpoint.traits,
        scope_info_table=endpoint.scope_info_table,
        track=track,
    )


def _rows_to_track(endpoint: Endpoint, parts: tuple[Part, ...]) -> frozenset[TableName]:
    """Tables whose present rows must become changes when their tracking starts.

    On a client: all that it already had, so that they are uploaded. On a server: those that join a scope whose
    clients have synced before, since an incremental sync sees nothing but what is tracked.
    """
    observed = endpoint.observed or DatabaseState()
    result: set[TableName] = set()
    for part in parts:
        for document in part.served.documents:
            there = spelled(observed.tables, document.table, endpoint.traits) is not None
            joins = part.role is Role.SERVER and has_synced(observed, part.scope)
            if there and (part.role is Role.CLIENT or joins):
                result.add(document.table)
    return frozenset(result)


def _steps(one: Planned, pipeline: str, *, destroys: bool = False) -> Iterator[Step]:
    endpoint = one.endpoint
    reasons = Reasons(endpoint=endpoint, observed=one.observed, parts=one.parts, pipeline=pipeline, destroys=destroys)
    roles = {part.role for part in one.parts} or {Role(owner.role) for owner in one.observed.owners.values()}
    for operation in one.operations:
        reason, cause = reasons.of(operation)
        yield Step(
            connection=endpoint.name,
            operation=operation,
            reason=reason,
            cause=cause,
            hazard=hazard(
                operation,
                one.observed,
                endpoint.traits,
                is_client=Role.CLIENT in roles,
                asked=cause is Cause.DESTROY,
            ),
            sql=endpoint.target.lower(operation),
        )


def _connection(one: Planned, scopes: Sequence[ScopePlanInput] = ()) -> PlannedConnection:
    endpoint = one.endpoint
    watched = _watched(one)
    roles = [(part.role, part.scope) for part in one.parts]
    for scope in scopes:
        if endpoint.name == scope.server:
            roles.append((Role.SERVER, scope.name))
        if endpoint.name in scope.clients:
            roles.append((Role.CLIENT, scope.name))
    after = simulate(one.observed, one.operations)
    return PlannedConnection(
        name=endpoint.name,
        provider=endpoint.provider,
        roles=tuple(roles),
        scope_info_table=endpoint.scope_info_table,
        before=objects(one.observed, watched, endpoint.traits),
        after=objects(after, watched, endpoint.traits),
        watched=watched,
    )


def _watched(one: Planned) -> Watched:
    """What a plan reads, the tables and side objects of its scopes, and what its steps touch beyond that."""
    tables: set[TableName] = set()
    tracking: set[TableName] = set()
    triggers: set[tuple[TableName, str]] = set()
    scopes = {part.scope for part in one.parts}
    for part in one.parts:
        setup = part.served.scope.setup
        for document in part.served.documents:
            tables.add(document.table)
            tracking.add(tracking_table(setup, document.table))
            triggers.update(_of_table(one, setup, document.table))
    for operation in one.operations:
        match operation:
            case op.CreateTable(table=table):
                tables.add(table.name)
            case op.CreateTrackingTable(table=table):
                tracking.add(table.name)
            case op.DropTrackingTable(table=name):
                tracking.add(name)
            case op.CreateTrigger(trigger=trigger) | op.DropTrigger(trigger=trigger):
                triggers.add((trigger.table, trigger.name))
            case op.DeleteScope(scope=scope):
                scopes.add(scope)
            case op.DropScopeTable() | op.DropOwnTable():
                # What is shared goes only while nobody else needs it: a scope that turns up makes the plan stale.
                scopes.update(one.observed.scopes)
            case _:
                pass
    return Watched(
        tables=frozenset(tables),
        tracking_tables=frozenset(tracking),
        triggers=frozenset(triggers),
        scopes=frozenset(scopes),
    )


def _of_table(one: Planned, setup: SyncSetup, table: TableName) -> Iterator[tuple[TableName, str]]:
    """The triggers of a table, whether they are there or not."""
    target = one.endpoint.target
    yield from ((table, name) for name in target.trigger_names(setup, table))
    for held in {**one.observed.triggers, **one.wanted.state.triggers}:
        if owns(target, setup, table, held):
            yield held


def _unmanaged(endpoint: Endpoint, parts: Iterable[Part], pipeline: str) -> Iterator[tuple[str, str]]:
    managed = {part.scope for part in parts}
    observed = endpoint.observed or DatabaseState()
    for name, info in sorted(observed.scopes.items()):
        owner = observed.owners.get(name)
        ours = owner is not None and owner.pipeline == pipeline
        if name not in managed and not ours and not is_empty(info):
            yield endpoint.name, name
