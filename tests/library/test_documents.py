"""The pages about the library say what is true: examples run, the reference comes from the docstrings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

import dms_pipeline
from tests import adventureworks
from tests.library import api
from tests.library.documents import examples, run

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = ("docs/library.md", "README.md")


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_print_what_stands_behind_them(
    page: str, postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Durations and the name of the database depend on the machine."""
    adventureworks.load(postgresql_url, own=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HQ_DATABASE_URL", postgresql_url)
    database = make_url(postgresql_url).database
    assert database is not None

    outputs = run((REPOSITORY / page).read_text(encoding="utf-8"), page)

    assert outputs, f"{page} has no examples"
    for printed, expected in outputs:
        assert printed.replace(database, "adventureworks") == expected


def test_an_example_is_found_with_what_it_prints() -> None:
    text = "# x\n\n```python\nprint(1)\n```\n\n```text\n1\n```\n\n```python\na = 2\n```\n"

    assert examples(text) == [("print(1)\n", "1\n", 4), ("a = 2\n", "", 12)]


def test_the_api_reference_is_current() -> None:
    """`python -m tests.library.api` writes it."""
    assert api.PATH.read_text(encoding="utf-8") == api.text()


def test_the_api_reference_names_every_public_name_once() -> None:
    named = [name for group in api.GROUPS.values() for name in group]

    assert sorted(named) == sorted(dms_pipeline.__all__)
    assert dms_pipeline.__all__ == sorted(dms_pipeline._HOMES)


def test_every_name_in_the_table_of_names_is_there() -> None:
    """Names behind a dot and names that are called, in the column of ours."""
    page = api.text().split("## Syncing", 1)[1]
    ours = [line.split("|")[2] for line in api.NAMES.splitlines()[2:]]
    codes = [code for cell in ours for code in re.findall(r"`([^`]*)`", cell)]

    names = {name for code in codes for name in re.findall(r"\b([A-Za-z_]{4,})\(|\.([A-Za-z_]+)|^([A-Z]\w+)", code)}

    said = {part for found in names for part in found if part and part not in {"replace", "DefaultScope"}}
    assert [name for name in sorted(said) if not re.search(rf"\b{name}\b", page)] == []
    assert len(said) > 40
