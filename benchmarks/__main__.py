"""Run benchmarks side by side and print their ratios."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import changes, data, sessions
from benchmarks.engines import ENGINES
from benchmarks.harness import Benchmark, Context, Measured, measure
from benchmarks.jobs import BENCHMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

PAIRS = tuple((benchmark.source, benchmark.target) for benchmark in BENCHMARKS.values())
SESSIONS = {
    "adventureworks": ("postgresql", "sqlite"),
    "adventureworks-postgresql": ("postgresql", "postgresql"),
    "adventureworks-mariadb": ("mariadb", "mariadb"),
    "adventureworks-mariadb-to-sqlite": ("mariadb", "sqlite"),
    "adventureworks-mariadb-to-postgresql": ("mariadb", "postgresql"),
    "adventureworks-postgresql-to-mariadb": ("postgresql", "mariadb"),
}
CHANGES = {f"changes-{source}-to-{target}": (source, target) for source, target in PAIRS}


def main() -> int:
    """Run what was asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = [*BENCHMARKS, *CHANGES, *SESSIONS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all if none is given")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the large table (1000000)")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each load, in turn; the median counts (1)")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(known))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    with ExitStack() as stack:
        sources = Sources(stack, asked.rows)
        for name in asked.names or known:
            if name in SESSIONS:
                _sessions(sources, *SESSIONS[name])
            elif name in CHANGES:
                _changes(sources, *CHANGES[name])
            else:
                _report(BENCHMARKS[name], _run(name, BENCHMARKS[name], sources, asked.repeat), asked.rows)
    return 0


def _sessions(sources: Sources, server_kind: str, client_kind: str) -> None:
    with (
        sources.empty(server_kind) as server,
        sources.empty(client_kind) as client,
        tempfile.TemporaryDirectory() as folder,
    ):
        _print(
            f"AdventureWorks, {ENGINES[server_kind].title} to {ENGINES[client_kind].title}",
            sessions.measure(Path(folder), server, client),
        )


def _changes(sources: Sources, server_kind: str, client_kind: str) -> None:
    with sources.empty(client_kind) as client, tempfile.TemporaryDirectory() as folder:
        context = Context(rows=sources.rows, source=sources.url(server_kind), target=client, scratch=folder)
        _print(
            f"Changes, {ENGINES[server_kind].title} to {ENGINES[client_kind].title}, {sources.rows:,} rows",
            changes.measure(context),
        )


def _print(title: str, figures: Iterator[tuple[str, float, str]]) -> None:
    print(f"\n{title}")
    for what, seconds, aim in figures:
        print(f"{what:<52} {seconds * 1000:>9.1f} ms   {aim}", flush=True)


class Sources:
    """The rows, made once for each kind of database that is asked for."""

    def __init__(self, stack: ExitStack, rows: int) -> None:
        self.rows = rows
        self._stack = stack
        self._numbers = count(1)
        self._made: dict[str, str] = {}
        self._servers: dict[str, str] = {}

    def url(self, kind: str) -> str:
        """The database of a kind that holds the rows."""
        if kind not in self._made:
            engine = ENGINES[kind]
            target = self._stack.enter_context(self.empty(kind))
            print(f"making {self.rows:,} rows ({kind}) …", file=sys.stderr)
            engine.run(engine.create_table(), target)
            if kind == data.MADE_BY:
                engine.run(data.fill(self.rows), target)
            else:
                maker = ENGINES[data.MADE_BY]
                engine.load(target, engine.insert(), maker.rows(self.url(data.MADE_BY), maker.select()))
            engine.run(engine.settle, target)
            self._made[kind] = target
        return self._made[kind]

    @contextmanager
    def empty(self, kind: str) -> Iterator[str]:
        """An empty database of a kind, gone at the end."""
        if kind not in self._servers:
            self._servers[kind] = self._stack.enter_context(ENGINES[kind].server())
        with ENGINES[kind].database(self._servers[kind], f"dms_bench_{os.getpid()}_{next(self._numbers)}") as url:
            yield url


def _run(name: str, benchmark: Benchmark, sources: Sources, repeat: int) -> list[Measured]:
    # In turn, so that a slow minute of the machine hits all jobs alike.
    source = sources.url(benchmark.source)
    runs: list[list[Measured]] = [[] for _ in benchmark.jobs]
    for _ in range(repeat):
        for position, job in enumerate(benchmark.jobs):
            print(f"{name}: {job.name} …", file=sys.stderr)
            scratch = tempfile.mkdtemp(prefix="dms-bench-")
            try:
                with sources.empty(benchmark.target) as target:
                    context = Context(rows=sources.rows, source=source, target=target, scratch=scratch)
                    runs[position].append(measure(name, position, job, context))
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
    return [_typical(results) for results in runs]


def _typical(results: list[Measured]) -> Measured:
    middle = median(result.seconds for result in results)
    return min(results, key=lambda result: abs(result.seconds - middle))


def _report(benchmark: Benchmark, results: list[Measured], rows: int) -> None:
    limit = results[0].seconds
    print(f"\n{benchmark.title}, {rows:,} rows")
    print(f"{'job':<52} {'ratio':>7} {'seconds':>9} {'rows/s':>10} {'peak MB':>8}")
    for job, result in zip(benchmark.jobs, results, strict=True):
        scaled = "~" if result.scaled else ""
        seconds = f"{scaled}{result.seconds:.3f}" if result.seconds < 1 else f"{scaled}{result.seconds:.1f}"
        rate = f"{rows / result.seconds:,.0f}"
        print(
            f"{job.name:<52} {result.seconds / limit:>6.2f}x {seconds:>9} {rate:>10} {result.peak_kib / 1024:>8.0f}",
            flush=True,
        )
    if any(result.scaled for result in results):
        print("~ measured on fewer rows and scaled up")


if __name__ == "__main__":
    sys.exit(main())
