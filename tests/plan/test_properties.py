"""What plans promise, for any world."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.codec import decode, encode
from dms_pipeline.plan.describe import describe
from dms_pipeline.plan.document import from_json, to_json
from dms_pipeline.plan.objects import is_done, moved, objects
from dms_pipeline.plan.planner import destroy_plan
from dms_pipeline.plan.resume import pending
from dms_pipeline.plan.simulate import simulate
from tests.plan.strategies import World, changed_worlds, first_worlds
from tests.plan.world import applied, plan_for

if TYPE_CHECKING:
    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.plan.state import DatabaseState


def _plan(world: World) -> Plan:
    return plan_for(world.scopes, *world.endpoints)


def _state(end: Endpoint) -> DatabaseState:
    assert end.observed is not None
    return end.observed


@given(world=changed_worlds())
def test_a_plan_applied_leaves_nothing_to_plan(world: World) -> None:
    after = applied(_plan(world), *world.endpoints)

    assert plan_for(world.scopes, *after).steps == ()


@given(world=first_worlds())
def test_destroy_after_apply_gives_back_the_state_but_for_user_tables(world: World) -> None:
    after = applied(_plan(world), *world.endpoints)
    destroyed = applied(destroy_plan("retail", "sha256:0", world.scopes, {one.name: one for one in after}), *after)

    for before, end in zip(world.endpoints, destroyed, strict=True):
        assert replace(_state(end), tables={}, schemas=frozenset()) == replace(
            _state(before), tables={}, schemas=frozenset()
        )
        assert _state(end).tables.keys() >= _state(before).tables.keys()


@given(world=changed_worlds())
def test_no_step_needs_what_a_later_one_makes(world: World) -> None:
    plan = _plan(world)
    for end in world.endpoints:
        state = _state(end)
        for step in plan.steps_on(end.name):
            _needs(step.operation, state, inline=end.traits.inline_foreign_keys)
            state = simulate(state, [step.operation])


def _needs(operation: op.Operation, state: DatabaseState, *, inline: bool) -> None:
    match operation:
        case op.CreateTable(table=table):
            assert table.name not in state.tables
            assert inline or not table.foreign_keys
        case op.AddForeignKey(table=name, foreign_key=key):
            assert name in state.tables
            assert key.parent in state.tables
        case op.AddColumn(table=name, column=column):
            assert state.tables[name].column(column.name) is None
        case op.CreateTrigger(trigger=trigger):
            assert trigger.table in state.tables
            assert any(trigger.text == "changed" or str(name) in trigger.text for name in state.tracking_tables)
        case op.TrackRows(base=base, tracking=tracking):
            assert base in state.tables
            assert tracking in state.tracking_tables
        case op.SaveScope(scope_table=name):
            assert name in state.scope_tables
        case op.OwnScope() | op.AdoptScope():
            assert operation.scope in state.scopes
            assert "dms_owner" in state.own_tables
        case op.DropTrackingTable(base=base, table=name):
            assert name in state.tracking_tables
            assert not [held for held, trigger in state.triggers.items() if held[0] == base and trigger.enabled]
        case _:
            pass


@given(world=changed_worlds())
def test_parents_are_created_before_their_children_unless_they_are_a_circle(world: World) -> None:
    plan = _plan(world)
    for end in world.endpoints:
        if not end.traits.inline_foreign_keys:
            continue
        created = [
            step.operation.table for step in plan.steps_on(end.name) if isinstance(step.operation, op.CreateTable)
        ]
        place = {table.name: number for number, table in enumerate(created)}
        parents = {table.name: {key.parent for key in table.foreign_keys} & place.keys() for table in created}
        for child, its in parents.items():
            for parent in its:
                assert place[parent] <= place[child] or child in _ancestors(parent, parents)


def _ancestors(name: object, parents: dict) -> set:  # type: ignore[type-arg]
    seen: set[object] = set()
    left = [name]
    while left:
        for parent in parents[left.pop()]:
            if parent not in seen:
                seen.add(parent)
                left.append(parent)
    return seen


@given(world=changed_worlds())
def test_a_saved_plan_is_read_back_as_it_was(world: World) -> None:
    plan = _plan(world)
    saved = from_json(to_json(plan, "1.0"))

    assert saved.plan == plan
    assert describe(saved.plan, verbose=True) == describe(plan, verbose=True)


@given(world=first_worlds())
def test_every_operation_survives_json(world: World) -> None:
    for step in _plan(world).steps:
        assert decode(op.Operation, encode(step.operation)) == step.operation


@given(world=changed_worlds())
def test_a_plan_is_stale_neither_before_nor_after_it_was_applied(world: World) -> None:
    plan = _plan(world)
    after = applied(plan, *world.endpoints)
    for planned, before, end in zip(
        plan.connections,
        sorted(world.endpoints, key=lambda one: (one.name != "hq", one.name)),
        sorted(after, key=lambda one: (one.name != "hq", one.name)),
        strict=True,
    ):
        now = objects(_state(end), planned.watched, end.traits)
        assert moved(planned, objects(_state(before), planned.watched, end.traits)) == ()
        assert moved(planned, now) == ()
        assert is_done(planned, now)


@given(world=changed_worlds())
def test_stopped_after_any_step_the_rest_is_what_is_left(world: World) -> None:
    plan = _plan(world)
    for end in world.endpoints:
        steps = plan.steps_on(end.name)
        wanted = simulate(_state(end), [step.operation for step in steps])
        for stop in range(len(steps) + 1):
            state = simulate(_state(end), [step.operation for step in steps[:stop]])
            left = pending(steps, state, end.traits)
            assert simulate(state, [step.operation for step in left]) == wanted
            assert len(left) <= len(steps) - stop + sum(isinstance(one.operation, op.TrackRows) for one in steps)
