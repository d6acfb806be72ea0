"""The scope tables of SQLite: under their normalised names, ids as upper-case text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from dms_pipeline.providers.scopes import ScopeRows
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema.names import normalise

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection, Row

STYLE = TRAITS.style


def stored_name(scope_table: str) -> str:
    """The name under which the reference makes a configured scope table: without schema, normalised."""
    return normalise(scope_table.rpartition(".")[2])


def has_table(connection: Connection, name: str) -> bool:
    """A table of exactly that name, as it is stored, exists."""
    sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"
    return bool(connection.value(sql, (stored_name(name),)))


def _readable(row: Row) -> Row:
    # The id is text; a 16-byte blob in .NET's byte order is what an old writer may have left.
    raw = row[0]
    return (str(UUID(bytes_le=raw)).upper() if isinstance(raw, bytes) else str(raw).upper(), *row[1:])


ROWS = ScopeRows(
    style=STYLE,
    table=lambda name: STYLE.name(stored_name(name)),
    has_table=has_table,
    readable=_readable,
)
