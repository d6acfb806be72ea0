"""`python -m tests.recordings [FAMILY…] [--pair PAIR] [--case TEXT]`: replay recorded sessions, say how it went."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.conftest import SHARED
from tests.recordings.comparing import Tally, Verdict, compare
from tests.recordings.databases import Databases
from tests.recordings.designed import read_differences
from tests.recordings.recorded import PAIRS, read_cases


def main() -> int:
    """The number of steps that differ, as an exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.recordings", description=__doc__)
    parser.add_argument("families", nargs="*", help="folders of the recordings, all by default")
    parser.add_argument("--pair", choices=PAIRS)
    parser.add_argument("--case", default="", help="a part of the case's name")
    chosen = parser.parse_args()
    folder = SHARED / "fixtures" / "dms-1.3" / "sync"
    tally = Tally()
    differences = read_differences()
    with tempfile.TemporaryDirectory() as name, Databases(Path(name)) as databases:
        for case in read_cases(folder, (chosen.pair,) if chosen.pair else PAIRS):
            if chosen.case not in case.name or not case.name.startswith(tuple(chosen.families) or ""):
                continue
            outcomes = tuple(compare(case, databases.empty, differences))
            databases.release()
            tally.add(outcomes)
            for outcome in outcomes:
                if outcome.verdict is Verdict.DIFFERENT:
                    say(f"{outcome.case} step {outcome.step}", *(f"  {line}" for line in outcome.details))
    say(*tally.lines())
    return min(1, sum(steps[Verdict.DIFFERENT] for steps in tally.steps.values()))


def say(*lines: str) -> None:
    """Print lines at once."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
