"""The same jobs done by this package, through the facade that people use: provisioned before, synced while measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import Job
from benchmarks.limits import count_with_tracking

if TYPE_CHECKING:
    from benchmarks.harness import Context
    from dms_pipeline.commands import Pipeline


def _pipeline(context: Context) -> Pipeline:
    from dms_pipeline.commands import Pipeline

    file = Path(context.scratch) / "bench.toml"
    file.write_text(
        f"""
version = 1
name = "bench"

[connections.hq]
url = {json.dumps(context.source)}

[connections.shop]
url = {json.dumps(context.target)}

[scopes.bench]
server = "hq"
clients = ["shop"]
tables = ["bench"]
""",
        encoding="utf-8",
    )
    return Pipeline.load(file)


def provision(context: Context) -> None:
    """Scope, tracking tables and triggers on both sides."""
    pipeline = _pipeline(context)
    pipeline.apply(pipeline.plan())


def first_sync(context: Context) -> None:
    """Every row and its tracking row, marks saved, in one session."""
    for outcome in _pipeline(context).sync():
        if outcome.error is not None:
            raise outcome.error


def count_and_destroy(context: Context) -> int:
    """The rows that arrived; then the source is as it was, for the next job."""
    arrived = count_with_tracking(context)
    pipeline = _pipeline(context)
    pipeline.apply(pipeline.destroy_plan())
    return arrived


FIRST_SYNC = Job(
    name="dms-pipeline: rows, tracking rows, marks", prepare=provision, run=first_sync, check=count_and_destroy
)
