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


def pipeline(context: Context) -> Pipeline:
    """A pipeline over the large table, from the source as the server to the target as its client."""
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
    ours = pipeline(context)
    ours.apply(ours.plan())


def first_sync(context: Context) -> None:
    """Every row and its tracking row, marks saved, in one session."""
    for outcome in pipeline(context).sync():
        if outcome.error is not None:
            raise outcome.error


def count_and_destroy(context: Context) -> int:
    """The rows that arrived; then the source is as it was, for the next job."""
    arrived = count_with_tracking(context)
    destroy(context)
    return arrived


def destroy(context: Context) -> None:
    """Take away what `provision` made."""
    ours = pipeline(context)
    ours.apply(ours.destroy_plan())


FIRST_SYNC = Job(
    name="dms-pipeline: rows, tracking rows, marks", prepare=provision, run=first_sync, check=count_and_destroy
)
