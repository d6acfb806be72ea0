"""What PostgreSQL makes of what is desired: tables, tracking tables, triggers, and the SQL of each operation.

Names, columns, types and effects are the reference's (spec: storage format, sections 1, 2, 4, 5.3 and 9.7); the texts
are ours. Where the reference writes a name without quotes, and PostgreSQL folds it, the folded name is quoted here, so
that names that no parser takes bare work too (S9). Tables are always qualified (S8). Names longer than 63 bytes are cut
as the server cuts them, and refused where cut names collide (S18).

Decided against: `SERIAL` for numbered columns of clients, as the reference has it. An identity keeps the column's own
width (S25), and its sequence cannot be lost.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from dms_pipeline import errors
from dms_pipeline.plan import operations as op
from dms_pipeline.providers import common, saving
from dms_pipeline.providers.postgresql import extended, reference, types
from dms_pipeline.providers.postgresql.names import clip, folded, function_name, qualified, trigger_text
from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema import ddl
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
from dms_pipeline.schema.names import client_scope_table, normalise, normalise_full, tracking_table
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.schema.database import ForeignKey, Procedure
    from dms_pipeline.schema.model import SetupTable, SyncColumn, SyncSetup, SyncTable
    from dms_pipeline.schema.own import OwnTable
    from dms_pipeline.schema.traits import Traits

NOW = """to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""

_name = TRAITS.style.name
_names = TRAITS.style.names


def _column(name: str, native: str, *, nullable: bool = True, default: str | None = None) -> Column:
    return Column(name=name, native_type=native, logical=types.logical(native), nullable=nullable, default=default)


_SCOPE_COLUMNS = (
    _column("sync_scope_name", "character varying(100)", nullable=False),
    _column("sync_scope_schema", "character varying"),
    _column("sync_scope_setup", "character varying"),
    _column("sync_scope_version", "character varying(10)"),
    _column("sync_scope_last_clean_timestamp", "bigint"),
    _column("sync_scope_properties", "character varying"),
)
_CLIENT_COLUMNS = (
    _column("sync_scope_id", "uuid", nullable=False),
    _column("sync_scope_name", "character varying(100)", nullable=False),
    _column("sync_scope_hash", "character varying(100)", nullable=False),
    _column("sync_scope_parameters", "character varying"),
    _column("scope_last_sync_timestamp", "bigint"),
    _column("scope_last_server_sync_timestamp", "bigint"),
    _column("scope_last_sync_duration", "bigint"),
    _column("scope_last_sync", "timestamp with time zone"),
    _column("sync_scope_errors", "character varying"),
    _column("sync_scope_properties", "character varying"),
)
_TRACKING_COLUMNS = (
    _column("update_scope_id", "uuid"),
    _column("timestamp", "bigint"),
    _column("sync_row_is_tombstone", "smallint", nullable=False, default="0"),
    _column("last_change_datetime", "timestamp with time zone"),
)


def scope_table_name(scope_info_table: str) -> TableName:
    """A configured scope table's name; a dot parts a schema from it."""
    schema, _, name = scope_info_table.rpartition(".")
    return TableName(schema, name)


