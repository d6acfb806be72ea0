"""The apply lock of PostgreSQL: an advisory lock on a connection of its own, which dies with that connection.

The guard is in autocommit, so that what it writes is seen at once and survives a rollback of the steps. Steps run under
a `lock_timeout`: a CREATE TRIGGER that waits for a long writer would queue every other writer behind it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.holder import holder
from dms_pipeline.providers.postgresql.connect import check_writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.connection import Connection

APPLY_KEY = 0x646D735F6170706C  # "dms_appl" as eight bytes; advisory locks are per database and have only numbers
POLL_S = 0.2
STATEMENT_LOCK_TIMEOUT_S = 5.0  # a statement waits no longer for a table; --lock-timeout may make it less


class PostgresqlLock:
    """A database whose apply lock we hold."""

    def __init__(self, guard: Connection, open_one: Callable[[], Connection], wait_s: float) -> None:
        self.guard = guard
        self._statement_ms = max(1, round(min(STATEMENT_LOCK_TIMEOUT_S, wait_s) * 1000))  # 0 would mean for ever
        self._open_one = open_one
        self._work: Connection | None = None

    @property
    def work(self) -> Connection:
        """A second connection, opened when the steps begin."""
        if self._work is None:
            self._work = self._open_one()
        return self._work

    def publish(self) -> bool:
        """Nothing to do: the guard has no transaction, and its lock was never let go."""
        return False

    def begin(self) -> None:
        """Begin the transaction of the steps."""
        self.work.execute("BEGIN")
        self.work.execute(f"SET LOCAL lock_timeout = {self._statement_ms}")

    def commit(self) -> None:
        """Commit the steps."""
        self.work.execute("COMMIT")

    def rollback(self) -> None:
        """Undo the steps."""
        if self._work is not None:
            self._work.rollback()

    def release(self) -> None:
        """Unlock, and give both connections back."""
        try:
            if self._work is not None:
                self._work.close()
        finally:
            self._unlock()

    def _unlock(self) -> None:
        try:
            self.guard.execute("SELECT pg_advisory_unlock(%s)", (APPLY_KEY,))
        except errors.DmsError:
            pass  # the connection is gone, and the lock with it
        finally:
            self.guard.close()


def lock(open_one: Callable[[], Connection], wait_s: float) -> PostgresqlLock:
    """Hold a database for an apply."""
    guard = open_one()
    try:
        check_writable(guard)
        _acquire(guard, time.monotonic() + wait_s)
    except BaseException:
        guard.close()
        raise
    return PostgresqlLock(guard, open_one, wait_s)


def _acquire(guard: Connection, deadline: float) -> None:
    while not guard.value("SELECT pg_try_advisory_lock(%s)", (APPLY_KEY,)):
        if time.monotonic() >= deadline:
            raise holder(guard, errors.Locked(guard.endpoint, "another apply holds the database"))
        time.sleep(POLL_S)
