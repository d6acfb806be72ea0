"""What is left of a plan on a database that is somewhere between before and after.

A database without DDL in transactions, or one whose lock tables were made by an apply that died, has some steps behind
it and some before it. A step is done when its effect is there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import fold, lookup, spelled
from dms_pipeline.plan.simulate import simulate
from dms_pipeline.plan.triggers import find_trigger, same_trigger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.plan import Step
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.traits import Traits


def pending(steps: Iterable[Step], now: DatabaseState, traits: Traits) -> tuple[Step, ...]:
    """The steps that are still to be done, in order; none if all that is left is to record or to load rows.

    Where DDL commits by itself, it is known whether rows are still to be recorded.
    """
    left = tuple(step for step in steps if not is_there(step.operation, now, traits))
    only_rows = all(
        (isinstance(step.operation, op.TrackRows) and traits.transactional_ddl) or _is_owned(step.operation, now)
        for step in left
    )
    return () if only_rows else left


def landing(steps: Iterable[Step], now: DatabaseState, traits: Traits) -> DatabaseState | None:
    """The state to which the steps that are left lead, None where they lead nowhere.

    A database without DDL in transactions may be anywhere between before and after.
    """
    try:
        return simulate(now, (step.operation for step in pending(steps, now, traits)))
    except KeyError:  # what a step changes is gone
        return None


def is_there(operation: Operation, now: DatabaseState, traits: Traits) -> bool:  # noqa: C901, PLR0911, PLR0912 - one case per operation
    """An operation's effect is there already.

    Recording rows can be repeated, so it counts as done only where the table says so; nor does asking for rows to be
    loaded count, which a sync forgets.
    """
    match operation:
        case op.CreateSchema(schema=schema):
            return schema in now.schemas
        case op.CreateOwnTable(table=table):
            return table.name.name in now.own_tables
        case op.CreateScopeTable(table=table):
            return table.name.name in now.scope_tables
        case op.CreateTable(table=table):
            return spelled(now.tables, table.name, traits) is not None
        case op.AddColumn(table=name, column=column):
            found = lookup(now.tables, name, traits)
            return found is not None and fold(column.name, traits) in {fold(one.name, traits) for one in found.columns}
        case op.AddForeignKey(table=name, foreign_key=key):
            found = lookup(now.tables, name, traits)
            return found is not None and key.columns in {one.columns for one in found.foreign_keys}
        case op.AddUnique(table=name, unique=unique):
            found = lookup(now.tables, name, traits)
            return found is not None and unique.columns in {one.columns for one in found.uniques}
        case op.CreateTrackingTable(table=table):
            return spelled(now.tracking_tables, table.name, traits) is not None
        case op.CreateTrigger(trigger=trigger):
            held = find_trigger(now.triggers, trigger, traits)
            done = held is not None and held not in now.altered and same_trigger(now.triggers[held], trigger)
            return done and not _has_stand_in(now, trigger, traits)
        case op.CreateProcedure(procedure=procedure):
            found_body = now.procedures[procedure.name].body if procedure.name in now.procedures else ""
            return found_body.split() == procedure.body.split()
        case op.DropProcedure(name=bare):
            return bare not in now.procedures
        case op.TrackRows(tracking=name):
            side = lookup(now.tracking_tables, name, traits)
            return side is not None and not side.unfilled and not traits.transactional_ddl
        case op.SaveScope(scope=scope):
            return now.scopes.get(scope.name) == scope
        case op.OwnScope(to_load=to_load):
            return _is_owned(operation, now) and to_load == now.owners[operation.scope].to_load
        case op.AdoptScope():
            return _is_owned(operation, now)
        case op.DropTrigger(trigger=trigger):
            return find_trigger(now.triggers, trigger, traits) is None
        case op.DropTrackingTable(table=name):
            return spelled(now.tracking_tables, name, traits) is None
        case op.DeleteScope(scope=scope):
            return scope not in now.scopes and scope not in now.owners
        case op.DropScopeTable(name=bare):
            return bare not in now.scope_tables
        case op.DropOwnTable(name=bare):
            return bare not in now.own_tables
        case _:
            assert_never(operation)


def _has_stand_in(now: DatabaseState, trigger: Trigger, traits: Traits) -> bool:
    """A trigger that stands in for another while that is replaced, and was not taken away afterwards."""
    return trigger.stand_in is not None and (
        find_trigger(now.triggers, replace(trigger, name=trigger.stand_in), traits) is not None
    )


def _is_owned(operation: Operation, now: DatabaseState) -> bool:
    if not isinstance(operation, op.OwnScope | op.AdoptScope):
        return False
    owner = now.owners.get(operation.scope)
    wanted = (operation.pipeline, operation.role, operation.revision)
    return owner is not None and (owner.pipeline, owner.role, owner.revision) == wanted
