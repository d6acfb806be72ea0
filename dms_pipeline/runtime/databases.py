"""The databases of a pipeline, opened when they are first asked for and closed together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from dms_pipeline.errors import DmsError, Location
from dms_pipeline.pipeline.setup import connections_of
from dms_pipeline.runtime.connect import CONNECT_TIMEOUT_S, Database
from dms_pipeline.runtime.secrets import origin, resolve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from dms_pipeline.pipeline.model import Pipeline
    from dms_pipeline.pipeline.setup import DeclaredConnection
    from dms_pipeline.providers.connection import Connection


class Databases:
    """All connections of a pipeline by name; a context that closes what was opened."""

    def __init__(
        self,
        pipeline: Pipeline,
        base_dir: Path,
        *,
        timeout_s: float = CONNECT_TIMEOUT_S,
        locate: Callable[[str], Location] | None = None,
    ) -> None:
        self.pipeline = pipeline.name
        self.declared: dict[str, DeclaredConnection] = {entry.name: entry for entry in connections_of(pipeline)}
        self.base_dir = base_dir
        self.timeout_s = timeout_s
        self._locate = locate or (lambda path: Location(path=path))
        self._databases: dict[str, Database] = {}
        self._open: dict[str, Connection] = {}

    def database(self, name: str) -> Database:
        """A database by its connection's name; nothing is opened yet.

        Raises:
            NoSuchVariable, NoSuchFile, UsageError, MissingDriver: nobody can say which database is meant, or open it.
        """
        if name not in self._databases:
            source = self.declared[name].url
            location = self._locate(f"connections.{self.declared[name].declared_as}.url")
            try:
                url = resolve(source, self.base_dir, location=location)
                made = Database(name, url, timeout_s=self.timeout_s, origin=origin(source, location.short))
            except DmsError as error:
                error.say(before=f"{name}: ")
                error.location = error.location or location
                raise
            self._databases[name] = made
        return self._databases[name]

    def connection(self, name: str) -> Connection:
        """An open connection, the same at each call.

        Raises:
            Unreachable, AccessDenied, NoSuchVariable: it cannot be had. A file that is not there is not made.
        """
        if name not in self._open:
            self._open[name] = self.database(name).open(create=False)
        return self._open[name]

    def release(self, name: str) -> None:
        """Close a connection that is not needed any more; a fleet has more clients than a process has files."""
        connection = self._open.pop(name, None)
        if connection is not None:
            connection.close()
        database = self._databases.pop(name, None)
        if database is not None:
            database.dispose()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close everything."""
        for name in list(self._open):
            self.release(name)
        for database in self._databases.values():
            database.dispose()
