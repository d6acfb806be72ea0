"""MariaDB's types: native to logical and back, and the codes under which the reference's documents carry them.

`CODES` is the reference's table for a MariaDB server (spec: storage format, sections 9.5 and 9.6). Some of it looks odd
(`tinyint` is an unsigned byte there, every `bit(n)` a boolean, every `char(36)` a guid); it is what .NET clients read,
and must stay. Between our own ends the native type decides: it stands beside the codes (`oty`, `ext1`).

Where the reference would make an invalid or a lossy type of a foreign column, the next right one stands instead (S22):
`double` and `float` for floats, `decimal` with digits of its own, fractions of seconds where there may be some, texts
with their length; a text in a key, which cannot be a `longtext`, has 255 letters where none are said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.mariadb.traits import MARIADB
from dms_pipeline.schema.codes import bit_field, logical_type
from dms_pipeline.schema.model import SyncColumn
from dms_pipeline.schema.types import Kind, LogicalType

if TYPE_CHECKING:
    from dms_pipeline.providers.mariadb.traits import Flavour
    from dms_pipeline.schema.database import Column

INDEX_LETTERS = 768  # an index has 3,072 bytes: mariadb.com/kb/en/innodb-limitations
KEY_LETTERS = 255  # of a text in an index that says no length: three of them fill it
MAX_BYTES = 8000  # where the reference's varbinary ends, and its lengths are cut
CUT_DIGITS = 28  # what a .NET decimal holds: documents of others end there
MAX_DIGITS, MAX_SCALE = 65, 30  # mariadb.com/kb/en/decimal
GUID_LETTERS = 36

_NATIVE = re.compile(
    r"^(?P<name>[a-z0-9_]+)\s*(?:\((?P<arguments>.*)\))?(?P<unsigned>\s+unsigned)?(?P<zerofill>\s+zerofill)?$",
    re.IGNORECASE | re.DOTALL,
)
_MEMBER = re.compile(r"'((?:[^']|'')*)'")


@dataclass(frozen=True, slots=True)
class Codes:
    """What the reference's document says of a type."""

    name: str  # odb: the name in MySqlDbType
    type_code: str  # dt: the .NET type
    db_type: int  # db: System.Data.DbType
    kind: Kind
    precision_is_specified: bool = False
    scale_is_specified: bool = False


CODES = {
    "tinyint": Codes("Byte", "2", 2, Kind.INT16, precision_is_specified=True),
    "smallint": Codes("Int16", "8", 10, Kind.INT16, precision_is_specified=True),
    "mediumint": Codes("Int24", "6", 11, Kind.INT32, precision_is_specified=True),
    "int": Codes("Int32", "6", 11, Kind.INT32, precision_is_specified=True),
    "bigint": Codes("Int64", "7", 12, Kind.INT64, precision_is_specified=True),
    "float": Codes("Float", "5", 15, Kind.FLOAT32, precision_is_specified=True),
    "double": Codes("Double", "4", 8, Kind.FLOAT64, precision_is_specified=True),
    "decimal": Codes("Decimal", "15", 7, Kind.DECIMAL, precision_is_specified=True, scale_is_specified=True),
    "bit": Codes("Bit", "1", 3, Kind.BOOLEAN),
    "date": Codes("Date", "13", 5, Kind.DATE),
    "datetime": Codes("DateTime", "13", 6, Kind.TIMESTAMP),
    "timestamp": Codes("Timestamp", "13", 6, Kind.TIMESTAMP),
    "time": Codes("Time", "19", 17, Kind.TIME),
    "year": Codes("Year", "8", 10, Kind.INT16),
    "char": Codes("String", "17", 16, Kind.CHAR),
    "varchar": Codes("VarChar", "17", 16, Kind.TEXT),
    "tinytext": Codes("TinyText", "17", 16, Kind.TEXT),
    "text": Codes("Text", "17", 16, Kind.TEXT),
    "mediumtext": Codes("MediumText", "17", 16, Kind.TEXT),
    "longtext": Codes("LongText", "17", 16, Kind.TEXT),
    "json": Codes("JSON", "17", 16, Kind.JSON),
    "enum": Codes("Enum", "17", 16, Kind.TEXT),
    "set": Codes("Set", "17", 16, Kind.TEXT),
    "binary": Codes("Binary", "12", 1, Kind.BINARY),
    "varbinary": Codes("VarBinary", "12", 1, Kind.BINARY),
    "tinyblob": Codes("TinyBlob", "12", 1, Kind.BINARY),
    "blob": Codes("Blob", "12", 1, Kind.BINARY),
    "mediumblob": Codes("MediumBlob", "12", 1, Kind.BINARY),
    "longblob": Codes("LongBlob", "12", 1, Kind.BINARY),
}
_UNSIGNED = {
    "smallint": Codes("UInt16", "11", 18, Kind.INT32, precision_is_specified=True),
    "mediumint": Codes("UInt24", "9", 19, Kind.INT64, precision_is_specified=True),
    "int": Codes("UInt32", "9", 19, Kind.INT64, precision_is_specified=True),
    "bigint": Codes("UInt64", "10", 20, Kind.DECIMAL, precision_is_specified=True),
}
_GUID = Codes("Guid", "16", 9, Kind.UUID)
_SIZED = frozenset({"char", "varchar", "binary", "varbinary"})
_LONG = {"text": MAX_BYTES, "blob": MAX_BYTES}  # the reference caps their 65,535; it says 0 of those that are longer
# Types that the reference refuses. The first two pass as texts between databases that have them.
_ALONE = frozenset({"inet4", "inet6"})
# Words that the server takes, and writes otherwise: mariadb.com/kb/en/data-types.
_SPELLINGS = {"integer": "int", "numeric": "decimal", "dec": "decimal", "fixed": "decimal", "real": "double"}
_NUMBERS = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint", "float", "double", "decimal", "bit"})


