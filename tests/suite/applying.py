"""The providers' set-based apply equals the plain one: rows, tracking rows, journal, rows kept aside."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, event, example, given, settings
from hypothesis import strategies as st

from dms_pipeline.providers.changes import Task
from dms_pipeline.runtime.orchestrator import RemoteDatabasePeer
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import CANONICAL, ChangeKind, RowBatch, synced_groups
from dms_pipeline.sync.conflict import Conflict, ConflictPolicy, ErrorPolicy
from dms_pipeline.sync.peers import Delivery, RowsRefused, SessionOptions
from dms_pipeline.sync.result import FailedRow
from tests.provisioning import SCOPE
from tests.suite.plain_apply import STAMP, Change, Lost, PlainApply, own_references
from tests.suite.shape import BY_NAME, SHAPES, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import Row, SyncedTable
    from tests.suite.shape import Key, Rows, Shape, Values
    from tests.suite.world import Side, World

__all__ = ["test_an_apply_over_sets_is_one_row_by_row"]

ME, OTHER = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"
ZERO = "00000000-0000-0000-0000-000000000000"
OLD, SEEN, NEW = 4_000, 5_000, 6_000  # stamps around the mark that the sender knows
WORDS = (None, "word1", "word2", "word3")
EXAMPLES = settings().max_examples


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracking row."""

    by: str | None
    stamp: int


@dataclass(frozen=True, slots=True)
class Case:
    """What is here, how it is tracked, what was kept aside before, what comes, and how it is to be judged."""

    here: Rows
    tracked: dict[Key, Tracked | None]
    kept: tuple[tuple[Change, int], ...]  # with what its sender knew of this side
    changes: tuple[Change, ...]
    refused: frozenset[Key]  # rows that are here and that the other side could not take
    policy: ConflictPolicy
    errors: ErrorPolicy
    on_server: bool
    is_first: bool
    with_triggers: bool


@st.composite
def worlds(draw: st.DrawFn) -> Rows:
    """Rows that no constraint refuses; of references and words, those that can be."""
    rows: Rows = {}
    for shape in SHAPES:
        taken: set[Any] = set()
        numbers = draw(st.sets(st.integers(1, 3)))
        for number in sorted(numbers):
            key: Key
            if shape.key > 1:
                key = (shape.name, (number, draw(st.integers(1, 2))))
                rows[key] = key[1]
                continue
            key = (shape.name, (number,))
            row: list[Any] = [number]
            for column in shape.columns[1:-1]:
                if column == shape.unique:
                    word = draw(st.sampled_from([word for word in WORDS if word is None or word not in taken]))
                    taken.add(word)
                    row.append(word)
                else:
                    (parent,) = {reference.parent for reference in shape.references if reference.column == column}
                    # Rows of one table may refer to each other, in any direction.
                    same = parent == shape.name
                    there = sorted(numbers) * 2 if same else [other[1][0] for other in rows if other[0] == parent]
                    row.append(draw(st.sampled_from([None, *there])))
            rows[key] = (*row, draw(st.sampled_from(["a", "b", "c", "bad", "loud"])))
    return rows


@st.composite
def cases(draw: st.DrawFn) -> Case:
    here, there = draw(worlds()), draw(worlds())
    deleted = [key for key in here if key not in there and draw(st.booleans())]
    tracks = st.builds(Tracked, st.sampled_from([None, ME, OTHER]), st.sampled_from([OLD, NEW]))
    is_first = draw(st.booleans())
    tracked = {
        key: draw(st.none() | tracks) if is_first and key in here else draw(tracks) for key in sorted({*here, *there})
    }
    earlier = draw(worlds())
    older = [Change(key, earlier.get(key)) for key in sorted({*here, *earlier})]
    wanted = _parents(there) | _parents(earlier)
    aside = [one for one in older if draw(st.booleans()) and not _is_undecided(one, deleted, wanted)]
    sent = [key for key in there if draw(st.booleans())]
    return Case(
        here=here,
        tracked=tracked,
        kept=tuple((change, draw(st.sampled_from([OLD - 1, SEEN, NEW]))) for change in aside),
        refused=frozenset(key for key in here if draw(st.sampled_from([False, False, True]))),
        changes=(*(Change(key, there[key]) for key in sent), *(Change(key, None) for key in deleted)),
        policy=draw(st.sampled_from(ConflictPolicy)),
        errors=draw(st.sampled_from([ErrorPolicy.RETRY_ON_NEXT_SYNC, ErrorPolicy.CONTINUE_ON_ERROR])),
        on_server=draw(st.booleans()),
        is_first=is_first,
        with_triggers=draw(st.booleans()),
    )


