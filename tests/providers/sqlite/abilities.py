"""What SQLite can do in a test."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.providers.sqlite.clock import Clock
from tests.suite.abilities import Abilities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection


class _Copy:
    """The content of a file, in memory."""

    def __init__(self, connection: Connection) -> None:
        self._copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.driver.backup(self._copy)

    def restore(self, connection: Connection) -> None:
        """Overwrite the file, its structure too."""
        self._copy.backup(connection.driver)


def _patience(connection: Connection, milliseconds: int) -> None:
    connection.execute(f"PRAGMA busy_timeout = {milliseconds}")


def _end(connection: Connection) -> None:
    if connection.driver.in_transaction:
        connection.driver.execute("ROLLBACK")


def _rewrites(table: str, column: str) -> tuple[str, ...]:
    del column
    return f'ALTER TABLE "{table}" ADD COLUMN "more" int DEFAULT 1', f'ALTER TABLE "{table}" DROP COLUMN "more"'


def _quirks(table: str) -> tuple[str, ...]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'no bad ones') WHERE NEW.name GLOB 'bad*'; END"
    alter = f"BEGIN UPDATE \"{table}\" SET name = upper(name) WHERE id = NEW.id AND name GLOB 'loud*'; END"
    return tuple(
        f'CREATE TRIGGER "{name}_{event}" {when} {event} ON "{table}" {body}'
        for name, when, body in (("refuse", "BEFORE", refuse), ("alter", "AFTER", alter))
        for event in ("INSERT", "UPDATE")
    )


def _without_quirks(table: str) -> tuple[str, ...]:
    del table
    return tuple(
        f'DROP TRIGGER IF EXISTS "{name}_{event}"' for name in ("refuse", "alter") for event in ("INSERT", "UPDATE")
    )


@contextmanager
def _unrecorded(connection: Connection, table: str) -> Iterator[None]:
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY rowid"
    triggers = connection.rows(sql, (table,))
    for name, _ in triggers:
        connection.run(f'DROP TRIGGER "{name}"')
    yield
    for _, text in triggers:
        connection.run(text)


ABILITIES = Abilities(
    concurrent_writers=False,
    truncates=False,
    or_clauses=("ABORT", "FAIL", "IGNORE", "REPLACE", "ROLLBACK"),
    rewrites=_rewrites,
    prepares=lambda _: False,
    clock=Clock,
    prepare_connection=("PRAGMA synchronous = OFF", "PRAGMA journal_mode = MEMORY"),
    patience=_patience,
    backup=_Copy,
    end=_end,
    row_lock="",
    check_at_once=(),
    quirks=_quirks,
    without_quirks=_without_quirks,
    unrecorded=_unrecorded,
    cost=1,
    gaps={},
)
