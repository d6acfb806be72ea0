"""What there is to compare with: the engines' own bulk tools, and a session that sends each row by itself.

The imports stand inside the functions: a job that only starts tools must stay small, since the memory of its process
is the floor of theirs.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks import data
from benchmarks.engines import MARIADB, MARIADB_SESSION, POSTGRESQL, SQLITE, engine, path, place, sqlite_file
from benchmarks.harness import Context, Job

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW_ROWS = 20_000  # row by row, 3,000 rows/s: a million would take minutes
SCOPE = "00000000-0000-0000-0000-000000000001"


def shell(command: str, **values: str) -> None:
    """A pipe of tools; any of them failing is a failure."""
    subprocess.run(["bash", "-c", f"set -euo pipefail; {command}"], check=True, env=_environment() | values)


def _environment() -> dict[str, str]:
    import os

    return os.environ | {"PGOPTIONS": "-c TimeZone=UTC"}


def psql(url: str, *arguments: str) -> str:
    """The call of psql with commands, each in `arguments`."""
    commands = [part for argument in arguments for part in ("--command", argument)]
    return shlex.join(["psql", "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", url, *commands])


def mariadb(url: str, *arguments: str, tool: str = "mariadb") -> str:
    """The call of a tool of MariaDB on a database; what is connected to need not be this machine's socket."""
    at = place(url)
    options = [f"--{name}={at[name]}" for name in ("host", "port", "user", "password")]
    return shlex.join([tool, "--no-defaults", "--protocol=tcp", *options, *arguments, at["database"]])


def query(url: str, select: str) -> str:
    """The call of mariadb that writes rows as lines, values between tabs; breaks are escaped, NULL is a word."""
    session = f"--init-command={MARIADB_SESSION}"
    return mariadb(url, "--batch", "--quick", "--skip-column-names", session, f"--execute={select}")


def execute(url: str, statement: str, *arguments: str) -> str:
    """The call of mariadb that runs a statement."""
    return mariadb(url, f"--init-command={MARIADB_SESSION}", *arguments, f"--execute={statement}")


# COPY reads the lines of mariadb, but for NULL; the text NULL itself is in none of our rows.
NULLS_FOR_COPY = r"LC_ALL=C sed 's/\tNULL\t/\t\\N\t/'"
ROWS = "SELECT * FROM bench ORDER BY id"
TRACK = {kind.name: kind.track_all() for kind in (MARIADB, POSTGRESQL)}


def nothing(context: Context) -> None:
    """Nothing to prepare."""


def count(context: Context) -> int:
    """How many rows the target has."""
    return _first(context.target, 'SELECT count(*) FROM "bench"')[0]


def count_with_tracking(context: Context) -> int:
    """The rows of the target; -1 if it does not track each of them."""
    select = 'SELECT (SELECT count(*) FROM "bench"), (SELECT count(*) FROM "bench_tracking")'
    rows, tracked = _first(context.target, select)
    return rows if rows == tracked else -1


def _first(url: str, select: str) -> tuple[int, ...]:
    return next(iter(engine(url).rows(url, select)))


def empty_table(context: Context) -> None:
    """The table, without rows."""
    kind = engine(context.target)
    kind.run(kind.create_table(), context.target)


def tables(context: Context) -> None:
    """The table and its tracking table, without rows."""
    kind = engine(context.target)
    kind.run(kind.create_both(), context.target)


def psql_to_sqlite3(context: Context) -> None:
    """Rows alone, sorted by key, through the command-line tools."""
    shell(
        f"{psql(context.source, f'COPY ({ROWS}) TO STDOUT (FORMAT csv)')}"
        ' | sqlite3 -batch "$TARGET" ".mode csv" ".import /dev/stdin bench"',
        TARGET=path(context.target),
    )


