"""How SQLite gives a value in canonical form, and which canonical values it cannot keep.

SQLite's texts are the canonical form (spec: storage format, section 9.8), so most columns are read and bound as they
are. A decimal is kept as integer or real by its affinity and is printed with its scale; a float that happens to be
whole is kept as an integer.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.schema.types import LogicalType
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable

STYLE = TRAITS.style
_DIGITS = TRAITS.exact_decimal_digits or 0


def canonical(column: SyncedColumn, alias: str) -> str:
    """The expression that gives a column in canonical form."""
    raw = f"{alias}.{STYLE.name(column.name)}"
    match column.type.kind:
        case Kind.DECIMAL:
            return _decimal(raw, column.type)
        case Kind.FLOAT32 | Kind.FLOAT64:
            return f"CASE typeof({raw}) WHEN 'integer' THEN CAST({raw} AS REAL) ELSE {raw} END"
        case _:
            return raw


def _decimal(raw: str, logical: LogicalType) -> str:
    # A value with more decimals than the column declares is given whole: the receiver judges it, we do not round.
    if logical.precision is None:
        return f"CAST({raw} AS TEXT)"
    scale = logical.scale or 0
    zeros = f" || '.{'0' * scale}'" if scale else ""
    fixed = f"printf('%.{scale}f', {raw})"
    return (
        f"CASE typeof({raw}) WHEN 'integer' THEN CAST({raw} AS TEXT){zeros}"
        f" WHEN 'real' THEN CASE WHEN CAST({fixed} AS REAL) = {raw} THEN {fixed} ELSE CAST({raw} AS TEXT) END"
        f" ELSE {raw} END"
    )


def unfit(table: SyncedTable) -> tuple[tuple[int, Callable[[Any], str | None]], ...]:
    """Checks of the columns whose values SQLite might alter without a word; other columns pay nothing.

    Each is a place in the row and a function that gives the reason, None for a value that is kept exactly.
    """
    checks: list[tuple[int, Callable[[Any], str | None]]] = []
    for place, column in enumerate(table.columns):
        match column.type.kind:
            case Kind.DECIMAL if (column.type.precision or _DIGITS + 1) > _DIGITS:
                checks.append((place, _unfit_decimal))
            case Kind.FLOAT32 | Kind.FLOAT64:
                checks.append((place, _unfit_float))
    return tuple(checks)


def _unfit_decimal(value: Any) -> str | None:
    if value is None or len(value) <= _DIGITS:
        return None
    digits = value.lstrip("-").replace(".", "").lstrip("0")
    if "." in value:
        digits = digits.rstrip("0")
    if len(digits) <= _DIGITS or ("." not in value and len(digits) <= 18 and digits.isdigit()):
        return None
    return f"{value} has more than the {_DIGITS} digits that SQLite keeps of a decimal"


def _unfit_float(value: Any) -> str | None:
    if isinstance(value, float) and math.isnan(value):
        return "SQLite cannot keep NaN, it would become NULL"
    return None


def first_unfit(checks: tuple[tuple[int, Callable[[Any], str | None]], ...], row: Row) -> str | None:
    """Why a row cannot be kept exactly, None if it can."""
    for place, check in checks:
        if (reason := check(row[place])) is not None:
            return reason
    return None
