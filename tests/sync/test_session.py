"""The session as an algorithm: two peers in memory, every call written down."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline.errors import NotProvisioned, SyncFailed
from dms_pipeline.events import RowsMoved, SyncBegun, SyncEnded
from dms_pipeline.schema.document import set_to_json, setup_to_json
from dms_pipeline.schema.model import (
    ScopeInfo,
    ScopeInfoClient,
    SetupTable,
    SyncColumn,
    SyncSet,
    SyncSetup,
    SyncTable,
    TableName,
)
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import CANONICAL, ChangeKind, RowBatch
from dms_pipeline.sync.peers import RowsRefused, Selection
from dms_pipeline.sync.result import Anew, Applied, ClockBehind, Recovered, SyncResult, TableCounts, Unseen
from dms_pipeline.sync.session import synchronize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.events import Event
    from dms_pipeline.sync.peers import Delivery, Groups

ITEM = TableName("", "item")
SETUP = SyncSetup(tables=(SetupTable(name="item"),))
COLUMNS = (
    SyncColumn(name="id", db_type=11),
    SyncColumn(name="name", db_type=16, allow_null=True, ordinal=1),
)
SCHEMA = SyncSet(tables=(SyncTable(name="item", columns=COLUMNS, primary_key=("id",)),))
SCOPE = ScopeInfo(
    name="s", setup=SETUP, schema=SCHEMA, setup_text=setup_to_json(SETUP), schema_text=set_to_json(SCHEMA)
)
NEW = ScopeInfoClient(id="A", scope_name="s", hash="h")
KNOWN = replace(NEW, last_sync="2024-01-01", last_sync_timestamp=10, last_server_sync_timestamp=20)


@dataclass
class Peer:
    """What both sides have in common; `calls` is shared, so that it shows the order of all."""

    name: str
    calls: list[str]
    stored: ScopeInfo = SCOPE
    known: ScopeInfoClient = KNOWN
    mark: int = 0
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    refusals: list[RowsRefused] = field(default_factory=list)
    last: int | None = 20
    failure: Exception | None = None
    got: list[list[tuple[Any, ...]]] = field(default_factory=list)
    held: list[dict[TableName, dict[Any, str]]] = field(default_factory=list)
    offered: tuple[str, ...] = (CANONICAL,)
    saved: tuple[int, int] | None = None
    recovered: tuple[Recovered, ...] = ()
    behind: ClockBehind | None = None

    def call(self, what: str) -> None:
        self.calls.append(f"{self.name}.{what}")

    def scope(self, scope_name: str) -> ScopeInfo:
        assert scope_name == "s"
        self.call("scope")
        return self.stored

    def recover(self, groups: Groups) -> tuple[Recovered, ...]:
        assert groups
        self.call("recover")
        return self.recovered

    def clock_behind(self, groups: Groups) -> ClockBehind | None:
        assert groups
        return self.behind

    def encodings(self, groups: Groups) -> Mapping[TableName, tuple[str, ...]]:
        self.call("encodings")
        return {table.name: self.offered for group in groups for table in group}

    @contextmanager
    def selecting(self) -> Iterator[Selection]:
        self.call("select")
        self.mark += 1
        batches = iter([RowBatch(ITEM, ChangeKind.UPSERT, CANONICAL, list(self.rows), len(self.rows))])
        yield Selection(bookmark=Bookmark(self.mark), batches=batches if self.rows else iter(()))
        self.call("end of select")

    def applying(self, delivery: Delivery) -> Applied:
        self.call("apply")
        if self.failure is not None:
            raise self.failure
        rows = [row for batch in delivery.batches for row in batch.rows]
        self.got.append(rows)
        self.held.append({table: dict(keys) for table, keys in delivery.held.items()})
        if self.refusals:
            raise self.refusals.pop(0)
        delivery.progress(ITEM, len(rows))
        return Applied(tables={ITEM: TableCounts(rows=len(rows))} if rows else {})


class Local(Peer):
    """A client."""

    stored_mark: int | None = KNOWN.last_sync_timestamp

    def client(self, scope_name: str, parameter_hash: str) -> ScopeInfoClient:
        assert (scope_name, parameter_hash) == ("s", "h")
        self.call("client")
        return self.known

    def to_load(self, scope_name: str) -> Mapping[TableName, tuple[str, ...]]:
        assert scope_name == "s"
        return {}

    def fill(self, client: ScopeInfoClient, batches: Any, tables: Groups) -> None:
        raise AssertionError((client, batches, tables))

    def begin_anew(self, client: ScopeInfoClient, groups: Groups, noted: int | None) -> ScopeInfoClient:
        assert noted in {None, KNOWN.last_sync_timestamp}
        assert client is self.known
        assert groups
        self.call("begin anew")
        self.known = NEW
        return NEW

    def knows(self, client: ScopeInfoClient, mark: int) -> bool:
        raise AssertionError((client, mark))

    def part(self, client: ScopeInfoClient, identity: str) -> None:
        raise AssertionError((client, identity))

    def has_noted(self, client: ScopeInfoClient, mark: int) -> bool:
        assert client is self.known
        return mark == self.stored_mark

    def resume(self, client: ScopeInfoClient, mark: int) -> None:
        assert (client, mark) == (self.known, self.stored_mark)
        self.call("resume")

    def note(self, client: ScopeInfoClient, bookmark: Bookmark, *, sends: bool) -> Bookmark:
        assert client is self.known
        if sends:
            self.call(f"note {bookmark.timestamp}")
        return bookmark

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        assert client is self.known
        assert groups
        with self.selecting() as selection:
            yield selection

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        assert client is self.known
        applied = self.applying(delivery)
        self.saved = (local.timestamp, remote.timestamp)
        return applied


class Remote(Peer):
    """A server."""

    encodings_asked: Mapping[TableName, str] | None = None

    def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
        assert client.id == "A"
        return self.applying(delivery)

    @contextmanager
    def select(
        self,
        client: ScopeInfoClient,
        groups: Groups,
        encodings: Mapping[TableName, str],
        local: Bookmark,
        *,
        whole: frozenset[TableName] = frozenset(),
    ) -> Iterator[Selection]:
        assert client.id == "A"
        assert groups
        assert whole == frozenset()
        self.encodings_asked = encodings
        with self.selecting() as selection:
            self.saved = (local.timestamp, selection.bookmark.timestamp)
            yield selection

    def values(self, tables: Groups) -> Any:
        raise AssertionError(tables)

    def has_more_of(self, client: ScopeInfoClient, groups: Groups) -> bool:
        raise AssertionError((client, groups))

    def set_apart(self, client: ScopeInfoClient) -> ScopeInfoClient:
        raise AssertionError(client)

    def resume(self, client: ScopeInfoClient) -> bool:
        assert client in {KNOWN, NEW}
        self.call("resume")
        return True

    def noted(self, client: ScopeInfoClient) -> ScopeInfoClient | None:
        assert client in {KNOWN, NEW}
        return None if self.last is None else replace(KNOWN, last_server_sync_timestamp=self.last)


@pytest.fixture
def calls() -> list[str]:
    return []


@pytest.fixture
def local(calls: list[str]) -> Local:
    return Local("client", calls, mark=100)


@pytest.fixture
def remote(calls: list[str]) -> Remote:
    return Remote("server", calls, mark=200)


def run(local: Local, remote: Remote, events: list[Event] | None = None) -> SyncResult:
    ticks = iter(range(100))
    return synchronize(
        local,
        remote,
        "s",
        parameter_hash="h",
        clock=lambda: float(next(ticks)),
        report=(events if events is not None else []).append,
    )


def test_the_steps_come_in_their_order(local: Local, remote: Remote, calls: list[str]) -> None:
    local.rows, remote.rows = [(1, "up")], [(2, "down")]

    result = run(local, remote)

    assert calls == [
        "server.scope", "client.scope", "client.client", "server.recover", "client.recover",
        "client.select", "client.note 101", "server.apply", "client.end of select",
        "server.select", "client.apply", "server.end of select",
    ]  # fmt: skip
    assert remote.got == [[(1, "up")]]
    assert local.got == [[(2, "down")]]
    assert local.saved == remote.saved == (101, 201)
    assert (result.to_server.total("rows"), result.to_client.total("rows"), result.duration_s) == (1, 1, 1.0)


def test_what_a_side_had_to_record_first_is_in_the_result(local: Local, remote: Remote) -> None:
    local.recovered = (Recovered(table=ITEM, reason=Unseen.TRIGGERS, rows=3, deletes=1),)
    remote.behind = ClockBehind(clock="2026-11-25T12:00:00+00:00", stamp="2040-01-01T00:00:00+00:00")

    result = run(local, remote)

    assert (result.client_recovered, result.server_recovered) == (local.recovered, ())
    assert (result.client_clock, result.server_clock) == (None, remote.behind)


@pytest.mark.parametrize(("noted", "anew"), [(None, Anew.UNKNOWN), (19, Anew.OLDER), (20, None), (21, None)])
def test_a_client_begins_anew_where_the_server_has_noted_less_than_its_mark(
    noted: int | None, anew: Anew | None, local: Local, remote: Remote, calls: list[str]
) -> None:
    """A server that has noted more is one whose last session died before the client's commit."""
    remote.last = noted

    result = run(local, remote)

    assert result.anew is anew
    assert result.is_first is (anew is not None)
    assert ("client.begin anew" in calls) is (anew is not None)


