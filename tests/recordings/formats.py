"""What is provisioned from a recorded seed, beside what Dotmim.Sync 1.3 provisioned from it.

Scope rows byte for byte; the same tables, tracking tables, indexes and triggers under the same names, with the same
columns, order and types. What is ours alone is left out by its kind of step: such steps are not carried out.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan import operations as op
from dms_pipeline.providers.base import Look
from dms_pipeline.runtime.connect import Database
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.names import tracking_table
from tests.providers.recorded import load, script
from tests.provisioning import SCOPE, carry_out, planned
from tests.recordings.recorded import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Table

GROUPS = ("setup", "keys", "foreign-keys", "tracking", "untracked")
CLIENTS = {"postgres-to-sqlite": "sqlite", "postgres-to-postgres": "postgresql"}

# Design decisions 2 and 31: the reference has no such objects, or (rows that are there already) does not record them.
OURS = (op.CreateOwnTable, op.OwnScope, op.AddUnique, op.TrackRows)
NAMING = {
    f"{part}{'s' if part != 'tracking' else ''}{end.title()}": f"{part[:9]}_{end}"
    for part in ("tracking", "trigger", "procedure")
    for end in ("prefix", "suffix")
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """A recorded case: its folder below `formats`, what was asked, the steps that set up each side, the refusal."""

    folder: Path
    root: Path
    request: Mapping[str, Any]
    server: str
    client: str | None
    error: str | None

    @property
    def path(self) -> str:
        """The folder, from `formats`."""
        return str(self.folder.relative_to(self.root))

    @property
    def kind(self) -> str:
        """The kind of the client."""
        return CLIENTS[self.folder.name]

    @property
    def scope(self) -> str:
        """The scope's name."""
        return str(self.request.get("scope", SCOPE))

    @property
    def scope_info_table(self) -> str:
        """The name of the table of scopes."""
        return str((self.request.get("options") or {}).get("scopeInfoTable", "scope_info"))


def read_formats(root: Path) -> Iterator[Recorded]:
    """All cases, by path."""
    for group in GROUPS:
        for seed in sorted((root / group).rglob("seed.server.sql")):
            if seed.parent.name in CLIENTS:
                yield read_format(seed.parent, root)


def read_format(folder: Path, root: Path) -> Recorded:
    """One case."""
    first = min(folder.glob("*.request.json"))
    stem = first.name.removesuffix(".request.json")
    clients = sorted(folder.glob("*.client.schema.sql"))
    return Recorded(
        folder=folder,
        root=root,
        request=json.loads(first.read_text(encoding="utf-8")),
        server=f"{stem}.server",
        client=clients[0].name.removesuffix(".schema.sql") if clients else None,
        error=json.loads((folder / f"{stem}.answer.json").read_text(encoding="utf-8")).get("error"),
    )


def setup_of(described: Mapping[str, Any]) -> SyncSetup:
    """The setup that an application gave, without its filters; a dot in a bare name parts namespace and name."""
    naming = {ours: described[theirs] for theirs, ours in NAMING.items() if theirs in described}
    return SyncSetup(tables=tuple(_setup_table(entry) for entry in described.get("tables") or ()), **naming)


def _setup_table(entry: str | Mapping[str, Any]) -> SetupTable:
    described = {"name": entry} if isinstance(entry, str) else entry
    schema, _, name = described["name"].rpartition(".")
    return SetupTable(
        name=name,
        schema=described.get("schema", schema),
        columns=tuple(described.get("columns") or ()),
        direction=DIRECTIONS[described.get("direction", "Bidirectional")],
    )


class Refused(Exception):
    """We do not set up what was asked; the codes say why."""


