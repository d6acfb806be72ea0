"""Defaults that mean the same in every database: a text, a number, a truth value; expressions are each one's own."""

from __future__ import annotations

import re

from dms_pipeline.schema.types import TEXTUAL, Kind

_CAST = r"(?:::[\w\s.\"(),\[\]]+)?"  # PostgreSQL's catalogue says the type of a text behind it
_TEXT = re.compile(rf"'((?:[^']|'')*)'{_CAST}", re.DOTALL)
_NUMBER = re.compile(rf"([-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?){_CAST}")
_TRUTH = {
    **dict.fromkeys(("true", "t", "1", "b'1'"), "true"),
    **dict.fromkeys(("false", "f", "0", "b'0'"), "false"),  # the last is of MariaDB's bit(1)
}
_NUMBERS = frozenset({Kind.INT16, Kind.INT32, Kind.INT64, Kind.DECIMAL, Kind.FLOAT32, Kind.FLOAT64})
_TEXTS = TEXTUAL | {Kind.DATE, Kind.TIME, Kind.TIMESTAMP}


def constant(default: str | None, kind: Kind) -> str | None:
    """A column's default as any database takes it; None where there is none, or where it is no such constant."""
    if default is None:
        return None
    bare = default.strip()
    while bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    text, number = _TEXT.fullmatch(bare), _NUMBER.fullmatch(bare)
    if kind is Kind.BOOLEAN:
        found = text or number
        return _TRUTH.get(found.group(1).lower() if found else bare.lower())
    if kind in _NUMBERS:
        number = number or (_NUMBER.fullmatch(text.group(1)) if text else None)
        return number.group(1) if number else None
    if kind in _TEXTS and text and "\\" not in text.group(1):  # which MariaDB alone reads as an escape
        return f"'{text.group(1)}'"
    return None
