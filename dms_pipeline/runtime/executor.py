"""Carrying out a plan: locks first, a fresh look inside them, then one transaction per database.

1. Every database of the plan is locked, servers first, then clients by name; making a lock writes nothing.
2. Inside the locks each database is looked at again. Every object must be as the plan found it (its steps are to be
   done) or as the plan leaves it (they are done); anything else makes the plan stale, and nothing is done anywhere.
3. `dms_lock` and `dms_runs` are made where they are missing, and say who applies what.
4. Database by database: the steps, the fingerprints of our objects, one commit, the end of the run, the lock's end.

Killed at any statement, the next apply finds each database before or after its commit and goes on from there. Where
DDL commits by itself, it finds some steps done: what is left is decided by looking, never by a journal, and each step
can be repeated from its start. There the fingerprint of an object goes before the object does, and a trigger without
one is made anew, so that nothing is taken for intact that an apply did not finish.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.events import StepsDone, silent
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.columns import leaves_columns
from dms_pipeline.plan.hazard import Policy, grant, hazard, is_destructive
from dms_pipeline.plan.objects import Moved, moved, objects
from dms_pipeline.plan.plan import Purpose, Role
from dms_pipeline.plan.resume import landing, pending
from dms_pipeline.plan.wording import MARKS, action, price, title
from dms_pipeline.providers.base import Look
from dms_pipeline.providers.recording import note_new, unmoved
from dms_pipeline.runtime.fingerprints import forget_fingerprint, save_fingerprints
from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.runs import begin_run, end_run, owner, utc_text
from dms_pipeline.schema.own import LOCK, OBJECTS, RUNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dms_pipeline.events import Report
    from dms_pipeline.plan.plan import Plan, PlannedConnection, Step
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.providers.base import ApplyLock
    from dms_pipeline.runtime.connect import Database
    from dms_pipeline.schema.model import TableName

LOCK_TIMEOUT_S = 10.0
PAUSE_S = 0.5  # between two tries of one database's transaction, where a table's lock could not be had in time
_GROUND = (LOCK.name, RUNS.name)
_KEEPERS = op.DropTrackingTable | op.DropOwnTable  # what they drop holds rows of users, or changes to them


@dataclass(frozen=True, kw_only=True, slots=True)
class DatabaseDone:
    """What an apply did to one database; `run` is None where there was nothing to do."""

    connection: str
    steps: int
    duration_s: float
    run: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """What an apply did: databases in the order of the plan; `resumed` names those that were done before it began."""

    databases: tuple[DatabaseDone, ...]
    resumed: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps were carried out."""
        return sum(one.steps for one in self.databases)


@dataclass(slots=True)
class _Work:
    """One database on its way."""

    planned: PlannedConnection
    database: Database
    steps: tuple[Step, ...]
    lock: ApplyLock | None = None
    left: tuple[Step, ...] = ()
    run: int | None = None
    done: int = 0
    ground: int = 0
    committed: bool = False
    begun: bool = False
    duration_s: float = 0.0
    dropped: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        return self.planned.name

    @property
    def transactional(self) -> bool:
        """What is undone when a step fails is all of them."""
        return self.database.provider.traits.transactional_ddl

    @property
    def held(self) -> ApplyLock:
        """The lock, once it is held."""
        if self.lock is None:
            raise errors.DmsError(f"{self.name} is not locked")
        return self.lock


def execute(  # noqa: PLR0913 - each argument is a fact of its own
    plan: Plan,
    databases: Mapping[str, Database],
    *,
    policy: Policy | None = None,
    plan_id: str | None = None,
    lock_timeout_s: float = LOCK_TIMEOUT_S,
    report: Report = silent,
) -> Applied:
    """Carry a plan out, all of it or, from where an earlier apply stopped, the rest of it.

    Raises:
        NotAllowed: steps need permission. PlanIsStale: a database moved. Locked, ReadOnly, Unreachable: a database
            cannot be had. In all these cases nothing was done.
        Interrupted: stopped midway; the message says which databases are done.
    """
    policy = policy or Policy()
    if plan.errors:
        raise errors.UsageError("a plan with errors cannot be applied", hint="plan again, and mend what it names")
    _check_allowed(plan, policy)
    works = [
        _Work(planned=one, database=databases[one.name], steps=plan.steps_on(one.name)) for one in plan.connections
    ]
    try:
        busy = _prepare(works, plan, policy, plan_id, lock_timeout_s)
        resumed = tuple(work.name for work in works if work.steps and work not in busy) if busy else ()
        _execute_all(busy, lock_timeout_s, report)
    finally:
        _release_all(works)
    return Applied(
        databases=tuple(
            DatabaseDone(connection=work.name, steps=work.done, duration_s=work.duration_s, run=work.run)
            for work in works
        ),
        resumed=resumed,
    )


def _prepare(works: Sequence[_Work], plan: Plan, policy: Policy, plan_id: str | None, wait_s: float) -> list[_Work]:
    """Everything that comes before the first step; the databases that have steps left."""
    try:
        _lock_all(works, wait_s)
        _look_all(works, policy, asked=plan.purpose is Purpose.DESTROY)
        busy = [work for work in works if work.left]
        _begin_all(busy, policy, plan_id, plan.purpose)
    except errors.DmsError as error:
        error.say(behind="; nothing was done")
        raise
    return busy


