"""Small databases and scopes to plan with, and an apply that only simulates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.planner import make_plan
from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
from dms_pipeline.plan.simulate import simulate
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.schema.database import Column, ForeignKey, Table
from dms_pipeline.schema.model import SetupTable, SyncSetup, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from tests.plan.dialect import FLAT_TIN, TIN, column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.plan.target import Target

INT = LogicalType(Kind.INT32)
TEXT = LogicalType(Kind.TEXT)


def table(name: str, *columns: Column, parents: Mapping[str, str] | None = None, schema: str = "") -> Table:
    """A table with a key `id`, the given columns, and foreign keys as column → parent."""
    made = (column("id", INT), *columns)
    there = {one.name for one in made}
    parents = parents or {}
    return Table(
        name=TableName(schema, name),
        columns=(*made, *(column(child, INT, nullable=True) for child in parents if child not in there)),
        primary_key=("id",),
        foreign_keys=tuple(
            ForeignKey(name=f"fk_{name}_{child}", columns=(child,), parent=TableName(schema, parent),
                       parent_columns=("id",))
            for child, parent in sorted(parents.items())
        ),
    )  # fmt: skip


def database(*tables: Table, **others: Any) -> DatabaseState:
    """A state with these user tables."""
    return replace(DatabaseState(), tables={one.name: one for one in tables}, **others)


def setup(*tables: str | SetupTable, **naming: Any) -> SyncSetup:
    """A setup; a name alone means all columns, both ways."""
    return SyncSetup(tables=tuple(SetupTable(name=one) if isinstance(one, str) else one for one in tables), **naming)


def scope(name: str, what: SyncSetup, server: str = "hq", clients: tuple[str, ...] = ("shop",)) -> ScopePlanInput:
    """A scope from hq to shop."""
    return ScopePlanInput(name=name, setup=what, server=server, clients=clients)


def endpoint(name: str, state: DatabaseState | None, target: Target | None = None, **others: Any) -> Endpoint:
    """A database of the pipeline; shops are flat."""
    chosen = target or (TIN if name.startswith("hq") else FLAT_TIN)
    return replace(Endpoint(name=name, provider="tin", target=chosen, observed=state), **others)


def plan_for(scopes: list[ScopePlanInput], *endpoints: Endpoint, pipeline: str = "retail") -> Plan:
    """The plan of a pipeline."""
    return make_plan(pipeline, "sha256:0", scopes, {one.name: one for one in endpoints})


def applied(plan: Plan, *endpoints: Endpoint) -> list[Endpoint]:
    """The databases as they would be after the plan."""
    assert plan.errors == ()
    return [
        replace(one, observed=simulate(one.observed, [step.operation for step in plan.steps_on(one.name)]))
        if one.observed is not None
        else one
        for one in endpoints
    ]


def kinds(plan: Plan, connection: str) -> list[str]:
    """The steps on a database as `kind subject`, without what stands in every first plan."""
    from dms_pipeline.plan.hazard import subject

    return [
        f"{step.operation.kind} {subject(step.operation)}"
        for step in plan.steps_on(connection)
        if step.operation.kind not in {"create-own-table", "create-scope-table"}
    ]
