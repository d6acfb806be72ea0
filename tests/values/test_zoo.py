"""Every type of PostgreSQL crosses as it did with Dotmim.Sync 1.3, or as `differences.toml` says and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pair
from tests.sync.sides import Opener
from tests.values.differences import PAGE, expected, page, read_differences
from tests.values.observed import observe
from tests.values.recorded import CLIENTS, read_seed, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.values.observed import Observed

Zoo = tuple[str, "Observed"]


@pytest.fixture(params=CLIENTS)
def zoo(request: pytest.FixtureRequest, recordings: Path, database_urls: Callable[[str], str]) -> Zoo:
    """The kind of a client, and what a server with every type and that client show after all of it was synced."""
    client: str = request.param
    folder = recordings / "formats" / "types" / "postgres"
    pair = Pair(
        server_kind="postgresql",
        client_kind=client,
        server_url=database_urls("postgresql"),
        client_url=database_urls(client),
    )
    with Opener.opened(pair, database_urls) as opener:
        return client, observe(opener, read_seed(folder), read_tables(folder, client))


@pytest.mark.postgresql
def test_values_are_as_recorded_or_as_the_case_file_says(zoo: Zoo, recordings: Path) -> None:
    """Each client row, and each server row after every client row was touched; a difference that is none fails too."""
    client, observed = zoo
    tables = read_tables(recordings / "formats" / "types" / "postgres", client)
    differences = read_differences()
    unlisted, stale = [], []
    for name, ours in observed.facts.items():
        table = tables[name]
        wanted, none = expected(table.facts, differences, client, table.type)
        stale += [f"{table.type}: {path}" for path in none]
        unlisted += [
            f"{table.type}: {path}: {wanted.get(path)} -> {ours.get(path)}"
            for path in sorted(wanted.keys() | ours.keys())
            if wanted.get(path) != ours.get(path)
        ]

    assert unlisted == []
    assert stale == []
    assert observed.faults == ()
    known = {table.type for table in tables.values()}
    assert {type_ for each in differences for type_ in each.types} <= known
    _names_what_it_refuses(observed)
    _warns_of_what_it_may_keep_aside(client, observed)


def _names_what_it_refuses(observed: Observed) -> None:
    """Table, column and type."""
    for name, problem in observed.refusals.items():
        assert problem.code == "unsupported-type"
        assert name in problem.message
        assert "column a" in problem.message or f"{name}.a" in problem.message
        assert observed.types[name] in problem.message


def _warns_of_what_it_may_keep_aside(client: str, observed: Observed) -> None:
    warned = {note.partition(".")[0] for note in observed.notes}
    kept = {name for name, facts in observed.facts.items() if "kept aside" in facts.values()}
    floats = {"z09", "z10"}  # of NaN, which no precision tells

    assert kept - floats <= warned
    assert client == "sqlite" or not warned


@pytest.mark.postgresql
@pytest.mark.parametrize("client", CLIENTS)
def test_a_row_of_a_client_gets_into_a_table_that_always_numbers(
    client: str, database_urls: Callable[[str], str]
) -> None:
    """The reference's upload of such a row fails; the server's next number is then a free one."""
    pair = Pair(
        server_kind="postgresql",
        client_kind=client,
        server_url=database_urls("postgresql"),
        client_url=database_urls(client),
    )
    with Opener.opened(pair, database_urls) as opener:
        sides = opener(
            'CREATE TABLE "n" ("id" int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "a" text)',
            tables=["n"],
            on_server=['INSERT INTO "n" ("a") VALUES (\'first\')'],
        )
        sides.sync()
        sides.client.run(
            'INSERT INTO "n" ("id", "a")'
            f" {'' if sides.client.is_sqlite else 'OVERRIDING SYSTEM VALUE '}VALUES (2, 'second')"
        )
        assert sides.sync().failed == 0
        sides.server.run('INSERT INTO "n" ("a") VALUES (\'third\')')
        sides.sync()

        assert sides.client.rows("n") == sides.server.rows("n") == [(1, "first"), (2, "second"), (3, "third")]


def test_the_page_says_what_the_case_file_says() -> None:
    """`python -m tests.values` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()
