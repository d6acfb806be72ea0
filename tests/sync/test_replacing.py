"""A reinitialisation: the server's rows replace the client's, and what nobody else has is not lost."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import SyncFailed
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.model import SetupTable, SyncDirection
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.result import Anew
from tests.conftest import AND_EACH_OTHER
from tests.sync.sides import NOTHING, ZERO, moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Side, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
FIVE = "INSERT INTO \"item\" VALUES (1, '1'), (2, '2'), (3, '3'), (4, '4'), (5, '5')"
PLAIN, WITH_UPLOAD = SyncType.REINITIALIZE, SyncType.REINITIALIZE_WITH_UPLOAD
BOTH = pytest.mark.parametrize("sync_type", [PLAIN, WITH_UPLOAD])


def changed(provisioned: Opener) -> Sides:
    """Both sides changed rows since the last session: 5 on both."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run(
        "INSERT INTO \"item\" VALUES (10, 'client')",
        'UPDATE "item" SET "name" = \'client\' WHERE "id" IN (1, 5)',
        'DELETE FROM "item" WHERE "id" = 2',
    )
    sides.server.run(
        "INSERT INTO \"item\" VALUES (20, 'server')",
        'UPDATE "item" SET "name" = \'server\' WHERE "id" IN (3, 5)',
        'DELETE FROM "item" WHERE "id" = 4',
    )
    return sides


def losers(side: Side) -> dict[int, str | None]:
    """The client's names of rows that lost, by key."""
    assert {loser.kept for loser in side.journal()} <= {"server"}
    return {loser.key: None if loser.client is None else loser.client["name"] for loser in side.journal()}


@AND_EACH_OTHER
def test_the_servers_rows_replace_the_clients(provisioned: Opener) -> None:
    """Nothing is sent; what was not sent is kept in the client's journal, deletes too."""
    sides = changed(provisioned)

    result = sides.sync(sync_type=PLAIN)

    assert (result.sync_type, result.is_first) == (PLAIN, False)
    assert moved(result) == ({}, {"item": (5, 0)})
    assert [counts.removed for counts in result.to_client.tables.values()] == [2]
    assert sides.equal("item")
    assert sides.server.rows("item") == [(1, "1"), (2, "2"), (3, "server"), (5, "server"), (20, "server")]
    assert losers(sides.client) == {1: "client", 2: None, 5: "client", 10: "client"}
    assert result.conflicts == 4
    assert moved(sides.sync()) == NOTHING


@AND_EACH_OTHER
def test_changes_of_the_client_go_first_where_they_are_sent(provisioned: Opener) -> None:
    sides = changed(provisioned)

    result = sides.sync(sync_type=WITH_UPLOAD)

    assert moved(result) == ({"item": (2, 1)}, {"item": (5, 0)})
    assert sides.equal("item")
    assert sides.server.rows("item") == [(1, "client"), (3, "server"), (5, "server"), (10, "client"), (20, "server")]
    assert losers(sides.server) == {5: "client"}
    assert losers(sides.client) == {}
    assert moved(sides.sync()) == NOTHING


def test_a_change_that_was_made_knowingly_is_no_conflict(provisioned: Opener) -> None:
    """The client had the server's row when it changed it; the reference has forgotten that by then (H18)."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.server.run('UPDATE "item" SET "name" = \'server\' WHERE "id" = 1')
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'client\' WHERE "id" = 1')

    result = sides.sync(sync_type=WITH_UPLOAD)

    assert result.conflicts == 0
    assert sides.server.rows("item")[0] == (1, "client")
    assert sides.equal("item")


@BOTH
def test_changes_are_recorded_after_it(provisioned: Opener, sync_type: SyncType) -> None:
    """Triggers are as they were; those of PostgreSQL are off after the reference's (H14)."""
    sides = changed(provisioned)
    sides.sync(sync_type=sync_type)
    sides.client.run(
        'UPDATE "item" SET "name" = \'after\' WHERE "id" = 3',
        "INSERT INTO \"item\" VALUES (30, 'after')",
        'DELETE FROM "item" WHERE "id" = 5',
    )

    assert moved(sides.sync()) == ({"item": (2, 1)}, {})

    assert sides.equal("item")


