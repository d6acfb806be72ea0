"""Sessions that move 1,000 changed rows of the large table, each way, and sessions over it with nothing to do.

The aims are those of 1,000 changes in 1,000,000 rows: 15 ms to select them, 60 ms to write them, and what an idle
session takes. The reference took more than a second for as many in 100,000.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from benchmarks import data, ours, sessions
from benchmarks.engines import engine
from benchmarks.sessions import session
from tests.sync.naive import use_naive_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.harness import Context

CHANGED = 1_000


def change(url: str, rows: int, by: int = 1) -> None:
    """Raise the quantity of 1,000 rows all over the table, or of all where there are fewer."""
    kind = engine(url)
    keys = ", ".join(kind.value("uuid", f"'{data.key(number)}'") for number in range(1, min(rows, CHANGED) + 1))
    kind.run(f'UPDATE "bench" SET "quantity" = "quantity" + {by} WHERE "id" IN ({keys})', url)


def measure(context: Context) -> Iterator[tuple[str, float, str]]:
    """What was done, its seconds, and the aim; the source is as it was at the end."""
    ours.provision(context)
    try:
        yield from _measure(context)
    finally:
        ours.destroy(context)
    change(context.source, context.rows, by=-3 * sessions.REPEAT)


def _measure(context: Context) -> Iterator[tuple[str, float, str]]:
    ours.first_sync(context)
    time.sleep(sessions.SETTLE_S)
    pipeline = ours.pipeline(context)

    def edit(url: str, _: int) -> None:
        time.sleep(sessions.SETTLE_S)  # one change a second is asked for, not a session after another
        change(url, context.rows)

    changed = min(context.rows, CHANGED)
    yield "nothing to do, the session alone", session(pipeline), "< 15 ms"
    yield f"{changed:,} rows changed on the server", session(pipeline, partial(edit, context.source)), "< 90 ms"
    yield f"{changed:,} rows changed on the client", session(pipeline, partial(edit, context.target)), "< 90 ms"
    with pytest.MonkeyPatch.context() as patch:
        # Last, since what it stores is no state. What it costs to miss nothing is the difference.
        use_naive_marks(patch)
        yield "nothing to do, naive marks", session(pipeline), ""
        yield (
            f"{changed:,} rows changed on the server, naive marks",
            session(pipeline, partial(edit, context.source)),
            "",
        )
