"""What each call of an orchestrator gives back and leaves behind, judged by what the reference's did."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import (
    CannotProvision,
    LocalOrchestrator,
    NotProvisioned,
    RemoteOrchestrator,
    ScopeInfo,
    SetupTable,
    SyncDirection,
    SyncProvision,
    SyncSetup,
)
from dms_pipeline.schema.document import set_to_json, setup_to_json
from dms_pipeline.sync.result import Unseen
from tests.library.shop import SERVER, Shop, has_table, rows, tracking, triggers
from tests.providers.recorded import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dms_pipeline.providers.connection import Connection

PRODUCTS = SyncSetup("Category", "Product")
SCOPE_TABLES = ("scope_info", "scope_info_client")
RECORDING = "api/postgres-to-sqlite"


class Replay:
    """The recorded calls, one after the other, on our side."""

    def __init__(self, recordings: Path, shop: Shop) -> None:
        self.folder = recordings / "formats" / RECORDING
        self.recordings = recordings
        self.shop = shop
        self.sides = {"server": RemoteOrchestrator(shop.server), "client": LocalOrchestrator(shop.client)}
        self.compared = 0

    def run(self) -> None:
        """Do every step whose call there is, and compare its answer and the scope tables."""
        for path in sorted(self.folder.glob("*.request.json")):
            step = path.name.removesuffix(".request.json")
            asked = json.loads(path.read_text(encoding="utf-8"))
            if step[3:].endswith("-on-empty-database") or step[3:] in {
                "server-create-scope-table",
                "client-create-scope-table",
            }:
                self._empty(self._connection(asked["side"]))
            answer = self._answer(asked)
            if answer is None:
                continue
            recorded = json.loads((self.folder / f"{step}.answer.json").read_text(encoding="utf-8"))
            self.compared += 1
            if asked["mode"] == "sync":
                assert answer.total_changes_applied_on_client == recorded["result"]["TotalChangesAppliedOnClient"], step
            else:
                assert self._shown(answer) == self._recorded(recorded["answer"]), step
                self._compare_tables(step, asked["side"])

    def _connection(self, side: str) -> Connection:
        return self.shop.on_server if side == "server" else self.shop.on_client

    @staticmethod
    def _empty(connection: Connection) -> None:
        for table in SCOPE_TABLES:
            connection.run(f'DROP TABLE IF EXISTS "{table}"')

    def _answer(self, asked: dict[str, Any]) -> Any:
        setup = SyncSetup(*asked["setup"]["tables"]) if "setup" in asked else None
        if asked["mode"] == "sync":
            return self.shop.agent().synchronize(setup)
        name = asked.get("scope", "DefaultScope")
        side: Any = self.sides[asked["side"]]
        calls: dict[str, Callable[[], Any]] = {
            "ExistScopeInfoTable": side.exist_scope_info_table,
            "ExistScopeInfoClientTable": side.exist_scope_info_client_table,
            "CreateScopeInfoTable": side.create_scope_info_table,
            "GetAllScopeInfos": side.get_all_scope_infos,
            "GetScopeInfo": partial(side.get_scope_info, name, *([setup] if setup else [])),
            "SaveScopeInfo": partial(self._save, side, asked),
            "DeleteScopeInfo": partial(side.delete_scope_info, name),
            "DeleteScopeInfoUnsaved": partial(side.delete_scope_info, ScopeInfo(name=name)),
            "ProvisionClient": partial(self._provision_client),
        }
        return calls[asked["call"]]() if asked["call"] in calls else None

    def _provision_client(self) -> ScopeInfo:
        server: RemoteOrchestrator = self.sides["server"]  # type: ignore[assignment]
        client: LocalOrchestrator = self.sides["client"]  # type: ignore[assignment]
        return client.provision(server.get_scope_info())

    @staticmethod
    def _save(side: LocalOrchestrator | RemoteOrchestrator, asked: dict[str, Any]) -> ScopeInfo:
        scope = side.get_scope_info()
        if "properties" in asked:
            scope = replace(scope, properties=asked["properties"])
        if asked.get("clear"):
            scope = replace(scope, setup=None, schema=None)
        return side.save_scope_info(replace(scope, name=asked.get("newName", scope.name)))

    def _shown(self, answer: Any) -> Any:
        if isinstance(answer, list):
            return sorted((self._shown(one) for one in answer), key=lambda one: str(one["name"]))
        if not isinstance(answer, ScopeInfo):
            return answer
        return {
            "name": answer.name,
            "version": answer.version,
            "lastClean": answer.last_cleanup_timestamp,
            "properties": answer.properties,
            "setup": answer.setup and setup_to_json(answer.setup),
            "schema": answer.schema and set_to_json(answer.schema),
        }

    def _recorded(self, answer: Any) -> Any:
        if isinstance(answer, list):
            return sorted((self._recorded(one) for one in answer), key=lambda one: str(one["name"]))
        if isinstance(answer, dict) and isinstance(answer["schema"], dict):
            stored = json.loads((self.folder / answer["schema"]["sameAs"]).read_text(encoding="utf-8"))["scope_info"]
            return {
                **answer,
                "schema": dict(zip(stored["columns"], stored["rows"][0], strict=True))["sync_scope_schema"],
            }
        return answer

    def _compare_tables(self, step: str, side: str) -> None:
        if not (self.folder / f"{step}.{side}.schema.sql").exists():
            return
        ddl = script(self.recordings, f"{RECORDING}/{step}.{side}.schema.sql").lower()
        connection = self._connection(side)
        for table in SCOPE_TABLES:
            made = any(
                f"create table {start}{table}{end}" in ddl for start in ("", "[", '"', "public.") for end in ' ]("'
            )
            assert has_table(connection, table) is made, f"{step}: {table}"


def test_every_recorded_call_answers_and_leaves_the_same(
    recordings: Path, postgresql_url: str, sqlite_url: str
) -> None:
    with Shop.opened(sqlite_url, postgresql_url, filled=False) as shop:
        seed = (recordings / "formats" / RECORDING / "seed.server.sql").read_text(encoding="utf-8")
        shop.on_server.run(seed)
        replay = Replay(recordings, shop)

        replay.run()

        assert replay.compared == 45


def test_a_scope_is_saved_under_another_name_and_deleted(shop: Shop) -> None:
    remote = RemoteOrchestrator(shop.server)
    scope = remote.get_scope_info("products", SyncSetup("Category", "Product"))

    copy = remote.save_scope_info(replace(scope, name="copy", properties="mine"))

    assert (copy.setup, copy.schema, copy.properties) == (scope.setup, scope.schema, "mine")
    assert (copy.setup_text, copy.schema_text) == (scope.setup_text, scope.schema_text)
    assert remote.get_scope_info("copy") == copy
    assert remote.delete_scope_info(copy)
    assert remote.delete_scope_info("never")
    assert [one.name for one in remote.get_all_scope_infos()] == ["products"]
    assert triggers(shop.on_server) == set()


def test_a_changed_scope_is_saved_as_it_says(shop: Shop) -> None:
    """The texts that were read stand beside the values, and do not outlive them."""
    remote = RemoteOrchestrator(shop.server)
    scope = remote.get_scope_info(SyncSetup("Customer"))

    changed = remote.save_scope_info(replace(scope, setup=SyncSetup("Customer", tracking_prefix="t")))
    cleared = remote.save_scope_info(replace(changed, setup=None, schema=None))

    assert changed.setup == SyncSetup("Customer", tracking_prefix="t")
    assert changed.schema_text == scope.schema_text
    assert (cleared.setup_text, cleared.schema_text) == (None, None)


def test_tables_that_cannot_be_synced_are_refused_when_asked_for(shop: Shop) -> None:
    with pytest.raises(CannotProvision, match="Nothing"):
        RemoteOrchestrator(shop.server).get_scope_info(SyncSetup("Nothing"))


def test_a_client_is_provisioned_from_a_scope_alone(shop: Shop) -> None:
    """The scope's relations become foreign keys; the server is not asked again."""
    remote, local = RemoteOrchestrator(shop.server), LocalOrchestrator(shop.client)
    stored = remote.get_scope_info(SyncSetup("Product", "Category"))

    provisioned = local.provision(stored)

    assert (provisioned.setup_text, provisioned.schema_text) == (stored.setup_text, stored.schema_text)
    assert triggers(shop.on_client) == {"Product", "Category"}
    shop.on_client.run("""INSERT INTO "Category" VALUES (7, 'Tents')""")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        shop.on_client.run("""INSERT INTO "Product" VALUES (9, 'x', 99)""")
    # The first sync provisions the server, and takes the client's row.
    result = shop.agent().synchronize()
    assert (result.total_changes_applied_on_client, result.total_changes_applied_on_server) == (4, 1)
    with pytest.raises(NotProvisioned):
        local.provision(ScopeInfo(name="empty"))


