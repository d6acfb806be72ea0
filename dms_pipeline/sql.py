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
    """How one database quotes an identifier and its driver marks a parameter."""

    left: str = '"'
    right: str = '"'
    mark: str = "?"

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

    def equal(self, names: Iterable[str], left: str, right: str) -> str:
        """`left.a = right.a AND left.b = right.b`, for joins over a key."""
        return " AND ".join(f"{left}.{self.name(name)} = {right}.{self.name(name)}" for name in names)


def literal(text: str) -> str:
    """A text as an SQL literal, for DDL alone, where no database takes parameters."""
    return "'" + text.replace("'", "''") + "'"
