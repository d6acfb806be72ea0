"""Who holds a database: what its lock row says, for the message of those who have to wait."""

from __future__ import annotations

from datetime import UTC, datetime
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
        f"it is being applied by {owner}, process {pid}, since {_since(started)} (run r{run})",
        hint="--lock-timeout 5m waits. A lock ends with its process: if that one is gone, another program is writing",
    )


def _since(started: str) -> str:
    """`10:02 UTC, 3 min ago`; the text as it is where it is no time of ours."""
    try:
        moment = datetime.fromisoformat(started).astimezone(UTC)
    except ValueError:
        return started
    seconds = max(0, round((datetime.now(UTC) - moment).total_seconds()))
    size, unit = next((pair for pair in ((86_400, "d"), (3_600, "h"), (60, "min")) if seconds >= pair[0]), (1, "s"))
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC, {seconds // size} {unit} ago"
