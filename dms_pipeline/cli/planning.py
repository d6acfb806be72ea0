"""Making, saving and showing plans for the command line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dms_pipeline.commands import DEFAULT_FILE, Pipeline, Settings, read_text, saved_plan
from dms_pipeline.errors import CannotWrite, NoSuchFile
from dms_pipeline.plan.describe import describe
from dms_pipeline.plan.document import plan_id, to_json
from dms_pipeline.runtime.version import package_version

if TYPE_CHECKING:
    from dms_pipeline.plan.hazard import Policy
    from dms_pipeline.plan.plan import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class MadePlan:
    """A plan with what is allowed, and the pipeline that has its connections; `saved` says it came from a file."""

    pipeline: Pipeline
    plan: Plan
    policy: Policy
    saved: bool


def of_file(
    file: str, allow: tuple[str, ...], adopt: tuple[str, ...], connect_timeout: float, lock_timeout: float = 5.0
) -> MadePlan:
    """The plan of a pipeline file, made now, or the one that a file holds, as it was saved."""
    settings = Settings(connect_timeout_s=connect_timeout, lock_timeout_s=lock_timeout)
    saved = saved_plan(read_text(Path(file)))
    if saved is None:
        pipeline = Pipeline.load(file, settings)
        return MadePlan(pipeline=pipeline, plan=pipeline.plan(), policy=pipeline.policy(allow, adopt), saved=False)
    pipeline = Pipeline.load(_pipeline_file(Path(file), saved.plan.pipeline_file), settings)
    extra = pipeline.policy(allow, adopt)
    policy = replace(
        saved.policy, allow=saved.policy.allow + extra.allow, deny=extra.deny, adopt=saved.policy.adopt | extra.adopt
    )
    return MadePlan(pipeline=pipeline, plan=saved.plan, policy=policy, saved=True)


def to_destroy(pipeline: Pipeline, allow: tuple[str, ...], adopt: tuple[str, ...]) -> MadePlan:
    """The plan that takes everything away."""
    return MadePlan(pipeline=pipeline, plan=pipeline.destroy_plan(), policy=pipeline.policy(allow, adopt), saved=False)


def _pipeline_file(plan_file: Path, recorded: str) -> Path:
    """The pipeline file of a saved plan: where it was, else beside the plan."""
    places = [Path(recorded or DEFAULT_FILE), plan_file.parent / Path(recorded or DEFAULT_FILE).name]
    for place in places:
        if place.exists():
            return place
    raise NoSuchFile(
        f"{plan_file} was made from {recorded}, which is not there",
        hint="run the command in the folder where the plan was made",
    )


def save(made: MadePlan, path: Path) -> None:
    """Write a plan to be applied later."""
    text = to_json(replace(made.plan, pipeline_file=str(made.pipeline.path)), package_version(), made.policy)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written: {error.strerror}") from error
    click.echo(f"Saved plan {plan_id(made.plan)} as {path}. Next: dms-pipeline apply {path}", err=True)


def show_plan(made: MadePlan, *, form: str, verbose: bool, err: bool = False) -> None:
    """Print a plan: for a person, as JSON, or its SQL."""
    match form:
        case "json":
            click.echo(to_json(made.plan, package_version(), made.policy), err=err)
        case "sql":
            _show_sql(made.plan)
        case _:
            click.echo(describe(made.plan, made.policy, verbose=verbose), err=err)


def _show_sql(plan: Plan) -> None:
    connection = None
    for step in plan.steps:
        if step.connection != connection:
            connection = step.connection
            click.echo(f"-- {connection}")
        for statement in step.sql:
            click.echo(f"{statement.rstrip().rstrip(';')};")
