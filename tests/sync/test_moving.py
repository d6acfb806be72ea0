"""Rows move both ways, once, and nothing else happens: on real databases, all four pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.schema.model import SetupTable, SyncDirection
from tests.conftest import EVERY_PAIR
from tests.sync.sides import NOTHING, ZERO, moved

if TYPE_CHECKING:
    from tests.sync.sides import Opener

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" varchar(50) NOT NULL, "price" numeric(9,2))'
THREE = "INSERT INTO \"item\" VALUES (1, 'one', 1.00), (2, 'two', NULL), (3, 'three', 3.50)"


def test_the_first_sync_brings_the_rows_and_the_second_nothing(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE])

    first = sides.sync()

    assert first.is_first
    assert moved(first) == ({}, {"item": (3, 0)})
    assert [row[:2] for row in sides.client.rows("item")] == [(1, "one"), (2, "two"), (3, "three")]
    assert sides.client.tracking("item") == dict.fromkeys((1, 2, 3), (ZERO, 0))
    assert sides.server.tracking("item") == {}
    second = sides.sync()
    assert not second.is_first
    assert moved(second) == NOTHING


def test_changes_go_both_ways_and_do_not_come_back(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE])
    sides.sync()
    sides.server.run(
        "INSERT INTO \"item\" VALUES (4, 'four', 4)",
        'UPDATE "item" SET "name" = \'ONE\' WHERE "id" = 1',
    )
    sides.client.run("INSERT INTO \"item\" VALUES (5, 'five', 5)", 'DELETE FROM "item" WHERE "id" = 3')

    result = sides.sync()

    assert moved(result) == ({"item": (1, 1)}, {"item": (2, 0)})
    assert sides.equal("item", columns='"id", "name"')
    assert [row[0] for row in sides.server.rows("item")] == [1, 2, 4, 5]
    me = sides.id_of()
    assert sides.server.tracking("item") == {1: (None, 0), 3: (me, 1), 4: (None, 0), 5: (me, 0)}
    assert moved(sides.sync()) == NOTHING


def test_a_delete_on_the_server_arrives_as_a_tombstone(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE])
    sides.sync()
    sides.server.run('DELETE FROM "item" WHERE "id" = 2')

    assert moved(sides.sync()) == ({}, {"item": (0, 1)})

    assert sides.client.tracking("item")[2] == (ZERO, 1)
    assert sides.equal("item", columns='"id"', order="1")
    assert moved(sides.sync()) == NOTHING


def test_a_row_that_was_deleted_and_inserted_again_is_there_again(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE])
    sides.sync()
    sides.client.run('DELETE FROM "item" WHERE "id" = 2')
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (2, 'again', 1)")
    sides.server.run('DELETE FROM "item" WHERE "id" = 1', "INSERT INTO \"item\" VALUES (1, 'again too', 1)")

    assert moved(sides.sync()) == ({"item": (1, 0)}, {"item": (1, 0)})

    assert sides.equal("item", columns='"id", "name"')
    assert sides.server.tracking("item")[2] == (sides.id_of(), 0)
    assert moved(sides.sync()) == NOTHING


def test_a_row_that_came_and_went_between_two_syncs_leaves_no_trace(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE])
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (7, 'x', 1)", 'DELETE FROM "item" WHERE "id" = 7')
    sides.server.run("INSERT INTO \"item\" VALUES (8, 'x', 1)", 'DELETE FROM "item" WHERE "id" = 8')

    assert moved(sides.sync()) == NOTHING

    assert 7 not in sides.server.tracking("item")
    assert 8 not in sides.client.tracking("item")


def test_what_one_client_sends_another_gets(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[THREE], clients=2)
    sides.sync(0)
    sides.sync(1)
    sides.clients[0].run("INSERT INTO \"item\" VALUES (4, 'four', 4)", 'DELETE FROM "item" WHERE "id" = 1')

    assert moved(sides.sync(0)) == ({"item": (1, 1)}, {})
    assert moved(sides.sync(1)) == ({}, {"item": (1, 1)})

    assert sides.equal("item", columns='"id", "name"')
    assert moved(sides.sync(0)) == NOTHING
    assert moved(sides.sync(1)) == NOTHING


FAMILY = (
    'CREATE TABLE "grandparent" ("id" int NOT NULL PRIMARY KEY, "name" text)',
    'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY, "above" int NOT NULL REFERENCES "grandparent" ("id"))',
    'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "above" int NOT NULL REFERENCES "parent" ("id"))',
)


def test_parents_are_written_before_and_deleted_after_their_children(provisioned: Opener) -> None:
    sides = provisioned(
        *FAMILY,
        tables=["child", "grandparent", "parent"],
        on_server=[
            "INSERT INTO \"grandparent\" VALUES (1, 'a')",
            'INSERT INTO "parent" VALUES (1, 1)',
            'INSERT INTO "child" VALUES (1, 1)',
        ],
    )
    sides.sync()
    sides.client.run(
        'DELETE FROM "child"',
        'DELETE FROM "parent"',
        'DELETE FROM "grandparent"',
        "INSERT INTO \"grandparent\" VALUES (2, 'b')",
        'INSERT INTO "parent" VALUES (2, 2)',
        'INSERT INTO "child" VALUES (2, 2)',
    )

    result = sides.sync()

    assert result.failed == 0
    assert moved(result)[0] == {"child": (1, 1), "grandparent": (1, 1), "parent": (1, 1)}
    assert sides.equal("grandparent", "parent", "child")
    sides.server.run(
        'DELETE FROM "child"',
        'DELETE FROM "parent"',
        'DELETE FROM "grandparent"',
        "INSERT INTO \"grandparent\" VALUES (3, 'c')",
        'INSERT INTO "parent" VALUES (3, 3)',
    )
    result = sides.sync()
    assert result.failed == 0
    assert sides.equal("grandparent", "parent", "child")


def test_a_table_that_refers_to_itself_arrives_in_any_order(provisioned: Opener) -> None:
    sides = provisioned(
        'CREATE TABLE "node" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "node" ("id"))',
        tables=["node"],
        on_server=['INSERT INTO "node" VALUES (9, NULL)', 'INSERT INTO "node" VALUES (1, 9), (5, 1), (2, 5)'],
    )
    sides.sync()
    assert sides.equal("node")
    for side in (sides.client, sides.server):
        ids = (20, 10, 15) if side is sides.client else (40, 30, 35)
        side.run(
            f'INSERT INTO "node" VALUES ({ids[0]}, 9)',
            f'INSERT INTO "node" VALUES ({ids[1]}, {ids[0]})',
            f'INSERT INTO "node" VALUES ({ids[2]}, {ids[1]})',
        )
    sides.server.run('DELETE FROM "node" WHERE "id" = 2', 'DELETE FROM "node" WHERE "id" = 5')

    result = sides.sync()

    assert result.failed == 0
    assert sides.equal("node")
    sides.client.run(*(f'DELETE FROM "node" WHERE "id" = {number}' for number in (15, 10, 20, 35, 30, 40)))
    result = sides.sync()
    assert result.failed == 0
    assert sides.equal("node")
    assert moved(sides.sync()) == NOTHING


@EVERY_PAIR
def test_two_tables_that_refer_to_each_other_arrive_together(provisioned: Opener) -> None:
    later = 'ALTER TABLE "team" ADD CONSTRAINT "led" FOREIGN KEY ("lead") REFERENCES "person" ("id")'
    inline = ', FOREIGN KEY ("lead") REFERENCES "person" ("id")' if provisioned.pair.server_kind == "sqlite" else ""
    sides = provisioned(
        f'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY, "lead" int{inline})',
        'CREATE TABLE "person" ("id" int NOT NULL PRIMARY KEY, "team" int NOT NULL REFERENCES "team" ("id"))',
        *([] if inline else [later]),
        tables=["team", "person"],
        on_server=[
            'INSERT INTO "team" VALUES (1, NULL)',
            'INSERT INTO "person" VALUES (1, 1)',
            'UPDATE "team" SET "lead" = 1',
        ],
    )
    sides.sync()
    assert sides.equal("team", "person")
    for number, side in ((2, sides.client), (3, sides.server)):
        side.run(
            f'INSERT INTO "team" VALUES ({number}, NULL)',
            f'INSERT INTO "person" VALUES ({number}, {number})',
            f'UPDATE "team" SET "lead" = {number} WHERE "id" = {number}',
        )

    result = sides.sync()

    assert result.failed == 0
    assert sides.equal("team", "person")
    sides.client.run('UPDATE "team" SET "lead" = NULL', 'DELETE FROM "person"', 'DELETE FROM "team"')
    result = sides.sync()
    assert result.failed == 0
    assert sides.server.rows("team", order="1") == []
    assert sides.server.rows("person", order="1") == []


KEYS = {
    "composite": ('"a" int NOT NULL, "b" varchar(10) NOT NULL', '"a", "b"', ["1, 'x'", "1, 'y'", "2, 'x'"]),
    "composite-backwards": ('"a" int NOT NULL, "b" varchar(10) NOT NULL', '"b", "a"', ["1, 'x'", "1, 'y'", "2, 'x'"]),
    "text": ('"a" varchar(20) NOT NULL', '"a"', ["'it''s'", "''", "'Ünï 日本'"]),
    "uuid": (
        '"a" uuid NOT NULL',
        '"a"',
        [f"'{letter * 8}-0000-4000-8000-00000000000{letter}'" for letter in ("A", "B", "C")],
    ),
    "date": ('"a" date NOT NULL', '"a"', ["'2024-02-29'", "'0001-01-01'", "'9999-12-31'"]),
    "bigint": ('"a" bigint NOT NULL', '"a"', ["9223372036854775807", "-9223372036854775808", "0"]),
}


def test_keys_of_every_kind_find_their_rows(provisioned: Opener) -> None:
    """Each kind twice: in a table with a value besides the key, and in a table of keys alone."""
    ddl = []
    for kind, (columns, key, _) in KEYS.items():
        ddl.append(f'CREATE TABLE "{kind}" ({columns}, "v" int, PRIMARY KEY ({key}))')
        ddl.append(f'CREATE TABLE "{kind}-alone" ({columns}, PRIMARY KEY ({key}))')
    sides = provisioned(*ddl, tables=[name for kind in KEYS for name in (kind, f"{kind}-alone")])
    for kind, (_, _, rows) in KEYS.items():
        for row in rows[:2]:
            sides.server.run(f'INSERT INTO "{kind}" VALUES ({row}, 0)', f'INSERT INTO "{kind}-alone" VALUES ({row})')
    sides.sync()
    for kind, (_, _, (first, second, third)) in KEYS.items():
        sides.client.run(
            f'INSERT INTO "{kind}" VALUES ({third}, 1)',
            f'INSERT INTO "{kind}-alone" VALUES ({third})',
            f'DELETE FROM "{kind}" WHERE {is_row(kind, first)}',
            f'DELETE FROM "{kind}-alone" WHERE {is_row(kind, first)}',
        )
        sides.server.run(f'UPDATE "{kind}" SET "v" = 2 WHERE {is_row(kind, second)}')

    result = sides.sync()

    both = {name: (1, 1) for kind in KEYS for name in (kind, f"{kind}-alone")}
    assert moved(result) == (both, dict.fromkeys(KEYS, (1, 0)))
    for side in (sides.server, sides.client):
        for kind, (_, _, (first, second, third)) in KEYS.items():
            for table in (kind, f"{kind}-alone"):
                assert side.value(f'SELECT count(*) FROM "{table}"') == 2
                assert side.value(f'SELECT count(*) FROM "{table}" WHERE {is_row(kind, first)}') == 0
            assert side.value(f'SELECT "v" FROM "{kind}" WHERE {is_row(kind, second)}') == 2
            assert side.value(f'SELECT "v" FROM "{kind}" WHERE {is_row(kind, third)}') == 1
    assert moved(sides.sync()) == NOTHING


def is_row(kind: str, row: str) -> str:
    """The condition that a row has the key of a row of `KEYS`."""
    names = [part.split()[0] for part in KEYS[kind][0].split(", ")]
    return " AND ".join(f"{name} = {part}" for name, part in zip(names, row.split(", "), strict=True))


def test_bytes_are_a_key_too(provisioned: Opener) -> None:
    sides = provisioned(
        'CREATE TABLE "thing" ("a" bytea NOT NULL PRIMARY KEY, "v" int)',
        tables=["thing"],
    )
    for text in ("00ff", "", "c3a9"):
        sides.server.run(f'INSERT INTO "thing" VALUES ({sides.server.bytes(text)}, 0)')
    sides.sync()
    sides.client.run(
        f'UPDATE "thing" SET "v" = 1 WHERE "a" = {sides.client.bytes("00ff")}',
        f'DELETE FROM "thing" WHERE "a" = {sides.client.bytes("c3a9")}',
    )

    assert moved(sides.sync()) == ({"thing": (1, 1)}, {})

    assert [(bytes(a), v) for a, v in sides.server.rows("thing")] == [(b"", 0), (b"\x00\xff", 1)]
    sides.server.run(f'DELETE FROM "thing" WHERE "a" = {sides.server.bytes("00ff")}')
    assert moved(sides.sync()) == ({}, {"thing": (0, 1)})
    assert [(bytes(a), v) for a, v in sides.client.rows("thing")] == [(b"", 0)]


def test_only_the_columns_of_the_setup_travel(provisioned: Opener) -> None:
    sides = provisioned(
        'CREATE TABLE "item" ("secret" text DEFAULT \'none\', "id" int NOT NULL PRIMARY KEY, "name" text)',
        tables=[SetupTable(name="item", columns=("id", "name"))],
        on_server=["INSERT INTO \"item\" VALUES ('s', 1, 'one')"],
    )
    sides.sync()
    assert sides.client.rows("item") == [(1, "one")]
    sides.client.run('UPDATE "item" SET "name" = \'ONE\'', "INSERT INTO \"item\" VALUES (2, 'two')")

    sides.sync()

    assert sides.server.rows("item", order="2") == [("s", 1, "ONE"), ("none", 2, "two")]


def test_each_direction_moves_only_its_way(provisioned: Opener) -> None:
    directions = {direction.name.lower(): direction for direction in SyncDirection}
    sides = provisioned(
        *(f'CREATE TABLE "{name}" ("id" int NOT NULL PRIMARY KEY, "name" text)' for name in directions),
        tables=[SetupTable(name=name, direction=direction) for name, direction in directions.items()],
        on_server=[f"INSERT INTO \"{name}\" VALUES (1, 'first')" for name in directions],
    )
    sides.sync()
    for name in directions:
        sides.server.run(f"INSERT INTO \"{name}\" VALUES (2, 'server')")
        sides.client.run(f"INSERT INTO \"{name}\" VALUES (3, 'client')")
    sides.sync()

    def ids(name: str) -> tuple[list[int], list[int]]:
        return [row[0] for row in sides.server.rows(name)], [row[0] for row in sides.client.rows(name)]

    assert ids("bidirectional") == ([1, 2, 3], [1, 2, 3])
    assert ids("download_only") == ([1, 2], [1, 2, 3])
    assert ids("upload_only") == ([1, 2, 3], [3])
    assert ids("none") == ([1, 2], [3])


def test_the_size_of_batches_changes_nothing(provisioned: Opener) -> None:
    """More rows than a batch, than a COPY and than SQLite's silencing begins at, both ways."""
    number = 9_001

    def numbers(low: int) -> str:
        source = f"WITH RECURSIVE g(n) AS (SELECT {low} UNION ALL SELECT n + 1 FROM g WHERE n < {low + number - 1})"
        return f"{source} INSERT INTO \"item\" SELECT n, 'row ' || n, n FROM g"

    sides = provisioned(ITEM, tables=["item"])
    sides.server.run(numbers(1))
    assert moved(sides.sync()) == ({}, {"item": (number, 0)})
    assert sides.equal("item", columns='"id", "name"')
    sides.client.run(numbers(number + 1), 'DELETE FROM "item" WHERE "id" <= 4500')
    sides.server.run('UPDATE "item" SET "name" = "name" || \'!\' WHERE "id" > 4500')

    result = sides.sync()

    assert moved(result) == ({"item": (number, 4_500)}, {"item": (number - 4_500, 0)})
    assert result.conflicts == 0
    assert sides.equal("item", columns='"id", "name"')
    assert moved(sides.sync()) == NOTHING
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 4501')
    assert moved(sides.sync()) == ({"item": (1, 0)}, {})
