"""PostgreSQL's types: native to logical and back, and the codes under which the reference's documents carry them.

`CODES` is the reference's table for a PostgreSQL server (spec: storage format, sections 9.5 and 9.6), with one
exception: `character(n)` announces the .NET type string instead of char, because char loses every value (dms-probes,
4). Everything else that looks odd (28 digits for an integer) is what .NET clients read and must stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.schema.codes import is_bit_field, logical_type
from dms_pipeline.schema.model import SyncColumn
from dms_pipeline.schema.types import Kind, LogicalType

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Column

ORIGINAL_PROVIDER = "NpgsqlSyncProvider, Dotmim.Sync.PostgreSql.NpgsqlSyncProvider"
MAX_PRECISION = 28  # what a .NET decimal holds; the reference caps at it
MAX_SCALE = 18
MAX_LENGTH = 8000

_NATIVE = re.compile(r"^(?P<head>[a-z_\" 0-9]+?)\s*(?:\((?P<arguments>[^)]*)\))?(?P<tail> with(?:out)? time zone)?$")


@dataclass(frozen=True, slots=True)
class Codes:
    """What the reference's document says of a type."""

    name: str  # odb: the name in NpgsqlDbType
    type_code: str  # dt: the .NET type
    db_type: int  # db: System.Data.DbType
    kind: Kind
    precision: int = 0
    precision_is_specified: bool = False
    scale_is_specified: bool = False


CODES = {
    "smallint": Codes("Smallint", "8", 10, Kind.INT16, 16, precision_is_specified=True),
    "integer": Codes("Integer", "6", 11, Kind.INT32, 28, precision_is_specified=True),
    "bigint": Codes("Bigint", "7", 12, Kind.INT64, 28, precision_is_specified=True),
    "numeric": Codes("Numeric", "15", 7, Kind.DECIMAL, 0, precision_is_specified=True, scale_is_specified=True),
    "real": Codes("Real", "5", 15, Kind.FLOAT32, 24, precision_is_specified=True, scale_is_specified=True),
    "double precision": Codes("Double", "4", 8, Kind.FLOAT64, 28, precision_is_specified=True),
    "money": Codes("Money", "15", 7, Kind.DECIMAL),
    "boolean": Codes("Boolean", "1", 3, Kind.BOOLEAN),
    "character varying": Codes("Varchar", "17", 16, Kind.TEXT),
    "text": Codes("Text", "17", 16, Kind.TEXT),
    "character": Codes("Char", "17", 23, Kind.CHAR),
    "name": Codes("Name", "17", 16, Kind.TEXT),
    "bytea": Codes("Bytea", "12", 1, Kind.BINARY),
    "date": Codes("Date", "13", 5, Kind.DATE),
    "timestamp without time zone": Codes("Timestamp", "13", 26, Kind.TIMESTAMP),
    "timestamp with time zone": Codes("TimestampTz", "14", 27, Kind.TIMESTAMPTZ),
    "time without time zone": Codes("Time", "19", 17, Kind.TIME),
    "time with time zone": Codes("TimeTz", "14", 27, Kind.TIMETZ),
    "uuid": Codes("Uuid", "16", 9, Kind.UUID),
    "json": Codes("Json", "17", 16, Kind.JSON),
    "jsonb": Codes("Jsonb", "17", 16, Kind.JSON),
    "xml": Codes("Xml", "17", 16, Kind.XML),
    "bit": Codes("Bit", "17", 16, Kind.TEXT),
    "inet": Codes("Inet", "17", 16, Kind.TEXT),
    "cidr": Codes("Cidr", "17", 16, Kind.TEXT),
    "macaddr": Codes("MacAddr", "17", 16, Kind.TEXT),
    "macaddr8": Codes("MacAddr8", "17", 16, Kind.TEXT),
    "tsvector": Codes("TsVector", "17", 16, Kind.TEXT),
    "tsquery": Codes("TsQuery", "17", 16, Kind.TEXT),
}
_SIZED = frozenset({"character varying", "character"})
# Types of every PostgreSQL that no other database has; they and arrays pass between PostgreSQL databases alone.
_ALONE = frozenset(
    {
        *("interval", "bit varying", "oid", "pg_lsn", '"char"'),
        *("point", "line", "lseg", "box", "path", "polygon", "circle"),
        *("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange"),
        *("int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange"),
    }
)
_OBJECT = 13  # DbType.Object: what the reference says of a value that it does not know
_SPELLINGS = {"bpchar": "character"}  # format_type's word for a character type without a length


