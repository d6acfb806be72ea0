"""What only a cluster of one's own can show: prepared transactions, other roles, ids that wrap around."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from dms_pipeline.providers.postgresql import marks
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.changes import synced_groups
from tests.conftest import Pair
from tests.provisioning import SCOPE
from tests.sync.naive import NAIVE, naive_fails
from tests.sync.sides import NOTHING, Sides, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.sync.sides import Opener

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two')"
LATE = 'UPDATE "item" SET "name" = \'late\' WHERE "id" = 1'
BURN = "DO $$ BEGIN FOR i IN 1..500 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$"


@pytest.fixture
def server_and_client(scratch_cluster: str, sqlite_urls: Callable[[], str]) -> Iterator[Pair]:
    """A server in that cluster."""
    with psycopg.connect(scratch_cluster, autocommit=True) as administrator:
        administrator.execute("CREATE DATABASE hq TEMPLATE template0")
        url = make_url(scratch_cluster).set(database="hq").render_as_string(hide_password=False)
        yield Pair(server_kind="postgresql", client_kind="sqlite", server_url=url, client_url=sqlite_urls())
        for (name,) in administrator.execute("SELECT gid FROM pg_prepared_xacts").fetchall():
            with psycopg.connect(url, autocommit=True) as inside:
                inside.execute(f"ROLLBACK PREPARED '{name}'".encode())
        administrator.execute("DROP DATABASE hq WITH (FORCE)")
        administrator.execute("DROP ROLE IF EXISTS clerk")


@pytest.fixture
def application(server_and_client: Pair) -> Iterator[psycopg.Connection[Any]]:
    """An application's connection to the server."""
    with psycopg.connect(server_and_client.server_url, autocommit=True) as connection:
        yield connection


def start(provisioned: Opener) -> Sides:
    sides = provisioned(ITEM, tables=["item"], on_server=[ROWS])
    sides.sync()
    return sides


@naive_fails
@pytest.mark.parametrize("seen", [True, False], ids=["seen", "never-seen"])
def test_a_transaction_prepared_before_the_mark_is_sent_when_it_is_committed(
    provisioned: Opener,
    application: psycopg.Connection[Any],
    monkeypatch: pytest.MonkeyPatch,
    seen: bool,  # noqa: FBT001 - a parameter
) -> None:
    """Whether a session saw it open, and so knows its start, or not; old ones too, whatever the slack is."""
    monkeypatch.setattr(marks, "SLACK_MS", 0)
    sides = start(provisioned)
    application.execute("BEGIN")
    application.execute(LATE)
    if seen:
        assert moved(sides.sync()) == NOTHING
    application.execute("PREPARE TRANSACTION 'p'")
    assert moved(sides.sync()) == NOTHING
    assert moved(sides.sync()) == NOTHING
    application.execute("COMMIT PREPARED 'p'")

    assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    assert sides.equal("item")
    assert moved(sides.sync()) == NOTHING


def test_an_orphan_that_is_never_committed_costs_no_duplicates(
    provisioned: Opener, application: psycopg.Connection[Any]
) -> None:
    sides = start(provisioned)
    application.execute("BEGIN")
    application.execute(LATE)
    application.execute("PREPARE TRANSACTION 'orphan'")
    for number in range(10, 15):
        sides.server.run(f"INSERT INTO \"item\" VALUES ({number}, 'x')")
        assert moved(sides.sync()) == ({}, {"item": (1, 0)})
    assert moved(sides.sync()) == NOTHING


@naive_fails
def test_a_role_that_may_not_see_the_starts_of_others_misses_nothing(
    provisioned: Opener, application: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no bound on stamps, as it cannot know how old they may be."""
    monkeypatch.setattr(marks, "SLACK_MS", 0)
    sides = start(provisioned)
    application.execute("CREATE ROLE clerk LOGIN")
    application.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO clerk")
    clerk = provisioned.open(
        "server", make_url(sides.server.url).set(username="clerk").render_as_string(hide_password=False)
    )
    as_clerk = Sides(clerk, sides.clients)
    application.execute("BEGIN")
    application.execute(LATE)
    assert moved(as_clerk.sync()) == NOTHING
    state = clerk.value('SELECT "state" FROM "dms_marks" ORDER BY "mark" DESC LIMIT 1')
    assert '"hidden":true' in state or state == NAIVE
    application.execute("COMMIT")

    assert moved(as_clerk.sync()) == ({}, {"item": (1, 0)})
    assert moved(as_clerk.sync()) == NOTHING


@naive_fails
def test_ids_that_wrap_around_are_compared_by_their_distance(
    provisioned: Opener, application: psycopg.Connection[Any]
) -> None:
    """The rows of before and the mark have ids near 2^32, those of after small ones; and old rows are no conflict."""
    sides = start(provisioned)
    wrapped = 0
    with ExitStack() as stack:
        for turn in range(8):
            late = stack.enter_context(psycopg.connect(sides.server.url))
            late.execute(f"INSERT INTO \"item\" VALUES ({100 + turn}, 'late')".encode())
            sides.server.run(f"INSERT INTO \"item\" VALUES ({200 + turn}, 'x')")
            assert moved(sides.sync()) == ({}, {"item": (1, 0)})
            before = sides.server.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
            application.execute(BURN)
            after = sides.server.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
            wrapped += before >> 32 != after >> 32
            late.commit()
            assert moved(sides.sync()) == ({}, {"item": (1, 0)})
            assert moved(sides.sync()) == NOTHING
            sides.client.run(f'UPDATE "item" SET "name" = \'mine\' WHERE "id" IN ({100 + turn}, {200 + turn}, 1)')
            result = sides.sync()
            assert (result.conflicts, moved(result)) == (0, ({"item": (3, 0)}, {}))
    assert wrapped or before >> 32, "the cluster's ids have wrapped"
    assert sides.equal("item")


@naive_fails
def test_a_transaction_of_another_database_is_no_reason_to_lag(
    provisioned: Opener, application: psycopg.Connection[Any], scratch_cluster: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is a reader that stays in one snapshot; an old transaction that writes at last is sent."""
    monkeypatch.setattr(marks, "SLACK_MS", 0)
    sides = start(provisioned)
    with (
        psycopg.connect(scratch_cluster) as elsewhere,
        psycopg.connect(sides.server.url) as reader,
    ):
        elsewhere.execute("CREATE TABLE elsewhere (id int)")
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        reader.execute('SELECT count(*) FROM "item"')
        application.execute("BEGIN")
        application.execute("SELECT now()")
        for number in range(10, 13):
            sides.server.run(f"INSERT INTO \"item\" VALUES ({number}, 'x')")
            assert moved(sides.sync()) == ({}, {"item": (1, 0)})
            assert moved(sides.sync()) == NOTHING
        application.execute(LATE)
        application.execute('UPDATE "item_tracking" SET "timestamp" = (extract(epoch from now()) * 1000)::bigint')
        application.execute("COMMIT")
        assert moved(sides.sync())[1] == {"item": (4, 0)}
        assert sides.equal("item")
        elsewhere.rollback()


def test_a_peer_counts_what_waits_as_a_session_would_find_it(
    provisioned: Opener, application: psycopg.Connection[Any]
) -> None:
    sides = start(provisioned)
    application.execute("BEGIN")
    application.execute(LATE)
    sides.sync()
    application.execute("COMMIT")
    remote, local = RemoteDatabasePeer(sides.server.connection), LocalDatabasePeer(sides.client.connection)
    groups = synced_groups(local.scope(SCOPE))

    assert remote.pending(local.known_client(SCOPE, parameter_hash({})), groups) == 1
