"""The words of the command line: errors, warnings, questions, and the tables that more than one command prints."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.errors import DmsError, InvalidPipeline, NotSupportedYet, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dms_pipeline.errors import Location, Problem

FORMAT_VERSION = "1.0"


def document(kind: str, content: Mapping[str, Any]) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps({"format_version": FORMAT_VERSION, "kind": kind, **content}, ensure_ascii=False, indent=2))


def warn(text: str) -> None:
    """A warning, on stderr."""
    click.echo(f"warning: {text}", err=True)


def error(problem: DmsError, *, as_json: bool = False) -> None:
    """An error, on stderr; as JSON, on stdout."""
    if as_json:
        document("error", {"errors": errors_json([problem])})
        return
    click.echo(error_text(problem), err=True)


def error_text(problem: DmsError) -> str:
    """What failed, on what, and the way out."""
    if isinstance(problem, InvalidPipeline):
        from dms_pipeline.pipeline.report import report

        return report(problem)
    return told(problem.code, problem.message, problem.location, problem.hint)


def errors_json(problems: Iterable[DmsError]) -> list[dict[str, Any]]:
    """Errors as JSON values; those of a file one by one."""
    values: list[dict[str, Any]] = []
    for problem in problems:
        match problem:
            case InvalidPipeline(source=source, problems=parts):
                values += [problem_json(replace(one, file=source)) for one in parts]
            case NotSupportedYet(problems=parts) if parts:
                values += [problem_json(replace(one, hint=one.hint or problem.hint)) for one in parts]
            case _:
                values.append(error_json(problem.code, problem.message, problem.hint, problem.location))
    return values


def problem_json(problem: Problem) -> dict[str, Any]:
    """One thing that is wrong in a file."""
    return error_json(problem.code, problem.message, problem.hint, problem.location)


def error_json(code: str, message: str, hint: str | None = None, location: Location | None = None) -> dict[str, Any]:
    """One error as JSON values; what is unknown is null."""
    where = None if location is None else {key: getattr(location, key) for key in ("file", "path", "line", "column")}
    return {"code": code, "message": message, "hint": hint, "location": where}


def usage(problem: click.UsageError, *, as_json: bool = False) -> None:
    """A command that was typed wrongly."""
    command = problem.ctx.command_path if problem.ctx is not None else "dms-pipeline"
    if as_json:
        document("error", {"errors": [error_json("usage", problem.format_message(), f"{command} --help")]})
        return
    click.echo(f"error[usage]: {problem.format_message()}\nhint: {command} --help", err=True)


def stopped(*, as_json: bool = False) -> None:
    """Ctrl-C, or SIGTERM."""
    message = "stopped; what was not committed was rolled back, the same command goes on from there"
    if as_json:
        document("error", {"errors": [error_json("interrupted", message)]})
    else:
        click.echo(f"error[interrupted]: {message}", err=True)


def ask(question: str) -> bool:
    """Ask a person; only the word "yes" goes on.

    Raises:
        UsageError: there is nobody to ask.
    """
    if not sys.stdin.isatty():
        from dms_pipeline.errors import UsageError

        raise UsageError("nobody is there to say yes to this; nothing was done", hint="--yes answers the question")
    click.echo(f'{question} Only "yes" goes on: ', err=True, nl=False)
    return sys.stdin.readline().strip() == "yes"


def table(heading: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> str:
    """Columns under a heading, two blanks between them; the columns in `numbers` lean to the right."""
    return columns((heading, *rows), numbers)


def columns(rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> str:
    """Columns with two blanks between them; those in `numbers` lean to the right."""
    widths = [max((len(row[place]) for row in rows), default=0) for place in range(len(rows[0]) if rows else 0)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place in numbers else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def ago(seconds: float) -> str:
    """How long since, in the largest unit that fits."""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{int(seconds // size)} {unit} ago"
    return f"{max(0, int(seconds))} s ago"
