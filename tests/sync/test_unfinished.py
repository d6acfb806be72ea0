"""What fails, or is undone, half way leaves no transaction, no missing trigger and nobody else's number behind."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import DatabaseError, DmsError, Locked
from dms_pipeline.providers import applying
from dms_pipeline.providers.sqlite import apply
from dms_pipeline.runtime.kept import KeptRows
from dms_pipeline.runtime.orchestrator import RemoteDatabasePeer
from dms_pipeline.runtime.peer import utc_now
from dms_pipeline.runtime.runs import begin_run, begin_sync
from dms_pipeline.schema.model import ScopeInfoClient, SetupTable, SyncDirection, TableName
from dms_pipeline.sync.changes import synced_groups
from dms_pipeline.sync.conflict import conflict
from tests.provisioning import SCOPE
from tests.sync.sides import NOTHING, ZERO, moved

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from tests.sync.sides import Opener

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'


def test_a_commit_that_a_reader_prevents_leaves_no_transaction_open(provisioned: Opener) -> None:
    """The next sync of the same run uses the same connection."""
    sides = provisioned(ITEM, tables=["item"])
    if not sides.server.is_sqlite:
        pytest.skip("readers prevent a commit on SQLite alone")
    reader = provisioned.another(sides.server)
    reader.connection.execute("BEGIN")
    reader.rows("item", order="1")
    sides.server.connection.execute("PRAGMA busy_timeout = 50")

    with pytest.raises(Locked), sides.server.connection.transaction():
        sides.server.run("INSERT INTO \"item\" VALUES (1, 'a')")

    assert not sides.server.in_transaction()
    reader.connection.rollback()
    assert sides.server.rows("item", order="1") == []


def test_a_snapshot_that_cannot_be_taken_leaves_no_transaction_open(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    connection = sides.server.connection
    tables = synced_groups(RemoteDatabasePeer(connection).scope(SCOPE))[0]
    if sides.server.is_sqlite:
        writer = provisioned.another(sides.server)
        connection.execute("PRAGMA busy_timeout = 50")
        writer.connection.execute("BEGIN EXCLUSIVE")
    else:
        sides.server.run('ALTER TABLE "item" RENAME TO "gone"')

    with pytest.raises(DmsError):
        connection.provider.changes().begin_snapshot(connection, tables)

    assert not sides.server.in_transaction()


GUARD = (
    """CREATE FUNCTION "no"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF NEW.name = 'bad' THEN RAISE EXCEPTION 'no bad ones'; END IF; RETURN NULL; END $$""",
    """CREATE CONSTRAINT TRIGGER "no" AFTER INSERT OR UPDATE ON "item" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION "no"()""",
)


def test_a_refusal_by_a_deferred_trigger_is_an_error_of_ours_and_rolls_back(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    if sides.server.is_sqlite:
        pytest.skip("SQLite has no deferred triggers")
    sides.server.run(*GUARD)
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (1, 'bad'), (2, 'good')")

    with pytest.raises(DatabaseError, match="no bad ones"):
        sides.sync()

    assert not sides.server.in_transaction()
    sides.client.run('UPDATE "item" SET "name" = \'better\' WHERE "id" = 1')
    sides.sync()
    assert sides.equal("item")


def test_triggers_are_not_made_twice_when_values_that_made_room_come_back(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four rows hand their values on in a circle, and a row of the client alone stands in the way of one of them."""
    monkeypatch.setattr(apply, "SILENCE_FROM", 10)
    sides = provisioned(
        'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text UNIQUE)',
        tables=["item"],
        on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')"],
    )
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (9, 'x')")
    sides.server.run(
        'UPDATE "item" SET "name" = \'-\' || "name"',
        "UPDATE \"item\" SET \"name\" = CASE \"id\" WHEN 1 THEN 'b' WHEN 2 THEN 'x' WHEN 3 THEN 'd' ELSE 'a' END",
    )

    assert sides.sync().failed == 5, "four on the client, and the client's own on the server"

    assert sides.client.rows("item") == [(1, "a"), (2, "b"), (3, "c"), (4, "d"), (9, "x")]
    sides.client.run('DELETE FROM "item" WHERE "id" = 9')
    sides.sync()
    assert sides.sync().failed == 0
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("limit", [1, 100])
def test_rows_that_keep_each_other_out_are_not_tried_without_end(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """Two rows swap their values, a third cannot have its own: the swap goes in at the second turn, if there is one."""
    monkeypatch.setattr(applying, "MAX_PARKED", limit)
    sides = provisioned(
        'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text UNIQUE)',
        tables=["item"],
        on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'b'), (3, 'c')"],
    )
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (9, 'x')")
    sides.server.run(
        'UPDATE "item" SET "name" = \'-\' || "name"',
        "UPDATE \"item\" SET \"name\" = CASE \"id\" WHEN 1 THEN 'b' WHEN 2 THEN 'a' ELSE 'x' END",
    )

    sides.sync()

    swapped = [(1, "b"), (2, "a")] if limit > 1 else [(1, "a"), (2, "b")]
    assert sides.client.rows("item") == [*swapped, (3, "c"), (9, "x")]