def psql_to_python(context: Context) -> None:
    """The same where there is no sqlite3 command: csv read and written by Python, which is slower."""
    import csv
    from io import TextIOWrapper

    command = shlex.split(psql(context.source, f"COPY ({ROWS}) TO STDOUT (FORMAT csv)"))
    marks = ", ".join("?" for _ in data.COLUMNS)
    with sqlite_file(context.target) as file, subprocess.Popen(command, stdout=subprocess.PIPE) as tool:
        assert tool.stdout is not None
        rows = csv.reader(TextIOWrapper(tool.stdout, encoding="utf-8", newline=""))
        file.execute("BEGIN")
        file.executemany(f"INSERT INTO bench VALUES ({marks})", rows)
        file.execute("COMMIT")


def mariadb_to_sqlite3(context: Context) -> None:
    """Rows alone, sorted by key; escapes stay as the tool writes them, which costs nothing and is no copy."""
    shell(
        f'{query(context.source, ROWS)} | sqlite3 -batch "$TARGET" ".mode tabs" ".import /dev/stdin bench"',
        TARGET=path(context.target),
    )


def mariadb_to_python(context: Context) -> None:
    """The same where there is no sqlite3 command: lines split and written by Python, which is slower."""
    from io import TextIOWrapper

    marks = ", ".join("?" for _ in data.COLUMNS)
    command = shlex.split(query(context.source, ROWS))
    with sqlite_file(context.target) as file, subprocess.Popen(command, stdout=subprocess.PIPE) as tool:
        assert tool.stdout is not None
        lines = TextIOWrapper(tool.stdout, encoding="utf-8", newline="\n")
        file.execute("BEGIN")
        file.executemany(f"INSERT INTO bench VALUES ({marks})", (line.rstrip("\n").split("\t") for line in lines))
        file.execute("COMMIT")


def pg_dump_to_psql(context: Context) -> None:
    """Table and rows as PostgreSQL's own tools move them, key after rows; then a tracking row for each."""
    shell(
        f'pg_dump --table bench --no-owner --no-privileges "$SOURCE" | {psql(context.target)} --output /dev/null'
        f" && {psql(context.target, POSTGRESQL.tracking, TRACK['postgresql'])}",
        SOURCE=context.source,
    )


def mariadb_dump_to_mariadb(context: Context) -> None:
    """Table and rows as MariaDB's own tools move them; then a tracking row for each."""
    dump = mariadb(context.source, "--single-transaction", "--quick", tool="mariadb-dump")
    track = execute(context.target, f"{MARIADB.tracking}; {TRACK['mariadb']}")
    shell(f"{dump} bench | {mariadb(context.target)} && {track}")


def mariadb_to_psql(context: Context) -> None:
    """Rows as lines out of the mariadb command into COPY; then a tracking row for each."""
    shell(
        f"{query(context.source, ROWS)} | {NULLS_FOR_COPY} | {psql(context.target, 'COPY bench FROM STDIN')}"
        f" && {psql(context.target, TRACK['postgresql'])}"
    )


def psql_to_mariadb(context: Context) -> None:
    """Rows out of COPY into LOAD DATA, booleans and zones as MariaDB reads them; then a tracking row for each."""
    written = {"boolean": '"{0}"::integer', "timestamptz": "\"{0}\" AT TIME ZONE 'UTC'"}
    values = ", ".join(written.get(kind, '"{0}"').format(name) for name, kind, _ in data.COLUMNS)
    copy = psql(context.source, f'COPY (SELECT {values} FROM "bench" ORDER BY "id") TO STDOUT')
    shell(
        f"{copy} | {execute(context.target, _load_data(), '--local-infile=1')}"
        f" && {execute(context.target, TRACK['mariadb'])}"
    )


def sqlite3_to_mariadb(context: Context) -> None:
    """Rows as csv out of the sqlite3 command into LOAD DATA; then a tracking row for each. NULL becomes empty."""
    select = ROWS.replace("*", ", ".join(MARIADB.value(kind, f'"{name}"') for name, kind, _ in data.COLUMNS))
    load = _load_data("FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '\"' ESCAPED BY ''")
    shell(
        f'sqlite3 -batch -csv -newline "\n" -readonly "$SOURCE" {shlex.quote(select)}'
        f" | {execute(context.target, load, '--local-infile=1')}"
        f" && {execute(context.target, TRACK['mariadb'])}",
        SOURCE=path(context.source),
    )


