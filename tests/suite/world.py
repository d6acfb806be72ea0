"""A server, its clients and their applications in real databases, with an oracle that watches.

Everything happens one after the other, in one thread: what would be at once is done at chosen moments of a session.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from dms_pipeline.errors import DmsError
from dms_pipeline.events import silent
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.peers import SessionOptions
from dms_pipeline.sync.session import synchronize
from tests.provisioning import SCOPE, provision
from tests.suite.abilities import abilities
from tests.suite.gaps import Gap
from tests.suite.oracle import Aside, Kept, Oracle, Standing
from tests.suite.shape import BY_NAME, QUIRKY, SHAPES, read
from tests.suite.tapping import Tap, tapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import Applied, SyncResult
    from tests.suite.abilities import Backup
    from tests.suite.oracle import Version
    from tests.suite.shape import Key, Rows, Values

SERVER = "server"
WAITS_MS = 2_000  # a session, where nothing stands in its way
UNSEEN_S = 240  # a clock that went back by less is harmless, though nobody notices
HURRIES_MS = 30  # whoever meets a transaction that will not end before he gives up
QUIRKS = {0: "loud", 1: "bad"}  # what names begin with, by their number, modulo 6
ROUNDS = 8  # quiet ones; a row kept aside may need several until it finds its parent


class Verb(StrEnum):
    """What an application does to a row."""

    PUT = "put"  # update it, or insert it if it is not there
    DROP = "drop"
    AGAIN = "again"  # delete it and insert it again, in one transaction
    FREE = "free"  # empty its reference, or its unique word


@dataclass(frozen=True, slots=True)
class Write:
    """One statement of an application; `other` is what the row refers to, or its unique word."""

    verb: Verb
    table: str
    id: int
    other: int | None


class Step(StrEnum):
    """A moment in a session at which somebody else may act."""

    BEFORE_UPLOAD = "before-upload"
    LOCAL_SELECTED = "local-selected"  # in the client's snapshot
    UPLOADED = "uploaded"
    REMOTE_SELECTED = "remote-selected"  # in the server's snapshot
    BEFORE_COMMIT = "before-commit"  # of any transaction of the session


class Side:
    """A database of the world."""

    def __init__(self, name: str, url: str, stack: ExitStack) -> None:
        self.name = name
        self.url = url
        self._database = Database(name, url)
        stack.callback(self._database.dispose)
        self._stack = stack
        first = stack.enter_context(self._database.connection())
        self.kind = first.provider.name
        self.abilities = abilities(self.kind)
        self.prepares = self.abilities.prepares(first)
        self.clock = None if self.abilities.clock is None else self.abilities.clock(first)
        self.application = self._made_ready(first)
        self.is_server = name == SERVER

    def open(self) -> Connection:
        """Another connection."""
        return self._made_ready(self._stack.enter_context(self._database.connection()))

    def _made_ready(self, connection: Connection) -> Connection:
        for statement in self.abilities.prepare_connection:
            connection.execute(statement)
        self.abilities.patience(connection, WAITS_MS)
        if self.clock is not None:
            self.clock.show(connection)
        return connection


class Transaction:
    """An application's transaction: what it has written is known to the oracle when it is committed.

    Its statements stand in savepoints, so that one that is refused is none; without them, a refused one ends it.
    """

    def __init__(self, world: World, side: Side, connection: Connection, *, savepoints: bool = True) -> None:
        self.world, self.side, self.connection, self.savepoints = world, side, connection, savepoints
        self.mine: dict[Key, Standing] = {}
        self.versions: list[Version] = []
        self.prepared: str | None = None  # the name under which it waits
        side.abilities.patience(connection, HURRIES_MS)
        connection.execute("BEGIN" if side.abilities.concurrent_writers else "BEGIN IMMEDIATE")

    def write(self, write: Write) -> bool:
        """One write; False, and nothing done, if a constraint or a lock refuses it."""
        return self.statements(lambda rows: _statements(self.world, self.connection, write, rows))

    def statements(self, make: Callable[[Rows], Sequence[tuple[str, tuple[Any, ...]]]]) -> bool:
        """Statements made from the rows as this transaction sees them."""
        connection, oracle, name = self.connection, self.world.oracle, self.side.name
        self._savepoint("SAVEPOINT app")
        try:
            before = read(connection)
            oracle.observe(name, before, self.mine)
            for sql, values in make(before):
                connection.execute(sql, values)
                after = read(connection)
                for key in sorted({*before, *after}):
                    if before.get(key) != after.get(key):
                        seen = self.mine.get(key) or oracle.at(name, key)
                        version = oracle.written(name, key, after.get(key), seen)
                        self.mine[key] = Standing(version.row, (version,))
                        self.versions.append(version)
                before = after
        except DmsError:
            if not self.savepoints:
                raise
            self._savepoint("ROLLBACK TO SAVEPOINT app", "RELEASE SAVEPOINT app")
            self._forget()
            return False
        self._savepoint("RELEASE SAVEPOINT app")
        self._kept = (dict(self.mine), list(self.versions))
        return True

    def _savepoint(self, *statements: str) -> None:
        for statement in statements if self.savepoints else ():
            self.connection.execute(statement)

    _kept: tuple[dict[Key, Standing], list[Version]] = ({}, [])

    def _forget(self) -> None:
        self.mine, self.versions = dict(self._kept[0]), list(self._kept[1])

    def undone(self, write: Write) -> None:
        """A write inside a savepoint that is rolled back."""
        kept = self._kept
        self.connection.execute("SAVEPOINT undone")
        self.write(write)
        self.connection.execute("ROLLBACK TO SAVEPOINT undone")
        self.connection.execute("RELEASE SAVEPOINT undone")
        self._kept = kept
        self._forget()

    def prepare(self) -> None:
        """Let it wait for its end without a connection."""
        self.prepared = f"dms-{uuid4().hex}"
        self.connection.execute(f"PREPARE TRANSACTION '{self.prepared}'")

    def commit(self) -> bool:
        """False if the database refuses it; it is rolled back then."""
        try:
            self.connection.execute("COMMIT" if self.prepared is None else f"COMMIT PREPARED '{self.prepared}'")
        except DmsError:
            self.rollback()
            return False
        self.world.oracle.committed(self.side.name, self.versions)
        return True

    def rollback(self) -> None:
        """Undo all of it."""
        if self.prepared is None:
            self.connection.rollback()
        else:
            self.side.application.execute(f"ROLLBACK PREPARED '{self.prepared}'")


def _statements(world: World, connection: Connection, write: Write, rows: Rows) -> list[tuple[str, tuple[Any, ...]]]:
    shape = BY_NAME[write.table]
    mark = connection.provider.traits.style.mark
    values: tuple[Any, ...]
    if shape.key > 1:
        values = (write.id, write.other or 1)
    else:
        number = next(world.numbers)
        name = f"{QUIRKS.get(number % 6, 'v') if write.table == QUIRKY else 'v'}{number}"
        middle = {
            "team": (),
            "tag": (None if write.other is None else f"word{write.other}",),
        }.get(write.table, (write.other,))
        values = (write.id, *middle, name)
        if write.verb is Verb.FREE:
            values = (write.id, *(None for _ in middle), name)
    key = values[: shape.key]
    where = " AND ".join(f'"{name}" = {mark}' for name in shape.columns[: shape.key])
    there = (shape.name, key) in rows
    delete = (f'DELETE FROM "{shape.name}" WHERE {where}', key)
    insert = (
        f'INSERT INTO "{shape.name}" VALUES ({", ".join(mark for _ in values)})',
        values,
    )
    others = shape.columns[shape.key :]
    sets = ", ".join(f'"{name}" = {mark}' for name in others)
    update = (f'UPDATE "{shape.name}" SET {sets} WHERE {where}', (*values[shape.key :], *key))
    match write.verb:
        case Verb.DROP:
            return [delete] if there else []
        case Verb.AGAIN:
            return [delete, insert] if there else [insert]
        case Verb.FREE:
            return [update] if there and others else []
        case Verb.PUT:
            return ([update] if others else []) if there else [insert]


class Clocks:
    """How far the clocks of sides are ahead, in seconds, and were when each client last looked at them."""

    def __init__(self) -> None:
        self._ahead: Counter[str] = Counter()
        self._highest: Counter[str] = Counter()
        self._looked: dict[tuple[str, str], int] = {}  # by side and client: the greatest that a mark can be of
        self._before: dict[tuple[str, str], int] = {}

    def step(self, side: str, seconds: int) -> None:
        """One was set."""
        self._ahead[side] += seconds
        self._highest[side] = max(self._highest[side], self._ahead[side])

    def begun(self, *both: str) -> None:
        """A session of the second side, a client, with the first."""
        self._before |= {(side, both[1]): self._ahead[side] for side in both}

    def ended(self, *both: str, is_whole: bool) -> None:
        """It is over; a client whose session was lost may still show what it showed before."""
        for pair in ((side, both[1]) for side in both):
            seen = max(self._before[pair], self._ahead[pair[0]])
            self._looked[pair] = seen if is_whole else max(seen, self._looked.get(pair, seen))

    def went_back(self, client: str) -> None:
        """A client may show any mark of earlier."""
        self._looked |= {pair: self._highest[pair[0]] for pair in self._looked if pair[1] == client}

    def is_behind(self, side: str) -> bool:
        """A side's clock is so far behind what some client has seen that it cannot tell, once that is no longer so."""
        return any(
            self._ahead[side] < looked - UNSEEN_S for (other, _), looked in self._looked.items() if other == side
        )