@dataclass(frozen=True, slots=True)
class Native:
    """A native type taken apart: its name, the text in its parentheses, and whether it has a sign."""

    name: str
    arguments: str = ""
    unsigned: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The arguments as numbers; none where they are members of an enumeration."""
        parts = [part.strip() for part in self.arguments.split(",")] if self.arguments else []
        return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()

    @property
    def members(self) -> tuple[str, ...]:
        """The values of an `enum` or `set`."""
        return tuple(found.replace("''", "'") for found in _MEMBER.findall(self.arguments))

    @property
    def is_textual(self) -> bool:
        """Its literals stand in quotes."""
        return self.name not in _NUMBERS

    @property
    def codes(self) -> Codes | None:
        """What the reference says of it, None where it refuses it."""
        if self.unsigned and self.name in _UNSIGNED:
            return _UNSIGNED[self.name]
        if self.name == "uuid" or (self.name == "char" and self.numbers == (GUID_LETTERS,)):
            return _GUID
        return CODES.get(self.name)


def parse(native: str) -> Native | None:
    """A type as `information_schema.COLUMNS.COLUMN_TYPE` writes it (`int(10) unsigned`), None where it is no type."""
    match = _NATIVE.match(native.strip())
    if match is None:
        return None
    name = match["name"].lower()
    return Native(_SPELLINGS.get(name, name), match["arguments"] or "", match["unsigned"] is not None)


def passes_alone(native: str) -> bool:
    """A type that no other kind of database has, whose values pass as texts between databases that have it."""
    parsed = parse(native)
    return parsed is not None and parsed.name in _ALONE


def logical(native: str) -> LogicalType:  # noqa: PLR0911 - each case returns
    """What the values of a native type are; `NATIVE` where no other database has the like."""
    parsed = parse(native)
    codes = parsed.codes if parsed is not None else None
    if parsed is None or codes is None:
        return LogicalType(Kind.NATIVE, native=native)
    numbers = parsed.numbers
    match parsed.name:
        case "bigint" if parsed.unsigned:
            return LogicalType(Kind.DECIMAL, precision=20, scale=0)
        case "decimal":
            precision, scale = (*numbers, 0)[:2] if numbers else (10, 0)
            return LogicalType(Kind.DECIMAL, precision=precision, scale=scale)
        case "bit" if numbers and numbers[0] > 1:
            return bit_field(numbers[0])
        case "enum" | "set":
            return LogicalType(Kind.TEXT, length=_letters(parsed))
    if parsed.name in _SIZED and codes.kind is not Kind.UUID and numbers:
        return LogicalType(codes.kind, length=numbers[0])
    return LogicalType(codes.kind)


def _letters(parsed: Native) -> int:
    """The longest text that an `enum` or `set` holds."""
    lengths = [len(member) for member in parsed.members]
    if parsed.name == "enum":
        return max(lengths, default=0)
    return sum(lengths) + max(0, len(lengths) - 1)


def sync_column(flavour: Flavour, column: Column, ordinal: int, *, in_key: bool) -> SyncColumn:
    """A column as the reference's document describes it.

    Raises:
        UnsupportedType: the reference has no code for the type.
    """
    parsed = parse(column.native_type)
    if parsed is not None and parsed.name in _ALONE:
        return _unknown(column, ordinal)
    codes = parsed.codes if parsed is not None else None
    if parsed is None or codes is None:
        raise errors.UnsupportedType(
            column.name,
            f"the type {column.native_type} cannot be synced",
            hint=f"leave the column out of the scope; these types can be synced: {supported()}",
        )
    computed = column.generated is not None
    numbered = column.identity is not None and in_key
    precision, scale = _digits(parsed)
    return SyncColumn(
        name=column.name,
        type_code=codes.type_code,
        allow_null=column.nullable and not computed,
        is_read_only=computed,
        is_auto_increment=numbered,
        seed=column.seed if numbered else 0,
        step=column.step if numbered else 0,
        is_unsigned=parsed.unsigned,
        is_computed=computed,
        max_length=_length(parsed),
        ordinal=ordinal,
        precision_is_specified=codes.precision_is_specified,
        precision=precision,
        scale_is_specified=codes.scale_is_specified,
        scale=scale,
        original_db_type=codes.name,
        original_type_name=parsed.name,
        db_type=codes.db_type,
        default_value=_default(flavour, column),
        extra_property1=column.native_type,
    )


def native(logical: LogicalType, flavour: Flavour = MARIADB) -> str:
    """The type in which MariaDB, or a variant, keeps a logical one, as its catalogue would write it.

    Raises:
        UnsupportedType: it has no counterpart (`NATIVE` of another database).
    """
    match logical.kind:
        case Kind.DECIMAL if logical.precision is None:
            return f"decimal({MAX_DIGITS},{MAX_SCALE})"
        case Kind.DECIMAL:
            return f"decimal({logical.precision},{logical.scale or 0})"
        case Kind.TEXT:
            return f"varchar({logical.length})" if logical.length else "longtext"
        case Kind.CHAR:
            return f"char({logical.length})" if logical.length else "longtext"
        case Kind.BINARY:
            return f"varbinary({logical.length})" if logical.length else "longblob"
        case Kind.NATIVE:
            raise errors.UnsupportedType("mariadb", f"the type {logical} has no counterpart in MariaDB")
        case _:
            return spelled(flavour, _PLAIN[logical.kind])


_PLAIN = {
    Kind.BOOLEAN: "bit(1)",
    Kind.INT16: "smallint",
    Kind.INT32: "int",
    Kind.INT64: "bigint",
    Kind.FLOAT32: "float",
    Kind.FLOAT64: "double",
    Kind.JSON: "longtext",
    Kind.XML: "longtext",
    Kind.UUID: "char(36)",
    Kind.DATE: "date",
    Kind.TIME: "time(6)",
    Kind.TIMETZ: "varchar(40)",
    Kind.TIMESTAMP: "datetime(6)",
    Kind.TIMESTAMPTZ: "datetime(6)",
}


def supported() -> str:
    """The types that can be synced, for an error's hint."""
    return ", ".join(sorted((*CODES, "uuid")))


