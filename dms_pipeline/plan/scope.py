"""A scope as its server has it: the setup of the file joined with the structure of the server's tables.

The result is the row that `scope_info` should hold on the server and, verbatim, on each client. A row that already
says the same is kept as it stands, text and all: what the reference wrote stays the reference's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import ColumnLeftOut, DmsError, Problem
from dms_pipeline.plan.keys import fold, lookup, spelled
from dms_pipeline.plan.plan import Note
from dms_pipeline.plan.refusals import missing_table, refusals
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.schema.document import same_setup, schema_filters, set_to_json, setup_to_json
from dms_pipeline.schema.model import (
    ColumnIdentifier,
    ScopeInfo,
    SyncDirection,
    SyncRelation,
    SyncSet,
    SyncSetup,
    TableName,
)
from dms_pipeline.schema.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dms_pipeline.plan.target import Target
    from dms_pipeline.schema.database import ForeignKey, Table, Triggers
    from dms_pipeline.schema.model import SetupTable, SyncTable
    from dms_pipeline.schema.traits import Traits

VERSION = "1.3.0.0"  # what the reference's release writes; its check compares it (spec: storage format, section 1.4)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopePlanInput:
    """A scope as the file declares it: its name, setup, server and clients (names of connections).

    The order of the setup's tables is the file's: it gives the paths in messages (`scopes.products.tables[1]`).
    `keeps_shape`: a scope that is stored on the server stays as it is, whatever became of the server's tables since;
    so the library joins clients to it.
    """

    name: str
    setup: SyncSetup
    server: str
    clients: tuple[str, ...] = ()
    keeps_shape: bool = False

    def place(self, table: TableName) -> str:
        """The TOML path of a table's entry."""
        for index, entry in enumerate(self.setup.tables or ()):
            if entry.table == table:
                return f"scopes.{self.name}.tables[{index}]"
        return f"scopes.{self.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Endpoint:
    """A database of the pipeline as planning meets it.

    `provider` is the name that plans show. `observed` is None where the database was not reached; `unreachable` then
    says why, and `may_be_offline` that the file allows it. `path` is where the file declares it. `triggers` are those
    that are asked for; None leaves what is there, and means extended ones where nothing is.
    """

    name: str
    provider: str
    target: Target
    observed: DatabaseState | None
    scope_info_table: str = "scope_info"
    unreachable: DmsError | None = None
    may_be_offline: bool = False
    path: str = ""
    triggers: Triggers | None = None

    @property
    def traits(self) -> Traits:
        """The facts of its kind of database."""
        return self.target.traits


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedScope:
    """A scope joined with its server's tables.

    Attributes:
        scope: as the file declares it.
        info: the row that the server should hold.
        tables: the server's tables by the setup's names; foreign keys name their parents as the setup does.
        stored: the row that the server holds, None if none or empty.
        revision: the revision that `info` is.
        notes: what a person should know of it.
    """

    scope: ScopePlanInput
    info: ScopeInfo
    tables: Mapping[TableName, Table] = field(default_factory=dict)
    stored: ScopeInfo | None = None
    revision: int = 1
    notes: tuple[Note, ...] = ()

    @property
    def documents(self) -> tuple[SyncTable, ...]:
        """The structure of the scope's tables, in the setup's order."""
        schema = self.info.schema
        return () if schema is None else schema.tables or ()


def is_empty(info: ScopeInfo | None) -> bool:
    """There is no row, or one that says nothing, as the reference leaves at any look-up."""
    return info is None or (info.setup is None and info.schema is None)


def serve(scope: ScopePlanInput, endpoint: Endpoint, pipeline: str) -> tuple[ServedScope | None, tuple[Problem, ...]]:
    """Join a scope with its server's tables; None where there are problems, and then all of them."""
    observed, target = endpoint.observed, endpoint.target
    if observed is None:
        return None, ()
    if scope.keeps_shape and (kept := _kept(scope, endpoint, observed)) is not None:
        return kept, ()
    problems: list[Problem] = []
    tables: dict[TableName, Table] = {}
    documents: list[SyncTable] = []
    notes: list[Note] = []
    names = [entry.table for entry in scope.setup.tables or ()]
    for entry in scope.setup.tables or ():
        place = scope.place(entry.table)
        table = lookup(observed.tables, entry.table, endpoint.traits)
        if table is None:
            problems.append(missing_table(endpoint.name, entry.table, observed, endpoint.traits, place))
            continue
        found = refusals(endpoint.name, table, entry, place)
        problems += found
        if found:
            continue
        try:
            documents.append(target.document_table(table, entry))
        except ColumnLeftOut as error:
            if not _has_entry(observed.scopes.get(scope.name), entry):
                problems.append(as_problem(endpoint.name, error, place))
                continue
            # It is set up like that already, and what clients change goes on; the document knows no direction.
            documents.append(target.document_table(table, replace(entry, direction=SyncDirection.DOWNLOAD_ONLY)))
            notes.append(Note(code=error.code, connection=endpoint.name, message=error.message))
        except DmsError as error:
            problems.append(as_problem(endpoint.name, error, place))
            continue
        tables[entry.table] = _with_parents_spelled(table, names, endpoint.traits)
    if problems:
        return None, tuple(problems)
    schema = SyncSet(
        tables=tuple(documents),
        relations=tuple(_relations(scope.setup, tables, documents)),
        filters=schema_filters(scope.setup),
    )
    return replace(_served(scope, endpoint, pipeline, schema, tables), notes=tuple(notes)), ()


