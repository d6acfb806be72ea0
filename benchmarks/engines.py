"""What the jobs have to know of each kind of database, as one value per kind: no job asks which one it works on.

Identifiers stand in double quotes everywhere. Between kinds, a row travels in one common form, which is how the
reference's SQLite clients keep it: uuids in capitals, booleans as 0 and 1, decimals and times as text, times with a
zone behind `+00:00`.

The imports stand inside the functions: a job that only starts tools must stay small, since the memory of its process
is the floor of theirs.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from benchmarks import data

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    import psycopg
    import pymysql

    Row = tuple[Any, ...]
    Execute = Callable[[str, Row], object]

BATCH_ROWS = 1_000
_EXCLUDED = 'ON CONFLICT ("id") DO UPDATE SET {sets}'


@dataclass(frozen=True, kw_only=True, slots=True)
class Engine:
    """One kind of database.

    Attributes:
        name: as its URLs begin.
        title: as people say it.
        types: its column types, for those of `data.COLUMNS` that it calls otherwise.
        tracking: the tracking table of the reference, with an index on its clock.
        clock: the expression of a stamp for a tracking row.
        no: the value of a tombstone column that is not set.
        trigger: the trigger that a row-by-row session meets.
        mark: how a statement marks a parameter.
        gives: by type, the expression `{}` of a column in the common form.
        takes: by type, the expression that takes a value in the common form.
        or_update, proposed: the clause that makes an INSERT an upsert, and in it the value that was to be inserted.
        settle: what is run after a table was filled, so that the first job after it is not the slow one; may be empty.
        run: runs statements on a database.
        rows: streams the rows of a SELECT.
        writer: one transaction, as a function that executes a statement.
        load: inserts rows in the common form into the table, many at once.
        server: the URL of a server; an empty one where none is needed.
        database: an empty database with a name, at a server, gone at the end.
        modules: what planning and syncing import.
    """

    name: str
    title: str
    types: Mapping[str, str] = field(default_factory=dict)
    tracking: str
    clock: str
    no: str
    trigger: str
    mark: str
    gives: Mapping[str, str] = field(default_factory=dict)
    takes: Mapping[str, str] = field(default_factory=dict)
    or_update: str = _EXCLUDED
    proposed: str = 'excluded."{name}"'
    settle: str
    run: Callable[[str, str], None]
    rows: Callable[[str, str], Iterator[Row]]
    writer: Callable[[str], AbstractContextManager[Execute]]
    load: Callable[[str, str, Iterable[Row]], None]
    server: Callable[[], AbstractContextManager[str]]
    database: Callable[[str, str], AbstractContextManager[str]]
    modules: tuple[str, ...]

    def create_table(self, table: str = "bench") -> str:
        """CREATE TABLE."""
        columns = ", ".join(f'"{name}" {self.types.get(kind, kind)} {null}' for name, kind, null in data.COLUMNS)
        return f'CREATE TABLE "{table}" ({columns}, PRIMARY KEY ("id"))'

    def create_both(self) -> str:
        """The table and its tracking table."""
        return f"{self.create_table()}; {self.tracking}"

    def track_all(self, table: str = '"bench"') -> str:
        """INSERT of a tracking row for each row, stamped by the server."""
        return (
            'INSERT INTO "bench_tracking"'
            ' ("id", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")'
            f' SELECT "id", NULL, {self.clock}, {self.no}, CURRENT_TIMESTAMP FROM {table} ORDER BY "id"'
        )

    def select(self, rows: int | None = None) -> str:
        """SELECT of the rows by key, in the common form; only the first ones where a number is given."""
        values = ", ".join(self.gives.get(kind, "{}").format(f'"{name}"') for name, kind, _ in data.COLUMNS)
        limit = "" if rows is None else f" LIMIT {rows}"
        return f'SELECT {values} FROM "bench" ORDER BY "id"{limit}'

    def value(self, kind: str, given: str | None = None) -> str:
        """The expression that takes a value of a type in the common form: a parameter, if none is given."""
        return self.takes.get(kind, "{}").format(given or self.mark)

    def insert(self) -> str:
        """INSERT of a row in the common form."""
        marks = ", ".join(self.value(kind) for _, kind, _ in data.COLUMNS)
        return f'INSERT INTO "bench" ({data.LIST}) VALUES ({marks})'

    def upsert(self) -> str:
        """The same where the row may be there."""
        return f"{self.insert()} {self._or_update(data.NAMES[1:])}"

    def track_one(self) -> str:
        """INSERT of a tracking row; parameters are key, writer and stamp."""
        return (
            'INSERT INTO "bench_tracking" ("id", "update_scope_id", "timestamp", "sync_row_is_tombstone")'
            f" VALUES ({self.value('uuid')}, {self.value('uuid')}, {self.mark}, {self.no})"
            f" {self._or_update(('update_scope_id', 'timestamp'))}"
        )

    def _or_update(self, names: Iterable[str]) -> str:
        sets = ", ".join(f'"{name}" = {self.proposed.format(name=name)}' for name in names)
        return self.or_update.format(sets=sets)


def engine(url: str) -> Engine:
    """The kind of a database, by its URL."""
    return ENGINES[url.partition(":")[0]]


# SQLite.


def path(url: str) -> str:
    """The file of a SQLite URL."""
    return url.removeprefix("sqlite:///")


@contextmanager
def sqlite_file(url: str) -> Iterator[sqlite3.Connection]:
    """A SQLite file in autocommit."""
    import sqlite3

    with closing(sqlite3.connect(path(url), isolation_level=None)) as connection:
        yield connection


def _run_sqlite(sql: str, url: str) -> None:
    with sqlite_file(url) as file:
        file.executescript(sql)


def _rows_of_sqlite(url: str, select: str) -> Iterator[Row]:
    with sqlite_file(url) as file:
        yield from file.execute(select)


@contextmanager
def _write_sqlite(url: str) -> Iterator[Execute]:
    with sqlite_file(url) as file:
        file.execute("BEGIN")
        yield file.execute
        file.execute("COMMIT")


def _load_sqlite(url: str, insert: str, rows: Iterable[Row]) -> None:
    with sqlite_file(url) as file:
        file.execute("BEGIN")
        file.executemany(insert, rows)
        file.execute("COMMIT")


@contextmanager
def _no_server() -> Iterator[str]:
    yield ""


@contextmanager
def _sqlite_database(server: str, name: str) -> Iterator[str]:
    from tempfile import TemporaryDirectory

    del server
    with TemporaryDirectory(prefix="dms-bench-") as folder:
        yield f"sqlite:///{folder}/{name}.db"


SQLITE = Engine(
    name="sqlite",
    title="SQLite",
    tracking="""
        CREATE TABLE "bench_tracking" (
            "id" text NOT NULL COLLATE NOCASE PRIMARY KEY,
            "update_scope_id" text NULL,
            "timestamp" integer NULL,
            "sync_row_is_tombstone" integer NOT NULL DEFAULT 0,
            "last_change_datetime" text NULL
        );
        CREATE INDEX "bench_tracking_timestamp" ON "bench_tracking" ("timestamp")
    """,
    clock="CAST(strftime('%s', 'now') AS integer) * 1000",
    no="0",
    trigger="""
        CREATE TRIGGER "bench_insert_trigger" AFTER INSERT ON "bench" BEGIN
            INSERT INTO "bench_tracking" ("id", "timestamp") VALUES (new."id", 1)
            ON CONFLICT ("id") DO UPDATE SET "timestamp" = excluded."timestamp";
        END
    """,
    mark="?",
    takes={"uuid": "upper({})"},
    settle="",
    run=_run_sqlite,
    rows=_rows_of_sqlite,
    writer=_write_sqlite,
    load=_load_sqlite,
    server=_no_server,
    database=_sqlite_database,
    modules=("dms_pipeline.providers.sqlite.provision",),
)


# PostgreSQL.


@contextmanager
def postgresql_server(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A PostgreSQL connection in autocommit."""
    import psycopg

    with psycopg.connect(url, autocommit=True, options="-c TimeZone=UTC") as connection:
        yield connection


