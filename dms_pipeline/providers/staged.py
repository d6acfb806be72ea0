"""Rows on their way into a base table in temporary tables, and the questions about them, for applies that go over sets.

What a database says its own way is a `Words`; how a temporary table is made, locked and written from is the subclass's.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sql import Style
    from dms_pipeline.sync.bookmark import Bookmark
    from dms_pipeline.sync.changes import SyncedColumn, SyncedTable

Range = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeignKeyFact:
    """A foreign key of the database, as far as an apply cares; columns are parallel, tables are quoted names.

    `on_delete` is a letter: c cascades, n and d set something else, a and r do nothing to children.
    """

    child: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    deferrable: bool
    on_delete: str

    @property
    def acts(self) -> bool:
        """It does something to the children of a row that is deleted."""
        return self.on_delete in "cnd"


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What one kind of database says its own way.

    Attributes:
        style: how it quotes and marks.
        quoted: a table's quoted name.
        canonical: the expression of a column, under an alias, in canonical form.
        bound: a canonical value as the driver takes it for a column.
        key_is: the condition that a row of a table, under an alias, has the key that parameters give.
        changed_after: the condition that a table's tracking row, as `t`, is outside a bookmark; None: ever.
        differs: the condition that `{one}` and `{other}` are not the same to the letter, NULLs included.
        by_another: the condition that the tracking row `t` is not the one of a writer, who is a parameter.
        among: what stands behind an expression to say that it is one of these numbers.
        deletes: how a DELETE under the alias `s` begins.
    """

    style: Style
    quoted: Callable[[TableName], str]
    canonical: Callable[[SyncedColumn, str], str]
    bound: Callable[[SyncedColumn, Any], Any]
    key_is: Callable[[SyncedTable, str], str]
    changed_after: Callable[[Bookmark | None, SyncedTable], tuple[str, tuple[Any, ...]]]
    differs: str
    by_another: str
    among: Callable[[list[int]], tuple[str, tuple[Any, ...]]]
    deletes: str

    def key_values(self, table: SyncedTable, key: Row) -> Row:
        """A key as `key_is` takes it."""
        columns = (column for column in table.columns if column.key)
        return tuple(self.bound(column, value) for column, value in zip(columns, key, strict=True))


