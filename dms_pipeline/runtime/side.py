"""One database of the library while something is done with it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.runtime.connect import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.sync_provider import SyncProvider
    from dms_pipeline.runtime.options import SyncOptions


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """An open database: its pool, one connection out of it, what its scope table is called."""

    database: Database
    connection: Connection
    changes: Changes
    options: SyncOptions

    @property
    def name(self) -> str:
        """What messages and plans call it."""
        return self.database.name

    @property
    def scope_table(self) -> str:
        """The scope table's name as it was configured."""
        return self.options.scope_info_table_name


@contextmanager
def opened(provider: SyncProvider, options: SyncOptions, name: str | None = None) -> Iterator[Side]:
    """A database for a block; everything is closed behind it."""
    database = Database(name or provider.name, provider.url, timeout_s=options.connect_timeout_s)
    try:
        with database.connection() as connection:
            yield Side(database=database, connection=connection, changes=database.provider.changes(), options=options)
    finally:
        database.dispose()


def names(client: SyncProvider, server: SyncProvider) -> tuple[str, str]:
    """What the two are called: by their databases, and by their roles where those have the same name."""
    if client.name != server.name:
        return client.name, server.name
    return f"{client.name} (client)", f"{server.name} (server)"
