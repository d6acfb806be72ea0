"""What is written on MariaDB, or a variant, while no trigger is there to record it (A11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dms_pipeline import SqliteSyncProvider, SyncAgent, SyncSetup
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.peer import DatabasePeer
from dms_pipeline.sync.result import Unseen
from tests.library.shop import provider
from tests.suite.abilities import abilities

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = ("CREATE TABLE item (id int PRIMARY KEY, name varchar(20))", "INSERT INTO item VALUES (1, 'one'), (2, 'two')")
UNSEEN = (
    "UPDATE item SET name = 'unseen' WHERE id = 1",
    "DELETE FROM item WHERE id = 2",
    "INSERT INTO item VALUES (9, 'too')",
)


@pytest.mark.parametrize(
    "looks", [True, pytest.param(False, marks=pytest.mark.xfail(strict=True, raises=AssertionError))]
)
def test_a11_rows_that_are_written_while_triggers_are_away_are_sent(
    kin_url: str,
    sqlite_urls: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
    looks: bool,  # noqa: FBT001
) -> None:
    """The triggers are made again just as they were; without a look at what is noted, the rows are lost."""
    if not looks:
        monkeypatch.setattr(DatabasePeer, "recover", lambda *_: ())
    client = sqlite_urls()
    agent = SyncAgent(SqliteSyncProvider(client), provider(kin_url))
    databases = [Database("server", kin_url), Database("client", client)]
    try:
        with databases[0].connection() as server:
            for statement in TABLE:
                server.run(statement)
            agent.synchronize(SyncSetup("item"))
            server.run("UPDATE item SET name = 'seen'")
            agent.synchronize()
            with abilities(server.provider.name).unrecorded(server, "item"):
                for statement in UNSEEN:
                    server.run(statement)
            result = agent.synchronize()
        with databases[1].connection() as held:
            rows = held.rows("SELECT id, name FROM item ORDER BY id")
    finally:
        for database in databases:
            database.dispose()

    assert rows == [(1, "unseen"), (9, "too")]
    assert [one.reason for one in result.server_recovered] == [Unseen.TRIGGERS]
    assert result.client_recovered == ()
