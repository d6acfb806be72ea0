"""Worlds to plan for: a server's tables with keys and cycles, clients that already have some, scopes that change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.types import Kind, LogicalType
from tests.plan.dialect import column
from tests.plan.world import applied, database, endpoint, plan_for, scope, setup, table

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Table

NAMES = ("Order", "order lines", "Größe", "T", "customer", "select")
TYPES = (
    LogicalType(Kind.TEXT),
    LogicalType(Kind.TEXT, length=50),
    LogicalType(Kind.INT64),
    LogicalType(Kind.DECIMAL, precision=12, scale=2),
    LogicalType(Kind.UUID),
)


@dataclass(frozen=True, kw_only=True)
class World:
    """Databases, and the scopes that the file declares for them."""

    scopes: list[ScopePlanInput]
    endpoints: list[Endpoint]


@st.composite
def tables(draw: DrawFn) -> list[Table]:
    """A server's tables; foreign keys go anywhere, to the table itself and in circles too."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    made = []
    for name in names:
        columns = [
            column(f"c{place}", draw(st.sampled_from(TYPES)), nullable=draw(st.booleans()))
            for place in range(draw(st.integers(0, 3)))
        ]
        parents = draw(st.lists(st.sampled_from(names), max_size=2, unique=True))
        made.append(table(name, *columns, parents={f"to {parent}": parent for parent in parents}))
    return made


@st.composite
def scopes(draw: DrawFn, server: list[Table], clients: list[str]) -> list[ScopePlanInput]:
    """One or two scopes, each over some of the tables, with all columns or only the key."""
    result = []
    for name in draw(st.sampled_from((("one",), ("one", "two")))):
        chosen = draw(st.lists(st.sampled_from(server), min_size=1, unique_by=lambda one: one.name))
        mine = draw(st.lists(st.sampled_from(clients), unique=True))
        result.append(scope(name, setup(*(one.name.name for one in chosen)), clients=tuple(mine)))
    return result


@st.composite
def client_states(draw: DrawFn, server: list[Table]) -> DatabaseState:
    """A client that already has some of the tables, without the columns that could be added."""
    chosen = draw(st.lists(st.sampled_from(server), unique_by=lambda one: one.name))
    drops = draw(st.booleans())
    return database(
        *(
            replace(
                one,
                columns=tuple(each for each in one.columns if not (drops and each.nullable)),
                foreign_keys=(),
                uniques=(),
            )
            for one in chosen
        )
    )


@st.composite
def first_worlds(draw: DrawFn) -> World:
    """Nothing of ours anywhere yet."""
    server = draw(tables())
    clients = [endpoint("shop-1", draw(client_states(server))), endpoint("hq-copy", draw(client_states(server)))]
    names = [one.name for one in clients]
    return World(scopes=draw(scopes(server, names)), endpoints=[endpoint("hq", database(*server)), *clients])


@st.composite
def changed_worlds(draw: DrawFn) -> World:
    """Provisioned once; then the file, the server's tables and what we made have changed."""
    world = draw(first_worlds())
    asked = st.sampled_from([None, *Triggers])
    ends = applied(plan_for(world.scopes, *world.endpoints), *world.endpoints)
    hq = ends[0].observed
    assert hq is not None
    gained = [
        replace(one, columns=(*one.columns, column("new", LogicalType(Kind.TEXT), nullable=True)))
        if draw(st.booleans())
        else one
        for one in hq.tables.values()
    ]
    ends[0] = replace(ends[0], observed=replace(hq, tables={one.name: one for one in gained}))
    return World(
        scopes=draw(scopes(gained, [one.name for one in ends[1:]])),
        endpoints=[replace(draw(drifted(end)), triggers=draw(asked)) for end in ends],
    )


@st.composite
def drifted(draw: DrawFn, end: Endpoint) -> Endpoint:
    """A database in which somebody has dropped, disabled or changed something of ours."""
    state = end.observed
    assert state is not None
    dropped = draw(st.sets(st.sampled_from(sorted(state.triggers))) if state.triggers else st.just(set()))
    changed = draw(st.sets(st.sampled_from(sorted(state.triggers))) if state.triggers else st.just(set()))
    lost = draw(st.sets(st.sampled_from(sorted(state.tracking_tables))) if state.tracking_tables else st.just(set()))
    return replace(
        end,
        observed=replace(
            state,
            triggers={
                held: replace(one, enabled=False, text="changed") if held in changed else one
                for held, one in state.triggers.items()
                if held not in dropped
            },
            tracking_tables={name: one for name, one in state.tracking_tables.items() if name not in lost},
        ),
    )
