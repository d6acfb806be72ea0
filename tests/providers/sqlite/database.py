"""How to make an empty SQLite database for a test."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def databases(directory: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty database at each call; opening it makes its file."""
    numbers = count(1)

    def create() -> str:
        return f"sqlite:///{directory / f'database-{next(numbers)}.db'}"

    yield create


databases_apart = databases  # nobody else is in a file