def _run_postgresql(sql: str, url: str) -> None:
    with postgresql_server(url) as server:
        server.execute(sql.encode())


def _rows_of_postgresql(url: str, select: str) -> Iterator[Row]:
    with postgresql_server(url) as server, server.transaction(), server.cursor("rows") as cursor:
        cursor.itersize = BATCH_ROWS
        yield from cursor.execute(select.encode())


@contextmanager
def _write_postgresql(url: str) -> Iterator[Execute]:
    with postgresql_server(url) as server, server.transaction():
        yield lambda sql, row: server.execute(sql.encode(), row)


def _load_postgresql(url: str, insert: str, rows: Iterable[Row]) -> None:
    with postgresql_server(url) as server, server.transaction(), server.cursor() as cursor:
        cursor.executemany(insert.encode(), rows)


@contextmanager
def _postgresql() -> Iterator[str]:
    from tests.postgresql_server import server

    with server() as url:
        yield url


@contextmanager
def _postgresql_database(server: str, name: str) -> Iterator[str]:
    _run_postgresql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', server)
    _run_postgresql(f'CREATE DATABASE "{name}" TEMPLATE template0', server)
    try:
        base, _, _ = server.rpartition("/")
        yield f"{base}/{name}"
    finally:
        _run_postgresql(f'DROP DATABASE "{name}" WITH (FORCE)', server)


