"""A session between our two peers, counted in the words of the reference's result.

The reference counts what a side selected; we count what a side wrote. Two numbers are derived, nothing is guessed:

* *selected* is counted where the batches pass. A whole table that goes in the driver's own form is counted by what
  became of it on the other side.
* *resolved* is what was sent and neither written nor kept aside, plus what was written against a change of the
  receiver's. So a delete of a row that is not there is resolved, as in the reference; with us it is no conflict. And
  what a client lost on the server is resolved there alone with us; the reference counts it on the client once more,
  so a row that both sides have sent, and the client has written, counts. What a reinitialisation overwrites on the
  client counts nowhere, as in the reference; we journal it.
"""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.sync.changes import CANONICAL, ChangeKind
from tests.recordings.expected import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import RowBatch
    from dms_pipeline.sync.conflict import ErrorPolicy
    from dms_pipeline.sync.handlers import Handlers
    from dms_pipeline.sync.peers import Delivery, Groups, Selection
    from dms_pipeline.sync.result import Applied, SyncResult
    from tests.recordings.expected import Facts

Key = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class Session:
    """What passes between the peers, and what an application does meanwhile."""

    error_policy: ErrorPolicy
    handlers: Mapping[str, Handlers]
    written: Mapping[str, bool]  # by side: it writes something where it decides a conflict
    during: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    result: SyncResult | None = None
    sent: dict[str, Counter[tuple[str, ChangeKind]]] = field(default_factory=dict)
    keys: dict[str, dict[Key, ChangeKind]] = field(default_factory=dict)
    whole: dict[str, set[str]] = field(default_factory=dict)
    kept: dict[str, set[Key]] = field(default_factory=dict)

    def event(self, name: str) -> None:
        """A moment of the session has come; what belongs to it runs once."""
        if (action := dict(self.during).get(name)) is not None:
            self.during = {other: each for other, each in self.during.items() if other != name}
            action()

    def counting(self, side: str, selection: Selection, groups: Groups) -> Selection:
        """A selection whose batches are counted as they pass; a second attempt counts anew."""
        self.sent[side], self.keys[side], self.whole[side] = Counter(), {}, set()
        return replace(selection, batches=self._passing(side, selection.batches, groups))

    def _passing(self, side: str, batches: Iterator[RowBatch], groups: Groups) -> Iterator[RowBatch]:
        tables = {table.name: table for group in groups for table in group}
        last = None
        for batch in batches:
            if last is not None and batch.table != last:
                self.event(f"{side}:TableChangesSelected")
            last = batch.table
            name = batch.table.name
            if batch.encoding != CANONICAL:
                self.whole[side].add(name)
            else:
                self.sent[side][name, batch.kind] += len(batch.rows)
                places = tables[batch.table].key_places
                for row in batch.rows:
                    key = row if batch.kind is ChangeKind.DELETE else tuple(row[place] for place in places)
                    self.keys[side][name, tuple(map(str, key))] = batch.kind
            yield batch
        if last is not None:
            self.event(f"{side}:TableChangesSelected")

    def facts(self) -> Facts:
        """The result, in the words of the reference."""
        assert self.result is not None
        facts: Facts = {}
        for sender, receiver, applied in (
            ("client", "server", self.result.to_server),
            ("server", "client", self.result.to_client),
        ):
            facts |= self._facts(sender, receiver, applied)
        return facts

    def _facts(self, sender: str, receiver: str, applied: Applied) -> Facts:
        sent = self.sent.get(sender, Counter())
        kept = self.kept.get(receiver, ()) if self.error_policy.tries_kept_rows else ()
        retried = Counter(table for table, key in kept if (table, key) not in self.keys[sender])
        wins = self.written[receiver]
        facts: Facts = {}
        assert self.result is not None
        for name in self.result.tables:
            table = name.name
            counts = applied.tables.get(name)
            written = counts.rows + counts.deletes if counts else 0
            failed = counts.failed if counts else 0
            conflicts = counts.conflicts if counts else 0
            upserts, deletes = sent[table, ChangeKind.UPSERT], sent[table, ChangeKind.DELETE]
            if table in self.whole.get(sender, ()):
                upserts = written + failed
            unwritten = upserts + deletes + retried[table] - written - failed
            # What a handler was asked about it has decided, and counted; a reinitialisation asks nobody.
            asked = self.handlers[receiver].on_conflict is not None
            replaced = receiver == "client" and self.result.sync_type.replaces
            resolved = unwritten + (conflicts if wins and not replaced else 0)
            if receiver == "client" and wins and not asked and not self.result.is_first and not replaced:
                resolved += sum(key[0] == table for key in self._lost())
            if text := counted(upserts=upserts, deletes=deletes):
                facts[f"{sender} sent {table}"] = text
            if text := counted(applied=written, resolved=resolved, failed=failed):
                facts[f"{receiver} applied {table}"] = text
        return facts

    def _lost(self) -> Iterator[Key]:
        """The rows that both sides have sent and that are still there on one of them."""
        theirs = self.keys["server"]
        for key, kind in self.keys["client"].items():
            if key in theirs and ChangeKind.UPSERT in {kind, theirs[key]}:
                yield key

    def kept_on(self, side: str, connection: Connection, client: ScopeInfoClient) -> set[Key]:
        """The rows that a side keeps aside for a client, before it applies anything."""
        rows = connection.rows("SELECT table_name, row_key, client_id FROM dms_errors")
        return {
            (table, tuple(str(value) for value in json.loads(key).values()))
            for table, key, owner in rows
            if side == "client" or str(owner).lower() == client.id.lower()
        }


class CountedLocal(LocalDatabasePeer):
    """The client's side, counted."""

    def __init__(self, connection: Connection, session: Session) -> None:
        super().__init__(connection, handlers=session.handlers["client"])
        self.session = session

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups) -> Iterator[Selection]:
        """Count what the client sends."""
        with super().select(client, groups) as selection:
            yield self.session.counting("client", selection, groups)

    def apply(self, client: ScopeInfoClient, delivery: Delivery, local: Bookmark, remote: Bookmark) -> Applied:
        """Know what was kept aside before."""
        self.session.event("client:DatabaseChangesApplying")
        self.session.kept["client"] = self.session.kept_on("client", self.connection, client)
        return super().apply(client, delivery, local, remote)


class CountedRemote(RemoteDatabasePeer):
    """The server's side, counted."""

    def __init__(self, connection: Connection, session: Session, *, client_name: str) -> None:
        super().__init__(connection, client_name=client_name, handlers=session.handlers["server"])
        self.session = session

    def apply(self, client: ScopeInfoClient, delivery: Delivery) -> Applied:
        """Know what was kept aside before."""
        self.session.kept["server"] = self.session.kept_on("server", self.connection, client)
        return super().apply(client, delivery)

    @contextmanager
    def select(self, client: ScopeInfoClient, groups: Groups, *args: Any, **kwargs: Any) -> Iterator[Selection]:
        """Count what the server sends."""
        self.session.event("server:DatabaseChangesSelecting")
        with super().select(client, groups, *args, **kwargs) as selection:
            yield self.session.counting("server", selection, groups)
