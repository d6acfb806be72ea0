"""Whole sessions over AdventureWorks, in-process and as a process: nine tables, 3,515 rows where the public data is.

The aims are those of Dotmim.Sync 1.3.0 on the same kind of machine, measured once and not here: a first sync with
provisioning 1.25 s, nothing to do 19 ms.
"""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from benchmarks.engines import engine
from tests import adventureworks
from tests.adventureworks.structure import TABLES
from tests.sync.naive import use_naive_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.commands import Pipeline

REPEAT = 9
SETTLE_S = 1.5  # marks of MariaDB look at the last second again, which is not to be the one of the load
MODULES = (
    "dms_pipeline.commands",
    "dms_pipeline.plan.planner",
    "dms_pipeline.runtime.executor",
    "dms_pipeline.schema.ddl",
)


def pipeline(folder: Path, server: str, client: str) -> Pipeline:
    """A pipeline over all nine tables."""
    import json

    from dms_pipeline.commands import Pipeline

    file, tables = folder / "adventureworks.toml", json.dumps([table.name for table in TABLES])
    file.write_text(
        'version = 1\nname = "adventureworks"\n'
        f"[connections.hq]\nurl = {json.dumps(server)}\n[connections.shop]\nurl = {json.dumps(client)}\n"
        f'[scopes.adventureworks]\nserver = "hq"\nclients = ["shop"]\ntables = {tables}\n',
        encoding="utf-8",
    )
    return Pipeline.load(file)


def change(server: str, turn: int) -> None:
    """Another price for one product."""
    engine(server).run(f'UPDATE "Product" SET "ListPrice" = {turn + 1} WHERE "ProductID" = 707', server)


def measure(folder: Path, server: str, client: str) -> Iterator[tuple[str, float, str]]:
    """What was done, its seconds, and the aim."""
    edit = partial(change, server)
    adventureworks.load(server)
    modules = (*MODULES, *engine(server).modules, *engine(client).modules)
    yield "importing what planning and syncing need", _importing(modules), ""
    for module in modules:
        import_module(module)  # so that it is no part of what follows
    begun = time.perf_counter()
    ours = pipeline(folder, server, client)
    ours.apply(ours.plan())
    sync(ours)
    yield "first sync with provisioning", time.perf_counter() - begun, "< 0.6 s"
    time.sleep(SETTLE_S)
    yield "nothing to do, connections included", _typical(lambda _: sync(ours)), ""
    yield "nothing to do, the session alone", session(ours), "< 15 ms"
    yield "one changed row, the session alone", session(ours, edit), "< 25 ms"
    command = [str(Path(sys.executable).parent / "dms-pipeline"), "sync", str(folder / "adventureworks.toml")]
    process = _typical(lambda _: subprocess.run(command, check=True, capture_output=True))
    yield "nothing to do, `dms-pipeline sync` as a process", process, ""
    with pytest.MonkeyPatch.context() as patch:
        # Last, since what it stores is no state. What it costs to miss nothing is the difference.
        use_naive_marks(patch)
        yield "nothing to do, the session alone, naive marks", session(ours), ""
        yield "one changed row, the session alone, naive marks", session(ours, edit), ""


def _importing(modules: tuple[str, ...]) -> float:
    """The seconds that imports take in a process that has none of them yet."""
    script = (
        "import sys, time; from importlib import import_module; begun = time.perf_counter();"
        " [import_module(module) for module in sys.argv[1:]]; print(time.perf_counter() - begun)"
    )
    command = [sys.executable, "-c", script, *modules]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def sync(ours: Pipeline) -> None:
    """Sync, and raise what went wrong."""
    for outcome in ours.sync():
        if outcome.error is not None:
            raise outcome.error


def session(ours: Pipeline, change: Callable[[int], None] = lambda _: None) -> float:
    """The median of what sessions say of themselves: from the first question to the last commit."""
    durations = []
    for turn in range(REPEAT):
        change(turn)
        durations += [outcome.result.duration_s for outcome in ours.sync() if outcome.result]
    return median(durations)


def _typical(action: Callable[[int], object]) -> float:
    seconds = []
    for turn in range(REPEAT):
        begun = time.perf_counter()
        action(turn)
        seconds.append(time.perf_counter() - begun)
    return median(seconds)
