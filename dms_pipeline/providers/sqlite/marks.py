"""The clock of SQLite as bookmark: 17 decimal digits `YYYYMMDDHHMMSSmmm`, UTC wall time, as the reference stamps.

It is read under the write lock, so that no writer has stamped rows below it and not committed them yet (A13); the next
writer finds the clock ahead of it. The state of a mark is that reading: the mark itself may be greater, where the
client was given a greater one before. Not safe against a clock that steps back (H8).
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from dms_pipeline.sync.bookmark import Bookmark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

CLOCK = "CAST(replace(strftime('%Y%m%d%H%M%f','now'),'.','') AS INTEGER)"


def take_bookmark(connection: Connection, states: Iterator[str]) -> Bookmark:
    """A reading of the clock when nobody writes; the next writer finds the clock ahead of it."""
    del states
    connection.execute("BEGIN IMMEDIATE")
    try:
        clock = int(connection.value(f"SELECT {CLOCK}"))
        while int(connection.value(f"SELECT {CLOCK}")) == clock:  # at most the rest of a millisecond
            time.sleep(0.0002)
    finally:
        connection.rollback()
    return Bookmark(clock, json.dumps({"clock": clock}))


def complete_bookmark(connection: Connection, bookmark: Bookmark, tables: tuple[SyncedTable, ...]) -> Bookmark:
    """The bookmark as it is: whatever the snapshot shows beyond it is stamped later, and sent once more."""
    del connection, tables
    return bookmark


def recall_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark:
    """The bookmark as it is."""
    del connection
    return bookmark


def narrow_bookmark(connection: Connection, bookmark: Bookmark) -> Bookmark:
    """The bookmark as it is: its index finds what is after it."""
    del connection
    return bookmark


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[int, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "1", ()
    clock = bookmark.timestamp if bookmark.state is None else int(json.loads(bookmark.state)["clock"])
    return f'{tracking}."timestamp" > ?', (clock,)
