"""The extended triggers of MariaDB: what each writes into the tracking table.

A stamp is the clock of the statement's start in UTC, whatever zone the application's session has, and at least the
row's own last stamp and one (A7): two transactions that write one row in the same 100 µs leave different stamps. It is
never the greatest of the table and one, which runs ahead of the clock and makes the reference send rows again.

An apply of ours writes the tracking rows itself. Where nothing else is triggered by its rows, it says so in a variable
of its session (`APPLYING`), and what would be overwritten is not written: that took over a quarter of a large load.
Where triggers cannot be trusted with variables (`Flavour.trigger_variables`), they record, and it writes over that.

Where an update changes a key, the old one becomes a tombstone and the new one a row (H19). Nobody else can have the old
key by then, since keys are checked row by row; whoever takes it later in the statement brings it to life again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.reference import SIDE
from dms_pipeline.providers.mariadb.traits import MARIADB, TRAITS
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.providers.mariadb.traits import Flavour
    from dms_pipeline.schema.model import TableName

CLOCK = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100"  # the reference's unit, without a zone
APPLYING = "@dms_applying"  # NULL, but around statements of ours whose rows we track
SHARED = "LOCK IN SHARE MODE"
_name = TRAITS.style.name
_names = TRAITS.style.names


def body(tracking: TableName, key: tuple[str, ...], event: RowEvent, flavour: Flavour = MARIADB) -> str:
    """What a trigger does."""
    statements = _statements(tracking, key, event)
    if flavour.trigger_variables:
        statements = f"  IF {APPLYING} IS NULL THEN\n{statements}  END IF;\n"
    return f"BEGIN\n{statements}END"


def _statements(tracking: TableName, key: tuple[str, ...], event: RowEvent) -> str:
    if event is RowEvent.DELETE:
        return tracked(tracking, key, _names(key, "OLD."), 1)
    written = tracked(tracking, key, _names(key, "NEW."), 0)
    if event is RowEvent.UPDATE:
        same = " AND ".join(f"OLD.{_name(part)} <=> NEW.{_name(part)}" for part in key)
        gone = tracked(tracking, key, _names(key, "OLD."), 1)
        return f"  IF NOT ({same}) THEN\n{gone}  END IF;\n{written}"
    return written


def tracked_from(tracking: TableName, key: tuple[str, ...], columns: str, source: str, tombstone: int) -> str:
    """Record keys that a SELECT finds: its columns, and what stands behind them. It reads what is committed by then."""
    here = quoted(tracking)
    updates = [
        *(f"{here}.{_name(part)} = VALUES({_name(part)})" for part in key),
        f"{here}.`update_scope_id` = NULL",
        # The tables that it reads may have columns of these names too.
        f"{here}.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE({here}.`timestamp`, 0) + 1)",
        f"{here}.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`)",
        f"{here}.`last_change_datetime` = VALUES(`last_change_datetime`)",
    ]
    return (
        f"  INSERT INTO {here} ({_names((*key, *SIDE))})\n"
        f"  SELECT {columns}, NULL, {CLOCK}, {tombstone}, UTC_TIMESTAMP() {source}\n"
        f"  {SHARED}\n"
        f"  ON DUPLICATE KEY UPDATE {', '.join(updates)};\n"
    )


def tracked(tracking: TableName, key: tuple[str, ...], values: str, tombstone: int) -> str:
    """Record these keys as rows or as tombstones; `values` are the columns of a key, in its order."""
    updates = [
        *(f"{_name(part)} = VALUES({_name(part)})" for part in key),
        "`update_scope_id` = NULL",
        "`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1)",
        "`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`)",
        "`last_change_datetime` = VALUES(`last_change_datetime`)",
    ]
    return (
        f"  INSERT INTO {quoted(tracking)} ({_names((*key, *SIDE))})\n"
        f"  VALUES ({values}, NULL, {CLOCK}, {tombstone}, UTC_TIMESTAMP())\n"
        f"  ON DUPLICATE KEY UPDATE {', '.join(updates)};\n"
    )
