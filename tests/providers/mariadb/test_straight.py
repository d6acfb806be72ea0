"""A first sync goes straight into an empty table, while others write: nothing of theirs is lost or unrecorded."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import MariaDBSyncProvider, SqliteSyncProvider, SyncAgent, SyncOptions, SyncSetup
from dms_pipeline.errors import Locked
from dms_pipeline.providers.mariadb import apply, bulk, catalog, straight
from dms_pipeline.sync.conflict import ErrorPolicy
from tests.providers.doing import opened
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection

LENIENT = SyncOptions(error_resolution_policy=ErrorPolicy.RETRY_ON_NEXT_SYNC)
TABLE = "CREATE TABLE item (id integer PRIMARY KEY, name varchar(20))"
TRACKED = "SELECT id, update_scope_id IS NULL, sync_row_is_tombstone + 0 FROM item_tracking ORDER BY id"
ITEMS = "SELECT id, name FROM item ORDER BY id"


@contextmanager
def sides(server: str, client: str, rows: str) -> Iterator[tuple[SyncAgent, Connection, Connection]]:
    """A SQLite server with rows and an empty MariaDB client, and a connection to each."""
    with opened(server) as here, opened(client) as there:
        here.run(TABLE)
        here.run(f"INSERT INTO item VALUES {rows}")
        agent = SyncAgent(MariaDBSyncProvider(client), SqliteSyncProvider(server), LENIENT)
        yield agent, here, there


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Have something happen once the table was found to be empty, before the first row comes."""
    is_empty = straight.is_empty

    def happens(action: Callable[[], None]) -> None:
        def empty_until_now(*arguments: object) -> bool:
            found = is_empty(*arguments)  # type: ignore[arg-type]
            assert found
            action()
            return found

        monkeypatch.setattr(straight, "is_empty", empty_until_now)

    return happens


