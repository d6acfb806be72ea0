"""Trying a session again after a failure that may heal: a deadlock, a lost connection, a server that restarts.

Repeating a session is harmless (`sync`), so the whole is repeated on new connections, a few times with growing
pauses. The pauses are spread at random, for clients that lost the same server must not come back in step. What
another program holds is not waited for once more: the database has waited as long as the user said.

Decided against: repeating without end, as the reference does. Nobody looks at a sync that never fails.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, TypeVar

from dms_pipeline.errors import Transient, Unreachable
from dms_pipeline.events import SyncRetried

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.events import Report

ATTEMPTS = 5
FIRST_PAUSE_S = 0.2  # doubled after each attempt: 3 s in all, about as long as a server takes to restart

Result = TypeVar("Result")


def pause_s(attempt: int) -> float:
    """How long to wait after an attempt, counted from 1: half of it to all of it, at random."""
    return FIRST_PAUSE_S * 2.0 ** (attempt - 1) * random.uniform(0.5, 1.0)  # noqa: S311 - nobody must not guess it


def retried(
    action: Callable[[], Result], renew: Callable[[], None], *, scope: str, client: str, report: Report
) -> Result:
    """Run a session, again where its failure may heal; `renew` makes that the next attempt has new connections.

    Raises:
        DmsError: the last failure, or one that does not heal. A database that cannot be reached may come back only if
            it was there a moment ago.
    """
    for attempt in range(1, ATTEMPTS):
        try:
            return action()
        except (Transient, Unreachable) as error:
            if attempt == 1 and isinstance(error, Unreachable):
                raise
            pause = pause_s(attempt)
            report(
                SyncRetried(
                    scope=scope,
                    client=client,
                    reason=error.message.partition("\n")[0],
                    attempt=attempt,
                    attempts=ATTEMPTS,
                    pause_s=pause,
                )
            )
        renew()
        time.sleep(pause)
    return action()
