"""A row that cannot be applied stops nothing: it is kept with its reason, tried again, and goes in when it can."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy
from dms_pipeline.sync.handlers import ConflictResolution, Handlers
from tests.conftest import AND_EACH_OTHER, EVERY_PAIR
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from dms_pipeline.sync.handlers import ConflictArgs
    from tests.sync.sides import Opener, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text, "qty" int)'
CHECKED = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text, "qty" int CHECK ("qty" >= 0))'
UNIQUE = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" varchar(50) UNIQUE, "qty" int)'
FILLED = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text NOT NULL, "qty" int)'


@pytest.mark.parametrize(
    ("client", "bad", "good"),
    [
        (CHECKED, "(2, 'b', -1)", '"qty" = 1'),
        (UNIQUE, "(2, 'taken', 1)", "\"name\" = 'free'"),
        (FILLED, "(2, NULL, 1)", "\"name\" = 'filled'"),
    ],
    ids=["check", "unique", "not-null"],
)
def test_a_row_that_the_client_refuses_is_kept_until_it_fits(
    provisioned: Opener, client: str, bad: str, good: str
) -> None:
    """At a first sync and later; the others arrive, the marks move, and the row is not asked for again."""
    sides = provisioned(
        ITEM,
        tables=["item"],
        on_client=[client],
        on_server=["INSERT INTO \"item\" VALUES (1, 'taken', 1)", f"INSERT INTO \"item\" VALUES {bad}, (3, 'c', 1)"],
    )

    first = sides.sync()

    assert first.failed == 1
    assert sides.client.errors() == [("item", 2, "upsert")]
    assert [row[0] for row in sides.client.rows("item")] == [1, 3]
    assert sides.sync().failed == 1, "it is tried again, and fails again"
    assert sides.client.value('SELECT "attempts" FROM "dms_errors"') == 2
    sides.server.run(bad_again := f'INSERT INTO "item" VALUES {bad.replace("(2", "(4").replace("taken", "c")}')
    assert bad_again
    assert sides.sync().failed == 2
    assert sides.client.errors() == [("item", 2, "upsert"), ("item", 4, "upsert")]
    sides.server.run(f'UPDATE "item" SET {good} WHERE "id" = 2', 'DELETE FROM "item" WHERE "id" = 4')

    last = sides.sync()

    assert last.failed == 0
    assert sides.client.errors() == []
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@AND_EACH_OTHER
def test_a_row_that_the_server_refuses_goes_in_when_the_obstacle_is_gone(provisioned: Opener) -> None:
    sides = provisioned(
        UNIQUE, tables=["item"], on_client=[ITEM], on_server=["INSERT INTO \"item\" VALUES (1, 'taken', 1)"]
    )
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (2, 'taken', 2), (3, 'c', 3)")

    result = sides.sync()

    assert (result.failed, result.to_server.total("rows")) == (1, 1)
    assert sides.server.errors() == [("item", 2, "upsert")]
    sides.server.run('UPDATE "item" SET "name" = \'renamed\' WHERE "id" = 1')
    assert sides.sync().failed == 0
    assert sides.server.errors() == []
    sides.sync()
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_a_row_that_the_server_kept_aside_is_gone_when_its_sender_has_deleted_it(provisioned: Opener) -> None:
    """It goes in before the deletes come: one of its own sender is in no conflict with it."""
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', 1)"])
    sides.sync()
    sides.server.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    sides.client.run("INSERT INTO \"item\" VALUES (3, 'a', 1)")
    assert sides.sync().failed == 1
    sides.client.run('DELETE FROM "item" WHERE "id" = 3')
    sides.server.drop_index("only", "item")
    sides.server.run('UPDATE "item" SET "name" = \'c\' WHERE "id" = 2')

    assert sides.sync().conflicts == 0

    assert sides.server.rows("item") == [(1, "a", 1), (2, "c", 1)]
    assert sides.equal("item")
    assert (sides.server.errors(), sides.server.journal()) == ([], [])


def test_a_merged_row_that_the_client_cannot_write_leaves_both_sides_with_the_clients(provisioned: Opener) -> None:
    """The server never had it, so it does not go in later as the server's; the journal has it."""

    def merge(args: ConflictArgs) -> None:
        args.resolution = ConflictResolution.MERGE_ROW
        args.final_row["qty"] = -1

    sides = provisioned(
        ITEM, tables=["item"], on_client=[CHECKED], on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', 1)"]
    )
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'client\' WHERE "id" = 1', 'DELETE FROM "item" WHERE "id" = 2')
    sides.server.run('UPDATE "item" SET "name" = \'server\'')

    result = sides.sync(local=LocalDatabasePeer(sides.client.connection, handlers=Handlers(on_conflict=merge)))

    assert result.to_client.error_ids == (1, 2)
    sides.sync()
    assert sides.client.errors() == []
    assert sides.server.rows("item") == [(1, "client", 1)]
    assert sides.equal("item")
    merged = [loser.server for loser in sides.client.journal() if loser.kept == "client"]
    assert merged == [{"id": 1, "name": "server", "qty": -1}, {"id": 2, "name": "server", "qty": -1}]
    assert moved(sides.sync()) == NOTHING


