"""A step in words: what it does, to what, and what it may cost; for plans, for what is printed while one is applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.hazard import Destroys, Forgets, Hazard, NoHazard, Rewrites, Waits

if TYPE_CHECKING:
    from dms_pipeline.plan.operations import Operation


def action(operation: Operation) -> str:
    """What a step does to a database: `create`, `alter` or `drop`."""
    match operation:
        case (
            op.CreateSchema()
            | op.CreateOwnTable()
            | op.CreateScopeTable()
            | op.CreateTable()
            | op.CreateTrackingTable()
            | op.AddForeignKey()
            | op.AddUnique()
            | op.TrackRows()
        ):
            return "create"
        case op.CreateTrigger(replaces=replaces) | op.CreateProcedure(replaces=replaces):
            return "alter" if replaces else "create"
        case op.SaveScope(replaces=before):
            return "create" if before is None or (before.setup is None and before.schema is None) else "alter"
        case op.OwnScope(revision=revision):
            return "create" if revision == 1 else "alter"
        case op.AddColumn() | op.AdoptScope():
            return "alter"
        case (
            op.DropTrigger()
            | op.DropProcedure()
            | op.DropTrackingTable()
            | op.DeleteScope()
            | op.DropScopeTable()
            | op.DropOwnTable()
        ):
            return "drop"
        case _:
            assert_never(operation)


MARKS = {"create": "+", "alter": "~", "drop": "-"}


def title(operation: Operation) -> str:  # noqa: C901, PLR0911, PLR0912 - one case per operation
    """An operation in a few words, without its mark."""
    match operation:
        case op.CreateSchema(schema=schema):
            return f"schema {schema}"
        case op.CreateOwnTable(table=table) | op.CreateScopeTable(table=table):
            return f"table {table.name.name}"
        case op.CreateTable(table=table):
            return f"table {table.name}"
        case op.AddColumn(table=name, column=column):
            return f"{name}: column {column.name} {column.native_type}{' null' if column.nullable else ' not null'}"
        case op.AddForeignKey(table=name, foreign_key=key):
            return f"{name}: foreign key {', '.join(key.columns)} -> {key.parent}"
        case op.AddUnique(table=name, unique=unique):
            return f"{name}: unique {', '.join(unique.columns)}"
        case op.CreateTrackingTable(table=table):
            return f"tracking table {table.name}"
        case op.CreateTrigger(trigger=trigger) | op.DropTrigger(trigger=trigger):
            return f"trigger {trigger.name} on {trigger.table}"
        case op.CreateProcedure(procedure=procedure):
            return f"procedure {procedure.name}"
        case op.DropProcedure(name=bare):
            return f"procedure {bare}"
        case op.TrackRows(base=base):
            return f"{base}: rows that are there are recorded as changes"
        case op.SaveScope(scope=info):
            return f"scope {info.name}"
        case op.OwnScope(scope=scope, revision=revision):
            return f"scope {scope}: owner and revision {revision}"
        case op.AdoptScope(scope=scope, previous_owner=owner):
            return f"scope {scope}: adopted from {owner or 'Dotmim.Sync or nobody'}"
        case op.DropTrackingTable(table=name):
            return f"tracking table {name}"
        case op.DeleteScope(scope=scope):
            return f"scope {scope}"
        case op.DropScopeTable(name=bare) | op.DropOwnTable(name=bare):
            return f"table {bare}"
        case _:
            assert_never(operation)


def price(hazard: Hazard) -> str | None:
    """What a step may cost, in words; None if nothing."""
    match hazard:
        case NoHazard():
            return None
        case Waits(on=table):
            return f"writes to {table} wait until the transaction ends"
        case Rewrites(rows=rows):
            return f"rewrites {counted(rows, 'value')}"
        case Destroys(rows=rows):
            return f"destroys {counted(rows, 'row')}"
        case Forgets(changes=changes, positions=positions):
            lost = [f"{counted(changes, 'change')} that never reached the server"] if changes != 0 else []
            lost += [f"the position of {counted(positions, 'client')}"] if positions else []
            return f"forgets {' and '.join(lost) or 'what this side knows of the scope'}"
        case _:
            assert_never(hazard)


def counted(number: int | None, noun: str) -> str:
    """A number with its noun, None for one that nobody knows."""
    if number is None:
        return f"an unknown number of {noun}s"
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
