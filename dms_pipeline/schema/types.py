"""Logical types: what a value is, independent of the database that keeps it.

Each has one Python type in a canonical batch (`sync.changes.RowBatch`):

| kind | Python | text form |
|---|---|---|
| boolean, int16, int32, int64 | `int` | |
| decimal | `str` | plain notation, the source's trailing zeros kept |
| float32, float64 | `float` | |
| text, char, json, xml | `str` | |
| binary | `bytes` | |
| uuid | `str` | upper case with dashes |
| date | `str` | `2025-08-28` |
| time | `str` | `14:03:12`, or with exactly seven decimals |
| timetz | `str` | `0001-01-02 14:03:12.5+02:00`, with the day that .NET gives it |
| timestamp | `str` | `2025-08-28 14:03:12.345`, no zone, trailing zeros trimmed |
| timestamptz | `str` | the same in UTC with `+00:00` behind it |
| native | - | no counterpart; passes only between equal databases |

NULL is `None`. The text forms are those the reference writes into SQLite (spec: storage format, section 9.8), so that a
SQLite side binds and reads them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of logical types."""

    BOOLEAN = "boolean"
    INT16 = "int16"
    INT32 = "int32"
    INT64 = "int64"
    DECIMAL = "decimal"
    FLOAT32 = "float32"
    FLOAT64 = "float64"
    TEXT = "text"
    CHAR = "char"
    JSON = "json"
    XML = "xml"
    BINARY = "binary"
    UUID = "uuid"
    DATE = "date"
    TIME = "time"
    TIMETZ = "timetz"
    TIMESTAMP = "timestamp"
    TIMESTAMPTZ = "timestamptz"
    NATIVE = "native"


TEXTUAL = frozenset({Kind.TEXT, Kind.CHAR, Kind.JSON, Kind.XML})
INTEGRAL = frozenset({Kind.BOOLEAN, Kind.INT16, Kind.INT32, Kind.INT64})


@dataclass(frozen=True, slots=True)
class LogicalType:
    """A kind with its size: `length` in characters (text, char) or bytes (binary), `precision` and `scale` of decimals.

    None means "not limited". `native` names the database's own type where `kind` is `NATIVE`.
    """

    kind: Kind
    length: int | None = None
    precision: int | None = None
    scale: int | None = None
    native: str | None = None

    def __str__(self) -> str:
        """As a person would write it: `decimal(19,4)`, `text(50)`."""
        if self.kind is Kind.NATIVE:
            return self.native or "native"
        if self.precision is not None:
            return f"{self.kind}({self.precision},{self.scale or 0})"
        return f"{self.kind}({self.length})" if self.length is not None else str(self.kind)
