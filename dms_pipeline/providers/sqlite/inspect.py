"""One consistent look at a SQLite file: pragmas as tables, asked once for all tables, and the texts that it keeps.

The pragmas do not tell the collation of a column, the name of a key, whether it can be deferred, nor the expression of
a check or a generated column; those are read from the table's text (`schema.ddl.stored_table`). Names are found without
regard to case, as SQLite finds them, and come back as they were asked for.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.providers import looking
from dms_pipeline.providers.sqlite import scopes, types
from dms_pipeline.providers.sqlite.fingerprint import trigger_fingerprints
from dms_pipeline.providers.sqlite.provision import quoted, rowid_column, scope_table_name
from dms_pipeline.providers.sqlite.traits import TRAITS
from dms_pipeline.schema import ddl
from dms_pipeline.schema.database import (
    Check,
    Column,
    ForeignKey,
    Identity,
    Index,
    RowEvent,
    Table,
    Trigger,
    Unique,
)
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.names import client_scope_table
from dms_pipeline.schema.own import OBJECTS, OWN_TABLES, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.base import Look
    from dms_pipeline.providers.connection import Connection

COUNTED = 100_000

_MASTER = """
SELECT type, name, tbl_name, sql FROM sqlite_master
WHERE type IN ('table', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name
"""
# The hidden columns of virtual tables (1) are not columns to anyone.
_COLUMNS = """
SELECT asked.value, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
FROM json_each(?) AS asked JOIN pragma_table_xinfo(asked.value) AS x WHERE x.hidden <> 1 ORDER BY asked.key, x.cid
"""
_FOREIGN_KEYS = """
SELECT asked.value, f.id, f."table", f."from", f."to", f.on_update, f.on_delete
FROM json_each(?) AS asked JOIN pragma_foreign_key_list(asked.value) AS f ORDER BY asked.key, f.id, f.seq
"""
_INDEXES = """
SELECT asked.value, i.name, i."unique", i.origin, i.partial, x.cid, x.name, x.coll
FROM json_each(?) AS asked JOIN pragma_index_list(asked.value) AS i JOIN pragma_index_xinfo(i.name) AS x
WHERE x.key = 1 AND i.origin <> 'pk' ORDER BY asked.key, i.name, x.seqno
"""
_EVENT = re.compile(
    r"""CREATE\s+TRIGGER\s+("(?:[^"]|"")*"|\[[^]]*]|`(?:[^`]|``)*`|'(?:[^']|'')*'|[^\s"'`[]+)\s+"""
    r"(?:BEFORE\s+|AFTER\s+|INSTEAD\s+OF\s+)?(?P<event>INSERT|UPDATE|DELETE)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Master:
    """What `sqlite_master` holds: texts of tables by folded name, their exact names, and triggers."""

    texts: dict[str, str]
    names: dict[str, str]
    triggers: tuple[tuple[str, str, str], ...]

    def has(self, name: TableName) -> bool:
        return name.name.lower() in self.names


_ROLLBACK_JOURNALS = ("delete", "truncate", "persist")  # sqlite.org/pragma.html; two more are no files


def inspect(connection: Connection, look: Look) -> DatabaseState:
    """What the database holds of what a plan concerns, in one snapshot; tables are keyed by the names asked for."""
    with connection.transaction("BEGIN"):
        return _inspect(connection, look)


def _inspect(connection: Connection, look: Look) -> DatabaseState:
    master = _master(connection)
    scope = scope_table_name(look.scope_info_table)
    client = scope_table_name(client_scope_table(look.scope_info_table))
    own = [TableName("", table.name) for table in OWN_TABLES]
    stored = _stored(connection, scope, master)
    bases = [name for name in looking.wanted_tables(look, stored.scopes.values()) if master.has(name)]
    sides = [name for name in looking.wanted_tracking_tables(look, stored.scopes.values()) if master.has(name)]
    asked = [*bases, *sides, *(name for name in (scope, client, *own) if master.has(name))]
    tables = _tables(connection, master, asked, with_indexes=set(sides))
    known = {name.name.lower() for name in asked}
    triggers = _triggers(master, bases)
    noted = trigger_fingerprints(connection) if stored.fingerprints else {}
    return DatabaseState(
        tables={name: tables[name] for name in bases},
        tracking_tables={name: tables[name] for name in sides},
        triggers={(trigger.table, trigger.name): trigger for trigger in triggers},
        altered=looking.altered(stored, noted, triggers, TRAITS),
        scope_tables={name.name: tables[name] for name in (scope, client) if name in tables},
        own_tables={name.name: tables[name] for name in own if name in tables},
        scopes=stored.scopes,
        scope_clients=stored.clients,
        owners=stored.owners,
        fingerprints=stored.fingerprints,
        rows=looking.capped_counts(connection, bases, quoted, COUNTED),
        unsynced=looking.unsynced(connection, stored, sides, quoted) if look.count_unsynced else {},
        kept=looking.kept(connection, [name for name in own if name in tables], quoted) if look.count_unsynced else {},
        other_tables=tuple(TableName("", name) for name in sorted(master.names.values()) if name.lower() not in known),
        advice=_advice(connection),
    )


