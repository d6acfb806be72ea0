"""What a server orders its clients to do, and what a client answers that is out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline import (
    ErrorResolution,
    OutdatedAction,
    ScopeInfo,
    ScopeInfoClient,
    SyncFailed,
    SyncOperation,
    SyncOptions,
    SyncResult,
    SyncSetup,
    SyncType,
)
from tests.conftest import IN_EACH_ROLE
from tests.library.shop import has_table, rows, tracking, triggers

if TYPE_CHECKING:
    from dms_pipeline import SyncAgent
    from dms_pipeline.providers.connection import Connection
    from tests.library.shop import Shop

pytestmark = IN_EACH_ROLE

CUSTOMERS = SyncSetup("Customer")
EDITED = [(1, "client"), (3, None), (4, "new"), (5, "server")]


def changed(shop: Shop, options: SyncOptions | None = None) -> SyncAgent:
    """An agent of a client with changes that wait on both sides."""
    agent = shop.agent(options)
    agent.synchronize(CUSTOMERS)
    shop.on_client.run("""UPDATE "Customer" SET name = 'client' WHERE id = 1""")
    shop.on_client.run("""INSERT INTO "Customer" VALUES (4, 'new')""")
    shop.on_client.run("""DELETE FROM "Customer" WHERE id = 2""")
    shop.on_server.run("""INSERT INTO "Customer" VALUES (5, 'server')""")
    return agent


def ordered(agent: SyncAgent, operation: SyncOperation) -> SyncResult:
    """One sync under an order; later ones are free."""
    orders = iter([operation])

    @agent.remote_orchestrator.on_getting_operation
    def order(scope: ScopeInfo, client: ScopeInfoClient) -> SyncOperation:
        assert scope.name == client.scope_name
        return next(orders, SyncOperation.NORMAL)

    return agent.synchronize()


def moves_nothing(result: SyncResult) -> bool:
    return (result.total_changes_applied_on_client, result.total_changes_applied_on_server) == (0, 0)


def identity(connection: Connection) -> str:
    return str(connection.value("SELECT sync_scope_id FROM scope_info_client")).upper()


def test_the_caller_can_reinitialize(shop: Shop) -> None:
    agent = changed(shop)

    result = agent.synchronize(sync_type=SyncType.REINITIALIZE)

    assert result.sync_type is SyncType.REINITIALIZE
    assert (result.total_changes_applied_on_client, result.total_changes_applied_on_server) == (4, 0)
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")
    assert shop.on_client.value("SELECT count(*) FROM dms_journal") == 3
    assert str(result).startswith(f"DefaultScope  {result.client}, reinitialized ")
    assert moves_nothing(agent.synchronize())


@pytest.mark.parametrize("operation", list(SyncOperation))
def test_after_every_order_both_sides_agree(shop: Shop, operation: SyncOperation) -> None:
    """At the latest with the next sync; an edit that was not sent is on both sides, or kept as the loser."""
    agent = changed(shop)

    result = ordered(agent, operation)
    agent.synchronize()

    assert result.operation is operation
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")
    kept = sum(side.value("SELECT count(*) FROM dms_journal") for side in (shop.on_client, shop.on_server))
    match operation:
        case SyncOperation.REINITIALIZE:
            assert rows(shop.on_server, "Customer") == [(1, "Ada"), (2, "Zoë"), (3, None), (5, "server")]
            assert kept == 3
        case SyncOperation.DROP_ALL_AND_EXIT:
            # Who deleted a row is nowhere recorded any more; the row that was changed lost to the server's.
            assert rows(shop.on_server, "Customer") == [(1, "Ada"), (2, "Zoë"), (3, None), (4, "new"), (5, "server")]
            assert kept == 1
        case _:
            assert rows(shop.on_server, "Customer") == EDITED
            assert kept == 0
    assert moves_nothing(agent.synchronize())


def test_an_aborted_sync_moves_nothing(shop: Shop) -> None:
    agent = changed(shop)

    result = ordered(agent, SyncOperation.ABORT_SYNC)

    assert result.tables == ()
    assert str(result) == f"DefaultScope  {result.client}: not synced, as the server ordered (abort-sync)"
    assert (4, "new") not in rows(shop.on_server, "Customer")


def test_a_client_that_drops_all_and_exits_keeps_its_rows_alone(shop: Shop) -> None:
    agent = changed(shop)
    before = rows(shop.on_client, "Customer")

    result = ordered(agent, SyncOperation.DROP_ALL_AND_EXIT)

    assert moves_nothing(result)
    assert rows(shop.on_client, "Customer") == before
    assert (triggers(shop.on_client), tracking(shop.on_client)) == (set(), set())
    assert not has_table(shop.on_client, "scope_info_client")


def test_a_client_that_drops_all_and_syncs_sends_first_and_is_a_new_one_after(shop: Shop) -> None:
    agent = changed(shop)
    before = identity(shop.on_client)

    result = ordered(agent, SyncOperation.DROP_ALL_AND_SYNC)

    assert result.is_first
    assert result.total_changes_applied_on_server == 3
    assert rows(shop.on_server, "Customer") == rows(shop.on_client, "Customer") == EDITED
    assert identity(shop.on_client) != before
    assert triggers(shop.on_client) == {"Customer"}


def test_what_the_server_keeps_aside_goes_by_the_clients_new_id(shop: Shop) -> None:
    """Else it would wait for a client that never comes again."""
    agent = changed(shop, SyncOptions(error_resolution_policy=ErrorResolution.RETRY_ON_NEXT_SYNC))
    shop.on_server.run("""CREATE UNIQUE INDEX one_name ON "Customer" (name)""")
    shop.on_client.run("""INSERT INTO "Customer" VALUES (9, 'server')""")

    result = ordered(agent, SyncOperation.DROP_ALL_AND_SYNC)

    assert result.failed == 1
    assert shop.on_server.value("SELECT count(*) FROM dms_errors") == 1
    assert str(shop.on_server.value("SELECT client_id FROM dms_errors")).upper() == identity(shop.on_client)
    shop.on_server.run("""UPDATE "Customer" SET name = 'other' WHERE id = 5""")
    assert agent.synchronize().failed == 0
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")


def test_nothing_is_dropped_where_what_waits_cannot_be_sent(shop: Shop) -> None:
    agent = changed(shop)
    shop.on_server.run("""CREATE UNIQUE INDEX one_name ON "Customer" (name)""")
    shop.on_client.run("""INSERT INTO "Customer" VALUES (9, 'server')""")

    with pytest.raises(SyncFailed):
        ordered(agent, SyncOperation.DROP_ALL_AND_SYNC)

    assert triggers(shop.on_client) == {"Customer"}
    assert shop.on_client.value("""SELECT count(*) FROM "Customer_tracking" WHERE update_scope_id IS NULL""") == 4


def test_deprovision_and_sync_takes_the_servers_shape_over(shop: Shop) -> None:
    agent = changed(shop)
    shop.on_server.run("""ALTER TABLE "Customer" ADD COLUMN city varchar(20)""")
    agent.remote_orchestrator.provision(overwrite=True)

    ordered(agent, SyncOperation.DEPROVISION_AND_SYNC)

    assert rows(shop.on_client, "Customer") == [(*row, None) for row in EDITED]


def outdate(shop: Shop) -> None:
    """What the reference's clean-up leaves on a server."""
    shop.on_server.run('DELETE FROM "Customer_tracking"')
    mark = shop.on_server.value("SELECT scope_last_server_sync_timestamp FROM scope_info_client")
    shop.on_server.run(f"UPDATE scope_info SET sync_scope_last_clean_timestamp = {mark + 1}")


def test_an_outdated_client_fails_where_nobody_decides(shop: Shop) -> None:
    agent = changed(shop)
    outdate(shop)

    with pytest.raises(SyncFailed, match="cleaned its records"):
        agent.synchronize()

    assert (4, "new") not in rows(shop.on_server, "Customer")


@pytest.mark.parametrize("action", list(OutdatedAction))
def test_an_outdated_client_decides(shop: Shop, action: OutdatedAction) -> None:
    agent = changed(shop)
    shop.on_server.run('DELETE FROM "Customer" WHERE id = 3')
    outdate(shop)
    asked: list[ScopeInfoClient] = []

    @agent.local_orchestrator.on_outdated
    def decide(scope: ScopeInfo, client: ScopeInfoClient) -> OutdatedAction:
        assert scope.last_cleanup_timestamp is not None
        asked.append(client)
        return action

    if action is OutdatedAction.ROLLBACK:
        with pytest.raises(SyncFailed):
            agent.synchronize()
    else:
        assert agent.synchronize().sync_type.value == action.value
        assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")
        assert ((4, "new") in rows(shop.on_server, "Customer")) is (action is OutdatedAction.REINITIALIZE_WITH_UPLOAD)
    assert len(asked) == 1
