"""Problems of a pipeline file as a person reads them: what, where, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.errors import InvalidPipeline, Problem

_LONGEST_LINE = 110


def report(error: InvalidPipeline) -> str:
    """All problems, and at the end how many; without a line break there."""
    return "\n".join([*(problem_text(problem, error.source) for problem in error.problems), error.message])


def problem_text(problem: Problem, source: str) -> str:
    """One problem: with the line and a mark under the word where a better one is known, else in one line.

    The form with the line is for what can be mended by looking at it; other hints go into a line of their own.
    """
    head = f"error[{problem.code}]: {problem.message}"
    place = _place(problem, source)
    mends = problem.code == "bad-toml" or (problem.hint or "").startswith("did you mean")
    if problem.excerpt is not None and mends and len(problem.excerpt) <= _LONGEST_LINE:
        return f"{head}\n  --> {place}\n{_marked(problem)}"
    hint = f"\nhint: {problem.hint}" if problem.hint else ""
    return f"{head} ({place}){hint}"


def _place(problem: Problem, source: str) -> str:
    return source if problem.line is None else f"{source}:{problem.line}:{problem.column}"


def _marked(problem: Problem) -> str:
    """The line with its number, and below it a mark and the hint."""
    number = str(problem.line)
    line = (problem.excerpt or "").replace("\t", " ")
    marks = "^" * (problem.length or 1)
    below = f"{' ' * ((problem.column or 1) - 1)}{marks} {problem.hint or ''}".rstrip()
    return f"{number} | {line}\n{' ' * len(number)} | {below}"
