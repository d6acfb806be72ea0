"""An agent provisions by itself, keeps scopes apart, and refuses what the reference refuses."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from dms_pipeline import (
    AlreadyInProgress,
    CannotProvision,
    ConflictResolutionPolicy,
    ErrorResolution,
    ForeignScope,
    InvalidSetup,
    NotProvisioned,
    ProgressArgs,
    RemoteOrchestrator,
    SetupConflict,
    SetupTable,
    SyncAgent,
    SyncDirection,
    SyncFailed,
    SyncOptions,
    SyncSetup,
)
from dms_pipeline.errors import NotSupportedYet, Unreachable, UsageError
from dms_pipeline.providers.postgresql.sync_provider import PostgreSqlSyncProvider
from dms_pipeline.providers.sqlite.sync_provider import SqliteSyncProvider
from dms_pipeline.runtime import provisioning, scope_tables
from dms_pipeline.schema.model import SetupFilter
from tests.library.shop import Shop, has_table, provider, rows, triggers
from tests.providers.recorded import load, scope_row, script
from tests.provisioning import provision

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
    from dms_pipeline.runtime.side import Side
    from tests.conftest import Pair

PRODUCTS = SyncSetup("Category", "Product")
CUSTOMERS = SyncSetup("Customer")


def test_the_first_sync_provisions_and_later_ones_move_what_changed(shop: Shop) -> None:
    agent = shop.agent()

    first = agent.synchronize(PRODUCTS)
    shop.on_server.run("""UPDATE "Product" SET name = 'Racer' WHERE id = 1""")
    shop.on_client.run("""INSERT INTO "Product" VALUES (3, 'Bell', 2)""")
    second = agent.synchronize()
    third = agent.synchronize(PRODUCTS)

    assert (first.is_first, first.scope, first.total_changes_applied_on_client) == (True, "DefaultScope", 4)
    assert (second.total_changes_applied_on_client, second.total_changes_applied_on_server) == (1, 1)
    assert str(third).startswith(f"DefaultScope  {first.client}: nothing to do")
    assert rows(shop.on_client, "Product") == rows(shop.on_server, "Product")
    assert not has_table(shop.on_client, "Customer")
    # What the command line relies on is there too.
    assert shop.on_server.value("SELECT count(*) FROM dms_runs WHERE kind = 'sync' AND outcome = 'done'") == 3


def test_scopes_are_synced_apart(shop: Shop) -> None:
    agent = shop.agent()

    with agent:
        products = agent.synchronize("products", PRODUCTS)
        customers = agent.synchronize("customers", CUSTOMERS)
        shop.on_server.run("""UPDATE "Product" SET name = 'x'""")
        shop.on_server.run("""UPDATE "Customer" SET name = 'y'""")
        again = agent.synchronize("customers")

    assert [str(table) for table in products.tables] == ["Category", "Product"]
    assert customers.total_changes_applied_on_client == again.total_changes_applied_on_client == 3
    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer")
    assert rows(shop.on_client, "Product") != rows(shop.on_server, "Product")
    assert [scope.name for scope in agent.local_orchestrator.get_all_scope_infos()] == ["customers", "products"]


def test_a_scope_table_can_have_another_name(shop: Shop) -> None:
    agent = shop.agent(SyncOptions(scope_info_table_name="my_scopes"))

    agent.synchronize(CUSTOMERS)

    assert agent.synchronize().is_first is False
    for connection in (shop.on_client, shop.on_server):
        assert has_table(connection, "my_scopes")
        assert has_table(connection, "my_scopes_client")
        assert not has_table(connection, "scope_info")


def test_a_scope_table_s_name_may_have_quotes_and_the_usual_schema(shop: Shop) -> None:
    agent = shop.agent(SyncOptions(scope_info_table_name='public."My scopes"'))

    agent.synchronize(CUSTOMERS)

    assert agent.synchronize().is_first is False
    assert [scope.name for scope in agent.local_orchestrator.get_all_scope_infos()] == ["DefaultScope"]
    if shop.on_server.provider.traits.default_schema:
        with pytest.raises(NotSupportedYet, match="is not in schema public"):
            shop.agent(SyncOptions(scope_info_table_name="sync.scopes")).synchronize(CUSTOMERS)


def test_a_client_s_file_is_made_and_a_server_s_is_not(small: Shop, tmp_path: Path) -> None:
    missing = SqliteSyncProvider(tmp_path / "new.db")

    with pytest.raises(Unreachable, match="there is no file"):
        SyncAgent(small.client, missing).synchronize(CUSTOMERS)
    with pytest.raises(Unreachable), SyncAgent(small.client, missing):
        pass
    with pytest.raises(Unreachable):
        RemoteOrchestrator(missing).get_scope_info()
    assert not (tmp_path / "new.db").exists()
    assert SyncAgent(missing, small.server).synchronize(CUSTOMERS).client == "new"


def test_another_setup_under_a_stored_name_is_a_conflict(small: Shop) -> None:
    agent = small.agent()
    agent.synchronize(CUSTOMERS)

    with pytest.raises(SetupConflict) as server:
        agent.synchronize(PRODUCTS)
    agent.remote_orchestrator.provision(PRODUCTS, overwrite=True)
    with pytest.raises(SetupConflict) as client:
        agent.synchronize(PRODUCTS)

    assert server.value.endpoint.startswith("database-2")
    assert client.value.endpoint.startswith("database-1")
    assert not has_table(small.on_client, "Product")
    agent.local_orchestrator.provision(agent.remote_orchestrator.get_scope_info())
    # The client has synced before: rows that it never saw come all the same.
    assert agent.synchronize(PRODUCTS).total_changes_applied_on_client == 4


def test_without_a_setup_there_must_be_a_stored_one(small: Shop) -> None:
    with pytest.raises(NotProvisioned, match='no setup is stored for scope "DefaultScope"'):
        small.agent().synchronize()
    with pytest.raises(NotProvisioned):
        small.agent().synchronize(SyncSetup())
    assert not has_table(small.on_client, "scope_info")


def test_tables_that_cannot_be_synced_are_all_named(small: Shop) -> None:
    small.on_server.run("CREATE TABLE heap (a integer)")

    with pytest.raises(CannotProvision) as refused:
        small.agent().synchronize(SyncSetup("heap", "Prodct"))

    assert [problem.code for problem in refused.value.problems] == ["no-primary-key", "no-such-table"]
    assert 'did you mean "Product"?' in str(refused.value)
    assert not has_table(small.on_client, "scope_info")


def test_a_client_joins_a_scope_as_it_is_stored(small: Shop, sqlite_url: str) -> None:
    """The server's table has a column more since; the scope gets it when it is provisioned anew."""
    small.agent().synchronize(CUSTOMERS)
    small.on_server.run('ALTER TABLE "Customer" ADD COLUMN note text')

    late = SyncAgent(SqliteSyncProvider(sqlite_url), small.server)
    late.synchronize()

    schema = late.local_orchestrator.get_scope_info().schema
    assert schema is not None
    assert schema.tables is not None
    assert [column.name for column in schema.tables[0].columns or ()] == ["id", "name"]
    assert small.agent().synchronize().total_changes_applied_on_client == 0


