"""A plan: what would be done to which database, in which order, why, and at which price.

A plan is a value. It holds what it read and touches, before and after, so that it can be saved, shown long afterwards,
and refused when a database has moved. It holds no secret and no row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.errors import Problem
    from dms_pipeline.plan.hazard import Hazard
    from dms_pipeline.plan.objects import Watched
    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.state import Load

# An object of a database in canonical JSON: names sorted, no ids, rows, statistics.
Canonical = dict[str, Any]


class Role(StrEnum):
    """What a database is in a pipeline; it can be both for different scopes."""

    SERVER = "server"
    CLIENT = "client"


class Purpose(StrEnum):
    """What a plan is for."""

    APPLY = "apply"
    DESTROY = "destroy"


class Cause(StrEnum):
    """Where a step comes from."""

    FILE = "file"  # the pipeline file asks for it
    SERVER = "server"  # the server's tables have changed
    DRIFT = "drift"  # somebody has changed or removed what we made
    OWN = "own"  # the ground that everything else stands on: scope tables, our own tables
    REMOVED = "removed"  # the file no longer has it
    DESTROY = "destroy"  # the person asked to take everything away


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """An operation on a connection with its reason; `sql` is exactly what runs."""

    connection: str
    operation: Operation
    reason: str
    cause: Cause
    hazard: Hazard
    sql: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedConnection:
    """A database of the plan: its roles as (role, scope), and each object that the plan reads or touches.

    `before` and `after` map an object's name (`trigger Product__insert_trigger on Product`) to its canonical JSON; an
    object that is not there is absent. `watched` says which objects these are.
    """

    name: str
    provider: str
    roles: tuple[tuple[Role, str], ...]
    scope_info_table: str
    before: Mapping[str, Canonical]
    after: Mapping[str, Canonical]
    watched: Watched


@dataclass(frozen=True, kw_only=True, slots=True)
class RowsToLoad:
    """Rows that the first sync after the apply would move; `rows` is None where unknown, estimates are not `exact`."""

    scope: str
    server: str
    client: str
    table: str
    rows: int | None
    exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Reload:
    """What a client lacks after the apply and no incremental sync brings: its next sync loads it first."""

    scope: str
    client: str
    loads: tuple[Load, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something that is allowed and that a person should know."""

    code: str
    connection: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """All steps in the order in which they run: server first, then clients by name.

    Attributes:
        purpose: what it is for.
        pipeline: the pipeline's name.
        pipeline_digest: `sha256:…` of the file that it was made from.
        pipeline_file: where that file was, as it was typed; a saved plan finds its connections there.
        connections: the databases that it covers, servers first, then by name.
        steps: what would be done.
        rows: what the first sync would move.
        reloads: what clients lack of the new shape, loaded by their next sync.
        notes: what a person should know.
        errors: what makes it impossible; a plan with errors has no steps and cannot be applied.
        deferred: clients that were not reached and may be; their part is planned when they are back.
        unmanaged: scopes found that are not this pipeline's, as (connection, scope).
    """

    pipeline: str
    pipeline_digest: str
    pipeline_file: str = ""
    purpose: Purpose = Purpose.APPLY
    connections: tuple[PlannedConnection, ...] = ()
    steps: tuple[Step, ...] = ()
    rows: tuple[RowsToLoad, ...] = ()
    reloads: tuple[Reload, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[Problem, ...] = ()
    deferred: tuple[str, ...] = ()
    unmanaged: tuple[tuple[str, str], ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """There is nothing to do."""
        return not self.steps and not self.errors

    @property
    def drift(self) -> tuple[Step, ...]:
        """The steps that repair what somebody changed by hand."""
        return tuple(step for step in self.steps if step.cause is Cause.DRIFT)

    def connection(self, name: str) -> PlannedConnection | None:
        """A database of the plan by its name."""
        return next((connection for connection in self.connections if connection.name == name), None)

    def steps_on(self, name: str) -> tuple[Step, ...]:
        """The steps on one database, in order."""
        return tuple(step for step in self.steps if step.connection == name)
