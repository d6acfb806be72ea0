"""The history of what was done to a database: rows of `dms_runs`."""

from __future__ import annotations

import getpass
import json
import os
import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.schema.own import RUNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.connection import Connection


def owner() -> str:
    """Who runs this, as people tell each other: `name@host`."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a process without an entry in the user database
        name = str(os.getuid()) if hasattr(os, "getuid") else "somebody"
    return f"{name}@{socket.gethostname()}"


def utc_text(moment: datetime | None = None) -> str:
    """A moment, now by default, as our tables write it: ISO 8601, UTC, whole seconds."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")


def begin_sync(connection: Connection) -> int:
    """Write that a sync has begun, in a transaction of its own; its number. Syncs begin at the same time."""
    with connection.transaction():
        connection.provider.changes().lock_numbers(connection)
        return begin_run(connection, "sync")


def begin_run(connection: Connection, kind: str, *, plan_id: str | None = None) -> int:
    """Write a run that has begun; its number."""
    name, style = own_table(connection, RUNS), connection.provider.traits.style
    columns = style.names(column.name for column in RUNS.columns)
    number = style.keep_number.format(number='coalesce(max("run_id"), 0) + 1')
    insert = f"INSERT INTO {name} ({columns}) SELECT {number}, {style.marks(4)}, NULL, NULL, NULL FROM {name}"
    values = (kind, plan_id, owner(), utc_text())
    if style.kept_number is None:
        return int(connection.value(f'{insert} RETURNING "run_id"', values))
    connection.execute(insert, values)
    return int(connection.value(style.kept_number))


def end_run(connection: Connection, number: int, outcome: str, detail: Mapping[str, Any]) -> None:
    """Write how a run ended."""
    mark = connection.provider.traits.style.mark
    connection.execute(
        f'UPDATE {own_table(connection, RUNS)} SET "ended_at" = {mark}, "outcome" = {mark}, "detail" = {mark}'
        f' WHERE "run_id" = {mark}',
        (utc_text(), outcome, json.dumps(detail), number),
    )
