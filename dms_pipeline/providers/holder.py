"""Who holds a database: what its lock row says, for the message of those who have to wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.schema.own import LOCK

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection


def holder(connection: Connection, error: errors.Locked) -> errors.Locked:
    """The error again, naming the apply that holds the database, as far as its row can be read."""
    style = connection.provider.traits.style
    name = style.table(connection.provider.traits.default_schema, LOCK.name)
    try:
        row = connection.row(f"SELECT owner, pid, run_id, started_at FROM {name}")
    except errors.DmsError:
        row = None
    if row is None:
        return error
    owner, pid, run, started = row
    return errors.Locked(
        connection.endpoint,
        f"being applied by {owner}, process {pid}, since {started}: run r{run}; nothing was done",
        hint=f"--lock-timeout 5m waits. If that process is gone: dms-pipeline unlock r{run}",
    )
