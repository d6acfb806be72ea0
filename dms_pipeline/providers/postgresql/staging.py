"""Temporary tables that hold rows on their way into a base table, and the statements over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.providers.postgresql.catalog import ColumnType, ForeignKeyFact
    from dms_pipeline.sync.changes import SyncedTable

Range = tuple[int, int]


class Stage:
    """Rows of one table, whole or keys alone, numbered in the order in which they came.

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
        self.connection = connection
        self.table = table
        self.keys_only = keys_only
        self.columns = tuple(column for column in table.columns if column.key or not keys_only)
        self.name = f'"pg_temp"."dms_stage_{number}"'
        self.rows = 0
        self.to_update: str | None = None  # which staged rows (`s`) were locked, so judged; None for none
        self.to_insert: str | None = "true"  # the others
        listed = ", ".join(f"{STYLE.name(column.name)} {types[column.name].bare}" for column in self.columns)
        connection.execute(
            f"CREATE TEMPORARY TABLE dms_stage_{number}"
            f" (dms_n bigint GENERATED ALWAYS AS IDENTITY, dms_locked boolean, {listed}) ON COMMIT DROP"
        )

    @property
    def base(self) -> str:
        """The quoted name of the table that the rows are for."""
        return qualified(self.table.name)

    @property
    def on_base(self) -> str:
        """The join of stage `s` and base table `b`."""
        return STYLE.equal(self.table.key, "b", "s")

    @property
    def keys_there(self) -> str:
        """The staged keys that the base table has."""
        return self._keys("EXISTS")

    @property
    def keys_altered(self) -> str:
        """The staged keys whose row in the base table is not the one that is staged."""
        differs = " OR ".join(
            f"{canonical(column, 'b')} IS DISTINCT FROM {canonical(column, 's')}" for column in self.columns
        )
        return (
            f"SELECT {STYLE.names(self.table.key, 's.')} FROM {self.name} s JOIN {self.base} b ON {self.on_base}"
            f" WHERE {differs}"
        )

    @property
    def keys_gone(self) -> str:
        """The staged keys that the base table has not."""
        return self._keys("NOT EXISTS")

    def numbers(self, *, there: bool) -> list[int]:
        """The numbers of staged rows that the base table has, or has not."""
        rows = self.connection.rows(f"SELECT s.dms_n {self._from('EXISTS' if there else 'NOT EXISTS')}")
        return [number for (number,) in rows]

    def _keys(self, quantifier: str) -> str:
        return f"SELECT {STYLE.names(self.table.key, 's.')} {self._from(quantifier)}"

    def _from(self, quantifier: str) -> str:
        return f"FROM {self.name} s WHERE {quantifier} (SELECT 1 FROM {self.base} b WHERE {self.on_base})"

    def listed(self, alias: str) -> str:
        """The stage's columns in canonical form."""
        return ", ".join(canonical(column, alias) for column in self.columns)

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

    def bounds(self) -> Range:
        """The first number and the one after the last."""
        low, high = self.connection.row(f"SELECT min(dms_n), max(dms_n) + 1 FROM {self.name}") or (None, None)
        return (low or 0, high or 0)

    def count(self, within: Range | None) -> int:
        """How many rows have such numbers; all, if none are given."""
        if within is None:
            return self.rows
        return int(
            self.connection.value(f"SELECT count(*) FROM {self.name} WHERE dms_n >= %s AND dms_n < %s", within) or 0
        )

    def numbers_of(self, key: Row) -> list[int]:
        """The numbers of rows with a key."""
        where = " AND ".join(f"{canonical(column, 's')} = %s" for column in self.columns if column.key)
        return [number for (number,) in self.connection.rows(f"SELECT s.dms_n FROM {self.name} s WHERE {where}", key)]

    def values(self, numbers: list[int]) -> list[Row]:
        """The rows with these numbers, in canonical form."""
        sql = f"SELECT {self.listed('s')} FROM {self.name} s WHERE s.dms_n = ANY(%s) ORDER BY s.dms_n"
        return self.connection.rows(sql, (numbers,))

    def all_values(self) -> list[Row]:
        """All rows, in canonical form."""
        return self.connection.rows(f"SELECT {self.listed('s')} FROM {self.name} s ORDER BY s.dms_n")

    def remove(self, numbers: list[int]) -> None:
        """Take rows out."""
        if numbers:
            self.rows -= self.connection.execute(f"DELETE FROM {self.name} WHERE dms_n = ANY(%s)", (numbers,))

    def remove_absent(self) -> None:
        """Take out the keys that the base table has not."""
        sql = f"DELETE FROM {self.name} s WHERE NOT EXISTS (SELECT 1 FROM {self.base} b WHERE {self.on_base})"
        self.rows -= self.connection.execute(sql)

    def clear(self) -> None:
        """Empty it, so that it can be used again: each temporary table costs locks until the transaction ends."""
        self.connection.execute(f"TRUNCATE {self.name}")
        self.rows = 0

    def drop(self) -> None:
        """Drop it before the transaction ends."""
        self.connection.execute(f"DROP TABLE {self.name}")

    def orphans(self, key: ForeignKeyFact, stages: Sequence[Stage]) -> list[int]:
        """The numbers of staged rows whose parent is neither in the base table nor staged."""
        if not set(key.columns) <= {column.name for column in self.columns}:
            return []
        match = " AND ".join(
            f"p.{STYLE.name(theirs)} = s.{STYLE.name(ours)}"
            for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
        )
        parents = [key.parent, *(stage.name for stage in stages if stage.base == key.parent)]
        missing = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {parent} p WHERE {match})" for parent in parents)
        given = " AND ".join(f"s.{STYLE.name(name)} IS NOT NULL" for name in key.columns)
        rows = self.connection.rows(f"SELECT s.dms_n FROM {self.name} s WHERE {given} AND {missing}")
        return [number for (number,) in rows]

    def bereft(self, key: ForeignKeyFact, stages: Sequence[Stage]) -> list[int]:
        """The numbers of staged keys that a row refers to which is not staged for deletion itself."""
        if set(key.parent_columns) != set(self.table.key):
            return []
        match = " AND ".join(
            f"c.{STYLE.name(ours)} = s.{STYLE.name(theirs)}"
            for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
        )
        staying = "".join(
            f" AND NOT EXISTS (SELECT 1 FROM {stage.name} d WHERE {STYLE.equal(stage.table.key, 'c', 'd')})"
            for stage in stages
            if stage.base == key.child
        )
        rows = self.connection.rows(
            f"SELECT s.dms_n FROM {self.name} s WHERE EXISTS (SELECT 1 FROM {key.child} c WHERE {match}{staying})"
        )
        return [number for (number,) in rows]


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
