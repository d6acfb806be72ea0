"""A plan as text for a person: grouped by database, concise, always in the same order.

`+` creates, `~` alters, `-` drops, `!` may cost something; what does not change is not printed. Databases with the same
steps are one paragraph. `verbose` shows every step with its reason and its SQL. Objects that belong together (a table,
its tracking table and its triggers) are one line, and tables with the same kind of change share one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.errors import told
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.columns import column_changes
from dms_pipeline.plan.hazard import NoHazard, Policy, Waits, grant
from dms_pipeline.plan.plan import Cause, Plan, Purpose, Step
from dms_pipeline.plan.wording import MARKS, action, counted, price, title
from dms_pipeline.schema import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.plan import Note, PlannedConnection

LITERAL = 80  # characters of a stored document that are shown
_LITERAL = re.compile(r"'(?:[^']|'')*'")
WIDTH = 48  # where the second column of a paragraph begins, at most


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """The numbers of a plan; `rows` is None where a table was not counted, `exact` False where one was estimated."""

    create: int
    alter: int
    drop: int
    rows: int | None
    exact: bool
    not_allowed: int


def summary(plan: Plan, policy: Policy | None = None) -> Summary:
    """Count a plan's steps and rows."""
    actions = Counter(action(step.operation) for step in plan.steps)
    unknown = any(row.rows is None for row in plan.rows)
    return Summary(
        create=actions["create"],
        alter=actions["alter"],
        drop=actions["drop"],
        rows=None if unknown else sum(row.rows or 0 for row in plan.rows),
        exact=all(row.exact for row in plan.rows),
        not_allowed=len((policy or Policy()).refused(plan.steps)),
    )


def describe(plan: Plan, policy: Policy | None = None, *, verbose: bool = False) -> str:
    """The whole plan as text, ending in its summary line; no line end behind it."""
    policy = policy or Policy()
    if plan.errors:
        return "\n".join(_errors(plan))
    lines = [*_drift(plan, verbose=verbose), *_databases(plan, policy, verbose=verbose), *_rows(plan)]
    lines += [
        f"deferred  {name} was not reached and may be offline; plan again when it is back" for name in plan.deferred
    ]
    lines += [f"not managed  {connection}: scope {scope}" for connection, scope in plan.unmanaged]
    lines += _notes(plan, verbose=verbose)
    lines += _hazards(plan, policy)
    lines.append(_last_line(plan, policy))
    return "\n".join(lines)


def _errors(plan: Plan) -> Iterator[str]:
    for problem in plan.errors:
        yield told(problem.code, problem.message, problem.location, problem.hint)
    count = len(plan.errors)
    yield f"{count} error{'' if count == 1 else 's'}; nothing was done."


def _drift(plan: Plan, *, verbose: bool) -> Iterator[str]:
    if not plan.drift or verbose:
        return
    yield "Drift: changed by hand since the last apply"
    for step in plan.drift:
        yield f"  {MARKS[action(step.operation)]} {step.connection} {title(step.operation)}   {step.reason}"
    if any(isinstance(step.operation, op.CreateTrigger) for step in plan.drift):
        yield "  Rows written meanwhile were not recorded: no sync brings them until they change again."


def _databases(plan: Plan, policy: Policy, *, verbose: bool) -> Iterator[str]:
    groups: dict[tuple[str, ...], list[PlannedConnection]] = {}
    for connection in plan.connections:
        steps = plan.steps_on(connection.name)
        body = tuple(_verbose(steps, policy) if verbose else _concise(_planned(steps)))
        if body:
            groups.setdefault((_heading(connection), *body), []).append(connection)
    for (heading, *lines), members in groups.items():
        names = ", ".join(member.name for member in members[:3])
        more = f" and {len(members) - 3:,} more" if len(members) > 3 else ""
        count = len(plan.steps_on(members[0].name))
        same = f" (the same {count} step{'' if count == 1 else 's'} each)" if len(members) > 1 else ""
        yield f"{names}{more}, {heading}{same}"
        yield from lines


def _planned(steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if step.cause is not Cause.DRIFT]


