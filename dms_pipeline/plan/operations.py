"""Everything that a plan may do to a database: a closed union of values. They say what, never how, and hold no SQL.

`kind` is the operation's name in JSON, in `[policy] allow` and in `--allow`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dms_pipeline.plan.state import Load
    from dms_pipeline.schema.database import Column, ForeignKey, Procedure, Table, Trigger, Unique
    from dms_pipeline.schema.model import ScopeInfo, TableName


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateSchema:
    """A namespace for client tables."""

    schema: str
    kind: Literal["create-schema"] = "create-schema"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateOwnTable:
    """One of our `dms_` tables."""

    table: Table
    kind: Literal["create-own-table"] = "create-own-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateScopeTable:
    """`scope_info` or `scope_info_client`, exactly as the reference makes them."""

    table: Table
    kind: Literal["create-scope-table"] = "create-scope-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateTable:
    """A client's copy of a server table: columns and primary key; foreign keys too where they can only come inline."""

    table: Table
    kind: Literal["create-table"] = "create-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class AddColumn:
    """A column that the server has and a client's table lacks; nullable, or with a default."""

    table: TableName
    column: Column
    kind: Literal["add-column"] = "add-column"


@dataclass(frozen=True, kw_only=True, slots=True)
class AddForeignKey:
    """A foreign key between client tables; both tables must exist."""

    table: TableName
    foreign_key: ForeignKey
    kind: Literal["add-foreign-key"] = "add-foreign-key"


@dataclass(frozen=True, kw_only=True, slots=True)
class AddUnique:
    """A unique constraint, or index, on a client table."""

    table: TableName
    unique: Unique
    kind: Literal["add-unique"] = "add-unique"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateTrackingTable:
    """The side table of a base table, with its index."""

    base: TableName
    table: Table
    kind: Literal["create-tracking-table"] = "create-tracking-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateTrigger:
    """A trigger that records one kind of row change; its tracking table must exist.

    `replaces` says that one of the same name, with another text or disabled, is there and gives way.
    """

    trigger: Trigger
    replaces: bool = False
    kind: Literal["create-trigger"] = "create-trigger"


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateProcedure:
    """A stored procedure that Dotmim.Sync's own software calls to apply rows; of the same name none is left."""

    procedure: Procedure
    replaces: bool = False
    kind: Literal["create-procedure"] = "create-procedure"


@dataclass(frozen=True, kw_only=True, slots=True)
class TrackRows:
    """Rows that a client's table already held are recorded as its changes, so that they are uploaded, not forgotten."""

    base: TableName
    tracking: TableName
    key: tuple[str, ...]
    kind: Literal["track-rows"] = "track-rows"


@dataclass(frozen=True, kw_only=True, slots=True)
class SaveScope:
    """The row of a scope in `scope_info`, with setup and schema; `replaces` is the row as it was."""

    scope_table: str
    scope: ScopeInfo
    replaces: ScopeInfo | None = None
    kind: Literal["save-scope"] = "save-scope"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnScope:
    """The pipeline's name is written beside the scope, in `dms_owner`.

    `to_load`: what this client lacks of the revision and no incremental sync brings; its next sync loads that first.
    """

    scope: str
    pipeline: str
    role: str
    revision: int
    to_load: tuple[Load, ...] = ()
    kind: Literal["own-scope"] = "own-scope"


@dataclass(frozen=True, kw_only=True, slots=True)
class AdoptScope:
    """A scope that somebody else made, or that another pipeline owns, becomes this pipeline's; asks for `--adopt`."""

    scope: str
    pipeline: str
    role: str
    revision: int
    previous_owner: str | None = None
    kind: Literal["adopt-scope"] = "adopt-scope"


@dataclass(frozen=True, kw_only=True, slots=True)
class DropTrigger:
    """A trigger of ours goes, with its function."""

    trigger: Trigger
    kind: Literal["drop-trigger"] = "drop-trigger"


@dataclass(frozen=True, kw_only=True, slots=True)
class DropProcedure:
    """A stored procedure goes with the scope that it served."""

    name: str
    kind: Literal["drop-procedure"] = "drop-procedure"


@dataclass(frozen=True, kw_only=True, slots=True)
class DropTrackingTable:
    """A tracking table goes, and with it what it had recorded."""

    base: TableName
    table: TableName
    kind: Literal["drop-tracking-table"] = "drop-tracking-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class DeleteScope:
    """The row of a scope leaves `scope_info`, its client rows and its owner row go too."""

    scope_table: str
    scope: str
    kind: Literal["delete-scope"] = "delete-scope"


@dataclass(frozen=True, kw_only=True, slots=True)
class DropScopeTable:
    """A scope table without any scope left."""

    name: str
    kind: Literal["drop-scope-table"] = "drop-scope-table"


@dataclass(frozen=True, kw_only=True, slots=True)
class DropOwnTable:
    """One of our `dms_` tables, when no scope of ours is left."""

    name: str
    kind: Literal["drop-own-table"] = "drop-own-table"


Operation = (
    CreateSchema
    | CreateOwnTable
    | CreateScopeTable
    | CreateTable
    | AddColumn
    | AddForeignKey
    | AddUnique
    | CreateTrackingTable
    | CreateTrigger
    | CreateProcedure
    | TrackRows
    | SaveScope
    | OwnScope
    | AdoptScope
    | DropTrigger
    | DropProcedure
    | DropTrackingTable
    | DeleteScope
    | DropScopeTable
    | DropOwnTable
)
