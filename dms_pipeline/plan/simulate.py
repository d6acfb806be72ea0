"""What a database holds after an operation: the meaning of operations, without a database."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.state import Ownership
from dms_pipeline.schema import own

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import TableName


def simulate(state: DatabaseState, operations: Iterable[Operation]) -> DatabaseState:
    """The state after all operations, in order."""
    return reduce(step, operations, state)


def step(state: DatabaseState, operation: Operation) -> DatabaseState:  # noqa: C901, PLR0911, PLR0912 - one case per operation
    """The state after one operation; what it needs must be there."""
    match operation:
        case op.CreateSchema(schema=schema):
            return replace(state, schemas=state.schemas | {schema})
        case op.CreateOwnTable(table=table):
            return replace(state, own_tables={**state.own_tables, table.name.name: table})
        case op.CreateScopeTable(table=table):
            return replace(state, scope_tables={**state.scope_tables, table.name.name: table})
        case op.CreateTable(table=table):
            return _with_table(state, table.name, table)
        case op.AddColumn(table=name, column=column):
            table = state.tables[name]
            return _with_table(state, name, replace(table, columns=(*table.columns, column)))
        case op.AddForeignKey(table=name, foreign_key=foreign_key):
            table = state.tables[name]
            keys = sorted((*table.foreign_keys, foreign_key), key=lambda one: (one.columns, one.name or ""))
            return _with_table(state, name, replace(table, foreign_keys=tuple(keys)))
        case op.AddUnique(table=name, unique=unique):
            table = state.tables[name]
            uniques = sorted((*table.uniques, unique), key=lambda one: (one.columns, one.name))
            return _with_table(state, name, replace(table, uniques=tuple(uniques)))
        case op.CreateTrackingTable(table=table):
            return replace(state, tracking_tables={**state.tracking_tables, table.name: table})
        case op.CreateTrigger(trigger=trigger):
            made = (trigger.table, trigger.name)
            others = {held: one for held, one in state.triggers.items() if held != (trigger.table, trigger.stand_in)}
            return replace(state, triggers={**others, made: trigger}, altered=state.altered - {made})
        case op.CreateProcedure(procedure=procedure):
            return replace(state, procedures={**state.procedures, procedure.name: procedure})
        case op.DropProcedure(name=bare):
            return replace(state, procedures={name: one for name, one in state.procedures.items() if name != bare})
        case op.TrackRows(tracking=name):
            filled = {
                held: replace(table, unfilled=False) if held == name else table
                for held, table in state.tracking_tables.items()
            }
            return replace(state, tracking_tables=filled)  # rows are no part of a state
        case op.SaveScope(scope=scope):
            return replace(state, scopes={**state.scopes, scope.name: scope})
        case op.OwnScope() | op.AdoptScope():
            owner = Ownership(
                scope=operation.scope,
                pipeline=operation.pipeline,
                role=operation.role,
                revision=operation.revision,
                to_load=operation.to_load if isinstance(operation, op.OwnScope) else (),
            )
            return replace(state, owners={**state.owners, operation.scope: owner})
        case op.DropTrigger(trigger=trigger):
            gone = (trigger.table, trigger.name)
            left = {key: value for key, value in state.triggers.items() if key != gone}
            return replace(state, triggers=left, altered=state.altered - {gone})
        case op.DropTrackingTable(table=name):
            return replace(
                state, tracking_tables={key: value for key, value in state.tracking_tables.items() if key != name}
            )
        case op.DeleteScope(scope=scope):
            return replace(
                state,
                scopes={key: value for key, value in state.scopes.items() if key != scope},
                owners={key: value for key, value in state.owners.items() if key != scope},
                scope_clients=tuple(client for client in state.scope_clients if client.scope_name != scope),
            )
        case op.DropScopeTable(name=bare):
            return _without_scope_table(state, bare)
        case op.DropOwnTable(name=bare):
            return _without_own_table(state, bare)
        case _:
            assert_never(operation)


def _with_table(state: DatabaseState, name: TableName, table: Table) -> DatabaseState:
    return replace(state, tables={**state.tables, name: table})


def _without_own_table(state: DatabaseState, name: str) -> DatabaseState:
    left = {key: value for key, value in state.own_tables.items() if key != name}
    return replace(
        state,
        own_tables=left,
        owners={} if name == own.OWNER.name else state.owners,
        fingerprints={} if name == own.OBJECTS.name else state.fingerprints,
        altered=frozenset() if name == own.OBJECTS.name else state.altered,
    )


def _without_scope_table(state: DatabaseState, name: str) -> DatabaseState:
    """A table goes with its rows."""
    left = {key: value for key, value in state.scope_tables.items() if key != name}
    if len(left) == len(state.scope_tables):
        return state
    if name.endswith("_client"):
        return replace(state, scope_tables=left, scope_clients=())
    return replace(state, scope_tables=left, scopes={})
