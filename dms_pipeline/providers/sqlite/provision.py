"""What SQLite makes of what is desired: tables, tracking tables, triggers, and the SQL of each operation.

Names, columns, types, collations and effects are the reference's (spec: storage format, sections 1, 2, 4, 5.2 and 9.7);
the texts are ours. There are no namespaces: a table's schema is dropped, as the reference drops it, and two tables that
differ in it alone are refused. `Table.text` is what SQLite will keep, so a look afterwards finds what was desired.

Unique constraints of the server come as unique indexes that compare exactly, because the reference's text columns
compare without case and would refuse legal pairs; one that a foreign key refers to must compare as its columns do, or
SQLite calls the key a mismatch.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.providers import common, saving
from dms_pipeline.providers.sqlite import extended, reference, types
from dms_pipeline.providers.sqlite.marks import STAMP
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema import ddl
from dms_pipeline.schema.codes import logical_type
from dms_pipeline.schema.database import (
    EACH_ROW,
    Column,
    Identity,
    Index,
    RowEvent,
    Table,
    Trigger,
    Triggers,
    Unique,
)
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.names import client_scope_table, normalise, tracking_table
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.schema.database import ForeignKey, Procedure
    from dms_pipeline.schema.model import SetupTable, SyncColumn, SyncSetup, SyncTable
    from dms_pipeline.schema.own import OwnTable
    from dms_pipeline.schema.traits import Traits

NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
_WRITING = (RowEvent.INSERT, RowEvent.UPDATE)  # what may put a row in the place of another
_SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")

_name = TRAITS.style.name
_names = TRAITS.style.names


def _column(
    name: str, native: str, *, nullable: bool = True, default: str | None = None, collation: str | None = None
) -> Column:
    return Column(
        name=name,
        native_type=native,
        logical=types.logical(native),
        nullable=nullable,
        default=default,
        collation=collation,
    )


_SCOPE_COLUMNS = (
    _column("sync_scope_name", "text", nullable=False),
    _column("sync_scope_schema", "text"),
    _column("sync_scope_setup", "text"),
    _column("sync_scope_version", "text"),
    _column("sync_scope_last_clean_timestamp", "integer"),
    _column("sync_scope_properties", "text"),
)
_CLIENT_COLUMNS = (
    _column("sync_scope_id", "blob", nullable=False),
    _column("sync_scope_name", "text", nullable=False),
    _column("sync_scope_hash", "text", nullable=False),
    _column("sync_scope_parameters", "text"),
    _column("scope_last_sync_timestamp", "integer"),
    _column("scope_last_server_sync_timestamp", "integer"),
    _column("scope_last_sync_duration", "integer"),
    _column("scope_last_sync", "datetime"),
    _column("sync_scope_errors", "text"),
    _column("sync_scope_properties", "text"),
)
_TRACKING_COLUMNS = (
    _column("update_scope_id", "text", collation="NOCASE"),
    _column("timestamp", "integer"),
    _column("sync_row_is_tombstone", "integer", nullable=False, default="0"),
    _column("last_change_datetime", "datetime"),
)


def scope_table_name(scope_info_table: str) -> TableName:
    """The name under which the reference makes a configured scope table: without schema, normalised."""
    return TableName("", normalise(scope_info_table.rpartition(".")[2]))


def quoted(name: TableName) -> str:
    """A table's quoted name; its schema is dropped."""
    return _name(name.name)


