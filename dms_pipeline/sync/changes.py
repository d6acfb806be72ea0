"""Rows on their way: which tables in which order, batches, and the text form of a row that is kept aside."""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.codes import is_bit_field, logical_type
from dms_pipeline.schema.model import SyncDirection, SyncSetup, TableName
from dms_pipeline.schema.names import tracking_table
from dms_pipeline.schema.order import components

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.schema.model import ScopeInfo, SyncSet, SyncTable
    from dms_pipeline.schema.types import LogicalType

Row = tuple[Any, ...]
Values = list[Row]

CANONICAL = "canonical"
BATCH_ROWS = 1_000  # larger lists are slower to make and to bind: allocator and cyclic collector (benchmarks)


class ChangeKind(StrEnum):
    """What a batch does; an upsert is an insert or an update, nobody needs to know which."""

    UPSERT = "upsert"
    DELETE = "delete"


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncedColumn:
    """A column on the wire.

    `is_bits`: on a side that has such fields it is one of several bits, on others the number that they are.
    """

    name: str
    type: LogicalType
    key: bool
    is_bits: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncedTable:
    """A table of a scope as a session needs it.

    `columns` are in wire order: every column of the stored schema that is neither computed nor read-only, by ordinal
    (the reference's "changes table"). `key` names the primary key in that order. `parents` are tables of the scope
    that it refers to, itself included where it refers to itself.
    """

    name: TableName
    tracking: TableName
    columns: tuple[SyncedColumn, ...]
    key: tuple[str, ...]
    direction: SyncDirection
    parents: tuple[TableName, ...]

    @property
    def key_places(self) -> tuple[int, ...]:
        """Where the key's values stand in a row."""
        return tuple(place for place, column in enumerate(self.columns) if column.key)

    def key_of(self, row: Row) -> Row:
        """The key's values of a row."""
        return tuple(row[place] for place in self.key_places)

    def keys_of(self, rows: Values) -> Values:
        """The same of many rows; the places are looked up once."""
        places = self.key_places
        if len(places) == 1:
            (place,) = places
            return [(row[place],) for row in rows]
        return list(map(itemgetter(*places), rows))

    @property
    def names(self) -> tuple[str, ...]:
        """All column names in wire order."""
        return tuple(column.name for column in self.columns)

    def with_columns(self, names: frozenset[str]) -> SyncedTable:
        """The same table with its key and some of its columns."""
        return replace(self, columns=tuple(column for column in self.columns if column.key or column.name in names))

    @property
    def others(self) -> tuple[str, ...]:
        """The columns besides the key."""
        return tuple(column.name for column in self.columns if not column.key)


@dataclass(frozen=True, slots=True)
class RowBatch:
    """Some changes of one kind of one table.

    Canonical: `payload` is a list of tuples, whole rows for upserts, keys for deletes. Native: a callable that opens
    the driver's stream and may be called again while the sender's snapshot is open; `count` is then None.
    """

    table: TableName
    kind: ChangeKind
    encoding: str
    payload: Values | Callable[[], Iterator[bytes]]
    count: int | None

    @property
    def rows(self) -> Values:
        """The rows of a canonical batch."""
        assert not callable(self.payload), "only a canonical batch has rows"
        return self.payload


def synced_groups(scope: ScopeInfo) -> tuple[tuple[SyncedTable, ...], ...]:
    """The tables of a stored scope, parents first; tables that refer to each other stand in one group."""
    setup, schema = scope.setup or SyncSetup(), scope.schema
    if schema is None:
        return ()
    parents = _parents(schema)
    tables = {table.table: _synced(setup, table, parents.get(table.table, ())) for table in schema.tables or ()}
    return tuple(tuple(tables[name] for name in group) for group in components(tables, parents))


def _parents(schema: SyncSet) -> dict[TableName, tuple[TableName, ...]]:
    known = {table.table for table in schema.tables or ()}
    parents: dict[TableName, tuple[TableName, ...]] = {}
    for relation in schema.relations or ():
        child = TableName(relation.child_keys[0].schema or "", relation.child_keys[0].table)
        parent = TableName(relation.parent_keys[0].schema or "", relation.parent_keys[0].table)
        if child in known and parent in known:
            parents[child] = (*parents.get(child, ()), parent)
    return parents


def _synced(setup: SyncSetup, table: SyncTable, parents: tuple[TableName, ...]) -> SyncedTable:
    key = frozenset(table.primary_key or ())
    entry = setup.table(table.table)
    columns = tuple(
        SyncedColumn(name=column.name, type=logical_type(column), key=column.name in key, is_bits=is_bit_field(column))
        for column in table.columns or ()
        if not column.is_read_only and not column.is_computed and (column.name in key or not column.is_auto_increment)
    )
    return SyncedTable(
        name=table.table,
        tracking=tracking_table(setup, table.table),
        columns=columns,
        key=tuple(column.name for column in columns if column.key),
        direction=entry.direction if entry else SyncDirection.BIDIRECTIONAL,
        parents=parents,
    )


def row_to_text(names: tuple[str, ...], row: Row) -> str:
    """A row as one line of JSON, for the journal and the kept errors: `{"column": value, …}`, exact both ways."""
    return json.dumps(dict(zip(names, map(_to_json, row), strict=True)), ensure_ascii=False, separators=(",", ":"))


def row_from_text(names: tuple[str, ...], text: str) -> Row:
    """The row that `row_to_text` wrote; a column it did not have is None."""
    values = json.loads(text)
    return tuple(_from_json(values.get(name)) for name in names)


def _to_json(value: Any) -> Any:
    match value:
        case bytes() | bytearray() | memoryview():
            return {"base64": base64.b64encode(value).decode("ascii")}
        case float() if not math.isfinite(value):
            return {"float": str(value)}
        case _:
            return value


def _from_json(value: Any) -> Any:
    match value:
        case {"base64": text}:
            return base64.b64decode(text)
        case {"float": text}:
            return float(text)
        case _:
            return value
