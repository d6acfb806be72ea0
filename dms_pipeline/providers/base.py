"""The contract between the core and a kind of database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Engine

    from dms_pipeline.errors import DmsError
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What an inspection looks at.

    The tables of every setup stored in the database are looked at besides `tables`: shared objects are counted over
    all of them. `count_unsynced` asks for exact counts of what would be lost with our objects: changes that were not
    uploaded yet, rows that are kept aside.
    """

    scope_info_table: str = "scope_info"
    tables: tuple[TableName, ...] = ()
    tracking_tables: tuple[TableName, ...] = ()
    count_unsynced: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Fingerprint:
    """An object of ours as the catalogue shows it: the table that it belongs to, a digest of its text."""

    base: str
    digest: str


class ApplyLock(Protocol):
    """One database held for one apply, from before its first step until its work is done (design decision 32).

    The order of calls: `publish` once, then `begin` with `commit` or `rollback`, again after a rollback; `release` at
    last and in any case. Making the lock has changed nothing in the database, and found that it can be written.
    """

    @property
    def guard(self) -> Connection:
        """Where the lock's row and the history are written; never undone by `rollback` once published."""
        ...

    @property
    def work(self) -> Connection:
        """Where the steps run."""
        ...

    def publish(self) -> bool:
        """Let others see what was written through `guard`; True if somebody wrote to the database in that moment.

        Raises:
            Locked: somebody took the lock in that moment.
        """
        ...

    def begin(self) -> None:
        """Begin the transaction of the steps."""
        ...

    def commit(self) -> None:
        """End it; the lock may be gone with it."""
        ...

    def rollback(self) -> None:
        """Undo it; the lock may be gone with it."""
        ...

    def release(self) -> None:
        """Give back the lock and the connections."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """One kind of database; a variant is `replace(parent.PROVIDER, …)`.

    Attributes:
        name: as plans show it.
        schemes: the URL schemes that mean this kind.
        traits: its facts.
        is_file: the database part of a URL is the path of a file.
        engine: a pool of autocommit connections for a URL; nothing is opened yet. The second argument is the time to
            wait for a connection, in seconds.
        inspect: one consistent look at a database.
        target: what it makes of what is desired (planning alone asks).
        changes: how rows are read and written (`providers.changes`; syncing alone asks).
        lock: hold a database for an apply: a function that opens a connection to it, and for how many seconds to wait;
            raises `Locked`, and `ReadOnly` where it cannot be written.
        fingerprints: triggers and tracking tables as they are, in one query and without parsing: (kind, name), with
            kind `trigger` or `tracking-table` and name `table.trigger` or `table`, to what `dms_objects` keeps.
        is_outlived: of a trigger that is missing, by its name as there: what it recorded can happen no longer.
        translate: an exception of its driver as one of ours; the first argument is the connection's name.
    """

    name: str
    schemes: tuple[str, ...]
    traits: Traits
    is_file: bool
    engine: Callable[[URL, float], Engine]
    inspect: Callable[[Connection, Look], DatabaseState]
    target: Callable[[], Target]
    changes: Callable[[], Changes]
    lock: Callable[[Callable[[], Connection], float], ApplyLock]
    fingerprints: Callable[[Connection], dict[tuple[str, str], Fingerprint]]
    is_outlived: Callable[[Connection, str], bool]
    translate: Callable[[str, BaseException], DmsError]