def _load_data(form: str = "") -> str:
    return f"LOAD DATA LOCAL INFILE '/dev/stdin' INTO TABLE bench CHARACTER SET utf8mb4 {form}"


def attach(context: Context) -> None:
    """SQLite copies from file to file by itself; then a tracking row for each."""
    with sqlite_file(context.target) as file:
        file.execute("ATTACH ? AS source", (path(context.source),))
        file.execute("BEGIN")
        file.execute('INSERT INTO main."bench" SELECT * FROM source."bench" ORDER BY "id"')
        file.execute(SQLITE.track_all('main."bench"'))
        file.execute("COMMIT")


def sqlite3_to_psql(context: Context) -> None:
    """Rows as csv out of the sqlite3 command into COPY; then a tracking row for each."""
    shell(
        f'sqlite3 -batch -csv -readonly "$SOURCE" "{ROWS}"'
        f" | {psql(context.target, 'COPY bench FROM STDIN (FORMAT csv)')}"
        f" && {psql(context.target, TRACK['postgresql'])}",
        SOURCE=path(context.source),
    )


def tables_and_trigger(context: Context) -> None:
    """The table, its tracking table and the trigger that a row-by-row session meets."""
    tables(context)
    kind = engine(context.target)
    kind.run(kind.trigger, context.target)


def row_by_row(context: Context) -> None:
    """Two commands a row: the row, and its tracking row; the trigger fires."""
    source, target = engine(context.source), engine(context.target)
    upsert, track = target.upsert(), target.track_one()
    with target.writer(context.target) as execute_one:
        for row in source.rows(context.source, source.select(context.rows)):
            execute_one(upsert, row)
            execute_one(track, (row[0], SCOPE, 1))


def _import(from_: str, *, by_command: Callable[[Context], None], by_python: Callable[[Context], None]) -> Job:
    """A limit of rows alone into SQLite."""
    if shutil.which("sqlite3"):
        name, run = f"limit: {from_} | sqlite3 .import, rows only", by_command
    else:
        name, run = f"no sqlite3 command; {from_} | Python", by_python
    return Job(name=name, prepare=empty_table, run=run, check=count)


def _bulk(name: str, run: Callable[[Context], None], *, makes_table: bool = False) -> Job:
    """A limit of rows and tracking rows; a dump makes its table itself."""
    return Job(
        name=f"limit: {name}",
        prepare=nothing if makes_table else tables,
        run=run,
        check=count_with_tracking,
    )


# By source and target; these pairs are measured.
LIMITS = {
    ("postgresql", "sqlite"): _import("psql COPY", by_command=psql_to_sqlite3, by_python=psql_to_python),
    ("postgresql", "postgresql"): _bulk("pg_dump | psql, then tracking", pg_dump_to_psql, makes_table=True),
    ("sqlite", "sqlite"): _bulk("ATTACH, INSERT SELECT, tracking", attach),
    ("sqlite", "postgresql"): _bulk("sqlite3 csv | psql COPY, tracking", sqlite3_to_psql),
    ("mariadb", "sqlite"): _import("mariadb --quick", by_command=mariadb_to_sqlite3, by_python=mariadb_to_python),
    ("mariadb", "mariadb"): _bulk("mariadb-dump | mariadb, tracking", mariadb_dump_to_mariadb, makes_table=True),
    ("postgresql", "mariadb"): _bulk("psql COPY | mariadb LOAD DATA, tracking", psql_to_mariadb),
    ("mariadb", "postgresql"): _bulk("mariadb --quick | psql COPY, tracking", mariadb_to_psql),
    ("sqlite", "mariadb"): _bulk("sqlite3 csv | mariadb LOAD DATA, tracking", sqlite3_to_mariadb),
}
ROW_BY_ROW = Job(
    name="row by row, two commands each",
    prepare=tables_and_trigger,
    run=row_by_row,
    check=count_with_tracking,
    most_rows=SLOW_ROWS,
)
