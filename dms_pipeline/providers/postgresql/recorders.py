"""Whether the triggers of PostgreSQL have seen all that was written, and what becomes of what they have not (A11).

Three things show in the catalogue when rows may have come or gone unseen, whatever the triggers look like now:

* the rows of `pg_trigger` and `pg_proc` have another oid or `xmin`: a trigger was switched off and on, also by
  `pg_restore --disable-triggers`, or it or its function was made anew. Each needs a lock that waits for all who have
  written to the table, so whoever sees the new rows sees what was written before them.
* `pg_inherits` has other partitions: rows have come with one, or gone with one.
* a table, or a partition, has another file: it was truncated, or rewritten. The triggers of Dotmim.Sync do not see the
  one, ours do not see it on a partition.

A trigger writes its row in the transaction that writes the base row, so both have the same `xmin`. A base row that was
written since the last time all was well (`since`: below that id nobody was writing to this database any more), and
whose tracking row has another `xmin`, or is not there, may have been written unseen: it is recorded as a change. That
takes in what an apply wrote in another subtransaction than its tracking rows, and values that were filled in: rows
that are sent again, none missed. After a rewrite alone nothing but deletes is looked for: nothing is written by it.

Not to be found: the delete of a row of which nothing was ever recorded, as of those that a server had before it was set
up. And what is written with `session_replication_role = replica` leaves no trace where triggers are not `ALWAYS`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.keys import lookup
from dms_pipeline.providers.postgresql.activity import WRAP, oldest_writer
from dms_pipeline.providers.postgresql.marks import CLOCK, REACH
from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.providers.postgresql.values import STYLE, qualified
from dms_pipeline.providers.recording import Recorders
from dms_pipeline.sync.result import Recovered, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedTable

_QUERY = """
SELECT n.name,
  (SELECT json_object_agg(g.oid, concat_ws('/', g.xmin, p.oid, p.xmin))
    FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid
    WHERE g.tgrelid = ANY(m.members) AND NOT g.tgisinternal AND g.tgname LIKE '%%\\_trigger'
    AND p.prosrc LIKE '%%sync\\_row\\_is\\_tombstone%%'),
  (SELECT json_object_agg(i.inhrelid, i.xmin) FROM pg_inherits i WHERE i.inhrelid = ANY(m.members)),
  (SELECT json_object_agg(c.oid, c.relfilenode) FROM pg_class c WHERE c.oid = ANY(m.members) AND c.relkind = 'r')
