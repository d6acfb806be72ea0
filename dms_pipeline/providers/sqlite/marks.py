"""The reference's clock of SQLite as bookmark: 17 decimal digits `YYYYMMDDHHMMSSmmm`, UTC wall time.

It is read under the write lock, so that no writer has stamped rows below it and not committed them yet (A13). Not safe
against a clock that steps back (H8). What another kind of bookmark has to replace is here: `take_bookmark` and
`changed_after`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dms_pipeline.sync.bookmark import Bookmark

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

CLOCK = "CAST(replace(strftime('%Y%m%d%H%M%f','now'),'.','') AS INTEGER)"


def take_bookmark(connection: Connection) -> Bookmark:
    """A reading of the clock when nobody writes; the next writer finds the clock ahead of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        bookmark = Bookmark(int(connection.value(f"SELECT {CLOCK}")))
        pass_bookmark(connection, bookmark)
    finally:
        connection.rollback()
    return bookmark


def pass_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    """Wait until the clock is past a reading: at most the rest of a millisecond."""
    while int(connection.value(f"SELECT {CLOCK}")) == bookmark.timestamp:
        time.sleep(0.0002)


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[int, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "1", ()
    return f'{tracking}."timestamp" > ?', (bookmark.timestamp,)
