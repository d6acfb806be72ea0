"""What the tests of recordings share: databases, how much is replayed, and the summary at the end of the run."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SERVERS
from tests.counted import COUNTED
from tests.recordings.comparing import Tally
from tests.recordings.databases import Databases
from tests.recordings.formats import FormatTally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

EVERYTHING = os.environ.get("DMS_TEST_REPLAY") == "all"
TALLY = Tally()  # filled by `test_replay`
FORMATS = FormatTally()  # filled by `test_formats`
COUNTED["recordings"] = lambda: (*TALLY.lines(), *FORMATS.lines())


def at_even_distances(names: Iterable[str], per_family: Mapping[str, int]) -> list[str]:
    """Of each family so many cases as its pair is given, the same every time; all in a run of everything."""
    families: dict[str, list[str]] = defaultdict(list)
    for name in names:
        families[name.rsplit("/", 1)[0]].append(name)
    return [
        name
        for family, mine in families.items()
        if EVERYTHING or family.rsplit("/", 1)[1] in per_family
        for name in mine[:: 1 if EVERYTHING else -(-len(mine) // per_family[family.rsplit("/", 1)[1]])]
    ]


def marked(names: Iterable[str], pairs: Mapping[str, tuple[str, str]]) -> list[object]:
    """Each case with the servers that it needs; a part of its path is its pair."""
    kinds = {name: {kind for part in name.split("/") for kind in pairs.get(part, ())} for name in names}
    return [
        pytest.param(name, marks=[getattr(pytest.mark, kind) for kind in sorted(found.intersection(SERVERS))])
        for name, found in kinds.items()
    ]


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Empty databases, used again and again."""
    with Databases(tmp_path_factory.mktemp("replay")) as made:
        yield made
