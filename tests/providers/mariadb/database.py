"""How to make an empty MariaDB database for a test, or one of a variant."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import pymysql
import pytest
from sqlalchemy.engine import make_url

from tests import mariadb_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RUNNING = ExitStack()  # closed by `tests/conftest.py` when the last test is done
RUN = token_hex(4)  # a server may be shared by runs whose processes have the same numbers
_numbers = count(1)


@dataclass(frozen=True)
class Server:
    """A server of one kind: its folder's name, the variable that names it, where it is without that, one of our own."""

    kind: str
    product: str
    variable: str
    usual: str | None = None
    own: Callable[[], str | None] | None = None

    @contextmanager
    def databases(self, directory: Path) -> Iterator[Callable[[], str]]:
        """A function that creates another empty database at each call and gives its URL; all are dropped at the end.

        The connections that a test left open are ended where what they hold keeps their database.
        """
        del directory
        with self.databases_at(self.find()) as create:
            yield create

    @contextmanager
    def databases_apart(self, directory: Path) -> Iterator[Callable[[], str]]:
        """Likewise, on a server of its own if there can be one: it is faster, and nobody else is there."""
        del directory
        with self.databases_at((self.own() if self.own is not None else None) or self.find()) as create:
            yield create

    @contextmanager
    def databases_at(self, url: str) -> Iterator[Callable[[], str]]:
        """Databases on one server."""
        names: list[str] = []

        def create() -> str:
            name = f"dms_test_{RUN}_{next(_numbers)}"
            administer(url, f"CREATE DATABASE `{name}` CHARACTER SET utf8mb4")
            names.append(name)
            return make_url(url).set(database=name).render_as_string(hide_password=False)

        try:
            yield create
        finally:
            for name in names:
                _drop(url, name)

    def find(self) -> str:
        """The URL of the server; without one, the test is skipped, or fails where one is required."""
        url = os.environ.get(self.variable) or self.usual
        reason = f"{self.variable} is not set" if url is None else _failure(url)
        if url is not None and reason is None:
            return url
        if self.kind in os.environ.get("DMS_TEST_REQUIRE", "").split(","):
            pytest.fail(f"{self.product} is required (DMS_TEST_REQUIRE): {reason}", pytrace=False)
        pytest.skip(f"no {self.product}: {reason}")


@cache
def _own() -> str | None:
    try:
        return RUNNING.enter_context(mariadb_server.server())
    except mariadb_server.NoServer:
        return None


MARIADB = Server("mariadb", "MariaDB", "DMS_TEST_MARIADB_URL", "mariadb://root@127.0.0.1:3306", _own)
databases = MARIADB.databases
databases_apart = MARIADB.databases_apart


@cache
def _failure(url: str) -> str | None:
    """Why a server cannot be used, None if it can."""
    try:
        administer(url, "SELECT 1")
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


def administer(url: str, statement: str) -> tuple[tuple[Any, ...], ...]:
    """A statement on a server, by a connection that stays open."""
    with _administrator(url).cursor() as cursor:
        cursor.execute(statement)
        return tuple(cursor.fetchall())


def _drop(url: str, database: str) -> None:
    """Away with a database. Who still holds it is ended; a connection that only hangs on is let alone."""
    gone = f"DROP DATABASE IF EXISTS `{database}`"
    administer(url, "SET SESSION lock_wait_timeout = 0")
    try:
        administer(url, gone)
    except pymysql.OperationalError:
        _end_connections(url, database)
    administer(url, "SET SESSION lock_wait_timeout = DEFAULT")
    administer(url, gone)


def _end_connections(url: str, database: str) -> None:
    listed = f"SELECT id FROM information_schema.processlist WHERE db = '{database}' AND id <> CONNECTION_ID()"
    for (identity,) in administer(url, listed):
        try:
            administer(url, f"KILL {identity}")
        except pymysql.OperationalError:
            continue  # it has gone by itself