def _check_allowed(plan: Plan, policy: Policy) -> None:
    refused = policy.refused(plan.steps)
    if not refused:
        return
    count = "1 step" if len(plan.steps) == 1 else f"{len(plan.steps)} steps"
    denied = [step for step in refused if policy.denies(step)]
    flags = " ".join(dict.fromkeys(grant(step) for step in refused if step not in denied))
    hints = [
        *([f"allow it once: {flags} (--yes never allows)"] if flags else []),
        *(["[policy] deny in the file forbids what no flag allows"] if denied else []),
    ]
    raise errors.NotAllowed(
        f"{len(refused)} of {count} {'needs' if len(refused) == 1 else 'need'} permission; nothing was done\n"
        + "\n".join(_refusal(step, denied=step in denied) for step in refused),
        refused=refused,
        hint="; ".join(hints),
    )


def _refusal(step: Step, *, denied: bool) -> str:
    cost = "denied by the file" if denied else price(step.hazard) or "it is not this pipeline's"
    return f"  {MARKS[action(step.operation)]} {step.connection}  {title(step.operation)}   {cost}"


def _lock_all(works: Sequence[_Work], wait_s: float) -> None:
    for work in works:
        if work.steps:
            work.lock = work.database.provider.lock(work.database.open, wait_s)


def _look_all(works: Sequence[_Work], policy: Policy, *, asked: bool) -> None:
    """Look at every database again, those without steps too: their objects were read to make the plan."""
    stale: list[Moved] = []
    for work in works:
        state = _look(work)
        traits = work.database.provider.traits
        lands = None if traits.transactional_ddl else landing(work.steps, state, traits)
        stale += moved(
            work.planned,
            objects(state, work.planned.watched, traits),
            None if lands is None else objects(lands, work.planned.watched, traits),
        )
        work.left = pending(work.steps, state, traits)
        _check_losses(work, state, policy, asked=asked)
    if stale:
        names = ", ".join(dict.fromkeys(one.connection for one in stale))
        is_or_are = "is" if len({one.connection for one in stale}) == 1 else "are"
        facts = "\n".join(f"  ~ {one.connection} {one}" for one in stale)
        raise errors.PlanIsStale(
            f"{names} {is_or_are} no longer as when the plan was made; nothing was done\n{facts}",
            moved=stale,
            hint="plan again, and read the new plan before you apply it",
        )


def _look(work: _Work) -> DatabaseState:
    look = Look(
        scope_info_table=work.planned.scope_info_table,
        tables=tuple(sorted(work.planned.watched.tables)),
        tracking_tables=tuple(sorted(work.planned.watched.tracking_tables)),
        count_unsynced=any(map(_may_lose, work.steps)),
    )
    # A connection of its own: what it sees cannot change while the lock is held, and no transaction is needed.
    with work.database.connection() as connection:
        return work.database.provider.inspect(connection, look)


def _may_lose(step: Step) -> bool:
    return isinstance(step.operation, _KEEPERS) or leaves_columns(step.operation)


def _check_losses(work: _Work, state: DatabaseState, policy: Policy, *, asked: bool) -> None:
    """Rows never make a plan stale; but changes made since may not be lost without having been shown."""
    is_client = any(role is Role.CLIENT for role, _ in work.planned.roles) or any(
        found.role == Role.CLIENT.value for found in state.owners.values()
    )
    for step in work.left:
        if _may_lose(step) and not is_destructive(step.hazard):
            now = hazard(step.operation, state, work.database.provider.traits, is_client=is_client, asked=asked)
            allowed = any(rule.covers(step.operation) for rule in policy.allow)
            if is_destructive(now) and not allowed:
                raise errors.NotAllowed(
                    f"{work.name}: {title(step.operation)}: since the plan was made, what it takes away {price(now)};"
                    " nothing was done",
                    refused=(step,),
                    hint=f"sync first, or allow it: {grant(step)}",
                )


def _begin_all(works: Sequence[_Work], policy: Policy, plan_id: str | None, purpose: Purpose) -> None:
    """Say in each database who applies what; the tables for that are the first steps of the plan."""
    for work in works:
        guard = work.held.guard
        work.dropped = frozenset(
            step.operation.name for step in work.left if isinstance(step.operation, op.DropOwnTable)
        )
        for step in work.left:
            if isinstance(step.operation, op.CreateOwnTable) and step.operation.table.name.name in _GROUND:
                for statement in step.sql:
                    guard.run(statement)
                work.done += 1
        work.left = tuple(step for step in work.left if not _is_ground(step))
        work.run = begin_run(guard, purpose.value, plan_id=plan_id)
        _write_lock(work)
        if work.held.publish():
            _look_all([work], policy, asked=purpose is Purpose.DESTROY)
            work.left = tuple(step for step in work.left if not _is_ground(step))


