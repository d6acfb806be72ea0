"""What a side can be asked "what changed since?" with: a mark, which is a key, and the state behind it.

Opaque outside the provider that took it: only the number that the reference stores is public. The provider supplies
one predicate (`providers/<name>/marks.py`), which decides what is sent and what is a conflict alike: a change that is
outside the bookmark has not been seen by the one who holds it, any other has.

The number alone cannot say that (spec: safe marks, 1.1): whatever value it has, changes that are committed later carry
stamps below it. So each side keeps, in `dms_marks`, the state of the selection that it issued a mark for; the number is
a clock reading that anybody else may use as one, and that is given to a client once (`runtime.marks`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One state of one database; `timestamp` is a reading of its logical clock, comparable only within that database.

    `state` is the provider's own text, None where only the number is known: then it means "stamped later".
    """

    timestamp: int
    state: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """Which changes are meant: those after `since` that `by` has not made itself.

    Attributes:
        since: None means "from the beginning".
        by: the writer whose own changes are left out; None means that only changes of local applications are meant
            (what a client selects).
        initial: the rows themselves, tracked or not (what a new client is given). With `since`, those are left out that
            `by` has written after it, and the deletes after it are meant too; without, no delete is.
        own: what `by` has made is meant, and nothing else.
    """

    since: Bookmark | None
    by: str | None
    initial: bool = False
    own: bool = False
