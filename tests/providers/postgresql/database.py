"""How to make an empty PostgreSQL database for a test."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.postgresql_server import URL_VARIABLE, NoServer, binaries, scratch_cluster, server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RUNNING = ExitStack()  # closed by `tests/conftest.py` when the last test is done
RUN = token_hex(4)  # a server may be shared by runs whose processes have the same numbers
_numbers = count(1)


@contextmanager
def databases(directory: Path) -> Iterator[Callable[[], str]]:
    """A function that creates another empty database at each call and gives its URL; all are dropped at the end.

    `template0` is copied by log (`STRATEGY`, its default since release 15): 31 ms, against 37 to 108 ms by file, which
    makes a checkpoint. The connections that a test left open do not keep its database alive.
    """
    del directory
    with _databases(find_server()) as create:
        yield create


@contextmanager
def databases_apart(directory: Path) -> Iterator[Callable[[], str]]:
    """Likewise, in a cluster of its own if there can be one: transactions can be prepared there, and its ids wrap."""
    del directory
    with _databases(_own_cluster() or find_server()) as create:
        yield create


@contextmanager
def _databases(url: str) -> Iterator[Callable[[], str]]:
    names: list[str] = []

    def create() -> str:
        name = f"dms_test_{RUN}_{next(_numbers)}"
        _administer(url, f'CREATE DATABASE "{name}" TEMPLATE template0')
        names.append(name)
        return make_url(url).set(database=name).render_as_string(hide_password=False)

    try:
        yield create
    finally:
        for name in names:
            _administer(url, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def find_server() -> str:
    """The URL of the server; without one, the test is skipped, or fails where one is required."""
    url, reason = _server()
    if url is None:
        if "postgresql" in os.environ.get("DMS_TEST_REQUIRE", "").split(","):
            pytest.fail(f"PostgreSQL is required (DMS_TEST_REQUIRE): {reason}", pytrace=False)
        pytest.skip(f"no PostgreSQL: {reason}")
    return url


@cache
def _server() -> tuple[str | None, str]:
    try:
        return RUNNING.enter_context(server()), ""
    except NoServer as error:
        return None, str(error)


@cache
def _own_cluster() -> str | None:
    if URL_VARIABLE in os.environ:  # a certain version is to be tested
        return None
    try:
        return RUNNING.enter_context(scratch_cluster(binaries()))
    except NoServer:
        return None


@cache
def _administrator(url: str) -> psycopg.Connection[Any]:
    return RUNNING.enter_context(psycopg.connect(url, autocommit=True, application_name="dms-pipeline tests"))


def _administer(url: str, statement: str) -> None:
    _administrator(url).execute(statement.encode())
