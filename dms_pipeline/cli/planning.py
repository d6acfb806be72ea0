"""Making, saving and showing plans for the command line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dms_pipeline.cli import show
from dms_pipeline.commands import Pipeline, Settings, saved_plan
from dms_pipeline.errors import CannotWrite, NoSuchFile, UsageError
from dms_pipeline.pipeline.paths import did_you_mean
from dms_pipeline.plan.describe import describe
from dms_pipeline.plan.document import plan_id, to_json
from dms_pipeline.plan.hazard import permission
from dms_pipeline.plan.operations import AdoptScope
from dms_pipeline.providers import provider_of
from dms_pipeline.runtime.files import DEFAULT_FILE, read_text
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
        policy = pipeline.policy(allow, adopt)
        made = MadePlan(pipeline=pipeline, plan=pipeline.plan(), policy=policy, saved=False)
        _warn_of_idle(made.plan, allow, adopt)
        return made
    pipeline = Pipeline.load(_pipeline_file(Path(file), saved.plan.pipeline_file), settings)
    extra = pipeline.policy(allow, adopt)
    policy = replace(
        saved.policy, allow=saved.policy.allow + extra.allow, deny=extra.deny, adopt=saved.policy.adopt | extra.adopt
    )
    _warn_of_idle(saved.plan, allow, adopt)
    return MadePlan(pipeline=pipeline, plan=saved.plan, policy=policy, saved=True)


def to_destroy(pipeline: Pipeline, allow: tuple[str, ...], adopt: tuple[str, ...]) -> MadePlan:
    """The plan that takes everything away."""
    policy = pipeline.policy(allow, adopt)
    made = MadePlan(pipeline=pipeline, plan=pipeline.destroy_plan(), policy=policy, saved=False)
    _warn_of_idle(made.plan, allow, adopt)
    return made


def _warn_of_idle(plan: Plan, allow: tuple[str, ...], adopt: tuple[str, ...]) -> None:
    """Name the flags that permit nothing: a mistyped permission would be missed only when it is needed."""
    if plan.errors:
        return
    for text in allow:
        if not any(permission(text).covers(step.operation) for step in plan.steps):
            show.warn(f"--allow {text} permits nothing: no step of this plan is so")
    adopted = {step.operation.scope for step in plan.steps if isinstance(step.operation, AdoptScope)}
    for scope in adopt:
        if scope not in adopted:
            show.warn(f"--adopt {scope} takes nothing over: no scope {scope} of somebody else is in this plan")


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


def form_of(form: str, connection: str | None, *, sql: bool, as_json: bool) -> str:
    """How a plan is to be shown: `text`, `json` or `sql`.

    Raises:
        UsageError: the flags contradict each other.
    """
    if sql and (as_json or form == "json"):
        raise UsageError("--sql and --json exclude each other", hint="the JSON document has the SQL of each step")
    if connection is not None and not sql:
        raise UsageError("--connection goes with --sql alone", hint="it prints the statements of one database")
    return "json" if as_json or form == "json" else "sql" if sql else "text"


def show_plan(
    made: MadePlan, *, form: str, verbose: bool = False, err: bool = False, connection: str | None = None
) -> None:
    """Print a plan: for a person, as JSON, or its SQL, of one connection if one is named."""
    match form:
        case "json":
            click.echo(to_json(made.plan, package_version(), made.policy), err=err)
        case "sql":
            _show_sql(made.plan, connection)
        case _:
            click.echo(describe(made.plan, made.policy, verbose=verbose), err=err)


def _show_sql(plan: Plan, only: str | None) -> None:
    names = [one.name for one in plan.connections]
    if only is not None and only not in names:
        raise UsageError(
            f'the plan has no connection "{only}"', hint=did_you_mean(only, names) or f"it has {', '.join(names)}"
        )
    for name in names if only is None else [only]:
        steps = plan.steps_on(name)
        if steps:
            click.echo(f"-- {name}")
        (kind,) = (one.provider for one in plan.connections if one.name == name)
        delimiter = provider_of(kind).traits.script_delimiter
        for statement in (statement for step in steps for statement in step.sql):
            click.echo(_in_script(statement.rstrip().rstrip(";"), delimiter))


def _in_script(statement: str, delimiter: str | None) -> str:
    """A statement as a database's own client reads it."""
    if delimiter is None or ";" not in statement:
        return f"{statement};"
    return f"DELIMITER {delimiter}\n{statement}\n{delimiter}\nDELIMITER ;"