def test_what_was_dropped_by_hand_is_made_again(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(CUSTOMERS)
    agent.local_orchestrator.deprovision()
    assert triggers(shop.on_client) == set()

    agent.synchronize()
    shop.on_client.run("""UPDATE "Customer" SET name = 'Bea' WHERE id = 1""")

    assert agent.synchronize().total_changes_applied_on_server == 1


def test_a_scope_of_a_pipeline_is_synced_and_not_changed(small: Shop) -> None:
    provision(small.on_server, [small.on_client], CUSTOMERS)
    agent = small.agent()

    assert agent.synchronize(CUSTOMERS).total_changes_applied_on_client == 3
    assert small.on_server.value("SELECT pipeline FROM dms_owner") == "tests"
    with pytest.raises(ForeignScope, match="belongs to pipeline tests"):
        agent.remote_orchestrator.provision(PRODUCTS, overwrite=True)
    with pytest.raises(ForeignScope):
        agent.remote_orchestrator.deprovision()
    assert triggers(small.on_server) == {"Customer"}


def test_a_client_joins_the_scope_of_a_pipeline(small: Shop, sqlite_url: str) -> None:
    provision(small.on_server, [], CUSTOMERS)

    result = SyncAgent(SqliteSyncProvider(sqlite_url), small.server).synchronize(CUSTOMERS)

    assert result.total_changes_applied_on_client == 3
    assert small.on_server.value("SELECT pipeline FROM dms_owner") == "tests"


def test_options_decide_conflicts_and_errors_and_the_default_is_to_stop(shop: Shop) -> None:
    options = SyncOptions(conflict_resolution_policy=ConflictResolutionPolicy.CLIENT_WINS)
    agent = shop.agent(options)
    agent.synchronize(CUSTOMERS)
    shop.on_server.run("""UPDATE "Customer" SET name = 'server' WHERE id = 1""")
    shop.on_client.run("""UPDATE "Customer" SET name = 'client' WHERE id = 1""")

    assert agent.synchronize().total_resolved_conflicts == 1
    assert rows(shop.on_server, "Customer")[0] == (1, "client")
    assert SyncOptions().error_resolution_policy is ErrorResolution.THROW
    shop.on_server.run('CREATE UNIQUE INDEX one ON "Customer" (name)')
    shop.on_client.run("""INSERT INTO "Customer" VALUES (9, 'client')""")
    with pytest.raises(SyncFailed):
        agent.synchronize()
    lenient = SyncOptions(error_resolution_policy=ErrorResolution.RETRY_ON_NEXT_SYNC)
    assert shop.agent(lenient).synchronize().total_changes_failed_to_apply_on_server == 1


def test_progress_goes_from_nothing_to_all_and_never_back(shop: Shop) -> None:
    said: list[ProgressArgs] = []
    agent = shop.agent()

    agent.synchronize("products", PRODUCTS, progress=said.append)

    reached = [args.percentage for args in said]
    assert reached == sorted(reached)
    assert (reached[0], reached[-1]) == (0.0, 1.0)
    assert list(dict.fromkeys(str(args.stage) for args in said)) == [
        "Provisioning",
        "BeginSession",
        "ChangesApplying",
        "EndSession",
    ]
    applying = [args for args in said if args.stage == "ChangesApplying"]
    assert [args.message.split(",")[0] for args in applying] == ["Category", "Product"]
    assert [round(args.percentage, 3) for args in applying] == [0.875, 1.0]
    assert {args.scope_name for args in said} == {"products"}
    said.clear()
    shop.on_client.run("""UPDATE "Product" SET name = 'x'""")
    agent.synchronize("products", progress=said.append)
    assert [round(args.percentage, 2) for args in said] == [0.1, 0.55, 1.0]


def test_an_agent_runs_one_sync_at_a_time(small: Shop) -> None:
    agent = small.agent()
    refused = []

    def again(args: ProgressArgs) -> None:
        del args
        with pytest.raises(AlreadyInProgress) as found:
            agent.synchronize(CUSTOMERS)
        refused.append(found.value)

    agent.synchronize(CUSTOMERS, progress=again)

    assert refused
    assert agent.synchronize(CUSTOMERS).is_first is False


def test_clients_may_sync_for_the_first_time_at_once(
    shop: Shop, database_urls: Callable[[str], str], server_and_client: Pair
) -> None:
    """Each finds that another has provisioned the server meanwhile, and goes on from there."""
    urls = [server_and_client.client_url, *(database_urls(server_and_client.client_kind) for _ in range(3))]
    options = SyncOptions(lock_timeout_s=30)
    agents = [SyncAgent(provider(url), shop.server, options) for url in urls]

    with ThreadPoolExecutor(len(agents)) as pool:
        results = list(pool.map(lambda agent: agent.synchronize(PRODUCTS), agents))

    assert [result.total_changes_applied_on_client for result in results] == [4] * len(agents)
    assert shop.on_server.value("SELECT count(*) FROM scope_info_client") == len(agents)


@pytest.mark.parametrize("setup", [CUSTOMERS, PRODUCTS], ids=["the same", "another"])
def test_what_somebody_provisions_between_look_and_lock_counts(
    setup: SyncSetup, small: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same setup is no news; with another one the agent looks again, and finds the conflict."""
    look = scope_tables.endpoint
    meanwhile = [RemoteOrchestrator(small.server)]

    def and_somebody_provisions(side: Side, wanted: ScopePlanInput) -> Endpoint:
        found = look(side, wanted)
        while meanwhile:
            meanwhile.pop().provision(setup)
        return found

    monkeypatch.setattr(provisioning, "endpoint", and_somebody_provisions)

    if setup == CUSTOMERS:
        assert small.agent().synchronize(CUSTOMERS).total_changes_applied_on_client == 3
        return
    with pytest.raises(SetupConflict):
        small.agent().synchronize(CUSTOMERS)
    assert not has_table(small.on_client, "Customer")


def test_what_is_not_carried_out_is_refused(small: Shop) -> None:
    agent = small.agent()
    filtered = SyncSetup("Customer", filters=(SetupFilter(table="Customer"),))

    with pytest.raises(NotSupportedYet):
        agent.synchronize(CUSTOMERS, parameters={"City": "Toronto"})
    with pytest.raises(NotSupportedYet):
        agent.synchronize(filtered)
    with pytest.raises(NotSupportedYet):
        agent.remote_orchestrator.get_scope_info(filtered)
    with pytest.raises(InvalidSetup):
        agent.synchronize("x" * 101, CUSTOMERS)


def test_directions_and_columns_of_a_setup_are_obeyed(small: Shop) -> None:
    setup = SyncSetup(SetupTable(name="Customer", columns=("id",), direction=SyncDirection.DOWNLOAD_ONLY))
    agent = small.agent()

    agent.synchronize(setup)
    small.on_client.run('DELETE FROM "Customer" WHERE id = 1')
    agent.synchronize()

    assert rows(small.on_client, "Customer") == [(2,), (3,)]
    assert len(rows(small.on_server, "Customer")) == 3


def test_scopes_of_a_database_name_our_objects_alike(small: Shop) -> None:
    small.agent().synchronize("products", PRODUCTS)

    with pytest.raises(SetupConflict, match="another tracking_suffix"):
        small.agent().synchronize("customers", SyncSetup("Customer", tracking_suffix="_log"))


def test_providers_say_what_they_are_without_a_password(tmp_path: Path) -> None:
    server = PostgreSqlSyncProvider("postgresql://me:secret@example.org/hq")

    assert repr(server) == "PostgreSqlSyncProvider('postgresql://me:***@example.org/hq')"
    assert (server.name, SqliteSyncProvider(tmp_path / "shop-1.db").name) == ("hq", "shop-1")
    for wrong in (":memory:", "sqlite://"):
        with pytest.raises(UsageError, match="in memory"):
            SqliteSyncProvider(wrong)
    with pytest.raises(UsageError, match="no URL of a PostgreSQL database"):
        PostgreSqlSyncProvider("sqlite:///x.db")
    with pytest.raises(UsageError) as refused:
        PostgreSqlSyncProvider("postgresql//me:secret@example.org")
    assert "secret" not in str(refused.value)


def test_a_provider_says_which_triggers_a_provisioning_makes(shop: Shop) -> None:
    """A scope that is set up keeps what it has until it is provisioned again."""
    setup = SyncSetup("Customer")
    url = shop.server.url.render_as_string(hide_password=False)

    def is_recorded(key: int) -> bool:
        """The old key of a row whose key is changed."""
        shop.on_server.run(f'UPDATE "Customer" SET id = {key * 10} WHERE id = {key}')
        return bool(shop.on_server.value(f'SELECT count(*) FROM "Customer_tracking" WHERE id = {key}'))

    RemoteOrchestrator(provider(url, triggers="reference")).provision(setup)
    made = is_recorded(3)
    shop.agent().synchronize(setup)
    kept = is_recorded(2)
    RemoteOrchestrator(provider(url, triggers="extended")).provision(setup)

    assert (made, kept, is_recorded(1)) == (False, False, True)
    with pytest.raises(UsageError, match="no triggers"):
        SqliteSyncProvider("shop.db", triggers="other")


def test_databases_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with Shop.opened(f"sqlite:///{tmp_path / 'a' / 'shop.db'}", f"sqlite:///{tmp_path / 'shop.db'}") as made:
        assert made.agent().synchronize(CUSTOMERS).client == "shop (client)"


def test_a_sync_of_what_is_set_up_does_not_load_the_parser_of_sql(small: Shop) -> None:
    small.agent().synchronize(CUSTOMERS)
    program = (
        "import sys; from dms_pipeline import SqliteSyncProvider, SyncAgent, SyncSetup;"
        f"agent = SyncAgent({small.client!r}, {small.server!r}); agent.synchronize(SyncSetup('Customer'));"
        "sys.exit('sqlglot' in sys.modules or 'pydantic' in sys.modules)"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_server_without_the_scope_table_is_asked_without_making_it(small: Shop) -> None:
    remote = RemoteOrchestrator(small.server)

    assert remote.exist_scope_info_table() is False
    assert not has_table(small.on_server, "scope_info")


def test_what_the_reference_provisioned_is_synced_as_it_is(
    recordings: Path, postgresql_url: str, sqlite_url: str
) -> None:
    recorded = "adventureworks/postgres-to-sqlite"
    row = scope_row(recordings, f"{recorded}/01-provision.server.rows.json")
    with Shop.opened(sqlite_url, postgresql_url, filled=False) as shop:
        for connection, name in (
            (shop.on_server, "01-provision.server"),
            (shop.on_client, "02-provision-client.client"),
        ):
            load(connection, script(recordings, f"{recorded}/{name}.schema.sql"))
            style = connection.provider.traits.style
            values = tuple(row.values())
            connection.execute(f"INSERT INTO scope_info ({style.names(row)}) VALUES ({style.marks(len(row))})", values)
        before = [connection.provider.fingerprints(connection) for connection in (shop.on_client, shop.on_server)]
        shop.on_server.run("""INSERT INTO "ProductModel" VALUES (1, 'x', NULL, gen_random_uuid(), now())""")

        result = shop.agent().synchronize()

        after = [connection.provider.fingerprints(connection) for connection in (shop.on_client, shop.on_server)]
        assert result.total_changes_applied_on_client == 1
        assert after == before
        assert len(rows(shop.on_client, "ProductModel")) == 1


def test_a_table_has_the_same_columns_in_all_scopes_of_a_client(shop: Shop) -> None:
    """A row has one tracking row: when one scope had overwritten it, a change of the other's columns was never sent."""
    agent = shop.agent()
    agent.synchronize(
        "names", SyncSetup(SetupTable(name="Category"), SetupTable(name="Product", columns=("id", "name")))
    )
    agent.synchronize("categories", SyncSetup("Category"))

    with pytest.raises(CannotProvision, match="Product is in scopes names and parents with different columns"):
        agent.synchronize("parents", SyncSetup(SetupTable(name="Product", columns=("id", "name", "CategoryID"))))


def test_resolved_is_no_policy() -> None:
    with pytest.raises(ValueError, match="handler"):
        SyncOptions(error_resolution_policy=ErrorResolution.RESOLVED)
