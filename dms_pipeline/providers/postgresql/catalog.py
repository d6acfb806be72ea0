"""What an apply asks the catalogue about its tables, in a few round trips for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.values import qualified
from dms_pipeline.providers.staged import ForeignKeyFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedTable


def _quoted(namespace: str, relation: str) -> str:
    """SQL for a name as `values.qualified` writes it: always quoted, always with its schema."""
    names = (f"replace({namespace}.nspname, '\"', '\"\"')", f"replace({relation}.relname, '\"', '\"\"')")
    return f'format(\'"%%s"."%%s"\', {", ".join(names)})'


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnType:
    """A column's type as declared, and without its limits; `sequence` numbers it, where one does."""

    declared: str
    bare: str
    sequence: str | None

    @property
    def scale(self) -> int | None:
        """The decimals of a numeric column that has a limit."""
        found = re.fullmatch(r"numeric\(\d+,(-?\d+)\)", self.declared)
        return int(found[1]) if found else None

    @property
    def second_decimals(self) -> int | None:
        """The decimals of a second in a column of times."""
        found = re.fullmatch(r"time(?:stamp)?(?:\((\d)\))? with(?:out)? time zone", self.declared)
        return int(found[1] or 6) if found else None


def column_types(connection: Connection, tables: Iterable[SyncedTable]) -> dict[TableName, dict[str, ColumnType]]:
    """The types of all columns of these tables, by table and column."""
    names = {qualified(table.name): table.name for table in tables}
    rows = connection.rows(
        "SELECT n.name, a.attname, format_type(a.atttypid, a.atttypmod), format_type(a.atttypid, -1),"
        f" (SELECT {_quoted('sn', 's')} FROM pg_depend d"
        "  JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_namespace sn ON sn.oid = s.relnamespace"
        "  WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass"
        "  AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum AND d.deptype IN ('a', 'i') LIMIT 1)"
        " FROM unnest(%s::text[]) n(name) JOIN pg_attribute a ON a.attrelid = to_regclass(n.name)"
        " WHERE a.attnum > 0 AND NOT a.attisdropped",
        (list(names),),
    )
    types: dict[TableName, dict[str, ColumnType]] = {table: {} for table in names.values()}
    for name, column, declared, bare, sequence in rows:
        types[names[name]][column] = ColumnType(declared=declared, bare=bare, sequence=sequence)
    return types


def foreign_keys(connection: Connection, tables: Iterable[SyncedTable]) -> tuple[ForeignKeyFact, ...]:
    """Every foreign key that begins or ends at one of these tables; names are quoted and qualified."""
    rows = connection.rows(
        f"SELECT {_quoted('cn', 'c')},"
        " ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, o)"
        "  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.o),"
        f" {_quoted('pn', 'p')},"
        " ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, o)"
        "  JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.o),"
        " k.condeferrable, k.confdeltype::text"
        " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace"
        " JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace"
        " WHERE k.contype = 'f' AND (k.conrelid = ANY(SELECT to_regclass(x)::oid FROM unnest(%s::text[]) x)"
        " OR k.confrelid = ANY(SELECT to_regclass(x)::oid FROM unnest(%s::text[]) x)) ORDER BY k.oid",
        ([qualified(table.name) for table in tables], [qualified(table.name) for table in tables]),
    )
    return tuple(
        ForeignKeyFact(
            child=child,
            columns=tuple(columns),
            parent=parent,
            parent_columns=tuple(theirs),
            deferrable=deferrable,
            on_delete=action,
        )
        for child, columns, parent, theirs, deferrable, action in rows
    )


def deferred_uniques(connection: Connection, table: SyncedTable) -> tuple[str, ...]:
    """The unique constraints of a table that are checked at the end of a transaction."""
    rows = connection.rows(
        "SELECT conname::text FROM pg_constraint WHERE conrelid = to_regclass(%s) AND contype = 'u' AND condeferrable",
        (qualified(table.name),),
    )
    return tuple(name for (name,) in rows)


def immediate_uniques(connection: Connection, table: SyncedTable) -> tuple[list[list[str]], set[str]]:
    """The columns of each unique index that is checked at once, and the columns of the table that take NULL."""
    uniques = connection.rows(
        "SELECT ARRAY(SELECT a.attname::text FROM pg_attribute a"
        "  WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[]))"
        " FROM pg_index i WHERE i.indrelid = to_regclass(%s) AND i.indisunique AND NOT i.indisprimary"
        " AND i.indpred IS NULL AND i.indexprs IS NULL ORDER BY i.indexrelid",
        (qualified(table.name),),
    )
    nullable = connection.rows(
        "SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attnotnull",
        (qualified(table.name),),
    )
    return [list(columns) for (columns,) in uniques], {name for (name,) in nullable}


def tracking_triggers(connection: Connection, table: SyncedTable) -> tuple[str, ...]:
    """The names of our enabled triggers on a table: those whose function writes its tracking table, by name."""
    return _triggers(connection, table)[0]


def own_triggers(connection: Connection, table: SyncedTable) -> tuple[str, ...] | None:
    """The names of our enabled triggers on a table, by name; None where an application has triggers there too."""
    ours, others = _triggers(connection, table)
    return None if others else ours


def _triggers(connection: Connection, table: SyncedTable) -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = connection.rows(
        "SELECT t.tgname, p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE t.tgrelid = to_regclass(%s) AND NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY t.tgname",
        (qualified(table.name),),
    )
    tracked = f'"{table.tracking.name}"'
    ours = tuple(name for name, body in rows if tracked in body and name.endswith("_trigger"))
    return ours, tuple(name for name, _ in rows if name not in ours)