FROM unnest(%s::text[]) n(name), LATERAL (SELECT ARRAY(
  SELECT relid::oid FROM pg_partition_tree(to_regclass(n.name)) UNION SELECT to_regclass(n.name)::oid
) members) m
"""


def recorders(connection: Connection, tables: Iterable[TableName]) -> dict[TableName, Recorders]:
    """What the catalogue says of tables; `since` is asked before it, so it is not above what the catalogue lacks."""
    since = oldest_writer(connection)
    return {table: Recorders(identity=text, since=since) for table, text in _identities(connection, tables).items()}


def _identities(connection: Connection, tables: Iterable[TableName]) -> dict[TableName, str]:
    """The triggers, partitions and files of tables, by one question."""
    names = {qualified(table): table for table in tables}
    found = {}
    for name, triggers, parts, files in connection.rows(_QUERY, (list(names),)) if names else ():
        facts = {"triggers": triggers, "parts": parts or {}, "files": files or {}}
        found[names[name]] = json.dumps(facts, sort_keys=True) if triggers else ""
    return found


def hold_recorders(connection: Connection, tables: Iterable[TableName]) -> None:
    """Lock those of the tables that are there, as a change of their triggers does."""
    names = sorted(qualified(table) for table in tables)
    there = connection.rows("SELECT n FROM unnest(%s::text[]) n WHERE to_regclass(n) IS NOT NULL ORDER BY 1", (names,))
    if there:
        connection.execute(f"LOCK TABLE {', '.join(name for (name,) in there)} IN SHARE ROW EXCLUSIVE MODE")


def seal_recorders(connection: Connection, sound: frozenset[TableName]) -> None:
    """Nothing to do: an id of the catalogue is never given twice."""
    del connection, sound


def suspects(
    connection: Connection, tables: tuple[SyncedTable, ...], notes: Mapping[TableName, Recorders]
) -> tuple[SyncedTable, ...]:
    """Those that are not as noted, or not noted."""
    now = _identities(connection, [table.name for table in tables])
    found = []
    for table in tables:
        before = lookup(notes, table.name, TRAITS)
        if before is None or before.identity != now[table.name]:
            found.append(table)
    return tuple(found)


def recover(connection: Connection, table: SyncedTable, before: Recorders | None) -> tuple[Recorders, Recovered | None]:
    """Record what may have been written unseen: rows first, then deletes."""
    now = recorders(connection, [table.name])[table.name]  # its own statement: what comes after it is found next time
    if before is None or before == now:
        return now, None
    then, found = _facts(before), _facts(now)
    attached = [part for part, written in found["parts"].items() if then["parts"].get(part) != written]
    if then["triggers"] != found["triggers"] or attached:
        rows = _record_rows(connection, table, before.since, attached)
    else:
        rows = 0
    deletes = _record_deletes(connection, table)
    reason = _reason(then, found)
    files = [file for file, name in found["files"].items() if then["files"].get(file) != name]
    if reason is Unseen.EMPTIED and not deletes and not _is_emptied(connection, table, files):
        return now, None
    return now, Recovered(table=table.name, reason=reason, rows=rows, deletes=deletes)


def _facts(recorders: Recorders) -> dict[str, dict[str, Any]]:
    return json.loads(recorders.identity) if recorders.identity else {"triggers": {}, "parts": {}, "files": {}}


def _reason(then: dict[str, dict[str, Any]], now: dict[str, dict[str, Any]]) -> Unseen:
    if then["parts"] != now["parts"]:
        return Unseen.PARTITIONS
    return Unseen.TRIGGERS if then["triggers"] != now["triggers"] else Unseen.EMPTIED


def _written(since: int) -> tuple[str, tuple[Any, ...]]:
    """The condition that a base row (alias `b`) was written by an id from `since` on."""
    now = "(SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint)"
    return f"((b.xmin::text::bigint - %s) & {WRAP - 1}) < {now} - %s + {REACH}", (since, since)


def _record_rows(connection: Connection, table: SyncedTable, since: int, attached: list[str]) -> int:
    written, parameters = _written(since)
    key = STYLE.names(table.key)
    return connection.execute(
        f'INSERT INTO {qualified(table.tracking)} AS side ({key}, "update_scope_id", "timestamp",'
        f' "sync_row_is_tombstone", "last_change_datetime") SELECT {STYLE.names(table.key, "b.")}, NULL, {CLOCK}, 0,'
        f" now() FROM {qualified(table.name)} b LEFT JOIN {qualified(table.tracking)} t"
        f" ON {STYLE.equal(table.key, 't', 'b')}"
        f" WHERE ({written} OR b.tableoid = ANY(%s::oid[])) AND t.xmin IS DISTINCT FROM b.xmin"
        f' ON CONFLICT ({key}) DO UPDATE SET "update_scope_id" = NULL, "sync_row_is_tombstone" = 0,'
        ' "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1), "last_change_datetime" = now()',
        (*parameters, attached),
    )


def _record_deletes(connection: Connection, table: SyncedTable) -> int:
    # Told by its `xmin`, a tracking row that somebody writes at this moment is left to them.
    return connection.execute(
        f'UPDATE {qualified(table.tracking)} AS side SET "update_scope_id" = NULL, "sync_row_is_tombstone" = 1,'
        f' "timestamp" = greatest({CLOCK}, side."timestamp" + 1), "last_change_datetime" = now()'
        f" FROM (SELECT {STYLE.names(table.key, 't.')}, t.xmin AS written FROM {qualified(table.tracking)} t"
        f' WHERE t."sync_row_is_tombstone" = 0 AND NOT EXISTS (SELECT 1 FROM {qualified(table.name)} b'
        f" WHERE {STYLE.equal(table.key, 'b', 't')})) gone"
        f" WHERE {STYLE.equal(table.key, 'side', 'gone')} AND side.xmin = gone.written"
    )


def _is_emptied(connection: Connection, table: SyncedTable, files: list[str]) -> bool:
    """None of the rows in one of these files is older than it; VACUUM FULL, say, leaves them as old as they were."""
    older = f"((c.xmin::text::bigint - b.xmin::text::bigint) & {WRAP - 1}) BETWEEN 1 AND {WRAP // 2}"
    sql = (
        "SELECT EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = ANY(%s::oid[]) AND NOT EXISTS"
        f" (SELECT 1 FROM {qualified(table.name)} b WHERE b.tableoid = c.oid AND {older}))"
    )
    return bool(connection.value(sql, (files,)))
