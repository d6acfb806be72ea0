"""The state of a mark by itself: what is pending, what was sent, what is watched, what a turned clock does to it."""

from __future__ import annotations

import json
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline.providers.mariadb import activity, extended, marks, reading, reference
from dms_pipeline.providers.mariadb.changes import begin_snapshot
from dms_pipeline.providers.mariadb.traits import MARIADB
from dms_pipeline.providers.mysql.traits import MYSQL
from dms_pipeline.schema.database import EACH_ROW
from dms_pipeline.schema.model import SyncDirection, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import SyncedColumn, SyncedTable
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection

FLAVOURS = {"mariadb": MARIADB, "mysql": MYSQL}
TRACKING = TableName("", "item_tracking")
ITEM = SyncedTable(
    name=TableName("", "item"),
    tracking=TRACKING,
    columns=(
        SyncedColumn(name="id", type=LogicalType(Kind.INT32), key=True),
        SyncedColumn(name="name", type=LogicalType(Kind.TEXT), key=False),
    ),
    key=("id",),
    direction=SyncDirection.BIDIRECTIONAL,
    parents=(),
)
SECRET = "correct-horse"  # noqa: S105 - of a user that lives as long as a test
LONG_AGO = 10_000  # a stamp of the first second of 1970


def make(connection: Connection, kind: Any = extended) -> None:
    """A tracked table with three rows, recorded long ago, and the table in which applies say that they run."""
    connection.run("CREATE TABLE `item` (`id` int PRIMARY KEY, `name` varchar(50))")
    connection.run(
        "CREATE TABLE `item_tracking` (`id` int PRIMARY KEY, `update_scope_id` varchar(36), `timestamp` bigint,"
        " `sync_row_is_tombstone` bit(1), `last_change_datetime` datetime, KEY (`timestamp`))"
    )
    connection.run(
        "CREATE TABLE `dms_lock` (`lock_name` varchar(190) PRIMARY KEY, `owner` longtext, `host` longtext,"
        " `pid` bigint, `run_id` bigint, `started_at` longtext)"
    )
    flavours = () if kind is reference else (FLAVOURS[connection.provider.name],)
    for event in EACH_ROW:
        body = kind.body(TRACKING, ("id",), event, *flavours)
        connection.run(f"CREATE TRIGGER `{event}` AFTER {event.upper()} ON `item` FOR EACH ROW {body}")
    connection.execute("INSERT INTO `item` VALUES (1, 'one'), (2, 'two'), (3, 'three')")
    connection.execute("UPDATE `item_tracking` SET `timestamp` = %s", (LONG_AGO,))


@pytest.fixture
def connection(kin_url: str) -> Iterator[Connection]:
    with opened(kin_url) as connection:
        make(connection)
        yield connection


