"""From the reference's setup back to what a file declares: the inverse of `setup.to_setup`.

What a file cannot say comes out as something else; whoever needs to know compares `to_setup` of it with the setup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.pipeline.model import Direction, JoinType, ParameterType, Scope
from dms_pipeline.pipeline.setup import DB_TYPES, DIRECTIONS, JOINS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.pipeline.model import Client
    from dms_pipeline.schema.model import (
        SetupFilter,
        SetupFilterJoin,
        SetupFilterParameter,
        SetupFilterWhere,
        SetupTable,
        SyncSetup,
    )

_DECLARED_DIRECTIONS: dict[int, Direction] = {int(there): here for here, there in DIRECTIONS.items()}
_DECLARED_JOINS: dict[int, JoinType] = {int(there): here for here, there in JOINS.items()}
_DECLARED_TYPES: dict[int, ParameterType] = {there: here for here, there in DB_TYPES.items()}
_AFFIXES = [f"{part}_{end}" for part in ("tracking", "trigger", "procedure") for end in ("prefix", "suffix")]


def from_setup(setup: SyncSetup, server: str, clients: Iterable[Client] = ()) -> Scope:
    """The scope of a file that asks for what a setup asks for."""
    affixes = {name: getattr(setup, name) for name in _AFFIXES}
    return Scope.model_validate(
        {
            "server": server,
            "clients": tuple(clients),
            "tables": [_table(entry) for entry in setup.tables or ()],
            "naming": _given(affixes),
            "filters": [_filter(entry) for entry in setup.filters or ()],
        }
    )


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _table(entry: SetupTable) -> dict[str, Any]:
    table: dict[str, Any] = {"name": entry.name, "direction": _DECLARED_DIRECTIONS[int(entry.direction)]}
    if entry.schema:  # to the setup "" and an absent one are the same, and a bare name says both
        table["schema"] = entry.schema
    if entry.columns:
        table["columns"] = entry.columns
    return table


def _filter(entry: SetupFilter) -> dict[str, Any]:
    return _given(
        {
            "table": entry.table,
            "schema": entry.schema,
            "parameters": [_parameter(entry, parameter) for parameter in entry.parameters or ()],
            "where": [_where(entry, where) for where in entry.wheres or ()],
            "joins": [_join(join) for join in entry.joins or ()],
            "custom_where": entry.custom_wheres or (),
        }
    )


def _parameter(entry: SetupFilter, parameter: SetupFilterParameter) -> dict[str, Any]:
    bound = parameter.table is not None
    return _given(
        {
            "name": parameter.name,
            "column": parameter.name if bound else None,  # the reference names it after its column
            **_elsewhere(entry, parameter.table, parameter.schema),
            "type": None if parameter.db_type is None else _DECLARED_TYPES.get(parameter.db_type),
            "max_length": parameter.max_length or None,
            "default": parameter.default_value,
            "allow_null": parameter.allow_null or None,
        }
    )


def _where(entry: SetupFilter, where: SetupFilterWhere) -> dict[str, Any]:
    named = {"column": where.column, "parameter": where.parameter}
    return _given({**named, **_elsewhere(entry, where.table, where.schema)})


def _elsewhere(entry: SetupFilter, table: str | None, schema: str | None) -> dict[str, Any]:
    """The table of a column, where it is not the filtered one."""
    if (table, schema or "") == (entry.table, entry.schema or ""):
        return {}
    return {"table": table, "schema": schema}


def _join(join: SetupFilterJoin) -> dict[str, Any]:
    left = {"table": join.left_table, "column": join.left_column, "schema": join.left_schema}
    right = {"table": join.right_table, "column": join.right_column, "schema": join.right_schema}
    sides = {"left": _given(left), "right": _given(right)}
    return _given({"table": join.table, "schema": join.schema, "type": _DECLARED_JOINS[int(join.join)], **sides})
