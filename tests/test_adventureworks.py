"""The AdventureWorks sample is the same in every kind of database before anything is synced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import adventureworks
from tests.adventureworks import seed
from tests.conftest import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("name", seed.SCRIPTS)
def test_the_scripts_are_as_the_generator_writes_them(name: str) -> None:
    written = (seed.FOLDER / name).read_bytes().decode("utf-8")

    assert written == seed.script(seed.SCRIPTS[name])


@pytest.mark.parametrize("own", [True, False], ids=["own", "public"])
def test_all_kinds_hold_the_same_rows(own: bool, database_urls: Callable[[str], str]) -> None:  # noqa: FBT001 - pytest's
    if not own and not adventureworks.PUBLIC.is_file():
        pytest.skip("the public sample is not there: it lies in the folder shared/ beside the repository")
    rows: adventureworks.Rows = {}
    for kind in KINDS:
        url = database_urls(kind)
        adventureworks.load(url, own=own)
        found = adventureworks.rows(url)

        assert found == (rows or found)
        rows = found
    assert sum(map(len, rows.values())) == (433 if own else 3515)
