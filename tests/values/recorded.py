"""The recorded type zoo: one table for each type, what the reference's client held of it, and what its upload did.

Everything is a fact, a path and a text, so that what we do can be compared line by line:

| path | text |
|---|---|
| `plan` | `refused`; absent where the table is synced |
| a row's key, `4` or `1,2` | the client's cells; `not synced`, or with us `kept aside` |
| `upload` | what happens when every row of the client is touched: `server unchanged`, `fails`, or the server's rows |
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Facts = dict[str, str]

# The folders of a server's recordings, and in each of them those of its clients.
SERVERS = {"postgresql": "postgres", "mariadb": "mariadb"}
CLIENTS = {"sqlite": "to-sqlite", "postgresql": "to-postgres", "mariadb": "to-mariadb"}
REFUSED, NOT_SYNCED, KEPT_ASIDE = "refused", "not synced", "kept aside"
UNCHANGED, FAILS = "server unchanged", "fails"
_SHOWN = 40  # characters of a long text that the recordings show


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of the zoo, named for its type, and what the reference made of it with one kind of client.

    `server` are the server's rows as texts before the sync, and `columns` are those of the table that was synced; both
    are empty where the reference refused the table. `uploaded` is the number of rows that it uploaded.
    """

    type: str
    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    server: tuple[tuple[str | None, ...], ...]
    facts: Facts
    uploaded: int | None


def read_seed(folder: Path) -> str:
    """The statements that make the server."""
    return (folder / "seed.sql").read_text(encoding="utf-8")


def read_tables(folder: Path, client: str) -> dict[str, Table]:
    """The tables by name, in the seed's order, with what a client of a kind made of them."""
    schemas = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    values = json.loads((folder / CLIENTS[client] / "values.json").read_text(encoding="utf-8"))
    seed = read_seed(folder)
    return {
        schema["table"]: _table(type_, schema, values.get(type_), _key(seed, schema["table"]))
        for type_, schema in schemas.items()
    }


def _key(seed: str, table: str) -> tuple[str, ...]:
    definition = re.search(rf"^create table {table} \((.*)\)[^()]*;$", seed, re.MULTILINE)
    assert definition is not None, table
    listed = re.search(r"primary key \(([\w, ]+)\)", definition[1])
    return tuple(sorted(listed[1].split(", "))) if listed else ("id",)


def _table(type_: str, schema: Mapping[str, Any], values: Mapping[str, Any] | None, key: tuple[str, ...]) -> Table:
    if values is None:
        return Table(
            type=type_, name=schema["table"], key=key, columns=(), server=(), facts={"plan": REFUSED}, uploaded=None
        )
    columns = tuple(values.get("columns") or (column["n"] for column in schema["schema"]["c"]))
    server = tuple(tuple(row) for row in values["server"])
    facts = {row_path(columns, key, row): NOT_SYNCED for row in server}
    rows = values.get("client") or [row for value in values.get("perValue", ()) for row in value.get("client", ())]
    for row in rows:
        facts[row_path(columns, key, [_plain(cell) for cell in row])] = cells(row)
    if "roundTrip" in values:
        facts["upload"] = UNCHANGED
    elif "serverAfterUpload" in values:
        facts["upload"] = changed(server, values["serverAfterUpload"])
    else:
        facts["upload"] = FAILS
    return Table(
        type=type_,
        name=values["table"],
        key=key,
        columns=columns,
        server=server,
        facts=facts,
        uploaded=values.get("uploaded"),
    )


def _plain(cell: Any) -> Any:
    return cell[1] if isinstance(cell, list) else cell


def row_path(columns: Sequence[str], key: Sequence[str], row: Sequence[Any]) -> str:
    """The path of a row's fact: its key."""
    return ",".join(str(row[columns.index(name)]) for name in key)


def cells(row: Sequence[Any]) -> str:
    """A client's row as one text; a cell of SQLite is a storage class and a value."""
    return " | ".join(
        f"{cell[0]} {cell[1]}" if isinstance(cell, (list, tuple)) else "NULL" if cell is None else str(cell)
        for cell in row
    )


def changed(before: Sequence[Sequence[Any]], after: Sequence[Sequence[Any]]) -> str:
    """What an upload did to a server: its rows that were not there before."""
    old = {tuple(row) for row in before}
    new = [cells(row) for row in after if tuple(row) not in old]
    return f"server changed: {'; '.join(new)}" if new or len(before) != len(after) else UNCHANGED


def shortened(text: str) -> str:
    """A long text as the recordings show it."""
    return text if len(text) <= 200 else f"{text[:_SHOWN]}… ({len(text)} characters)"
