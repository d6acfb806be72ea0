"""Looking at every database of a pipeline for a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import AccessDenied, DmsError, Unreachable
from dms_pipeline.plan.scope import Endpoint
from dms_pipeline.providers.base import Look
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.plan.scope import ScopePlanInput
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.runtime.databases import Databases

ALLOWED = "allowed"


def look_at(databases: Databases, scopes: Sequence[ScopePlanInput], *, count_unsynced: bool) -> dict[str, Endpoint]:
    """Every database as planning meets it; one that cannot be opened is there with the reason."""
    return {name: _endpoint(databases, name, scopes, count_unsynced=count_unsynced) for name in databases.declared}


def _endpoint(databases: Databases, name: str, scopes: Sequence[ScopePlanInput], *, count_unsynced: bool) -> Endpoint:
    declared = databases.declared[name]
    database = databases.database(name)
    observed: DatabaseState | None = None
    unreachable: DmsError | None = None
    look = look_for(name, scopes, declared.scope_info_table, count_unsynced=count_unsynced)
    try:
        observed = database.provider.inspect(databases.connection(name), look)
    except (Unreachable, AccessDenied) as error:
        unreachable = error
    return Endpoint(
        name=name,
        provider=database.provider.name,
        target=database.provider.target(),
        observed=observed,
        scope_info_table=declared.scope_info_table,
        unreachable=unreachable,
        may_be_offline=declared.offline.value == ALLOWED,
    )


def look_for(name: str, scopes: Sequence[ScopePlanInput], scope_info_table: str, *, count_unsynced: bool) -> Look:
    """What an inspection of one database looks at: the tables of its scopes and their tracking tables."""
    mine = [scope for scope in scopes if name == scope.server or name in scope.clients]
    tables = [(scope.setup, entry.table) for scope in mine for entry in scope.setup.tables or ()]
    return Look(
        scope_info_table=scope_info_table,
        tables=tuple(dict.fromkeys(table for _, table in tables)),
        tracking_tables=tuple(dict.fromkeys(tracking_table(setup, table) for setup, table in tables)),
        count_unsynced=count_unsynced,
    )
