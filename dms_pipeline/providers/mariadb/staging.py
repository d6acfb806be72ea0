"""Temporary tables of MariaDB that hold rows on their way into a base table, and the statements over them.

Their columns have the base table's types: a value that does not fit is refused when it is staged, since the session is
strict. How rows come is the subject of `bulk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymysql

from dms_pipeline.providers.mariadb.marks import changed_after
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.reference import SIDE
from dms_pipeline.providers.mariadb.values import STYLE, bound, canonical, key_is
from dms_pipeline.providers.staged import Stage, Words

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.providers.mariadb.bulk import Loader
    from dms_pipeline.providers.staged import ForeignKeyFact, Range
    from dms_pipeline.sync.changes import SyncedTable, Values

DUPLICATE = 1062
NO_PARENT = 1452
MANY = 2_000  # rows whose DELETE takes longer than making a table, 3 ms


def _among(numbers: list[int]) -> tuple[str, tuple[int, ...]]:
    return f"IN ({STYLE.marks(len(numbers))})", tuple(numbers)


WORDS = Words(
    style=STYLE,
    quoted=quoted,
    canonical=canonical,
    bound=bound,
    key_is=key_is,
    changed_after=changed_after,
    differs="NOT (BINARY {one} <=> BINARY {other})",
    by_another="NOT (t.`update_scope_id` <=> %s)",
    among=_among,
    deletes="DELETE s FROM {table} s",
)


class MariadbStage(Stage):
    """Rows of one table on their way; we number them ourselves.

    `guids` are key columns whose ids, which travel without their case, may be here in upper case.
    """

    def __init__(
        self,
        loader: Loader,
        number: int,
        table: SyncedTable,
        *,
        keys_only: bool,
        guids: tuple[str, ...] = (),
    ) -> None:
        super().__init__(loader.connection, STYLE.name(f"dms_stage_{number}"), table, WORDS, keys_only=keys_only)
        self._loader = loader
        self._copy = STYLE.name(f"dms_stage_{number}_again")
        self._next = 0
        self._guids = guids
        self._make()

    def _make(self) -> None:
        names = STYLE.names(column.name for column in self.columns)
        self.drop()
        self.connection.execute(
            f"CREATE TEMPORARY TABLE {self.name}"
            " (dms_n bigint NOT NULL DEFAULT 0 PRIMARY KEY, dms_locked tinyint) ENGINE = InnoDB"
            f" SELECT {names} FROM {self.base} WHERE FALSE"
        )

    def load(self, rows: Values) -> None:
        """Insert rows; the driver's exception comes out as it is."""
        self._loader.insert(self.name, self.table, self.columns, rows, first=self._next)
        if self._guids:
            self._respell()
        self._next += len(rows)

    def load_from(self, keys: str, parameters: tuple[Any, ...]) -> None:
        """Insert the keys that a query gives."""
        names = STYLE.names(self.table.key)
        self.rows = self.connection.execute(
            f"INSERT INTO {self.name} (dms_n, {names}) SELECT ROW_NUMBER() OVER (), k.* FROM ({keys}) k", parameters
        )

    def _respell(self) -> None:
        """Write the ids that have just come as the base table has them, where it has them in upper case."""
        upper = " AND ".join(
            f"b.{STYLE.name(name)} = UPPER(s.{STYLE.name(name)})"
            if name in self._guids
            else f"b.{STYLE.name(name)} = s.{STYLE.name(name)}"
            for name in self.table.key
        )
        sets = ", ".join(f"s.{STYLE.name(name)} = b.{STYLE.name(name)}" for name in self._guids)
        with self.connection.driver.cursor() as cursor:
            cursor.execute(
                f"UPDATE {self.name} s STRAIGHT_JOIN {self.base} b ON {upper} SET {sets}{self._kept()}"
                " WHERE s.dms_n >= %s",
                (self._next,),
            )

    def lock(self) -> int:
        """Lock the base rows, in key order; those that were locked are marked where not all or none were."""
        rows = self.connection.rows(
            f"SELECT s.dms_n FROM {self.name} s STRAIGHT_JOIN {self.base} b ON {self.on_base}"
            f" ORDER BY {STYLE.names(self.table.key, 's.')} FOR UPDATE"
        )
        if not rows:
            self.to_update, self.to_insert = None, "TRUE"
        elif len(rows) >= self.rows:
            self.to_update, self.to_insert = "TRUE", None
        else:
            self.to_update, self.to_insert = "s.dms_locked = 1", "s.dms_locked IS NULL"
            among, numbers = _among([number for (number,) in rows])
            self.connection.execute(
                f"UPDATE {self.name} s SET s.dms_locked = 1{self._kept()} WHERE s.dms_n {among}", numbers
            )
        return len(rows)

    def _kept(self) -> str:
        """Assignments to what an UPDATE would write its own time into: these columns are made as those of the base."""
        types = self._loader.types[self.table.name]
        stamped = (STYLE.name(column.name) for column in self.columns if types[column.name].is_stamped)
        return "".join(f", s.{name} = s.{name}" for name in stamped)

    def misspelt(self, names: tuple[str, ...]) -> list[int]:
        """The numbers of keys that the base table has in another spelling; `names` are columns that compare loosely."""
        differs = " OR ".join(f"BINARY b.{STYLE.name(name)} <> BINARY s.{STYLE.name(name)}" for name in names)
        sql = f"SELECT s.dms_n FROM {self.name} s STRAIGHT_JOIN {self.base} b ON {self.on_base} WHERE {differs}"
        return [number for (number,) in self.connection.rows(sql)]

    def again(self) -> str:
        """A copy: MySQL opens no temporary table twice in a statement."""
        # dev.mysql.com/doc/refman/8.0/en/temporary-table-problems.html
        self.connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {self._copy}")
        self.connection.execute(
            f"CREATE TEMPORARY TABLE {self._copy} (PRIMARY KEY (dms_n)) ENGINE = InnoDB SELECT * FROM {self.name}"
        )
        return self._copy

    def clear(self) -> None:
        """Empty it; TRUNCATE would commit, and many rows go sooner with their table than one by one."""
        if self.rows > MANY:
            self._make()
        else:
            self.connection.execute(f"DELETE FROM {self.name}")
        self.rows = 0

    def drop(self) -> None:
        """Drop it: it would live as long as the connection."""
        self.connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {self.name}, {self._copy}")


