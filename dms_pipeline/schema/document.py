"""The JSON of the reference's documents, read from any release and written to the byte of 1.3.

Reading and writing both follow the tables in `members` (spec: storage format, sections 3.1 to 3.4). Reading ignores
unknown keys and the case of keys, since releases differ in both; a required key must be there. The reference leaves a
member out when it is null, or when it is optional and zero; it never leaves out "" or []. Hence None in a value means
"was not there", and the text comes out again as it came in.

The standard library parses; the text is written here, because no serialiser of Python escapes as the reference does:
every character outside ASCII, control characters, quotes, `&`, `+`, `<`, `>` and the back-tick become upper-case
hexadecimal escapes. This module is on the path of `sync` and imports little.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import InvalidDocument
from dms_pipeline.schema.members import MEMBERS, Kind, Member, Rule
from dms_pipeline.schema.model import (
    Join,
    SyncDirection,
    SyncFilter,
    SyncFilterJoin,
    SyncFilterParameter,
    SyncFilterWhere,
    SyncSet,
    SyncSetup,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import IntEnum

_READ = 64  # texts whose meaning is remembered: a session meets each of its own twice, a process at every sync


@lru_cache(maxsize=_READ)
def setup_from_json(text: str) -> SyncSetup:
    """What `sync_scope_setup` holds.

    Raises:
        InvalidDocument: this is no JSON, or a required key is missing, or a value has another type.
    """
    setup: SyncSetup = _read_object(SyncSetup, _parse(text, "setup"), "setup")
    return setup


def setup_to_json(setup: SyncSetup) -> str:
    """The text that the reference would store for a setup."""
    return _written(setup)


@lru_cache(maxsize=_READ)
def set_from_json(text: str) -> SyncSet:
    """What `sync_scope_schema` holds.

    Raises:
        InvalidDocument: this is no JSON, or a required key is missing, or a value has another type.
    """
    schema: SyncSet = _read_object(SyncSet, _parse(text, "schema"), "schema")
    return schema


def set_to_json(schema: SyncSet) -> str:
    """The text that the reference would store for the structure of the tables."""
    return _written(schema)


def _parse(text: str, what: str) -> object:
    try:
        parsed: object = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InvalidDocument(what, f"this is no JSON ({error})") from error
    return parsed


@cache
def _nullable(cls: type) -> frozenset[str]:
    """Attributes of a class that may be None."""
    return frozenset(field.name for field in fields(cls) if "None" in str(field.type))


@cache
def _keys(cls: type) -> Mapping[str, Member]:
    return {member.key: member for member in MEMBERS[cls]}


def _read_object(cls: type, value: object, where: str) -> Any:
    if not isinstance(value, dict):
        raise InvalidDocument(where, f"an object belongs here, not {_shown(value)}")
    members = _keys(cls)
    read: dict[str, Any] = {}
    for key, item in value.items():
        member = members.get(key) or members.get(key.lower())
        if member is not None:
            read[member.attribute] = _read_member(cls, member, item, f"{where}.{key}")
    for member in MEMBERS[cls]:
        if member.attribute not in read:
            if member.rule is Rule.REQUIRED:
                raise InvalidDocument(where, f'the required key "{member.key}" is missing')
            if member.attribute in _nullable(cls):
                read[member.attribute] = None
    return cls(**read)


def _read_member(cls: type, member: Member, value: object, where: str) -> object:
    if value is None:
        if member.attribute in _nullable(cls):
            return None
        if member.rule is Rule.REQUIRED:
            raise InvalidDocument(where, "null stands where a value is needed")
        return _ZERO[member.kind]
    if not member.many:
        return _read_value(member.kind, value, where)
    if not isinstance(value, list):
        raise InvalidDocument(where, f"a list belongs here, not {_shown(value)}")
    return tuple(_read_value(member.kind, item, f"{where}[{place}]") for place, item in enumerate(value))


_ZERO: Mapping[object, object] = {"int": 0, "bool": False, SyncDirection: SyncDirection.BIDIRECTIONAL}
_TYPES: Mapping[object, type] = {"text": str, "int": int, "bool": bool}
_WORDS: Mapping[type, str] = {str: "a text", int: "an integer", bool: "true or false"}


def _read_value(kind: Kind | type, value: object, where: str) -> object:
    if kind is SyncDirection or kind is Join:
        return _read_choice(kind, value, where)
    if not isinstance(kind, str):
        return _read_object(kind, value, where)
    if type(value) is not _TYPES[kind]:
        raise InvalidDocument(where, f"{_WORDS[_TYPES[kind]]} belongs here, not {_shown(value)}")
    return value


def _read_choice(choices: type[IntEnum], value: object, where: str) -> IntEnum:
    for choice in choices:
        if type(value) is int and value == choice:
            return choice
    known = ", ".join(str(int(choice)) for choice in choices)
    raise InvalidDocument(where, f"one of {known} belongs here, not {_shown(value)}")


def _shown(value: object) -> str:
    text = json.dumps(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _written(value: object) -> str:
    parts: list[str] = []
    _write_object(value, parts.append)
    return "".join(parts)


def _write_object(value: object, write: Callable[[str], None]) -> None:
    separator = "{"
    for member in MEMBERS[type(value)]:
        item = getattr(value, member.attribute)
        if member.rule is Rule.OPTIONAL and (item is None or (member.kind != "text" and not member.many and not item)):
            continue
        write(f'{separator}"{member.key}":')
        separator = ","
        if not member.many or item is None:
            _write_value(item, write)
            continue
        write("[")
        for place, entry in enumerate(item):
            if place:
                write(",")
            _write_value(entry, write)
        write("]")
    write("{}" if separator == "{" else "}")


def _write_value(value: object, write: Callable[[str], None]) -> None:
    if value is None:
        write("null")
    elif isinstance(value, str):
        write(quoted(value))
    elif isinstance(value, bool):
        write("true" if value else "false")
    elif isinstance(value, int):
        write(str(int(value)))  # a choice is an integer, and its own text is its name
    else:
        _write_object(value, write)


_ESCAPED = re.compile("[^ !#-%(-*,-;=?-\\[\\]-_a-~]")
_SHORT = {"\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def quoted(text: str) -> str:
    """A JSON string as the reference writes it."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    letter = match.group()
    short = _SHORT.get(letter)
    if short is not None:
        return short
    code = ord(letter)
    if code <= 0xFFFF:
        return f"\\u{code:04X}"
    # Outside the first plane a character is two units of UTF-16.
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04X}\\u{0xDC00 + (code & 0x3FF):04X}"


