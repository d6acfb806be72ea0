"""The tables that a client should have: made where they are missing, compared where they are there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, Problem, UnsupportedType
from dms_pipeline.plan.fit import compare, narrowed
from dms_pipeline.plan.keys import key, lookup, spelled
from dms_pipeline.plan.plan import Note, Role
from dms_pipeline.plan.scope import as_problem
from dms_pipeline.schema.codes import logical_type
from dms_pipeline.schema.model import SyncDirection
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.plan.draft import Draft, Part
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import SyncTable, TableName


def client_tables(draft: Draft, parts: Iterable[Part]) -> None:
    """Add to a draft the tables that its scopes bring to a client, and the columns that one of them lacks."""
    taken: dict[TableName, tuple[Part, SyncTable]] = {}
    for part in parts:
        if part.role is not Role.CLIENT:
            continue
        relatives = frozenset(document.table for document in part.served.documents)
        for document in part.served.documents:
            found = key(document.table, draft.traits)
            if found in taken:
                draft.problems += _disagreements(draft.endpoint, part, document, *taken[found])
                continue
            taken[found] = (part, document)
            _client_table(draft, part, document, relatives)


def _client_table(draft: Draft, part: Part, document: SyncTable, relatives: frozenset[TableName]) -> None:
    endpoint, scope = draft.endpoint, part.served.scope
    place = scope.place(document.table)
    server_table = lookup(part.served.tables, document.table, draft.traits)
    try:
        wanted = endpoint.target.client_table(document, server_table, relatives)
    except DmsError as error:
        draft.problems.append(_untold(endpoint.name, error, document, place))
        return
    name = spelled(draft.observed.tables, wanted.name, draft.traits)
    if name is None:
        draft.tables[wanted.name] = wanted
        narrower = tuple(narrowed(scope.server, endpoint.name, wanted, server_table, draft.traits))
        _note_lossy(draft, wanted.name, narrower)
        _note_digits(draft, scope.server, document, server_table, but=frozenset(column for column, _ in narrower))
        return
    found = draft.observed.tables[name]
    comparison = compare(scope.server, endpoint.name, wanted, found, draft.traits, original=server_table)
    if comparison.impossible:
        rows = lookup(draft.observed.rows, name, draft.traits)
        only_lacks = len(comparison.unaddable) == len(comparison.impossible)
        hint = f"change or rename that table on {endpoint.name}, or leave it out of the scope"
        if only_lacks:
            lacks = ", ".join(comparison.unaddable)
            hint = f"on {scope.server}, let {lacks} take NULL or give it a constant default; or sync other columns only"
        counted = ""
        if rows is not None and not only_lacks:
            counted = f"; it has {rows.count:,}{'' if rows.exact else ' or more'} rows there"
        facts = "\n".join(f"  {column}   {text}" for column, text in comparison.impossible)
        draft.problems.append(
            Problem(
                code="table-differs",
                message=f"{endpoint.name} already has a table {name} that does not fit the one on {scope.server}"
                f"{counted}\n{facts}",
                path=place,
                hint=hint,
            )
        )
        return
    _note_lossy(draft, name, comparison.lossy)
    _note_digits(draft, scope.server, document, server_table, but=frozenset(column for column, _ in comparison.lossy))
    if comparison.missing:
        draft.tables[name] = replace(found, columns=(*found.columns, *comparison.missing), text=None)


def _untold(client: str, error: DmsError, document: SyncTable, place: str) -> Problem:
    """A table that a client cannot have; of a type, a provider knows the column alone."""
    if isinstance(error, UnsupportedType):
        column = error.endpoint
        error = UnsupportedType(
            f"{document.table}.{column}",
            error.message.removeprefix(f"{column}: "),
            hint=error.hint or f"list the columns of {document.table} to be synced, without {column}",
        )
    return as_problem(client, error, place)


def _note_lossy(draft: Draft, table: TableName, lossy: Iterable[tuple[str, str]]) -> None:
    for column, text in lossy:
        draft.notes.append(
            Note(
                code="lossy-type",
                connection=draft.endpoint.name,
                message=f"{table}.{column}: {text}; a value that does not fit is kept in dms_errors",
            )
        )


def _note_digits(
    draft: Draft, server: str, document: SyncTable, original: Table | None, but: frozenset[str] = frozenset()
) -> None:
    exact = draft.traits.exact_decimal_digits
    for column in document.columns or ():
        if column.name in but:
            continue
        # The document bounds precision; the server's catalogue does not, and people know the type that it says.
        there = None if original is None else original.column(column.name)
        logical = logical_type(column) if there is None else there.logical
        # Without a precision, any number of digits may come.
        if exact is not None and logical.kind is Kind.DECIMAL and (logical.precision or exact + 1) > exact:
            digits = f"({column.precision},{column.scale})" if logical.precision else ""
            shown = f"{column.original_type_name}{digits}" if there is None else there.native_type
            draft.notes.append(
                Note(
                    code="lossy-type",
                    connection=draft.endpoint.name,
                    message=f"{document.table}.{column.name}: {shown} on {server}, {exact} exact digits on"
                    f" {draft.endpoint.name} ({draft.endpoint.provider}); a value that needs more"
                    " is kept in dms_errors",
                )
            )


def _disagreements(
    endpoint: Endpoint, part: Part, document: SyncTable, other: Part, before: SyncTable
) -> Iterator[Problem]:
    """A table in several scopes of a client: one server; the same columns and direction, or download-only in all."""

    def problem(text: str) -> Problem:
        return Problem(
            code="conflicting-scopes",
            message=f"{endpoint.name}: {document.table} is in scopes {other.scope} and {part.scope}, {text}",
            path=part.served.scope.place(document.table),
            hint="keep it in one of them",
        )

    if part.served.scope.server != other.served.scope.server:
        yield problem(f"which have two servers, {other.served.scope.server} and {part.served.scope.server}")
        return
    directions = {_direction(part, document), _direction(other, before)}
    if directions == {SyncDirection.DOWNLOAD_ONLY}:
        return
    if len(directions) > 1:
        yield problem("with two directions")
    if {column.name for column in document.columns or ()} != {column.name for column in before.columns or ()}:
        yield problem("with different columns")


def _direction(part: Part, document: SyncTable) -> SyncDirection:
    entry = part.served.scope.setup.table(document.table)
    return SyncDirection.BIDIRECTIONAL if entry is None else entry.direction