@pytest.fixture
def application(kin_url: str) -> Iterator[Callable[[], Connection]]:
    """A function that gives another connection to the database."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(opened(kin_url))


def session(connection: Connection, *states: Bookmark) -> Bookmark:
    """A mark as a session makes it, with its snapshot."""
    taken = connection.provider.changes().take_bookmark(connection, (ITEM,), iter([one.state or "" for one in states]))
    begin_snapshot(connection, (ITEM,))
    complete = marks.complete_bookmark(connection, taken, (ITEM,), None)
    connection.rollback()
    return complete


def outside(connection: Connection, bookmark: Bookmark) -> list[int]:
    """The keys that are outside a mark now."""
    condition, parameters = marks.changed_after(bookmark, ITEM)
    return [
        key for (key,) in connection.rows(f"SELECT t.id FROM item_tracking t WHERE {condition} ORDER BY 1", parameters)
    ]


def state_of(bookmark: Bookmark) -> dict[str, Any]:
    assert bookmark.state is not None
    state: dict[str, Any] = json.loads(bookmark.state)
    return state


def table_of(bookmark: Bookmark) -> dict[str, Any]:
    table: dict[str, Any] = state_of(bookmark)["tables"]["item_tracking"]
    return table


def watched_still(connection: Connection, bookmark: Bookmark) -> list[int]:
    """The threads whose statements may have ended since a mark, as a selection sees it."""
    narrowed = connection.provider.changes().narrow_bookmark(connection, bookmark)
    return [one[0] for one in state_of(narrowed)["watch"]]


def with_state(bookmark: Bookmark, **changes: Any) -> Bookmark:
    return Bookmark(bookmark.timestamp, json.dumps(state_of(bookmark) | changes))


def test_what_a_snapshot_shows_is_inside_however_young_it_is(connection: Connection) -> None:
    connection.execute("UPDATE item SET name = 'new' WHERE id = 1")

    mark = session(connection)

    assert state_of(mark)["clock"] - marks.MARGIN < int(
        connection.value("SELECT `timestamp` FROM item_tracking WHERE id = 1")
    )
    assert outside(connection, mark) == []
    connection.execute("UPDATE item SET name = 'newer' WHERE id = 1")
    assert outside(connection, mark) == [1]


def test_what_was_committed_is_inside_a_state_that_no_snapshot_completes(
    connection: Connection, application: Callable[[], Connection]
) -> None:
    """A row kept aside is compared with such a state: what it lost against was here then."""
    connection.execute("UPDATE item SET name = 'here' WHERE id = 1")
    late = application()
    late.execute("START TRANSACTION")
    late.execute("UPDATE item SET name = 'late' WHERE id = 2")

    mark = connection.provider.changes().take_bookmark(connection, (ITEM,), iter([]))

    late.execute("COMMIT")
    connection.execute("UPDATE item SET name = 'later' WHERE id = 3")
    assert outside(connection, mark) == [2, 3]


@pytest.mark.parametrize("kind", [extended, reference], ids=["extended", "reference"])
def test_a_mark_knows_many_young_versions_one_by_one(kin_url: str, kind: Any) -> None:
    """The server takes a list of a thousand values for a subquery, in which it refuses a digest of the row."""
    with opened(kin_url) as connection:
        make(connection, kind)
        connection.execute_many("INSERT INTO item VALUES (%s, 'many')", [(number,) for number in range(101, 501)])

        mark = session(connection)

        assert len(table_of(mark)["sent"]) == 400
        assert outside(connection, mark) == []
        connection.execute("UPDATE item SET name = 'newer' WHERE id = 300")
        assert outside(connection, mark) == [300]


@pytest.mark.parametrize("kind", [extended, reference], ids=["extended", "reference"])
def test_a_row_written_before_the_mark_and_committed_after_it_is_outside_whatever_its_stamp_is(
    kin_url: str, application: Callable[[], Connection], kind: Any
) -> None:
    with opened(kin_url) as connection:
        make(connection, kind)
        late = application()
        late.execute("START TRANSACTION")
        late.execute("UPDATE item SET name = 'late' WHERE id = 2")
        late.execute("UPDATE item_tracking SET `timestamp` = %s WHERE id = 2", (LONG_AGO + 1,))  # an hour's transaction
        first = session(connection)
        second = session(connection, first)  # reads from the first one's bound on, and its pending keys

        assert [version[0] for version in table_of(second)["pending"]] == [2]
        assert outside(connection, second) == []
        late.execute("COMMIT")
        assert outside(connection, first) == outside(connection, second) == [2]
        assert outside(connection, Bookmark(first.timestamp)) == []  # the clock alone misses it
        assert outside(connection, session(connection, second)) == []


def test_what_was_undone_is_inside(connection: Connection, application: Callable[[], Connection]) -> None:
    late = application()
    late.execute("START TRANSACTION")
    late.execute("UPDATE item SET name = 'late' WHERE id = 2")
    mark = session(connection)
    late.execute("ROLLBACK")

    assert outside(connection, mark) == []


def test_a_rollback_to_a_savepoint_brings_an_older_stamp_back_and_hides_nothing(
    connection: Connection, application: Callable[[], Connection]
) -> None:
    late = application()
    late.execute("START TRANSACTION")
    late.execute("UPDATE item SET name = 'first' WHERE id = 3")
    late.execute("UPDATE item_tracking SET `timestamp` = %s WHERE id = 3", (LONG_AGO + 1,))
    late.execute("SAVEPOINT here")
    late.execute("UPDATE item SET name = 'second' WHERE id = 3")
    mark = session(connection)
    late.execute("ROLLBACK TO SAVEPOINT here")
    late.execute("COMMIT")

    assert outside(connection, mark) == [3]


def test_a7_two_writes_of_one_row_in_one_tick_are_two_versions(
    kin_url: str, application: Callable[[], Connection]
) -> None:
    """The reference's triggers stamp both alike; the row itself tells them apart."""
    with opened(kin_url) as connection:
        make(connection, reference)
        for name in ("first", "second"):
            late = application()
            late.execute("SET SESSION timestamp = 1893456000.5")  # both statements begin at that moment
            late.execute("START TRANSACTION")
            late.execute("UPDATE item SET name = %s WHERE id = 1", (name,))
            if name == "first":
                late.execute("COMMIT")
        mark = session(connection)
        late.execute("COMMIT")

        assert outside(connection, mark) == [1]


