"""Every value that leaves one database is the same value in the next, whichever databases they are."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.model import SetupTable, SyncSetup
from tests.provisioning import provision
from tests.sync.sides import NOTHING, Side, Sides, moved

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sync.sides import Opener

# Type (understood by both), its literals on PostgreSQL, and on SQLite where they differ.
TYPES: dict[str, tuple[str, list[str], list[str] | None]] = {
    "truth": ("boolean", ["true", "false", "NULL"], ["1", "0", "NULL"]),
    "small": ("smallint", ["-32768", "32767", "0"], None),
    "middle": ("int", ["-2147483648", "2147483647", "0"], None),
    "large": ("bigint", ["-9223372036854775808", "9223372036854775807", "NULL"], None),
    "money": ("numeric(19,4)", ["12345678901.2345", "-0.0001", "100"], None),
    "short": ("numeric(9,2)", ["1234567.89", "0.10", "-1"], None),
    "whole": ("numeric(15,0)", ["999999999999999", "-1", "0"], None),
    "single": ("float4", ["0.1", "-3.4e38", "1e-38"], None),
    "double": ("double precision", ["0.1", "1.7976931348623157e308", "5e-324"], None),
    "wide": ("double precision", ["'Infinity'", "'-Infinity'", "3"], ["9e999", "-9e999", "3"]),
    "words": (
        "text",
        ["E'two\\nlines\\t\\\\ \\'quoted\\' \"so\"'", "'日本 🎉 e\u0301'", "''"],
        ["'two' || char(10) || 'lines' || char(9) || '\\ ''quoted'' \"so\"'", "'日本 🎉 e\u0301'", "''"],
    ),
    "control": (
        "text",
        ["E'\\x01\\x1f\\x7f'", "' space '", "'null'"],
        ["char(1) || char(31) || char(127)", "' space '", "'null'"],
    ),
    "dated_text": ("text", ["'2024-01-01'", "'2024-01-01T00:00:00Z'", "'1e5'"], None),
    "limited": ("varchar(10)", ["'0123456789'", "'007'", "NULL"], None),
    "padded": ("char(5)", ["'abc'", "'abcde'", "NULL"], ["'abc  '", "'abcde'", "NULL"]),
    "bytes": ("bytea", ["'\\x00ff80'", "'\\x'", "NULL"], ["x'00ff80'", "x''", "NULL"]),
    "guid": (
        "uuid",
        ["'ABCDEF01-2345-6789-abcd-ef0123456789'", "'00000000-0000-0000-0000-000000000000'", "NULL"],
        ["'ABCDEF01-2345-6789-ABCD-EF0123456789'", "'00000000-0000-0000-0000-000000000000'", "NULL"],
    ),
    "day": ("date", ["'0001-01-01'", "'9999-12-31'", "'2024-02-29'"], None),
    "hour": (
        "time",
        ["'24:00:00'", "'23:59:59.999999'", "'00:00:00'"],
        ["'1.00:00:00'", "'23:59:59.9999990'", "'00:00:00'"],
    ),
    "moment": ("timestamp", ["'0001-01-01 00:00:00'", "'9999-12-31 23:59:59.999999'", "'2024-03-31 02:30:00.1'"], None),
    "instant": (
        "timestamptz",
        ["'0001-01-01 00:00:00+00'", "'9999-12-31 23:59:59.999999+00'", "'2024-07-01 12:00:00.5+02'"],
        ["'0001-01-01 00:00:00+00:00'", "'9999-12-31 23:59:59.999999+00:00'", "'2024-07-01 10:00:00.5+00:00'"],
    ),
    "document": ("json", ["'{\"a\": [1,  2.50, null]}'", "'\"text\"'", "NULL"], None),
}


def table() -> str:
    columns = ", ".join(f'"{name}" {kind}' for name, (kind, _, _) in TYPES.items())
    return f'CREATE TABLE "every" ("id" int NOT NULL PRIMARY KEY, {columns})'


def inserts(side: Side, first: int = 1) -> list[str]:
    made = []
    for place in range(3):
        literals = [
            (native if sqlite is None or not side.is_sqlite else sqlite)[place] for _, native, sqlite in TYPES.values()
        ]
        made.append(f'INSERT INTO "every" VALUES ({first + place}, {", ".join(literals)})')
    return made


def plain(side: Side) -> list[tuple[Any, ...]]:
    """The rows as values of Python, read without the code under test and without each database's manner of writing."""
    names = ", ".join(
        f'"{name}"::text' if kind in TEXT_IN_POSTGRESQL and not side.is_sqlite else f'"{name}"'
        for name, (kind, _, _) in TYPES.items()
    )
    kinds = [kind for kind, _, _ in TYPES.values()]
    rows = side.connection.rows(f'SELECT "id", {names} FROM "every" ORDER BY 1')
    return [(row[0], *map(value, kinds, row[1:])) for row in rows]


