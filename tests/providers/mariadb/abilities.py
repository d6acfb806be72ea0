"""What MariaDB can do in a test."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.suite.abilities import Abilities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection

_TABLES = (
    "SELECT table_name FROM information_schema.tables"
    " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY 1"
)
_WITH_TRIGGERS = (
    "SELECT DISTINCT event_object_table FROM information_schema.triggers"
    " WHERE event_object_schema = DATABASE() ORDER BY 1"
)


class _Copy:
    """The rows of all tables."""

    def __init__(self, connection: Connection) -> None:
        self._tables: dict[str, list[tuple[Any, ...]]] = {}
        self._columns: dict[str, list[str]] = {}
        self._with_triggers = [name for (name,) in connection.rows(_WITH_TRIGGERS)]
        for (name,) in connection.rows(_TABLES):
            columns = connection.rows(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                " AND table_name = %s AND coalesce(generation_expression, '') = '' ORDER BY ordinal_position",
                (name,),
            )
            self._columns[name] = [column for (column,) in columns]
            listed = ", ".join(f"`{column}`" for column in self._columns[name])
            self._tables[name] = connection.rows(f"SELECT {listed} FROM `{name}`")

    def restore(self, connection: Connection) -> None:
        """Replace the rows, with no key looking on; what triggers write meanwhile is replaced last."""
        connection.execute("SET foreign_key_checks = 0, unique_checks = 0")
        with connection.transaction():
            for name in (*self._with_triggers, *(name for name in self._tables if name not in self._with_triggers)):
                connection.execute(f"DELETE FROM `{name}`")
                if rows := self._tables[name]:
                    columns = self._columns[name]
                    listed = ", ".join(f"`{column}`" for column in columns)
                    marks = ", ".join(["%s"] * len(columns))
                    connection.execute_many(f"INSERT INTO `{name}` ({listed}) VALUES ({marks})", rows)
        connection.execute("SET foreign_key_checks = 1, unique_checks = 1")


def _patience(connection: Connection, milliseconds: int) -> None:
    seconds = round(milliseconds / 1000)  # 0: a lock is not waited for at all
    connection.execute(f"SET SESSION innodb_lock_wait_timeout = {seconds}, lock_wait_timeout = {max(1, seconds)}")


def _end(connection: Connection) -> None:
    connection.driver.rollback()
    connection.value("SELECT RELEASE_ALL_LOCKS()")


def _quirks(table: str) -> tuple[str, ...]:
    body = (
        "BEGIN IF BINARY NEW.name LIKE 'bad%' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no bad ones'; END IF;"
        " IF BINARY NEW.name LIKE 'loud%' THEN SET NEW.name = UPPER(NEW.name); END IF; END"
    )
    return tuple(
        f"CREATE TRIGGER quirks_{event} BEFORE {event} ON `{table}` FOR EACH ROW {body}"
        for event in ("INSERT", "UPDATE")
    )


def _without_quirks(table: str) -> tuple[str, ...]:
    del table
    return ("DROP TRIGGER IF EXISTS quirks_INSERT", "DROP TRIGGER IF EXISTS quirks_UPDATE")


@contextmanager
def _unrecorded(connection: Connection, table: str) -> Iterator[None]:
    names = [
        name
        for (name,) in connection.rows(
            "SELECT trigger_name FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
            " AND event_object_table = %s ORDER BY action_order",
            (table,),
        )
    ]
    texts = [str(connection.rows(f"SHOW CREATE TRIGGER `{name}`")[0][2]) for name in names]
    for name in names:
        connection.run(f"DROP TRIGGER `{name}`")
    yield
    for text in texts:
        connection.run(text)


ABILITIES = Abilities(
    concurrent_writers=True,
    truncates=False,  # it commits at once, and no trigger sees it
    or_clauses=(),
    rewrites=lambda table, _: (f"ALTER TABLE `{table}` FORCE",),
    prepares=lambda _: False,  # XA leaves the connection, and has tests of its own
    clock=None,  # a session can have another time, but it stands still
    prepare_connection=(),
    patience=_patience,
    backup=_Copy,
    end=_end,
    row_lock=" FOR UPDATE",
    check_at_once=(),
    quirks=_quirks,
    without_quirks=_without_quirks,
    unrecorded=_unrecorded,
    cost=6,
    gaps={},
)
