"""What other kinds of databases may have, and a MariaDB client has otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed, UnsupportedType
from dms_pipeline.providers.mariadb.filling import fill
from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.model import SetupTable, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from dms_pipeline.sync.bookmark import Cut
from dms_pipeline.sync.changes import CANONICAL, ChangeKind, RowBatch, SyncedColumn, synced_groups
from tests.conftest import Pair
from tests.providers.doing import look, opened
from tests.sync.sides import NOTHING, Opener, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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


@pytest.fixture
def opener(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Iterator[Opener]:
    """A server, of MariaDB unless a test says otherwise, and a client of MariaDB."""
    kind = getattr(request, "param", "mariadb")
    pair = Pair(
        server_kind=kind,
        client_kind="mariadb",
        server_url=database_urls(kind),
        client_url=database_urls("mariadb"),
    )
    with Opener.opened(pair, database_urls) as opener:
        yield opener


@pytest.mark.parametrize("opener", ["sqlite"], indirect=True)
def test_a_row_beyond_what_the_server_takes_ends_the_sync_and_says_what_would_help(opener: Opener) -> None:
    sides = opener(
        'CREATE TABLE "file" ("id" integer PRIMARY KEY, "body" blob)',
        tables=["file"],
        on_server=['INSERT INTO "file" VALUES (1, zeroblob(12000000))'],
    )
    sides.sync()
    assert sides.client.value('SELECT length("body") FROM "file"') == 12_000_000
    sides.server.run('INSERT INTO "file" VALUES (2, zeroblob(17000000))')

    with pytest.raises(SyncFailed, match="file: a row takes 17,") as failed:
        sides.sync()

    assert "max_allowed_packet" in str(failed.value.hint)


def test_a_sequence_stays_its_servers_own(opener: Opener) -> None:
    sides = opener(
        'CREATE SEQUENCE "numbers"',
        'CREATE TABLE "price" ("id" int PRIMARY KEY, "n" int DEFAULT (nextval("numbers")), "amount" int)'
        " WITH SYSTEM VERSIONING",
        tables=["price"],
        on_server=['INSERT INTO "price" ("id", "amount") VALUES (1, 5), (2, 5)'],
    )
    sides.sync()
    sides.client.run('UPDATE "price" SET "amount" = 6 WHERE "id" = 1', 'DELETE FROM "price" WHERE "id" = 2')
    sides.sync()

    assert sides.server.rows("price") == [(1, 1, 6)]
    assert "nextval" not in sides.client.connection.rows('SHOW CREATE TABLE "price"')[0][1]


def test_a_table_with_a_period_of_its_own_is_refused(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        connection.run(
            "CREATE TABLE price (id int PRIMARY KEY, since timestamp(6) GENERATED ALWAYS AS ROW START,"
            " until timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (since, until))"
            " WITH SYSTEM VERSIONING"
        )
        (table,) = look(connection, TableName("", "price")).tables.values()

    with pytest.raises(UnsupportedType, match="until: is the end of a period"):
        TARGET.document_table(table, SetupTable(name="price"))


def test_values_of_a_new_column_leave_columns_alone_that_follow_the_clock(opener: Opener) -> None:
    column = 'CREATE TABLE "item" ("id" int PRIMARY KEY, "u" timestamp NOT NULL DEFAULT \'2020-01-01\''
    sides = opener(
        f"{column})",
        tables=["item"],
        on_server=["INSERT INTO \"item\" VALUES (1, '2020-01-01')"],
        on_client=[f"{column} ON UPDATE CURRENT_TIMESTAMP)"],
    )
    sides.sync()
    table = synced_groups(LocalDatabasePeer(sides.client.connection).scope("DefaultScope"))[0][0]
    sides.client.run('ALTER TABLE "item" ADD COLUMN "n" int')
    wide = replace(table, columns=(table.columns[0], SyncedColumn(name="n", type=LogicalType(Kind.INT32), key=False)))
    batch = RowBatch(table=table.name, kind=ChangeKind.UPSERT, encoding=CANONICAL, payload=[(1, 7)], count=1)

    with sides.client.connection.transaction():
        fill(sides.client.connection, (wide,), [batch], Cut(since=None, by=None))

    assert sides.client.rows("item", '"n", "u"') == [(7, "2020-01-01 00:00:00")]


@pytest.mark.parametrize("kind", ["mariadb", "postgresql", "sqlite"])
def test_ids_in_upper_case_are_found_where_case_counts(database_urls: Callable[[str], str], kind: str) -> None:
    pair = Pair(
        server_kind="mariadb", client_kind=kind, server_url=database_urls("mariadb"), client_url=database_urls(kind)
    )
    ids = [
        f"{letters}0000-0000-0000-0000-00000000000{number}" for number, letters in enumerate(("ABCD", "CDEF", "abcd"))
    ]
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "t" ("id" char(36) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY, "v" int)',
            tables=["t"],
            on_server=[f"INSERT INTO \"t\" VALUES ('{one}', {place})" for place, one in enumerate(ids)],
        )
        sides.sync()
        sides.client.run('UPDATE "t" SET "v" = 10 WHERE "v" = 0', 'DELETE FROM "t" WHERE "v" = 1')
        sides.client.run('UPDATE "t" SET "v" = 12 WHERE "v" = 2')
        assert moved(sides.sync()) == ({"t": (2, 1)}, {})

        assert sides.server.rows("t", order="2") == [(ids[0], 10), (ids[2], 12)]
        assert moved(sides.sync()) == NOTHING