@dataclass(frozen=True, slots=True)
class Interruption:
    """Somebody acts at a moment of a session: at a step, or before the k-th statement."""

    at: Step | int
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Fault:
    """Both connections of a session are lost at its k-th statement, before or after the statement's effect."""

    at: int
    after: bool


class World:
    """The databases, provisioned once and emptied for each history; all clients take part in it, or the first ones."""

    def __init__(self, server_url: str, client_urls: Sequence[str]) -> None:
        self._stack = ExitStack()
        self.server = Side(SERVER, server_url, self._stack)
        self.clients = [Side(f"client-{n}", url, self._stack) for n, url in enumerate(client_urls, 1)]
        self.sides = self._all = (self.server, *self.clients)
        for shape in SHAPES:
            self.server.application.run(shape.ddl)
        setup = SyncSetup(tables=tuple(SetupTable(name=shape.name) for shape in SHAPES))
        provision(self.server.application, [client.application for client in self.clients], setup)
        self._empty = {side.name: side.abilities.backup(side.application) for side in self.sides}
        self._sessions = [(self.server.open(), client.open()) for client in self.clients]
        self._spare: dict[str, list[Connection]] = {side.name: [] for side in self.sides}
        self.open: list[Transaction] = []
        self.copies: dict[str, tuple[Backup, int, int]] = {}
        self.statistics: Counter[str] = Counter()
        self._stack.callback(self._end_all)
        self.oracle = Oracle((), SERVER)
        self.begin()

    @classmethod
    @contextmanager
    def opened(cls, server_url: str, client_urls: Sequence[str]) -> Iterator[World]:
        """One for a block."""
        world = cls(server_url, client_urls)
        with world._stack:
            yield world

    def begin(self, clients: int | None = None) -> None:
        """A new history, on empty databases; only some clients take part in it, if there are to be fewer."""
        self._end_all()
        self.sides = self._all[: None if clients is None else clients + 1]
        self.clients = list(self.sides[1:])
        quirky = self.oracle.quirky
        self.oracle = Oracle(tuple(side.name for side in self.sides), SERVER)
        for side in self._all:
            if side.name in quirky:
                self._set_quirks(side)
        for side in self.sides:
            self._empty[side.name].restore(side.application)
            if side.clock is not None:
                side.clock.set_right()
        self.clocks = Clocks()
        self._read = {side.name: 0 for side in self.sides}
        self.copies = {}
        self.owing: set[int] = set()
        self.met: set[int] = set()  # clients that have ended a sync, and not gone back since
        self.numbers = count(1)
        self.statistics["histories"] += 1

    def _end_all(self) -> None:
        for transaction in self.open:
            transaction.rollback()
        self.open = []

    def may(self, gap: Gap) -> bool:
        """No side of this world has a gap."""
        return all(gap not in side.abilities.gaps for side in self.sides)

    # Applications.

    def write(
        self, side: int, *writes: Write, undone: Write | None = None, rollback: bool = False, inside: bool = False
    ) -> bool:
        """A transaction of its own, committed or rolled back; `inside` a session."""
        if not inside:
            self._repeat()
        where = self.sides[side]
        alone = len(writes) == 1 and undone is None
        try:
            transaction = Transaction(self, where, where.application, savepoints=not alone)
        except DmsError:
            return False  # a session holds the file
        try:
            for write in writes:
                self.statistics["writes"] += transaction.write(write)
            if undone is not None:
                transaction.undone(undone)
        except BaseException as error:
            transaction.rollback()
            if alone and isinstance(error, DmsError):
                return False
            raise
        if rollback:
            transaction.rollback()
            return True
        return transaction.commit()

    def statement(self, side: int, sql: str, values: tuple[Any, ...] = ()) -> bool:
        """Any statement, in a transaction of its own; False, and nothing done, if a constraint refuses it."""
        self._repeat()
        return self._alone(side, [(sql, values)])

    def _alone(self, side: int, statements: Sequence[tuple[str, tuple[Any, ...]]]) -> bool:
        where = self.sides[side]
        try:
            transaction = Transaction(self, where, where.application, savepoints=False)
            transaction.statements(lambda _: statements)
        except BaseException as error:
            where.application.rollback()
            if isinstance(error, DmsError):
                return False
            raise
        return transaction.commit()

    def change_key(self, side: int, table: str, old: int, new: int) -> bool:
        """UPDATE of a primary key, or of the first part of one."""
        shape, mark = BY_NAME[table], self.sides[side].application.provider.traits.style.mark
        first, last = shape.columns[0], shape.columns[-1]
        if shape.key > 1:
            return self.statement(side, f'UPDATE "{table}" SET "{first}" = {mark} WHERE "{first}" = {mark}', (new, old))
        sql = f'UPDATE "{table}" SET "{first}" = {mark}, "{last}" = {mark} WHERE "{first}" = {mark}'
        return self.statement(side, sql, (new, f"v{next(self.numbers)}", old))

    def or_clause(self, side: int, clause: str, number: int, word: int, *, update: bool) -> bool:
        """INSERT OR …, UPDATE OR …: REPLACE takes the word away from another row by deleting that."""
        values = (f"word{word}", f"v{next(self.numbers)}", number)
        if update:
            return self.statement(side, f'UPDATE OR {clause} "tag" SET "word" = ?, "name" = ? WHERE "id" = ?', values)
        return self.statement(side, f'INSERT OR {clause} INTO "tag" ("word", "name", "id") VALUES (?, ?, ?)', values)

    def rewrite(self, side: int, table: str, *, inside: bool = False) -> bool:
        """An application changes the structure of a table, and back."""
        if not inside:
            self._repeat()
        column = BY_NAME[table].columns[0]
        return self._alone(side, [(sql, ()) for sql in self.sides[side].abilities.rewrites(table, column)])

    def add_quirks(self, side: int) -> None:
        """An application has triggers on a table, from now on."""
        self._repeat()
        where = self.sides[side]
        self.oracle.quirky.add(where.name)
        self._set_quirks(where)

    def _set_quirks(self, side: Side) -> None:
        for statement in side.abilities.without_quirks(QUIRKY):
            side.application.run(statement)
        for statement in side.abilities.quirks(QUIRKY) if side.name in self.oracle.quirky else ():
            side.application.run(statement)

    def begin_open(self, side: int, write: Write) -> None:
        """A transaction that stays open."""
        self._repeat()
        where = self.sides[side]
        spare = self._spare[where.name]
        transaction = Transaction(self, where, spare.pop() if spare else where.open())
        self.open.append(transaction)
        transaction.write(write)
        self.statistics["left open"] += 1

    def prepare_open(self, number: int) -> bool:
        """Prepare one, where that can be done and was not; it is ended like the others."""
        transaction = self.open[number]
        if not transaction.side.prepares or transaction.prepared is not None:
            return False
        transaction.prepare()
        self.statistics["prepared"] += 1
        return True

    def step_clock(self, side: int, seconds: int) -> bool:
        """Set a side's clock; False, and nothing done, where it has none, or nobody would see it go back and forth."""
        where = self.sides[side]
        if where.clock is None:
            return False
        sees = Gap.CLOCKS_BACK_AND_FORTH not in where.abilities.gaps
        if not sees and seconds > 0 and self.clocks.is_behind(where.name):
            return False
        self.clocks.step(where.name, seconds)
        where.clock.step(seconds=seconds)
        return True

    def end_open(self, number: int, *, commit: bool) -> None:
        """End one."""
        transaction = self.open.pop(number)
        if commit:
            transaction.commit()
        else:
            transaction.rollback()
        self._spare[transaction.side.name].append(transaction.connection)

    # Sessions.

    def sync(
        self,
        client: int = 0,
        policy: ConflictPolicy = ConflictPolicy.SERVER_WINS,
        *,
        interruption: Interruption | None = None,
        fault: Fault | None = None,
        hurried: bool = False,
        owing: bool = True,
    ) -> SyncResult | None:
        """One session; None if it was lost, or if a lock was in its way.

        `hurried`: inside another session. `owing`: where it makes a difference, a session that was lost is repeated
        before anybody writes.
        """
        if not hurried:
            self._repeat()
        self.owing.discard(client)
        both = (SERVER, self.clients[client].name)
        self.clocks.begun(*both)
        server, local = self._sessions[client]
        may_fail = bool(fault or interruption or self.open or hurried)
        patience = HURRIES_MS if may_fail else WAITS_MS
        for side, connection in ((self.server, server), (self.clients[client], local)):
            side.abilities.patience(connection, patience)
        hooks = _Hooks(interruption)
        tap = Tap(
            fail_at=fault.at if fault else None,
            after=fault.after if fault else False,
            act_at=interruption.at if interruption and isinstance(interruption.at, int) else None,
            act=hooks.act,
            before_commit=lambda _: hooks(Step.BEFORE_COMMIT),
        )
        try:
            with tapped(tap, server, local):
                result = synchronize(
                    _Local(local, hooks),
                    _Remote(server, hooks),
                    SCOPE,
                    parameter_hash=parameter_hash({}),
                    clock=time.perf_counter,
                    options=SessionOptions(conflict_policy=policy),
                    report=silent,
                )
        except DmsError:
            if not may_fail:
                raise
            self.oracle.repeated = True
            self.statistics["syncs lost"] += 1
            if owing and not (self.may(Gap.REPEATED_UPLOADS) and self.may(Gap.REPEATED_FIRST_SYNCS)):
                self.owing.add(client)
            result = None
        finally:
            self.last = tap
            if tap.lost:
                self.statistics["faults"] += 1
                self.server.abilities.end(server)
                self.clients[client].abilities.end(local)
        self.statistics["syncs"] += 1
        self.clocks.ended(*both, is_whole=result is not None)
        if result is not None:
            self.met.add(client)
        self.look(client)
        return result

    def _repeat(self) -> None:
        for client in sorted(self.owing):
            self.owing.discard(client)
            self.sync(client)

    def look(self, client: int) -> None:
        """Let the oracle see both sides of a session and what they have kept."""
        sides = (self.server, self.clients[client])
        for side, other in (sides, sides[::-1]):
            self.oracle.observe(side.name, read(side.application), met=other.name)
        for side in sides:
            entries = self._journal(side)
            self.statistics["conflicts"] += len(entries)
            self.statistics.update(f"conflict {_cell(entry)}" for entry in entries)
            self.oracle.journalled(entries)

    def _journal(self, side: Side) -> list[Kept]:
        sql = (
            'SELECT "conflict_id", "table_name", "row_key", "server_row", "client_row", "kept", "rule"'
            f' FROM "dms_journal" WHERE "conflict_id" > {self._read[side.name]} ORDER BY 1'
        )
        rows = side.application.rows(sql)
        if rows:
            self._read[side.name] = rows[-1][0]
        return [
            Kept(
                side=side.name,
                key=_key(table, key),
                server=_values(table, server),
                client=_values(table, client),
                kept=kept,
                rule=rule,
            )
            for _, table, key, server, client, kept, rule in rows
        ]

    def aside(self) -> list[Aside]:
        """The rows that the sides keep aside."""
        sql = 'SELECT "table_name", "row_key", "change_kind", "row_values", upper("client_id") FROM "dms_errors"'
        clients = {
            str(identity).upper()
            for side in self.clients
            for (identity,) in side.application.rows('SELECT "sync_scope_id" FROM "scope_info_client"')
        }
        return [
            Aside(
                side=side.name,
                key=_key(table, key),
                row=None if kind == "delete" else _values(table, values),
                is_gone=owner not in clients,
            )
            for side in self.sides
            for table, key, kind, values, owner in side.application.rows(sql)
        ]

    # The end.

    def settle(self) -> None:
        """End what is open, and sync in turns until nothing moves."""
        while self.open:
            self.end_open(0, commit=True)
        for _ in range(ROUNDS):
            results = [self.sync(client) for client in range(len(self.clients))]
            if not any(result is None or _moved(result) for result in results):
                return
        raise AssertionError(f"rows keep moving: {results}")

    def judge(self) -> None:
        """After quiet rounds: is everything accounted for?"""
        self.oracle.judge({side.name: read(side.application) for side in self.sides}, self.aside())

    # Copies of databases.

    def backup(self, client: int) -> None:
        """Take a copy of a client."""
        side = self.clients[client]
        self.copies[side.name] = (side.abilities.backup(side.application), self._read[side.name], self.oracle.last)

    def restore(self, client: int, copy_of: int) -> None:
        """A client becomes what a client was when a copy was taken of it."""
        side = self.clients[client]
        copy, self._read[side.name], last = self.copies[self.clients[copy_of].name]
        copy.restore(side.application)
        if not any(transaction.side is side for transaction in self.open):
            self._set_quirks(side)  # some copies have triggers, too
        self.met.discard(client)
        self.clocks.went_back(side.name)
        since = last if client == copy_of else 0
        self.oracle.went_back(side.name, read(side.application), copy_of=self.clients[copy_of].name, since=since)
        self.statistics["restored"] += 1


