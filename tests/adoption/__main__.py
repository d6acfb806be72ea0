"""`python -m tests.adoption [PATH…]`: adopt every recorded pair, or those whose path begins so; say how it went."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.adoption.cases import read_cases, take
from tests.adoption.restored import pairs
from tests.conftest import SHARED
from tests.recordings.databases import outside_tests


def main() -> int:
    """1 if a pair does not end as the case file says."""
    parser = argparse.ArgumentParser(prog="python -m tests.adoption", description=__doc__)
    parser.add_argument("paths", nargs="*", default=[""], help="beginnings of the pairs' paths")
    paths = tuple(parser.parse_args().paths)
    cases, tally, failed = read_cases(), Counter[str](), 0
    with outside_tests() as databases, tempfile.TemporaryDirectory() as name:
        for state in cases.states(pairs(SHARED / "fixtures" / "dms-1.3" / "formats")):
            if not state.pair.path.startswith(paths):
                continue
            try:
                urls = (databases.empty(state.pair.kinds[0]), databases.empty(state.pair.kinds[1]))
                exemption = take(state, cases, urls, Path(name))
                tally["adopted and synced" if exemption is None else exemption.reason] += 1
            except AssertionError as error:
                failed += 1
                sys.stdout.write(f"{state}\n  {error}\n")
            databases.release()
    sys.stdout.writelines(f"{number:>4} {what}\n" for what, number in tally.most_common())
    return min(1, failed)


if __name__ == "__main__":
    sys.exit(main())
