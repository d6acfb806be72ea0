"""Provision a server and its clients through the planner, for tests that are about rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan.planner import make_plan
from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
from dms_pipeline.providers.base import Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import SyncSetup

SCOPE = "DefaultScope"


def provision(server: Connection, clients: Sequence[Connection], setup: SyncSetup, *, scope: str = SCOPE) -> None:
    """Plan a scope over these databases, whose connections have names of their own, and run the plan's SQL."""
    wanted = ScopePlanInput(
        name=scope, setup=setup, server=server.endpoint, clients=tuple(client.endpoint for client in clients)
    )
    databases = {connection.endpoint: connection for connection in (server, *clients)}
    plan = make_plan(
        "tests", "sha256:0", [wanted], {name: _endpoint(database, setup) for name, database in databases.items()}
    )
    assert plan.errors == ()
    for connection in databases.values():
        with connection.transaction():
            for step in plan.steps_on(connection.endpoint):
                for statement in step.sql:
                    connection.run(statement)


def _endpoint(connection: Connection, setup: SyncSetup) -> Endpoint:
    tables = tuple(entry.table for entry in setup.tables or ())
    return Endpoint(
        name=connection.endpoint,
        provider=connection.provider.name,
        target=connection.provider.target(),
        observed=connection.provider.inspect(connection, Look(tables=tables)),
    )
