"""Cleaning up tracking rows: what may go, and what becomes of those who still need it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dms_pipeline import (
    ErrorResolution,
    LocalOrchestrator,
    OutdatedAction,
    RemoteOrchestrator,
    SqliteSyncProvider,
    SyncAgent,
    SyncFailed,
    SyncOptions,
    SyncSetup,
)
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.orchestrator import RemoteDatabasePeer
from tests.conftest import IN_EACH_ROLE
from tests.library.shop import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection
    from tests.library.shop import Shop

pytestmark = IN_EACH_ROLE

CUSTOMERS = SyncSetup("Customer")


def tracked(connection: Connection) -> list[int]:
    """The keys of the tracking rows."""
    return [key for (key,) in connection.rows('SELECT id FROM "Customer_tracking" ORDER BY id')]


@pytest.fixture
def another(shop: Shop, sqlite_urls: Callable[[], str]) -> Callable[[], SyncAgent]:
    """More clients, each a SQLite file."""
    return lambda: SyncAgent(SqliteSyncProvider(sqlite_urls()), shop.server)


@contextmanager
def customers_of(agent: SyncAgent) -> Iterator[Connection]:
    database = Database("another", agent.local_orchestrator.provider.url)
    try:
        with database.connection() as connection:
            yield connection
    finally:
        database.dispose()


@contextmanager
def lost(*_: object, **__: object) -> Iterator[None]:
    """A session that ends between its upload and its download."""
    raise SyncFailed("server", "the session is lost (a test)")
    yield


def has_customer(agent: SyncAgent, key: int) -> bool:
    with customers_of(agent) as connection:
        return key in [row[0] for row in rows(connection, "Customer")]


def test_what_every_client_has_got_goes(shop: Shop) -> None:
    agent, server = shop.agent(), RemoteOrchestrator(shop.server)
    agent.synchronize(CUSTOMERS)
    shop.on_server.run("""UPDATE "Customer" SET name = 'server' WHERE id = 1""")
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 2""")
    agent.synchronize()

    waiting = server.delete_metadatas()
    agent.synchronize()
    done = server.delete_metadatas()

    # Whether the answer with these changes has arrived is known when the client has come with its mark.
    assert (waiting.rows_cleaned_count, done.rows_cleaned_count) == (0, 2)
    assert [str(table.table) for table in done.tables] == ["Customer"]
    assert tracked(shop.on_server) == []
    assert server.get_scope_info().last_cleanup_timestamp == done.timestamp_limit

    shop.on_server.run("""UPDATE "Customer" SET name = 'again' WHERE id = 1""")
    shop.on_client.run("""UPDATE "Customer" SET name = 'client' WHERE id = 3""")
    result = agent.synchronize()
    assert (result.total_changes_applied_on_client, result.total_changes_applied_on_server) == (1, 1)
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer") == [(1, "again"), (3, "client")]


def test_nothing_goes_before_a_client_has_synced(shop: Shop) -> None:
    server = RemoteOrchestrator(shop.server)
    server.provision(CUSTOMERS)
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 2""")

    assert server.delete_metadatas().timestamp_limit is None
    assert tracked(shop.on_server) == [2]


def test_a10_the_first_mark_of_a_new_client_counts_though_it_was_never_shown(
    shop: Shop, another: Callable[[], SyncAgent]
) -> None:
    """The others have the delete twice over; the new client would keep the row for ever."""
    old, new = shop.agent(), another()
    old.synchronize(CUSTOMERS)
    new.synchronize(CUSTOMERS)
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 2""")
    old.synchronize()
    old.synchronize()

    RemoteOrchestrator(shop.server).delete_metadatas()
    new.synchronize()

    assert not has_customer(new, 2)


