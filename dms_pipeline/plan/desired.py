"""What a database should hold: what was observed, with everything that the scopes need, without what they left.

Desired is derived from observed, so that whatever is not ours (other tables, triggers of the application, scopes of
other pipelines) is equal in both and never becomes a difference. Tracking tables and triggers are shared by all
scopes of a database: they are kept as long as any setup that would be stored there needs them (design decision 3).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, Problem
from dms_pipeline.plan.actions import acting_keys, note_actions
from dms_pipeline.plan.client_tables import client_tables
from dms_pipeline.plan.draft import Draft, Part
from dms_pipeline.plan.keys import fold, key, lookup, spelled
from dms_pipeline.plan.plan import Note, Role
from dms_pipeline.plan.procedures import peer_procedures
from dms_pipeline.plan.refusals import collisions
from dms_pipeline.plan.scope import as_problem, is_empty, same_scope
from dms_pipeline.plan.state import DatabaseState, Ownership
from dms_pipeline.plan.triggers import kind_here, note_kind, own_tables_of, owns, table_triggers, taken_names
from dms_pipeline.schema import own
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.schema.database import ForeignKey, Table, Trigger
    from dms_pipeline.schema.model import ScopeInfo, SyncSetup, SyncTable, TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Desired:
    """A desired state, or why there is none."""

    state: DatabaseState
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def desired(endpoint: Endpoint, parts: Iterable[Part], gone: frozenset[str], pipeline: str) -> Desired:
    """What a database should hold for its parts in scopes, once the scopes of `gone` have left it."""
    observed = endpoint.observed or DatabaseState()
    parts = tuple(parts)
    draft = Draft(
        endpoint=endpoint,
        observed=observed,
        tables=dict(observed.tables),
        tracking=dict(observed.tracking_tables),
        triggers=dict(observed.triggers),
        altered=set(observed.altered),
    )
    draft.notes += [note for part in parts if part.role is Role.SERVER for note in part.served.notes]
    draft.problems += _collisions(endpoint, parts)
    draft.problems += _chains(endpoint, parts)
    client_tables(draft, parts)
    unnamed = tuple(_unnamed(draft, parts))
    if unnamed:
        return Desired(state=observed, problems=(*draft.problems, *unnamed))
    scopes = {name: info for name, info in observed.scopes.items() if name not in gone}
    for part in parts:
        scopes[part.scope] = _scope_row(observed, part)
    left = {name for name, owner in observed.owners.items() if owner.pipeline == pipeline} | gone
    _drop_unneeded(draft, (observed.scopes[name] for name in sorted(left) if name in observed.scopes), scopes.values())
    here = kind_here(endpoint)
    draft.notes += (*note_kind(endpoint, here), *_advice(endpoint, observed)) if parts else ()
    keys = acting_keys(draft)
    kinds = {}
    for part in parts:
        for document in part.served.documents:
            kinds[document.table] = _side_objects(draft, part, document, here or Triggers.EXTENDED, keys)
    draft.notes += [note for table, kind in kinds.items() for note in note_actions(draft, table, kind)]
    draft.problems += taken_names(draft)
    procedures = peer_procedures(draft, parts, sorted(gone), here or Triggers.EXTENDED)
    state = replace(
        observed,
        procedures=procedures,
        schemas=observed.schemas | _schemas(draft),
        tables=draft.tables,
        tracking_tables=draft.tracking,
        triggers=draft.triggers,
        altered=frozenset(draft.altered & draft.triggers.keys()),
        scope_tables=_scope_tables(draft) if parts else observed.scope_tables,
        own_tables={**observed.own_tables, **_own_tables(endpoint, parts, draft.triggers.values())},
        scopes=scopes,
        scope_clients=tuple(client for client in observed.scope_clients if client.scope_name not in gone),
        owners=_owners(observed, parts, gone, pipeline),
    )
    return Desired(state=state, problems=tuple(draft.problems), notes=tuple(draft.notes))


def _advice(endpoint: Endpoint, observed: DatabaseState) -> Iterator[Note]:
    """What a provider advises for a database that applications use already."""
    if observed.tables:
        for code, message in observed.advice.items():
            yield Note(code=code, connection=endpoint.name, message=message)


def without(endpoint: Endpoint, pipeline: str) -> DatabaseState:
    """What a database should hold once everything of a pipeline has left it: user tables and the scopes of others."""
    observed = endpoint.observed or DatabaseState()
    gone = frozenset(name for name, owner in observed.owners.items() if owner.pipeline == pipeline)
    state = desired(endpoint, (), gone, pipeline).state
    if not any(not is_empty(info) for info in state.scopes.values()) and gone:
        state = replace(state, scope_tables={}, scopes={}, scope_clients=())
    if not state.owners:
        # Triggers that the scopes of others need write as before.
        needed = own_tables_of(state.triggers.values())
        state = replace(state, own_tables={name: one for name, one in state.own_tables.items() if name in needed})
    return state


def _own_tables(endpoint: Endpoint, parts: tuple[Part, ...], triggers: Iterable[Trigger]) -> dict[str, Table]:
    observed = endpoint.observed or DatabaseState()
    serves = any(part.role is Role.SERVER for part in parts)
    for_triggers = own_tables_of(triggers)
    needed = [
        table
        for table in own.OWN_TABLES
        if parts
        and (serves or table.on_clients)
        and (table.name in for_triggers or not table.for_triggers)
        and (endpoint.traits.serial_writers or not table.for_serial_writers)
    ]
    return {table.name: endpoint.target.own_table(table) for table in needed if table.name not in observed.own_tables}


def _scope_tables(draft: Draft) -> dict[str, Table]:
    endpoint = draft.endpoint
    result = dict(draft.observed.scope_tables)
    for table in endpoint.target.scope_tables(endpoint.scope_info_table):
        found = result.setdefault(table.name.name, table)
        if [column.name for column in found.columns] != [column.name for column in table.columns]:
            draft.problems.append(
                Problem(
                    code="table-differs",
                    message=f"{endpoint.name}: {table.name} is not the scope table of Dotmim.Sync 1.x",
                    path=f"connections.{endpoint.name}.scope_info_table",
                    hint="name another scope_info_table for this connection",
                )
            )
    return result


def _scope_row(observed: DatabaseState, part: Part) -> ScopeInfo:
    """The server's row; on a client verbatim, but with the client's own version and columns beside it."""
    info = part.served.info
    if part.role is Role.SERVER:
        return info
    row = observed.scopes.get(part.scope)
    if row is None:
        return replace(info, last_cleanup_timestamp=None, properties=None)
    if info.setup is not None and info.schema is not None and same_scope(row, info.setup, info.schema):
        return row
    return replace(
        info,
        version=row.version,
        last_cleanup_timestamp=row.last_cleanup_timestamp,
        properties=row.properties,
    )


def _owners(
    observed: DatabaseState, parts: Iterable[Part], gone: frozenset[str], pipeline: str
) -> dict[str, Ownership]:
    owners = {name: owner for name, owner in observed.owners.items() if name not in gone}
    for part in parts:
        before = observed.owners.get(part.scope)
        owners[part.scope] = Ownership(
            scope=part.scope,
            pipeline=pipeline,
            role=part.role.value,
            revision=part.served.revision,
            to_load=() if before is None else before.to_load,  # a sync takes it away, not a plan
        )
    return owners


def _schemas(draft: Draft) -> frozenset[str]:
    if draft.traits.default_schema is None:
        return frozenset()
    names = {name.schema for name in draft.tables if name not in draft.observed.tables}
    return frozenset(names - {"", draft.traits.default_schema})


def _collisions(endpoint: Endpoint, parts: Iterable[Part]) -> tuple[Problem, ...]:
    entries = {
        part.served.scope.place(entry.table): (part.served.scope.setup, entry.table)
        for part in parts
        for entry in part.served.scope.setup.tables or ()
    }
    return collisions(endpoint.name, entries, endpoint.traits)


def _chains(endpoint: Endpoint, parts: tuple[Part, ...]) -> Iterator[Problem]:
    """A table may not come from a server and go on to clients: applied rows are not passed on."""
    sent = {
        key(document.table, endpoint.traits): part
        for part in parts
        if part.role is Role.SERVER
        for document in part.served.documents
    }
    for part in parts:
        for document in part.served.documents if part.role is Role.CLIENT else ():
            other = sent.get(key(document.table, endpoint.traits))
            if other is not None:
                yield Problem(
                    code="conflicting-scopes",
                    message=f"{endpoint.name}: {document.table} comes from {part.served.scope.server} in scope"
                    f" {part.scope} and would go on to the clients of scope {other.scope};"
                    " rows that a sync has applied are not passed on",
                    path=part.served.scope.place(document.table),
                    hint=f"let the clients of {other.scope} sync with {part.served.scope.server} itself",
                )


def _side_objects(
    draft: Draft,
    part: Part,
    document: SyncTable,
    usual: Triggers,
    keys: Mapping[TableName, tuple[ForeignKey, ...]],
) -> Triggers:
    """The tracking table and the triggers of a table; what is there and says the same stays as it is."""
    target, setup = draft.endpoint.target, part.served.scope.setup
    wanted = target.tracking_table(setup, document, lookup(draft.tables, document.table, draft.traits))
    name = spelled(draft.tracking, wanted.name, draft.traits)
    if name is None:
        draft.tracking[wanted.name] = wanted
    elif lacking := _lacks(draft.tracking[name], wanted, draft.traits):
        draft.problems.append(
            Problem(
                code="table-differs",
                message=f"{draft.endpoint.name}: the tracking table {name} does not fit {document.table}: {lacking}",
                path=part.served.scope.place(document.table),
                hint=f"sync everything, then drop {name} and plan again",
            )
        )
    return table_triggers(draft, setup, document, usual, keys)


def _lacks(found: Table, wanted: Table, traits: Traits) -> str | None:
    there = {fold(column.name, traits) for column in found.columns}
    missing = [column.name for column in wanted.columns if fold(column.name, traits) not in there]
    if missing:
        return f"it lacks {', '.join(missing)}"
    keys = [sorted(fold(name, traits) for name in table.primary_key) for table in (found, wanted)]
    return None if keys[0] == keys[1] else f"its key is {', '.join(found.primary_key) or 'missing'}"


def _unnamed(draft: Draft, parts: tuple[Part, ...]) -> Iterator[Problem]:
    """Tables of which this database cannot hold our objects: their names would be too long, or each other's."""
    target = draft.endpoint.target
    for part in parts:
        setup = part.served.scope.setup
        for document in part.served.documents:
            try:
                target.tracking_table(setup, document)
                target.triggers(setup, document, None, Triggers.EXTENDED)
            except DmsError as error:
                yield as_problem(draft.endpoint.name, error, part.served.scope.place(document.table))


def _drop_unneeded(draft: Draft, before: Iterable[ScopeInfo], after: Iterable[ScopeInfo]) -> None:
    """Take out tracking tables and triggers of these scopes that no scope needs any longer."""
    kept, left = _tracked(after), _tracked(before)
    needed = {key(tracking_table(setup, table), draft.traits) for setup, table in kept}
    for setup, table in left:
        name = tracking_table(setup, table)
        found = spelled(draft.tracking, name, draft.traits)
        if found is not None and key(name, draft.traits) not in needed:
            del draft.tracking[found]
    target = draft.endpoint.target
    for held in list(draft.triggers):
        is_left = any(owns(target, setup, table, held) for setup, table in left)
        if is_left and not any(owns(target, setup, table, held) for setup, table in kept):
            del draft.triggers[held]


def _tracked(scopes: Iterable[ScopeInfo]) -> tuple[tuple[SyncSetup, TableName], ...]:
    """The tables of stored scopes, each with the setup that names its objects."""
    return tuple(
        (info.setup, entry.table) for info in scopes if info.setup is not None for entry in info.setup.tables or ()
    )