@dataclass(frozen=True, slots=True)
class Native:
    """A native type taken apart: its name without arguments, and the arguments."""

    name: str
    arguments: tuple[int, ...] = ()


def parse(native: str) -> Native | None:
    """A type as `format_type` writes it (`timestamp(3) without time zone`), None where it is not one of `CODES`."""
    match = _NATIVE.match(native)
    if match is None:
        return None
    head = _SPELLINGS.get(match["head"], match["head"])
    name = head + (match["tail"] or "")
    if name not in CODES:
        return None
    arguments = match["arguments"]
    try:
        return Native(name, tuple(int(part) for part in arguments.split(",")) if arguments else ())
    except ValueError:
        return None


def passes_alone(native: str) -> bool:
    """A type that every PostgreSQL has and nobody else: its values pass as text between PostgreSQL databases."""
    element = native.partition("[")[0]
    name = re.sub(r"\s*\([^)]*\)", "", element)
    return name in _ALONE or ("[" in native and parse(element) is not None)


def logical(native: str) -> LogicalType:
    """What the values of a native type are; `NATIVE` where no other database has the like."""
    parsed = parse(native)
    if parsed is None:
        return LogicalType(Kind.NATIVE, native=native)
    kind = CODES[parsed.name].kind
    if parsed.name == "numeric" and parsed.arguments:
        scale = parsed.arguments[1] if len(parsed.arguments) > 1 else 0
        return LogicalType(kind, precision=parsed.arguments[0], scale=scale)
    if parsed.name == "money":  # 64 bits, with as many decimals as lc_monetary says: three at most
        return LogicalType(kind, precision=22, scale=3)
    if parsed.name in _SIZED and parsed.arguments:
        return LogicalType(kind, length=parsed.arguments[0])
    return LogicalType(kind)


def native(logical: LogicalType) -> str:
    """The type in which PostgreSQL keeps a logical one, as `format_type` would write it.

    Raises:
        UnsupportedType: it has no counterpart (`NATIVE` of another database).
    """
    match logical.kind:
        case Kind.DECIMAL:
            return f"numeric({logical.precision},{logical.scale or 0})" if logical.precision else "numeric"
        case Kind.TEXT:
            return f"character varying({logical.length})" if logical.length else "text"
        case Kind.CHAR:
            return f"character({logical.length})" if logical.length else "text"
        case Kind.NATIVE:
            raise errors.UnsupportedType("postgresql", f"the type {logical} has no counterpart in PostgreSQL")
        case _:
            return _PLAIN[logical.kind]


_PLAIN = {
    Kind.BOOLEAN: "boolean",
    Kind.INT16: "smallint",
    Kind.INT32: "integer",
    Kind.INT64: "bigint",
    Kind.FLOAT32: "real",
    Kind.FLOAT64: "double precision",
    Kind.JSON: "json",  # as it was written; jsonb would sort its keys and write its numbers anew
    Kind.XML: "xml",
    Kind.BINARY: "bytea",
    Kind.UUID: "uuid",
    Kind.DATE: "date",
    Kind.TIME: "time without time zone",
    Kind.TIMETZ: "time with time zone",
    Kind.TIMESTAMP: "timestamp without time zone",
    Kind.TIMESTAMPTZ: "timestamp with time zone",
}


def supported() -> str:
    """The types that can be synced, for an error's hint."""
    return ", ".join(sorted(CODES))


def sync_column(column: Column, ordinal: int, *, in_key: bool) -> SyncColumn:
    """A column as the reference's document describes it.

    Raises:
        UnsupportedType: the reference has no code for the type.
    """
    parsed = parse(column.native_type)
    if parsed is None and passes_alone(column.native_type):
        return _unknown(column, ordinal)
    if parsed is None:
        raise errors.UnsupportedType(
            column.name,
            f"the type {column.native_type} cannot be synced",
            hint=f"leave the column out of the scope; these types can be synced: {supported()}",
        )
    codes = CODES[parsed.name]
    precision, scale = _digits(parsed, codes)
    computed = column.generated is not None
    numbered = column.identity in {"by-default", "always", "rowid"} and in_key
    return SyncColumn(
        name=column.name,
        type_code=codes.type_code,
        allow_null=column.nullable,
        is_read_only=computed,
        is_auto_increment=numbered,
        seed=column.seed if numbered else 0,
        step=column.step if numbered else 0,
        is_computed=computed,
        max_length=min(parsed.arguments[0], MAX_LENGTH) if parsed.name in _SIZED and parsed.arguments else 0,
        ordinal=ordinal,
        precision_is_specified=codes.precision_is_specified,
        precision=precision,
        scale_is_specified=codes.scale_is_specified,
        scale=scale,
        original_db_type=codes.name,
        original_type_name=parsed.name,
        db_type=codes.db_type,
        default_value=None if computed else column.default,
    )