POSTGRESQL = Engine(
    name="postgresql",
    title="PostgreSQL",
    tracking="""
        CREATE TABLE "bench_tracking" (
            "id" uuid NOT NULL PRIMARY KEY,
            "update_scope_id" uuid NULL,
            "timestamp" bigint NULL,
            "sync_row_is_tombstone" boolean NOT NULL DEFAULT false,
            "last_change_datetime" timestamptz NULL
        );
        CREATE INDEX "bench_tracking_timestamp" ON "bench_tracking" ("timestamp")
    """,
    clock="(extract(epoch FROM clock_timestamp()) * 1000)::bigint",
    no="false",
    trigger="""
        CREATE FUNCTION "bench_insert_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO "bench_tracking" ("id", "timestamp") VALUES (new."id", 1)
            ON CONFLICT ("id") DO UPDATE SET "timestamp" = excluded."timestamp";
            RETURN new;
        END $$;
        CREATE TRIGGER "bench_insert_trigger" AFTER INSERT ON "bench"
            FOR EACH ROW EXECUTE FUNCTION "bench_insert_trigger_function"()
    """,
    mark="%s",
    gives={
        "uuid": "upper({}::text)",
        "boolean": "{}::integer",
        "timestamp": "{}::timestamp::text",
        "timestamptz": "{}::text || ':00'",
        "numeric(12,2)": "{}::text",
        "numeric(15,4)": "{}::text",
    },
    takes={kind: f"{{}}::{kind}" for _, kind, _ in data.COLUMNS} | {"boolean": "{}::integer::boolean"},
    settle='VACUUM ANALYZE "bench"',
    run=_run_postgresql,
    rows=_rows_of_postgresql,
    writer=_write_postgresql,
    load=_load_postgresql,
    server=_postgresql,
    database=_postgresql_database,
    modules=("dms_pipeline.providers.postgresql.provision", "psycopg"),
)


# MariaDB.

MARIADB_SESSION = "SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES', time_zone = '+00:00'"
_TRIMMED = "TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM {}))"  # a time has six decimals


def place(url: str) -> dict[str, Any]:
    """Where a MariaDB database is, in the words of its driver."""
    parts = urlsplit(url)
    found = {"host": parts.hostname or "127.0.0.1", "port": parts.port or 3306, "user": unquote(parts.username or "")}
    return {**found, "password": unquote(parts.password or ""), "database": parts.path.lstrip("/")}


@contextmanager
def mariadb_server(url: str) -> Iterator[pymysql.Connection[Any]]:
    """A MariaDB connection in autocommit."""
    import pymysql
    from pymysql.constants import CLIENT

    many = CLIENT.MULTI_STATEMENTS
    with closing(
        pymysql.connect(
            **place(url), charset="utf8mb4", client_flag=many, init_command=MARIADB_SESSION, autocommit=True
        )
    ) as connection:
        yield connection


def _run_mariadb(sql: str, url: str) -> None:
    with mariadb_server(url) as server, server.cursor() as cursor:
        cursor.execute(sql)
        while cursor.nextset():
            pass


