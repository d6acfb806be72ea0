"""How PostgreSQL gives a value in canonical form. The session's time zone is UTC and its dates are ISO (`connect`).

Most casts to text cost the server what the driver's own text format would cost it; the driver then makes one string
instead of a date or a decimal, which a receiver would turn back into a string.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.types import TEXTUAL, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.postgresql.catalog import ColumnType
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values

STYLE = TRAITS.style
MIDNIGHT_AFTER = "1.00:00:00"  # 24:00:00 in .NET's notation of a time span
_DAY_OF_TIMES = "0001-01-02"  # the day that .NET gives to a time of day with a zone


def qualified(table: TableName) -> str:
    """A table's quoted name with its schema; without one it is in `public`, as the reference's look-ups say (S8)."""
    return STYLE.table(table.schema or TRAITS.default_schema, table.name)


def canonical(column: SyncedColumn, alias: str) -> str:
    """The expression that gives a column in canonical form."""
    raw = f"{alias}.{STYLE.name(column.name)}"
    if column.is_bits:  # the reference has made a boolean of it
        raw = f"replace(replace({raw}::text, 'true', '1'), 'false', '0')::numeric"
        return f"{raw}::text" if column.type.kind is Kind.DECIMAL else f"{raw}::int8"
    return _canonical(column.type.kind, raw)


def _canonical(kind: Kind, raw: str) -> str:  # noqa: PLR0911 - each case returns
    match kind:
        case Kind.BOOLEAN:
            return f"{raw}::int"
        case Kind.DECIMAL:
            return f"{raw}::numeric::text"
        case Kind.FLOAT32:
            # The number itself: the driver would make a double of its shortest text, 0.1, which is another number.
            return f"{raw}::float8"
        case Kind.UUID:
            return f'upper({raw}::text COLLATE "C")'
        case Kind.TIMESTAMPTZ:
            # replace() costs twice the conversion itself; it is right for every value, infinity and BC among them.
            common = f"{raw} >= '0001-01-01 00:00:00+00' AND {raw} < 'infinity'"
            return f"CASE WHEN {common} THEN {raw}::text || ':00' ELSE replace({raw}::text, '+00', '+00:00') END"
        case Kind.TIME:
            return (
                f"CASE WHEN {raw} = '24:00:00' THEN '{MIDNIGHT_AFTER}' WHEN position('.' in {raw}::text) > 0"
                f" THEN rpad({raw}::text, 16, '0') ELSE {raw}::text END"
            )
        case Kind.TIMETZ:
            minutes = f"CASE WHEN {raw}::text ~ '[+-][0-9][0-9]$' THEN ':00' ELSE '' END"
            return f"'{_DAY_OF_TIMES} ' || {raw}::text || {minutes}"
        case Kind.TIMESTAMP:
            # Of a server without zones, the reference makes columns with one; sessions are in UTC.
            zoned = f"pg_typeof({raw}) = 'timestamptz'::regtype"
            return f"CASE WHEN {zoned} THEN replace({raw}::text, '+00', '') ELSE {raw}::text END"
        case Kind.TEXT | Kind.JSON | Kind.XML | Kind.DATE | Kind.NATIVE:
            return f"{raw}::text"
        case _:  # numbers and bytes as they are; char(n) too, since a cast to text drops its padding
            return raw


def time_places(columns: tuple[SyncedColumn, ...]) -> tuple[int, ...]:
    """The columns whose canonical text PostgreSQL does not read in every case."""
    return tuple(place for place, column in enumerate(columns) if column.type.kind is Kind.TIME)


# A text of this length may have more than six decimals; shorter ones are not looked at.
_LONGEST = {Kind.TIME: 15, Kind.TIMETZ: 0, Kind.TIMESTAMP: 26, Kind.TIMESTAMPTZ: 32}
_MICROSECONDS = 6
_FRACTION = re.compile(r":\d\d\.(\d+)")

# The texts that mean a date or a time and nothing else. PostgreSQL reads more: it cuts the time off a date, drops a
# zone that a column has no place for, and takes "now" for the moment of the sync.
_DAY = r"\d{4,}-\d\d-\d\d"
_CLOCK = r"\d\d:\d\d(:\d\d(\.\d+)?)?"
_ZONE = r"(Z|[+-]\d\d(:?\d\d(:?\d\d)?)?)?"
_FORMS = {
    Kind.DATE: re.compile(rf"{_DAY}( BC)?|-?infinity"),
    Kind.TIME: re.compile(rf"{_CLOCK}|{re.escape(MIDNIGHT_AFTER)}|24:00:00"),
    Kind.TIMESTAMP: re.compile(rf"{_DAY}([ T]{_CLOCK})?( BC)?|-?infinity"),
    Kind.TIMESTAMPTZ: re.compile(rf"{_DAY}([ T]{_CLOCK} ?{_ZONE})?( BC)?|-?infinity"),
}


@dataclass(frozen=True, slots=True)
class Unfit:
    """The columns whose values PostgreSQL would round, cut or guess without a word, as places in the row.

    `decimals` and `moments` have the decimals that are kept, the latter also the length up to which a text needs no
    look; `forms` the kind whose texts are let in; `texts` hold no bytes, `binaries` nothing else.
    """

    decimals: tuple[tuple[int, int], ...]
    moments: tuple[tuple[int, int, int], ...]
    forms: tuple[tuple[int, Kind], ...] = ()
    texts: tuple[int, ...] = ()
    binaries: tuple[int, ...] = ()

    def rows(self, rows: Values) -> list[tuple[Row, str]]:
        """The rows of a batch that would be altered, with the reason; looked at column by column (design 14)."""
        found: dict[int, tuple[Row, str]] = {}
        for place, kind in self.forms:
            fits = _FORMS[kind].fullmatch
            suspects = [row for row in rows if (value := row[place]) is not None and not fits(str(value))]
            found |= {id(row): (row, f"{row[place]!r} is no {kind}") for row in suspects}
        for place in self.texts:
            suspects = [row for row in rows if type(row[place]) is bytes]
            found |= {id(row): (row, "bytes where a text is to be") for row in suspects}
        for place in self.binaries:
            suspects = [row for row in rows if row[place] is not None and type(row[place]) is not bytes]
            found |= {id(row): (row, f"{row[place]!r} where bytes are to be") for row in suspects}
        for place, kept in self.decimals:
            suspects = [row for row in rows if row[place] is not None and _places(row[place]) > kept]
            found |= {id(row): (row, _too_many(row[place], kept)) for row in suspects}
        for place, kept, length in self.moments:
            suspects = [row for row in rows if row[place] is not None and len(row[place]) > length]
            found |= {id(row): (row, _too_many(row[place], kept)) for row in suspects if _second(row[place]) > kept}
        return list(found.values())


def unfit(table: SyncedTable, types: Mapping[str, ColumnType]) -> Unfit:
    """What to look at before rows of a table are written."""
    decimals: list[tuple[int, int]] = []
    moments: list[tuple[int, int, int]] = []
    kinds = [(place, column.type.kind) for place, column in enumerate(table.columns)]
    for place, column in enumerate(table.columns):
        type_ = types[column.name]
        if column.type.kind is Kind.DECIMAL and type_.scale is not None:
            decimals.append((place, type_.scale))
        elif column.type.kind in _LONGEST and type_.second_decimals is not None:
            kept = type_.second_decimals
            moments.append((place, kept, _LONGEST[column.type.kind] if kept == _MICROSECONDS else 0))
    return Unfit(
        decimals=tuple(decimals),
        moments=tuple(moments),
        forms=tuple((place, kind) for place, kind in kinds if kind in _FORMS),
        texts=tuple(place for place, kind in kinds if kind in TEXTUAL),
        binaries=tuple(place for place, kind in kinds if kind is Kind.BINARY),
    )


def _places(number: str) -> int:
    """The decimals that count of a number in plain notation."""
    _, point, decimals = str(number).partition(".")
    return len(decimals.rstrip("0")) if point else 0


def _second(moment: str) -> int:
    """The decimals that count of its second."""
    fraction = _FRACTION.search(moment)
    return len(fraction[1].rstrip("0")) if fraction else 0


def _too_many(value: str, kept: int) -> str:
    return f"{value} has more than the {kept} decimals that its column keeps"
