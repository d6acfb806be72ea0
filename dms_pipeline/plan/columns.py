"""What becomes of the columns of a scope when its stored structure is replaced: which leave, which change their type.

Columns that join are steps of their own on the clients (`AddColumn`). A renamed column is one that leaves and one that
joins: nobody can tell that from a drop and an addition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.plan.operations import SaveScope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.schema.model import ScopeInfo, SyncColumn, TableName


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnChange:
    """A column of the structure before; `after` is its type in the next one, None where it leaves."""

    table: TableName
    column: str
    before: str
    after: str | None

    @property
    def text(self) -> str:
        """What becomes of it, in words."""
        return "leaves the scope" if self.after is None else f"{self.before} becomes {self.after}"


def column_changes(before: ScopeInfo | None, after: ScopeInfo) -> tuple[ColumnChange, ...]:
    """Columns that leave a table which stays, or change, in the order of the structure before."""
    return tuple(_changes(before, after))


def _changes(before: ScopeInfo | None, after: ScopeInfo) -> Iterator[ColumnChange]:
    if before is None or before.schema is None or after.schema is None:
        return
    for table in before.schema.tables or ():
        kept = after.schema.table(table.table)
        if kept is None:
            continue
        columns = {column.name: column for column in kept.columns or ()}
        for column in table.columns or ():
            now = columns.get(column.name)
            was, becomes = _type(column), None if now is None else _type(now)
            if was != becomes:
                yield ColumnChange(table=table.table, column=column.name, before=was, after=becomes)


def leaves_columns(operation: Operation) -> bool:
    """The operation takes columns out of a scope."""
    return isinstance(operation, SaveScope) and any(
        change.after is None for change in column_changes(operation.replaces, operation.scope)
    )


def _type(column: SyncColumn) -> str:
    name = column.original_type_name or ""
    if "(" not in name:
        if column.precision_is_specified and column.precision:
            name += f"({column.precision},{column.scale})"
        elif column.max_length > 0:
            name += f"({column.max_length})"
    return f"{name.lower()}{'' if column.allow_null else ' not null'}".strip()
