"""The shape of a file: pydantic judges it, here its errors are put into our words.

A wrong part does not hide what is wrong elsewhere. It is cut out or replaced by a placeholder of the right shape, so
that the checks of meaning still see the rest; they must not speak about the replaced places (`Shaped.is_replaced`).
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from dms_pipeline.pipeline.model import Pipeline
from dms_pipeline.pipeline.paths import Finding, did_you_mean, listed, spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.pipeline.paths import Path

_ROUNDS = 4  # each cuts one level deeper than the one before; nesting ends there
_PLACEHOLDERS: Mapping[str, object] = {
    "version": 1,
    "name": "placeholder",
    "connections": {},
    "url": "placeholder:",
    "server": "placeholder",
    "tables": ["placeholder"],
}
_ELEMENTS: Mapping[str, object] = {
    "tables": "placeholder",
    "clients": "placeholder",
    "filters": {"table": "placeholder"},
    "allow": "placeholder:*",
    "deny": "placeholder:*",
}
_EXPECTED: Mapping[str, str] = {
    "string_type": "a text",
    "int_type": "an integer",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
}


@dataclass(kw_only=True, slots=True)
class Shaped:
    """A file as a model: whole where there are no findings, else with placeholders at the replaced paths.

    `pipeline` is None where too little is left to be looked at.
    """

    pipeline: Pipeline | None
    findings: list[Finding] = field(default_factory=list)
    replaced: set[Path] = field(default_factory=set)

    def is_replaced(self, path: Path) -> bool:
        """Whether a path lies in something that was replaced, or is part of a connection or scope and holds it."""
        return any(
            path[: len(place)] == place or (len(path) > 2 and place[: len(path)] == path) for place in self.replaced
        )


def shaped(raw: dict[str, Any]) -> Shaped:
    """What a parsed file says, with all that is wrong in its shape."""
    result = Shaped(pipeline=None)
    data = copy.deepcopy(raw)
    for turn in range(_ROUNDS):
        try:
            result.pipeline = Pipeline.model_validate(data)
        except ValidationError as error:
            details: list[Any] = error.errors(include_url=False)
            if turn == 0:
                result.findings = _findings(details, raw)
            for detail in details:
                _replace(data, _path(detail["loc"], data), str(detail["type"]), result.replaced)
        else:
            break
    return result


def _path(loc: tuple[str | int, ...], raw: object) -> Path:
    """The TOML path of pydantic's: without the tags of unions, and ending at a text that stands for a table."""
    path: list[str | int] = []
    at = raw
    for position, part in enumerate(loc):
        if isinstance(part, str) and part.startswith("<") and part.endswith(">"):
            continue
        if isinstance(at, dict) and (part in at or position == len(loc) - 1):
            at = at.get(part)
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            at = at[part]
        else:
            break
        path.append(part)
    return tuple(path)


def _findings(details: list[Any], raw: dict[str, Any]) -> list[Finding]:
    found = [_finding(detail, _path(detail["loc"], raw)) for detail in details]
    # A mistyped key is two errors to pydantic, an unknown key and a missing one; to a person it is one.
    suggested = {
        (finding.path[:-1], finding.hint) for finding in found if finding.code == "unknown-key" and finding.hint
    }
    return [
        finding
        for finding, detail in zip(found, details, strict=True)
        if finding.code != "missing-key" or (finding.path, f'did you mean "{detail["loc"][-1]}"?') not in suggested
    ]


def _finding(detail: Any, path: Path) -> Finding:
    kind, context = str(detail["type"]), detail.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return _unknown_key(path)
        case "missing":
            parent, key = path[:-1], path[-1]
            return Finding(code="missing-key", path=parent, message=f'{spelled(parent)} needs the key "{key}"')
        case "enum" | "literal_error":
            return _unknown_value(path, str(context["expected"]), detail["input"])
        case "greater_than_equal":
            message = f"{spelled(path)} is {detail['input']}; the least is {context['ge']}"
            return Finding(code="out-of-range", path=path, message=message)
        case "string_pattern_mismatch":
            message = (
                f'{spelled(path)} is "{detail["input"]}"; a number and one of m, h, d, w belong there, as in "30d"'
            )
            return Finding(code="wrong-value", path=path, message=message)
        case _:
            return _wrong_type(path, kind, str(detail["msg"]), detail["input"])


