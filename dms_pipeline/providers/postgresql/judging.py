"""Judging staged rows in PostgreSQL: which of them meet a change that their sender has not seen.

Each question is a statement of its own, after the base rows were locked: it sees what committed while the lock was
waited for (spec: marks and apply, B1).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.cascades import Edge, joined, paths, takes_along
from dms_pipeline.providers.postgresql import staging
from dms_pipeline.providers.postgresql.catalog import column_types, foreign_keys
from dms_pipeline.providers.postgresql.marks import changed_after
from dms_pipeline.providers.postgresql.values import STYLE, canonical, qualified
from dms_pipeline.providers.replacing import Replacing
from dms_pipeline.providers.rows import folded
from dms_pipeline.sync.changes import BATCH_ROWS, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.postgresql.catalog import ColumnType, ForeignKeyFact
    from dms_pipeline.providers.postgresql.staging import Stage
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedColumn, SyncedTable, Values


class Judging(Replacing):
    """The part of an apply that asks the database; facts of the catalogue are asked once, when a row has come."""

    @cached_property
    def types(self) -> dict[TableName, dict[str, ColumnType]]:
        """The types of all columns."""
        return column_types(self.connection, self._tables.values())

    @cached_property
    def keys(self) -> tuple[ForeignKeyFact, ...]:
        """The foreign keys around the tables."""
        return foreign_keys(self.connection, self._tables.values())

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The keys with actions between the tables."""
        names = {qualified(name): name for name in self._tables}
        return tuple(
            Edge(
                child=names[key.child],
                columns=key.columns,
                parent=names[key.parent],
                parent_columns=key.parent_columns,
                cascades=key.on_delete == "c",
            )
            for key in self.keys
            if key.on_delete in "cnd" and key.child in names and key.parent in names
        )

    def changed_since(self, table: SyncedTable, key: Row, since: Bookmark) -> tuple[Row | None] | None:
        """The row as it is here, if anybody but the sender changed it after a bookmark."""
        condition, parameters = changed_after(since, "t")
        columns = [column for column in table.columns if column.key]
        own = ", ".join(canonical(column, "b") for column in table.columns)
        rows = self.connection.rows(
            f"SELECT b.{STYLE.name(table.key[0])} IS NOT NULL, {own} FROM {qualified(table.tracking)} t"
            f" LEFT JOIN {qualified(table.name)} b ON {STYLE.equal(table.key, 'b', 't')}"
            f' WHERE {condition} AND t."update_scope_id" IS DISTINCT FROM %s::uuid AND {is_key(columns, "t")}',
            (*parameters, self.task.writer, *key),
        )
        return None if not rows else (tuple(rows[0][1:]) if rows[0][0] else None,)

    def record_own(self, table: SyncedTable, key: Row, *, exists: bool) -> None:
        """Track a row, or its absence, as changed by this side now."""
        columns = [column for column in table.columns if column.key]
        source = qualified(table.name if exists else table.tracking)
        keys = f"SELECT {STYLE.names(table.key, 'k.')} FROM {source} k WHERE {is_key(columns, 'k')}"
        facts = (None, self.stamp)
        staging.track(self.connection, table, keys, facts, tombstone=int(not exists), parameters=key)

    def judge(self, stage: Stage) -> None:
        """Decide the conflicts of a stage; losers leave it."""
        if not self._contested(stage.table):
            return
        source, parameters = self._conflict_source(stage)
        here = f"b.{STYLE.name(stage.table.key[0])} IS NOT NULL"
        existing = ", ".join(canonical(column, "b") for column in stage.table.columns)
        self.connection.execute(
            f"DECLARE dms_conflicts NO SCROLL CURSOR FOR SELECT s.dms_n, {here}, {stage.listed('s')}, {existing}"
            f" FROM {source} ORDER BY s.dms_n",
            parameters,
        )
        width = len(stage.columns)
        lost: list[int] = []
        while rows := self.connection.rows(f"FETCH {BATCH_ROWS} FROM dms_conflicts"):
            for number, is_here, *values in rows:
                staged, there = tuple(values[:width]), tuple(values[width:]) if is_here else None
                key = staged if stage.keys_only else stage.table.key_of(staged)
                if not self.decide(stage.table, key, None if stage.keys_only else staged, there):
                    lost.append(number)
        self.connection.execute("CLOSE dms_conflicts")
        stage.remove(lost)

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

    def _conflict_source(self, stage: Stage) -> tuple[str, tuple[Any, ...]]:
        """The staged rows that somebody else changed, with the row that is here, as a FROM clause."""
        tracked = f"{qualified(stage.table.tracking)} t ON {STYLE.equal(stage.table.key, 't', 's')}"
        other = 't."update_scope_id" IS DISTINCT FROM %s::uuid'
        seen = self.task.seen_of(stage.table)
        condition, since = changed_after(seen, "t")
        if self.task.is_first:
            here = f"b.{STYLE.name(stage.table.key[0])} IS NOT NULL"
            deletes = self.task.deletes_after(stage.table)
            deleted, after = ("false", ()) if deletes is None else changed_after(deletes, "t")
            source = f"{stage.name} s LEFT JOIN {stage.base} b ON {stage.on_base} LEFT JOIN {tracked}"
            known = f'({here} OR (t."timestamp" IS NOT NULL AND {deleted}))'
            return (
                f'{source} WHERE {known} AND (t."timestamp" IS NULL OR ({condition} AND {other}))',
                (*after, *since, self.task.writer),
            )
        source = f"{stage.name} s JOIN {tracked} LEFT JOIN {stage.base} b ON {stage.on_base}"
        return f"{source} WHERE {condition} AND {other}", (*since, self.task.writer)

    def _contested(self, table: SyncedTable) -> bool:
        """Anything is here that the sender does not know of: asked first, since mostly nothing is."""
        if self.task.is_first:
            base, tracking = qualified(table.name), qualified(table.tracking)
            sql = f"SELECT EXISTS (SELECT 1 FROM {base}) OR EXISTS (SELECT 1 FROM {tracking})"
            return bool(self.connection.value(sql))
        condition, parameters = changed_after(self.task.seen_of(table), "t")
        sql = (
            f"SELECT EXISTS (SELECT 1 FROM {qualified(table.tracking)} t"
            f' WHERE {condition} AND t."update_scope_id" IS DISTINCT FROM %s::uuid)'
        )
        return bool(self.connection.value(sql, (*parameters, self.task.writer)))

    def _set_aside_holding(self, stage: Stage) -> None:
        """Set those keys aside whose delete would take a row along that the sender refused."""
        table = stage.table
        held: dict[int, tuple[Row, str]] = {}
        for path in paths(table.name, self.edges) if stage.rows and self.task.delivery.refused else ():
            victim = self._tables[path[-1].child]
            refused = self.task.delivery.refused.get(victim.name)
            if not refused:
                continue
            theirs = ", ".join(canonical(column, "v") for column in victim.columns if column.key)
            rows = self.connection.rows(
                f"SELECT s.dms_n, {stage.listed('s')}, {theirs} FROM {stage.name} s"
                f" JOIN {stage.base} b ON {stage.on_base} {joined(path, qualified, STYLE)} ORDER BY s.dms_n"
            )
            for number, *values in rows:
                own, key = tuple(values[: len(stage.columns)]), tuple(values[len(stage.columns) :])
                if folded(victim, key) in refused:
                    held[number] = (own, takes_along(victim, key))
        for own, reason in held.values():
            self.fail(table, ChangeKind.DELETE, own, reason)
        stage.remove(list(held))

    def _unseen(self, table: SyncedTable) -> tuple[str, tuple[Any, ...]]:
        """The condition that a row, with its tracking row or NULLs as `t`, is nothing that the sender has seen."""
        condition, parameters = changed_after(self.task.seen_of(table), "t")
        changed = f't."timestamp" IS NOT NULL AND {condition} AND t."update_scope_id" IS DISTINCT FROM %s::uuid'
        untracked = 't."timestamp" IS NULL OR ' if self.task.is_first else ""
        return f"({untracked}({changed}))", (*parameters, self.task.writer)

    def take_out_kept(self, stage: Stage) -> None:
        """Keys stay whose delete would take something along that the sender never saw, unless it wins all the same."""
        self._set_aside_holding(stage)
        table = stage.table
        victims: dict[int, tuple[Row, Row, list[tuple[SyncedTable, Row]]]] = {}
        for path in paths(table.name, self.edges) if stage.rows else ():
            victim = self._tables[path[-1].child]
            if not self._contested(victim):
                continue
            condition, parameters = self._unseen(victim)
            own = ", ".join(canonical(column, "b") for column in table.columns)
            theirs = ", ".join(canonical(column, "v") for column in victim.columns)
            rows = self.connection.rows(
                f"SELECT s.dms_n, {stage.listed('s')}, {own}, {theirs} FROM {stage.name} s"
                f" JOIN {stage.base} b ON {stage.on_base} {joined(path, qualified, STYLE)}"
                f" LEFT JOIN {qualified(victim.tracking)} t ON {STYLE.equal(victim.key, 'v', 't')}"
                f" WHERE {condition} ORDER BY s.dms_n",
                parameters,
            )
            key, row = len(stage.columns), len(stage.columns) + len(table.columns)
            for number, *values in rows:
                found = victims.setdefault(number, (tuple(values[:key]), tuple(values[key:row]), []))
                found[2].append((victim, tuple(values[row:])))
        kept = [number for number, (key, row, found) in victims.items() if self.keeps(table, key, row, found)]
        if kept:
            keys = f"SELECT {STYLE.names(table.key, 's.')} FROM {stage.name} s WHERE s.dms_n = ANY(%s)"
            staging.track(self.connection, table, keys, (None, self.stamp), tombstone=0, parameters=(kept,))
            stage.remove(kept)


def is_key(columns: list[SyncedColumn], alias: str) -> str:
    """The condition that a row has a key, given as parameters in canonical form."""
    return " AND ".join(f"{canonical(column, alias)} = %s" for column in columns)
