"""Servers and tables whose changes cannot be told safely (`marks`): a plan refuses them, before anything is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.mariadb.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.mariadb.traits import Flavour

_PRIMARY = "sync the server where the changes are made"


def check_standing(connection: Connection, tables: Sequence[str], flavour: Flavour) -> None:
    """Look at the server, and at how it keeps some tables.

    Raises:
        DatabaseError: rows come from other servers with the stamps of those, or are not kept by InnoDB.
    """
    if _is_on(connection, "SHOW GLOBAL VARIABLES LIKE 'wsrep_on'"):
        raise errors.DatabaseError(
            connection.endpoint,
            "the server belongs to a Galera cluster: rows of its other nodes arrive with stamps that are older than"
            " what has been synced, and would be missed",
        )
    if _is_on(connection, "SHOW GLOBAL STATUS LIKE 'Slave_running'") or connection.value(flavour.appliers):
        raise errors.DatabaseError(
            connection.endpoint,
            "the server applies the changes of another one: they arrive with stamps that are older than what has been"
            " synced, and would be missed",
            hint=_PRIMARY,
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


def _is_on(connection: Connection, question: str) -> bool:
    row = connection.row(question)
    return row is not None and str(row[1]).upper() == "ON"
