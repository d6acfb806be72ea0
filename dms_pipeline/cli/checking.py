"""What `validate` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dms_pipeline.cli import show

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(files: Sequence[str], *, as_json: bool) -> int:
    """Check files and say what is wrong with them, or that nothing is; the exit code."""
    from dms_pipeline.commands import validate

    problems = {file: validate([file]) for file in files}
    wrong = [problem for found in problems.values() for problem in found]
    if as_json:
        valid = [file for file, found in problems.items() if not found]
        show.document("validate", {"files": list(files), "valid": valid, "errors": show.errors_json(wrong)})
        return 1 if wrong else 0
    for file, found in problems.items():
        for problem in found:
            show.error(problem)
        if not found:
            _tell_valid(file)
    return 1 if wrong else 0


def _tell_valid(file: str) -> None:
    from dms_pipeline.commands import Pipeline

    pipeline = Pipeline.load(file)
    scopes, connections = len(pipeline.declared.scopes), len(pipeline.declared.connections)
    click.echo(f"{file}: valid, {_plural(connections, 'connection')}, {_plural(scopes, 'scope')}")
    for one in pipeline.unsupported():
        show.warn(f"{one.message}; plan, apply and sync will refuse it")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
