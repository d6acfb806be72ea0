"""What `validate` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dms_pipeline.cli import show

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(files: Sequence[str], *, as_json: bool) -> int:
    """Check files and say what is wrong with them, or that nothing is; the exit code."""
    from dms_pipeline.commands import Pipeline, validate

    problems = validate(files)
    if as_json:
        show.document("validate", {"files": list(files), "errors": show.errors_json(problems)})
        return 1 if problems else 0
    for problem in problems:
        show.error(problem)
    if problems:
        return 1
    for file in files:
        pipeline = Pipeline.load(file)
        scopes, connections = len(pipeline.declared.scopes), len(pipeline.declared.connections)
        click.echo(f"{file}: valid, {_plural(connections, 'connection')}, {_plural(scopes, 'scope')}")
        for one in pipeline.unsupported():
            show.warn(f"{one.message}; plan, apply and sync will refuse it")
    return 0


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
