"""Cleaning up: tracking rows go that no client will ask for any more.

What a client has is the state behind its mark (`marks`), so what may go is what is inside *every* state that a client
was given, whether it has confirmed it or not: its answer may have been lost, or be on its way (finding A10). A client
that the reference serves has a mark alone, which counts as a reading of the clock. States that were given to nobody
count too: those that rows kept aside are compared with, since a change that is forgotten would lose to such a row, and
those from which a first session that was lost is gone on from.

A limit that is given to a server goes further: clients whose mark is below it are not waited for. They are out of date
from then on, and are told so at their next sync (`sync.session.is_outdated`); their states go. The limit is stored
first, in a transaction of its own. So a clean-up that is broken off has at worst removed less than it said, and whoever
misses what was removed sees the limit: a session under way looks again, inside the snapshot that it sends and at the
end of what it applies (`orchestrator`). On a client a limit removes no change that was not sent.

Decided against: the reference's default on a server, the least mark of the clients' *own* clocks. With clients of
another kind than the server it removes everything, and stores a limit that locks all of them out (H10). And on a
client, cleaning up after each sync: it saves little there, and the reference's own conflict test needs what it removes
(H11).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.scope_tables import writing
from dms_pipeline.schema.own import ERRORS, MARKS
from dms_pipeline.sync.bookmark import Bookmark
from dms_pipeline.sync.changes import synced_groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.runtime.side import Side
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, TableName
    from dms_pipeline.sync.changes import SyncedTable


@dataclass(frozen=True, kw_only=True, slots=True)
class TableMetadatasCleaned:
    """What a clean-up removed from one tracking table; `table` is the table that it belongs to."""

    table: TableName
    rows_cleaned_count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DatabaseMetadatasCleaned:
    """What a clean-up removed from a database.

    Attributes:
        timestamp_limit: no tracking row stamped later was removed; None where no client has synced yet.
        tables: those of which anything was removed, by name.
    """

    timestamp_limit: int | None
    tables: tuple[TableMetadatasCleaned, ...] = ()

    @property
    def rows_cleaned_count(self) -> int:
        """The tracking rows that were removed."""
        return sum(table.rows_cleaned_count for table in self.tables)


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks that clients may show, and those that rows kept aside are compared with, as far as they have states."""

    shown: tuple[Bookmark, ...]
    compared: tuple[Bookmark, ...]


def delete_metadatas(
    side: Side, timestamp: int | None, mark_of: Callable[[ScopeInfoClient], int | None], *, waits: bool
) -> DatabaseMetadatasCleaned:
    """Remove tracking rows that every client has, up to a timestamp if one is given.

    `mark_of` is a client's mark here; without `waits`, clients whose mark is lower than the timestamp do not count.
    """
    marks = _marks(side, mark_of)
    limit = timestamp if timestamp is not None else min((one.timestamp for one in marks.shown), default=None)
    if limit is None:
        return DatabaseMetadatasCleaned(timestamp_limit=None)
    waited_for = (*(one for one in marks.shown if waits or one.timestamp >= limit), *marks.compared)
    recalled = [side.changes.recall_bookmark(side.connection, one) for one in waited_for if one.state is not None]
    stored = side.changes.read_scopes(side.connection, side.scope_table)
    _note(side, stored, limit, waits=waits)
    upto = min([limit, *(one.timestamp for one in waited_for if one.state is None)])
    if None in recalled:  # a client with such a mark is sent whatever is tracked
        return DatabaseMetadatasCleaned(timestamp_limit=limit)
    states = [one for one in recalled if one is not None]
    after = side.changes.earliest(states) if states else Bookmark(upto)
    return DatabaseMetadatasCleaned(
        timestamp_limit=limit,
        tables=tuple(
            TableMetadatasCleaned(table=table.name, rows_cleaned_count=removed)
            for table in _tables(stored)
            if (removed := _clean(side, table, upto, after))
        ),
    )


def _marks(side: Side, mark_of: Callable[[ScopeInfoClient], int | None]) -> _Marks:
    shown: dict[tuple[str, str, str, int], Bookmark] = {}
    compared: list[Bookmark] = []
    if side.changes.has_table(side.connection, MARKS.name):
        sql = (
            'SELECT "client_id", "scope_name", "parameter_hash", "mark", "state",'
            ' "issued_at" IS NOT NULL OR "presented_at" IS NOT NULL,'
            ' ("issued_at" IS NULL AND "state" IS NOT NULL) OR "mark" IN'
            f' (SELECT e."kept_since" FROM {own_table(side.connection, ERRORS)} e'
            '  WHERE e."scope_name" = m."scope_name" AND e."client_id" = m."client_id")'
            f" FROM {own_table(side.connection, MARKS)} m"
        )
        for *key, mark, state, may_be_shown, is_compared in side.connection.rows(sql):
            bookmark = Bookmark(int(mark), state)
            if is_compared:
                compared.append(bookmark)
            if may_be_shown:
                shown[key[0], key[1], key[2], int(mark)] = bookmark
    for client in side.changes.read_clients(side.connection, side.scope_table):
        mark = mark_of(client)
        if mark is not None:
            shown.setdefault((client.id.upper(), client.scope_name, client.hash, mark), Bookmark(mark))
    return _Marks(tuple(shown.values()), tuple(compared))


def _note(side: Side, scopes: tuple[ScopeInfo, ...], limit: int, *, waits: bool) -> None:
    """Store the limit with each scope, never a lower one; states that are passed over go."""
    mark = side.connection.provider.traits.style.mark
    with writing(side):
        for scope in scopes:
            upto = max(limit, scope.last_cleanup_timestamp or limit)
            side.changes.save_scope(side.connection, side.scope_table, replace(scope, last_cleanup_timestamp=upto))
        if not waits and side.changes.has_table(side.connection, MARKS.name):
            marks, errors = own_table(side.connection, MARKS), own_table(side.connection, ERRORS)
            side.connection.execute(
                f'DELETE FROM {marks} WHERE "mark" < {mark} AND ("issued_at" IS NOT NULL OR "state" IS NULL)'
                f' AND "mark" NOT IN (SELECT "kept_since" FROM {errors})',
                (limit,),
            )


def _tables(scopes: tuple[ScopeInfo, ...]) -> tuple[SyncedTable, ...]:
    """The tables of all scopes, one of each tracking table, by name."""
    found = {
        table.tracking: table
        for scope in scopes
        if scope.setup is not None and scope.schema is not None
        for group in synced_groups(scope)
        for table in group
    }
    return tuple(sorted(found.values(), key=lambda table: str(table.name)))


def _clean(side: Side, table: SyncedTable, limit: int, after: Bookmark) -> int:
    with writing(side):
        return side.changes.delete_tracking(side.connection, table, limit, after)
