"""A made-up database, Tin: it proves that a new kind of database needs no change in the core.

Its native types are the logical ones in capitals. It has namespaces, keys of its own statements, and no functions
behind triggers. `FLAT_TIN` is a variant without namespaces, whose foreign keys come only with their table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.errors import UnsupportedType
from dms_pipeline.plan import operations as op
from dms_pipeline.schema import names
from dms_pipeline.schema.codes import logical_type
from dms_pipeline.schema.database import EACH_ROW, Column, Index, Procedure, RowEvent, Table, Trigger, Triggers
from dms_pipeline.schema.model import SyncColumn, SyncTable, TableName
from dms_pipeline.schema.traits import Traits
from dms_pipeline.schema.types import Kind, LogicalType
from dms_pipeline.sql import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.schema.database import ForeignKey
    from dms_pipeline.schema.model import SetupTable, SyncSetup
    from dms_pipeline.schema.own import OwnTable

_CODES = {
    Kind.BOOLEAN: 3, Kind.INT16: 10, Kind.INT32: 11, Kind.INT64: 12, Kind.DECIMAL: 7, Kind.FLOAT64: 8,
    Kind.TEXT: 16, Kind.UUID: 9, Kind.BINARY: 1, Kind.DATE: 5, Kind.TIMESTAMP: 26, Kind.TIMESTAMPTZ: 27,
}  # fmt: skip

TIN_TRAITS = Traits(
    style=Style(left="<", right=">", mark="#"),
    sqlglot_dialect="",
    original_provider="TinSyncProvider",
    default_schema="home",
    max_identifier_bytes=63,
    identifiers_fold_case=False,
    transactional_ddl=True,
    inline_foreign_keys=False,
    inline_indexes=False,
    explicit_null=False,
    deferrable_constraints=True,
    unique_as_index=False,
    trigger_functions=False,
    generated_columns="STORED",
    alter_column_type=True,
    exact_decimal_digits=None,
    serial_writers=False,
    off_calendar=False,
    silent_actions=False,
    foreign_key_switch=False,
)


def column(name: str, logical: LogicalType, *, nullable: bool = False, default: str | None = None) -> Column:
    """A column of Tin."""
    return Column(name=name, native_type=str(logical).upper(), logical=logical, nullable=nullable, default=default)


def _text(name: str, *, nullable: bool = False) -> Column:
    return column(name, LogicalType(Kind.TEXT), nullable=nullable)


def _int(name: str, *, nullable: bool = False) -> Column:
    return column(name, LogicalType(Kind.INT64), nullable=nullable)


@dataclass(frozen=True)
class Tin:
    """The target of Tin."""

    traits: Traits = TIN_TRAITS

    def scope_tables(self, scope_info_table: str) -> tuple[Table, Table]:
        scope = Table(
            name=TableName("", scope_info_table),
            columns=(_text("sync_scope_name"), _text("sync_scope_schema", nullable=True)),
            primary_key=("sync_scope_name",),
        )
        client = Table(
            name=TableName("", names.client_scope_table(scope_info_table)),
            columns=(_text("sync_scope_id"), _text("sync_scope_name")),
            primary_key=("sync_scope_id", "sync_scope_name"),
        )
        return scope, client

    def own_table(self, own: OwnTable) -> Table:
        return Table(
            name=TableName("", own.name),
            columns=tuple(column(one.name, LogicalType(one.kind), nullable=one.nullable) for one in own.columns),
            primary_key=own.key,
        )

    def document_table(self, table: Table, entry: SetupTable) -> SyncTable:
        wanted = {name.lower() for name in entry.columns or ()}
        columns = [one for one in table.columns if not wanted or one.name.lower() in wanted]
        for one in columns:
            if one.logical.kind not in _CODES:
                raise UnsupportedType(str(entry.table), f"column {one.name}: {one.native_type} cannot be synced")
        return SyncTable(
            name=entry.name,
            schema=entry.schema,
            original_provider=self.traits.original_provider,
            columns=tuple(_document_column(one, place) for place, one in enumerate(columns)),
            primary_key=tuple(one.name for one in columns if one.name in table.primary_key),
        )

    def client_table(self, document: SyncTable, server: Table | None, relatives: frozenset[TableName]) -> Table:
        keys = () if server is None else server.foreign_keys
        name = document.table if self.traits.default_schema else TableName("", document.name)
        return Table(
            name=name,
            columns=tuple(
                column(one.name, logical_type(one), nullable=one.allow_null, default=one.default_value)
                for one in document.columns or ()
            ),
            primary_key=document.primary_key or (),
            foreign_keys=tuple(key for key in keys if key.parent in relatives),
            uniques=() if server is None else server.uniques,
        )

    def tracking_table(self, setup: SyncSetup, document: SyncTable, table: Table | None = None) -> Table:
        del table
        name = names.tracking_table(setup, document.table)
        keys = [one for one in document.columns or () if one.name in (document.primary_key or ())]
        return Table(
            name=name if self.traits.default_schema else TableName("", name.name),
            columns=(
                *(column(one.name, logical_type(one)) for one in keys),
                _text("update_scope_id", nullable=True),
                _int("timestamp", nullable=True),
                _int("sync_row_is_tombstone"),
            ),
            primary_key=document.primary_key or (),
            indexes=(Index(name=f"{name.name}_timestamp_index", columns=("timestamp",)),),
        )

    def triggers(
        self, setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers
    ) -> tuple[Trigger, ...]:
        has_more = kind is Triggers.EXTENDED and table is not None and table.uniques
        carefully = " carefully" if kind is Triggers.EXTENDED else ""
        return tuple(
            Trigger(
                name=name,
                table=document.table,
                event=event,
                text=f"on {event} note {', '.join(document.primary_key or ())}"
                f" in {names.tracking_table(setup, document.table)}{carefully}",
            )
            for event, name in zip(RowEvent, self.trigger_names(setup, document.table), strict=True)
            if has_more or event in EACH_ROW
        )

    def action_triggers(
        self, setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
    ) -> tuple[Trigger, ...]:
        del setup, document, keys
        return ()

    def is_action_trigger(self, setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
        del setup, table, on, name
        return False

    def trigger_names(self, setup: SyncSetup, table: TableName) -> tuple[str, ...]:
        prefix, suffix = setup.trigger_prefix or "", setup.trigger_suffix or ""
        return tuple(f"{prefix}{names.normalise_full(table)}{suffix}_{event}_trigger" for event in RowEvent)

    def kind_of(self, setup: SyncSetup, document: SyncTable, table: Table | None, found: Trigger) -> Triggers | None:
        def known(kind: Triggers) -> bool:
            wanted = self.triggers(setup, document, table, kind)
            return any((one.name, one.text, one.enabled) == (found.name, found.text, found.enabled) for one in wanted)

        return next((kind for kind in Triggers if known(kind)), None)

    def procedures(self, setup: SyncSetup, scope: str, document: SyncTable) -> tuple[Procedure, ...]:
        del setup, scope, document
        return ()

    def lower(self, operation: Operation) -> tuple[str, ...]:
        match operation:
            case (
                op.CreateSchema() | op.CreateOwnTable() | op.CreateScopeTable() | op.CreateTable() | op.AddColumn()
                | op.AddForeignKey() | op.AddUnique() | op.CreateTrackingTable() | op.CreateTrigger()
                | op.CreateProcedure() | op.DropProcedure()
                | op.TrackRows() | op.SaveScope() | op.OwnScope() | op.AdoptScope() | op.DropTrigger()
                | op.DropTrackingTable() | op.DeleteScope() | op.DropScopeTable() | op.DropOwnTable()
            ):  # fmt: skip
                return (f"{operation.kind.replace('-', ' ')}",)
            case _:
                assert_never(operation)


def _document_column(one: Column, ordinal: int) -> SyncColumn:
    logical = one.logical
    return SyncColumn(
        name=one.name,
        type_code="1",
        allow_null=one.nullable,
        max_length=logical.length or 0,
        ordinal=ordinal,
        precision=logical.precision or 0,
        precision_is_specified=logical.precision is not None,
        scale=logical.scale or 0,
        scale_is_specified=logical.scale is not None,
        original_type_name=one.native_type,
        db_type=_CODES[logical.kind],
        default_value=one.default,
    )


TIN = Tin()
FLAT_TIN = Tin(
    replace(
        TIN_TRAITS,
        default_schema=None,
        identifiers_fold_case=True,
        inline_foreign_keys=True,
        exact_decimal_digits=15,
        serial_writers=True,
        max_identifier_bytes=None,
    )
)
