"""What an application may decide by itself in the middle of an apply: a conflict, or a row that cannot be applied.

A handler is given one mutable value, as the reference gives its interceptors, and answers by setting attributes of it.
It runs inside the apply's transaction, so it must not write to the databases that are being synced, and a phase that is
repeated asks it again. Rows are mappings of column names to canonical values (decimals, dates and uuids are texts).

One word differs from the reference on purpose: a resolution names the side whose row is kept, on both sides. There, a
client's handler that wants the server's row has to say "client wins".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import ChangeKind
    from dms_pipeline.sync.conflict import ErrorPolicy

    Values = Mapping[str, Any]


class ConflictResolution(StrEnum):
    """Which row is kept."""

    SERVER_WINS = "server-wins"
    CLIENT_WINS = "client-wins"
    MERGE_ROW = "merge-row"  # the handler's own, `final_row`
    THROW = "throw"  # none: the sync ends, and this side stays as it was


class ConflictType(StrEnum):
    """What happened on both sides; "remote" sent its row, "local" is asked."""

    REMOTE_EXISTS_LOCAL_EXISTS = "remote-exists-local-exists"
    REMOTE_EXISTS_LOCAL_IS_DELETED = "remote-exists-local-is-deleted"
    REMOTE_IS_DELETED_LOCAL_EXISTS = "remote-is-deleted-local-exists"


@dataclass(kw_only=True, slots=True)
class ConflictArgs:
    """A row that both sides changed, as the side that applies sees it, and what is to become of it.

    Attributes:
        table: its table.
        on_server: the side that applies is the server.
        remote_row: the row that came, None if it was deleted there.
        local_row: the row that is here, None if it was deleted here.
        resolution: what the conflict policy says, until the handler says something else.
        final_row: what `MERGE_ROW` writes: a copy of the row that came, or of the one that is here where that was
            deleted; the handler changes it. Its key stays.
        sender_scope_id: who the row is recorded as written by if the one that came is kept. None, set by the handler:
            by this side, so that it travels on as a change of its own.
    """

    table: TableName
    on_server: bool
    remote_row: Values | None
    local_row: Values | None
    resolution: ConflictResolution
    final_row: dict[str, Any]
    sender_scope_id: str | None

    @property
    def conflict_type(self) -> ConflictType:
        """What happened on both sides."""
        if self.remote_row is None:
            return ConflictType.REMOTE_IS_DELETED_LOCAL_EXISTS
        if self.local_row is None:
            return ConflictType.REMOTE_EXISTS_LOCAL_IS_DELETED
        return ConflictType.REMOTE_EXISTS_LOCAL_EXISTS


@dataclass(kw_only=True, slots=True)
class ErrorArgs:
    """A row that cannot be applied, after all others were, and what is to become of it.

    Attributes:
        table: its table.
        on_server: the side that applies is the server.
        kind: an upsert or a delete.
        row: its values, of a delete the key's alone.
        reason: the database's words.
        resolution: what the error policy says, until the handler says something else. `RESOLVED`: the handler has seen
            to it, and the row counts as applied.
    """

    table: TableName
    on_server: bool
    kind: ChangeKind
    row: Values
    reason: str
    resolution: ErrorPolicy


@dataclass(frozen=True, kw_only=True, slots=True)
class Handlers:
    """The handlers of one side; without one, the policy decides."""

    on_conflict: Callable[[ConflictArgs], object] | None = None
    on_error: Callable[[ErrorArgs], object] | None = None
