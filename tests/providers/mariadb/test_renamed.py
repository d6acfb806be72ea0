"""A table in the place of another: the triggers have gone with the old one, and a database has each name once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.plan.planner import make_plan
from dms_pipeline.runtime.executor import execute
from tests.runtime.worlds import RealWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def world(mariadb_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """A server and a client of MariaDB, set up."""
    world = RealWorld.create(mariadb_urls(), mariadb_urls())
    execute(world.plan(), world.databases)
    yield world
    world.close()


@pytest.mark.parametrize("side", ["hq", "shop"])
def test_a_plan_does_not_pass_over_a_trigger_that_stands_on_another_table(world: RealWorld, side: str) -> None:
    world.run(side, 'CREATE TABLE "copy" (id integer PRIMARY KEY, name varchar(40))')
    world.run(side, "SET foreign_key_checks = 0")
    world.run(side, 'RENAME TABLE "Category" TO "before", "copy" TO "Category"')

    problems = make_plan("retail", "sha256:0", world.wanted, world.endpoints()).errors

    assert {problem.code for problem in problems} == {"name-taken"}
    assert "Category needs the trigger Category_insert_trigger, but that stands on before" in problems[0].message
    for event in ("insert", "update", "delete"):
        world.run(side, f'DROP TRIGGER "Category_{event}_trigger"')
    execute(world.plan(), world.databases)
    assert world.plan().is_empty
