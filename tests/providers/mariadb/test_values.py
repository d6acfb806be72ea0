"""Every type of a MariaDB server: its extremes arrive at each kind of client; what would be altered is kept aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import MariaDBSyncProvider, SqliteSyncProvider, SyncAgent, SyncSetup
from dms_pipeline.providers.mariadb import bulk
from tests.conftest import KINDS, Pair
from tests.providers.doing import opened
from tests.providers.mariadb.test_straight import LENIENT
from tests.sync.sides import NOTHING, Opener, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Type and two literals.
TYPES: dict[str, tuple[str, str, str]] = {
    "tiny": ("tinyint", "-128", "127"),
    "tiny_u": ("tinyint unsigned", "0", "255"),
    "truth": ("tinyint(1)", "0", "1"),
    "small_u": ("smallint unsigned", "65535", "1"),
    "medium": ("mediumint", "-8388608", "8388607"),
    "whole_u": ("int unsigned", "4294967295", "0"),
    "large": ("bigint", "-9223372036854775808", "9223372036854775807"),
    "money": ("decimal(19,4)", "12345678901.2345", "-0.0001"),
    "single": ("float", "0.1", "-3.4e38"),
    "single_places": ("float(7,3)", "1234.567", "-0.001"),
    "double_": ("double", "0.1", "1.7976931348623157e308"),
    "double_places": ("double(10,2)", "12345678.9", "-0.01"),
    "one_bit": ("bit(1)", "b'0'", "b'1'"),
    "five_bits": ("bit(5)", "b'10101'", "b'1'"),
    "many_bits": ("bit(63)", "0x7fffffffffffffff", "b'0'"),
    "words": ("varchar(50)", "'two\\nlines \\\\ \\'quoted\\' \"so\" 100%'", "' 日本 🎉 '"),
    "fixed": ("char(5)", "'abc'", "'abcde'"),
    "long_words": ("longtext", "'2024-01-01T00:00:00Z'", "''"),
    "choice": ("enum('a','b c')", "'a'", "'b c'"),
    "choices": ("set('x','y','z')", "''", "'x,z'"),
    "document": ("json", "'{\"a\": [1, 2.50, null]}'", "'\"text\"'"),
    "padded": ("binary(4)", "x'00ff0000'", "x'61626364'"),
    "bytes_": ("varbinary(20)", "x'00ff8027'", "x''"),
    "blob_": ("longblob", "x'25732500'", "NULL"),
    "guid": ("char(36)", "'abcdef01-2345-6789-abcd-ef0123456789'", "'00000000-0000-0000-0000-000000000000'"),
    "day": ("date", "'1000-01-01'", "'9999-12-31'"),
    "moment": ("datetime(6)", "'1000-01-01 00:00:00'", "'9999-12-31 23:59:59.999999'"),
    "moment_3": ("datetime(3)", "'2024-03-31 02:30:00.120'", "'2024-03-31 02:30:00'"),
    "instant": ("timestamp(6)", "'1970-01-01 00:00:01'", "'2038-01-19 03:14:07.999999'"),
    "hour": ("time(6)", "'23:59:59.999999'", "'00:00:00'"),
    "year_": ("year", "1901", "2155"),
}
NAMES = tuple(TYPES)
JSON_REASONS = {"mariadb": "CONSTRAINT", "mysql": "Invalid JSON text"}  # a check, and a type of its own


@pytest.fixture(autouse=True, params=[1, 1_000_000], ids=["load-data", "insert"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two ways in which rows are inserted: they refuse the same (B6)."""
    monkeypatch.setattr(bulk, "FEW", request.param)


@pytest.fixture(params=KINDS)
def opener(request: pytest.FixtureRequest, kin: str, database_urls: Callable[[str], str]) -> Iterator[Opener]:
    """A MariaDB server, or a variant, with each kind of client."""
    pair = Pair(
        server_kind=kin,
        client_kind=request.param,
        server_url=database_urls(kin),
        client_url=database_urls(request.param),
    )
    with Opener.opened(pair, database_urls) as opener:
        yield opener


def table() -> str:
    columns = ", ".join(f'"{name}" {kind} NULL' for name, (kind, _, _) in TYPES.items())
    return f'CREATE TABLE "every" ("id" int NOT NULL PRIMARY KEY, {columns}, "touched" int) DEFAULT CHARSET = utf8mb4'


def everything(sides: Any) -> list[tuple[Any, ...]]:
    hexed = ", ".join(f'HEX(CONCAT("{name}"))' for name in NAMES)
    rows: list[tuple[Any, ...]] = sides.server.connection.rows(f'SELECT "id", {hexed} FROM "every" ORDER BY 1')
    return rows


