"""SQLite's types: what the declared type of a column says, and what a client's column is declared as.

SQLite keeps any value in any column; the declared type is a promise of the application, and the one thing that a server
can go by. `DECLARED` is the table of promises that are understood. A column with another one is refused: a guess would
send wrong values. A SQLite server announces its columns with PostgreSQL's codes, the only ones that clients of the
reference of every kind can use (design decision 6).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.postgresql import types as announced
from dms_pipeline.schema.types import Kind, LogicalType

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Column
    from dms_pipeline.schema.model import SyncColumn

ORIGINAL_PROVIDER = "SqliteSyncProvider, Dotmim.Sync.Sqlite.SqliteSyncProvider"

DECLARED = {
    "uuid": Kind.UUID,
    "guid": Kind.UUID,
    "uniqueidentifier": Kind.UUID,
    "boolean": Kind.BOOLEAN,
    "bool": Kind.BOOLEAN,
    "bit": Kind.BOOLEAN,
    "tinyint": Kind.INT16,
    "smallint": Kind.INT16,
    "int2": Kind.INT16,
    "mediumint": Kind.INT32,
    "int": Kind.INT32,
    "int4": Kind.INT32,
    "integer": Kind.INT64,  # SQLite's own word, for its 64 bits
    "bigint": Kind.INT64,
    "int8": Kind.INT64,
    "numeric": Kind.DECIMAL,
    "decimal": Kind.DECIMAL,
    "money": Kind.DECIMAL,
    "float4": Kind.FLOAT32,
    "real": Kind.FLOAT64,  # SQLite's own word, for its 64 bits
    "float": Kind.FLOAT64,
    "float8": Kind.FLOAT64,
    "double": Kind.FLOAT64,
    "double precision": Kind.FLOAT64,
    "text": Kind.TEXT,
    "clob": Kind.TEXT,
    "ntext": Kind.TEXT,
    "varchar": Kind.TEXT,
    "nvarchar": Kind.TEXT,
    "character varying": Kind.TEXT,
    "char": Kind.CHAR,
    "nchar": Kind.CHAR,
    "character": Kind.CHAR,
    "json": Kind.JSON,
    "jsonb": Kind.JSON,
    "xml": Kind.XML,
    "blob": Kind.BINARY,
    "bytea": Kind.BINARY,
    "binary": Kind.BINARY,
    "varbinary": Kind.BINARY,
    "image": Kind.BINARY,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "time without time zone": Kind.TIME,
    "timetz": Kind.TIMETZ,
    "time with time zone": Kind.TIMETZ,
    "datetime": Kind.TIMESTAMP,
    "timestamp": Kind.TIMESTAMP,
    "timestamp without time zone": Kind.TIMESTAMP,
    "timestamptz": Kind.TIMESTAMPTZ,
    "datetimeoffset": Kind.TIMESTAMPTZ,
    "timestamp with time zone": Kind.TIMESTAMPTZ,
}

_PARTS = re.compile(r"^(?P<head>[A-Za-z][A-Za-z0-9 ]*)(?:\(\s*(?P<arguments>[\d\s,]+)\)(?P<tail>[A-Za-z ]*))?$")


def logical(declared: str) -> LogicalType:
    """What the values of a column with this declared type are; `NATIVE` where the type is not understood."""
    match = _PARTS.match(declared.strip())
    name = " ".join(f"{match['head']} {match['tail'] or ''}".lower().split()) if match else ""
    kind = DECLARED.get(name)
    if match is None or kind is None:
        return LogicalType(Kind.NATIVE, native=declared)
    numbers = [int(part) for part in (match["arguments"] or "").split(",") if part.strip()]
    if kind is Kind.DECIMAL and numbers:
        return LogicalType(kind, precision=numbers[0], scale=numbers[1] if len(numbers) > 1 else 0)
    if kind in {Kind.TEXT, Kind.CHAR} and numbers:
        return LogicalType(kind, length=numbers[0])
    return LogicalType(kind)


def native(logical: LogicalType) -> str:
    """The declared type from which `logical` gives the same type back; for a server's tables.

    Raises:
        UnsupportedType: a `NATIVE` type of another database.
    """
    match logical.kind:
        case Kind.DECIMAL:
            return f"numeric({logical.precision},{logical.scale or 0})" if logical.precision else "numeric"
        case Kind.TEXT:
            return f"varchar({logical.length})" if logical.length else "text"
        case Kind.CHAR:
            return f"char({logical.length})" if logical.length else "char"
        case Kind.NATIVE:
            raise errors.UnsupportedType("sqlite", f"the type {logical} has no counterpart in SQLite")
        case _:
            return _PLAIN[logical.kind]


_PLAIN = {
    Kind.BOOLEAN: "boolean",
    Kind.INT16: "smallint",
    Kind.INT32: "int",
    Kind.INT64: "bigint",
    Kind.FLOAT32: "float4",
    Kind.FLOAT64: "double",
    Kind.JSON: "json",
    Kind.XML: "xml",
    Kind.BINARY: "blob",
    Kind.UUID: "uuid",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.TIMETZ: "timetz",
    Kind.TIMESTAMP: "timestamp",
    Kind.TIMESTAMPTZ: "timestamptz",
}


def supported() -> str:
    """The declared types that are understood, for an error's hint."""
    return ", ".join(sorted(DECLARED))


def sync_column(column: Column, ordinal: int, *, in_key: bool) -> SyncColumn:
    """A column of a SQLite server as the reference's document describes it, in PostgreSQL's codes.

    Defaults are not announced: they are SQLite's expressions, and a client of another kind would run them.

    Raises:
        UnsupportedType: the declared type is not understood.
    """
    if column.logical.kind is Kind.NATIVE:
        declared = f'the declared type "{column.native_type}"' if column.native_type else "a column without a type"
        raise errors.UnsupportedType(
            column.name, f"{declared} does not say what its values are", hint=f"declare one of {supported()}"
        )
    as_announced = replace(
        column,
        native_type=announced.native(column.logical),
        nullable=column.nullable and not in_key,  # a row id is never NULL, whatever its declaration says
        default=None,
    )
    return announced.sync_column(as_announced, ordinal, in_key=in_key)


# By `db` (spec: storage format, section 9.6).
_INTEGERS = frozenset({2, 3, 10, 11, 12, 14, 18, 19, 20})
_NUMBERS = frozenset({4, 7, 8, 15, 21})
_BLOBS = frozenset({1})
_FOLDED = frozenset({0, 9, 16, 22, 23, 25})  # strings and GUIDs compare without case, as the reference makes them
_TEXTS = _FOLDED | {5, 6, 17, 26, 27}


def client_type(column: SyncColumn, original_provider: str | None) -> str:
    """The declared type of a client's column.

    Raises:
        UnsupportedType: SQLite has no counterpart.
    """
    if original_provider == ORIGINAL_PROVIDER:
        return column.original_type_name or "blob"
    if column.db_type in _INTEGERS:
        return "integer"
    if column.db_type in _NUMBERS:
        return "numeric"
    if column.db_type in _BLOBS:
        return "blob"
    if column.db_type in _TEXTS:
        return "text"
    name = column.original_type_name or f"DbType {column.db_type}"
    raise errors.UnsupportedType(column.name, f"the type {name} has no counterpart in SQLite")


def collation(column: SyncColumn) -> str | None:
    """The collation of a client's column, None for SQLite's own."""
    return "NOCASE" if column.db_type in _FOLDED else None
