"""A clock that nobody sets: by it, a database's clock that was turned back and forth is seen."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import cache
from pathlib import Path


def steady_ms() -> tuple[str, int] | None:
    """Milliseconds of a clock that only goes forward, with what it counts from; None where that has no name."""
    boot = _boot()
    return None if boot is None else (boot, time.monotonic_ns() // 1_000_000)


@cache
def _boot() -> str | None:
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return None
