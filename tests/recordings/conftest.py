"""What the tests of recordings share: databases, how much is replayed, and the summary at the end of the run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.counted import COUNTED
from tests.recordings.comparing import Tally
from tests.recordings.databases import Databases
from tests.recordings.formats import FormatTally

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERYTHING = os.environ.get("DMS_TEST_REPLAY") == "all"
TALLY = Tally()  # filled by `test_replay`
FORMATS = FormatTally()  # filled by `test_formats`
COUNTED["recordings"] = lambda: (*TALLY.lines(), *FORMATS.lines())


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Empty databases, used again and again."""
    with Databases(tmp_path_factory.mktemp("replay")) as made:
        yield made
