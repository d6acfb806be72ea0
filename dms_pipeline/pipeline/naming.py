"""Names that the reference's formats cannot hold, or that would collide with another, as far as the file tells.

The reference splits names at dots, knows no escape for quotes, normalises names for triggers and indexes, and reserves
some (spec: storage format, sections 4.5 and 8, hazards S17 and S18). Limits of one kind of database, such as the
length of an identifier, are judged by the plan, which knows the databases.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from dms_pipeline.pipeline.paths import Finding, spelled
from dms_pipeline.pipeline.setup import connections_of, scopes_of, to_setup
from dms_pipeline.schema.names import (
    MAX_SCOPE_NAME,
    RESERVED_COLUMNS,
    client_scope_table,
    normalise,
    normalise_full,
    tracking_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dms_pipeline.pipeline.model import Naming, Pipeline, Scope
    from dms_pipeline.pipeline.paths import Path
    from dms_pipeline.schema.model import TableName

    _Tracked = tuple[TableName, Path, TableName]  # a table, where the file names it, its tracking table

OWN_PREFIX = "dms_"

_QUOTES = frozenset('"`[]')
_REVISION = re.compile("@[0-9]+$")
_CONNECTION = re.compile(r"\w[\w.-]*")


def unholdable(name: str) -> str | None:
    """Why a name of a table, column or namespace cannot be held, None where it can."""
    if not name:
        return "is empty"
    if "." in name:
        return "has a dot, which the reference takes for the end of a namespace"
    if quote := next((letter for letter in name if letter in _QUOTES), None):
        return f"has {quote}, for which the reference knows no escape"
    return _untidy(name) or _overflowing(name)


def _untidy(name: str) -> str | None:
    if any(unicodedata.category(letter) == "Cc" for letter in name):
        return "has a control character"
    return "begins or ends with a blank, which the reference cuts off" if name != name.strip() else None


def _overflowing(name: str) -> str | None:
    """Why normalising fails in the reference: its buffer is as long as the name, and some letters fall into several."""
    decomposed = unicodedata.normalize("NFD", name)
    letters = [letter for letter in decomposed if unicodedata.category(letter) != "Mn"]
    # The reference counts units of UTF-16.
    if len("".join(letters).encode("utf-16-le")) > len(name.encode("utf-16-le")):
        return "has letters that the reference cannot normalise, such as Korean syllables"
    return None


def _bad(path: Path, name: str, reason: str) -> Finding:
    hint = 'a namespace has a key of its own: { schema = "…", name = "…" }' if "dot" in reason else None
    return Finding(code="unsupported-name", path=path, message=f'{spelled(path)}: "{name}" {reason}', hint=hint)


def connection_names(pipeline: Pipeline) -> Iterator[Finding]:
    """Names of the pipeline and its connections that cannot be typed or shown, and of scope tables that cannot be."""
    if not _CONNECTION.fullmatch(pipeline.name):
        reason = "is no name: letters, digits, _, - and dots make one, a letter or digit first"
        yield _bad(("name",), pipeline.name, reason)
    for key, declared in pipeline.connections.items():
        path = ("connections", key)
        if not _CONNECTION.fullmatch(key):
            yield _bad(path, key, "is no name: letters, digits, _, - and dots make one, a letter or digit first")
        table = declared.scope_info_table
        problem = unholdable(table.replace(".", "", 1) if not table.startswith(".") else table)
        if problem is None and table.lower().startswith(OWN_PREFIX):
            problem = f"begins with {OWN_PREFIX}, as our own tables do"
        if problem is not None:
            yield _bad((*path, "scope_info_table"), table, problem)


def scope_names(pipeline: Pipeline) -> Iterator[Finding]:
    """Names of scopes that cannot be stored, or that differ in case alone."""
    seen: dict[str, str] = {}
    for name in pipeline.scopes:
        path = ("scopes", name)
        reason: str | None = "is empty" if not name else _untidy(name)
        if len(name) > MAX_SCOPE_NAME:
            reason = f"has {len(name)} characters; the scope tables hold {MAX_SCOPE_NAME}"
        elif _REVISION.search(name):
            reason = "ends as the revisions of a scope do"
        elif name.lower() in seen:
            reason = f'differs from "{seen[name.lower()]}" in case alone, which some databases do not tell apart'
        seen.setdefault(name.lower(), name)
        if reason is not None:
            yield Finding(
                code="unsupported-name", path=path, message=f'{spelled(path)}: "{name}" {reason}', at_key=True
            )


def table_names(name: str, scope: Scope) -> Iterator[Finding]:
    """Names of tables, columns and affixes of a scope that cannot be held."""
    for position, table in enumerate(scope.tables):
        path = ("scopes", name, "tables", position)
        if reason := unholdable(table.name):
            yield _bad((*path, "name"), table.name, reason)
        if table.schema_name and (reason := unholdable(table.schema_name)):
            yield _bad((*path, "schema"), table.schema_name, reason)
        if table.name.lower().startswith(OWN_PREFIX):
            yield _bad((*path, "name"), table.name, f"begins with {OWN_PREFIX}, as our own tables do")
        yield from _column_names(path, table.columns)
    yield from _affixes(("scopes", name, "naming"), scope.naming)


def _column_names(path: Path, names: Sequence[str]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for position, column in enumerate(names):
        place = (*path, "columns", position)
        if reason := unholdable(column):
            yield _bad(place, column, reason)
            continue
        if column.lower() in RESERVED_COLUMNS:
            yield _bad(place, column, "is a name that sync itself uses")
        first = seen.setdefault(normalise(column).lower(), position)
        if first != position and names[first] == column:
            yield Finding(code="duplicate-column", path=place, message=f'{spelled(place)}: "{column}" is listed twice')
        elif first != position:
            message = f'{spelled(place)}: "{column}" and "{names[first]}" become the same name of a parameter'
            yield Finding(code="name-collision", path=place, message=message)


def _affixes(path: Path, naming: Naming) -> Iterator[Finding]:
    for key, affix in naming:
        if not affix:
            continue
        reason = unholdable(f"x{affix}x")
        if reason is None and not key.startswith("tracking") and (normalise(affix) != affix or "`" in affix):
            reason = "is no part of a plain name, as those of triggers and procedures must be"
        if reason is not None:
            yield _bad((*path, key), affix, reason)


def collisions(pipeline: Pipeline) -> Iterator[Finding]:
    """Tables of one database whose objects would have the same names, over all scopes of that database."""
    scopes = scopes_of(pipeline)
    # Databases with the same scopes have the same collisions: a fleet is looked at once.
    alike = {
        (scopes[connection.name], connection.scope_info_table): None
        for connection in connections_of(pipeline)
        if connection.name in scopes
    }
    found: dict[Finding, None] = {}
    for names, scope_info_table in alike:
        tables = [table for name in names for table in _tables_of(pipeline, name)]
        found.update(dict.fromkeys(_colliding(tables, scope_info_table)))
    yield from found


def _colliding(tables: list[_Tracked], scope_info_table: str) -> Iterator[Finding]:
    scope_tables = {scope_info_table.lower(), client_scope_table(scope_info_table).lower()}
    by_name: dict[str, TableName] = {}
    tracked = {str(tracking).lower(): table for table, _, tracking in reversed(tables)}
    for table, path, _ in tables:
        other = by_name.setdefault(normalise_full(table).lower(), table)
        tracking_of = tracked.get(str(table).lower(), table)
        if other != table:
            reason = _alike(table, other)
        elif tracking_of != table:
            reason = f"is the tracking table of {tracking_of}"
        elif str(table).lower() in scope_tables:
            reason = "is the name of a scope table"
        else:
            continue
        yield Finding(code="name-collision", path=path, message=f'{spelled(path)}: "{table}" {reason}')


def _alike(table: TableName, other: TableName) -> str:
    if str(table).lower() == str(other).lower():
        return f'differs from "{other}" in case alone, which the reference does not tell apart'
    return f'and "{other}" become the same name of triggers, {normalise_full(table).lower()}'


def _tables_of(pipeline: Pipeline, scope: str) -> Iterator[_Tracked]:
    setup = to_setup(pipeline.scopes[scope])
    for position, entry in enumerate(setup.tables or ()):
        yield entry.table, ("scopes", scope, "tables", position), tracking_table(setup, entry.table)