def _default(flavour: Flavour, column: Column) -> str:
    if column.generated is not None:
        return f"GENERATED ALWAYS AS ({column.generated}) {column.storage or 'VIRTUAL'}"
    if column.default is None:
        return "NULL" if flavour.quotes_defaults and column.nullable else ""
    if not flavour.quotes_defaults and column.default.startswith("'"):
        return column.default[1:-1].replace("''", "'").replace("\\\\", "\\")
    return column.default


def _digits(parsed: Native) -> tuple[int, int]:
    """Precision and scale, which the reference says of decimals with a scale alone, and of bits."""
    numbers = parsed.numbers
    match parsed.name:
        case "bit":
            return numbers[0] if numbers else 1, 0
        case "decimal":
            precision, scale = (*numbers, 0)[:2] if numbers else (10, 0)
            return (precision, scale) if scale else (0, 0)
        case "float" | "double":
            return 0, numbers[1] if len(numbers) > 1 else 0
        case _:
            return 0, 0


def _length(parsed: Native) -> int:
    if parsed.name in _LONG:
        return _LONG[parsed.name]
    if parsed.name in {"enum", "set"}:
        return _letters(parsed)
    if parsed.name in _SIZED and parsed.numbers:
        return min(parsed.numbers[0], MAX_BYTES)
    return GUID_LETTERS if parsed.name == "uuid" else 0


