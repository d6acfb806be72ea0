"""What else lives in the databases: an application's triggers, cascades, sequences, and others at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.model import SetupTable, SyncDirection
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Side

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
LOG = 'CREATE TABLE "log" ("id" int, "what" text)'


def logging(side: Side, event: str) -> list[str]:
    """An application's trigger that counts rows; it keeps clear of what we do."""
    row = "OLD" if event == "DELETE" else "NEW"
    insert = f'INSERT INTO "log" VALUES ({row}."id", \'{event}\');'
    if side.is_sqlite:
        return [f'CREATE TRIGGER "app_{event}" AFTER {event} ON "item" BEGIN {insert} END']
    return [
        f'CREATE FUNCTION "app_{event}"() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {insert} RETURN NULL; END$$',
        f'CREATE TRIGGER "app_{event}" AFTER {event} ON "item" FOR EACH ROW EXECUTE FUNCTION "app_{event}"()',
    ]


def many(first: int, last: int) -> str:
    source = f"WITH RECURSIVE g(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM g WHERE n < {last})"
    return f"{source} INSERT INTO \"item\" SELECT n, 'row' FROM g"


def test_triggers_of_an_application_fire_for_every_row(provisioned: Opener) -> None:
    """Also at a first sync, and for sets that are large enough to silence our own."""
    sides = provisioned(ITEM, tables=["item"], on_client=[ITEM, LOG])
    for event in ("INSERT", "UPDATE", "DELETE"):
        sides.client.run(*logging(sides.client, event))
    sides.server.run(many(1, 2_500))
    sides.sync()
    assert sides.client.value('SELECT count(*) FROM "log"') == 2_500
    sides.server.run(
        many(2_501, 4_000), 'UPDATE "item" SET "name" = \'x\' WHERE "id" <= 1000', 'DELETE FROM "item" WHERE "id" = 1'
    )

    sides.sync()

    counts: dict[str, int] = dict(sides.client.connection.rows('SELECT "what", count(*) FROM "log" GROUP BY 1'))
    assert counts == {"INSERT": 4_000, "UPDATE": 999, "DELETE": 1}
    assert sides.equal("item")


def test_our_triggers_are_there_again_after_a_large_set(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[many(1, 2_500)])
    sides.sync()
    sides.server.run(many(2_501, 5_000))
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'mine\' WHERE "id" = 7', 'DELETE FROM "item" WHERE "id" = 8')

    assert moved(sides.sync()) == ({"item": (1, 1)}, {})


def test_a_row_that_a_trigger_rewrites_goes_back_to_its_sender(provisioned: Opener) -> None:
    """The receiver's row is not the one that was sent (B2): both sides are equal in the end."""
    sides = provisioned(ITEM, tables=["item"])
    sides.sync()
    if sides.server.is_sqlite:
        sides.server.run(
            'CREATE TRIGGER "app" AFTER INSERT ON "item" WHEN NEW."name" <> upper(NEW."name") BEGIN'
            ' UPDATE "item" SET "name" = upper(NEW."name") WHERE "id" = NEW."id"; END'
        )
    else:
        sides.server.run(
            'CREATE FUNCTION "app"() RETURNS trigger LANGUAGE plpgsql AS'
            ' $$BEGIN NEW."name" := upper(NEW."name"); RETURN NEW; END$$',
            'CREATE TRIGGER "app" BEFORE INSERT ON "item" FOR EACH ROW EXECUTE FUNCTION "app"()',
        )
    sides.client.run("INSERT INTO \"item\" VALUES (1, 'lower'), (2, 'UPPER')")

    sides.sync()

    assert sides.equal("item")
    assert sides.server.rows("item") == [(1, "LOWER"), (2, "UPPER")]
    assert moved(sides.sync()) == NOTHING


CASCADING = (
    'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY, "name" text)',
    'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "parent" ("id") ON DELETE {})',
)