def test_a_statement_that_runs_is_watched_and_what_it_stamped_is_outside(
    connection: Connection, application: Callable[[], Connection]
) -> None:
    """It began long before the margin; its row has been sent until then by nobody."""
    slow = application()
    thread = slow.value("SELECT CONNECTION_ID()")
    begun = threading.Thread(
        target=slow.execute, args=("UPDATE item SET name = CONCAT('slow', SLEEP(2.5)) WHERE id = 2",)
    )
    begun.start()
    time.sleep(1.5)
    mark = session(connection)
    again = session(connection, mark)
    assert thread in [one[0] for one in state_of(mark)["watch"]]
    begun.join()

    assert outside(connection, mark) == outside(connection, again) == [2]


def test_a6_a_long_statement_makes_no_conflicts_of_what_was_sent(
    connection: Connection, application: Callable[[], Connection]
) -> None:
    reader = application()
    thread = reader.value("SELECT CONNECTION_ID()")
    begun = threading.Thread(target=reader.value, args=("SELECT SLEEP(2)",))
    begun.start()
    time.sleep(0.3)
    connection.execute("UPDATE item SET name = 'sent' WHERE id = 1")
    mark = session(connection)
    start = min(one[2] for one in state_of(mark)["watch"])
    assert start < int(connection.value("SELECT `timestamp` FROM item_tracking WHERE id = 1"))

    assert outside(connection, mark) == []
    begin_snapshot(connection, (ITEM,))
    assert thread not in [
        one[0] for one in state_of(connection.provider.changes().narrow_bookmark(connection, mark))["watch"]
    ]
    connection.rollback()
    begun.join()
    begin_snapshot(connection, (ITEM,))
    assert thread in [
        one[0] for one in state_of(connection.provider.changes().narrow_bookmark(connection, mark))["watch"]
    ]
    connection.rollback()


def test_an_apply_that_stamps_with_its_beginning_is_watched(
    connection: Connection, application: Callable[[], Connection]
) -> None:
    late = application()
    late.execute("START TRANSACTION")
    stamp = activity.begin_apply(late)
    mark = session(connection)
    late.execute("UPDATE item_tracking SET `timestamp` = %s WHERE id = 2", (stamp,))
    activity.end_apply(late)
    late.execute("COMMIT")

    assert [one for one in state_of(mark)["watch"] if one[1] == 0 and one[2] <= stamp] != []
    mark = with_state(mark, margin=0)
    assert outside(connection, mark) == [2]
    assert connection.value("SELECT count(*) FROM dms_lock") == 0


