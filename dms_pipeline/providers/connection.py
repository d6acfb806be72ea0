"""The one way in which SQL reaches a driver: explicit transactions, the driver's own parameters, translated errors.

SQLAlchemy pools the connections and knows the URLs; each is in autocommit, so a transaction is there only where we
say BEGIN, and how (`BEGIN IMMEDIATE`, `BEGIN ISOLATION LEVEL …`) is the caller's. DDL goes through `exec_driver_sql`
(a colon in it must not become a parameter); rows go through the driver's cursor, since SQLAlchemy's result layer costs
two to five times as much on a large set (benchmarks/).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import sqlalchemy

    from dms_pipeline.providers.base import Provider

Row = tuple[Any, ...]


class Connection:
    """An open connection of one database, named as the pipeline names it."""

    def __init__(self, endpoint: str, provider: Provider, core: sqlalchemy.Connection) -> None:
        self.endpoint = endpoint
        self.provider = provider
        self.core = core
        self.driver: Any = core.connection.driver_connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Turn what the driver raises inside into our errors."""
        from sqlalchemy.exc import DBAPIError

        try:
            yield
        except DBAPIError as error:
            raise self.provider.translate(self.endpoint, error.orig or error) from error
        except self.driver_errors as error:
            raise self.provider.translate(self.endpoint, error) from error

    @property
    def driver_errors(self) -> tuple[type[BaseException], ...]:
        """The root of the driver's exceptions."""
        dbapi: Any = self.core.dialect.dbapi
        return (dbapi.Error,)

    def run(self, ddl: str) -> None:
        """One statement of DDL."""
        with self.translated():
            # Without parameters at all: a per cent sign in a name or a default is no placeholder.
            self.core.exec_driver_sql(ddl, execution_options={"no_parameters": True}).close()

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """One statement without a result; the number of rows it touched, -1 where the driver does not know."""
        with self.translated():
            cursor = self.driver.cursor()
            try:
                cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
                return int(cursor.rowcount)
            finally:
                cursor.close()

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement over many rows of parameters."""
        with self.translated():
            cursor = self.driver.cursor()
            try:
                cursor.executemany(sql, rows)
            finally:
                cursor.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a small result."""
        with self.translated():
            cursor = self.driver.cursor()
            try:
                cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
                return list(cursor.fetchall())
            finally:
                cursor.close()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a result, None if it is empty."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first value of a result, None if it is empty."""
        row = self.row(sql, parameters)
        return row[0] if row else None

    def begin(self, *statements: str) -> None:
        """Begin a transaction with these statements; if one of them fails, none is open."""
        try:
            for statement in statements:
                self.execute(statement)
        except BaseException:
            self.rollback()
            raise

    @contextmanager
    def transaction(self, begin: str = "BEGIN") -> Iterator[None]:
        """A transaction around a block: committed at its end, rolled back when the block or the commit fails."""
        self.execute(begin)
        try:
            yield
            self.execute("COMMIT")  # SQLite leaves the transaction open when it refuses this
        except BaseException:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Roll back, whatever state the transaction is in."""
        # The database may have rolled back by itself (a full disk on SQLite) or be gone: the first error counts.
        cursor = None
        try:
            cursor = self.driver.cursor()
            cursor.execute("ROLLBACK")
        except self.driver_errors:
            pass
        finally:
            if cursor is not None:
                cursor.close()

    @contextmanager
    def another(self) -> Iterator[Connection]:
        """A second connection to the same database, given back at the end of the block."""
        from sqlalchemy.exc import DBAPIError

        try:
            core = self.core.engine.connect()
        except DBAPIError as error:
            raise self.provider.translate(self.endpoint, error.orig or error) from error
        second = Connection(self.endpoint, self.provider, core)
        try:
            yield second
        finally:
            second.close()

    def close(self) -> None:
        """Give the connection back to its pool, or drop it if it is lost: the pool would say so with a traceback."""
        try:
            self.driver.rollback()
        except self.driver_errors:
            self.core.invalidate()
        self.core.close()