def _unknown_key(path: Path) -> Finding:
    parent, key = path[:-1], str(path[-1])
    known = known_keys(parent)
    hint = _moved(key) or did_you_mean(key, known)
    message = f'{spelled(parent)} has no key "{key}"'
    if hint is None:
        message += f"; it has {listed(known, limit=20)}"
    return Finding(code="unknown-key", path=path, message=message, hint=hint, at_key=True)


def _moved(key: str) -> str | None:
    """Where a key of the reference went that has no namesake here."""
    places = {
        "scope_info_table_name": "it is scope_info_table, a key of a connection: it holds for a database",
        "batch_size": "it is batch_size_kib: its unit belongs to the name",
        "db_command_timeout": "it is db_command_timeout_s: its unit belongs to the name",
        "logger": "the reporter is an argument of the library; the command line has -v",
        "password": "no secret stands in this file: put the URL into an environment variable or a file",
    }
    return places.get(key)


def _unknown_value(path: Path, expected: str, value: object) -> Finding:
    known = re.findall("'([^']*)'", expected)
    if not isinstance(value, str) or not known:
        return Finding(
            code="wrong-value", path=path, message=f"{spelled(path)} must be {expected.replace(chr(39), chr(34))}"
        )
    choices = listed([f'"{choice}"' for choice in known], limit=30)
    message = f'{spelled(path)} is "{value}"; it can be {choices}'
    return Finding(code="unknown-value", path=path, message=message, hint=did_you_mean(value, known))


def _wrong_type(path: Path, kind: str, message: str, value: object) -> Finding:
    if path and path[-1] == "token":
        hint = 'token = { env = "SYNC_TOKEN" } or { file = "token.txt" }'
        message = f"{spelled(path)} is a secret, and no secret stands in this file"
        return Finding(code="secret-in-file", path=path, message=message, hint=hint)
    expected = _EXPECTED.get(kind)
    if path and path[-1] == "url":
        expected = 'a text, { env = "NAME" } or { file = "path" }'
    if kind == "model_type" and path and isinstance(path[-1], int) and path[-2] in {"tables", "clients"}:
        expected = "a name or a table"
    wanted = f"must be {expected}" if expected else message
    return Finding(code="wrong-type", path=path, message=f"{spelled(path)} {wanted}, not {_kind(value)}")


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or time"


def known_keys(path: Path) -> tuple[str, ...]:
    """The keys that a table at a path may have, in the order of the model; none where no table belongs."""
    annotations: list[Any] = [Pipeline]
    for part in path:
        annotations = [inner for annotation in annotations for inner in _step(annotation, part)]
    return tuple(key for model in _models(annotations) for key in _fields(model))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def _models(annotations: list[Any]) -> list[type[BaseModel]]:
    models: list[type[BaseModel]] = []
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            models.append(annotation)
        elif getattr(annotation, "__origin__", None) not in {dict, tuple}:  # whose keys are names, or numbers
            models.extend(_models([inner for inner in get_args(annotation) if not isinstance(inner, str)]))
    return list(dict.fromkeys(models))


def _step(annotation: Any, part: str | int) -> list[Any]:
    """What the annotation of a table or list says about one of its members."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = _fields(annotation)
        return [fields[str(part)]] if part in fields else []
    origin = getattr(annotation, "__origin__", None)
    arguments = get_args(annotation)
    if origin is dict:
        return [arguments[1]]
    if origin is tuple:
        return [arguments[0]]
    return [inner for argument in arguments for inner in _step(argument, part)]


def _replace(data: dict[str, Any], path: Path, kind: str, replaced: set[Path]) -> None:
    """Cut out what is at a path, or put a placeholder there."""
    for position, part in enumerate(path):
        if isinstance(part, int) and path[position - 1] in _ELEMENTS:
            path, kind = path[: position + 1], "element"  # a wrong element is replaced as a whole
            break
    if not path:
        return
    parent: Any = data
    for part in path[:-1]:
        parent = parent[part]
    last = path[-1]
    replaced.add(path)
    if kind == "element":
        parent[last] = copy.deepcopy(_ELEMENTS[str(path[-2])])
    elif kind != "extra_forbidden" and last in _PLACEHOLDERS:
        parent[last] = copy.deepcopy(_PLACEHOLDERS[str(last)])
    elif isinstance(last, int) or kind == "missing":
        parent[last] = "placeholder"
    else:
        parent.pop(last, None)
