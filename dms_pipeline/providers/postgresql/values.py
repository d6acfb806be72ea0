"""How PostgreSQL gives a value in canonical form. The session's time zone is UTC and its dates are ISO (`connect`).

Most casts to text cost the server what the driver's own text format would cost it; the driver then makes one string
instead of a date or a decimal, which a receiver would turn back into a string.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedColumn

STYLE = TRAITS.style
MIDNIGHT_AFTER = "1.00:00:00"  # 24:00:00 in .NET's notation of a time span


def qualified(table: TableName) -> str:
    """A table's quoted name with its schema; without one it is in `public`, as the reference's look-ups say (S8)."""
    return STYLE.table(table.schema or TRAITS.default_schema, table.name)


def canonical(column: SyncedColumn, alias: str) -> str:
    """The expression that gives a column in canonical form."""
    raw = f"{alias}.{STYLE.name(column.name)}"
    match column.type.kind:
        case Kind.BOOLEAN:
            return f"{raw}::int"
        case Kind.DECIMAL:
            return f"{raw}::numeric::text"
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
        case Kind.TEXT | Kind.JSON | Kind.XML | Kind.DATE | Kind.TIMESTAMP | Kind.TIMETZ | Kind.NATIVE:
            return f"{raw}::text"
        case _:  # numbers and bytes as they are; char(n) too, since a cast to text drops its padding
            return raw


def time_places(columns: tuple[SyncedColumn, ...]) -> tuple[int, ...]:
    """The columns whose canonical text PostgreSQL does not read in every case."""
    return tuple(place for place, column in enumerate(columns) if column.type.kind is Kind.TIME)
