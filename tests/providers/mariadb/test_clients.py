"""What other kinds of databases may have, and a MariaDB client has otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pair
from tests.sync.sides import Opener

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("server", ["postgresql", "sqlite"])
def test_foreign_keys_of_one_name_are_two_on_a_client(database_urls: Callable[[str], str], server: str) -> None:
    pair = Pair(
        server_kind=server,
        client_kind="mariadb",
        server_url=database_urls(server),
        client_url=database_urls("mariadb"),
    )
    key = 'CONSTRAINT "fk_shop" REFERENCES "shop" ("id")'
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "shop" ("id" integer PRIMARY KEY)',
            f'CREATE TABLE "till" ("id" integer PRIMARY KEY, "shop" integer {key})',
            f'CREATE TABLE "desk" ("id" integer PRIMARY KEY, "shop" integer {key})',
            tables=["shop", "till", "desk"],
            on_server=[
                'INSERT INTO "shop" VALUES (1)',
                *(f'INSERT INTO "{t}" VALUES (1, 1)' for t in ("till", "desk")),
            ],
        )
        sides.sync()

        assert sides.client.reasons() == []
        asked = "SELECT count(DISTINCT constraint_name) FROM information_schema.referential_constraints WHERE"
        assert sides.client.value(f"{asked} constraint_schema = DATABASE()") == 2
        assert sides.client.value('SELECT count(*) FROM "till" t JOIN "desk" d ON d."shop" = t."shop"') == 1
