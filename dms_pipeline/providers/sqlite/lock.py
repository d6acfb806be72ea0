"""The apply lock of SQLite: `BEGIN IMMEDIATE`, the one write lock that a file has.

One connection does all. A first short transaction lets others read who holds the lock; the lock is let go between it
and the transaction of the steps, for a moment, and `PRAGMA data_version` tells whether anybody used that moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.holder import holder

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.connection import Connection


class SqliteLock:
    """A file whose write lock we hold."""

    def __init__(self, connection: Connection, wait_s: float) -> None:
        self.connection = connection
        self._open = False
        self._usual_wait_ms = int(connection.value("PRAGMA busy_timeout") or 0)
        connection.execute(f"PRAGMA busy_timeout = {round(wait_s * 1000)}")

    @property
    def guard(self) -> Connection:
        """The one connection."""
        return self.connection

    @property
    def work(self) -> Connection:
        """The one connection."""
        return self.connection

    def acquire(self) -> None:
        """Take the write lock.

        Raises:
            Locked: somebody else holds it; the error says who, if it is one of us.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except errors.Locked as error:
            raise holder(self.connection, error) from error
        self._open = True

    def publish(self) -> bool:
        """Commit what was written, take the lock again; True if somebody wrote between the two."""
        before = self.connection.value("PRAGMA data_version")
        self.commit()
        self.acquire()
        return bool(self.connection.value("PRAGMA data_version") != before)

    def begin(self) -> None:
        """Begin the steps, unless the lock's own transaction is there for them."""
        if not self._open:
            self.acquire()

    def commit(self) -> None:
        """Commit; the lock goes with it."""
        self.connection.execute("COMMIT")
        self._open = False

    def rollback(self) -> None:
        """Roll back; the lock goes with it."""
        if self._open:
            self.connection.rollback()
            self._open = False

    def release(self) -> None:
        """Give the connection back as it was."""
        try:
            self.rollback()
            self.connection.execute(f"PRAGMA busy_timeout = {self._usual_wait_ms}")
        finally:
            self.connection.close()


def lock(open_one: Callable[[], Connection], wait_s: float) -> SqliteLock:
    """Hold a file for an apply."""
    made = SqliteLock(open_one(), wait_s)
    try:
        made.acquire()
        _check_writable(made)
    except BaseException:
        made.release()
        raise
    return made


def _check_writable(made: SqliteLock) -> None:
    # A file that was opened read-only lets us begin; a write that changes nothing finds out (user_version is the
    # application's, and is set to what it is).
    version = int(made.connection.value("PRAGMA user_version") or 0)
    made.connection.execute(f"PRAGMA user_version = {version}")
    made.rollback()
    made.acquire()
