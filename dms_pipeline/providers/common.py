"""What all kinds of database make of a setup alike: which columns are synced, which names the formats can hold.

The reference's parsers know no escapes (spec: storage format, sections 4.5 and 8), so some names that a database takes
cannot be synced; they are refused here, before anything is created. All is pure.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from dms_pipeline import errors
from dms_pipeline.schema.model import SyncTable, TableName
from dms_pipeline.schema.names import RESERVED_COLUMNS, RESERVED_KEY_COLUMNS, normalise, normalise_full, tracking_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dms_pipeline.schema.database import Column, ForeignKey, Table, Unique
    from dms_pipeline.schema.model import SetupTable, SyncColumn, SyncSetup


_MADE_UP = "sqlite_autoindex_"  # a name that no statement may give


class Describe(Protocol):
    """A column as the reference's document describes it."""

    def __call__(self, column: Column, ordinal: int, *, in_key: bool) -> SyncColumn:
        """The description; `ordinal` counts the synced columns from 0."""
        ...


def document_table(table: Table, entry: SetupTable, original_provider: str, describe: Describe) -> SyncTable:
    """A server's table as the reference's document describes it: only the columns of the setup, in catalogue order.

    Raises:
        UnsupportedName, NoSuchColumn, NoPrimaryKey, ColumnLeftOut, UnsupportedType: see `plan.target.Target`.
    """
    where = str(entry.table)
    check_name(where, "the table", entry.name)
    columns = _chosen(table, entry)
    for column in columns:
        check_name(where, "the column", column.name)
        if column.name.lower() in RESERVED_COLUMNS:
            raise errors.UnsupportedName(where, f'the column name "{column.name}" is reserved: sync itself uses it')
    _check_distinct(where, columns)
    key = _key(table, entry, columns)
    described = []
    for ordinal, column in enumerate(columns):
        try:
            described.append(describe(column, ordinal, in_key=column.name in key))
        except errors.UnsupportedType as error:
            raise errors.UnsupportedType(where, f"column {error.message}", hint=error.hint) from error
    return SyncTable(
        name=entry.name,
        schema=entry.schema,
        original_provider=original_provider,
        columns=tuple(described),
        primary_key=tuple(column.name for column in columns if column.name in key),
    )


def _chosen(table: Table, entry: SetupTable) -> tuple[Column, ...]:
    if not entry.columns:
        return table.columns
    where = str(entry.table)
    by_name = {column.name.lower(): column for column in table.columns}
    for name in entry.columns:
        if name.lower() not in by_name:
            there = ", ".join(column.name for column in table.columns)
            raise errors.NoSuchColumn(where, f"there is no column {name}", hint=f"its columns are {there}")
    wanted = {name.lower() for name in entry.columns}
    if entry.direction.uploads:
        for column in table.columns:
            optional = column.nullable or column.default is not None or column.identity or column.generated
            if column.name.lower() not in wanted and not optional and column.name not in table.primary_key:
                raise errors.ColumnLeftOut(
                    where,
                    f"column {column.name} is left out, but takes no NULL and has no default: no row that a client"
                    " adds could be stored",
                    hint="list it, give it a default, or make the table download-only",
                )
    return tuple(column for column in table.columns if column.name.lower() in wanted)


def _key(table: Table, entry: SetupTable, columns: Iterable[Column]) -> tuple[str, ...]:
    where = str(entry.table)
    if not table.primary_key:
        unique = next((unique for unique in table.uniques if _not_null(table, unique.columns)), None)
        raise errors.NoPrimaryKey(
            where,
            "it has no primary key, so its rows cannot be told apart",
            hint="leave it out of the scope, or give it a key"
            if unique is None
            else f"its unique {unique.name} ({', '.join(unique.columns)}) has no nulls and could become one",
        )
    chosen = {column.name for column in columns}
    for name in table.primary_key:
        if name not in chosen:
            raise errors.NoPrimaryKey(
                where, f"column {name} of its primary key is left out", hint=f"list {name} among its columns"
            )
        if name.lower() in RESERVED_KEY_COLUMNS:
            raise errors.UnsupportedName(
                where, f'the key column "{name}" has the name of a column of every tracking table'
            )
    return table.primary_key


