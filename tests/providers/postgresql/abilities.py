"""What PostgreSQL can do in a test."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from psycopg import sql

from tests.providers.postgresql.clock import Clock
from tests.suite.abilities import Abilities
from tests.suite.gaps import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection

_TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"


class _Copy:
    """The rows of all tables."""

    def __init__(self, connection: Connection) -> None:
        self._tables: dict[str, bytes] = {}
        for (name,) in connection.rows(_TABLES):
            query = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(name))
            with connection.driver.cursor() as cursor, cursor.copy(query) as copy:
                self._tables[name] = b"".join(copy)

    def restore(self, connection: Connection) -> None:
        """Replace the rows, with no key looking on; what triggers write meanwhile is replaced in its turn."""
        driver = connection.driver
        sides = [name for name in self._tables if name.endswith("_tracking")]
        with driver.transaction(), driver.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for names in ([name for name in self._tables if name not in sides], sides):
                deletes = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in names]
                cursor.execute(sql.SQL("; ").join(deletes))
                for name in names:
                    if self._tables[name]:
                        with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))) as copy:
                            copy.write(self._tables[name])


def _patience(connection: Connection, milliseconds: int) -> None:
    connection.execute(f"SET lock_timeout = {milliseconds}")


def _end(connection: Connection) -> None:
    connection.driver.rollback()
    connection.driver.execute("SELECT pg_advisory_unlock_all()")


def _prepares(connection: Connection) -> bool:
    return int(connection.value("SHOW max_prepared_transactions")) > 0


def _rewrites(table: str, column: str) -> tuple[str, ...]:
    return (f'ALTER TABLE "{table}" ALTER "{column}" TYPE int USING "{column}" + 0',)


def _quirks(table: str) -> tuple[str, ...]:
    body = (
        "BEGIN IF NEW.name LIKE 'bad%' THEN RAISE EXCEPTION 'no bad ones'; END IF;"
        " IF NEW.name LIKE 'loud%' THEN NEW.name := upper(NEW.name); END IF; RETURN NEW; END"
    )
    return (
        f"CREATE FUNCTION quirks() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f'CREATE TRIGGER quirks BEFORE INSERT OR UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION quirks()',
    )


def _without_quirks(table: str) -> tuple[str, ...]:
    return (f'DROP TRIGGER IF EXISTS quirks ON "{table}"', "DROP FUNCTION IF EXISTS quirks()")


@contextmanager
def _unrecorded(connection: Connection, table: str) -> Iterator[None]:
    sql = "SELECT tgname, tgenabled FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
    triggers = connection.rows(sql, (f'"{table}"',))
    connection.run(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
    yield
    for name, enabled in triggers:
        connection.run(f'ALTER TABLE "{table}" ENABLE {"ALWAYS " if enabled == "A" else ""}TRIGGER "{name}"')


ABILITIES = Abilities(
    concurrent_writers=True,
    truncates=True,
    or_clauses=(),
    rewrites=_rewrites,
    prepares=_prepares,
    clock=Clock,
    prepare_connection=("SET synchronous_commit = off",),
    patience=_patience,
    backup=_Copy,
    end=_end,
    row_lock=" FOR UPDATE",
    check_at_once=("SET CONSTRAINTS ALL IMMEDIATE",),
    quirks=_quirks,
    without_quirks=_without_quirks,
    unrecorded=_unrecorded,
    cost=3,
    gaps={
        Gap.CLOCKS_BACK_AND_FORTH: "what was stamped meanwhile is below the bound, and nobody saw the clock step",
    },
)