def _advice(connection: Connection) -> dict[str, str]:
    """Where a rollback journal stands behind a commit, readers keep writers out, and writers readers (A13)."""
    if str(connection.value("PRAGMA journal_mode")).lower() not in _ROLLBACK_JOURNALS:
        return {}
    message = (
        "it is not in WAL mode: while a sync copies rows out, no application can commit; PRAGMA journal_mode = WAL, run"
        " once on a local disk, ends that"
    )
    return {"rollback-journal": message}


def _master(connection: Connection) -> _Master:
    texts, names, triggers = {}, {}, []
    for kind, name, table, text in connection.rows(_MASTER):
        if kind == "table":
            texts[name.lower()] = text
            names[name.lower()] = name
        else:
            triggers.append((name, table, text))
    return _Master(texts, names, tuple(triggers))


def _stored(connection: Connection, scope: TableName, master: _Master) -> looking.Stored:
    stored = looking.Stored()
    owner, objects = TableName("", OWNER.name), TableName("", OBJECTS.name)
    if master.has(scope):
        stored.scopes = looking.read_scopes(connection, quoted(scope))
        stored.clients = scopes.ROWS.read_clients(connection, scope.name)
    if master.has(owner):
        stored.owners = looking.read_owners(connection, quoted(owner))
    if master.has(objects):
        stored.fingerprints = looking.read_fingerprints(connection, quoted(objects))
    return stored


def _tables(
    connection: Connection, master: _Master, names: Iterable[TableName], *, with_indexes: set[TableName]
) -> dict[TableName, Table]:
    by_folded: dict[str, list[TableName]] = defaultdict(list)
    for name in names:
        by_folded[name.name.lower()].append(name)
    asked = (json.dumps([master.names[folded] for folded in by_folded], ensure_ascii=False),)
    columns = _grouped(connection.rows(_COLUMNS, asked))
    keys = _grouped(connection.rows(_FOREIGN_KEYS, asked))
    indexes = _grouped(connection.rows(_INDEXES, asked))
    primary = {folded: _primary_key(columns[folded]) for folded in by_folded}
    parents = {row[1].lower() for rows in keys.values() for row in rows if row[3] is None} - set(by_folded)
    if parents:
        # A key that names no columns refers to its parent's primary key.
        implied = (json.dumps(sorted(parents), ensure_ascii=False),)
        primary |= {folded: _primary_key(rows) for folded, rows in _grouped(connection.rows(_COLUMNS, implied)).items()}
    reader = _Reader(master, by_folded, primary)
    tables = {
        name: reader.table(name, columns[folded], keys[folded], indexes[folded], plain_indexes=name in with_indexes)
        for folded, group in by_folded.items()
        for name in group
    }
    return _referenced(tables)


def _referenced(tables: dict[TableName, Table]) -> dict[TableName, Table]:
    """The same tables, with the unique constraints marked that a foreign key refers to."""
    targets = {
        (key.parent.name.lower(), frozenset(key.parent_columns))
        for table in tables.values()
        for key in table.foreign_keys
    }
    return {
        name: replace(
            table,
            uniques=tuple(
                replace(unique, referenced=(name.name.lower(), frozenset(unique.columns)) in targets)
                for unique in table.uniques
            ),
        )
        if table.uniques
        else table
        for name, table in tables.items()
    }


def _grouped(rows: Iterable[tuple[Any, ...]]) -> defaultdict[str, list[tuple[Any, ...]]]:
    result: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for asked, *rest in rows:
        result[asked.lower()].append(tuple(rest))
    return result