NODES: Rows = {("node", (1,)): (1, 2, "a"), ("node", (2,)): (2, 1, "a")}
PLAIN_CASE = Case(
    here={},
    tracked={},
    kept=(),
    changes=(),
    refused=frozenset(),
    policy=ConflictPolicy.SERVER_WINS,
    errors=ErrorPolicy.RETRY_ON_NEXT_SYNC,
    on_server=False,
    is_first=False,
    with_triggers=False,
)
TIED = replace(PLAIN_CASE, changes=tuple(Change(key, row) for key, row in NODES.items()))
DELETED_TIED = replace(
    PLAIN_CASE,
    here=NODES,
    tracked={key: Tracked(ZERO, OLD) for key in NODES},
    changes=tuple(Change(key, None) for key in NODES),
)
# A delete that was kept aside loses to an edit, and comes once more with one that wins: two entries of the journal.
GIVEN_UP_AND_SENT_AGAIN = replace(
    PLAIN_CASE,
    here={("team", (1,)): (1, "a")},
    tracked={("team", (1,)): Tracked(None, NEW)},
    kept=((Change(("team", (1,)), None), OLD - 1),),
    changes=(Change(("team", (1,)), None),),
)


def _parents(rows: Rows) -> set[Key]:
    return {
        (reference.parent, (BY_NAME[key[0]].value(row, reference.column),))
        for key, row in rows.items()
        for reference in BY_NAME[key[0]].references
    }


def _is_undecided(kept: Change, deleted: Collection[Key], wanted: Collection[Key]) -> bool:
    """Whether a row that was kept aside goes in before its delete, or it or one that refers to it stays out, is open.

    No sender has such rows: a newer version of what was kept aside comes with what refers to it.
    """
    if kept.row is None:
        return kept.key in wanted
    return not _parents({kept.key: kept.row}).isdisjoint(deleted) or kept.key in deleted


@dataclass(frozen=True, slots=True)
class Result:
    """What an apply left behind; stamps of the apply and of triggers meanwhile are told apart by who wrote."""

    rows: Rows
    tracking: dict[Key, tuple[str | None, int | str, bool]]
    lost: list[Lost]
    failed: set[Change]
    left: set[Change]
    counts: dict[tuple[str, str], int]