class Stage(ABC):
    """Rows of one table, whole or keys alone, numbered in the order in which they came (`dms_n`)."""

    def __init__(self, connection: Connection, name: str, table: SyncedTable, words: Words, *, keys_only: bool) -> None:
        self.connection = connection
        self.name = name
        self.table = table
        self.words = words
        self.keys_only = keys_only
        self.columns = tuple(column for column in table.columns if column.key or not keys_only)
        self.rows = 0
        self.to_update: str | None = None  # which staged rows (`s`) were locked, so judged; None for none
        self.to_insert: str | None = "true"  # the others

    @abstractmethod
    def lock(self) -> int:
        """Lock the base rows, and say how many; in key order, so that two sessions do not wait for each other."""

    @abstractmethod
    def clear(self) -> None:
        """Empty it, so that it can be used again."""

    def again(self) -> str:
        """The name by which the rows that it has now stand beside themselves in a statement."""
        return self.name

    def _beside(self, stages: Sequence[Stage], base: str) -> list[str]:
        """The names of the stages of a table, in a statement that names this one already."""
        return [stage.again() if stage is self else stage.name for stage in stages if stage.base == base]

    @property
    def base(self) -> str:
        """The quoted name of the table that the rows are for."""
        return self.words.quoted(self.table.name)

    @property
    def on_base(self) -> str:
        """The join of stage `s` and base table `b`."""
        return self.words.style.equal(self.table.key, "b", "s")

    @property
    def keys_there(self) -> str:
        """The staged keys that the base table has."""
        return self._keys("EXISTS")

    @property
    def keys_gone(self) -> str:
        """The staged keys that the base table has not."""
        return self._keys("NOT EXISTS")

    @property
    def keys_altered(self) -> str:
        """The staged keys whose row in the base table is not the one that is staged."""
        differs = " OR ".join(
            self.words.differs.format(one=self.words.canonical(column, "b"), other=self.words.canonical(column, "s"))
            for column in self.columns
        )
        keys = self.words.style.names(self.table.key, "s.")
        return f"SELECT {keys} FROM {self.name} s JOIN {self.base} b ON {self.on_base} WHERE {differs}"

    def numbers(self, *, there: bool) -> list[int]:
        """The numbers of staged rows that the base table has, or has not."""
        rows = self.connection.rows(f"SELECT s.dms_n {self._from('EXISTS' if there else 'NOT EXISTS')}")
        return [number for (number,) in rows]

    def _keys(self, quantifier: str) -> str:
        return f"SELECT {self.words.style.names(self.table.key, 's.')} {self._from(quantifier)}"

    def _from(self, quantifier: str) -> str:
        return f"FROM {self.name} s WHERE {quantifier} (SELECT 1 FROM {self.base} b WHERE {self.on_base})"

    def listed(self, alias: str) -> str:
        """The stage's columns in canonical form."""
        return ", ".join(self.words.canonical(column, alias) for column in self.columns)

    def bounds(self) -> Range:
        """The first number and the one after the last."""
        low, high = self.connection.row(f"SELECT min(dms_n), max(dms_n) + 1 FROM {self.name}") or (None, None)
        return (low or 0, high or 0)

    def count(self, within: Range | None) -> int:
        """How many rows have such numbers; all, if none are given."""
        if within is None:
            return self.rows
        return int(
            self.connection.value(f"SELECT count(*) FROM {self.name} WHERE dms_n >= %s AND dms_n < %s", within) or 0
        )

    def numbers_of(self, key: Row) -> list[int]:
        """The numbers of rows with a key."""
        sql = f"SELECT s.dms_n FROM {self.name} s WHERE {self.words.key_is(self.table, 's')}"
        return [number for (number,) in self.connection.rows(sql, self.words.key_values(self.table, key))]

    def values(self, numbers: list[int]) -> list[Row]:
        """The rows with these numbers, in canonical form."""
        if not numbers:
            return []
        among, parameters = self.words.among(numbers)
        sql = f"SELECT {self.listed('s')} FROM {self.name} s WHERE s.dms_n {among} ORDER BY s.dms_n"
        return self.connection.rows(sql, parameters)

    def all_values(self) -> list[Row]:
        """All rows, in canonical form."""
        return self.connection.rows(f"SELECT {self.listed('s')} FROM {self.name} s ORDER BY s.dms_n")

    def remove(self, numbers: list[int]) -> None:
        """Take rows out."""
        if numbers:
            among, parameters = self.words.among(numbers)
            self.rows -= self.connection.execute(f"DELETE FROM {self.name} WHERE dms_n {among}", parameters)

    def remove_absent(self) -> None:
        """Take out the keys that the base table has not."""
        self.rows -= self.connection.execute(
            f"{self.words.deletes.format(table=self.name)} WHERE NOT EXISTS"
            f" (SELECT 1 FROM {self.base} b WHERE {self.on_base})"
        )

    def orphans(self, key: ForeignKeyFact, stages: Sequence[Stage]) -> list[int]:
        """The numbers of staged rows whose parent is neither in the base table nor staged."""
        if not set(key.columns) <= {column.name for column in self.columns}:
            return []
        name = self.words.style.name
        match = " AND ".join(
            f"p.{name(theirs)} = s.{name(ours)}" for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
        )
        parents = [key.parent, *self._beside(stages, key.parent)]
        missing = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {parent} p WHERE {match})" for parent in parents)
        given = " AND ".join(f"s.{name(column)} IS NOT NULL" for column in key.columns)
        rows = self.connection.rows(f"SELECT s.dms_n FROM {self.name} s WHERE {given} AND {missing}")
        return [number for (number,) in rows]

    def bereft(self, key: ForeignKeyFact, stages: Sequence[Stage]) -> list[int]:
        """The numbers of staged keys that a row refers to which is not staged for deletion itself."""
        if set(key.parent_columns) != set(self.table.key):
            return []
        style = self.words.style
        keys = {stage.base: stage.table.key for stage in stages}
        match = " AND ".join(
            f"c.{style.name(ours)} = s.{style.name(theirs)}"
            for ours, theirs in zip(key.columns, key.parent_columns, strict=True)
        )
        staying = "".join(
            f" AND NOT EXISTS (SELECT 1 FROM {name} d WHERE {style.equal(keys[key.child], 'c', 'd')})"
            for name in self._beside(stages, key.child)
        )
        rows = self.connection.rows(
            f"SELECT s.dms_n FROM {self.name} s WHERE EXISTS (SELECT 1 FROM {key.child} c WHERE {match}{staying})"
        )
        return [number for (number,) in rows]
