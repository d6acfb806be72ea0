"""Rows as the text of an INSERT or of a file: what the driver does value by value, a third of a load, by type.

A session of ours knows backslashes in texts and no other quotes (`connect`), so that two letters are to be escaped; any
other, a zero byte among them, stands for itself. In a file, whose values stand between tabs, tabs and breaks are too.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_RAW = "surrogateescape"  # Python's way to have bytes in a text
_STATEMENT = 1_000_000  # letters, well below what a server takes (max_allowed_packet, mostly 16 MB)
_CHUNK = 100_000  # letters of a file that are sent at once
_LETTER = 4  # bytes at most


def _text(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _float(value: float) -> str:
    text = repr(value)
    if not isfinite(value):
        return _text(text)  # no column takes it
    return text if "e" in text else f"{text}e0"  # without an exponent it would be a decimal


_Texts = dict[type, Callable[[Any], str]]
_LITERALS: _Texts = {
    str: _text,
    int: str,
    bool: lambda value: str(int(value)),
    float: _float,
    # Bytes stand in a statement as they are: digits would be twice as many, and a server takes only so much.
    bytes: lambda value: "_binary" + _text(value.decode("ascii", _RAW)),
    type(None): lambda _: "NULL",
}


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


_FIELDS: _Texts = {
    str: _escaped,
    int: str,
    bool: lambda value: str(int(value)),
    float: repr,
    bytes: lambda value: _escaped(value.decode("ascii", _RAW)),
    type(None): lambda _: "\\N",
}


def inserts(head: str, columns: Iterable[Sequence[Any]], room: int) -> Iterator[bytes]:
    """Statements that begin with `head`, up to VALUES, for canonical values; each has one row, or fewer bytes."""
    rows = zip(*(_texts(_LITERALS, values) for values in columns), strict=True)
    begin = head.encode()
    most = min(_STATEMENT, (room - len(begin)) // _LETTER)
    for part in _parts((f"({','.join(row)})" for row in rows), most):
        yield begin + ",".join(part).encode("utf-8", _RAW)


def lines(columns: Iterable[Sequence[Any]], room: int) -> Iterator[bytes]:
    """Canonical values as the lines of a file that LOAD DATA reads without being told how, in parts of such a size."""
    rows = zip(*(_texts(_FIELDS, values) for values in columns), strict=True)
    for part in _parts(map("\t".join, rows), min(_CHUNK, room // _LETTER)):
        yield ("\n".join(part) + "\n").encode("utf-8", _RAW)


def _texts(texts: _Texts, values: Sequence[Any]) -> Iterable[str]:
    """The values of a column as texts; of one type alone, they are not looked at one by one."""
    types = set(map(type, values))
    if len(types) > 1:
        return [texts[type(value)](value) for value in values]
    if texts is _FIELDS and types == {str} and _escaped(whole := "".join(values)) == whole:
        return values
    return map(texts[types.pop()], values)


def _parts(texts: Iterable[str], most: int) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for text in texts:
        if part and size + len(text) > most:
            yield part
            part, size = [], 0
        part.append(text)
        size += len(text)
    if part:
        yield part
