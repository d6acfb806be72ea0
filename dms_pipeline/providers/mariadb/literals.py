"""Rows as the text of an INSERT: what the driver does value by value, and takes a third of a load for, by type.

A session of ours knows backslashes in texts and no other quotes (`connect`), so that two letters are to be escaped; any
other, a zero byte among them, stands for itself.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dms_pipeline.sync.changes import Row

BYTES = 1_000_000  # of a statement, well below what a server takes (max_allowed_packet, 16 MB)


def _text(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _float(value: float) -> str:
    text = repr(value)
    if not isfinite(value):
        return _text(text)  # no column takes it
    return text if "e" in text else f"{text}e0"  # without an exponent it would be a decimal


_LITERALS: dict[type, Callable[[Any], str]] = {
    str: _text,
    int: str,
    bool: lambda value: str(int(value)),
    float: _float,
    bytes: lambda value: f"x'{value.hex()}'",
    type(None): lambda _: "NULL",
}


def values(rows: Iterable[Row]) -> Iterator[str]:
    """What stands behind VALUES for rows of canonical values, in parts of about `BYTES` letters and a row."""
    part: list[str] = []
    size = 0
    for row in rows:
        text = f"({','.join([_LITERALS[type(value)](value) for value in row])})"
        if part and size + len(text) > BYTES:
            yield ",".join(part)
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield ",".join(part)
