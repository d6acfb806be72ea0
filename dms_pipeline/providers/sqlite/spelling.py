"""How a SQLite table spells its uuids, which are texts: a canonical one comes in upper case and must meet its row.

A client's table that we made compares them without case. An application's table may hold lower case, or both, and
compare exactly; its keys, and what refers to keys, are respelled as they stand there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.sqlite.values import STYLE
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    import sqlite3

    from dms_pipeline.sync.changes import SyncedTable, Values


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of uuids: how new ones are spelled, and where those that exist can be looked up, as (table, column)."""

    lower: bool
    known: tuple[tuple[str, str], ...]


class Spelling:
    """The uuids of one table."""

    def __init__(self, driver: sqlite3.Connection, table: SyncedTable) -> None:
        self._driver = driver
        self._places: dict[int, _Place] = {}
        self._key_places = {place: number for number, place in enumerate(table.key_places)}
        if any(column.type.kind is Kind.UUID for column in table.columns):
            parents = _parents(driver, table.name.name)
            for place, column in enumerate(table.columns):
                if column.type.kind is Kind.UUID:
                    own = (table.name.name, column.name)
                    model = parents.get(column.name, own)
                    known = (model,) if _compares_exactly(driver, *model) else ()
                    if (lower := _is_lower(driver, *model)) or known:
                        self._places[place] = _Place(lower, known)

    def rows(self, rows: Values) -> Values:
        """Whole rows, respelled."""
        return self._respelled(rows, self._places)

    def keys(self, keys: Values) -> Values:
        """Keys, respelled."""
        places = {self._key_places[place]: how for place, how in self._places.items() if place in self._key_places}
        return self._respelled(keys, places)

    def _respelled(self, rows: Values, places: dict[int, _Place]) -> Values:
        if not places or not rows:
            return rows
        names = {place: self._names({row[place] for row in rows}, how) for place, how in places.items()}
        return [
            tuple(names[place].get(value, value) if place in names else value for place, value in enumerate(row))
            for row in rows
        ]

    def _names(self, values: set[str | None], how: _Place) -> dict[str | None, str]:
        given = [value for value in values if value is not None]
        names: dict[str | None, str] = {value: value.lower() if how.lower else value for value in given}
        for table, column in how.known:
            spelled = json.dumps([*(value.upper() for value in given), *(value.lower() for value in given)])
            name = STYLE.name(column)
            sql = f"SELECT {name} FROM {STYLE.name(table)} WHERE {name} IN (SELECT value FROM json_each(?))"
            there = {str(found).upper(): str(found) for (found,) in self._driver.execute(sql, (spelled,))}
            names.update({value: there[value.upper()] for value in given if value.upper() in there})
        return names


def _parents(driver: sqlite3.Connection, table: str) -> dict[str, tuple[str, str]]:
    """The columns that refer to a named column of another table, or of this one."""
    rows = driver.execute('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (table,)).fetchall()
    parents: dict[str, tuple[str, str]] = {}
    for column, parent, theirs in rows:
        key = theirs or driver.execute("SELECT name FROM pragma_table_info(?) WHERE pk = 1", (parent,)).fetchone()[0]
        parents[column] = (parent, key)
    return parents


def _is_lower(driver: sqlite3.Connection, table: str, column: str) -> bool:
    name = STYLE.name(column)
    sql = f"SELECT {name} FROM {STYLE.name(table)} WHERE {name} IS NOT NULL LIMIT 1"
    found = driver.execute(sql).fetchone()
    return found is not None and isinstance(found[0], str) and found[0] != found[0].upper()


def _compares_exactly(driver: sqlite3.Connection, table: str, column: str) -> bool:
    """The column is unique under the collation that tells letters of different case apart."""
    sql = (
        "SELECT x.coll FROM pragma_index_list(?) l, pragma_index_xinfo(l.name) x"
        ' WHERE l."unique" = 1 AND x.name = ? AND x.key = 1 ORDER BY l.seq LIMIT 1'
    )
    found = driver.execute(sql, (table, column)).fetchone()
    return found is not None and found[0] == "BINARY"
