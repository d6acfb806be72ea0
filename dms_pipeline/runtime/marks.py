"""The marks of one client in one database: a mark is a key, and `dms_marks` has what it stands for.

The protocol, the same on both sides (spec: safe marks, 1.2; findings A1, A2):

1. A session issues a mark with the state of its selection: on a server before the selection is used, on a client in the
   transaction that stores the client's row. A mark is the clock's reading, or one more than the greatest mark that the
   client was given or has shown. It is never given twice: a lost answer would pair an old mark with a newer state.
2. A client shows the mark that it stored last. If its state is here, that is what the client has. States of earlier
   marks go; that one stays until a later one with a state is shown, for an answer may get lost again. What rows kept
   aside are compared with stays as long as they do.
3. A mark without a state was issued by other software. What that sent is not known, so the newest state before it that
   *this* client was given counts; another client's would pass over what was under way between the two.
4. Without any: everything that is tracked is sent again. What is a conflict is then decided by the mark as a clock
   reading, as the reference does. Taking everything for changed would make conflicts of all edits that wait on a client
   which is taken over, and most of them would lose.
5. A mark below one that was shown before comes from a client that was restored or copied. It has lost what it uploaded
   since, so it is sent everything, what it wrote itself too, and that can be in conflict with it.

Decided against: syncing by the clock alone where `dms_marks` is missing. It would lose rows without a word for as long
as nobody looks, and one `apply` ends it; so a sync is refused (`runtime.intact`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.schema.own import ERRORS, MARKS
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.result import Again

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.changes import SyncedTable


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What is known of the mark that a client shows.

    Attributes:
        since: what it has got; None: nothing is known, so everything is to be sent.
        seen: what its changes are judged against; None: it has never been here.
        again: why everything is sent to a client that was here before.
    """

    since: Bookmark | None = None
    seen: Bookmark | None = None
    again: Again | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    mark: int
    state: str | None
    issued: bool
    presented: bool


class Marks:
    """The marks of one client, scope and parameters, during one session; `presented` is the one it shows."""

    def __init__(
        self, connection: Connection, client: ScopeInfoClient, presented: int | None, now: Callable[[], datetime]
    ) -> None:
        self.connection = connection
        self.changes = connection.provider.changes()
        self.client = client
        self.presented = None if client.is_new else presented
        self.now = now
        self._table = own_table(connection, MARKS)
        self._style = connection.provider.traits.style
        self._recalled: dict[int, Bookmark] = {}
        self._key = (client.id.upper(), client.scope_name, client.hash)

    @property
    def _mine(self) -> str:
        mark = self._style.mark
        return f'"client_id" = {mark} AND "scope_name" = {mark} AND "parameter_hash" = {mark}'

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        rows = self.connection.rows(
            'SELECT "mark", "state", "issued_at" IS NOT NULL, "presented_at" IS NOT NULL'
            f' FROM {self._table} WHERE {self._mine} ORDER BY "mark"',
            self._key,
        )
        return tuple(_Row(int(mark), state, bool(issued), bool(presented)) for mark, state, issued, presented in rows)

    @cached_property
    def known(self) -> Known:
        """What the mark that is shown means; asked of the database once."""
        if self.presented is None:
            return Known()
        state = self._state()
        seen = state or Bookmark(self.presented)
        if any(row.presented and row.mark > self.presented for row in self._rows):
            return Known(seen=seen, again=Again.RETURNED)
        return Known(since=state, seen=seen, again=None if state else Again.UNKNOWN)

    def _state(self) -> Bookmark | None:
        """The state of the mark that is shown, or the newest one before it, if it is of this database."""
        assert self.presented is not None
        for row in reversed(self._rows):
            if row.issued and row.state is not None and row.mark <= self.presented:
                return self.changes.recall_bookmark(self.connection, Bookmark(row.mark, row.state))
        return None

    def of(self, mark: int) -> Bookmark:
        """A mark of this client with its state, by the clock alone where that is gone."""
        if mark not in self._recalled:
            state = next((row.state for row in self._rows if row.mark == mark), None)
            found = None if state is None else self.changes.recall_bookmark(self.connection, Bookmark(mark, state))
            self._recalled[mark] = found or Bookmark(mark)
        return self._recalled[mark]

    def take(self, tables: tuple[SyncedTable, ...]) -> Bookmark:
        """These tables as they are now, under a mark that this client was not given, which is not stored yet."""
        taken = self.changes.take_bookmark(self.connection, tables, self._states())
        greatest = max((row.mark for row in self._rows), default=0)
        return replace(taken, timestamp=max(taken.timestamp, greatest + 1, (self.presented or 0) + 1))

    def _states(self) -> Iterator[str]:
        """States that a provider may begin with: this client's, then the newest of anybody."""
        if self.known.seen is not None and self.known.seen.state is not None:
            yield self.known.seen.state
        newest = self.connection.value(
            f'SELECT "state" FROM {self._table} WHERE "state" IS NOT NULL ORDER BY "mark" DESC LIMIT 1'
        )
        if newest is not None:
            yield str(newest)

    def issue(self, bookmark: Bookmark) -> Bookmark:
        """Store a mark with its state, and that the client has shown the last one; the caller commits.

        The mark may have become greater: it is what the client is to be given.
        """
        at = self.now().isoformat(timespec="seconds")
        if self.presented is not None:
            self._present(self.presented, at)
        return self._insert(bookmark, at)

    def keep(self, bookmark: Bookmark) -> Bookmark:
        """Store a state that is given to nobody, to compare rows kept aside with; the caller commits."""
        return self._insert(bookmark, None)

    def _insert(self, bookmark: Bookmark, issued_at: str | None) -> Bookmark:
        sql = self._style.new_row(self._table, len(MARKS.columns), MARKS.key)
        while self.connection.execute(sql, (*self._key, bookmark.timestamp, bookmark.state, issued_at, None)) == 0:
            bookmark = replace(bookmark, timestamp=bookmark.timestamp + 1)  # another session of this client has it
        return bookmark

    def _present(self, presented: int, at: str) -> None:
        mark = self._style.mark
        changed = self.connection.execute(
            f'UPDATE {self._table} SET "presented_at" = {mark} WHERE {self._mine} AND "mark" = {mark}',
            (at, *self._key, presented),
        )
        if not changed:
            self.connection.execute(
                self._style.new_row(self._table, len(MARKS.columns), MARKS.key),
                (*self._key, presented, None, None, at),
            )
        has_state = any(row.mark == presented and row.issued and row.state is not None for row in self._rows)
        which = "" if has_state else ' AND "state" IS NULL'
        self.connection.execute(
            f'DELETE FROM {self._table} WHERE {self._mine} AND "mark" < {mark}{which} AND "mark" NOT IN'
            f' (SELECT "kept_since" FROM {own_table(self.connection, ERRORS)}'
            f' WHERE "scope_name" = {mark} AND "client_id" = {mark})',
            (*self._key, presented, self.client.scope_name, self.client.id),
        )

    def complete(self, connection: Connection, bookmark: Bookmark) -> None:
        """Store what has become known of a mark that is issued, by a connection that can write."""
        mark = self._style.mark
        connection.execute(
            f'UPDATE {self._table} SET "state" = {mark} WHERE {self._mine} AND "mark" = {mark}',
            (bookmark.state, *self._key, bookmark.timestamp),
        )
