"""From the databases of a pipeline to what planning wants to know of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.plan.scope import Endpoint
from dms_pipeline.providers.base import Look
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dms_pipeline.plan.scope import ScopePlanInput
    from dms_pipeline.runtime.connect import Database


def look_for(name: str, scopes: Sequence[ScopePlanInput], *, scope_info_table: str = "scope_info") -> Look:
    """What to look at in a database: the tables of its scopes and their tracking tables, with all counts."""
    mine = [scope for scope in scopes if name in (scope.server, *scope.clients)]
    entries = [(scope.setup, entry.table) for scope in mine for entry in scope.setup.tables or ()]
    return Look(
        scope_info_table=scope_info_table,
        tables=tuple(dict.fromkeys(table for _, table in entries)),
        tracking_tables=tuple(dict.fromkeys(tracking_table(setup, table) for setup, table in entries)),
        count_unsynced=True,
    )


def look_at(
    name: str,
    database: Callable[[], Database],
    scopes: Sequence[ScopePlanInput],
    *,
    scope_info_table: str = "scope_info",
    may_be_offline: bool = False,
) -> Endpoint | None:
    """A database as it is; one that cannot be reached comes back as such, with the reason.

    None where not even its kind is known, because its URL cannot be had and it may be offline.
    """
    try:
        opened = database()
    except errors.DmsError:
        if may_be_offline:
            return None
        raise
    provider = opened.provider
    observed, reason = None, None
    try:
        with opened.connection() as connection:
            observed = provider.inspect(connection, look_for(name, scopes, scope_info_table=scope_info_table))
    except (errors.Unreachable, errors.AccessDenied, errors.Transient) as error:
        reason = error
    return Endpoint(
        name=name,
        provider=provider.name,
        target=provider.target(),
        observed=observed,
        scope_info_table=scope_info_table,
        unreachable=reason,
        may_be_offline=may_be_offline,
    )
