"""Replacing what a client holds by all rows of its server (a reinitialisation): the part that every database shares.

A difference of sets, not a reset: all rows that come are written over those that are here, then the rows that did not
come are deleted, children first, like deletes that the server sent. They are told by their tracking rows: whatever an
apply has written carries its stamp there. So a replacement costs no second set of keys, and

* rows outside the scope that refer to rows which stay are left alone. Emptying the tables first, as the reference does,
  would take them along (ON DELETE CASCADE), or fail because of them;
* triggers are never switched off for it. The reference leaves those of PostgreSQL off (H14);
* the client may have no row at all left, where the server has none (H16 leaves them all);
* tables that do not download are not touched (H15 empties them).

What is overwritten or goes was either the server's once, or it is journalled as the loser: rows that an application
changed here since they were sent, and rows of which nothing is recorded. The reference forgets them. Three kinds of
rows stay as they are, because nobody else has them: those that the server has kept aside (`Delivery.refused`); those
whose newer version could not be written here; and, after an upload, those written since. Where nothing was sent, a row
of the first kind that has changed here since goes up with the next session: the server keeps an older version.

The rows that went are counted apart (`TableCounts.removed`): no change came for them. Their tracking rows stay as
tombstones of the server's: a deferred key that refuses one of them when the transaction ends names it by that.

An empty table of PostgreSQL is copied straight in, as by a first sync.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.providers.applying import Application
from dms_pipeline.providers.rows import folded
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import ChangeKind
from dms_pipeline.sync.directives import SyncType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.changes import Outcome
    from dms_pipeline.providers.rows import Peekable
    from dms_pipeline.sync.changes import Row, SyncedTable, Values


class Replacing(Application):
    """An apply that may be a replacement; what a database does its own way is the subclass's."""

    @abstractmethod
    def beyond(self, table: SyncedTable, spared: Bookmark | None) -> Iterator[Values]:
        """The keys of the rows that this apply has not written, a list at a time; rows may be deleted meanwhile.

        Rows that an application has written after `spared` are left out; None: none are.
        """

    def run(self) -> Outcome:
        """Do all of it."""
        if self.task.delivery.sync_type is SyncType.REINITIALIZE:
            self._keep_recorded()
        outcome = super().run()
        if not self.task.replaces:
            return outcome
        counts = {table: replace(count, deletes=0, removed=count.deletes) for table, count in outcome.counts.items()}
        return replace(outcome, counts=counts)

    def _keep_recorded(self) -> None:
        """The mark moves past changes that were not sent: have those of rows that stay count as made now."""
        for name, keys in self.task.delivery.refused.items():
            table = self._tables[name]
            for key in keys:
                found = self.changed_since(table, key, self.task.seen or Bookmark(0))
                if found is not None:
                    self.record_own(table, key, exists=found[0] is not None)

    def _deletes(self, group: tuple[SyncedTable, ...], stream: Peekable) -> None:
        super()._deletes(group, stream)
        if self.task.replaces:
            for table in reversed(group):
                if table.direction.downloads:
                    self._take_away(table)
            self.end_deletes(group)

    def _take_away(self, table: SyncedTable) -> None:
        sent = self.task.delivery.sync_type is SyncType.REINITIALIZE_WITH_UPLOAD and table.direction.uploads
        staying = self._refused(table) | {
            folded(table, row.key) for row in self.failed if row.table == table.name and row.kind is ChangeKind.UPSERT
        }
        for keys in self.beyond(table, self.task.seen if sent else None):
            going = [key for key in keys if folded(table, key) not in staying] if staying else keys
            if going := self._without_held(table, ChangeKind.DELETE, going):
                self.delete(table, going)

    def _without_held(self, table: SyncedTable, kind: ChangeKind, rows: Values) -> Values:
        rows = super()._without_held(table, kind, rows)
        refused = self._refused(table) if self.task.replaces and kind is ChangeKind.UPSERT else frozenset()
        if not refused:
            return rows
        return [row for row, key in zip(rows, table.keys_of(rows), strict=True) if folded(table, key) not in refused]

    def _refused(self, table: SyncedTable) -> frozenset[Row]:
        return self.task.delivery.refused.get(table.name, frozenset())