@AND_EACH_OTHER
def test_a_newer_version_that_fails_too_takes_the_place_of_the_one_kept(provisioned: Opener) -> None:
    sides = provisioned(
        ITEM, tables=["item"], on_client=[CHECKED], on_server=["INSERT INTO \"item\" VALUES (1, 'a', -1)"]
    )
    sides.sync()
    number = sides.client.value('SELECT "error_id" FROM "dms_errors"')
    sides.server.run('UPDATE "item" SET "name" = \'b\', "qty" = -2')

    assert sides.sync().failed == 1

    assert sides.client.errors() == [("item", 1, "upsert")]
    assert '"qty":-2' in sides.client.value('SELECT "row_values" FROM "dms_errors"')
    assert sides.client.value('SELECT "error_id" FROM "dms_errors"') == number


def test_a_row_kept_aside_on_the_server_does_not_overwrite_what_was_written_there_since(provisioned: Opener) -> None:
    """Both sides have the newer row by then; the old one would be on the server alone."""
    sides = provisioned(
        UNIQUE,
        tables=["item"],
        on_client=[ITEM],
        on_server=["INSERT INTO \"item\" VALUES (1, 'taken', 1), (2, 'two', 2)"],
    )
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'taken\' WHERE "id" = 2')
    assert sides.sync().failed == 1
    sides.server.run('UPDATE "item" SET "qty" = 22 WHERE "id" = 2')
    sides.sync()
    sides.server.run('UPDATE "item" SET "name" = \'free now\' WHERE "id" = 1')

    sides.sync()
    sides.sync()

    assert sides.server.rows("item") == [(1, "free now", 1), (2, "two", 22)]
    assert sides.equal("item")
    assert sides.server.errors() == []
    assert [loser.client for loser in sides.server.journal()] == [{"id": 2, "name": "taken", "qty": 2}]


def test_a_row_kept_aside_on_the_client_does_not_overwrite_what_was_written_there_since(provisioned: Opener) -> None:
    sides = provisioned(
        ITEM,
        tables=["item"],
        on_client=[UNIQUE],
        on_server=["INSERT INTO \"item\" VALUES (1, 'taken', 1), (2, 'two', 2)"],
    )
    sides.sync()
    sides.server.run('UPDATE "item" SET "name" = \'taken\' WHERE "id" = 2')
    assert sides.sync().failed == 1
    sides.client.run('UPDATE "item" SET "qty" = 22 WHERE "id" = 2')
    sides.sync()
    sides.server.run('UPDATE "item" SET "name" = \'free now\' WHERE "id" = 1')

    sides.sync()
    sides.sync()

    assert sides.equal("item")
    assert sides.client.errors() == []
    losers = sides.client.journal() + sides.server.journal()
    assert {"id": 2, "name": "taken", "qty": 2} in [loser.server for loser in losers]


@EVERY_PAIR
def test_a_row_that_won_but_could_not_be_written_ends_up_on_both_sides(provisioned: Opener) -> None:
    sides = provisioned(
        UNIQUE,
        tables=["item"],
        on_client=[ITEM],
        on_server=["INSERT INTO \"item\" VALUES (1, 'taken', 1), (2, 'two', 2)"],
    )
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'taken\' WHERE "id" = 2')
    sides.server.run('UPDATE "item" SET "qty" = 22 WHERE "id" = 2')
    assert sides.sync(policy=ConflictPolicy.CLIENT_WINS).failed == 1
    sides.server.run('UPDATE "item" SET "name" = \'free now\' WHERE "id" = 1')

    sides.sync(policy=ConflictPolicy.CLIENT_WINS)

    assert sides.server.rows("item") == [(1, "free now", 1), (2, "taken", 2)]
    assert sides.equal("item")
    assert moved(sides.sync(policy=ConflictPolicy.CLIENT_WINS)) == NOTHING


