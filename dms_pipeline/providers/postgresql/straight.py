"""Copying a whole table straight into an empty one, with our triggers off until it is there.

Row triggers would cost two and a half times the copy (benchmarks), and their work would be overwritten. The lock keeps
other writers out until the commit, so nobody's change can go unrecorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.catalog import own_triggers
from dms_pipeline.providers.postgresql.values import STYLE, qualified
from dms_pipeline.providers.recording import renote, sound

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.recording import Recorders
    from dms_pipeline.providers.staged import ForeignKeyFact
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedTable


@dataclass(frozen=True, slots=True)
class Silenced:
    """Triggers of ours that are off: what switches them on again, and what was noted before."""

    on: tuple[str, ...]
    before: Mapping[TableName, Recorders]


def switch_off(
    connection: Connection, task: Task, table: SyncedTable, keys: tuple[ForeignKeyFact, ...]
) -> Silenced | None:
    """The triggers that were switched off, under the lock; None where rows have to be staged.

    They have to where the sender knew something, the table is not empty, an application has triggers on it, or a key
    that is checked at once leads to rows that come later.
    """
    base = qualified(table.name)
    if not task.is_first or task.retries or _refers_early(task, table, keys):
        return None
    triggers = own_triggers(connection, table)
    if triggers is None or connection.value(f"SELECT EXISTS (SELECT 1 FROM {base})"):
        return None
    connection.execute(f"LOCK TABLE {base} IN SHARE ROW EXCLUSIVE MODE")
    tracking = qualified(table.tracking)
    if connection.value(f"SELECT EXISTS (SELECT 1 FROM {base}) OR EXISTS (SELECT 1 FROM {tracking})"):
        return None
    return silence(connection, table, triggers)


def silence(connection: Connection, table: SyncedTable, triggers: tuple[str, ...]) -> Silenced:
    """Switch some triggers off, which locks the table."""
    before = sound(connection, (table.name,))
    alter = f"ALTER TABLE {qualified(table.name)}"
    always = {
        name
        for (name,) in connection.rows(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled = 'A'",
            (qualified(table.name),),
        )
    }
    for trigger in triggers:
        connection.execute(f"{alter} DISABLE TRIGGER {STYLE.name(trigger)}")
    on = (f"{alter} ENABLE {'ALWAYS ' if name in always else ''}TRIGGER {STYLE.name(name)}" for name in triggers)
    return Silenced(tuple(on), before)


def switch_on(connection: Connection, silenced: Silenced) -> None:
    """Switch them on again."""
    for statement in silenced.on:
        connection.execute(statement)
    renote(connection, silenced.before)


def _refers_early(task: Task, table: SyncedTable, keys: tuple[ForeignKeyFact, ...]) -> bool:
    later: set[str] = set()
    for group in reversed(task.delivery.groups):
        later.update(qualified(member.name) for member in group)
        if table in group:
            break
    return any(key.child == qualified(table.name) and not key.deferrable and key.parent in later for key in keys)