def _heading(connection: PlannedConnection) -> str:
    roles: dict[str, list[str]] = {}
    for role, scope in connection.roles:
        roles.setdefault(role.value, []).append(scope)
    shown = ", ".join(f"{role} of {', '.join(scopes)}" for role, scopes in roles.items())
    return f"{connection.provider}, {shown}" if shown else f"{connection.provider}, in no scope"


def _verbose(steps: Sequence[Step], policy: Policy) -> Iterator[str]:
    for step in steps:
        yield f"  {MARKS[action(step.operation)]} {title(step.operation)}"
        yield f"    because  {step.reason}"
        if isinstance(step.operation, op.SaveScope):
            yield from (
                f"    column   {mark} {name.removeprefix('column ')} {text}"
                for mark, name, text in _columns(step.operation)
            )
        if (cost := price(step.hazard)) is not None:
            yield f"    hazard   {cost}{'' if policy.permits(step) else '   NOT ALLOWED'}"
        elif not policy.permits(step):
            yield f"    needs    {grant(step)}   NOT ALLOWED"
        for statement in step.sql:
            first, *rest = _shortened(statement, step.operation).splitlines() or [""]
            yield f"    sql      {first}"
            yield from (f"             {line}" for line in rest)


def _shortened(statement: str, operation: Operation) -> str:
    """A statement without the bulk of the documents that it stores; `plan --sql` prints them whole."""
    if not isinstance(operation, op.SaveScope):
        return statement
    return _LITERAL.sub(
        lambda found: (
            found[0] if len(found[0]) <= LITERAL else f"{found[0][:LITERAL]}… ({len(found[0]):,} characters)'"
        ),
        statement,
    )


def _concise(steps: Sequence[Step]) -> Iterator[str]:
    """Lines of a paragraph: scope tables, our own tables, user tables by what happens to them, scopes."""
    lines: list[tuple[str, str, str]] = [*_ground(steps), *_tables(steps), *_scopes(steps)]
    width = min(WIDTH, max((len(left) for _, left, _ in lines), default=0))
    for mark, left, right in lines:
        yield f"  {mark} {left.ljust(width)}   {right}".rstrip()


def _ground(steps: Sequence[Step]) -> Iterator[tuple[str, str, str]]:
    for kinds, mark, text in (
        ((op.CreateSchema,), "+", "schemas of the server's tables"),
        ((op.CreateScopeTable,), "+", "the scope tables of Dotmim.Sync"),
        ((op.CreateOwnTable,), "+", "our own state"),
        ((op.CreateProcedure,), "+", "procedures that Dotmim.Sync calls"),
        ((op.DropProcedure,), "-", "procedures that Dotmim.Sync calls"),
        ((op.DropScopeTable,), "-", "no scope is left"),
        ((op.DropOwnTable,), "-", "our own state; no scope of ours is left"),
    ):
        names = [title(step.operation).partition(" ")[2] for step in steps if isinstance(step.operation, kinds)]
        if names:
            yield mark, _folded(names), text


def _folded(names: Sequence[str]) -> str:
    """Names, few enough to read: `dms_lock, dms_runs, 6 more dms_ tables`."""
    if len(names) <= 4:
        return ", ".join(names)
    kind = " dms_ tables" if all(name in _OWN for name in names) else ""
    return f"{names[0]}, {names[1]}, {len(names) - 2} more{kind}"


_OWN = frozenset(table.name for table in own.OWN_TABLES)


def _tables(steps: Sequence[Step]) -> Iterator[tuple[str, str, str]]:
    """What happens to each user table and its side objects; tables with the same changes share a line."""
    by_table: dict[str, list[Step]] = {}
    for step in steps:
        table = _table_of(step.operation)
        if table is not None:
            by_table.setdefault(table, []).append(step)
    groups: dict[tuple[str, str, str], list[str]] = {}
    for table, its in by_table.items():
        for change in _changes(its):
            groups.setdefault(change, []).append(table)
    for (mark, text, reason), tables in groups.items():
        each = " each" if len(tables) > 1 else ""
        right = f"{text}{each}   {reason}".rstrip()
        for place, (line, last) in enumerate(_wrapped(tables)):
            yield mark if place == 0 else " ", line, right if last else ""


