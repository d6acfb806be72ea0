"""What becomes of a row that both sides changed: each outcome of the reference's table, and who is remembered.

The table is that of the spec, sync semantics, 4.5: operations of client and server since the last sync, the policy,
what each side holds and tracks afterwards. Added to it: the loser is in the journal of the side that judged.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from dms_pipeline.schema.model import SetupTable, SyncDirection
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.conftest import EVERY_PAIR
from tests.sync.sides import NOTHING, ZERO, Loser, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
SW, CW = ConflictPolicy.SERVER_WINS, ConflictPolicy.CLIENT_WINS

UPDATE = ('UPDATE "item" SET "name" = \'{side}\' WHERE "id" = {old}',)
DELETE = ('DELETE FROM "item" WHERE "id" = {old}',)
AGAIN = (*DELETE, "INSERT INTO \"item\" VALUES ({old}, '{side}')")
INSERT = ("INSERT INTO \"item\" VALUES ({new}, '{side}')",)
COME_AND_GO = (*INSERT, 'DELETE FROM "item" WHERE "id" = {new}')


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One row of the table. Trackings: who wrote ("me" is the client), tombstone; None where there is none."""

    client: tuple[str, ...]
    server: tuple[str, ...]
    policy: ConflictPolicy
    left: str | None  # the row's name on both sides; None where it is gone
    on_server: tuple[str | None, int] | None
    on_client: tuple[str | None, int] | None
    journal: tuple[str, str | None, str | None] | None = None  # kept, server's row, client's row


APP, TOMB = (None, 0), (None, 1)
CELLS = {
    "update-update-sw": Cell(
        client=UPDATE,
        server=UPDATE,
        policy=SW,
        left="server",
        on_server=APP,
        on_client=(ZERO, 0),
        journal=("server", "server", "client"),
    ),
    "update-update-cw": Cell(
        client=UPDATE,
        server=UPDATE,
        policy=CW,
        left="client",
        on_server=("me", 0),
        on_client=APP,
        journal=("client", "server", "client"),
    ),
    "again-update-sw": Cell(
        client=AGAIN,
        server=UPDATE,
        policy=SW,
        left="server",
        on_server=APP,
        on_client=(ZERO, 0),
        journal=("server", "server", "client"),
    ),
    "update-again-cw": Cell(
        client=UPDATE,
        server=AGAIN,
        policy=CW,
        left="client",
        on_server=("me", 0),
        on_client=APP,
        journal=("client", "server", "client"),
    ),
    "insert-insert-sw": Cell(
        client=INSERT,
        server=INSERT,
        policy=SW,
        left="server",
        on_server=APP,
        on_client=(ZERO, 0),
        journal=("server", "server", "client"),
    ),
    "insert-insert-cw": Cell(
        client=INSERT,
        server=INSERT,
        policy=CW,
        left="client",
        on_server=("me", 0),
        on_client=APP,
        journal=("client", "server", "client"),
    ),
    "update-delete-sw": Cell(
        client=UPDATE,
        server=DELETE,
        policy=SW,
        left=None,
        on_server=TOMB,
        on_client=(ZERO, 1),
        journal=("server", None, "client"),
    ),
    "update-delete-cw": Cell(
        client=UPDATE,
        server=DELETE,
        policy=CW,
        left="client",
        on_server=("me", 0),
        on_client=APP,
        journal=("client", None, "client"),
    ),
    "delete-update-sw": Cell(
        client=DELETE,
        server=UPDATE,
        policy=SW,
        left="server",
        on_server=APP,
        on_client=(ZERO, 0),
        journal=("server", "server", None),
    ),
    "delete-update-cw": Cell(
        client=DELETE,
        server=UPDATE,
        policy=CW,
        left=None,
        on_server=("me", 1),
        on_client=TOMB,
        journal=("client", "server", None),
    ),
    "delete-delete-sw": Cell(client=DELETE, server=DELETE, policy=SW, left=None, on_server=TOMB, on_client=TOMB),
    "delete-delete-cw": Cell(client=DELETE, server=DELETE, policy=CW, left=None, on_server=TOMB, on_client=TOMB),
    "insert-gone-sw": Cell(
        client=INSERT,
        server=COME_AND_GO,
        policy=SW,
        left=None,
        on_server=TOMB,
        on_client=(ZERO, 1),
        journal=("server", None, "client"),
    ),
    "insert-gone-cw": Cell(
        client=INSERT,
        server=COME_AND_GO,
        policy=CW,
        left="client",
        on_server=("me", 0),
        on_client=APP,
        journal=("client", None, "client"),
    ),
    "gone-insert-sw": Cell(
        client=COME_AND_GO,
        server=INSERT,
        policy=SW,
        left="server",
        on_server=APP,
        on_client=(ZERO, 0),
        journal=("server", "server", None),
    ),
    "gone-insert-cw": Cell(
        client=COME_AND_GO,
        server=INSERT,
        policy=CW,
        left=None,
        on_server=("me", 1),
        on_client=TOMB,
        journal=("client", "server", None),
    ),
    "gone-nothing": Cell(client=COME_AND_GO, server=(), policy=SW, left=None, on_server=None, on_client=TOMB),
    "nothing-gone": Cell(client=(), server=COME_AND_GO, policy=SW, left=None, on_server=TOMB, on_client=None),
    "insert-nothing": Cell(client=INSERT, server=(), policy=SW, left="client", on_server=("me", 0), on_client=APP),
    "nothing-delete": Cell(client=(), server=DELETE, policy=CW, left=None, on_server=TOMB, on_client=(ZERO, 1)),
}


