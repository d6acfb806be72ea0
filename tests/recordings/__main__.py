"""`python -m tests.recordings [sync/FAMILY… formats/GROUP…]`: replay the recordings, all by default; say what came."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tests.conftest import SHARED
from tests.recordings.comparing import Tally, Verdict, compare
from tests.recordings.databases import outside_tests
from tests.recordings.designed import read_differences
from tests.recordings.formats import FormatTally, compare_formats
from tests.recordings.recorded import read_cases
from tests.recordings.recorded_formats import read_formats

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.recordings.databases import Databases

FOLDER = SHARED / "fixtures" / "dms-1.3"


def main() -> int:
    """1 if anything differs that is not known to."""
    parser = argparse.ArgumentParser(prog="python -m tests.recordings", description=__doc__)
    parser.add_argument("paths", nargs="*", default=["sync/", "formats/"], help="beginnings of the cases' paths")
    paths = tuple(parser.parse_args().paths)
    with outside_tests() as databases:
        sessions = _sessions(databases, lambda case: f"sync/{case}".startswith(paths))
        formats = _formats(databases, lambda case: f"formats/{case}".startswith(paths))
    _say(*sessions.lines(), *formats.lines())
    differ = (counts[Verdict.DIFFERENT] for counts in (*sessions.steps.values(), *formats.verdicts.values()))
    return min(1, sum(differ))


def _sessions(databases: Databases, wanted: Callable[[str], bool]) -> Tally:
    tally, differences = Tally(), read_differences()
    for case in read_cases(FOLDER / "sync"):
        if wanted(case.name):
            outcomes = tuple(compare(case, databases.empty, differences))
            databases.release()
            tally.add(outcomes)
            for outcome in outcomes:
                if outcome.verdict is Verdict.DIFFERENT:
                    _say(f"sync/{outcome.case} step {outcome.step}", *(f"  {line}" for line in outcome.details))
    return tally


def _formats(databases: Databases, wanted: Callable[[str], bool]) -> FormatTally:
    tally = FormatTally()
    for case in read_formats(FOLDER / "formats"):
        if wanted(case.path):
            outcome = compare_formats(case, databases.empty)
            databases.release()
            tally.add(outcome)
            if outcome.verdict is Verdict.DIFFERENT:
                _say(f"formats/{outcome.case}", *(f"  {line}" for line in outcome.details))
    return tally


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