def _limits(which: str, within: Range | None) -> tuple[str, tuple[int, ...]]:
    return (which, ()) if within is None else (f"{which} AND s.dms_n >= %s AND s.dms_n < %s", within)


def _run(connection: Connection, sql: str, parameters: tuple[Any, ...]) -> int:
    """A statement whose exception comes out as it is."""
    with connection.driver.cursor() as cursor:
        cursor.execute(sql, parameters) if parameters else cursor.execute(sql)
        return int(cursor.rowcount)


def write(connection: Connection, parts: list[tuple[Stage, Range | None]], *, settled: bool) -> int:
    """Update what was there, insert what was not; the number of rows that are missing.

    A statement that names the tracking table could not be written by a trigger on it, so none is judged here. Where a
    key is taken by now, somebody else has inserted the row, unless it is `settled` that nobody has.
    """
    missing = 0
    for stage, within in parts:
        written = 0
        for which, write_some in ((stage.to_update, _update), (stage.to_insert, _insert)):
            if which is not None:
                condition, parameters = _limits(which, within)
                try:
                    written += write_some(connection, stage, condition, parameters)
                except pymysql.err.IntegrityError as error:
                    if settled or not _is_key_taken(error):
                        raise
        missing += stage.count(within) - written
    return missing


def _is_key_taken(error: pymysql.err.IntegrityError) -> bool:
    code, text = error.args[:2]
    return bool(code == DUPLICATE and text.rstrip("'").endswith("PRIMARY"))