@BOTH
def test_an_empty_server_empties_the_client(provisioned: Opener, sync_type: SyncType) -> None:
    """The reference's client keeps all (H16)."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.server.run('DELETE FROM "item"')

    result = sides.sync(sync_type=sync_type)

    assert sides.client.rows("item") == []
    assert result.to_client.total("removed") == 5
    assert moved(sides.sync()) == NOTHING


@BOTH
def test_tables_that_do_not_download_are_left_alone(provisioned: Opener, sync_type: SyncType) -> None:
    """Their changes stay recorded; the reference empties them (H15)."""
    sides = provisioned(
        ITEM,
        ITEM.replace("item", "up"),
        ITEM.replace("item", "none"),
        tables=[
            "item",
            SetupTable(name="up", direction=SyncDirection.UPLOAD_ONLY),
            SetupTable(name="none", direction=SyncDirection.NONE),
        ],
        on_server=[FIVE, FIVE.replace("item", "up")],
    )
    sides.sync()
    for table in ("item", "up", "none"):
        sides.client.run(f"INSERT INTO \"{table}\" VALUES (10, 'client')")

    sides.sync(sync_type=sync_type)

    assert sides.client.rows("up") == [(10, "client")]
    assert sides.client.rows("none") == [(10, "client")]
    assert sides.client.tracking("up") == {10: (None, 0)}
    assert ((10, "client") in sides.server.rows("up")) is (sync_type is WITH_UPLOAD)


def test_what_was_not_sent_of_an_upload_only_table_is_sent_later(provisioned: Opener) -> None:
    """The mark moves past it, so it is claimed again: a reinitialisation gives up only what it replaces."""
    sides = provisioned(
        ITEM, ITEM.replace("item", "up"), tables=["item", SetupTable(name="up", direction=SyncDirection.UPLOAD_ONLY)]
    )
    sides.sync()
    sides.client.run("INSERT INTO \"up\" VALUES (10, 'client')")

    sides.sync(sync_type=PLAIN)
    sides.sync()

    assert sides.server.rows("up") == [(10, "client")]


def test_a_row_that_was_changed_where_it_may_not_be_loses(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=[SetupTable(name="item", direction=SyncDirection.DOWNLOAD_ONLY)], on_server=[FIVE])
    sides.sync()
    sides.client.run(
        'UPDATE "item" SET "name" = \'client\' WHERE "id" = 1', "INSERT INTO \"item\" VALUES (9, 'client')"
    )

    sides.sync(sync_type=WITH_UPLOAD)

    assert sides.equal("item")
    assert losers(sides.client) == {1: "client", 9: "client"}


@BOTH
def test_a_row_of_which_nothing_is_recorded_is_journalled(provisioned: Opener, sync_type: SyncType) -> None:
    """It may have been written while triggers were off, and be nowhere else."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run(
        "INSERT INTO \"item\" VALUES (9, 'unseen')",
        'UPDATE "item" SET "name" = \'unseen\' WHERE "id" = 1',
        'DELETE FROM "item_tracking"',
    )

    sides.sync(sync_type=sync_type)

    assert sides.equal("item")
    assert losers(sides.client) == {1: "unseen", 9: "unseen"}


class Interrupting(LocalDatabasePeer):
    """A client whose application writes between the upload and the download, or that dies before it commits."""

    def __init__(self, side: Side, *statements: str, dies: bool = False) -> None:
        super().__init__(side.connection)
        self.side, self.statements, self.dies = side, statements, dies

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        with super().select(client, groups) as selection:
            yield selection
        self.side.run(*self.statements)

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        if self.dies:
            list(delivery.batches)
            raise SyncFailed(self.name, "it died")
        return super().apply(client, delivery, local, remote)


