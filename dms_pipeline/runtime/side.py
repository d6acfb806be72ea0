"""One database of the library while something is done with it."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.errors import NotSupportedYet
from dms_pipeline.runtime.connect import Database
from dms_pipeline.schema.parsing import schema_and_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.sync_provider import SyncProvider
    from dms_pipeline.runtime.options import SyncOptions
    from dms_pipeline.schema.database import Triggers


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """An open database: its pool, one connection out of it, what its scope table is called.

    `triggers` are those that it is to have, None for those that it has.
    """

    database: Database
    connection: Connection
    changes: Changes
    options: SyncOptions
    triggers: Triggers | None = None

    @property
    def name(self) -> str:
        """What messages and plans call it."""
        return self.database.name

    @property
    def scope_table(self) -> str:
        """The scope table's name, without quotes.

        Raises:
            NotSupportedYet: it is in a schema of its own, which only databases without schemas pass over.
        """
        schema, name = schema_and_name(self.options.scope_info_table_name)
        default = self.connection.provider.traits.default_schema
        if schema and default is not None and schema != default:
            raise NotSupportedYet(f"{self.name}: the scope table {schema}.{name} is not in schema {default}")
        return name


@contextmanager
def opened(provider: SyncProvider, options: SyncOptions, name: str | None = None, *, create: bool) -> Iterator[Side]:
    """A database for a block; everything is closed behind it. `create` says that a file may be made."""
    database = Database(name or provider.name, provider.url, timeout_s=options.connect_timeout_s)
    try:
        with closing(database.open(create=create)) as connection:
            yield Side(
                database=database,
                connection=connection,
                changes=database.provider.changes(),
                options=options,
                triggers=provider.triggers,
            )
    finally:
        database.dispose()


def names(client: SyncProvider, server: SyncProvider) -> tuple[str, str]:
    """What the two are called: by their databases, and by their roles where those have the same name."""
    if client.name != server.name:
        return client.name, server.name
    return f"{client.name} (client)", f"{server.name} (server)"
