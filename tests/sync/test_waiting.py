"""An application that commits while an apply waits for its lock is judged, never overwritten unseen (B1)."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from dms_pipeline.providers.postgresql import staging
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.sync.result import SyncResult
    from tests.conftest import Pair
    from tests.sync.sides import Opener, Sides

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
UPDATE = 'UPDATE "item" SET "name" = \'{}\' WHERE "id" = 1'
DELETE = 'DELETE FROM "item" WHERE "id" = 1'
INSERT = "INSERT INTO \"item\" VALUES (2, '{}')"


@pytest.fixture
def server_and_client(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Pair:
    """Only PostgreSQL lets others write while an apply is under way."""
    from tests.conftest import Pair

    del request
    urls = database_urls("postgresql"), database_urls("sqlite")
    return Pair(server_kind="postgresql", client_kind="sqlite", server_url=urls[0], client_url=urls[1])


@pytest.fixture
def application(server_and_client: Pair) -> Iterator[psycopg.Connection[Any]]:
    """An application's connection to the server, inside a transaction once it has said something."""
    with psycopg.connect(server_and_client.server_url) as connection:
        yield connection


def start(provisioned: Opener, *, clients: int = 1) -> Sides:
    sides = provisioned(ITEM, tables=["item"], on_server=["INSERT INTO \"item\" VALUES (1, 'old')"], clients=clients)
    for number in range(clients):
        sides.sync(number)
    return sides


def while_waiting(
    sides: Sides, application: psycopg.Connection[Any], statement: str, policy: ConflictPolicy
) -> SyncResult:
    """Sync while an application has written and not committed; it commits as soon as the apply waits for it."""
    application.execute(statement.encode())
    results: list[SyncResult | BaseException] = []

    def run() -> None:
        try:
            results.append(sides.sync(policy=policy))
        except BaseException as error:  # noqa: BLE001 - raised below, in the test's own thread
            results.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    with psycopg.connect(application.info.dsn, autocommit=True) as observer:
        waits = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        deadline = time.monotonic() + 10
        while thread.is_alive() and observer.execute(waits).fetchone() == (0,) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert thread.is_alive(), "the apply did not wait"
    application.commit()
    thread.join(20)
    (result,) = results
    if isinstance(result, BaseException):
        raise result
    return result


@pytest.mark.parametrize("policy", ConflictPolicy)
@pytest.mark.parametrize(
    ("on_server", "on_client"),
    [(UPDATE, UPDATE), (UPDATE, DELETE), (DELETE, UPDATE), (INSERT, INSERT)],
    ids=["update-update", "update-delete", "delete-update", "insert-insert"],
)
def test_a_write_that_commits_while_the_apply_waits_is_a_conflict(
    provisioned: Opener,
    application: psycopg.Connection[Any],
    on_server: str,
    on_client: str,
    policy: ConflictPolicy,
) -> None:
    sides = start(provisioned)
    sides.client.run(on_client.format("client"))

    result = while_waiting(sides, application, on_server.format("server"), policy)

    assert result.conflicts == 1
    (loser,) = sides.server.journal()
    winner = "server" if policy is ConflictPolicy.SERVER_WINS else "client"
    assert loser.kept == winner
    change = on_server if winner == "server" else on_client
    row = 2 if change == INSERT else 1
    expected = None if change == DELETE else winner
    assert sides.server.value(f'SELECT "name" FROM "item" WHERE "id" = {row}') == expected
    sides.sync(policy=policy)
    assert sides.equal("item")
    assert moved(sides.sync(policy=policy)) == NOTHING


def test_two_sessions_at_once_give_what_one_after_the_other_would(provisioned: Opener) -> None:
    """Rows of their own and rows in common, many at a time, over and over: nothing is lost, nothing deadlocks."""
    sides = start(provisioned, clients=2)
    for turn in range(5):
        for number, client in enumerate(sides.clients):
            client.run(
                *(
                    f"INSERT INTO \"item\" VALUES ({turn * 1000 + 10 + place * 2 + number}, 'own')"
                    for place in range(40)
                ),
                *(
                    f"INSERT INTO \"item\" VALUES ({turn * 1000 + 500 + place}, 'client {number}')"
                    for place in (range(40) if number else reversed(range(40)))
                ),
            )
        others = [provisioned.another(sides.server) for _ in range(2)]
        failures: list[BaseException] = []

        def run(number: int, server: Any, failures: list[BaseException] = failures) -> None:
            try:
                type(sides)(server, sides.clients).sync(number)
            except BaseException as error:  # noqa: BLE001 - asserted below
                failures.append(error)

        threads = [threading.Thread(target=run, args=(number, others[number])) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert failures == []
    for number in (0, 1, 0, 1):
        sides.sync(number)
    assert sides.server.value('SELECT count(*) FROM "item"') == 1 + 5 * 120
    losers = {loser.key for loser in sides.server.journal()}
    assert len(losers) == 5 * 40
    assert sides.equal("item")


def test_a_row_that_is_inserted_between_judging_and_writing_is_judged(
    provisioned: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row was not there to be locked; it may not be taken for one that was."""
    sides = start(provisioned)
    application = provisioned.another(sides.server)
    sides.client.run(UPDATE.format("client"), INSERT.format("client"))
    write = staging.write

    def late(*arguments: Any) -> int:
        if not sides.server.journal() and application.value('SELECT count(*) FROM "item" WHERE "id" = 2') == 0:
            application.run(INSERT.format("application"))
        return write(*arguments)

    monkeypatch.setattr(staging, "write", late)

    sides.sync()

    assert sides.server.rows("item") == [(1, "client"), (2, "application")]
    assert [(loser.key, loser.client) for loser in sides.server.journal()] == [(2, {"id": 2, "name": "client"})]
    assert sides.equal("item")
