"""Rows of our own making for the AdventureWorks tables; `python -m tests.adventureworks` writes the SQL scripts.

Nothing here is random: the scripts are the same whenever they are written, and a test compares them. The values
are those that get lost on the way: text that looks like a date or a number, line breaks, quotes, other scripts, the
empty string beside NULL, all 256 bytes, times of other zones, decimals of fifteen digits, children before parents.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from tests.adventureworks.structure import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.adventureworks.structure import Column, Table

FOLDER = Path(__file__).resolve().parents[2] / "pipelines" / "adventureworks"
NAMESPACE = UUID("8f5c2c5e-0a0b-4c43-9a3c-3d1f6a0d7b11")

TEXTS = (
    "Plain",
    "",
    'O\'Neill & "Söhne"',
    "two\nlines, and\r\ntwo more",
    "tab\there, back\\slash, \\N, \\.",
    "日本語のテキスト",
    "Ελληνικά, עברית, العربية",
    "🚲 on a 🏔️",
    "e\u0301 is not \u00e9",
    "2024-01-01T00:00:00Z",
    "007",
    "1e5",
    "NULL",
    "  spaces at both ends  ",
    "%s %(name)s :name ? $1 {0}",
    'x\'; DROP TABLE "Product"; --',
)
AMOUNTS = ("0.0000", "0.0001", "1059.3100", "12345678901.2345", "99999999999.9999", "-0.5000", "21.5000", "3578.2700")
ZONES = (0, 60, -480, 345, 840, -210)  # minutes east of UTC
CITIES = (
    ("Toronto", "Ontario", "Canada", "M4B 1V7"),
    ("Zürich", "ZH", "Schweiz", "8001"),
    ("São Paulo", "SP", "Brasil", "01000-000"),
    ("Kraków", "Małopolskie", "Polska", "30-001"),
    ("東京", "東京都", "日本", "100-0001"),
    ("St. John's", "Newfoundland", "Canada", "A1A 1A1"),
)
CATEGORIES = (  # children first: a self reference that an unordered load breaks
    ("Mountain Bikes", "Bikes"),
    ("Road Bikes", "Bikes"),
    ("Cargo Bikes", "Road Bikes"),
    ("Helmets", "Accessories"),
    ("Lights", "Accessories"),
    ("Bells, 'loud'", "Lights"),
    ("Gloves", "Clothing"),
    ("Caps", "Clothing"),
    ("Bikes", "Everything"),
    ("Accessories", "Everything"),
    ("Clothing", "Everything"),
    ("Everything", None),
    ("Services", None),
    ("Retired", "Retired"),  # its own parent
)


def row_id(table: str, number: int | str) -> UUID:
    """The uuid of a row, the same at each run."""
    return uuid5(NAMESPACE, f"{table}/{number}")


def moment(number: int) -> datetime:
    """A time in one of several zones; some have microseconds, some lie at the edges of what is usual."""
    edges = (
        datetime(1900, 1, 1, tzinfo=UTC),
        datetime(1999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=-8))),
        datetime(2024, 2, 29, 12, 0, 0, 1, tzinfo=timezone(timedelta(hours=5, minutes=45))),
        datetime(2199, 12, 31, 23, 59, 59, tzinfo=UTC),
    )
    if number % 17 == 0:
        return edges[number // 17 % len(edges)]
    zone = timezone(timedelta(minutes=ZONES[number % len(ZONES)]))
    micro = (0, 500000, 123456, 7000)[number % 4]
    return datetime(2003 + number % 20, 1 + number % 12, 1 + number % 28, number % 24, number % 60, 30, micro, zone)


def sometimes(number: int, every: int, value: Any) -> Any:
    """The value, but NULL for one row of every so many."""
    return None if number % every == 0 else value


def text(number: int, longest: int, start: str = "") -> str:
    """One of the texts that get lost on the way, cut to a length."""
    return f"{start}{TEXTS[number % len(TEXTS)]}"[:longest]


def picture(number: int) -> bytes | None:
    """Bytes: none, nothing, zeros, or all there are."""
    return (None, b"", bytes(range(256)), b"\x00\x00", b"GIF89a\\x47'\n")[number % 5]


def descriptions() -> Iterator[tuple[Any, ...]]:
    """ProductDescription."""
    for number in range(1, 41):
        long = text(number, 400) * 40 if number % 10 == 0 else text(number, 400, f"{number}: ")
        yield number, long[:400], row_id("ProductDescription", number), moment(number)


def categories() -> Iterator[tuple[Any, ...]]:
    """ProductCategory, children before parents."""
    for number, (name, parent) in enumerate(CATEGORIES):
        yield (
            row_id("ProductCategory", name),
            row_id("ProductCategory", parent) if parent else None,
            name,
            sometimes(number, 4, row_id("category", number)),
            sometimes(number, 5, moment(number)),
            number % 3 != 0,
        )


def models() -> Iterator[tuple[Any, ...]]:
    """ProductModel."""
    for number in range(1, 25):
        catalogue = (
            f'<?xml version="1.0"?>\n<model id="{number}">\n\t<name>{TEXTS[number % len(TEXTS)]}</name>\n</model>\n'
        )
        yield (
            number,
            f"Model {number}",
            sometimes(number, 3, catalogue * (1 + number % 7 * 20)),
            row_id("ProductModel", number),
            moment(number + 3),
        )


def products() -> Iterator[tuple[Any, ...]]:
    """Product."""
    for number in range(1, 71):
        yield (
            number,
            f"Product {number}",
            text(number, 25, f"{number}-"),
            sometimes(number, 3, ("Black", "Rot", "", "grün")[number % 4]),
            Decimal(AMOUNTS[number % len(AMOUNTS)]),
            Decimal(AMOUNTS[number * 3 % len(AMOUNTS)]),
            sometimes(number, 2, ("58", "M", "XL", "007")[number // 2 % 4]),
            sometimes(number, 4, Decimal(number * 37) / 100),
            sometimes(number, 6, row_id("ProductCategory", CATEGORIES[number % len(CATEGORIES)][0])),
            sometimes(number, 5, 1 + number % 24),
            moment(number),
            sometimes(number, 2, moment(number + 5)),
            sometimes(number, 3, moment(number + 7)),
            picture(number),
            sometimes(number, 4, text(number, 50)),
            row_id("Product", number),
            moment(number + 1),
        )


def addresses() -> Iterator[tuple[Any, ...]]:
    """Address."""
    for number in range(1, 46):
        yield (
            number,
            text(number, 60, f"{number} "),
            sometimes(number, 2, text(number + 1, 60)),
            *CITIES[number % len(CITIES)],
            row_id("Address", number),
            moment(number),
        )


def customers() -> Iterator[tuple[Any, ...]]:
    """Customer."""
    for number in range(1, 61):
        yield (
            number,
            number % 2 == 0,
            sometimes(number, 3, ("Mr.", "Ms.", "Dr.")[number % 3]),
            ("Anaïs", "Björn", "Chloé", "Đorđe", "Eve")[number % 5],
            sometimes(number, 2, "M."),
            text(number, 50, f"Last{number} "),
            sometimes(number, 4, "Jr."),
            sometimes(number, 5, text(number, 128)),
            "adventure-works\\pamela0",
            f"customer{number}@example.com",
            "1 (11) 500 555-0132",
            "L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=",
            "1KjXYs4=",
            row_id("Customer", number),
            moment(number + 2),
        )


def customer_addresses() -> Iterator[tuple[Any, ...]]:
    """CustomerAddress."""
    for number in range(1, 61):
        kind = "Main Office" if number % 2 else "Shipping"
        yield number, 1 + number % 45, kind, row_id("CustomerAddress", number), moment(number)


def orders() -> Iterator[tuple[Any, ...]]:
    """SalesOrderHeader."""
    for number in range(71774, 71804):
        total = Decimal(number % 9973) / 7
        yield (
            number,
            1 + number % 3,
            moment(number),
            moment(number + 1),
            sometimes(number, 3, moment(number + 2)),
            number % 6,
            number % 2 == 0,
            f"SO{number}",
            sometimes(number, 4, f"PO{number * 31}"),
            "10-4020-000609",
            1 + number % 60,
            sometimes(number, 5, 1 + number % 45),
            sometimes(number, 6, 1 + number % 44),
            "CARGO TRANSPORT 5",
            sometimes(number, 2, "105041Vi84182"),
            total.quantize(Decimal("0.0001")),
            (total / 12).quantize(Decimal("0.0001")),
            Decimal("22.0087"),
            sometimes(number, 7, (total * 13 / 12).quantize(Decimal("0.0001"))),
            sometimes(number, 2, text(number, 1000) * 30),
            row_id("SalesOrderHeader", number),
            moment(number),
        )


def order_lines() -> Iterator[tuple[Any, ...]]:
    """SalesOrderDetail."""
    for number in range(110562, 110652):
        quantity = 1 + number % 12
        price = Decimal(AMOUNTS[number % len(AMOUNTS)])
        # SQLite keeps fifteen digits of a decimal: the large prices have no total here.
        total = (price * quantity).quantize(Decimal("0.000001")) if price < Decimal(100_000) else None
        yield (
            71774 + number % 30,
            number,
            quantity,
            1 + number % 70,
            price,
            Decimal("0.0200") if number % 4 == 0 else Decimal("0.0000"),
            total,
            row_id("SalesOrderDetail", number),
            moment(number),
        )


ROWS: dict[str, Callable[[], Iterable[tuple[Any, ...]]]] = {
    "ProductDescription": descriptions,
    "ProductCategory": categories,
    "ProductModel": models,
    "Product": products,
    "Address": addresses,
    "Customer": customers,
    "CustomerAddress": customer_addresses,
    "SalesOrderHeader": orders,
    "SalesOrderDetail": order_lines,
}


def script(dialect: Dialect) -> str:
    """The tables, their rows, and what comes after the rows."""
    parts = [
        "-- The AdventureWorks tables with rows of our own making.",
        "-- Written by tests/adventureworks/seed.py; a change belongs there.",
        *dialect.begin(),
        "",
    ]
    for table in TABLES:
        parts += [dialect.create(table), ""]
    for table in TABLES:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = ",\n".join(f"({', '.join(map(dialect.literal, row))})" for row in ROWS[table.name]())
        parts += [f'INSERT INTO "{table.name}" ({names}) VALUES', f"{rows};", ""]
    for table in TABLES:
        parts += dialect.finish(table)
    return "\n".join(parts).rstrip("\n") + "\n"


class Dialect:
    """How one kind of database writes tables and values down."""

    def begin(self) -> list[str]:
        """Statements before everything."""
        return []

    def create(self, table: Table) -> str:
        """CREATE TABLE, with what the dialect can only say there."""
        lines = [
            f'    "{column.name}" {self.type(column)}{"" if column.null else " NOT NULL"}' for column in table.columns
        ]
        key = ", ".join(f'"{name}"' for name in table.key)
        lines.append(f'    CONSTRAINT "PK_{table.name}" PRIMARY KEY ({key})')
        lines += [f"    {foreign_key}" for foreign_key in self.inline_keys(table)]
        return f'CREATE TABLE "{table.name}" (\n' + ",\n".join(lines) + "\n);"

    def type(self, column: Column) -> str:
        """The type of a column."""
        raise NotImplementedError

    def literal(self, value: Any) -> str:
        """A value."""
        match value:
            case None:
                return "NULL"
            case int() | Decimal():
                return str(value)
            case str():
                return "'" + value.replace("'", "''") + "'"
            case _:
                raise TypeError(type(value))

    def inline_keys(self, table: Table) -> list[str]:
        """Foreign keys inside CREATE TABLE."""
        del table
        return []

    def finish(self, table: Table) -> list[str]:
        """Statements after the rows of all tables."""
        del table
        return []


def foreign_keys(table: Table) -> list[str]:
    """The foreign keys of a table, as both dialects write them."""
    return [
        f'CONSTRAINT "{key.name}" FOREIGN KEY ("{key.column}") REFERENCES "{key.table}" ("{key.to}")'
        for key in table.foreign_keys
    ]


class Postgresql(Dialect):
    """Foreign keys come after the rows; times keep the zone they were written in."""

    def type(self, column: Column) -> str:
        return "serial" if column.serial else column.type

    def literal(self, value: Any) -> str:
        match value:
            case bool():
                return "true" if value else "false"
            case UUID():
                return f"'{value}'"
            case bytes():
                return f"'\\x{value.hex()}'"
            case datetime():
                return f"'{value.isoformat(sep=' ')}'"
            case _:
                return super().literal(value)

    def finish(self, table: Table) -> list[str]:
        keys = [f'ALTER TABLE "{table.name}" ADD {key};' for key in foreign_keys(table)]
        serials = [
            f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', '{column.name}'), max(\"{column.name}\"))"
            f' FROM "{table.name}";'
            for column in table.columns
            if column.serial
        ]
        return keys + serials


class Sqlite(Dialect):
    """The declared types say what the values mean; values stand as the reference's clients keep them."""

    def type(self, column: Column) -> str:
        return {"bytea": "blob"}.get(column.type, column.type)

    def literal(self, value: Any) -> str:
        match value:
            case bool():
                return str(int(value))
            case UUID():
                return f"'{str(value).upper()}'"
            case bytes():
                return f"X'{value.hex()}'"
            case datetime():
                utc = value.astimezone(UTC)
                fraction = f".{utc.microsecond:06}".rstrip("0").rstrip(".")
                return f"'{utc:%Y-%m-%d %H:%M:%S}{fraction}+00:00'"
            case _:
                return super().literal(value)

    def inline_keys(self, table: Table) -> list[str]:
        return foreign_keys(table)


