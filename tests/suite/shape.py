"""The tables of the world in which histories are played: every kind of key between them, one unique, one all key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

Values = tuple[Any, ...]
Key = tuple[str, Values]  # a table's name and a primary key
Rows = dict[Key, Values]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """A foreign key: a column, the table that it refers to, and what happens to the row when the parent goes."""

    column: str
    parent: str
    action: str = ""  # "", "CASCADE" or "SET NULL"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A table: its columns in order, those of the key first."""

    name: str
    columns: tuple[str, ...]
    key: int = 1
    references: tuple[Reference, ...] = ()
    unique: str | None = None

    @property
    def ddl(self) -> str:
        """Its CREATE TABLE, which all databases take."""
        types = {"name": "text", "word": "varchar(20)"}
        lines = [
            f'"{name}" {types.get(name, "int")}{" NOT NULL" if place < self.key else ""}'
            for place, name in enumerate(self.columns)
        ]
        lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, self.columns[: self.key]))})")
        if self.unique:
            lines.append(f"UNIQUE ({_quoted(self.unique)})")
        for reference in self.references:
            action = f" ON DELETE {reference.action}" if reference.action else ""
            lines.append(
                f'FOREIGN KEY ({_quoted(reference.column)}) REFERENCES {_quoted(reference.parent)} ("id"){action}'
            )
        return f'CREATE TABLE "{self.name}" ({", ".join(lines)})'

    def value(self, row: Values, column: str) -> Any:
        """A column of a row."""
        return row[self.columns.index(column)]


def _quoted(name: str) -> str:
    return f'"{name}"'


SHAPES = (
    Shape(name="team", columns=("id", "name")),
    Shape(
        name="member",
        columns=("id", "team", "name"),
        references=(Reference(column="team", parent="team", action="CASCADE"),),
    ),
    Shape(
        name="badge",
        columns=("id", "member", "name"),
        references=(Reference(column="member", parent="member", action="SET NULL"),),
    ),
    Shape(name="node", columns=("id", "above", "name"), references=(Reference(column="above", parent="node"),)),
    Shape(name="tag", columns=("id", "word", "name"), unique="word"),
    Shape(name="link", columns=("a", "b"), key=2),
)
QUIRKY = "tag"  # the table on which an application may have triggers
_TEXTS = {"name", "word"}
BY_NAME = {shape.name: shape for shape in SHAPES}


def read(connection: Connection) -> Rows:
    """All rows of all tables, in one statement."""
    found: Rows = {}
    for number, *values in connection.rows(_READ):
        shape = SHAPES[number]
        numbers, texts = iter(values[:2]), iter(values[2:])
        row = tuple(next(texts if column in _TEXTS else numbers) for column in shape.columns)
        found[shape.name, row[: shape.key]] = row
    return found


def _select(number: int, shape: Shape) -> str:
    numbers = [_quoted(name) for name in shape.columns if name not in _TEXTS]
    texts = [_quoted(name) for name in shape.columns if name in _TEXTS]
    # A NULL that has a type on every database.
    numbers += ["NULLIF(0, 0)"] * (2 - len(numbers))
    texts += ["NULLIF('', '')"] * (2 - len(texts))
    return f'SELECT {number}, {", ".join(numbers)}, {", ".join(texts)} FROM "{shape.name}"'


_READ = " UNION ALL ".join(_select(number, shape) for number, shape in enumerate(SHAPES))
