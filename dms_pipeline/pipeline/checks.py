"""What is wrong between the parts of a file: roles, scopes that share a database, policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dms_pipeline.pipeline import filters, fleets, naming
from dms_pipeline.pipeline.paths import Finding, did_you_mean, listed, spelled
from dms_pipeline.pipeline.setup import clients_of, connections_of, scopes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.pipeline.model import Pipeline, Scope, Table
    from dms_pipeline.pipeline.paths import Path

_DIGITS = re.compile(r"\d+")
_PERMISSION = re.compile(r"[a-z]+(?:-[a-z]+)*:\S(?:.*\S)?")


def findings(pipeline: Pipeline) -> Iterator[Finding]:
    """Everything that a file says wrongly in a right shape, in no particular order."""
    yield from naming.connection_names(pipeline)
    yield from naming.scope_names(pipeline)
    yield from fleets.connections(pipeline)
    for name, scope in pipeline.scopes.items():
        yield from naming.table_names(name, scope)
        yield from _tables(name, scope)
        yield from _server(pipeline, name, scope)
        yield from _clients(pipeline, name, scope)
        yield from filters.filters(name, scope)
        yield from filters.parameters(pipeline, name)
    yield from naming.collisions(pipeline)
    yield from _chains(pipeline)
    yield from _namings(pipeline)
    yield from _shared_tables(pipeline)
    yield from _policy(pipeline)


def _tables(name: str, scope: Scope) -> Iterator[Finding]:
    path: Path = ("scopes", name, "tables")
    if not scope.tables:
        yield Finding(code="no-tables", path=path, message=f"{spelled(path)} is empty, so there is nothing to sync")
    seen: dict[tuple[str, str], int] = {}
    for position, table in enumerate(scope.tables):
        first = seen.setdefault((table.schema_name or "", table.name), position)
        if first != position:
            place = (*path, position)
            message = f'{spelled(place)}: "{table.name}" is listed already, as {spelled((*path, first))}'
            yield Finding(code="duplicate-table", path=place, message=message)


def _unknown(pipeline: Pipeline, path: Path, name: str) -> Finding:
    known = list(pipeline.connections)
    message = f'{spelled(path)} is "{name}"; connections are {listed(known)}'
    # Names that differ in their numbers alone (shop-3, shop-2) are no misspellings of each other.
    hint = did_you_mean(name, [one for one in known if _DIGITS.sub("", one) != _DIGITS.sub("", name)])
    if not known:
        message = f'{spelled(path)} is "{name}", and there are no connections'
    for key, declared in pipeline.connections.items():
        if declared.for_each is not None and name.startswith(f"{key}-"):
            hint = f'a fleet is named as a whole: "{key}"'
    return Finding(code="unknown-connection", path=path, message=message, hint=hint)


def _server(pipeline: Pipeline, name: str, scope: Scope) -> Iterator[Finding]:
    path = ("scopes", name, "server")
    declared = pipeline.connections.get(scope.server)
    if declared is None:
        yield _unknown(pipeline, path, scope.server)
    elif declared.for_each is not None:
        message = f'{spelled(path)} is "{scope.server}", a fleet; a scope has one server'
        yield Finding(code="fleet-as-server", path=path, message=message)


def _clients(pipeline: Pipeline, name: str, scope: Scope) -> Iterator[Finding]:
    endpoints = {connection.declared_as for connection in connections_of(pipeline) if connection.is_endpoint}
    for position, client in enumerate(scope.clients):
        path = ("scopes", name, "clients", position)
        if client.connection not in pipeline.connections:
            yield _unknown(pipeline, path, client.connection)
        elif client.connection == scope.server:
            message = f'{spelled(path)} is "{client.connection}", the server of this scope'
            yield Finding(code="client-is-server", path=path, message=message)
        elif client.connection in endpoints:
            message = f'{spelled(path)} is "{client.connection}", an endpoint over HTTP, which can only be a server'
            hint = "clients over HTTP need no place in the file: they come to the endpoint by themselves"
            yield Finding(code="endpoint-as-client", path=path, message=message, hint=hint)
    seen: dict[object, int] = {}
    reported: set[int] = set()
    for each in clients_of(pipeline, name):
        # True and 1 are one key in Python, and two parameter sets here.
        typed = frozenset((key, type(value), value) for key, value in each.parameters.items())
        first = seen.setdefault((each.connection, typed), each.position)
        if first != each.position and each.position not in reported:
            reported.add(each.position)
            path = ("scopes", name, "clients", each.position)
            same = "with the same parameters" if each.parameters else "without parameters"
            message = f'{spelled(path)}: "{each.connection}" is listed already {same}'
            yield Finding(code="duplicate-client", path=path, message=message)


def _chains(pipeline: Pipeline) -> Iterator[Finding]:
    """A connection that is a client here and a server there."""
    servers: dict[str, str] = {}
    for name, scope in pipeline.scopes.items():
        servers.setdefault(scope.server, name)
    for name, scope in pipeline.scopes.items():
        for position, client in enumerate(scope.clients):
            other = servers.get(client.connection)
            if other is not None and client.connection != scope.server:
                path = ("scopes", name, "clients", position)
                message = f'{spelled(path)}: "{client.connection}" is the server of {spelled(("scopes", other))}'
                hint = "rows from a server are not passed on to clients of its client: give all clients one server"
                yield Finding(code="chain", path=path, message=message, hint=hint)


def _namings(pipeline: Pipeline) -> Iterator[Finding]:
    """Scopes of one database whose objects are named differently.

    What counts are the names that come out: an absent prefix and an empty one give the same.
    """
    first: dict[str, str] = {}
    reported: set[str] = set()
    for connection, names in scopes_of(pipeline).items():
        for name in names:
            other = first.setdefault(connection, name)
            mine, theirs = (_affixes(pipeline.scopes[each]) for each in (name, other))
            differing = [key for key in mine if mine[key] != theirs[key]]
            if not differing or name in reported:
                continue
            reported.add(name)
            path = ("scopes", name, "naming", differing[0])
            message = (
                f"{spelled(path)} differs from that of {spelled(('scopes', other))}, and {connection} has both: "
                f"the scopes of a database share their tracking tables and triggers"
            )
            yield Finding(code="naming-differs", path=path, message=message)


def _affixes(scope: Scope) -> dict[str, str]:
    affixes = {key: affix or "" for key, affix in scope.naming}
    if not affixes["tracking_prefix"] and not affixes["tracking_suffix"]:
        affixes["tracking_suffix"] = "_tracking"
    return affixes


def _shared_tables(pipeline: Pipeline) -> Iterator[Finding]:
    """Tables of one client in several scopes: one server, and the same columns and direction or download alone."""
    seen: dict[tuple[str, str, str], tuple[str, int]] = {}
    reported: set[Path] = set()
    for name, scope in pipeline.scopes.items():
        for connection in dict.fromkeys(client.connection for client in clients_of(pipeline, name)):
            for position, table in enumerate(scope.tables):
                other, place = seen.setdefault((connection, table.schema_name or "", table.name), (name, position))
                path = ("scopes", name, "tables", position)
                reason = _conflict(pipeline, scope, table, other, place) if other != name else None
                if reason is not None and path not in reported:
                    reported.add(path)
                    before = spelled(("scopes", other, "tables", place))
                    message = (
                        f'{spelled(path)}: "{table.name}" {reason[1]} {before}, and {connection} is a client of both'
                    )
                    yield Finding(code=reason[0], path=path, message=message)


def _conflict(pipeline: Pipeline, scope: Scope, table: Table, other: str, place: int) -> tuple[str, str] | None:
    before = pipeline.scopes[other].tables[place]
    if pipeline.scopes[other].server != scope.server:
        return "two-servers", "comes from another server than"
    downloads = table.direction == before.direction == "download-only"
    if not downloads and set(table.columns) != set(before.columns):
        return "table-differs", "has other columns than"
    return ("table-differs", "has another direction than") if table.direction != before.direction else None


def _policy(pipeline: Pipeline) -> Iterator[Finding]:
    for key, permissions in (("allow", pipeline.policy.allow), ("deny", pipeline.policy.deny)):
        for position, permission in enumerate(permissions):
            if not _PERMISSION.fullmatch(permission):
                path = ("policy", key, position)
                message = f'{spelled(path)} is "{permission}"; a kind of step, a colon and a table belong there'
                hint = "as in drop-tracking-table:Stock; * stands for any table"
                yield Finding(code="bad-permission", path=path, message=message, hint=hint)
