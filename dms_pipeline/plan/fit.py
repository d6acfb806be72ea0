"""Whether a table that a client already has can hold what the server sends: compatible, lossy or impossible.

Extra columns that accept NULL or have a default, extra indexes and constraints are the client's own business (design
decision 22). Types are compared as native texts first, since a database's own round trip may lose the logical one
(SQLite keeps a uuid as text), then as logical types.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dms_pipeline.plan.constants import constant
from dms_pipeline.plan.keys import fold
from dms_pipeline.schema.types import INTEGRAL, TEXTUAL, Kind, LogicalType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dms_pipeline.schema.database import Column, Table
    from dms_pipeline.schema.traits import Traits


class Fit(StrEnum):
    """How well values of one type go into a column of another."""

    COMPATIBLE = "compatible"  # every value fits and comes back as it was
    LOSSY = "lossy"  # some values may not fit; each of those becomes an error row at sync
    IMPOSSIBLE = "impossible"  # hardly any value fits


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What a client's table lacks, and where it does not fit.

    `missing` are the columns to add; `impossible` and `lossy` are facts as (column, text). `unaddable` are the columns
    of `impossible` that the client lacks and that cannot be added.
    """

    missing: tuple[Column, ...] = ()
    impossible: tuple[tuple[str, str], ...] = ()
    lossy: tuple[tuple[str, str], ...] = ()
    unaddable: tuple[str, ...] = ()


_WIDTH = {Kind.BOOLEAN: 1, Kind.INT16: 16, Kind.INT32: 32, Kind.INT64: 64}
_DIGITS = {Kind.BOOLEAN: 1, Kind.INT16: 5, Kind.INT32: 10, Kind.INT64: 19}
_TEXT_FORMS = frozenset({Kind.UUID, Kind.DATE, Kind.DECIMAL, Kind.TIME, Kind.TIMETZ, Kind.TIMESTAMP, Kind.TIMESTAMPTZ})


def compare(  # noqa: PLR0913 - each argument is a fact of its own
    server: str, client: str, wanted: Table, found: Table, traits: Traits, *, original: Table | None = None
) -> Comparison:
    """A client's table beside the one that we would have made there; names are those of the connections.

    `original` is the server's own table, for the words: people know its types.
    """
    named = {fold(column.name, traits): column for column in (original.columns if original else ())}
    by_name = {fold(column.name, traits): column for column in found.columns}
    key = [fold(name, traits) for name in wanted.primary_key]
    impossible: list[tuple[str, str]] = []
    lossy: list[tuple[str, str]] = []
    missing: list[Column] = []
    unaddable: list[str] = []
    if sorted(key) != sorted(fold(name, traits) for name in found.primary_key):
        impossible.append(
            ("primary key", f"{server}: {_listed(wanted.primary_key)}   {client}: {_listed(found.primary_key)}")
        )
    for column in wanted.columns:
        other = by_name.pop(fold(column.name, traits), None)
        theirs = named.get(fold(column.name, traits), column)
        if other is None and (added := _addable(column, theirs)) is not None:
            missing.append(added)
            continue
        if other is None:
            unaddable.append(column.name)
            impossible.append((column.name, _absent(client, column)))
            continue
        fact = f"{server}: {_shown(theirs)}   {client}: {_shown(other)}"
        match _column_fit(column, other):
            case Fit.IMPOSSIBLE:
                impossible.append((column.name, fact))
            case Fit.LOSSY:
                lossy.append((column.name, fact))
            case Fit.COMPATIBLE:
                pass
    impossible += [
        (column.name, f"{client}: {_shown(column)} without a default, and {server} has no such column")
        for column in by_name.values()
        if _needs_value(column)
    ]
    return Comparison(
        missing=tuple(missing), impossible=tuple(impossible), lossy=tuple(lossy), unaddable=tuple(unaddable)
    )


def narrowed(
    server: str, client: str, made: Table, original: Table | None, traits: Traits
) -> Iterator[tuple[str, str]]:
    """The columns of a table that we make with less room than its server's have, as facts like those of `compare`."""
    named = {fold(column.name, traits): column for column in (original.columns if original else ())}
    for column in made.columns:
        theirs = named.get(fold(column.name, traits))
        if theirs is not None and type_fit(theirs.logical, column.logical) is Fit.LOSSY:
            yield column.name, f"{server}: {theirs.native_type}   {client}: {column.native_type}"


def _addable(column: Column, theirs: Column) -> Column | None:
    """The column as it joins a table that may have rows, None where no value stands in for theirs meanwhile."""
    default = column.default
    if default is None and not column.nullable:
        default = constant(theirs.default, column.logical.kind)
    if default is None and not column.nullable:
        return None
    # What numbers itself elsewhere is filled from there.
    return replace(column, identity=None, default=default)


