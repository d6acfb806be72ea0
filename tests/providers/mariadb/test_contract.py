"""A MariaDB database of ours can be opened by a peer that is Dotmim.Sync 1.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline import SyncAgent, SyncSetup
from dms_pipeline.schema.database import Triggers
from tests.contract import broken_rules
from tests.library.shop import provider
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Callable

SHOP = (
    'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL)',
    'CREATE TABLE "Customer" (id integer PRIMARY KEY, name varchar(50))',
    """INSERT INTO "Category" VALUES (1, 'Bikes'), (2, 'Helmets')""",
    """INSERT INTO "Customer" VALUES (1, 'Ada'), (2, 'Zoë'), (3, NULL)""",
)


@pytest.mark.parametrize("kind", Triggers)
def test_no_rule_of_the_contract_is_broken(kind: Triggers, kin: str, kin_urls: Callable[[], str]) -> None:
    server, client = kin_urls(), kin_urls()
    agent = SyncAgent(provider(client, kind), provider(server, kind))
    with opened(server) as on_server, opened(client) as on_client:
        for statement in SHOP:
            on_server.run(statement)
        agent.synchronize(SyncSetup("Category", "Customer"))
        on_client.run("""UPDATE "Customer" SET name = 'Eve' WHERE id = 1""")
        on_server.run("""DELETE FROM "Customer" WHERE id = 2""")
        agent.synchronize()

        assert on_server.value('SELECT name FROM "Customer" WHERE id = 1') == "Eve"
        assert broken_rules(on_server, is_server=True, other_kind=kin) == []
        assert broken_rules(on_client, is_server=False, other_kind=kin) == []
        on_client.run("UPDATE scope_info_client SET sync_scope_id = upper(sync_scope_id)")
        assert broken_rules(on_client, is_server=False, other_kind=kin) != []
