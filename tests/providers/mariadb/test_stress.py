"""Writers at full speed beside sessions: whatever was committed has been delivered by the last one.

Transactions stay open for a while, are undone, go back to savepoints, and wait for each other's rows.
"""

from __future__ import annotations

import os
import random
import threading
import time
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError
from dms_pipeline.providers.mariadb import marks
from dms_pipeline.providers.mariadb.changes import begin_snapshot
from dms_pipeline.sync.bookmark import Bookmark
from tests.providers.doing import opened
from tests.providers.mariadb.test_marks import ITEM, make

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

SECONDS = float(os.environ.get("DMS_STRESS_SECONDS", "4"))
WRITERS = 3
KEYS = 40


class Writer(threading.Thread):
    """An application."""

    def __init__(self, url: str, seed: int, until: float) -> None:
        super().__init__()
        self.url, self.random, self.until = url, random.Random(seed), until  # noqa: S311 - no secret
        self.committed = 0

    def run(self) -> None:
        """Transactions until the time is over."""
        with opened(self.url) as connection:
            connection.execute("SET SESSION innodb_lock_wait_timeout = 1")
            while time.monotonic() < self.until:
                try:
                    self._transaction(connection)
                except DmsError:  # a deadlock, or a lock that is held too long
                    connection.rollback()

    def _transaction(self, connection: Connection) -> None:
        connection.execute("START TRANSACTION")
        for _ in range(self.random.randint(1, 3)):
            self._write(connection)
            if self.random.random() < 0.2:
                connection.execute("SAVEPOINT here")
                self._write(connection)
                connection.execute("ROLLBACK TO SAVEPOINT here")
        if self.random.random() < 0.3:
            time.sleep(self.random.choice((0.01, 0.3, 1.3)))
        if self.random.random() < 0.2:
            connection.execute("ROLLBACK")
        else:
            connection.execute("COMMIT")
            self.committed += 1

    def _write(self, connection: Connection) -> None:
        key = self.random.randint(1, KEYS)
        if self.random.random() < 0.2:
            connection.execute("DELETE FROM item WHERE id = %s", (key,))
        else:
            connection.execute(
                "INSERT INTO item VALUES (%s, %s) ON DUPLICATE KEY UPDATE name = VALUES(name)",
                (key, str(self.random.random())),
            )


def deliver(connection: Connection, before: Bookmark | None, held: dict[int, str], *, naive: bool) -> Bookmark:
    """One session: what has changed since a mark is delivered, and the next mark."""
    states = [] if before is None or before.state is None else [before.state]
    changes = connection.provider.changes()
    taken = changes.take_bookmark(connection, (ITEM,), iter(states))
    since = None if before is None else changes.recall_bookmark(connection, before)
    begin_snapshot(connection, (ITEM,))
    try:
        complete = marks.complete_bookmark(connection, taken, (ITEM,), None)
        since = None if since is None else changes.narrow_bookmark(connection, since)
        condition, parameters = marks.changed_after(since, ITEM)
        rows = connection.rows(
            "SELECT t.id, b.id IS NOT NULL, b.name FROM item_tracking t LEFT JOIN item b ON b.id = t.id"
            f" WHERE {condition}",
            parameters,
        )
    finally:
        connection.rollback()
    for key, is_there, name in rows:
        if is_there:
            held[key] = name
        else:
            held.pop(key, None)
    return Bookmark(complete.timestamp) if naive else complete


def missed(url: str, *, naive: bool) -> list[int]:
    """The keys of which the last session has left something else than what is there."""
    held: dict[int, str] = {}
    with opened(url) as connection:
        make(connection)
        writers = [Writer(url, seed, time.monotonic() + SECONDS) for seed in range(WRITERS)]
        for writer in writers:
            writer.start()
        mark, sessions = None, 0
        while any(writer.is_alive() for writer in writers):
            mark = deliver(connection, mark, held, naive=naive)
            sessions += 1
            time.sleep(0.05)
        deliver(connection, mark, held, naive=naive)
        assert sessions > 2
        assert min(writer.committed for writer in writers) > 2
        there: dict[int, str] = dict(connection.rows("SELECT id, name FROM item"))
    return sorted(key for key in {*there, *held} if there.get(key) != held.get(key))


def test_sessions_under_load_miss_nothing(kin_url: str) -> None:
    assert missed(kin_url, naive=False) == []


def test_the_same_load_breaks_the_naive_mark(kin_url: str) -> None:
    """By the clock alone, what is committed later than it was stamped is not found."""
    assert missed(kin_url, naive=True) != []
