"""What is wrong with filters and with the parameters that clients give for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import UnstableParameters
from dms_pipeline.pipeline.naming import unholdable
from dms_pipeline.pipeline.paths import Finding, did_you_mean, listed, spelled
from dms_pipeline.pipeline.setup import clients_of
from dms_pipeline.schema.names import normalise
from dms_pipeline.schema.parameters import parameter_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.pipeline.model import Filter, FilterColumn, FilterParameter, Pipeline, Scope, Table
    from dms_pipeline.pipeline.paths import Path

    Key = tuple[str, str]


def filters(name: str, scope: Scope) -> Iterator[Finding]:
    """Everything wrong with the filters of a scope."""
    tables = {_key(table.schema_name, table.name): table for table in scope.tables}
    seen: set[Key] = set()
    for position, entry in enumerate(scope.filters):
        path = ("scopes", name, "filters", position)
        key = _key(entry.schema_name, entry.table)
        if key not in tables:
            yield _unknown_table((*path, "table"), entry.table, tables)
        elif key in seen:
            message = f"{spelled(path)}: {entry.table} has a filter already; the reference knows one per table"
            yield Finding(code="duplicate-filter", path=path, message=message)
        seen.add(key)
        yield from _Judge(path, entry, tables).findings()


def _key(schema_name: str | None, table: str) -> Key:
    return schema_name or "", table


def _unknown_table(path: Path, table: str, tables: Mapping[Key, Table]) -> Finding:
    known = [name for _, name in tables]
    message = f'{spelled(path)} is "{table}", which is no table of this scope'
    return Finding(code="unknown-table", path=path, message=message, hint=did_you_mean(table, known))


class _Judge:
    """One filter with what it may refer to."""

    def __init__(self, path: Path, entry: Filter, tables: Mapping[Key, Table]) -> None:
        self.path = path
        self.entry = entry
        self.tables = tables
        joined = {_key(join.schema_name, join.table) for join in entry.joins}
        self.reachable = {_key(entry.schema_name, entry.table), *joined}

    def findings(self) -> Iterator[Finding]:
        if not self.entry.where and not self.entry.custom_where:
            message = f"{spelled(self.path)} has no condition, so it filters nothing"
            yield Finding(
                code="no-effect", path=self.path, message=message, hint='where = [{ column = "…", parameter = "…" }]'
            )
        yield from self._parameters()
        yield from self._wheres()
        for position, join in enumerate(self.entry.joins):
            for side, column in (("left", join.left), ("right", join.right)):
                yield from self._joined((*self.path, "joins", position, side), column)

    def _parameters(self) -> Iterator[Finding]:
        seen: dict[str, int] = {}
        for position, parameter in enumerate(self.entry.parameters):
            path = (*self.path, "parameters", position)
            if reason := unholdable(parameter.name):
                message = f'{spelled(path)}: "{parameter.name}" {reason}'
                yield Finding(code="unsupported-name", path=(*path, "name"), message=message)
            first = seen.setdefault(normalise(parameter.name).lower(), position)
            if first != position:
                other = self.entry.parameters[first].name
                message = f'{spelled(path)}: "{parameter.name}" and "{other}" are one parameter to the reference'
                yield Finding(code="duplicate-parameter", path=path, message=message)
            yield from self._parameter(path, parameter)

    def _parameter(self, path: Path, parameter: FilterParameter) -> Iterator[Finding]:
        if (parameter.column is None) == (parameter.type is None):
            message = f"{spelled(path)} needs either a column, whose type it has, or a type"
            yield Finding(code="bad-parameter", path=path, message=message)
        elif parameter.column is None:
            for key, value in (("table", parameter.table), ("schema", parameter.schema_name)):
                if value is not None:
                    message = f"{spelled((*path, key))} belongs to a column, and there is none"
                    yield Finding(code="no-effect", path=(*path, key), message=message)
        elif parameter.column != parameter.name:
            message = (
                f'{spelled(path)} is "{parameter.name}"; the reference names it after its column, "{parameter.column}"'
            )
            yield Finding(code="bad-parameter", path=(*path, "name"), message=message)
        else:
            table, namespace = (
                (parameter.table, parameter.schema_name)
                if parameter.table
                else (self.entry.table, self.entry.schema_name)
            )
            yield from self._column(path, namespace, table, parameter.column)

    def _wheres(self) -> Iterator[Finding]:
        known = [parameter.name for parameter in self.entry.parameters]
        for position, where in enumerate(self.entry.where):
            path = (*self.path, "where", position)
            if where.parameter not in known:
                message = f'{spelled(path)} compares with "{where.parameter}", which is no parameter of this filter'
                hint = did_you_mean(where.parameter, known)
                yield Finding(code="unknown-parameter", path=(*path, "parameter"), message=message, hint=hint)
            table, namespace = (
                (where.table, where.schema_name) if where.table else (self.entry.table, self.entry.schema_name)
            )
            yield from self._column(path, namespace, table, where.column)

    def _joined(self, path: Path, side: FilterColumn) -> Iterator[Finding]:
        yield from self._column(path, side.schema_name, side.table, side.column)

    def _column(self, path: Path, namespace: str | None, table: str, column: str) -> Iterator[Finding]:
        """A column must be of the filtered table or of a joined one, and synced if its table is."""
        key = _key(namespace, table)
        if key not in self.reachable:
            message = f'{spelled(path)} names the table "{table}", which this filter neither is of nor joins'
            hint = did_you_mean(table, [name for _, name in self.reachable])
            yield Finding(code="unknown-table", path=path, message=message, hint=hint)
            return
        entry = self.tables.get(key)
        if entry is not None and entry.columns and column not in entry.columns:
            message = f'{spelled(path)} names the column "{column}" of {table}, which is not synced'
            hint = did_you_mean(column, entry.columns) or f"synced are {listed(entry.columns)}"
            yield Finding(code="unsynced-column", path=path, message=message, hint=hint)


def parameters(pipeline: Pipeline, name: str) -> Iterator[Finding]:
    """Everything wrong with the parameters that the clients of a scope give."""
    scope = pipeline.scopes[name]
    declared = {parameter.name: parameter for entry in scope.filters for parameter in entry.parameters}
    needed = [key for key, item in declared.items() if not item.allow_null and item.default is None]
    for position, client in enumerate(scope.clients):
        path = ("scopes", name, "clients", position)
        for key in client.parameters:
            if key not in declared:
                place = (*path, "parameters", key)
                message = f"{spelled(place)} is no parameter of a filter of this scope"
                hint = did_you_mean(key, declared)
                yield Finding(code="unknown-parameter", path=place, message=message, hint=hint, at_key=True)
        missing = [key for key in needed if key not in client.parameters]
        if missing:
            message = f"{spelled(path)} gives no value for {listed(missing)}"
            hint = f'{{ connection = "{client.connection}", parameters = {{ {missing[0]} = … }} }}, or allow_null there'
            yield Finding(code="missing-parameter", path=path, message=message, hint=hint)
    yield from _unstable(pipeline, name)


def _unstable(pipeline: Pipeline, name: str) -> Iterator[Finding]:
    reported: set[int] = set()
    for client in clients_of(pipeline, name):
        try:
            parameter_hash(client.parameters)
        except UnstableParameters as error:
            if client.position not in reported:
                path = ("scopes", name, "clients", client.position)
                message = f"{spelled(path)}: {error.message}"
                yield Finding(code=error.code, path=path, message=message, hint=error.hint)
            reported.add(client.position)