@pytest.fixture(params=[1, 1_000_000], ids=["load-data", "insert"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two ways in which rows are inserted."""
    monkeypatch.setattr(bulk, "FEW", request.param)


@pytest.mark.usefixtures("few")
def test_rows_go_straight_in_and_are_tracked_as_their_senders(
    mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "MariadbStage", None)  # there is no need for one
    with sides(sqlite_url, mariadb_url, "(2, 'two'), (1, NULL)") as (agent, _, client):
        first = agent.synchronize(SyncSetup("item"))
        second = agent.synchronize(SyncSetup("item"))

        assert (moved(first), moved(second)) == (({}, {"item": (2, 0)}), NOTHING)
        assert client.rows(ITEMS) == [(1, None), (2, "two")]
        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0)]
        assert client.rows("SHOW TABLES LIKE 'dms_texts'") == []


@pytest.mark.usefixtures("few")
def test_a_row_of_somebody_else_stays_theirs_and_is_sent(
    mariadb_url: str, sqlite_url: str, meanwhile: Callable[[Callable[[], None]], None]
) -> None:
    with sides(sqlite_url, mariadb_url, "(1, 'one'), (2, 'two')") as (agent, server, client):
        meanwhile(lambda: client.run("INSERT INTO item VALUES (3, 'three')"))
        agent.synchronize(SyncSetup("item"))

        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0), (3, 1, 0)]
        assert moved(agent.synchronize(SyncSetup("item"))) == ({"item": (1, 0)}, {})
        assert client.rows(ITEMS) == server.rows(ITEMS) == [(1, "one"), (2, "two"), (3, "three")]


@pytest.mark.usefixtures("few")
def test_a_row_that_both_have_by_then_is_a_conflict(
    mariadb_url: str, sqlite_url: str, meanwhile: Callable[[Callable[[], None]], None]
) -> None:
    with sides(sqlite_url, mariadb_url, "(1, 'one'), (2, 'two')") as (agent, server, client):
        meanwhile(lambda: client.run("INSERT INTO item VALUES (2, 'mine'), (3, 'three')"))
        agent.synchronize(SyncSetup("item"))
        lost = client.rows("SELECT row_key, client_row FROM dms_journal")
        result = agent.synchronize(SyncSetup("item"))

        assert lost == [('{"id":2}', '{"id":2,"name":"mine"}')]
        assert moved(result) == ({"item": (1, 0)}, {})
        assert client.rows(ITEMS) == server.rows(ITEMS) == [(1, "one"), (2, "two"), (3, "three")]


@pytest.mark.usefixtures("few")
def test_a_row_that_was_there_for_a_moment_only_leaves_no_tombstone_of_the_one_that_came(
    mariadb_url: str, sqlite_url: str, meanwhile: Callable[[Callable[[], None]], None]
) -> None:
    def come_and_go() -> None:
        client.run("INSERT INTO item VALUES (2, 'mine'), (9, 'nine')")
        client.run("DELETE FROM item")

    with sides(sqlite_url, mariadb_url, "(1, 'one'), (2, 'two')") as (agent, server, client):
        meanwhile(come_and_go)
        agent.synchronize(SyncSetup("item"))

        assert client.rows(TRACKED) == [(1, 0, 0), (2, 0, 0), (9, 1, 1)]
        agent.synchronize(SyncSetup("item"))
        assert client.rows(ITEMS) == server.rows(ITEMS) == [(1, "one"), (2, "two")]


def test_no_trigger_is_made_on_a_table_whose_triggers_have_been_looked_at(
    mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it wrote would go unrecorded: the triggers of this session are told to record nothing."""

    def look_and_wait(*arguments: Any) -> object:
        found = catalog.trigger_bodies(*arguments)
        with opened(mariadb_url) as other:
            other.execute("SET SESSION lock_wait_timeout = 0")
            with pytest.raises(Locked):
                other.run("CREATE TRIGGER late AFTER INSERT ON item FOR EACH ROW INSERT INTO other VALUES (NEW.id)")
        return found

    with sides(sqlite_url, mariadb_url, "(1, 'one')") as (agent, _, client):
        monkeypatch.setattr(apply, "trigger_bodies", look_and_wait)
        agent.synchronize(SyncSetup("item"))

        assert client.rows(ITEMS) == [(1, "one")]


@pytest.mark.usefixtures("few")
def test_a_row_that_is_refused_is_kept_aside_and_the_others_come_in(mariadb_url: str, sqlite_url: str) -> None:
    with sides(sqlite_url, mariadb_url, "(1, 'one'), (2, 'a name that is far too long')") as (
        agent,
        _,
        client,
    ):
        agent.synchronize(SyncSetup("item"))

        assert client.rows(ITEMS) == [(1, "one")]
        assert client.rows("SELECT row_key FROM dms_errors") == [('{"id":2}',)]
        assert client.rows(TRACKED) == [(1, 0, 0)]


def test_rows_of_more_columns_than_a_table_of_texts_has_come_in(
    mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "FEW", 1)
    names = [f"n{number}" for number in range(500)]
    with sides(sqlite_url, mariadb_url, "(1, 'one')") as (agent, server, client):
        server.run(f"CREATE TABLE wide (id integer PRIMARY KEY, {', '.join(f'{name} integer' for name in names)})")
        server.run(f"INSERT INTO wide VALUES (1, {', '.join(['123456789'] * len(names))})")
        agent.synchronize(SyncSetup("wide", "item"))

        assert client.rows("SELECT id, n0, n499 FROM wide") == [(1, 123456789, 123456789)]
        assert client.rows(ITEMS) == [(1, "one")]


def test_rows_of_a_cycle_come_in_by_a_key_that_the_server_lacks(mariadb_url: str, sqlite_url: str) -> None:
    with sides(sqlite_url, mariadb_url, "(1, 'one')") as (agent, server, client):
        server.run("CREATE TABLE node (id integer PRIMARY KEY, up integer)")
        server.run("INSERT INTO node VALUES (1, 2), (2, 1), (3, 9)")
        client.run("CREATE TABLE node (id integer PRIMARY KEY, up integer, FOREIGN KEY (up) REFERENCES node (id))")
        agent.synchronize(SyncSetup("node"))

        assert client.rows("SELECT id, up FROM node ORDER BY id") == [(1, 2), (2, 1)]
        assert client.rows("SELECT row_key FROM dms_errors") == [('{"id":3}',)]


@pytest.mark.parametrize("number", [1047, 1148, 3948, 4166])
def test_a_server_that_does_not_allow_load_data_gets_inserts(
    number: int, mariadb_url: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "FEW", 1)
    with sides(sqlite_url, mariadb_url, "(1, 'one'), (2, 'two')") as (agent, server, client):
        monkeypatch.setattr(bulk, "_LOAD", f"SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = {number} --")
        agent.synchronize(SyncSetup("item"))

        assert client.rows(ITEMS) == server.rows(ITEMS)
