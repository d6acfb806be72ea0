"""What a kind of database can do in a test, as its test folder says it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from dms_pipeline.providers.connection import Connection
    from tests.suite.gaps import Gap


class Backup(Protocol):
    """The content of a database at a moment."""

    def restore(self, connection: Connection) -> None:
        """Make it the content of a database with the same tables; nobody may be in a transaction there."""
        ...


class Clock(Protocol):
    """The clock of one database, which goes by itself and can be set."""

    def show(self, connection: Connection) -> None:
        """Let a connection to that database, and the triggers that its writes fire, ask this clock."""
        ...

    def step(self, **by: float) -> None:
        """Set it forward, or back, by the parts of a `timedelta`; sessions that are under way may be told late."""
        ...

    def set_right(self) -> None:
        """Make it the machine's again; no transaction may be open."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Abilities:
    """What tests may ask of one kind of database.

    Attributes:
        concurrent_writers: a transaction that has written keeps nobody from writing other rows.
        truncates: a transaction may TRUNCATE a table.
        or_clauses: INSERT OR REPLACE and its like, by the word after OR.
        rewrites: statements that write a table anew, with its key's first column, and leave it as it was.
        prepares: PREPARE TRANSACTION is there, and the server of a connection allows it.
        clock: a clock for the database of a connection; None where it cannot have one of its own.
        prepare_connection: statements for a connection of a test, that make it fast at the price of safety against
            power cuts.
        patience: let a connection wait for locks no longer than some milliseconds.
        backup: take a copy of the content.
        end: undo whatever a lost connection has left, as the database does by itself a little later.
        row_lock: what stands behind a SELECT that locks its rows.
        check_at_once: statements that have keys checked at each statement, inside a transaction.
        quirks: triggers of an application on a table with a column `name`: what begins with 'bad' is refused, what
            begins with 'loud' becomes upper case.
        without_quirks: drop them, if they are there.
        unrecorded: a block in which our triggers on a table record nothing; they look as before afterwards.
        cost: of a session, against that of the cheapest database.
        gaps: what is known not to be right yet on this database as a side, with the reason.
    """

    concurrent_writers: bool
    truncates: bool
    or_clauses: tuple[str, ...]
    rewrites: Callable[[str, str], tuple[str, ...]]
    prepares: Callable[[Connection], bool]
    clock: Callable[[Connection], Clock] | None
    prepare_connection: tuple[str, ...]
    patience: Callable[[Connection, int], None]
    backup: Callable[[Connection], Backup]
    end: Callable[[Connection], None]
    row_lock: str
    check_at_once: tuple[str, ...]
    quirks: Callable[[str], tuple[str, ...]]
    without_quirks: Callable[[str], tuple[str, ...]]
    unrecorded: Callable[[Connection, str], AbstractContextManager[None]]
    cost: int
    gaps: Mapping[Gap, str]


def abilities(kind: str) -> Abilities:
    """Those of a kind of database, by the name of its test folder."""
    found: Abilities = import_module(f"tests.providers.{kind}.abilities").ABILITIES
    return found
