"""Writing a delivery into SQLite: batch by batch, judged before it is written, tracked after it.

Per batch of a table (spec: marks and apply, B1 to B4; BEGIN IMMEDIATE makes judging and writing one):

1. Values that SQLite would alter are set aside.
2. Where anything was changed here since the sender looked, the batch's keys are held against the tracking table, and
   conflicts are decided. Where nothing was, no row is asked.
3. One `executemany` of `INSERT … ON CONFLICT DO UPDATE`. If it fails, the batch goes again row by row.
4. One statement writes the batch's tracking rows, over what our triggers wrote.

A large table's own triggers are dropped for the duration and put back before the commit: nobody can see it, since the
file is locked, and their work is overwritten anyway. Never where the table has triggers of an application, or keys
with actions lead to it.

Foreign keys are checked when the transaction ends, so rows of cycles and self references may come in any order. If the
commit is refused, the rows to blame are found among those written (their tracking rows carry this apply's stamp).
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.applying import Application
from dms_pipeline.providers.cascades import joined, paths
from dms_pipeline.providers.parking import parking_places
from dms_pipeline.providers.rows import same_row
from dms_pipeline.providers.sqlite.foreign_keys import dangling, edges
from dms_pipeline.providers.sqlite.marks import CLOCK, changed_after
from dms_pipeline.providers.sqlite.spelling import Spelling
from dms_pipeline.providers.sqlite.values import STYLE, Unfit, canonical, unfit
from dms_pipeline.schema.types import TEXTUAL
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import ChangeKind
from dms_pipeline.sync.peers import RowsRefused

if TYPE_CHECKING:
    from dms_pipeline.providers.cascades import Edge
    from dms_pipeline.providers.changes import Outcome, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values

# What one row's own value can raise; a full disk or a locked file is none of them.
ROW_ERRORS = (
    sqlite3.IntegrityError,
    sqlite3.DataError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    OverflowError,
)
SILENCE_FROM = 1_000  # rows; below it, dropping and creating three triggers (about 1 ms) costs more than it saves
DIFFERS_IN_CASE = "its key differs only in case from the key of a row that is there"


def begin_write(connection: Connection) -> None:
    """Begin with the write lock, and with foreign keys checked at the end."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys = ON")


def apply(connection: Connection, task: Task) -> Outcome:
    """Write a delivery inside a transaction that `begin_write` began."""
    stamp = int(connection.value(f"SELECT {CLOCK}"))
    with connection.translated():
        return _SqliteApplication(connection, task, stamp).run()


@dataclass(slots=True)
class _Statements:
    """The texts of one table, made once per apply, and what was found out about it."""

    upsert: str
    delete: str
    track: str
    track_one: str
    find_exact: str
    find_conflicts: str
    conflict_parameters: tuple[Any, ...]
    checks: Unfit
    spelling: Spelling
    case_matters: bool
    contested: bool
    triggered: bool  # an application's triggers are there
    silenced: list[str] = field(default_factory=list)
    may_silence: bool | None = None
    rows: int = 0


