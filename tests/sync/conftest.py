"""Sides of a sync, for all four pairs of databases."""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.sync.naive import use_naive_marks
from tests.sync.sides import Opener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Pair


class Pool:
    """PostgreSQL databases that are emptied and used again: making one takes longer than a test."""

    def __init__(self, create: Callable[[], str]) -> None:
        self._create = create
        self._free: list[str] = []

    def take(self) -> str:
        """The URL of an empty database."""
        return self._free.pop() if self._free else self._create()

    def give_back(self, url: str) -> None:
        """Empty one."""
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA IF EXISTS clock CASCADE")  # a test's own clock
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        self._free.append(url)


@pytest.fixture(scope="session")
def postgresql_pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Pool]]:
    """A function that gives the pool; nothing is asked for before it is called."""
    with ExitStack() as stack:
        pools: list[Pool] = []

        def pool() -> Pool:
            if not pools:
                databases = import_module("tests.providers.postgresql.database").databases
                pools.append(Pool(stack.enter_context(databases(tmp_path_factory.mktemp("postgresql")))))
            return pools[0]

        yield pool


@pytest.fixture
def postgresql_urls(postgresql_pool: Callable[[], Pool]) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty PostgreSQL database at each call."""
    taken: list[str] = []

    def create() -> str:
        taken.append(postgresql_pool().take())
        return taken[-1]

    yield create
    for url in taken:
        postgresql_pool().give_back(url)


@pytest.fixture
def provisioned(server_and_client: Pair, database_urls: Callable[[str], str]) -> Iterator[Opener]:
    """A function that provisions a server and clients for tables; the test runs once for each pair of kinds."""
    with Opener.opened(server_and_client, database_urls) as opener:
        yield opener


@pytest.fixture(
    params=[
        pytest.param(False, id="safe"),
        pytest.param(True, id="naive", marks=pytest.mark.xfail(strict=True, raises=AssertionError)),
    ]
)
def each_mark(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The safe mark, then the naive one, with which the test has to fail."""
    if request.param:
        use_naive_marks(monkeypatch)