class SqliteTarget:
    """The answers of SQLite to planning."""

    @property
    def traits(self) -> Traits:
        """The facts of SQLite."""
        return TRAITS

    def scope_tables(self, scope_info_table: str) -> tuple[Table, Table]:
        """`scope_info` and `scope_info_client`, as the reference makes them."""
        scope = scope_table_name(scope_info_table)
        client = scope_table_name(client_scope_table(scope_info_table))
        return (
            _finished(
                Table(
                    name=scope,
                    columns=_SCOPE_COLUMNS,
                    primary_key=("sync_scope_name",),
                    primary_key_name=f"PKey_{scope.name}",
                )
            ),
            _finished(
                Table(
                    name=client,
                    columns=_CLIENT_COLUMNS,
                    primary_key=("sync_scope_id", "sync_scope_name", "sync_scope_hash"),
                    primary_key_name=f"PKey_{client.name}",
                )
            ),
        )

    def own_table(self, own: OwnTable) -> Table:
        """One of our tables: text, integer and blob; what is put into a blob stays as it is."""
        native = {Kind.INT64: "integer", Kind.BINARY: "blob"}
        columns = tuple(
            _column(column.name, native.get(column.kind, "text"), nullable=column.nullable) for column in own.columns
        )
        return _finished(Table(name=TableName("", own.name), columns=columns, primary_key=own.key))

    def document_table(self, table: Table, entry: SetupTable) -> SyncTable:
        """A server's table as the reference's document describes it, in PostgreSQL's codes."""
        return common.document_table(table, entry, TRAITS.original_provider, types.sync_column)

    def client_table(self, document: SyncTable, server: Table | None, relatives: frozenset[TableName]) -> Table:
        """A client's copy: columns, key, foreign keys inline; unique constraints as indexes."""
        _check_table(document.table, relatives)
        columns = tuple(_client_column(column, document.original_provider, server) for column in document.columns or ())
        return _finished(
            Table(
                name=document.table,
                columns=columns,
                primary_key=document.primary_key or (),
                foreign_keys=tuple(
                    sorted(
                        map(_client_foreign_key, common.kept_foreign_keys(document, server, relatives)),
                        key=lambda key: (key.columns, key.name or ""),
                    )
                ),
                uniques=tuple(
                    sorted(
                        (
                            replace(
                                unique,
                                is_index=True,
                                deferrable=False,
                                initially_deferred=False,
                                collations=_collations(unique, columns),
                            )
                            for unique in common.kept_uniques(document, server)
                        ),
                        key=lambda unique: (unique.columns, unique.name),
                    )
                ),
            )
        )

    def tracking_table(self, setup: SyncSetup, document: SyncTable, table: Table | None = None) -> Table:
        """The tracking table of a table, with its index; keys compare without case, as the reference has them."""
        del table
        name = tracking_table(setup, document.table)
        _check_objects(setup, document.table)
        by_name = {column.name: column for column in document.columns or ()}
        key = document.primary_key or ()
        columns = tuple(
            _column(
                part, types.client_type(by_name[part], document.original_provider), nullable=False, collation="NOCASE"
            )
            for part in key
        )
        index = Index(
            name=f"{normalise(name.name)}_timestamp_index",
            columns=("timestamp", "update_scope_id", "sync_row_is_tombstone", *key),
        )
        return _finished(Table(name=name, columns=(*columns, *_TRACKING_COLUMNS), primary_key=key, indexes=(index,)))

    def triggers(
        self, setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers
    ) -> tuple[Trigger, ...]:
        """The triggers of a table: of extended ones, two more where it has unique constraints beside its key."""
        _check_objects(setup, document.table)
        return tuple(_triggers(setup, document, table, kind))

    def action_triggers(
        self, setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
    ) -> tuple[Trigger, ...]:
        """None: what a key does fires the triggers of the rows that it changes."""
        del setup, document, keys
        return ()

    def trigger_names(self, setup: SyncSetup, table: TableName) -> tuple[str, ...]:
        """The names that triggers of ours on a table may have, of whatever kind."""
        return tuple(
            _trigger_name(setup, table, event, before=before)
            for before, events in ((False, EACH_ROW), (True, _WRITING))
            for event in events
        )

    def is_action_trigger(self, setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
        """There are none."""
        del setup, table, on, name
        return False

    def kind_of(self, setup: SyncSetup, document: SyncTable, table: Table | None, found: Trigger) -> Triggers | None:
        """The kind of a trigger that does what ours of that name does: ours, or the reference's."""
        for kind in Triggers:
            for wanted in _triggers(setup, document, table, kind):
                if wanted.name == found.name and ddl.same_tokens(found.text, wanted.text, TRAITS.sqlglot_dialect):
                    return kind
        texts = reference.texts(setup, document, found)
        if any(ddl.same_tokens(found.text, text, TRAITS.sqlglot_dialect) for text in texts):
            return Triggers.REFERENCE
        return None

    def procedures(self, setup: SyncSetup, scope: str, document: SyncTable) -> tuple[Procedure, ...]:
        """None: the reference sends the whole statements here."""
        del setup, scope, document
        return ()

    def lower(self, operation: op.Operation) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case per operation
        """The SQL of an operation."""
        match operation:
            case op.CreateSchema():
                return ()  # SQLite has no namespaces
            case op.CreateOwnTable(table=table) | op.CreateScopeTable(table=table) | op.CreateTable(table=table):
                return (ddl.create_table(table, TRAITS),)
            case op.AddColumn(table=name, column=column):
                return (f"ALTER TABLE {quoted(name)} ADD COLUMN {ddl.column(column, TRAITS)}",)
            case op.AddForeignKey(table=name):
                raise errors.NotSupportedYet(f"{name}: SQLite cannot add a foreign key to a table that exists")
            case op.AddUnique(table=name, unique=unique):
                return (_create_unique_index(name, unique),)
            case op.CreateTrackingTable(table=table):
                return (ddl.create_table(table, TRAITS), *(_create_index(table.name, index) for index in table.indexes))
            case op.CreateTrigger(trigger=trigger):
                return (f"DROP TRIGGER IF EXISTS {_name(trigger.name)}", trigger.text)
            case op.TrackRows(base=base, tracking=tracking, key=key):
                return (_track_rows(base, tracking, key),)
            case op.SaveScope() | op.OwnScope() | op.AdoptScope() | op.DeleteScope():
                return saving.lower(operation, TRAITS.style, lambda name: quoted(scope_table_name(name)), NOW)
            case op.DropTrigger(trigger=trigger):
                return (f"DROP TRIGGER IF EXISTS {_name(trigger.name)}",)
            case op.CreateProcedure() | op.DropProcedure():
                return ()  # `procedures` asks for none
            case op.DropTrackingTable(table=name):
                return (f"DROP TABLE IF EXISTS {quoted(name)}",)
            case op.DropScopeTable(name=scope_table):
                return (f"DROP TABLE IF EXISTS {quoted(scope_table_name(scope_table))}",)
            case op.DropOwnTable(name=own):
                return (f"DROP TABLE IF EXISTS {_name(own)}",)
            case _:
                assert_never(operation)


TARGET = SqliteTarget()


def _finished(table: Table) -> Table:
    """A table with its row id found, and the text that SQLite will keep of it."""
    numbered = rowid_column(table)
    columns = tuple(
        replace(column, identity=Identity.ROWID) if column.name == numbered else column for column in table.columns
    )
    complete = replace(table, columns=columns)
    return replace(complete, text=ddl.create_table(complete, TRAITS))


def rowid_column(table: Table) -> str | None:
    """The column that SQLite numbers by itself: declared exactly INTEGER, and the whole primary key."""
    if len(table.primary_key) != 1:
        return None
    column = table.column(table.primary_key[0])
    return column.name if column is not None and column.native_type.lower() == "integer" else None


def _client_column(column: SyncColumn, original_provider: str | None, server: Table | None) -> Column:
    observed = server.column(column.name) if server else None
    # A text that the database keeps is SQLite's: only its expressions mean the same here.
    generated = observed.generated if observed is not None and server is not None and server.text else None
    return replace(
        _column(
            column.name,
            types.client_type(column, original_provider),
            nullable=column.allow_null or column.is_auto_increment or (column.is_read_only and generated is None),
            collation=types.collation(column),
        ),
        # Any length and any digits are kept, whatever the document says.
        logical=replace(logical_type(column), length=None, precision=None, scale=None),
        generated=generated,
    )


def _collations(unique: Unique, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """How a unique index of ours compares: exactly, or as its columns do where a foreign key refers to it."""
    own = {column.name: column.collation for column in columns}
    return tuple((own.get(name) if unique.referenced else None) or "BINARY" for name in unique.columns)


def _client_foreign_key(key: ForeignKey) -> ForeignKey:
    # Only a key that may wait for the commit on the server may do so here; `defer_foreign_keys` does the rest.
    return replace(key, deferrable=key.initially_deferred)


def _check_table(table: TableName, relatives: frozenset[TableName]) -> None:
    if table.name.lower().startswith("sqlite_"):
        raise errors.UnsupportedName(str(table), "names that begin with sqlite_ are SQLite's own")
    for other in sorted(relatives):
        if other != table and other.name.lower() == table.name.lower():
            raise errors.UnsupportedName(
                str(table), f"SQLite has no schemas, and {other} has the same name", hint="leave one of the two out"
            )


def _check_objects(setup: SyncSetup, table: TableName) -> None:
    common.check_name(str(table), "the table", table.name)
    common.check_tracking_table(setup, table, lambda name: name.name.lower())
    common.check_collisions(
        setup, table, lambda other: _trigger_name(setup, other, RowEvent.INSERT).lower(), "insert trigger"
    )


def _trigger_name(setup: SyncSetup, table: TableName, event: RowEvent, *, before: bool = False) -> str:
    # The double underscore is the reference's since mid-2024.
    moment = "before_" if before else ""
    return f"{setup.trigger_prefix or ''}{normalise(table.name)}{setup.trigger_suffix or ''}__{moment}{event}_trigger"


def _triggers(setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers) -> Iterator[Trigger]:
    base, key, uniques = document.table, document.primary_key or (), () if table is None else table.uniques
    tracking = tracking_table(setup, base)

    def trigger(event: RowEvent, body: str, *, before: bool = False) -> Trigger:
        name = _trigger_name(setup, base, event, before=before)
        head = f"CREATE TRIGGER {_name(name)} {'BEFORE' if before else 'AFTER'} {event.upper()} ON {quoted(base)}"
        return Trigger(name=name, table=base, event=event, text=f"{head} BEGIN\n{body}END")

    for event in EACH_ROW:
        if kind is Triggers.REFERENCE:
            yield trigger(event, reference.body(tracking, key, event))
        else:
            yield trigger(event, extended.after(base, tracking, key, event, unique=bool(uniques)))
    for event in _WRITING if kind is Triggers.EXTENDED and uniques else ():
        yield trigger(event, extended.before(base, key, uniques), before=True)


def _create_index(table: TableName, index: Index) -> str:
    return f"CREATE INDEX {_name(index.name)} ON {quoted(table)} ({_names(index.columns)})"


def _create_unique_index(table: TableName, unique: Unique) -> str:
    exactly = "" if unique.referenced else " COLLATE BINARY"
    columns = ", ".join(_name(column) + exactly for column in unique.columns)
    return f"CREATE UNIQUE INDEX {_name(unique.name)} ON {quoted(table)} ({columns})"


def _track_rows(base: TableName, tracking: TableName, key: tuple[str, ...]) -> str:
    return (
        f"INSERT INTO {quoted(tracking)} ({_names((*key, *_SIDE))})"
        f" SELECT {_names(key, 'base.')}, NULL, {STAMP}, 0, datetime('now') FROM {quoted(base)} AS base"
        f" WHERE NOT EXISTS (SELECT 1 FROM {quoted(tracking)} AS side WHERE {TRAITS.style.equal(key, 'side', 'base')})"
    )