@pytest.mark.parametrize("policy", list(ConflictPolicy))
def test_a_row_written_while_the_upload_is_under_way_stays_and_is_sent(
    provisioned: Opener, policy: ConflictPolicy
) -> None:
    """A row that comes wins over one that was changed meanwhile, which is journalled."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    local = Interrupting(
        sides.client, "INSERT INTO \"item\" VALUES (9, 'late')", 'UPDATE "item" SET "name" = \'late\' WHERE "id" = 1'
    )

    sides.sync(local=local, sync_type=WITH_UPLOAD, policy=policy)

    assert (9, "late") in sides.client.rows("item")
    assert losers(sides.client) == {1: "late"}
    assert moved(sides.sync()) == ({"item": (1, 0)}, {})
    assert sides.equal("item")


@BOTH
def test_a_client_that_dies_goes_on_as_if_nothing_had_happened(provisioned: Opener, sync_type: SyncType) -> None:
    """Its changes are still there, to be sent by a usual session or given up by another try."""
    sides = changed(provisioned)
    with pytest.raises(SyncFailed, match="it died"):
        sides.sync(local=Interrupting(sides.client, dies=True), sync_type=sync_type)

    assert (10, "client") in sides.client.rows("item")
    sides.sync(sync_type=sync_type)

    assert sides.equal("item")
    assert ((10, "client") in sides.server.rows("item")) is (sync_type is WITH_UPLOAD)
    assert moved(sides.sync()) == NOTHING


@AND_EACH_OTHER
def test_changes_survive_a_reinitialisation_that_died(provisioned: Opener) -> None:
    sides = changed(provisioned)
    with pytest.raises(SyncFailed, match="it died"):
        sides.sync(local=Interrupting(sides.client, dies=True), sync_type=PLAIN)

    sides.sync()

    assert (10, "client") in sides.server.rows("item")
    assert sides.equal("item")


@BOTH
def test_a_row_that_the_server_refused_stays(provisioned: Opener, sync_type: SyncType) -> None:
    """It is nowhere but here; so is the row of the server that the client had changed into one that is refused."""
    sides = provisioned(
        'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text CHECK ("name" <> \'bad\'))',
        tables=["item"],
        on_server=[FIVE],
    )
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'bad\' WHERE "id" = 1', "INSERT INTO \"item\" VALUES (10, 'bad')")
    sides.sync()

    result = sides.sync(sync_type=sync_type)

    assert result.failed == 2
    assert sides.client.rows("item") == [(1, "bad"), (2, "2"), (3, "3"), (4, "4"), (5, "5"), (10, "bad")]
    assert losers(sides.client) == {}
    sides.client.run('UPDATE "item" SET "name" = \'good\' WHERE "name" = \'bad\'')
    assert sides.sync().failed == 0
    assert sides.equal("item")


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ('UPDATE "item" SET "name" = \'newer\' WHERE "id" = 10', [(10, "newer")]),
        ('DELETE FROM "item" WHERE "id" = 10', []),
    ],
)
def test_what_has_become_of_a_row_since_the_server_refused_it_is_sent_after_it(
    provisioned: Opener, change: str, left: list[tuple[int, str]]
) -> None:
    """It stays, so it was not replaced, and the mark moves past what was not sent."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.server.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    sides.client.run("INSERT INTO \"item\" VALUES (10, '1')")
    assert sides.sync().failed == 1
    sides.client.run(change)

    sides.sync(sync_type=PLAIN)
    sides.server.drop_index("only", "item")
    sides.sync()

    assert sides.equal("item")
    assert sides.server.rows("item")[5:] == left
    assert (sides.server.errors(), sides.server.journal()) == ([], [])


@BOTH
def test_a_row_that_the_client_refuses_leaves_the_older_one_in_its_place(
    provisioned: Opener, sync_type: SyncType
) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    if sides.client.is_sqlite:
        sides.client.run(
            'CREATE TRIGGER "no" BEFORE UPDATE ON "item" WHEN NEW."name" = \'bad\''
            " BEGIN SELECT RAISE(ABORT, 'not here'); END"
        )
    else:
        sides.client.run('ALTER TABLE "item" ADD CHECK ("name" <> \'bad\')')
    sides.server.run('UPDATE "item" SET "name" = \'bad\' WHERE "id" = 1', 'DELETE FROM "item" WHERE "id" = 2')

    result = sides.sync(sync_type=sync_type)

    assert result.failed == 1
    assert sides.client.rows("item") == [(1, "1"), (3, "3"), (4, "4"), (5, "5")]
    assert sides.client.errors() == [("item", 1, "upsert")]


