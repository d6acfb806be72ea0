"""One look at a MariaDB database, in a handful of round trips however many tables there are.

The catalogue has no snapshots here: each question sees it as it is at that moment. Whoever acts on a look holds the
apply lock, or looks again. Each question is asked once, for all tables together.

Every view of `information_schema` is told the database by a constant, in the one column by which it finds that without
reading all databases of the server: a trigger's is that of its table, and a join's equality is none. Else a question
would take as long as they are many, and hold each of their tables for a moment (EXPLAIN says so).
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.actions import acts
from dms_pipeline.plan.state import DatabaseState, Rows
from dms_pipeline.plan.triggers import owner
from dms_pipeline.providers import looking
from dms_pipeline.providers.mariadb import scopes, types
from dms_pipeline.providers.mariadb.actions import recorded, recorded_by
from dms_pipeline.providers.mariadb.calendar import off_calendar
from dms_pipeline.providers.mariadb.connect import SESSION_MODE, STORED_MODE, shown
from dms_pipeline.providers.mariadb.fingerprint import trigger_fingerprints
from dms_pipeline.providers.mariadb.lowering import UNFILLED
from dms_pipeline.providers.mariadb.names import quoted, scope_table_name, stand_in, trigger_text
from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.providers.mariadb.standing import check_standing
from dms_pipeline.providers.mariadb.traits import MARIADB, TRAITS
from dms_pipeline.schema.database import (
    Check,
    Column,
    ForeignKey,
    Identity,
    Index,
    Procedure,
    RowEvent,
    Table,
    Trigger,
    Unique,
)
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.names import client_scope_table
from dms_pipeline.schema.own import OBJECTS, OWN_TABLES, OWNER
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dms_pipeline.providers.base import Look
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.mariadb.traits import Flavour

COUNTED = 100_000  # the server's estimate is far off for small tables: so many rows are counted

_RELATIONS = """
SELECT table_name, table_rows, table_comment, @@lower_case_table_names
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
ORDER BY table_name
"""
_COLUMNS = """
SELECT table_name, column_name, column_type, is_nullable = 'YES', column_default, extra, generation_expression,
  collation_name
FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name IN ({marks})
ORDER BY table_name, ordinal_position
"""
_INDEXES = """
SELECT table_name, index_name, non_unique = 0, column_name, sub_part, index_type
FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name IN ({marks})
ORDER BY table_name, index_name, seq_in_index
"""
# Of all tables: a unique constraint has to know that a table which nobody asked for refers to it.
_FOREIGN_KEYS = """
SELECT u.table_name, u.constraint_name, u.column_name, IF(u.referenced_table_schema = DATABASE(), '',
  u.referenced_table_schema), u.referenced_table_name, u.referenced_column_name, r.delete_rule, r.update_rule
FROM information_schema.key_column_usage u JOIN information_schema.referential_constraints r
  ON r.constraint_schema = DATABASE() AND r.constraint_name = u.constraint_name AND r.table_name = u.table_name
WHERE u.table_schema = DATABASE() AND u.referenced_table_name IS NOT NULL
ORDER BY u.table_name, u.constraint_name, u.ordinal_position
"""
_CHECKS = """
SELECT t.table_name, c.constraint_name, c.check_clause
FROM information_schema.table_constraints t JOIN information_schema.check_constraints c
  ON c.constraint_schema = DATABASE() AND c.constraint_name = t.constraint_name{same_table}
WHERE t.table_schema = DATABASE() AND t.constraint_type = 'CHECK' AND t.table_name IN ({marks})
ORDER BY t.table_name, c.constraint_name
"""
_TRIGGERS = """
SELECT event_object_table, trigger_name, event_manipulation, action_timing, action_statement
FROM information_schema.triggers WHERE event_object_schema = DATABASE() AND (event_object_table IN ({marks})
  OR trigger_name LIKE '%%\\_cascade\\_trigger' OR trigger_name LIKE 'dms\\_%%\\_stand\\_in\\_trigger')