def test_every_value_arrives_and_comes_back_as_it_was(opener: Opener) -> None:
    rows = [
        f'INSERT INTO "every" VALUES ({number}, {", ".join(each[number] for each in TYPES.values())}, 0)'
        for number in (1, 2)
    ]
    nothing = f'INSERT INTO "every" VALUES (3, {", ".join("NULL" for _ in TYPES)}, 0)'
    sides = opener(table(), tables=["every"], on_server=[*rows, nothing])
    before = everything(sides)

    assert moved(sides.sync()) == ({}, {"every": (3, 0)})
    assert sides.client.reasons() == []
    sides.client.run('UPDATE "every" SET "touched" = 1')
    assert moved(sides.sync()) == ({"every": (3, 0)}, {})

    assert sides.server.reasons() == []
    assert everything(sides) == before
    assert moved(sides.sync()) == NOTHING


@pytest.mark.parametrize(
    ("kind", "literal", "reason"),
    [
        ("datetime(3)", "'2024-01-01 00:00:00.1234'", "decimals"),
        ("decimal(9,2)", "1.234", "decimals"),
        ("decimal(9,2)", "x'ff'", "ncorrect"),
        ("int", "1.5", "whole"),
        ("bit(64)", "-1", "bits"),
        ("int", "'abc'", "whole"),
        ("tinyint", "999", "range"),
        ("varchar(3)", "'abcd'", "long"),
        ("varchar(3)", "'abc '", "letters"),
        ("varchar(3)", "'abc' || char(10)", "letters"),
        ("char(5)", "'ab '", "blanks"),
        ("char(36)", "'no id '", "blanks"),
        ("tinytext", "printf('%.256c', 'x')", "long"),
        ("tinytext", "printf('%.254c', 'x') || 'é' || char(10)", "blanks"),
        ("text", "printf('%.65535c', 'x') || ' '", "blanks"),
        ("tinytext CHARACTER SET latin1", "printf('%.255c', 'x') || char(9)", "blanks"),
        ("text", "printf('%.65536c', 'x')", "long"),
        ("blob", "zeroblob(65536)", "long"),
        ("enum('a','b')", "'1'", "no value"),
        ("set('x','y')", "'y,x'", "no set"),
        ("binary(4)", "x'61'", "fills up"),
        ("year", "70", "no year"),
        ("date", "'2020-13-45'", "ncorrect"),
        ("date", "'2024-01-01 10:00:00'", "no date"),
        ("time", "'900.00:00:00'", "ncorrect"),
        ("double", "9e999", "inf"),
        ("double(10,2)", "0.125", "decimals"),
        ("float(7,3)", "1.2345", "decimals"),
        ("float(7,3)", "-9e999", "inf"),
        ("json", "'{'", JSON_REASONS),
    ],
)
def test_what_mariadb_would_alter_is_kept_aside_with_the_reason(
    kin: str, database_urls: Callable[[str], str], kind: str, literal: str, reason: str | dict[str, str]
) -> None:
    """A SQLite client lets any value into its column; the others of the batch go in."""
    pair = Pair(
        server_kind=kin,
        client_kind="sqlite",
        server_url=database_urls(kin),
        client_url=database_urls("sqlite"),
    )
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(f'CREATE TABLE "one" ("id" int PRIMARY KEY, "value" {kind})', tables=["one"])
        sides.sync()
        sides.client.run(f'INSERT INTO "one" VALUES (1, NULL), (2, {literal}), (3, NULL)')

        sides.sync()

        assert [key for (key,) in sides.server.connection.rows('SELECT "id" FROM "one" ORDER BY 1')] == [1, 3]
        said = reason if isinstance(reason, str) else reason[kin]
        assert said.lower() in sides.server.reasons()[0].lower(), sides.server.reasons()


@pytest.mark.parametrize(
    ("there", "sent", "kept"),
    [
        (None, "0xffffffffffffffff", "18446744073709551615"),
        ("boolean", "b'1'", "true"),  # as the reference makes it
    ],
)
def test_a_field_of_bits_is_a_number_for_a_client_that_has_none(
    kin: str, database_urls: Callable[[str], str], there: str | None, sent: str, kept: str
) -> None:
    pair = Pair(
        server_kind=kin,
        client_kind="postgresql",
        server_url=database_urls(kin),
        client_url=database_urls("postgresql"),
    )
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "flags" ("id" int PRIMARY KEY, "bits" bit(64), "touched" int)',
            tables=["flags"],
            on_server=[f'INSERT INTO "flags" VALUES (1, {sent}, 0)'],
            on_client=[f'CREATE TABLE "flags" ("id" int PRIMARY KEY, "bits" {there}, "touched" int)'] if there else [],
        )
        before = sides.server.value('SELECT "bits" + 0 FROM "flags"')
        sides.sync()
        assert (sides.client.reasons(), sides.client.value('SELECT "bits"::text FROM "flags"')) == ([], kept)
        sides.client.run('UPDATE "flags" SET "touched" = 1')
        sides.sync()

        assert (sides.server.reasons(), sides.server.value('SELECT "touched" FROM "flags"')) == ([], 1)
        assert sides.server.value('SELECT "bits" + 0 FROM "flags"') == before


