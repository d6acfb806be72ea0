"""A server with a few rows and a client, as a program that uses the library has them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url

from dms_pipeline import (
    MariaDBSyncProvider,
    MySqlSyncProvider,
    PostgreSqlSyncProvider,
    SqliteSyncProvider,
    SyncAgent,
)
from dms_pipeline.runtime.connect import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline import SyncOptions
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.sync_provider import SyncProvider

# Both kinds of databases read these.
SERVER = (
    'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL)',
    """CREATE TABLE "Product" (id integer PRIMARY KEY, name varchar(50) NOT NULL,
    "CategoryID" integer REFERENCES "Category" (id))""",
    'CREATE TABLE "Customer" (id integer PRIMARY KEY, name varchar(50))',
    """INSERT INTO "Category" VALUES (1, 'Bikes'), (2, 'Helmets')""",
    """INSERT INTO "Product" VALUES (1, 'Road', 1), (2, 'Wheel', 1)""",
    """INSERT INTO "Customer" VALUES (1, 'Ada'), (2, 'Zoë'), (3, NULL)""",
)


def provider(url: str, triggers: str | None = None) -> SyncProvider:
    """A provider of the kind that a URL names."""
    kinds: dict[str, type[SyncProvider]] = {
        "sqlite": SqliteSyncProvider,
        "postgresql": PostgreSqlSyncProvider,
        "mariadb": MariaDBSyncProvider,
        "mysql": MySqlSyncProvider,
    }
    return kinds[make_url(url).get_backend_name()](url, triggers=triggers)


@dataclass(frozen=True, kw_only=True)
class Shop:
    """Two databases: providers for the library, connections for the application."""

    client: SyncProvider
    server: SyncProvider
    on_client: Connection
    on_server: Connection

    @classmethod
    @contextmanager
    def opened(cls, client_url: str, server_url: str, *, filled: bool = True) -> Iterator[Shop]:
        """A shop for a block."""
        databases = [Database("client", client_url), Database("server", server_url)]
        try:
            with databases[0].connection() as client, databases[1].connection() as server:
                for statement in SERVER if filled else ():
                    server.run(statement)
                yield cls(client=provider(client_url), server=provider(server_url), on_client=client, on_server=server)
        finally:
            for database in databases:
                database.dispose()

    def agent(self, options: SyncOptions | None = None) -> SyncAgent:
        """An agent of its own."""
        return SyncAgent(self.client, self.server, options)


def rows(connection: Connection, table: str) -> list[tuple[Any, ...]]:
    """All rows of a table, in the order of its first column."""
    return connection.rows(f'SELECT * FROM "{table}" ORDER BY 1')


def triggers(connection: Connection) -> set[str]:
    """Tables that have triggers."""
    return {
        found.base for (kind, _), found in connection.provider.fingerprints(connection).items() if kind == "trigger"
    }


def tracking(connection: Connection) -> set[str]:
    """Tracking tables."""
    return {name for kind, name in connection.provider.fingerprints(connection) if kind == "tracking-table"}


def has_table(connection: Connection, name: str) -> bool:
    """A table of that name is there."""
    return connection.provider.changes().has_table(connection, name)
