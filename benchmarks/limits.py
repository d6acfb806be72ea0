"""What there is to compare with: the engines' own bulk tools, and a session that sends each row by itself.

The imports stand inside the functions: a job that only starts tools must stay small, since the memory of its process
is the floor of theirs.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from benchmarks import data
from benchmarks.harness import Context, Job

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    import psycopg

SLOW_ROWS = 20_000  # row by row, 3,000 rows/s: a million would take minutes


def path(url: str) -> str:
    """The file of a SQLite URL."""
    return url.removeprefix("sqlite:///")


@contextmanager
def sqlite_file(url: str) -> Iterator[sqlite3.Connection]:
    """A SQLite file in autocommit."""
    import sqlite3

    with closing(sqlite3.connect(path(url), isolation_level=None)) as connection:
        yield connection


@contextmanager
def postgresql_server(url: str) -> Iterator[psycopg.Connection[Any]]:
    """A PostgreSQL connection in autocommit."""
    import psycopg

    with psycopg.connect(url, autocommit=True, options="-c TimeZone=UTC") as connection:
        yield connection


def run(sql: str, url: str) -> None:
    """Statements on a database of either kind."""
    if url.startswith("sqlite:"):
        with sqlite_file(url) as file:
            file.executescript(sql)
    else:
        with postgresql_server(url) as server:
            server.execute(sql.encode())


def shell(command: str, **values: str) -> None:
    """A pipe of tools; any of them failing is a failure."""
    subprocess.run(["bash", "-c", f"set -euo pipefail; {command}"], check=True, env=_environment() | values)


def _environment() -> dict[str, str]:
    import os

    return os.environ | {"PGOPTIONS": "-c TimeZone=UTC"}


def nothing(context: Context) -> None:
    """Nothing to prepare."""


def count(context: Context) -> int:
    """How many rows the target has."""
    select = 'SELECT count(*) FROM "bench"'
    if context.target.startswith("sqlite:"):
        with sqlite_file(context.target) as file:
            return int(file.execute(select).fetchone()[0])
    with postgresql_server(context.target) as server:
        row = server.execute(select.encode()).fetchone()
        return int(row[0]) if row else 0


def count_with_tracking(context: Context) -> int:
    """The rows of the target; -1 if it does not track each of them."""
    select = 'SELECT (SELECT count(*) FROM "bench"), (SELECT count(*) FROM "bench_tracking")'
    if context.target.startswith("sqlite:"):
        with sqlite_file(context.target) as file:
            found = file.execute(select).fetchone()
    else:
        with postgresql_server(context.target) as server:
            found = server.execute(select.encode()).fetchone()
    return int(found[0]) if found and found[0] == found[1] else -1


def empty_table(context: Context) -> None:
    """The table, without rows."""
    run(data.create_table(), context.target)


def tables(context: Context) -> None:
    """The table and its tracking table, without rows."""
    tracking = data.TRACKING_SQLITE if context.target.startswith("sqlite:") else data.TRACKING_POSTGRESQL
    run(f"{data.create_table()}; {tracking}", context.target)


def psql_to_sqlite3(context: Context) -> None:
    """Rows alone, sorted by key, through the command-line tools."""
    shell(
        'psql --quiet --no-psqlrc "$SOURCE" --command "COPY (SELECT * FROM bench ORDER BY id) TO STDOUT (FORMAT csv)"'
        ' | sqlite3 -batch "$TARGET" ".mode csv" ".import /dev/stdin bench"',
        SOURCE=context.source,
        TARGET=path(context.target),
    )


def psql_to_python(context: Context) -> None:
    """The same where there is no sqlite3 command: csv read and written by Python, which is slower."""
    import csv
    from io import TextIOWrapper

    command = ["psql", "--quiet", "--no-psqlrc", context.source, "--command"]
    command.append("COPY (SELECT * FROM bench ORDER BY id) TO STDOUT (FORMAT csv)")
    marks = ", ".join("?" for _ in data.COLUMNS)
    with sqlite_file(context.target) as file, subprocess.Popen(command, stdout=subprocess.PIPE) as psql:
        assert psql.stdout is not None
        rows = csv.reader(TextIOWrapper(psql.stdout, encoding="utf-8", newline=""))
        file.execute("BEGIN")
        file.executemany(f"INSERT INTO bench VALUES ({marks})", rows)
        file.execute("COMMIT")


def pg_dump_to_psql(context: Context) -> None:
    """Table and rows as PostgreSQL's own tools move them, key after rows; then a tracking row for each."""
    shell(
        'pg_dump --table bench --no-owner --no-privileges "$SOURCE"'
        ' | psql --quiet --no-psqlrc --output /dev/null --set ON_ERROR_STOP=1 "$TARGET"'
        ' && psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 "$TARGET" --command "$CREATE" --command "$TRACK"',
        SOURCE=context.source,
        TARGET=context.target,
        CREATE=data.TRACKING_POSTGRESQL,
        TRACK=data.TRACK_ALL_POSTGRESQL,
    )


def attach(context: Context) -> None:
    """SQLite copies from file to file by itself; then a tracking row for each."""
    with sqlite_file(context.target) as file:
        file.execute("ATTACH ? AS source", (path(context.source),))
        file.execute("BEGIN")
        file.execute('INSERT INTO main."bench" SELECT * FROM source."bench" ORDER BY "id"')
        file.execute(data.TRACK_ALL_SQLITE.replace('FROM "bench"', 'FROM main."bench"'))
        file.execute("COMMIT")