@pytest.mark.parametrize("action", ["CASCADE", "SET NULL"])
def test_what_a_cascade_did_is_the_same_on_both_sides(provisioned: Opener, action: str) -> None:
    sides = provisioned(
        *(ddl.format(action) for ddl in CASCADING),
        tables=["parent", "child"],
        on_server=[
            "INSERT INTO \"parent\" VALUES (1, 'a'), (2, 'b'), (3, 'c')",
            'INSERT INTO "child" VALUES (10, 1), (11, 2), (12, 3)',
        ],
    )
    sides.sync()
    sides.client.run('DELETE FROM "parent" WHERE "id" = 1')
    sides.server.run('DELETE FROM "parent" WHERE "id" = 2')

    assert sides.sync().failed == 0

    assert sides.equal("parent", "child")
    assert sides.server.value('SELECT count(*) FROM "child"') == (1 if action == "CASCADE" else 3)
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_a_child_that_the_sender_of_a_delete_never_saw_is_not_lost_without_a_trace(
    provisioned: Opener, policy: ConflictPolicy
) -> None:
    """The delete would take it along (B3): it is a conflict, and the loser is in the journal."""
    sides = provisioned(
        *(ddl.format("CASCADE") for ddl in CASCADING),
        tables=["parent", "child"],
        on_server=["INSERT INTO \"parent\" VALUES (1, 'a')", 'INSERT INTO "child" VALUES (10, 1)'],
    )
    sides.sync()
    sides.client.run('DELETE FROM "parent" WHERE "id" = 1')
    sides.server.run('INSERT INTO "child" VALUES (11, 1)')

    result = sides.sync(policy=policy)

    for _ in range(2):
        sides.sync(policy=policy)
    assert sides.equal("parent", "child")
    if policy is ConflictPolicy.SERVER_WINS:
        assert sides.server.rows("parent") == [(1, "a")]
        assert (11, 1) in sides.server.rows("child")
    else:
        assert sides.server.rows("parent") == []
        assert sides.server.rows("child") == []
        assert {"id": 11, "above": 1} in [loser.server for loser in sides.server.journal()]
    assert result.conflicts >= 1


def test_a_victim_of_a_cascade_into_a_silenced_table_is_remembered(provisioned: Opener) -> None:
    """A large set of children comes together with the delete of a parent that only this client's child refers to."""
    sides = provisioned(
        *(ddl.format("CASCADE") for ddl in CASCADING),
        tables=["parent", SetupTable(name="child", direction=SyncDirection.DOWNLOAD_ONLY)],
        on_server=["INSERT INTO \"parent\" VALUES (1, 'a'), (2, 'b')"],
    )
    sides.sync()
    sides.server.run(
        'DELETE FROM "parent" WHERE "id" = 2',
        many(1, 2_000).replace("\"item\" SELECT n, 'row'", '"child" SELECT n, 1'),
    )
    sides.client.run('INSERT INTO "child" VALUES (9000, 2)')
    sides.sync()

    assert sides.client.value('SELECT count(*) FROM "child" WHERE "id" = 9000') == 0
    assert sides.client.tracking("child")[9000] == (None, 1)
    assert [loser.client for loser in sides.client.journal()] == [{"id": 9000, "above": 2}]


class Broken(LocalDatabasePeer):
    """A client that dies when the first rows have come."""

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        next(iter(delivery.batches))
        raise SyncFailed(client.id, f"{local} {remote}")


def test_a_session_that_fails_in_the_middle_of_a_stream_leaves_both_connections_usable(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    sides.sync()
    sides.server.run(many(1, 20_000))

    with pytest.raises(SyncFailed) as caught:
        sides.sync(local=Broken(sides.client.connection))

    assert caught.value.__traceback__ is not None, "the frames of the failure are alive"
    assert not sides.server.in_transaction()
    assert not sides.client.in_transaction()
    assert moved(sides.sync()) == ({}, {"item": (20_000, 0)})


def test_a_session_that_is_repeated_journals_what_was_lost_once(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'b')"])
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'client\'')
    sides.server.run('UPDATE "item" SET "name" = \'server\'')
    for _ in range(2):
        with pytest.raises(SyncFailed):
            sides.sync(local=Broken(sides.client.connection))

    result = sides.sync()

    assert [(loser.key, loser.client["name"] if loser.client else None) for loser in sides.server.journal()] == [
        (1, "client"),
        (2, "client"),
    ]
    assert result.to_server.conflict_ids == ()
    assert sides.equal("item")


