"""Judging staged rows: which of them meet a change that their sender has not seen.

Each question is a statement of its own, after the base rows were locked: it sees what committed while the lock was
waited for (spec: marks and apply, B1).
"""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from dms_pipeline.providers.cascades import Edge, joined, paths, takes_along
from dms_pipeline.providers.replacing import Replacing
from dms_pipeline.providers.rows import folded
from dms_pipeline.sync.changes import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.staged import ForeignKeyFact, Stage, Words
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedTable


class StagedJudging(Replacing):
    """The part of an apply that asks the database; facts of the catalogue are asked once, when a row has come."""

    words: ClassVar[Words]

    @abstractmethod
    def find_keys(self) -> tuple[ForeignKeyFact, ...]:
        """Every foreign key that begins or ends at one of the tables."""

    @abstractmethod
    def numbered(self, select: str, source: str, parameters: tuple[Any, ...]) -> Iterator[list[Row]]:
        """Some columns behind the number of each row of `source`, which ends in a condition, a list at a time."""

    @abstractmethod
    def track_keys(
        self, table: SyncedTable, keys: str, parameters: Row = (), *, tombstone: int, nobodys: bool = False
    ) -> None:
        """Write the tracking rows of the keys that a query gives, as this apply's writer's or as nobody's."""

    @cached_property
    def keys(self) -> tuple[ForeignKeyFact, ...]:
        """The foreign keys around the tables."""
        return self.find_keys()

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The keys with actions between the tables."""
        names = {self.words.quoted(name): name for name in self._tables}
        return tuple(
            Edge(
                child=names[key.child],
                columns=key.columns,
                parent=names[key.parent],
                parent_columns=key.parent_columns,
                cascades=key.on_delete == "c",
            )
            for key in self.keys
            if key.acts and key.child in names and key.parent in names
        )

    def changed_since(self, table: SyncedTable, key: Row, since: Bookmark) -> tuple[Row | None] | None:
        """The row as it is here, if anybody but the sender changed it after a bookmark."""
        words = self.words
        condition, parameters = words.changed_after(since, table)
        own = ", ".join(words.canonical(column, "b") for column in table.columns)
        rows = self.connection.rows(
            f"SELECT b.{words.style.name(table.key[0])} IS NOT NULL, {own} FROM {words.quoted(table.tracking)} t"
            f" LEFT JOIN {words.quoted(table.name)} b ON {words.style.equal(table.key, 'b', 't')}"
            f" WHERE {condition} AND {words.by_another} AND {words.key_is(table, 't')}",
            (*parameters, self.task.writer, *words.key_values(table, key)),
        )
        return None if not rows else (tuple(rows[0][1:]) if rows[0][0] else None,)

    def record_own(self, table: SyncedTable, key: Row, *, exists: bool) -> None:
        """Track a row, or its absence, as changed by this side now."""
        words = self.words
        source = words.quoted(table.name if exists else table.tracking)
        keys = f"SELECT {words.style.names(table.key, 'k.')} FROM {source} k WHERE {words.key_is(table, 'k')}"
        self.track_keys(table, keys, words.key_values(table, key), tombstone=int(not exists), nobodys=True)

    def judge(self, stage: Stage) -> None:
        """Decide the conflicts of a stage; losers leave it."""
        if not self._contested(stage.table):
            return
        source, parameters = self._conflict_source(stage)
        here = f"b.{self.words.style.name(stage.table.key[0])} IS NOT NULL"
        existing = ", ".join(self.words.canonical(column, "b") for column in stage.table.columns)
        width = len(stage.columns)
        lost: list[int] = []
        for rows in self.numbered(f"{here}, {stage.listed('s')}, {existing}", source, parameters):
            for number, is_here, *values in rows:
                staged, there = tuple(values[:width]), tuple(values[width:]) if is_here else None
                key = staged if stage.keys_only else stage.table.key_of(staged)
                if not self.decide(stage.table, key, None if stage.keys_only else staged, there):
                    lost.append(number)
        stage.remove(lost)

    def _conflict_source(self, stage: Stage) -> tuple[str, tuple[Any, ...]]:
        """The staged rows that somebody else changed, with the row that is here, as a FROM clause."""
        words = self.words
        tracked = f"{words.quoted(stage.table.tracking)} t ON {words.style.equal(stage.table.key, 't', 's')}"
        seen = self.task.seen_of(stage.table)
        condition, since = words.changed_after(seen, stage.table)
        if self.task.is_first:
            here = f"b.{words.style.name(stage.table.key[0])} IS NOT NULL"
            deletes = self.task.deletes_after(stage.table)
            deleted, after = ("false", ()) if deletes is None else words.changed_after(deletes, stage.table)
            known = f'({here} OR (t."timestamp" IS NOT NULL AND {deleted}))'
            source = f"{stage.name} s LEFT JOIN {stage.base} b ON {stage.on_base} LEFT JOIN {tracked}"
            return (
                f'{source} WHERE {known} AND (t."timestamp" IS NULL OR ({condition} AND {words.by_another}))',
                (*after, *since, self.task.writer),
            )
        source = f"{stage.name} s JOIN {tracked} LEFT JOIN {stage.base} b ON {stage.on_base}"
        return f"{source} WHERE {condition} AND {words.by_another}", (*since, self.task.writer)

    def _contested(self, table: SyncedTable) -> bool:
        """Anything is here that the sender does not know of: asked first, since mostly nothing is."""
        tracking = self.words.quoted(table.tracking)
        if self.task.is_first:
            sql = f"SELECT EXISTS (SELECT 1 FROM {self.words.quoted(table.name)}) OR EXISTS (SELECT 1 FROM {tracking})"
            return bool(self.connection.value(sql))
        condition, parameters = self.words.changed_after(self.task.seen_of(table), table)
        sql = f"SELECT EXISTS (SELECT 1 FROM {tracking} t WHERE {condition} AND {self.words.by_another})"
        return bool(self.connection.value(sql, (*parameters, self.task.writer)))

    def _set_aside_holding(self, stage: Stage) -> None:
        """Set those keys aside whose delete would take a row along that the sender refused."""
        table, words = stage.table, self.words
        held: dict[int, tuple[Row, str]] = {}
        for path in paths(table.name, self.edges) if stage.rows and self.task.delivery.refused else ():
            victim = self._tables[path[-1].child]
            refused = self.task.delivery.refused.get(victim.name)
            if not refused:
                continue
            theirs = ", ".join(words.canonical(column, "v") for column in victim.columns if column.key)
            rows = self.connection.rows(
                f"SELECT s.dms_n, {stage.listed('s')}, {theirs} FROM {stage.name} s"
                f" JOIN {stage.base} b ON {stage.on_base} {joined(path, words.quoted, words.style)} ORDER BY s.dms_n"
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
        condition, parameters = self.words.changed_after(self.task.seen_of(table), table)
        changed = f't."timestamp" IS NOT NULL AND {condition} AND {self.words.by_another}'
        untracked = 't."timestamp" IS NULL OR ' if self.task.is_first else ""
        return f"({untracked}({changed}))", (*parameters, self.task.writer)

    def take_out_kept(self, stage: Stage) -> None:
        """Keys stay whose delete would take something along that the sender never saw, unless it wins all the same."""
        self._set_aside_holding(stage)
        table, words = stage.table, self.words
        victims: dict[int, tuple[Row, Row, list[tuple[SyncedTable, Row]]]] = {}
        for path in paths(table.name, self.edges) if stage.rows else ():
            victim = self._tables[path[-1].child]
            if not self._contested(victim):
                continue
            condition, parameters = self._unseen(victim)
            own = ", ".join(words.canonical(column, "b") for column in table.columns)
            theirs = ", ".join(words.canonical(column, "v") for column in victim.columns)
            rows = self.connection.rows(
                f"SELECT s.dms_n, {stage.listed('s')}, {own}, {theirs} FROM {stage.name} s"
                f" JOIN {stage.base} b ON {stage.on_base} {joined(path, words.quoted, words.style)}"
                f" LEFT JOIN {words.quoted(victim.tracking)} t ON {words.style.equal(victim.key, 'v', 't')}"
                f" WHERE {condition} ORDER BY s.dms_n",
                parameters,
            )
            key, row = len(stage.columns), len(stage.columns) + len(table.columns)
            for number, *values in rows:
                found = victims.setdefault(number, (tuple(values[:key]), tuple(values[key:row]), []))
                found[2].append((victim, tuple(values[row:])))
        kept = [number for number, (key, row, found) in victims.items() if self.keeps(table, key, row, found)]
        if kept:
            among, numbers = words.among(kept)
            keys = f"SELECT {words.style.names(table.key, 's.')} FROM {stage.name} s WHERE s.dms_n {among}"
            self.track_keys(table, keys, numbers, tombstone=0, nobodys=True)
            stage.remove(kept)