def sqlite3_to_psql(context: Context) -> None:
    """Rows as csv out of the sqlite3 command into COPY; then a tracking row for each."""
    shell(
        'sqlite3 -batch -csv -readonly "$SOURCE" "SELECT * FROM bench ORDER BY id"'
        ' | psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 "$TARGET" --command "COPY bench FROM STDIN (FORMAT csv)"'
        ' && psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 "$TARGET" --command "$TRACK"',
        SOURCE=path(context.source),
        TARGET=context.target,
        TRACK=data.TRACK_ALL_POSTGRESQL,
    )


UPSERT = f"""
    INSERT INTO "bench" ({data.LIST}) VALUES ({{marks}})
    ON CONFLICT ("id") DO UPDATE SET {", ".join(f'"{name}" = excluded."{name}"' for name in data.NAMES[1:])}
"""
TRACK_ONE = """
    INSERT INTO "bench_tracking" ("id", "update_scope_id", "timestamp", "sync_row_is_tombstone")
    VALUES ({marks}) ON CONFLICT ("id") DO UPDATE SET
        "update_scope_id" = excluded."update_scope_id", "timestamp" = excluded."timestamp"
"""
SQLITE_TRIGGER = """
    CREATE TRIGGER "bench_insert_trigger" AFTER INSERT ON "bench" BEGIN
        INSERT INTO "bench_tracking" ("id", "timestamp") VALUES (new."id", 1)
        ON CONFLICT ("id") DO UPDATE SET "timestamp" = excluded."timestamp";
    END
"""
POSTGRESQL_TRIGGER = """
    CREATE FUNCTION "bench_insert_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO "bench_tracking" ("id", "timestamp") VALUES (new."id", 1)
        ON CONFLICT ("id") DO UPDATE SET "timestamp" = excluded."timestamp";
        RETURN new;
    END $$;
    CREATE TRIGGER "bench_insert_trigger" AFTER INSERT ON "bench"
        FOR EACH ROW EXECUTE FUNCTION "bench_insert_trigger_function"()
"""


def tables_and_trigger(context: Context) -> None:
    """The table, its tracking table and the trigger that a row-by-row session meets."""
    tables(context)
    run(SQLITE_TRIGGER if context.target.startswith("sqlite:") else POSTGRESQL_TRIGGER, context.target)


def source_rows(context: Context) -> Iterator[tuple[Any, ...]]:
    """The first rows of the source by key, as SQLite takes them."""
    if context.source.startswith("sqlite:"):
        with sqlite_file(context.source) as file:
            yield from file.execute(f'SELECT {data.LIST} FROM "bench" ORDER BY "id" LIMIT {context.rows}')
        return
    with postgresql_server(context.source) as server, server.transaction(), server.cursor("rows") as cursor:
        cursor.itersize = 1000
        yield from cursor.execute(f"{data.SELECT_AS_SQLITE} LIMIT {context.rows}".encode())


def row_by_row(context: Context) -> None:
    """Two commands a row: the row, and its tracking row; the trigger fires."""
    scope = "00000000-0000-0000-0000-000000000001"
    if context.target.startswith("sqlite:"):
        upsert = UPSERT.format(marks=", ".join("?" for _ in data.COLUMNS))
        track = TRACK_ONE.format(marks="?, ?, ?, ?")
        with sqlite_file(context.target) as file:
            file.execute("BEGIN")
            for row in source_rows(context):
                file.execute(upsert, row)
                file.execute(track, (row[0], scope, 1, 0))
            file.execute("COMMIT")
        return
    typed = UPSERT.format(marks=", ".join(f"%s::{kind}" for _, kind, _ in data.COLUMNS)).replace(
        "%s::boolean", "%s::integer::boolean"
    )
    with postgresql_server(context.target) as server, server.transaction():
        track = TRACK_ONE.format(marks="%s::uuid, %s::uuid, %s, %s::boolean")
        for row in source_rows(context):
            server.execute(typed.encode(), row)
            server.execute(track.encode(), (row[0], scope, 1, "f"))


SQLITE_IMPORT = (
    Job(name="limit: psql COPY | sqlite3 .import, rows only", prepare=empty_table, run=psql_to_sqlite3, check=count)
    if shutil.which("sqlite3")
    else Job(name="no sqlite3 command; psql COPY | Python csv", prepare=empty_table, run=psql_to_python, check=count)
)
PG_DUMP = Job(
    name="limit: pg_dump | psql, then tracking", prepare=nothing, run=pg_dump_to_psql, check=count_with_tracking
)
ATTACH = Job(name="limit: ATTACH, INSERT SELECT, tracking", prepare=tables, run=attach, check=count_with_tracking)
SQLITE_TO_COPY = Job(
    name="limit: sqlite3 csv | psql COPY, tracking", prepare=tables, run=sqlite3_to_psql, check=count_with_tracking
)
ROW_BY_ROW = Job(
    name="row by row, two commands each",
    prepare=tables_and_trigger,
    run=row_by_row,
    check=count_with_tracking,
    most_rows=SLOW_ROWS,
)