def test_numbers_that_came_with_rows_are_not_given_again(provisioned: Opener) -> None:
    """Sequences and identities move on past what arrived (design decision 5)."""

    def numbered(name: str, side_kind: str, how: str) -> str:
        column = {"postgresql": how, "sqlite": "integer"}[side_kind]
        return f'CREATE TABLE "{name}" ("id" {column} NOT NULL PRIMARY KEY, "name" text)'

    pair = provisioned.pair
    hows = {
        "by_default": "bigint GENERATED BY DEFAULT AS IDENTITY",
        "always": "bigint GENERATED ALWAYS AS IDENTITY",
        "serial": "bigserial",
    }
    sides = provisioned(*(numbered(name, pair.server_kind, how) for name, how in hows.items()), tables=list(hows))
    for name in hows:
        sides.server.run(f"INSERT INTO \"{name}\" (\"name\") VALUES ('one'), ('two')")
    sides.sync()
    for name in hows:
        if not sides.client.is_sqlite and pair.server_kind == "postgresql":
            sides.client.run(f'INSERT INTO "{name}" ("name") VALUES (\'three\')')
        else:
            sides.client.run(f'INSERT INTO "{name}" ("id", "name") VALUES (3, \'three\')')
    assert sides.sync().failed == 0
    for name in hows:
        sides.server.run(f'INSERT INTO "{name}" ("name") VALUES (\'four\')')
        assert sides.server.rows(name)[-1] == (4, "four")


def refusing(side: Side, event: str) -> list[str]:
    """An application's trigger that keeps row 2 as it is, and says nothing."""
    row = "OLD" if event == "DELETE" else "NEW"
    if side.is_sqlite:
        return [f'CREATE TRIGGER "no" BEFORE {event} ON "item" WHEN {row}."id" = 2 BEGIN SELECT RAISE(IGNORE); END']
    body = f'BEGIN IF {row}."id" = 2 THEN RETURN NULL; END IF; RETURN {row}; END'
    return [
        f'CREATE FUNCTION "no"() RETURNS trigger LANGUAGE plpgsql AS $${body}$$',
        f'CREATE TRIGGER "no" BEFORE {event} ON "item" FOR EACH ROW EXECUTE FUNCTION "no"()',
    ]


def test_a_row_that_a_trigger_keeps_out_without_a_word_is_kept_aside(provisioned: Opener) -> None:
    """It is not here, so it did not go in: counted as refused, tracked as nothing, tried again."""
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a')"])
    sides.sync()
    sides.client.run(*refusing(sides.client, "INSERT"))
    sides.server.run("INSERT INTO \"item\" VALUES (2, 'b'), (3, 'c')")

    result = sides.sync()

    assert moved(result) == ({}, {"item": (1, 0)})
    assert sides.client.errors() == [("item", 2, "upsert")]
    assert "trigger" in sides.client.value('SELECT "reason" FROM "dms_errors"')
    assert sides.client.value('SELECT count(*) FROM "item_tracking" WHERE "id" = 2') == 0
    sides.client.run('DROP TRIGGER "no"' + ("" if sides.client.is_sqlite else ' ON "item"'))
    sides.sync()
    assert sides.equal("item")


def test_a_delete_that_a_trigger_does_not_let_happen_is_kept_aside(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'b'), (3, 'c')"])
    sides.sync()
    sides.client.run(*refusing(sides.client, "DELETE"))
    sides.server.run('DELETE FROM "item" WHERE "id" > 1')

    assert moved(sides.sync()) == ({}, {"item": (0, 1)})
    assert sides.client.errors() == [("item", 2, "delete")]
    assert moved(sides.sync()) == NOTHING, "the row is nobody's change"
