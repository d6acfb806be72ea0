"""What an apply does where DDL commits by itself: killed after any statement, the next one finishes (B7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.hazard import Policy, permission
from dms_pipeline.runtime.executor import execute
from dms_pipeline.runtime.fingerprints import drifted
from dms_pipeline.schema.database import Triggers
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.plan.plan import Plan, Step


@pytest.fixture
def world(kin_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """A server with rows, and a client that has a table with a row already."""
    made = RealWorld.create(kin_urls(), kin_urls())
    made.wanted = scopes("Category")
    made.run(
        "shop",
        'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL UNIQUE)',
        """INSERT INTO "Category" VALUES (9, 'Old')""",
    )
    yield made
    made.close()


def statements(plan: Plan) -> list[tuple[str, str]]:
    """What an apply runs, with the database of each."""
    return [(step.connection, statement) for step in plan.steps for statement in step.sql]


def die_after(world: RealWorld, plan: Plan, count: int) -> None:
    """An apply that is killed after so many statements, and had no time to note anything."""
    for name in world.databases:
        ran = [statement for connection, statement in statements(plan)[:count] if connection == name]
        with world.databases[name].connection() as connection:
            for statement in ran:
                connection.run(statement)
            connection.core.invalidate()


def is_whole(world: RealWorld) -> bool:
    """Nothing is left to plan, everything is noted, and the row that was there is recorded."""
    for database in world.databases.values():
        with database.connection() as connection:
            assert drifted(connection) == ()
            assert connection.value("SELECT count(*) FROM dms_objects WHERE object_kind <> 'recorders'") == 4
            left = "SELECT count(*) FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
            assert connection.value(left) == 3
    rows = world.value("shop", 'SELECT count(*) FROM "Category_tracking" WHERE id = 9')
    return world.plan().is_empty and rows == 1


@pytest.mark.parametrize("part", range(4))
def test_a_provisioning_that_is_killed_after_any_statement_is_finished(part: int, kin_urls: Callable[[], str]) -> None:
    """By a new plan, and by the one that was saved."""
    count, whole = part, 1_000
    while count < whole:
        made = RealWorld.create(kin_urls(), kin_urls())
        made.wanted = scopes("Category")
        made.run(
            "shop",
            'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL UNIQUE)',
            """INSERT INTO "Category" VALUES (9, 'Old')""",
        )
        plan = made.plan()
        whole = len(statements(plan))
        die_after(made, plan, count)
        execute(plan if count % 8 < 4 else made.plan(), made.databases)

        assert is_whole(made), statements(plan)[count]
        made.close()
        count += 4


def test_other_triggers_that_are_killed_after_any_statement_are_finished(world: RealWorld) -> None:
    """A writer is recorded at every moment, and no trigger that stood in for another is left."""
    world.triggers = Triggers.REFERENCE
    execute(world.plan(), world.databases)
    kinds = (Triggers.REFERENCE, Triggers.EXTENDED)
    for count in range(1, 36):
        world.triggers = kinds[count % 2]
        plan = world.plan()
        assert len(statements(plan)) == 36
        die_after(world, plan, count)
        for name in world.databases:
            world.run(name, f"""INSERT INTO "Category" VALUES ({100 + count}, 'new {count}')""")
            assert world.value(name, f'SELECT count(*) FROM "Category_tracking" WHERE id = {100 + count}') == 1
        execute(plan if count % 4 < 2 else world.plan(), world.databases)

        assert is_whole(world), statements(plan)[count]


def test_objects_that_are_dropped_are_forgotten_before(world: RealWorld) -> None:
    execute(world.plan(), world.databases)
    plan, allowed = world.destroy_plan(), Policy(allow=(permission("drop-tracking-table"),))
    steps = [step for step in plan.steps if isinstance(step.operation, op.DropTrigger)]
    spoiled = _spoil(plan, steps[1])
    with pytest.raises(errors.Interrupted, match=r"steps done, stopped at step \d+"):
        execute(spoiled, world.databases, policy=allowed)

    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == ()
        assert connection.value("SELECT count(*) FROM dms_objects WHERE object_kind = 'trigger'") == 1
    execute(world.destroy_plan(), world.databases, policy=allowed)
    assert (
        world.value(
            "hq",
            "SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'dms%'",
        )
        == 0
    )


def _spoil(plan: Plan, bad: Step) -> Plan:
    steps = tuple(replace(step, sql=("DROP NONSENSE",)) if step is bad else step for step in plan.steps)
    return replace(plan, steps=steps)
