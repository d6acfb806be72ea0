"""Looking at every database of a pipeline for a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, Problem, Unreachable
from dms_pipeline.plan.scope import Endpoint
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.providers.base import Look
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dms_pipeline.plan.scope import ScopePlanInput
    from dms_pipeline.runtime.connect import Database
    from dms_pipeline.runtime.databases import Databases

ALLOWED = "allowed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What was found: databases by name, and connections of which nobody can say what database they mean."""

    endpoints: Mapping[str, Endpoint]
    problems: tuple[Problem, ...] = ()


def look_at(databases: Databases, scopes: Sequence[ScopePlanInput], *, count_unsynced: bool) -> Looked:
    """Every database as planning meets it; one that cannot be opened is there with the reason.

    Endpoints over HTTP are no databases and are not looked at.
    """
    endpoints: dict[str, Endpoint] = {}
    problems: list[Problem] = []
    for name, declared in databases.declared.items():
        if declared.is_endpoint:
            continue
        path = f"connections.{declared.declared_as}.url"
        try:
            database = databases.database(name)
        except DmsError as error:
            problems.append(Problem(code=error.code, message=error.message, path=path, hint=error.hint))
            continue
        endpoints[name] = _endpoint(databases, database, scopes, path, count_unsynced=count_unsynced)
    return Looked(endpoints=endpoints, problems=tuple(dict.fromkeys(problems)))


def _endpoint(
    databases: Databases, database: Database, scopes: Sequence[ScopePlanInput], path: str, *, count_unsynced: bool
) -> Endpoint:
    declared = databases.declared[database.name]
    observed: DatabaseState | None = None
    refused: DmsError | None = None
    look = look_for(database.name, scopes, declared.scope_info_table, count_unsynced=count_unsynced)
    try:
        if database.can_be_made and all(scope.server != database.name for scope in scopes):
            observed = DatabaseState()  # a client's file that is not there yet: apply makes it, a look must not
        else:
            observed = database.provider.inspect(databases.connection(database.name), look)
    except DmsError as error:
        refused = error
    return Endpoint(
        name=database.name,
        provider=database.provider.name,
        target=database.provider.target(),
        observed=observed,
        scope_info_table=declared.scope_info_table,
        unreachable=refused,
        # Away is one thing; there and refusing us is another, which nobody has allowed.
        may_be_offline=declared.offline.value == ALLOWED and (refused is None or isinstance(refused, Unreachable)),
        path=path,
        triggers=declared.triggers,
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
