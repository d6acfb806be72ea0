"""The benchmarks do what they say, on few rows: the limits copy what we copy, and naive marks are naive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks import changes, data, ours, sessions
from benchmarks.engines import ENGINES, engine
from benchmarks.harness import Context, measure
from benchmarks.jobs import BENCHMARKS
from tests.sync.naive import use_naive_marks

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

ROWS = 200
PAIRS = [(benchmark.source, benchmark.target) for benchmark in BENCHMARKS.values()]
Make = Callable[[str, str], Context]

EACH_ROLE = [("postgresql", "mariadb"), ("mariadb", "sqlite"), ("sqlite", "postgresql")]  # each kind in each role
each_pair = pytest.mark.parametrize("pair", PAIRS, ids="-to-".join)


@pytest.fixture
def make(database_urls: Callable[[str], str], postgresql_url: str, tmp_path: Path) -> Make:
    """A function from two kinds of database to a source with rows, and an empty target."""

    def filled(kind: str) -> str:
        maker = ENGINES[data.MADE_BY]
        maker.run(f"{maker.create_table()}; {data.fill(ROWS)}", postgresql_url)
        if kind == data.MADE_BY:
            return postgresql_url
        url = database_urls(kind)
        ENGINES[kind].run(ENGINES[kind].create_table(), url)
        ENGINES[kind].load(url, ENGINES[kind].insert(), maker.rows(postgresql_url, maker.select()))
        return url

    def both(source: str, target: str) -> Context:
        return Context(rows=ROWS, source=filled(source), target=database_urls(target), scratch=str(tmp_path))

    return both


def rows(url: str) -> list[tuple[Any, ...]]:
    kind = engine(url)
    return list(kind.rows(url, kind.select()))


@each_pair
def test_each_job_leaves_every_row_as_it_is_at_the_source(
    pair: tuple[str, str], make: Make, database_urls: Callable[[str], str]
) -> None:
    context = make(*pair)
    expected = rows(context.source)
    for job in BENCHMARKS["-to-".join(pair)].jobs:
        where = replace(context, target=database_urls(pair[1]))
        job.prepare(where)
        job.run(where)

        if "sqlite" not in pair:  # which keeps what the tools wrote, and whose csv has no NULL: those limits only count
            assert rows(where.target) == expected, job.name
        assert job.check(where) == ROWS, job.name


def test_a_job_is_measured_in_processes_of_its_own(make: Make) -> None:
    context = make("mariadb", "sqlite")

    measured = measure("mariadb-to-sqlite", 1, BENCHMARKS["mariadb-to-sqlite"].jobs[1], context)

    assert measured.seconds > 0
    assert measured.own_kib > 10_000
    assert not measured.scaled


@pytest.mark.parametrize("pair", EACH_ROLE, ids="-to-".join)
def test_sessions_move_changed_rows_each_way_and_leave_the_source_as_it_was(
    pair: tuple[str, str], make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "REPEAT", 1)
    monkeypatch.setattr(sessions, "SETTLE_S", 0)
    context = make(*pair)
    before = rows(context.source)

    figures = list(changes.measure(context))

    quantity = data.NAMES.index("quantity")
    assert [row[quantity] + 3 for row in before] == [row[quantity] for row in rows(context.target)]
    assert rows(context.source) == before
    assert all(seconds > 0 for _, seconds, _ in figures)


@pytest.mark.parametrize("pair", EACH_ROLE, ids="-to-".join)
def test_sessions_over_the_sample(
    pair: tuple[str, str], database_urls: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "REPEAT", 1)
    monkeypatch.setattr(sessions, "SETTLE_S", 0)

    figures = list(sessions.measure(tmp_path, database_urls(pair[0]), database_urls(pair[1])))

    assert len(figures) == 8
    assert all(seconds > 0 for _, seconds, _ in figures)


@pytest.mark.parametrize("naive", [False, True])
@pytest.mark.parametrize("pair", [("postgresql", "sqlite"), ("mariadb", "sqlite")], ids="-to-".join)
def test_a_late_commit_is_missed_by_naive_marks_alone(
    pair: tuple[str, str], make: Make, monkeypatch: pytest.MonkeyPatch, *, naive: bool
) -> None:
    if naive:
        use_naive_marks(monkeypatch)
    context = make(*pair)
    ours.provision(context)
    ours.first_sync(context)
    server = engine(context.source)
    with server.writer(context.source) as execute:
        execute(f'UPDATE "bench" SET "code" = {server.mark}', ("late",))
        ours.first_sync(context)
    ours.first_sync(context)

    codes = {row[data.NAMES.index("code")] for row in rows(context.target)}

    assert (codes == {"late"}) is not naive
