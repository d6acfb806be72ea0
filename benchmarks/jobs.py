"""Which benchmarks there are. The first job of each is the limit, then comes ours, then the naive way.

A job has three callables over a `Context`: `prepare` (not measured), `run` (measured; import inside it), `check` (how
many rows arrived). Each runs in a process of its own, with an empty target. A pair of databases gets its benchmark from
its limit (`limits.LIMITS`).
"""

from __future__ import annotations

from benchmarks import limits, ours
from benchmarks.engines import ENGINES
from benchmarks.harness import Benchmark

BENCHMARKS = {
    f"{source}-to-{target}": Benchmark(
        title=f"First sync, {ENGINES[source].title} to {ENGINES[target].title}",
        source=source,
        target=target,
        jobs=(limit, ours.FIRST_SYNC, limits.ROW_BY_ROW),
    )
    for (source, target), limit in limits.LIMITS.items()
}