def differences(one: Side, other: Side) -> list[tuple[str, Any, Any]]:
    """Column and both values, where they differ."""
    return [
        (name, mine, theirs)
        for row, counterpart in zip(plain(one), plain(other), strict=True)
        for name, mine, theirs in zip(("id", *TYPES), row, counterpart, strict=True)
        if mine != theirs
    ]


TEXT_IN_POSTGRESQL = {"date", "time", "timestamp", "timestamptz", "json", "uuid"}


def value(kind: str, raw: Any) -> Any:  # noqa: C901, PLR0911 - each case returns
    if raw is None:
        return None
    match kind.partition("(")[0]:
        case "boolean":
            return bool(raw)
        case "numeric":
            return Decimal(str(raw))
        case "float4":
            return f"{float(raw):.6g}"
        case "double precision":
            return float(raw)
        case "bytea":
            return bytes(raw)
        case "uuid":
            return raw.lower()
        case "json":
            return json.loads(raw, parse_float=str)  # a database may keep it in its own manner
        case "date":
            return date.fromisoformat(raw)
        case "time":
            return time_of_day(raw)
        case "timestamp" | "timestamptz":
            return datetime.fromisoformat(raw.replace("+00:00", "+00").replace("+00", "+00:00"))
        case _:
            return raw


def time_of_day(raw: str) -> timedelta:
    days, _, clock = raw.rpartition(".") if raw.count(":") == 2 and raw.index(":") > 2 else ("0", "", raw)
    if days != "0" and ":" in days:  # the dot belongs to the seconds
        days, clock = "0", raw
    hours, minutes, seconds = clock.split(":")
    return timedelta(days=int(days), hours=int(hours), minutes=int(minutes)) + timedelta(
        microseconds=int(Decimal(seconds) * 1_000_000)
    )


def test_every_value_arrives_and_comes_back_unchanged(provisioned: Opener) -> None:
    sides = provisioned(table(), tables=["every"])
    sides.server.run(*inserts(sides.server))
    sides.sync()

    assert differences(sides.client, sides.server) == []

    sides.client.run(*inserts(sides.client, 11), 'UPDATE "every" SET "id" = "id" WHERE "id" < 10')
    result = sides.sync()
    assert result.failed == 0
    before = plain(sides.server)
    assert [row[1:] for row in before[3:]] == [row[1:] for row in before[:3]]
    assert differences(sides.client, sides.server) == []
    assert moved(sides.sync()) == NOTHING


def test_values_survive_a_chain_of_databases(provisioned: Opener, database_urls: Callable[[str], str]) -> None:
    """PostgreSQL's values through a SQLite client that is then a server, and back: nothing is lost on the way."""
    pair = provisioned.pair
    sides = provisioned(table(), tables=["every"])
    sides.server.run(*inserts(sides.server))
    sides.sync()
    third = provisioned.open("third", database_urls(pair.server_kind))
    # The client's rows move into a table whose declared types say what they are, on a database of the client's kind.
    second = provisioned.open("second", database_urls(pair.client_kind))
    second.run(table())
    names = ", ".join(f'"{name}"' for name in ("id", *TYPES))
    marks = ", ".join([second.connection.provider.traits.style.mark] * (len(TYPES) + 1))
    rows = sides.client.connection.rows(
        "SELECT "
        + ", ".join(
            f'"{name}"::text' if kind in TEXT_IN_POSTGRESQL and not second.is_sqlite else f'"{name}"'
            for name, (kind, _, _) in {"id": ("int", None, None), **TYPES}.items()
        )
        + ' FROM "every"'
    )
    second.connection.execute_many(f'INSERT INTO "every" ({names}) VALUES ({marks})', rows)
    provision(second.connection, [third.connection], SyncSetup(tables=(SetupTable(name="every"),)))

    assert Sides(second, [third]).sync().failed == 0

    assert differences(third, sides.server) == []


