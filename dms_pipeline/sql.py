"""The one place that renders SQL: identifiers are quoted here, values are never spliced, only placeholders are.

A `Style` says how a database quotes and how its driver writes a placeholder. Names come out exactly as they went in;
a name that holds the quote character is doubled, as the SQL standard says. Texts that the reference's own formats
prescribe (`[name]` in SQLite) are a style of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Style:
    """How one database quotes an identifier, its driver marks a parameter, and a row whose key is taken is written.

    Attributes:
        left: what stands before an identifier.
        right: what stands behind it; doubled inside.
        mark: a placeholder.
        insert_new: an INSERT of a whole row that does nothing where its key is taken, and says that no row was touched.
        on_conflict: what an INSERT says to update the row that has its key.
        proposed: how that names a value of the row that was to be inserted.
        keep_number: a number of a row that is inserted, so that `kept_number` tells it.
        kept_number: the question which number was kept last; None where RETURNING says it.
        backslash_escapes: a backslash in a literal changes the letter behind it.
    """

    left: str = '"'
    right: str = '"'
    mark: str = "?"
    insert_new: str = "INSERT INTO {table} VALUES ({values}) ON CONFLICT ({key}) DO NOTHING"
    on_conflict: str = "ON CONFLICT ({key}) DO UPDATE SET {updates}"
    proposed: str = "excluded.{name}"
    keep_number: str = "{number}"
    kept_number: str | None = None
    backslash_escapes: bool = False

    def name(self, name: str) -> str:
        """One identifier, quoted."""
        return f"{self.left}{name.replace(self.right, self.right * 2)}{self.right}"

    def names(self, names: Iterable[str], prefix: str = "") -> str:
        """Identifiers with commas between them, each behind `prefix` (an alias and a dot, say)."""
        return ", ".join(prefix + self.name(name) for name in names)

    def table(self, schema: str | None, name: str) -> str:
        """A table's name, qualified where a schema is given."""
        return f"{self.name(schema)}.{self.name(name)}" if schema else self.name(name)

    def marks(self, count: int) -> str:
        """So many placeholders with commas between them."""
        return ", ".join([self.mark] * count)

    def literal(self, text: str) -> str:
        """A text as an SQL literal, for DDL and for what a plan writes: `plan --sql` prints what runs."""
        return literal(text.replace("\\", "\\\\") if self.backslash_escapes else text)

    def new_row(self, table: str, count: int, key: Iterable[str]) -> str:
        """An INSERT of a row of so many columns, unless its key is taken; `table` is quoted already."""
        return self.insert_new.format(table=table, values=self.marks(count), key=self.names(key))

    def or_update(self, key: Iterable[str], columns: Iterable[str]) -> str:
        """What stands behind an INSERT: where its key is taken, the row there takes the values of these columns."""
        updates = ", ".join(
            f"{self.name(column)} = {self.proposed.format(name=self.name(column))}" for column in columns
        )
        return self.on_conflict.format(key=self.names(key), updates=updates)

    def equal(self, names: Iterable[str], left: str, right: str) -> str:
        """`left.a = right.a AND left.b = right.b`, for joins over a key."""
        return " AND ".join(f"{left}.{self.name(name)} = {right}.{self.name(name)}" for name in names)


def literal(text: str) -> str:
    """A text as an SQL literal, for DDL alone, where no database takes parameters."""
    return "'" + text.replace("'", "''") + "'"
