"""What the tests of all providers do: open a database, carry operations out, look at it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dms_pipeline.plan import operations as op
from dms_pipeline.providers.base import Look
from dms_pipeline.runtime.connect import Database
from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName


@contextmanager
def opened(url: str) -> Iterator[Connection]:
    """A connection for a block; its pool is gone afterwards."""
    database = Database("db", url)
    try:
        with database.connection() as connection:
            yield connection
    finally:
        database.dispose()


def target_of(connection: Connection) -> Target:
    """What plans this kind of database."""
    return connection.provider.target()


def carry_out(connection: Connection, operations: Iterable[Operation]) -> tuple[str, ...]:
    """Run operations in one transaction; the statements that ran."""
    statements = [statement for operation in operations for statement in target_of(connection).lower(operation)]
    with connection.transaction():
        for statement in statements:
            connection.run(statement)
    return tuple(statements)


def look(
    connection: Connection,
    *tables: TableName,
    tracking: Iterable[TableName] = (),
    count_unsynced: bool = False,
) -> DatabaseState:
    """Inspect these tables."""
    return connection.provider.inspect(
        connection, Look(tables=tables, tracking_tables=tuple(tracking), count_unsynced=count_unsynced)
    )


def creating(target: Target, table: Table) -> list[Operation]:
    """The operations that make a client's table with all that belongs to it; parents must exist."""
    made: list[Operation] = [op.CreateTable(table=table)]
    made += [op.AddUnique(table=table.name, unique=unique) for unique in table.uniques]
    if not target.traits.inline_foreign_keys:
        made += [op.AddForeignKey(table=table.name, foreign_key=key) for key in table.foreign_keys]
    return made


def tracking(
    target: Target,
    setup: SyncSetup,
    document: SyncTable,
    table: Table | None = None,
    kind: Triggers = Triggers.REFERENCE,
    *,
    replaces: bool = False,
) -> list[Operation]:
    """The operations that track a table; `table` is it as it is there, as far as they depend on it."""
    triggers = target.triggers(setup, document, table, kind)
    return [
        op.CreateTrackingTable(base=document.table, table=target.tracking_table(setup, document, table)),
        *(op.CreateTrigger(trigger=trigger, replaces=replaces) for trigger in triggers),
    ]
