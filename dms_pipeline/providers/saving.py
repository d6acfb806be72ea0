"""Rows of the scope tables and of `dms_owner` as plain SQL, alike on all databases.

These few rows are written by a plan, so their values are literals: `plan --sql` prints what runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.state import loads_to_text
from dms_pipeline.schema.document import set_to_json, setup_to_json
from dms_pipeline.schema.names import client_scope_table
from dms_pipeline.schema.own import OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.schema.model import ScopeInfo
    from dms_pipeline.sql import Style

_NULL = "NULL"


def lower(
    operation: op.SaveScope | op.OwnScope | op.AdoptScope | op.DeleteScope,
    style: Style,
    table: Callable[[str], str],
    now: str,
) -> tuple[str, ...]:
    """The statements; `table` quotes a configured table's name, `now` is the database's expression of the time."""
    match operation:
        case op.SaveScope(scope_table=scope_table, scope=scope, replaces=replaces):
            return (_save(style, table(scope_table), scope, replaces),)
        case op.OwnScope() | op.AdoptScope():
            return (_own(style, operation, table(OWNER.name), now),)
        case op.DeleteScope(scope_table=scope_table, scope=name):
            where = f"WHERE sync_scope_name = {style.literal(name)}"
            return (
                f"DELETE FROM {table(client_scope_table(scope_table))} {where}",
                f"DELETE FROM {table(scope_table)} {where}",
                f"DELETE FROM {table(OWNER.name)} WHERE scope_name = {style.literal(name)}",
            )
        case _:
            assert_never(operation)


def setup_text(scope: ScopeInfo) -> str | None:
    """The text of a scope's setup: as stored, else as we write it."""
    if scope.setup_text is not None:
        return scope.setup_text
    return setup_to_json(scope.setup) if scope.setup is not None else None


def schema_text(scope: ScopeInfo) -> str | None:
    """The text of a scope's schema: as stored, else as we write it."""
    if scope.schema_text is not None:
        return scope.schema_text
    return set_to_json(scope.schema) if scope.schema is not None else None


def _text(style: Style, value: str | None) -> str:
    return _NULL if value is None else style.literal(value)


def _number(value: int | None) -> str:
    return _NULL if value is None else str(value)


def _save(style: Style, table: str, scope: ScopeInfo, replaces: ScopeInfo | None) -> str:
    # An existing row keeps its version and the users' properties: version is the reference's, properties theirs.
    kept = ["sync_scope_schema", "sync_scope_setup"]
    if replaces is not None and replaces.last_cleanup_timestamp != scope.last_cleanup_timestamp:
        kept.append("sync_scope_last_clean_timestamp")
    values = {
        "sync_scope_name": style.literal(scope.name),
        "sync_scope_schema": _text(style, schema_text(scope)),
        "sync_scope_setup": _text(style, setup_text(scope)),
        "sync_scope_version": style.literal(scope.version),
        "sync_scope_last_clean_timestamp": _number(scope.last_cleanup_timestamp),
        "sync_scope_properties": _text(style, scope.properties),
    }
    return (
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})"
        f" {style.or_update(['sync_scope_name'], kept)}"
    )


def _own(style: Style, operation: op.OwnScope | op.AdoptScope, table: str, now: str) -> str:
    to_load = loads_to_text(operation.to_load) if isinstance(operation, op.OwnScope) else None
    values = {
        "scope_name": style.literal(operation.scope),
        "pipeline": style.literal(operation.pipeline),
        "role": style.literal(operation.role),
        "revision": str(operation.revision),
        "to_load": _text(style, to_load),
        "applied_at": now,
    }
    assert list(values) == [column.name for column in OWNER.columns]
    return (
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})"
        f" {style.or_update(OWNER.key, list(values)[1:])}"
    )
