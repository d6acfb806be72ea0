"""A database as planning sees it, in one of two roles: observed or desired.

Only what a plan reads or touches is in it: the tables of the scopes, their tracking tables and triggers, the scope
tables with their rows, our own tables. Rows of user tables are in it as estimates alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.schema.database import Table, Trigger
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """How many rows a table has; `exact` is False for an estimate (statistics, or a count that was capped)."""

    count: int
    exact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Ownership:
    """Which pipeline owns a scope in this database, in which role ("server", "client"), at which revision."""

    scope: str
    pipeline: str
    role: str
    revision: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DatabaseState:
    """What a database holds of what concerns a plan.

    Attributes:
        schemas: namespaces that exist (empty where the database has none).
        tables: user tables that were asked for and exist.
        tracking_tables: tracking tables that exist, by their own name.
        triggers: all row triggers of those tables, ours and the application's, by table and trigger name.
        scope_tables: `scope_info` and `scope_info_client`, by name, where they exist.
        own_tables: our `dms_` tables that exist, by name.
        scopes: rows of `scope_info`, by scope name.
        scope_clients: rows of `scope_info_client`.
        owners: rows of `dms_owner`, by scope name.
        fingerprints: rows of `dms_objects`: (kind, name) to fingerprint.
        rows: row counts of user tables.
        unsynced: changes recorded in a tracking table that this client has not uploaded yet, where counted.
        other_tables: names of further tables of the database, for "did you mean".
    """

    schemas: frozenset[str] = frozenset()
    tables: Mapping[TableName, Table] = field(default_factory=dict)
    tracking_tables: Mapping[TableName, Table] = field(default_factory=dict)
    triggers: Mapping[tuple[TableName, str], Trigger] = field(default_factory=dict)
    scope_tables: Mapping[str, Table] = field(default_factory=dict)
    own_tables: Mapping[str, Table] = field(default_factory=dict)
    scopes: Mapping[str, ScopeInfo] = field(default_factory=dict)
    scope_clients: tuple[ScopeInfoClient, ...] = ()
    owners: Mapping[str, Ownership] = field(default_factory=dict)
    fingerprints: Mapping[tuple[str, str], str] = field(default_factory=dict)
    rows: Mapping[TableName, Rows] = field(default_factory=dict)
    unsynced: Mapping[TableName, int] = field(default_factory=dict)
    other_tables: tuple[TableName, ...] = ()
