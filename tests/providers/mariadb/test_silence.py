"""Extended triggers record nothing of what an apply of ours tracks itself, and all the rest (`extended`)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dms_pipeline import MariaDBSyncProvider, SqliteSyncProvider, SyncAgent, SyncOptions, SyncSetup
from dms_pipeline.providers.mariadb import apply, changes
from dms_pipeline.providers.mariadb.extended import APPLYING
from dms_pipeline.sync.conflict import ErrorPolicy
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pytest

    from dms_pipeline.providers.connection import Connection

LENIENT = SyncOptions(error_resolution_policy=ErrorPolicy.RETRY_ON_NEXT_SYNC)
TABLE = "CREATE TABLE item (id integer PRIMARY KEY, name varchar(20) UNIQUE)"
TRACKED = "SELECT id, update_scope_id IS NULL, sync_row_is_tombstone + 0 FROM item_tracking ORDER BY id"


@contextmanager
def synced(server: str, client: str) -> Iterator[tuple[SyncAgent, Connection, Connection]]:
    """A SQLite server and a MariaDB client that hold two rows, and a connection to each."""
    with opened(server) as here, opened(client) as there:
        here.run(TABLE)
        here.run("INSERT INTO item VALUES (1, 'one'), (2, 'two')")
        agent = SyncAgent(MariaDBSyncProvider(client), SqliteSyncProvider(server), LENIENT)
        agent.synchronize(SyncSetup("item"))
        yield agent, here, there


def test_a_trigger_records_unless_an_apply_says_that_it_does(mariadb_url: str, sqlite_url: str) -> None:
    with synced(sqlite_url, mariadb_url) as (_, _, client):
        client.run(f"SET {APPLYING} = 1")
        client.run("INSERT INTO item VALUES (3, 'three')")
        client.run("UPDATE item SET name = 'other' WHERE id = 1")
        client.run("DELETE FROM item WHERE id = 2")
        before = client.rows(TRACKED)
        client.run(f"SET {APPLYING} = NULL")
        client.run("INSERT INTO item VALUES (4, 'four')")

        assert before == [(1, 0, 0), (2, 0, 0)]
        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0), (4, 1, 0)]


def test_an_apply_leaves_the_tracking_rows_to_itself(
    mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with synced(sqlite_url, mariadb_url) as (agent, server, client):
        monkeypatch.setattr(apply._MariadbApplication, "track_keys", lambda *_, **__: None)
        for statement in (
            "INSERT INTO item VALUES (3, 'three')",
            "UPDATE item SET name = 'other' WHERE id = 1",
            "DELETE FROM item WHERE id = 2",
        ):
            server.run(statement)
        agent.synchronize()

        assert client.rows("SELECT id, name FROM item ORDER BY id") == [(1, "other"), (3, "three")]
        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0)]


def test_a_row_that_a_trigger_of_an_application_moves_is_recorded(mariadb_url: str, sqlite_url: str) -> None:
    with synced(sqlite_url, mariadb_url) as (agent, server, client):
        client.run("CREATE TRIGGER moves BEFORE INSERT ON item FOR EACH ROW SET NEW.id = NEW.id + 100")
        server.run("INSERT INTO item VALUES (3, 'three')")
        agent.synchronize()

        assert client.rows("SELECT id FROM item ORDER BY id") == [(1,), (2,), (103,)]
        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0), (103, 1, 0)]


def test_what_one_scope_applies_is_recorded_for_another(mariadb_url: str, sqlite_urls: Callable[[], str]) -> None:
    """The other one has names of its own, for its scope table, its tracking tables and its triggers."""
    first, second = sqlite_urls(), sqlite_urls()
    other = SyncSetup("item", tracking_suffix="_other", trigger_suffix="_other")
    with opened(mariadb_url) as server, opened(first) as client:
        server.run(TABLE)
        server.run("INSERT INTO item VALUES (1, 'one')")
        agent = SyncAgent(SqliteSyncProvider(first), MariaDBSyncProvider(mariadb_url))
        agent.synchronize("first", SyncSetup("item"))
        apart = SyncOptions(scope_info_table_name="other_scopes")
        SyncAgent(SqliteSyncProvider(second), MariaDBSyncProvider(mariadb_url), apart).synchronize("other", other)
        client.run("INSERT INTO item VALUES (2, 'two')")
        agent.synchronize("first")

        assert server.rows("SELECT id, update_scope_id IS NULL FROM item_other") == [(2, 1)]


def test_triggers_record_again_after_an_apply_with_a_row_that_is_refused(
    mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Any] = []

    def commit(connection: Connection, *others: Any) -> None:
        left.append(connection.value(f"SELECT {APPLYING}"))
        apply.commit(connection, *others)

    monkeypatch.setattr(changes, "commit", commit)
    with synced(sqlite_url, mariadb_url) as (agent, server, client):
        client.run("ALTER TABLE item ADD CONSTRAINT low CHECK (name <> 'nine')")
        server.run("INSERT INTO item VALUES (3, 'three'), (9, 'nine')")
        result = agent.synchronize()

        assert [set(keys) for keys in result.to_client.refused.values()] == [{(9,)}]
        assert client.rows("SELECT id FROM item ORDER BY id") == [(1,), (2,), (3,)]
    assert left == [None] * len(left)
    assert left
