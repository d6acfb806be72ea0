"""How MariaDB gives a value in canonical form, takes one, and which it cannot keep. The session's zone is UTC.

The driver hands over integers and floats as numbers, bytes as bytes, and all else as the server's text (`connect`).
"""

from __future__ import annotations

import math
import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.types import TEXTUAL, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dms_pipeline.providers.mariadb.catalog import ColumnType
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values

    Reason = Callable[[Any], str | None]

STYLE = TRAITS.style
_GUID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_FRACTION = "IF(MICROSECOND({raw}) = 0, '', CONCAT('.', LPAD(MICROSECOND({raw}), 6, '0'), '0'))"


def canonical(column: SyncedColumn, alias: str) -> str:  # noqa: PLR0911 - each case returns
    """The expression that gives a column in canonical form."""
    raw = f"{alias}.{STYLE.name(column.name)}"
    if column.is_bits:
        raw = f"({raw} + 0)"  # it would come as bytes
    match column.type.kind:
        case Kind.BOOLEAN:
            return f"{raw} + 0"  # of bit(1), the same
        case Kind.DECIMAL:
            return _digits(f"CAST({raw} AS CHAR)", column)  # an unsigned bigint too
        case Kind.FLOAT32 | Kind.FLOAT64:
            return f"{raw} + 0e0"  # a float would come with six digits
        case Kind.UUID:
            return f"IF({raw} REGEXP '{_GUID}', UPPER({raw}), {raw})"
        case Kind.TIMESTAMP:
            return _moment(raw)
        case Kind.TIMESTAMPTZ:
            return f"CONCAT({_moment(raw)}, '+00:00')"
        case Kind.TIME:
            # In .NET's notation: seven decimals where there are any, days before hours from the 24th on.
            days = f"IF(HOUR({raw}) < 24, '', CONCAT(HOUR({raw}) DIV 24, '.'))"
            # No TIME_FORMAT: a per cent sign is the driver's.
            parts = ("LPAD(HOUR({0}) MOD 24, 2, '0')", "LPAD(MINUTE({0}), 2, '0')", "LPAD(SECOND({0}), 2, '0')")
            clock = ", ':', ".join(part.format(raw) for part in parts)
            sign = f"IF({raw} < TIME'00:00:00', '-', '')"
            return f"CONCAT({sign}, {days}, {clock}, {_FRACTION.format(raw=raw)})"
        case _:
            return raw


def _digits(text: str, column: SyncedColumn) -> str:
    """A number of which no places are declared has those that its value needs, not those that this column keeps."""
    if column.type.scale is not None:
        return text
    return f"IF(LOCATE('.', {text}) = 0, {text}, TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM {text})))"


def _moment(raw: str) -> str:
    return f"IF(MICROSECOND({raw}) = 0, LEFT({raw}, 19), TRIM(TRAILING '0' FROM {raw}))"


def placeholder(column: SyncedColumn) -> str:
    """What a value of a column is compared with."""
    # A decimal against a text would be compared as doubles.
    return "CAST(%s AS DECIMAL(65, 30))" if column.type.kind is Kind.DECIMAL else "%s"


def key_is(table: SyncedTable, alias: str) -> str:
    """The condition that a row has the key that parameters give (`bound`)."""
    return " AND ".join(
        f"{alias}.{STYLE.name(column.name)} = {placeholder(column)}" for column in table.columns if column.key
    )


def bound(column: SyncedColumn, value: Any) -> Any:
    """A canonical value as MariaDB reads it."""
    take = _taking(column)
    return value if take is None or not isinstance(value, str) else take(value)


def receive(columns: tuple[SyncedColumn, ...], rows: Values) -> list[Sequence[Any]]:
    """The same of many rows, by column: most columns are as they were, and a loop over one of them is quick."""
    taken: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, column in enumerate(columns):
        take = _taking(column)
        if take is not None and taken:
            taken[place] = [take(value) if isinstance(value, str) else value for value in taken[place]]
    return taken


_NET_TIME = re.compile(r"(-?)(?:(\d+)\.)?(\d+):(\d\d)(?::(\d\d)(?:\.(\d+))?)?")
_ZONED = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(\.\d+)? ?(Z|[+-]\d\d(?::?\d\d)?)")
_IS_GUID = re.compile(_GUID)


def _take_guid(value: str) -> str:
    return value.lower() if _IS_GUID.match(value) else value


def _take_time(value: str) -> str:
    found = _NET_TIME.fullmatch(value)
    if found is None:
        return value
    sign, days, hours, minutes, seconds, fraction = found.groups()
    rest = f".{fraction.rstrip('0')}" if fraction and fraction.rstrip("0") else ""
    return f"{sign}{int(days or 0) * 24 + int(hours):02}:{minutes}:{seconds or '00'}{rest}"


