"""From an observed and a desired state to operations, in the order in which they can run.

The order, and why:

1. our own tables, the lock and the history first: an apply writes into them before anything else;
2. namespaces, then the scope tables;
3. user tables of a client, parents first, then unique constraints, then foreign keys (a key may refer to a unique
   column, and tables that refer to each other in a circle get their keys when all are there);
4. missing columns;
5. tracking tables, then triggers, then the rows that a client already held: a row is recorded by the trigger or by
   that step, never by neither, since both are in one transaction, or the table says until then that it is unfilled;
6. the scope's row and its owner, last of what is created: whoever reads the row may rely on the rest;
7. what goes: triggers before the tracking tables that they write to, then scopes, scope tables, our own tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import fold, key
from dms_pipeline.plan.scope import is_empty
from dms_pipeline.schema import own
from dms_pipeline.schema.names import tracking_table
from dms_pipeline.schema.order import components

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import SyncTable, TableName
    from dms_pipeline.schema.traits import Traits

_OWN_ORDER = {table.name: place for place, table in enumerate(own.OWN_TABLES)}


def diff(
    observed: DatabaseState,
    desired: DatabaseState,
    traits: Traits,
    *,
    scope_info_table: str = "scope_info",
    track: frozenset[TableName] = frozenset(),
) -> tuple[Operation, ...]:
    """The operations that make `desired` out of `observed`, in order; none if they are equal.

    `track` are the base tables whose rows are recorded as changes when their tracking table is created.
    """
    return (
        *_own_tables(observed, desired),
        *(op.CreateSchema(schema=name) for name in sorted(desired.schemas - observed.schemas)),
        *(
            op.CreateScopeTable(table=table)
            for name, table in desired.scope_tables.items()
            if name not in observed.scope_tables
        ),
        *_user_tables(observed, desired, traits),
        *_tracking(observed, desired, traits, track),
        *_scopes(observed, desired, traits, scope_info_table),
        *_dropped(observed, desired, traits, scope_info_table),
    )


def _own_tables(observed: DatabaseState, desired: DatabaseState) -> Iterator[Operation]:
    missing = desired.own_tables.keys() - observed.own_tables.keys()
    for name in sorted(missing, key=lambda name: (_OWN_ORDER.get(name, len(_OWN_ORDER)), name)):
        yield op.CreateOwnTable(table=desired.own_tables[name])


def _user_tables(observed: DatabaseState, desired: DatabaseState, traits: Traits) -> Iterator[Operation]:
    new = {name: table for name, table in desired.tables.items() if name not in observed.tables}
    parents = {
        name: [spelling for foreign_key in table.foreign_keys if (spelling := _among(new, foreign_key.parent, traits))]
        for name, table in new.items()
    }
    created = [name for group in components(new, parents) for name in group]
    for name in created:
        yield op.CreateTable(table=_bare(new[name], traits))
    for name in created:
        for unique in new[name].uniques:
            yield op.AddUnique(table=name, unique=unique)
    for name in created:
        for foreign_key in () if traits.inline_foreign_keys else new[name].foreign_keys:
            yield op.AddForeignKey(table=name, foreign_key=foreign_key)
    for name, table in desired.tables.items():
        if name in observed.tables:
            there = {fold(column.name, traits) for column in observed.tables[name].columns}
            for column in table.columns:
                if fold(column.name, traits) not in there:
                    yield op.AddColumn(table=name, column=column)


def _among(tables: Mapping[TableName, Table], name: TableName, traits: Traits) -> TableName | None:
    return next((held for held in tables if key(held, traits) == key(name, traits)), None)


def _bare(table: Table, traits: Traits) -> Table:
    """The table as its first statement makes it; the rest follows as operations of their own."""
    return replace(table, uniques=(), foreign_keys=table.foreign_keys if traits.inline_foreign_keys else ())


def _tracking(
    observed: DatabaseState,
    desired: DatabaseState,
    traits: Traits,
    track: frozenset[TableName],
) -> Iterator[Operation]:
    new = {name: table for name, table in desired.tracking_tables.items() if name not in observed.tracking_tables}
    documents = tracked(traits, desired)
    for name, table in new.items():
        base, _ = documents.get(key(name, traits), (name, None))
        yield op.CreateTrackingTable(base=base, table=replace(table, unfilled=base in track))
    for held, trigger in desired.triggers.items():
        if observed.triggers.get(held) != trigger or held in observed.altered - desired.altered:
            yield op.CreateTrigger(trigger=trigger, replaces=held in observed.triggers)
    unfilled = {name for name, table in observed.tracking_tables.items() if table.unfilled}
    for name_, procedure in desired.procedures.items():
        if observed.procedures.get(name_) != procedure:
            yield op.CreateProcedure(procedure=procedure, replaces=name_ in observed.procedures)
    for name in desired.tracking_tables:
        base, document = documents.get(key(name, traits), (name, None))
        if (name in unfilled or (name in new and base in track)) and document is not None:
            yield op.TrackRows(base=base, tracking=name, key=document.primary_key or ())


def tracked(traits: Traits, *states: DatabaseState) -> dict[TableName, tuple[TableName, SyncTable | None]]:
    """The base table and its structure behind each tracking table (by key) that the stored setups name."""
    result: dict[TableName, tuple[TableName, SyncTable | None]] = {}
    for state in states:
        for info in state.scopes.values():
            for entry in (info.setup.tables or ()) if info.setup is not None else ():
                name = key(tracking_table(info.setup, entry.table), traits) if info.setup is not None else entry.table
                document = None if info.schema is None else info.schema.table(entry.table)
                result.setdefault(name, (entry.table, document))
    return result


def _scopes(
    observed: DatabaseState, desired: DatabaseState, traits: Traits, scope_info_table: str
) -> Iterator[Operation]:
    saved = [
        op.SaveScope(scope_table=scope_info_table, scope=info, replaces=before)
        for name, info in desired.scopes.items()
        if (before := observed.scopes.get(name)) is not info and before != info
    ]
    owned = tuple(_owned(observed, desired))
    # A row without an owner is somebody else's: where an apply may stop between the two, the owner comes first.
    yield from (*saved, *owned) if traits.transactional_ddl else (*owned, *saved)


def _owned(observed: DatabaseState, desired: DatabaseState) -> Iterator[Operation]:
    for name, owner in desired.owners.items():
        before_owner = observed.owners.get(name)
        if owner == before_owner:
            continue
        foreign_row = before_owner is None and not is_empty(observed.scopes.get(name))
        if foreign_row or (before_owner is not None and before_owner.pipeline != owner.pipeline):
            yield op.AdoptScope(
                scope=name,
                pipeline=owner.pipeline,
                role=owner.role,
                revision=owner.revision,
                previous_owner=None if before_owner is None else before_owner.pipeline,
            )
        else:
            yield op.OwnScope(scope=name, pipeline=owner.pipeline, role=owner.role, revision=owner.revision)


def _dropped(
    observed: DatabaseState,
    desired: DatabaseState,
    traits: Traits,
    scope_info_table: str,
) -> Iterator[Operation]:
    documents = tracked(traits, observed)
    for held, trigger in observed.triggers.items():
        if held not in desired.triggers:
            yield op.DropTrigger(trigger=trigger)
    yield from (op.DropProcedure(name=gone) for gone in sorted(observed.procedures.keys() - desired.procedures.keys()))
    for name in observed.tracking_tables:
        if name not in desired.tracking_tables:
            base, _ = documents.get(key(name, traits), (name, None))
            yield op.DropTrackingTable(base=base, table=name)
    leaving = observed.owners.keys() - desired.owners.keys()
    if desired.scope_tables:  # otherwise an empty row, which nobody owns, goes with the table
        leaving |= observed.scopes.keys() - desired.scopes.keys()
    for scope in sorted(leaving) if scope_info_table in observed.scope_tables else ():
        yield op.DeleteScope(scope_table=scope_info_table, scope=scope)
    for name_ in observed.scope_tables:
        if name_ not in desired.scope_tables:
            yield op.DropScopeTable(name=name_)
    for name_ in sorted(
        observed.own_tables.keys() - desired.own_tables.keys(), key=lambda one: -_OWN_ORDER.get(one, 99)
    ):
        yield op.DropOwnTable(name=name_)
