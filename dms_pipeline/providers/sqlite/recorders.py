"""Whether the triggers of SQLite have seen all that was written, and what becomes of what they have not (A8, A11).

A trigger that is dropped and made again has the same row in `sqlite_master`, even under the same number where all that
stood behind it were dropped too. So a last trigger of ours stands behind the others, the seal: it is on `dms_clock`,
does nothing, and whatever is made after it has a greater number. VACUUM numbers anew, and keeps the order. Triggers
that stand before the seal, with the texts that are noted, have been there all the time. (`schema_version` says less:
every index that somebody makes moves it.) Where they have not, nobody knows which rows were updated meanwhile, so all
of them are recorded as changes.

The triggers of Dotmim.Sync have OR clauses, in whose place the application's own stands (A8). They leave

1. a tombstone with a base row: INSERT OR IGNORE of a key that was deleted. Nothing is stamped by it, so all tombstones
   are looked at, before each session; an index of ours has them alone (not seen by a plan, as it has a condition).
2. a live tracking row without a base row: OR REPLACE that took a unique value from it. The row that took it is stamped,
   so all keys are looked up where there is a unique index, and a stamp above the greatest one of the last look.

Both are put right before anything is selected. Not to be found is the delete of a row of which nothing was ever
recorded, as of those that a server had before it was set up.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import key, lookup
from dms_pipeline.providers import recording
from dms_pipeline.providers.recording import Recorders
from dms_pipeline.providers.sqlite.marks import CLOCK, STAMP
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.providers.sqlite.triggers import SEAL, own_triggers
from dms_pipeline.providers.sqlite.values import STYLE
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.own import CLOCK as CLOCK_TABLE
from dms_pipeline.schema.own import TOUCHED
from dms_pipeline.sync.result import Recovered, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

_SEALED = f"CREATE TRIGGER {STYLE.name(SEAL)} BEFORE DELETE ON {STYLE.name(CLOCK_TABLE.name)} BEGIN SELECT 1; END"
_TRIGGERS = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
_RECORDING = ("sync_row_is_tombstone", TOUCHED.name)  # what triggers write that record changes, and no others
_LOOSE = " behind the seal"  # no noted text ends so


def recorders(connection: Connection, tables: Iterable[TableName]) -> dict[TableName, Recorders]:
    """The texts of the triggers that record changes, and whether one of them stands behind the seal."""
    spelled = {table: key(table, TRAITS) for table in tables}
    texts: dict[TableName, list[str]] = {name: [] for name in spelled.values()}
    loose: set[TableName] = set()
    sealed = False
    for name, base, text in reversed(connection.rows(_TRIGGERS)):
        sealed = sealed or name == SEAL
        table = key(TableName("", base), TRAITS)
        if table in texts and name.endswith("_trigger") and any(mark in text for mark in _RECORDING):
            texts[table].append(f"{name} {' '.join(text.split())}")
            if not sealed:
                loose.add(table)
    return {
        table: Recorders(identity=_identity(texts[name], loose=name in loose), since=0)
        for table, name in spelled.items()
    }


def _identity(texts: list[str], *, loose: bool) -> str:
    digest = sha256("\n".join(sorted(texts)).encode()).hexdigest() if texts else ""
    return f"{digest}{_LOOSE}" if loose else digest


def hold_recorders(connection: Connection, tables: Iterable[TableName]) -> None:
    """Nothing to do: whoever writes holds the file."""
    del connection, tables


def seal_recorders(connection: Connection, sound: frozenset[TableName]) -> None:
    """Put the seal behind all triggers; the note of a table that is not sound is spoiled, or it would be true again."""
    notes = recording.noted(connection)
    for table, found in recorders(connection, notes).items():
        if found != notes[table] and table not in sound:
            recording.note(connection, table, replace(notes[table], identity=_LOOSE))
    if connection.value("SELECT count(*) FROM sqlite_master WHERE name = ?", (CLOCK_TABLE.name,)):
        connection.run(f"DROP TRIGGER IF EXISTS {STYLE.name(SEAL)}")
        connection.run(_SEALED)


def suspects(
    connection: Connection, tables: tuple[SyncedTable, ...], notes: Mapping[TableName, Recorders]
) -> tuple[SyncedTable, ...]:
    """Those that are not as noted, or not noted, or which an OR clause may have passed by."""
    now = recorders(connection, [table.name for table in tables])
    found = []
    for table in tables:
        before = lookup(notes, table.name, TRAITS)
        if before is None or now[table.name] != before or _is_passed_by(connection, table, before.since):
            found.append(table)
    return tuple(found)


def _is_passed_by(connection: Connection, table: SyncedTable, since: int) -> bool:
    if not _has_clauses(connection, table):
        return False
    if not connection.value("SELECT count(*) FROM sqlite_master WHERE name = ?", (_index(table),)):
        return True  # `recover` makes it
    wrong = f'{_tracked(table)} t WHERE t."sync_row_is_tombstone" = 1 AND EXISTS ({_row(table)})'
    return _is_stamped(connection, table, since) or bool(connection.value(f"SELECT EXISTS (SELECT 1 FROM {wrong})"))


def _index(table: SyncedTable) -> str:
    return f"{table.tracking.name}_tombstones"


def _has_clauses(connection: Connection, table: SyncedTable) -> bool:
    """Its triggers are the reference's kind."""
    return any(CLOCK_TABLE.name not in text and TOUCHED.name not in text for _, text in own_triggers(connection, table))


