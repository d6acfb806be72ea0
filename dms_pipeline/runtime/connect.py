"""From a connection's URL to an open database, with errors that name the connection and never its password."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers import provider_of
from dms_pipeline.providers.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

    from dms_pipeline.providers.base import Provider

CONNECT_TIMEOUT_S = 10.0
_MADE = "dms-pipeline apply makes the file of a client, never that of a server"


class Database:
    """A database that can be opened: its name in the pipeline, its provider, its pool.

    `origin` says where the URL comes from, for the hint of an error.
    """

    def __init__(
        self, name: str, url: str | URL, *, timeout_s: float = CONNECT_TIMEOUT_S, origin: str | None = None
    ) -> None:
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        self.name = name
        try:
            parsed = make_url(url)
        except (ArgumentError, ValueError):
            # The parser's message shows the text, which may hold a password; so nothing of it goes on.
            raise errors.UsageError(f"{name}: this is no database URL") from None
        self.provider: Provider = provider_of(parsed.drivername)
        self.redacted: str = parsed.render_as_string(hide_password=True)
        self.origin = origin
        self._path = _path(parsed) if self.provider.is_file else None
        self._engine: Engine = self.provider.engine(parsed, timeout_s)

    @property
    def can_be_made(self) -> bool:
        """It is a file that is not there, in a folder that is."""
        return self._path is not None and not self._path.exists() and self._path.parent.is_dir()

    def open(self, *, create: bool = True) -> Connection:
        """A connection out of the pool; the caller closes it. `create` says that a file may be made.

        Raises:
            Unreachable, AccessDenied: it cannot be had; the hint shows the URL without its password.
        """
        from sqlalchemy.exc import DBAPIError

        try:
            self._check_path(create=create)
            return Connection(self.name, self.provider, self._engine.connect())
        except DBAPIError as error:
            raise self._with_origin(self.provider.translate(self.name, error.orig or error)) from error
        except errors.DatabaseError as error:
            raise self._with_origin(error) from None

    def _check_path(self, *, create: bool) -> None:
        # SQLite's own words for all of these are the same, and it makes a file that is only to be read.
        path = self._path
        if path is None:
            return
        if path.is_dir():
            raise errors.Unreachable(self.name, f"{path} is a folder, not a database file")
        if not path.parent.is_dir():
            raise errors.Unreachable(self.name, f"there is no folder {path.parent}")
        if not create and not path.exists():
            raise errors.Unreachable(self.name, f"there is no file {path}", hint=_MADE)

    def _with_origin(self, error: errors.DmsError) -> errors.DmsError:
        where = f"{self.redacted} comes from {self.origin or 'the caller'}"
        error.hint = where if error.hint is None else f"{where}; {error.hint}"
        return error

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection for a block."""
        connection = self.open()
        try:
            yield connection
        finally:
            connection.close()

    def dispose(self) -> None:
        """Close all pooled connections."""
        self._engine.dispose()


def _path(url: URL) -> Path | None:
    """The file that a URL means, None if it is in memory."""
    name = (url.database or "").removeprefix("file:").partition("?")[0]
    return None if name in {"", ":memory:"} or "memory" in url.query.get("mode", "") else Path(name)
