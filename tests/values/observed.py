"""What our own code makes of the zoo: the same facts as `recorded`, from real databases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from dms_pipeline.schema.model import SetupTable, SyncSetup
from tests.providers.recorded import load_dump, statements
from tests.provisioning import SCOPE, carry_out, planned
from tests.sync.sides import NOTHING, Sides, moved
from tests.values.recorded import KEPT_ASIDE, REFUSED, Facts, cells, changed, row_path
from tests.values.shown import columns, shown, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.errors import Problem
    from tests.sync.sides import Opener, Side
    from tests.values.recorded import Table

_EXTENSIONS = {"citext": "z55", "hstore": "z56"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Observed:
    """Our facts by table, the plan's refusals by table, its notes, and what is wrong whatever is recorded.

    `types` are the native types of the columns that are looked at, by table.
    """

    facts: Mapping[str, Facts]
    types: Mapping[str, str]
    refusals: Mapping[str, Problem]
    notes: tuple[str, ...]
    faults: tuple[str, ...]


def observe(opener: Opener, seed: str, tables: Mapping[str, Table]) -> Observed:
    """Sync the whole zoo, touch every row of the client, sync, touch every row of the server, sync again."""
    server = opener.open("server", opener.pair.server_url)
    client = opener.open("client", opener.pair.client_url)
    made = _make(server, client, seed, tables)
    refusals = _refusals(server, client, made)
    accepted = {name: table for name, table in made.items() if name not in refusals}
    setup = SyncSetup(tables=tuple(SetupTable(name=name) for name in accepted))
    plan = planned(server.connection, {SCOPE: (setup, [client.connection])})
    assert plan.errors == ()
    carry_out(plan, (server.connection, client.connection))
    sides = Sides(server, [client])
    facts, faults = _synced(sides, accepted)
    return Observed(
        facts={**facts, **{name: {"plan": REFUSED} for name in refusals}},
        types={name: list(columns(server, name).values())[1] for name in made},
        refusals=refusals,
        notes=tuple(note.message for note in plan.notes),
        faults=tuple(faults),
    )


def _make(server: Side, client: Side, seed: str, tables: Mapping[str, Table]) -> dict[str, Table]:
    """The server as it was recorded: made by the seed, then with the values that were random or that an upload left."""
    lacking = _SEEDING[server.connection.provider.name](server, seed)
    for side in (server, client):
        if side.connection.provider.name == "postgresql":
            side.run("SET lc_monetary = 'C'")  # as it was recorded; money is shown so
    made = {name: table for name, table in tables.items() if name not in lacking}
    for table in (each for each in made.values() if each.server):
        _correct(server, table)
    return made


def _seed_postgresql(server: Side, seed: str) -> set[str]:
    """Run a seed; the tables that need an extension that is not there."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        rows = connection.execute("SELECT name FROM pg_available_extensions").fetchall()
        lacking = {extension: table for extension, table in _EXTENSIONS.items() if (extension,) not in rows}
        words = {*lacking, *lacking.values()}
        connection.execute("\n".join(line for line in seed.splitlines() if not words & set(line.split())).encode())
    return set(lacking.values())


def _seed_mariadb(server: Side, seed: str) -> set[str]:
    """Run a seed, in the mode that it asks for; nothing is missing.

    The reference refuses `uuid`, so that the random values of that table were not recorded.
    """
    load_dump(server.connection, statements(seed))
    server.connection.execute('UPDATE "z57" SET "b" = %s', ("00000000-0000-0000-0000-000000000000",))
    return set()


_SEEDING = {"mariadb": _seed_mariadb, "postgresql": _seed_postgresql}


def _correct(server: Side, table: Table) -> None:
    """A row in one statement: a column that MariaDB sets at each update is set to what it was."""
    types = columns(server, table.name)
    present = {row_path(tuple(types), table.key, row): row for row in texts(server, table.name, table.key)}
    recorded = {row_path(tuple(types), table.key, row): row for row in table.server}
    assert present.keys() <= recorded.keys()
    for key, row in recorded.items():
        before = present.get(key, ())
        wanted = {
            name: ("%s", None) if text is None else shown(server).recorded(native, text)
            for place, ((name, native), text) in enumerate(zip(types.items(), row, strict=True))
            if not before or before[place] != text
        }
        if wanted:
            _write(server, table, key if before else None, wanted)


