"""The reference's clock of PostgreSQL as bookmark: milliseconds since 1970, at the start of the transaction.

Not safe against applications that write during a sync, nor against a clock that steps back (H1 to H8). Sessions of
ours are safe from each other: an apply holds a lock that a bookmark waits for, so no stamp below a bookmark is
uncommitted. What another kind of bookmark has to replace is here: `take_bookmark` and `changed_after`.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dms_pipeline.sync.bookmark import Bookmark

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

CLOCK = "(extract(epoch from now()) * 1000)::bigint"
APPLYING = 0x646D73_6170706C  # "dms appl": the advisory lock that every apply shares


def begin_stamped(connection: Connection) -> None:
    """Begin a transaction whose stamps no bookmark of another session passes over.

    The clock stands still from BEGIN on, so the lock comes first; the transaction then takes it over.
    """
    connection.execute(f"SELECT pg_advisory_lock_shared({APPLYING})")
    connection.execute(
        f"BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock_shared({APPLYING});"
        f" SELECT pg_advisory_unlock_shared({APPLYING}); SET CONSTRAINTS ALL DEFERRED"
    )


def take_bookmark(connection: Connection) -> Bookmark:
    """A reading of the clock when no apply is under way; the next one finds the clock ahead of it."""
    connection.execute(f"SELECT pg_advisory_lock({APPLYING})")
    try:
        bookmark = Bookmark(int(connection.value(f"SELECT {CLOCK}")))
        pass_bookmark(connection, bookmark)
    finally:
        connection.execute(f"SELECT pg_advisory_unlock({APPLYING})")
    return bookmark


def pass_bookmark(connection: Connection, bookmark: Bookmark) -> None:
    """Wait until the clock is past a reading: at most the rest of a millisecond."""
    while int(connection.value(f"SELECT {CLOCK}")) == bookmark.timestamp:
        time.sleep(0.0002)


def changed_after(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[int, ...]]:
    """The condition that a tracking row (under the alias `tracking`) was written after a bookmark; None: ever."""
    if bookmark is None:
        return "true", ()
    return f'{tracking}."timestamp" > %s', (bookmark.timestamp,)
