"""Reading what was kept aside: conflicts and failed rows, as values for whoever shows them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.schema.own import ERRORS, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.own import OwnTable


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptConflict:
    """A conflict that was decided in a database; rows are JSON texts, None for a deleted row."""

    number: int
    scope: str
    client_id: str
    table: str
    key: str
    rule: str
    kept: str
    server_change: str
    client_change: str
    server_row: str | None
    client_row: str | None
    decided_at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptError:
    """A row that could not be applied in a database, with its values as JSON text."""

    number: int
    scope: str
    client_id: str
    table: str
    key: str
    change: str
    values: str
    reason: str
    attempts: int
    first_at: str
    last_at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedConflict:
    """A kept conflict with the names that a person uses: `c1`, or `shop-1:c1` where the client decided it."""

    id: str
    client: str
    conflict: KeptConflict


def read_conflicts(connection: Connection, scopes: Sequence[str], first: int = 0) -> tuple[KeptConflict, ...]:
    """The conflicts of some scopes with numbers from `first` on, oldest first."""
    return tuple(KeptConflict(**row) for row in _read(connection, JOURNAL, scopes, _CONFLICT_FIELDS, first))


def read_errors(connection: Connection, scopes: Sequence[str], first: int = 0) -> tuple[KeptError, ...]:
    """The failed rows of some scopes with numbers from `first` on, oldest first."""
    return tuple(KeptError(**row) for row in _read(connection, ERRORS, scopes, _ERROR_FIELDS, first))


_CONFLICT_FIELDS = {
    "conflict_id": "number",
    "scope_name": "scope",
    "client_id": "client_id",
    "table_name": "table",
    "row_key": "key",
    "rule": "rule",
    "kept": "kept",
    "server_change": "server_change",
    "client_change": "client_change",
    "server_row": "server_row",
    "client_row": "client_row",
    "decided_at": "decided_at",
}
_ERROR_FIELDS = {
    "error_id": "number",
    "scope_name": "scope",
    "client_id": "client_id",
    "table_name": "table",
    "row_key": "key",
    "change_kind": "change",
    "row_values": "values",
    "reason": "reason",
    "attempts": "attempts",
    "first_at": "first_at",
    "last_at": "last_at",
}


def _read(
    connection: Connection, table: OwnTable, scopes: Sequence[str], fields: dict[str, str], first: int
) -> list[dict[str, Any]]:
    if not scopes:
        return []
    style = connection.provider.traits.style
    columns = list(fields)
    number = style.name(columns[0])
    sql = (
        f"SELECT {style.names(columns)} FROM {own_table(connection, table)}"
        f' WHERE "scope_name" IN ({style.marks(len(scopes))}) AND {number} >= {style.mark} ORDER BY {number}'
    )
    return [dict(zip(fields.values(), row, strict=True)) for row in connection.rows(sql, (*scopes, first))]


def key_text(key: str) -> str:
    """A key as people read it: `ProductID=7`, or `OrderID=7, Line=2`."""
    return ", ".join(f"{name}={_plain(value)}" for name, value in json.loads(key).items())


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
