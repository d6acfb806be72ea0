"""The stored procedures that Dotmim.Sync calls: there where its triggers are, and doing what its own do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import RemoteOrchestrator, SqliteSyncProvider, SyncAgent, SyncSetup
from dms_pipeline.plan.hazard import Policy, permission
from dms_pipeline.runtime.executor import execute
from dms_pipeline.schema.database import Triggers
from tests.library.shop import provider
from tests.providers.doing import opened
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMES = ["Category_products_delete", "Category_products_update"]
ME = "6f9619ff-8b86-d011-b42d-00c04fc964ff"
_DROP = Policy(allow=(permission("drop-tracking-table"),))


@pytest.fixture
def world(kin_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """A server that DMS peers open too, and a client."""
    made = RealWorld.create(kin_urls(), kin_urls())
    made.wanted = scopes("Category")
    made.triggers = Triggers.REFERENCE
    yield made
    made.close()


def there(world: RealWorld, name: str = "hq") -> list[str]:
    """The procedures of a database."""
    observed = world.endpoints()[name].observed
    assert observed is not None
    return list(observed.procedures)


def call(world: RealWorld, name: str, *values: Any, mark: int = 0, force: int = 0) -> int:
    """Call a procedure as Dotmim.Sync does: the number of rows that it wrote."""
    with world.databases["hq"].connection() as connection:
        marks = ", ".join(["%s"] * (len(values) + 3))
        connection.execute(f"CALL `{name}`({marks}, @rows)", (*values, ME, force, mark))
        return int(connection.value("SELECT @rows"))


def test_they_are_made_where_peers_are_expected_and_go_with_their_scope(world: RealWorld) -> None:
    execute(world.plan(), world.databases)
    assert (there(world), there(world, "shop"), world.plan().is_empty) == (NAMES, NAMES, True)

    execute(world.destroy_plan(), world.databases, policy=_DROP)
    assert (there(world), there(world, "shop")) == ([], [])


def test_none_is_made_with_our_own_triggers(world: RealWorld) -> None:
    world.triggers = None
    execute(world.plan(), world.databases)

    assert there(world) == []


def test_they_are_made_anew_when_the_shape_changes(world: RealWorld) -> None:
    execute(world.plan(), world.databases)
    world.run("hq", 'ALTER TABLE "Category" ADD COLUMN color varchar(15)')
    execute(world.plan(), world.databases)

    assert call(world, "Category_products_update", 7, "Gloves", "red") == 1
    assert world.value("hq", 'SELECT color FROM "Category" WHERE id = 7') == "red"
    assert world.plan().is_empty


def test_the_library_takes_them_away_with_their_scope(kin_url: str, sqlite_url: str) -> None:
    server = provider(kin_url, "reference")
    with opened(kin_url) as connection:
        connection.run("CREATE TABLE t (id int PRIMARY KEY, name varchar(9))")
        SyncAgent(SqliteSyncProvider(sqlite_url), server).synchronize(SyncSetup("t"))
        names = (
            "SELECT group_concat(routine_name ORDER BY 1) FROM information_schema.routines"
            " WHERE routine_schema = DATABASE()"
        )
        assert connection.value(names) == "t_delete,t_update"

        RemoteOrchestrator(server).deprovision()
        assert connection.value(names) is None


def test_they_do_what_the_references_own_do(world: RealWorld) -> None:
    """A new row, a change since the mark, a row of one's own, force, a delete."""
    execute(world.plan(), world.databases)
    update, delete = "Category_products_update", "Category_products_delete"
    assert call(world, update, 7, "Gloves") == 1
    writer = 'SELECT update_scope_id FROM "Category_tracking" WHERE id = 7'
    assert world.value("hq", writer) == ME
    assert call(world, update, 7, "Mittens") == 1, "nobody else has written it"

    world.run("hq", """UPDATE "Category" SET name = 'Socks' WHERE id = 7""")
    assert world.value("hq", writer) is None
    assert (call(world, update, 7, "Hats"), call(world, delete, 7)) == (0, 0)
    assert call(world, update, 7, "Hats", force=1) == 1
    world.run("hq", """UPDATE "Category" SET name = 'Socks' WHERE id = 7""")
    assert call(world, delete, 7, mark=2**60) == 1
    row = 'SELECT count(*) FROM "Category_tracking" WHERE id = 7 AND sync_row_is_tombstone = 1 AND update_scope_id = %s'
    assert world.value("hq", row.replace("%s", f"'{ME}'")) == 1


def test_their_parameters_are_those_of_the_references_own(recordings: Path, kin: str, world: RealWorld) -> None:
    if kin != "mariadb":
        pytest.skip("the recorded tables are MariaDB's: a text has a default")
    folder = recordings / "formats" / "setup" / "plain" / "mariadb-to-mariadb"
    recorded = _headers((folder / "02-first-sync.client.schema.sql").read_text(encoding="utf-8"))
    world.run("hq", "DROP TABLE `Product`, `Category`, `Stock`")
    with world.databases["hq"].connection() as connection:
        for statement in (folder / "seed.server.sql").read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.run(statement)
    world.wanted = [scopes("customer", "orders", "order_line")[0]]
    steps = [step for step in world.plan().steps_on("shop") if step.operation.kind == "create-procedure"]
    made = _headers("".join(f"{statement}\n" for step in steps for statement in step.sql))

    assert made == {
        name.replace("_update", "_products_update").replace("_delete", "_products_delete"): parameters
        for name, parameters in recorded.items()
    }


def _headers(text: str) -> dict[str, list[str]]:
    """Name and parameters of each procedure of a script, white space set aside."""
    found = re.findall(r"PROCEDURE `(\w+)`\s*\((.*?)\)\s*BEGIN", text, re.DOTALL)
    return {
        name: [re.sub(r"\s+", "", part) for part in re.split(r",(?![^(]*\))", parameters)] for name, parameters in found
    }
