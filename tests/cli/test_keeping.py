"""Rows that could not be applied, and rows that lost, can be found, read and given up."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.place import Place

BAD = 'INSERT INTO "Product" VALUES ' + ", ".join(f"({number}, 'bad')" for number in range(10, 21))


@pytest.fixture
def failed(place: Place) -> Place:
    """The client has sent 11 rows that the server refuses."""
    place.sql("hq", "CREATE TABLE \"Product\" (id integer PRIMARY KEY, name varchar(2000) CHECK (name <> 'bad'))")
    place.write()
    place.done("apply", "--yes")
    place.sql("shop", BAD)
    return place


def test_a_sync_says_where_the_failed_rows_are_that_it_does_not_show(failed: Place) -> None:
    ran = failed.run("sync")

    assert ran.code == 3
    assert "row-failed e1 on hq: Product id=10: CHECK constraint failed: name <> 'bad'\n" in ran.err
    assert "and 8 more: dms-pipeline errors list retail.toml\n" in ran.err
    assert "11 rows are kept in dms_errors" in ran.err
    assert failed.run("sync", "-v").err.count("row-failed e") == 11


def test_failed_rows_are_in_the_json_of_a_sync(failed: Place) -> None:
    rows = json.loads(failed.run("sync", "--json").out)["syncs"][0]["failed_rows"]

    assert len(rows) == 11
    assert rows[0] == {
        "id": "e1",
        "connection": "hq",
        "table": "Product",
        "key": {"id": 10},
        "reason": "CHECK constraint failed: name <> 'bad'",
    }


def test_failed_rows_are_listed_and_shown_with_their_values(failed: Place) -> None:
    failed.run("sync")
    failed.run("sync")
    lines = failed.done("errors", "list").out.splitlines()

    assert len(lines) == 12
    assert lines[0].split("  ")[0] == "id"
    assert "Product id=20" in lines[-1]
    shown = failed.done("errors", "show", "e1")
    assert "e1: hq could not store Product id=10 of shop, scope products\n" in shown.out
    assert '  name    "bad"\n' in shown.out
    assert "  tried   2 times, " in shown.out
    assert "dms-pipeline errors drop e1 retail.toml" in shown.err
    one = json.loads(failed.done("errors", "show", "1", "--json").out)["failed_row"]
    assert (one["id"], one["values"], one["attempts"]) == ("e1", {"id": 10, "name": "bad"}, 2)


def test_a_client_with_failed_rows_needs_care(failed: Place) -> None:
    failed.run("sync")
    ran = failed.run("status", "--detailed-exitcode")

    assert ran.code == 2
    assert ran.out.startswith("retail: its client needs care (failed rows)\n")
    assert ran.out.rstrip().endswith("11  failed rows")
    assert "dms-pipeline errors list retail.toml" in ran.err


def test_a_client_without_its_tracking_table_drifts_and_the_others_are_shown(place: Place) -> None:
    """What waits there cannot be counted; that is no reason to show nothing."""
    place.made().done("apply", "--yes")
    place.sql("shop", 'DROP TABLE "Product_tracking"')
    ran = place.run("status", "--json")

    (client,) = json.loads(ran.out)["clients"]
    assert (client["state"], client["to_send"], client["to_get"]) == ("drift", None, None)


def test_a_row_that_is_given_up_is_not_tried_again(failed: Place) -> None:
    failed.run("sync")
    unasked = failed.run("errors", "drop", "e2")
    assert (unasked.code, unasked.out) == (1, "")
    assert "--yes answers the question" in unasked.err
    dropped = failed.done("errors", "drop", "e2", "--yes").out
    assert (
        "hq keeps nothing of Product id=11 any more, and no sync brings it again until it is changed on shop" in dropped
    )
    assert failed.sql("hq", "SELECT count(*) FROM dms_errors") == 10
    assert "10 rows are kept" in failed.run("sync").err
    failed.sql("shop", """UPDATE "Product" SET name = 'good' WHERE id = 11""")
    failed.run("sync")
    assert failed.sql("hq", 'SELECT name FROM "Product" WHERE id = 11') == "good"


def test_what_a_client_could_not_store_is_named_after_it(place: Place) -> None:
    place.made().sql(
        "shop", "CREATE TABLE \"Product\" (id integer PRIMARY KEY, name varchar(2000) NOT NULL CHECK (name <> 'Road'))"
    )
    ran = place.run("apply", "--yes")

    assert ran.code == 3
    assert "row-failed shop:e1 on shop: Product id=1: " in ran.err
    assert "shop:e1: shop could not store Product id=1 of hq" in place.done("errors", "show", "shop:e1").out
    one, other = (re.sub(r"\d+ s ago", "", place.done("errors", "show", name).out) for name in ("e1", "1"))
    assert one == other


def test_conflicts_say_what_each_side_did_by_its_name(place: Place) -> None:
    place.made().done("apply", "--yes")
    place.sql("hq", """UPDATE "Product" SET name = 'server'""")
    place.sql("shop", """UPDATE "Product" SET name = 'client' WHERE id = 1""", 'DELETE FROM "Product" WHERE id = 2')
    ran = place.done("sync")

    assert "conflict c1: Product id=1 changed on both sides; server-wins;" in ran.out
    assert "conflict c2: Product id=2 changed on hq, deleted on shop; server-wins;" in ran.out
    shown = place.done("conflicts", "show", "2").out
    assert '  id    hq: 2         shop: (deleted)\n  name  hq: "server"  shop: (deleted)\n' in shown


@pytest.mark.parametrize("command", ["conflicts", "errors"])
def test_a_file_in_the_place_of_an_id_is_noticed(place: Place, command: str) -> None:
    place.made()
    ran = place.run(command, "show")

    assert ran.code == 1
    assert "error[usage]: ID is missing: retail.toml is a file" in ran.err


def test_an_unknown_id_comes_with_the_newest(failed: Place) -> None:
    failed.run("sync")

    assert "hint: the newest are e7, e8, e9, e10, e11" in failed.run("errors", "show", "e99").err
    assert "hint: there is no conflict" in failed.run("conflicts", "show", "c1").err


def test_a_scope_of_another_pipeline_is_not_synced(place: Place) -> None:
    place.made().done("apply", "--yes")
    file = place.folder / "retail.toml"
    file.write_text(file.read_text().replace('name = "retail"', 'name = "wholesale"'))
    place.sql("hq", """UPDATE "Product" SET name = 'new'""")
    ran = place.run("sync")

    assert ran.code == 1
    assert (
        'error[foreign-scope]: hq: scope "products" belongs to pipeline retail, not to wholesale; nothing was synced\n'
        in ran.err
    )
    assert "dms-pipeline apply --adopt products" in ran.err
    assert place.sql("shop", """SELECT count(*) FROM "Product" WHERE name = 'new'""") == 0
    assert "not ours" in place.done("status").out
    place.done("apply", "--yes", "--adopt", "products")
    assert place.sql("shop", """SELECT count(*) FROM "Product" WHERE name = 'new'""") == 2
