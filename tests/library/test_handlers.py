"""A program decides conflicts and errors by itself, on either side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import (
    ConflictArgs,
    ConflictResolution,
    ConflictType,
    ErrorArgs,
    ErrorResolution,
    SyncAgent,
    SyncFailed,
    SyncOptions,
    SyncSetup,
)
from tests.conftest import IN_EACH_ROLE
from tests.library.shop import Shop, rows

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = IN_EACH_ROLE

SETUP = SyncSetup("Category", "Product")


def in_conflict(
    shop: Shop, answer: Callable[[ConflictArgs], None], *, on_server: bool, client: str, server: str
) -> tuple[SyncAgent, list[ConflictArgs]]:
    """Product 1 changed on both sides, and synced once with a handler on one of them."""
    agent = shop.agent()
    agent.synchronize(SETUP)
    asked: list[ConflictArgs] = []

    def handler(args: ConflictArgs) -> None:
        asked.append(args)
        answer(args)

    side = agent.remote_orchestrator if on_server else agent.local_orchestrator
    side.on_apply_changes_conflict_occured(handler)
    shop.on_client.run(client)
    shop.on_server.run(server)
    agent.synchronize()
    return agent, asked


def resolving(resolution: ConflictResolution, **final: Any) -> Callable[[ConflictArgs], None]:
    """An answer."""

    def answer(args: ConflictArgs) -> None:
        args.resolution = resolution
        args.final_row.update(final)

    return answer


UPDATES = {
    "client": """UPDATE "Product" SET name = 'client' WHERE id = 1""",
    "server": """UPDATE "Product" SET name = 'server', "CategoryID" = 2 WHERE id = 1""",
}
DELETE = """DELETE FROM "Product" WHERE id = 1"""


@pytest.mark.parametrize("on_server", [True, False])
@pytest.mark.parametrize(
    ("resolution", "expected"),
    [
        (ConflictResolution.SERVER_WINS, (1, "server", 2)),
        (ConflictResolution.CLIENT_WINS, (1, "client", 1)),
        (ConflictResolution.MERGE_ROW, (1, "merged", 1)),
    ],
)
def test_what_a_handler_answers_is_what_both_sides_have_in_the_end(
    shop: Shop, resolution: ConflictResolution, expected: tuple[Any, ...], *, on_server: bool
) -> None:
    """A client's answer arrives with its next upload; in the reference, keeping its row parts the sides for good."""
    final = {"name": "merged", "CategoryID": 1}
    agent, asked = in_conflict(shop, resolving(resolution, **final), on_server=on_server, **UPDATES)

    agent.synchronize()

    assert rows(shop.on_server, "Product")[0] == expected
    assert rows(shop.on_client, "Product")[0] == expected
    (args,) = asked
    assert (args.on_server, args.conflict_type) == (on_server, ConflictType.REMOTE_EXISTS_LOCAL_EXISTS)
    assert args.remote_row is not None
    assert args.remote_row["name"] == ("client" if on_server else "server")
    assert str(agent.synchronize()).endswith("s")
    assert agent.synchronize().total_changes_applied_on_server == 0, "nothing moves any more"


@pytest.mark.parametrize("on_server", [True, False])
@pytest.mark.parametrize("deleted", ["client", "server"])
@pytest.mark.parametrize("resolution", [ConflictResolution.SERVER_WINS, ConflictResolution.CLIENT_WINS])
def test_a_delete_wins_or_loses_by_a_handler_as_an_update_does(
    shop: Shop, deleted: str, resolution: ConflictResolution, *, on_server: bool
) -> None:
    agent, asked = in_conflict(shop, resolving(resolution), on_server=on_server, **{**UPDATES, deleted: DELETE})

    agent.synchronize()

    winner = "server" if resolution is ConflictResolution.SERVER_WINS else "client"
    left = [row[1] for row in rows(shop.on_server, "Product") if row[0] == 1]
    assert left == ([] if winner == deleted else [winner])
    assert rows(shop.on_client, "Product") == rows(shop.on_server, "Product")
    assert len(asked) == 1


@pytest.mark.parametrize("on_server", [True, False])
@pytest.mark.parametrize("deleted", ["client", "server"])
def test_a_row_merged_of_a_delete_and_an_update_starts_from_the_row_that_is_there(
    shop: Shop, deleted: str, *, on_server: bool
) -> None:
    answer = resolving(ConflictResolution.MERGE_ROW, name="merged")
    agent, _ = in_conflict(shop, answer, on_server=on_server, **{**UPDATES, deleted: DELETE})

    agent.synchronize()

    assert rows(shop.on_server, "Product")[0] == (1, "merged", 2 if deleted == "client" else 1)
    assert rows(shop.on_client, "Product") == rows(shop.on_server, "Product")


@pytest.mark.parametrize("kind", ["update", "delete"])
def test_a_row_that_came_may_be_made_a_change_of_ones_own(shop: Shop, kind: str) -> None:
    """The two-sync trick of the reference: the server's row is stored as the client's, and goes up again."""

    def answer(args: ConflictArgs) -> None:
        args.sender_scope_id = None

    server = DELETE if kind == "delete" else UPDATES["server"]
    agent, _ = in_conflict(shop, answer, on_server=False, client=UPDATES["client"], server=server)

    assert rows(shop.on_client, "Product") == rows(shop.on_server, "Product")
    assert shop.on_client.value('SELECT "update_scope_id" FROM "Product_tracking" WHERE id = 1') is None
    again = agent.synchronize()
    assert again.total_changes_applied_on_server == (kind == "update")