ORDER BY event_object_table, trigger_name
"""
_TRIGGER_TABLES = """
SELECT trigger_name, event_object_table FROM information_schema.triggers WHERE event_object_schema = DATABASE()
"""
_NOW = re.compile(r"CURRENT_TIMESTAMP(\(\d?\))?", re.IGNORECASE)
_BYTES = re.compile(r"0x[0-9a-f]*", re.IGNORECASE)
_INVISIBLE = frozenset({"FULLTEXT", "SPATIAL"})
# InnoDB does nothing else for RESTRICT than for NO ACTION, and the catalogues write one or the other.
_ACTIONS = {"RESTRICT": "NO ACTION"}


_PROCEDURES = """
SELECT routine_name, routine_definition FROM information_schema.routines
WHERE routine_schema = DATABASE() AND routine_type = 'PROCEDURE' ORDER BY routine_name
"""


@dataclass(slots=True)
class _Relations:
    """All tables of a database by their name, folded where the server folds it."""

    folds: bool = False
    names: dict[str, str] = field(default_factory=dict)
    estimates: dict[str, int] = field(default_factory=dict)
    unfilled: set[str] = field(default_factory=set)

    def fold(self, name: str) -> str:
        return name.lower() if self.folds else name

    def has(self, name: TableName) -> bool:
        return self.fold(name.name) in self.names


def inspect(connection: Connection, look: Look, flavour: Flavour = MARIADB) -> DatabaseState:
    """What the database holds of what a plan concerns.

    Tables are keyed by the names asked for: with the schema that was given, although there are none here.
    """
    relations = _relations(connection)
    scope = scope_table_name(look.scope_info_table)
    client = scope_table_name(client_scope_table(look.scope_info_table))
    own = [TableName("", table.name) for table in OWN_TABLES]
    stored = _stored(connection, look.scope_info_table, relations)
    bases = [name for name in looking.wanted_tables(look, stored.scopes.values()) if relations.has(name)]
    check_standing(connection, [name.name for name in bases], flavour)
    sides = [name for name in looking.wanted_tracking_tables(look, stored.scopes.values()) if relations.has(name)]
    asked = [*bases, *sides, *(name for name in (scope, client, *own) if relations.has(name))]
    with _as_stored(connection):
        reader = _Reader(connection, relations, flavour, asked, frozenset(sides))
        tables = reader.tables()
    triggers = _triggers(connection, relations, bases)
    noted = trigger_fingerprints(connection) if stored.fingerprints else {}
    known = {relations.fold(name.name) for name in asked}
    return DatabaseState(
        tables={name: tables[name] for name in bases},
        tracking_tables={name: tables[name] for name in sides},
        triggers={(trigger.table, trigger.name): trigger for trigger in triggers},
        trigger_tables={name: TableName("", table) for name, table in connection.rows(_TRIGGER_TABLES)},
        procedures={
            name: Procedure(name=name, table=None, parameters="", body=body or "")
            for name, body in connection.rows(_PROCEDURES)
        },
        altered=looking.altered(stored, noted, triggers, TRAITS) | _unfinished(stored, triggers),
        scope_tables={name.name: tables[name] for name in (scope, client) if name in tables},
        own_tables={name.name: tables[name] for name in own if name in tables},
        scopes=stored.scopes,
        scope_clients=stored.clients,
        owners=stored.owners,
        fingerprints=stored.fingerprints,
        rows=_rows(connection, relations, bases),
        off_calendar=off_calendar(connection, {name: tables[name] for name in bases}, stored.scopes.values(), COUNTED),
        unsynced=looking.unsynced(connection, stored, sides, quoted) if look.count_unsynced else {},
        kept=looking.kept(connection, [name for name in own if name in tables], quoted) if look.count_unsynced else {},
        other_tables=tuple(TableName("", name) for folded, name in relations.names.items() if folded not in known),
        other_keys=reader.other_keys(),
    )


@contextmanager
def _as_stored(connection: Connection) -> Iterator[None]:
    """The catalogue writes expressions with the quotes of the session that asks: here with those that are stored."""
    connection.execute(f"SET sql_mode = '{STORED_MODE}'")
    try:
        yield
    finally:
        connection.execute(f"SET sql_mode = '{SESSION_MODE}'")


def _relations(connection: Connection) -> _Relations:
    result = _Relations()
    for name, estimate, comment, lower_case in connection.rows(_RELATIONS):
        result.folds = bool(lower_case)
        folded = result.fold(name)
        result.names[folded] = name
        result.estimates[folded] = estimate or 0
        if comment == UNFILLED:
            result.unfilled.add(folded)
    return result


def _stored(connection: Connection, scope_info_table: str, relations: _Relations) -> looking.Stored:
    stored = looking.Stored()
    scope, owner, objects = scope_table_name(scope_info_table), TableName("", OWNER.name), TableName("", OBJECTS.name)
    if relations.has(scope):
        stored.scopes = looking.read_scopes(connection, quoted(scope))
        stored.clients = scopes.ROWS.read_clients(connection, scope_info_table)
    if relations.has(owner):
        stored.owners = looking.read_owners(connection, quoted(owner))
    if relations.has(objects):
        stored.fingerprints = looking.read_fingerprints(connection, quoted(objects))
    return stored


def _rows(connection: Connection, relations: _Relations, names: Sequence[TableName]) -> Mapping[TableName, Rows]:
    estimates = {name: relations.estimates[relations.fold(name.name)] for name in names}
    result = {name: Rows(count=rows, exact=False) for name, rows in estimates.items() if rows > COUNTED}
    return {
        **result,
        **looking.capped_counts(connection, [name for name in names if name not in result], quoted, COUNTED),
    }


def _grouped(rows: Iterable[tuple[Any, ...]], relations: _Relations) -> defaultdict[str, list[tuple[Any, ...]]]:
    result: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table, *rest in rows:
        result[relations.fold(table)].append(tuple(rest))
    return result


class _Reader:
    """Rows of the catalogue as tables."""

    def __init__(
        self,
        connection: Connection,
        relations: _Relations,
        flavour: Flavour,
        asked: Iterable[TableName],
        sides: frozenset[TableName],
    ) -> None:
        self.relations = relations
        self.flavour = flavour
        self.sides = sides
        self.by_folded: dict[str, list[TableName]] = defaultdict(list)
        for name in asked:
            self.by_folded[relations.fold(name.name)].append(name)
        self.names = tuple(relations.names[folded] for folded in self.by_folded)
        self.columns = self._ask(connection, _COLUMNS)
        self.indexes = self._ask(connection, _INDEXES)
        self.keys = self._ask(connection, _FOREIGN_KEYS)
        # A constraint's name is its table's own on MariaDB, and the database's on MySQL.
        same_table = " AND c.table_name = t.table_name" if flavour.is_mariadb else ""
        self.checks = self._ask(connection, _CHECKS.replace("{same_table}", same_table))
        self.targets = {
            (relations.fold(parts[0][3]), tuple(part[4] for part in parts))
            for rows in self.keys.values()
            for parts in _by_name(rows).values()
            if not parts[0][2]
        }

    def _ask(self, connection: Connection, sql: str) -> defaultdict[str, list[tuple[Any, ...]]]:
        if not self.names:
            return defaultdict(list)
        marks = TRAITS.style.marks(len(self.names))
        asked = connection.rows(sql.replace("{marks}", marks), self.names if "{marks}" in sql else ())
        return _grouped(asked, self.relations)

    def tables(self) -> dict[TableName, Table]:
        """Every table that was asked for, under each of its spellings."""
        return {name: self._table(name, folded) for folded, group in self.by_folded.items() for name in group}

    def _table(self, name: TableName, folded: str) -> Table:
        key: tuple[str, ...] = ()
        uniques, plain = [], []
        for index, parts in _by_name(self.indexes[folded]).items():
            columns = tuple(part[2] for part in parts)
            if index == "PRIMARY":
                key = columns
            elif any(part[2] is None or part[3] is not None for part in parts) or parts[0][4] in _INVISIBLE:
                continue  # over an expression, or the beginning of a text
            elif parts[0][1]:
                referenced = (folded, columns) in self.targets
                uniques.append(Unique(name=index, columns=columns, is_index=True, referenced=referenced))
            else:
                plain.append(Index(name=index, columns=columns))
        return Table(
            name=name,
            columns=tuple(self._column(*row) for row in self.columns[folded]),
            primary_key=key,
            foreign_keys=self._foreign_keys(name, folded),
            uniques=tuple(sorted(uniques, key=lambda each: (each.columns, each.name))),
            checks=tuple(Check(name=check, expression=self._expression(text)) for check, text in self.checks[folded]),
            indexes=tuple(plain) if name in self.sides else (),
            unfilled=folded in self.relations.unfilled,
        )

    def _column(  # noqa: PLR0913, PLR0917 - one row of the catalogue
        self,
        name: str,
        native: str,
        nullable: int,
        default: str | None,
        extra: str,
        expression: str | None,
        collation: str | None,
    ) -> Column:
        said = extra.upper()
        is_generated = expression and "GENERATED" in said.replace("DEFAULT_GENERATED", "")
        generated = self._expression(expression) if expression and is_generated else None
        return Column(
            name=name,
            native_type=native,
            logical=types.logical(native),
            nullable=bool(nullable),
            default=None if generated else self._default(native, default, said),
            identity=Identity.AUTO_INCREMENT if "AUTO_INCREMENT" in said else None,
            generated=generated,
            storage=None if generated is None else "STORED" if "STORED" in said else "VIRTUAL",
            collation=collation,
        )

    def _default(self, native: str, default: str | None, said: str) -> str | None:
        """A default as an expression."""
        if default is None or (self.flavour.quotes_defaults and default == "NULL"):
            return None
        if self.flavour.quotes_defaults:
            # That of a text or of bytes without a bound is kept, and written, as an expression is.
            return re.sub(r"\\(.)", lambda found: "''" if found[1] == "'" else found[0], default, flags=re.DOTALL)
        if "DEFAULT_GENERATED" in said:
            return default if _NOW.fullmatch(default) else f"({self._expression(default)})"
        words = types.parse(native)
        quoted = words is None or words.is_textual
        if _BYTES.fullmatch(default) if types.logical(native).kind is Kind.BINARY else not quoted:
            return default
        return TRAITS.style.literal(default)

    def _expression(self, text: str) -> str:
        return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL) if self.flavour.escapes_expressions else text

    def _foreign_keys(self, name: TableName, folded: str) -> tuple[ForeignKey, ...]:
        made = []
        for constraint, parts in _by_name(self.keys[folded]).items():
            _, _, schema, parent, _, on_delete, on_update = parts[0]
            made.append(
                ForeignKey(
                    name=constraint,
                    columns=tuple(part[1] for part in parts),
                    parent=TableName(schema, parent) if schema else self._parent(parent, name),
                    parent_columns=tuple(part[4] for part in parts),
                    on_delete=_ACTIONS.get(on_delete, on_delete),
                    on_update=_ACTIONS.get(on_update, on_update),
                )
            )
        return tuple(sorted(made, key=lambda key: (key.columns, key.name or "")))

    def other_keys(self) -> dict[TableName, tuple[ForeignKey, ...]]:
        """The keys of tables that nobody asked for, which act by themselves and lead to tables of this database."""
        here = {name for asked in self.by_folded.values() for name in asked}
        found = {
            (name := TableName("", self.relations.names[folded])): tuple(
                key
                for key in self._foreign_keys(name, folded)
                if acts(key) and (key.parent in here or not key.parent.schema)
            )
            for folded in list(self.keys)
            if folded in self.relations.names and folded not in self.by_folded
        }
        return {name: keys for name, keys in found.items() if keys}

    def _parent(self, parent: str, child: TableName) -> TableName:
        """A parent as it was asked for; with its child's schema if it was asked for under several."""
        asked = self.by_folded.get(self.relations.fold(parent), [])
        same = [name for name in asked if name.schema == child.schema]
        return (same or asked or [TableName("", parent)])[0]