class Bench:
    """One database on which a case is played."""

    def __init__(self, world: World, case: Case) -> None:
        self.case = case
        self.side: Side = world.server if case.on_server else world.clients[0]
        self.connection = self.side.application
        scope = RemoteDatabasePeer(self.connection).scope(SCOPE)
        self.groups = synced_groups(scope)
        self.tables: dict[str, SyncedTable] = {table.name.name: table for group in self.groups for table in group}
        self.mark = self.connection.provider.traits.style.mark

    def set_up(self, world: World) -> None:
        """Make the state that the case says."""
        world.begin()
        for statement in self.side.abilities.quirks("tag") if self.case.with_triggers else ():
            self.connection.run(statement)
        for shape in SHAPES:
            for key, row in sorted(self.case.here.items()):
                if key[0] == shape.name:
                    marks = ", ".join(self.mark for _ in row)
                    self.connection.execute(f'INSERT INTO "{shape.name}" VALUES ({marks})', _harmless(row, shape))
            for key, row in self.case.here.items():
                for column in own_references(shape) if key[0] == shape.name else ():
                    sql = f'UPDATE "{shape.name}" SET "{column}" = {self.mark} WHERE "id" = {self.mark}'
                    self.connection.execute(sql, (shape.value(row, column), *key[1]))
        for (table, key), tracked in self.case.tracked.items():
            self._set_tracking(table, key, tracked)

    def _set_tracking(self, table: str, key: Values, tracked: Tracked | None) -> None:
        columns = BY_NAME[table].columns[: len(key)]
        where = " AND ".join(f'"{name}" = {self.mark}' for name in columns)
        self.connection.execute(f'DELETE FROM "{table}_tracking" WHERE {where}', key)
        if tracked is not None:
            names = ", ".join(
                f'"{name}"' for name in (*columns, "update_scope_id", "timestamp", "sync_row_is_tombstone")
            )
            values = (*key, tracked.by, tracked.stamp, int((table, key) not in self.case.here))
            marks = ", ".join(self.mark for _ in values)
            self.connection.execute(f'INSERT INTO "{table}_tracking" ({names}) VALUES ({marks})', values)

    def tear_down(self) -> None:
        """Drop what belongs to the case alone."""
        for statement in self.side.abilities.without_quirks("tag") if self.case.with_triggers else ():
            self.connection.run(statement)

    def task(self, journal: list[Conflict], held: dict[TableName, dict[Row, str]]) -> Task:
        """What the provider is asked to do."""
        delivery = Delivery(
            groups=self.groups,
            batches=self._batches(),
            options=SessionOptions(conflict_policy=self.case.policy, error_policy=self.case.errors),
            progress=lambda *_: None,
            held=held,
            refused=self._refused(),
        )
        return Task(
            delivery=delivery,
            on_server=self.case.on_server,
            writer=ME if self.case.on_server else ZERO,
            seen=None if self.case.is_first and self.case.on_server else Bookmark(SEEN),
            is_first=self.case.is_first,
            journal=journal.extend,
            retries=tuple(self._failed(change, since) for change, since in self.case.kept),
        )

    def _refused(self) -> dict[TableName, frozenset[Row]]:
        refused = {
            table.name: frozenset(key for name, key in self.case.refused if name == table.name.name)
            for table in self.tables.values()
        }
        return {name: keys for name, keys in refused.items() if keys}

    def _failed(self, change: Change, since: int) -> FailedRow:
        table, key = self.tables[change.key[0]], change.key[1]
        row = key if change.row is None else change.row
        return FailedRow(
            table=table.name, kind=change.kind, key=key, row=row, reason="before", kept_since=Bookmark(since)
        )

    def _batches(self) -> Iterator[RowBatch]:
        tables = [table for group in self.groups for table in group]
        for table in tables:
            rows = [change.row for change in self._of(table) if change.row is not None]
            if rows:
                yield RowBatch(table.name, ChangeKind.UPSERT, CANONICAL, rows, len(rows))
        for table in reversed(tables):
            keys = [change.key[1] for change in self._of(table) if change.row is None]
            if keys:
                yield RowBatch(table.name, ChangeKind.DELETE, CANONICAL, keys, len(keys))

    def _of(self, table: SyncedTable) -> list[Change]:
        return sorted(
            (change for change in self.case.changes if change.key[0] == table.name.name), key=lambda one: one.key
        )

    def by_provider(self) -> Result:
        """The provider's apply, repeated where it asks for it."""
        changes = self.connection.provider.changes()
        held: dict[TableName, dict[Row, str]] = {}
        while True:
            journal: list[Conflict] = []
            changes.begin_write(self.connection)
            task = self.task(journal, held)
            try:
                outcome = changes.apply(self.connection, task)
                changes.commit(self.connection, task, outcome.stamp)
            except RowsRefused as again:
                self.connection.rollback()
                for table, keys in again.held.items():
                    assert not keys.keys() <= held.get(table, {}).keys()
                    held.setdefault(table, {}).update(keys)
                continue
            except BaseException:
                self.connection.rollback()
                raise
            lost = [_lost(conflict, on_server=self.case.on_server) for conflict in journal]
            return Result(
                rows=read(self.connection),
                tracking=self._tracking(outcome.stamp),
                lost=lost,
                failed=_changes(outcome.failed),
                left=_changes(outcome.left),
                counts={
                    (table.name, fact): number
                    for table, counts in outcome.counts.items()
                    for fact, number in asdict(counts).items()
                    if number
                },
            )

    def plainly(self) -> Result:
        """The plain apply."""
        abilities = self.side.abilities
        plain = PlainApply(
            connection=self.connection,
            task=self.task([], {}),
            tables=tuple(table.name.name for group in self.groups for table in group),
            lock=abilities.row_lock,
            triggered=frozenset({"tag"} if self.case.with_triggers else ()),
        )
        self.connection.begin("BEGIN" if abilities.concurrent_writers else "BEGIN IMMEDIATE")
        try:
            for statement in abilities.check_at_once:
                self.connection.execute(statement)
            plain.run(change for table in plain.tables for change in self._of(self.tables[table]))
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.execute("COMMIT")
        return Result(
            rows=read(self.connection),
            tracking=self._tracking(STAMP),
            lost=plain.lost,
            failed=set(plain.failed),
            left=set(plain.left),
            counts=dict(plain.counts),
        )

    def _tracking(self, stamp: int) -> dict[Key, tuple[str | None, int | str, bool]]:
        found: dict[Key, tuple[str | None, int | str, bool]] = {}
        for shape in SHAPES:
            key = ", ".join(f'"{name}"' for name in shape.columns[: shape.key])
            rows = self.connection.rows(
                f'SELECT {key}, "update_scope_id", "timestamp", "sync_row_is_tombstone" + 0'
                f' FROM "{shape.name}_tracking"'
            )
            for *values, by, at, tombstone in rows:
                when = "the apply's" if at == stamp else at if at in {OLD, NEW} else "a trigger's"
                if by is None and when == "the apply's":
                    when = "a trigger's"  # they cannot be told apart where the clock stands still
                found[shape.name, tuple(values)] = (None if by is None else str(by).lower(), when, bool(tombstone))
        return found


