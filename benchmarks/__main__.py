"""Run benchmarks side by side and print their ratios."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import data, limits, sessions
from benchmarks.harness import Benchmark, Context, Measured, measure
from benchmarks.jobs import BENCHMARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_numbers = count(1)
SESSIONS = {
    "adventureworks": ("postgresql", "sqlite"),
    "adventureworks-postgresql": ("postgresql", "postgresql"),
}


def main() -> int:
    """Run what was asked for; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    known = [*BENCHMARKS, *SESSIONS]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all if none is given")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the large table (1000000)")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each job, in turn; the median counts (1)")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(known))
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    with ExitStack() as stack:
        sources = _Sources(stack, asked.rows)
        for name in asked.names or known:
            if name in SESSIONS:
                _sessions(sources, *SESSIONS[name])
                continue
            _report(BENCHMARKS[name], _run(name, BENCHMARKS[name], sources, asked.repeat), asked.rows)
    return 0


def _sessions(sources: _Sources, server_kind: str, client_kind: str) -> None:
    with (
        sources.empty(server_kind) as server,
        sources.empty(client_kind) as client,
        tempfile.TemporaryDirectory() as folder,
    ):

        def change(turn: int) -> None:
            limits.run(f'UPDATE "Product" SET "ListPrice" = {turn + 1} WHERE "ProductID" = 707', server)

        print(f"\nAdventureWorks, {server_kind} to {client_kind}")
        for what, seconds, aim in sessions.measure(Path(folder), server, client, change):
            print(f"{what:<52} {seconds * 1000:>9.1f} ms   {aim}", flush=True)


class _Sources:
    """The rows, made once for each kind of database that is asked for."""

    def __init__(self, stack: ExitStack, rows: int) -> None:
        self.stack = stack
        self.rows = rows
        self.made: dict[str, str] = {}
        self._server: str | None = None

    def url(self, kind: str) -> str:
        """The database of a kind that holds the rows."""
        if kind not in self.made:
            target = self.stack.enter_context(self.empty(kind))
            print(f"making {self.rows:,} rows ({kind}) …", file=sys.stderr)
            if kind == "sqlite":
                self._copy(self.url("postgresql"), target)
            else:
                limits.run(data.create_table(), target)
                limits.run(data.fill_postgresql(self.rows), target)
                limits.run('VACUUM ANALYZE "bench"', target)
            self.made[kind] = target
        return self.made[kind]

    @contextmanager
    def empty(self, kind: str) -> Iterator[str]:
        """An empty database of a kind, gone at the end."""
        if kind == "sqlite":
            with tempfile.TemporaryDirectory(prefix="dms-bench-") as folder:
                yield f"sqlite:///{folder}/bench.db"
            return
        if self._server is None:
            from tests.postgresql_server import server

            self._server = self.stack.enter_context(server())
        name = f"dms_bench_{next(_numbers)}"
        limits.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', self._server)
        limits.run(f'CREATE DATABASE "{name}" TEMPLATE template0', self._server)
        try:
            base, _, _ = self._server.rpartition("/")
            yield f"{base}/{name}"
        finally:
            limits.run(f'DROP DATABASE "{name}" WITH (FORCE)', self._server)

    def _copy(self, source: str, target: str) -> None:
        context = Context(rows=self.rows, source=source, target=target, scratch="")
        limits.empty_table(context)
        marks = ", ".join("?" for _ in data.COLUMNS)
        with limits.sqlite_file(target) as file:
            file.execute("BEGIN")
            file.executemany(f"INSERT INTO bench VALUES ({marks})", limits.source_rows(context))
            file.execute("COMMIT")


def _run(name: str, benchmark: Benchmark, sources: _Sources, repeat: int) -> list[Measured]:
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