class _Hooks:
    """Calls the interruption once, at its step."""

    def __init__(self, interruption: Interruption | None) -> None:
        self._interruption = interruption
        self._done = False

    def __call__(self, step: Step) -> None:
        if self._interruption is not None and self._interruption.at == step:
            self.act()

    def act(self) -> None:
        """Now."""
        if self._interruption is not None and not self._done:
            self._done = True
            self._interruption.act()


class _Local(LocalDatabasePeer):
    """A client's side with hooks."""

    def __init__(self, connection: Connection, hooks: _Hooks) -> None:
        super().__init__(connection)
        self.hooks = hooks

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        self.hooks(Step.BEFORE_UPLOAD)
        with super().select(client, groups) as selection:
            yield _begun(selection, lambda: self.hooks(Step.LOCAL_SELECTED))


class _Remote(RemoteDatabasePeer):
    """A server's side with hooks."""

    def __init__(self, connection: Connection, hooks: _Hooks) -> None:
        super().__init__(connection)
        self.hooks = hooks

    def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
        applied = super().apply(client, delivery)
        self.hooks(Step.UPLOADED)
        return applied

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
        with super().select(client, groups, encodings, local, whole=whole) as selection:
            yield _begun(selection, lambda: self.hooks(Step.REMOTE_SELECTED))


def _begun(selection: Selection, then: Callable[[], None]) -> Selection:
    """The first rows are read, so that the snapshot is surely taken; then somebody acts."""
    first = list(islice(selection.batches, 1))
    then()
    return replace(selection, batches=chain(first, selection.batches))


def _moved(result: SyncResult) -> bool:
    return any(
        counts.rows or counts.deletes or counts.conflicts
        for applied in (result.to_server, result.to_client)
        for counts in applied.tables.values()
    )


def _cell(entry: Kept) -> str:
    def change(row: Values | None) -> str:
        return "delete" if row is None else "write"

    return f"{entry.kept} keeps, server {change(entry.server)}, client {change(entry.client)}, on {entry.side[:6]}"


def _key(table: str, text: str) -> Key:
    values = json.loads(text)
    shape = BY_NAME[table]
    return table, tuple(values[name] for name in shape.columns[: shape.key])


def _values(table: str, text: str | None) -> Values | None:
    if text is None:
        return None
    values = json.loads(text)
    return tuple(values[name] for name in BY_NAME[table].columns)