def _wrapped(names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Names in lines that leave room for the second column; the text stands behind the last."""
    line = ""
    for name in names:
        if line and len(line) + len(name) + 2 > WIDTH:
            yield f"{line},", False
            line = name
        else:
            line = f"{line}, {name}" if line else name
    yield line, True


def _table_of(operation: Operation) -> str | None:
    match operation:
        case op.CreateTable(table=table):
            return str(table.name)
        case op.AddColumn(table=name) | op.AddForeignKey(table=name) | op.AddUnique(table=name):
            return str(name)
        case op.CreateTrackingTable(base=base) | op.TrackRows(base=base) | op.DropTrackingTable(base=base):
            return str(base)
        case op.CreateTrigger(trigger=trigger) | op.DropTrigger(trigger=trigger):
            return str(trigger.table)
        case (
            op.CreateSchema()
            | op.CreateOwnTable()
            | op.CreateScopeTable()
            | op.CreateProcedure()
            | op.DropProcedure()
            | op.SaveScope()
            | op.OwnScope()
            | op.AdoptScope()
            | op.DeleteScope()
            | op.DropScopeTable()
            | op.DropOwnTable()
        ):
            return None
        case _:
            assert_never(operation)


def _changes(steps: Sequence[Step]) -> Iterator[tuple[str, str, str]]:
    """One table's steps as (mark, text, reason); what is plainly created has no reason."""
    counts = Counter(step.operation.kind for step in steps)
    triggers = [step.operation for step in steps if isinstance(step.operation, op.CreateTrigger)]
    replaced = [step for step in steps if isinstance(step.operation, op.CreateTrigger) and step.operation.replaces]
    # Those that record what happens to other tables, by their names.
    for_others = Counter(
        str(one.trigger.records)
        for one in triggers
        if not one.replaces and one.trigger.recorded.name != one.trigger.table.name
    )
    new_triggers = counts["create-trigger"] - len(replaced) - for_others.total()
    made = [
        *(["table"] if counts["create-table"] else []),
        *(["tracking table"] if counts["create-tracking-table"] else []),
        *([_plural(new_triggers, "trigger")] if new_triggers else []),
        *(f"{_plural(count, 'trigger')} for {name}" for name, count in for_others.items()),
        *([_plural(counts["add-foreign-key"], "foreign key")] if counts["add-foreign-key"] else []),
        *([_plural(counts["add-unique"], "unique constraint")] if counts["add-unique"] else []),
        *(["its present rows as changes"] if counts["track-rows"] else []),
    ]
    if made:
        yield "+", _joined(made), ""
    if replaced:
        yield "~", _plural(len(replaced), "trigger"), replaced[0].reason
    for step in steps:
        if isinstance(step.operation, op.AddColumn):
            text = title(step.operation).partition(": ")[2]
            yield "~", f"+ {text}", step.reason
    gone = [
        *(["tracking table"] if counts["drop-tracking-table"] else []),
        *([_plural(counts["drop-trigger"], "trigger")] if counts["drop-trigger"] else []),
    ]
    if gone:
        reason = next(step.reason for step in steps if step.operation.kind.startswith("drop"))
        yield "-", _joined(gone), reason


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}s" if count != 1 else f"1 {noun}"


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _scopes(steps: Sequence[Step]) -> Iterator[tuple[str, str, str]]:
    revisions = {
        step.operation.scope: step.operation.revision for step in steps if isinstance(step.operation, op.OwnScope)
    }
    saved = set()
    for step in steps:
        match step.operation:
            case op.SaveScope(scope=info):
                saved.add(info.name)
                revision = revisions.get(info.name)
                tables = info.setup.tables or () if info.setup is not None else ()
                now = f"revision {revision}; " if revision is not None and revision > 1 else ""
                text = _plural(len(tables), "table") if action(step.operation) == "create" else f"{now}{step.reason}"
                yield MARKS[action(step.operation)], f"scope {info.name}", text
                yield from _columns(step.operation)
            case op.AdoptScope(scope=scope):
                yield "~", f"scope {scope}", step.reason
            case op.OwnScope(scope=scope, revision=revision) if scope not in saved:
                yield MARKS[action(step.operation)], f"scope {scope}", f"ours, revision {revision}"
            case op.DeleteScope(scope=scope):
                yield "-", f"scope {scope}", step.reason
            case _:
                pass


