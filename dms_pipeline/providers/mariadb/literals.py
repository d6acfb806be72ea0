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

_RAW = "surrogateescape"  # Python's way to have bytes in a text
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
    # Bytes stand in a statement as they are: digits would be twice as many, and a server takes only so much.
    bytes: lambda value: "_binary" + _text(value.decode("ascii", _RAW)),
    type(None): lambda _: "NULL",
}


def inserts(head: str, rows: Iterable[Row]) -> Iterator[bytes]:
    """Statements that begin with `head`, up to VALUES, for canonical rows; each has about `BYTES`, or one row."""
    begin = head.encode()
    part: list[str] = []
    size = 0
    for row in rows:
        text = f"({','.join([_LITERALS[type(value)](value) for value in row])})"
        if part and size + len(text) > BYTES:
            yield begin + ",".join(part).encode("utf-8", _RAW)
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield begin + ",".join(part).encode("utf-8", _RAW)
