"""Writing a delivery into SQLite: batch by batch, judged before it is written, tracked after it.

Per batch of a table (spec: marks and apply, B1 to B4; BEGIN IMMEDIATE makes judging and writing one):

1. Values that SQLite would alter are set aside; uuids are respelled as the file has them (`spelling`).
2. Where anything was changed here since the sender looked, the batch's keys are held against the tracking table, and
   conflicts are decided. Where nothing was, no row is asked.
3. One `executemany` of `INSERT … ON CONFLICT DO UPDATE`. If it fails, the batch goes again row by row.
4. One statement writes the batch's tracking rows, over what our triggers wrote.

Deletes go the same way, of the keys that are here alone; before 3, keys stay whose delete would take rows along that
the sender never saw or has refused (`judging`).

The triggers of ours on a table that many rows come to are dropped for the duration and put back before the commit:
nobody can see it, since the file is locked, and their work is overwritten anyway. Never where the table has triggers of
an application, where keys with actions lead to it or from it, or while rows that failed are tried again.

Foreign keys are checked when the transaction ends, so rows of cycles and self references may come in any order. If the
commit is refused, the rows to blame are found among those written (their tracking rows carry this apply's stamp).
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers import recording
from dms_pipeline.providers.applying import KEPT_IN, KEPT_OUT
from dms_pipeline.providers.parking import parking_places
from dms_pipeline.providers.rows import same_row
from dms_pipeline.providers.sqlite.foreign_keys import dangling
from dms_pipeline.providers.sqlite.judging import Judging, Statements, is_key, on_key
from dms_pipeline.providers.sqlite.marks import STAMP
from dms_pipeline.providers.sqlite.triggers import own_triggers
from dms_pipeline.providers.sqlite.values import STYLE, canonical
from dms_pipeline.sync.changes import ChangeKind
from dms_pipeline.sync.peers import RowsRefused

if TYPE_CHECKING:
    from dms_pipeline.providers.changes import Outcome, Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.parking import ParkingPlace
    from dms_pipeline.providers.recording import Recorders
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable, Values

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
    connection.begin("BEGIN IMMEDIATE", "PRAGMA defer_foreign_keys = ON")


def apply(connection: Connection, task: Task) -> Outcome:
    """Write a delivery inside a transaction that `begin_write` began."""
    stamp = int(connection.value(f"SELECT {STAMP}"))
    with connection.translated():
        return _SqliteApplication(connection, task, stamp).run()


class _SqliteApplication(Judging):
    """An apply into one SQLite file."""

    _sound: dict[TableName, Recorders] | None = None  # what was noted before the first trigger was dropped

    def run(self) -> Outcome:
        """Do all of it, and put every trigger back."""
        self.driver.execute("DROP TABLE IF EXISTS temp.dms_keys")
        outcome = super().run()
        for statements in self._statements.values():
            for text in statements.silenced:
                self.driver.execute(text)
        if self._sound is not None:
            recording.renote(self.connection, self._sound)
        return outcome

    def upsert(self, table: SyncedTable, rows: Values) -> None:
        """Judge, write and track one batch."""
        texts = self.texts(table)
        rows = self._fit(table, texts, rows)
        if texts.contested:
            rows = self.judged(table, texts, rows)
        if not rows:
            return
        self._maybe_silence(table, texts, len(rows))
        if self._write(texts, rows):
            kept_out = self._track_written(table, texts, rows)
            for row in kept_out:
                self.fail(table, ChangeKind.UPSERT, row, KEPT_OUT)
            self.written(table, len(rows) - len(kept_out))
            return
        for row in rows:
            reason = self._write_one(table, texts, row)
            if reason is not None:
                self.fail(table, ChangeKind.UPSERT, row, reason)

    def end_upserts(self, group: tuple[SyncedTable, ...]) -> None:
        """Everything is written already."""

    def end_deletes(self, group: tuple[SyncedTable, ...]) -> None:
        """Everything is deleted already."""

    def delete(self, table: SyncedTable, keys: Values) -> None:
        """Judge, delete and track one batch."""
        texts = self.texts(table)
        present = self._judged_keys(table, texts, texts.spelling.keys(keys))
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
        kept_in = self.present(table, present) if texts.triggered else []
        for key in kept_in:
            self.fail(table, ChangeKind.DELETE, key, KEPT_IN)
        gone = [key for key in present if key not in kept_in]
        self.track(table, texts, gone, tombstone=1)
        self.counts[table.name].deletes += len(gone)

    def judged_aside(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        """Of rows that are to be set aside, those that would be written."""
        texts = self.texts(table)
        if kind is ChangeKind.DELETE:
            return self._judged_keys(table, texts, texts.spelling.keys(rows))
        return self.judged(table, texts, texts.spelling.rows(rows)) if texts.contested else rows

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
        texts = self.texts(table)
        (key,) = texts.spelling.keys([key])
        sets = ", ".join(f"{STYLE.name(name)} = ?" for name in values)
        sql = f"UPDATE {STYLE.name(table.name.name)} SET {sets} WHERE {is_key(table, len(values))}"
        try:
            found = self.driver.execute(sql, (*values.values(), *key)).rowcount
        except ROW_ERRORS:  # SQLite undoes the one statement by itself
            return False
        if found:
            self.track(table, texts, [key], tombstone=0)
        return bool(found)

    def _fit(self, table: SyncedTable, texts: Statements, rows: Values) -> Values:
        if texts.checks:
            unfit_rows = texts.checks.rows(rows)
            if unfit_rows:
                for row, reason in unfit_rows:
                    self.fail(table, ChangeKind.UPSERT, row, reason)
                bad = {id(row) for row, _ in unfit_rows}
                rows = [row for row in rows if id(row) not in bad]
        return texts.spelling.rows(rows)

    def _judged_keys(self, table: SyncedTable, texts: Statements, keys: Values) -> Values:
        present = self.present(table, keys)
        if texts.contested:
            present = self.judged_deletes(table, texts, present)
        return self.without_kept(table, texts, present) if present and self.edges else present

    # Writing.

    def _write(self, texts: Statements, rows: Values) -> bool:
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

    def _write_one(self, table: SyncedTable, texts: Statements, row: Row) -> str | None:
        self.driver.execute("SAVEPOINT dms_row")
        reason = None
        try:
            key = table.key_of(row)
            nothing = self.driver.execute(texts.upsert, row).rowcount == 0
            if nothing and texts.case_matters and not self.driver.execute(texts.find_exact, key).fetchone():
                reason = DIFFERS_IN_CASE
            elif self._track_written(table, texts, [row]):
                reason = KEPT_OUT
        except ROW_ERRORS as error:
            reason = str(error)
        if reason is not None:
            self.driver.execute("ROLLBACK TO dms_row")
        self.driver.execute("RELEASE dms_row")
        if reason is None:
            self.written(table, 1)
        return reason

    def _delete_one(self, table: SyncedTable, texts: Statements, key: Row) -> str | None:
        self.driver.execute("SAVEPOINT dms_row")
        try:
            gone = self.driver.execute(texts.delete, key).rowcount
        except ROW_ERRORS as error:
            self.driver.execute("ROLLBACK TO dms_row")
            self.driver.execute("RELEASE dms_row")
            return str(error)
        self.driver.execute("RELEASE dms_row")
        if texts.triggered and self.present(table, [key]):
            return KEPT_IN
        if gone:
            self.track(table, texts, [key], tombstone=1)
            self.counts[table.name].deletes += 1
        return None

    def _track_written(self, table: SyncedTable, texts: Statements, rows: Values) -> Values:
        """Track what was upserted; the rows that an application's trigger keeps out, untracked.

        A row that a trigger has altered is nobody's, so that the sender gets it (B2).
        """
        altered: Values = []
        kept_out: Values = []
        if texts.triggered:
            self.load_keys(table.keys_of(rows))
            own = ", ".join(canonical(column, "b") for column in table.columns)
            base = STYLE.name(table.name.name)
            sql = f"SELECT k.n, {own} FROM temp.dms_keys k JOIN {base} b ON {on_key(table, 'b')}"
            there = {number: tuple(found) for number, *found in self.driver.execute(sql).fetchall()}
            altered = [rows[number] for number, found in there.items() if not same_row(table, rows[number], found)]
            kept_out = [row for number, row in enumerate(rows) if number not in there]
            rows = [rows[number] for number in sorted(there)]
        if rows:
            self.track(table, texts, table.keys_of(rows), tombstone=0)
        if altered:
            self.track(table, texts, table.keys_of(altered), tombstone=0, nobodys=True)
        return kept_out

    def _maybe_silence(self, table: SyncedTable, texts: Statements, rows: int) -> None:
        if self.trying_again:  # inside a savepoint that may bring the triggers back
            return
        texts.rows += rows
        if texts.may_silence is None and texts.rows >= SILENCE_FROM:
            texts.may_silence = self._silenceable(table)
            if texts.may_silence:
                if self._sound is None:
                    self._sound = recording.sound(self.connection, ())
                for name, text in own_triggers(self.connection, table):
                    self.driver.execute(f"DROP TRIGGER {STYLE.name(name)}")
                    texts.silenced.append(text)

    def _silenceable(self, table: SyncedTable) -> bool:
        """Only triggers of ours are there, and no key with an action leads to or from the table (design decision 5)."""
        if self.texts(table).triggered:
            return False
        sql = (
            "SELECT EXISTS (SELECT 1 FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
            ' AND (f."table" = ?1 COLLATE NOCASE OR m.name = ?1 COLLATE NOCASE)'
            " AND (f.on_delete IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
            " OR f.on_update IN ('CASCADE', 'SET NULL', 'SET DEFAULT')))"
        )
        return not self.driver.execute(sql, (table.name.name,)).fetchone()[0]


def commit(connection: Connection, task: Task, stamp: int) -> None:
    """Commit; where foreign keys refuse it, roll back and name the rows to blame.

    Raises:
        RowsRefused: with the rows; a refusal that none of them explains is translated as it is.
    """
    try:
        connection.driver.execute("COMMIT")
    except sqlite3.Error as error:
        try:
            held = dangling(connection, task, stamp) if isinstance(error, sqlite3.IntegrityError) else {}
        finally:
            connection.rollback()
        if held:
            raise RowsRefused(held) from error
        raise connection.provider.translate(connection.endpoint, error) from error