class _SqliteApplication(Application):
    """An apply into one SQLite file."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self.driver: sqlite3.Connection = connection.driver
        self._statements: dict[TableName, _Statements] = {}

    def run(self) -> Outcome:
        """Do all of it, and put every trigger back."""
        self.driver.execute("DROP TABLE IF EXISTS temp.dms_keys")
        outcome = super().run()
        for statements in self._statements.values():
            for text in statements.silenced:
                self.driver.execute(text)
        return outcome

    def upsert(self, table: SyncedTable, rows: Values) -> None:
        """Judge, write and track one batch."""
        texts = self._texts(table)
        rows = self._fit(table, texts, rows)
        if texts.contested:
            rows = self._judged(table, texts, rows)
        if not rows:
            return
        self._maybe_silence(table, texts, len(rows))
        if self._write(texts, rows):
            self._track_written(table, texts, rows)
            self.written(table, len(rows))
            return
        for row in rows:
            reason = self._write_one(table, texts, row)
            if reason is not None:
                self.fail(table, ChangeKind.UPSERT, row, reason)

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Everything is written already."""

    def end_deletes(self, group: tuple[SyncedTable, ...]) -> None:
        """Everything is deleted already."""

    def changed_since(self, table: SyncedTable, key: Row, timestamp: int) -> tuple[Row | None] | None:
        """The row as it is here, if anybody but the sender changed it after a timestamp."""
        texts = self._texts(table)
        (key,) = texts.spelling.keys([key])
        here = f"b.{STYLE.name(table.key[0])} IS NOT NULL"
        own = ", ".join(canonical(column, "b") for column in table.columns)
        same_key = " AND ".join(f"t.{STYLE.name(name)} = ?" for name in table.key)
        condition, parameters = changed_after(Bookmark(timestamp), "t")
        sql = (
            f"SELECT {here}, {own} FROM {STYLE.name(table.tracking.name)} t LEFT JOIN {STYLE.name(table.name.name)} b"
            f" ON {STYLE.equal(table.key, 'b', 't')}"
            f' WHERE {same_key} AND {condition} AND t."update_scope_id" IS NOT ?'
        )
        found = self.driver.execute(sql, (*key, *parameters, self.task.writer)).fetchone()
        return None if found is None else (tuple(found[1:]) if found[0] else None,)

    def delete(self, table: SyncedTable, keys: Values) -> None:
        """Judge, delete and track one batch."""
        texts = self._texts(table)
        keys = texts.spelling.keys(keys)
        present = self._present(table, keys)
        if texts.contested:
            present = self._judged_deletes(table, texts, present)
        if present and self.edges:
            present = self._without_kept(table, texts, present)
        if not present:
            return
        self.driver.execute("SAVEPOINT dms_batch")
        try:
            self.driver.executemany(texts.delete, present)
        except ROW_ERRORS:
            self.driver.execute("ROLLBACK TO dms_batch")
            self.driver.execute("RELEASE dms_batch")
            for key in present:
                reason = self._delete_one(table, texts, key)
                if reason is not None:
                    self.fail(table, ChangeKind.DELETE, key, reason)
            return
        self.driver.execute("RELEASE dms_batch")
        self._track(table, texts, present, tombstone=1)
        self.counts[table.name].deletes += len(present)

    def parking_places(self, table: SyncedTable) -> tuple[ParkingPlace, ...]:
        """Columns that can make room for unique values."""
        name = table.name.name
        indexes = (
            "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1 AND origin <> 'pk' AND partial = 0 ORDER BY seq"
        )
        uniques = [
            [column for (column,) in self.connection.rows("SELECT name FROM pragma_index_info(?)", (index,))]
            for (index,) in self.connection.rows(indexes, (name,))
        ]
        nullable = self.connection.rows('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 0', (name,))
        return parking_places(table, uniques, {column for (column,) in nullable})

    def park(self, table: SyncedTable, key: Row, values: dict[str, Any]) -> bool:
        """Overwrite some values of a row and track it."""
        texts = self._texts(table)
        (key,) = texts.spelling.keys([key])
        sets = ", ".join(f"{STYLE.name(name)} = ?" for name in values)
        sql = f"UPDATE {STYLE.name(table.name.name)} SET {sets} WHERE {_is_key(table, len(values))}"
        try:
            found = self.driver.execute(sql, (*values.values(), *key)).rowcount
        except ROW_ERRORS:  # SQLite undoes the one statement by itself
            return False
        if found:
            self._track(table, texts, [key], tombstone=0)
        return bool(found)

    # Texts and facts of a table.

    def _texts(self, table: SyncedTable) -> _Statements:
        found = self._statements.get(table.name)
        if found is None:
            found = self._statements[table.name] = self._make_texts(table)
        return found

    def _make_texts(self, table: SyncedTable) -> _Statements:
        base, tracking = STYLE.name(table.name.name), STYLE.name(table.tracking.name)
        key = STYLE.names(table.key)
        case_matters = any(column.key and column.type.kind in TEXTUAL for column in table.columns)
        conflicts, parameters = self._conflict_query(table, base, tracking)
        head = (
            f'INSERT INTO {tracking} ({key}, "update_scope_id", "timestamp", "sync_row_is_tombstone",'
            f' "last_change_datetime")'
        )
        tail = (
            f' ON CONFLICT ({key}) DO UPDATE SET "update_scope_id" = excluded."update_scope_id",'
            ' "timestamp" = excluded."timestamp", "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",'
            ' "last_change_datetime" = excluded."last_change_datetime"'
        )
        return _Statements(
            upsert=_upsert(table, base, case_matters=case_matters),
            delete=f"DELETE FROM {base} WHERE {_is_key(table)}",
            track=f"{head} SELECT value, ?, ?, ?, datetime('now') FROM json_each(?) WHERE true{tail}",
            track_one=f"{head} VALUES ({STYLE.marks(len(table.key))}, ?, ?, ?, datetime('now')){tail}",
            find_exact=f"SELECT 1 FROM {base} WHERE {_is_key(table)}",
            find_conflicts=conflicts,
            conflict_parameters=parameters,
            checks=unfit(table),
            spelling=Spelling(self.driver, table),
            case_matters=case_matters,
            triggered=not self._triggers_are_ours(table),
            contested=self._contested(base, tracking, self.task.seen_of(table)),
        )

    def _contested(self, base: str, tracking: str, seen: Bookmark | None) -> bool:
        """Anything was changed here that the sender does not know of; asked once, so that most applies judge no row."""
        if self.task.is_first:
            sql = f"SELECT EXISTS (SELECT 1 FROM {base}) OR EXISTS (SELECT 1 FROM {tracking})"
            return bool(self.driver.execute(sql).fetchone()[0])
        condition, parameters = changed_after(seen, "t")
        sql = f'SELECT EXISTS (SELECT 1 FROM {tracking} t WHERE {condition} AND t."update_scope_id" IS NOT ?)'
        return bool(self.driver.execute(sql, (*parameters, self.task.writer)).fetchone()[0])

    def _conflict_query(self, table: SyncedTable, base: str, tracking: str) -> tuple[str, tuple[Any, ...]]:
        """Of the keys in `dms_keys`: the place in the batch and the row as it is here (or NULLs) of those contested."""
        own = ", ".join(canonical(column, "b") for column in table.columns)
        on_base, on_tracking = _on_key(table, "b"), _on_key(table, "t")
        here = f"b.{STYLE.name(table.key[0])} IS NOT NULL"
        select = f"SELECT k.n, {here}, {own} FROM temp.dms_keys k"
        seen = self.task.seen_of(table)
        condition, parameters = changed_after(seen, "t")
        if self.task.is_first:
            # What was deleted before the sender knew anything of this side is nothing that it could contradict.
            known = here if seen is None else f'({here} OR t."timestamp" IS NOT NULL)'
            sql = (
                f"{select} LEFT JOIN {base} b ON {on_base}"
                f" LEFT JOIN {tracking} t ON {on_tracking}"
                f' WHERE {known} AND (t."timestamp" IS NULL OR ({condition} AND t."update_scope_id" IS NOT ?))'
            )
            return sql, (*parameters, self.task.writer)
        sql = (
            f"{select} JOIN {tracking} t ON {on_tracking} LEFT JOIN {base} b ON {on_base}"
            f' WHERE {condition} AND t."update_scope_id" IS NOT ?'
        )
        return sql, (*parameters, self.task.writer)

    # Judging.

    def _fit(self, table: SyncedTable, texts: _Statements, rows: Values) -> Values:
        if texts.checks:
            unfit_rows = texts.checks.rows(rows)
            if unfit_rows:
                for row, reason in unfit_rows:
                    self.fail(table, ChangeKind.UPSERT, row, reason)
                bad = {id(row) for row, _ in unfit_rows}
                rows = [row for row in rows if id(row) not in bad]
        return texts.spelling.rows(rows)

    def _load_keys(self, keys: Values) -> None:
        width = len(keys[0])
        names = ", ".join(f"k{place}" for place in range(width))
        self.driver.execute("DROP TABLE IF EXISTS temp.dms_keys")
        self.driver.execute(f"CREATE TEMP TABLE dms_keys (n INTEGER PRIMARY KEY, {names})")
        marks = STYLE.marks(width)
        self.driver.executemany(
            f"INSERT INTO temp.dms_keys (n, {names}) VALUES (?, {marks})",
            [(place, *key) for place, key in enumerate(keys)],
        )

    def _judged(self, table: SyncedTable, texts: _Statements, rows: Values) -> Values:
        keys = table.keys_of(rows)
        self._load_keys(keys)
        lost = set()
        for number, here, *own in self.driver.execute(texts.find_conflicts, texts.conflict_parameters).fetchall():
            if not self.decide(table, keys[number], rows[number], tuple(own) if here else None):
                lost.add(number)
        return [row for number, row in enumerate(rows) if number not in lost] if lost else rows

    def _judged_deletes(self, table: SyncedTable, texts: _Statements, keys: Values) -> Values:
        if not keys:
            return keys
        self._load_keys(keys)
        lost = set()
        for number, here, *own in self.driver.execute(texts.find_conflicts, texts.conflict_parameters).fetchall():
            if not self.decide(table, keys[number], None, tuple(own) if here else None):
                lost.add(number)
        return [key for number, key in enumerate(keys) if number not in lost]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The keys with actions between the tables."""
        return edges(self.connection, self._tables.values())

    def _without_kept(self, table: SyncedTable, texts: _Statements, keys: Values) -> Values:
        """The keys whose delete takes nothing along that the sender never saw, or wins all the same."""
        victims: dict[int, tuple[Row, list[tuple[SyncedTable, Row]]]] = {}
        for path in paths(table.name, self.edges):
            victim = self._tables[path[-1].child]
            if not self._texts(victim).contested:
                continue
            self._load_keys(keys)
            condition, parameters = changed_after(self.task.seen_of(victim), "t")
            own = ", ".join(canonical(column, "b") for column in table.columns)
            theirs = ", ".join(canonical(column, "v") for column in victim.columns)
            sql = (
                f"SELECT k.n, {own}, {theirs} FROM temp.dms_keys k JOIN {STYLE.name(table.name.name)} b"
                f" ON {_on_key(table, 'b')} {joined(path, lambda name: STYLE.name(name.name), STYLE)}"
                f" JOIN {STYLE.name(victim.tracking.name)} t ON {STYLE.equal(victim.key, 'v', 't')}"
                f' WHERE {condition} AND t."update_scope_id" IS NOT ?'
            )
            width = len(table.columns)
            for number, *row in self.driver.execute(sql, (*parameters, self.task.writer)).fetchall():
                found = victims.setdefault(number, (tuple(row[:width]), []))
                found[1].append((victim, tuple(row[width:])))
        kept = {number for number, (row, found) in victims.items() if self.keeps(table, keys[number], row, found)}
        if kept:
            self._track(table, texts, [keys[number] for number in sorted(kept)], tombstone=0, nobodys=True)
        return [key for number, key in enumerate(keys) if number not in kept]

    def _present(self, table: SyncedTable, keys: Values) -> Values:
        """The keys that have a row here; deleting what is not there leaves no trace."""
        if not keys:
            return keys
        self._load_keys(keys)
        names = ", ".join(f"k.k{place}" for place in range(len(table.key)))
        base = STYLE.name(table.name.name)
        sql = f"SELECT {names} FROM temp.dms_keys k JOIN {base} b ON {_on_key(table, 'b')} ORDER BY k.n"
        return self.driver.execute(sql).fetchall()

    # Writing.

    def _write(self, texts: _Statements, rows: Values) -> bool:
        """All rows in one go; False, and nothing written, if any was refused."""
        self.driver.execute("SAVEPOINT dms_batch")
        try:
            written = self.driver.executemany(texts.upsert, rows).rowcount
        except ROW_ERRORS:
            written = -1
        done = written == len(rows) or (written >= 0 and not texts.case_matters)
        if not done:
            self.driver.execute("ROLLBACK TO dms_batch")
        self.driver.execute("RELEASE dms_batch")
        return done

    def _write_one(self, table: SyncedTable, texts: _Statements, row: Row) -> str | None:
        self.driver.execute("SAVEPOINT dms_row")
        reason = None
        try:
            key = table.key_of(row)
            nothing = self.driver.execute(texts.upsert, row).rowcount == 0
            if nothing and texts.case_matters and not self.driver.execute(texts.find_exact, key).fetchone():
                reason = DIFFERS_IN_CASE
            else:
                self._track_written(table, texts, [row])
        except ROW_ERRORS as error:
            reason = str(error)
        if reason is not None:
            self.driver.execute("ROLLBACK TO dms_row")
        self.driver.execute("RELEASE dms_row")
        if reason is None:
            self.written(table, 1)
        return reason

    def _delete_one(self, table: SyncedTable, texts: _Statements, key: Row) -> str | None:
        self.driver.execute("SAVEPOINT dms_row")
        try:
            gone = self.driver.execute(texts.delete, key).rowcount
        except ROW_ERRORS as error:
            self.driver.execute("ROLLBACK TO dms_row")
            self.driver.execute("RELEASE dms_row")
            return str(error)
        self.driver.execute("RELEASE dms_row")
        if gone:
            self._track(table, texts, [key], tombstone=1)
            self.counts[table.name].deletes += 1
        return None

    def _track_written(self, table: SyncedTable, texts: _Statements, rows: Values) -> None:
        """Track what was upserted; a row that a trigger has altered is nobody's, so that the sender gets it (B2)."""
        altered: Values = []
        if texts.triggered:
            self._load_keys(table.keys_of(rows))
            own = ", ".join(canonical(column, "b") for column in table.columns)
            base = STYLE.name(table.name.name)
            sql = f"SELECT k.n, {own} FROM temp.dms_keys k JOIN {base} b ON {_on_key(table, 'b')}"
            for number, *found in self.driver.execute(sql).fetchall():
                if not same_row(table, rows[number], tuple(found)):
                    altered.append(rows[number])
        self._track(table, texts, table.keys_of(rows), tombstone=0)
        if altered:
            self._track(table, texts, table.keys_of(altered), tombstone=0, nobodys=True)

    def _track(
        self, table: SyncedTable, texts: _Statements, keys: Values, *, tombstone: int, nobodys: bool = False
    ) -> None:
        facts = (None if nobodys else self.writer, self.stamp, tombstone)
        if len(keys) > 1 and len(table.key) == 1 and not isinstance(keys[0][0], (bytes, float)):
            self.driver.execute(texts.track, (*facts, json.dumps([key[0] for key in keys])))
        else:
            self.driver.executemany(texts.track_one, [(*key, *facts) for key in keys])

    def _maybe_silence(self, table: SyncedTable, texts: _Statements, rows: int) -> None:
        texts.rows += rows
        if texts.may_silence is None and texts.rows >= SILENCE_FROM:
            texts.may_silence = self._silenceable(table)
            if texts.may_silence:
                for name, text in self._triggers(table):
                    self.driver.execute(f"DROP TRIGGER {STYLE.name(name)}")
                    texts.silenced.append(text)

    def _triggers(self, table: SyncedTable) -> list[tuple[str, str]]:
        sql = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY rowid"
        )
        return self.driver.execute(sql, (table.name.name,)).fetchall()

    def _triggers_are_ours(self, table: SyncedTable) -> bool:
        tracked = table.tracking.name
        ours = (f"[{tracked}]", STYLE.name(tracked))
        return all(
            name.endswith("_trigger") and any(quoted in text for quoted in ours) for name, text in self._triggers(table)
        )

    def _silenceable(self, table: SyncedTable) -> bool:
        """Only triggers of ours are there, and no key with an action leads to or from the table (design decision 5)."""
        if self._texts(table).triggered:
            return False
        sql = (
            "SELECT EXISTS (SELECT 1 FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
            ' AND (f."table" = ?1 COLLATE NOCASE OR m.name = ?1 COLLATE NOCASE)'
            " AND (f.on_delete IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
            " OR f.on_update IN ('CASCADE', 'SET NULL', 'SET DEFAULT')))"
        )
        return not self.driver.execute(sql, (table.name.name,)).fetchone()[0]


