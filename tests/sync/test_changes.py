"""Rows on their way: the order of tables, the text of a row kept aside, and who wins."""

from __future__ import annotations

import math
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dms_pipeline.providers.rows import Peekable, same_row
from dms_pipeline.schema.model import (
    ColumnIdentifier,
    ScopeInfo,
    SetupTable,
    SyncColumn,
    SyncDirection,
    SyncRelation,
    SyncSet,
    SyncSetup,
    SyncTable,
    TableName,
)
from dms_pipeline.schema.order import components
from dms_pipeline.schema.types import Kind, LogicalType
from dms_pipeline.sync.changes import (
    CANONICAL,
    ChangeKind,
    RowBatch,
    SyncedColumn,
    SyncedTable,
    row_from_text,
    row_to_text,
    synced_groups,
)
from dms_pipeline.sync.conflict import ConflictPolicy, RowChange, conflict, incoming_wins
from tests.strategies import names

if TYPE_CHECKING:
    from collections.abc import Mapping


def table(name: str) -> TableName:
    return TableName("", name)


def order(parents: Mapping[str, str]) -> list[list[str]]:
    """Groups of tables named by letters; `parents` maps a table to the letters that it refers to."""
    found = components(map(table, parents), {table(name): tuple(map(table, above)) for name, above in parents.items()})
    return [[one.name for one in group] for group in found]


@pytest.mark.parametrize(
    ("parents", "groups"),
    [
        ({"a": "", "b": "", "c": ""}, [["a"], ["b"], ["c"]]),
        ({"a": "b", "b": "c", "c": ""}, [["c"], ["b"], ["a"]]),
        ({"a": "a"}, [["a"]]),
        ({"a": "b", "b": "a"}, [["a", "b"]]),
        ({"a": "b", "b": "a", "c": "a"}, [["a", "b"], ["c"]]),
        ({"c": "a", "a": "b", "b": "ad", "d": ""}, [["d"], ["a", "b"], ["c"]]),
        ({"a": "bc", "b": "d", "c": "d", "d": ""}, [["d"], ["b"], ["c"], ["a"]]),
        ({"a": "x"}, [["a"]]),
    ],
)
def test_tables_stand_after_their_parents_and_cycles_stand_together(
    parents: dict[str, str], groups: list[list[str]]
) -> None:
    assert order(parents) == groups


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")), min_size=1))
def test_no_table_stands_before_a_parent_that_is_no_relative_of_its_cycle(graph: dict[str, set[str]]) -> None:
    groups = order({name: "".join(sorted(above)) for name, above in graph.items()})
    place = {name: number for number, group in enumerate(groups) for name in group}

    assert sorted(place) == sorted(graph)
    assert all(place[above] <= place[name] for name, parents in graph.items() for above in parents if above in place)
    reach = {name: _reach(graph, name) for name in graph}
    assert all(
        (place[one] == place[other]) == (other in reach[one] and one in reach[other])
        for one, other in permutations(graph, 2)
    )


def _reach(graph: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for above in graph.get(waiting.pop(), ()):
            if above in graph and above not in found:
                found.add(above)
                waiting.append(above)
    return found


def test_a_synced_table_has_the_columns_that_travel_in_their_order() -> None:
    """Computed and read-only ones stay at home, and a number that the database gives, unless it is the key."""
    columns = (
        SyncColumn(name="note", db_type=16),
        SyncColumn(name="id", db_type=11, is_auto_increment=True, ordinal=1),
        SyncColumn(name="total", db_type=7, is_computed=True, ordinal=2),
        SyncColumn(name="stamp", db_type=1, is_read_only=True, ordinal=3),
    )
    relation = SyncRelation(
        name="fk",
        parent_keys=(ColumnIdentifier(column="id", table="b"),),
        child_keys=(ColumnIdentifier(column="id", table="a"),),
    )
    schema = SyncSet(
        tables=tuple(SyncTable(name=name, columns=columns, primary_key=("id",)) for name in ("a", "b")),
        relations=(relation,),
    )
    setup = SyncSetup(
        tables=(SetupTable(name="a", direction=SyncDirection.UPLOAD_ONLY), SetupTable(name="b")),
        tracking_prefix="t_",
    )

    (parent,), (child,) = synced_groups(ScopeInfo(name="s", setup=setup, schema=schema))

    assert (parent.name.name, child.name.name) == ("b", "a")
    assert child.names == ("note", "id")
    assert (child.key, child.key_places, child.others) == (("id",), (1,), ("note",))
    assert child.key_of(("x", 7)) == (7,)
    assert child.tracking == table("t_a")
    assert child.direction is SyncDirection.UPLOAD_ONLY
    assert child.parents == (parent.name,)
    assert synced_groups(ScopeInfo(name="empty")) == ()


def values() -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False), st.text(), st.binary())


