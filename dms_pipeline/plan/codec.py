"""Frozen dataclasses as JSON and back, and the JSON Schema of what is written.

The type annotations are the format: a class is an object, a tuple a list, a mapping an object, an enum its value; a
closed union is told apart by `kind`. Unknown keys are refused on reading. What a class leaves at its default is
written all the same, so that a saved plan can be read without our classes.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dms_pipeline.errors import InvalidDocument
from dms_pipeline.plan import hazard, objects, operations, plan, state
from dms_pipeline.schema import database, model
from dms_pipeline.schema import types as logical

# Annotations are names of modules that are imported for type checking alone: they are looked up here.
_NAMES: dict[str, Any] = {
    name: value
    for module in (logical, model, database, state, operations, hazard, objects, plan)
    for name, value in vars(module).items()
    if isinstance(value, type | types.UnionType)
} | {"Canonical": dict[str, Any], "Mapping": Mapping, "Any": Any}


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls, localns=_NAMES)


def encode(value: object) -> Any:
    """A value as JSON."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): encode(item) for name, item in value.items()}
    if isinstance(value, frozenset):
        return sorted((encode(item) for item in value), key=repr)
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def decode(annotation: Any, value: Any, where: str = "plan") -> Any:  # noqa: PLR0911 - each case returns
    """The value that a JSON text means, of a type that `encode` wrote.

    Raises:
        InvalidDocument: it is not of that type; the error names the place.
    """
    if annotation is Any:
        return value
    origin = get_origin(annotation)
    if origin in {Union, types.UnionType}:
        return _decode_union(get_args(annotation), value, where)
    if origin is Literal:
        return value if value in get_args(annotation) else _refuse(where, value)
    if origin in {tuple, frozenset}:
        return _decode_items(origin, get_args(annotation), value, where)
    if origin in {dict, Mapping}:
        item = get_args(annotation)[1]
        return {name: decode(item, part, f"{where}.{name}") for name, part in _object(value, where).items()}
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        try:
            return annotation(value)
        except ValueError:
            return _refuse(where, value)
    if is_dataclass(annotation):
        return _decode_object(annotation, value, where)
    if not isinstance(value, annotation) or (annotation is int and isinstance(value, bool)):
        return _refuse(where, value)
    return value


def _refuse(where: str, value: object) -> Any:
    shown = repr(value)
    raise InvalidDocument(where, f"{shown if len(shown) < 60 else type(value).__name__} does not belong here")


def _object(value: Any, where: str) -> dict[str, Any]:
    return value if isinstance(value, dict) else _refuse(where, value)


def _decode_items(origin: type, arguments: tuple[Any, ...], value: Any, where: str) -> Any:
    if not isinstance(value, list):
        return _refuse(where, value)
    if origin is frozenset or (len(arguments) == 2 and arguments[1] is ...):
        return origin(decode(arguments[0], item, f"{where}[{place}]") for place, item in enumerate(value))
    if len(value) != len(arguments):
        return _refuse(where, value)
    return tuple(
        decode(one, item, f"{where}[{place}]") for place, (one, item) in enumerate(zip(arguments, value, strict=True))
    )


def _decode_union(members: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and types.NoneType in members:
        return None
    members = tuple(member for member in members if member is not types.NoneType)
    if len(members) == 1:
        return decode(members[0], value, where)
    if isinstance(value, dict):
        for member in members:
            if is_dataclass(member) and value.get("kind") == _kind(member):
                return decode(member, value, where)
    return _refuse(f"{where}.kind", value.get("kind") if isinstance(value, dict) else value)


def _kind(cls: Any) -> object:
    return next((field.default for field in fields(cls) if field.name == "kind"), None)


def _decode_object(cls: Any, value: Any, where: str) -> Any:
    given = _object(value, where)
    hints = _hints(cls)
    for name in given:
        if name not in hints:
            raise InvalidDocument(where, f'there is no key "{name}" here')
    arguments = {}
    for field in fields(cls):
        if field.name in given:
            arguments[field.name] = decode(hints[field.name], given[field.name], f"{where}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise InvalidDocument(where, f'the key "{field.name}" is missing')
    return cls(**arguments)


def json_schema(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: PLR0911 - each case returns
    """The JSON Schema of what `encode` writes for a type; classes become `definitions`."""
    origin = get_origin(annotation)
    arguments = get_args(annotation)
    if annotation is Any:
        return {}
    if origin in {Union, types.UnionType}:
        return {"anyOf": [json_schema(member, definitions) for member in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
        return {"type": "array", "prefixItems": [json_schema(one, definitions) for one in arguments]}
    if origin in {tuple, frozenset}:
        return {"type": "array", "items": json_schema(arguments[0], definitions)}
    if origin in {dict, Mapping}:
        return {"type": "object", "additionalProperties": json_schema(arguments[1], definitions)}
    if is_dataclass(annotation):
        return _class_schema(annotation, definitions)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {"enum": [member.value for member in annotation]}
    return {"type": _JSON_TYPES[annotation]}


_JSON_TYPES = {str: "string", int: "integer", bool: "boolean", float: "number", types.NoneType: "null"}


def _class_schema(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # a class may hold itself
        hints = _hints(cls)
        definitions[name] = {
            "type": "object",
            "description": (cls.__doc__ or "").strip().split("\n")[0],
            "properties": {field.name: json_schema(hints[field.name], definitions) for field in fields(cls)},
            "required": [field.name for field in fields(cls)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}
