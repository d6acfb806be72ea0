"""What `apply` and `destroy` do and print: the plan, a question, the steps, the sync."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.cli import planning, show, syncing
from dms_pipeline.plan.document import plan_id
from dms_pipeline.runtime.progress import reporter

if TYPE_CHECKING:
    from dms_pipeline.cli.planning import MadePlan
    from dms_pipeline.runtime.executor import Applied

FAILED = 1


def run(made: MadePlan, *, yes: bool, then_sync: bool, as_json: bool, verbose: bool) -> int:
    """Carry a plan out; the exit code."""
    begun = datetime.now(UTC)
    plan = made.plan
    if plan.errors or not as_json:
        planning.show_plan(made, form="json" if as_json else "text", verbose=verbose, err=not as_json)
    if plan.errors:
        return FAILED
    applied: dict[str, Any] = {"plan_id": plan_id(plan), "steps": 0, "runs": {}}
    if plan.steps:
        # What is not allowed is refused by the apply itself, before it does anything: nobody is asked about it.
        approved = yes or made.saved or made.policy.refused(plan.steps)
        if not approved and not show.ask(_question(made)):
            click.echo("Nothing was done.", err=True)
            return FAILED
        with reporter(bars=not as_json) as report:
            done = made.pipeline.apply(plan, made.policy, report)
        applied["runs"] = {one.connection: f"r{one.run}" for one in done.databases if one.run is not None}
        applied["steps"] = done.steps
        _tell(made, done)
    return _then_sync(made, applied, begun, then_sync=then_sync, as_json=as_json, verbose=verbose)


def _then_sync(  # noqa: PLR0913 - each argument is a fact of its own
    made: MadePlan, applied: dict[str, Any], begun: datetime, *, then_sync: bool, as_json: bool, verbose: bool
) -> int:
    reached = {connection.name for connection in made.plan.connections}
    jobs = [job for job in made.pipeline.jobs() if {job.client, job.server} <= reached] if then_sync else []
    outcomes: tuple[Any, ...] = ()
    if jobs:
        with reporter(bars=not as_json) as report:
            outcomes = made.pipeline.sync(jobs, report)
    if as_json:
        show.document("apply", {"applied": applied, **syncing.content(outcomes, begun)})
    elif outcomes:
        syncing.print_outcomes(made.pipeline, outcomes, verbose=verbose)
    return syncing.exit_code(outcomes)


def _tell(made: MadePlan, done: Applied) -> None:
    if not done.steps:
        click.echo(
            f"Nothing to do: plan {plan_id(made.plan)} was applied before, and the databases are as it left them.",
            err=True,
        )
    elif done.resumed:
        click.echo(f"Went on from an apply that had stopped: {', '.join(done.resumed)} was done already.", err=True)


def _question(made: MadePlan) -> str:
    names = " and ".join(dict.fromkeys(step.connection for step in made.plan.steps))
    count = len(made.plan.steps)
    return f"Apply {'this step' if count == 1 else f'these {count} steps'} to {names}?"