@given(st.dictionaries(names(), values(), min_size=1))
def test_a_row_kept_aside_is_the_same_when_it_is_read(row: dict[str, Any]) -> None:
    text = row_to_text(tuple(row), tuple(row.values()))

    assert "\n" not in text
    assert row_from_text(tuple(row), text) == tuple(row.values())


def test_a_row_kept_aside_keeps_what_json_has_no_word_for() -> None:
    row = (float("nan"), float("inf"), float("-inf"), b"\x00", -0.0)
    read = row_from_text(tuple("abcde"), row_to_text(tuple("abcde"), row))

    assert math.isnan(read[0])
    assert read[1:] == row[1:]
    assert math.copysign(1, read[4]) == -1
    assert row_from_text(("a", "new"), '{"a":1}') == (1, None)


def synced(*kinds: Kind) -> SyncedTable:
    return SyncedTable(
        name=table("t"),
        tracking=table("t_tracking"),
        columns=tuple(SyncedColumn(name=kind, type=LogicalType(kind), key=False) for kind in kinds),
        key=(),
        direction=SyncDirection.BIDIRECTIONAL,
        parents=(),
    )


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        (Kind.DECIMAL, "1.50", "1.5", True),
        (Kind.DECIMAL, "1.50", "1.51", False),
        (Kind.DECIMAL, "NaN", "NaN", True),
        (Kind.DECIMAL, "1", None, False),
        (Kind.UUID, "ABC", "abc", True),
        (Kind.TEXT, "ABC", "abc", False),
        (Kind.TEXT, "1.50", "1.5", False),
        (Kind.JSON, '{"a": 1, "b": [1,  2]}', '{"b":[1,2],"a":1}', True),
        (Kind.JSON, "{", "{ ", False),
        (Kind.FLOAT64, math.nan, float("nan"), True),
        (Kind.BINARY, b"a", b"a", True),
        (Kind.TEXT, None, None, True),
    ],
)
def test_rows_are_the_same_when_their_values_are(kind: Kind, one: Any, other: Any, *, same: bool) -> None:
    assert same_row(synced(kind), (one,), (other,)) is same


def test_a_stream_shows_its_next_batch_without_taking_it() -> None:
    batches = [RowBatch(table("t"), ChangeKind.DELETE, CANONICAL, [(number,)], 1) for number in range(2)]
    stream = Peekable(batches)

    assert stream.peek() is stream.peek() is batches[0]
    stream.take()
    assert stream.peek() is batches[1]
    stream.take()
    assert stream.peek() is None


def test_the_policy_says_whose_row_is_kept_on_both_sides() -> None:
    assert not incoming_wins(on_server=True, policy=ConflictPolicy.SERVER_WINS)
    assert incoming_wins(on_server=False, policy=ConflictPolicy.SERVER_WINS)
    assert incoming_wins(on_server=True, policy=ConflictPolicy.CLIENT_WINS)
    assert not incoming_wins(on_server=False, policy=ConflictPolicy.CLIENT_WINS)


def test_a_conflict_names_the_rows_by_side_whoever_applies() -> None:
    there, here = (
        conflict(
            on_server=on_server,
            kept="client",
            rule="client-wins",
            table=table("t"),
            key="k",
            incoming="client's" if on_server else None,
            existing=None if on_server else "client's",
        )
        for on_server in (True, False)
    )

    assert there == here
    assert (there.server_row, there.client_row, there.kept) == (None, "client's", "client")
    assert (there.server_change, there.client_change) == (RowChange.DELETED, RowChange.WRITTEN)
