"""What MariaDB makes of what is desired: tables, tracking tables, triggers, procedures.

Names, columns, types and effects are the reference's (spec: storage format, sections 1, 2, 4, 5.4 and 9.7); the texts
are ours. There are no namespaces: a table's schema is dropped, as the reference drops it, and two tables that differ in
it alone are refused (S12). A name longer than 64 letters is refused here, before the server does it halfway.

Every text column says how it compares, so that no database's default decides it: what we keep, and what comes from a
database of another kind, compares exactly; what the reference keeps and ids compare without case, as it expects.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers import common
from dms_pipeline.providers.mariadb import actions, extended, lowering, procedures, reference, types
from dms_pipeline.providers.mariadb.names import LAST_LETTER, LIMIT, scope_table_name, stand_in, trigger_text
from dms_pipeline.providers.mariadb.traits import MARIADB, TRAITS
from dms_pipeline.schema import ddl
from dms_pipeline.schema.codes import logical_type
from dms_pipeline.schema.database import EACH_ROW, Column, Identity, Index, RowEvent, Table, Trigger, Triggers
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.names import client_scope_table, normalise, normalise_full, tracking_table
from dms_pipeline.schema.types import TEXTUAL, Kind, LogicalType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.plan import operations as op
    from dms_pipeline.providers.mariadb.traits import Flavour
    from dms_pipeline.schema.database import ForeignKey, Procedure, Unique
    from dms_pipeline.schema.model import SetupTable, SyncColumn, SyncSetup, SyncTable
    from dms_pipeline.schema.own import OwnTable
    from dms_pipeline.schema.traits import Traits

OWN_LETTERS = 190  # of a text in a key of ours: four of them fill an index
ROW_BYTES = 65_000  # of the 65,535 that a row has without what stands outside it, some are the server's own

_name = TRAITS.style.name
_names = TRAITS.style.names
_GENERATED = re.compile(r"GENERATED ALWAYS AS \((?P<expression>.*)\) (?P<storage>\w+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MariadbTarget:
    """The answers of MariaDB, or of a variant, to planning."""

    flavour: Flavour

    @property
    def traits(self) -> Traits:
        """The facts of this variant."""
        return self.flavour.traits

    def scope_tables(self, scope_info_table: str) -> tuple[Table, Table]:
        """`scope_info` and `scope_info_client`, as the reference makes them."""
        return (
            Table(
                name=scope_table_name(scope_info_table),
                columns=(
                    self._column("sync_scope_name", "varchar(100)", nullable=False),
                    self._column("sync_scope_schema", "longtext"),
                    self._column("sync_scope_setup", "longtext"),
                    self._column("sync_scope_version", "varchar(10)"),
                    self._column("sync_scope_last_clean_timestamp", "bigint"),
                    self._column("sync_scope_properties", "longtext"),
                ),
                primary_key=("sync_scope_name",),
            ),
            Table(
                name=scope_table_name(client_scope_table(scope_info_table)),
                columns=(
                    self._column("sync_scope_id", "varchar(36)", nullable=False),
                    self._column("sync_scope_name", "varchar(100)", nullable=False),
                    self._column("sync_scope_hash", "varchar(100)", nullable=False),
                    self._column("sync_scope_parameters", "longtext"),
                    self._column("scope_last_sync_timestamp", "bigint"),
                    self._column("scope_last_server_sync_timestamp", "bigint"),
                    self._column("scope_last_sync_duration", "bigint"),
                    self._column("scope_last_sync", "datetime"),
                    self._column("sync_scope_errors", "longtext"),
                    self._column("sync_scope_properties", "longtext"),
                ),
                primary_key=("sync_scope_id", "sync_scope_name", "sync_scope_hash"),
            ),
        )

    def own_table(self, own: OwnTable) -> Table:
        """One of our tables; its texts compare exactly."""

        def native(name: str, kind: Kind) -> str:
            match kind:
                case Kind.INT64:
                    return "bigint"
                case Kind.BINARY:
                    return "longblob"
                case _:
                    return f"varchar({OWN_LETTERS})" if name in own.key else "longtext"

        return Table(
            name=TableName("", own.name),
            columns=tuple(
                self._column(column.name, native(column.name, column.kind), nullable=column.nullable, exact=True)
                for column in own.columns
            ),
            primary_key=own.key,
        )

    def document_table(self, table: Table, entry: SetupTable) -> SyncTable:
        """A server's table as the reference's document describes it."""

        def describe(column: Column, ordinal: int, *, in_key: bool) -> SyncColumn:
            if (column.generated or "").upper() == "ROW END":
                raise errors.UnsupportedType(
                    column.name,
                    "is the end of a period, which MariaDB makes a part of the primary key",
                    hint="WITH SYSTEM VERSIONING alone keeps a history, too, and such a table can be synced",
                )
            return types.sync_column(self.flavour, column, ordinal, in_key=in_key)

        document = common.check_marks(common.document_table(table, entry, self.traits.original_provider, describe))
        alone = {unique.columns[0] for unique in table.uniques if len(unique.columns) == 1} - {*table.primary_key}
        return replace(
            document,
            columns=tuple(replace(column, is_unique=column.name in alone) for column in document.columns or ()),
        )

    def client_table(self, document: SyncTable, server: Table | None, relatives: frozenset[TableName]) -> Table:
        """A client's copy: columns, key, foreign keys; unique constraints as indexes."""
        _check_table(document.table, relatives)
        common.check_marks(document)
        for column in document.columns or ():
            _check_identifier(str(document.table), "the column", column.name)
        foreign_keys = common.kept_foreign_keys(document, server, relatives)
        uniques = common.kept_uniques(document, server)
        room = _room(document, (*(key.columns for key in foreign_keys), *(unique.columns for unique in uniques)))
        # In the server's order, which is that of the keys that refer to it: an index has to begin with their columns.
        key = document.primary_key or ()
        if server is not None and set(server.primary_key) == set(key):
            key = server.primary_key
        columns = tuple(self._client_column(column, document, server, room) for column in document.columns or ())
        numbered = next((column.name for column in columns if column.identity is not None), None)
        return Table(
            name=document.table,
            columns=_outside_the_row(columns, room),
            # A numbered column has to be the first of an index.
            primary_key=tuple(sorted(key, key=lambda name: name != numbered)),
            foreign_keys=tuple(
                sorted(
                    (_client_foreign_key(document, one) for one in foreign_keys),
                    key=lambda one: (one.columns, one.name or ""),
                )
            ),
            uniques=tuple(sorted(map(_client_unique, uniques), key=lambda unique: (unique.columns, unique.name))),
        )

    def tracking_table(self, setup: SyncSetup, document: SyncTable, table: Table | None = None) -> Table:
        """The tracking table of a table, with an index that the reference leaves out; keys compare as in the table."""
        name = tracking_table(setup, document.table)
        _check_objects(setup, document.table)
        by_name = {column.name: column for column in document.columns or ()}
        key = document.primary_key or ()
        room = _room(document, ())
        columns = []
        for part in key:
            observed = table.column(part) if table is not None else None
            made = self._client_column(by_name[part], document, table, room)
            columns.append(
                replace(
                    made,
                    nullable=False,
                    default=None,
                    identity=None,
                    generated=None,
                    collation=made.collation if observed is None else observed.collation,
                )
            )
        return Table(
            name=name,
            columns=(
                *columns,
                self._column("update_scope_id", "varchar(36)"),
                self._column("timestamp", "bigint"),
                self._column("sync_row_is_tombstone", "bit(1)", nullable=False, default="b'0'"),
                self._column("last_change_datetime", "datetime"),
            ),
            primary_key=key,
            # An index here ends with the primary key by itself.
            indexes=(
                Index(
                    name=_short(f"{normalise(name.name)}_timestamp_index"),
                    columns=("timestamp", "update_scope_id", "sync_row_is_tombstone"),
                ),
            ),
        )

    def triggers(
        self, setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers
    ) -> tuple[Trigger, ...]:
        """The triggers of a table."""
        del table
        _check_objects(setup, document.table)
        return tuple(_triggers(setup, document, kind, self.flavour))

    def action_triggers(
        self, setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
    ) -> tuple[Trigger, ...]:
        """Those on the tables from which a key's action can reach a table."""
        return tuple(actions.action_triggers(setup, document, keys))

    def trigger_names(self, setup: SyncSetup, table: TableName) -> tuple[str, ...]:
        """The names that triggers of ours on a table may have, those that stand in for another among them."""
        names = [_trigger_name(setup, table, event) for event in EACH_ROW]
        return (*names, *map(stand_in, names))

    def is_action_trigger(self, setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
        """A trigger of that name on `on` is one of those of a table, or stands in for one."""
        return actions.is_action_trigger(setup, table, on, name)

    def kind_of(self, setup: SyncSetup, document: SyncTable, table: Table | None, found: Trigger) -> Triggers | None:
        """The kind of a trigger that does what ours of that name does: ours, or the reference's, which is the same."""
        del table
        for kind in Triggers:
            for wanted in _triggers(setup, document, kind, self.flavour):
                if wanted.name == found.name and ddl.same_tokens(found.text, wanted.text, TRAITS.sqlglot_dialect):
                    return kind
        return None

    def procedures(self, setup: SyncSetup, scope: str, document: SyncTable) -> tuple[Procedure, ...]:
        """Update and delete of a table in a scope."""
        room = _room(document, ())
        native = {
            column.name: types.client_type(self.flavour, column, document.original_provider, room=room.get(column.name))
            for column in document.columns or ()
        }
        made = procedures.procedures(setup, scope, document, native)
        for one in made:
            _check_identifier(str(document.table), f"in scope {scope}, the procedure", one.name)
        return made

    def lower(self, operation: op.Operation) -> tuple[str, ...]:
        """The SQL of an operation."""
        return lowering.lower(operation)

    def _column(
        self, name: str, native: str, *, nullable: bool = True, default: str | None = None, exact: bool = False
    ) -> Column:
        """A column of the reference's tables or of ours."""
        is_text = types.logical(native).kind in TEXTUAL
        collation = self.flavour.exact_collation if exact else self.flavour.usual_collation
        return Column(
            name=name,
            native_type=types.spelled(self.flavour, native),
            logical=types.logical(native),
            nullable=nullable,
            default=default,
            collation=collation if is_text else None,
        )

    def _client_column(
        self, column: SyncColumn, document: SyncTable, server: Table | None, room: Mapping[str, int]
    ) -> Column:
        observed = server.column(column.name) if server is not None else None
        is_own = document.original_provider == self.traits.original_provider
        is_kin = types.is_flavour(document.original_provider)
        in_key = column.name in (document.primary_key or ())
        native = types.client_type(
            self.flavour,
            column,
            document.original_provider,
            room=room.get(column.name),
            known=None if observed is None else observed.logical,
        )
        logical = types.logical(native) if is_kin else _with_room(logical_type(column), types.logical(native))
        generated, storage = _generated(column, observed) if is_own else (None, None)
        numbered = in_key and logical.kind in {Kind.INT16, Kind.INT32, Kind.INT64} and _is_numbered(column, observed)
        return Column(
            name=column.name,
            native_type=native,
            logical=logical,
            nullable=generated is not None or ((column.allow_null or column.is_read_only) and not in_key),
            default=_default(observed) if is_own and observed is not None and generated is None else None,
            identity=Identity.AUTO_INCREMENT if numbered else None,
            generated=generated,
            storage=storage,
            collation=self._collation(native, observed, is_own=is_own, is_kin=is_kin),
        )

    def _collation(self, native: str, observed: Column | None, *, is_own: bool, is_kin: bool) -> str | None:
        """How a client's column compares: as on a server of this kind, else exactly; ids without case."""
        kind = types.logical(native).kind
        if native in _UNCOLLATED or kind not in {*TEXTUAL, Kind.UUID}:
            return None
        there = observed.collation if observed is not None else None
        if is_own and there is not None:
            return there
        if is_kin and there is not None and there in _SHARED_COLLATIONS:
            return there
        exactly = kind in TEXTUAL and not (is_kin and not (there or "").endswith(("_bin", "_cs")))
        return self.flavour.exact_collation if exactly else self.flavour.usual_collation


TARGET = MariadbTarget(MARIADB)
_UNCOLLATED = frozenset({"uuid", "json"})
# Those that all variants have, under the same name and with the same rules.
_SHARED_COLLATIONS = frozenset({"utf8mb4_general_ci", "utf8mb4_unicode_ci", "utf8mb4_unicode_520_ci", "utf8mb4_bin"})


def _short(name: str) -> str:
    """A name of ours that nobody looks up, cut where it is too long, with a digest of the whole behind it."""
    if len(name) <= LIMIT:
        return name
    return f"{name[: LIMIT - 9]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _with_room(said: LogicalType, kept: LogicalType) -> LogicalType:
    """What a document says of values, with the length and the digits that the column has here."""
    if said.kind not in {Kind.TEXT, Kind.CHAR, Kind.BINARY, Kind.DECIMAL}:
        return said
    return replace(said, length=kept.length, precision=kept.precision, scale=kept.scale)


def _room(document: SyncTable, others: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """How many letters each column may have that is in an index: the key first, then the narrowest of the others."""
    by_name = {column.name: column for column in document.columns or ()}
    room: dict[str, int] = {}
    for place, index in enumerate((document.primary_key or (), *others)):
        texts = [name for name in index if logical_type(by_name[name]).kind in {*TEXTUAL, Kind.BINARY, Kind.TIMETZ}]
        for name in texts:
            letters = types.INDEX_LETTERS // len(texts)
            if place == 0 or name not in (document.primary_key or ()):
                room[name] = min(letters, room.get(name, letters))
    return room


def _outside_the_row(columns: tuple[Column, ...], room: Mapping[str, int]) -> tuple[Column, ...]:
    """Columns that fit a row: the longest texts stand outside it, until the rest does."""

    def size(column: Column) -> int:
        length = column.logical.length or 0
        wide = column.native_type.startswith(("varchar", "char"))
        return length * 4 if wide else length if "binary" in column.native_type else 16

    made = list(columns)
    while sum(map(size, made)) > ROW_BYTES:
        movable = [place for place, one in enumerate(made) if one.name not in room and "var" in one.native_type]
        if not movable:
            break
        place = max(movable, key=lambda place: size(made[place]))
        long = "longtext" if made[place].native_type.startswith("varchar") else "longblob"
        made[place] = replace(made[place], native_type=long, logical=replace(made[place].logical, length=None))
    return tuple(made)


def _generated(column: SyncColumn, observed: Column | None) -> tuple[str | None, str | None]:
    """The expression of a generated column, and how it is kept: of the catalogue, else of the document."""
    if observed is not None:
        return observed.generated, observed.storage
    said = _GENERATED.fullmatch(column.default_value or "")
    return (said["expression"], said["storage"]) if said else (None, None)


def _default(observed: Column) -> str | None:
    """A default that a client can have: a sequence is one of the server's database."""
    return None if "nextval(" in (observed.default or "").lower() else observed.default


def _is_numbered(column: SyncColumn, observed: Column | None) -> bool:
    return column.is_auto_increment or (
        observed is not None and observed.identity in {Identity.BY_DEFAULT, Identity.ALWAYS, Identity.SEQUENCE}
    )


def _client_foreign_key(document: SyncTable, key: ForeignKey) -> ForeignKey:
    # SET DEFAULT is not to be had: mariadb.com/kb/en/foreign-keys, "Constraints".
    actions = {"SET DEFAULT": "NO ACTION"}
    table = normalise_full(document.table)
    name = key.name or f"FK_{table}_{'_'.join(normalise(part) for part in key.columns)}"
    if not types.is_flavour(document.original_provider) and table.lower() not in name.lower():
        name = f"{table}_{name}"  # elsewhere two tables may have a key of one name, here a database has it once
    return replace(
        key,
        name=_short(name),
        on_delete=actions.get(key.on_delete, key.on_delete),
        on_update=actions.get(key.on_update, key.on_update),
        deferrable=False,
        initially_deferred=False,
    )


def _client_unique(unique: Unique) -> Unique:
    return replace(
        unique, name=_short(unique.name), is_index=True, deferrable=False, initially_deferred=False, collations=()
    )


def _check_table(table: TableName, relatives: frozenset[TableName]) -> None:
    _check_identifier(str(table), "the table", table.name)
    for other in sorted(relatives):
        if other != table and other.name == table.name:
            raise errors.UnsupportedName(
                str(table), f"MariaDB has no schemas, and {other} has the same name", hint="leave one of the two out"
            )


def _check_identifier(where: str, what: str, name: str) -> None:
    if len(name) > LIMIT:
        raise errors.UnsupportedName(where, f'{what} name "{name}" is longer than the 64 letters that MariaDB takes')
    if any(letter > LAST_LETTER for letter in name):
        raise errors.UnsupportedName(where, f'{what} name "{name}" has letters that MariaDB takes in no name')


def _check_objects(setup: SyncSetup, table: TableName) -> None:
    """Refuse a table whose objects would have names that are too long or taken."""
    common.check_name(str(table), "the table", table.name)
    _check_identifier(str(table), "the table", table.name)
    _check_identifier(str(table), "its tracking table's", tracking_table(setup, table).name)
    for event in EACH_ROW:
        _check_identifier(str(table), "its trigger's", _trigger_name(setup, table, event))
    common.check_tracking_table(setup, table, lambda name: name.name.lower())
    common.check_collisions(
        setup, table, lambda other: _trigger_name(setup, other, RowEvent.INSERT).lower(), "insert trigger"
    )


def _trigger_name(setup: SyncSetup, table: TableName, event: RowEvent) -> str:
    return f"{setup.trigger_prefix or ''}{normalise(table.name)}{setup.trigger_suffix or ''}_{event}_trigger"


def _triggers(setup: SyncSetup, document: SyncTable, kind: Triggers, flavour: Flavour) -> Iterator[Trigger]:
    base, key, tracking = document.table, document.primary_key or (), tracking_table(setup, document.table)
    for event in EACH_ROW:
        body = extended.body(tracking, key, event, flavour)
        if kind is Triggers.REFERENCE:
            body = reference.body(tracking, key, event)
        name = _trigger_name(setup, base, event)
        yield Trigger(
            name=name, table=base, event=event, text=trigger_text(name, event, base, body), stand_in=stand_in(name)
        )
