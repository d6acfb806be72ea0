"""AdventureWorks through the command line, between every pair: planned, applied, changed on both sides, equal."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests import adventureworks
from tests.adventureworks import seed
from tests.adventureworks.structure import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Pair

COMMAND = Path(sys.executable).parent / "dms-pipeline"

pytestmark = pytest.mark.skipif(find_spec("dms_pipeline.cli") is None, reason="there is no command line yet")

# Valid on both kinds of databases; `choose` says which rows. The new child stands before its parent in key order.
ON_SERVER = """
UPDATE "Product" SET "ListPrice" = 21.50, "Color" = NULL WHERE "ProductID" = {product};

UPDATE "Product" SET "Name" = 'Renamed on both sides, server' WHERE "ProductID" = {contested};

UPDATE "Product" SET "ThumbNailPhoto" = {picture} WHERE "ProductID" = {pictured};

INSERT INTO "Customer"
    ("CustomerID", "NameStyle", "FirstName", "LastName", "CompanyName", "rowguid", "ModifiedDate")
VALUES (900001, true, 'Zoë', 'O''Brien', 'two
lines, 日本', '0B0D1D2A-5F3C-4F36-8C0B-000000900001', '2024-05-06 07:08:09.123456+00:00');

DELETE FROM "CustomerAddress" WHERE "CustomerID" = {customer};

INSERT INTO "ProductCategory" ("ProductCategoryID", "ParentProductCategoryID", "Name", "IsActive")
VALUES ('FFFFFFFF-0000-4000-8000-000000000002', NULL, 'Parent', false);

INSERT INTO "ProductCategory" ("ProductCategoryID", "ParentProductCategoryID", "Name", "IsActive")
VALUES ('00000000-0000-4000-8000-000000000001', 'FFFFFFFF-0000-4000-8000-000000000002', 'Child', true)
"""
ON_CLIENT = """
UPDATE "Customer" SET "Phone" = NULL, "NameStyle" = true WHERE "CustomerID" = {customer};

UPDATE "Product" SET "Name" = 'Renamed on both sides, client' WHERE "ProductID" = {contested};

INSERT INTO "ProductModel" ("ProductModelID", "Name", "CatalogDescription", "rowguid", "ModifiedDate")
VALUES (900002, 'Made by the client', '<a>\ttab, "quotes", back\\slash</a>',
        '0B0D1D2A-5F3C-4F36-8C0B-000000900002', '2024-02-29 23:59:59+00:00');

UPDATE "Product" SET "ProductModelID" = 900002, "StandardCost" = 12345678901.2345 WHERE "ProductID" = {remodelled};

DELETE FROM "ProductDescription" WHERE "ProductDescriptionID" = {description}
"""


@pytest.fixture
def pipeline(server_and_client: Pair, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """A function that runs a command on the pipeline of a pair, and gives the JSON that it prints."""
    name = f"{server_and_client.server_kind}-to-{server_and_client.client_kind}.toml"
    # A variant is planned as its parent is.
    text = (seed.FOLDER / name.replace("mysql", "mariadb")).read_text(encoding="utf-8")
    # The files of a test are where its fixtures put them.
    for file, url in (("hq", server_and_client.server_url), ("shop", server_and_client.client_url)):
        text = text.replace(f'"sqlite:///{name.removesuffix(".toml")}-{file}.db"', json.dumps(url))
    (tmp_path / name).write_text(text, encoding="utf-8")
    environment = os.environ | {
        "HQ_DATABASE_URL": server_and_client.server_url,
        "SHOP_DATABASE_URL": server_and_client.client_url,
    }

    def run(*arguments: str) -> dict[str, Any]:
        done = subprocess.run(
            [COMMAND, *arguments, "--json", name],
            cwd=tmp_path,
            env=environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{arguments}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
        said: dict[str, Any] = json.loads(done.stdout)
        return said

    return run


def test_both_sides_are_equal_after_edits_on_both(
    server_and_client: Pair, pipeline: Callable[..., dict[str, Any]]
) -> None:
    server, client = server_and_client.server_url, server_and_client.client_url
    adventureworks.load(server)
    before = adventureworks.rows(server)
    assert pipeline("plan")["summary"]["create"] > 0

    pipeline("apply", "--yes")

    assert adventureworks.rows(client) == before
    assert adventureworks.rows(server) == before
    assert pipeline("plan")["operations"] == []

    zoned = server_and_client.server_kind in {"postgresql", "sqlite"}
    edit(server, ON_SERVER, before, zoned=zoned)
    edit(client, ON_CLIENT, before, zoned=zoned)
    synced = pipeline("sync")

    after = adventureworks.rows(server)
    assert adventureworks.rows(client) == after
    names = {row[0]: row[1] for row in after["Product"]}
    assert names[choose(before)["contested"]] == "Renamed on both sides, server"
    costs = {row[0]: row[4] for row in after["Product"]}
    assert costs[choose(before)["remodelled"]] == Decimal("12345678901.2345")
    assert changed(before, after) == {
        "Address": 0,
        "Customer": 2,
        "CustomerAddress": 1,
        "Product": 4,
        "ProductCategory": 2,
        "ProductDescription": 1,
        "ProductModel": 1,
        "SalesOrderDetail": 0,
        "SalesOrderHeader": 0,
    }
    assert [len(one["conflicts"]) for one in synced["syncs"]] == [1]
    assert moved(pipeline("sync")) == 0
    assert adventureworks.rows(client) == after


def edit(url: str, script: str, before: adventureworks.Rows, *, zoned: bool) -> None:
    """Run statements as an application would: keys enforced, one transaction; `zoned`: the server's times have one."""
    picture = bytes(range(255, -1, -1))
    has_zone = zoned and make_url(url).get_backend_name() in {"postgresql", "sqlite"}
    statements = (script if has_zone else script.replace("+00:00'", "'")).split(";\n\n")
    if make_url(url).get_backend_name() == "sqlite":
        path = make_url(url).database
        assert path is not None
        values = choose(before) | {"picture": seed.Sqlite().literal(picture)}
        with closing(sqlite3.connect(path)) as file:
            file.execute("PRAGMA foreign_keys = ON")
            for statement in statements:
                assert file.execute(statement.format_map(values)).rowcount > 0
            file.commit()
    elif make_url(url).get_backend_name() != "postgresql":
        values = choose(before) | {"picture": seed.Mariadb().literal(picture)}
        with closing(adventureworks.connect_mariadb(url)) as connection, connection.cursor() as cursor:
            for statement in statements:
                assert cursor.execute(statement.format_map(values)) > 0
            connection.commit()
    else:
        values = choose(before) | {"picture": seed.Postgresql().literal(picture)}
        with psycopg.connect(url) as server:
            for statement in statements:
                assert server.execute(statement.format_map(values).encode()).rowcount > 0


def choose(before: adventureworks.Rows) -> dict[str, Any]:
    """The rows that are edited, whichever sample is loaded."""
    products = [row[0] for row in before["Product"]]
    # One customer with one address: its deletion is one row.
    owners = [row[0] for row in before["CustomerAddress"]]
    return {
        "product": products[6],
        "contested": products[11],
        "pictured": products[16],
        "remodelled": products[20],
        "customer": next(owner for owner in owners if owners.count(owner) == 1),
        "description": before["ProductDescription"][9][0],
    }


def changed(before: adventureworks.Rows, after: adventureworks.Rows) -> dict[str, int]:
    """How many rows of each table were inserted, updated or deleted."""
    numbers = {}
    for table in TABLES:
        at = [next(i for i, column in enumerate(table.columns) if column.name == name) for name in table.key]
        old, new = ({tuple(row[i] for i in at): row for row in rows[table.name]} for rows in (before, after))
        numbers[table.name] = sum(old.get(key) != new.get(key) for key in old.keys() | new.keys())
    return numbers


def moved(synced: dict[str, Any]) -> int:
    """The number of rows and deletes that a sync moved, both ways."""
    tables = [table for one in synced["syncs"] for table in one["tables"]]
    return sum(table[way][what] for table in tables for way in ("to_server", "to_client") for what in table[way])
