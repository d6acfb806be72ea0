"""A database that Dotmim.Sync 1.3 provisioned is planned and adopted; nothing of its own is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline import errors
from dms_pipeline.plan.hazard import Policy
from dms_pipeline.plan.scope import ScopePlanInput
from dms_pipeline.runtime.executor import execute
from dms_pipeline.schema.document import setup_from_json
from tests.providers.recorded import load, scope_row, script
from tests.runtime.worlds import RealWorld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RECORDING = "adventureworks/postgres-to-sqlite"


@pytest.fixture
def world(recordings: Path, postgresql_url: str, sqlite_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """What Dotmim.Sync made of AdventureWorks, without rows, on both sides."""
    made = RealWorld.connect(postgresql_url, sqlite_urls())
    row = scope_row(recordings, f"{RECORDING}/01-provision.server.rows.json")
    for name, recorded in (("hq", "01-provision.server"), ("shop", "02-provision-client.client")):
        with made.databases[name].connection() as connection:
            if name == "hq":
                load(connection, script(recordings, f"{RECORDING}/{recorded}.schema.sql"))
            else:
                connection.driver.executescript(script(recordings, f"{RECORDING}/{recorded}.schema.sql"))
            style = connection.provider.traits.style
            columns, marks = style.names(row), style.marks(len(row))
            connection.execute(f"INSERT INTO scope_info ({columns}) VALUES ({marks})", tuple(row.values()))
    setup = setup_from_json(row["sync_scope_setup"])
    made.wanted = [ScopePlanInput(name="DefaultScope", setup=setup, server="hq", clients=("shop",))]
    yield made
    made.close()


def test_a_recorded_database_asks_for_our_own_tables_and_an_owner_alone(world: RealWorld) -> None:
    plan = world.plan()

    assert {step.operation.kind for step in plan.steps} == {"create-own-table", "adopt-scope"}
    with pytest.raises(errors.NotAllowed):
        execute(plan, world.databases)
    before = {name: end.observed for name, end in world.endpoints().items()}
    execute(plan, world.databases, policy=Policy(adopt=frozenset({"DefaultScope"})))
    assert world.plan().is_empty
    for name, end in world.endpoints().items():
        was = before[name]
        assert was is not None
        assert end.observed is not None
        assert (end.observed.triggers, end.observed.tracking_tables) == (was.triggers, was.tracking_tables)
        assert end.observed.scopes["DefaultScope"].schema_text == was.scopes["DefaultScope"].schema_text
