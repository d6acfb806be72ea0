"""Dates that no calendar has, and times beyond a day: MariaDB keeps both, other kinds of databases neither.

What is not synced yet is read whole, since the first sync would meet every value. What is synced already was met
before, so that as many rows are read as are counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import fold, key
from dms_pipeline.plan.state import OffCalendar
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Column, Table
    from dms_pipeline.schema.model import ScopeInfo, TableName

# A part that is zero is read as zero: mariadb.com/kb/en/dayofmonth. A time of day may be 24:00:00.
_DATE = "(YEAR({0}) = 0 OR MONTH({0}) = 0 OR DAYOFMONTH({0}) = 0)"
_TIME = "({0} < TIME'00:00:00' OR {0} > TIME'24:00:00')"
_CONDITIONS = {Kind.DATE: _DATE, Kind.TIMESTAMP: _DATE, Kind.TIMESTAMPTZ: _DATE, Kind.TIME: _TIME}


def off_calendar(
    connection: Connection, tables: Mapping[TableName, Table], scopes: Iterable[ScopeInfo], limit: int
) -> dict[TableName, dict[str, OffCalendar]]:
    """Such values by table and column; `limit` is how many rows are read of a table whose columns are all synced."""
    synced = {
        (key(table.table, TRAITS), fold(column.name, TRAITS))
        for scope in scopes
        if scope.schema is not None
        for table in scope.schema.tables or ()
        for column in table.columns or ()
    }
    found = {}
    for name, table in tables.items():
        columns = [column for column in table.columns if column.logical.kind in _CONDITIONS]
        is_new = any((key(name, TRAITS), fold(column.name, TRAITS)) not in synced for column in columns)
        if columns and (values := _values(connection, name, columns, None if is_new else limit)):
            found[name] = values
    return found


def _values(
    connection: Connection, table: TableName, columns: list[Column], limit: int | None
) -> dict[str, OffCalendar]:
    names = [TRAITS.style.name(column.name) for column in columns]
    conditions = [_CONDITIONS[column.logical.kind].format(name) for name, column in zip(names, columns, strict=True)]
    asked = ", ".join(
        f"COUNT(IF({condition}, 1, NULL)), MIN(IF({condition}, CONCAT({name}), NULL))"
        for name, condition in zip(names, conditions, strict=True)
    )
    capped = "" if limit is None else f" LIMIT {limit}"
    rows = f"(SELECT {', '.join(names)} FROM {quoted(table)}{capped}) read_rows"
    answer = connection.row(f"SELECT {asked} FROM {rows}") or ()
    pairs = zip(columns, answer[::2], answer[1::2], strict=True)
    return {column.name: OffCalendar(count=count, example=example) for column, count, example in pairs if count}
