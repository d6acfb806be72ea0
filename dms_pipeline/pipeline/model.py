"""The shape of a pipeline file; the descriptions are those of the JSON Schema that editors show.

Strict: a number is no text, an unknown key is an error. What a file may leave out has its default here. A table or
client written as a bare text is the same as a table with that name alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from dms_pipeline.schema.database import Triggers  # noqa: TC001 - pydantic reads it

LENIENT = Field(strict=False)  # a choice is written as its text, a tuple as a list


class Declared(BaseModel):
    """What all parts of the file have in common."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, hide_input_in_errors=True)


class Offline(StrEnum):
    """What an unreachable client means."""

    REFUSED = "refused"
    ALLOWED = "allowed"


class Direction(StrEnum):
    """Which way the rows of a table go."""

    BIDIRECTIONAL = "bidirectional"
    DOWNLOAD_ONLY = "download-only"
    UPLOAD_ONLY = "upload-only"
    NONE = "none"


class JoinType(StrEnum):
    """How a filter joins another table."""

    INNER = "inner"
    LEFT = "left"
    RIGHT = "right"
    OUTER = "outer"


class ParameterType(StrEnum):
    """The types of a filter's free parameter: those of the reference, but for the one that it cannot store."""

    BINARY = "binary"
    BYTE = "byte"
    BOOLEAN = "boolean"
    CURRENCY = "currency"
    DATE = "date"
    DATE_TIME = "date-time"
    DECIMAL = "decimal"
    DOUBLE = "double"
    GUID = "guid"
    INT16 = "int16"
    INT32 = "int32"
    INT64 = "int64"
    OBJECT = "object"
    SBYTE = "sbyte"
    SINGLE = "single"
    STRING = "string"
    TIME = "time"
    UINT16 = "uint16"
    UINT32 = "uint32"
    UINT64 = "uint64"
    VAR_NUMERIC = "var-numeric"
    ANSI_STRING_FIXED_LENGTH = "ansi-string-fixed-length"
    STRING_FIXED_LENGTH = "string-fixed-length"
    XML = "xml"
    DATE_TIME2 = "date-time2"
    DATE_TIME_OFFSET = "date-time-offset"


class ConflictPolicy(StrEnum):
    """Who wins where both sides changed a row."""

    SERVER_WINS = "server-wins"
    CLIENT_WINS = "client-wins"


class ErrorPolicy(StrEnum):
    """What becomes of a row that cannot be applied."""

    THROW = "throw"
    CONTINUE_ON_ERROR = "continue-on-error"
    RETRY_ONE_MORE_TIME_AND_THROW_ON_ERROR = "retry-one-more-time-and-throw-on-error"
    RETRY_ONE_MORE_TIME_AND_CONTINUE_ON_ERROR = "retry-one-more-time-and-continue-on-error"
    RETRY_ON_NEXT_SYNC = "retry-on-next-sync"


class TransactionMode(StrEnum):
    """How much one transaction of a sync holds."""

    ALL_OR_NOTHING = "all-or-nothing"
    PER_BATCH = "per-batch"
    NONE = "none"


class ProgressLevel(StrEnum):
    """How much the reference reports."""

    SQL = "sql"
    TRACE = "trace"
    DEBUG = "debug"
    INFORMATION = "information"
    NONE = "none"


class FromEnvironment(Declared):
    """A text that an environment variable holds."""

    env: str = Field(description="Name of the environment variable, read when the pipeline runs.")


class FromFile(Declared):
    """A text that a file holds."""

    file: str = Field(description="Path of the file, from the pipeline file; one line break at its end is dropped.")


def _source_kind(value: object) -> str:
    if isinstance(value, str):
        return "<text>"
    return "<file>" if isinstance(value, FromFile) or (isinstance(value, dict) and "file" in value) else "<env>"


def _secret_kind(value: object) -> str:
    return _source_kind(value) if not isinstance(value, str) else "<env>"


Source = Annotated[
    Annotated[str, Tag("<text>")] | Annotated[FromEnvironment, Tag("<env>")] | Annotated[FromFile, Tag("<file>")],
    Discriminator(_source_kind),
]
Secret = Annotated[
    Annotated[FromEnvironment, Tag("<env>")] | Annotated[FromFile, Tag("<file>")], Discriminator(_secret_kind)
]


def _scalar(value: object) -> object:
    if not isinstance(value, str | int):  # a truth value is an int here
        raise PydanticCustomError("wrong-type", "must be a text, an integer or true or false")
    return value


def _entry(value: object) -> object:
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise PydanticCustomError("wrong-type", "must be a text or an integer")
    return value


Scalar = Annotated[str | int | bool, BeforeValidator(_scalar)]
Entry = Annotated[str | int, BeforeValidator(_entry)]


