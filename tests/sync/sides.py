"""A server and its clients in real databases, provisioned, with what tests ask of them."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pymysql.constants import SERVER_STATUS

from dms_pipeline.events import silent
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.peers import SessionOptions
from dms_pipeline.sync.session import synchronize
from tests.provisioning import SCOPE, provision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Triggers
    from dms_pipeline.sync.result import Applied, SyncResult
    from tests.conftest import Pair

ZERO = "00000000-0000-0000-0000-000000000000"


class Side:
    """One database: an application's connection, and what the sync left in it."""

    def __init__(self, connection: Connection, url: str) -> None:
        self.connection = connection
        self.url = url

    @property
    def is_sqlite(self) -> bool:
        """Statements that differ by database ask this."""
        return self.connection.provider.name == "sqlite"

    def run(self, *statements: str) -> None:
        """What an application does, each statement in a transaction of its own."""
        for statement in statements:
            self.connection.run(statement)

    def in_transaction(self) -> bool:
        """The sync has left a transaction open on this connection."""
        driver = self.connection.driver
        match self.connection.provider.name:
            case "sqlite":
                return bool(driver.in_transaction)
            case "postgresql":
                return bool(driver.info.transaction_status)
            case _:
                return bool(driver.server_status & SERVER_STATUS.SERVER_STATUS_IN_TRANS)

    def bytes(self, digits: str) -> str:
        """The literal of bytes, given as hexadecimal digits."""
        return f"'\\x{digits}'::bytea" if self.connection.provider.name == "postgresql" else f"x'{digits}'"

    def drop_index(self, name: str, table: str) -> None:
        """Take a unique constraint away that is an index."""
        at = f' ON "{table}"' if self.connection.provider.name in {"mariadb", "mysql"} else ""
        self.run(f'DROP INDEX "{name}"{at}')

    def as_text(self, column: str) -> str:
        """A column as text."""
        kind = self.connection.provider.name
        return f'CAST("{column}" AS {"text" if kind in {"postgresql", "sqlite"} else "char"})'

    def rows(self, table: str, columns: str = "*", order: str = "1, 2") -> list[tuple[Any, ...]]:
        """The rows of a table."""
        return self.connection.rows(f'SELECT {columns} FROM "{table}" ORDER BY {order}')

    def value(self, sql: str) -> Any:
        """One value."""
        return self.connection.value(sql)

    def tracking(self, table: str, key: str = "id") -> dict[Any, tuple[str | None, int]]:
        """Who wrote each tracked row, in lower case, and whether it is a tombstone."""
        number = "CAST(sync_row_is_tombstone AS integer)"
        by = f"lower({self.as_text('update_scope_id')})"
        rows = self.connection.rows(f'SELECT "{key}", {by}, {number} FROM "{table}_tracking"')
        return {row[0]: (row[1], row[2]) for row in rows}

    def errors(self) -> list[tuple[str, Any, str]]:
        """The rows kept aside: table, key as a value, kind of change."""
        rows = self.connection.rows('SELECT "table_name", "row_key", "change_kind" FROM "dms_errors" ORDER BY 1, 2')
        return [(table, _one(key), kind) for table, key, kind in rows]

    def reasons(self) -> list[str]:
        """Why they are."""
        return [reason for (reason,) in self.connection.rows('SELECT "reason" FROM "dms_errors" ORDER BY "error_id"')]

    def journal(self) -> list[Loser]:
        """The losers of the conflicts that were decided here."""
        sql = (
            'SELECT "table_name", "row_key", "kept", "server_row", "client_row" FROM "dms_journal"'
            ' ORDER BY "conflict_id"'
        )
        return [
            Loser(
                table=table,
                key=_one(key),
                kept=kept,
                server=None if server is None else json.loads(server),
                client=None if client is None else json.loads(client),
            )
            for table, key, kept, server, client in self.connection.rows(sql)
        ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Loser:
    """An entry of the journal; a deleted row is None."""

    table: str
    key: Any
    kept: str
    server: dict[str, Any] | None
    client: dict[str, Any] | None


def _one(key: str) -> Any:
    values = list(json.loads(key).values())
    return values[0] if len(values) == 1 else tuple(values)


class Sides:
    """A server and its clients."""

    def __init__(self, server: Side, clients: Sequence[Side]) -> None:
        self.server = server
        self.clients = tuple(clients)
        self.client = self.clients[0]

    def sync(
        self,
        client: int = 0,
        *,
        policy: ConflictPolicy = ConflictPolicy.SERVER_WINS,
        error_policy: ErrorPolicy = ErrorPolicy.RETRY_ON_NEXT_SYNC,
        local: LocalDatabasePeer | None = None,
        remote: RemoteDatabasePeer | None = None,
        sync_type: SyncType = SyncType.NORMAL,
    ) -> SyncResult:
        """One session."""
        return synchronize(
            local or LocalDatabasePeer(self.clients[client].connection),
            remote or RemoteDatabasePeer(self.server.connection),
            SCOPE,
            parameter_hash=parameter_hash({}),
            clock=time.perf_counter,
            options=SessionOptions(conflict_policy=policy, error_policy=error_policy),
            sync_type=sync_type,
            report=silent,
        )

    def equal(self, *tables: str, columns: str = "*", order: str = "1, 2") -> bool:
        """Both sides show the same rows to the driver; for columns whose values need no interpretation."""
        return all(
            client.rows(table, columns, order) == self.server.rows(table, columns, order)
            for table in tables
            for client in self.clients
        )

    def id_of(self, client: int = 0) -> str:
        """A client's id, in lower case."""
        side = self.clients[client]
        return str(side.value(f'SELECT lower({side.as_text("sync_scope_id")}) FROM "scope_info_client"'))


def moved(result: SyncResult) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Rows and deletes by table: to the server, to the client."""
    return _moved(result.to_server), _moved(result.to_client)


def _moved(applied: Applied) -> dict[str, tuple[int, int]]:
    return {
        str(table): (counts.rows, counts.deletes)
        for table, counts in applied.tables.items()
        if counts.rows or counts.deletes
    }


NOTHING: tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]] = ({}, {})


class Opener:
    """Opens databases for a test, and makes them a server and clients."""

    def __init__(self, pair: Pair, urls: Callable[[str], str]) -> None:
        self.pair = pair
        self._urls = urls
        self._open = ExitStack()

    def open(self, name: str, url: str) -> Side:
        """A connection that is closed when the test ends."""
        database = Database(name, url)
        self._open.callback(database.dispose)
        return Side(self._open.enter_context(database.connection()), url)

    def another(self, side: Side) -> Side:
        """A second connection to the same database, of another application."""
        return self.open("application", side.url)

    def __call__(
        self,
        *ddl: str,
        tables: Sequence[SetupTable | str],
        clients: int = 1,
        on_server: Sequence[str] = (),
        on_client: Sequence[str] = (),
        triggers: Triggers | None = None,
    ) -> Sides:
        """Create tables on the server with some rows, something on the clients, and provision all of them."""
        server = self.open("server", self.pair.server_url)
        server.run(*ddl, *on_server)
        urls = [self.pair.client_url, *(self._urls(self.pair.client_kind) for _ in range(clients - 1))]
        opened = [self.open(f"client-{number}", url) for number, url in enumerate(urls, 1)]
        for client in opened:
            client.run(*on_client)
        entries = tuple(SetupTable(name=table) if isinstance(table, str) else table for table in tables)
        provision(
            server.connection, [client.connection for client in opened], SyncSetup(tables=entries), triggers=triggers
        )
        return Sides(server, opened)

    @classmethod
    @contextmanager
    def opened(cls, pair: Pair, urls: Callable[[str], str]) -> Iterator[Opener]:
        """One for a block."""
        opener = cls(pair, urls)
        with opener._open:
            yield opener
