"""What is happening, as values: a closed union that reporters match exhaustively.

An event is told to one callable (`Report`), which may draw a bar, write a line, or do nothing. Events carry facts and
no texts; who shows them chooses the words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class StepsDone:
    """An apply has executed `done` of `total` steps on a database; `committed` ends it."""

    connection: str
    done: int
    total: int
    duration_s: float
    committed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncBegun:
    """A session between a client and its server has started."""

    scope: str
    client: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RowsMoved:
    """Rows of one table were written by the receiving side, not yet committed; `rows` counts from the phase's start.

    `expected` is None where the sender cannot say cheaply.
    """

    scope: str
    client: str
    table: str
    to_server: bool
    rows: int
    expected: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncEnded:
    """A session has ended; `failed` says that it raised."""

    scope: str
    client: str
    duration_s: float
    failed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncRetried:
    """A session failed in a way that may heal, and begins anew after a pause; `attempt` has failed, of `attempts`."""

    scope: str
    client: str
    reason: str
    attempt: int
    attempts: int
    pause_s: float


Event = StepsDone | SyncBegun | RowsMoved | SyncEnded | SyncRetried
Report = Callable[[Event], None]


def silent(event: Event) -> None:
    """Report nothing."""
    del event
