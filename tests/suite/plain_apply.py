"""An apply row by row: slow and obvious, what the set-based ones of the providers must equal.

Each row is locked, judged, written and tracked before the next one is looked at; keys are checked at once. A row that
is refused is tried again after all others, as long as any goes in; rows that hold each other's unique values then let
go of them, all at once, and if one of them stays out nevertheless, it is left out of that.

Rows of one table that refer to each other go in, or away, together: without their references first.

A row that was kept aside earlier comes after those of its table that come now, unless it was changed here since, or one
of those is newer than it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import DmsError
from dms_pipeline.sync.changes import ChangeKind
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.suite.shape import BY_NAME, SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from tests.suite.shape import Key, Shape, Values

STAMP = 7_777  # of a clock that nothing else shows; later than all that is here before


@dataclass(frozen=True, slots=True)
class Change:
    """One row on its way: None for a delete."""

    key: Key
    row: Values | None

    @property
    def kind(self) -> ChangeKind:
        """As a provider calls it."""
        return ChangeKind.DELETE if self.row is None else ChangeKind.UPSERT


@dataclass(frozen=True, slots=True)
class Lost:
    """A conflict as the applying side saw it."""

    key: Key
    incoming: Values | None
    existing: Values | None
    incoming_won: bool


def own_references(shape: Shape) -> frozenset[str]:
    """The columns of a table that refer to the table itself."""
    return frozenset(reference.column for reference in shape.references if reference.parent == shape.name)


@dataclass(slots=True)
class PlainApply:
    """One apply inside a transaction that the caller began; `tables` are names, parents first.

    What it leaves: conflicts, rows that failed, rows kept aside that were not tried, and counts by table and fact.
    """

    connection: Connection
    task: Task
    tables: tuple[str, ...]
    lock: str  # what makes a SELECT lock its row
    triggered: frozenset[str]  # tables with triggers of an application
    lost: list[Lost] = field(default_factory=list)
    failed: list[Change] = field(default_factory=list)
    left: list[Change] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _kept: set[Change] = field(default_factory=set)
    _kept_before: dict[Key, Values] = field(default_factory=dict)
    _decided: set[tuple[Key, Values | None]] = field(default_factory=set)

    def run(self, changes: Iterable[Change]) -> None:
        """Apply upserts parents first, deletes children first."""
        changes = list(changes)
        kept = list(self._take_kept())
        upserted, deleted = ({one.key for one in changes if (one.row is None) is gone} for gone in (False, True))
        self.left = [one for one in self.left if one.key not in upserted | deleted]
        kept = [one for one in kept if one.key not in upserted]
        self._kept = set(kept)
        self._upserts(changes, kept)
        # A delete comes after the upserts, and so after what was kept aside of its row.
        self.failed = [one for one in self.failed if one.key not in deleted]
        kept = [one for one in kept if one.key not in deleted]
        self._kept = set(kept)
        self._deletes(changes, kept)
        self._passes()
        stuck = [change for change in self.failed if change.row is not None]
        while stuck:
            before, counts = list(self.failed), Counter(self.counts)
            lost, decided = list(self.lost), set(self._decided)
            self.connection.execute("SAVEPOINT plain_park")
            parked = [change for change in stuck if self._let_go(change)]
            if parked:
                self._passes()
            still = [change for change in parked if change in self.failed]
            if still:
                self.connection.execute("ROLLBACK TO SAVEPOINT plain_park")
                self.failed, self.counts, self.lost, self._decided = before, counts, lost, decided
            self.connection.execute("RELEASE SAVEPOINT plain_park")
            stuck = [change for change in parked if change not in still] if still else []
        self.counts.update((change.key[0], "failed") for change in self.failed)

    def _take_kept(self) -> Iterator[Change]:
        """The rows kept aside earlier that are to be tried; those that were changed here since have lost."""
        for row in self.task.retries:
            key: Key = (row.table.name, row.key)
            change = Change(key, None if row.kind is ChangeKind.DELETE else row.row)
            tracked = self._tracked(key)
            assert row.kept_since is not None
            if tracked is not None and self._is_foreign(tracked[0]) and tracked[1] > row.kept_since.timestamp:
                if change.row != self._locked(key):
                    self._lose(key, change.row, self._locked(key), incoming_won=False)
            elif self.task.delivery.options.error_policy.tries_kept_rows:
                if change.row is not None:
                    self._kept_before[key] = change.row
                yield change
            else:
                self.left.append(change)

    def _passes(self) -> None:
        before = len(self.failed) + 1
        while self.failed and len(self.failed) < before:
            before = len(self.failed)
            waiting, self.failed = self.failed, []
            kept = [change for change in waiting if change in self._kept]
            others = [change for change in waiting if change not in self._kept]
            for part in (kept, others) if waiting[0] in self._kept else (others, kept):
                self._upserts(part)
                self._deletes(part)

    def _upserts(self, *parts: list[Change]) -> None:
        for table in self.tables:
            for change in chain.from_iterable(parts):
                if change.key[0] == table and change.row is not None:
                    self._upsert(change.key, change.row)
            self._together(table, [one for one in self.failed if one.key[0] == table and one.row is not None])

    def _deletes(self, *parts: list[Change]) -> None:
        for table in reversed(self.tables):
            for change in chain.from_iterable(parts):
                if change.key[0] == table and change.row is None:
                    self._delete(change.key)
            self._together(table, [one for one in self.failed if one.key[0] == table and one.row is None])

    def _together(self, table: str, waiting: list[Change]) -> None:
        """Rows of one table that refer to each other: as many as can be written at once."""
        shape = BY_NAME[table]
        while waiting and own_references(shape):
            self.connection.execute("SAVEPOINT plain_together")
            done = [change for change in waiting if self._without_references(shape, change)]
            done = [change for change in done if self._finish(shape, change)]
            if len(done) == len(waiting):
                self.connection.execute("RELEASE SAVEPOINT plain_together")
                self.failed = [change for change in self.failed if change not in done]
                for change in done:
                    self._count(change)
                return
            self.connection.execute("ROLLBACK TO SAVEPOINT plain_together")
            self.connection.execute("RELEASE SAVEPOINT plain_together")
            waiting = done

    def _without_references(self, shape: Shape, change: Change) -> bool:
        empty = ", ".join(f'"{name}" = NULL' for name in own_references(shape))
        if self._locked(change.key) is not None:
            return self._try(f'UPDATE "{shape.name}" SET {empty} WHERE {self._where(shape.name)}', change.key[1])
        if change.row is None:
            return True
        values = zip(shape.columns, change.row, strict=True)
        bare = tuple(None if name in own_references(shape) else value for name, value in values)
        return self._try(f'INSERT INTO "{shape.name}" VALUES ({", ".join(self._mark for _ in bare)})', bare)

    def _finish(self, shape: Shape, change: Change) -> bool:
        if change.row is None:
            return self._try(f'DELETE FROM "{shape.name}" WHERE {self._where(shape.name)}', change.key[1])
        return self._update(shape, change.key, change.row)

    def _update(self, shape: Shape, key: Key, row: Values) -> bool:
        sets = ", ".join(f'"{name}" = {self._mark}' for name in shape.columns[shape.key :])
        return self._try(
            f'UPDATE "{shape.name}" SET {sets} WHERE {self._where(shape.name)}', (*row[shape.key :], *key[1])
        )

    def _count(self, change: Change) -> None:
        """It is done: track it."""
        altered = change.row is not None and change.key[0] in self.triggered and self._locked(change.key) != change.row
        self._track(change.key, None if altered else self._writer(change), tombstone=int(change.row is None))
        self.counts[change.key[0], "deletes" if change.row is None else "rows"] += 1

    # One row.

    def _upsert(self, key: Key, row: Values) -> None:
        existing = self._locked(key)
        if self._unseen(key, existing) and not self._decide(key, row, existing):
            return
        shape = BY_NAME[key[0]]
        others = shape.columns[shape.key :]
        if existing is None:
            sql = f'INSERT INTO "{shape.name}" VALUES ({", ".join(self._mark for _ in row)})'
            done = self._try(sql, row)
        elif others:
            done = self._update(shape, key, row)
        else:
            done = True
        if not done:
            self.failed.append(Change(key, row))
            return
        self._count(Change(key, row))

    def _delete(self, key: Key) -> None:
        existing = self._locked(key)
        if existing is None:
            return
        if self._unseen(key, existing) and not self._decide(key, None, existing):
            return
        taken_along = self._victims(key)
        if any(victim in self._refused for victim in taken_along):
            self.failed.append(Change(key, None))
            return
        victims = {victim for victim in taken_along if self._unseen(victim, self._locked(victim))}
        if victims:
            if not self._incoming_wins:
                self._lose(key, None, existing)
                self._track(key, None, tombstone=0)
                return
            for victim in victims:
                self._lose(victim, None, self._locked(victim))
        if self._try(f'DELETE FROM "{key[0]}" WHERE {self._where(key[0])}', key[1]):
            self._count(Change(key, None))
        else:
            self.failed.append(Change(key, None))

    def _victims(self, key: Key) -> set[Key]:
        """The rows that go with a row, or lose their reference to it."""
        found: set[Key] = set()
        for child in SHAPES:
            for reference in child.references:
                if reference.parent == key[0] and reference.action:
                    names = ", ".join(f'"{name}"' for name in child.columns[: child.key])
                    sql = f'SELECT {names} FROM "{child.name}" WHERE "{reference.column}" = {self._mark}'
                    for row in self.connection.rows(sql, (key[1][0],)):
                        found.add((child.name, tuple(row)))
                        if reference.action == "CASCADE":
                            found |= self._victims((child.name, tuple(row)))
        return found

    # Judging.

    def _unseen(self, key: Key, existing: Values | None) -> bool:
        """Somebody else changed the row, and its sender has not seen it."""
        seen, tracked = self.task.seen, self._tracked(key)
        if tracked is None:
            return self.task.is_first and existing is not None
        if self.task.is_first and existing is None and seen is None:
            return False
        by, stamp = tracked
        return self._is_foreign(by) and (seen is None or stamp > seen.timestamp)

    def _tracked(self, key: Key) -> tuple[Any, int] | None:
        sql = f'SELECT "update_scope_id", "timestamp" FROM "{key[0]}_tracking" WHERE {self._where(key[0])}'
        found = self.connection.row(sql, key[1])
        return None if found is None else (found[0], found[1])

    def _is_foreign(self, by: Any) -> bool:
        return by is None or str(by).lower() != self.task.writer.lower()

    def _writer(self, change: Change) -> str | None:
        """A row that was kept aside is nobody's: its sender may hold another one by now."""
        nobodys = change in self._kept and (self.task.on_server or self.task.is_first)
        return None if nobodys else self.task.writer

    @property
    def _refused(self) -> frozenset[Key]:
        refused = self.task.delivery.refused
        return frozenset((table.name, key) for table, keys in refused.items() for key in keys)

    def _decide(self, key: Key, incoming: Values | None, existing: Values | None) -> bool:
        if incoming == existing:
            return incoming is not None and not self.task.on_server
        if incoming is None and existing is not None and self._kept_before.get(key) == existing:
            return True  # the sender deletes what it wrote itself
        if (key, existing) not in self._decided:
            self._lose(key, incoming, existing)
        if self._incoming_wins:
            self._decided.add((key, existing))
        return self._incoming_wins

    @property
    def _incoming_wins(self) -> bool:
        client_wins = self.task.delivery.options.conflict_policy is ConflictPolicy.CLIENT_WINS
        return client_wins if self.task.on_server else not client_wins

    def _lose(
        self, key: Key, incoming: Values | None, existing: Values | None, *, incoming_won: bool | None = None
    ) -> None:
        won = self._incoming_wins if incoming_won is None else incoming_won
        lost = Lost(key, incoming, existing, won)
        if lost not in self.lost:
            self.lost.append(lost)
            self.counts[key[0], "conflicts"] += 1

    # The database.

    @property
    def _mark(self) -> str:
        return self.connection.provider.traits.style.mark

    def _where(self, table: str) -> str:
        shape = BY_NAME[table]
        return " AND ".join(f'"{name}" = {self._mark}' for name in shape.columns[: shape.key])

    def _locked(self, key: Key) -> Values | None:
        names = ", ".join(f'"{name}"' for name in BY_NAME[key[0]].columns)
        return self.connection.row(f'SELECT {names} FROM "{key[0]}" WHERE {self._where(key[0])}{self.lock}', key[1])

    def _try(self, sql: str, values: tuple[Any, ...]) -> bool:
        self.connection.execute("SAVEPOINT plain_row")
        try:
            self.connection.execute(sql, values)
        except DmsError:
            self.connection.execute("ROLLBACK TO SAVEPOINT plain_row")
            return False
        finally:
            self.connection.execute("RELEASE SAVEPOINT plain_row")
        return True

    def _let_go(self, change: Change) -> bool:
        """Empty the unique value of the row that is here."""
        shape = BY_NAME[change.key[0]]
        if shape.unique is None or self._locked(change.key) is None:
            return False
        done = self._try(
            f'UPDATE "{shape.name}" SET "{shape.unique}" = NULL WHERE {self._where(shape.name)}', change.key[1]
        )
        if done:
            self._track(change.key, self.task.writer, tombstone=0)
        return done

    def _track(self, key: Key, by: str | None, *, tombstone: int) -> None:
        table, mark = f'"{key[0]}_tracking"', self._mark
        self.connection.execute(f"DELETE FROM {table} WHERE {self._where(key[0])}", key[1])
        names = [
            *BY_NAME[key[0]].columns[: BY_NAME[key[0]].key],
            "update_scope_id",
            "timestamp",
            "sync_row_is_tombstone",
        ]
        listed = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join(mark for _ in names)
        self.connection.execute(f"INSERT INTO {table} ({listed}) VALUES ({marks})", (*key[1], by, STAMP, tombstone))
