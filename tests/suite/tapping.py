"""Every statement of a session on its way to the driver: counted, interrupted by somebody else, or lost."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection


@dataclass(slots=True)
class Tap:
    """What happens to the statements of some connections; they are counted together.

    A statement that is repeated at once counts once: a clock is polled until it has moved on, and histories are to be
    the same each time.

    `fail_at`: the connections are lost at this statement, before or after its effect; every later one fails too.
    `act_at`: another acts before this statement. `before_commit`: likewise, before each COMMIT.
    """

    fail_at: int | None = None
    after: bool = False
    act_at: int | None = None
    act: Callable[[], object] | None = None
    before_commit: Callable[[str], None] | None = None
    lost: bool = False
    statements: list[tuple[str, str]] = field(default_factory=list)

    @contextmanager
    def around(self, connection: Connection, sql: Any) -> Iterator[None]:
        """One statement."""
        text = sql.decode() if isinstance(sql, bytes) else str(sql)
        if self.lost:
            raise _broken(connection)
        if not self.statements or self.statements[-1] != (connection.endpoint, text):
            self.statements.append((connection.endpoint, text))
        number = len(self.statements)
        if text == "COMMIT" and self.before_commit is not None:
            self.before_commit(connection.endpoint)
        if number == self.act_at and self.act is not None:
            self.act()
        if number == self.fail_at and not self.after:
            self.lost = True
            raise _broken(connection)
        yield
        if number == self.fail_at:
            self.lost = True
            raise _broken(connection)


def _broken(connection: Connection) -> BaseException:
    dbapi: Any = connection.core.dialect.dbapi
    error: BaseException = dbapi.OperationalError("the connection is lost (a test)")
    return error


@contextmanager
def tapped(tap: Tap, *connections: Connection) -> Iterator[None]:
    """A block in which the statements of some connections go through a tap."""
    drivers = [connection.driver for connection in connections]
    for connection in connections:
        connection.driver = _Driver(connection.driver, connection, tap)
    try:
        yield
    finally:
        for connection, driver in zip(connections, drivers, strict=True):
            connection.driver = driver


class _Tapped:
    """A driver's object whose statements are tapped; all else is its own."""

    def __init__(self, own: Any, connection: Connection, tap: Tap) -> None:
        self._own, self._connection, self._tap = own, connection, tap

    def __getattr__(self, name: str) -> Any:
        return getattr(self._own, name)

    def execute(self, sql: Any, *rest: Any, **options: Any) -> Any:
        with self._tap.around(self._connection, sql):
            return self._own.execute(sql, *rest, **options)

    def executemany(self, sql: Any, *rest: Any, **options: Any) -> Any:
        with self._tap.around(self._connection, sql):
            return self._own.executemany(sql, *rest, **options)


class _Driver(_Tapped):
    def cursor(self, *rest: Any, **options: Any) -> _Cursor:
        return _Cursor(self._own.cursor(*rest, **options), self._connection, self._tap)


class _Cursor(_Tapped):
    def __enter__(self) -> Self:
        self._own.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._own.__exit__(*error)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._own)

    def stream(self, sql: Any, *rest: Any, **options: Any) -> Iterator[Any]:
        with self._tap.around(self._connection, sql):
            yield from self._own.stream(sql, *rest, **options)

    @contextmanager
    def copy(self, sql: Any, *rest: Any, **options: Any) -> Iterator[Any]:
        with self._tap.around(self._connection, sql), self._own.copy(sql, *rest, **options) as copy:
            yield copy