def test_encodings_are_asked_for_only_when_a_whole_table_may_move(local: Local, remote: Remote) -> None:
    local.offered, remote.offered = ("native:x", CANONICAL), ("native:y", "native:x", CANONICAL)
    run(local, remote)
    assert remote.encodings_asked == {}
    local.known = NEW

    run(local, remote)

    assert remote.encodings_asked == {ITEM: "native:x"}
    local.offered = (CANONICAL,)
    run(local, remote)
    assert remote.encodings_asked == {ITEM: CANONICAL}


def test_a_phase_is_repeated_without_the_rows_that_were_refused(local: Local, remote: Remote) -> None:
    """With a selection of its own, whose bookmark counts, and the same for both phases."""
    local.rows, remote.rows = [(1, "up")], [(2, "down")]
    remote.refusals = [RowsRefused({ITEM: {(1,): "why"}}), RowsRefused({ITEM: {(5,): "its child"}})]
    local.refusals = [RowsRefused({ITEM: {(2,): "why not"}})]

    run(local, remote)

    assert remote.held == [{}, {ITEM: {(1,): "why"}}, {ITEM: {(1,): "why", (5,): "its child"}}]
    assert local.held == [{}, {ITEM: {(2,): "why not"}}]
    assert local.saved == (103, 202)


