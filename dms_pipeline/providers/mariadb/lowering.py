"""The SQL of each operation on MariaDB.

DDL commits by itself. Each operation is one statement, or statements that can be repeated from any of them on: a
trigger gives way while another of the same text stands beside it (B7), a tracking table says of itself whether the rows
that were there before it are still to be recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.providers import saving
from dms_pipeline.providers.mariadb import extended, reference
from dms_pipeline.providers.mariadb.connect import SESSION_MODE, STORED_MODE
from dms_pipeline.providers.mariadb.names import quoted, scope_table_name, stand_in
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema import ddl

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Procedure, Table, Trigger
    from dms_pipeline.schema.model import TableName

NOW = "DATE_FORMAT(UTC_TIMESTAMP(), '%Y-%m-%dT%H:%i:%sZ')"
UNFILLED = "dms: the rows that were there before are still to be recorded"

_name = TRAITS.style.name
_names = TRAITS.style.names


def lower(operation: op.Operation) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case per operation
    """The SQL of an operation."""
    match operation:
        case op.CreateSchema():
            return ()  # a schema is a database here
        case op.CreateOwnTable(table=table) | op.CreateScopeTable(table=table) | op.CreateTable(table=table):
            return (_create_table(table),)
        case op.CreateTrackingTable(table=table):
            return (_create_table(table),)
        case op.AddColumn(table=name, column=column):
            return (f"ALTER TABLE {quoted(name)} ADD COLUMN {ddl.column(column, TRAITS)}",)
        case op.AddForeignKey(table=name, foreign_key=key):
            return (f"ALTER TABLE {quoted(name)} ADD {ddl.foreign_key(key, TRAITS)}",)
        case op.AddUnique(table=name, unique=unique):
            return (f"CREATE UNIQUE INDEX {_name(unique.name)} ON {quoted(name)} ({_names(unique.columns)})",)
        case op.CreateTrigger(trigger=trigger, replaces=replaces):
            return _create_trigger(trigger, replaces=replaces)
        case op.TrackRows(base=base, tracking=tracking, key=key_columns):
            return (_track_rows(base, tracking, key_columns), f"ALTER TABLE {quoted(tracking)} COMMENT = ''")
        case op.SaveScope() | op.OwnScope() | op.AdoptScope() | op.DeleteScope():
            return saving.lower(operation, TRAITS.style, lambda name: quoted(scope_table_name(name)), NOW)
        case op.DropTrigger(trigger=trigger):
            return (f"DROP TRIGGER IF EXISTS {_name(trigger.name)}",)
        case op.CreateProcedure(procedure=procedure):
            return _create_procedure(procedure)
        case op.DropProcedure(name=bare):
            return (f"DROP PROCEDURE IF EXISTS {_name(bare)}",)
        case op.DropTrackingTable(table=name):
            return (f"DROP TABLE IF EXISTS {quoted(name)}",)
        case op.DropScopeTable(name=scope_table):
            return (f"DROP TABLE IF EXISTS {quoted(scope_table_name(scope_table))}",)
        case op.DropOwnTable(name=own):
            return (f"DROP TABLE IF EXISTS {_name(own)}",)
        case _:
            assert_never(operation)


def _create_table(table: Table) -> str:
    note = f" COMMENT = {TRAITS.style.literal(UNFILLED)}" if table.unfilled else ""
    return f"{ddl.create_table(table, TRAITS)} ENGINE = InnoDB DEFAULT CHARSET = utf8mb4{note}"


def _create_trigger(trigger: Trigger, *, replaces: bool) -> tuple[str, ...]:
    """A trigger under the rules that an application's session has too; at no moment there is none where one was."""
    begin, end = f"SET sql_mode = '{STORED_MODE}'", f"SET sql_mode = '{SESSION_MODE}'"
    own, aside = _name(trigger.name), _name(stand_in(trigger.name))

    def create(name: str) -> str:
        # What an apply that was stopped had made is there already.
        return trigger.text.replace(f"CREATE TRIGGER {own}", f"CREATE TRIGGER IF NOT EXISTS {name}", 1)

    if not replaces:
        return (begin, create(own), end)
    drop = "DROP TRIGGER IF EXISTS"
    return (begin, create(aside), f"{drop} {own}", create(own), f"{drop} {aside}", end)


def _create_procedure(procedure: Procedure) -> tuple[str, ...]:
    return (
        f"SET sql_mode = '{STORED_MODE}'",
        f"DROP PROCEDURE IF EXISTS {_name(procedure.name)}",
        f"CREATE PROCEDURE {_name(procedure.name)} ({procedure.parameters})\n{procedure.body}",
        f"SET sql_mode = '{SESSION_MODE}'",
    )


def _track_rows(base: TableName, tracking: TableName, key: tuple[str, ...]) -> str:
    first = _name(key[0])
    return (
        f"INSERT INTO {quoted(tracking)} ({_names((*key, *reference.SIDE))})"
        f" SELECT {_names(key, 'base.')}, NULL, {extended.CLOCK}, 0, UTC_TIMESTAMP()"
        f" FROM {quoted(base)} AS base WHERE NOT EXISTS (SELECT 1 FROM {quoted(tracking)} AS side"
        f" WHERE {TRAITS.style.equal(key, 'side', 'base')})"
        # Whoever writes a row at this moment records it himself.
        f" ON DUPLICATE KEY UPDATE {first} = {quoted(tracking)}.{first}"
    )
