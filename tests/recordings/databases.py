"""Empty databases for one replay after another: a database of a server is emptied and used again.

To drop one of PostgreSQL costs a checkpoint, which is most of a short replay's time; MariaDB has a server of its own if
there can be one, since each statement of DDL waits for the disk.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psycopg
from sqlalchemy.engine import make_url

from tests.conftest import databases_of
from tests.providers.mariadb.database import administer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EMPTY = """
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
  CREATE SCHEMA public;
END $$
"""


def _empty_postgresql(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(EMPTY)
        connection.execute(f'ALTER DATABASE "{connection.info.dbname}" SET synchronous_commit = off'.encode())


def _empty_mariadb(url: str) -> None:
    parts = make_url(url)
    server = parts.set(database=None).render_as_string(hide_password=False)
    administer(server, f"DROP DATABASE `{parts.database}`")
    administer(server, f"CREATE DATABASE `{parts.database}` CHARACTER SET utf8mb4")


EMPTYING = {"mariadb": _empty_mariadb, "postgresql": _empty_postgresql}
APART = ("mariadb",)


class Databases:
    """Gives empty databases; `release` takes all of them back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = ExitStack()
        self._create: dict[str, Callable[[], str]] = {}
        self._free: dict[str, list[str]] = {kind: [] for kind in EMPTYING}
        self._used: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def empty(self, kind: str) -> str:
        """The URL of an empty database of a kind."""
        if kind not in self._create:
            databases = databases_of(kind, apart=kind in APART)
            self._create[kind] = self._opened.enter_context(databases(self._folder))
        if kind not in EMPTYING:
            return self._create[kind]()
        url = self._free[kind].pop() if self._free[kind] else self._create[kind]()
        EMPTYING[kind](url)
        self._used.append((kind, url))
        return url

    def release(self) -> None:
        """Everything that was given may be given again; no connection to it is open."""
        for kind, url in self._used:
            self._free[kind].append(url)
        self._used = []


@contextmanager
def outside_tests() -> Iterator[Databases]:
    """For a program of its own: the files and the servers that are made for it go with it."""
    with ExitStack() as opened:
        for kind in EMPTYING:
            opened.enter_context(import_module(f"tests.providers.{kind}.database").RUNNING)
        folder = opened.enter_context(tempfile.TemporaryDirectory())
        yield opened.enter_context(Databases(Path(folder)))