def _has_entry(stored: ScopeInfo | None, entry: SetupTable) -> bool:
    """A stored scope has the table with these columns."""
    if stored is None or stored.setup is None:
        return False
    held = stored.setup.table(entry.table)
    return held is not None and {name.lower() for name in held.columns or ()} == {
        name.lower() for name in entry.columns or ()
    }


def _kept(scope: ScopePlanInput, endpoint: Endpoint, observed: DatabaseState) -> ServedScope | None:
    """The scope as it is stored, None where it is not."""
    row = observed.scopes.get(scope.name)
    if row is None or row.setup is None or row.schema is None:
        return None
    names = [document.table for document in row.schema.tables or ()]
    found = {name: lookup(observed.tables, name, endpoint.traits) for name in names}
    owner = observed.owners.get(scope.name)
    return ServedScope(
        scope=scope,
        info=row,
        tables={
            name: _with_parents_spelled(table, names, endpoint.traits)
            for name, table in found.items()
            if table is not None
        },
        stored=row,
        revision=1 if owner is None else owner.revision,
    )


def _served(
    scope: ScopePlanInput, endpoint: Endpoint, pipeline: str, schema: SyncSet, tables: Mapping[TableName, Table]
) -> ServedScope:
    observed = endpoint.observed or DatabaseState()
    row = observed.scopes.get(scope.name)
    stored = None if is_empty(row) else row
    owner = observed.owners.get(scope.name)
    revision = owner.revision if owner is not None else 1
    if stored is not None and same_scope(stored, scope.setup, schema):
        return ServedScope(scope=scope, info=stored, tables=tables, stored=stored, revision=revision)
    info = replace(
        row if row is not None else ScopeInfo(name=scope.name, version=VERSION),
        setup=scope.setup,
        schema=schema,
        setup_text=setup_to_json(scope.setup),
        schema_text=set_to_json(schema),
    )
    ours_before = owner is not None and owner.pipeline == pipeline
    return ServedScope(
        scope=scope, info=info, tables=tables, stored=stored, revision=revision + 1 if ours_before else revision
    )


def as_problem(endpoint: str, error: DmsError, place: str) -> Problem:
    """An error of a provider with the connection's name in front and the place in the file behind."""
    # Where no connection is known yet, a provider's error begins with the table.
    return Problem(code=error.code, message=f"{endpoint}: {error.message}", path=place, hint=error.hint)


def _with_parents_spelled(table: Table, names: Sequence[TableName], traits: Traits) -> Table:
    keys = tuple(
        replace(foreign_key, parent=spelled(names, foreign_key.parent, traits) or foreign_key.parent)
        for foreign_key in table.foreign_keys
    )
    return replace(table, foreign_keys=keys)


def _relations(
    setup: SyncSetup, tables: Mapping[TableName, Table], documents: Sequence[SyncTable]
) -> Iterator[SyncRelation]:
    """Foreign keys whose tables and columns are all in the setup: by table, then by constraint name."""
    columns = {document.table: {column.name for column in document.columns or ()} for document in documents}
    used: Counter[str] = Counter()
    for entry in setup.tables or ():
        named = [(_name(entry, foreign_key, used), foreign_key) for foreign_key in tables[entry.table].foreign_keys]
        for name, foreign_key in sorted(named, key=lambda pair: pair[0]):
            parent = setup.table(foreign_key.parent)
            if parent is None or not columns[entry.table].issuperset(foreign_key.columns):
                continue
            if not columns[parent.table].issuperset(foreign_key.parent_columns):
                continue
            yield SyncRelation(
                name=name,
                parent_keys=_identifiers(parent, foreign_key.parent_columns),
                child_keys=_identifiers(entry, foreign_key.columns),
            )


def _name(entry: SetupTable, foreign_key: ForeignKey, used: Counter[str]) -> str:
    if foreign_key.name is not None:
        return foreign_key.name
    # A database that keeps no names of its keys still needs one in the document; it must not depend on the look.
    base = f"FK_{normalise(entry.name)}_{normalise(foreign_key.parent.name)}"
    used[base] += 1
    return base if used[base] == 1 else f"{base}_{used[base]}"


def _identifiers(entry: SetupTable, columns: Sequence[str]) -> tuple[ColumnIdentifier, ...]:
    return tuple(ColumnIdentifier(column=column, table=entry.name, schema=entry.schema or "") for column in columns)


def same_scope(stored: ScopeInfo, setup: SyncSetup, schema: SyncSet) -> bool:
    """A stored row says what is wanted, whatever the differences in spelling, order and codes without meaning."""
    return (
        stored.setup is not None
        and stored.schema is not None
        and same_setup(stored.setup, setup)
        and schema_meaning(stored.schema) == schema_meaning(schema)
    )


def schema_meaning(schema: SyncSet) -> object:
    """What a schema says: the codes of .NET, defaults and relations decide nothing once the tables exist."""
    return frozenset(
        (
            table.table,
            table.primary_key or (),
            frozenset(
                (
                    column.name,
                    column.db_type,
                    (column.original_type_name or "").lower(),
                    column.allow_null,
                    column.max_length,
                    column.precision,
                    column.scale,
                    column.is_computed,
                )
                for column in table.columns or ()
            ),
        )
        for table in schema.tables or ()
    )


def same_column(name: str, other: str, traits: Traits) -> bool:
    """Two spellings of one column's name."""
    return fold(name, traits) == fold(other, traits)
