"""A scope that gains a column or a table, with edits on both sides meanwhile: nothing is erased, everything arrives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.commands import Pipeline
from dms_pipeline.errors import NotAllowed, NotProvisioned
from dms_pipeline.plan.describe import describe
from dms_pipeline.plan.hazard import Policy, permission
from tests.conftest import AND_EACH_OTHER
from tests.providers.doing import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pair

TABLE = 'CREATE TABLE "Customer" ("CustomerID" integer PRIMARY KEY, "Name" varchar(30) NOT NULL)'
ROWS = """INSERT INTO "Customer" ("CustomerID", "Name") VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Chen')"""


def run(url: str, *statements: str) -> None:
    with opened(url) as connection:
        for statement in statements:
            connection.run(statement)


def rows(url: str, query: str) -> list[tuple[object, ...]]:
    with opened(url) as connection:
        return connection.rows(query)


def pipeline(folder: Path, pair: Pair, *tables: str) -> Pipeline:
    file = folder / "shop.toml"
    file.write_text(
        f"""
version = 1
name = "shop"

[connections.hq]
url = {json.dumps(pair.server_url)}

[connections.till]
url = {json.dumps(pair.client_url)}

[scopes.shop]
server = "hq"
clients = ["till"]
tables = {json.dumps(tables)}
""",
        encoding="utf-8",
    )
    return Pipeline.load(file)


def apply(pipeline: Pipeline) -> None:
    plan = pipeline.plan()
    assert not plan.errors
    pipeline.apply(plan)


def sync(pipeline: Pipeline) -> None:
    for outcome in pipeline.sync():
        if outcome.error is not None:
            raise outcome.error


@AND_EACH_OTHER
def test_the_values_of_a_new_column_arrive_and_an_older_edit_does_not_erase_them(
    server_and_client: Pair, tmp_path: Path
) -> None:
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE, ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(
        server,
        'ALTER TABLE "Customer" ADD "Note" varchar(30)',
        *(f"""UPDATE "Customer" SET "Note" = 'n{number}' WHERE "CustomerID" = {number}""" for number in (1, 2, 3)),
    )
    sync(shop)
    run(client, """UPDATE "Customer" SET "Name" = 'Bo II' WHERE "CustomerID" = 2""")

    apply(shop)
    run(client, """UPDATE "Customer" SET "Note" = 'mine' WHERE "CustomerID" = 3""")
    sync(shop)

    expected = [(1, "Ada", "n1"), (2, "Bo II", "n2"), (3, "Chen", "mine")]
    query = 'SELECT "CustomerID", "Name", "Note" FROM "Customer" ORDER BY 1'
    assert rows(server, query) == expected
    assert rows(client, query) == expected
    assert [outcome.result is not None and outcome.result.to_server.tables for outcome in shop.sync()] == [{}]


@AND_EACH_OTHER
def test_a_column_that_was_dropped_on_a_client_is_loaded_again_and_erases_nothing(
    server_and_client: Pair, tmp_path: Path
) -> None:
    server, client = server_and_client.server_url, server_and_client.client_url
    run(
        server,
        TABLE.replace(" NOT NULL)", ' NOT NULL, "Note" varchar(30))'),
        ROWS,
        """UPDATE "Customer" SET "Note" = 'n'""",
    )
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(
        client,
        'ALTER TABLE "Customer" DROP COLUMN "Note"',
        """UPDATE "Customer" SET "Name" = 'Bo II' WHERE "CustomerID" = 2""",
    )

    plan = shop.plan()
    shop.apply(plan)
    run(client, """UPDATE "Customer" SET "Name" = 'Ada II' WHERE "CustomerID" = 1""")
    sync(shop)

    assert [str(load) for reload in plan.reloads for load in reload.loads] == ["values of Customer.Note"]
    query = 'SELECT "CustomerID", "Name", "Note" FROM "Customer" ORDER BY 1'
    assert rows(server, query) == [(1, "Ada II", "n"), (2, "Bo II", "n"), (3, "Chen", "n")]
    assert rows(client, query) == rows(server, query)
    assert shop.plan().is_empty


