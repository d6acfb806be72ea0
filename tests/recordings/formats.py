"""What is provisioned from a recorded seed, beside what Dotmim.Sync 1.3 provisioned from it.

Scope rows byte for byte; the same tables, tracking tables, indexes and triggers under the same names, with the same
columns, order and types. What is ours alone is left out by its kind of step: such steps are not carried out.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan import operations as op
from dms_pipeline.providers.base import Look
from dms_pipeline.runtime.connect import Database
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.names import MAX_SCOPE_NAME, tracking_table
from tests.providers.recorded import load, script
from tests.provisioning import carry_out, planned
from tests.recordings.comparing import Verdict
from tests.recordings.recorded_formats import setup_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Column, Table
    from dms_pipeline.schema.model import SyncSetup
    from tests.recordings.recorded_formats import Recorded

# Design decision 2: the reference has no such tables, and does not record rows that are there already. Unique
# constraints (decision 31) are made, since foreign keys may need them, and left out of what is compared.
OURS = (op.CreateOwnTable, op.OwnScope, op.TrackRows)
LEFT_OUT = "no row that a client adds could be stored: a column without default is left out"
# Where we refuse what the reference sets up: why.
REFUSED = {
    "setup/columns-without-fk-column": LEFT_OUT,
    "setup/columns-without-notnull": LEFT_OUT,
    "setup/odd-key-names": "S17: names that the reference's own readers take apart",
    "setup/odd-table-10": "S17: names that the reference's own readers take apart",
    "setup/odd-table-11": "S17: names that the reference's own readers take apart",
    "setup/schemas-same-name": "S17: two tables would be one on a client without namespaces",
    "setup/scope-name-too-long": "S17: the name would be cut",
}
# Where we set up something else: the parts that differ, and why.
DIFFERENT = {
    "foreign-keys/same-constraint-name": (
        {"server: sync_scope_schema", "client: sync_scope_schema", "client: c foreign_keys", "client: d foreign_keys"},
        "S20: keys of one name lead where each of them leads",
    ),
}


# Between PostgreSQL and MariaDB: the reference's type of a client's column, and ours.
KEEPING = {
    ("character varying(8000)", "text"),
    ("datetime", "datetime(6)"),
    ("decimal(10,0)", "double"),
    ("longtext utf8mb4_general_ci", "longtext utf8mb4_nopad_bin"),
    ("longtext utf8mb4_general_ci", "varchar(10) utf8mb4_nopad_bin"),
}
KEEPS = "§9.9: types in which the client keeps what the reference's cut, round or hold equal"


@dataclass(frozen=True, kw_only=True, slots=True)
class FormatOutcome:
    """What came of a case: equal, different by design, not compared yet, different; why; the lines that differ."""

    case: str
    verdict: Verdict
    reason: str = ""
    details: tuple[str, ...] = ()


def compare_formats(case: Recorded, urls: Callable[[str], str]) -> FormatOutcome:  # noqa: PLR0911 - each case returns
    """Provision a case and judge it."""
    reason, short = refusal(case), case.path.rsplit("/", 1)[0]
    if reason is not None:
        return FormatOutcome(case=case.path, verdict=Verdict.NOT_YET, reason=reason)
    try:
        details = tuple(differences(case, urls))
    except Refused as refused:
        why = "both refuse" if case.error else REFUSED.get(short)
        verdict = Verdict.DESIGNED if why else Verdict.DIFFERENT
        return FormatOutcome(case=case.path, verdict=verdict, reason=why or "", details=() if why else (str(refused),))
    if case.error is not None:
        return FormatOutcome(case=case.path, verdict=Verdict.DESIGNED, reason="the reference fails, we do not")
    parts, why = DIFFERENT.get(short, (set(), ""))
    if parts.issuperset(differing := {": ".join(line.split(": ")[:2]) for line in details}) and differing:
        return FormatOutcome(case=case.path, verdict=Verdict.DESIGNED, reason=why)
    if details and all(_keeps(line) for line in details):
        return FormatOutcome(case=case.path, verdict=Verdict.DESIGNED, reason=KEEPS)
    if details:
        return FormatOutcome(case=case.path, verdict=Verdict.DIFFERENT, details=details)
    if case.client_error is not None:
        why = "S31: the reference cannot make the client's tables, we can"
        return FormatOutcome(case=case.path, verdict=Verdict.DESIGNED, reason=why)
    return FormatOutcome(case=case.path, verdict=Verdict.EQUAL)


def _keeps(line: str) -> bool:
    found = re.fullmatch(r"client: .+ column .+: (.+) -> (.+)", line)
    return found is not None and found.groups() in KEEPING


@dataclass(slots=True)
class FormatTally:
    """Outcomes, counted by group."""

    verdicts: dict[str, Counter[Verdict]] = field(default_factory=lambda: defaultdict(Counter))
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: FormatOutcome) -> None:
        """Count one more."""
        self.verdicts[outcome.case.split("/")[0]][outcome.verdict] += 1
        if outcome.reason:
            self.reasons[f"{outcome.verdict}: {outcome.reason}"] += 1

    def lines(self) -> Iterator[str]:
        """A table by group, and the reasons; nothing if nothing was compared."""
        if not self.verdicts:
            return
        yield f"{'provisioned databases':<24}" + "".join(f"{verdict:>21}" for verdict in Verdict)
        for group, counts in sorted(self.verdicts.items()):
            yield f"{group:<24}" + "".join(f"{counts[verdict]:>21}" for verdict in Verdict)
        for reason, number in sorted(self.reasons.items()):
            yield f"{number} {reason}"


class Refused(Exception):
    """We do not set up what was asked; the codes say why."""


def refusal(case: Recorded) -> str | None:
    """Why a case is not compared at all: it asks for what the file refuses or this version does not carry out."""
    if case.request["setup"].get("filters"):
        return "filters"
    if "." in case.scope_info_table:
        return "a table of scopes in another namespace"
    return None


def differences(case: Recorded, urls: Callable[[str], str]) -> list[str]:
    """Everything in which what we provision is not what is recorded; nothing where it is the same.

    Raises:
        Refused: there is nothing to compare, the plan has errors.
    """
    setup = setup_of(case.request["setup"])
    if len(case.scope) > MAX_SCOPE_NAME:
        raise Refused("unsupported-name")  # by the file and by the library, before there is a plan
    look = _look(case, setup)
    with ExitStack() as opened:
        server, client = (
            _open(opened, name, urls(kind)) for name, kind in zip(("server", "client"), case.kinds, strict=True)
        )
        load(server, (case.folder / "seed.server.sql").read_text(encoding="utf-8"))
        for before in case.before_client:
            load(client, before.read_text(encoding="utf-8"))
        scopes, kind = {case.scope: (setup, [client])}, Triggers.REFERENCE
        plan = planned(server, scopes, scope_info_table=case.scope_info_table, triggers=kind)
        if plan.errors:
            raise Refused(", ".join(sorted({problem.code for problem in plan.errors})))
        carry_out(_without_ours(plan), (server, client))
        found: list[str] = []
        for ours, recorded in ((server, case.server), *_client_of(case, client)):
            theirs = _open(opened, recorded, urls(ours.provider.name))
            load(theirs, script(case.root.parent, f"{case.path}/{recorded}.schema.sql"))
            mine = _without_uniques(ours.provider.inspect(ours, look), plan, ours.endpoint)
            lines = (*_states(mine, theirs.provider.inspect(theirs, look)), *_texts(case, recorded, ours))
            found += [f"{ours.endpoint}: {line}" for line in lines]
        return found


def _client_of(case: Recorded, client: Connection) -> list[tuple[Connection, str]]:
    return [(client, case.client)] if case.client and not case.client_error else []


def _look(case: Recorded, setup: SyncSetup) -> Look:
    names = [entry.table for entry in setup.tables or ()]
    return Look(
        tables=tuple(names),
        tracking_tables=tuple(tracking_table(setup, name) for name in names),
        scope_info_table=case.scope_info_table,
    )


def _without_ours(plan: Plan) -> Plan:
    return replace(plan, steps=tuple(step for step in plan.steps if not isinstance(step.operation, OURS)))


def _without_uniques(state: DatabaseState, plan: Plan, endpoint: str) -> DatabaseState:
    """What is there without the unique constraints that steps of their own kind have made."""
    made = {
        (step.operation.table, step.operation.unique.columns)
        for step in plan.steps_on(endpoint)
        if isinstance(step.operation, op.AddUnique)
    }
    tables = {
        name: replace(table, uniques=tuple(each for each in table.uniques if (name, each.columns) not in made))
        for name, table in state.tables.items()
    }
    return replace(state, tables=tables)


def _open(opened: ExitStack, name: str, url: str) -> Connection:
    database = Database(name, url)
    opened.callback(database.dispose)
    return opened.enter_context(database.connection())


def _states(ours: DatabaseState, theirs: DatabaseState) -> Iterator[str]:
    for what in ("scope_tables", "tables", "tracking_tables"):
        mine: Mapping[Any, Table] = getattr(ours, what)
        recorded: Mapping[Any, Table] = getattr(theirs, what)
        for name in sorted(mine.keys() | recorded.keys(), key=str):
            one, other = mine.get(name), recorded.get(name)
            if one is None or other is None:
                yield f"{name} is {'missing' if one is None else 'there'}"
            elif comparable(one, other) != comparable(other):
                yield from _parts(comparable(one, other), comparable(other))
    triggers = [
        {(str(table), name): each.event for (table, name), each in state.triggers.items()} for state in (ours, theirs)
    ]
    for key in sorted(triggers[0].keys() | triggers[1].keys()):
        if triggers[0].get(key) != triggers[1].get(key):
            yield f"trigger {key}: {triggers[1].get(key)} -> {triggers[0].get(key)}"


def comparable(table: Table, recorded: Table | None = None) -> Table:
    """A table without what design decisions 1 and 31 add to it, and without its text.

    Beside a recorded one also without an index that the reference leaves out (S34), and without defaults of a server
    that it does not copy, and with its order of the key's columns, which is the table's; ours is the server's.
    """
    keys = (
        replace(key, name=None, on_delete="", on_update="", deferrable=False, initially_deferred=False)
        for key in table.foreign_keys
    )
    table = replace(table, text=None, foreign_keys=tuple(sorted(keys, key=repr)))
    if recorded is None:
        return table
    columns = tuple(
        replace(column, default=None) if (other := recorded.column(column.name)) and other.default is None else column
        for column in table.columns
    )
    key = recorded.primary_key if set(recorded.primary_key) == set(table.primary_key) else table.primary_key
    return replace(table, columns=columns, primary_key=key, indexes=table.indexes if recorded.indexes else ())


def _parts(one: Table, other: Table) -> Iterator[str]:
    for part in ("columns", "primary_key", "primary_key_name", "foreign_keys", "uniques", "checks", "indexes"):
        mine, recorded = getattr(one, part), getattr(other, part)
        if part == "columns" and [_untyped(each) for each in mine] == [_untyped(each) for each in recorded]:
            typed = ((each.name, _typed(each), _typed(ours)) for each, ours in zip(recorded, mine, strict=True))
            yield from (
                f"{one.name} column {name}: {theirs} -> {ours}" for name, theirs, ours in typed if theirs != ours
            )
        elif mine != recorded:
            yield f"{one.name} {part}: {recorded} -> {mine}"


def _untyped(column: Column) -> Column:
    return replace(column, native_type="", collation=None)


def _typed(column: Column) -> str:
    return f"{column.native_type} {column.collation or ''}".strip()


def _texts(case: Recorded, recorded: str, ours: Connection) -> Iterator[str]:
    rows = json.loads((case.folder / f"{recorded}.rows.json").read_text(encoding="utf-8"))
    table = next((name for name in rows if f"{name}_client" in rows), None)
    if table is None:
        return
    style, columns = ours.provider.traits.style, ("sync_scope_setup", "sync_scope_schema", "sync_scope_version")
    for row in rows[table]["rows"]:
        theirs = {name: _text(value) for name, value in zip(rows[table]["columns"], row, strict=True)}
        sql = f"SELECT {style.names(columns)} FROM {style.name(table)} WHERE sync_scope_name = {style.mark}"
        mine = ours.row(sql, (theirs["sync_scope_name"],)) or (None, None, None)
        for name, value in zip(columns, mine, strict=True):
            if isinstance(theirs[name], str) and theirs[name] != value:
                yield f"{name}: {theirs[name]} -> {value}"


def _text(value: Any) -> Any:
    """A recorded cell: on SQLite with its kind of storage; a reference to another file is left to that one."""
    return value[1] if isinstance(value, list) else value
