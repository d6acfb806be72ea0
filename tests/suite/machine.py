"""The rules by which Hypothesis makes histories, and the test that plays them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from dms_pipeline.sync.conflict import ConflictPolicy
from tests.suite.gaps import Gap
from tests.suite.shape import SHAPES
from tests.suite.world import Fault, Interruption, Step, Verb, World, Write

if TYPE_CHECKING:
    from collections.abc import Callable

CLIENTS = 4  # of a history, at most
STEPS = 12  # of one history, at most; longer ones find little more and cost in proportion
LAST_STATEMENT = 90  # of a session of this world, roughly

sides = st.integers(0, CLIENTS)
clients = st.integers(0, CLIENTS - 1)
numbers = st.integers(1, 2)  # few, so that they meet
clock_steps = st.builds(  # in seconds
    lambda size, sign: size * sign, st.sampled_from([1, 40, 300, 1_500, 3_600, 20_000]), st.sampled_from([-1, 1])
)
policies = st.sampled_from(ConflictPolicy)
tables = st.sampled_from([shape.name for shape in SHAPES])
writes = st.builds(
    Write,
    verb=st.sampled_from([Verb.PUT, Verb.PUT, Verb.PUT, Verb.DROP, Verb.AGAIN, Verb.FREE]),
    table=tables,
    id=numbers,
    other=st.none() | numbers,
)
faults = st.builds(Fault, at=st.integers(1, LAST_STATEMENT), after=st.booleans())


class Histories(RuleBasedStateMachine):
    """A history: what applications and syncs do, and quiet rounds at its end."""

    world: World  # set by the test, one for all histories

    def __init__(self) -> None:
        super().__init__()
        self.wrong = False
        self.steps = 0

    def _do(self, name: str, action: Callable[[], object]) -> None:
        self.steps += 1
        self.world.statistics["steps"] += 1
        event(name)
        self.world.statistics[f"step: {name}"] += 1
        try:
            action()
        except BaseException:
            self.wrong = True
            raise

    def _side(self, number: int) -> int:
        return number % len(self.world.sides)

    def _client(self, number: int) -> int:
        return number % len(self.world.clients)

    def _hides(self, client: int, side: int) -> bool:
        """What a side writes inside a client's session is not borne yet."""
        is_own_first = side == client + 1 and client not in self.world.met
        return is_own_first and not self.world.may(Gap.EDITS_DURING_A_FIRST_SYNC)

    @initialize(clients=st.integers(1, CLIENTS), some=st.lists(writes, max_size=5), met=st.booleans())
    def begin(self, clients: int, some: list[Write], met: bool) -> None:  # noqa: FBT001
        """Rows on the server, and clients that have met it or not."""
        self.world.begin(clients)
        self._do("rows at first", lambda: self.world.write(0, *some))
        for client in range(clients if met else 0):
            self._do("sync", lambda client=client: self.world.sync(client))  # type: ignore[misc]

    @rule(side=sides, write=writes)
    def one_write(self, side: int, write: Write) -> None:
        self._do("write", lambda: self.world.write(self._side(side), write))

    @rule(one=sides, other=sides, verb=st.sampled_from([Verb.PUT, Verb.PUT, Verb.DROP]), write=writes)
    def contradiction(self, one: int, other: int, verb: Verb, write: Write) -> None:
        """Two sides write to one row, neither having seen the other's."""

        def both() -> None:
            self.world.write(self._side(one), write)
            self.world.write(self._side(other), replace(write, verb=verb))

        self._do("contradiction", both)

    @rule(side=sides, some=st.lists(writes, min_size=2, max_size=4), undone=st.none() | writes, rollback=st.booleans())
    def transaction(self, side: int, some: list[Write], undone: Write | None, rollback: bool) -> None:  # noqa: FBT001
        self._do("transaction", lambda: self.world.write(self._side(side), *some, undone=undone, rollback=rollback))

    @precondition(lambda self: len(self.world.open) < 3 and self.world.may(Gap.LATE_COMMITS))
    @rule(side=sides, write=writes)
    def leave_open(self, side: int, write: Write) -> None:
        side = self._side(side)
        if self.world.sides[side].abilities.concurrent_writers:
            self._do("left open", lambda: self.world.begin_open(side, write))

    @precondition(lambda self: self.world.open)
    @rule(number=st.integers(0, 2))
    def prepare_open(self, number: int) -> None:
        self._do("prepare", lambda: self.world.prepare_open(number % len(self.world.open)))

    @precondition(lambda self: self.world.open)
    @rule(number=st.integers(0, 2), commit=st.booleans())
    def end_open(self, number: int, commit: bool) -> None:  # noqa: FBT001
        self._do("ended", lambda: self.world.end_open(number % len(self.world.open), commit=commit))

    @rule(client=clients, policy=policies)
    def sync(self, client: int, policy: ConflictPolicy) -> None:
        self._do("sync", lambda: self.world.sync(self._client(client), policy))

    @rule(client=clients, policy=policies, fault=faults)
    def lost_sync(self, client: int, policy: ConflictPolicy, fault: Fault) -> None:
        self._do("sync with a fault", lambda: self.world.sync(self._client(client), policy, fault=fault))

    @rule(
        client=clients,
        policy=policies,
        side=sides,
        some=st.lists(writes, min_size=1, max_size=2),
        step=st.sampled_from(Step),
    )
    def sync_with_a_writer(self, client: int, policy: ConflictPolicy, side: int, some: list[Write], step: Step) -> None:
        client, side = self._client(client), self._side(side)
        if self._hides(client, side):
            return

        def act() -> None:
            self.world.statistics[f"wrote at {step}"] += self.world.write(side, *some, inside=True)

        self._do(
            f"a writer at {step}",
            lambda: self.world.sync(client, policy, interruption=Interruption(step, act)),
        )

    @precondition(lambda self: self.world.may(Gap.WRITES_AT_THE_MARK))
    @rule(client=clients, policy=policies, side=sides, write=writes, at=st.integers(1, LAST_STATEMENT))
    def sync_with_a_writer_at_a_statement(
        self, client: int, policy: ConflictPolicy, side: int, write: Write, at: int
    ) -> None:
        client, side = self._client(client), self._side(side)
        if self._hides(client, side):
            return
        act = lambda: self.world.write(side, write, inside=True)  # noqa: E731 - a name for the line below
        self._do("a writer anywhere", lambda: self.world.sync(client, policy, interruption=Interruption(at, act)))

    @rule(side=sides, seconds=clock_steps)
    def step_clock(self, side: int, seconds: int) -> None:
        self._do("clock stepped", lambda: self.world.step_clock(self._side(side), seconds))

    @rule(side=sides, seconds=clock_steps, write=writes)
    def write_on_another_day(self, side: int, seconds: int, write: Write) -> None:
        """The clock is right again afterwards, where that is no gap."""

        def act() -> None:
            stepped = self.world.step_clock(self._side(side), seconds)
            self.world.write(self._side(side), write)
            if stepped:
                self.world.step_clock(self._side(side), -seconds)

        self._do("clock stepped back and forth", act)

    @rule(client=clients, policy=policies, side=sides, seconds=clock_steps, step=st.sampled_from(Step))
    def sync_with_a_clock_step(self, client: int, policy: ConflictPolicy, side: int, seconds: int, step: Step) -> None:
        act = lambda: self.world.step_clock(self._side(side), seconds)  # noqa: E731
        self._do(
            f"clock stepped at {step}",
            lambda: self.world.sync(self._client(client), policy, interruption=Interruption(step, act)),
        )

    @rule(client=clients, other=clients, policy=policies, step=st.sampled_from(Step))
    def sync_inside_a_sync(self, client: int, other: int, policy: ConflictPolicy, step: Step) -> None:
        client, other = self._client(client), self._client(other)
        if client != other:
            act = lambda: self.world.sync(other, policy, hurried=True)  # noqa: E731
            self._do(
                f"a sync at {step}",
                lambda: self.world.sync(client, policy, interruption=Interruption(step, act)),
            )

    @precondition(lambda self: self.world.may(Gap.RESTORED_CLIENTS))
    @rule(client=clients)
    def backup_client(self, client: int) -> None:
        self._do("backup", lambda: self.world.backup(self._client(client)))

    @precondition(lambda self: self.world.may(Gap.RESTORED_CLIENTS))
    @rule(client=clients)
    def restore_client(self, client: int) -> None:
        client = self._client(client)
        if self.world.clients[client].name not in self.world.copies:
            return
        # The second of two syncs shows the mark of the first.
        if self.world.may(Gap.UNSHOWN_MARKS) or None not in [self.world.sync(client) for _ in range(2)]:
            self._do("restore", lambda: self.world.restore(client, client))

    @precondition(lambda self: self.world.may(Gap.CLONED_CLIENTS))
    @rule(client=clients, other=clients)
    def clone_client(self, client: int, other: int) -> None:
        client, other = self._client(client), self._client(other)
        if client != other and self.world.clients[other].name in self.world.copies:
            self._do("clone", lambda: self.world.restore(client, other))

    @precondition(lambda self: self.world.may(Gap.KEY_UPDATES))
    @rule(side=sides, table=st.sampled_from(["badge", "node", "tag", "link"]), old=numbers, new=numbers)
    def change_key(self, side: int, table: str, old: int, new: int) -> None:
        if old != new:
            self._do("key changed", lambda: self.world.change_key(self._side(side), table, old, new))

    @precondition(lambda self: self.world.may(Gap.TRUNCATE))
    @rule(side=sides, table=st.sampled_from(["badge", "tag", "link"]))
    def truncate(self, side: int, table: str) -> None:
        side = self._side(side)
        if self.world.sides[side].abilities.truncates:
            self._do("truncated", lambda: self.world.statement(side, f'TRUNCATE "{table}"'))

    @precondition(lambda self: self.world.may(Gap.OR_CLAUSES))
    @rule(side=sides, clause=st.integers(0, 4), update=st.booleans(), number=numbers, word=numbers)
    def or_clause(self, side: int, clause: int, update: bool, number: int, word: int) -> None:  # noqa: FBT001
        side = self._side(side)
        clauses = self.world.sides[side].abilities.or_clauses
        if clauses:
            name = clauses[clause % len(clauses)]
            self._do(f"or {name.lower()}", lambda: self.world.or_clause(side, name, number, word, update=update))

    @rule(side=sides, table=tables)
    def rewrite(self, side: int, table: str) -> None:
        self._do("table written anew", lambda: self.world.rewrite(self._side(side), table))

    @rule(client=clients, side=sides, table=tables, policy=policies, step=st.sampled_from(Step))
    def sync_with_a_rewrite(self, client: int, side: int, table: str, policy: ConflictPolicy, step: Step) -> None:
        act = lambda: self.world.rewrite(self._side(side), table, inside=True)  # noqa: E731
        self._do(
            f"table written anew at {step}",
            lambda: self.world.sync(self._client(client), policy, interruption=Interruption(step, act)),
        )

    @precondition(lambda self: not self.world.open and len(self.world.oracle.quirky) < 2)
    @rule(side=sides)
    def add_quirks(self, side: int) -> None:
        self._do("triggers of an application", lambda: self.world.add_quirks(self._side(side)))

    def teardown(self) -> None:
        """Quiet rounds, and the judgement."""
        if self.wrong:
            return
        self.world.settle()
        self.world.judge()


def histories_of(share: int) -> int:
    """How many histories a test plays; `DMS_HISTORIES` multiplies them."""
    return max(1, round(share * float(os.environ.get("DMS_HISTORIES", "1"))))


def play(world: World, number: int) -> None:
    """Play many histories in a world."""

    class Here(Histories):
        pass

    Here.world = world
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=number,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=set(Phase) - {Phase.explain},  # it traces every line: a failure would take ten times as long
        ),
    )