def _unknown(column: Column, ordinal: int) -> SyncColumn:
    # The reference refuses these types; its code for "no known type" makes other kinds of clients refuse them too.
    return SyncColumn(
        name=column.name,
        type_code="-1",
        allow_null=column.nullable,
        is_read_only=column.generated is not None,
        is_computed=column.generated is not None,
        ordinal=ordinal,
        original_db_type="Unknown",
        original_type_name=column.native_type,
        db_type=_OBJECT,
        default_value=None if column.generated is not None else column.default,
    )


def _digits(parsed: Native, codes: Codes) -> tuple[int, int]:
    if parsed.name != "numeric" or not parsed.arguments:
        return codes.precision, 0
    precision = min(parsed.arguments[0], MAX_PRECISION)
    scale = parsed.arguments[1] if len(parsed.arguments) > 1 else 0
    return precision, max(0, min(scale, MAX_SCALE, precision - 1))


def client_type(column: SyncColumn, original_provider: str | None) -> str:
    """The type of a client's column, as `format_type` writes it (spec: storage format, section 9.6).

    Where the reference would make an invalid or a lossy type, the next right one stands instead: `double precision`
    (S21), wider types for unsigned ones (S30), no limit where the limit was cut off, a number for a field of bits.

    Raises:
        UnsupportedType: PostgreSQL has no counterpart.
    """
    if original_provider == ORIGINAL_PROVIDER:
        own = (column.original_type_name or "").lower()
        if column.db_type == _OBJECT and passes_alone(own):
            return own
        if own not in CODES:
            raise errors.UnsupportedType(column.name, f"the type {own or 'object'} has no counterpart in PostgreSQL")
        return _sized(own, column)
    if is_bit_field(column):
        return native(logical_type(column))
    found = _FOREIGN.get(column.db_type)
    if found is None:
        name = column.original_type_name or f"DbType {column.db_type}"
        raise errors.UnsupportedType(column.name, f"the type {name} has no counterpart in PostgreSQL")
    return _sized(found, column)


# By `db`; strings without a length are text.
_FOREIGN = {
    0: "character varying",
    1: "bytea",
    2: "smallint",
    3: "boolean",
    4: "money",
    5: "date",
    6: "timestamp with time zone",
    7: "numeric",
    8: "double precision",
    9: "uuid",
    10: "smallint",
    11: "integer",
    12: "bigint",
    14: "smallint",
    15: "real",
    16: "character varying",
    17: "time without time zone",
    18: "integer",
    19: "bigint",
    20: "numeric(20,0)",
    21: "numeric",
    22: "character varying",
    23: "character varying",
    25: "text",
    26: "timestamp without time zone",
    27: "timestamp with time zone",
}


def _sized(name: str, column: SyncColumn) -> str:
    if name == "numeric" and column.precision:
        return f"numeric({column.precision},{column.scale})"
    if name not in _SIZED:
        return name
    if 0 < column.max_length < MAX_LENGTH:
        return f"{name}({column.max_length})"
    if name == "character":
        return "bpchar"
    return name if column.original_type_name == name else "text"


def same_type(observed: str, original_type_name: str | None) -> str | None:
    """A server's native type, if it is PostgreSQL's own and the one that a document's column was read from."""
    parsed = parse(observed)
    if parsed is None or parsed.name != original_type_name:
        return None
    if parsed.name == "numeric" and parsed.arguments:
        return f"numeric({parsed.arguments[0]},{parsed.arguments[1] if len(parsed.arguments) > 1 else 0})"
    return observed


def key_type(column: SyncColumn, original_provider: str | None) -> str:
    """The type of a key's column in a tracking table: as on a client, but never narrower than what was cut off.

    A document says 28 digits of any number with more, so such a key is kept without a limit.
    """
    if column.db_type in {7, 21} and column.precision >= MAX_PRECISION:
        return "numeric"
    return client_type(column, original_provider)
