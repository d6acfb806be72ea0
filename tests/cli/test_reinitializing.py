"""`sync --reinitialize` asks before it gives anything up, and says what it did."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_documents import fits

if TYPE_CHECKING:
    from tests.place import Place


@pytest.fixture
def waiting(place: Place) -> Place:
    """A client with two changes that the server never got, and with a row that is gone there."""
    place.made().done("apply", "--yes")
    place.sql(
        "shop", """INSERT INTO "Product" VALUES (3, 'mine')""", """UPDATE "Product" SET name = 'x' WHERE id = 1"""
    )
    place.sql("hq", 'DELETE FROM "Product" WHERE id = 2')
    return place


def test_changes_that_would_be_given_up_are_counted_and_asked_about(waiting: Place) -> None:
    ran = waiting.run("sync", "--reinitialize")

    assert (ran.code, ran.out) == (1, "")
    assert "products  shop: 2 changes that hq never got\n" in ran.err
    assert "--reinitialize-with-upload sends them first" in ran.err
    assert "nothing was done\nhint: --yes answers the question" in ran.err
    assert waiting.sql("shop", 'SELECT count(*) FROM "Product"') == 3


def test_a_reinitialisation_shows_what_it_gave_up(waiting: Place) -> None:
    ran = waiting.done("sync", "--reinitialize", "--yes")

    assert ran.out.startswith("products  shop, reinitialized ")
    assert ran.out.splitlines()[2].split() == ["Product", "-", "-", "1", "2", "2", "-"]
    assert (
        "conflict shop:c2: Product id=3 changed on shop, and not sent; server-wins; the other row is kept: " in ran.out
    )
    assert waiting.sql("shop", 'SELECT group_concat(name) FROM "Product"') == "Road"
    assert 'shop: "mine"' in waiting.done("conflicts", "show", "shop:c2").out


def test_where_nothing_waits_nobody_is_asked(waiting: Place) -> None:
    waiting.done("sync")

    assert waiting.done("sync", "--reinitialize").out.startswith("products  shop, reinitialized ")


def test_an_upload_needs_no_question(waiting: Place) -> None:
    (synced,) = fits(waiting.done("sync", "--reinitialize-with-upload", "--json").out, "sync")["syncs"]

    assert synced["sync_type"] == "reinitialize-with-upload"
    assert synced["tables"] == [
        {
            "table": "Product",
            "to_server": {"rows": 2, "deletes": 0},
            "to_client": {"rows": 2, "deletes": 1},
            "conflicts": 0,
            "failed": 0,
        }
    ]
    assert waiting.sql("hq", 'SELECT group_concat(name) FROM "Product"') == "x,mine"


def test_several_clients_are_reinitialized_a_line_each(waiting: Place) -> None:
    waiting.write(more='[connections.shop2]\nurl = "sqlite:///shop2.db"\n')
    text = (waiting.folder / "retail.toml").read_text(encoding="utf-8").replace('["shop"]', '["shop", "shop2"]')
    (waiting.folder / "retail.toml").write_text(text, encoding="utf-8")
    waiting.done("apply", "--yes", "--no-sync")

    lines = waiting.done("sync", "--reinitialize", "--yes").out.splitlines()

    assert [line.rsplit(", ", 1)[-1] for line in lines[1:3]] == ["reinitialized", "reinitialized"]


def test_both_kinds_at_once_are_refused(waiting: Place) -> None:
    ran = waiting.run("sync", "--reinitialize", "--reinitialize-with-upload")

    assert (ran.code, ran.out) == (1, "")
    assert "give one of them" in ran.err


def test_an_outdated_client_is_told_the_command(waiting: Place) -> None:
    waiting.sql("hq", "UPDATE scope_info SET sync_scope_last_clean_timestamp = 99991231235959999")
    refused = waiting.run("sync")

    assert refused.code == 1
    assert "hint: dms-pipeline sync --reinitialize-with-upload sends what waits there" in refused.err
    (client,) = json.loads(waiting.run("status", "--json").out)["clients"]
    assert (client["state"], client["to_send"], client["to_get"]) == ("outdated", 2, None)
    assert "--reinitialize-with-upload --client NAME retail.toml" in waiting.run("status").err
    waiting.done("sync", "--reinitialize-with-upload")
    assert waiting.sql("hq", 'SELECT count(*) FROM "Product"') == waiting.sql("shop", 'SELECT count(*) FROM "Product"')