def test_a_delete_that_would_take_refused_work_along_is_set_aside_when_it_is_the_only_one(provisioned: Opener) -> None:
    """Another table that hangs on the same row was changed here too, so its rows are asked for."""
    child = 'CREATE TABLE "{}" ("id" int NOT NULL PRIMARY KEY, "p" int REFERENCES "p"("id") ON DELETE CASCADE)'
    sides = provisioned(
        'CREATE TABLE "p" ("id" int NOT NULL PRIMARY KEY)',
        child.format("k"),
        child.format("l"),
        tables=["p", "k", SetupTable(name="l", direction=SyncDirection.DOWNLOAD_ONLY)],
        on_server=['INSERT INTO "p" VALUES (1), (2)'],
    )
    sides.sync()
    sides.server.run('DELETE FROM "p" WHERE "id" = 1')
    sides.client.run('INSERT INTO "k" VALUES (10, 1)', 'INSERT INTO "l" VALUES (11, 2)')

    assert sides.sync().failed == 2

    assert sides.server.errors() == [("k", 10, "upsert")]
    assert sides.client.errors() == [("p", 1, "delete")]
    assert sides.client.rows("k") == [(10, 1)]


@pytest.mark.parametrize(
    ("type_", "first", "second"),
    [
        ("uuid", "'aaaaaaaa-0000-0000-0000-000000000001'", "'aaaaaaaa-0000-0000-0000-000000000002'"),
        ("numeric(8,2)", "1.5", "2"),
    ],
    ids=["uuid", "decimal"],
)
def test_a_row_without_its_parent_is_found_by_a_key_that_is_written_otherwise_there(
    provisioned: Opener, type_: str, first: str, second: str
) -> None:
    """A file may hold a uuid in lower case, a decimal as a number."""
    sides = provisioned(
        'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY)',
        f'CREATE TABLE "emp" ("id" {type_} NOT NULL PRIMARY KEY, "team" int REFERENCES "team"("id"))',
        tables=["team", "emp"],
        on_server=['INSERT INTO "team" VALUES (1), (2)', f'INSERT INTO "emp" VALUES ({first}, 1)'],
    )
    sides.sync()
    sides.server.run('DELETE FROM "team" WHERE "id" = 2')
    sides.client.run(f'INSERT INTO "emp" VALUES ({second.upper()}, 2)')

    assert sides.sync().failed == 2, "the row on the server, the delete of its parent on the client"

    sides.client.run('UPDATE "emp" SET "team" = 1')
    sides.sync()
    assert sides.sync().failed == 0
    assert [row[1] for row in sides.server.rows("emp")] == [1, 1]


def test_losers_that_two_sessions_keep_at_once_have_different_numbers(provisioned: Opener) -> None:
    """The second waits for the first to commit, then counts on from there."""
    sides = provisioned(ITEM, tables=["item"])
    loser = conflict(
        on_server=True,
        kept="server",
        rule="server-wins",
        table=TableName("", "item"),
        key='{"id":1}',
        incoming='{"id":1,"name":"a"}',
        existing=None,
    )
    first, second = sides.server.connection, provisioned.another(sides.server).connection
    changes = first.provider.changes()

    def keep(connection: Connection, scope: str) -> None:
        changes.begin_write(connection)
        KeptRows(connection, ScopeInfoClient(id=ZERO, scope_name=scope, hash=""), utc_now).journal([loser])

    def all_of_second() -> None:
        keep(second, "another")
        second.execute("COMMIT")

    keep(first, SCOPE)
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(all_of_second)
        time.sleep(0.3)  # long enough for the second to count, were it not made to wait
        first.execute("COMMIT")
        done.result()

    assert sides.server.rows("dms_journal", "conflict_id", "1") == [(1,), (2,)]


def test_syncs_that_begin_at_once_have_different_numbers(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    first, second = sides.server.connection, provisioned.another(sides.server).connection
    with ThreadPoolExecutor(1) as pool:
        with first.transaction():
            first.provider.changes().lock_numbers(first)
            number = begin_run(first, "sync")
            done = pool.submit(begin_sync, second)
            time.sleep(0.3)  # long enough for the second to count, were it not made to wait
        assert done.result() == number + 1


def test_the_delete_of_a_row_that_is_all_key_is_kept_as_a_delete(provisioned: Opener) -> None:
    """The server's type has no such key, so that it can neither be written nor looked for."""
    sides = provisioned('CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY)', tables=["item"])
    if sides.server.is_sqlite or not sides.client.is_sqlite:
        pytest.skip("only SQLite takes such a key, and only PostgreSQL refuses it")
    sides.sync()
    sides.client.run('INSERT INTO "item" VALUES (99999999999)', 'DELETE FROM "item"')

    sides.sync()

    assert sides.server.errors() == [("item", 99999999999, "delete")]