def _primary_key(columns: Iterable[tuple[Any, ...]]) -> tuple[str, ...]:
    return tuple(name for place, name in sorted((row[4], row[0]) for row in columns if row[4]))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Rows of pragmas and texts as tables."""

    master: _Master
    spelled: Mapping[str, list[TableName]]
    primary: Mapping[str, tuple[str, ...]]

    def table(
        self,
        name: TableName,
        columns: list[tuple[Any, ...]],
        keys: list[tuple[Any, ...]],
        indexes: list[tuple[Any, ...]],
        *,
        plain_indexes: bool,
    ) -> Table:
        folded = name.name.lower()
        text = self.master.texts[folded]
        said = ddl.stored_table(text, TRAITS.sqlglot_dialect)
        uniques, plain = _indexes(indexes)
        table = Table(
            name=name,
            columns=tuple(_column(row, said) for row in columns),
            primary_key=self.primary[folded],
            primary_key_name=said.primary_key_name,
            foreign_keys=self._foreign_keys(name, keys, said),
            uniques=uniques,
            checks=tuple(
                Check(name=check, expression=expression)
                for check, expression in sorted(said.checks, key=lambda each: (each[0] or "", each[1]))
            ),
            indexes=plain if plain_indexes else (),
            text=text,
        )
        numbered = None if said.without_rowid else rowid_column(table)
        if numbered is None:
            return table
        return replace(
            table,
            columns=tuple(
                replace(column, identity=Identity.ROWID) if column.name == numbered else column
                for column in table.columns
            ),
        )

    def _foreign_keys(
        self, child: TableName, rows: list[tuple[Any, ...]], said: ddl.StoredTable
    ) -> tuple[ForeignKey, ...]:
        by_id: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in rows:
            by_id[row[0]].append(row)
        # SQLite counts from the last key of the text to the first.
        texts = dict(enumerate(reversed(said.foreign_keys))) if len(said.foreign_keys) == len(by_id) else {}
        made = []
        for number, parts in by_id.items():
            _, parent, _, _, on_update, on_delete = parts[0]
            text = texts.get(number, ddl.StoredForeignKey())
            implied = self.primary.get(parent.lower(), ())
            made.append(
                ForeignKey(
                    name=text.name,
                    columns=tuple(row[2] for row in parts),
                    parent=self._parent(parent, child),
                    parent_columns=implied if parts[0][3] is None else tuple(row[3] for row in parts),
                    on_delete=on_delete,
                    on_update=on_update,
                    deferrable=text.deferrable,
                    initially_deferred=text.initially_deferred,
                )
            )
        return tuple(sorted(made, key=lambda key: (key.columns, key.name or "")))

    def _parent(self, parent: str, child: TableName) -> TableName:
        """A parent as it was asked for; with its child's schema if it was asked for under several."""
        asked = self.spelled.get(parent.lower(), ())
        for name in asked:
            if name.schema == child.schema:
                return name
        return asked[0] if asked else TableName("", self.master.names.get(parent.lower(), parent))


def _column(row: tuple[Any, ...], said: ddl.StoredTable) -> Column:
    name, native, not_null, default, _, hidden = row
    collation = said.collations.get(name)
    native = native.lower()  # SQLite spells the words that it knows in capitals, whatever was written
    return Column(
        name=name,
        native_type=native,
        logical=types.logical(native),
        nullable=not not_null,
        default=default,
        generated=said.generated.get(name, "") if hidden in {2, 3} else None,
        collation=None if collation is None or collation.upper() == "BINARY" else collation.upper(),
    )


def _indexes(rows: Iterable[tuple[Any, ...]]) -> tuple[tuple[Unique, ...], tuple[Index, ...]]:
    """Unique constraints and indexes, and other indexes, both without those that have a condition or an expression."""
    by_name: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        by_name[row[0]].append(row)
    uniques, plain = [], []
    for name, parts in by_name.items():
        _, unique, origin, partial, *_ = parts[0]
        if partial or any(part[4] < 0 for part in parts):
            continue
        columns = tuple(part[5] for part in parts)
        if unique:
            collations = tuple(part[6].upper() for part in parts)
            uniques.append(Unique(name=name, columns=columns, is_index=origin == "c", collations=collations))
        else:
            plain.append(Index(name=name, columns=columns))
    return tuple(sorted(uniques, key=lambda each: (each.columns, each.name))), tuple(plain)


def _triggers(master: _Master, bases: Iterable[TableName]) -> list[Trigger]:
    by_folded: dict[str, list[TableName]] = defaultdict(list)
    for name in bases:
        by_folded[name.name.lower()].append(name)
    return [
        Trigger(name=name, table=base, event=_event(text), text=text)
        for name, table, text in master.triggers
        for base in by_folded.get(table.lower(), ())
    ]


def _event(text: str) -> RowEvent:
    """The event of a trigger, which stands behind its name and its moment in the text that SQLite keeps."""
    match = _EVENT.match(text)
    return RowEvent(match["event"].lower()) if match else RowEvent.UPDATE
