"""Temporary tables that hold rows on their way into a base table, and the statements over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.postgresql.marks import changed_after
from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified
from dms_pipeline.providers.staged import Stage, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.providers.postgresql.catalog import ColumnType
    from dms_pipeline.providers.staged import Range
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import SyncedColumn, SyncedTable


def _among(numbers: list[int]) -> tuple[str, tuple[list[int]]]:
    return "= ANY(%s)", (numbers,)


def is_key(table: SyncedTable, alias: str) -> str:
    """The condition that a row has a key, given as parameters in canonical form."""
    return " AND ".join(f"{canonical(column, alias)} = %s" for column in table.columns if column.key)


def _as_it_is(column: SyncedColumn, value: Any) -> Any:
    del column
    return value


def _outside(bookmark: Bookmark | None, table: SyncedTable) -> tuple[str, tuple[Any, ...]]:
    del table
    return changed_after(bookmark, "t")


WORDS = Words(
    style=STYLE,
    quoted=qualified,
    canonical=canonical,
    bound=_as_it_is,
    key_is=is_key,
    changed_after=_outside,
    differs="{one} IS DISTINCT FROM {other}",
    by_another='t."update_scope_id" IS DISTINCT FROM %s::uuid',
    among=_among,
    deletes="DELETE FROM {table} s",
)


class PostgresqlStage(Stage):
    """Rows of one table on their way.

    Its columns have the base table's types without their limits: a value that is too long is refused when it is
    written, where the row can be found, not when it is copied.
    """

    def __init__(
        self,
        connection: Connection,
        number: int,
        table: SyncedTable,
        types: Mapping[str, ColumnType],
        *,
        keys_only: bool,
    ) -> None:
        super().__init__(connection, f'"pg_temp"."dms_stage_{number}"', table, WORDS, keys_only=keys_only)
        listed = ", ".join(f"{STYLE.name(column.name)} {types[column.name].bare}" for column in self.columns)
        connection.execute(
            f"CREATE TEMPORARY TABLE dms_stage_{number}"
            f" (dms_n bigint GENERATED ALWAYS AS IDENTITY, dms_locked boolean, {listed}) ON COMMIT DROP"
        )

    def lock(self) -> int:
        """Lock the base rows, and say how many; in key order, so that two sessions do not wait for each other.

        A row that is not there yet cannot be locked, and may be there a moment later: where there are such and others,
        the locked ones are marked, and only those are updated.
        """
        locked = (
            f"SELECT s.dms_n FROM {self.base} b JOIN {self.name} s ON {self.on_base}"
            f" ORDER BY {STYLE.names(self.table.key, 'b.')} FOR UPDATE OF b"
        )
        count = int(self.connection.value(f"SELECT count(*) FROM ({locked}) locked"))
        if count == 0:
            self.to_update, self.to_insert = None, "true"
        elif count >= self.rows:
            self.to_update, self.to_insert = "true", None
        else:
            self.to_update, self.to_insert = "s.dms_locked", "s.dms_locked IS NULL"
            self.connection.execute(
                f"UPDATE {self.name} s SET dms_locked = true FROM ({locked}) l"
                " WHERE s.dms_n = l.dms_n AND s.dms_locked IS NULL"
            )
        return count

    def clear(self) -> None:
        """Empty it, so that it can be used again: each temporary table costs locks until the transaction ends."""
        self.connection.execute(f"TRUNCATE {self.name}")
        self.rows = 0

    def drop(self) -> None:
        """Drop it before the transaction ends."""
        self.connection.execute(f"DROP TABLE {self.name}")


def write(connection: Connection, parts: list[tuple[Stage, Range | None]]) -> int:
    """Write staged rows of several tables in one statement, so that keys between them are checked when all are there.

    The driver's exception comes out as it is. Returns the number of rows that were neither updated nor inserted,
    because somebody else inserted them after they were locked.
    """
    clauses: list[str] = []
    totals: list[str] = []
    parameters: list[Any] = []
    staged = 0
    for place, (stage, within) in enumerate(parts):
        staged += stage.count(within)
        limits = "" if within is None else " AND s.dms_n >= %s AND s.dms_n < %s"
        for clause, which, text in (("u", stage.to_update, _update), ("i", stage.to_insert, _insert)):
            if which is not None:
                clauses.append(f"{clause}{place} AS ({text(stage, which + limits)})")
                totals.append(f"(SELECT count(*) FROM {clause}{place})")
                parameters.extend(within or ())
    sql = f"WITH {', '.join(clauses)} SELECT {' + '.join(totals)}"
    row = connection.driver.execute(sql, tuple(parameters) or None).fetchone()
    return staged - int(row[0])


def _update(stage: Stage, which: str) -> str:
    table = stage.table
    if not table.others:  # of a table of keys alone, a row that is there is as it should be
        return f"SELECT 1 FROM {stage.name} s JOIN {stage.base} b ON {stage.on_base} WHERE {which}"
    sets = ", ".join(f"{STYLE.name(name)} = s.{STYLE.name(name)}" for name in table.others)
    return f"UPDATE {stage.base} b SET {sets} FROM {stage.name} s WHERE {stage.on_base} AND {which} RETURNING 1"


def _insert(stage: Stage, which: str) -> str:
    """Rows that were not there when the others were locked; one that is there by now is left for a new turn."""
    names = STYLE.names(stage.table.names)
    return (
        f"INSERT INTO {stage.base} ({names}) OVERRIDING SYSTEM VALUE SELECT {STYLE.names(stage.table.names, 's.')}"
        f" FROM {stage.name} s WHERE {which}"
        f" ORDER BY s.dms_n ON CONFLICT ({STYLE.names(stage.table.key)}) DO NOTHING RETURNING 1"
    )


def delete(connection: Connection, parts: list[tuple[Stage, Range | None]]) -> int:
    """Delete the base rows of staged keys of several tables in one statement, at whose end keys are checked; how many.

    The driver's exception comes out as it is.
    """
    clauses: list[str] = []
    parameters: list[Any] = []
    for place, (stage, within) in enumerate(parts):
        limits = "" if within is None else " AND s.dms_n >= %s AND s.dms_n < %s"
        clauses.append(
            f"d{place} AS (DELETE FROM {stage.base} b USING {stage.name} s WHERE {stage.on_base}{limits} RETURNING 1)"
        )
        parameters.extend(within or ())
    totals = " + ".join(f"(SELECT count(*) FROM d{place})" for place in range(len(parts)))
    row = connection.driver.execute(
        f"WITH {', '.join(clauses)} SELECT {totals}".encode(), tuple(parameters) or None
    ).fetchone()
    return int(row[0])


def track(  # noqa: PLR0913 - each argument is a fact of its own
    connection: Connection,
    table: SyncedTable,
    keys: str,
    facts: tuple[str | None, int],
    *,
    tombstone: int,
    parameters: Row = (),
) -> None:
    """Write the tracking rows of the keys that a query gives; `facts` are the writer's id and the stamp."""
    key = STYLE.names(table.key)
    names = ('"update_scope_id"', '"timestamp"', '"sync_row_is_tombstone"', '"last_change_datetime"')
    updates = ", ".join(f"{name} = excluded.{name}" for name in names)
    connection.execute(
        f"INSERT INTO {qualified(table.tracking)} ({key}, {', '.join(names)})"
        f" SELECT k.*, %s::uuid, %s, {tombstone}, now() FROM ({keys}) k ON CONFLICT ({key}) DO UPDATE SET {updates}",
        (*facts, *parameters),
    )


def move_sequences(connection: Connection, table: SyncedTable, source: str, types: Mapping[str, ColumnType]) -> None:
    """Numbers that came with rows are not given again by a sequence (design decision 5)."""
    for column in table.columns:
        sequence = types[column.name].sequence
        if sequence is not None:
            connection.execute(
                f"SELECT setval(%s::regclass, m) FROM (SELECT max({STYLE.name(column.name)}) AS m FROM {source}) given,"
                f" {sequence} q WHERE m > q.last_value OR (m = q.last_value AND NOT q.is_called)",
                (sequence,),
            )
