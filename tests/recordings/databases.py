"""Empty databases for one replay after another: a PostgreSQL database is emptied and used again.

To drop one costs a checkpoint, which is most of a short replay's time.
"""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING, Self

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


class Databases:
    """Gives empty databases; `release` takes all of them back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened = ExitStack()
        self._create: dict[str, Callable[[], str]] = {}
        self._free: list[str] = []
        self._used: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    def empty(self, kind: str) -> str:
        """The URL of an empty database of a kind."""
        if kind not in self._create:
            databases = import_module(f"tests.providers.{kind}.database").databases
            self._create[kind] = self._opened.enter_context(databases(self._folder))
        if kind != "postgresql":
            return self._create[kind]()
        if self._free:
            url = self._free.pop()
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(EMPTY)
        else:
            url = self._create[kind]()
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f'ALTER DATABASE "{connection.info.dbname}" SET synchronous_commit = off'.encode())
        self._used.append(url)
        return url

    def release(self) -> None:
        """Everything that was given may be given again; no connection to it is open."""
        self._free += self._used
        self._used = []