def start(provisioned: Opener, *, clients: int = 1) -> Sides:
    sides = provisioned(ITEM, tables=["item"], clients=clients, on_server=["INSERT INTO \"item\" VALUES (1, 'old')"])
    for number in range(clients):
        sides.sync(number)
    return sides


def test_each_outcome_is_that_of_the_reference(provisioned: Opener) -> None:
    """All cells on one pair of databases, each with rows and policy of its own."""
    sides = provisioned(ITEM, tables=["item"])
    sides.sync()
    journalled = 0
    for number, (name, cell) in enumerate(CELLS.items()):
        old, new = number * 10 + 1, number * 10 + 2
        row = old if any("{old}" in statement for statement in (*cell.client, *cell.server)) else new
        sides.server.run(f"INSERT INTO \"item\" VALUES ({old}, 'old')")
        sides.sync()
        sides.client.run(*_for("client", cell.client, old, new))
        sides.server.run(*_for("server", cell.server, old, new))

        result = sides.sync(policy=cell.policy)

        me = sides.id_of()
        on_server = (me, cell.on_server[1]) if cell.on_server and cell.on_server[0] == "me" else cell.on_server
        for side, tracking in ((sides.server, on_server), (sides.client, cell.on_client)):
            assert side.value(f'SELECT "name" FROM "item" WHERE "id" = {row}') == cell.left, name
            assert side.tracking("item").get(row) == tracking, name
        losers = sides.server.journal()[journalled:]
        expected = []
        if cell.journal is not None:
            kept, server, client = cell.journal
            expected = [
                Loser(
                    table="item",
                    key=row,
                    kept=kept,
                    server=None if server is None else {"id": row, "name": server},
                    client=None if client is None else {"id": row, "name": client},
                )
            ]
        assert losers == expected, name
        assert result.conflicts == len(expected), name
        assert sides.client.journal() == [], name
        journalled += len(losers)
        assert moved(sides.sync(policy=cell.policy)) == NOTHING, name


def _for(side: str, statements: tuple[str, ...], old: int, new: int) -> list[str]:
    return [statement.format(side=side, old=old, new=new) for statement in statements]


def test_equal_edits_on_both_sides_are_no_conflict(provisioned: Opener) -> None:
    sides = start(provisioned)
    for side in (sides.client, sides.server):
        side.run('UPDATE "item" SET "name" = \'same\'', "INSERT INTO \"item\" VALUES (2, 'same too')")

    result = sides.sync()

    assert result.conflicts == 0
    assert sides.server.journal() == []
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_the_second_client_meets_what_the_first_uploaded(provisioned: Opener, policy: ConflictPolicy) -> None:
    sides = start(provisioned, clients=2)
    for number, client in enumerate(sides.clients):
        client.run(f'UPDATE "item" SET "name" = \'client {number}\'')
    sides.sync(0, policy=policy)

    result = sides.sync(1, policy=policy)

    assert result.conflicts == 1
    winner = "client 0" if policy is SW else "client 1"
    assert sides.server.rows("item") == [(1, winner)]
    sides.sync(0, policy=policy)
    assert sides.equal("item")
    assert [loser.kept for loser in sides.server.journal()] == ["server" if policy is SW else "client"]
    assert moved(sides.sync(0)) == moved(sides.sync(1)) == NOTHING


