"""How to make an empty MariaDB database for a test."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any

import pymysql
import pytest
from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

URL_VARIABLE = "DMS_TEST_MARIADB_URL"
USUAL = "mariadb://root@127.0.0.1:3306"
RUNNING = ExitStack()  # closed by `tests/conftest.py` when the last test is done
_numbers = count(1)


@contextmanager
def databases(directory: Path) -> Iterator[Callable[[], str]]:
    """A function that creates another empty database at each call and gives its URL; all are dropped at the end.

    The connections that a test left open are ended before: what they hold would keep their database.
    """
    del directory
    url = find_server()
    names: list[str] = []

    def create() -> str:
        name = f"dms_test_{os.getpid()}_{next(_numbers)}"
        _administer(url, f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4")
        names.append(name)
        return make_url(url).set(database=name).render_as_string(hide_password=False)

    try:
        yield create
    finally:
        for name in names:
            _end_connections(url, name)
            _administer(url, f"DROP DATABASE IF EXISTS `{name}`")


def find_server() -> str:
    """The URL of the server; without one, the test is skipped, or fails where one is required."""
    url = os.environ.get(URL_VARIABLE) or USUAL
    reason = _failure(url)
    if reason is not None:
        if "mariadb" in os.environ.get("DMS_TEST_REQUIRE", "").split(","):
            pytest.fail(f"MariaDB is required (DMS_TEST_REQUIRE): {reason}", pytrace=False)
        pytest.skip(f"no MariaDB: {reason}")
    return url


@cache
def _failure(url: str) -> str | None:
    """Why a server cannot be used, None if it can."""
    try:
        _administer(url, "SELECT 1")
    except pymysql.MySQLError as error:
        return f"{make_url(url).render_as_string()}: {error.args[-1] if error.args else error}"
    return None


@cache
def _administrator(url: str) -> pymysql.Connection[Any]:
    parts = make_url(url)
    connection = pymysql.connect(
        host=parts.host or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        autocommit=True,
        connect_timeout=3,
    )
    RUNNING.callback(connection.close)
    return connection


def _administer(url: str, statement: str) -> tuple[tuple[Any, ...], ...]:
    with _administrator(url).cursor() as cursor:
        cursor.execute(statement)
        return tuple(cursor.fetchall())


def _end_connections(url: str, database: str) -> None:
    listed = f"SELECT id FROM information_schema.processlist WHERE db = '{database}' AND id <> CONNECTION_ID()"
    for (identity,) in _administer(url, listed):
        try:
            _administer(url, f"KILL {identity}")
        except pymysql.OperationalError:
            continue  # it has gone by itself
