"""A server that comes back as it was: recovered to a point in time, or a standby that lagged and was promoted (A12)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from dms_pipeline.errors import ReadOnly
from dms_pipeline.providers.postgresql import marks
from dms_pipeline.sync.result import Anew
from tests import postgresql_server
from tests.conftest import Pair
from tests.providers.postgresql.clock import Clock
from tests.sync.sides import NOTHING, Opener, Sides, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.place import Place
    from tests.postgresql_server import Family
    from tests.sync.sides import Side

pytestmark = pytest.mark.postgresql

ITEM = 'CREATE TABLE "item" ("id" int NOT NULL PRIMARY KEY, "name" text)'
ROWS = "INSERT INTO \"item\" VALUES (1, 'one'), (2, 'two'), (3, 'three')"


@pytest.fixture(scope="module")
def folder() -> Path:
    """The binaries of PostgreSQL, those that copy a cluster among them."""
    try:
        found = postgresql_server.binaries()
    except postgresql_server.NoServer as error:
        pytest.skip(f"no cluster of its own: {error}")
    if not (found / "pg_basebackup").exists():
        pytest.skip("no pg_basebackup")
    return found


@pytest.fixture
def family(folder: Path) -> Iterator[Family]:
    """A primary with a database, and a copy of it as it was at first."""
    with postgresql_server.Family.opened(folder) as made:
        yield made


def hq(url: str) -> str:
    return make_url(url).set(database="hq").render_as_string(hide_password=False)


class Story:
    """A server, two clients in files, and what becomes of the server."""

    def __init__(self, family: Family, opener: Opener, url: str) -> None:
        self.family = family
        self.opener = opener
        self.primary = url
        self.sides = opener(ITEM, tables=["item"], on_server=[ROWS], clients=2)

    def goes_on(self, url: str) -> Sides:
        """The clients with another server."""
        self.sides = Sides(self.opener.open("server", hq(url)), self.sides.clients)
        return self.sides


@pytest.fixture
def story(family: Family, sqlite_urls: Callable[[], str], database_urls: Callable[[str], str]) -> Iterator[Story]:
    """Both clients have synced, and a copy of the cluster was made before that."""
    url = family.create("primary")
    with psycopg.connect(url, autocommit=True) as administrator:
        administrator.execute("CREATE DATABASE hq")
    pair = Pair(server_kind="postgresql", client_kind="sqlite", server_url=hq(url), client_url=sqlite_urls())
    with Opener.opened(pair, database_urls) as opener:
        made = Story(family, opener, url)
        family.back_up(url, "copy")
        for client in (0, 1):
            made.sides.sync(client)
            made.sides.sync(client)
        yield made


def lost(sides: Sides) -> None:
    """What the first client and the server do that the server will have forgotten."""
    sides.server.run('UPDATE "item" SET "name" = \'forgotten\' WHERE "id" = 1')
    sides.client.run('UPDATE "item" SET "name" = \'uploaded\' WHERE "id" = 2', "INSERT INTO item VALUES (9, 'mine')")
    sides.sync()
    sides.sync()


def recovered(story: Story) -> Sides:
    """The server is as it was before `lost`."""
    story.sides.server.run("SELECT pg_create_restore_point('before')")
    lost(story.sides)
    story.sides.server.run("SELECT pg_switch_wal()")
    url = story.family.recover("copy", "primary", "before")
    story.family.stop("primary")
    wait_until_promoted(url)
    return story.goes_on(url)


def promoted(story: Story) -> Sides:
    """The standby takes over, which had stopped to follow before `lost`."""
    url = story.family.follow("copy", story.primary)
    with psycopg.connect(url, autocommit=True) as standby:
        caught_up(story.sides.server, standby)
        standby.execute("ALTER SYSTEM SET primary_conninfo = ''")
        standby.execute("SELECT pg_reload_conf()")
        wait_until(standby, "SELECT NOT EXISTS (SELECT 1 FROM pg_stat_wal_receiver)")
        lost(story.sides)
        story.family.stop("primary")
        standby.execute("SELECT pg_promote()")
    wait_until_promoted(url)
    return story.goes_on(url)


def caught_up(primary: Side, standby: psycopg.Connection[Any]) -> None:
    """Wait until a standby has all that its primary has written."""
    at = primary.value("SELECT pg_current_wal_lsn()::text")
    wait_until(standby, f"SELECT pg_last_wal_replay_lsn() >= '{at}'")


def wait_until_promoted(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        wait_until(connection, "SELECT NOT pg_is_in_recovery()")


def wait_until(connection: psycopg.Connection[Any], question: str) -> None:
    for _ in range(1200):
        if connection.execute(question.encode()).fetchone() == (True,):
            return
        time.sleep(0.05)
    raise TimeoutError(question)


AFTER = pytest.mark.parametrize("taken_back", [recovered, promoted], ids=["point-in-time", "lagging-standby"])


@AFTER
def test_a12_what_the_server_has_forgotten_comes_back_from_the_client_that_has_it(
    story: Story, taken_back: Callable[[Story], Sides]
) -> None:
    """All rows are compared; a version that meets another one, as any does that is not known, is in the journal."""
    sides = taken_back(story)
    sides.server.run('UPDATE "item" SET "name" = \'after\' WHERE "id" = 3')

    result = sides.sync()

    assert result.anew is Anew.OLDER
    losers = [(loser.client or {})["name"] for loser in sides.server.journal()]
    assert {"uploaded", "forgotten"} <= {*losers}
    assert {(3, "after"), (9, "mine")} <= {*sides.server.rows("item")}
    assert sides.server.rows("item") == sides.client.rows("item")
    assert moved(sides.sync()) == NOTHING
    sides.sync(1)
    assert sides.equal("item")


@pytest.fixture(
    params=[
        pytest.param(False, id="timeline"),
        pytest.param(True, id="naive", marks=pytest.mark.xfail(strict=True, raises=AssertionError)),
    ]
)
def each_state(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state that knows its timeline, then one that takes any for its own, with which the test has to fail."""
    if request.param:
        monkeypatch.setattr(marks, "TIMELINE", "'00000001'")


