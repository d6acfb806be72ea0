"""A recorded pair of databases, made again as Dotmim.Sync left it after a step.

Schemas are the recorded scripts, rows the recorded values. A SQLite client that was kept as a file is that file. What
the recordings do not repeat is put in from where it is: the rows of AdventureWorks stand in the shared sample database.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tests.adoption.filling import (
    CLOCKS,
    Sample,
    Tables,
    is_clock,
    moment,
    plain,
    restore_mariadb,
    restore_postgresql,
    restore_sqlite,
    shift_sqlite,
)
from tests.recordings.recorded_formats import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAME = "-- same as "
_STEP = re.compile(r"(?P<number>\d+)-(?P<name>.+)\.(?P<side>server|client)\.(?P<what>schema\.sql|rows\.json|db)$")


@dataclass(frozen=True)
class Pair:
    """The recordings of one pair of databases; `path` is the folder, from `formats`."""

    root: Path
    path: str

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self.root / self.path

    @property
    def kinds(self) -> tuple[str, str]:
        """The kinds of the server and of the client."""
        return PAIRS[self.folder.name]

    @cached_property
    def scope_info_table(self) -> str:
        """The name of the table of scopes, as the application gave it."""
        first = min(self.folder.glob("*.request.json"))
        options = json.loads(first.read_text(encoding="utf-8")).get("options") or {}
        return str(options.get("scopeInfoTable", "scope_info"))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps that have left something, by number and name."""
        found = {match["number"] + "-" + match["name"]: None for match in map(_STEP.match, self._names) if match}
        return tuple(sorted(found, key=lambda step: (int(step.split("-")[0]), step)))

    @cached_property
    def _names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    def newest(self, side: str, what: str, step: str) -> Path | None:
        """The newest recording of a side up to a step: a missing file means "as in the step before"."""
        upto = self.steps[: self.steps.index(step) + 1]
        there = (self.folder / f"{each}.{side}.{what}" for each in reversed(upto))
        return next((path for path in there if path.exists()), None)

    def schema(self, side: str, step: str) -> str:
        """The script of a side's schema after a step, "" where there was nothing."""
        path = self.newest(side, "schema.sql", step)
        text = "" if path is None else path.read_text(encoding="utf-8")
        while text.startswith(_SAME):
            text = (self.root / text.splitlines()[0].removeprefix(_SAME)).read_text(encoding="utf-8")
        return text

    def rows(self, side: str, step: str) -> Tables:
        """The rows of a side's tables after a step, references followed."""
        path = self.newest(side, "rows.json", step)
        return {} if path is None else _rows(path)


def pairs(root: Path) -> Iterator[Pair]:
    """Every recorded pair, by path."""
    for folder in sorted(root.rglob("*-to-*")):
        if folder.is_dir() and folder.name in PAIRS:
            pair = Pair(root, str(folder.relative_to(root)))
            if pair.steps:  # else the reference was not asked for anything there
                yield pair


def _rows(path: Path) -> Tables:
    tables: Tables = json.loads(path.read_text(encoding="utf-8"))
    for name, table in tables.items():
        if "sameAs" in table:
            tables[name] = _rows(path.parent / table["sameAs"])[name]
            continue
        for row in table["rows"]:
            for place, value in enumerate(row):
                if isinstance(same := plain(value), dict):
                    row[place] = ["text", _cell(path.parent / same["sameAs"], table["columns"], row, place)]
    return tables


def _cell(path: Path, columns: list[str], row: list[Any], place: int) -> str:
    """A text of a scope as another file has it, under that scope's name; the first where it has no such scope."""
    other = _rows(path)
    table = next(each for each in other.values() if columns[place] in each["columns"])
    name = table["columns"].index("sync_scope_name")
    mine = plain(row[columns.index("sync_scope_name")])
    found = next((each for each in table["rows"] if plain(each[name]) == mine), table["rows"][0])
    return str(plain(found[table["columns"].index(columns[place])]))


def restore(pair: Pair, step: str, server_url: str, client_url: str) -> None:
    """Make both databases, which are empty, as they were left after a step."""
    behind = _behind(pair, step)
    for side, kind, url in zip(("server", "client"), pair.kinds, (server_url, client_url), strict=True):
        schema, rows = pair.schema(side, step), pair.rows(side, step)
        if side == "server" and _stands_behind(pair, step):
            _take_marks(rows, pair.rows("client", step))
        if kind == "postgresql":
            restore_postgresql(url, schema, rows, behind, _sample(pair, side, step))
        elif kind == "mariadb":
            restore_mariadb(url, schema, rows, behind)
        elif (kept := _kept_file(pair, side, step)) is not None:
            shutil.copy(kept, url.removeprefix("sqlite:///"))
            shift_sqlite(url, behind)
        else:
            restore_sqlite(url, schema, rows, behind)


def _stands_behind(pair: Pair, step: str) -> bool:
    """After the last sync only the client was looked at."""
    client, server = pair.newest("client", "rows.json", step), pair.newest("server", "rows.json", step)
    return client is not None and server is not None and int(server.name[:2]) < int(client.name[:2])


def _take_marks(server: Tables, client: Tables) -> None:
    """The server's copy of a client's row is as the client's own: so a sync of the reference leaves it."""
    key, synced = ("sync_scope_id", "sync_scope_name", "sync_scope_hash"), "scope_last_sync"
    rows = [
        {column: plain(value) for column, value in zip(table["columns"], row, strict=True)}
        for table in client.values()
        if synced in table.get("columns", ())
        for row in table["rows"]
    ]
    known = {tuple(str(row[name]).lower() for name in key): row for row in rows}
    for table in server.values():
        if synced not in table.get("columns", ()):
            continue
        place = {column: number for number, column in enumerate(table["columns"])}
        for row in table["rows"]:
            other = known.get(tuple(str(row[place[name]]).lower() for name in key), {})
            if other.get(synced) is not None:
                for column in {*CLOCKS, synced} & place.keys():
                    row[place[column]] = other[column]


def _kept_file(pair: Pair, side: str, step: str) -> Path | None:
    """The database itself, where it was kept when its rows were last written down."""
    kept, rows = pair.newest(side, "db", step), pair.newest(side, "rows.json", step)
    return kept if kept is not None and rows is not None and _stem(kept) == _stem(rows) else None


def _stem(path: Path) -> str:
    return path.name.split(".client.")[0]


def _behind(pair: Pair, step: str) -> timedelta:
    """Whole days by which the recorded clocks are put back, so that they are not ahead of this computer's."""
    newest = max(
        (
            int(plain(value))
            for side in ("server", "client")
            for table in pair.rows(side, step).values()
            for row in table["rows"]
            for column, value in zip(table["columns"], row, strict=True)
            if is_clock(table, column, value)
        ),
        default=0,
    )
    ahead = moment(newest) - datetime.now(UTC)
    return timedelta(days=max(0, ahead.days + 1)) if ahead > timedelta(0) else timedelta(0)


def _sample(pair: Pair, side: str, step: str) -> Sample | None:
    described = pair.newest(side, "sample.json", step)
    if described is None:
        return None
    script = pair.root.parents[2] / "data" / "adventureworks" / "postgresql.sql"
    tables = json.loads(described.read_text(encoding="utf-8"))
    return Sample(script=script.read_text(encoding="utf-8"), tables=tables)