def _unknown(column: Column, ordinal: int) -> SyncColumn:
    # The reference refuses these types; its code for "no known type" makes other kinds of clients refuse them too.
    computed = column.generated is not None
    return SyncColumn(
        name=column.name,
        type_code="-1",
        allow_null=column.nullable,
        is_read_only=computed,
        is_computed=computed,
        ordinal=ordinal,
        original_db_type="Unknown",
        original_type_name=column.native_type,
        db_type=_OBJECT,
        extra_property1=column.native_type,
    )


_OBJECT = 13  # DbType.Object: what the reference says of a value that it does not know
# By `db`; those with a length, digits or fractions of their own are made by `client_type`.
_FOREIGN = {
    2: "tinyint",
    3: "bit(1)",
    4: "decimal(19,4)",
    5: "date",
    6: "datetime(6)",
    8: "double",
    9: "char(36)",
    10: "smallint",
    11: "int",
    12: "bigint",
    14: "smallint",
    15: "float",
    17: "time(6)",
    18: "smallint unsigned",
    19: "int unsigned",
    20: "bigint unsigned",
    26: "datetime(6)",
    27: "datetime(6)",
}
_DECIMALS = frozenset({7, 21})
_TEXTS = frozenset({0, 16, 22, 23, 25})
_BINARY = 1


def client_type(  # noqa: PLR0911 - each case returns
    flavour: Flavour,
    column: SyncColumn,
    original_provider: str | None,
    *,
    room: int | None = None,
    known: LogicalType | None = None,
) -> str:
    """The type of a client's column, as the catalogue writes it (spec: storage format, section 9.6).

    `room` is how many letters an index leaves to the column, None where it is in none; `known` is what its server's
    catalogue says, where that was asked.

    Raises:
        UnsupportedType: MariaDB has no counterpart.
    """
    own = column.extra_property1
    if original_provider == flavour.traits.original_provider and own:
        if parse(own) is None or (logical(own).kind is Kind.NATIVE and not passes_alone(own)):
            raise errors.UnsupportedType(column.name, f"the type {own} has no counterpart in {flavour.product}")
        return own
    if own and is_flavour(original_provider):
        found = _of_other_flavour(own)
        if found is not None:
            return spelled(flavour, found)
    if column.db_type in _DECIMALS:
        return _decimal(column, known)
    if logical_type(column).kind is Kind.TIMETZ:
        return "varchar(40)"  # no type here keeps the offset
    if column.db_type in _TEXTS:
        return _sized("varchar", "longtext", column.max_length, room)
    if column.db_type == _BINARY:
        return _sized("varbinary", "longblob", column.max_length, room)
    if column.db_type not in _FOREIGN:
        name = column.original_type_name or f"DbType {column.db_type}"
        raise errors.UnsupportedType(column.name, f"the type {name} has no counterpart in {flavour.product}")
    return spelled(flavour, _FOREIGN[column.db_type])


def is_flavour(original_provider: str | None) -> bool:
    """A document that a database of this kind or of a variant was described by: its `ext1` is a type of ours."""
    return (original_provider or "").partition("SyncProvider")[0] in {"MySql", "MariaDB"}


def _of_other_flavour(own: str) -> str | None:
    """A type of a variant without what only that writes: the width of an integer."""
    parsed = parse(own)
    if parsed is None or parsed.name not in CODES:
        return None
    if parsed.name in {"tinyint", "smallint", "mediumint", "int", "bigint", "year"}:
        return parsed.name + (" unsigned" if parsed.unsigned else "")
    return own


def spelled(flavour: Flavour, native: str) -> str:
    """A type as the catalogue of a variant writes it."""
    return flavour.widths.get(native, native)


def _decimal(column: SyncColumn, known: LogicalType | None) -> str:
    """Digits as the catalogue or the document says; without a limit as many as there can be, 30 of them decimals.

    A document of another kind says 28 of any number with more, so that there may be more than it says.
    """
    precision, scale = column.precision, column.scale
    if known is not None and known.kind is Kind.DECIMAL:
        precision, scale = known.precision or 0, known.scale or 0
    elif precision >= CUT_DIGITS:
        precision = 0
    if not precision or precision > MAX_DIGITS or scale > MAX_SCALE:
        return f"decimal({MAX_DIGITS},{MAX_SCALE})"
    return f"decimal({precision},{scale})"


def _sized(short: str, long: str, length: int, room: int | None) -> str:
    if room is not None:
        return f"{short}({min(length, room) if length > 0 else min(KEY_LETTERS, room)})"
    return f"{short}({length})" if 0 < length < MAX_BYTES else long
