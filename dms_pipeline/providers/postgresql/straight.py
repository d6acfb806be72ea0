"""Copying a whole table straight into an empty one, with our triggers off until it is there.

Row triggers would cost two and a half times the copy (benchmarks), and their work would be overwritten. The lock keeps
other writers out until the commit, so nobody's change can go unrecorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.catalog import own_triggers
from dms_pipeline.providers.postgresql.values import STYLE, qualified

if TYPE_CHECKING:
    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.staged import ForeignKeyFact
    from dms_pipeline.sync.changes import SyncedTable


def switch_off(
    connection: Connection, task: Task, table: SyncedTable, keys: tuple[ForeignKeyFact, ...]
) -> tuple[str, ...] | None:
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
    for trigger in triggers:
        connection.execute(f"ALTER TABLE {base} DISABLE TRIGGER {STYLE.name(trigger)}")
    return triggers


def switch_on(connection: Connection, table: SyncedTable, triggers: tuple[str, ...]) -> None:
    """Switch them on again."""
    for trigger in triggers:
        connection.execute(f"ALTER TABLE {qualified(table.name)} ENABLE TRIGGER {STYLE.name(trigger)}")


def _refers_early(task: Task, table: SyncedTable, keys: tuple[ForeignKeyFact, ...]) -> bool:
    later: set[str] = set()
    for group in reversed(task.delivery.groups):
        later.update(qualified(member.name) for member in group)
        if table in group:
            break
    return any(key.child == qualified(table.name) and not key.deferrable and key.parent in later for key in keys)