class Connection(Declared):
    """A database, a fleet of databases, or a sync endpoint over HTTP."""

    url: Source = Field(
        description='A SQLAlchemy URL without a password, { env = "NAME" } or { file = "path" }. A relative SQLite '
        "path starts at the pipeline file. https: is a sync endpoint, which can only be a server.",
        examples=["sqlite:///var/shop-1.db", {"env": "HQ_DATABASE_URL"}],
    )
    triggers: Annotated[Triggers, LENIENT] | None = Field(
        default=None,
        description='How changes are recorded, for all scopes of this database: "reference" are the triggers of '
        'Dotmim.Sync; "extended" ones stamp no change below a mark, and record changed keys, TRUNCATE and OR REPLACE. '
        "Absent, a database keeps what it has, and a new one gets extended ones.",
    )
    scope_info_table: str = Field(
        default="scope_info", description="Name of the table that keeps the scopes, for all scopes of this database."
    )
    offline: Annotated[Offline, LENIENT] = Field(
        default=Offline.REFUSED,
        description='Whether this client may be unreachable when planning: "allowed" puts its part off.',
    )
    for_each: dict[str, Annotated[tuple[Entry, ...], LENIENT]] | None = Field(
        default=None,
        description="Makes a fleet: one connection per entry; {name} in the URL stands for it.",
        examples=[{"id": ["2", "3", "4"]}],
    )
    token: Secret | None = Field(
        default=None, description='The bearer token of an endpoint, { env = "NAME" } or { file = "path" }.'
    )