def _harmless(row: Values, shape: Shape) -> Values:
    """Rows that are here already were let in by the triggers; what rows of one table refer to is there afterwards."""
    values = zip(shape.columns, row, strict=True)
    own = own_references(shape)
    return tuple("a" if value in {"bad", "loud"} else None if name in own else value for name, value in values)


def _changes(rows: Iterable[FailedRow]) -> set[Change]:
    return {Change((row.table.name, row.key), None if row.kind is ChangeKind.DELETE else row.row) for row in rows}


def _lost(conflict: Conflict, *, on_server: bool) -> Lost:
    shape = BY_NAME[conflict.table.name]

    def values(text: str | None) -> Values | None:
        return None if text is None else tuple(json.loads(text)[name] for name in shape.columns)

    server, client = values(conflict.server_row), values(conflict.client_row)
    key = json.loads(conflict.key)
    return Lost(
        key=(shape.name, tuple(key[name] for name in shape.columns[: shape.key])),
        incoming=client if on_server else server,
        existing=server if on_server else client,
        incoming_won=(conflict.kept == "client") is on_server,
    )


def test_an_apply_over_sets_is_one_row_by_row(world: World) -> None:
    if world.server.kind != world.clients[0].kind:
        pytest.skip("an apply has one side: the pairs of one kind show it as server and as client")
    number = round(EXAMPLES * 3 / world.server.abilities.cost * float(os.environ.get("DMS_HISTORIES", "1")))

    @settings(
        max_examples=number,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=set(Phase) - {Phase.explain},
    )
    @example(GIVEN_UP_AND_SENT_AGAIN)
    @example(TIED)
    @example(DELETED_TIED)
    @given(cases())
    def equal(case: Case) -> None:
        bench = Bench(world, case)
        results = []
        for apply in (bench.plainly, bench.by_provider):
            bench.set_up(world)
            try:
                results.append(apply())
            finally:
                bench.tear_down()
        plain, provider = results
        event(f"{len(plain.lost)} conflicts, {len(plain.failed)} failed")
        assert provider.failed == plain.failed
        assert provider.left == plain.left
        assert sorted(map(repr, provider.lost)) == sorted(map(repr, plain.lost))
        assert provider.counts == plain.counts
        assert provider.rows == plain.rows
        assert provider.tracking == plain.tracking

    equal()
