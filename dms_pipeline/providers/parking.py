"""Values that make room: two rows that swapped unique values can only be written when one of them lets go first.

A row that is about to be overwritten anyway is given a value that no other row has: NULL where the column takes it,
else one from the far end of its type. If it is not written in the end, all of it is undone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dms_pipeline.schema.types import LogicalType
    from dms_pipeline.sync.changes import SyncedColumn, SyncedTable

_LOWEST = {Kind.INT16: -(2**15), Kind.INT32: -(2**31), Kind.INT64: -(2**63)}
_DEFAULT_DIGITS = 9


@dataclass(frozen=True, slots=True)
class ParkingPlace:
    """A column of a unique constraint that can hold a value of ours for a while."""

    column: SyncedColumn
    nullable: bool

    def value(self, number: int) -> Any:
        """The value of the row with this number, in canonical form; None is NULL."""
        return None if self.nullable else _far_value(self.column.type, number)


def parking_places(
    table: SyncedTable, uniques: Iterable[Sequence[str]], nullable: Collection[str]
) -> tuple[ParkingPlace, ...]:
    """One column for each unique constraint besides the key; none where a constraint has no column that will do."""
    columns = {column.name: column for column in table.columns if not column.key}
    places: dict[str, ParkingPlace] = {}
    for names in uniques:
        usable = [ParkingPlace(columns[name], name in nullable) for name in names if name in columns]
        usable.sort(key=lambda place: not place.nullable)
        chosen = next(
            (place for place in usable if place.nullable or _far_value(place.column.type, 0) is not None), None
        )
        if chosen is not None:
            places[chosen.column.name] = chosen
    return tuple(places.values())


def _far_value(logical: LogicalType, number: int) -> Any:  # noqa: PLR0911 - each case returns
    match logical.kind:
        case Kind.INT16 | Kind.INT32 | Kind.INT64:
            return _LOWEST[logical.kind] + number
        case Kind.DECIMAL:
            digits = (logical.precision or _DEFAULT_DIGITS) - (logical.scale or 0)
            return str(number + 1 - 10**digits)
        case Kind.TEXT | Kind.CHAR:
            text = f"{number}\x7f"  # DEL: nobody types it
            return text if logical.length is None or len(text) <= logical.length else None
        case Kind.UUID:
            return str(UUID(int=number)).upper()
        case Kind.DATE:
            return (date.min + timedelta(days=number)).isoformat()
        case Kind.TIMESTAMP:
            return f"{(date.min + timedelta(days=number)).isoformat()} 00:00:00"
        case Kind.TIMESTAMPTZ:
            return f"{(date.min + timedelta(days=number)).isoformat()} 00:00:00+00:00"
        case Kind.FLOAT32 | Kind.FLOAT64:
            return -1e30 * (number + 1)
        case Kind.BINARY:
            return number.to_bytes(8, "big")
        case _:
            return None
