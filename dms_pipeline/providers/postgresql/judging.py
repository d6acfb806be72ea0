"""Asking PostgreSQL about staged rows: types, keys, and results that are read while others are written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.postgresql import staging
from dms_pipeline.providers.postgresql.catalog import column_types, foreign_keys
from dms_pipeline.providers.postgresql.marks import changed_after
from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified
from dms_pipeline.providers.staged_applying import StagedApplication
from dms_pipeline.sync.changes import BATCH_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.postgresql.catalog import ColumnType
    from dms_pipeline.providers.staged import ForeignKeyFact
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedTable, Values


class Judging(StagedApplication):
    """The part of an apply that asks the database."""

    words = staging.WORDS

    @cached_property
    def types(self) -> dict[TableName, dict[str, ColumnType]]:
        """The types of all columns."""
        return column_types(self.connection, self._tables.values())

    def find_keys(self) -> tuple[ForeignKeyFact, ...]:
        """Every foreign key that begins or ends at one of the tables."""
        return foreign_keys(self.connection, self._tables.values())

    def track_keys(
        self, table: SyncedTable, keys: str, parameters: Row = (), *, tombstone: int, nobodys: bool = False
    ) -> None:
        """Write the tracking rows of the keys that a query gives."""
        facts = (None if nobodys else self.writer, self.stamp)
        staging.track(self.connection, table, keys, facts, tombstone=tombstone, parameters=parameters)

    def numbered(self, select: str, source: str, parameters: tuple[Any, ...]) -> Iterator[list[Row]]:
        """Some columns behind the number of each row of `source`, through a cursor of the server's."""
        self.connection.execute(
            f"DECLARE dms_numbered NO SCROLL CURSOR FOR SELECT s.dms_n, {select} FROM {source} ORDER BY s.dms_n",
            parameters,
        )
        while rows := self.connection.rows(f"FETCH {BATCH_ROWS} FROM dms_numbered"):
            yield rows
        self.connection.execute("CLOSE dms_numbered")

    def beyond(self, table: SyncedTable, spared: Bookmark | None) -> Iterator[Values]:
        """The keys of the rows that this apply has not written, as one statement sees them."""
        keys = ", ".join(canonical(column, "b") for column in table.columns if column.key)
        condition, parameters = ("false", ()) if spared is None else changed_after(spared, "t")
        self.connection.execute(
            f"DECLARE dms_beyond NO SCROLL CURSOR FOR SELECT {keys} FROM {qualified(table.name)} b"
            f" LEFT JOIN {qualified(table.tracking)} t ON {STYLE.equal(table.key, 'b', 't')}"
            ' WHERE t."timestamp" IS DISTINCT FROM %s'
            f' AND ({condition} AND t."update_scope_id" IS NULL) IS NOT TRUE ORDER BY {STYLE.names(table.key, "b.")}',
            (self.stamp, *parameters),
        )
        while rows := self.connection.rows(f"FETCH {BATCH_ROWS} FROM dms_beyond"):
            yield [tuple(row) for row in rows]
        self.connection.execute("CLOSE dms_beyond")