@pytest.mark.parametrize("policy", ConflictPolicy)
def test_rows_on_a_new_client_meet_those_of_the_server(provisioned: Opener, policy: ConflictPolicy) -> None:
    """Equal rows are no conflict, different ones are one conflict, and rows of one side alone go to the other."""
    same, mine = "INSERT INTO \"item\" VALUES (1, 'same')", "INSERT INTO \"item\" VALUES (2, '{}'), ({}, 'only')"
    sides = provisioned(
        ITEM,
        tables=["item"],
        on_server=[same, mine.format("server", 3)],
        on_client=[ITEM, same, mine.format("client", 4)],
    )

    result = sides.sync(policy=policy)

    assert sides.equal("item")
    winner = "server" if policy is SW else "client"
    assert sides.server.rows("item") == [(1, "same"), (2, winner), (3, "only"), (4, "only")]
    losers = sides.server.journal() + sides.client.journal()
    assert [(loser.key, loser.kept) for loser in losers] == [(2, winner)]
    assert result.conflicts == 1
    assert moved(sides.sync(policy=policy)) == NOTHING


class Interrupted(LocalDatabasePeer):
    """A client on which an application writes between the session's selection and its apply."""

    between: Callable[[], None]

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        with super().select(client, groups) as selection:
            yield selection
        self.between()

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        return super().apply(client, replace(delivery), local, remote)


@pytest.mark.parametrize("policy", ConflictPolicy)
@pytest.mark.parametrize("edit", ["update", "delete"])
def test_an_edit_between_select_and_apply_is_judged_and_kept(
    provisioned: Opener, policy: ConflictPolicy, edit: str
) -> None:
    """The reference overwrites it without a word under server-wins (H12); here it loses, but is in the journal."""
    sides = start(provisioned)
    sides.server.run('UPDATE "item" SET "name" = \'server\'', "INSERT INTO \"item\" VALUES (2, 'new')")
    local = Interrupted(sides.client.connection)
    local.between = lambda: sides.client.run(*_for("client", UPDATE if edit == "update" else DELETE, 1, 2))

    result = sides.sync(policy=policy, local=local)

    assert result.conflicts == 1
    (loser,) = sides.client.journal()
    mine = {"id": 1, "name": "client"} if edit == "update" else None
    assert (loser.server, loser.client) == ({"id": 1, "name": "server"}, mine)
    assert loser.kept == ("server" if policy is SW else "client")
    if policy is SW:
        assert sides.client.rows("item") == [(1, "server"), (2, "new")]
        assert moved(sides.sync(policy=policy)) == NOTHING
    else:
        assert moved(sides.sync(policy=policy))[0] == {"item": (1, 0) if edit == "update" else (0, 1)}
    assert sides.equal("item")


def test_a_local_edit_of_a_row_that_only_comes_down_is_in_the_journal_when_it_is_overwritten(
    provisioned: Opener,
) -> None:
    """It never goes up, so nobody else has seen it."""
    sides = provisioned(
        ITEM,
        tables=[SetupTable(name="item", direction=SyncDirection.DOWNLOAD_ONLY)],
        on_server=["INSERT INTO \"item\" VALUES (1, 'old')"],
    )
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'mine\'')
    sides.sync()
    sides.server.run('UPDATE "item" SET "name" = \'server\'')

    sides.sync()

    assert sides.equal("item")
    assert [loser.client for loser in sides.client.journal()] == [{"id": 1, "name": "mine"}]


