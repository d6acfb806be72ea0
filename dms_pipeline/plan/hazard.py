"""What a step may cost, and whether it may run: read off the operation and what was observed.

Only what rewrites, destroys or forgets asks for permission, with one syntax for flag, file and plan: `kind:table-glob`
(`drop-tracking-table:Stock`, `delete-scope:*`; a kind alone means everything of its kind). A denial always wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal, assert_never, get_args

from dms_pipeline.errors import UsageError
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.columns import column_changes
from dms_pipeline.plan.keys import lookup, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.plan import Step
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class NoHazard:
    """Nothing can be lost, nobody waits."""

    kind: Literal["none"] = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """Writers of a table wait until the transaction ends."""

    on: str
    kind: Literal["waits"] = "waits"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewrites:
    """Values of a user table change; None where the rows were not counted."""

    rows: int | None
    kind: Literal["rewrites"] = "rewrites"


@dataclass(frozen=True, kw_only=True, slots=True)
class Destroys:
    """Rows of a user go; None where they were not counted."""

    rows: int | None
    kind: Literal["destroys"] = "destroys"


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgets:
    """What is known about a synchronisation goes.

    `changes` were made on this client and never reached its server, None where they were not counted; `positions` is
    the number of clients that would have to begin again.
    """

    changes: int | None
    positions: int = 0
    kind: Literal["forgets"] = "forgets"


Hazard = NoHazard | Waits | Rewrites | Destroys | Forgets


def hazard(  # noqa: PLR0911 - each case returns
    operation: Operation, observed: DatabaseState, traits: Traits, *, is_client: bool, asked: bool = False
) -> Hazard:
    """What an operation may cost on a database in this state.

    `asked` says that removing our objects is what the person wants (`destroy`): then only rows of users are a loss, and
    those stand with their tables: changes that were not uploaded, rows that failed, rows that lost a conflict.
    """
    match operation:
        case op.DropTrackingTable(base=base):
            changes = lookup(observed.unsynced, base, traits) if is_client else 0
            return NoHazard() if changes == 0 else Forgets(changes=changes)
        case op.DeleteScope(scope=scope):
            changes = _unsynced(scope, observed, traits) if is_client else 0
            positions = sum(1 for client in observed.scope_clients if client.scope_name == scope)
            return NoHazard() if asked else Forgets(changes=changes, positions=positions)
        case op.SaveScope(scope=info, replaces=before):
            tables = {change.table for change in column_changes(before, info) if change.after is None}
            changes = _counted(tables, observed, traits) if is_client else 0
            return NoHazard() if changes == 0 else Forgets(changes=changes)
        case op.DropOwnTable(name=name):
            rows = observed.kept.get(name, 0)
            return Destroys(rows=rows) if rows else NoHazard()
        case op.CreateTrigger(trigger=trigger):
            return _waits(trigger.table, observed, traits)
        case op.AddColumn(table=table) | op.AddForeignKey(table=table) | op.AddUnique(table=table):
            return _waits(table, observed, traits)
        case op.TrackRows(base=base):
            return _waits(base, observed, traits)
        case (
            op.CreateSchema()
            | op.CreateOwnTable()
            | op.CreateScopeTable()
            | op.CreateTable()
            | op.CreateTrackingTable()
            | op.CreateProcedure()
            | op.DropProcedure()
            | op.OwnScope()
            | op.AdoptScope()
            | op.DropTrigger()
            | op.DropScopeTable()
        ):
            return NoHazard()
        case _:
            assert_never(operation)


def _waits(table: TableName, observed: DatabaseState, traits: Traits) -> Hazard:
    # A table that this plan creates has no writers yet.
    found = spelled(observed.tables, table, traits)
    return NoHazard() if found is None else Waits(on=str(found))


def _unsynced(scope: str, observed: DatabaseState, traits: Traits) -> int | None:
    info = observed.scopes.get(scope)
    if info is None or info.setup is None:
        return 0
    return _counted((entry.table for entry in info.setup.tables or ()), observed, traits)


def _counted(tables: Iterable[TableName], observed: DatabaseState, traits: Traits) -> int | None:
    """Changes of these tables that were not uploaded, None where any was not counted."""
    counts = [
        lookup(observed.unsynced, table, traits)
        for table in tables
        if spelled(observed.tables, table, traits) is not None
    ]
    return None if None in counts else sum(count for count in counts if count is not None)


def subject(operation: Operation) -> str:  # noqa: PLR0911 - each case returns
    """What an operation is about, as a permission names it: a table, a scope."""
    match operation:
        case op.CreateSchema(schema=schema):
            return schema
        case op.CreateOwnTable(table=table) | op.CreateScopeTable(table=table) | op.CreateTable(table=table):
            return str(table.name)
        case op.AddColumn(table=name) | op.AddForeignKey(table=name) | op.AddUnique(table=name):
            return str(name)
        case op.CreateTrackingTable(base=base) | op.TrackRows(base=base) | op.DropTrackingTable(base=base):
            return str(base)
        case op.CreateTrigger(trigger=trigger) | op.DropTrigger(trigger=trigger):
            return str(trigger.table)
        case op.SaveScope(scope=info):
            return info.name
        case op.OwnScope(scope=scope) | op.AdoptScope(scope=scope) | op.DeleteScope(scope=scope):
            return scope
        case op.CreateProcedure(procedure=procedure):
            return procedure.name
        case op.DropScopeTable(name=bare) | op.DropOwnTable(name=bare) | op.DropProcedure(name=bare):
            return bare
        case _:
            assert_never(operation)


KINDS: tuple[str, ...] = tuple(cls.__dataclass_fields__["kind"].default for cls in get_args(op.Operation))


@dataclass(frozen=True, slots=True)
class Permission:
    """`kind:table-glob`: steps of a kind on the tables (or scopes) that the glob fits, by whole or bare name."""

    kind: str
    glob: str = "*"

    def __str__(self) -> str:
        """As it is written in a file or behind a flag."""
        return f"{self.kind}:{self.glob}"

    def covers(self, operation: Operation) -> bool:
        """It speaks of this operation."""
        if self.kind != operation.kind:
            return False
        name = subject(operation)
        return fnmatchcase(name, self.glob) or fnmatchcase(name.rpartition(".")[2], self.glob)


def permission(text: str) -> Permission:
    """Read `kind` or `kind:table-glob`.

    Raises:
        UsageError: there is no operation of that kind.
    """
    kind, colon, glob = text.partition(":")
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1)
        known = f'did you mean "{near[0]}"?' if near else f"write kind:table-glob; kinds are {', '.join(KINDS)}"
        raise UsageError(f'"{text}" is no permission: no step is of the kind "{kind}"', hint=known)
    if colon and not glob:
        raise UsageError(f'"{text}" is no permission', hint=f"write {kind}:table-glob, as in {kind}:Product, or {kind}")
    return Permission(kind, glob or "*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What the file and the flags allow and deny, and which foreign scopes may be adopted."""

    allow: tuple[Permission, ...] = ()
    deny: tuple[Permission, ...] = ()
    adopt: frozenset[str] = frozenset()

    def permits(self, step: Step) -> bool:
        """The step may run. `--yes` is no part of this: it answers the question, it allows nothing."""
        if self.denies(step):
            return False
        if isinstance(step.operation, op.AdoptScope):
            return step.operation.scope in self.adopt
        return not is_destructive(step.hazard) or any(rule.covers(step.operation) for rule in self.allow)

    def denies(self, step: Step) -> bool:
        """A rule forbids it, whatever else would allow it."""
        return any(rule.covers(step.operation) for rule in self.deny)

    def refused(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """The steps that may not run, in order."""
        return tuple(step for step in steps if not self.permits(step))


def is_destructive(found: Hazard) -> bool:
    """It asks for permission."""
    match found:
        case Rewrites() | Destroys() | Forgets():
            return True
        case NoHazard() | Waits():
            return False
        case _:
            assert_never(found)


def grant(step: Step) -> str:
    """The flag that would allow a step."""
    if isinstance(step.operation, op.AdoptScope):
        return f"--adopt {step.operation.scope}"
    return f"--allow {Permission(step.operation.kind, subject(step.operation))}"
