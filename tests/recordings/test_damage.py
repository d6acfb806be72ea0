"""Where the recorded reference loses or damages data, ours ends with equal databases after the same steps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY
from tests.recordings import conftest
from tests.recordings.damage import FAMILIES, PAGE, differing_rows, document, our_damage, recorded_damage
from tests.recordings.recorded import PAIRS, read_case, read_cases
from tests.recordings.test_replay import RECORDED, names_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.recordings.databases import Databases

# Cases of each family in a usual run, by pair; each statement of DDL costs more on MariaDB.
PER_FAMILY = {"pg-sqlite": 3, "pg-pg": 3, "my-sqlite": 1, "my-my": 1}


def chosen() -> list[str]:
    """The cases of a run."""
    names = (name for name in names_of(RECORDED) if name.split("/", 1)[0] in FAMILIES)
    return conftest.at_even_distances(names, PER_FAMILY)


@pytest.mark.parametrize("name", conftest.marked(chosen(), PAIRS))
def test_the_same_steps_end_with_equal_databases(name: str, databases: Databases, recordings: Path) -> None:
    """But for rows that a side keeps aside with a reason."""
    try:
        assert our_damage(read_case(recordings / "sync" / f"{name}.json", recordings / "sync"), databases.empty) == ()
    finally:
        databases.release()


def test_the_judge_sees_a_flipped_value_and_a_lost_row(recordings: Path) -> None:
    case = read_case(recordings / "sync" / "unique/pg-sqlite/swap-server-throw.json", recordings / "sync")
    equal = {f"{side} row code {key}": f'["{key}", "a"]' for side in ("server", "A") for key in (1, 2)}

    assert list(differing_rows(case, equal)) == []
    assert list(differing_rows(case, {**equal, "A row code 2": '["2", "b"]'})) == [("A", "code 2")]
    lost = {path: text for path, text in equal.items() if path != "server row code 1"}
    assert list(differing_rows(case, lost)) == [("A", "code 1")]


def test_the_page_has_the_recorded_numbers(recordings: Path) -> None:
    """`python -m tests.recordings.damage` writes it; a page that says that ours ends different is not written here."""
    cases, theirs = Counter[str](), Counter[str]()
    for case in read_cases(recordings / "sync"):
        if case.family in FAMILIES:
            cases[case.family] += 1
            theirs[case.family] += bool(recorded_damage(case))

    assert PAGE.read_text(encoding="utf-8") == document(cases, theirs, Counter())
    assert theirs.total() > 50, "else nothing is compared"


@pytest.mark.parametrize("family", FAMILIES)
def test_every_test_that_the_page_names_is_there(family: str) -> None:
    path, _, name = FAMILIES[family].test.partition("::")

    assert f"def {name or 'test_'}" in (REPOSITORY / path).read_text(encoding="utf-8")