def _equal(column: SyncedColumn, one: str, other: str) -> str:
    """The condition that two texts are equal letter by letter; a collation may hold more equal, and has the index."""
    if column.type.kind in TEXTUAL:
        return f"{one} = {other} AND {one} = {other} COLLATE BINARY"
    return f"{one} = {other}"


def _is_key(table: SyncedTable, after: int = 0) -> str:
    """The condition that a row has the key whose parameters stand behind so many others."""
    columns = [column for column in table.columns if column.key]
    return " AND ".join(
        _equal(column, STYLE.name(column.name), f"?{after + number}") for number, column in enumerate(columns, 1)
    )


def _on_key(table: SyncedTable, alias: str) -> str:
    """The condition that a row of `alias` has the key of a row of the table of keys."""
    columns = [column for column in table.columns if column.key]
    return " AND ".join(
        _equal(column, f"{alias}.{STYLE.name(column.name)}", f"k.k{place}") for place, column in enumerate(columns)
    )


def _upsert(table: SyncedTable, base: str, *, case_matters: bool) -> str:
    names = table.names
    insert = f"INSERT INTO {base} ({STYLE.names(names)}) VALUES ({STYLE.marks(len(names))})"
    if not table.others:
        return f"{insert} ON CONFLICT ({STYLE.names(table.key)}) DO NOTHING"
    updates = ", ".join(f"{STYLE.name(name)} = excluded.{STYLE.name(name)}" for name in table.others)
    sql = f"{insert} ON CONFLICT ({STYLE.names(table.key)}) DO UPDATE SET {updates}"
    if case_matters:
        # Keys that a collation holds equal are two rows on the server (S26): the second must not replace the first.
        same = " AND ".join(
            f"{base}.{STYLE.name(name)} = excluded.{STYLE.name(name)} COLLATE BINARY" for name in table.key
        )
        sql += f" WHERE {same}"
    return sql


def commit(connection: Connection, task: Task, stamp: int) -> None:
    """Commit; where foreign keys refuse it, roll back and name the rows to blame.

    Raises:
        RowsRefused: with the rows; a refusal that none of them explains is translated as it is.
    """
    try:
        connection.driver.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        held = dangling(connection, task, stamp)
        connection.driver.execute("ROLLBACK")
        if not held:
            raise connection.provider.translate(connection.endpoint, error) from error
        raise RowsRefused(held) from error
    except sqlite3.Error as error:
        connection.rollback()
        raise connection.provider.translate(connection.endpoint, error) from error