@pytest.mark.parametrize("kind", ["mariadb", "sqlite"])
def test_times_beyond_a_day_and_zero_dates_cross_where_there_is_room_for_them(
    kin: str, database_urls: Callable[[str], str], kind: str
) -> None:
    pair = Pair(
        server_kind=kin,
        client_kind=kind,
        server_url=database_urls(kin),
        client_url=database_urls(kind),
    )
    with Opener.opened(pair, database_urls) as opener:
        rows = "(1, '838:59:59', '0000-00-00'), (2, '-26:03:04.5', '2024-00-00'), (3, '24:00:00', '2024-02-29')"
        sides = opener(
            'CREATE TABLE "odd" ("id" int PRIMARY KEY, "hours" time(1), "day" date, "touched" int)',
            tables=["odd"],
            on_server=[f'INSERT INTO "odd" ("id", "hours", "day") VALUES {rows}'],
        )
        before = sides.server.rows("odd", '"hours", "day"')
        sides.sync()
        assert sides.client.reasons() == []
        sides.client.run('UPDATE "odd" SET "touched" = 1')
        sides.sync()

        assert sides.server.reasons() == []
        assert sides.server.value('SELECT sum("touched") FROM "odd"') == "3"
        assert sides.server.rows("odd", '"hours", "day"') == before


def test_a_number_without_declared_places_comes_back_without_zeros_at_its_end(
    database_urls: Callable[[str], str],
) -> None:
    """The client's column keeps thirty places of every number; the server's would show them all."""
    pair = Pair(
        server_kind="postgresql",
        client_kind="mariadb",
        server_url=database_urls("postgresql"),
        client_url=database_urls("mariadb"),
    )
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "n" ("id" numeric PRIMARY KEY, "a" numeric, "touched" int)',
            tables=["n"],
            on_server=['INSERT INTO "n" VALUES (1, 12.5), (20, -300), (3.25, 1e-20), (4, 0), (5, NULL)'],
        )
        before = sides.server.rows("n", '"id"::text, "a"::text')
        sides.sync()
        sides.client.run('UPDATE "n" SET "touched" = 1')
        assert moved(sides.sync()) == ({"n": (5, 0)}, {})

        assert sides.server.rows("n", '"id"::text, "a"::text') == before


def test_a_moment_that_mariadb_writes_by_itself_is_the_one_that_was_sent(database_urls: Callable[[str], str]) -> None:
    """Also where a row that is there comes with one that is not."""
    pair = Pair(
        server_kind="mariadb",
        client_kind="mariadb",
        server_url=database_urls("mariadb"),
        client_url=database_urls("mariadb"),
    )
    with Opener.opened(pair, database_urls) as opener:
        table = (
            'CREATE TABLE "one" ("id" int PRIMARY KEY, "value" int,'
            ' "at" timestamp NOT NULL DEFAULT current_timestamp ON UPDATE current_timestamp)'
        )
        rows = "INSERT INTO \"one\" VALUES (1, 1, '2020-01-01'), (2, 2, '2020-01-02')"
        sides = opener(table, tables=["one"], on_server=[rows], on_client=[table])
        sides.sync()
        sides.server.run('UPDATE "one" SET "value" = 3, "at" = \'2020-01-03\' WHERE "id" = 1')
        sides.server.run("INSERT INTO \"one\" VALUES (3, 3, '2020-01-04')")
        sides.sync()

        assert sides.client.rows("one") == sides.server.rows("one")


@pytest.mark.parametrize(
    ("there", "here"),
    [("timestamp", "timestamp NOT NULL DEFAULT current_timestamp"), ("integer", "int AUTO_INCREMENT UNIQUE")],
)
def test_no_value_is_made_up_for_one_that_is_missing(mariadb_url: str, sqlite_url: str, there: str, here: str) -> None:
    with opened(sqlite_url) as server, opened(mariadb_url) as client:
        server.run(f"CREATE TABLE one (id integer PRIMARY KEY, at {there})")
        server.run("INSERT INTO one VALUES (1, NULL)")
        client.run(f"CREATE TABLE one (id int PRIMARY KEY, at {here})")
        SyncAgent(MariaDBSyncProvider(mariadb_url), SqliteSyncProvider(sqlite_url), LENIENT).synchronize(
            SyncSetup("one")
        )

        assert client.rows("SELECT * FROM one") == []
        assert client.rows("SELECT reason FROM dms_errors") == [("at takes no NULL",)]