def test_rows_that_are_refused_although_held_end_the_session(local: Local, remote: Remote) -> None:
    local.rows = [(1, "up")]
    remote.refusals = [RowsRefused({ITEM: {(1,): "why"}}), RowsRefused({ITEM: {(1,): "why"}})]

    with pytest.raises(SyncFailed, match="refused again"):
        run(local, remote)

    assert local.saved is None


@pytest.mark.parametrize("side", ["server", "client"])
def test_a_failure_saves_no_mark_and_is_reported(side: str, local: Local, remote: Remote) -> None:
    (remote if side == "server" else local).failure = SyncFailed(side, "no")
    events: list[Event] = []

    with pytest.raises(SyncFailed):
        run(local, remote, events)

    assert local.saved is None
    assert remote.saved == (None if side == "server" else (101, 201))
    assert isinstance(events[0], SyncBegun)
    assert isinstance(events[-1], SyncEnded)
    assert events[-1].failed


def test_what_moves_is_reported_with_its_way(local: Local, remote: Remote) -> None:
    local.rows, remote.rows = [(1, "up")], [(2, "down"), (3, "down")]
    events: list[Event] = []

    run(local, remote, events)

    moves = [event for event in events if isinstance(event, RowsMoved)]
    assert [(move.to_server, move.table, move.rows) for move in moves] == [(True, "item", 1), (False, "item", 2)]


def test_sides_that_disagree_about_the_scope_move_nothing(local: Local, remote: Remote, calls: list[str]) -> None:
    other = SyncSetup(tables=(SetupTable(name="item", columns=("id",)),))
    local.stored = replace(SCOPE, setup=other, setup_text=setup_to_json(other))

    with pytest.raises(NotProvisioned, match="differently"):
        run(local, remote)

    assert calls == ["server.scope", "client.scope"]


def test_a_client_that_the_server_has_forgotten_moves_nothing(local: Local, remote: Remote, calls: list[str]) -> None:
    remote.stored = replace(SCOPE, last_cleanup_timestamp=21)

    with pytest.raises(SyncFailed, match="cleaned"):
        run(local, remote)

    assert "client.select" not in calls
    remote.stored = replace(SCOPE, last_cleanup_timestamp=20)
    run(local, remote)
    local.known = NEW
    remote.stored = replace(SCOPE, last_cleanup_timestamp=999)
    run(local, remote)