def test_where_too_many_keys_are_pending_everything_since_is_outside(
    connection: Connection, application: Callable[[], Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_PENDING", 2)
    late = application()
    late.execute("START TRANSACTION")
    late.execute("UPDATE item SET name = 'late'")
    mark = session(connection)
    late.execute("COMMIT")

    assert table_of(mark)["pending"] == []
    assert outside(connection, mark) == [1, 2, 3]


def test_very_many_rows_are_compared_by_their_sums(
    connection: Connection, application: Callable[[], Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "FEW", 50)
    monkeypatch.setattr(reading, "PART", 10)
    connection.execute_many("INSERT INTO item VALUES (%s, 'many')", [(number,) for number in range(10, 210)])
    late = application()
    late.execute("START TRANSACTION")
    late.execute("UPDATE item SET name = 'late' WHERE id IN (17, 113)")
    late.execute("DELETE FROM item WHERE id = 3")
    mark = session(connection)
    late.execute("COMMIT")

    assert sorted(version[0] for version in table_of(mark)["pending"]) == [3, 17, 113]
    assert outside(connection, mark) == [3, 17, 113]


def test_more_than_a_state_keeps_is_sent_again(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MAX_SENT", 2)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    connection.execute("UPDATE item SET name = 'young'")

    assert outside(connection, session(connection)) == [1, 2, 3]


def test_a_load_that_has_just_ended_is_waited_out(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "MAX_SENT", 2)
    monkeypatch.setattr(activity, "statements", lambda *_: ())  # those of others, who use the server at the same time
    connection.execute("UPDATE item SET name = 'young'")

    mark = session(connection)

    assert table_of(mark)["sent"] == []
    assert outside(connection, mark) == []


def test_a_clock_that_was_turned_back_lowers_the_bound(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    mono = 10_000_000
    monkeypatch.setattr(marks, "steady_ms", lambda: ("this boot", mono))
    taken = session(connection)
    hour = 60 * 60 * 1000
    for changes, hours in (
        ({}, 0),
        ({"clock": state_of(taken)["clock"] + hour * 10}, 1),
        ({"mono": ["this boot", mono - hour]}, 1),
        ({"mono": ["this boot", mono + hour]}, 0),
        ({"mono": ["another boot", mono - hour]}, 0),
        ({"mono": None}, 0),
    ):
        recalled = connection.provider.changes().recall_bookmark(connection, with_state(taken, **changes))
        assert recalled is not None
        assert round(state_of(recalled)["lowered"] / (hour * 10)) == hours, changes


def test_where_nobody_knows_about_the_clock_selections_look_farther_back_and_judgments_do_not(
    connection: Connection,
) -> None:
    taken = with_state(session(connection), mono=["another boot", 1])
    recalled = connection.provider.changes().recall_bookmark(connection, taken)
    assert recalled is not None

    begin_snapshot(connection, (ITEM,))
    narrowed = connection.provider.changes().narrow_bookmark(connection, recalled)
    connection.rollback()

    assert state_of(recalled)["lowered"] == 0
    assert state_of(narrowed)["lowered"] == marks.UNKNOWN_STEP


def test_a_state_of_another_database_or_version_says_nothing(connection: Connection) -> None:
    taken = session(connection)
    strange = (with_state(taken, server="elsewhere/x"), with_state(taken, mono=7), Bookmark(1, "{}"), Bookmark(1, "?"))

    for bookmark in strange:
        assert connection.provider.changes().recall_bookmark(connection, bookmark) is None
        assert session(connection, bookmark).state is not None


def test_without_the_privilege_to_see_statements_the_margin_is_wider(connection: Connection, kin_url: str) -> None:
    from sqlalchemy.engine import make_url

    database = make_url(kin_url).database
    user = f"u_{database}"
    connection.run(f"CREATE USER `{user}`@`%` IDENTIFIED BY '{SECRET}'")
    connection.run(f"GRANT SELECT, INSERT, UPDATE, DELETE ON `{database}`.* TO `{user}`@`%`")
    try:
        url = make_url(kin_url).set(username=user, password=SECRET).render_as_string(hide_password=False)
        with opened(url) as poor:
            wait = int(poor.value("SELECT @@innodb_lock_wait_timeout"))
            assert state_of(session(poor))["margin"] == wait * marks.SECOND + marks.BLIND_MARGIN
    finally:
        connection.run(f"DROP USER `{user}`@`%`")
    assert state_of(session(connection))["margin"] == marks.MARGIN