@BOTH
def test_rows_outside_the_scope_do_not_go_with_the_rows_that_stay(provisioned: Opener, sync_type: SyncType) -> None:
    """A reset that empties the table first takes them all along."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run(
        'CREATE TABLE "note" ("item" int REFERENCES "item"("id") ON DELETE CASCADE, "text" text)',
        "INSERT INTO \"note\" VALUES (1, 'on one'), (4, 'on four')",
    )
    sides.server.run('DELETE FROM "item" WHERE "id" = 4')

    sides.sync(sync_type=sync_type)

    assert sides.client.rows("note") == [(1, "on one")]


@BOTH
def test_a_row_that_something_outside_the_scope_needs_is_kept_aside_as_a_delete(
    provisioned: Opener, sync_type: SyncType
) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run(
        'CREATE TABLE "note" ("item" int REFERENCES "item"("id"), "text" text)', "INSERT INTO \"note\" VALUES (4, 'n')"
    )
    sides.server.run('DELETE FROM "item" WHERE "id" IN (3, 4)')

    result = sides.sync(sync_type=sync_type)

    assert result.failed == 1
    assert sides.client.rows("item") == [(1, "1"), (2, "2"), (4, "4"), (5, "5")]
    sides.client.run('DELETE FROM "note"')
    sides.sync()
    assert sides.equal("item")


@BOTH
def test_parents_and_children_are_replaced_together(provisioned: Opener, sync_type: SyncType) -> None:
    sides = provisioned(
        'CREATE TABLE "p" ("id" int NOT NULL PRIMARY KEY, "u" int NOT NULL UNIQUE)',
        'CREATE TABLE "c" ("id" int NOT NULL PRIMARY KEY, "p" int REFERENCES "p"("id"), "c" int REFERENCES "c"("id"))',
        tables=["c", "p"],
        on_server=[
            'INSERT INTO "p" VALUES (1, 1), (2, 2)',
            'INSERT INTO "c" VALUES (1, 1, NULL), (2, 2, 1), (3, 2, 2)',
        ],
    )
    sides.sync()
    sides.client.run('INSERT INTO "p" VALUES (10, 3)', 'INSERT INTO "c" VALUES (10, 10, 3), (11, 1, 10)')
    sides.server.run('DELETE FROM "c" WHERE "id" = 3', 'UPDATE "p" SET "u" = 3 WHERE "id" = 2')

    sides.sync(sync_type=PLAIN)

    assert sides.equal("p", "c")
    assert sides.client.errors() == []
    sides.client.run('DELETE FROM "c"', 'DELETE FROM "p"')
    sides.sync(sync_type=sync_type)
    assert sides.equal("p", "c")
    assert len(sides.client.rows("c")) == (2 if sync_type is PLAIN else 0)


@AND_EACH_OTHER
def test_rows_kept_aside_on_the_client_are_forgotten_where_newer_ones_come(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    sides.server.run("INSERT INTO \"item\" VALUES (6, '1'), (7, '2')")
    assert sides.sync().failed == 2
    sides.server.run('UPDATE "item" SET "name" = \'six\' WHERE "id" = 6', 'DELETE FROM "item" WHERE "id" = 7')

    result = sides.sync(sync_type=PLAIN)

    assert result.failed == 0
    assert sides.client.errors() == []
    assert sides.equal("item")


@BOTH
def test_a_client_that_never_synced_can_be_reinitialised(provisioned: Opener, sync_type: SyncType) -> None:
    sides = provisioned(
        ITEM, tables=["item"], on_server=[FIVE], on_client=[ITEM, "INSERT INTO \"item\" VALUES (9, 'client')"]
    )

    sides.sync(sync_type=sync_type)

    assert sides.equal("item")
    assert ((9, "client") in sides.server.rows("item")) is (sync_type is WITH_UPLOAD)
    assert losers(sides.client) == ({} if sync_type is WITH_UPLOAD else {9: "client"})


def test_a_client_of_an_older_server_loses_nothing_without_a_word(provisioned: Opener) -> None:
    """What the client had sent, and the restored server has not, is as unknown to it as what was never sent."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run("INSERT INTO \"item\" VALUES (10, 'sent')")
    sides.sync()
    sides.server.run(
        'DELETE FROM "item" WHERE "id" = 10', 'DELETE FROM "item_tracking"', 'DELETE FROM "scope_info_client"'
    )

    result = sides.sync(sync_type=PLAIN)

    assert result.anew is Anew.UNKNOWN
    assert sides.equal("item")
    assert losers(sides.client) == {10: "sent"}


@BOTH
def test_what_a_client_got_passes_for_the_servers(provisioned: Opener, sync_type: SyncType) -> None:
    """Every row is tracked as the server's, and nothing of it is sent back."""
    sides = changed(provisioned)

    sides.sync(sync_type=sync_type)

    there = {row[0] for row in sides.client.rows("item")}
    tracking = sides.client.tracking("item")
    assert {key: tracking[key] for key in there} == dict.fromkeys(there, (ZERO, 0))


@BOTH
def test_what_a_client_of_an_older_server_had_kept_aside_is_not_forgotten(
    provisioned: Opener, sync_type: SyncType
) -> None:
    """The server that it came from may be gone; the row goes in where it can, and up from there."""
    sides = provisioned(ITEM, tables=["item"], on_server=[FIVE])
    sides.sync()
    sides.client.run('CREATE UNIQUE INDEX "only" ON "item" ("name")')
    sides.server.run("INSERT INTO \"item\" VALUES (6, '1'), (7, '2')")
    assert sides.sync().failed == 2
    sides.client.drop_index("only", "item")
    sides.server.run(
        'DELETE FROM "item" WHERE "id" = 6',
        'UPDATE "item" SET "name" = \'newer\' WHERE "id" = 7',
        'DELETE FROM "item_tracking"',
        'DELETE FROM "scope_info_client"',
    )

    result = sides.sync(sync_type=sync_type)

    assert result.anew is Anew.UNKNOWN
    assert sides.client.errors() == []
    assert sides.client.rows("item")[5:] == [(6, "1"), (7, "newer")]
    sides.sync()
    assert sides.equal("item")
