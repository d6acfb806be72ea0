"""Who is at work in a MariaDB server: statements that run, and applies of ours that are under way.

Statements of other users are seen with the PROCESS privilege alone. Sleeping sessions, the server's own threads and
those that send or apply a binary log run nothing that a trigger stamps.

An apply stamps what it writes with the moment at which it began, which may be long before a statement of it. It says so
by a row in `dms_lock` that its transaction inserts first and deletes last: nobody ever sees it committed, and everybody
who reads what is not committed yet sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.errors import AccessDenied
from dms_pipeline.providers.mariadb.extended import CLOCK
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.own import LOCK

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

_LOCK = TRAITS.style.name(LOCK.name)
_APPLY = "sync/"
RUNNING = (
    "SELECT ID, QUERY_ID, TIME_MS FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()"
    " AND USER <> 'system user' AND COMMAND NOT IN"
    " ('Sleep', 'Daemon', 'Binlog Dump', 'Slave_IO', 'Slave_SQL', 'Slave_worker')"
)
SERVER = "CONCAT(@@server_uid, '/', DATABASE())"
SEES_ALL = (
    "EXISTS (SELECT 1 FROM information_schema.USER_PRIVILEGES WHERE PRIVILEGE_TYPE = 'PROCESS' AND GRANTEE ="
    " CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''', SUBSTRING_INDEX(CURRENT_USER(), '@', -1), ''''))"
)
EARLY = 100  # ticks by which a statement may have begun before the time that is shown of it


@dataclass(frozen=True, kw_only=True, slots=True)
class Watching:
    """How one variant's server is asked.

    Attributes:
        running: thread, statement and age in milliseconds of what runs; a statement may be `UNKNOWN`.
        plainly: the same for users who may not ask that; None where all may.
        server: which database of which server this is.
    """

    running: str
    plainly: str | None
    server: str


MARIADB = Watching(running=RUNNING, plainly=None, server=SERVER)
UNKNOWN = -1  # a statement that cannot be told from another one of its thread


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """A statement, or an apply as a whole (`query` is 0), with the least stamp that it can have given."""

    thread: int
    query: int
    start: int


def statements(connection: Connection, clock: int, watching: Watching) -> tuple[Running, ...]:
    """The statements of others, by a clock that was read before."""
    try:
        rows = connection.rows(watching.running)
    except AccessDenied:
        if watching.plainly is None:
            raise
        rows = connection.rows(watching.plainly)
    return tuple(
        Running(thread=int(thread), query=int(query), start=clock - round(float(age) * 10) - EARLY)
        for thread, query, age in rows
    )


def applies(connection: Connection) -> tuple[Running, ...]:
    """The applies under way; inside a transaction that reads what is not committed."""
    rows = connection.rows(f"SELECT pid, started_at FROM {_LOCK} WHERE LEFT(lock_name, {len(_APPLY)}) = '{_APPLY}'")
    return tuple(Running(thread=int(thread), query=0, start=int(start)) for thread, start in rows)


def begin_apply(connection: Connection) -> int:
    """Say that an apply begins, inside its transaction; the stamp that its rows carry."""
    name = f"CONCAT('{_APPLY}', CONNECTION_ID())"
    connection.execute(
        f"INSERT INTO {_LOCK} (lock_name, owner, host, pid, run_id, started_at)"
        f" SELECT {name}, '', '', CONNECTION_ID(), 0, {CLOCK} ON DUPLICATE KEY UPDATE started_at = VALUES(started_at)"
    )
    return int(connection.value(f"SELECT started_at FROM {_LOCK} WHERE lock_name = {name}"))


def end_apply(connection: Connection) -> None:
    """Say that all of it is written."""
    connection.execute(f"DELETE FROM {_LOCK} WHERE lock_name = CONCAT('{_APPLY}', CONNECTION_ID())")


def hold(connection: Connection, name: str) -> None:
    """Have a name for oneself until the transaction ends, whatever way it ends.

    A row that is inserted and deleted at once is nowhere to be seen, but its key stays locked.
    """
    connection.execute(
        f"INSERT INTO {_LOCK} (lock_name, owner, host, pid, run_id, started_at) VALUES (%s, '', '', 0, 0, '')"
        " ON DUPLICATE KEY UPDATE pid = 0",
        (name,),
    )
    connection.execute(f"DELETE FROM {_LOCK} WHERE lock_name = %s", (name,))
