"""Measuring: each phase of a job runs in a process of its own, so that its peak memory is its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """Where a job works.

    Attributes:
        rows: how many rows the source has.
        source: URL of the database that holds them; it is shared by all jobs of a benchmark, and not changed.
        target: URL of an empty database, the job's own.
        scratch: an empty folder, the job's own.
    """

    rows: int
    source: str
    target: str
    scratch: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One way to do what a benchmark is about.

    Attributes:
        name: as the table shows it.
        prepare: makes the target ready; not measured.
        run: what is measured; what it imports is part of it.
        check: the number of rows that arrived, compared with the source's.
        most_rows: a slow job works on so many rows at most, and its time is scaled up.
    """

    name: str
    prepare: Callable[[Context], None]
    run: Callable[[Context], None]
    check: Callable[[Context], int]
    most_rows: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmark:
    """Jobs that do the same; the first is the limit that the others are compared with."""

    title: str
    source: str
    target: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What a run took.

    Attributes:
        seconds: for all rows; scaled where `scaled`.
        own_kib: peak of resident memory of the process that ran the job.
        children_kib: the same of the largest process that it started, 0 if none.
    """

    seconds: float
    own_kib: int
    children_kib: int
    scaled: bool = False

    @property
    def peak_kib(self) -> int:
        """The larger peak: of the tools where the job starts some, else of the job itself."""
        return self.children_kib or self.own_kib


def measure(benchmark: str, position: int, job: Job, context: Context) -> Measured:
    """Run a job: prepare, measure, check.

    Raises:
        RuntimeError: rows are missing at the end, or a phase failed.
    """
    rows = min(context.rows, job.most_rows or context.rows)
    limited = replace(context, rows=rows)
    _phase("prepare", benchmark, position, limited)
    measured = Measured(**json.loads(_phase("run", benchmark, position, limited)))
    arrived = json.loads(_phase("check", benchmark, position, limited))
    if arrived != rows:
        raise RuntimeError(f"{job.name}: {arrived} of {rows} rows arrived")
    if rows == context.rows:
        return measured
    return replace(measured, seconds=measured.seconds * context.rows / rows, scaled=True)


def _phase(phase: str, benchmark: str, position: int, context: Context) -> str:
    command = [sys.executable, "-m", "benchmarks.harness", phase, benchmark, str(position), json.dumps(asdict(context))]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=Path(__file__).parents[1])
    if done.returncode != 0:
        raise RuntimeError(f"{benchmark}, {phase} of job {position} failed:\n{done.stderr}")
    return done.stdout.splitlines()[-1] if done.stdout else ""


def _work(phase: str, benchmark: str, position: str, context: str) -> None:
    from benchmarks.jobs import BENCHMARKS

    job = BENCHMARKS[benchmark].jobs[int(position)]
    where = Context(**json.loads(context))
    match phase:
        case "prepare":
            job.prepare(where)
        case "check":
            print(job.check(where))
        case _:
            started = time.perf_counter()
            job.run(where)
            seconds = time.perf_counter() - started
            children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            print(json.dumps({"seconds": seconds, "own_kib": _own_peak_kib(), "children_kib": children}))


def _own_peak_kib() -> int:
    # ru_maxrss of a process counts what its parent had when it was started; the kernel's mark does not.
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))


if __name__ == "__main__":
    _work(*sys.argv[1:])