def _columns(operation: op.SaveScope) -> Iterator[tuple[str, str, str]]:
    for change in column_changes(operation.replaces, operation.scope):
        yield "-" if change.after is None else "~", f"column {change.table}.{change.column}", change.text


def _rows(plan: Plan) -> Iterator[str]:
    loads: dict[tuple[str, str, str], list[tuple[int | None, bool]]] = {}
    for row in plan.rows:
        loads.setdefault((row.scope, row.server, row.client), []).append((row.rows, row.exact))
    groups: dict[tuple[str, str, str], list[str]] = {}
    for (scope, server, client), counts in loads.items():
        groups.setdefault((scope, server, _total(counts)), []).append(client)
    for (scope, server, total), clients in groups.items():
        names = ", ".join(clients[:3]) + (f" and {len(clients) - 3:,} more" if len(clients) > 3 else "")
        yield f"Rows  {scope}  {server} -> {names}   {total}{' each' if len(clients) > 1 else ''}"
    for reload in plan.reloads:
        what = "; ".join(map(str, reload.loads))
        yield f"Rows  {reload.scope}  {reload.client} first gets {what}"


def _total(counts: Sequence[tuple[int | None, bool]]) -> str:
    if any(rows is None for rows, _ in counts):
        return "rows not counted"
    total = sum(rows or 0 for rows, _ in counts)
    return f"{'' if all(exact for _, exact in counts) else '~'}{counted(total, 'row')}"


def _hazards(plan: Plan, policy: Policy) -> list[str]:
    lines = []
    for step in plan.steps:
        cost = price(step.hazard)
        allowed = policy.permits(step)
        if allowed and (cost is None or isinstance(step.hazard, Waits)):
            continue
        text = cost or "is not this pipeline's"
        lines.append(f"  ! {step.connection}  {_permission(step)}   {text}{'' if allowed else '   NOT ALLOWED'}")
    return ["Hazards", *lines] if lines else []


def _notes(plan: Plan, *, verbose: bool) -> Iterator[str]:
    """Notes of a kind on one database are one line: the first, and how many more there are.

    They are about what would be done; where nothing is, only `verbose` repeats them.
    """
    if not (plan.steps or verbose):
        return
    groups: dict[tuple[str, str], list[Note]] = {}
    for note in plan.notes:
        groups.setdefault((note.code, note.connection), []).append(note)
    for notes in groups.values():
        for place, note in enumerate(notes if verbose else notes[:1]):
            more = f" (and {len(notes) - 1} more; -v lists them)" if place == 0 and len(notes) > 1 else ""
            yield f"note[{note.code}]: {note.connection}: {note.message}{'' if verbose else more}"


def _permission(step: Step) -> str:
    return grant(step).removeprefix("--allow ").removeprefix("--")


def _last_line(plan: Plan, policy: Policy) -> str:
    numbers = summary(plan, policy)
    if not plan.steps:
        return (
            "Nothing to do: the databases are as the file says." if plan.purpose is Purpose.APPLY else "Nothing to do."
        )
    head = f"Plan: {numbers.create} to create, {numbers.alter} to alter, {numbers.drop} to drop"
    if plan.rows:
        shown = "rows to load not counted" if numbers.rows is None else f"{counted(numbers.rows, 'row')} to load"
        head += f"; {shown}"
    if numbers.not_allowed:
        are = "1 step is" if numbers.not_allowed == 1 else f"{numbers.not_allowed} steps are"
        return f"{head}. {are} not allowed."
    losing = any(not isinstance(step.hazard, NoHazard | Waits) for step in plan.steps)
    return f"{head}.{'' if losing else ' Nothing can be lost.'}"
