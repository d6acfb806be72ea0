"""Whether the triggers of MariaDB have seen all that was written, and what becomes of what they have not (A11).

A trigger cannot be switched off, only dropped and made again; the catalogue has the moment at which it was made, to
1/100 s. So triggers with the texts and moments that are noted have been there all the time. Where they have not, nobody
knows which rows were updated meanwhile, so all of them are recorded as changes. Triggers on other tables, which record
what keys do to a table (`actions`), are among those of that table.

DDL commits by itself and nothing keeps others from it, so what somebody does to triggers of a table between two
statements of an apply of ours is taken for ours. Not to be found: TRUNCATE, which leaves the triggers as they are, and
the delete of a row of which nothing was ever recorded, as of those that a server had before it was set up. A user
without the TRIGGER privilege is shown no triggers, and then nothing is noted.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import lookup
from dms_pipeline.providers.mariadb.actions import recorded, recorded_by, records_actions
from dms_pipeline.providers.mariadb.extended import CLOCK
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.providers.recording import Recorders
from dms_pipeline.sync.result import Recovered, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedTable

STYLE = TRAITS.style
_TRIGGERS = """
SELECT event_object_table, trigger_name, action_statement,
  CONCAT_WS('|', trigger_name, created, action_timing, event_manipulation, action_statement)
FROM information_schema.triggers WHERE event_object_schema = DATABASE()
AND action_statement LIKE '%%sync\\_row\\_is\\_tombstone%%' AND (trigger_name LIKE '%%\\_cascade\\_trigger'
  OR (trigger_name LIKE '%%\\_trigger' AND event_object_table IN ({marks}))) ORDER BY 1, 4
"""


def recorders(connection: Connection, tables: Iterable[TableName]) -> dict[TableName, Recorders]:
    """The texts of the triggers that record changes, and when each was made, by one question."""
    names = {table.name: table for table in tables}
    texts: dict[TableName, list[str]] = {table: [] for table in names.values()}
    if names:
        sql = _TRIGGERS.replace("{marks}", STYLE.marks(len(names)))
        index = recorded_by(names)
        for on, trigger, body, text in connection.rows(sql, tuple(names)):
            table = recorded(index, on, trigger) if records_actions(body) else on
            if table in names:
                texts[names[table]].append(text)
    return {
        table: Recorders(identity=sha256("\n".join(found).encode()).hexdigest() if found else "", since=0)
        for table, found in texts.items()
    }


def hold_recorders(connection: Connection, tables: Iterable[TableName]) -> None:
    """Nothing can be held: each change of a trigger commits."""
    del connection, tables


def seal_recorders(connection: Connection, sound: frozenset[TableName]) -> None:
    """Nothing to do: a trigger that is made later has another moment."""
    del connection, sound


def suspects(
    connection: Connection, tables: tuple[SyncedTable, ...], notes: Mapping[TableName, Recorders]
) -> tuple[SyncedTable, ...]:
    """Those that are not as noted, or not noted."""
    now = recorders(connection, [table.name for table in tables])
    return tuple(table for table in tables if now[table.name] != lookup(notes, table.name, TRAITS))


def recover(connection: Connection, table: SyncedTable, before: Recorders | None) -> tuple[Recorders, Recovered | None]:
    """Record what may have been written unseen: rows, then deletes."""
    now = recorders(connection, [table.name])[table.name]
    if before is None or before == now:
        return now, None
    rows, deletes = _record_rows(connection, table), _record_deletes(connection, table)
    return now, Recovered(table=table.name, reason=Unseen.TRIGGERS, rows=rows, deletes=deletes)


def _record_rows(connection: Connection, table: SyncedTable) -> int:
    rows = int(connection.value(f"SELECT count(*) FROM {quoted(table.name)}"))
    key = STYLE.names(table.key)
    connection.execute(
        f"INSERT INTO {quoted(table.tracking)} ({key}, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`,"
        f" `last_change_datetime`) SELECT {STYLE.names(table.key, 'b.')}, NULL, {CLOCK}, 0, UTC_TIMESTAMP()"
        f" FROM {quoted(table.name)} b ON DUPLICATE KEY UPDATE `update_scope_id` = NULL,"
        " `timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1), `sync_row_is_tombstone` = 0,"
        " `last_change_datetime` = VALUES(`last_change_datetime`)"
    )
    return rows


def _record_deletes(connection: Connection, table: SyncedTable) -> int:
    return connection.execute(
        f"UPDATE {quoted(table.tracking)} t LEFT JOIN {quoted(table.name)} b ON {STYLE.equal(table.key, 'b', 't')}"
        " SET t.`update_scope_id` = NULL, t.`sync_row_is_tombstone` = 1,"
        f" t.`timestamp` = GREATEST({CLOCK}, COALESCE(t.`timestamp`, 0) + 1),"
        " t.`last_change_datetime` = UTC_TIMESTAMP()"
        f" WHERE t.`sync_row_is_tombstone` = 0 AND b.{STYLE.name(table.key[0])} IS NULL"
    )