def differences(case: Recorded, urls: Callable[[str], str]) -> list[str]:
    """Everything in which what we provision is not what is recorded; nothing where it is the same.

    Raises:
        Refused: there is nothing to compare, the plan has errors.
    """
    setup = setup_of(case.request["setup"])
    with ExitStack() as opened:
        server, client = (
            _open(opened, name, urls(kind)) for name, kind in (("server", "postgresql"), ("client", case.kind))
        )
        load(server, (case.folder / "seed.server.sql").read_text(encoding="utf-8"))
        plan = planned(server, {case.scope: (setup, [client])}, scope_info_table=case.scope_info_table)
        if plan.errors:
            raise Refused(", ".join(sorted({problem.code for problem in plan.errors})))
        steps = tuple(step for step in plan.steps if not isinstance(step.operation, OURS))
        carry_out(replace(plan, steps=steps), (server, client))
        found = [f"server: {line}" for line in _compared(case, case.server, server, setup, opened, urls)]
        if case.client is not None:
            found += [f"client: {line}" for line in _compared(case, case.client, client, setup, opened, urls)]
        return found


def _open(opened: ExitStack, name: str, url: str) -> Connection:
    database = Database(name, url)
    opened.callback(database.dispose)
    return opened.enter_context(database.connection())


def _compared(
    case: Recorded,
    recorded: str,
    ours: Connection,
    setup: SyncSetup,
    opened: ExitStack,
    urls: Callable[[str], str],
) -> Iterator[str]:
    theirs = _open(opened, recorded, urls(ours.provider.name))
    load(theirs, script(case.root.parent, f"{case.path}/{recorded}.schema.sql"))
    names = [entry.table for entry in setup.tables or ()]
    look = Look(
        tables=tuple(names),
        tracking_tables=tuple(tracking_table(setup, name) for name in names),
        scope_info_table=case.scope_info_table,
    )
    yield from _states(ours.provider.inspect(ours, look), theirs.provider.inspect(theirs, look))
    yield from _texts(case, recorded, ours)


def _states(ours: DatabaseState, theirs: DatabaseState) -> Iterator[str]:
    for what in ("scope_tables", "tables", "tracking_tables"):
        mine: Mapping[Any, Table] = getattr(ours, what)
        recorded: Mapping[Any, Table] = getattr(theirs, what)
        for name in sorted(mine.keys() | recorded.keys(), key=str):
            one, other = mine.get(name), recorded.get(name)
            if one is None or other is None:
                yield f"{name} is {'missing' if one is None else 'there'}"
            elif comparable(one) != comparable(other):
                yield from _parts(comparable(one), comparable(other))
    triggers = [
        {(str(table), name): each.event for (table, name), each in state.triggers.items()} for state in (ours, theirs)
    ]
    for key in sorted(triggers[0].keys() | triggers[1].keys()):
        if triggers[0].get(key) != triggers[1].get(key):
            yield f"trigger {key}: {triggers[1].get(key)} -> {triggers[0].get(key)}"


def comparable(table: Table) -> Table:
    """A table without what design decisions 1 and 31 add to it, and without its text."""
    keys = (
        replace(key, name=None, on_delete="", on_update="", deferrable=False, initially_deferred=False)
        for key in table.foreign_keys
    )
    return replace(table, text=None, foreign_keys=tuple(sorted(keys, key=repr)))


def _parts(one: Table, other: Table) -> Iterator[str]:
    for part in ("columns", "primary_key", "primary_key_name", "foreign_keys", "uniques", "checks", "indexes"):
        mine, recorded = getattr(one, part), getattr(other, part)
        if mine != recorded:
            yield f"{one.name} {part}: {recorded} -> {mine}"


def _texts(case: Recorded, recorded: str, ours: Connection) -> Iterator[str]:
    rows = json.loads((case.folder / f"{recorded}.rows.json").read_text(encoding="utf-8"))[case.scope_info_table]
    style = ours.provider.traits.style
    for row in rows["rows"]:
        theirs = {name: _text(value) for name, value in zip(rows["columns"], row, strict=True)}
        columns = ("sync_scope_setup", "sync_scope_schema", "sync_scope_version")
        mine = ours.row(
            f"SELECT {style.names(columns)} FROM {style.name(case.scope_info_table)}"
            f" WHERE sync_scope_name = {style.mark}",
            (theirs["sync_scope_name"],),
        )
        for name, value in zip(columns, mine or (None, None, None), strict=True):
            if isinstance(theirs[name], str) and theirs[name] != value:
                yield f"{name}: {theirs[name]} -> {value}"


def _text(value: Any) -> Any:
    """A recorded cell: on SQLite with its kind of storage; a reference to another file is left to that one."""
    return value[1] if isinstance(value, list) else value
