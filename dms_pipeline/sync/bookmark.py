"""What a side can be asked "what changed since?" with.

Opaque outside the provider that took it: only equality and the number that the reference stores are public. The
provider supplies the predicate (`providers/<name>/marks.py`), so that another kind of mark replaces two functions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A reading of one database's logical clock, in that database's unit; comparable only within that database."""

    timestamp: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Which changes are meant: those after `since` that `by` has not made itself.

    Attributes:
        since: None means "from the beginning".
        by: the writer whose own changes are left out; None means that only changes of local applications are meant
            (what a client selects).
        initial: the rows themselves, tracked or not, and no tombstones (what a new client is given).
    """

    since: Bookmark | None
    by: str | None
    initial: bool = False
