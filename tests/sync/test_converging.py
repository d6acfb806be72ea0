"""Any order of writes and syncs on a server and two clients ends with all sides equal, and nothing lost in silence.

The applications' writes are sequential: marks that are safe against writers during a sync are another matter.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dms_pipeline.errors import DatabaseError
from dms_pipeline.sync.conflict import ConflictPolicy
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from tests.sync.sides import Opener, Side, Sides

# A table that refers to itself, one that refers to it, and one with a unique value; no key does anything to others.
DDL = (
    'CREATE TABLE "node" ("id" int NOT NULL PRIMARY KEY, "above" int REFERENCES "node" ("id"), "name" varchar(20))',
    'CREATE TABLE "leaf" ("id" int NOT NULL PRIMARY KEY, "node" int NOT NULL REFERENCES "node" ("id"), "name" text)',
    'CREATE TABLE "tag" ("id" int NOT NULL PRIMARY KEY, "word" varchar(20) UNIQUE, "name" text)',
)
TABLES = ("node", "leaf", "tag")
EXAMPLES = settings().max_examples  # of the profile; each one here is many sessions
SERVER = 2  # the number of the side that is the server; 0 and 1 are clients

sides_ = st.integers(0, SERVER)
keys = st.integers(1, 3)
words = st.none() | st.integers(1, 2)  # few, so that they meet
syncs = st.tuples(st.just("sync"), st.integers(0, 1), st.sampled_from(ConflictPolicy), st.none())
tags = st.tuples(st.just("put-tag"), sides_, keys, words)
OPERATIONS = st.lists(
    st.one_of(
        syncs,
        syncs,
        tags,
        tags,
        st.tuples(st.just("free-tag"), sides_, keys, st.none()),
        st.tuples(st.just("put-node"), sides_, keys, st.none() | keys),
        st.tuples(st.just("put-leaf"), sides_, keys, keys),
        st.tuples(st.sampled_from(["drop-node", "drop-leaf", "drop-tag"]), sides_, keys, st.none()),
    ),
    max_size=25,
)


class World:
    """The three databases, what applications wrote, and what the journals know."""

    def __init__(self, sides: Sides, mark: str) -> None:
        self.sides = sides
        self.all: tuple[Side, ...] = (*sides.clients, sides.server)
        self.mark = mark
        self.numbers = count(1)
        self.written: set[str] = set()
        self.seen: set[str] = set()  # overwritten or deleted by somebody who had them before his eyes

    def do(self, operation: tuple[str, Any, Any, Any]) -> None:
        """One step; a write that a constraint refuses is not made."""
        what, side, key, other = operation
        if what == "sync":
            self.sides.sync(side, policy=key)
            return
        verb, table = what.split("-")
        name = f"{self.mark}-{next(self.numbers)}"
        if verb == "drop":
            sql = f'DELETE FROM "{table}" WHERE "id" = {key}'
        elif verb == "free":  # whatever waited for the word can go in
            sql = f'UPDATE "tag" SET "word" = NULL, "name" = \'{name}\' WHERE "id" = {key}'
        else:
            column = {"node": "above", "leaf": "node", "tag": "word"}[table]
            value = "NULL" if other is None else (f"'{other}'" if table == "tag" else str(other))
            sql = (
                f'INSERT INTO "{table}" ("id", "{column}", "name") VALUES ({key}, {value}, \'{name}\')'
                f" {self.all[side].connection.provider.traits.style.or_update(('id',), (column, 'name'))}"
            )
        before = self.all[side].value(f'SELECT "name" FROM "{table}" WHERE "id" = {key}')
        if self._try(self.all[side], sql):
            self.seen.add(before)
            if verb == "put" or (verb == "free" and before is not None):
                self.written.add(name)

    @staticmethod
    def _try(side: Side, sql: str) -> bool:
        try:
            side.connection.execute(sql)
        except DatabaseError:
            return False
        return True

    def settle(self) -> None:
        """Sync in turns until nothing moves."""
        for _ in range(6):
            results = [self.sides.sync(number) for number in (0, 1)]
            if all(moved(result) == NOTHING for result in results):
                return
        pytest.fail("rows keep moving")

    def aside(self) -> set[tuple[str, int]]:
        """The rows that some side keeps aside."""
        return {(table, key) for side in self.all for table, key, _ in side.errors()}

    def differences(self) -> set[tuple[str, int]]:
        """The rows that are not the same on all sides."""
        found: set[tuple[str, int]] = set()
        for table in TABLES:
            rows = [{row[0]: row for row in side.rows(table)} for side in self.all]
            everywhere = set().union(*rows)
            found.update((table, key) for key in everywhere if len({one.get(key) for one in rows}) > 1)
        return found

    def losers(self) -> Counter[str]:
        """The names of the rows that lost a conflict."""
        names = [
            row["name"]
            for side in self.all
            for loser in side.journal()
            for row in ((loser.client,) if loser.kept == "server" else (loser.server,))
            if row is not None
        ]
        return Counter(names)

    def names_aside(self) -> set[str]:
        """The names of those rows."""
        sql = 'SELECT "row_values" FROM "dms_errors"'
        return {json.loads(values).get("name") for side in self.all for (values,) in side.connection.rows(sql)}

    def start_again(self) -> None:
        """Empty all tables, through syncs, so that the next example begins on quiet sides."""
        for side in self.all:
            side.run('DELETE FROM "dms_errors"', 'DELETE FROM "dms_journal"')
            side.run(
                'DELETE FROM "leaf"', 'UPDATE "node" SET "above" = NULL', 'DELETE FROM "node"', 'DELETE FROM "tag"'
            )
        self.settle()
        for side in self.all:
            assert all(side.rows(table) == [] for table in TABLES)
            side.run('DELETE FROM "dms_errors"', 'DELETE FROM "dms_journal"')


_marks = count(1)


def test_any_order_of_writes_and_syncs_converges(provisioned: Opener) -> None:
    sides = provisioned(*DDL, tables=TABLES, clients=2)
    sides.sync(0)
    sides.sync(1)

    @settings(max_examples=EXAMPLES // 4, suppress_health_check=list(HealthCheck))
    @given(OPERATIONS)
    def any_order(operations: list[tuple[str, Any, Any, Any]]) -> None:
        world = World(sides, f"w{next(_marks)}")
        try:
            for operation in operations:
                world.do(operation)
            world.settle()
            aside = world.aside()
            assert world.differences() <= aside
            _nothing_was_lost(world)
        finally:
            world.start_again()

    any_order()


def _nothing_was_lost(world: World) -> None:
    """Whatever was written is there, was overwritten by somebody who saw it, or is kept as the loser of a conflict."""
    losers = world.losers()
    assert all(times == 1 for times in losers.values()), losers
    there = {row[-1] for side in world.all for table in TABLES for row in side.rows(table)}
    assert world.written <= there | world.seen | set(losers) | world.names_aside()


def test_without_conflicts_the_result_is_that_of_one_database(provisioned: Opener) -> None:
    """Each side writes keys of its own; a plain dictionary says what must be there."""
    sides = provisioned(*DDL, tables=TABLES, clients=2)
    sides.sync(0)
    sides.sync(1)

    @settings(max_examples=EXAMPLES // 8, suppress_health_check=list(HealthCheck))
    @given(OPERATIONS)
    def any_order(operations: list[tuple[str, Any, Any, Any]]) -> None:
        world = World(sides, f"v{next(_marks)}")
        oracle: dict[str, dict[int, tuple[Any, ...]]] = {table: {} for table in TABLES}
        try:
            for what, side, key, other in operations:
                if what == "sync":
                    world.do((what, side, key, other))
                    continue
                # Keys of one's own, and parents of one's own: nobody contradicts anybody.
                mine = key * 3 + side
                theirs = None if other is None else other * 3 + side
                before = {table: _row(world.all[side], table, mine) for table in TABLES}
                world.do((what, side, mine, theirs))
                table = what.split("-")[1]
                after = _row(world.all[side], table, mine)
                if after != before[table]:
                    if after is None:
                        oracle[table].pop(mine, None)
                    else:
                        oracle[table][mine] = after
            world.settle()
            assert world.aside() == set()
            assert world.losers() == Counter()
            for one in world.all:
                assert {table: {row[0]: row for row in one.rows(table)} for table in TABLES} == oracle
        finally:
            world.start_again()

    any_order()


def _row(side: Side, table: str, key: int) -> tuple[Any, ...] | None:
    return side.connection.row(f'SELECT * FROM "{table}" WHERE "id" = {key}')
