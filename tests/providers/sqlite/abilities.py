"""What SQLite can do in a test."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from tests.suite.abilities import Abilities
from tests.suite.gaps import Gap

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection


class _Copy:
    """The content of a file, in memory."""

    def __init__(self, connection: Connection) -> None:
        self._copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.driver.backup(self._copy)

    def restore(self, connection: Connection) -> None:
        """Overwrite the file, its structure too."""
        self._copy.backup(connection.driver)


def _patience(connection: Connection, milliseconds: int) -> None:
    connection.execute(f"PRAGMA busy_timeout = {milliseconds}")


def _end(connection: Connection) -> None:
    if connection.driver.in_transaction:
        connection.driver.execute("ROLLBACK")


ABILITIES = Abilities(
    concurrent_writers=False,
    truncates=False,
    or_clauses=True,
    prepare_connection=("PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY"),
    patience=_patience,
    backup=_Copy,
    prepares=lambda _: False,
    end=_end,
    cost=1,
    gaps={
        Gap.WRITES_AT_THE_MARK: "the mark is read before the snapshot is taken, not with it",
        Gap.CLONED_CLIENTS: "a copy of a client is not noticed",
    },
)
