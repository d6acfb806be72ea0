"""Making a recorded database again: its script, then its rows as they are recorded, with no trigger or key looking on.

Recorded clocks may be ahead of this computer's: they are put back by whole days, in the unit that each has.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg

from tests.providers.doing import opened
from tests.providers.recorded import load_dump, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.providers.connection import Connection

CLOCKS = {"timestamp", "scope_last_sync_timestamp", "scope_last_server_sync_timestamp"}
_CLEANED = "sync_scope_last_clean_timestamp"
_SQLITE_CLOCK = "%Y%m%d%H%M%S%f"
_BINARY = ("binary", "varbinary", "blob", "tinyblob", "mediumblob", "longblob")

Tables = dict[str, dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Rows that the recordings describe by a few of them, and the script of the database that has them all."""

    script: str
    tables: Mapping[str, Mapping[str, Any]]


def plain(value: Any) -> Any:
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


def moment(clock: int) -> datetime:
    """The time of a reading: a date on SQLite; since 1970 milliseconds on PostgreSQL, tenths of them on MariaDB."""
    if clock >= 10**16:
        return datetime.strptime(str(clock), _SQLITE_CLOCK).replace(tzinfo=UTC)
    return datetime.fromtimestamp(clock / _second(clock), UTC)


def _second(clock: int) -> int:
    return 10_000 if clock >= 10**13 else 1000


def shifted(clock: int, behind: timedelta) -> int:
    """A clock's reading put back, in the unit that it has."""
    if not behind or clock < 10**11:
        return clock
    if clock >= 10**16:
        return int((moment(clock) - behind).strftime(_SQLITE_CLOCK)[:17])
    return clock - int(behind.total_seconds()) * _second(clock)


def is_clock(table: Mapping[str, Any], column: str, value: Any) -> bool:
    """Whether a value is a reading of a clock."""
    ours = {"sync_row_is_tombstone", "scope_last_sync"}.intersection(table["columns"])
    return bool(ours) and column in CLOCKS and value is not None


def _values(table: Mapping[str, Any], behind: timedelta) -> Iterator[list[Any]]:
    for row in table["rows"]:
        yield [
            shifted(int(plain(value)), behind)
            if is_clock(table, column, value) or (column == _CLEANED and value is not None)
            else plain(value)
            for column, value in zip(table["columns"], row, strict=True)
        ]


def restore_postgresql(url: str, schema: str, tables: Tables, behind: timedelta, sample: Sample | None) -> None:
    """The rows of a sample come from its script."""
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


def restore_mariadb(url: str, schema: str, tables: Tables, behind: timedelta) -> None:
    """The triggers come when the rows are there."""
    parts = list(statements(schema))
    triggers = [part for part in parts if " TRIGGER " in part.partition("\n")[0]]
    with opened(url) as connection:
        load_dump(connection, (part for part in parts if part not in triggers))
        connection.execute("SET SESSION foreign_key_checks = 0")
        for name, table in tables.items():
            if "columns" in table:
                _fill_mariadb(connection, name, table, behind)
        connection.execute("SET SESSION foreign_key_checks = 1")
        load_dump(connection, triggers)


def _fill_mariadb(connection: Connection, name: str, table: Mapping[str, Any], behind: timedelta) -> None:
    made = connection.rows(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = %s"
        " AND coalesce(generation_expression, '') = ''",
        (name,),
    )
    given = [place for place, column in enumerate(table["columns"]) if (column,) in made]
    binary = {place for place in given if table["types"][place].partition("(")[0] in _BINARY}
    zoned = {place for place in given if table["columns"][place] == "scope_last_sync"}  # as a PostgreSQL client says it
    style = connection.provider.traits.style

    def cell(row: list[Any], place: int) -> Any:
        value = row[place]
        if value is None:
            return None
        if place in binary:
            return bytes.fromhex(value[2:])
        return value.removesuffix("+00") if place in zoned else value

    rows = [[cell(row, place) for place in given] for row in _values(table, behind)]
    columns = style.names(table["columns"][place] for place in given)
    connection.execute_many(f"INSERT INTO {style.name(name)} ({columns}) VALUES ({style.marks(len(given))})", rows)


def restore_sqlite(url: str, schema: str, tables: Tables, behind: timedelta) -> None:
    """The triggers come when the rows are there."""
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


def shift_sqlite(url: str, behind: timedelta) -> None:
    """Put back the clocks of a file; nothing where none is ahead."""
    if not behind:
        return
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.create_function("shifted", 1, lambda clock: None if clock is None else shifted(clock, behind))
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info([{name}])")}
            if "update_scope_id" in columns or "sync_scope_name" in columns:
                for column in columns & {*CLOCKS, _CLEANED}:
                    connection.execute(f"UPDATE [{name}] SET [{column}] = shifted([{column}])")
        connection.commit()
