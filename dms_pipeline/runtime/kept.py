"""What a side keeps aside: rows that could not be applied (`dms_errors`) and losers of conflicts (`dms_journal`).

Both are ordinary tables that anybody can read: values are JSON texts (`sync.changes.row_to_text`), times ISO 8601 UTC.
A row that failed is tried again at each session of its client and scope until it goes in, a newer version of it comes,
or the row is changed here; under a policy that only continues it waits for the last two. Its number stays the same
meanwhile. Numbers are per database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.own import ERRORS, JOURNAL
from dms_pipeline.sync.changes import ChangeKind, row_from_text, row_to_text
from dms_pipeline.sync.result import FailedRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfoClient, TableName
    from dms_pipeline.schema.own import OwnTable
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import SyncedTable
    from dms_pipeline.sync.conflict import Conflict
    from dms_pipeline.sync.peers import Groups


def own_table(connection: Connection, table: OwnTable) -> str:
    """The quoted name of one of our tables."""
    traits = connection.provider.traits
    return traits.style.table(traits.default_schema, table.name)


@dataclass(frozen=True, slots=True)
class _Kept:
    number: int
    attempts: int
    first_at: str
    since: int


def has_errors(connection: Connection) -> bool:
    """Rows are kept here, of whatever client."""
    return bool(connection.value(f"SELECT EXISTS (SELECT 1 FROM {own_table(connection, ERRORS)})"))


def rename_client(connection: Connection, client: ScopeInfoClient, identity: str) -> None:
    """What a database keeps aside of a client's rows is another id's from now on; the caller commits."""
    mark = connection.provider.traits.style.mark
    connection.execute(
        f'UPDATE {own_table(connection, ERRORS)} SET "client_id" = {mark}'
        f' WHERE "scope_name" = {mark} AND "client_id" = {mark}',
        (identity, client.scope_name, client.id),
    )


class KeptRows:
    """The rows kept aside for one client and scope in one database, during one session."""

    def __init__(self, connection: Connection, client: ScopeInfoClient, now: Callable[[], datetime]) -> None:
        self.connection = connection
        self.client = client
        self.style = connection.provider.traits.style
        self.now = now
        self.conflict_ids: list[int] = []
        self._before: dict[tuple[str, str, str], _Kept] = {}

    def _lock_numbers(self) -> None:
        self.connection.provider.changes().lock_numbers(self.connection)

    def _where(self) -> str:
        mark = self.style.mark
        return f'"scope_name" = {mark} AND "client_id" = {mark}'

    def any_errors(self) -> bool:
        """Rows of this client are kept here."""
        sql = f"SELECT count(*) FROM {own_table(self.connection, ERRORS)} WHERE {self._where()}"
        return bool(self.connection.value(sql, (self.client.scope_name, self.client.id)))

    def errors(self, groups: Groups, of: Callable[[int], Bookmark]) -> tuple[FailedRow, ...]:
        """The rows to try again, oldest first; those of tables that are no longer synced stay where they are.

        `of` gives the bookmark of a mark.
        """
        tables = {str(table.name): table for group in groups for table in group}
        sql = (
            'SELECT "error_id", "table_name", "row_key", "change_kind", "row_values", "attempts", "first_at", "reason",'
            ' "kept_since"'
            f' FROM {own_table(self.connection, ERRORS)} WHERE {self._where()} ORDER BY "error_id"'
        )
        rows: list[FailedRow] = []
        for number, name, key, kind, values, attempts, first_at, reason, since in self.connection.rows(
            sql, (self.client.scope_name, self.client.id)
        ):
            table = tables.get(name)
            if table is None:
                continue
            self._before[name, key, kind] = _Kept(number, attempts, first_at, since)
            names = table.key if kind == ChangeKind.DELETE else table.names
            rows.append(
                FailedRow(
                    table=table.name,
                    kind=ChangeKind(kind),
                    key=row_from_text(table.key, key),
                    row=row_from_text(names, values),
                    reason=reason,
                    kept_since=of(since),
                )
            )
        return tuple(rows)

    def replace_errors(
        self, groups: Groups, failed: Sequence[FailedRow], left: Sequence[FailedRow], since: int
    ) -> tuple[int, ...]:
        """Keep exactly these rows from now on; the numbers of those that failed, in the order given.

        New ones are kept since a mark. Those that are `left` were not tried, and stay as they are.
        """
        tables: dict[TableName, SyncedTable] = {table.name: table for group in groups for table in group}
        for row in left:
            del self._before[str(row.table), row_to_text(tables[row.table].key, row.key), row.kind]
        if not failed and not self._before:
            return ()
        name, at = own_table(self.connection, ERRORS), self.now().isoformat(timespec="seconds")
        self._lock_numbers()
        for kept in self._before.values():
            self.connection.execute(f'DELETE FROM {name} WHERE "error_id" = {self.style.mark}', (kept.number,))
        free = int(self.connection.value(f'SELECT coalesce(max("error_id"), 0) FROM {name}')) + 1
        free = max([free, *(kept.number + 1 for kept in self._before.values())])
        rows, numbers = [], []
        for row in failed:
            table = tables[row.table]
            key = row_to_text(table.key, row.key)
            values = row_to_text(table.key if row.kind is ChangeKind.DELETE else table.names, row.row)
            kept = self._before.get((str(row.table), key, row.kind)) or _Kept(free, 0, at, since)
            free = max(free, kept.number + 1)
            numbers.append(kept.number)
            rows.append(
                (
                    kept.number,
                    self.client.scope_name,
                    self.client.id,
                    str(row.table),
                    key,
                    str(row.kind),
                    values,
                    row.reason,
                    kept.attempts + 1,
                    kept.first_at,
                    at,
                    kept.since,
                )
            )
        if rows:
            self.connection.execute_many(f"INSERT INTO {name} VALUES ({self.style.marks(len(ERRORS.columns))})", rows)
        return tuple(numbers)

    def journal(self, conflicts: list[Conflict]) -> None:
        """Keep the losers; the session's numbers for them are gathered in `conflict_ids`.

        A session that is repeated meets the same rows again: what stands there last for a key is not written twice.
        """
        name, at = own_table(self.connection, JOURNAL), self.now().isoformat(timespec="seconds")
        self._lock_numbers()
        known = self._newest(name, conflicts)
        free = int(self.connection.value(f'SELECT coalesce(max("conflict_id"), 0) FROM {name}')) + 1
        rows = []
        for conflict in conflicts:
            number, *before = known.get((str(conflict.table), conflict.key), (0,))
            if before != [conflict.kept, conflict.server_row, conflict.client_row]:
                number, free = free, free + 1
                rows.append(
                    (
                        number,
                        self.client.scope_name,
                        self.client.id,
                        str(conflict.table),
                        conflict.key,
                        str(conflict.rule),
                        conflict.kept,
                        str(conflict.server_change),
                        str(conflict.client_change),
                        conflict.server_row,
                        conflict.client_row,
                        at,
                    )
                )
            self.conflict_ids.append(number)
        if rows:
            self.connection.execute_many(f"INSERT INTO {name} VALUES ({self.style.marks(len(JOURNAL.columns))})", rows)

    def _newest(self, name: str, conflicts: list[Conflict]) -> dict[tuple[str, str], tuple[Any, ...]]:
        """By table and key the last entry of this client: its number, what was kept, both rows."""
        keys = tuple({conflict.key for conflict in conflicts})
        where = f'{self._where()} AND "row_key" IN ({self.style.marks(len(keys))})'
        rows = self.connection.rows(
            'SELECT "table_name", "row_key", "conflict_id", "kept", "server_row", "client_row"'
            f' FROM {name} WHERE {where} ORDER BY "conflict_id"',
            (self.client.scope_name, self.client.id, *keys),
        )
        return {(table, key): tuple(entry) for table, key, *entry in rows}
