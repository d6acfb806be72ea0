"""Servers and tables whose changes cannot be told safely (`marks`): a plan refuses them, before anything is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.mariadb.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.mariadb.traits import Flavour

_LOGGED = "SHOW VARIABLES LIKE 'binlog_format'"
_PRIMARY = "sync the server where the changes are made"


def check_standing(connection: Connection, tables: Sequence[str], flavour: Flavour) -> None:
    """Look at the server, and at how it keeps some tables.

    Raises:
        DatabaseError: rows come from other servers with the stamps of those, or are not kept by InnoDB; or the server
            takes no writes of a session that sees what was committed before each statement, as ours do (`connect`).
    """
    if _is(connection, "SHOW GLOBAL VARIABLES LIKE 'wsrep_on'", "ON"):
        raise errors.DatabaseError(
            connection.endpoint,
            "the server belongs to a Galera cluster: rows of its other nodes arrive with stamps that are older than"
            " what has been synced, and would be missed",
        )
    if _is(connection, "SHOW GLOBAL STATUS LIKE 'Slave_running'", "ON") or connection.value(flavour.appliers):
        raise errors.DatabaseError(
            connection.endpoint,
            "the server applies the changes of another one: they arrive with stamps that are older than what has been"
            " synced, and would be missed",
            hint=_PRIMARY,
        )
    if _is(connection, "SHOW VARIABLES LIKE 'log_bin'", "ON") and _is(connection, _LOGGED, "STATEMENT"):
        raise errors.DatabaseError(
            connection.endpoint,
            "the server's binary log has statements (binlog_format = STATEMENT), and so it takes no writes of sessions"
            " that are READ COMMITTED",
            hint="SET GLOBAL binlog_format = 'MIXED', and the same in the server's configuration",
        )
    if not tables:
        return
    engines = connection.rows(
        "SELECT table_name, engine FROM information_schema.tables WHERE table_schema = DATABASE()"
        f" AND table_name IN ({TRAITS.style.marks(len(tables))}) AND engine <> 'InnoDB' ORDER BY table_name",
        tuple(tables),
    )
    for table, engine in engines:
        raise errors.DatabaseError(
            connection.endpoint,
            f"table {table} is kept by {engine}, which has no transactions",
            hint=f"ALTER TABLE {TRAITS.style.name(table)} ENGINE = InnoDB",
        )


def _is(connection: Connection, question: str, value: str) -> bool:
    row = connection.row(question)
    return row is not None and str(row[1]).upper() == value
