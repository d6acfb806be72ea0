"""What `sync` prints, and `apply` after its steps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.cli import show
from dms_pipeline.runtime.journal import key_text
from dms_pipeline.runtime.progress import reporter
from dms_pipeline.sync.describe import as_json as result_json
from dms_pipeline.sync.describe import by_sync, by_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.commands import Pipeline
    from dms_pipeline.runtime.sessions import SyncJob, SyncOutcome

FAILED, ROWS_KEPT_ASIDE = 1, 3
SHOWN = 3  # conflicts and failed rows that are told of one by one


def run(pipeline: Pipeline, jobs: Sequence[SyncJob], *, as_json: bool, verbose: bool) -> int:
    """Run syncs, print what they did; the exit code."""
    begun = datetime.now(UTC)
    with reporter(bars=not as_json) as report:
        outcomes = pipeline.sync(jobs, report)
    if as_json:
        show.document("sync", content(outcomes, begun))
    else:
        print_outcomes(pipeline, outcomes, verbose=verbose)
    return exit_code(outcomes)


def exit_code(outcomes: Sequence[SyncOutcome]) -> int:
    """1 where a sync failed, 3 where rows were kept aside, else 0."""
    if any(outcome.error is not None for outcome in outcomes):
        return FAILED
    kept = any(outcome.result is not None and outcome.result.failed for outcome in outcomes)
    return ROWS_KEPT_ASIDE if kept else 0


def content(outcomes: Sequence[SyncOutcome], begun: datetime) -> dict[str, Any]:
    """The members of the JSON document."""
    run_number = next((outcome.run for outcome in outcomes if outcome.run is not None), None)
    return {
        "run": None if run_number is None else f"r{run_number}",
        "started_at": begun.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "duration_s": round((datetime.now(UTC) - begun).total_seconds(), 3),
        "exit_code": exit_code(outcomes),
        "syncs": [_outcome_json(outcome) for outcome in outcomes],
        "pending": sorted({outcome.job.scope for outcome in outcomes if outcome.file_differs}),
        "errors": show.errors_json(outcome.error for outcome in outcomes if outcome.error is not None),
    }


def _outcome_json(outcome: SyncOutcome) -> dict[str, Any]:
    if outcome.result is not None:
        return result_json(outcome.result, [one.id for one in outcome.conflicts])
    return {
        "scope": outcome.job.scope,
        "client": outcome.job.client,
        "sync_type": None,
        "outcome": "failed",
        "duration_s": None,
        "conflicts": [],
        "failed": None,
        "error": show.errors_json([outcome.error])[0] if outcome.error is not None else None,
        "tables": [],
    }


def print_outcomes(pipeline: Pipeline, outcomes: Sequence[SyncOutcome], *, verbose: bool) -> None:
    """One sync by table, several a line each (by table with -v); then what needs a word."""
    results = [outcome.result for outcome in outcomes if outcome.result is not None]
    if len(results) == 1 or verbose:
        click.echo("\n".join(by_table(result) for result in results))
    elif results:
        click.echo(by_sync(results))
    _tell_conflicts(pipeline, outcomes)
    _tell_failed(outcomes)
    for scope in sorted({outcome.job.scope for outcome in outcomes if outcome.file_differs}):
        show.warn(f"{pipeline.path} asks for more than scope {scope} has; dms-pipeline plan shows what, apply does it")
    for outcome in outcomes:
        if outcome.error is not None:
            click.echo(f"{outcome.job.scope}  {outcome.job.client}: not synced", err=True)
            show.error(outcome.error)


def _tell_conflicts(pipeline: Pipeline, outcomes: Sequence[SyncOutcome]) -> None:
    conflicts = [one for outcome in outcomes for one in outcome.conflicts]
    for one in conflicts[:SHOWN]:
        how = (
            "deleted on one side, changed on the other"
            if "delete" in {one.conflict.server_change, one.conflict.client_change}
            else "changed on both sides"
        )
        click.echo(
            f"conflict {one.id}: {one.conflict.table} {key_text(one.conflict.key)} {how}; {one.conflict.rule};"
            f" the other row is kept: dms-pipeline conflicts show {one.id}{_file_argument(pipeline)}"
        )
    if len(conflicts) > SHOWN:
        command = f"dms-pipeline conflicts list{_file_argument(pipeline)}"
        click.echo(f"and {len(conflicts) - SHOWN:,} more conflicts: {command}")


def _tell_failed(outcomes: Sequence[SyncOutcome]) -> None:
    for outcome in outcomes:
        for side, error in outcome.failed_rows[:SHOWN]:
            click.echo(
                f"row-failed e{error.number} on {side}: {error.table} {key_text(error.key)}: {error.reason}", err=True
            )
        if outcome.failed_rows:
            click.echo(
                f"{len(outcome.failed_rows):,} rows of scope {outcome.job.scope} are kept in dms_errors and tried again"
                " at each sync; all others were applied",
                err=True,
            )


def _file_argument(pipeline: Pipeline) -> str:
    from dms_pipeline.commands import DEFAULT_FILE

    return "" if str(pipeline.path) == DEFAULT_FILE else f" {pipeline.path}"
