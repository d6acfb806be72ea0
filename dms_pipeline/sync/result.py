"""What a session did, by table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from dms_pipeline.sync.directives import SyncOperation, SyncType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import ChangeKind, Row


@dataclass(slots=True)
class TableCounts:
    """Rows of one table that one side wrote and committed.

    `rows` and `deletes` were applied; `conflicts` were decided here, whoever won; `failed` are kept aside here.
    `removed` are rows that went because they were not among all of the server's, which replaced those here.
    """

    rows: int = 0
    deletes: int = 0
    conflicts: int = 0
    failed: int = 0
    removed: int = 0

    @property
    def moved(self) -> bool:
        """Anything happened."""
        return bool(self.rows or self.deletes or self.conflicts or self.failed or self.removed)


@dataclass(frozen=True, kw_only=True, slots=True)
class FailedRow:
    """A row that could not be applied: which, what was to be done, why; `row` is the key alone for a delete.

    `kept_since` is what its sender knew of this side when it was first kept aside, None for a row that has just come.
    """

    table: TableName
    kind: ChangeKind
    key: Row
    row: Row
    reason: str
    kept_since: Bookmark | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """What one side applied in one phase.

    `conflict_ids` and `error_ids` are the numbers under which the receiving side keeps losers and failed rows,
    `refused` the keys of the latter.
    """

    tables: Mapping[TableName, TableCounts] = field(default_factory=dict)
    conflict_ids: tuple[int, ...] = ()
    error_ids: tuple[int, ...] = ()
    refused: Mapping[TableName, frozenset[Row]] = field(default_factory=dict)

    def then(self, later: Applied) -> Applied:
        """What one side applied in two sessions; what it keeps aside is as the later one left it."""
        tables: dict[TableName, TableCounts] = {}
        for table in dict.fromkeys((*self.tables, *later.tables)):
            one, other = self.tables.get(table, TableCounts()), later.tables.get(table, TableCounts())
            tables[table] = TableCounts(
                rows=one.rows + other.rows,
                deletes=one.deletes + other.deletes,
                conflicts=one.conflicts + other.conflicts,
                failed=other.failed,
                removed=one.removed + other.removed,
            )
        return replace(later, tables=tables, conflict_ids=(*self.conflict_ids, *later.conflict_ids))

    def total(self, what: str) -> int:
        """The sum of one count over all tables."""
        return sum(int(getattr(counts, what)) for counts in self.tables.values())


class Anew(StrEnum):
    """Why a client that had synced before had to begin anew."""

    UNKNOWN = "unknown"  # the server does not know it: another database, or one that was set up again
    OLDER = "older"  # the server's last mark for it is earlier than its own: an older state was restored


class Again(StrEnum):
    """Why a side sent more than what others have changed since the last session."""

    UNKNOWN = "unknown"  # it has no state for the mark: other software issued it, or it was lost
    RETURNED = "returned"  # rows were sent under the client's id that it does not know of: it was restored or copied


class Unseen(StrEnum):
    """Why changes of a table may have gone unrecorded, though its triggers look right."""

    TRIGGERS = "triggers"  # they were off or missing for a time, or others stood in their place
    PARTITIONS = "partitions"  # one was attached or detached
    EMPTIED = "emptied"  # it, or a partition, was truncated
    CLAUSES = "clauses"  # the statement's OR clause stood in the place of the triggers' own


@dataclass(frozen=True, kw_only=True, slots=True)
class Recovered:
    """What was recorded as changed, and as deleted, because it may have been so while nothing recorded it."""

    table: TableName
    reason: Unseen
    rows: int
    deletes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockBehind:
    """A side's clock was set back, or was ahead for a time: what it says, and the latest stamp; ISO 8601, UTC."""

    clock: str
    stamp: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncResult:
    """A session that ended well; `to_server` was applied by the server, `to_client` by the client.

    `anew`: the client's marks were worth nothing on this server, so nothing that it held was taken for known there.
    `server_again`, `client_again`: why that side sent more than usual: all that it has a record of, or, to a client
    that has returned and has got a new id, what had been sent under the old one.
    `server_recovered`, `client_recovered`: what that side had to record first, because no trigger may have seen it.
    `server_clock`, `client_clock`: that side's clock is behind its stamps; nothing is missed for it.
    `operation` is what the server ordered; after some orders no session was run, and no table was synced.
    """

    scope: str
    client: str
    is_first: bool
    tables: tuple[TableName, ...]
    to_server: Applied
    to_client: Applied
    duration_s: float
    anew: Anew | None = None
    server_again: Again | None = None
    client_again: Again | None = None
    server_recovered: tuple[Recovered, ...] = ()
    client_recovered: tuple[Recovered, ...] = ()
    server_clock: ClockBehind | None = None
    client_clock: ClockBehind | None = None
    sync_type: SyncType = SyncType.NORMAL
    operation: SyncOperation = SyncOperation.NORMAL

    def then(self, later: SyncResult) -> SyncResult:
        """Two sessions as one."""
        return replace(
            later,
            to_server=self.to_server.then(later.to_server),
            to_client=self.to_client.then(later.to_client),
            duration_s=self.duration_s + later.duration_s,
            anew=self.anew,
            server_again=self.server_again,
            client_again=self.client_again,
            server_recovered=(*self.server_recovered, *later.server_recovered),
            client_recovered=(*self.client_recovered, *later.client_recovered),
            server_clock=self.server_clock,
            client_clock=self.client_clock,
            sync_type=self.sync_type,
        )

    def ordered(self, operation: SyncOperation) -> SyncResult:
        """The same, as what the server ordered."""
        return replace(self, operation=operation)

    @property
    def conflicts(self) -> int:
        """Conflicts decided on either side."""
        return self.to_server.total("conflicts") + self.to_client.total("conflicts")

    @property
    def failed(self) -> int:
        """Rows kept aside on either side."""
        return self.to_server.total("failed") + self.to_client.total("failed")

    # What programs written for the reference ask of it.

    @property
    def total_changes_applied_on_server(self) -> int:
        """Rows and deletes that the server applied."""
        return self.to_server.total("rows") + self.to_server.total("deletes")

    @property
    def total_changes_applied_on_client(self) -> int:
        """Rows and deletes that the client applied."""
        return self.to_client.total("rows") + self.to_client.total("deletes")

    @property
    def total_changes_failed_to_apply_on_server(self) -> int:
        """Rows that the server keeps aside."""
        return self.to_server.total("failed")

    @property
    def total_changes_failed_to_apply_on_client(self) -> int:
        """Rows that the client keeps aside."""
        return self.to_client.total("failed")

    @property
    def total_resolved_conflicts(self) -> int:
        """Conflicts of the side that decided more of them, as the reference counts: both see the same ones."""
        return max(self.to_server.total("conflicts"), self.to_client.total("conflicts"))

    def __str__(self) -> str:
        """The table that `sync` prints."""
        from dms_pipeline.sync.describe import by_table

        return by_table(self)
