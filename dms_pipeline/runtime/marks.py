"""The marks of one client in one database: a mark is a key, and `dms_marks` has what it stands for.

The protocol, the same on both sides where nothing else is said (spec: safe marks, 1.2; findings A1, A2, A5):

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
5. Before a client sends anything, it stores the state of its selection under the mark of the session, not given yet, in
   a transaction of its own. The server notes that mark in the transaction in which it applies what was sent: all of it,
   what it refuses being kept aside there and then. So where the server has noted M, it has what is inside the client's
   state M, by induction: the session of M sent what lay between that and a state of which the same held. A session that
   sends nothing stores nothing, since its mark says nothing new; but if it goes on from M, its own mark takes the place
   of M on the server, so M's state is stored under it. That holds for one, too, that keeps back what it has (a
   reinitialisation).
6. If a session is lost, the next one goes on from the mark that the server has noted, if its state is stored here and
   that session has not ended here. What lies before is not sent again: no conflict is decided twice, and what was done
   to a row since is none. What the server decided comes down, being outside the server's state that the client shows.
   Only the very mark counts: one between two states stands for neither, and a server that was restored behind the
   upload has noted an earlier one. Edits made since are judged against the server's state that the client shows, as
   ever. A handler of conflicts on the client is asked about all that changed since the last session that ended, since
   nobody has asked it about what the server decided in the one that was lost.
7. A new client has shown nothing. With the first rows that it sends, in the same transaction, the server stores the
   state that it had before (`meet`). What stands there by the client's id outside that state is as the client sent it:
   it does not come back, so it cannot meet an edit made meanwhile. What others have deleted outside it may have been
   the client's; so the deletes are told, and judged on the client like any download, and rows that are sent in a second
   attempt can contradict them. Deletes of the time before are nothing to a new client. The first such state counts,
   however many sessions are lost, until a client that begins anew stores another.
8. What stands on a server by a client's id, outside the state of the mark that it shows, was sent in a session that has
   not ended on the client; and a mark under which this database has sent anything is stored here (5). So where the
   server has noted a mark that is not stored here, and such rows are there, another database has sent them: a copy, or
   this one before it was restored. The client then takes a new id, under which the server stores the states up to the
   mark that is shown: it is sent the old id's changes like anybody's, and meets them in conflicts. Which of two copies
   keeps the id makes no difference, and as long as they send nothing there is nothing to tell. A session that is lost
   while it sends nothing leaves a mark that is not stored here, too, but no rows. That nobody comes in between, each
   transaction that writes makes sure (`peer`).

What 5 to 8 assume: a database's `dms_marks` is copied and restored with its rows; two databases under one id do not
take their marks in the same unit of the clock, or each could hold the other's for its own.

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


MAX_LOST = 10  # states of sessions that were lost before the server noted them; an older one's is long over


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
        self.resumed: Bookmark | None = None
        self._met: Bookmark | None = None
        self._noted = 0  # the mark of this session that `note` has stored
        self._recalled: dict[int, Bookmark] = {}
        self._key = (client.id.upper(), client.scope_name, client.hash)

    @property
    def _mine(self) -> str:
        mark = self._style.mark
        return f'"client_id" = {mark} AND "scope_name" = {mark} AND "parameter_hash" = {mark}'

    @property
    def _at(self) -> str:
        return self.now().isoformat(timespec="seconds")

    @property
    def _owner(self) -> tuple[str, str]:
        return self.client.scope_name, self.client.id

    @property
    def _unkept(self) -> str:
        """The condition, with `_owner` as parameters, that no row kept aside is compared with a state."""
        mark = self._style.mark
        errors = own_table(self.connection, ERRORS)
        return f'"mark" NOT IN (SELECT "kept_since" FROM {errors} WHERE "scope_name" = {mark} AND "client_id" = {mark})'

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        rows = self.connection.rows(
            'SELECT "mark", "state", "issued_at" IS NOT NULL, "presented_at" IS NOT NULL'
            f' FROM {self._table} WHERE {self._mine} ORDER BY "mark"',
            self._key,
        )
        return tuple(_Row(int(mark), state, bool(issued), bool(presented)) for mark, state, issued, presented in rows)

    @property
    def known(self) -> Known:
        """What the mark that is shown means, or the later one that is gone on from."""
        if self.resumed is not None:
            return replace(self._shown, since=self.resumed, again=None)
        return self._shown

    @cached_property
    def _shown(self) -> Known:
        if self.presented is None:
            return Known()
        state = self._state()
        seen = state or Bookmark(self.presented)
        return Known(since=state, seen=seen, again=None if state else Again.UNKNOWN)

    def _state(self) -> Bookmark | None:
        """The state of the mark that is shown, or the newest one before it, if it is of this database."""
        assert self.presented is not None
        for row in reversed(self._rows):
            if row.issued and row.state is not None and row.mark <= self.presented:
                return self.changes.recall_bookmark(self.connection, Bookmark(row.mark, row.state))
        return None

    def has(self, mark: int) -> bool:
        """A mark was taken here, or is remembered as one that was."""
        return any(row.mark == mark for row in self._rows)

    def noted(self, mark: int) -> Bookmark | None:
        """What `note` has stored under a mark, in a session that was lost."""
        for row in self._rows:
            if row.mark == mark and row.state is not None and not row.issued:
                return self.changes.recall_bookmark(self.connection, Bookmark(mark, row.state))
        return None

    def meet(self, bookmark: Bookmark) -> None:
        """Store the state at which a new client has sent rows for the first time; the caller commits."""
        self._met = self._insert(self.connection, bookmark, None, presented_at=self._at)

    @property
    def met(self) -> Bookmark | None:
        """That state, of this session or an earlier one."""
        for row in () if self._met else reversed(self._rows):
            if row.presented and not row.issued and row.state is not None:
                self._met = self.changes.recall_bookmark(self.connection, Bookmark(row.mark, row.state))
                break
        return self._met

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
        greatest = max((self.presented or 0, self._noted, *(row.mark for row in self._rows)))
        return replace(taken, timestamp=max(taken.timestamp, greatest + 1))

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
        at = self._at
        if self.presented is not None:
            self._present(self.presented, at)
        if bookmark.timestamp == self._noted:
            mark, where = self._style.mark, self._mine
            self.connection.execute(
                f'UPDATE {self._table} SET "state" = {mark}, "issued_at" = {mark} WHERE {where} AND "mark" = {mark}',
                (bookmark.state, at, *self._key, bookmark.timestamp),
            )
            return bookmark
        return self._insert(self.connection, bookmark, at)

    def keep(self, bookmark: Bookmark) -> Bookmark:
        """Store a state that is given to nobody, to compare rows kept aside with; the caller commits."""
        return self._insert(self.connection, bookmark, None)

    def note(self, writer: Connection, bookmark: Bookmark) -> Bookmark:
        """Store what the other side has once it notes this mark, by a connection that can write; the caller commits."""
        noted = self._insert(writer, bookmark, None)
        self._noted = noted.timestamp
        start = 0 if self.resumed is None else self.resumed.timestamp
        lost = [row.mark for row in self._rows if not row.issued and not row.presented and row.mark != start]
        if len(lost) > MAX_LOST:
            mark = self._style.mark
            writer.execute(
                f'DELETE FROM {self._table} WHERE {self._mine} AND "mark" <= {mark} AND "mark" <> {mark}'
                f' AND "issued_at" IS NULL AND "presented_at" IS NULL AND {self._unkept}',
                (*self._key, lost[-MAX_LOST - 1], start, *self._owner),
            )
        return noted

    def _insert(
        self, connection: Connection, bookmark: Bookmark, issued_at: str | None, presented_at: str | None = None
    ) -> Bookmark:
        sql = self._style.new_row(self._table, len(MARKS.columns), MARKS.key)
        while connection.execute(sql, (*self._key, bookmark.timestamp, bookmark.state, issued_at, presented_at)) == 0:
            bookmark = replace(bookmark, timestamp=bookmark.timestamp + 1)  # another session of this client has it
        return bookmark

    def _present(self, presented: int, at: str) -> None:
        mark = self._style.mark
        changed = self.connection.execute(
            f'UPDATE {self._table} SET "presented_at" = {mark} WHERE {self._mine} AND "mark" = {mark}',
            (at, *self._key, presented),
        )
        if not changed:
            self._mention(presented, at)
        has_state = any(row.mark == presented and row.issued and row.state is not None for row in self._rows)
        which = "" if has_state else ' AND "state" IS NULL'
        self.connection.execute(
            f'DELETE FROM {self._table} WHERE {self._mine} AND "mark" < {mark}{which} AND {self._unkept}',
            (*self._key, presented, *self._owner),
        )

    def _mention(self, mark: int, at: str) -> None:
        """Store a mark of which nothing is known, if it is not there."""
        self.connection.execute(
            self._style.new_row(self._table, len(MARKS.columns), MARKS.key), (*self._key, mark, None, None, at)
        )

    def forget(self, noted: int | None) -> None:
        """Delete what is stored, but for what rows kept aside are compared with; the caller commits.

        That what the other side has noted last was taken here is remembered.
        """
        self.connection.execute(
            f"DELETE FROM {self._table} WHERE {self._mine} AND {self._unkept}", (*self._key, *self._owner)
        )
        if noted is not None:
            self._mention(noted, self._at)

    def pass_on(self, identity: str) -> None:
        """Store for another id what it needs to go on from the mark that is shown, and rows kept aside; not committed.

        What was given later stays this id's alone.
        """
        mark = self._style.mark
        columns = self._style.names([column.name for column in MARKS.columns[1:]])
        self.connection.execute(
            f'INSERT INTO {self._table} ("client_id", {columns}) SELECT {mark}, {columns} FROM {self._table}'
            f' WHERE {self._mine} AND ("mark" <= {mark} OR NOT {self._unkept})',
            (identity.upper(), *self._key, self.presented or 0, *self._owner),
        )

    def rename(self, identity: str) -> None:
        """All that is stored is another id's from now on; the caller commits."""
        self.connection.execute(
            f'UPDATE {self._table} SET "client_id" = {self._style.mark} WHERE {self._mine}',
            (identity.upper(), *self._key),
        )

    def complete(self, connection: Connection, bookmark: Bookmark) -> None:
        """Store what has become known of a mark that is issued, by a connection that can write."""
        mark = self._style.mark
        connection.execute(
            f'UPDATE {self._table} SET "state" = {mark} WHERE {self._mine} AND "mark" = {mark}',
            (bookmark.state, *self._key, bookmark.timestamp),
        )