def _is_stamped(connection: Connection, table: SyncedTable, since: int) -> bool:
    """A row was written since the last look that may have taken another one's place; a clock set back hides that."""
    if not connection.value(
        "SELECT count(*) FROM pragma_index_list(?) WHERE \"unique\" AND origin <> 'pk'", (table.name.name,)
    ):
        return False
    clock, greatest = connection.rows(f"SELECT {CLOCK}, {_greatest(table)}")[0]
    return int(greatest) != since or clock < since


def _greatest(table: SyncedTable) -> str:
    return f'(SELECT coalesce(max("timestamp"), 0) FROM {_tracked(table)})'


def recover(connection: Connection, table: SyncedTable, before: Recorders | None) -> tuple[Recorders, Recovered | None]:
    """Record what may have been written unseen: rows, then deletes."""
    now = recorders(connection, [table.name])[table.name]
    reason = Unseen.TRIGGERS if before is not None and before != now else Unseen.CLAUSES
    rows = deletes = 0
    if reason is Unseen.TRIGGERS:
        rows = _record_all(connection, table)
        deletes = _record(connection, table, 1, f"NOT EXISTS ({_row(table)})")
    elif _has_clauses(connection, table):
        connection.run(
            f"CREATE INDEX IF NOT EXISTS {STYLE.name(_index(table))} ON {_tracked(table)} ({STYLE.names(table.key)})"
            ' WHERE "sync_row_is_tombstone" = 1'
        )
        rows = _record(connection, table, 0, f"EXISTS ({_row(table)})")
        deletes = _record(connection, table, 1, f"NOT EXISTS ({_row(table)})")
    recovered = Recovered(table=table.name, reason=reason, rows=rows, deletes=deletes)
    since = int(connection.value(f"SELECT {_greatest(table)}"))
    sealed = Recorders(identity=now.identity.removesuffix(_LOOSE), since=since)
    return sealed, recovered if reason is Unseen.TRIGGERS or rows or deletes else None


def _tracked(table: SyncedTable) -> str:
    return STYLE.name(table.tracking.name)


def _row(table: SyncedTable) -> str:
    """The base row of a tracking row `t`."""
    return f"SELECT 1 FROM {STYLE.name(table.name.name)} b WHERE {STYLE.equal(table.key, 'b', 't')}"


def _record_all(connection: Connection, table: SyncedTable) -> int:
    key_names = STYLE.names(table.key)
    return connection.execute(
        f'INSERT INTO {_tracked(table)} ({key_names}, "update_scope_id", "timestamp",'
        f' "sync_row_is_tombstone", "last_change_datetime") SELECT {STYLE.names(table.key, "b.")}, NULL, {STAMP}, 0,'
        f" CURRENT_TIMESTAMP FROM {STYLE.name(table.name.name)} b WHERE true ON CONFLICT ({key_names}) DO UPDATE"
        ' SET "update_scope_id" = NULL, "timestamp" = max(excluded."timestamp", coalesce("timestamp" + 1, 0)),'
        ' "sync_row_is_tombstone" = 0, "last_change_datetime" = excluded."last_change_datetime"'
    )


def _record(connection: Connection, table: SyncedTable, tombstone: int, where: str) -> int:
    """Have tracking rows say so that say the opposite, as changes that are made now."""
    return connection.execute(
        f'UPDATE {_tracked(table)} AS t SET "update_scope_id" = NULL, "sync_row_is_tombstone" = {tombstone},'
        f' "timestamp" = max({STAMP}, coalesce("timestamp" + 1, 0)), "last_change_datetime" = CURRENT_TIMESTAMP'
        f' WHERE t."sync_row_is_tombstone" = {1 - tombstone} AND {where}'
    )