class PostgresqlTarget:
    """The answers of PostgreSQL to planning."""

    @property
    def traits(self) -> Traits:
        """The facts of PostgreSQL."""
        return TRAITS

    def scope_tables(self, scope_info_table: str) -> tuple[Table, Table]:
        """`scope_info` and `scope_info_client`, with the reference's folded key names."""
        scope = scope_table_name(scope_info_table)
        client = scope_table_name(client_scope_table(scope_info_table))
        return (
            Table(
                name=scope,
                columns=_SCOPE_COLUMNS,
                primary_key=("sync_scope_name",),
                primary_key_name=_scope_key_name(scope),
            ),
            Table(
                name=client,
                columns=_CLIENT_COLUMNS,
                primary_key=("sync_scope_id", "sync_scope_name", "sync_scope_hash"),
                primary_key_name=_scope_key_name(client),
            ),
        )

    def own_table(self, own: OwnTable) -> Table:
        """One of our tables: text, bigint and bytea."""
        native = {Kind.INT64: "bigint", Kind.BINARY: "bytea"}
        return Table(
            name=TableName("", own.name),
            columns=tuple(
                _column(column.name, native.get(column.kind, "text"), nullable=column.nullable)
                for column in own.columns
            ),
            primary_key=own.key,
            primary_key_name=f"{own.name}_pkey",
        )

    def document_table(self, table: Table, entry: SetupTable) -> SyncTable:
        """A server's table as the reference's document describes it."""
        return common.check_marks(common.document_table(table, entry, TRAITS.original_provider, types.sync_column))

    def client_table(self, document: SyncTable, server: Table | None, relatives: frozenset[TableName]) -> Table:
        """A client's copy: columns, key, foreign keys that can be deferred, unique constraints that can be deferred."""
        common.check_marks(document)
        for column in document.columns or ():
            _check_length(str(document.table), column.name)
        _check_length(str(document.table), document.name)
        return Table(
            name=document.table,
            columns=tuple(
                _client_column(_in_key(column, document), document.original_provider, server)
                for column in document.columns or ()
            ),
            primary_key=document.primary_key or (),
            primary_key_name=clip(f"PK_{normalise_full(document.table)}"),
            foreign_keys=tuple(
                sorted(
                    (
                        _client_foreign_key(document, key)
                        for key in common.kept_foreign_keys(document, server, relatives)
                    ),
                    key=lambda key: (key.columns, key.name or ""),
                )
            ),
            uniques=_client_uniques(document, server),
        )

    def tracking_table(self, setup: SyncSetup, document: SyncTable, table: Table | None = None) -> Table:
        """The tracking table of a table, with its index."""
        del table
        name = tracking_table(setup, document.table)
        _check_objects(setup, document.table)
        full = normalise_full(name)
        by_name = {column.name: column for column in document.columns or ()}
        key = document.primary_key or ()
        columns = tuple(
            _column(part, types.key_type(by_name[part], document.original_provider), nullable=False) for part in key
        )
        ordered = ("timestamp", "update_scope_id", "sync_row_is_tombstone", *key)
        return Table(
            name=name,
            columns=(*columns, *_TRACKING_COLUMNS),
            primary_key=key,
            primary_key_name=clip(folded(f"PK_{full}")),
            indexes=(Index(name=clip(folded(f"{full}_timestamp_index")), columns=ordered),),
        )

    def triggers(
        self, setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers
    ) -> tuple[Trigger, ...]:
        """The triggers of a table, each with its function; of extended ones, another for TRUNCATE."""
        del table
        _check_objects(setup, document.table)
        return tuple(_triggers(setup, document, kind))

    def action_triggers(
        self, setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
    ) -> tuple[Trigger, ...]:
        """None: what a key does fires the triggers of the rows that it changes."""
        del setup, document, keys
        return ()

    def trigger_names(self, setup: SyncSetup, table: TableName) -> tuple[str, ...]:
        """The names that triggers of ours on a table may have, of whatever kind."""
        return tuple(_trigger_name(setup, table, event) for event in RowEvent)

    def is_action_trigger(self, setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
        """There are none."""
        del setup, table, on, name
        return False

    def kind_of(self, setup: SyncSetup, document: SyncTable, table: Table | None, found: Trigger) -> Triggers | None:
        """The kind of a trigger that does what ours of that name does: ours, or the reference's."""
        del table
        if not found.enabled:
            return None
        dialect, tracking = TRAITS.sqlglot_dialect, tracking_table(setup, document.table)
        for kind in Triggers:
            for wanted in _triggers(setup, document, kind):
                if wanted.name != found.name or wanted.event is not found.event:
                    continue
                bodies = [wanted.function_text or ""]
                if kind is Triggers.REFERENCE:
                    bodies.append(reference.their_body(tracking, document.primary_key or (), wanted.event))
                if ddl.same_tokens(found.text, wanted.text, dialect) and any(
                    ddl.same_tokens(found.function_text or "", body, dialect) for body in bodies
                ):
                    return kind
        return None

    def procedures(self, setup: SyncSetup, scope: str, document: SyncTable) -> tuple[Procedure, ...]:
        """None: the reference sends the whole statements here."""
        del setup, scope, document
        return ()

    def lower(self, operation: op.Operation) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case per operation
        """The SQL of an operation."""
        match operation:
            case op.CreateSchema(schema=schema):
                return (f"CREATE SCHEMA IF NOT EXISTS {_name(schema)}",)
            case op.CreateOwnTable(table=table) | op.CreateScopeTable(table=table) | op.CreateTable(table=table):
                return (ddl.create_table(table, TRAITS),)
            case op.AddColumn(table=name, column=column):
                return (f"ALTER TABLE {qualified(name)} ADD COLUMN {ddl.column(column, TRAITS)}",)
            case op.AddForeignKey(table=name, foreign_key=key):
                return (f"ALTER TABLE {qualified(name)} ADD {ddl.foreign_key(key, TRAITS)}",)
            case op.AddUnique(table=name, unique=unique):
                return (_add_unique(name, unique),)
            case op.CreateTrackingTable(table=table):
                return (ddl.create_table(table, TRAITS), *(_create_index(table.name, index) for index in table.indexes))
            case op.CreateTrigger(trigger=trigger):
                return _create_trigger(trigger)
            case op.TrackRows(base=base, tracking=tracking, key=key_columns):
                return (_track_rows(base, tracking, key_columns),)
            case op.SaveScope() | op.OwnScope() | op.AdoptScope() | op.DeleteScope():
                return saving.lower(operation, TRAITS.style, lambda name: qualified(scope_table_name(name)), NOW)
            case op.DropTrigger(trigger=trigger):
                return (
                    f"DROP TRIGGER IF EXISTS {_name(trigger.name)} ON {qualified(trigger.table)}",
                    f"DROP FUNCTION IF EXISTS {function_name(trigger.table, trigger.name)}()",
                )
            case op.CreateProcedure() | op.DropProcedure():
                return ()  # `procedures` asks for none
            case op.DropTrackingTable(table=name):
                return (f"DROP TABLE IF EXISTS {qualified(name)}",)
            case op.DropScopeTable(name=scope_table):
                return (f"DROP TABLE IF EXISTS {qualified(scope_table_name(scope_table))}",)
            case op.DropOwnTable(name=own):
                return (f"DROP TABLE IF EXISTS {qualified(TableName('', own))}",)
            case _:
                assert_never(operation)


TARGET = PostgresqlTarget()


def _scope_key_name(name: TableName) -> str:
    # The reference always writes the schema into this name, and never quotes it.
    return clip(folded(f"PKey_{normalise(name.schema or 'public')}_{normalise(name.name)}"))


def _in_key(column: SyncColumn, document: SyncTable) -> SyncColumn:
    # A key takes no NULL here, whatever the server's database lets its keys be.
    return replace(column, allow_null=column.allow_null and column.name not in (document.primary_key or ()))


def _client_column(column: SyncColumn, original_provider: str | None, server: Table | None) -> Column:
    observed = server.column(column.name) if server else None
    own = original_provider == TRAITS.original_provider
    native = types.client_type(column, original_provider)
    if own and observed is not None:
        # The catalogue knows what the document cuts off: more digits, a bit string's length, a time's precision.
        native = types.same_type(observed.native_type, column.original_type_name) or native
    default = column.default_value if own else None
    numbered = types.logical(native).kind in {Kind.INT16, Kind.INT32, Kind.INT64} and not column.allow_null
    is_identity = numbered and (
        column.is_auto_increment
        or (default or "").startswith("nextval(")
        or (observed is not None and observed.identity in {Identity.BY_DEFAULT, Identity.ALWAYS})
    )
    # A text that the database keeps is SQLite's: its expressions are not PostgreSQL's.
    generated = observed.generated if own and observed is not None and server is not None and not server.text else None
    result = _column(
        column.name,
        native,
        nullable=column.allow_null or (column.is_read_only and generated is None),
        default=None if is_identity or generated or "nextval(" in (default or "") else default,
    )
    if is_identity:
        return replace(result, identity=Identity.BY_DEFAULT, seed=column.seed or 1, step=column.step or 1)
    return replace(result, generated=generated)


def _client_foreign_key(document: SyncTable, key: ForeignKey) -> ForeignKey:
    name = key.name or f"FK_{normalise_full(document.table)}_{'_'.join(normalise(part) for part in key.columns)}"
    return replace(key, name=clip(name), deferrable=True)


def _client_uniques(document: SyncTable, server: Table | None) -> tuple[Unique, ...]:
    return tuple(
        sorted(
            (
                # A foreign key cannot refer to a constraint that can be deferred.
                replace(
                    unique,
                    name=clip(unique.name),
                    is_index=False,
                    deferrable=not unique.referenced,
                    initially_deferred=not unique.referenced,
                )
                for unique in common.kept_uniques(document, server)
            ),
            key=lambda unique: (unique.columns, unique.name),
        )
    )


def _check_length(where: str, name: str) -> None:
    if len(name.encode()) > (TRAITS.max_identifier_bytes or 0):
        raise errors.UnsupportedName(where, f'the name "{name}" is longer than the 63 bytes that PostgreSQL keeps')


def _check_objects(setup: SyncSetup, table: TableName) -> None:
    """Refuse a table whose objects would share a name, once the server has cut the names."""
    common.check_name(str(table), "the table", table.name)
    tracking = tracking_table(setup, table)
    _check_length(str(table), table.name)
    if len(tracking.name.encode()) > (TRAITS.max_identifier_bytes or 0):
        raise errors.UnsupportedName(
            str(table),
            f'its tracking table "{tracking.name}" has a longer name than the 63 bytes that PostgreSQL keeps',
        )
    full = normalise_full(tracking)
    relations = [table.name, tracking.name, clip(folded(f"{full}_timestamp_index")), clip(folded(f"PK_{full}"))]
    triggers = [_trigger_name(setup, table, event) for event in RowEvent]
    functions = [clip(f"{name}_function") for name in triggers]
    for made in (relations, triggers, functions):
        if len(set(made)) < len(made):
            raise errors.UnsupportedName(
                str(table), "its name is too long: cut at 63 bytes, the names of two of its objects are equal"
            )
    common.check_tracking_table(setup, table, qualified)
    common.check_collisions(
        setup,
        table,
        lambda other: f"{other.schema or 'public'} {_trigger_name(setup, other, RowEvent.INSERT)}",
        "trigger",
    )


def _trigger_name(setup: SyncSetup, table: TableName, event: RowEvent) -> str:
    prefix, suffix = setup.trigger_prefix or "", setup.trigger_suffix or ""
    return clip(f"{prefix}{normalise_full(table)}{suffix}_{event}_trigger".lower())


def _triggers(setup: SyncSetup, document: SyncTable, kind: Triggers) -> Iterator[Trigger]:
    base, key, tracking = document.table, document.primary_key or (), tracking_table(setup, document.table)
    for event in RowEvent if kind is Triggers.EXTENDED else EACH_ROW:
        if kind is Triggers.EXTENDED:
            body = extended.body(base, tracking, key, event)
        else:
            body = reference.body(tracking, key, event)
        name = _trigger_name(setup, base, event)
        text = trigger_text(name, event, base)
        always = kind is Triggers.EXTENDED
        yield Trigger(name=name, table=base, event=event, text=text, function_text=body, always=always)


def _create_trigger(trigger: Trigger) -> tuple[str, ...]:
    body = trigger.function_text or ""
    tag = "$dms$"
    while tag in body:
        tag = f"{tag[:-1]}_$"
    function = function_name(trigger.table, trigger.name)
    return (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS {tag}{body}{tag}",
        # OR REPLACE is younger than the oldest release we serve, and would leave a disabled trigger disabled.
        f"DROP TRIGGER IF EXISTS {_name(trigger.name)} ON {qualified(trigger.table)}",
        trigger.text,
        *((f"ALTER TABLE {qualified(trigger.table)} ENABLE ALWAYS TRIGGER {_name(trigger.name)}",) * trigger.always),
    )


def _create_index(table: TableName, index: Index) -> str:
    return f"CREATE INDEX {_name(index.name)} ON {qualified(table)} ({_names(index.columns)})"


def _add_unique(table: TableName, unique: Unique) -> str:
    if unique.is_index:
        return f"CREATE UNIQUE INDEX {_name(unique.name)} ON {qualified(table)} ({_names(unique.columns)})"
    when = f" DEFERRABLE INITIALLY {'DEFERRED' if unique.initially_deferred else 'IMMEDIATE'}"
    constraint = f"ADD CONSTRAINT {_name(unique.name)} UNIQUE ({_names(unique.columns)})"
    return f"ALTER TABLE {qualified(table)} {constraint}{when if unique.deferrable else ''}"


def _track_rows(base: TableName, tracking: TableName, key: tuple[str, ...]) -> str:
    columns = _names((*key, "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime"))
    return (
        f"INSERT INTO {qualified(tracking)} ({columns})"
        f" SELECT {_names(key, 'base.')}, NULL, {reference.CLOCK}, 0, now()"
        f" FROM {qualified(base)} AS base WHERE NOT EXISTS (SELECT 1 FROM {qualified(tracking)} AS side"
        f" WHERE {TRAITS.style.equal(key, 'side', 'base')})"
    )
