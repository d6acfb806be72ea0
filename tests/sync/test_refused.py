"""A row that the server could not take is nowhere but on its client: no delete that comes down takes it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import AND_EACH_OTHER

if TYPE_CHECKING:
    from tests.sync.sides import Opener

PARENT = 'CREATE TABLE "p" ("id" int NOT NULL PRIMARY KEY)'
CHILD = 'CREATE TABLE "k" ("id" int NOT NULL PRIMARY KEY, "p" int REFERENCES "p"("id") ON DELETE {action}, "note" text)'
ROWS = ('INSERT INTO "p" VALUES (1), (2)', "INSERT INTO \"k\" VALUES (20, 2, 'old')")


@AND_EACH_OTHER
def test_a_cascade_does_not_destroy_work_that_the_server_refused(provisioned: Opener) -> None:
    """Not a new row, and not the row of the server that the client had moved below the deleted one."""
    _nothing_is_lost(provisioned, "CASCADE")


def test_set_null_does_not_alter_work_that_the_server_refused(provisioned: Opener) -> None:
    _nothing_is_lost(provisioned, "SET NULL")


def _nothing_is_lost(provisioned: Opener, action: str) -> None:
    sides = provisioned(PARENT, CHILD.format(action=action), tables=["p", "k"], on_server=ROWS)
    sides.sync()
    sides.server.run('DELETE FROM "p" WHERE "id" = 1')
    sides.client.run("INSERT INTO \"k\" VALUES (10, 1, 'new work')", 'UPDATE "k" SET "p" = 1 WHERE "id" = 20')

    for _ in range(3):
        assert sides.sync().failed == 3, "two rows on the server, the delete on the client"

    assert sides.server.rows("k") == [(20, 2, "old")]
    assert sides.client.rows("k") == [(10, 1, "new work"), (20, 1, "old")]

    sides.client.run('UPDATE "k" SET "p" = 2')
    sides.sync()

    assert sides.sync().failed == 0
    assert sides.equal("p", "k", order="1")
    assert sides.client.rows("p", order="1") == [(2,)]
