"""What a column of the reference's document means: its codes as a logical type.

`dt` is the .NET type, `db` the `System.Data.DbType`, `oty` the native type of the database that was read (spec: storage
format, sections 3.2, 3.4 and 9.6). `db` decides, since the reference's clients decide by it too; `oty` is asked where
`db` is too coarse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.schema.types import Kind, LogicalType

if TYPE_CHECKING:
    from dms_pipeline.schema.model import SyncColumn

DB_STRING_FIXED = 23
_BOOLEAN = 3
_UINT64 = 20
_KINDS = {
    0: Kind.TEXT,
    1: Kind.BINARY,
    2: Kind.INT16,
    _BOOLEAN: Kind.BOOLEAN,
    4: Kind.DECIMAL,
    5: Kind.DATE,
    6: Kind.TIMESTAMP,
    7: Kind.DECIMAL,
    8: Kind.FLOAT64,
    9: Kind.UUID,
    10: Kind.INT16,
    11: Kind.INT32,
    12: Kind.INT64,
    14: Kind.INT16,
    15: Kind.FLOAT32,
    16: Kind.TEXT,
    17: Kind.TIME,
    18: Kind.INT32,
    19: Kind.INT64,
    _UINT64: Kind.DECIMAL,  # unsigned 64 bits do not fit a signed integer
    21: Kind.DECIMAL,
    22: Kind.CHAR,
    23: Kind.CHAR,
    25: Kind.XML,
    26: Kind.TIMESTAMP,
    27: Kind.TIMESTAMPTZ,
}
_BY_NATIVE_NAME = {
    "json": Kind.JSON,
    "jsonb": Kind.JSON,
    "xml": Kind.XML,
    "time with time zone": Kind.TIMETZ,
    "money": Kind.DECIMAL,
}


def logical_type(column: SyncColumn) -> LogicalType:
    """What the values of a column are. A type without a counterpart is `NATIVE` under its native name."""
    native = (column.original_type_name or "").lower()
    kind = _BY_NATIVE_NAME.get(native) or _KINDS.get(column.db_type)
    if kind is None:
        return LogicalType(Kind.NATIVE, native=native or None)
    if is_bit_field(column):
        return bit_field(column.precision)
    if kind is Kind.DECIMAL:
        precision, scale = (20, 0) if column.db_type == _UINT64 else (column.precision, column.scale)
        return LogicalType(kind, precision=precision, scale=scale) if precision else LogicalType(kind)
    if kind in {Kind.TEXT, Kind.CHAR, Kind.BINARY} and column.max_length > 0:
        return LogicalType(kind, length=column.max_length)
    return LogicalType(kind)


def is_bit_field(column: SyncColumn) -> bool:
    """A field of several bits. The reference calls it a boolean; its length stands in `p1`."""
    return column.db_type == _BOOLEAN and column.precision > 1


def bit_field(bits: int) -> LogicalType:
    """The number that a field of bits is, by the narrowest type that has room for it."""
    for room, kind in ((15, Kind.INT16), (31, Kind.INT32), (63, Kind.INT64)):
        if bits <= room:
            return LogicalType(kind)
    return LogicalType(Kind.DECIMAL, precision=20, scale=0)
