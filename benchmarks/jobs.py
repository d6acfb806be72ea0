"""Which benchmarks there are. The first job of each is the limit, then comes ours, then the naive way.

A job has three callables over a `Context`: `prepare` (not measured), `run` (measured; import inside it), `check` (how
many rows arrived). Each runs in a process of its own, with an empty target.
"""

from __future__ import annotations

from benchmarks import limits, ours
from benchmarks.harness import Benchmark

BENCHMARKS = {
    "postgresql-to-sqlite": Benchmark(
        title="First sync, PostgreSQL to SQLite",
        source="postgresql",
        target="sqlite",
        jobs=(limits.SQLITE_IMPORT, ours.FIRST_SYNC, limits.ROW_BY_ROW),
    ),
    "postgresql-to-postgresql": Benchmark(
        title="First sync, PostgreSQL to PostgreSQL",
        source="postgresql",
        target="postgresql",
        jobs=(limits.PG_DUMP, ours.FIRST_SYNC, limits.ROW_BY_ROW),
    ),
    "sqlite-to-sqlite": Benchmark(
        title="First sync, SQLite to SQLite",
        source="sqlite",
        target="sqlite",
        jobs=(limits.ATTACH, ours.FIRST_SYNC, limits.ROW_BY_ROW),
    ),
    "sqlite-to-postgresql": Benchmark(
        title="First sync, SQLite to PostgreSQL",
        source="sqlite",
        target="postgresql",
        jobs=(limits.SQLITE_TO_COPY, ours.FIRST_SYNC, limits.ROW_BY_ROW),
    ),
}
