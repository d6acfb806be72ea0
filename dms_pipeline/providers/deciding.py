"""The part of an apply that decides conflicts: by policy or by a handler; losers go to the journal.

What is decided at once is only whether the row that came is written like any other. Two answers of a handler need more:

* a row that is to count as this side's own (a merged one, or one whose sender the handler took away) waits until all
  others are written (`own_rows`), and is tracked as nobody's. One that a client cannot write is kept aside, and the
  row that it was to replace goes up instead: kept aside, it would count as the server's, which never had it;
* a client that keeps its row although the server has decided otherwise has sent it already. It is recorded as changed
  once more, so that it goes up again at the next sync; in the reference both sides then differ for good.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from typing import TYPE_CHECKING

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.rows import folded, is_same
from dms_pipeline.sync.changes import ChangeKind, row_to_text
from dms_pipeline.sync.conflict import ConflictPolicy, conflict, incoming_wins
from dms_pipeline.sync.handlers import ConflictArgs, ConflictResolution
from dms_pipeline.sync.result import TableCounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.changes import Task
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import Row, SyncedTable, Values
    from dms_pipeline.sync.conflict import Conflict

JOURNAL_ROWS = 500


class Deciding(ABC):
    """Who wins, what is remembered of the loser, and what is to be written later."""

    def __init__(self, connection: Connection, task: Task) -> None:
        self.connection = connection
        self.task = task
        self.counts: dict[TableName, TableCounts] = defaultdict(TableCounts)
        self.own_rows: dict[tuple[TableName, ChangeKind], Values] = defaultdict(list)
        self.merged: dict[tuple[TableName, Row], bool] = {}  # keys of merged rows, and whether a row was here before
        self.kept_before: dict[tuple[TableName, Row], Row] = {}  # the sender's rows that are tried again, by folded key
        self._conflicts: list[Conflict] = []
        self._remembered: set[int] = set()  # hashes of what is in the journal: a row may be judged in pass after pass
        self.holding = False  # inside a savepoint that may take back what is written into the journal
        self._won: set[int] = set()  # hashes of conflicts that were decided; a row that failed is judged once

    @abstractmethod
    def changed_since(self, table: SyncedTable, key: Row, since: Bookmark) -> tuple[Row | None] | None:
        """The row as it is here (or None in its place), if anybody but the sender changed it after a bookmark."""

    @abstractmethod
    def record_own(self, table: SyncedTable, key: Row, *, exists: bool) -> None:
        """Track a row that is here, or one that was deleted here, as changed by this side now."""

    def decide(self, table: SyncedTable, key: Row, incoming: Row | None, existing: Row | None) -> bool:
        """A row that both sides changed: whether the incoming one is written. The loser goes to the journal.

        Rows that are equal, or deleted on both sides, are no conflict. On a server such a row is left as it is: if it
        were written, it would be a change for everybody else, and win over theirs. A client's becomes the server's.

        Raises:
            SyncFailed: a handler ended the sync, or answered with another key.
        """
        if is_same(table, incoming, existing):
            return incoming is not None and not self.task.on_server
        if incoming is None and is_same(table, self.kept_before.get((table.name, folded(table, key))), existing):
            return True  # the sender deletes what it wrote itself, and what has gone in a moment ago
        decided = hash((table.name, key, existing))
        if decided in self._won:
            return True
        policy = self._policy(table)
        if self.task.handlers.on_conflict is not None and table.direction.uploads:
            return self._ask(table, key, incoming, existing, policy)
        self.remember(table, key, incoming, existing, kept=_winner(policy), rule=policy)
        wins = incoming_wins(on_server=self.task.on_server, policy=policy)
        if wins:
            self._won.add(decided)
        return wins

    def _ask(
        self, table: SyncedTable, key: Row, incoming: Row | None, existing: Row | None, policy: ConflictPolicy
    ) -> bool:
        """The same by the handler's answer."""
        if self.task.sent is not None and self.changed_since(table, key, self.task.sent) is None:
            policy = ConflictPolicy.SERVER_WINS  # it went up in this session, and the server has decided
        args = self._args(table, incoming, existing, policy)
        assert self.task.handlers.on_conflict is not None
        self.task.handlers.on_conflict(args)
        resolution = ConflictResolution(args.resolution)
        if resolution is ConflictResolution.THROW:
            raise SyncFailed(
                self.connection.endpoint,
                f"{table.name} {key}: the handler of conflicts ended the sync; nothing was applied",
            )
        self._won.add(hash((table.name, key, existing)))
        if resolution is ConflictResolution.MERGE_ROW:
            self.remember(table, key, incoming, existing, kept="merged", rule="handler")
            merged = self._final(table, key, args)
            self.own_rows[table.name, ChangeKind.UPSERT].append(merged)
            self.merged[table.name, table.key_of(merged)] = existing is not None
            return False
        kept = ConflictPolicy(resolution.value)
        rule = policy if kept is policy else "handler"
        self.remember(table, key, incoming, existing, kept=_winner(kept), rule=rule)
        if not incoming_wins(on_server=self.task.on_server, policy=kept):
            if not self.task.on_server:
                self.record_own(table, key, exists=existing is not None)
            return False
        if args.sender_scope_id is not None:
            return True
        if incoming is None:
            self.own_rows[table.name, ChangeKind.DELETE].append(key)
        else:
            self.own_rows[table.name, ChangeKind.UPSERT].append(incoming)
        return False

    def _args(
        self, table: SyncedTable, incoming: Row | None, existing: Row | None, policy: ConflictPolicy
    ) -> ConflictArgs:
        remote, local = (
            None if row is None else dict(zip(table.names, row, strict=True)) for row in (incoming, existing)
        )
        return ConflictArgs(
            table=table.name,
            on_server=self.task.on_server,
            remote_row=remote,
            local_row=local,
            resolution=ConflictResolution(policy.value),
            final_row=dict(remote or local or {}),
            sender_scope_id=self.task.writer,
        )

    def _final(self, table: SyncedTable, key: Row, args: ConflictArgs) -> Row:
        row = tuple(args.final_row.get(name) for name in table.names)
        if args.final_row.keys() != set(table.names):
            wrong = f"has other columns than {', '.join(table.names)}"
        elif folded(table, table.key_of(row)) != folded(table, key):
            wrong = "has another key"
        else:
            return row
        raise SyncFailed(self.connection.endpoint, f"{table.name} {key}: the merged row {wrong}; nothing was applied")

    def remember(  # noqa: PLR0913, PLR0917 - each argument is a fact of its own
        self, table: SyncedTable, key: Row, incoming: Row | None, existing: Row | None, kept: str, rule: str
    ) -> None:
        """Count a conflict, and keep both rows for the journal; once, however often it is decided in the same way."""
        met = hash((table.name, key, incoming, existing, kept))
        if met in self._remembered:
            return
        self._remembered.add(met)
        names = table.names
        self._conflicts.append(
            conflict(
                on_server=self.task.on_server,
                kept=kept,
                rule=rule,
                table=table.name,
                key=row_to_text(table.key, key),
                incoming=None if incoming is None else row_to_text(names, incoming),
                existing=None if existing is None else row_to_text(names, existing),
            )
        )
        self.counts[table.name].conflicts += 1
        if len(self._conflicts) >= JOURNAL_ROWS and not self.holding:
            self.flush_journal()

    def keeps(self, table: SyncedTable, key: Row, existing: Row, victims: Sequence[tuple[SyncedTable, Row]]) -> bool:
        """Whether a row stays whose delete would take others along that the sender never saw; the policy decides.

        The losers are journalled. A row that stays is to be tracked as nobody's change: the sender gets it back.
        """
        policy = self._policy(table)
        kept = _winner(policy)
        if not incoming_wins(on_server=self.task.on_server, policy=policy):
            self.remember(table, key, None, existing, kept, policy)
            return True
        for victim, row in victims:
            self.remember(victim, tuple(row[place] for place in victim.key_places), None, row, kept, policy)
        return False

    def _policy(self, table: SyncedTable) -> ConflictPolicy:
        if not table.direction.uploads:
            return ConflictPolicy.SERVER_WINS  # what a client may not send cannot win
        return self.task.delivery.options.conflict_policy

    def decisions(self) -> tuple[int, set[int], set[int]]:
        """What has been decided so far, for `take_back`; only while the journal is held."""
        return len(self._conflicts), set(self._remembered), set(self._won)

    def take_back(self, decisions: tuple[int, set[int], set[int]]) -> None:
        """Forget what was decided since."""
        length, self._remembered, self._won = decisions
        del self._conflicts[length:]

    def flush_journal(self) -> None:
        """Write what was remembered."""
        if self._conflicts:
            self.task.journal(self._conflicts)
            self._conflicts = []


def _winner(policy: ConflictPolicy) -> str:
    return "server" if policy is ConflictPolicy.SERVER_WINS else "client"