def test_a_delete_that_fails_in_every_pass_is_journalled_once(provisioned: Opener) -> None:
    """It would take a child along that the client never saw; the child goes to the journal, and the delete fails."""
    parent = 'CREATE TABLE "parent" ("id" int NOT NULL PRIMARY KEY)'
    child = (
        'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY,'
        ' "parent" int REFERENCES "parent" ("id") ON DELETE CASCADE)'
    )
    outside = 'CREATE TABLE "outside" ("id" int NOT NULL PRIMARY KEY, "parent" int REFERENCES "parent" ("id"))'
    sides = provisioned(parent, child, tables=["parent", "child"], on_server=['INSERT INTO "parent" VALUES (1), (2)'])
    sides.sync()
    sides.server.run(outside, 'INSERT INTO "outside" VALUES (1, 1)', 'INSERT INTO "child" VALUES (7, 1)')
    sides.client.run('DELETE FROM "parent"')

    result = sides.sync(policy=ConflictPolicy.CLIENT_WINS)

    assert result.to_server.total("failed") == 1
    assert [(loser.table, loser.key) for loser in sides.server.journal()] == [("child", 7)]


@EVERY_PAIR
def test_a_winner_that_cannot_be_written_yet_has_its_loser_in_the_journal(provisioned: Opener) -> None:
    """When its parent comes, it goes in over what is here, and nobody asks again."""
    sides = provisioned(
        'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY)',
        'CREATE TABLE "emp" ("id" int NOT NULL PRIMARY KEY, "team" int REFERENCES "team"("id"), "name" text)',
        tables=["team", "emp"],
        on_server=['INSERT INTO "team" VALUES (1)', "INSERT INTO \"emp\" VALUES (3, 1, 'old')"],
    )
    sides.sync()
    sides.client.run('UPDATE "emp" SET "name" = \'client\'')
    sides.server.run('UPDATE "emp" SET "team" = NULL, "name" = \'server\'', 'DELETE FROM "team"')

    sides.sync(policy=ConflictPolicy.CLIENT_WINS)

    assert sides.server.errors() == [("emp", 3, "upsert")]
    sides.server.run('INSERT INTO "team" VALUES (1)')
    sides.sync(policy=ConflictPolicy.CLIENT_WINS)
    assert sides.server.rows("emp") == [(3, 1, "client")]
    assert [loser.server for loser in sides.server.journal()] == [{"id": 3, "team": None, "name": "server"}]
    sides.sync()
    assert sides.equal("emp")


def test_rows_that_nobody_tracked_are_kept_when_a_first_delete_takes_them_along(provisioned: Opener) -> None:
    """They were here before the server was set up, and the client never saw them."""
    sides = provisioned(
        'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY)',
        'CREATE TABLE "emp" ("id" int NOT NULL PRIMARY KEY, "team" int REFERENCES "team"("id") ON DELETE CASCADE)',
        tables=["team", "emp"],
        on_server=['INSERT INTO "team" VALUES (1)', 'INSERT INTO "emp" VALUES (3, 1)'],
    )
    sides.client.run('INSERT INTO "team" VALUES (1)', 'DELETE FROM "team"')

    sides.sync(policy=ConflictPolicy.CLIENT_WINS)

    assert {(loser.table, loser.key) for loser in sides.server.journal()} == {("team", 1), ("emp", 3)}
    assert sides.server.rows("emp") == sides.client.rows("emp") == []


def test_a_delete_that_takes_a_row_along_to_which_others_refer_is_set_aside_and_no_other(provisioned: Opener) -> None:
    sides = provisioned(
        'CREATE TABLE "team" ("id" int NOT NULL PRIMARY KEY)',
        'CREATE TABLE "emp" ("id" int NOT NULL PRIMARY KEY, "team" int REFERENCES "team"("id") ON DELETE CASCADE)',
        'CREATE TABLE "pass" ("id" int NOT NULL PRIMARY KEY, "emp" int REFERENCES "emp"("id"))',
        tables=["team", "emp", "pass"],
        on_server=['INSERT INTO "team" VALUES (1), (2)'],
    )
    sides.sync()
    sides.client.run('DELETE FROM "team"')
    sides.server.run('INSERT INTO "emp" VALUES (3, 1), (4, 2)', 'INSERT INTO "pass" VALUES (5, 3)')

    sides.sync(policy=ConflictPolicy.CLIENT_WINS)

    assert sides.server.errors() == [("team", 1, "delete")]
    assert sides.server.rows("emp") == [(3, 1)]
    assert sorted(loser.key for loser in sides.server.journal()) == [3, 4]
