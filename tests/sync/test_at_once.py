"""Sessions of one client at the same time: the second to come notices, and is repeated; nobody's change is lost."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import Transient
from dms_pipeline.events import silent
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.session import synchronize
from tests.provisioning import SCOPE
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import Applied
    from tests.sync.sides import Opener, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'


class Slow(LocalDatabasePeer):
    """A client in whose session another one happens: after it has selected, or before it applies."""

    def __init__(self, sides: Sides, moment: str, other: Callable[[], object]) -> None:
        super().__init__(sides.client.connection)
        self.moment = moment
        self.other = other

    def _happen(self, moment: str) -> None:
        if moment == self.moment:
            self.moment = ""
            self.other()

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        """Keep what was selected for a while."""
        with super().select(client, groups) as selection:
            batches = list(selection.batches)
            bookmark = selection.bookmark
        self._happen("selected")
        yield type(selection)(bookmark=bookmark, batches=iter(batches))

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        """Wait before the rows of the server are written."""
        self._happen("applying")
        return super().apply(client, delivery, local, remote)


def test_what_an_earlier_session_of_the_client_selected_is_not_put_over_what_a_later_one_sent(
    provisioned: Opener,
) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a'), (2, 'a')"])
    sides.sync()
    sides.client.run('UPDATE "item" SET "name" = \'older\' WHERE "id" = 1')

    def other() -> None:
        sides.client.run('UPDATE "item" SET "name" = \'newer\' WHERE "id" = 1')
        session_of_another_process(provisioned, sides)

    with pytest.raises(Transient, match="another sync of this client"):
        sides.sync(local=Slow(sides, "selected", other))

    assert sides.server.rows("item") == [(1, "newer"), (2, "a")]
    sides.sync()
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_a_session_does_not_put_its_marks_over_those_of_a_later_one(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    sides.sync()
    sides.server.run("INSERT INTO \"item\" VALUES (1, 'a')")
    ended = 'UPDATE "scope_info_client" SET "scope_last_sync_timestamp" = "scope_last_sync_timestamp" + 1'
    another = provisioned.another(sides.client)

    with pytest.raises(Transient, match="another sync of this client"):
        sides.sync(local=Slow(sides, "applying", lambda: another.run(ended)))

    assert sides.client.rows("item") == []
    sides.sync()
    assert sides.equal("item")


def test_the_same_holds_for_first_sessions(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'a')"])
    sides.client.run("INSERT INTO \"item\" VALUES (2, 'older')")

    def other() -> None:
        sides.client.run('UPDATE "item" SET "name" = \'newer\' WHERE "id" = 2')
        session_of_another_process(provisioned, sides)

    with pytest.raises(Transient, match="another sync of this client"):
        sides.sync(local=Slow(sides, "selected", other))

    sides.sync()
    assert sides.server.rows("item") == [(1, "a"), (2, "newer")]
    assert sides.equal("item")


def test_two_first_sessions_at_once_are_one_client(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"])
    peers = [LocalDatabasePeer(provisioned.another(sides.client).connection) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda peer: peer.client(SCOPE, parameter_hash({})), peers))

    assert len({client.id for client in found}) == 1
    assert sides.client.value('SELECT count(*) FROM "scope_info_client"') == 1


def test_sessions_of_two_clients_do_not_disturb_each_other(provisioned: Opener) -> None:
    sides = provisioned(ITEM, tables=["item"], clients=2)
    sides.sync(0)
    sides.sync(1)
    sides.client.run("INSERT INTO \"item\" VALUES (1, 'a')")
    sides.clients[1].run("INSERT INTO \"item\" VALUES (2, 'b')")

    sides.sync(0, local=Slow(sides, "selected", lambda: sides.sync(1)))

    sides.sync(1)
    assert sides.server.rows("item") == [(1, "a"), (2, "b")]
    assert sides.equal("item")


def session_of_another_process(provisioned: Opener, sides: Sides) -> None:
    """A whole session on connections of its own."""
    client, server = (provisioned.another(side).connection for side in (sides.client, sides.server))
    synchronize(
        LocalDatabasePeer(client),
        RemoteDatabasePeer(server),
        SCOPE,
        parameter_hash=parameter_hash({}),
        clock=time.perf_counter,
        report=silent,
    )