def test_a_handler_can_end_the_sync_and_nothing_is_applied_there(shop: Shop) -> None:
    with pytest.raises(SyncFailed, match="handler of conflicts"):
        in_conflict(shop, resolving(ConflictResolution.THROW), on_server=True, **UPDATES)

    assert rows(shop.on_server, "Product")[0] == (1, "server", 2)


@pytest.mark.parametrize(
    ("change", "wrong"), [({"id": 9}, "another key"), ({"colour": "red"}, "other columns than id, name, CategoryID")]
)
def test_a_merged_row_keeps_its_key_and_its_columns(shop: Shop, change: dict[str, Any], wrong: str) -> None:
    with pytest.raises(SyncFailed, match=wrong):
        in_conflict(shop, resolving(ConflictResolution.MERGE_ROW, **change), on_server=True, **UPDATES)


def test_what_a_handler_raises_comes_out_and_the_run_has_failed(shop: Shop) -> None:
    def broken(args: ConflictArgs) -> None:
        raise ZeroDivisionError(args.table)

    with pytest.raises(ZeroDivisionError):
        in_conflict(shop, broken, on_server=False, **UPDATES)

    assert shop.on_server.value("SELECT outcome FROM dms_runs ORDER BY run_id DESC LIMIT 1") == "failed"


def test_the_journal_says_that_a_handler_decided_and_keeps_both_rows(shop: Shop) -> None:
    in_conflict(shop, resolving(ConflictResolution.MERGE_ROW, name="merged"), on_server=True, **UPDATES)

    ((rule, kept, server, client),) = shop.on_server.rows(
        'SELECT "rule", "kept", "server_row", "client_row" FROM "dms_journal"'
    )
    assert (rule, kept) == ("handler", "merged")
    assert [json.loads(row)["name"] for row in (server, client)] == ["server", "client"]


def test_a_handler_that_changes_nothing_leaves_it_to_the_policy(shop: Shop) -> None:
    _, asked = in_conflict(shop, lambda _: None, on_server=True, **UPDATES)

    assert [args.resolution for args in asked] == [ConflictResolution.SERVER_WINS]
    assert shop.on_server.value('SELECT "rule" FROM "dms_journal"') == "server-wins"


def test_a_handler_is_not_asked_about_an_upload_that_the_server_took(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(SETUP)
    asked: list[ConflictArgs] = []
    agent.local_orchestrator.on_apply_changes_conflict_occured(asked.append)
    shop.on_client.run(UPDATES["client"])
    shop.on_server.run("""UPDATE "Product" SET name = 'other' WHERE id = 2""")

    agent.synchronize()

    assert asked == []
    assert rows(shop.on_client, "Product") == rows(shop.on_server, "Product")


@pytest.mark.parametrize(
    ("resolution", "kept", "applied", "failed"),
    [
        (ErrorResolution.RESOLVED, [], 3, 0),
        (ErrorResolution.RETRY_ON_NEXT_SYNC, [4], 2, 1),
        (ErrorResolution.CONTINUE_ON_ERROR, [4], 2, 1),
    ],
)
def test_a_handler_decides_what_becomes_of_a_row_that_cannot_be_applied(
    shop: Shop, resolution: ErrorResolution, kept: list[int], applied: int, failed: int
) -> None:
    agent, asked = refused_by_the_server(shop, resolution)

    result = agent.synchronize()

    assert result.total_changes_applied_on_server == applied
    assert result.total_changes_failed_to_apply_on_server == failed
    keys = [json.loads(key)["id"] for (key,) in shop.on_server.rows('SELECT "row_key" FROM "dms_errors"')]
    assert keys == kept
    assert [(str(args.table), args.on_server, args.row["name"]) for args in asked] == [("Category", True, "Bags")]
    assert [row[1] for row in rows(shop.on_server, "Category")] == ["Bikes", "Helmets", "Bells"]


def refused_by_the_server(shop: Shop, resolution: ErrorResolution) -> tuple[SyncAgent, list[ErrorArgs]]:
    """The server takes no bags; the client has new ones, and the server's handler answers."""
    table = "CREATE TABLE \"Category\" (id integer PRIMARY KEY, name varchar(50) NOT NULL CHECK (name <> 'Bags'))"
    shop.on_server.run('DROP TABLE "Product"')
    shop.on_server.run('DROP TABLE "Category"')
    shop.on_server.run(table)
    shop.on_server.run("""INSERT INTO "Category" VALUES (1, 'Bikes'), (2, 'Helmets')""")
    shop.on_client.run(table.replace(" CHECK (name <> 'Bags')", ""))
    agent = shop.agent(SyncOptions())
    agent.synchronize(SyncSetup("Category"))
    asked: list[ErrorArgs] = []

    def handler(args: ErrorArgs) -> None:
        asked.append(args)
        args.resolution = resolution

    agent.remote_orchestrator.on_apply_changes_error_occured(handler)
    shop.on_client.run("""INSERT INTO "Category" VALUES (3, 'Bells'), (4, 'Bags')""")
    shop.on_client.run("""UPDATE "Category" SET name = 'Helmets' WHERE id = 2""")
    return agent, asked


def test_an_error_handler_can_let_the_sync_fail(shop: Shop) -> None:
    agent, _ = refused_by_the_server(shop, ErrorResolution.THROW)

    with pytest.raises(SyncFailed, match="Category"):
        agent.synchronize()

    assert len(rows(shop.on_server, "Category")) == 2
