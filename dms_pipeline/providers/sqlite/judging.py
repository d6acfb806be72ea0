"""Judging rows in SQLite: which of a batch meet a change that their sender has not seen, and the texts for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.cascades import Edge, has_children, joined, paths, takes_along
from dms_pipeline.providers.replacing import Replacing
from dms_pipeline.providers.rows import folded
from dms_pipeline.providers.sqlite.foreign_keys import edges, refusing
from dms_pipeline.providers.sqlite.marks import changed_after
from dms_pipeline.providers.sqlite.spelling import Spelling
from dms_pipeline.providers.sqlite.triggers import all_triggers, own_triggers
from dms_pipeline.providers.sqlite.values import STYLE, canonical, unfit
from dms_pipeline.schema.types import TEXTUAL
from dms_pipeline.sync.changes import BATCH_ROWS, ChangeKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.sqlite.values import Unfit
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values


@dataclass(slots=True)
class Statements:
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


class Judging(Replacing):
    """The part of an apply that asks the database; texts and facts of a table are made once."""

    def __init__(self, connection: Connection, task: Task, stamp: int) -> None:
        super().__init__(connection, task, stamp)
        self.driver: sqlite3.Connection = connection.driver
        self._statements: dict[TableName, Statements] = {}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The keys with actions between the tables."""
        return edges(self.connection, self._tables.values())

    @cached_property
    def refusing(self) -> tuple[Edge, ...]:
        """The keys without an action that lead to the tables."""
        return refusing(self.connection, self._tables.values())

    def changed_since(self, table: SyncedTable, key: Row, since: Bookmark) -> tuple[Row | None] | None:
        """The row as it is here, if anybody but the sender changed it after a bookmark."""
        texts = self.texts(table)
        (key,) = texts.spelling.keys([key])
        here = f"b.{STYLE.name(table.key[0])} IS NOT NULL"
        own = ", ".join(canonical(column, "b") for column in table.columns)
        same_key = " AND ".join(f"t.{STYLE.name(name)} = ?" for name in table.key)
        condition, parameters = changed_after(since, "t")
        sql = (
            f"SELECT {here}, {own} FROM {STYLE.name(table.tracking.name)} t LEFT JOIN {STYLE.name(table.name.name)} b"
            f" ON {STYLE.equal(table.key, 'b', 't')}"
            f' WHERE {same_key} AND {condition} AND t."update_scope_id" IS NOT ?'
        )
        found = self.driver.execute(sql, (*key, *parameters, self.task.writer)).fetchone()
        return None if found is None else (tuple(found[1:]) if found[0] else None,)

    def record_own(self, table: SyncedTable, key: Row, *, exists: bool) -> None:
        """Track a row, or its absence, as changed by this side now."""
        self.track(table, self.texts(table), [key], tombstone=int(not exists), nobodys=True)

    def texts(self, table: SyncedTable) -> Statements:
        """What is known of a table."""
        found = self._statements.get(table.name)
        if found is None:
            found = self._statements[table.name] = self._make_texts(table)
        return found

    def _make_texts(self, table: SyncedTable) -> Statements:
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
        return Statements(
            upsert=_upsert(table, base, case_matters=case_matters),
            delete=f"DELETE FROM {base} WHERE {is_key(table)}",
            track=f"{head} SELECT value, ?, ?, ?, datetime('now') FROM json_each(?) WHERE true{tail}",
            track_one=f"{head} VALUES ({STYLE.marks(len(table.key))}, ?, ?, ?, datetime('now')){tail}",
            find_exact=f"SELECT 1 FROM {base} WHERE {is_key(table)}",
            find_conflicts=conflicts,
            conflict_parameters=parameters,
            checks=unfit(table),
            spelling=Spelling(self.driver, table),
            case_matters=case_matters,
            triggered=len(own_triggers(self.connection, table)) < len(all_triggers(self.connection, table)),
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
        on_base, on_tracking = on_key(table, "b"), on_key(table, "t")
        here = f"b.{STYLE.name(table.key[0])} IS NOT NULL"
        select = f"SELECT k.n, {here}, {own} FROM temp.dms_keys k"
        seen = self.task.seen_of(table)
        condition, parameters = changed_after(seen, "t")
        if self.task.is_first:
            deletes = self.task.deletes_after(table)
            deleted, after = ("0", ()) if deletes is None else changed_after(deletes, "t")
            sql = (
                f"{select} LEFT JOIN {base} b ON {on_base}"
                f" LEFT JOIN {tracking} t ON {on_tracking}"
                f' WHERE ({here} OR (t."timestamp" IS NOT NULL AND {deleted}))'
                f' AND (t."timestamp" IS NULL OR ({condition} AND t."update_scope_id" IS NOT ?))'
            )
            return sql, (*after, *parameters, self.task.writer)
        sql = (
            f"{select} JOIN {tracking} t ON {on_tracking} LEFT JOIN {base} b ON {on_base}"
            f' WHERE {condition} AND t."update_scope_id" IS NOT ?'
        )
        return sql, (*parameters, self.task.writer)

    def load_keys(self, keys: Values) -> None:
        """Put keys where a statement can join them, numbered by their place."""
        width = len(keys[0])
        names = ", ".join(f"k{place}" for place in range(width))
        self.driver.execute("DROP TABLE IF EXISTS temp.dms_keys")
        self.driver.execute(f"CREATE TEMP TABLE dms_keys (n INTEGER PRIMARY KEY, {names})")
        marks = STYLE.marks(width)
        self.driver.executemany(
            f"INSERT INTO temp.dms_keys (n, {names}) VALUES (?, {marks})",
            [(place, *key) for place, key in enumerate(keys)],
        )

    def judged(self, table: SyncedTable, texts: Statements, rows: Values) -> Values:
        """The rows of a batch that are to be written; losers are left out."""
        keys = table.keys_of(rows)
        self.load_keys(keys)
        lost = set()
        for number, here, *own in self.driver.execute(texts.find_conflicts, texts.conflict_parameters).fetchall():
            if not self.decide(table, keys[number], rows[number], tuple(own) if here else None):
                lost.add(number)
        return [row for number, row in enumerate(rows) if number not in lost] if lost else rows

    def judged_deletes(self, table: SyncedTable, texts: Statements, keys: Values) -> Values:
        """The keys of a batch that are to be deleted; losers are left out."""
        if not keys:
            return keys
        self.load_keys(keys)
        lost = set()
        for number, here, *own in self.driver.execute(texts.find_conflicts, texts.conflict_parameters).fetchall():
            if not self.decide(table, keys[number], None, tuple(own) if here else None):
                lost.add(number)
        return [key for number, key in enumerate(keys) if number not in lost]

    def _without_holding(self, table: SyncedTable, keys: Values) -> Values:
        """The keys whose delete takes no row along that the sender refused; the others are set aside."""
        held: dict[int, str] = {}
        for path in paths(table.name, self.edges) if self.task.delivery.refused else ():
            victim = self._tables[path[-1].child]
            refused = self.task.delivery.refused.get(victim.name)
            if not refused:
                continue
            self.load_keys(keys)
            theirs = ", ".join(canonical(column, "v") for column in victim.columns if column.key)
            sql = (
                f"SELECT k.n, {theirs} FROM temp.dms_keys k JOIN {STYLE.name(table.name.name)} b"
                f" ON {on_key(table, 'b')} {joined(path, lambda name: STYLE.name(name.name), STYLE)}"
            )
            for number, *key in self.driver.execute(sql).fetchall():
                if folded(victim, tuple(key)) in refused:
                    held[number] = takes_along(victim, tuple(key))
        for number, reason in held.items():
            self.fail(table, ChangeKind.DELETE, keys[number], reason)
        return [key for number, key in enumerate(keys) if number not in held]

    def _without_refused(self, table: SyncedTable, keys: Values) -> Values:
        """The keys whose delete takes no row along that others refer to: at the commit, nobody could say which did."""
        refused: dict[int, str] = {}
        cascading = [path for path in paths(table.name, self.edges) if keys and path[-1].cascades]
        reached = {path[-1].child for path in cascading}
        for path in cascading:
            for edge in self.refusing:
                if edge.parent != path[-1].child or edge.child in reached:  # what goes along refuses nothing
                    continue
                self.load_keys(keys)
                way = joined((*path, edge), lambda name: STYLE.name(name.name), STYLE)
                sql = (
                    f"SELECT DISTINCT k.n FROM temp.dms_keys k JOIN {STYLE.name(table.name.name)} b"
                    f" ON {on_key(table, 'b')} {way}"
                )
                refused |= {number: has_children(edge.child.name) for (number,) in self.driver.execute(sql).fetchall()}
        for number, reason in refused.items():
            self.fail(table, ChangeKind.DELETE, keys[number], reason)
        return [key for number, key in enumerate(keys) if number not in refused]

    def _unseen(self, table: SyncedTable) -> tuple[str, tuple[Any, ...]]:
        """The condition that a row, with its tracking row or NULLs as `t`, is nothing that the sender has seen."""
        condition, parameters = changed_after(self.task.seen_of(table), "t")
        changed = f't."timestamp" IS NOT NULL AND {condition} AND t."update_scope_id" IS NOT ?'
        untracked = 't."timestamp" IS NULL OR ' if self.task.is_first else ""
        return f"({untracked}({changed}))", (*parameters, self.task.writer)

    def without_kept(self, table: SyncedTable, texts: Statements, keys: Values) -> Values:
        """The keys whose delete takes nothing along that the sender never saw, or wins all the same."""
        keys = self._without_holding(table, keys)
        if not keys:
            return keys
        victims: dict[int, tuple[Row, list[tuple[SyncedTable, Row]]]] = {}
        for path in paths(table.name, self.edges):
            victim = self._tables[path[-1].child]
            if not self.texts(victim).contested:
                continue
            self.load_keys(keys)
            condition, parameters = self._unseen(victim)
            own = ", ".join(canonical(column, "b") for column in table.columns)
            theirs = ", ".join(canonical(column, "v") for column in victim.columns)
            sql = (
                f"SELECT k.n, {own}, {theirs} FROM temp.dms_keys k JOIN {STYLE.name(table.name.name)} b"
                f" ON {on_key(table, 'b')} {joined(path, lambda name: STYLE.name(name.name), STYLE)}"
                f" LEFT JOIN {STYLE.name(victim.tracking.name)} t ON {STYLE.equal(victim.key, 'v', 't')}"
                f" WHERE {condition}"
            )
            width = len(table.columns)
            for number, *row in self.driver.execute(sql, parameters).fetchall():
                found = victims.setdefault(number, (tuple(row[:width]), []))
                found[1].append((victim, tuple(row[width:])))
        kept = {number for number, (row, found) in victims.items() if self.keeps(table, keys[number], row, found)}
        if kept:
            self.track(table, texts, [keys[number] for number in sorted(kept)], tombstone=0, nobodys=True)
        return self._without_refused(table, [key for number, key in enumerate(keys) if number not in kept])

    def track(
        self, table: SyncedTable, texts: Statements, keys: Values, *, tombstone: int, nobodys: bool = False
    ) -> None:
        """Write the tracking rows of some keys, over what triggers wrote."""
        facts = (None if nobodys else self.writer, self.stamp, tombstone)
        if len(keys) > 1 and len(table.key) == 1 and not isinstance(keys[0][0], (bytes, float)):
            self.driver.execute(texts.track, (*facts, json.dumps([key[0] for key in keys])))
        else:
            self.driver.executemany(texts.track_one, [(*key, *facts) for key in keys])

    def beyond(self, table: SyncedTable, spared: Bookmark | None) -> Iterator[Values]:
        """The keys of the rows that this apply has not written, copied first: it deletes while it reads."""
        width = len(table.key)
        names = ", ".join(f"k{place}" for place in range(width))
        condition, parameters = ("0", ()) if spared is None else changed_after(spared, "t")
        self.driver.execute("DROP TABLE IF EXISTS temp.dms_beyond")
        self.driver.execute(f"CREATE TEMP TABLE dms_beyond (n INTEGER PRIMARY KEY, {names})")
        self.driver.execute(
            f"INSERT INTO temp.dms_beyond ({names}) SELECT {STYLE.names(table.key, 'b.')}"
            f" FROM {STYLE.name(table.name.name)} b LEFT JOIN {STYLE.name(table.tracking.name)} t"
            f' ON {STYLE.equal(table.key, "b", "t")} WHERE t."timestamp" IS NOT ?'
            f' AND ({condition} AND t."update_scope_id" IS NULL) IS NOT 1',
            (self.stamp, *parameters),
        )
        last = 0
        sql = f"SELECT n, {names} FROM temp.dms_beyond WHERE n > ? ORDER BY n LIMIT {BATCH_ROWS}"
        while rows := self.driver.execute(sql, (last,)).fetchall():
            last = rows[-1][0]
            yield [tuple(row[1:]) for row in rows]

    def present(self, table: SyncedTable, keys: Values) -> Values:
        """The keys that have a row here; deleting what is not there leaves no trace."""
        if not keys:
            return keys
        self.load_keys(keys)
        names = ", ".join(f"k.k{place}" for place in range(len(table.key)))
        base = STYLE.name(table.name.name)
        sql = f"SELECT {names} FROM temp.dms_keys k JOIN {base} b ON {on_key(table, 'b')} ORDER BY k.n"
        return self.driver.execute(sql).fetchall()


def _equal(column: SyncedColumn, one: str, other: str) -> str:
    """The condition that two texts are equal letter by letter; a collation may hold more equal, and has the index."""
    if column.type.kind in TEXTUAL:
        return f"{one} = {other} AND {one} = {other} COLLATE BINARY"
    return f"{one} = {other}"


def is_key(table: SyncedTable, after: int = 0) -> str:
    """The condition that a row has the key whose parameters stand behind so many others."""
    columns = [column for column in table.columns if column.key]
    return " AND ".join(
        _equal(column, STYLE.name(column.name), f"?{after + number}") for number, column in enumerate(columns, 1)
    )


def on_key(table: SyncedTable, alias: str) -> str:
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
