"""What a database is after `drop_all`, and that no row is forgotten by the syncs that follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dms_pipeline import (
    ErrorResolution,
    ForeignScope,
    LocalOrchestrator,
    RemoteOrchestrator,
    SyncOptions,
    SyncSetup,
)
from dms_pipeline.errors import Locked
from dms_pipeline.schema.own import OWN_TABLES
from dms_pipeline.sync.result import Anew
from tests.library.shop import Shop, has_table, rows, tracking, triggers
from tests.providers.recorded import load, scope_rows, script
from tests.provisioning import provision

if TYPE_CHECKING:
    from pathlib import Path

    from dms_pipeline.providers.connection import Connection

PRODUCTS = SyncSetup("Category", "Product")
CUSTOMERS = SyncSetup("Customer")
LENIENT = SyncOptions(error_resolution_policy=ErrorResolution.RETRY_ON_NEXT_SYNC)
SCOPE_TABLES = ("scope_info", "scope_info_client")


def left(connection: Connection) -> set[str]:
    """Tables of ours and of the reference's that are there."""
    names = [*SCOPE_TABLES, *(table.name for table in OWN_TABLES)]
    return {name for name in names if has_table(connection, name)} | tracking(connection)


def test_all_scopes_go_and_tables_of_users_stay(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize("products", PRODUCTS)
    agent.synchronize("customers", CUSTOMERS)
    agent.remote_orchestrator.get_scope_info("empty")
    before = [rows(side, table) for side in (shop.on_server, shop.on_client) for table in ("Product", "Customer")]

    agent.remote_orchestrator.drop_all()
    agent.local_orchestrator.drop_all()

    for connection in (shop.on_server, shop.on_client):
        assert triggers(connection) == set()
        assert left(connection) == {"dms_runs"}
    after = [rows(side, table) for side in (shop.on_server, shop.on_client) for table in ("Product", "Customer")]
    assert after == before
    again = agent.synchronize("products", PRODUCTS)
    assert again.is_first
    assert again.conflicts == again.failed == 0
    assert triggers(shop.on_server) == triggers(shop.on_client) == {"Category", "Product"}


def test_where_nothing_is_set_up_nothing_happens(shop: Shop) -> None:
    RemoteOrchestrator(shop.server).drop_all()
    LocalOrchestrator(shop.client).drop_all()

    assert len(rows(shop.on_server, "Customer")) == 3
    assert left(shop.on_server) == left(shop.on_client) == set()


def test_what_a_dropped_client_had_not_sent_is_sent_by_its_next_sync(shop: Shop) -> None:
    """A row that is on the client alone is uploaded; of one that both have changed, the loser is kept."""
    agent = shop.agent()
    agent.synchronize(CUSTOMERS)
    shop.on_client.run("""INSERT INTO "Customer" VALUES (7, 'Grace')""")
    shop.on_client.run("""UPDATE "Customer" SET name = 'Ida' WHERE id = 1""")

    agent.local_orchestrator.drop_all()
    result = agent.synchronize(CUSTOMERS)

    assert result.is_first
    assert result.conflicts == 1
    assert rows(shop.on_server, "Customer") == rows(shop.on_client, "Customer")
    assert rows(shop.on_server, "Customer")[0] == (1, "Ada")
    assert rows(shop.on_server, "Customer")[-1] == (7, "Grace")
    assert json.loads(shop.on_server.value("SELECT client_row FROM dms_journal"))["name"] == "Ida"


def test_a_client_begins_anew_with_a_server_that_was_dropped_and_set_up_again(shop: Shop) -> None:
    """Its marks are of the server's former life: the reference goes on from them and loses what came between."""
    agent = shop.agent()
    agent.synchronize(CUSTOMERS)
    shop.on_server.run("""UPDATE "Customer" SET name = 'Before' WHERE id = 1""")

    agent.remote_orchestrator.drop_all()
    shop.on_server.run("""UPDATE "Customer" SET name = 'Between' WHERE id = 2""")
    shop.on_client.run("""INSERT INTO "Customer" VALUES (7, 'Grace')""")
    agent.remote_orchestrator.provision(CUSTOMERS)
    shop.on_server.run("""INSERT INTO "Customer" VALUES (8, 'After')""")
    result = agent.synchronize()
    second = agent.synchronize()

    assert (result.is_first, result.anew) == (True, Anew.UNKNOWN)
    assert rows(shop.on_server, "Customer") == rows(shop.on_client, "Customer")
    assert [row[1] for row in rows(shop.on_server, "Customer")] == ["Before", "Between", None, "Grace", "After"]
    assert "nothing to do" in str(second)


def test_every_client_of_a_dropped_server_begins_anew(shop: Shop, sqlite_url: str) -> None:
    other = Shop.opened(sqlite_url, shop.server.url.render_as_string(hide_password=False), filled=False)
    with other as second_client:
        for one in (shop, second_client):
            one.agent().synchronize(CUSTOMERS)
        shop.on_client.run("""INSERT INTO "Customer" VALUES (7, 'Grace')""")
        second_client.on_client.run("""INSERT INTO "Customer" VALUES (8, 'Emmy')""")

        shop.agent().remote_orchestrator.drop_all()
        found = [one.agent().synchronize(CUSTOMERS).anew for one in (shop, second_client, shop)]

        assert found == [Anew.UNKNOWN, Anew.UNKNOWN, None]
        assert rows(shop.on_client, "Customer") == rows(second_client.on_client, "Customer")
        assert [row[0] for row in rows(shop.on_server, "Customer")] == [1, 2, 3, 7, 8]


def test_a_row_kept_aside_by_a_server_outlives_it_and_goes_in_when_it_can(shop: Shop) -> None:
    agent = shop.agent(LENIENT)
    agent.synchronize(CUSTOMERS)
    shop.on_server.run('CREATE UNIQUE INDEX one_name ON "Customer" (name)')
    shop.on_client.run("""INSERT INTO "Customer" VALUES (7, 'Ada')""")
    assert agent.synchronize().failed == 1

    agent.remote_orchestrator.drop_all()
    kept = left(shop.on_server)
    shop.on_server.run("""UPDATE "Customer" SET name = 'Ida' WHERE id = 1""")
    shop.on_server.run("DROP INDEX one_name")
    agent.synchronize(CUSTOMERS)

    assert kept == {"dms_errors", "dms_runs"}
    assert (7, "Ada") in rows(shop.on_server, "Customer")
    assert shop.on_server.value("SELECT count(*) FROM dms_errors") == 0


def test_losers_of_conflicts_stay(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(CUSTOMERS)
    for side, name in ((shop.on_server, "Ida"), (shop.on_client, "Eva")):
        side.run(f"""UPDATE "Customer" SET name = '{name}' WHERE id = 1""")
    agent.synchronize()

    agent.remote_orchestrator.drop_all()

    assert left(shop.on_server) == {"dms_journal", "dms_runs"}
    assert json.loads(shop.on_server.value("SELECT client_row FROM dms_journal"))["name"] == "Eva"


def test_objects_of_a_scope_whose_row_is_gone_go_too(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize("products", PRODUCTS)
    agent.synchronize("customers", CUSTOMERS)
    shop.on_server.run('CREATE TABLE "Mine_tracking" (id integer PRIMARY KEY, sync_row_is_tombstone integer)')

    for side in (agent.remote_orchestrator, agent.local_orchestrator):
        side.delete_scope_info("customers")
        side.drop_all()

    assert triggers(shop.on_server) == triggers(shop.on_client) == set()
    assert tracking(shop.on_client) == set()
    assert tracking(shop.on_server) == {"Mine_tracking"}, "it is nobody's that we know of"


def test_triggers_of_applications_stay(small: Shop) -> None:
    small.agent().synchronize(CUSTOMERS)
    small.on_server.run(
        """CREATE TRIGGER mine AFTER DELETE ON "Customer" BEGIN DELETE FROM "Product" WHERE id = 1; END"""
    )

    RemoteOrchestrator(small.server).drop_all()

    assert triggers(small.on_server) == {"Customer"}
    small.on_server.run('DELETE FROM "Customer" WHERE id = 3')
    assert len(rows(small.on_server, "Product")) == 1


def test_a_scope_of_a_pipeline_is_refused_and_nothing_is_done(small: Shop) -> None:
    small.agent().synchronize("mine", PRODUCTS)
    provision(small.on_server, (small.on_client,), CUSTOMERS, scope="theirs")
    before = (triggers(small.on_server), left(small.on_server))

    with pytest.raises(ForeignScope, match='"theirs" belongs to pipeline tests'):
        RemoteOrchestrator(small.server).drop_all()

    assert (triggers(small.on_server), left(small.on_server)) == before


def test_a_failure_undoes_all_of_it(shop: Shop) -> None:
    """Somebody is writing to a tracking table: it cannot be had, and what was dropped before it is back."""
    agent = shop.agent(SyncOptions(lock_timeout_s=0.2))
    agent.synchronize("products", PRODUCTS)
    agent.synchronize("customers", CUSTOMERS)
    before = (triggers(shop.on_server), left(shop.on_server))

    with shop.on_server.transaction("BEGIN"):
        shop.on_server.run('DELETE FROM "Product_tracking"')
        with pytest.raises(Locked):
            agent.remote_orchestrator.drop_all()

    assert (triggers(shop.on_server), left(shop.on_server)) == before
    assert agent.synchronize("customers").is_first is False


def test_a_row_that_a_client_kept_aside_is_sent_to_a_server_that_has_forgotten_it(shop: Shop) -> None:
    """Nobody can tell that the server had deleted it, so it is as any row that the client alone has."""
    agent = shop.agent(LENIENT)
    agent.synchronize(CUSTOMERS)
    shop.on_client.run('CREATE UNIQUE INDEX one_name ON "Customer" (name)')
    shop.on_server.run("""INSERT INTO "Customer" VALUES (7, 'Ada')""")
    assert agent.synchronize().failed == 1
    shop.on_server.run('DELETE FROM "Customer" WHERE id = 7')

    agent.remote_orchestrator.drop_all()
    shop.on_client.run("DROP INDEX one_name")
    agent.synchronize(CUSTOMERS)
    agent.synchronize()

    assert rows(shop.on_server, "Customer") == rows(shop.on_client, "Customer")
    assert rows(shop.on_server, "Customer")[-1] == (7, "Ada")
    assert shop.on_client.value("SELECT count(*) FROM dms_errors") == 0


@pytest.mark.parametrize("recorded", ["dropall/{}/02-second-scope", "dropall-prefixes/{}/01-first-sync"])
def test_of_what_the_reference_provisioned_the_tables_of_users_alone_are_left(
    recordings: Path, postgresql_url: str, sqlite_url: str, recorded: str
) -> None:
    """With prefixes too, where its own DropAll fails (S28)."""
    rows_of = recorded.format("postgres-to-sqlite")
    schema = f"{rows_of.rsplit('/', 1)[0]}/01-first-sync"
    with Shop.opened(sqlite_url, postgresql_url, filled=False) as shop:
        for side, connection in (("server", shop.on_server), ("client", shop.on_client)):
            load(connection, script(recordings, f"{schema}.{side}.schema.sql"))
            for row in scope_rows(recordings, f"{rows_of}.server.rows.json"):
                style = connection.provider.traits.style
                sql = f"INSERT INTO scope_info ({style.names(row)}) VALUES ({style.marks(len(row))})"
                connection.execute(sql, tuple(row.values()))
        assert triggers(shop.on_server) >= {"customer"} <= triggers(shop.on_client)

        RemoteOrchestrator(shop.server).drop_all()
        LocalOrchestrator(shop.client).drop_all()

        base = {"customer", "orders", "order_line"}
        on_server = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        assert {name for (name,) in shop.on_server.rows(on_server)} <= base
        assert shop.on_server.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace") == 0
        assert shop.on_server.value("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal") == 0
        on_client = "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        assert {name for (name,) in shop.on_client.rows(on_client)} <= base
        assert has_table(shop.on_server, "customer")
        assert has_table(shop.on_client, "customer")
