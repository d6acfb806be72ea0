"""The contracts of the two sides of a session. Each docstring says what is passed and in which order it is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy
from dms_pipeline.sync.directives import SyncType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, RowBatch, SyncedTable
    from dms_pipeline.sync.result import Again, Applied, ClockBehind, Recovered

Groups = tuple[tuple["SyncedTable", ...], ...]


class RowsRefused(Exception):
    """The database named the rows to blame only at the end: the phase was rolled back and is to be repeated.

    `held` maps each table to the keys to leave out, uuids in upper case, with the reason for each.
    """

    def __init__(self, held: Mapping[TableName, Mapping[Row, str]]) -> None:
        super().__init__("rows were refused when the transaction ended")
        self.held = held


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionOptions:
    """What the person who runs a session decided."""

    conflict_policy: ConflictPolicy = ConflictPolicy.SERVER_WINS
    error_policy: ErrorPolicy = ErrorPolicy.RETRY_ON_NEXT_SYNC


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Changes of one side, streamed out of one snapshot.

    `batches` may be consumed once: all upserts parents first, then all deletes children first. `bookmark` is that
    snapshot, under the mark that the client is to store. `again` says why everything was selected, if it was.
    """

    bookmark: Bookmark
    batches: Iterator[RowBatch]
    again: Again | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What a side is given to apply.

    `held` are rows that an earlier attempt of this phase found unacceptable; they are kept aside at once. `refused` are
    rows of this side that the other side could not take, in this session or before: they are nowhere but here, so no
    delete may take them along. `sent` is the sender's bookmark of an upload.

    Where `sync_type` replaces, every row of the tables that download is in it, and rows that are not are to go.
    """

    groups: Groups
    batches: Iterable[RowBatch]
    options: SessionOptions
    progress: Callable[[TableName, int], None]
    held: Mapping[TableName, Mapping[Row, str]] = field(default_factory=dict)
    refused: Mapping[TableName, frozenset[Row]] = field(default_factory=dict)
    sent: Bookmark | None = None
    sync_type: SyncType = SyncType.NORMAL


class Peer(Protocol):
    """What both sides can do."""

    @property
    def name(self) -> str:
        """The connection's name, for errors and results."""
        ...

    def scope(self, scope_name: str) -> ScopeInfo:
        """The scope as stored here, with setup and schema. Called first.

        Raises:
            NotProvisioned: it is not stored here, or what was set up for it is not intact.
        """
        ...

    def recover(self, groups: Groups) -> tuple[Recovered, ...]:
        """Record what may have been written while nothing recorded it, and commit; what that was, by table.

        Called once, before anything is selected or applied; nothing is written where there is nothing to record.
        """
        ...

    def clock_behind(self, groups: Groups) -> ClockBehind | None:
        """Whether the clock here is behind what it has stamped; called once, after `recover`.

        Raises:
            ClockIsBehind: other software that goes by the clock would miss what this session writes.
        """
        ...

    def encodings(self, groups: Groups) -> Mapping[TableName, tuple[str, ...]]:
        """The encodings that this side can send and receive, best first, `canonical` always among them.

        Called once per session, and only when many rows may move (a first sync, or one that replaces).
        """
        ...


