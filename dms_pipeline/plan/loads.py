"""What a sync has to load after an apply: rows of what is new to a client, and what it lacks of a shape that grew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import lookup, plain, spelled
from dms_pipeline.plan.plan import Reload, Role, RowsToLoad
from dms_pipeline.plan.scope import is_empty
from dms_pipeline.plan.state import DatabaseState, Load
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.plan.desired import Desired
    from dms_pipeline.plan.draft import Part
    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.schema.model import ScopeInfo, TableName


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """A database with what is desired of it."""

    endpoint: Endpoint
    parts: tuple[Part, ...]
    wanted: Desired
    operations: tuple[Operation, ...]

    @property
    def observed(self) -> DatabaseState:
        """What was found there."""
        return self.endpoint.observed or DatabaseState()


def has_synced(observed: DatabaseState, scope: str) -> bool:
    """A client of the scope has ended a session here."""
    return any(client.scope_name == scope and not client.is_new for client in observed.scope_clients)


def _is_new_on(one: Planned, part: Part) -> bool:
    return is_empty(one.observed.scopes.get(part.scope)) or not has_synced(one.observed, part.scope)


def rows_to_load(one: Planned, endpoints: Mapping[str, Endpoint]) -> Iterator[RowsToLoad]:
    """What the next sync would load: all rows of a scope that is new to a client or was lost, or of such a table."""
    for part in one.parts:
        if part.role is not Role.CLIENT:
            continue
        scope = part.served.scope
        server = endpoints[scope.server]
        whole = is_empty(one.observed.scopes.get(part.scope)) or _begins_anew(one, part, server)
        known = _tables_of(one.observed.scopes.get(part.scope))
        for document in part.served.documents:
            entry = scope.setup.table(document.table)
            if entry is not None and not entry.direction.downloads:
                continue
            if whole or spelled(known, document.table, one.endpoint.traits) is None:
                counted = lookup(server.observed.rows, document.table, server.traits) if server.observed else None
                yield RowsToLoad(
                    scope=part.scope,
                    server=scope.server,
                    client=one.endpoint.name,
                    table=str(plain(document.table, server.traits)),
                    rows=None if counted is None else counted.count,
                    exact=counted is not None and counted.exact,
                )


def _begins_anew(one: Planned, part: Part, server: Endpoint) -> bool:
    noted = () if server.observed is None else server.observed.scope_clients
    return any(
        not client.follows(next((row.last_server_sync_timestamp for row in noted if row.is_same(client)), None))
        for client in one.observed.scope_clients
        if client.scope_name == part.scope
    )


def _tables_of(info: ScopeInfo | None) -> list[TableName]:
    return [] if info is None or info.setup is None else [entry.table for entry in info.setup.tables or ()]


def to_reload(one: Planned, endpoints: Mapping[str, Endpoint]) -> Iterator[Reload]:
    """What this client lacks after the apply and no incremental sync brings.

    The values of a new column are older than the client's mark; so are the rows of a table that was tracked before it
    joined the scope, and those of a table that was dropped here. What an earlier apply left to be loaded is still to be
    loaded.
    """
    for part in one.parts:
        if part.role is not Role.CLIENT or _is_new_on(one, part):
            continue
        before = one.observed.owners.get(part.scope)
        loads = {load.table: load for load in (before.to_load if before is not None else ())}
        for load in _missing(one, part, endpoints[part.served.scope.server]):
            known = loads.get(load.table)
            if known is None or not load.columns:
                loads[load.table] = load
            elif known.columns:
                loads[load.table] = Load(
                    table=load.table, columns=tuple(dict.fromkeys((*known.columns, *load.columns)))
                )
        if loads:
            yield Reload(scope=part.scope, client=one.endpoint.name, loads=tuple(loads.values()))


def _missing(one: Planned, part: Part, server: Endpoint) -> Iterator[Load]:
    stored = one.observed.scopes.get(part.scope)
    schema = stored.schema if stored is not None else None
    if schema is None:
        return
    tracking = {} if server.observed is None else server.observed.tracking_tables
    created, added = _created(one), _added(one)
    for document in part.served.documents:
        known = schema.table(document.table)
        if known is not None and spelled(created, document.table, one.endpoint.traits) is not None:
            yield Load(table=document.table)
        elif known is not None:
            # A column that was synced, and that the client has lost since, has no values there either.
            lost = added.get(spelled(added, document.table, one.endpoint.traits) or document.table, frozenset())
            names = {column.name for column in known.columns or ()} - lost
            gained = tuple(column.name for column in document.columns or () if column.name not in names)
            if gained:
                yield Load(table=document.table, columns=gained)
        elif spelled(tracking, tracking_table(part.served.scope.setup, document.table), server.traits) is not None:
            yield Load(table=document.table)


def _created(one: Planned) -> list[TableName]:
    return [operation.table.name for operation in one.operations if isinstance(operation, op.CreateTable)]


def _added(one: Planned) -> dict[TableName, frozenset[str]]:
    found: dict[TableName, frozenset[str]] = {}
    for operation in one.operations:
        if isinstance(operation, op.AddColumn):
            found[operation.table] = found.get(operation.table, frozenset()) | {operation.column.name}
    return found


def with_loads(one: Planned, found: Iterable[Reload]) -> Planned:
    """The same database, its `OwnScope` steps holding what is to be loaded: that has to outlive a crash."""
    loads = {reload.scope: reload.loads for reload in found if reload.client == one.endpoint.name}
    written = {operation.scope for operation in one.operations if isinstance(operation, op.OwnScope)}
    more = tuple(
        op.OwnScope(scope=name, pipeline=owner.pipeline, role=owner.role, revision=owner.revision, to_load=loads[name])
        for name, owner in one.wanted.state.owners.items()
        if name in loads and name not in written and owner.to_load != loads[name]
    )
    operations = tuple(
        replace(operation, to_load=loads.get(operation.scope, ())) if isinstance(operation, op.OwnScope) else operation
        for operation in one.operations
    )
    return replace(one, operations=(*operations, *more))