def test_with_a_timestamp_clients_that_are_behind_it_are_not_waited_for(
    shop: Shop, another: Callable[[], SyncAgent]
) -> None:
    here, away = shop.agent(), another()
    away.synchronize(CUSTOMERS)
    here.synchronize(CUSTOMERS)
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 2""")
    here.synchronize()
    here.synchronize()
    server = RemoteOrchestrator(shop.server)
    newest = max(client.last_server_sync_timestamp or 0 for client in server.get_all_scope_info_clients())

    assert server.delete_metadatas(newest).rows_cleaned_count == 1

    here.synchronize()
    with pytest.raises(SyncFailed, match="cleaned its records"):
        away.synchronize()
    away.local_orchestrator.on_outdated(lambda *_: OutdatedAction.REINITIALIZE_WITH_UPLOAD)
    away.synchronize()
    assert not has_customer(away, 2)
    away.local_orchestrator.on_outdated(lambda *_: OutdatedAction.ROLLBACK)
    away.synchronize()


def test_a_clean_up_that_comes_into_a_session_is_noticed(
    shop: Shop, another: Callable[[], SyncAgent], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The client was found to be up to date, then the delete that it has not got was forgotten."""
    here, away = shop.agent(), another()
    away.synchronize(CUSTOMERS)
    here.synchronize(CUSTOMERS)
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 2""")
    here.synchronize()
    here.synchronize()
    server = RemoteOrchestrator(shop.server)
    newest = max(client.last_server_sync_timestamp or 0 for client in server.get_all_scope_info_clients())
    select, calls = RemoteDatabasePeer.select, iter([lambda: server.delete_metadatas(newest)])

    @contextmanager
    def interrupted(*arguments: object, **named: object) -> Iterator[object]:
        next(calls, lambda: None)()
        with select(*arguments, **named) as selection:  # type: ignore[arg-type]
            yield selection

    monkeypatch.setattr(RemoteDatabasePeer, "select", interrupted)
    with pytest.raises(SyncFailed, match="cleaned its records"):
        away.synchronize()


def test_what_was_committed_late_is_not_forgotten(shop: Shop) -> None:
    """Its stamp is below a mark that does not cover it."""
    if shop.on_server.provider.traits.serial_writers:
        pytest.skip("writers of this database are serial: none commits late")
    agent = shop.agent()
    agent.synchronize(CUSTOMERS)
    server = RemoteOrchestrator(shop.server)
    with shop.on_server.another() as late:
        late.execute("BEGIN")
        late.execute("""DELETE FROM "Customer" WHERE id = 2""")
        agent.synchronize()
        late.execute("COMMIT")
    mark = max(client.last_server_sync_timestamp or 0 for client in server.get_all_scope_info_clients())
    assert shop.on_server.value('SELECT "timestamp" FROM "Customer_tracking" WHERE id = 2') <= mark

    assert server.delete_metadatas(mark).rows_cleaned_count == 0

    agent.synchronize()
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")


def test_what_a_client_has_not_sent_stays_whatever_its_time(shop: Shop) -> None:
    agent, client = shop.agent(), LocalOrchestrator(shop.client)
    agent.synchronize(CUSTOMERS)
    shop.on_client.run("""DELETE FROM "Customer" WHERE id = 2""")
    stamp = int(shop.on_client.value('SELECT max("timestamp") FROM "Customer_tracking"'))

    client.delete_metadatas(stamp + 1)

    assert 2 in tracked(shop.on_client)
    agent.synchronize()
    agent.synchronize()
    assert client.delete_metadatas().rows_cleaned_count == 3
    assert tracked(shop.on_client) == []
    shop.on_server.run("""UPDATE "Customer" SET name = 'server' WHERE id = 1""")
    assert agent.synchronize().total_resolved_conflicts == 0
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer") == [(1, "server"), (3, None)]


def test_a_change_that_is_newer_than_a_row_kept_aside_is_not_forgotten(
    shop: Shop, another: Callable[[], SyncAgent]
) -> None:
    """Forgotten, it would lose to that row, which goes in as soon as it can."""
    away, here = shop.agent(SyncOptions(error_resolution_policy=ErrorResolution.RETRY_ON_NEXT_SYNC)), another()
    server = RemoteOrchestrator(shop.server)
    away.synchronize(CUSTOMERS)
    here.synchronize(CUSTOMERS)
    shop.on_server.run('CREATE UNIQUE INDEX one_name ON "Customer" (name)')
    shop.on_client.run("""UPDATE "Customer" SET name = 'Zoë' WHERE id = 1""")
    away.synchronize()  # the server keeps it aside
    shop.on_server.run("""UPDATE "Customer" SET name = 'newer' WHERE id = 1""")
    here.synchronize()
    here.synchronize()
    newest = max(client.last_server_sync_timestamp or 0 for client in server.get_all_scope_info_clients())

    server.delete_metadatas(newest)
    shop.on_server.run("""UPDATE "Customer" SET name = 'other' WHERE id = 2""")
    away.local_orchestrator.on_outdated(lambda *_: OutdatedAction.REINITIALIZE_WITH_UPLOAD)
    away.synchronize()

    assert (1, "newer") in rows(shop.on_server, "Customer")
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")


def test_a_delete_that_a_lost_first_session_is_owed_is_not_forgotten(
    shop: Shop, another: Callable[[], SyncAgent], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new client has sent the row and got no mark, so no limit says that it is behind."""
    new, other = shop.agent(), another()
    other.synchronize(CUSTOMERS)
    shop.on_client.run("""CREATE TABLE "Customer" (id integer PRIMARY KEY, name varchar(50))""")
    LocalOrchestrator(shop.client).provision(RemoteOrchestrator(shop.server).get_scope_info())
    shop.on_client.run("""INSERT INTO "Customer" VALUES (7, 'new')""")
    with monkeypatch.context() as patch:
        patch.setattr(RemoteDatabasePeer, "select", lost)
        with pytest.raises(SyncFailed, match="lost"):
            new.synchronize()
    shop.on_server.run("""DELETE FROM "Customer" WHERE id = 7""")
    other.synchronize()
    other.synchronize()
    server = RemoteOrchestrator(shop.server)
    server.delete_metadatas(
        max(client.last_server_sync_timestamp or 0 for client in server.get_all_scope_info_clients())
    )

    new.synchronize()

    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")
    assert 7 not in [row[0] for row in rows(shop.on_client, "Customer")]