def test_a_server_is_provisioned_by_kind(shop: Shop) -> None:
    remote = RemoteOrchestrator(shop.server)

    remote.provision(SyncSetup("Customer"), provision=SyncProvision.TRACKING_TABLE)
    half = (tracking(shop.on_server), triggers(shop.on_server))
    remote.provision()

    assert half == ({"Customer_tracking"}, set())
    assert triggers(shop.on_server) == {"Customer"}
    assert remote.provision(SyncSetup("Product")).setup == SyncSetup("Customer")
    with pytest.raises(NotProvisioned):
        remote.provision("other")


def test_half_a_provisioning_is_finished_by_the_next_sync(shop: Shop) -> None:
    shop.agent().remote_orchestrator.provision(SyncSetup("Customer"), provision=SyncProvision.TRACKING_TABLE)

    shop.agent().synchronize()

    assert triggers(shop.on_server) == triggers(shop.on_client) == {"Customer"}


def test_an_overwrite_takes_the_server_s_new_shape_and_clients_follow(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(SyncSetup("Customer"))
    shop.on_server.run("""ALTER TABLE "Customer" ADD COLUMN note varchar(20) DEFAULT 'new'""")

    scope = agent.remote_orchestrator.provision(overwrite=True)
    agent.local_orchestrator.provision(scope)
    agent.synchronize()

    assert rows(shop.on_client, "Customer") == rows(shop.on_server, "Customer") != []
    assert rows(shop.on_client, "Customer")[0] == (1, "Ada", "new")


def test_a_deprovisioning_takes_triggers_alone_and_the_next_sync_mends_that(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(SyncSetup("Customer"))

    for side in (agent.local_orchestrator, agent.remote_orchestrator):
        side.deprovision()

    for connection in (shop.on_client, shop.on_server):
        assert triggers(connection) == set()
        assert tracking(connection) == {"Customer_tracking"}
    assert agent.remote_orchestrator.get_scope_info().setup == SyncSetup("Customer")
    assert agent.synchronize().is_first is False
    assert triggers(shop.on_client) == triggers(shop.on_server) == {"Customer"}


def test_a_deprovisioning_leaves_what_another_scope_needs(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize("all", SyncSetup("Category", "Product", "Customer"))
    agent.synchronize("customers", SyncSetup("Customer"))
    everything = SyncProvision(63)

    for side in (agent.local_orchestrator, agent.remote_orchestrator):
        side.deprovision("all", provision=everything & ~SyncProvision.TABLE)

    for connection in (shop.on_client, shop.on_server):
        assert triggers(connection) == {"Customer"}
        assert tracking(connection) == {"Customer_tracking"}
    assert [scope.name for scope in agent.local_orchestrator.get_all_scope_infos()] == ["customers"]
    assert [client.scope_name for client in agent.local_orchestrator.get_all_scope_info_clients()] == ["customers"]
    shop.on_client.run("""UPDATE "Customer" SET name = 'Bea' WHERE id = 1""")
    assert agent.synchronize("customers").total_changes_applied_on_server == 1


def test_a_setup_is_deprovisioned_without_its_scope_s_name(shop: Shop) -> None:
    agent = shop.agent()
    setup = SyncSetup("Category", "Product")
    agent.synchronize("products", setup)

    agent.remote_orchestrator.deprovision(setup)
    agent.local_orchestrator.deprovision(setup, provision=SyncProvision(63))
    agent.local_orchestrator.deprovision("never")

    for connection in (shop.on_client, shop.on_server):
        assert (triggers(connection), tracking(connection)) == (set(), set())
        assert not any(has_table(connection, table) for table in SCOPE_TABLES)
    assert has_table(shop.on_server, "Product")
    assert not has_table(shop.on_client, "Product")
    assert not has_table(shop.on_client, "Category")
    assert agent.synchronize("products", setup).total_changes_applied_on_client == 4


def test_nothing_but_what_was_there_is_left(shop: Shop) -> None:
    """The statements of the seed are the whole of a server after a deprovisioning of everything but its tables."""
    remote = RemoteOrchestrator(shop.server)
    setup = SyncSetup("Customer")
    remote.provision(setup)

    remote.deprovision(setup)

    made = [text.split('"')[1] for text in SERVER if text.startswith("CREATE")]
    assert all(has_table(shop.on_server, name) for name in made)
    assert not has_table(shop.on_server, "Customer_tracking")


def test_rows_that_nothing_is_recorded_of_are_sent_once_they_are(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(PRODUCTS)
    local = agent.local_orchestrator
    shop.on_client.run("""INSERT INTO "Category" VALUES (7, 'Tents')""")
    shop.on_client.run("""INSERT INTO "Product" VALUES (8, 'Tent', 7), (9, 'Pole', 7)""")
    for table in ("Category", "Product"):
        shop.on_client.run(f'DELETE FROM "{table}_tracking" WHERE id > 6')
    unseen = agent.synchronize()

    found = (local.update_untracked_rows(), local.update_untracked_rows())
    result = agent.synchronize()

    assert unseen.total_changes_applied_on_server == 0
    assert found == (3, 0)
    assert result.total_changes_applied_on_server == 3
    assert result.conflicts == 0
    assert rows(shop.on_server, "Product") == rows(shop.on_client, "Product")
    assert (9, "Pole", 7) in rows(shop.on_server, "Product")


def test_a11_rows_that_are_written_while_a_client_is_not_set_up_are_sent(shop: Shop) -> None:
    agent = shop.agent()
    agent.synchronize(PRODUCTS)
    agent.local_orchestrator.deprovision()
    shop.on_client.run("""INSERT INTO "Category" VALUES (7, 'Tents')""")

    result = agent.synchronize()

    assert {one.reason for one in result.client_recovered} == {Unseen.TRIGGERS}
    assert (7, "Tents") in rows(shop.on_server, "Category")
    assert agent.synchronize().client_recovered == ()


def test_untracked_rows_of_a_table_that_is_not_uploaded_stay_so(small: Shop) -> None:
    agent = small.agent()
    agent.synchronize(SyncSetup(SetupTable(name="Customer", direction=SyncDirection.DOWNLOAD_ONLY)))
    small.on_client.run('DELETE FROM "Customer_tracking"')

    assert agent.local_orchestrator.update_untracked_rows() == 0
    with pytest.raises(NotProvisioned, match='"never" is not set up'):
        agent.local_orchestrator.update_untracked_rows("never")
