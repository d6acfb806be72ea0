"""What our own code makes of the zoo: the same facts as `recorded`, from real databases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg

from dms_pipeline.schema.model import SetupTable, SyncSetup
from tests.provisioning import SCOPE, carry_out, planned
from tests.sync.sides import NOTHING, Sides, moved
from tests.values.recorded import KEPT_ASIDE, REFUSED, Facts, cells, changed, row_path, shortened

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
        types={name: list(_columns(server, name).values())[1] for name in made},
        refusals=refusals,
        notes=tuple(note.message for note in plan.notes),
        faults=tuple(faults),
    )


def _make(server: Side, client: Side, seed: str, tables: Mapping[str, Table]) -> dict[str, Table]:
    """The server as it was recorded: made by the seed, then with the values that were random or that an upload left."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        rows = connection.execute("SELECT name FROM pg_available_extensions").fetchall()
        lacking = {extension: table for extension, table in _EXTENSIONS.items() if (extension,) not in rows}
        words = {*lacking, *lacking.values()}
        connection.execute("\n".join(line for line in seed.splitlines() if not words & set(line.split())).encode())
    for side in (server, client):
        if not side.is_sqlite:
            side.run("SET lc_monetary = 'C'")  # as it was recorded; money is shown so
    made = {name: table for name, table in tables.items() if name not in lacking.values()}
    for table in (each for each in made.values() if each.server):
        for recorded, present in zip(table.server, texts(server, table.name, table.key), strict=True):
            _correct(server, table, recorded, present)
    return made


def _correct(server: Side, table: Table, recorded: tuple[str | None, ...], present: tuple[str | None, ...]) -> None:
    names = _columns(server, table.name)
    key = row_path(tuple(names), table.key, present)
    assert key == row_path(tuple(names), table.key, recorded)
    for (name, type_), wanted, found in zip(names.items(), recorded, present, strict=True):
        if wanted != found:
            keys = ", ".join(f'"{each}"' for each in table.key)
            sql = f'UPDATE "{table.name}" SET "{name}" = %s::{type_} WHERE concat_ws(\',\', {keys}) = %s'
            server.connection.execute(sql, (wanted, key))


def _columns(server: Side, table: str) -> dict[str, str]:
    sql = (
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
    )
    return dict(server.connection.rows(sql, (table,)))


def texts(side: Side, table: str, key: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """A table's rows, each cell as the recordings show it, in the order of the key as text."""
    if side.is_sqlite:
        names = [name for (name,) in side.connection.rows(f"SELECT name FROM pragma_table_xinfo('{table}')")]
        shown = ", ".join(f'typeof("{name}"), "{name}"' for name in names)
        order = ", ".join(f'CAST("{name}" AS TEXT)' for name in key)
        rows = side.connection.rows(f'SELECT {shown} FROM "{table}" ORDER BY {order}')
        return [tuple(_stored(*row[at : at + 2]) for at in range(0, len(row), 2)) for row in rows]
    shown = ", ".join(f'"{name}"::text' for name in _columns(side, table))
    order = ", ".join(f'"{name}"::text COLLATE "C"' for name in key)
    found = side.connection.rows(f'SELECT {shown} FROM "{table}" ORDER BY {order}')
    return [tuple(None if cell is None else shortened(cell) for cell in row) for row in found]


def _stored(kind: str, value: Any) -> tuple[str, str | int] | None:
    match kind:
        case "null":
            return None
        case "integer":
            return (kind, value)
        case "real":
            return (kind, repr(value))
        case "blob":
            return (kind, shortened(bytes(value).hex()))
        case _:
            return (kind, shortened(value))


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
    columns = tuple(_columns(server, table.name))
    facts = {row_path(columns, table.key, row): KEPT_ASIDE for row in before}
    for row in held:
        plain = [cell[1] if isinstance(cell, tuple) else cell for cell in row]
        facts[row_path(columns, table.key, plain)] = cells(row)
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