def test_spelling_of_uuids_in_a_sqlite_server_is_kept_and_its_keys_are_found(provisioned: Opener) -> None:
    """Lower case, upper case, or both in one table; children find their parents."""
    low, high = "abcdef00-0000-4000-8000-00000000000a", "ABCDEF00-0000-4000-8000-00000000000B"
    sides = provisioned(
        'CREATE TABLE "parent" ("id" uuid NOT NULL PRIMARY KEY, "name" text)',
        'CREATE TABLE "child" ("id" int NOT NULL PRIMARY KEY, "above" uuid NOT NULL REFERENCES "parent" ("id"))',
        tables=["parent", "child"],
        on_server=[f"INSERT INTO \"parent\" VALUES ('{low}', 'low'), ('{high}', 'high')"],
    )
    sides.sync()

    def is_it(side: Side, key: str) -> str:
        return f"lower(\"id\") = lower('{key}')" if side.is_sqlite else f"\"id\" = '{key}'"

    for number, key in enumerate((low, high)):
        found = sides.client.value(f'SELECT CAST("id" AS text) FROM "parent" WHERE {is_it(sides.client, key)}')
        sides.client.run(
            f'UPDATE "parent" SET "name" = \'changed\' WHERE {is_it(sides.client, key)}',
            f"INSERT INTO \"child\" VALUES ({number}, '{found}')",
        )

    result = sides.sync()

    assert result.failed == 0
    assert sides.server.value('SELECT count(*) FROM "parent" WHERE "name" = \'changed\'') == 2
    assert sides.server.value('SELECT count(*) FROM "parent"') == 2
    assert sides.server.value('SELECT count(*) FROM "child" JOIN "parent" ON "parent"."id" = "child"."above"') == 2
    assert moved(sides.sync()) == NOTHING
    sides.client.run('DELETE FROM "child"', 'DELETE FROM "parent"')
    assert sides.sync().failed == 0
    assert sides.server.value('SELECT count(*) FROM "parent"') == 0


def test_infinite_moments_and_years_before_christ_arrive(provisioned: Opener) -> None:
    """What .NET cannot hold, our own ends can."""
    if provisioned.pair.server_kind == "sqlite":
        return
    sides = provisioned(
        'CREATE TABLE "when" ("id" int NOT NULL PRIMARY KEY, "a" timestamp, "b" timestamptz, "c" date, "d" numeric)',
        tables=["when"],
        on_server=[
            "INSERT INTO \"when\" VALUES (1, 'infinity', '-infinity', 'infinity', 'NaN')",
            "INSERT INTO \"when\" VALUES (2, '0044-03-15 12:00 BC', '0044-03-15 12:00+00 BC', '0044-03-15 BC', 1e-10)",
            "INSERT INTO \"when\" VALUES (3, '12345-01-01', '12345-01-01+00', '12345-01-01', 1e14)",
        ],
    )

    assert sides.sync().failed == 0
    sides.client.run('UPDATE "when" SET "id" = "id"')
    before = sides.server.rows("when", 'CAST("a" AS text), CAST("b" AS text), CAST("c" AS text), CAST("d" AS text)')
    assert sides.sync().failed == 0

    after = sides.server.rows("when", 'CAST("a" AS text), CAST("b" AS text), CAST("c" AS text), CAST("d" AS text)')
    assert [row[:3] for row in after] == [row[:3] for row in before]
    assert [math.isnan(Decimal(row[3])) for row in after] == [math.isnan(Decimal(row[3])) for row in before]