@AFTER
@pytest.mark.usefixtures("each_state")
def test_a12_a_state_that_survived_misses_nothing_that_another_clock_has_stamped(
    story: Story, taken_back: Callable[[Story], Sides]
) -> None:
    """The new server's clock was half an hour behind for a time, which nobody saw; nothing else is sent again."""
    sides = taken_back(story)
    clock = Clock(sides.server.connection)
    clock.show(sides.server.connection)
    clock.step(minutes=-30)
    sides.server.run('UPDATE "item" SET "name" = \'behind\' WHERE "id" = 3')
    clock.set_right()

    result = sides.sync(1)

    assert (moved(result), result.server_again, result.anew) == (({}, {"item": (1, 0)}), None, None)
    assert sides.clients[1].rows("item") == sides.server.rows("item")


def test_a12_a_standby_is_refused_before_anything_is_done(story: Story, place: Place) -> None:
    """As a server and as a client; what a client has written is not sent."""
    place.made(server=hq(story.primary)).done("apply", "--yes")
    place.sql("shop", "UPDATE \"Product\" SET name = 'mine' WHERE id = 1")
    url = story.family.follow("copy", story.primary)
    with psycopg.connect(url, autocommit=True) as standby:
        caught_up(story.sides.server, standby)
    place.write(server=hq(url))

    ran = place.run("sync")

    assert ran.code == 1
    assert "error[read-only]: hq: it is a standby, which cannot be written" in ran.err
    assert "hint: name its primary in the URL" in ran.err
    side = story.opener.open("server", hq(url))
    with pytest.raises(ReadOnly, match="it is a standby"):
        side.connection.provider.changes().check_writable(side.connection)
