"""What was declared, in the words of the other layers: the reference's setup, each connection, each client.

A fleet (`for_each`) becomes one connection per entry, named after the fleet and the entry: `shops` over `["2", "3"]`
is `shops-2` and `shops-3`. Those names are shown everywhere and can be asked for (`--client 'shops-*'`); in the file
the fleet is named as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.pipeline.model import (
    Direction,
    FromEnvironment,
    FromFile,
    JoinType,
    Offline,
    ParameterType,
)
from dms_pipeline.schema.model import (
    Join,
    SetupFilter,
    SetupFilterJoin,
    SetupFilterParameter,
    SetupFilterWhere,
    SetupTable,
    SyncDirection,
    SyncSetup,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.pipeline import model
    from dms_pipeline.schema.database import Triggers

    _Entry = Mapping[str, str | int]

ENDPOINT_SCHEMES = ("https:", "http:")

DIRECTIONS = {
    Direction.BIDIRECTIONAL: SyncDirection.BIDIRECTIONAL,
    Direction.DOWNLOAD_ONLY: SyncDirection.DOWNLOAD_ONLY,
    Direction.UPLOAD_ONLY: SyncDirection.UPLOAD_ONLY,
    Direction.NONE: SyncDirection.NONE,
}
JOINS = {
    JoinType.INNER: Join.INNER,
    JoinType.LEFT: Join.LEFT,
    JoinType.RIGHT: Join.RIGHT,
    JoinType.OUTER: Join.OUTER,
}
# The numbers of System.Data.DbType (spec: storage format, section 3.2); 24 does not exist.
DB_TYPES = dict(zip(ParameterType, (*range(1, 24), 25, 26, 27), strict=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class DeclaredConnection:
    """One database or endpoint; `declared_as` is its key in the file, the fleet's where it is of one.

    `entry` is the value that stands for each placeholder of the fleet, empty otherwise. `triggers` is None where the
    file leaves them as they are.
    """

    name: str
    declared_as: str
    url: str | FromEnvironment | FromFile
    triggers: Triggers | None = None
    scope_info_table: str = "scope_info"
    offline: Offline = Offline.REFUSED
    token: FromEnvironment | FromFile | None = None
    entry: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_endpoint(self) -> bool:
        """It speaks HTTP, as far as the file tells: by its URL or because it has a token."""
        return self.token is not None or (isinstance(self.url, str) and self.url.lower().startswith(ENDPOINT_SCHEMES))


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeClient:
    """One client of a scope: a connection with one parameter set; `position` is that of its entry in the file."""

    connection: str
    parameters: Mapping[str, str | int | bool]
    position: int


def connections_of(pipeline: model.Pipeline) -> tuple[DeclaredConnection, ...]:
    """Every connection, in the order of the file, fleets entry by entry."""
    return tuple(
        connection for key, declared in pipeline.connections.items() for connection in _connections(key, declared)
    )


def _connections(key: str, declared: model.Connection) -> list[DeclaredConnection]:
    if declared.for_each is None:
        return [_connection(key, key, declared, {})]
    return [
        _connection(f"{key}-{value}", key, declared, {variable: value})
        for variable, values in declared.for_each.items()
        for value in values
    ]


def _connection(name: str, key: str, declared: model.Connection, entry: _Entry) -> DeclaredConnection:
    return DeclaredConnection(
        name=name,
        declared_as=key,
        url=_filled_url(declared.url, entry),
        triggers=declared.triggers,
        scope_info_table=declared.scope_info_table,
        offline=declared.offline,
        token=None if declared.token is None else _filled(declared.token, entry),
        entry=entry,
    )


def _filled_url(url: str | FromEnvironment | FromFile, entry: _Entry) -> str | FromEnvironment | FromFile:
    """A URL with the placeholders of a fleet replaced; other braces stay."""
    return _with_entry(url, entry) if isinstance(url, str) else _filled(url, entry)


def _filled(source: FromEnvironment | FromFile, entry: _Entry) -> FromEnvironment | FromFile:
    if isinstance(source, FromEnvironment):
        return FromEnvironment(env=_with_entry(source.env, entry))
    return FromFile(file=_with_entry(source.file, entry))


def _with_entry(text: str, entry: _Entry) -> str:
    for variable, value in entry.items():
        text = text.replace(f"{{{variable}}}", str(value))
    return text


def clients_of(pipeline: model.Pipeline, scope: str) -> tuple[ScopeClient, ...]:
    """The clients of a scope, in the order of the file, fleets entry by entry with their parameters filled in.

    A client whose connection is unknown is left out.
    """
    members: dict[str, list[DeclaredConnection]] = {}
    for connection in connections_of(pipeline):
        members.setdefault(connection.declared_as, []).append(connection)
    return tuple(
        ScopeClient(
            connection=connection.name,
            parameters={name: _value(value, connection.entry) for name, value in client.parameters.items()},
            position=position,
        )
        for position, client in enumerate(pipeline.scopes[scope].clients)
        for connection in members.get(client.connection, ())
    )


def scopes_of(pipeline: model.Pipeline) -> dict[str, tuple[str, ...]]:
    """The scopes that each connection has a part in, as server or as client, in the order of the file."""
    found: dict[str, dict[str, None]] = {}
    for name, scope in pipeline.scopes.items():
        for connection in (scope.server, *(client.connection for client in clients_of(pipeline, name))):
            found.setdefault(connection, {})[name] = None
    return {connection: tuple(names) for connection, names in found.items()}


def _value(value: str | int | bool, entry: _Entry) -> str | int | bool:  # noqa: FBT001 - a value
    if not isinstance(value, str):
        return value
    for variable, item in entry.items():
        if value == f"{{{variable}}}":
            return item  # alone it keeps the entry's type
    return _with_entry(value, entry)


def to_setup(scope: model.Scope) -> SyncSetup:
    """The reference's setup of a scope; what the file leaves out is left out of its JSON too.

    A table without a schema has "" there, as the reference's own constructor writes it.
    """
    naming = scope.naming
    return SyncSetup(
        tables=tuple(
            SetupTable(
                name=table.name,
                schema=table.schema_name or "",
                columns=table.columns,
                direction=DIRECTIONS[table.direction],
            )
            for table in scope.tables
        ),
        filters=tuple(_filter(entry) for entry in scope.filters),
        procedure_prefix=naming.procedure_prefix,
        procedure_suffix=naming.procedure_suffix,
        trigger_prefix=naming.trigger_prefix,
        trigger_suffix=naming.trigger_suffix,
        tracking_prefix=naming.tracking_prefix,
        tracking_suffix=naming.tracking_suffix,
    )


def _filter(entry: model.Filter) -> SetupFilter:
    return SetupFilter(
        table=entry.table,
        schema=entry.schema_name,
        parameters=tuple(_parameter(entry, parameter) for parameter in entry.parameters),
        wheres=tuple(
            SetupFilterWhere(
                table=where.table or entry.table,
                schema=where.schema_name if where.table else entry.schema_name,
                column=where.column,
                parameter=where.parameter,
            )
            for where in entry.where
        ),
        joins=tuple(_join(join) for join in entry.joins),
        custom_wheres=entry.custom_where,
    )


def _parameter(entry: model.Filter, parameter: model.FilterParameter) -> SetupFilterParameter:
    bound = parameter.column is not None
    return SetupFilterParameter(
        name=parameter.name,
        table=(parameter.table or entry.table) if bound else None,
        schema=(parameter.schema_name if parameter.table else entry.schema_name) if bound else None,
        db_type=None if parameter.type is None else DB_TYPES[parameter.type],
        default_value=parameter.default,
        allow_null=parameter.allow_null,
        max_length=parameter.max_length or 0,
    )


def _join(join: model.FilterJoin) -> SetupFilterJoin:
    return SetupFilterJoin(
        join=JOINS[join.type],
        table=join.table,
        schema=join.schema_name,
        left_table=join.left.table,
        left_column=join.left.column,
        left_schema=join.left.schema_name,
        right_table=join.right.table,
        right_column=join.right.column,
        right_schema=join.right.schema_name,
    )
