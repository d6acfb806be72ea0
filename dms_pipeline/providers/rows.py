"""Canonical rows and batches while they are applied: when two rows are equal, and a stream with a look ahead."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable


class Peekable:
    """A stream of batches with a look at the next one."""

    def __init__(self, batches: Iterable[RowBatch]) -> None:
        self._batches: Iterator[RowBatch] = iter(batches)
        self._next = next(self._batches, None)

    def peek(self) -> RowBatch | None:
        """The next batch, None at the end."""
        return self._next

    def take(self) -> None:
        """Move on."""
        self._next = None  # lets the rows go before the next ones are made
        self._next = next(self._batches, None)


def is_same(table: SyncedTable, one: Row | None, other: Row | None) -> bool:
    """Both are deleted, or the rows are equal."""
    if one is None or other is None:
        return one is other
    return same_row(table, one, other)


def same_row(table: SyncedTable, one: Row, other: Row) -> bool:
    """Two canonical rows hold the same values, whichever databases they come from."""
    return all(
        mine == theirs or _same_value(column.type.kind, mine, theirs)
        for column, mine, theirs in zip(table.columns, one, other, strict=True)
    )


def _same_value(kind: Kind, mine: Any, theirs: Any) -> bool:  # noqa: PLR0911 - each case returns
    if mine is None or theirs is None:
        return False
    match kind:
        case Kind.UUID:
            return str(mine).upper() == str(theirs).upper()
        case Kind.DECIMAL:
            try:
                return Decimal(str(mine)) == Decimal(str(theirs))
            except InvalidOperation:
                return False
        case Kind.JSON:
            try:
                return bool(json.loads(mine) == json.loads(theirs))  # one side may have normalised the text
            except ValueError:
                return False
        case Kind.FLOAT32 | Kind.FLOAT64:
            return bool(mine != mine and theirs != theirs)  # noqa: PLR0124 - NaN is not equal to itself
        case _:
            return False


def folded(table: SyncedTable, key: Row) -> Row:
    """A key as it compares: two spellings of one uuid are one key."""
    kinds = (column.type.kind for column in table.columns if column.key)
    return tuple(
        value.upper() if kind is Kind.UUID and isinstance(value, str) else value
        for kind, value in zip(kinds, key, strict=True)
    )
