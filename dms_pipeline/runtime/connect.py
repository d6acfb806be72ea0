"""From a connection's URL to an open database, with errors that name the connection and never its password."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers import provider_of
from dms_pipeline.providers.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from dms_pipeline.providers.base import Provider

CONNECT_TIMEOUT_S = 10.0


class Database:
    """A database that can be opened: its name in the pipeline, its provider, its pool.

    `origin` says where the URL comes from, for the hint of an error.
    """

    def __init__(self, name: str, url: str, *, timeout_s: float = CONNECT_TIMEOUT_S, origin: str | None = None) -> None:
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        self.name = name
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise errors.UsageError(f"{name}: this is no database URL") from error
        self.provider: Provider = provider_of(parsed.drivername)
        self.redacted: str = parsed.render_as_string(hide_password=True)
        self.origin = origin
        self._engine: Engine = self.provider.engine(parsed, timeout_s)

    def open(self) -> Connection:
        """A connection out of the pool; the caller closes it.

        Raises:
            Unreachable, AccessDenied: it cannot be had; the hint shows the URL without its password.
        """
        from sqlalchemy.exc import DBAPIError

        try:
            return Connection(self.name, self.provider, self._engine.connect())
        except DBAPIError as error:
            translated = self.provider.translate(self.name, error.orig or error)
            if translated.hint is None:
                translated.hint = f"{self.redacted} comes from {self.origin or 'the caller'}"
            raise translated from error

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
