"""Opening SQLite files and translating what the driver raises."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from dms_pipeline import errors

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

MINIMUM = (3, 38, 0)


def engine(url: URL, timeout_s: float) -> Engine:
    """A pool for a file; foreign keys are enforced, a busy file is waited for."""
    from sqlalchemy import create_engine, event

    if sqlite3.sqlite_version_info < MINIMUM:
        raise errors.MissingDriver(f"SQLite {sqlite3.sqlite_version} is too old: 3.38 or later is needed")
    made = create_engine(
        url, isolation_level="AUTOCOMMIT", connect_args={"timeout": timeout_s, "check_same_thread": False}
    )

    @event.listens_for(made, "connect")
    def prepare(driver: Any, record: object) -> None:
        del record
        driver.execute("PRAGMA foreign_keys = ON")
        # Takes effect in a file without a page alone, one that we are about to fill: a quarter off a load (benchmarks).
        driver.execute("PRAGMA page_size = 16384")

    return made


def translate(endpoint: str, error: BaseException) -> errors.DmsError:  # noqa: PLR0911 - each case returns
    """The driver's exception as ours, by SQLite's result code."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else None
    text = str(error)
    match primary:
        case sqlite3.SQLITE_READONLY:
            return errors.ReadOnly(
                endpoint,
                f"the database cannot be written ({text})",
                hint="does its URL say mode=ro, or is the file or its folder protected from writing?",
            )
        case sqlite3.SQLITE_FULL:
            return errors.DiskFull(
                endpoint,
                f"no room is left ({text}); nothing of this transaction was kept",
                hint="make room, then run the same command again",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return errors.Locked(
                endpoint,
                f"another program is writing to the database ({text})",
                hint="run again when it has finished; apply waits longer with --lock-timeout, all others with"
                " --connect-timeout",
            )
        case sqlite3.SQLITE_CANTOPEN:
            return errors.Unreachable(
                endpoint, f"the file cannot be opened ({text})", hint="may this user read and write it and its folder?"
            )
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return errors.NotIntact(
                endpoint,
                f"this is no intact SQLite database ({text})",
                hint="is it the right file? A damaged one has to come back from a copy",
            )
        case sqlite3.SQLITE_AUTH | sqlite3.SQLITE_PERM:
            return errors.AccessDenied(endpoint, text)
        case _:
            return errors.DatabaseError(endpoint, text)
