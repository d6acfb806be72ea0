"""The apply lock of MariaDB: a named lock on a connection of its own, which dies with that connection.

Names of locks are the server's, so this one holds the database's. Nothing undoes DDL, so there is no transaction around
the steps either: each is there when its statement has ended. Steps wait for a table only so long: a CREATE TRIGGER that
waits for a long writer would queue every other writer behind it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.holder import holder
from dms_pipeline.providers.mariadb.connect import WRITABLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.connection import Connection

STATEMENT_LOCK_TIMEOUT_S = 5.0  # a statement waits no longer for a table; --lock-timeout may make it less


class MariadbLock:
    """A database whose apply lock we hold."""

    def __init__(self, guard: Connection, name: str, open_one: Callable[[], Connection], wait_s: float) -> None:
        self.guard = guard
        self._name = name
        self._statement_s = max(1, round(min(STATEMENT_LOCK_TIMEOUT_S, wait_s)))
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
        """Begin the steps; what each of them does stays."""
        self.work.execute(
            f"SET SESSION lock_wait_timeout = {self._statement_s}, innodb_lock_wait_timeout = {self._statement_s}"
        )

    def commit(self) -> None:
        """Nothing to do: every step is there."""

    def rollback(self) -> None:
        """Nothing can be undone; what the connection was left in goes with it."""
        if self._work is not None:
            self._work.core.invalidate()
            self._work = None

    def release(self) -> None:
        """Unlock, and give both connections back."""
        try:
            if self._work is not None:
                self._work.core.invalidate()  # its session has other waiting times
                self._work = None
        finally:
            self._unlock()

    def _unlock(self) -> None:
        try:
            self.guard.value("SELECT RELEASE_LOCK(%s)", (self._name,))
        except errors.DmsError:
            pass  # the connection is gone, and the lock with it
        finally:
            self.guard.close()


def lock(open_one: Callable[[], Connection], wait_s: float) -> MariadbLock:
    """Hold a database for an apply."""
    guard = open_one()
    try:
        _check_writable(guard)
        name = lock_name(str(guard.value("SELECT DATABASE()")))
        _acquire(guard, name, wait_s)
    except BaseException:
        guard.close()
        raise
    return MariadbLock(guard, name, open_one, wait_s)


def _acquire(guard: Connection, name: str, wait_s: float) -> None:
    if guard.value("SELECT GET_LOCK(%s, %s)", (name, wait_s)) != 1:
        raise holder(guard, errors.Locked(guard.endpoint, "another apply holds the database"))


def lock_name(database: str) -> str:
    """The name of a database's lock; 64 letters are all there is for it."""
    return f"dms_apply_{hashlib.sha256(database.encode()).hexdigest()[:32]}"


def _check_writable(guard: Connection) -> None:
    if guard.value("SELECT @@global.read_only") == 1:
        raise errors.ReadOnly(guard.endpoint, "the database cannot be written (read_only is set)", hint=WRITABLE)
