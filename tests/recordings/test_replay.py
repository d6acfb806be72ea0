"""Recorded sessions, replayed: equal, or different where a case file says so.

A usual run takes some cases of every family, the same every time, besides those that lie in `tests/fixtures/sync`.
`DMS_TEST_REPLAY=all`, or `python -m tests.recordings`, replays everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import REPOSITORY, SHARED
from tests.recordings import conftest
from tests.recordings.comparing import Verdict, compare
from tests.recordings.designed import read_differences
from tests.recordings.expected import only_numbers
from tests.recordings.recorded import PAIRS, read_case

if TYPE_CHECKING:
    from pathlib import Path

    from tests.recordings.databases import Databases

RECORDED = SHARED / "fixtures" / "dms-1.3" / "sync"
OWN = REPOSITORY / "tests" / "fixtures" / "sync"
# Cases of a usual run by pair: so many of each family, and of MariaDB those in which it differs most from the others.
PER_FAMILY = {"pg-sqlite": 2, "pg-pg": 1}
WITH_MARIADB = (
    "batches/my-sqlite/size-2000",
    "foreign-keys/my-my/cascade-both",
    "late-commit/my-my/server-open-before-sync",
)
DIFFERENCES = read_differences()


def names_of(folder: Path) -> list[str]:
    """The cases of a folder that are of our pairs."""
    return sorted(
        str(path.relative_to(folder).with_suffix("")) for path in folder.rglob("*.json") if path.parent.name in PAIRS
    )


def chosen(names: list[str]) -> list[str]:
    """The cases of a run."""
    even = conftest.at_even_distances(names, PER_FAMILY)
    return [*even, *(name for name in names if name in WITH_MARIADB and name not in even)]


def replay(folder: Path, name: str, databases: Databases) -> None:
    """Replay a case; every step is as recorded or as the case file says."""
    case = read_case(folder / f"{name}.json", folder)
    try:
        outcomes = list(compare(case, databases.empty, DIFFERENCES))
    finally:
        databases.release()
    conftest.TALLY.add(outcomes)
    for outcome in outcomes:
        assert outcome.verdict is not Verdict.DIFFERENT, "\n".join((f"step {outcome.step}", *outcome.details))


@pytest.mark.parametrize("name", conftest.marked(names_of(OWN), PAIRS))
def test_a_session_ends_as_recorded(name: str, databases: Databases) -> None:
    replay(OWN, name, databases)


@pytest.mark.parametrize(
    "name",
    conftest.marked(
        (name for name in chosen(names_of(RECORDED)) if not (OWN / f"{name}.json").exists()),
        PAIRS,
    ),
)
def test_more_sessions_end_as_recorded(name: str, databases: Databases, recordings: Path) -> None:
    replay(recordings / "sync", name, databases)


def test_the_copies_are_the_recordings(recordings: Path) -> None:
    for name in names_of(OWN):
        assert (OWN / f"{name}.json").read_bytes() == (recordings / "sync" / f"{name}.json").read_bytes()


def test_the_cases_with_mariadb_that_a_usual_run_takes_are_there(recordings: Path) -> None:
    assert set(WITH_MARIADB) <= set(names_of(recordings / "sync"))


def test_every_difference_belongs_to_a_recorded_step(recordings: Path) -> None:
    for difference in DIFFERENCES:
        for short in difference.cases:
            family, name = short.rsplit("/", 1)
            found = [
                read_case(path, recordings / "sync")
                for pair in difference.pairs
                if (path := recordings / "sync" / family / pair / f"{name}.json").exists()
            ]
            assert found, short
            for case in found:
                assert difference.step in {step.number for step in case.steps if step.saw is not None}, short


def test_the_recorded_totals_say_no_more_than_the_lists(recordings: Path) -> None:
    """So the replay compares the lists: the totals are their sums, and resolved conflicts the greater side's."""
    for name in names_of(recordings / "sync"):
        case = read_case(recordings / "sync" / f"{name}.json", recordings / "sync")
        for step in case.steps:
            result = (step.saw or {}).get("result")
            if not result or "totals" not in result:
                continue
            totals = result["totals"]
            sums = {
                side: {
                    what: sum(entry[what] for entry in result.get(f"ChangesAppliedOn{side}") or ())
                    for what in ("applied", "resolved", "failed")
                }
                for side in ("Client", "Server")
            }
            place = f"{name} step {step.number}"
            if "SnapshotChangesAppliedOnClient" not in result:
                assert totals.get("TotalChangesAppliedOnClient", 0) == sums["Client"]["applied"], place
                assert totals.get("TotalChangesFailedToApplyOnClient", 0) == sums["Client"]["failed"], place
            assert totals.get("TotalChangesAppliedOnServer", 0) == sums["Server"]["applied"], place
            resolved = max(sums["Client"]["resolved"], sums["Server"]["resolved"])
            assert totals.get("TotalResolvedConflicts", 0) == resolved, place


def test_a_large_state_is_counted() -> None:
    facts = {"A row t 1": "x", "A row t 2": "y", "A tracking t 1": "z", "A newer t 1": "A", "error": "database"}

    assert only_numbers(facts) == {"A rows t": "2", "A tracked t": "1", "error": "database"}