def _write(server: Side, table: Table, key: str | None, wanted: Mapping[str, tuple[str, Any]]) -> None:
    """Set columns, each by a placeholder and a value, in the row of a key or in a new one."""
    values = [value for _, value in wanted.values()]
    if key is None:
        names, marks = (
            ", ".join(parts) for parts in ([f'"{name}"' for name in wanted], [m for m, _ in wanted.values()])
        )
        server.connection.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', values)
        return
    sets = ", ".join(f'"{name}" = {mark}' for name, (mark, _) in wanted.items())
    keys = ", ".join(f'"{name}"' for name in table.key)
    server.connection.execute(f"UPDATE \"{table.name}\" SET {sets} WHERE concat_ws(',', {keys}) = %s", (*values, key))


def _refusals(server: Side, client: Side, tables: Mapping[str, Table]) -> dict[str, Problem]:
    """What plans of the zoo say of the tables that they do not take: the server's columns first, then the client's."""
    found: dict[str, Problem] = {}
    while True:
        left = [name for name in tables if name not in found]
        setup = SyncSetup(tables=tuple(SetupTable(name=name) for name in left))
        problems = planned(server.connection, {SCOPE: (setup, [client.connection])}).errors
        if not problems:
            return found
        for problem in problems:
            place = re.search(r"tables\[(\d+)\]", problem.path or "")
            assert place is not None, problem
            found[left[int(place[1])]] = problem


def _synced(sides: Sides, tables: Mapping[str, Table]) -> tuple[dict[str, Facts], list[str]]:
    server, client = sides.server, sides.client
    before = {name: texts(server, name, table.key) for name, table in tables.items()}
    sides.sync()
    held = {name: texts(client, name, table.key) for name, table in tables.items()}
    facts = {name: _rows(server, client, table, before[name], held[name]) for name, table in tables.items()}
    crossing = {name: len(rows) for name, rows in held.items()}
    faults = [*_touched(client, sides, tables, crossing)]
    for name, table in tables.items():
        facts[name]["upload"] = changed(before[name], texts(server, name, table.key))
        if (again := texts(client, name, table.key)) != held[name]:
            faults.append(f"{name}: to touch the client's rows changed them: {changed(held[name], again)}")
    faults += _touched(server, sides, tables, crossing)
    for name, table in tables.items():
        if (again := texts(client, name, table.key)) != held[name]:
            faults.append(f"{name}: to touch the server's rows changed the client's: {changed(held[name], again)}")
    if moved(sides.sync()) != NOTHING:
        faults.append("rows still move when nothing was changed")
    return facts, faults


def _rows(server: Side, client: Side, table: Table, before: list[Any], held: list[Any]) -> Facts:
    names = tuple(columns(server, table.name))
    facts = {row_path(names, table.key, row): KEPT_ASIDE for row in before}
    for row in held:
        plain = [cell[1] if isinstance(cell, tuple) else cell for cell in row]
        facts[row_path(names, table.key, plain)] = cells(row)
    aside = {key for name, key, _ in client.errors() if name == table.name}
    missing = {path for path, text in facts.items() if text == KEPT_ASIDE}
    assert len(aside) == len(missing), (table.name, aside, missing)
    return facts


def _touched(side: Side, sides: Sides, tables: Mapping[str, Table], crossing: Mapping[str, int]) -> Iterator[str]:
    """Touch every row of a side and sync; all of them cross but those that the client cannot keep."""
    for name, table in tables.items():
        column = next((each for each in ("c", "a") if each in table.columns), table.key[0])
        side.run(f'UPDATE "{name}" SET "{column}" = "{column}"')
    sent = moved(sides.sync())[0 if side is sides.client else 1]
    for name, count in crossing.items():
        if sent.get(name, (0, 0)) != (count, 0):
            yield f"{name}: {count} rows should cross, {sent.get(name, (0, 0))} did"