def _rows_of_mariadb(url: str, select: str) -> Iterator[Row]:
    from pymysql.cursors import SSCursor

    with mariadb_server(url) as server, server.cursor(SSCursor) as cursor:
        cursor.execute(select)
        while rows := cursor.fetchmany(BATCH_ROWS):
            yield from rows


@contextmanager
def _write_mariadb(url: str) -> Iterator[Execute]:
    with mariadb_server(url) as server, server.cursor() as cursor:
        cursor.execute("START TRANSACTION")
        yield cursor.execute
        cursor.execute("COMMIT")


def _load_mariadb(url: str, insert: str, rows: Iterable[Row]) -> None:
    waiting = iter(rows)
    with mariadb_server(url) as server, server.cursor() as cursor:
        cursor.execute("START TRANSACTION")
        head, _, values = insert.partition(" VALUES ")
        while batch := list(islice(waiting, BATCH_ROWS)):
            # Not `executemany`: it sends rows one by one where there is more than a mark in the brackets.
            many = ", ".join([values] * len(batch))
            cursor.execute(f"{head} VALUES {many}", [value for row in batch for value in row])
        cursor.execute("COMMIT")


@contextmanager
def _mariadb() -> Iterator[str]:
    import os

    import pymysql

    from tests.mariadb_server import server

    url = os.environ.get("DMS_TEST_MARIADB_URL")
    usual = "mariadb://root@127.0.0.1:3306"
    try:
        _run_mariadb("SELECT 1", url or usual)
    except pymysql.MySQLError:
        if url is not None:
            raise
        with server() as own:
            yield own
    else:
        yield url or usual


@contextmanager
def _mariadb_database(server: str, name: str) -> Iterator[str]:
    _run_mariadb(f'DROP DATABASE IF EXISTS "{name}"; CREATE DATABASE "{name}" CHARACTER SET utf8mb4', server)
    try:
        yield f"{server.rstrip('/')}/{name}"
    finally:
        _run_mariadb(f'DROP DATABASE "{name}"', server)


MARIADB = Engine(
    name="mariadb",
    title="MariaDB",
    types={
        "uuid": "char(36)",
        "text": "varchar(200)",
        "boolean": "tinyint(1)",
        "timestamp": "datetime(6)",
        "timestamptz": "timestamp(6)",
    },
    tracking="""
        CREATE TABLE "bench_tracking" (
            "id" char(36) NOT NULL PRIMARY KEY,
            "update_scope_id" varchar(36) NULL,
            "timestamp" bigint NULL,
            "sync_row_is_tombstone" bit NOT NULL DEFAULT 0,
            "last_change_datetime" datetime NULL,
            INDEX "bench_tracking_timestamp" ("timestamp")
        )
    """,
    clock="CAST(UNIX_TIMESTAMP(NOW(6)) * 10000 AS integer)",
    no="0",
    trigger="""
        CREATE TRIGGER "bench_insert_trigger" AFTER INSERT ON "bench" FOR EACH ROW
            INSERT INTO "bench_tracking" ("id", "timestamp") VALUES (new."id", 1)
            ON DUPLICATE KEY UPDATE "timestamp" = VALUES("timestamp")
    """,
    mark="%s",
    gives={
        "uuid": "upper({})",
        "boolean": "{} + 0",
        "timestamp": _TRIMMED,
        "timestamptz": f"CONCAT({_TRIMMED}, '+00:00')",
        "numeric(12,2)": "CAST({} AS char)",
        "numeric(15,4)": "CAST({} AS char)",
    },
    takes={"uuid": "lower({})", "timestamptz": "REPLACE({}, '+00:00', '')"},
    or_update="ON DUPLICATE KEY UPDATE {sets}",
    proposed='VALUES("{name}")',
    settle='ANALYZE TABLE "bench"',
    run=_run_mariadb,
    rows=_rows_of_mariadb,
    writer=_write_mariadb,
    load=_load_mariadb,
    server=_mariadb,
    database=_mariadb_database,
    modules=("dms_pipeline.providers.mariadb.provision", "pymysql"),
)

ENGINES = {kind.name: kind for kind in (POSTGRESQL, SQLITE, MARIADB)}