def test_a_unique_value_that_a_delete_frees_is_taken_by_an_insert(provisioned: Opener) -> None:
    sides = provisioned(
        UNIQUE, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)"]
    )
    sides.sync()
    sides.server.run('DELETE FROM "item" WHERE "id" = 1', "INSERT INTO \"item\" VALUES (4, 'a', 4)")
    sides.client.run('DELETE FROM "item" WHERE "id" = 3', "INSERT INTO \"item\" VALUES (5, 'c', 5)")

    assert sides.sync().failed == 0

    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_unique_values_that_move_on_from_row_to_row_arrive(provisioned: Opener) -> None:
    sides = provisioned(
        UNIQUE, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)"]
    )
    sides.sync()
    for side in (sides.server, sides.client):
        for number, name in ((3, "d"), (2, "c"), (1, "b")) if side is sides.server else ((1, "z"),):
            side.run(f'UPDATE "item" SET "name" = \'{name}\' WHERE "id" = {number}')
        assert sides.sync().failed == 0
        assert sides.equal("item")


def test_unique_values_that_were_swapped_arrive(provisioned: Opener) -> None:
    sides = provisioned(
        UNIQUE, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3)"]
    )
    sides.sync()
    for side in (sides.server, sides.client):
        side.run(
            'UPDATE "item" SET "name" = \'x\' WHERE "id" = 1',
            'UPDATE "item" SET "name" = \'a\' WHERE "id" = 2',
            'UPDATE "item" SET "name" = \'b\' WHERE "id" = 1',
        )
        assert sides.sync().failed == 0
        assert sides.equal("item")
        side.run(
            'UPDATE "item" SET "name" = \'x\' WHERE "id" = 1',
            'UPDATE "item" SET "name" = \'b\' WHERE "id" = 2',
            'UPDATE "item" SET "name" = \'a\' WHERE "id" = 1',
        )
        assert sides.sync().failed == 0
        assert sides.equal("item")


@AND_EACH_OTHER
def test_an_error_policy_of_throw_applies_nothing(provisioned: Opener) -> None:
    sides = provisioned(
        ITEM,
        tables=["item"],
        on_client=[CHECKED],
        on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', -1), (3, 'c', 3)"],
    )

    with pytest.raises(SyncFailed, match="item"):
        sides.sync(error_policy=ErrorPolicy.THROW)

    assert sides.client.rows("item") == []
    assert sides.client.errors() == []
    assert sides.client.value('SELECT "scope_last_sync" FROM "scope_info_client"') is None
    assert sides.sync().failed == 1


def test_under_continue_on_error_a_row_is_kept_and_not_tried_again(provisioned: Opener) -> None:
    """Not even when nothing is in its way any more: it waits for a newer version of itself, or for another policy."""
    sides = provisioned(
        ITEM,
        tables=["item"],
        on_client=[CHECKED.replace("CHECK", 'CONSTRAINT "positive" CHECK')],
        on_server=["INSERT INTO \"item\" VALUES (1, 'a', 1), (2, 'b', -1)"],
    )
    keep = ErrorPolicy.CONTINUE_ON_ERROR

    assert sides.sync(error_policy=keep).failed == 1
    assert sides.sync(error_policy=keep).failed == 0
    assert sides.client.errors() == [("item", 2, "upsert")]
    assert sides.client.value('SELECT "attempts" FROM "dms_errors"') == 1
    assert sides.sync(error_policy=ErrorPolicy.RETRY_ON_NEXT_SYNC).failed == 1, "another policy tries it"
    sides.server.run('UPDATE "item" SET "qty" = 2 WHERE "id" = 2')
    assert sides.sync(error_policy=keep).failed == 0
    assert sides.client.errors() == []
    assert sides.equal("item")


def test_under_continue_on_error_a_refused_upload_is_not_swept_away_by_a_delete(provisioned: Opener) -> None:
    """The row is nowhere but on the client: a parent's delete waits, also where the row was not tried again."""
    sides = provisioned(
        PARENT,
        CHILD_CHECKED,
        tables=["parent", "child"],
        on_client=[PARENT, CHILD],
        on_server=['INSERT INTO "parent" VALUES (1), (2)'],
    )
    keep = ErrorPolicy.CONTINUE_ON_ERROR
    sides.sync(error_policy=keep)
    sides.client.run('INSERT INTO "child" VALUES (1, 1, -1)')
    assert sides.sync(error_policy=keep).to_server.total("failed") == 1
    sides.server.run('DELETE FROM "parent" WHERE "id" = 1')

    sides.sync(error_policy=keep)

    assert sides.client.rows("child") == [(1, 1, -1)]
    assert sides.client.errors() == [("parent", 1, "delete")]