class _Named(Declared):
    """A part that may be written as a bare text, which is then the value of one of its keys."""

    bare: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {cls.bare: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A text, or a table."""
        table = handler.resolve_ref_schema(handler(core_schema))
        return {"title": cls.__name__, "description": table.pop("description"), "anyOf": [{"type": "string"}, table]}


class Client(_Named):
    """A client of a scope; the same connection may be listed again with other parameters."""

    bare: ClassVar[str] = "connection"

    connection: str = Field(description="Name of a connection or of a fleet.")
    parameters: dict[str, Scalar] = Field(
        default_factory=dict,
        description="Values of the parameters of the scope's filters. In a fleet {name} stands for the entry; "
        '"{name}" alone keeps its type.',
        examples=[{"City": "Toronto"}],
    )


class Table(_Named):
    """A table to sync; a bare text is its name."""

    bare: ClassVar[str] = "name"

    name: str = Field(description="Name of the table, exactly as in the database; dots are not parsed.")
    schema_name: str | None = Field(
        default=None, alias="schema", description='Namespace of the table; absent, "" and "public" are three things.'
    )
    columns: Annotated[tuple[str, ...], LENIENT] = Field(
        default=(), description="The columns to sync, the primary key among them; none means all."
    )
    direction: Annotated[Direction, LENIENT] = Field(
        default=Direction.BIDIRECTIONAL, description="Which way the rows of this table go."
    )


class Naming(Declared):
    """What is put before and behind the names of our objects; absent and "" are stored differently."""

    tracking_prefix: str | None = Field(default=None, description="Before the name of a tracking table.")
    tracking_suffix: str | None = Field(
        default=None, description='Behind the name of a tracking table; "_tracking" where neither is given.'
    )
    trigger_prefix: str | None = Field(default=None, description="Before the name of a trigger.")
    trigger_suffix: str | None = Field(default=None, description="Behind the table in the name of a trigger.")
    procedure_prefix: str | None = Field(default=None, description="Before the name of a stored procedure.")
    procedure_suffix: str | None = Field(default=None, description="Behind the table in the name of a procedure.")


class Options(Declared):
    """How rows move: the SyncOptions of Dotmim.Sync, with units. One without effect is refused, not ignored."""

    conflict_resolution_policy: Annotated[ConflictPolicy, LENIENT] = Field(
        default=ConflictPolicy.SERVER_WINS,
        description="Who wins where both sides changed a row; decided on the server.",
    )
    error_resolution_policy: Annotated[ErrorPolicy, LENIENT] = Field(
        default=ErrorPolicy.RETRY_ON_NEXT_SYNC,
        description='What becomes of a row that cannot be applied: "retry-on-next-sync" keeps it in dms_errors and '
        'tries it again each time, "continue-on-error" keeps it there until a newer version of it comes, "throw" ends '
        "the sync.",
    )
    transaction_mode: Annotated[TransactionMode, LENIENT] = Field(
        default=TransactionMode.ALL_OR_NOTHING,
        description='How much one transaction holds; "all-or-nothing" is carried out: a sync is one on each side.',
    )
    disable_constraints_on_apply_changes: bool = Field(
        default=False, description="Switch foreign keys off while rows are applied; false is carried out."
    )
    batch_size_kib: int | None = Field(default=None, ge=100, description="Size of a batch. Not carried out yet.")
    batch_directory: str | None = Field(default=None, description="Where batches are kept. Not carried out yet.")
    snapshots_directory: str | None = Field(default=None, description="Where snapshots are kept. Not carried out yet.")
    clean_folder: bool | None = Field(default=None, description="Remove batches after use. Not carried out yet.")
    clean_metadatas: bool | None = Field(
        default=None, description="Remove a client's old tracking rows. Not carried out yet."
    )
    use_verbose_errors: bool | None = Field(
        default=None, description="Send full errors to HTTP clients. Not carried out yet."
    )
    progress_level: Annotated[ProgressLevel, LENIENT] | None = Field(
        default=None, description="How much is reported. Not carried out: the command line has -v."
    )
    db_command_timeout_s: int | None = Field(
        default=None, ge=0, description="Longest time of one statement. Not carried out yet."
    )


class FilterParameter(Declared):
    """A parameter of a filter: bound to a column whose type it has, or free with a type of its own."""

    name: str = Field(description="Name of the parameter; that of its column where it is bound to one.")
    column: str | None = Field(default=None, description="The column that it is bound to.")
    table: str | None = Field(default=None, description="The table of that column; the filtered one where not given.")
    schema_name: str | None = Field(default=None, alias="schema", description="The namespace of that table.")
    type: Annotated[ParameterType, LENIENT] | None = Field(default=None, description="The type of a free parameter.")
    max_length: int | None = Field(default=None, ge=0, description="The longest text of a free parameter.")
    default: str | None = Field(default=None, description="The value where a client gives none.")
    allow_null: bool = Field(default=False, description="A client may leave it out; then all rows match.")


class FilterColumn(Declared):
    """A column of one side of a join."""

    table: str = Field(description="Name of the table.")
    column: str = Field(description="Name of the column.")
    schema_name: str | None = Field(default=None, alias="schema", description="The namespace of the table.")


class FilterJoin(Declared):
    """A table joined to the filtered one, towards the column that decides."""

    table: str = Field(description="Name of the joined table.")
    schema_name: str | None = Field(default=None, alias="schema", description="The namespace of the joined table.")
    type: Annotated[JoinType, LENIENT] = Field(default=JoinType.INNER, description="The kind of join.")
    left: FilterColumn = Field(description="One side of the condition.")
    right: FilterColumn = Field(description="The other side of the condition.")


class FilterWhere(Declared):
    """A column that must equal a parameter."""

    column: str = Field(description="Name of the column.")
    parameter: str = Field(description="Name of a parameter of this filter.")
    table: str | None = Field(default=None, description="The table of the column; the filtered one where not given.")
    schema_name: str | None = Field(default=None, alias="schema", description="The namespace of that table.")


class Filter(Declared):
    """Which rows of one table a client gets. Not carried out yet: read and judged, then refused by plan and sync."""

    table: str = Field(description="Name of the filtered table, one of the scope's.")
    schema_name: str | None = Field(default=None, alias="schema", description="The namespace of the filtered table.")
    parameters: Annotated[tuple[FilterParameter, ...], LENIENT] = Field(
        default=(), description="What a client must say to get its rows."
    )
    where: Annotated[tuple[FilterWhere, ...], LENIENT] = Field(
        default=(), description="Conditions, all of which must hold."
    )
    joins: Annotated[tuple[FilterJoin, ...], LENIENT] = Field(
        default=(), description="Tables on the way to the column that decides."
    )
    custom_where: Annotated[tuple[str, ...], LENIENT] = Field(
        default=(), description="Conditions in SQL; {{{ and }}} stand for the quotes of the database."
    )


class Scope(Declared):
    """What is synced between one server and its clients; its key is the scope's name."""

    server: str = Field(description="Name of the connection that all clients sync with.")
    clients: Annotated[tuple[Client, ...], LENIENT] = Field(
        default=(), description="Names of connections or fleets, or tables with parameters."
    )
    compat: int = Field(
        default=1, ge=0, description="How many older revisions clients may still be on. 1 is carried out."
    )
    retention: str | None = Field(
        default=None,
        pattern="^[1-9][0-9]*[mhdw]$",
        description="How long a client may be silent before it must load anew: 12h, 30d, 8w. Not carried out yet.",
        examples=["30d"],
    )
    tables: Annotated[tuple[Table, ...], LENIENT] = Field(description="The tables, each a name or a table with more.")
    naming: Naming = Field(
        default_factory=Naming, description="Names of our objects; equal in all scopes of a database."
    )
    options: Options = Field(default_factory=Options, description="How rows move.")
    filters: Annotated[tuple[Filter, ...], LENIENT] = Field(
        default=(), description="Which rows a client gets, one filter per table at most. Not carried out yet."
    )


class Policy(Declared):
    """Which steps are executed without being asked for; kind:table-glob, as in --allow."""

    allow: Annotated[tuple[str, ...], LENIENT] = Field(
        default=(),
        description="Steps that may destroy something and are allowed.",
        examples=[["drop-tracking-table:Stock"]],
    )
    deny: Annotated[tuple[str, ...], LENIENT] = Field(
        default=(), description="Steps that are never executed, whatever is allowed elsewhere."
    )


class Pipeline(Declared):
    """Databases, and what is kept in sync between them."""

    version: Literal[1] = Field(description="Version of this file's format.")
    name: str = Field(description="Name of the pipeline; it owns what it creates under this name.")
    connections: dict[str, Connection] = Field(description="The databases, by a name for each.")
    scopes: dict[str, Scope] = Field(default_factory=dict, description="What is synced; the key is the scope's name.")
    policy: Policy = Field(default_factory=Policy, description="What is allowed and denied without being asked.")