class LocalPeer(Peer, Protocol):
    """The client's side."""

    def client(self, scope_name: str, parameter_hash: str) -> ScopeInfoClient:
        """Who this client is for the scope; the row is made, and committed, if it is the first time."""
        ...

    def to_load(self, scope_name: str) -> Mapping[TableName, tuple[str, ...]]:
        """What is missing here that no incremental session brings: columns by table, none named for all rows.

        An apply left it when it gave the scope a column or a table; `apply` ends it.
        """
        ...

    def fill(self, client: ScopeInfoClient, batches: Iterable[RowBatch], tables: Groups) -> None:
        """Write values of columns into rows that are here, and commit; no change of anybody's is recorded by it.

        A row that was changed here since the last session takes a value only where it has none.
        """
        ...

    def select(self, client: ScopeInfoClient, groups: Groups) -> AbstractContextManager[Selection]:
        """The changes that applications made here since the last session, in a snapshot that ends with the block."""
        ...

    def begin_anew(self, client: ScopeInfoClient, groups: Groups, noted: int | None) -> ScopeInfoClient:
        """The client as one that has never synced, its marks forgotten, every row a change of its own; committed.

        A session that dies after it is followed by another first sync. `noted` is the mark of the client that stands in
        the server's copy: it is not taken for somebody else's then (`knows`).
        """
        ...

    def knows(self, client: ScopeInfoClient, mark: int) -> bool:
        """Whether a mark that the server has noted was taken in this very database."""
        ...

    def part(self, client: ScopeInfoClient, identity: str) -> None:
        """Go on under another id; committed.

        Raises:
            Transient: another session of this client has come in between.
        """
        ...

    def has_noted(self, client: ScopeInfoClient, mark: int) -> bool:
        """Whether `note` has stored something for a mark that the server has noted, in a session that has not ended."""
        ...

    def resume(self, client: ScopeInfoClient, mark: int) -> None:
        """Go on from that. Called before anything is selected, if at all."""
        ...

    def note(self, client: ScopeInfoClient, bookmark: Bookmark, *, sends: bool) -> Bookmark:
        """Store, and commit, what the server has of this client once it notes this mark, before anything is sent.

        That is what the bookmark says if its selection is sent, else what it has had before. It may be given a greater
        mark, which is the session's from then on. Called inside the selection.
        """
        ...

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        """Apply the server's changes and, in the same transaction, store both marks and the state behind its own.

        After it, nothing is to be loaded anew.

        `local` is the bookmark of this session's own selection: rows changed here after it are conflicts.

        Where the delivery replaces, it wins over everything that is here, and what was not sent is journalled. If there
        was an upload, a row that was written here after it and that the delivery has not stays, to be sent next time.

        Raises:
            RowsRefused: nothing was applied; repeat the phase with the rows held.
        """
        ...


class RemotePeer(Peer, Protocol):
    """The server's side."""

    def noted(self, client: ScopeInfoClient) -> ScopeInfoClient | None:
        """The server's copy of a client's row, None if the server does not know it. Called once, at the beginning.

        If another session of this client does anything here from now on, this one ends with `Transient`.
        """
        ...

    def has_more_of(self, client: ScopeInfoClient, groups: Groups) -> bool:
        """Whether anything stands here that was sent under the client's id after the mark that it shows."""
        ...

    def set_apart(self, client: ScopeInfoClient) -> ScopeInfoClient:
        """The client under a new id, known here as one that has the marks that it shows; committed.

        Rows of it that are kept aside are the new id's; the old one stays, for whoever goes on under it.
        """
        ...

    def resume(self, client: ScopeInfoClient) -> bool:
        """Have the client go on from what it has sent in a session that was lost; False if too little is known of it.

        Called behind `noted`, if at all.
        """
        ...

    def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
        """Apply a client's changes and note its mark, `delivery.sent`, in one transaction.

        Nothing is begun when the client has no changes and nothing of it is kept aside.

        Raises:
            RowsRefused: nothing was applied; repeat the phase with the rows held.
        """
        ...

    def select(
        self,
        client: ScopeInfoClient,
        groups: Groups,
        encodings: Mapping[TableName, str],
        local: Bookmark,
        *,
        whole: frozenset[TableName] = frozenset(),
    ) -> AbstractContextManager[Selection]:
        """The changes that this client has not got, in a snapshot that ends with the block.

        A new client is given all rows; where it has sent some, in this session or in the lost one that it goes on from,
        all but those that are as it sent them, and the deletes since. One that is shown without a server mark is given
        all rows and no deletes, and any client all rows of the tables in `whole`.

        The selection's bookmark and the client's, `local`, are noted and committed in the server's copy of the client's
        row, and the state behind the mark is stored, before the block begins: what a client stores as its mark is never
        later than what `noted` gives, and is known here when it is shown.
        """
        ...

    def values(self, tables: Groups) -> AbstractContextManager[Selection]:
        """Every row of some tables, in a snapshot that ends with the block; called before anything is uploaded."""
        ...
