"""Applications write on both sides, at full speed, while syncs run in a loop: nothing is missed, nothing in conflict.

Each side writes rows of its own, so that whatever is called a conflict is none. Transactions last from a millisecond to
two seconds; some begin long before they write, use savepoints, undo things, wait for each other, are prepared and
committed later. `DMS_STRESS_SECONDS` is how long (`make soak` takes its time). The same load has to break naive marks.
"""

from __future__ import annotations

import math
import os
import random
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.conftest import Pair
from tests.sync.naive import use_naive_marks
from tests.sync.sides import NOTHING, moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sync.sides import Opener, Sides

SECONDS = float(os.environ.get("DMS_STRESS_SECONDS", "4"))
WRITERS = 5  # on each side
LONGEST_S = 2.0
ITEM = 'CREATE TABLE "item" ("id" bigint NOT NULL PRIMARY KEY, "name" text)'


@pytest.fixture
def server_and_client(scratch_cluster: str) -> Iterator[Pair]:
    """Two databases of the cluster in which transactions can be prepared."""
    with psycopg.connect(scratch_cluster, autocommit=True) as administrator:
        urls = []
        for name in ("stress_server", "stress_client"):
            administrator.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
            urls.append(make_url(scratch_cluster).set(database=name).render_as_string(hide_password=False))
        yield Pair(server_kind="postgresql", client_kind="postgresql", server_url=urls[0], client_url=urls[1])
        for name in ("stress_server", "stress_client"):
            administrator.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


class Writer(threading.Thread):
    """An application, until it is told to stop; it writes rows whose number is its side's, modulo two."""

    def __init__(self, url: str, number: int, side: int, stop: threading.Event) -> None:
        super().__init__(daemon=True)
        self.url, self.number, self.side, self.stop = url, number, side, stop
        self.random = random.Random(number)  # noqa: S311 - nobody is to be kept from guessing
        self.next = 2 * (number + 1) * 10_000_000 + side
        self.transactions = 0
        self.failure: BaseException | None = None
        self.prepared: list[str] = []

    def run(self) -> None:
        try:
            with psycopg.connect(self.url, autocommit=True) as connection:
                connection.execute("SET lock_timeout = '1s'")
                while not self.stop.is_set():
                    with suppress(psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
                        self._transaction(connection)
                    if connection.info.transaction_status:
                        connection.execute("ROLLBACK")
                    self._end_prepared(connection, keep=self.random.randint(0, 2))
                self._end_prepared(connection, keep=0)
        except BaseException as error:  # noqa: BLE001 - raised in the test's own thread
            self.failure = error

    def _transaction(self, connection: psycopg.Connection[Any]) -> None:
        length_s = 10 ** self.random.uniform(-3, math.log10(LONGEST_S))
        steps = self.random.randint(1, 4)
        connection.execute("BEGIN")
        connection.execute("SELECT now()")
        for _ in range(steps):
            self.stop.wait(length_s / steps)
            saved = self.random.random() < 0.3
            if saved:
                connection.execute("SAVEPOINT s")
            connection.execute(self._statement().encode())
            if saved:
                connection.execute("RELEASE s" if self.random.random() < 0.5 else "ROLLBACK TO s")
        self.stop.wait(length_s / 4)
        end = self.random.random()
        if end < 0.1:
            connection.execute("ROLLBACK")
        elif end < 0.2:
            name = f"w{self.side}_{self.number}_{self.transactions}"
            connection.execute(f"PREPARE TRANSACTION '{name}'".encode())
            self.prepared.append(name)
        else:
            connection.execute("COMMIT")
        self.transactions += 1

    def _statement(self) -> str:
        kind = self.random.random()
        if kind < 0.7:
            self.next += 2
            return f"INSERT INTO \"item\" VALUES ({self.next}, 'new')"
        one = f'(SELECT "id" FROM "item" WHERE "id" % 2 = {self.side} ORDER BY random() LIMIT 1)'
        if kind < 0.9:
            return f'UPDATE "item" SET "name" = \'{self.random.random()}\' WHERE "id" = {one}'
        return f'DELETE FROM "item" WHERE "id" = {one}'

    def _end_prepared(self, connection: psycopg.Connection[Any], *, keep: int) -> None:
        while len(self.prepared) > keep:
            connection.execute(f"COMMIT PREPARED '{self.prepared.pop(0)}'".encode())


def under_load(sides: Sides) -> tuple[int, int, int]:
    """Syncs while everybody writes, and after that until nothing moves: syncs, transactions, conflicts."""
    stop = threading.Event()
    urls = [(side.url, place) for place, side in enumerate((sides.server, sides.client))]
    writers = [Writer(url, number, place, stop) for url, place in urls for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    syncs = conflicts = 0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        result = sides.sync()
        assert result.failed == 0
        syncs, conflicts = syncs + 1, conflicts + result.conflicts
    stop.set()
    for writer in writers:
        writer.join(30)
        if writer.failure is not None:
            raise writer.failure
    conflicts += sides.sync().conflicts
    assert moved(sides.sync()) == NOTHING
    return syncs, sum(writer.transactions for writer in writers), conflicts


@pytest.fixture
def sides(provisioned: Opener) -> Sides:
    """A server and a client with some rows of both."""
    made = provisioned(ITEM, tables=["item"], on_server=[f'INSERT INTO "item" VALUES {_rows(range(2, 40, 2))}'])
    made.sync()
    made.client.run(f'INSERT INTO "item" VALUES {_rows(range(1, 40, 2))}')
    made.sync()
    return made


def _rows(numbers: range) -> str:
    return ", ".join(f"({number}, 'old')" for number in numbers)


def test_syncs_under_load_miss_nothing_and_find_no_conflict(sides: Sides) -> None:
    syncs, transactions, conflicts = under_load(sides)

    sys.stdout.write(f"{syncs} syncs, {transactions} transactions\n")  # shown by pytest -rP
    assert sides.equal("item")
    assert conflicts == 0
    assert min(syncs, transactions) > SECONDS, "there was a load"


def test_the_same_load_breaks_the_naive_mark(sides: Sides, monkeypatch: pytest.MonkeyPatch) -> None:
    use_naive_marks(monkeypatch)

    _, _, conflicts = under_load(sides)

    assert not sides.equal("item") or conflicts
