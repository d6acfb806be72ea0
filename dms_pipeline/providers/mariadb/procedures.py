"""The two stored procedures per table and scope that the reference's own software calls to apply a row (spec: 6.3).

We never call them: they are there for .NET peers that open the same database. Names, parameters and effects are the
reference's; the texts are ours. Parameters are called by the normalised name of their column everywhere (S17), tables
are never qualified (S12), and a stamp is never lowered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.reference import CLOCK
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.database import Procedure
from dms_pipeline.schema.names import DEFAULT_SCOPE, normalise, tracking_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName

_name = TRAITS.style.name
_names = TRAITS.style.names
_JUDGED = "(ts <= sync_min_timestamp OR ts IS NULL OR t_update_scope_id = sync_scope_id OR sync_force_write = 1)"
_LAST = "`sync_scope_id` char(36), `sync_force_write` int, `sync_min_timestamp` bigint, OUT `sync_row_count` int"


def procedure_name(setup: SyncSetup, table: TableName, scope: str, kind: str) -> str:
    """The name of a procedure; the scope's name stands in it as it is, unless it is the default's."""
    whose = "" if scope == DEFAULT_SCOPE else f"{scope}_"
    return f"{setup.procedure_prefix or ''}{normalise(table.name)}{setup.procedure_suffix or ''}_{whose}{kind}"


def procedures(
    setup: SyncSetup, scope: str, document: SyncTable, native: Mapping[str, str]
) -> tuple[Procedure, Procedure]:
    """Those of a table: update, which inserts too, and delete. `native` are the types of its columns."""
    writable = [column for column in document.columns or () if not column.is_read_only]
    key = document.primary_key or ()
    mutable = [column.name for column in writable if column.name not in key and not column.is_auto_increment]
    all_columns = [column.name for column in writable]
    texts = {
        "update": (all_columns, _update(setup, document, all_columns, mutable, native)),
        "delete": (key, _delete(setup, document)),
    }
    update, delete = (
        Procedure(
            name=procedure_name(setup, document.table, scope, kind),
            table=document.table,
            parameters=f"{', '.join(f'{_parameter(name)} {native[name]}' for name in columns)}, {_LAST}",
            body=body,
        )
        for kind, (columns, body) in texts.items()
    )
    return update, delete


def _parameter(column: str) -> str:
    return _name(f"in_{normalise(column)}")


def _held(column: str) -> str:
    return _name(f"t_in_{normalise(column)}")


def _is_row(key: Iterable[str], prefix: str = "") -> str:
    return " AND ".join(f"{prefix}{_name(part)} = {_parameter(part)}" for part in key)


def _tracked(side: str, key: tuple[str, ...], tombstone: int) -> str:
    return (
        "  IF (sync_row_count > 0) THEN\n"
        f"    UPDATE {side} SET `update_scope_id` = sync_scope_id, `sync_row_is_tombstone` = {tombstone},\n"
        f"      `timestamp` = GREATEST({CLOCK}, COALESCE(`timestamp`, 0)), `last_change_datetime` = utc_timestamp()\n"
        f"    WHERE {_is_row(key)};\n"
        "  END IF;\n"
    )


def _delete(setup: SyncSetup, document: SyncTable) -> str:
    key, side = document.primary_key or (), quoted(tracking_table(setup, document.table))
    return (
        "BEGIN\n"
        "  DECLARE ts BIGINT;\n  DECLARE t_update_scope_id VARCHAR(36);\n"
        f"  SELECT `timestamp`, `update_scope_id` INTO ts, t_update_scope_id FROM {side}"
        f" WHERE {_is_row(key, f'{side}.')} LIMIT 1;\n"
        f"  DELETE FROM {quoted(document.table)} WHERE {_is_row(key)} AND {_JUDGED};\n"
        "  SELECT ROW_COUNT() INTO sync_row_count;\n"
        f"{_tracked(side, key, 1)}"
        "END"
    )


def _update(
    setup: SyncSetup, document: SyncTable, columns: list[str], mutable: list[str], native: Mapping[str, str]
) -> str:
    key, side = document.primary_key or (), quoted(tracking_table(setup, document.table))
    base, held = quoted(document.table), [_held(part) for part in key]
    declared = "".join(f"  DECLARE {name} {native[part]};\n" for name, part in zip(held, key, strict=True))
    values = ", ".join(map(_parameter, columns))
    written = (
        f"  UPDATE {base} SET {', '.join(f'{_name(name)} = {_parameter(name)}' for name in mutable)}\n"
        f"  WHERE {_is_row(key)} AND {_JUDGED};\n  SELECT ROW_COUNT() INTO sync_row_count;\n"
        if mutable
        else "  SET sync_row_count = 0;\n"
    )
    return (
        f"BEGIN\n{declared}  DECLARE ts BIGINT;\n  DECLARE t_update_scope_id VARCHAR(36);\n"
        f"  SELECT {_names(key)}, `timestamp`, `update_scope_id` INTO {', '.join(held)}, ts, t_update_scope_id"
        f" FROM {side} WHERE {_is_row(key, f'{side}.')} LIMIT 1;\n"
        f"{written}"
        "  IF (sync_row_count = 0) THEN\n"
        f"    INSERT{'' if mutable else ' IGNORE'} INTO {base} ({_names(columns)})\n"
        f"    SELECT * FROM (SELECT {values}) AS TMP WHERE ({' AND '.join(f'{name} IS NULL' for name in held)})"
        f" OR {_JUDGED} LIMIT 1;\n"
        "    SELECT ROW_COUNT() INTO sync_row_count;\n"
        "  END IF;\n"
        f"{_tracked(side, key, 0)}"
        "END"
    )
