"""The rows of a database as the recordings show them: a query of each kind, and what becomes of its cells.

PostgreSQL's and MariaDB's cells are texts: `::text`, and `cast(… as char)`, of bytes their digits, of bits the number.
SQLite's are a storage class and a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from tests.values.recorded import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sync.sides import Side

_BYTES = frozenset({"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"})


class Shown(Protocol):
    """How a kind of database shows its rows."""

    columns: str
    """The query for a table's columns, by the name and the native type."""

    def cell(self, name: str, native: str) -> str:
        """What is selected of a column."""
        ...

    def key(self, name: str) -> str:
        """What rows are ordered by: a column of the key, as text."""
        ...

    def recorded(self, native: str, text: str) -> tuple[str, Any]:
        """A recorded cell that is to be written: its placeholder and the value."""
        ...


class Sqlite:
    """See `Shown`; two cells are selected for each column."""

    columns = "SELECT name, type FROM pragma_table_xinfo(?)"

    def cell(self, name: str, native: str) -> str:
        """Its storage class too."""
        del native
        return f'typeof("{name}"), "{name}"'

    def key(self, name: str) -> str:
        """As text."""
        return f'CAST("{name}" AS TEXT)'

    def recorded(self, native: str, text: str) -> tuple[str, Any]:
        """A client is not written to."""
        raise NotImplementedError


class PostgreSql:
    """See `Shown`."""

    columns = (
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = quote_ident(%s)::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"
    )

    def cell(self, name: str, native: str) -> str:
        """As text."""
        del native
        return f'"{name}"::text'

    def key(self, name: str) -> str:
        """By its bytes."""
        return f'"{name}"::text COLLATE "C"'

    def recorded(self, native: str, text: str) -> tuple[str, Any]:
        """The text, cast."""
        return f"%s::{native}", text


class MariaDb:
    """See `Shown`."""

    columns = (
        "SELECT column_name, column_type FROM information_schema.columns"
        " WHERE table_schema = DATABASE() AND table_name = %s ORDER BY ordinal_position"
    )

    def cell(self, name: str, native: str) -> str:
        """As text."""
        match native.partition("(")[0]:
            case "bit":
                return f'CAST("{name}" + 0 AS CHAR)'
            case kind if kind in _BYTES:
                return f"CONCAT('0x', LOWER(HEX(\"{name}\")))"
            case _:
                return f'CAST("{name}" AS CHAR)'

    def key(self, name: str) -> str:
        """By its bytes."""
        return f'CAST("{name}" AS CHAR) COLLATE utf8mb4_bin'

    def recorded(self, native: str, text: str) -> tuple[str, Any]:
        """Bytes and bits are no texts."""
        match native.partition("(")[0]:
            case "bit":
                return "%s", int(text)
            case kind if kind in _BYTES:
                return "%s", bytes.fromhex(text.removeprefix("0x"))
            case _:
                return "%s", text


KINDS: Mapping[str, Shown] = {"mariadb": MariaDb(), "postgresql": PostgreSql(), "sqlite": Sqlite()}


def shown(side: Side) -> Shown:
    """How a side shows its rows."""
    return KINDS[side.connection.provider.name]


def columns(side: Side, table: str) -> dict[str, str]:
    """The native types of a table's columns."""
    return dict(side.connection.rows(shown(side).columns, (table,)))


def texts(side: Side, table: str, key: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """A table's rows, each cell as the recordings show it, in the order of the key as text."""
    how = shown(side)
    selected = ", ".join(how.cell(name, native) for name, native in columns(side, table).items())
    order = ", ".join(how.key(name) for name in key)
    rows = side.connection.rows(f'SELECT {selected} FROM "{table}" ORDER BY {order}')
    if side.is_sqlite:
        return [tuple(_stored(*row[at : at + 2]) for at in range(0, len(row), 2)) for row in rows]
    return [tuple(None if cell is None else shortened(cell) for cell in row) for row in rows]


def _stored(kind: str, value: Any) -> tuple[str, str | int] | None:
    match kind:
        case "null":
            return None
        case "integer":
            return (kind, value)
        case "real":
            return (kind, repr(value))
        case "blob":
            return (kind, shortened(bytes(value).hex()))
        case _:
            return (kind, shortened(value))
