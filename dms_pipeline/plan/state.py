"""A database as planning sees it, in one of two roles: observed or desired.

Only what a plan reads or touches is in it: the tables of the scopes, their tracking tables and triggers, the scope
tables with their rows, our own tables. Rows of user tables are in it as estimates alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.schema.model import TableName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.schema.database import ForeignKey, Procedure, Table, Trigger
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """How many rows a table has; `exact` is False for an estimate (statistics, or a count that was capped)."""

    count: int
    exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OffCalendar:
    """How many values of a column are dates that no calendar has, or times beyond a day, and one of them."""

    count: int
    example: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What a client lacks and no incremental sync brings: values of columns or, where none is named, all rows."""

    table: TableName
    columns: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As people say it: `values of Customer.Note`, `rows of Store`."""
        if not self.columns:
            return f"rows of {self.table}"
        return "values of " + ", ".join(f"{self.table}.{column}" for column in self.columns)


def loads_to_text(loads: Iterable[Load]) -> str | None:
    """Loads as `dms_owner` keeps them, None for none."""
    values = [[load.table.schema, load.table.name, list(load.columns)] for load in loads]
    return json.dumps(values, ensure_ascii=False) if values else None


def loads_from_text(text: str | None) -> tuple[Load, ...]:
    """What `loads_to_text` wrote."""
    if not text:
        return ()
    return tuple(
        Load(table=TableName(schema, name), columns=tuple(columns)) for schema, name, columns in json.loads(text)
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Ownership:
    """Which pipeline owns a scope in this database, in which role ("server", "client"), at which revision.

    `to_load`: what this client still lacks of that revision.
    """

    scope: str
    pipeline: str
    role: str
    revision: int
    to_load: tuple[Load, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DatabaseState:
    """What a database holds of what concerns a plan.

    Attributes:
        schemas: namespaces that exist (empty where the database has none).
        tables: user tables that were asked for and exist.
        tracking_tables: tracking tables that exist, by their own name.
        triggers: all triggers of those tables, ours and the application's, by table and trigger name; ours on other
            tables, too.
        trigger_tables: the table of every trigger of the database, by the trigger's name; None where a name is its
            table's own.
        procedures: stored procedures of the database, by name, where it may have some of the reference's.
        altered: triggers that are not as we made them, by `dms_objects`; by table and trigger name.
        scope_tables: `scope_info` and `scope_info_client`, by name, where they exist.
        own_tables: our `dms_` tables that exist, by name.
        scopes: rows of `scope_info`, by scope name.
        scope_clients: rows of `scope_info_client`.
        owners: rows of `dms_owner`, by scope name.
        fingerprints: rows of `dms_objects`: (kind, name) to fingerprint.
        rows: row counts of user tables.
        off_calendar: such values of user tables, by table and column, where they were looked for and found.
        unsynced: changes recorded in a tracking table that this client has not uploaded yet, where counted.
        kept: how many rows the own tables hold that keep rows of users (`dms_errors`, `dms_journal`), by name, where
            counted and not zero.
        other_tables: names of further tables of the database, for "did you mean".
        other_keys: their foreign keys that act by themselves, within the database, where that fires no trigger.
        advice: what would be better set otherwise in the database itself, by code; no step does it.
    """

    schemas: frozenset[str] = frozenset()
    tables: Mapping[TableName, Table] = field(default_factory=dict)
    tracking_tables: Mapping[TableName, Table] = field(default_factory=dict)
    triggers: Mapping[tuple[TableName, str], Trigger] = field(default_factory=dict)
    trigger_tables: Mapping[str, TableName] | None = None
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    altered: frozenset[tuple[TableName, str]] = frozenset()
    scope_tables: Mapping[str, Table] = field(default_factory=dict)
    own_tables: Mapping[str, Table] = field(default_factory=dict)
    scopes: Mapping[str, ScopeInfo] = field(default_factory=dict)
    scope_clients: tuple[ScopeInfoClient, ...] = ()
    owners: Mapping[str, Ownership] = field(default_factory=dict)
    fingerprints: Mapping[tuple[str, str], str] = field(default_factory=dict)
    rows: Mapping[TableName, Rows] = field(default_factory=dict)
    off_calendar: Mapping[TableName, Mapping[str, OffCalendar]] = field(default_factory=dict)
    unsynced: Mapping[TableName, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    other_tables: tuple[TableName, ...] = ()
    other_keys: Mapping[TableName, tuple[ForeignKey, ...]] = field(default_factory=dict)
    advice: Mapping[str, str] = field(default_factory=dict)
