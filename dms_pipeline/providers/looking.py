"""What every inspection does alike: the stored scopes, what they make us look at, and counts.

A database that another program provisioned may hold texts that we cannot read. Such a scope keeps its text and says
nothing (`setup` is None); an inspection never fails over it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import fold, key
from dms_pipeline.plan.state import Ownership, Rows, loads_from_text
from dms_pipeline.providers.scopes import SCOPE_COLUMNS, scope_from_row
from dms_pipeline.schema.names import tracking_table
from dms_pipeline.schema.own import ERRORS, JOURNAL, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dms_pipeline.providers.base import Fingerprint, Look
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Trigger
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.schema.traits import Traits

_TOGETHER = 200  # counts asked in one statement: SQLite takes 500 parts of a compound SELECT


@dataclass(kw_only=True, slots=True)
class Stored:
    """The rows that a database keeps about its scopes."""

    scopes: dict[str, ScopeInfo] = field(default_factory=dict)
    clients: tuple[ScopeInfoClient, ...] = ()
    owners: dict[str, Ownership] = field(default_factory=dict)
    fingerprints: dict[tuple[str, str], str] = field(default_factory=dict)


def read_scopes(connection: Connection, quoted_table: str) -> dict[str, ScopeInfo]:
    """All rows of `scope_info`, by name."""
    rows = connection.rows(f"SELECT {', '.join(SCOPE_COLUMNS)} FROM {quoted_table} ORDER BY sync_scope_name")
    return {row[0]: scope_from_row(row) for row in rows}


def read_owners(connection: Connection, quoted_table: str) -> dict[str, Ownership]:
    """All rows of `dms_owner`, by scope."""
    columns = ", ".join(column.name for column in OWNER.columns[:5])
    return {
        scope: Ownership(scope=scope, pipeline=pipeline, role=role, revision=revision, to_load=loads_from_text(to_load))
        for scope, pipeline, role, revision, to_load in connection.rows(
            f"SELECT {columns} FROM {quoted_table} ORDER BY scope_name"
        )
    }


def read_fingerprints(connection: Connection, quoted_table: str) -> dict[tuple[str, str], str]:
    """All rows of `dms_objects`: (kind, name) to fingerprint."""
    rows = connection.rows(f"SELECT object_kind, object_name, fingerprint FROM {quoted_table} ORDER BY 1, 2")
    return {(kind, name): fingerprint for kind, name, fingerprint in rows}


def altered(
    stored: Stored, now: Mapping[tuple[str, str], Fingerprint], triggers: Iterable[Trigger], traits: Traits
) -> frozenset[tuple[TableName, str]]:
    """Those of the triggers that are not as we noted when we made them, by table and name."""
    moved = {
        name.lower() if traits.identifiers_fold_case else name
        for (kind, name), digest in stored.fingerprints.items()
        if kind == "trigger" and (kind, name) in now and now[kind, name].digest != digest
    }
    return frozenset(
        (trigger.table, trigger.name)
        for trigger in triggers
        if f"{key(trigger.table, traits)}.{fold(trigger.name, traits)}" in moved
    )


def wanted_tables(look: Look, scopes: Iterable[ScopeInfo]) -> tuple[TableName, ...]:
    """The tables asked for, then those of every stored setup; each once."""
    stored = (entry.table for scope in scopes if scope.setup for entry in scope.setup.tables or ())
    return tuple(dict.fromkeys((*look.tables, *stored)))


def wanted_tracking_tables(look: Look, scopes: Iterable[ScopeInfo]) -> tuple[TableName, ...]:
    """The tracking tables asked for, then those of every stored setup; each once."""
    stored = (
        tracking_table(scope.setup, entry.table)
        for scope in scopes
        if scope.setup
        for entry in scope.setup.tables or ()
    )
    return tuple(dict.fromkeys((*look.tracking_tables, *stored)))


def capped_counts(
    connection: Connection, tables: Sequence[TableName], quoted: Callable[[TableName], str], limit: int
) -> Mapping[TableName, Rows]:
    """How many rows tables have, counted up to a limit."""
    counts = _counts(connection, tables, [f"SELECT 1 FROM {quoted(table)} LIMIT {limit + 1}" for table in tables])
    return {table: Rows(count=min(count, limit), exact=count <= limit) for table, count in counts.items()}


def unsynced(
    connection: Connection, stored: Stored, present: Iterable[TableName], quoted: Callable[[TableName], str]
) -> Mapping[TableName, int]:
    """Changes that this database, as a client, has recorded and not uploaded yet, by base table.

    A change is one until every scope that uploads its table has uploaded it.
    """
    there = set(present)
    marks: dict[TableName, int] = {}
    sides: dict[TableName, TableName] = {}
    for scope in stored.scopes.values():
        if scope.setup is None:
            continue
        uploaded = min(
            (client.last_sync_timestamp or 0 for client in stored.clients if client.scope_name == scope.name), default=0
        )
        for entry in scope.setup.tables or ():
            side = tracking_table(scope.setup, entry.table)
            if side in there and entry.direction.uploads:
                sides[entry.table] = side
                marks[entry.table] = min(uploaded, marks.get(entry.table, uploaded))
    tables = list(sides)
    return _counts(
        connection,
        tables,
        [
            f'SELECT 1 FROM {quoted(sides[table])} WHERE update_scope_id IS NULL AND "timestamp" > {marks[table]}'
            for table in tables
        ],
    )


def kept(connection: Connection, present: Iterable[TableName], quoted: Callable[[TableName], str]) -> Mapping[str, int]:
    """How many rows of users lie in our own tables, by the tables' names; empty tables are left out."""
    keeping = {ERRORS.name, JOURNAL.name}
    tables = [name for name in present if name.name in keeping]
    counts = _counts(connection, tables, [f"SELECT 1 FROM {quoted(table)}" for table in tables])
    return {table.name: count for table, count in counts.items() if count}


def _counts(connection: Connection, tables: Sequence[TableName], selects: Sequence[str]) -> dict[TableName, int]:
    result: dict[TableName, int] = {}
    for start in range(0, len(tables), _TOGETHER):
        parts = [
            f"SELECT {place} AS place, (SELECT count(*) FROM ({select}) AS counted) AS amount"
            for place, select in enumerate(selects[start : start + _TOGETHER], start)
        ]
        for place, amount in connection.rows(" UNION ALL ".join(parts)):
            result[tables[place]] = amount
    return result
