"""A recorded pair of databases, made again as Dotmim.Sync left it after a step.

Schemas are the recorded scripts, rows the recorded values. A SQLite client that was kept as a file is that file. What
the recordings do not repeat is put in from where it is: the rows of AdventureWorks stand in the shared sample database.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CLIENTS = {"postgres-to-sqlite": "sqlite", "postgres-to-postgres": "postgresql"}
_SAME = "-- same as "
_STEP = re.compile(r"(?P<number>\d+)-(?P<name>.+)\.(?P<side>server|client)\.(?P<what>schema\.sql|rows\.json|db)$")
_CLOCKS = {"timestamp", "scope_last_sync_timestamp", "scope_last_server_sync_timestamp"}
_CLEANED = "sync_scope_last_clean_timestamp"
_SQLITE_CLOCK = "%Y%m%d%H%M%S%f"

Tables = dict[str, dict[str, Any]]


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
    def client_kind(self) -> str:
        """The kind of database of the client; the server is PostgreSQL."""
        return CLIENTS[self.folder.name]

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
    """Every recorded pair with a PostgreSQL server and a client of a kind that we know, by path."""
    for folder in sorted(root.rglob("*-to-*")):
        if folder.is_dir() and folder.name in CLIENTS:
            yield Pair(root, str(folder.relative_to(root)))


def _rows(path: Path) -> Tables:
    tables: Tables = json.loads(path.read_text(encoding="utf-8"))
    for name, table in tables.items():
        if "sameAs" in table:
            tables[name] = _rows(path.parent / table["sameAs"])[name]
            continue
        for row in table["rows"]:
            for place, value in enumerate(row):
                if isinstance(same := _plain(value), dict):
                    row[place] = ["text", _cell(path.parent / same["sameAs"], table["columns"], row, place)]
    return tables


def _cell(path: Path, columns: list[str], row: list[Any], place: int) -> str:
    """A text of a scope as another file has it, under that scope's name; the first where it has no such scope."""
    other = _rows(path)
    table = next(each for each in other.values() if columns[place] in each["columns"])
    name = table["columns"].index("sync_scope_name")
    mine = _plain(row[columns.index("sync_scope_name")])
    found = next((each for each in table["rows"] if _plain(each[name]) == mine), table["rows"][0])
    return str(_plain(found[table["columns"].index(columns[place])]))


def _plain(value: Any) -> Any:
    """The value of a cell; SQLite's are kept with the type that they are stored as."""
    if not isinstance(value, list):
        return value
    kind, text = value
    match kind:
        case "blob":
            return bytes.fromhex(text)
        case "integer":
            return int(text)
        case "real":
            return float(text)
        case _:
            return text


def restore(pair: Pair, step: str, server_url: str, client_url: str) -> None:
    """Make both databases, which are empty, as they were left after a step."""
    behind = _behind(pair, step)
    for side, kind, url in (("server", "postgresql", server_url), ("client", pair.client_kind, client_url)):
        schema, rows = pair.schema(side, step), pair.rows(side, step)
        if side == "server" and _stands_behind(pair, step):
            _take_marks(rows, pair.rows("client", step))
        if kind == "postgresql":
            _restore_postgresql(url, schema, rows, behind, _sample(pair, side, step))
        elif (kept := _kept_file(pair, side, step)) is not None:
            shutil.copy(kept, url.removeprefix("sqlite:///"))
            _shift_sqlite(url, behind)
        else:
            _restore_sqlite(url, schema, rows, behind)


def _stands_behind(pair: Pair, step: str) -> bool:
    """After the last sync only the client was looked at."""
    client, server = pair.newest("client", "rows.json", step), pair.newest("server", "rows.json", step)
    return client is not None and server is not None and int(server.name[:2]) < int(client.name[:2])


def _take_marks(server: Tables, client: Tables) -> None:
    """The server's copy of a client's row is as the client's own: so a sync of the reference leaves it."""
    key, synced = ("sync_scope_id", "sync_scope_name", "sync_scope_hash"), "scope_last_sync"
    rows = [
        {column: _plain(value) for column, value in zip(table["columns"], row, strict=True)}
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
                for column in {*_CLOCKS, synced} & place.keys():
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
            int(_plain(value))
            for side in ("server", "client")
            for table in pair.rows(side, step).values()
            for row in table["rows"]
            for column, value in zip(table["columns"], row, strict=True)
            if _is_clock(table, column, value)
        ),
        default=0,
    )
    ahead = _moment(newest) - datetime.now(UTC)
    return timedelta(days=max(0, ahead.days + 1)) if ahead > timedelta(0) else timedelta(0)


def _moment(clock: int) -> datetime:
    if clock >= 10**16:  # 17 digits of a date: SQLite's clock; else milliseconds since 1970
        return datetime.strptime(str(clock), _SQLITE_CLOCK).replace(tzinfo=UTC)
    return datetime.fromtimestamp(clock / 1000, UTC)


def shifted(clock: int, behind: timedelta) -> int:
    """A clock's reading put back, in the unit that it has."""
    if not behind or clock < 10**11:
        return clock
    if clock >= 10**16:
        return int((_moment(clock) - behind).strftime(_SQLITE_CLOCK)[:17])
    return clock - int(behind.total_seconds() * 1000)


