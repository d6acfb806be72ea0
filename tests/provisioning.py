"""Provision a server and its clients through the planner, for tests that are about rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan.planner import make_plan
from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
from dms_pipeline.providers.base import Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Triggers
    from dms_pipeline.schema.model import SyncSetup

SCOPE = "DefaultScope"


def provision(
    server: Connection,
    clients: Sequence[Connection],
    setup: SyncSetup,
    *,
    scope: str = SCOPE,
    triggers: Triggers | None = None,
) -> None:
    """Plan a scope over these databases, whose connections have names of their own, and run the plan's SQL."""
    plan = planned(server, {scope: (setup, clients)}, triggers=triggers)
    assert plan.errors == ()
    carry_out(plan, (server, *clients))


def planned(
    server: Connection,
    scopes: Mapping[str, tuple[SyncSetup, Sequence[Connection]]],
    *,
    scope_info_table: str = "scope_info",
    triggers: Triggers | None = None,
) -> Plan:
    """The plan of a server's scopes, each with its setup and its clients."""
    wanted = [
        ScopePlanInput(
            name=name, setup=setup, server=server.endpoint, clients=tuple(client.endpoint for client in clients)
        )
        for name, (setup, clients) in scopes.items()
    ]
    tables = {entry.table: None for setup, _ in scopes.values() for entry in setup.tables or ()}
    databases = {client.endpoint: client for _, clients in scopes.values() for client in clients}
    look = Look(tables=tuple(tables), scope_info_table=scope_info_table)
    endpoints = {name: _endpoint(each, look, triggers) for name, each in {server.endpoint: server, **databases}.items()}
    return make_plan("tests", "sha256:0", wanted, endpoints)


def carry_out(plan: Plan, databases: Sequence[Connection]) -> None:
    """Run the SQL of a plan, a transaction for each database."""
    for connection in databases:
        with connection.transaction():
            for step in plan.steps_on(connection.endpoint):
                for statement in step.sql:
                    connection.run(statement)


def _endpoint(connection: Connection, look: Look, triggers: Triggers | None) -> Endpoint:
    return Endpoint(
        name=connection.endpoint,
        provider=connection.provider.name,
        target=connection.provider.target(),
        observed=connection.provider.inspect(connection, look),
        scope_info_table=look.scope_info_table,
        triggers=triggers,
    )
