"""What outlives the connection that wrote it, or the server: prepared transactions, and marks made before a crash."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pymysql
import pytest

from dms_pipeline.sync.bookmark import Bookmark
from tests.mariadb_server import NoServer, Server, scratch_server
from tests.providers.doing import opened
from tests.providers.mariadb.test_marks import make, outside, session, state_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "shop"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of one's own; what is committed outlives it if it is killed."""
    try:
        with scratch_server() as server:
            yield server
    except NoServer as error:
        pytest.skip(str(error))


@pytest.fixture
def url(server: Server) -> str:
    """An empty database of it."""
    run(server, "SET GLOBAL innodb_flush_log_at_trx_commit = 2", f"DROP DATABASE IF EXISTS {NAME}")
    run(server, f"CREATE DATABASE {NAME} CHARACTER SET utf8mb4")
    return f"{server.url}/{NAME}"


def run(server: Server, *statements: str, database: str | None = None) -> None:
    """Statements of a connection that is closed behind them."""
    with pymysql.connect(
        host="127.0.0.1", port=server.port, user="root", database=database, autocommit=True
    ) as connection:
        for statement in statements:
            connection.query(statement)


def crash(server: Server) -> None:
    server.stop(signal.SIGKILL)
    server.start()


@pytest.mark.parametrize("crashes", [False, True], ids=["detached", "recovered"])
def test_a_prepared_transaction_is_outside_the_mark_it_was_prepared_before(
    server: Server,
    url: str,
    crashes: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    with opened(url) as connection:
        make(connection)
    prepared = ("XA START 'p'", "UPDATE item SET name = 'late' WHERE id = 2", "XA END 'p'", "XA PREPARE 'p'")
    run(server, *prepared, database=NAME)
    try:
        with opened(url) as connection:
            before = session(connection)
        if crashes:
            crash(server)
        with opened(url) as connection:
            after = session(connection, before)
            inside = [outside(connection, mark) for mark in (before, after)]
    finally:
        run(server, "XA COMMIT 'p'")

    with opened(url) as connection:
        assert inside == [[], []]
        assert [outside(connection, mark) for mark in (before, after)] == [[2], [2]]
        assert outside(connection, Bookmark(before.timestamp)) == []  # the clock alone misses it
        assert connection.value("SELECT name FROM item WHERE id = 2") == "late"
        assert outside(connection, session(connection, after)) == []


def test_a_prepared_transaction_that_is_given_up_leaves_nothing_to_send(server: Server, url: str) -> None:
    with opened(url) as connection:
        make(connection)
    run(server, "XA START 'p'", "DELETE FROM item WHERE id = 2", "XA END 'p'", "XA PREPARE 'p'", database=NAME)
    with opened(url) as connection:
        mark = session(connection)
    run(server, "XA ROLLBACK 'p'")

    with opened(url) as connection:
        assert outside(connection, mark) == []


def test_a_statement_that_a_crash_has_ended_is_no_running_one_and_its_rows_are_gone(server: Server, url: str) -> None:
    with opened(url) as connection:
        make(connection)
        connection.execute("UPDATE item SET name = 'sent' WHERE id = 1")
    slow = threading.Thread(target=_ended, args=(server, "UPDATE item SET name = SLEEP(30) WHERE id = 2"))
    slow.start()
    try:
        with opened(url) as connection:
            asked = "SELECT count(*) FROM information_schema.processlist WHERE state = 'User sleep'"
            while not connection.value(asked):
                time.sleep(0.01)
            mark = session(connection)
    finally:
        crash(server)
        slow.join()

    with opened(url) as connection:
        assert [len(state_of(one)["watch"]) for one in (mark, session(connection, mark))] == [1, 0]
        assert outside(connection, mark) == []
        connection.execute("UPDATE item SET name = 'new' WHERE id = 3")
        assert outside(connection, mark) == [3]


def _ended(server: Server, statement: str) -> None:
    with suppress(pymysql.MySQLError):
        run(server, statement, database=NAME)