def test_a_table_that_was_dropped_on_a_client_is_loaded_again(server_and_client: Pair, tmp_path: Path) -> None:
    """A change that had not been sent went with it; that is no delete."""
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE, ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(client, """UPDATE "Customer" SET "Name" = 'Bo II' WHERE "CustomerID" = 2""", 'DROP TABLE "Customer"')

    plan = shop.plan()
    shop.apply(plan)
    run(client, """INSERT INTO "Customer" ("CustomerID", "Name") VALUES (4, 'Dora')""")
    sync(shop)

    assert [str(load) for reload in plan.reloads for load in reload.loads] == ["rows of Customer"]
    query = 'SELECT "CustomerID", "Name" FROM "Customer" ORDER BY 1'
    assert rows(client, query) == [(1, "Ada"), (2, "Bo"), (3, "Chen"), (4, "Dora")]
    assert rows(server, query) == rows(client, query)
    assert shop.plan().is_empty
    assert shop.apply(plan).steps == 0


def test_the_rows_of_a_new_table_arrive(server_and_client: Pair, tmp_path: Path) -> None:
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE, ROWS)
    apply(pipeline(tmp_path, server_and_client, "Customer"))
    sync(pipeline(tmp_path, server_and_client, "Customer"))
    run(server, 'CREATE TABLE "Store" ("StoreID" integer PRIMARY KEY)', 'INSERT INTO "Store" VALUES (7), (8)')

    shop = pipeline(tmp_path, server_and_client, "Customer", "Store")
    apply(shop)
    sync(shop)

    assert rows(client, 'SELECT "StoreID" FROM "Store" ORDER BY 1') == [(7,), (8,)]
    assert shop.plan().is_empty