class Mariadb(Dialect):
    """Foreign keys come after the rows; times are in UTC, and nothing says so; a backslash is a letter."""

    def begin(self) -> list[str]:
        return [
            "SET NAMES utf8mb4;",
            "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO';",
        ]

    def type(self, column: Column) -> str:
        types = {
            "integer": "int",
            "boolean": "bit(1)",
            "text": "longtext",
            "uuid": "char(36)",
            "bytea": "longblob",
            "timestamptz": "datetime(6)",
        }
        native = types.get(column.type, column.type.replace("numeric", "decimal"))
        return f"{native} AUTO_INCREMENT" if column.serial else native

    def literal(self, value: Any) -> str:
        match value:
            case bool():
                return str(int(value))
            case UUID():
                return f"'{value}'"
            case bytes():
                return f"X'{value.hex()}'"
            case datetime():
                return f"'{value.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}'"
            case _:
                return super().literal(value)

    def inline_keys(self, table: Table) -> list[str]:
        """A numbered column has to be the first of an index."""
        return [f'KEY ("{one.name}")' for one in table.columns if one.serial and one.name != table.key[0]]

    def finish(self, table: Table) -> list[str]:
        return [f'ALTER TABLE "{table.name}" ADD {key};' for key in foreign_keys(table)]


SCRIPTS: dict[str, Dialect] = {"mariadb.sql": Mariadb(), "postgresql.sql": Postgresql(), "sqlite.sql": Sqlite()}


def write() -> None:
    """Write the scripts into the folder of the pipelines."""
    for name, dialect in SCRIPTS.items():
        (FOLDER / name).write_text(script(dialect), encoding="utf-8", newline="")
