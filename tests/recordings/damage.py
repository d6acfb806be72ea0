"""Where the recorded reference loses or damages data: the same steps on ours, which end with equal databases.

`python -m tests.recordings.damage` plays all of them and writes `docs/damage.md`.

The steps are replayed with extended triggers, as a new database has them, and without a look at what was recorded. Then
come quiet rounds: every client syncs, rows that cannot be applied are tried again, until nothing moves. What is then
different on two sides has to be a row that one of them refuses and keeps aside; everything else would be damage.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.schema.database import Triggers
from tests.conftest import REPOSITORY, SHARED
from tests.recordings.databases import outside_tests
from tests.recordings.expected import Expectation
from tests.recordings.recorded import Step, read_cases
from tests.recordings.replay import replaying
from tests.recordings.supported import not_yet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.recordings.expected import Facts
    from tests.recordings.recorded import Case


@dataclass(frozen=True, slots=True)
class Family:
    """What the reference does in the cases of a family, what ours does, and the test that says so by itself."""

    theirs: str
    ours: str
    test: str


FAMILIES = {
    "auto-increment": Family(
        "a number that came with a client's row is given again by a PostgreSQL server's sequence, and the insert fails",
        "sequences are moved on behind the numbers that arrive",
        "tests/sync/test_around.py::test_numbers_that_came_with_rows_are_not_given_again",
    ),
    "cleaned-tracking": Family(
        "a change of a row whose record was cleaned up is taken for a conflict and dropped (H11)",
        "a row without a record is unchanged",
        "tests/recordings/test_damage.py",
    ),
    "column-order": Family(
        "values of a row that PostgreSQL sends change places where its key is not the first column (H13)",
        "columns travel by name, in the order of the stored schema",
        "tests/sync/test_moving.py::test_keys_of_every_kind_find_their_rows",
    ),
    "foreign-keys": Family(
        "rows that refer to each other, and cascades: the sync fails at each attempt, or rows stay away",
        "keys are checked when all rows are there; what a delete takes along is judged",
        "tests/sync/test_moving.py::test_two_tables_that_refer_to_each_other_arrive_together",
    ),
    "inconsistent": Family(
        "a record without a row is sent as a row of nulls",
        "what is there is a row, what is not is a delete, whatever the record says",
        "tests/recordings/test_damage.py",
    ),
    "key-update": Family(
        "the row stays on the other sides under its old key as well (H19)",
        "a changed key is a delete and an insert",
        "tests/sync/test_key_updates.py",
    ),
    "late-commit": Family(
        "a transaction that was open while a sync ran is passed over, for good (H1)",
        "a mark stands for a snapshot, and what that did not see is sent",
        "tests/sync/test_late_commits.py",
    ),
    "reinitialize": Family(
        "what a PostgreSQL client changes afterwards is never sent; the upload before it is discarded (H14 to H18)",
        "triggers stay on, an upload is judged by what the client has seen, the rest is in the journal",
        "tests/sync/test_replacing.py",
    ),
    "unique": Family(
        "values that are swapped or used again stop the sync for ever, or their rows are dropped",
        "values are let go of before they are taken, in as many passes as it takes",
        "tests/sync/test_failures.py",
    ),
    "window": Family(
        "an edit in the middle of a sync is overwritten and gone (H6, H7, H12)",
        "it is judged like any other, and the loser is in the journal",
        "tests/sync/test_conflicts.py::test_an_edit_between_select_and_apply_is_judged_and_kept",
    ),
}
ROUNDS = 4
PAGE = REPOSITORY / "docs" / "damage.md"


def differing_rows(case: Case, facts: Facts) -> Iterator[tuple[str, str]]:
    """Client and row, wherever a client and the server do not show the same of a synced row."""
    one_way = {
        entry["name"]
        for entry in (case.setup or {}).get("tables", ())
        if not isinstance(entry, str) and entry.get("direction", "Bidirectional") != "Bidirectional"
    }
    for client in case.clients:
        mine, theirs = (
            {path.removeprefix(f"{side} row "): text for path, text in facts.items() if path.startswith(f"{side} row ")}
            for side in (client, "server")
        )
        for row in sorted(mine.keys() | theirs.keys()):
            if mine.get(row) != theirs.get(row) and row.split(" ", 1)[0] not in one_way:
                yield client, row


def recorded_damage(case: Case) -> tuple[tuple[str, str], ...]:
    """What differs between the recorded sides when the last step is done."""
    expectation = Expectation(case)
    facts: Facts = {}
    for step in case.steps:
        if step.saw is not None:
            facts = expectation.after(step)
    return _damage(case, facts)


def our_damage(case: Case, urls: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """What differs between our sides after the same steps and quiet rounds, and is not kept aside anywhere."""
    with replaying(case, urls, Triggers.EXTENDED) as replay:
        for step in case.steps:
            if not_yet(case, step) is None:
                replay.step(step)
        facts: Facts = {}
        number = case.steps[-1].number
        for _ in range(ROUNDS):
            for client in case.clients:
                number += 1
                quiet = Step(number=number, do={"sync": client, "options": {"error": "RetryOnNextSync"}}, saw=None)
                facts = replay.step(quiet)
        return _damage(case, facts)


def _damage(case: Case, facts: Facts) -> tuple[tuple[str, str], ...]:
    """The rows that differ and that no side keeps aside."""
    kept = {path.split(" kept ", 1)[1] for path in facts if " kept " in path}
    return tuple((client, row) for client, row in differing_rows(case, facts) if row not in kept)


HEAD = """# Where Dotmim.Sync loses or damages data

Written by `python -m tests.recordings.damage`, which plays every recorded session of these families on our code, with
extended triggers and quiet rounds behind it. *Ends different*: when all is done, a client and its server do not show
the same rows, and no side keeps the row aside with a reason. Each pair of databases counts: PostgreSQL to SQLite and to
PostgreSQL, MariaDB to SQLite and to MariaDB. Where no recorded session ends different, what is lost is an edit that
both sides have forgotten, or a statement of an application that fails.

| recorded sessions | | Dotmim.Sync 1.3.0 | ends different | ours | ends different | test |
|---|---|---|---|---|---|---|
"""


def document(cases: Counter[str], theirs: Counter[str], ours: Counter[str]) -> str:
    """The page, with the number of cases by family, and of those that end different there and here."""
    lines = (
        f"| `{name}` | {cases[name]} | {family.theirs} | {theirs[name]} | {family.ours} | {ours[name]}"
        f" | `{family.test}` |\n"
        for name, family in FAMILIES.items()
    )
    return HEAD + "".join(lines)


def main() -> int:
    """Play all cases, say which of ours end different, write the page."""
    cases, theirs, ours = Counter[str](), Counter[str](), Counter[str]()
    with outside_tests() as databases:
        for case in read_cases(SHARED / "fixtures" / "dms-1.3" / "sync"):
            if case.family in FAMILIES:
                damage = our_damage(case, databases.empty)
                databases.release()
                cases[case.family] += 1
                theirs[case.family] += bool(recorded_damage(case))
                ours[case.family] += bool(damage)
                sys.stdout.writelines(f"{case.name}: {client} {row}\n" for client, row in damage)
    PAGE.write_text(document(cases, theirs, ours), encoding="utf-8")
    return min(1, ours.total())


if __name__ == "__main__":
    sys.exit(main())
