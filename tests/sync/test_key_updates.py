"""Keys that are changed: both sides end with the same rows (H19), where the reference leaves both keys on both."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sync.sides import Opener

ITEM = 'CREATE TABLE "item" ("id" int PRIMARY KEY, "name" text, "code" text UNIQUE)'
ROWS = """INSERT INTO "item" VALUES (1, 'one', 'a'), (2, 'two', 'b'), (3, 'three', 'c')"""


def test_a_key_that_is_changed_on_either_side_is_changed_on_the_other(provisioned: Opener) -> None:
    """Though the row with the new key has the unique value of the one with the old, which is still there."""
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    sides.sync()
    sides.server.run('UPDATE "item" SET "id" = 11 WHERE "id" = 1')
    sides.client.run('UPDATE "item" SET "id" = 12 WHERE "id" = 2')

    result = sides.sync()

    assert (result.failed, result.conflicts) == (0, 0)
    assert moved(result) == ({"item": (1, 1)}, {"item": (1, 1)})
    assert sides.server.rows("item", '"id", "code"') == [(3, "c"), (11, "a"), (12, "b")]
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_keys_that_are_exchanged_are_exchanged_on_the_other_side(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    sides.sync()
    for side in (sides.server, sides.client):
        one, other = (1, 2) if side is sides.server else (2, 3)
        side.run(
            f'UPDATE "item" SET "id" = -1 WHERE "id" = {one}',
            f'UPDATE "item" SET "id" = {one} WHERE "id" = {other}',
            f'UPDATE "item" SET "id" = {other} WHERE "id" = -1',
        )
        sides.sync()

        assert sides.equal("item")
    assert sides.server.rows("item", '"id", "code"') == [(1, "b"), (2, "c"), (3, "a")]
    assert moved(sides.sync()) == NOTHING


def test_children_that_follow_a_changed_key_arrive_with_it(provisioned: Opener) -> None:
    child = (
        'CREATE TABLE "part" ("id" int PRIMARY KEY, "item" int REFERENCES "item" ("id") ON UPDATE CASCADE'
        " ON DELETE CASCADE)"
    )
    sides = provisioned(
        ITEM, child, tables=["item", "part"], on_server=[ROWS, 'INSERT INTO "part" VALUES (1, 1), (2, 1), (3, 2)']
    )
    sides.sync()
    sides.server.run('UPDATE "item" SET "id" = 11 WHERE "id" = 1')
    sides.sync()

    assert sides.equal("item", "part")
    assert sides.client.rows("part") == [(1, 11), (2, 11), (3, 2)]
    assert moved(sides.sync()) == NOTHING


def test_a_deleted_key_that_another_row_takes_is_that_row_everywhere(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS], clients=2)
    for client in (0, 1):
        sides.sync(client)
    sides.server.run('DELETE FROM "item" WHERE "id" = 1')
    sides.sync(0)
    sides.clients[1].run('UPDATE "item" SET "id" = 4 WHERE "id" = 3')
    sides.sync(1)
    sides.server.run('UPDATE "item" SET "id" = 1 WHERE "id" = 4')
    for client in (0, 1):
        sides.sync(client)

    assert sides.equal("item")
    assert sides.server.rows("item", '"id", "code"') == [(1, "c"), (2, "b")]


@pytest.mark.parametrize("case", ["client", "server"])
def test_the_recorded_steps_end_right(case: str, provisioned: Opener, recordings: Path) -> None:
    """The statements of the recordings `key-update`, which leave the old key and the new one on one side there."""
    recorded = json.loads((recordings / "sync/key-update/pg-sqlite" / f"{case}.json").read_text(encoding="utf-8"))
    sides = provisioned(*recorded["seed"]["server"], tables=["item"])
    for step in recorded["steps"]:
        if "sql" in step["do"]:
            side = sides.server if step["do"]["on"] == "server" else sides.client
            side.run(*step["do"]["sql"])
        else:
            sides.sync()

            assert sides.equal("item")

    assert sides.server.rows("item") == [(2, "two", 2), (5, "five", 1)]
    assert moved(sides.sync()) == NOTHING