def _not_null(table: Table, names: Iterable[str]) -> bool:
    columns = [table.column(name) for name in names]
    return all(column is not None and not column.nullable for column in columns)


def check_marks(document: SyncTable) -> SyncTable:
    """The document, whose names a driver that marks values by `%s` can have in its statements.

    Raises:
        UnsupportedName: one of them has a per cent sign.
    """
    for name in (document.name, *(column.name for column in document.columns or ())):
        if "%" in name:
            reason = "the driver takes a per cent sign for the place of a value"
            raise errors.UnsupportedName(str(document.table), f'the name "{name}" cannot be synced here: {reason}')
    return document


def check_name(where: str, what: str, name: str) -> None:
    """Refuse a name that the reference's parsers take for another.

    Raises:
        UnsupportedName: with the reason.
    """
    reason = None
    if not name:
        reason = "it is empty"
    elif name != name.strip():
        reason = "it begins or ends with white space, which is cut off"
    elif "." in name:
        reason = "a dot parts a schema from a table"
    elif any(letter in name for letter in '"]`') or name.startswith("["):
        reason = "quotes and brackets cannot be escaped"
    elif _grows(name):
        reason = "some of its letters are longer when decomposed"
    if reason is not None:
        raise errors.UnsupportedName(where, f'{what} name "{name}" does not fit the formats of Dotmim.Sync: {reason}')


def _grows(name: str) -> bool:
    """The reference's buffer for a normalised name is as long as the name, in UTF-16."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if unicodedata.category(c) != "Mn")
    return len(bare.encode("utf-16-le")) > len(name.encode("utf-16-le"))


def _check_distinct(where: str, columns: Iterable[Column]) -> None:
    seen: dict[str, str] = {}
    for column in columns:
        folded = normalise(column.name).lower()
        if folded in seen:
            raise errors.UnsupportedName(
                where, f'the columns "{seen[folded]}" and "{column.name}" have the same name in the formats'
            )
        seen[folded] = column.name


def check_collisions(setup: SyncSetup, table: TableName, called: Callable[[TableName], str], what: str) -> None:
    """Refuse a table whose objects would be called as those of another table of the setup.

    Raises:
        UnsupportedName: names both tables.
    """
    mine = called(table)
    for entry in setup.tables or ():
        if entry.table != table and called(entry.table) == mine:
            raise errors.UnsupportedName(
                str(table),
                f"its {what} would be called {mine}, as that of {entry.table}",
                hint="rename one of the two tables, or leave one out",
            )


def check_tracking_table(setup: SyncSetup, table: TableName, called: Callable[[TableName], str]) -> None:
    """Refuse a table whose tracking table would be called as a table of the setup; `called` is what a name is here.

    Raises:
        UnsupportedName: names both tables.
    """
    tracking = tracking_table(setup, table)
    for entry in setup.tables or ():
        if called(entry.table) == called(tracking):
            raise errors.UnsupportedName(
                str(table),
                f"its tracking table would be called {tracking.name}, as another table of the scope",
                hint="give the tracking tables a prefix or another suffix",
            )


def kept_foreign_keys(
    document: SyncTable, server: Table | None, relatives: frozenset[TableName]
) -> tuple[ForeignKey, ...]:
    """The foreign keys of a server's table that a client can have: all their columns and their parent are synced."""
    synced = {column.name for column in document.columns or ()}
    return tuple(
        key
        for key in (server.foreign_keys if server else ())
        if key.parent in relatives and synced.issuperset(key.columns)
    )


def kept_uniques(document: SyncTable, server: Table | None) -> tuple[Unique, ...]:
    """The unique constraints of a server's table that a client can have: all their columns are synced.

    A name that a database made up by itself is replaced by one that every database takes.
    """
    synced = {column.name for column in document.columns or ()}
    return tuple(
        replace(unique, name=f"UQ_{normalise_full(document.table)}_{'_'.join(map(normalise, unique.columns))}")
        if unique.name.lower().startswith(_MADE_UP)
        else unique
        for unique in (server.uniques if server else ())
        if synced.issuperset(unique.columns)
    )