PARENT = 'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY)'
CHILD = (
    'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "parent" int REFERENCES "parent" ("id") ON DELETE CASCADE,'
    ' "qty" int)'
)
CHILD_CHECKED = CHILD.replace('"qty" int', '"qty" int CHECK ("qty" >= 0)')
LONG = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" varchar({}))'


def test_a_text_that_is_too_long_is_kept_aside_where_lengths_are_enforced(provisioned: Opener) -> None:
    sides = provisioned(
        LONG.format(5),
        tables=["item"],
        on_client=[LONG.format(5)],
        on_server=["INSERT INTO \"item\" VALUES (1, 'short')"],
    )
    sides.sync()
    if not sides.client.is_sqlite:
        sides.client.run('ALTER TABLE "item" ALTER "name" TYPE varchar(20)')
    sides.client.run("INSERT INTO \"item\" VALUES (2, 'much too long'), (3, 'fits')")

    result = sides.sync()

    if sides.server.is_sqlite:
        assert result.failed == 0
        return
    assert result.failed == 1
    assert sides.server.errors() == [("item", 2, "upsert")]
    assert [row[0] for row in sides.server.rows("item")] == [1, 3]
    sides.client.run('UPDATE "item" SET "name" = \'ok\' WHERE "id" = 2')
    assert sides.sync().failed == 0
    assert sides.equal("item")


def test_a_value_that_the_receiver_would_alter_is_kept_aside(provisioned: Opener) -> None:
    """More digits than SQLite keeps of a decimal, NaN; a NUL in a PostgreSQL text, more places than its decimals."""
    sides = provisioned(
        'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "amount" numeric(20,4), "ratio" float8)',
        'CREATE TABLE "note" ("id" int NOT NULL PRIMARY KEY, "said" text)',
        tables=["item", "note"],
    )
    server, client = sides.server, sides.client
    sides.sync()
    if not server.is_sqlite:
        server.run(
            "INSERT INTO \"item\" VALUES (1, 1234567890123456.1234, 0), (2, 1, 'NaN'), (3, 123456789012.5, 'Infinity')"
        )
        result = sides.sync()
        assert result.failed == (2 if client.is_sqlite else 0)
        if client.is_sqlite:
            assert client.errors() == [("item", 1, "upsert"), ("item", 2, "upsert")]
            assert client.rows("item", '"id", "ratio"') == [(3, math.inf)]
    if client.is_sqlite and not server.is_sqlite:
        client.run("INSERT INTO \"note\" VALUES (1, char(65, 0, 66)), (2, 'fine')")
        result = sides.sync()
        assert server.errors() == [("note", 1, "upsert")]
        assert server.rows("note") == [(2, "fine")]
        client.run('INSERT INTO "item" VALUES (7, 1.00005, 0), (8, 1.5, 0)')
        sides.sync()
        assert server.errors() == [("item", 7, "upsert"), ("note", 1, "upsert")]
        assert server.rows("item", '"id"', "1")[-1] == (8,)


def test_keys_that_differ_only_in_case_are_two_rows_or_an_error(provisioned: Opener) -> None:
    sides = provisioned(
        'CREATE TABLE "code" ("code" varchar(20) NOT NULL PRIMARY KEY, "qty" int)',
        tables=["code"],
        on_server=["INSERT INTO \"code\" VALUES ('Abc', 1), ('other', 2)"],
    )
    sides.sync()
    sides.server.run("INSERT INTO \"code\" VALUES ('aBC', 3), ('new', 4)")

    result = sides.sync()

    if not sides.client.is_sqlite:
        assert result.failed == 0
        assert sides.equal("code", order='"qty"')
        return
    assert result.failed == 1
    assert sides.client.errors() == [("code", "aBC", "upsert")]
    assert sides.client.rows("code", order='"qty"') == [("Abc", 1), ("other", 2), ("new", 4)]
    sides.server.run('DELETE FROM "code" WHERE "code" = \'aBC\'')
    assert sides.sync().failed == 0
    assert sides.equal("code", order='"qty"')


FAMILY = (
    'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY, "name" text)',
    'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "parent" ("id"))',
)


