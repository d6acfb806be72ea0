"""A SQLite server says with its declared types what its values are: each crosses with its extremes, and comes back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline.providers.sqlite.types import DECLARED
from dms_pipeline.schema.types import Kind
from tests.conftest import Pair
from tests.sync.sides import NOTHING, Opener, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.sync.sides import Side, Sides

# Values as SQLite keeps them, and what PostgreSQL then shows as text where it is another one.
VALUES: dict[Kind, list[Any]] = {
    Kind.BOOLEAN: [0, 1],
    Kind.INT16: [-(2**15), 2**15 - 1, 0],
    Kind.INT32: [-(2**31), 2**31 - 1, 0],
    Kind.INT64: [-(2**63), 2**63 - 1, 2**53 + 1],
    Kind.DECIMAL: [99999999999.25, -0.01, 999999999999999, 12.5, 0, -1],
    Kind.FLOAT32: [3.4028234663852886e38, 1.401298464324817e-45, 0.10000000149011612, -1.1754943508222875e-38, 2.0],
    Kind.FLOAT64: [1.7976931348623157e308, 5e-324, 0.1, -2.2250738585072014e-308, 2.0, 9e999],
    Kind.TEXT: [
        "",
        " lead trail ",
        "two\nlines\ttab\r",
        "Ünï😀 日本 e\u0301",
        "2025-08-28T14:03:12",
        "null",
        "\x01\x7f",
    ],
    Kind.CHAR: ["", "abc", "é"],
    Kind.JSON: ['{"b": 1,  "a": "é"}', "null", "[1, 2.50, 1e400]"],
    Kind.XML: ['<a b="1">é</a>', "<a/>"],
    Kind.BINARY: [b"", b"\x00", bytes(range(256))],
    Kind.UUID: ["8F2D0A40-5C3B-4B7E-9C31-0B6A1F0C2D11", "00000000-0000-0000-0000-000000000000"],
    Kind.DATE: ["0001-01-01", "9999-12-31", "2024-02-29"],
    Kind.TIME: ["00:00:00", "23:59:59.9999990", "14:03:12.5000000", "1.00:00:00"],
    Kind.TIMETZ: ["0001-01-02 14:03:12.5+02:00", "0001-01-02 00:00:00-11:30", "0001-01-02 23:59:59.999999+00:00"],
    Kind.TIMESTAMP: ["0001-01-01 00:00:00", "9999-12-31 23:59:59.999999", "2025-03-30 02:30:00.5"],
    Kind.TIMESTAMPTZ: ["0001-01-01 00:00:00+00:00", "9999-12-31 23:59:59.999999+00:00", "2025-03-30 02:30:00.5+00:00"],
}
SHOWN = {
    "1.00:00:00": "24:00:00",
    "23:59:59.9999990": "23:59:59.999999",
    "14:03:12.5000000": "14:03:12.5",
    "0001-01-02 14:03:12.5+02:00": "14:03:12.5+02",
    "0001-01-02 00:00:00-11:30": "00:00:00-11:30",
    "0001-01-02 23:59:59.999999+00:00": "23:59:59.999999+00",
}
SIZED = ("numeric(17,2)", "decimal(28, 4)", "varchar(50)", "nvarchar(7000)", "character varying (300)", "VARCHAR(9)")
ROWS = max(map(len, VALUES.values())) + 1  # the last is NULL everywhere


def columns() -> list[tuple[str, Kind]]:
    """Every declared type that is understood, and some with sizes, as declared."""
    sized = [(declared, DECLARED[declared.partition("(")[0].strip().lower()]) for declared in SIZED]
    return [*DECLARED.items(), *((declared, kind) for declared, kind in sized if declared != "VARCHAR(9)")]


def value(kind: Kind, row: int) -> Any:
    """What a column of this kind holds in a row."""
    return None if row == ROWS - 1 else VALUES[kind][row % len(VALUES[kind])]


@pytest.fixture(params=["sqlite", "postgresql"])
def opener(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Iterator[Opener]:
    """A SQLite server, and a client of either kind."""
    pair = Pair(
        server_kind="sqlite",
        client_kind=request.param,
        server_url=database_urls("sqlite"),
        client_url=database_urls(request.param),
    )
    with Opener.opened(pair, database_urls) as opened:
        yield opened


def stored(side: Side, table: str = "every") -> list[tuple[Any, ...]]:
    """What SQLite holds, with its storage classes."""
    names = [name for (name,) in side.connection.rows(f"SELECT name FROM pragma_table_info('{table}')")]
    shown = ", ".join(f'"{name}", typeof("{name}")' for name in names)
    return side.connection.rows(f'SELECT {shown} FROM "{table}" ORDER BY "id"')


def test_every_declared_type_crosses_with_its_extremes_and_comes_back(opener: Opener) -> None:
    """Touched on the client, every row comes back as it was, storage classes included."""
    listed = ", ".join(f'"c{place}" {declared}' for place, (declared, _) in enumerate(columns()))
    sides = opener(f'CREATE TABLE "every" ("id" integer NOT NULL PRIMARY KEY, {listed})', tables=["every"])
    marks = ", ".join("?" * (len(columns()) + 1))
    sides.server.connection.execute_many(
        f'INSERT INTO "every" VALUES ({marks})',
        [(row, *(value(kind, row) for _, kind in columns())) for row in range(ROWS)],
    )
    before = stored(sides.server)
    sides.sync()

    assert sides.client.reasons() == []
    assert _strange(sides) == []
    sides.client.run('UPDATE "every" SET "id" = "id"')
    result = sides.sync()
    assert result.failed == 0
    assert moved(result) == ({"every": (ROWS, 0)}, {})
    assert stored(sides.server) == before
    assert moved(sides.sync()) == NOTHING


def _strange(sides: Sides) -> list[tuple[str, Any, Any]]:
    """The declared types and values that the client does not show as they are."""
    if sides.client.is_sqlite:
        names = ", ".join(f'"c{place}"' for place in range(len(columns())))
    else:
        names = ", ".join(f'"c{place}"::{_as(kind)}' for place, (_, kind) in enumerate(columns()))
    found = sides.client.connection.rows(f'SELECT {names} FROM "every" ORDER BY "id"')
    return [
        (declared, wanted, cell)
        for number, row in enumerate(found)
        for (declared, kind), cell in zip(columns(), row, strict=True)
        if (wanted := _expected(sides.client, kind, value(kind, number))) != cell
    ]


def _as(kind: Kind) -> str:
    match kind:
        case Kind.BOOLEAN:
            return "int"
        case Kind.INT16 | Kind.INT32 | Kind.INT64 | Kind.DECIMAL:
            return "numeric"
        case Kind.FLOAT32 | Kind.FLOAT64:
            return "float8"
        case Kind.BINARY:
            return "bytea"
        case _:
            return "text"


def _expected(client: Side, kind: Kind, raw: Any) -> Any:
    if raw is None or client.is_sqlite:
        return raw
    match kind:
        case Kind.UUID:
            return raw.lower()
        case Kind.TIMESTAMPTZ:
            return raw.removesuffix(":00")
        case Kind.DECIMAL:
            return Decimal(str(raw))
        case _:
            return SHOWN.get(raw, raw) if isinstance(raw, str) else raw


KEPT_ASIDE = {
    "a NUL in a text": ("text", "'a' || char(0) || 'b'"),
    "a text in a number": ("int", "'abc'"),
    "a number that is too large": ("smallint", "40000"),
    "a text that is too long": ("varchar(3)", "'abcd'"),
    "more places than declared": ("numeric(9,2)", "1.005"),
    "more digits than declared": ("numeric(5,2)", "12345.5"),
    "a seventh decimal of a second": ("timestamp", "'2025-08-28 14:03:12.3456789'"),
    "the last moment of .NET": ("datetime", "'9999-12-31 23:59:59.9999999'"),
    "a seventh decimal in UTC": ("timestamptz", "'2025-08-28 14:03:12.3456789+00:00'"),
    "a seventh decimal of a time": ("time", "'14:03:12.3456789'"),
    "a time behind a date": ("date", "'2024-02-03 23:59:59'"),
    "a zone that has no place": ("timestamp", "'2024-01-01T10:00:00+05:00'"),
    "a zone behind a time": ("time", "'10:00:00+05:00'"),
    "a word for a moment": ("timestamptz", "'now'"),
    "a word for a day": ("date", "'tomorrow'"),
    "bytes in a text": ("text", "x'414243'"),
    "a text in bytes": ("blob", "'abc'"),
    "a day that is none": ("date", "'2025-02-30'"),
    "a text that is no uuid": ("uuid", "'abc'"),
    "a text that is no json": ("json", "'{'"),
}


@pytest.mark.postgresql
@pytest.mark.parametrize("opener", ["postgresql"], indirect=True)
def test_what_postgresql_would_alter_or_refuse_is_kept_aside_with_the_reason(opener: Opener) -> None:
    """SQLite keeps anything anywhere. A first copy and a later sync judge alike, and the other rows arrive."""
    tables = [f"t{place}" for place in range(len(KEPT_ASIDE))]
    sides = opener(
        *(
            f'CREATE TABLE "{table}" ("id" int NOT NULL PRIMARY KEY, "a" {declared})'
            for table, (declared, _) in zip(tables, KEPT_ASIDE.values(), strict=True)
        ),
        tables=tables,
        on_server=[
            f'INSERT INTO "{table}" VALUES (1, NULL), (2, {literal}), (3, NULL)'
            for table, (_, literal) in zip(tables, KEPT_ASIDE.values(), strict=True)
        ],
    )
    sides.sync()
    aside = sorted((table, 2, "upsert") for table in tables)

    assert [sides.client.rows(table, order="1") for table in tables] == [[(1, None), (3, None)]] * len(tables)
    assert sides.client.errors() == aside
    for table, (_, literal) in zip(tables, KEPT_ASIDE.values(), strict=True):
        sides.server.run(f'INSERT INTO "{table}" VALUES (4, {literal}), (5, NULL)')
    sides.sync()

    assert [sides.client.rows(table, order="1") for table in tables] == [[(1, None), (3, None), (5, None)]] * len(
        tables
    )
    assert sides.client.errors() == sorted([*aside, *((table, 4, "upsert") for table in tables)])


DECIMALS = {
    "1e-20": "0.00000000000000000001",
    "-0.000012345": "-0.000012345",
    "125e18": "125000000000000000000",
    "1234567890123456.5": "1234567890123456.5",  # its sixteenth digit is no noise
    "9007199254740993": "9007199254740993",
}


@pytest.mark.postgresql
@pytest.mark.parametrize("opener", ["postgresql"], indirect=True)
def test_a_number_without_a_declared_precision_crosses_whole_and_in_plain_notation(opener: Opener) -> None:
    """SQLite itself prints `1.0e-20`, and fifteen digits."""
    sides = opener(
        'CREATE TABLE "n" ("id" int NOT NULL PRIMARY KEY, "a" numeric)',
        tables=["n"],
        on_server=[f"INSERT INTO \"n\" VALUES ({row}, '{text}')" for row, text in enumerate(DECIMALS)],
    )
    assert sides.sync().failed == 0

    assert [text for (text,) in sides.client.rows("n", '"a"::text', '"id"')] == list(DECIMALS.values())


@pytest.mark.postgresql
@pytest.mark.parametrize("opener", ["postgresql"], indirect=True)
def test_what_sums_leave_behind_the_declared_places_is_no_value(opener: Opener) -> None:
    """0.1 + 0.2 is 0.30000000000000004 in SQLite, and 0.30 in a column with two places."""
    sides = opener(
        'CREATE TABLE "n" ("id" int NOT NULL PRIMARY KEY, "a" numeric(9,2))',
        tables=["n"],
        on_server=['INSERT INTO "n" VALUES (1, 0.1)', 'UPDATE "n" SET "a" = "a" + 0.2'],
    )
    assert sides.sync().failed == 0

    assert sides.client.value('SELECT "a"::text FROM "n"') == "0.30"