def _absent(client: str, column: Column) -> str:
    return f"{client} lacks it, and {column.native_type} not null can be added only with a constant as its default"


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(columns) or "none"


def _shown(column: Column) -> str:
    return column.native_type + ("" if column.nullable else " not null")


def _needs_value(column: Column) -> bool:
    return not column.nullable and column.default is None and column.identity is None and column.generated is None


def _column_fit(wanted: Column, found: Column) -> Fit:
    if found.generated is not None and wanted.generated is None:
        return Fit.IMPOSSIBLE
    same_text = " ".join(wanted.native_type.lower().split()) == " ".join(found.native_type.lower().split())
    fit = Fit.COMPATIBLE if same_text else type_fit(wanted.logical, found.logical)
    if fit is Fit.IMPOSSIBLE and _word(wanted.native_type) == _word(found.native_type):
        fit = Fit.LOSSY  # the type that we would make, with another size
    if fit is Fit.COMPATIBLE and wanted.nullable and not found.nullable and not found.identity:
        return Fit.LOSSY
    return fit


def _word(native: str) -> str:
    return native.lower().partition("(")[0].strip()


def type_fit(sent: LogicalType, kept: LogicalType) -> Fit:  # noqa: PLR0911 - each case returns
    """How values of one logical type go into a column of another."""
    if sent == kept:
        return Fit.COMPATIBLE
    if sent.kind is Kind.NATIVE or kept.kind is Kind.NATIVE:
        return Fit.IMPOSSIBLE
    if kept.kind in TEXTUAL:
        return _into_text(sent, kept)
    if sent.kind in INTEGRAL:
        return _from_integer(sent, kept)
    if sent.kind is Kind.DECIMAL:
        return _from_decimal(sent, kept)
    if sent.kind in {Kind.FLOAT32, Kind.FLOAT64} and kept.kind in {Kind.FLOAT32, Kind.FLOAT64}:
        return Fit.COMPATIBLE if kept.kind is Kind.FLOAT64 or sent.kind is kept.kind else Fit.LOSSY
    if sent.kind is Kind.BINARY and kept.kind is Kind.BINARY:
        return _lengths(sent, kept)
    if (sent.kind, kept.kind) == (Kind.FLOAT64, Kind.DECIMAL):
        return Fit.LOSSY
    if {sent.kind, kept.kind} == {Kind.TIMESTAMP, Kind.TIMESTAMPTZ}:
        return Fit.IMPOSSIBLE  # a zone can be neither guessed nor forgotten
    return Fit.IMPOSSIBLE


def _into_text(sent: LogicalType, kept: LogicalType) -> Fit:
    if sent.kind in TEXTUAL:
        if kept.kind in {Kind.JSON, Kind.XML} and sent.kind is not kept.kind:
            return Fit.LOSSY
        return _lengths(sent, kept)
    # Between databases these travel as texts (`schema.types`), so that a text keeps them as they are.
    return Fit.COMPATIBLE if sent.kind in _TEXT_FORMS else Fit.IMPOSSIBLE


def _lengths(sent: LogicalType, kept: LogicalType) -> Fit:
    if kept.length is None or (sent.length is not None and sent.length <= kept.length):
        return Fit.COMPATIBLE
    return Fit.LOSSY


def _from_integer(sent: LogicalType, kept: LogicalType) -> Fit:
    if kept.kind in INTEGRAL:
        return Fit.COMPATIBLE if _WIDTH[sent.kind] <= _WIDTH[kept.kind] else Fit.LOSSY
    if kept.kind is Kind.DECIMAL:
        room = None if kept.precision is None else kept.precision - (kept.scale or 0)
        return Fit.COMPATIBLE if room is None or room >= _DIGITS[sent.kind] else Fit.LOSSY
    return Fit.IMPOSSIBLE


def _from_decimal(sent: LogicalType, kept: LogicalType) -> Fit:
    if kept.kind is Kind.FLOAT64 or (kept.kind in INTEGRAL and sent.scale == 0):
        return Fit.LOSSY
    if kept.kind is not Kind.DECIMAL:
        return Fit.IMPOSSIBLE
    if kept.precision is None:
        return Fit.COMPATIBLE
    if sent.precision is None:
        return Fit.LOSSY
    before, after = sent.precision - (sent.scale or 0), sent.scale or 0
    fits = before <= kept.precision - (kept.scale or 0) and after <= (kept.scale or 0)
    return Fit.COMPATIBLE if fits else Fit.LOSSY
