"""From the text of a pipeline file to a `Pipeline`, or to all that is wrong with it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from dms_pipeline.errors import InvalidPipeline, Problem
from dms_pipeline.pipeline.checks import findings
from dms_pipeline.pipeline.fleets import SECRET
from dms_pipeline.pipeline.paths import Finding, spelled
from dms_pipeline.pipeline.positions import Place, Places, positions
from dms_pipeline.pipeline.shape import Shaped, shaped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from dms_pipeline.pipeline.model import Pipeline

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

# Tables, filters and parameters of a scope hang together: where one has a wrong shape, others seem wrong in these ways.
_DEPENDENT = frozenset(
    {"unknown-table", "unsynced-column", "missing-parameter", "unknown-parameter", "duplicate-client", "naming-differs"}
)


def load(text: str, source: str = "the pipeline file") -> Pipeline:
    """What a pipeline file says; `source` is its name in messages.

    Raises:
        InvalidPipeline: the file cannot be used; it holds all problems, in the order of the file.
    """
    raw = _parsed(text, source)
    result = shaped(raw)
    found = [*result.findings, *_meaning(result)]
    if found or result.pipeline is None:
        places = positions(text)
        problems = dict.fromkeys(_problem(finding, places) for finding in found)  # one thing may be found twice
        raise InvalidPipeline(source, sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
    return result.pipeline


def _meaning(result: Shaped) -> Iterator[Finding]:
    """What is wrong beyond the shape, but for what follows from a wrong shape."""
    if result.pipeline is None:
        return
    broken = {path[1] for path in result.replaced if path[0] == "scopes" and len(path) > 1}
    for finding in findings(result.pipeline):
        follows = finding.code in _DEPENDENT and finding.path[1] in broken
        if not follows and not result.is_replaced(finding.path):
            yield finding


def _parsed(text: str, source: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        message, line, column = _described(str(error), text)
        place = Place(line, column, 1)
        lines = text.replace("\r\n", "\n").split("\n")
        problem = Problem(
            code="bad-toml",
            message=f"this is no TOML: {message}",
            path="",
            line=line,
            column=column,
            excerpt=_excerpt(Places(lines=lines), place),
            length=1,
        )
        raise InvalidPipeline(source, [problem]) from error


def _described(message: str, text: str) -> tuple[str, int, int]:
    """The parser's message without its position, and that position."""
    match = _AT.search(message)
    if match is None:
        return message or "it is nested too deeply", 1, 1
    if match.group(1):
        return message[: match.start()], int(match.group(1)), int(match.group(2))
    lines = text.replace("\r\n", "\n").split("\n")
    return f"{message[: match.start()]} at its end", len(lines), len(lines[-1]) + 1


def _problem(finding: Finding, places: Places) -> Problem:
    place = places.of(finding.path, at_key=finding.at_key)
    return Problem(
        code=finding.code,
        message=finding.message,
        path=spelled(finding.path) if finding.path else "",
        line=place.line if place else None,
        column=place.column if place else None,
        hint=finding.hint,
        length=place.length if place else None,
        excerpt=_excerpt(places, place) if place and not {"url", "token"} & set(finding.path) else None,
    )


def _excerpt(places: Places, place: Place) -> str | None:
    """The line of a place, None where it may hold a secret."""
    line = places.line(place.line)
    return None if SECRET.search(line) or "token" in line or "password" in line.lower() else line
