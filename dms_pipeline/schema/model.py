"""The reference's documents as values: `SyncSetup`, what is to be synced, and `SyncSet`, the structure of those tables.

Names and meanings follow Dotmim.Sync 1.3; `document` reads and writes their JSON (spec: storage format, sections 3.3
and 3.4). A member that the JSON may leave out is None here when it was left out, since an absent list and an empty one
are different texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from dms_pipeline.errors import InvalidSetup
from dms_pipeline.schema.parsing import schema_and_name


@dataclass(frozen=True, order=True, slots=True)
class TableName:
    """A table's name within a database; `schema` is "" where none was given. Exact, case-sensitive."""

    schema: str
    name: str

    def __str__(self) -> str:
        """`schema.name`, or the bare name."""
        return f"{self.schema}.{self.name}" if self.schema else self.name


class SyncDirection(IntEnum):
    """Which way the rows of a table go; the numbers are the reference's."""

    BIDIRECTIONAL = 0
    DOWNLOAD_ONLY = 2
    UPLOAD_ONLY = 4
    NONE = 8

    @property
    def uploads(self) -> bool:
        """Clients' changes go to the server."""
        return self in {SyncDirection.BIDIRECTIONAL, SyncDirection.UPLOAD_ONLY}

    @property
    def downloads(self) -> bool:
        """The server's changes go to clients."""
        return self in {SyncDirection.BIDIRECTIONAL, SyncDirection.DOWNLOAD_ONLY}