@AND_EACH_OTHER
def test_a_child_whose_parent_is_not_synced_waits_for_it(provisioned: Opener) -> None:
    """The client's key is checked when the transaction ends; the phase is repeated without the row."""
    sides = provisioned(
        *FAMILY,
        tables=["child"],
        on_client=FAMILY,
        on_server=[
            "INSERT INTO \"parent\" VALUES (1, 'a'), (2, 'b')",
            'INSERT INTO "child" VALUES (10, 1), (11, NULL)',
        ],
    )

    result = sides.sync()

    assert result.failed == 1
    assert sides.client.rows("child") == [(11, None)]
    sides.server.run('INSERT INTO "child" VALUES (12, 2), (13, NULL)')
    assert sides.sync().failed == 2
    sides.client.run("INSERT INTO \"parent\" VALUES (1, 'a')")
    assert sides.sync().failed == 1
    sides.client.run("INSERT INTO \"parent\" VALUES (2, 'b')")
    assert sides.sync().failed == 0
    assert sides.equal("child")
    assert moved(sides.sync()) == NOTHING


def family(provisioned: Opener) -> Sides:
    sides = provisioned(
        *FAMILY,
        tables=["parent", "child"],
        on_server=["INSERT INTO \"parent\" VALUES (1, 'a'), (2, 'b')", 'INSERT INTO "child" VALUES (10, 1)'],
    )
    sides.sync()
    return sides


def test_a_child_that_was_given_to_a_deleted_parent_is_kept_aside_and_nothing_else_is_lost(provisioned: Opener) -> None:
    """Neither side can give way alone; both keep what they cannot do, until somebody decides."""
    sides = family(provisioned)
    sides.client.run('DELETE FROM "parent" WHERE "id" = 2', "INSERT INTO \"parent\" VALUES (3, 'c')")
    sides.server.run('INSERT INTO "child" VALUES (11, 2), (12, 1)')

    result = sides.sync()

    assert result.failed == 2
    assert sides.server.errors() == [("parent", 2, "delete")]
    assert sides.client.errors() == [("child", 11, "upsert")]
    assert [row[0] for row in sides.client.rows("child")] == [10, 12]
    assert [row[0] for row in sides.server.rows("parent")] == [1, 2, 3]
    sides.server.run('DELETE FROM "child" WHERE "id" = 11')
    assert sides.sync().failed == 0
    assert sides.equal("parent", "child")
    assert sides.server.errors() == sides.client.errors() == []


def test_one_bad_row_of_a_tree_leaves_the_rest_of_the_tree(provisioned: Opener) -> None:
    node = 'CREATE TABLE "node" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "node" ("id"), "qty" int{})'
    number = 300
    sides = provisioned(node.format(' CHECK ("qty" >= 0)'), tables=["node"], on_client=[node.format("")])
    sides.sync()
    for place in range(number, 0, -1):  # a child's key is smaller than its parent's
        above = place + 1 if place < number else "NULL"
        sides.client.run(f'INSERT INTO "node" VALUES ({place}, {above}, {-1 if place == 3 else 1})')

    result = sides.sync()

    assert sides.server.errors() == [("node", place, "upsert") for place in (1, 2, 3)]
    assert result.failed == 3
    assert sides.server.value('SELECT count(*) FROM "node"') == number - 3
    sides.client.run('UPDATE "node" SET "qty" = 1')
    assert sides.sync().failed == 0
    assert sides.equal("node")


@EVERY_PAIR
def test_one_bad_row_of_a_cycle_leaves_the_others(provisioned: Opener) -> None:
    later = 'ALTER TABLE "team" ADD CONSTRAINT "led" FOREIGN KEY ("lead") REFERENCES "person" ("id")'
    in_sqlite = ', FOREIGN KEY ("lead") REFERENCES "person" ("id")' if provisioned.pair.server_kind == "sqlite" else ""
    sides = provisioned(
        f'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY, "lead" int{in_sqlite})',
        'CREATE TABLE "person" ("id" int NOT NULL PRIMARY KEY, "team" int REFERENCES "team" ("id"), "age" int'
        ' CHECK ("age" > 0))',
        *([] if in_sqlite else [later]),
        tables=["team", "person"],
    )
    sides.sync()
    for number in (1, 2, 3):
        sides.client.run(
            f'INSERT INTO "team" VALUES ({number}, NULL)',
            f'INSERT INTO "person" VALUES ({number}, {number}, {-1 if number == 2 else 1})',
            f'UPDATE "team" SET "lead" = {number} WHERE "id" = {number}',
        )

    result = sides.sync()

    assert result.failed == 2
    assert sides.server.errors() == [("person", 2, "upsert"), ("team", 2, "upsert")]
    assert sides.server.rows("team") == [(1, 1), (3, 3)]