def test_a_column_that_the_server_has_gained_is_said_to_be_due(server_and_client: Pair, tmp_path: Path) -> None:
    """The rows go on without it."""
    server = server_and_client.server_url
    run(server, TABLE, ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    assert [outcome.gained for outcome in shop.sync()] == [()]
    run(server, 'ALTER TABLE "Customer" ADD "Note" varchar(30)')

    outcomes = shop.sync()

    assert [(outcome.error, outcome.gained) for outcome in outcomes] == [(None, ("Customer.Note",))]
    assert [one.state for one in shop.status()] == ["plan due"]
    apply(shop)
    assert [outcome.gained for outcome in shop.sync()] == [()]
    assert [one.state for one in shop.status()] == ["ok"]


@pytest.mark.parametrize("side", ["hq", "till"])
def test_a_column_that_is_gone_stops_a_sync_before_it_moves_anything(
    server_and_client: Pair, tmp_path: Path, side: str
) -> None:
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE.replace(" NOT NULL)", ' NOT NULL, "City" varchar(9))'), ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    other = client if side == "hq" else server
    run(other, """UPDATE "Customer" SET "Name" = 'Zoe' WHERE "CustomerID" = 1""")
    run(server if side == "hq" else client, 'ALTER TABLE "Customer" DROP COLUMN "City"')

    with pytest.raises(NotProvisioned, match=rf'^{side}: scope "shop" syncs Customer\.City, which is no longer there'):
        sync(shop)

    assert [one.state for one in shop.status()] == ["drift"]
    assert rows(server if side == "hq" else client, 'SELECT "Name" FROM "Customer" ORDER BY 1')[0] == ("Ada",)


def test_a_column_that_leaves_the_server_is_named_and_costs_what_was_not_sent(
    server_and_client: Pair, tmp_path: Path
) -> None:
    """The client keeps the column with its values."""
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE.replace(" NOT NULL)", ' NOT NULL, "City" varchar(9))'), ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(client, """UPDATE "Customer" SET "City" = 'Oslo' WHERE "CustomerID" = 1""")
    run(server, 'ALTER TABLE "Customer" DROP COLUMN "City"')

    plan = shop.plan()

    text = describe(plan)
    assert "  - column Customer.City   leaves the scope\n" in text
    assert "  ! till  save-scope:shop   forgets 1 change that never reached the server   NOT ALLOWED\n" in text
    with pytest.raises(NotAllowed):
        shop.apply(plan)
    shop.apply(plan, Policy(allow=(permission("save-scope:shop"),)))
    sync(shop)
    assert rows(client, 'SELECT "CustomerID", "Name", "City" FROM "Customer" ORDER BY 1')[0] == (1, "Ada", "Oslo")
    assert shop.plan().is_empty


def test_a_column_of_another_type_is_named(server_and_client: Pair, tmp_path: Path) -> None:
    """A rename is one column that leaves and one that joins; without unsent changes, neither costs anything."""
    server = server_and_client.server_url
    run(server, TABLE.replace(" NOT NULL)", ' NOT NULL, "City" varchar(9))'), ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(server, 'ALTER TABLE "Customer" RENAME COLUMN "City" TO "Town"')
    if server_and_client.server_kind == "postgresql":
        run(server, 'ALTER TABLE "Customer" ALTER COLUMN "Name" TYPE varchar(5)')

    text = describe(shop.plan())

    assert "  - column Customer.City   leaves the scope\n" in text
    assert (
        "  ~ column Customer.Name   character varying(30) not null becomes character varying(5) not null" in text
    ) is (server_and_client.server_kind == "postgresql")
    assert "Hazards\n  ! till  save-scope" not in text
    apply(shop)
    sync(shop)


@AND_EACH_OTHER
def test_a_new_column_that_takes_no_null_brings_its_default(server_and_client: Pair, tmp_path: Path) -> None:
    """The client's rows get the server's values all the same."""
    server, client = server_and_client.server_url, server_and_client.client_url
    run(server, TABLE, ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    sync(shop)
    run(
        server,
        """ALTER TABLE "Customer" ADD "Bio" text NOT NULL DEFAULT 'n/a; it''s'""",
        'ALTER TABLE "Customer" ADD "Vip" boolean NOT NULL DEFAULT false',
        'ALTER TABLE "Customer" ADD "Rank" integer NOT NULL DEFAULT -1',
        """UPDATE "Customer" SET "Bio" = 'baker', "Rank" = 2 WHERE "CustomerID" = 2""",
    )

    plan = shop.plan()
    assert not plan.errors
    shop.apply(plan)
    run(client, """INSERT INTO "Customer" ("CustomerID", "Name") VALUES (4, 'Dora')""")
    sync(shop)

    query = 'SELECT "CustomerID", "Bio", CAST("Vip" AS integer), "Rank" FROM "Customer" ORDER BY 1'
    expected = [(1, "n/a; it's", 0, -1), (2, "baker", 0, 2), (3, "n/a; it's", 0, -1), (4, "n/a; it's", 0, -1)]
    assert rows(client, query) == expected
    assert rows(server, query) == expected
    assert shop.plan().is_empty
    assert shop.apply(plan).steps == 0


def test_a_new_column_without_a_constant_is_refused_with_what_helps(server_and_client: Pair, tmp_path: Path) -> None:
    if server_and_client.server_kind == "sqlite" or server_and_client.client_kind == "postgresql":
        pytest.skip("SQLite adds no such column, PostgreSQL takes another's expressions")
    run(server_and_client.server_url, TABLE, ROWS)
    shop = pipeline(tmp_path, server_and_client, "Customer")
    apply(shop)
    run(server_and_client.server_url, 'ALTER TABLE "Customer" ADD "At" timestamp NOT NULL DEFAULT now()')

    (problem,) = shop.plan().errors

    assert "0 rows" not in problem.message
    assert "At   till lacks it, and text not null can be added only with a constant as its default" in problem.message
    assert problem.hint is not None
    assert problem.hint.startswith("on hq, let At take NULL or give it a constant default")
