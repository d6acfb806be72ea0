"""What an apply asks MariaDB's catalogue about its tables, in a few round trips for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.actions import records_actions
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.providers.mariadb.types import parse
from dms_pipeline.providers.staged import ForeignKeyFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedTable

STYLE = TRAITS.style
_ACTIONS = {"CASCADE": "c", "SET NULL": "n", "SET DEFAULT": "d", "RESTRICT": "r", "NO ACTION": "a"}
_EXACT = ("_nopad_bin", "_0900_bin")  # collations that hold no two different texts equal


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnType:
    """A column's type: its name, as declared, letters or bytes, decimals, decimals of a second, collation.

    `is_stamped`: an UPDATE of something else writes its own time there. `is_filled`: NULL becomes a value.
    """

    name: str
    declared: str
    length: int | None
    scale: int | None
    fraction: int | None
    collation: str | None
    is_stamped: bool
    is_filled: bool

    @property
    def members(self) -> tuple[str, ...]:
        """The values of an `enum` or `set`."""
        parsed = parse(self.declared)
        return parsed.members if parsed is not None else ()

    @property
    def is_exact(self) -> bool:
        """No two different values of it are equal."""
        return self.collation is None or self.collation.endswith(_EXACT)

    @property
    def is_cased(self) -> bool:
        """Upper and lower case are not equal in it."""
        return self.collation is None or self.collation.endswith(("_bin", "_cs"))


def column_types(connection: Connection, tables: Iterable[SyncedTable]) -> dict[TableName, dict[str, ColumnType]]:
    """The types of all columns of these tables, by table and column."""
    names = {table.name.name: table.name for table in tables}
    types: dict[TableName, dict[str, ColumnType]] = {table: {} for table in names.values()}
    if not names:
        return types
    rows = connection.rows(
        "SELECT table_name, column_name, data_type, column_type, character_maximum_length, numeric_scale,"
        " datetime_precision, collation_name, LOCATE('on update', extra) > 0,"
        " is_nullable = 'NO' AND (data_type = 'timestamp' OR extra LIKE 'auto_increment')"
        " FROM information_schema.columns"
        f" WHERE table_schema = DATABASE() AND table_name IN ({STYLE.marks(len(names))})",
        tuple(names),
    )
    for table, column, name, declared, length, scale, fraction, collation, stamped, filled in rows:
        types[names[table]][column] = ColumnType(
            name=name.lower(),
            declared=declared,
            length=length,
            scale=scale,
            fraction=fraction,
            collation=collation,
            is_stamped=bool(stamped),
            is_filled=bool(filled),
        )
    return types


def foreign_keys(connection: Connection, tables: Iterable[SyncedTable]) -> tuple[ForeignKeyFact, ...]:
    """Every foreign key that begins or ends at one of these tables; names are quoted."""
    names = tuple(table.name.name for table in tables)
    marks = STYLE.marks(len(names))
    rows = connection.rows(
        "SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name, k.referenced_column_name,"
        " r.delete_rule FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r"
        " ON r.constraint_schema = DATABASE() AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name"
        " WHERE k.table_schema = DATABASE() AND k.referenced_table_schema = DATABASE()"
        f" AND (k.table_name IN ({marks}) OR k.referenced_table_name IN ({marks}))"
        " ORDER BY k.table_name, k.constraint_name, k.ordinal_position",
        (*names, *names),
    )
    found: dict[tuple[str, str], tuple[list[str], str, list[str], str]] = {}
    for child, name, column, parent, theirs, rule in rows:
        entry = found.setdefault((child, name), ([], parent, [], rule))
        entry[0].append(column)
        entry[2].append(theirs)
    return tuple(
        ForeignKeyFact(
            child=STYLE.name(child),
            columns=tuple(columns),
            parent=STYLE.name(parent),
            parent_columns=tuple(theirs),
            deferrable=False,
            on_delete=_ACTIONS[rule],
        )
        for (child, _), (columns, parent, theirs, rule) in found.items()
    )


def uniques(connection: Connection, table: SyncedTable) -> tuple[list[list[str]], set[str]]:
    """The columns of each unique index beside the key, and the columns of the table that take NULL."""
    indexes: dict[str, list[str]] = {}
    rows = connection.rows(
        "SELECT index_name, column_name FROM information_schema.statistics WHERE table_schema = DATABASE()"
        " AND table_name = %s AND non_unique = 0 AND index_name <> 'PRIMARY' AND column_name IS NOT NULL"
        " ORDER BY index_name, seq_in_index",
        (table.name.name,),
    )
    for name, column in rows:
        indexes.setdefault(name, []).append(column)
    nullable = connection.rows(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = %s"
        " AND is_nullable = 'YES'",
        (table.name.name,),
    )
    return list(indexes.values()), {name for (name,) in nullable}


def trigger_bodies(connection: Connection, tables: Iterable[SyncedTable]) -> dict[TableName, list[str]]:
    """What the triggers of these tables do, by table; empty texts, or none, without the TRIGGER privilege.

    Those that record what keys do to other tables do nothing to these.
    """
    names = {table.name.name: table.name for table in tables}
    bodies: dict[TableName, list[str]] = {table: [] for table in names.values()}
    rows = connection.rows(
        "SELECT event_object_table, action_statement FROM information_schema.triggers"
        f" WHERE event_object_schema = DATABASE() AND event_object_table IN ({STYLE.marks(len(names))})",
        tuple(names),
    )
    for table, body in rows:
        if not records_actions(body or ""):
            bodies[names[table]].append(body or "")
    return bodies


def records(table: SyncedTable, body: str) -> bool:
    """A trigger's body writes the table's tracking table."""
    return STYLE.name(table.tracking.name) in body
