"""What `sync` prints, and `apply` after its steps."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.cli import show
from dms_pipeline.errors import UsageError
from dms_pipeline.runtime.journal import key_text
from dms_pipeline.runtime.progress import reporter
from dms_pipeline.sync.describe import as_json as result_json
from dms_pipeline.sync.describe import by_sync, by_table
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.result import Again, Anew, Unseen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.commands import Pipeline
    from dms_pipeline.runtime.journal import NamedError
    from dms_pipeline.runtime.sessions import SyncJob, SyncOutcome

FAILED, ROWS_KEPT_ASIDE = 1, 3
SHOWN = 3  # conflicts and failed rows that are told of one by one, without -v
DID = {"update": "changed", "delete": "deleted"}


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


def type_of(*, reinitialize: bool, with_upload: bool) -> SyncType:
    """What two flags mean.

    Raises:
        UsageError: both are given.
    """
    if reinitialize and with_upload:
        raise UsageError(
            "--reinitialize sends nothing, --reinitialize-with-upload sends what waits; nothing was synced",
            hint="give one of them",
        )
    if with_upload:
        return SyncType.REINITIALIZE_WITH_UPLOAD
    return SyncType.REINITIALIZE if reinitialize else SyncType.NORMAL


def approved(pipeline: Pipeline, jobs: Sequence[SyncJob]) -> bool:
    """Ask about changes that the jobs would give up; where there are none, nobody is asked."""
    asked = [job for job in jobs if job.sync_type is SyncType.REINITIALIZE]
    waiting = (
        [(job, count) for job, count in zip(asked, pipeline.given_up(asked), strict=True) if count] if asked else []
    )
    if not waiting:
        return True
    for job, count in waiting:
        changes = "1 change" if count == 1 else f"{count:,} changes"
        click.echo(f"{job.scope}  {job.client}: {changes} that {job.server} never got", err=True)
    click.echo("--reinitialize-with-upload sends them first. Given up, they are kept in dms_journal alone.", err=True)
    if show.ask("Give them up?"):
        return True
    click.echo("Nothing was done.", err=True)
    return False


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
        "pending": sorted({outcome.job.scope for outcome in outcomes if outcome.file_differs or outcome.gained}),
        "errors": show.errors_json(outcome.error for outcome in outcomes if outcome.error is not None),
    }


def _outcome_json(outcome: SyncOutcome) -> dict[str, Any]:
    if outcome.result is not None:
        conflicts = [one.id for one in outcome.conflicts]
        return {
            **result_json(outcome.result, conflicts),
            "failed_rows": [_failed_json(one) for one in outcome.failed_rows],
        }
    return {
        "scope": outcome.job.scope,
        "client": outcome.job.client,
        "sync_type": None,
        "anew": None,
        "server_again": None,
        "client_again": None,
        "server_recovered": [],
        "client_recovered": [],
        "server_clock": None,
        "client_clock": None,
        "outcome": "failed",
        "duration_s": None,
        "conflicts": [],
        "failed": None,
        "failed_rows": [],
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
    _tell_anew(outcomes)
    _tell_again(outcomes)
    _tell_recovered(pipeline, outcomes)
    _tell_clocks(outcomes)
    shown = None if verbose else SHOWN
    _tell_conflicts(pipeline, outcomes, shown)
    _tell_failed(pipeline, outcomes, shown)
    for scope in sorted({outcome.job.scope for outcome in outcomes if outcome.file_differs}):
        show.warn(
            f"{pipeline.path} differs from what scope {scope} has; dms-pipeline plan{pipeline.argument} shows what,"
            " apply does it"
        )
    gained = {(one.job.server, one.job.scope): one.gained for one in outcomes if one.gained}
    for (server, scope), columns in gained.items():
        show.warn(
            f"{', '.join(columns)} of {server} {'is' if len(columns) == 1 else 'are'} not in scope {scope} yet;"
            f" dms-pipeline plan{pipeline.argument} shows what, apply does it"
        )
    for outcome in outcomes:
        if outcome.error is not None:
            click.echo(f"{outcome.job.scope}  {outcome.job.client}: not synced", err=True)
            show.error(outcome.error)


_ANEW = {
    Anew.UNKNOWN: "does not know {client}: it is another database, or was set up again",
    Anew.OLDER: "is older than the last sync of {client}: it was restored",
}


def _tell_anew(outcomes: Sequence[SyncOutcome]) -> None:
    for outcome in outcomes:
        if outcome.result is not None and outcome.result.anew is not None:
            why = _ANEW[outcome.result.anew].format(client=outcome.job.client)
            kept = "kept in its dms_journal" if outcome.job.sync_type is SyncType.REINITIALIZE else "uploaded"
            show.warn(
                f"{outcome.job.server} {why}; all rows of scope {outcome.job.scope} were compared, those that only"
                f" {outcome.job.client} had were {kept}"
            )


_AGAIN = {
    Again.UNKNOWN: "{side} had nothing stored for the mark of {client}, as after a sync by other software; {side} sent"
    " all that it has a record of in scope {scope}, not only what changed since",
    Again.RETURNED: "{client} does not know what was sent to {side} under its id in scope {scope}: it was restored, or"
    " is a copy; it has got that, and a new id",
}


def _tell_again(outcomes: Sequence[SyncOutcome]) -> None:
    for outcome in outcomes:
        if outcome.result is None:
            continue
        job, result = outcome.job, outcome.result
        for side, again in ((job.server, result.server_again), (job.client, result.client_again)):
            if again is not None:
                show.warn(_AGAIN[again].format(side=side, client=job.client, scope=job.scope))


_UNSEEN = {
    Unseen.TRIGGERS: "the triggers of {table} on {side} were off for a time, or were made anew",
    Unseen.PARTITIONS: "partitions of {table} on {side} were attached or detached",
    Unseen.EMPTIED: "{table} on {side} was truncated or rewritten, which its triggers do not see",
    Unseen.CLAUSES: "statements with an OR clause have left wrong records of {table} on {side}",
}


def _tell_recovered(pipeline: Pipeline, outcomes: Sequence[SyncOutcome]) -> None:
    for outcome in outcomes:
        if outcome.result is None:
            continue
        job, result = outcome.job, outcome.result
        for side, recovered in ((job.server, result.server_recovered), (job.client, result.client_recovered)):
            for one in recovered:
                why = _UNSEEN[one.reason].format(table=one.table, side=side)
                rows = f"{one.rows:,} row{'' if one.rows == 1 else 's'}"
                deletes = f"{one.deletes:,} delete{'' if one.deletes == 1 else 's'}"
                show.warn(f"{why}; {rows} and {deletes} that nothing may have recorded count as changed now")
        if any(one.reason is not Unseen.CLAUSES for one in result.server_recovered):
            click.echo(
                "hint: a delete of a row of which nothing was recorded before cannot be told; dms-pipeline sync"
                f" --reinitialize-with-upload --client {job.client}{pipeline.argument} makes {job.client} equal",
                err=True,
            )


def _tell_clocks(outcomes: Sequence[SyncOutcome]) -> None:
    behind = {
        side: clock
        for outcome in outcomes
        if outcome.result is not None
        for side, clock in (
            (outcome.job.server, outcome.result.server_clock),
            (outcome.job.client, outcome.result.client_clock),
        )
        if clock is not None
    }
    for side, clock in behind.items():
        show.warn(
            f"the clock of {side} says {clock.clock}, but changes there are stamped up to {clock.stamp}: it was set"
            " back, or was ahead for a time; nothing is missed for it"
        )


def _tell_conflicts(pipeline: Pipeline, outcomes: Sequence[SyncOutcome], shown: int | None) -> None:
    conflicts = [(outcome.job, one) for outcome in outcomes for one in outcome.conflicts]
    for job, one in conflicts[:shown]:
        kept = one.conflict
        where = f"{DID[kept.server_change]} on {job.server}, {DID[kept.client_change]} on {job.client}"
        how = "changed on both sides" if kept.server_change == kept.client_change else where
        if job.sync_type.replaces and one.id.startswith(f"{job.client}:"):
            how = f"{DID[kept.client_change]} on {job.client}, and not sent"
        click.echo(
            f"conflict {one.id}: {kept.table} {key_text(kept.key)} {how}; {kept.rule};"
            f" the other row is kept: dms-pipeline conflicts show {one.id}{pipeline.argument}"
        )
    if shown is not None and len(conflicts) > shown:
        click.echo(f"and {len(conflicts) - shown:,} more: dms-pipeline conflicts list{pipeline.argument}")


def _tell_failed(pipeline: Pipeline, outcomes: Sequence[SyncOutcome], shown: int | None) -> None:
    rows = [one for outcome in outcomes for one in outcome.failed_rows]
    if not rows:
        return
    for one in rows[:shown]:
        error = one.error
        click.echo(
            f"row-failed {one.id} on {one.connection}: {error.table} {key_text(error.key)}: {error.reason}", err=True
        )
    command = f"dms-pipeline errors list{pipeline.argument}"
    if shown is not None and len(rows) > shown:
        click.echo(f"and {len(rows) - shown:,} more: {command}", err=True)
    kept = "1 row is" if len(rows) == 1 else f"{len(rows):,} rows are"
    click.echo(f"{kept} kept in dms_errors and tried again at each sync; all others were applied", err=True)
    click.echo(f"hint: {command}, and: dms-pipeline errors show {rows[0].id}{pipeline.argument}", err=True)


def _failed_json(one: NamedError) -> dict[str, Any]:
    return {
        "id": one.id,
        "connection": one.connection,
        "table": one.error.table,
        "key": json.loads(one.error.key),
        "reason": one.error.reason,
    }
