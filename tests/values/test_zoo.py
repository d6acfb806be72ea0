"""Every type of PostgreSQL and of MariaDB crosses as it did with Dotmim.Sync 1.3, or as a case file says and why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pair
from tests.recordings.databases import Databases
from tests.sync.sides import Opener
from tests.values.differences import PAGE, expected, page, read_differences
from tests.values.observed import observe
from tests.values.recorded import CLIENTS, SERVERS, read_seed, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from tests.values.observed import Observed
    from tests.values.recorded import Table

PAIRS = list(product(SERVERS, CLIENTS))


@dataclass(frozen=True, kw_only=True, slots=True)
class Zoo:
    """The kinds of a server and a client, the recorded tables, and what both show after all of it was synced."""

    server: str
    client: str
    tables: Mapping[str, Table]
    observed: Observed


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Empty databases, used again and again; those of MariaDB on a server that is fast."""
    with Databases(tmp_path_factory.mktemp("zoo")) as made:
        yield made


@pytest.fixture(params=[pytest.param(pair, id="-to-".join(pair)) for pair in PAIRS])
def zoo(request: pytest.FixtureRequest, recordings: Path, databases: Databases) -> Zoo:
    """One of each pair of kinds."""
    server, client = request.param
    folder = recordings / "formats" / "types" / SERVERS[server]
    pair = Pair(
        server_kind=server,
        client_kind=client,
        server_url=databases.empty(server),
        client_url=databases.empty(client),
    )
    tables = read_tables(folder, client)
    with Opener.opened(pair, databases.empty) as opener:
        observed = observe(opener, read_seed(folder), tables)
    databases.release()
    return Zoo(server=server, client=client, tables=tables, observed=observed)


def test_values_are_as_recorded_or_as_the_case_file_says(zoo: Zoo) -> None:
    """Each client row, and each server row after every client row was touched; a difference that is none fails too."""
    differences = read_differences(zoo.server)
    unlisted, stale = [], []
    for name, ours in zoo.observed.facts.items():
        table = zoo.tables[name]
        wanted, none = expected(table.facts, differences, zoo.client, table.type)
        stale += [f"{table.type}: {path}" for path in none]
        unlisted += [
            f"{table.type}: {path}: {wanted.get(path)} -> {ours.get(path)}"
            for path in sorted(wanted.keys() | ours.keys())
            if wanted.get(path) != ours.get(path)
        ]

    assert unlisted == []
    assert stale == []
    assert zoo.observed.faults == ()
    assert {type_ for each in differences for type_ in each.types} <= {table.type for table in zoo.tables.values()}
    _names_what_it_refuses(zoo.observed)
    _warns_of_what_it_may_keep_aside(zoo)


def _names_what_it_refuses(observed: Observed) -> None:
    """Table, column and type."""
    for name, problem in observed.refusals.items():
        assert problem.code == "unsupported-type"
        assert name in problem.message
        assert "column a" in problem.message or f"{name}.a" in problem.message
        assert observed.types[name] in problem.message


# What no type tells: NaN and the infinities in floats and dates, a char(36) that is no uuid, a NUL in a text.
UNTOLD = {
    **{("postgresql", client): {"z09", "z10"} for client in CLIENTS},
    ("postgresql", "mariadb"): {"z09", "z10", "z21", "z22", "z24"},
    ("mariadb", "postgresql"): {"z37", "z39"},
}


def _warns_of_what_it_may_keep_aside(zoo: Zoo) -> None:
    warned = {note.partition(".")[0] for note in zoo.observed.notes}
    kept = {name for name, facts in zoo.observed.facts.items() if "kept aside" in facts.values()}

    assert kept - UNTOLD.get((zoo.server, zoo.client), set()) <= warned
    assert zoo.client != zoo.server or not warned


@pytest.mark.parametrize(
    "server_and_client", [("postgresql", client) for client in CLIENTS], indirect=True, ids="-to-".join
)
def test_a_row_of_a_client_gets_into_a_table_that_always_numbers(
    server_and_client: Pair, database_urls: Callable[[str], str]
) -> None:
    """The reference's upload of such a row fails; the server's next number is then a free one."""
    overriding = "OVERRIDING SYSTEM VALUE " if server_and_client.client_kind == "postgresql" else ""
    with Opener.opened(server_and_client, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "n" ("id" int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "a" text)',
            tables=["n"],
            on_server=['INSERT INTO "n" ("a") VALUES (\'first\')'],
        )
        sides.sync()
        sides.client.run(f'INSERT INTO "n" ("id", "a") {overriding}VALUES (2, \'second\')')
        assert sides.sync().failed == 0
        sides.server.run('INSERT INTO "n" ("a") VALUES (\'third\')')
        sides.sync()

        assert sides.client.rows("n") == sides.server.rows("n") == [(1, "first"), (2, "second"), (3, "third")]


def test_the_page_says_what_the_case_file_says() -> None:
    """`python -m tests.values` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()
