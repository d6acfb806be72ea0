"""How SQLite gives a value in canonical form, and which canonical values it cannot keep.

SQLite's texts are the canonical form (spec: storage format, section 9.8), so most columns are read and bound as they
are. A decimal is kept as integer or real by its affinity and is printed with its scale; a float that happens to be
whole is kept as an integer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from dms_pipeline.schema.types import LogicalType
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values

STYLE = TRAITS.style
_DIGITS = TRAITS.exact_decimal_digits or 0
WHOLE_DIGITS = 18  # a whole number of so many digits is kept as a 64-bit integer


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
        return f"CASE typeof({raw}) WHEN 'real' THEN {_plain(raw, noise_below=0)} ELSE CAST({raw} AS TEXT) END"
    scale = logical.scale or 0
    zeros = f" || '.{'0' * scale}'" if scale else ""
    fixed = f"printf('%.{scale}f', {raw})"
    return (
        f"CASE typeof({raw}) WHEN 'integer' THEN CAST({raw} AS TEXT){zeros}"
        f" WHEN 'real' THEN CASE WHEN CAST({fixed} AS REAL) = {raw} THEN {fixed}"
        f" ELSE {_plain(raw, noise_below=_DIGITS - scale)} END"
        f" ELSE {raw} END"
    )


def _plain(raw: str, *, noise_below: int) -> str:
    """A real in plain notation: SQLite writes 1.0e-20 where a number is small or large.

    It writes fifteen digits. Where two more are needed to tell the number, they are data in a large number, and what
    sums leave behind in one below this power of ten: its fifteen digits hold all that the column declares.

    With `1.25e-05`, the digits 125 follow four zeros after the point; with `1.25e+20`, they stand before 18 zeros.
    """
    short, long = f"CAST({raw} AS TEXT)", f"printf('%!.17g', {raw})"
    is_short = f"CAST({short} AS REAL) = {raw}" + (f" OR abs({raw}) < 1e{noise_below}" if noise_below > 0 else "")
    text = f"CASE WHEN {is_short} THEN {short} ELSE {long} END"
    digits = "rtrim(replace(ltrim(substr(d, 1, instr(d, 'e') - 1), '-'), '.', ''), '0')"
    exponent = "CAST(substr(d, instr(d, 'e') + 1) AS INTEGER)"
    sign = "substr('-', 1, d LIKE '-%')"
    small = f"{sign} || '0.' || printf('%.*c', -1 - {exponent}, '0') || {digits}"
    large = f"{sign} || {digits} || printf('%.*c', {exponent} + 1 - length({digits}), '0')"
    cases = f"CASE WHEN instr(d, 'e-') > 0 THEN {small} WHEN instr(d, 'e+') > 0 THEN {large} ELSE d END"
    return f"(SELECT {cases} FROM (SELECT {text} AS d))"


@dataclass(frozen=True, slots=True)
class Unfit:
    """The columns whose values SQLite might alter without a word: places in the row. Other columns pay nothing."""

    decimals: tuple[int, ...]
    floats: tuple[int, ...]

    def __bool__(self) -> bool:
        """There is anything to look at."""
        return bool(self.decimals or self.floats)

    def rows(self, rows: Values) -> list[tuple[Row, str]]:
        """The rows of a batch that cannot be kept exactly, with the reason; looked at column by column."""
        found: dict[int, tuple[Row, str]] = {}
        for place in self.floats:
            # NaN is the one value that does not equal itself.
            suspects = [row for row in rows if row[place] != row[place]]
            found |= {id(row): (row, NAN) for row in suspects}
        for place in self.decimals:
            suspects = [row for row in rows if row[place] is not None and len(row[place]) > _DIGITS]
            found |= {id(row): (row, reason) for row in suspects if (reason := _unfit_decimal(row[place])) is not None}
        return list(found.values())


NAN = "SQLite cannot keep NaN, it would become NULL"


def unfit(table: SyncedTable) -> Unfit:
    """What to look at before rows of a table are written."""
    kinds = [(place, column.type) for place, column in enumerate(table.columns)]
    return Unfit(
        decimals=tuple(
            place
            for place, logical in kinds
            if logical.kind is Kind.DECIMAL and (logical.precision or _DIGITS + 1) > _DIGITS
        ),
        floats=tuple(place for place, logical in kinds if logical.kind in {Kind.FLOAT32, Kind.FLOAT64}),
    )


def _unfit_decimal(value: str) -> str | None:
    digits = value.lstrip("-").replace(".", "").lstrip("0")
    if "." in value:
        digits = digits.rstrip("0")
    if len(digits) <= _DIGITS or ("." not in value and len(digits) <= WHOLE_DIGITS and digits.isdigit()):
        return None
    return f"{value} has more than the {_DIGITS} digits that SQLite keeps of a decimal"
