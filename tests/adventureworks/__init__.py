"""The AdventureWorks sample: loaded into a database, and read back as values that compare across kinds of databases.

The public sample (3,515 rows) is taken where it lies beside the repository, else our own rows (`seed.py`).
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
import pymysql
from pymysql.constants import CLIENT
from sqlalchemy.engine import make_url

from tests.adventureworks.seed import FOLDER, Mariadb, Sqlite
from tests.adventureworks.structure import TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLIC = Path(__file__).resolve().parents[3] / "shared" / "data" / "adventureworks" / "postgresql.sql"

Rows = dict[str, list[tuple[Any, ...]]]


def load(url: str, *, own: bool = False) -> None:
    """Create the nine tables in an empty database and fill them; `own` takes our own rows in any case."""
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            assert parsed.database is not None
            load_sqlite(Path(parsed.database), own=own)
        case "postgresql":
            load_postgresql(url, own=own)
        case _:
            load_mariadb(url, own=own)


def load_postgresql(url: str, *, own: bool = False) -> None:
    """Run the script of the public sample, or our own."""
    script = FOLDER / "postgresql.sql" if own or not PUBLIC.is_file() else PUBLIC
    with psycopg.connect(url) as connection:
        connection.execute(script.read_bytes())


def load_mariadb(url: str, *, own: bool = False) -> None:
    """The same tables in MariaDB's types, and the same rows."""
    seed = Mariadb()
    with closing(connect_mariadb(url)) as connection, connection.cursor() as cursor:
        if own or not PUBLIC.is_file():
            cursor.execute((FOLDER / "mariadb.sql").read_bytes().decode())
            while cursor.nextset():
                pass
        else:
            for table in TABLES:
                cursor.execute(seed.create(table))
            for statement in _inserts(PUBLIC.read_text(encoding="utf-8")):
                plain = re.sub(r"'\\x([0-9a-f]*)'", r"X'\1'", statement.replace('"public".', "", 1))
                cursor.execute(re.sub(r"'(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)\+00'", r"'\1'", plain))
            for table in TABLES:
                for statement in seed.finish(table):
                    cursor.execute(statement)
        connection.commit()


def connect_mariadb(url: str) -> pymysql.Connection[Any]:
    """A connection in which a backslash is a letter and names stand in double quotes, as on other databases."""
    parts = make_url(url)
    return pymysql.connect(
        host=parts.host or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.database,
        charset="utf8mb4",
        client_flag=CLIENT.MULTI_STATEMENTS | CLIENT.FOUND_ROWS,
        init_command="SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES',"
        " time_zone = '+00:00'",
    )


def load_sqlite(path: Path, *, own: bool = False) -> None:
    """The same tables with declared types, and the same rows, in a SQLite file."""
    with closing(sqlite3.connect(path)) as connection:
        if own or not PUBLIC.is_file():
            # As bytes: reading as text would turn the line breaks inside values into others.
            connection.executescript((FOLDER / "sqlite.sql").read_bytes().decode())
        else:
            _convert_public(connection)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.commit()


def rows(url: str) -> Rows:
    """All rows by table, each table in the order of its key.

    Values are `int`, `bool`, `str`, `Decimal`, `UUID`, `bytes`, `datetime` in UTC, or `None`, whatever the database
    keeps them as, so that `rows(server) == rows(client)` says that both hold the same.
    """
    readers = {"sqlite": _sqlite_rows, "postgresql": _postgresql_rows}
    read = readers.get(make_url(url).get_backend_name(), _mariadb_rows)
    found: Rows = {}
    for table in TABLES:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        positions = [next(i for i, column in enumerate(table.columns) if column.name == name) for name in table.key]
        typed = [
            tuple(_typed(column, value) for column, value in zip(table.columns, row, strict=True))
            for row in read(url, f'SELECT {columns} FROM "{table.name}"')
        ]
        found[table.name] = sorted(typed, key=lambda row, at=positions: [row[i] for i in at])  # type: ignore[misc]
    return found


def _sqlite_rows(url: str, select: str) -> list[tuple[Any, ...]]:
    path = make_url(url).database
    assert path is not None
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(select).fetchall()


def _postgresql_rows(url: str, select: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, options="-c TimeZone=UTC") as connection:
        return connection.execute(select.encode()).fetchall()


def _mariadb_rows(url: str, select: str) -> list[tuple[Any, ...]]:
    with closing(connect_mariadb(url)) as connection, connection.cursor() as cursor:
        cursor.execute(select)
        return list(cursor.fetchall())


def _typed(column: Column, value: Any) -> Any:
    # A value as the column's type means it; one that the type cannot mean fails here, not in the comparison.
    if value is None:
        return None
    for kept, read in READERS[column.bare_type].items():
        if type(value) is kept:
            return read(value)
    raise TypeError(f"{column.name} is {column.type}, found {value!r}")


def _bit(value: int) -> bool:
    if value not in (0, 1):
        raise TypeError(f"{value} is no boolean")
    return bool(value)


def _moment(value: str | datetime) -> datetime:
    """A time in UTC; one without a zone comes from a database that has none, and is in UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


# By the type of a column: what a driver may give for it, and what that means.
READERS: dict[str, dict[type, Callable[[Any], Any]]] = {
    "integer": {int: int},
    "smallint": {int: int},
    "boolean": {bool: bool, int: _bit, bytes: lambda value: _bit(value[0])},
    "varchar": {str: str},
    "text": {str: str},
    "numeric": {Decimal: Decimal, int: Decimal, float: lambda value: Decimal(repr(value))},
    "uuid": {UUID: lambda value: value, str: UUID},
    "bytea": {bytes: bytes},
    "timestamptz": {datetime: _moment, str: _moment},
}


def _convert_public(connection: sqlite3.Connection) -> None:
    # The literals of the script are SQLite's too, but for bytes; then uuids and times are put as its clients keep them.
    for table in TABLES:
        connection.execute(Sqlite().create(table))
    for statement in _inserts(PUBLIC.read_text(encoding="utf-8")):
        connection.execute(re.sub(r"'\\x([0-9a-f]*)'", r"X'\1'", statement.replace('"public".', "", 1)))
    for table in TABLES:
        for column in table.columns:
            if column.type == "uuid":
                connection.execute(f'UPDATE "{table.name}" SET "{column.name}" = upper("{column.name}")')
            elif column.type == "timestamptz":
                connection.execute(f'UPDATE "{table.name}" SET "{column.name}" = "{column.name}" || \':00\'')


def _inserts(script: str) -> Iterator[str]:
    # A text may hold line breaks and semicolons: a statement ends where SQLite says that it is complete.
    statement = ""
    for line in script.splitlines(keepends=True):
        if statement or line.startswith("INSERT INTO "):
            statement += line
            if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
                yield statement
                statement = ""
