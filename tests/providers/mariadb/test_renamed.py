"""Tables that are not what they were: another one under the name, a key that compares otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.plan.planner import make_plan
from dms_pipeline.runtime.executor import execute
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.errors import Problem


@pytest.fixture
def world(kin_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """A server and a client of MariaDB, set up."""
    world = RealWorld.create(kin_urls(), kin_urls())
    execute(world.plan(), world.databases)
    yield world
    world.close()


def errors(world: RealWorld) -> tuple[Problem, ...]:
    return make_plan("retail", "sha256:0", world.wanted, world.endpoints()).errors


@pytest.mark.parametrize("side", ["hq", "shop"])
def test_a_plan_does_not_pass_over_a_trigger_that_stands_on_another_table(world: RealWorld, side: str) -> None:
    """Triggers have gone with the table that had the name before, and a database has each of their names once."""
    world.run(side, 'CREATE TABLE "copy" (id integer PRIMARY KEY, name varchar(40))')
    world.run(side, "SET foreign_key_checks = 0")
    world.run(side, 'RENAME TABLE "Category" TO "before", "copy" TO "Category"')

    problems = errors(world)

    assert {problem.code for problem in problems} == {"name-taken"}
    assert "Category needs the trigger Category_delete_trigger, but that stands on before" in problems[0].message
    for event in ("insert", "update", "delete"):
        world.run(side, f'DROP TRIGGER "Category_{event}_trigger"')
    execute(world.plan(), world.databases)
    assert world.plan().is_empty


def test_a_key_that_compares_otherwise_than_its_tracking_table_is_named(kin_urls: Callable[[], str]) -> None:
    world = RealWorld.create(kin_urls(), kin_urls())
    world.run("hq", 'CREATE TABLE "Code" (id varchar(20) PRIMARY KEY)')
    world.wanted = scopes("Code")
    execute(world.plan(), world.databases)
    world.run("hq", 'ALTER TABLE "Code" CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci')

    before = world.value(
        "hq",
        "SELECT collation_name FROM information_schema.columns WHERE table_schema = DATABASE()"
        " AND table_name = 'Code_tracking' AND column_name = 'id'",
    )
    (problem,) = errors(world)
    world.close()

    assert problem.code == "table-differs"
    assert f"its id compares by {before}, the table's by utf8mb4_unicode_ci" in problem.message
