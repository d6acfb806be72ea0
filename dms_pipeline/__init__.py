"""Two-way synchronisation of relational databases, declared in TOML, planned before it is applied.

`Pipeline` does from Python what the command line does:

    pipeline = Pipeline.load("retail.toml")
    plan = pipeline.plan()
    pipeline.apply(plan)
    for outcome in pipeline.sync():
        print(outcome.result or outcome.error)

`SyncAgent` needs no file, and speaks the vocabulary of Dotmim.Sync:

    agent = SyncAgent(SqliteSyncProvider("shop-1.db"), PostgreSqlSyncProvider("postgresql:///hq"))
    print(agent.synchronize(SyncSetup("Product", "Customer")))

Names are loaded when they are first asked for: whoever only reads an error's class does not wait for a database layer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dms_pipeline.commands import Pipeline, Settings
    from dms_pipeline.errors import (
        AlreadyInProgress,
        CannotProvision,
        DmsError,
        ForeignScope,
        InvalidSetup,
        NotProvisioned,
        SetupConflict,
        SyncFailed,
    )
    from dms_pipeline.providers.mariadb.sync_provider import MariaDBSyncProvider
    from dms_pipeline.providers.mysql.sync_provider import MySqlSyncProvider
    from dms_pipeline.providers.postgresql.sync_provider import PostgreSqlSyncProvider
    from dms_pipeline.providers.sqlite.sync_provider import SqliteSyncProvider
    from dms_pipeline.runtime.agent import SyncAgent
    from dms_pipeline.runtime.cleaning import DatabaseMetadatasCleaned, TableMetadatasCleaned
    from dms_pipeline.runtime.library import LocalOrchestrator, RemoteOrchestrator
    from dms_pipeline.runtime.options import SyncOptions, SyncProvision
    from dms_pipeline.runtime.stages import ProgressArgs, SyncStage
    from dms_pipeline.schema.model import (
        ScopeInfo,
        ScopeInfoClient,
        SetupTable,
        SyncColumn,
        SyncDirection,
        SyncSet,
        SyncSetup,
        SyncTable,
    )
    from dms_pipeline.sync.conflict import ConflictPolicy as ConflictResolutionPolicy
    from dms_pipeline.sync.conflict import ErrorPolicy as ErrorResolution
    from dms_pipeline.sync.directives import OutdatedAction, SyncOperation, SyncType
    from dms_pipeline.sync.handlers import ConflictArgs, ConflictResolution, ConflictType, ErrorArgs
    from dms_pipeline.sync.result import SyncResult

# Where each public name is defined, and as what where that is another name.
_HOMES = {
    "AlreadyInProgress": "errors",
    "CannotProvision": "errors",
    "ConflictArgs": "sync.handlers",
    "ConflictResolution": "sync.handlers",
    "ConflictResolutionPolicy": "sync.conflict:ConflictPolicy",
    "ConflictType": "sync.handlers",
    "DatabaseMetadatasCleaned": "runtime.cleaning",
    "DmsError": "errors",
    "ErrorArgs": "sync.handlers",
    "ErrorResolution": "sync.conflict:ErrorPolicy",
    "ForeignScope": "errors",
    "InvalidSetup": "errors",
    "LocalOrchestrator": "runtime.library",
    "MariaDBSyncProvider": "providers.mariadb.sync_provider",
    "MySqlSyncProvider": "providers.mysql.sync_provider",
    "NotProvisioned": "errors",
    "OutdatedAction": "sync.directives",
    "Pipeline": "commands",
    "PostgreSqlSyncProvider": "providers.postgresql.sync_provider",
    "ProgressArgs": "runtime.stages",
    "RemoteOrchestrator": "runtime.library",
    "ScopeInfo": "schema.model",
    "ScopeInfoClient": "schema.model",
    "Settings": "commands",
    "SetupConflict": "errors",
    "SetupTable": "schema.model",
    "SqliteSyncProvider": "providers.sqlite.sync_provider",
    "SyncAgent": "runtime.agent",
    "SyncColumn": "schema.model",
    "SyncDirection": "schema.model",
    "SyncFailed": "errors",
    "SyncOperation": "sync.directives",
    "SyncOptions": "runtime.options",
    "SyncProvision": "runtime.options",
    "SyncResult": "sync.result",
    "SyncSet": "schema.model",
    "SyncSetup": "schema.model",
    "SyncStage": "runtime.stages",
    "SyncTable": "schema.model",
    "SyncType": "sync.directives",
    "TableMetadatasCleaned": "runtime.cleaning",
}

__all__ = [
    "AlreadyInProgress",
    "CannotProvision",
    "ConflictArgs",
    "ConflictResolution",
    "ConflictResolutionPolicy",
    "ConflictType",
    "DatabaseMetadatasCleaned",
    "DmsError",
    "ErrorArgs",
    "ErrorResolution",
    "ForeignScope",
    "InvalidSetup",
    "LocalOrchestrator",
    "MariaDBSyncProvider",
    "MySqlSyncProvider",
    "NotProvisioned",
    "OutdatedAction",
    "Pipeline",
    "PostgreSqlSyncProvider",
    "ProgressArgs",
    "RemoteOrchestrator",
    "ScopeInfo",
    "ScopeInfoClient",
    "Settings",
    "SetupConflict",
    "SetupTable",
    "SqliteSyncProvider",
    "SyncAgent",
    "SyncColumn",
    "SyncDirection",
    "SyncFailed",
    "SyncOperation",
    "SyncOptions",
    "SyncProvision",
    "SyncResult",
    "SyncSet",
    "SyncSetup",
    "SyncStage",
    "SyncTable",
    "SyncType",
    "TableMetadatasCleaned",
]


def __getattr__(name: str) -> Any:
    """Load a public name from where it is defined."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, _, other = _HOMES[name].partition(":")
    return getattr(import_module(f"{__name__}.{module}"), other or name)