def _by_name(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of one constraint or index after the other, by its name."""
    result: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        result[row[0]].append(row)
    return result


def _unfinished(stored: looking.Stored, triggers: Iterable[Trigger]) -> frozenset[tuple[TableName, str]]:
    """Triggers of ours that no apply has noted: the last one died before it was done."""
    owners = [
        owner(TARGET, info.setup, entry.table)
        for scope in stored.owners
        if (info := stored.scopes.get(scope)) is not None and info.setup is not None
        for entry in info.setup.tables or ()
    ]
    noted = {name for kind, name in stored.fingerprints if kind == "trigger"}
    return frozenset(
        (one.table, one.name)
        for one in triggers
        if f"{one.table.name}.{one.name}" not in noted and any(owns((one.table, one.name)) for owns in owners)
    )


def _triggers(connection: Connection, relations: _Relations, bases: Sequence[TableName]) -> list[Trigger]:
    by_folded: dict[str, list[TableName]] = defaultdict(list)
    for name in bases:
        by_folded[relations.fold(name.name)].append(name)
    names = tuple(relations.names[folded] for folded in by_folded) or ("",)
    rows = connection.rows(_TRIGGERS.replace("{marks}", TRAITS.style.marks(len(names))), names)
    index = recorded_by(relations.names)
    return [
        Trigger(
            name=name,
            table=base,
            event=RowEvent(event.lower()),
            text=trigger_text(name, RowEvent(event.lower()), base, shown(connection.endpoint, name, body), moment),
            stand_in=stand_in(name),
            records=_recorded(index, by_folded, relations.fold(table), name),
        )
        for table, name, event, moment, body in rows
        for base in by_folded.get(relations.fold(table), [TableName("", table)])
    ]


def _recorded(
    index: Mapping[str, tuple[str, ...]], asked: Mapping[str, list[TableName]], on: str, name: str
) -> TableName | None:
    """The table of which a trigger on another one records what keys do; all by their folded names."""
    table = recorded(index, on, name)
    return None if table is None else asked.get(table, [TableName("", table)])[0]