def _take_zoned(value: str) -> str:
    if value.endswith("+00:00") and value[10:11] == " ":  # as other databases write it
        return value[:-6].rstrip()
    found = _ZONED.fullmatch(value)
    if found is None:
        return value
    day, clock, fraction, zone = found.groups()
    if zone in {"Z", "+00:00", "+00", "-00:00"}:
        return f"{day} {clock}{fraction or ''}"
    try:
        moment = datetime.fromisoformat(f"{day} {clock}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        return value  # the server refuses it
    return f"{moment:%Y-%m-%d %H:%M:%S}{fraction or ''}"


def _take_bits(value: str) -> str | int:
    return int(value) if value.isdecimal() else value  # a text would be taken for its bytes


def _taking(column: SyncedColumn) -> Callable[[str], str | int] | None:
    return _take_bits if column.is_bits else _TAKING.get(column.type.kind)


_TAKING: dict[Kind, Callable[[str], str]] = {
    Kind.UUID: _take_guid,
    Kind.TIME: _take_time,
    Kind.TIMESTAMPTZ: _take_zoned,
}

# What MariaDB would alter without an error, strict as the session is.

_DAY = r"\d{4}-\d\d-\d\d"
_CLOCK = r"\d\d:\d\d(:\d\d(\.\d+)?)?"
_FORMS = {
    Kind.DATE: re.compile(_DAY),
    Kind.TIME: re.compile(rf"-?(\d+\.)?{_CLOCK}"),
    Kind.TIMESTAMP: re.compile(rf"{_DAY}([ T]{_CLOCK})?"),
    Kind.TIMESTAMPTZ: re.compile(rf"{_DAY}[ T]{_CLOCK} ?(Z|[+-]\d\d(:?\d\d)?)"),
}
_SECOND = re.compile(r":\d\d\.(\d+)")
_INTEGERS = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint"})
_FLOATS = frozenset({"float", "double"})
BYTES = frozenset({"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"})
_TEMPORAL = frozenset({"date", "datetime", "timestamp", "time"})
_FIRST_YEAR = 1901
_BLANKS = " \t\n\r\v\f"  # dropped without an error where they stand behind the room of a text
_TEXTS = frozenset({"tinytext", "text", "mediumtext"})  # their room is in bytes
_LONGEST = 4  # bytes of a letter


@dataclass(frozen=True, kw_only=True, slots=True)
class _Check:
    """Why a value of a column would be altered, None if it would not, and what shows of many at once that none would.

    `sound` is a type of which no value would be, up to the length `room`; `lines` matches lines of which none would.
    """

    reason: Reason
    sound: type | None = None
    room: int | None = None
    lines: re.Pattern[str] | None = None

    def passes(self, values: Sequence[Any]) -> bool:
        """None of these values would be altered; False does not say that one would."""
        types = set(map(type, values)) - {type(None)}
        if types <= {self.sound}:
            return self.room is None or max(map(len, filter(None, values)), default=0) <= self.room
        if self.lines is None or types != {str}:
            return False
        given = [value for value in values if value is not None]
        text = "\n".join([*given, ""])
        return text.count("\n") == len(given) and self.lines.fullmatch(text) is not None


def _lines(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{form}\n)*+", re.ASCII)


def unfit_rows(table: SyncedTable, types: Mapping[str, ColumnType], rows: Values) -> list[tuple[Row, str]]:
    """The rows of a batch that would be altered, with the reason; looked at column by column."""
    found: dict[int, tuple[Row, str]] = {}
    for place, column in enumerate(table.columns):
        type_ = types[column.name]
        check = _check(column, type_)
        values = [row[place] for row in rows]
        if type_.is_filled and None in values:
            found |= {id(row): (row, f"{column.name} takes no NULL") for row in rows if row[place] is None}
        if check is None or check.passes(values):
            continue
        for row, value in zip(rows, values, strict=True):
            if value is not None and (reason := check.reason(value)) is not None:
                found[id(row)] = (row, reason)
    return list(found.values())


def _check(column: SyncedColumn, type_: ColumnType) -> _Check | None:  # noqa: PLR0911 - each case returns
    kind = column.type.kind
    if type_.name in BYTES:
        return _Check(reason=_bytes_of(type_.length)) if type_.name == "binary" else _Check(reason=_bytes, sound=bytes)
    if type_.name in _INTEGERS:
        return _Check(reason=_whole, sound=int)
    if type_.name == "bit":
        return _Check(reason=_bits)
    if type_.name == "year":
        return _Check(reason=_year)
    if type_.name == "decimal":
        return _decimals(type_.scale or 0)
    if type_.name in _FLOATS:
        rounded = None if type_.scale is None else _rounded(type_.scale, single=type_.name == "float")
        return _Check(reason=rounded or _finite)
    if type_.name in _TEMPORAL:
        return _temporal(kind, type_.fraction or 0) if kind in _FORMS else None
    if type_.name in {"enum", "set"}:
        return _Check(reason=_member(type_.members) if type_.name == "enum" else _members(type_.members))
    return _check_text(type_) if kind in TEXTUAL or kind is Kind.UUID else None


def _check_text(type_: ColumnType) -> _Check:
    length = type_.length or 0
    if type_.name == "char":
        return _Check(reason=_letters(length, drops_blanks=True), lines=_lines(rf"[!-~]{{0,{length}}}"))
    if type_.name == "varchar":
        return _Check(reason=_letters(length, drops_blanks=False), sound=str, room=length)
    if type_.name in _TEXTS:
        reason = _ends_within(length, is_unicode=(type_.collation or "").startswith("utf8"))
        return _Check(reason=reason, sound=str, room=length // _LONGEST)
    return _Check(reason=_text, sound=str)


def _bytes(value: Any) -> str | None:
    return None if type(value) is bytes else f"{value!r} where bytes are to be"


def _bytes_of(length: int | None) -> Reason:
    def check(value: Any) -> str | None:
        if type(value) is bytes and len(value) != length:
            return f"{len(value)} bytes for a column that fills up to {length}"
        return _bytes(value)

    return check


def _whole(value: Any) -> str | None:
    if type(value) is int:
        return None
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.0*)?", value):
        return None
    return f"{value!r} is no whole number"


def _bits(value: Any) -> str | None:
    is_number = value >= 0 if isinstance(value, int) else re.fullmatch(r"\d+", str(value), re.ASCII)
    return None if is_number else f"{value!r} is no field of bits"


def _year(value: Any) -> str | None:
    return None if value == 0 or (type(value) is int and value >= _FIRST_YEAR) else f"{value!r} is no year"


@cache
def _decimals(kept: int) -> _Check:
    def check(value: Any) -> str | None:
        text = value if isinstance(value, str) else repr(value)
        if "e" in text or "E" in text:
            try:
                text = f"{Decimal(text):f}"
            except InvalidOperation:
                return f"{value!r} is no number"
        _, point, decimals = text.partition(".")
        if point and len(decimals.rstrip("0")) > kept:
            return _too_many(value, kept)
        return None

    return _Check(reason=check, lines=_lines(rf"-?\d+(?:\.\d{{0,{kept}}}0*)?"))


def _finite(value: Any) -> str | None:
    if isinstance(value, str):  # a decimal, for a column that holds floats
        try:
            return None if Decimal(value) == Decimal(repr(float(value))) else f"{value} is no float"
        except (InvalidOperation, ValueError):
            return f"{value!r} is no number"
    return None if not isinstance(value, float) or math.isfinite(value) else f"MariaDB has no {value}"


def _rounded(kept: int, *, single: bool) -> Reason:
    """Of a column that rounds its floats: what it has rounded itself comes back with more decimals than it keeps.

    It rounds what is above the next whole number below, so that -0.01 is -0.010000000000000009 there (measured).
    """
    stored, decimals = (_single if single else float), _decimals(kept).reason

    def check(value: Any) -> str | None:
        if type(value) is not float:
            return decimals(value)
        if not math.isfinite(value):
            return _finite(value)
        below = math.floor(value)
        there = below + round((value - below) * 10.0**kept) / 10.0**kept
        return None if stored(value) in {stored(there), stored(round(value, kept))} else _too_many(value, kept)

    return check


def _single(value: float) -> float:
    """A float in the width of a `float` column; one that is beyond it stays, and the server refuses it."""
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return value


@cache
def _temporal(kind: Kind, kept: int) -> _Check:
    is_one = _FORMS[kind].fullmatch
    decimals = rf"\.\d{{1,{kept}}}0*" if kept else r"\.0+"

    def check(value: Any) -> str | None:
        if type(value) is not str or is_one(value) is None:
            return f"{value!r} is no {kind}"
        if "." in value and (fraction := _SECOND.search(value)) and len(fraction[1].rstrip("0")) > kept:
            return _too_many(value, kept)
        return None

    return _Check(reason=check, lines=_lines(_FORMS[kind].pattern.replace(r"\.\d+", decimals)))


def _member(members: tuple[str, ...]) -> Reason:
    return lambda value: None if value in members else f"{value!r} is no value of its column"


def _members(members: tuple[str, ...]) -> Reason:
    def check(value: Any) -> str | None:
        wanted = str(value).split(",") if value != "" else []
        return None if wanted == [one for one in members if one in wanted] else f"{value!r} is no set of its column"

    return check


def _letters(length: int, *, drops_blanks: bool) -> Reason:
    def check(value: Any) -> str | None:
        if type(value) is bytes:
            return _text(value)
        if drops_blanks and str(value).endswith(" "):
            return f"{value!r} ends in blanks, which its column drops"
        if len(str(value)) > length and not str(value)[length:].strip(_BLANKS):
            return f"{value!r} has more than the {length} letters of its column"
        return None

    return check


def _ends_within(length: int, *, is_unicode: bool) -> Reason:
    def check(value: Any) -> str | None:
        if type(value) is bytes:
            return _text(value)
        text = str(value)
        # A letter of any other character set is taken for a byte: true of all but those of East Asia.
        size = len(text.encode("utf-8", "surrogatepass")) if is_unicode else len(text)
        if size > length and text.endswith(tuple(_BLANKS)):
            return f"it ends in blanks beyond the {length:,} bytes of its column, which drops them"
        return None

    return check


def _text(value: Any) -> str | None:
    return "bytes where a text is to be" if type(value) is bytes else None


def _too_many(value: Any, kept: int) -> str:
    return f"{value} has more than the {kept} decimals that its column keeps"