def _update(connection: Connection, stage: Stage, condition: str, parameters: tuple[int, ...]) -> int:
    table = stage.table
    source = f"{stage.name} s STRAIGHT_JOIN {stage.base} b ON {stage.on_base}"
    if not table.others:  # of a table of keys alone, a row that is there is as it should be
        return int(connection.value(f"SELECT count(*) FROM {source} WHERE {condition}", parameters))
    sets = ", ".join(f"b.{STYLE.name(name)} = s.{STYLE.name(name)}" for name in table.others)
    return _run(connection, f"UPDATE {source} SET {sets} WHERE {condition}", parameters)


def _insert(connection: Connection, stage: Stage, condition: str, parameters: tuple[int, ...]) -> int:
    names = stage.table.names
    return _run(
        connection,
        f"INSERT INTO {stage.base} ({STYLE.names(names)}) SELECT {STYLE.names(names, 's.')} FROM {stage.name} s"
        f" WHERE {condition} ORDER BY s.dms_n",
        parameters,
    )


def lock_parents(connection: Connection, stage: Stage, key: ForeignKeyFact, within: Range | None) -> None:
    """Hold the parents of staged rows that were written without a check, as a check would.

    Raises:
        pymysql.err.IntegrityError: one of them is missing.
    """
    given = " AND ".join(f"s.{STYLE.name(name)} IS NOT NULL" for name in key.columns)
    match = " AND ".join(
        f"p.{STYLE.name(theirs)} = s.{STYLE.name(ours)}"
        for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
    )
    condition, parameters = _limits(given, within)
    wanted = int(connection.value(f"SELECT count(*) FROM {stage.name} s WHERE {condition}", parameters))
    condition, parameters = _limits("TRUE", within)
    # Rows that a WHERE leaves out would be let go again, so the ones that are there are counted.
    found = connection.value(
        f"SELECT count(*) FROM (SELECT 1 FROM {stage.name} s STRAIGHT_JOIN {key.parent} p ON {match} WHERE {condition}"
        " LOCK IN SHARE MODE) f",
        parameters,
    )
    if int(found) < wanted:
        raise pymysql.err.IntegrityError(NO_PARENT, f"a row of {key.parent} is missing")


def let_go(connection: Connection, stage: Stage, key: ForeignKeyFact, within: Range | None) -> None:
    """Have rows that are about to be deleted refer to nothing by a key between them."""
    condition, parameters = _limits("TRUE", within)
    sets = ", ".join(f"b.{STYLE.name(name)} = NULL" for name in key.columns)
    _run(
        connection,
        f"UPDATE {stage.name} s STRAIGHT_JOIN {stage.base} b ON {stage.on_base} SET {sets} WHERE {condition}",
        parameters,
    )


def delete(connection: Connection, stage: Stage, within: Range | None) -> int:
    """Delete the base rows of staged keys; how many."""
    condition, parameters = _limits("TRUE", within)
    return _run(
        connection,
        f"DELETE b FROM {stage.name} s STRAIGHT_JOIN {stage.base} b ON {stage.on_base} WHERE {condition}",
        parameters,
    )


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
    insert = tracking_insert(table, keys, tombstone=tombstone)
    connection.execute(f"{insert} {STYLE.or_update(table.key, SIDE)}", (*facts, *parameters))


def tracking_insert(table: SyncedTable, keys: str, *, tombstone: int) -> str:
    """INSERT of the tracking rows of the keys that a query gives; the first parameters are writer and stamp."""
    return (
        f"INSERT INTO {quoted(table.tracking)} ({STYLE.names((*table.key, *SIDE))})"
        f" SELECT k.*, LOWER(%s), %s, {tombstone}, UTC_TIMESTAMP() FROM ({keys}) k"
    )
