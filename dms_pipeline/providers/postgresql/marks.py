"""The reference's clock of PostgreSQL as bookmark: milliseconds since 1970, at the start of the transaction.

Not safe against writers that run during a sync, nor against a clock that steps back (H1 to H8). What another kind of
bookmark has to replace is here: `take_bookmark` and `changed_after`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dms_pipeline.sync.bookmark import Bookmark

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

CLOCK = "(extract(epoch from now()) * 1000)::bigint"


def take_bookmark(connection: Connection) -> Bookmark:
    """A reading of the clock; outside a transaction, where it is the time of the statement."""
    return Bookmark(int(connection.value(f"SELECT {CLOCK}")))


def pass_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    """Wait until the clock is past a reading: at most the rest of a millisecond."""
    while int(connection.value(f"SELECT {CLOCK}")) == bookmark.timestamp:
        time.sleep(0.0002)


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[int, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "true", ()
    return f'{tracking}."timestamp" > %s', (bookmark.timestamp,)
