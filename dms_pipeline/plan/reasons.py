"""Why a step is in a plan: the sentence that a person reads, and the cause by which steps are grouped.

What was provisioned and is missing or different is drift; what the file or the server gained since is an addition;
everything else is new. Whether something was provisioned is what the stored setup of a scope of ours says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import fold, key, spelled
from dms_pipeline.plan.plan import Cause, Role
from dms_pipeline.plan.scope import is_empty
from dms_pipeline.plan.triggers import kind_of_table, misses_replication
from dms_pipeline.schema import own
from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.plan.draft import Part
    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.model import SyncSetup, TableName
    from dms_pipeline.schema.traits import Traits

Reason = tuple[str, Cause]

_DOES = {
    Triggers.EXTENDED: "stamps no change below a mark, records changed keys as a delete and an insert",
    Triggers.REFERENCE: "as Dotmim.Sync makes it; of a changed key the old one is not recorded",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reasons:
    """What is needed to say why, for one database."""

    endpoint: Endpoint
    observed: DatabaseState
    parts: Sequence[Part]
    pipeline: str
    destroys: bool = False

    @property
    def traits(self) -> Traits:
        """The facts of its kind of database."""
        return self.endpoint.traits

    def of(self, operation: Operation) -> Reason:  # noqa: C901, PLR0911, PLR0912 - one case per operation
        """The reason of an operation, and its cause."""
        match operation:
            case op.CreateSchema():
                return "the tables of the scopes are in it on the server", Cause.FILE
            case op.CreateOwnTable(table=table):
                return _purpose(table.name.name), Cause.OWN
            case op.CreateScopeTable():
                return "the scope tables of Dotmim.Sync", Cause.OWN
            case op.CreateTable(table=table):
                return self._of_table(table.name, "the table is missing; it is created as on {server}")
            case op.AddColumn(table=table, column=column):
                return self._added(table, column.name)
            case op.AddForeignKey(table=table) | op.AddUnique(table=table):
                return self._of_table(table, "as on {server}")
            case op.CreateTrackingTable(base=base):
                return self._side(base, "tracking table")
            case op.CreateTrigger(trigger=trigger):
                return self._trigger(trigger)
            case op.CreateProcedure(procedure=procedure):
                return f"Dotmim.Sync calls it to apply rows of {procedure.table}", Cause.SERVER
            case op.DropProcedure():
                return self._removed("the scope that it served is no longer here")
            case op.TrackRows(base=base):
                return self._of_table(base, "rows that are already there count as changes of this side")
            case op.SaveScope(scope=info, replaces=before):
                return self._scope(info.name, replaced=not is_empty(before))
            case op.OwnScope(scope=scope, revision=revision):
                return f"scopes.{scope} is at revision {revision}", Cause.FILE
            case op.AdoptScope(scope=scope, previous_owner=owner):
                whose = f"pipeline {owner}" if owner else "Dotmim.Sync, or somebody else,"
                return f"{whose} made the scope; --adopt {scope} makes it this pipeline's", Cause.FILE
            case op.DropTrigger(trigger=trigger) if (part := self._part(trigger.recorded)) is not None:
                return self._replaced(part, trigger) or (_not_needed(trigger), Cause.SERVER)
            case op.DropTrigger() | op.DropTrackingTable():
                return self._removed("no scope needs it any longer; the table and its rows stay")
            case op.DeleteScope(scope=scope):
                return self._removed(f"no longer scopes.{scope} of the file")
            case op.DropScopeTable():
                return self._removed("no scope is left")
            case op.DropOwnTable():
                return self._removed("no scope of ours is left")
            case _:
                assert_never(operation)

    def _removed(self, text: str) -> Reason:
        return ("everything of this pipeline goes", Cause.DESTROY) if self.destroys else (text, Cause.REMOVED)

    def _part(self, table: TableName) -> Part | None:
        """The part whose scope lists a table, the first that was not provisioned with it before all others."""
        fitting = [part for part in self.parts if spelled(_listed(part), table, self.traits) is not None]
        return next((part for part in fitting if not self._provisioned(part, table)), fitting[0] if fitting else None)

    def _provisioned(self, part: Part, table: TableName) -> bool:
        """This database already had the table in this scope of ours."""
        owner = self.observed.owners.get(part.scope)
        stored = self.observed.scopes.get(part.scope)
        if owner is None or owner.pipeline != self.pipeline or stored is None or stored.setup is None:
            return False
        names = [entry.table for entry in stored.setup.tables or ()]
        return spelled(names, table, self.traits) is not None

    def _place(self, part: Part, table: TableName) -> str:
        found = spelled(_listed(part), table, self.traits)
        return part.served.scope.place(table if found is None else found)

    def _of_table(self, table: TableName, text: str) -> Reason:
        part = self._part(table)
        if part is None:
            return text.format(server="the server"), Cause.FILE
        cause = Cause.DRIFT if self._provisioned(part, table) else Cause.FILE
        return f"{self._place(part, table)}; {text.format(server=part.served.scope.server)}", cause

    def _side(self, base: TableName, what: str) -> Reason:
        part = self._part(base)
        if part is None:
            return f"{what} of {base}", Cause.FILE
        if self._provisioned(part, base):
            return f"the {what} is missing: somebody has dropped it", Cause.DRIFT
        return f"{self._place(part, base)}", Cause.FILE

    def _trigger(self, trigger: Trigger) -> Reason:
        found = next(
            (
                held
                for (table, name), held in self.observed.triggers.items()
                if key(table, self.traits) == key(trigger.table, self.traits)
                and fold(name, self.traits) == fold(trigger.name, self.traits)
            ),
            None,
        )
        part = self._part(trigger.recorded)
        if part is not None and (reason := self._replaced(part, trigger)) is not None:
            return reason
        if found is None and self._has_grown(trigger):
            return _grown(trigger), Cause.FILE
        if found is None:
            text, cause = self._side(trigger.recorded, "trigger")
            is_explained = trigger.records is None or cause is Cause.DRIFT
            return text if is_explained else f"{text}; {_grown(trigger)}", cause
        misses = misses_replication(found, trigger)
        if found.enabled and not misses and self._as_made(found):
            return "it was made for the table as it was then", Cause.FILE
        cause = Cause.FILE if part is None or not self._provisioned(part, trigger.recorded) else Cause.DRIFT
        if not found.enabled:
            return "disabled: changes are not recorded", cause
        differs = (
            "it does not fire for rows that replication writes" if misses else "its text differs from what we create"
        )
        return differs, cause

    def _noted(self, trigger: Trigger) -> bool:
        """We made it, and noted that."""
        folds = self.traits.identifiers_fold_case
        wanted = f"{key(trigger.table, self.traits)}.{fold(trigger.name, self.traits)}"
        noted = (name for kind, name in self.observed.fingerprints if kind == "trigger")
        return wanted in {name.lower() if folds else name for name in noted}

    def _as_made(self, trigger: Trigger) -> bool:
        """Nobody has touched it since."""
        return (trigger.table, trigger.name) not in self.observed.altered and self._noted(trigger)

    def _has_grown(self, trigger: Trigger) -> bool:
        """One that we never made is missing where all that we made are there: nobody has dropped anything."""
        held = [one for one in self.observed.triggers.values() if self._same(one.table, trigger.recorded)]
        return not self._noted(trigger) and any(self._as_made(one) for one in held)

    def _replaced(self, part: Part, trigger: Trigger) -> Reason | None:
        """A trigger of a table whose triggers go over to the other kind, as the file asks."""
        asked = self.endpoint.triggers
        document = next((one for one in part.served.documents if self._same(one.table, trigger.recorded)), None)
        if asked is None or document is None:
            return None
        there = kind_of_table(self.endpoint, self.observed, part.served.scope.setup, document)
        if there is None or there is asked:
            return None
        return f'triggers = "{asked}": {_DOES[asked]}', Cause.FILE

    def _same(self, one: TableName, other: TableName) -> bool:
        return key(one, self.traits) == key(other, self.traits)

    def _added(self, table: TableName, column: str) -> Reason:
        part = self._part(table)
        if part is None:
            return f"the server has {column}", Cause.SERVER
        name = spelled(_listed(part), table, self.traits) or table
        entry = part.served.scope.setup.table(name)
        server = part.served.scope.server
        there = part.served.tables.get(name)
        found = None if there is None else there.column(column)
        shown = "" if found is None else f"; {server}: {found.native_type}, {'null' if found.nullable else 'not null'}"
        if entry is not None and entry.columns:
            return f"{self._place(part, table)}.columns lists {column}{shown}", Cause.FILE
        return f"{server} has {column}{shown}", Cause.SERVER

    def _scope(self, scope: str, *, replaced: bool) -> Reason:
        part = next((part for part in self.parts if part.scope == scope), None)
        if part is None or not replaced:
            if self.observed.owners.get(scope) is not None:
                return "the scope's row is missing: somebody has deleted it", Cause.DRIFT
            return f"scopes.{scope}", Cause.FILE
        stored = self.observed.scopes.get(scope)
        wanted = part.served.info
        gained = _gained(None if stored is None else stored.setup, wanted.setup)
        if part.role is Role.CLIENT:
            return f"as on {part.served.scope.server}", Cause.FILE
        if gained:
            return gained, Cause.FILE
        return f"the tables of {part.served.scope.server} have changed", Cause.SERVER


def _listed(part: Part) -> list[TableName]:
    return [entry.table for entry in part.served.scope.setup.tables or ()]


def _grown(trigger: Trigger) -> str:
    if trigger.records is not None:
        return f"foreign keys lead from {trigger.records} to {trigger.table} and change its rows unseen"
    return "the table has unique constraints that it had not when its triggers were made"


def _not_needed(trigger: Trigger) -> str:
    if trigger.records is not None:
        return f"no foreign key of {trigger.records} needs it any longer"
    return f"nothing on {trigger.table} needs it any longer"


def _purpose(name: str) -> str:
    purposes = {table.name: table.purpose for table in own.OWN_TABLES}
    return purposes.get(name, "our own state")


def _gained(before: SyncSetup | None, after: SyncSetup | None) -> str | None:
    """What a setup gained and lost against another, None if both list the same tables and columns."""
    old = {entry.table: entry.columns or () for entry in (before.tables or () if before else ())}
    new = {entry.table: entry.columns or () for entry in (after.tables or () if after else ())}
    parts = [
        *(f"+ {table}" for table in new if table not in old),
        *(f"- {table}" for table in old if table not in new),
        *(f"~ {table}" for table in new if table in old and set(new[table]) != set(old[table])),
    ]
    return "the file's tables changed: " + ", ".join(parts) if parts else None