def _is_clock(table: Mapping[str, Any], column: str, value: Any) -> bool:
    ours = {"sync_row_is_tombstone", "scope_last_sync"}.intersection(table["columns"])
    return bool(ours) and column in _CLOCKS and value is not None


def _values(table: Mapping[str, Any], behind: timedelta) -> Iterator[list[Any]]:
    for row in table["rows"]:
        yield [
            shifted(int(_plain(value)), behind)
            if _is_clock(table, column, value) or (column == _CLEANED and value is not None)
            else _plain(value)
            for column, value in zip(table["columns"], row, strict=True)
        ]


def _restore_postgresql(url: str, schema: str, tables: Tables, behind: timedelta, sample: Sample | None) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        if sample is not None:
            connection.execute(sample.script.encode())
            connection.execute("SET search_path TO DEFAULT")
            connection.execute("ALTER SCHEMA public RENAME TO sample")
            connection.execute("CREATE SCHEMA public")
        connection.execute(schema.encode() or b"SELECT 1")
        # The dump resets the search path; and neither triggers nor keys are to have a say in what is recorded.
        connection.execute("SET search_path TO DEFAULT")
        connection.execute("SET session_replication_role = replica")
        for name, table in tables.items():
            if "columns" in table:
                _fill_postgresql(connection, name, table, behind)
        if sample is not None:
            _fill_from_sample(connection, sample, behind)
            connection.execute("DROP SCHEMA sample CASCADE")


def _fill_postgresql(connection: psycopg.Connection, name: str, table: Mapping[str, Any], behind: timedelta) -> None:
    quoted = _quoted(connection, name)
    made = connection.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0 AND attgenerated = ''",
        (quoted,),
    ).fetchall()
    given = [place for place, column in enumerate(table["columns"]) if (column,) in made]
    binary = {place for place in given if table["types"][place] == "bytea"}
    columns = ", ".join('"' + table["columns"][place].replace('"', '""') + '"' for place in given)
    marks = ", ".join(["%s"] * len(given))
    rows = [
        [f"\\{row[place][1:]}" if place in binary and row[place] is not None else row[place] for place in given]
        for row in _values(table, behind)
    ]
    with connection.cursor() as cursor:
        statement = f"INSERT INTO {quoted} ({columns}) OVERRIDING SYSTEM VALUE VALUES ({marks})"
        cursor.executemany(statement.encode(), rows)


def _quoted(connection: psycopg.Connection, name: str) -> str:
    """A recorded name of a table: in the schema before the dot, unless there is a table with that dot in its name."""
    schema, _, bare = name.rpartition(".")
    for text in (f'public."{name}"', f'"{schema}"."{bare}"'):
        row = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (text,)).fetchone()
        if row is not None and row[0]:
            return text
    raise AssertionError(f"no table {name}")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Rows that the recordings describe by a few of them, and the script of the database that has them all."""

    script: str
    tables: Mapping[str, Mapping[str, Any]]


def _sample(pair: Pair, side: str, step: str) -> Sample | None:
    described = pair.newest(side, "sample.json", step)
    if described is None:
        return None
    script = pair.root.parents[2] / "data" / "adventureworks" / "postgresql.sql"
    tables = json.loads(described.read_text(encoding="utf-8"))
    return Sample(script=script.read_text(encoding="utf-8"), tables=tables)


def _fill_from_sample(connection: psycopg.Connection, sample: Sample, behind: timedelta) -> None:
    for name, table in sample.tables.items():
        columns = ", ".join(f'"{column}"' for column in table["columns"])
        base = name.removesuffix("_tracking")
        selected, source = columns, f'sample."{base}"'
        if base != name:
            if not table["count"]:
                continue
            # All tracking rows of a first sync are alike but for the key.
            first = dict(zip(table["columns"], next(_values(table, behind)), strict=True))
            side = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
            keys = [f'"{column}"' for column in table["columns"] if column not in side]
            selected = ", ".join([*keys, *(f"'{first[column]}'" for column in side)])
        statement = f'INSERT INTO public."{name}" ({columns}) OVERRIDING SYSTEM VALUE SELECT {selected} FROM {source}'
        connection.execute(statement.encode())


def _restore_sqlite(url: str, schema: str, tables: Tables, behind: timedelta) -> None:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.executescript(schema)
        # What is recorded is put in as it is: the triggers come back when it is there.
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for name, table in tables.items():
            if "columns" not in table:
                continue
            columns = ", ".join(f"[{column}]" for column in table["columns"])
            marks = ", ".join("?" * len(table["columns"]))
            connection.executemany(f"INSERT INTO [{name}] ({columns}) VALUES ({marks})", _values(table, behind))
        for _, text in triggers:
            connection.execute(text)
        connection.commit()


def _shift_sqlite(url: str, behind: timedelta) -> None:
    """Put back the clocks of a file; nothing where none is ahead."""
    if not behind:
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.create_function("shifted", 1, lambda clock: None if clock is None else shifted(clock, behind))
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")}
            if "update_scope_id" in columns or "sync_scope_name" in columns:
                for column in columns & {*_CLOCKS, _CLEANED}:
                    connection.execute(f"UPDATE [{name}] SET [{column}] = shifted([{column}])")
        connection.commit()
