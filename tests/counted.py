"""What tests have counted, for the end of a run: titles, each with a function that gives its lines.

Who counts adds itself. Where tests run in several processes, each sends its lines to the one that prints; the tests of
a file stay together, so a table is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

COUNTED: dict[str, Callable[[], Iterable[str]]] = {}
_received: dict[str, list[str]] = {}


def lines() -> dict[str, list[str]]:
    """All lines that there are by now, by title."""
    own = {title: list(give()) for title, give in COUNTED.items()}
    return {title: [*own.get(title, ()), *_received.get(title, ())] for title in {**own, **_received}}


def receive(sent: dict[str, list[str]]) -> None:
    """Take the lines of another process."""
    for title, some in sent.items():
        _received.setdefault(title, []).extend(some)