def _is_ground(step: Step) -> bool:
    return isinstance(step.operation, op.CreateOwnTable) and step.operation.table.name.name in _GROUND


def _write_lock(work: _Work) -> None:
    guard = work.held.guard
    style = guard.provider.traits.style
    table = own_table(guard, LOCK)
    user = owner()
    values = ("apply", user, user.rpartition("@")[2], os.getpid(), work.run, utc_text())
    columns = style.names(column.name for column in LOCK.columns)
    guard.execute(f"DELETE FROM {table}")
    guard.execute(f"INSERT INTO {table} ({columns}) VALUES ({style.marks(len(values))})", values)


def _execute_all(works: Sequence[_Work], wait_s: float, report: Report) -> None:
    for work in works:
        try:
            _execute_one(work, wait_s, report)
        except BaseException as error:
            work.held.rollback()
            _fail(work, error)
            kept = work.committed or (work.done > work.ground and not work.transactional)
            if not kept and not any(one.committed for one in works) and isinstance(error, errors.DmsError):
                error.say(behind="; rolled back, nothing was done")
                raise
            raise _interrupted(works, work, error) from error


def _execute_one(work: _Work, wait_s: float, report: Report) -> None:
    started = time.monotonic()
    work.ground = work.done
    while True:
        work.begun = True
        try:
            _steps(work, started, report)
            break
        except errors.Locked:
            work.held.rollback()
            if work.transactional:
                work.done = work.ground
            if time.monotonic() + PAUSE_S >= started + wait_s:
                raise
            time.sleep(PAUSE_S)
    work.duration_s = time.monotonic() - started
    work.committed = True
    _end(work)
    report(
        StepsDone(
            connection=work.name,
            done=work.done,
            total=work.done,
            duration_s=work.duration_s,
            committed=True,
        )
    )


def _steps(work: _Work, started: float, report: Report) -> None:
    held = work.held
    held.begin()
    total = work.ground + len(work.left)
    with unmoved(held.work, _retriggered(work.left)):
        # Where nothing is undone, the steps before the one that had to wait are done; each can be repeated whole.
        for step in work.left[work.done - work.ground :]:
            if not work.transactional:
                forget_fingerprint(held.work, step.operation)
            for statement in step.sql:
                held.work.run(statement)
            work.done += 1
            report(
                StepsDone(
                    connection=work.name,
                    done=work.done,
                    total=total,
                    duration_s=time.monotonic() - started,
                    committed=False,
                )
            )
    save_fingerprints(held.work, work.planned.watched, dropped=work.dropped)
    if OBJECTS.name not in work.dropped:
        note_new(held.work, {table for table, _ in work.planned.watched.triggers})
    if held.work is held.guard:
        _close_run(work, "done")
    held.commit()


def _retriggered(steps: Sequence[Step]) -> frozenset[TableName]:
    """The tables of which steps change what records their changes."""
    return frozenset(
        step.operation.trigger.recorded
        for step in steps
        if isinstance(step.operation, op.CreateTrigger | op.DropTrigger)
    )


def _end(work: _Work) -> None:
    """Write the end of the run where the steps' transaction did not hold it."""
    if work.held.work is not work.held.guard:
        _close_run(work, "done")


def _close_run(work: _Work, outcome: str) -> None:
    guard = work.held.guard
    detail = {"steps": work.done}
    if work.run is not None and RUNS.name not in work.dropped:
        end_run(guard, work.run, outcome, detail)
    if LOCK.name not in work.dropped:
        guard.execute(f"DELETE FROM {own_table(guard, LOCK)}")


def _fail(work: _Work, error: BaseException) -> None:
    """Write that the run failed, if that can be written; the error itself is what counts."""
    outcome = "interrupted" if not isinstance(error, errors.DmsError) else f"failed: {error.code}"
    guard = work.held.guard
    try:
        if work.run is not None:
            end_run(guard, work.run, outcome, {"steps": 0})
            guard.execute(f"DELETE FROM {own_table(guard, LOCK)}")
    except errors.DmsError:
        return


def _interrupted(works: Sequence[_Work], stopped: _Work, error: BaseException) -> errors.Interrupted:
    parts = []
    for work in works:
        total = len(work.steps)
        if work.committed:
            parts.append(f"{work.name}: {work.done} of {total} steps committed")
        elif work is stopped:
            cause = f" ({error.message})" if isinstance(error, errors.DmsError) else ""
            undone = "rolled back" if work.transactional else f"{work.done} of {total} steps done, stopped"
            parts.append(f"{work.name}: {undone} at step {work.done + 1}{cause}")
        else:
            parts.append(f"{work.name}: not begun")
    hint = error.hint if isinstance(error, errors.DmsError) else None
    again = "run the same command again: it goes on from there"
    return errors.Interrupted("; ".join(parts), hint=f"{hint}; {again}" if hint else again)


def _release_all(works: Sequence[_Work]) -> None:
    for work in works:
        if work.lock is None:
            continue
        if not work.begun and work.run is not None:
            # Announced, but another database stopped the apply before this one's turn.
            work.lock.rollback()
            _fail(work, errors.Interrupted("not begun"))
        work.lock.release()