class Join(IntEnum):
    """How a filter joins another table; the numbers are the reference's."""

    INNER = 0
    LEFT = 1
    RIGHT = 2
    OUTER = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class SetupTable:
    """A table to sync. `columns` empty means all, in the catalogue's order; `schema` is "" or None where not given."""

    name: str
    schema: str | None = ""
    columns: tuple[str, ...] | None = ()
    direction: SyncDirection = SyncDirection.BIDIRECTIONAL

    @property
    def table(self) -> TableName:
        """Its name as a key."""
        return TableName(self.schema or "", self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class SetupFilterParameter:
    """A filter's parameter: bound to a column (`table`, `schema`) or free (`db_type`, `max_length`)."""

    name: str
    table: str | None = None
    schema: str | None = None
    db_type: int | None = None
    default_value: str | None = None
    allow_null: bool = False
    max_length: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SetupFilterWhere:
    """`table.column = parameter`."""

    table: str
    schema: str | None = None
    column: str = ""
    parameter: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SetupFilterJoin:
    """A join from the filtered table towards the one that holds the filtered column."""

    join: Join
    table: str
    left_table: str
    left_column: str
    right_table: str
    right_column: str
    schema: str | None = None
    left_schema: str | None = None
    right_schema: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SetupFilter:
    """Which rows of one table a client gets."""

    table: str
    schema: str | None = None
    joins: tuple[SetupFilterJoin, ...] | None = ()
    custom_wheres: tuple[str, ...] | None = ()
    parameters: tuple[SetupFilterParameter, ...] | None = ()
    wheres: tuple[SetupFilterWhere, ...] | None = ()


@dataclass(frozen=True, kw_only=True, slots=True, init=False)
class SyncSetup:
    """What is to be synced: tables in declared order, filters, and how our objects are named.

    `SyncSetup("Product", "sales.Customer", SetupTable(name="Stock", columns=("Id", "Count")))` names tables one by one;
    a text may hold a schema and quotes, as in the reference. A prefix or suffix of None is absent from the JSON, "" is
    kept there; both mean "none".

    Raises:
        InvalidSetup: a text names no table, a table is named twice, or tables are given in both ways.
    """

    tables: tuple[SetupTable, ...] | None
    filters: tuple[SetupFilter, ...] | None
    procedure_prefix: str | None
    procedure_suffix: str | None
    trigger_prefix: str | None
    trigger_suffix: str | None
    tracking_prefix: str | None
    tracking_suffix: str | None

    def __init__(  # noqa: PLR0913 - each argument is a fact of its own
        self,
        *entries: str | SetupTable,
        tables: tuple[SetupTable, ...] | None = (),
        filters: tuple[SetupFilter, ...] | None = (),
        procedure_prefix: str | None = None,
        procedure_suffix: str | None = None,
        trigger_prefix: str | None = None,
        trigger_suffix: str | None = None,
        tracking_prefix: str | None = None,
        tracking_suffix: str | None = None,
    ) -> None:
        if entries and tables:
            raise InvalidSetup("tables are given by position and by name")
        values = {
            "tables": _named(entries) if entries else tables,
            "filters": filters,
            "procedure_prefix": procedure_prefix,
            "procedure_suffix": procedure_suffix,
            "trigger_prefix": trigger_prefix,
            "trigger_suffix": trigger_suffix,
            "tracking_prefix": tracking_prefix,
            "tracking_suffix": tracking_suffix,
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def table(self, name: TableName) -> SetupTable | None:
        """The entry of a table, None if it is not in the setup."""
        return next((entry for entry in self.tables or () if entry.table == name), None)


def _named(entries: tuple[str | SetupTable, ...]) -> tuple[SetupTable, ...]:
    tables: list[SetupTable] = []
    for entry in entries:
        if isinstance(entry, SetupTable):
            table = entry
        else:
            schema, name = schema_and_name(entry)
            table = SetupTable(name=name, schema=schema)
        if not table.name:
            raise InvalidSetup(f'"{entry}" names no table')
        # The reference tells tables apart by their name without its case (spec: storage format, section 8.4).
        if any(other.name.lower() == table.name.lower() and other.schema == table.schema for other in tables):
            raise InvalidSetup(f"table {table.table} is named twice")
        tables.append(table)
    return tuple(tables)


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncColumn:
    """A column as the reference describes it; the comment gives the JSON key."""

    name: str  # n
    type_code: str | None = None  # dt: the .NET type's code
    allow_null: bool = False  # an
    is_unique: bool = False  # iu
    is_read_only: bool = False  # ir
    is_auto_increment: bool = False  # ia
    seed: int = 0  # seed
    step: int = 0  # step
    is_unsigned: bool = False  # ius
    is_unicode: bool = False  # iuc
    is_computed: bool = False  # ico
    max_length: int = 0  # ml
    ordinal: int = 0  # o
    precision_is_specified: bool = False  # ps
    precision: int = 0  # p1
    scale_is_specified: bool = False  # ss
    scale: int = 0  # sc
    original_db_type: str | None = None  # odb
    original_type_name: str | None = None  # oty
    db_type: int = 0  # db
    default_value: str | None = None  # dv
    extra_property1: str | None = None  # ext1


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncTable:
    """A table as the server has it: columns in ordinal order, `primary_key` ordered by column ordinal."""

    name: str
    schema: str | None = ""
    original_provider: str | None = None
    columns: tuple[SyncColumn, ...] | None = ()
    primary_key: tuple[str, ...] | None = ()

    @property
    def table(self) -> TableName:
        """Its name as a key."""
        return TableName(self.schema or "", self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnIdentifier:
    """A column of a relation."""

    column: str
    table: str
    schema: str | None = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncRelation:
    """A foreign key between two tables of the set; parent and child columns are parallel."""

    name: str
    parent_keys: tuple[ColumnIdentifier, ...]
    child_keys: tuple[ColumnIdentifier, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncFilterParameter:
    """As `SetupFilterParameter`, in the schema's spelling."""

    name: str
    table: str | None = None
    schema: str | None = None
    db_type: int | None = None
    default_value: str | None = None
    allow_null: bool = False
    max_length: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncFilterWhere:
    """As `SetupFilterWhere`, in the schema's spelling."""

    column: str
    table: str
    schema: str | None = None
    parameter: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncFilterJoin:
    """As `SetupFilterJoin`, in the schema's spelling."""

    join: Join
    table: str
    left_table: str
    left_column: str
    right_table: str
    right_column: str
    schema: str | None = None
    left_schema: str | None = None
    right_schema: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncFilter:
    """As `SetupFilter`, in the schema's spelling."""

    table: str
    schema: str | None = None
    parameters: tuple[SyncFilterParameter, ...] | None = ()
    wheres: tuple[SyncFilterWhere, ...] | None = ()
    joins: tuple[SyncFilterJoin, ...] | None = ()
    custom_wheres: tuple[str, ...] | None = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncSet:
    """The structure of the tables of a scope, as the server has them."""

    tables: tuple[SyncTable, ...] | None = ()
    relations: tuple[SyncRelation, ...] | None = ()
    filters: tuple[SyncFilter, ...] | None = ()

    def table(self, name: TableName) -> SyncTable | None:
        """The structure of a table, None if it is not in the set."""
        return next((table for table in self.tables or () if table.table == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeInfo:
    """A named setup as stored in `scope_info`; the texts are kept verbatim beside what they say.

    `setup` and `schema` are None in the empty row that the reference leaves at any look-up.
    """

    name: str
    setup: SyncSetup | None = None
    schema: SyncSet | None = None
    version: str = "1.3.0.0"
    last_cleanup_timestamp: int | None = None
    properties: str | None = None
    setup_text: str | None = field(default=None, compare=False)
    schema_text: str | None = field(default=None, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScopeInfoClient:
    """One client of one scope with one set of parameters, as stored in `scope_info_client`.

    `last_sync_timestamp` is the client's clock, `last_server_sync_timestamp` the server's; `last_sync` is UTC text,
    None for a client that has never ended a sync; `duration` is in ticks of 100 ns.
    """

    id: str
    scope_name: str
    hash: str
    parameters: str | None = None
    last_sync_timestamp: int | None = None
    last_server_sync_timestamp: int | None = None
    last_sync_duration: int = 0
    last_sync: str | None = None
    errors: str | None = None
    properties: str | None = None

    @property
    def is_new(self) -> bool:
        """It has never ended a sync."""
        return self.last_sync is None

    def follows(self, noted: int | None) -> bool:
        """It can go on from its marks on a server that has noted this mark for it, None for no client of this name.

        The server notes a mark before the client does. So where it does not know the client, or has noted less than the
        client's mark, it is another database, or an earlier state of the one that the client met.
        """
        if self.is_new or self.last_server_sync_timestamp is None:
            return True
        return noted is not None and noted >= self.last_server_sync_timestamp

    def is_same(self, other: ScopeInfoClient) -> bool:
        """Two rows are about one client, scope and parameters."""
        mine, theirs = ((row.id.upper(), row.scope_name, row.hash) for row in (self, other))
        return mine == theirs