def same_setup(one: SyncSetup, other: SyncSetup) -> bool:
    """Whether two setups ask for the same, as the reference judges it (spec: sync semantics, section 10.4).

    The order of tables, columns and filters does not matter, nor the case of names. A prefix or suffix that is absent
    differs from an empty one; an absent list is an empty one, an absent schema name is "". Conditions and default
    values are compared as written: their case is data.
    """
    return _comparable(one) == _comparable(other)


_EXACT = frozenset({"custom_wheres", "default_value"})


def _comparable(value: object, *, exact: bool = False) -> object:
    """A value that is equal for all spellings of the same thing."""
    if isinstance(value, str):
        return value if exact else value.lower()
    if isinstance(value, tuple):
        return tuple(sorted((_comparable(item, exact=exact) for item in value), key=repr))
    members = MEMBERS.get(type(value))
    if members is None:
        return value
    return tuple(_comparable_member(member, getattr(value, member.attribute)) for member in members)


def _comparable_member(member: Member, value: object) -> object:
    if value is None and member.many:
        return ()
    if value is None and member.attribute.endswith("schema"):
        return ""
    return _comparable(value, exact=member.attribute in _EXACT)


def schema_filters(setup: SyncSetup) -> tuple[SyncFilter, ...]:
    """The filters of a setup in the schema's spelling, in the same order; an absent list stays absent."""
    return tuple(
        SyncFilter(
            table=entry.table,
            schema=entry.schema,
            parameters=_respelled(SyncFilterParameter, entry.parameters),
            wheres=_respelled(SyncFilterWhere, entry.wheres),
            joins=_respelled(SyncFilterJoin, entry.joins),
            custom_wheres=entry.custom_wheres,
        )
        for entry in setup.filters or ()
    )


def _respelled(cls: type, items: tuple[object, ...] | None) -> Any:
    """Items as another class whose attributes have the same names."""
    if items is None:
        return None
    names = [member.attribute for member in MEMBERS[cls]]
    return tuple(cls(**{name: getattr(item, name) for name in names}) for item in items)
