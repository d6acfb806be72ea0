"""Reading what was kept aside: conflicts and failed rows, as values for whoever shows them; and giving a row up.

People name an entry by the database that keeps it: `c1` and `e1` are a server's (`hq:c1` in a pipeline with several),
`shop-1:c1` a client's. Numbers are per database.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.schema.own import ERRORS, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedError:
    """A failed row with the names that a person uses: `e1`, or `shop-1:e1` where the client keeps it.

    `connection` is the database that keeps it and could not store it; `client` the one whose syncs try it again.
    """

    id: str
    connection: str
    client: str
    error: KeptError


@dataclass(frozen=True, kw_only=True, slots=True)
class Keeper:
    """A database that keeps entries of some scopes aside, with the names of their clients by id.

    `prefix` stands before each number, empty for the only server; `client` is its own name if it is a client.
    """

    connection: Connection
    scopes: Sequence[str]
    prefix: str = ""
    client: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, client_id: str) -> str:
        """The client whose sync an entry is of."""
        return self.client or self.names.get(client_id, "?")

    def conflicts(self, first: int = 0) -> tuple[NamedConflict, ...]:
        """Its conflicts with numbers from `first` on, oldest first."""
        return tuple(
            NamedConflict(id=f"{self.prefix}c{one.number}", client=self.name_of(one.client_id), conflict=one)
            for one in read_conflicts(self.connection, self.scopes, first)
        )

    def errors(self, first: int = 0) -> tuple[NamedError, ...]:
        """Its failed rows with numbers from `first` on, oldest first."""
        return tuple(
            NamedError(
                id=f"{self.prefix}e{one.number}",
                connection=self.connection.endpoint,
                client=self.name_of(one.client_id),
                error=one,
            )
            for one in read_errors(self.connection, self.scopes, first)
        )


def read_conflicts(connection: Connection, scopes: Sequence[str], first: int = 0) -> tuple[KeptConflict, ...]:
    """The conflicts of some scopes with numbers from `first` on, oldest first."""
    return tuple(KeptConflict(**row) for row in _read(connection, JOURNAL, scopes, _CONFLICT_FIELDS, first))


def read_errors(connection: Connection, scopes: Sequence[str], first: int = 0) -> tuple[KeptError, ...]:
    """The failed rows of some scopes with numbers from `first` on, oldest first."""
    return tuple(KeptError(**row) for row in _read(connection, ERRORS, scopes, _ERROR_FIELDS, first))


def drop_error(connection: Connection, error: KeptError) -> bool:
    """Give a failed row up: no later sync tries it again. False if it is not kept any more as it was read."""
    style = connection.provider.traits.style
    values = {"error_id": error.number, "table_name": error.table, "row_key": error.key, "attempts": error.attempts}
    where = " AND ".join(f"{style.name(name)} = {style.mark}" for name in values)
    with connection.transaction():
        gone = connection.execute(f"DELETE FROM {own_table(connection, ERRORS)} WHERE {where}", tuple(values.values()))
    return gone > 0


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
