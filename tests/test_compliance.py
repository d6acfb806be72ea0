"""The table of `docs/compliance.md`: every test that it names exists, and no line is missing."""

from __future__ import annotations

import re

from tests.conftest import REPOSITORY

LINES = re.findall(
    r"^\| ([TSK]\d\d) \| .* \| (.*) \|$", (REPOSITORY / "docs" / "compliance.md").read_text(), re.MULTILINE
)
# Those that Dotmim.Sync has, but for its internals: serialisers of batch files (T35), texts of its commands (S01, S02).
EXPECTED = [
    f"{series}{number:02}"
    for series, last, left_out in (("T", 39, {35}), ("S", 10, {1, 2}), ("K", 56, set()))
    for number in range(1, last + 1)
    if number not in left_out
]


def test_every_line_is_there_once_and_has_a_test_or_a_reason() -> None:
    assert [number for number, _ in LINES] == EXPECTED
    assert [number for number, cell in LINES if "::" not in cell and "not there yet: " not in cell] == []


def test_every_test_that_the_table_names_exists() -> None:
    named = {name for _, cell in LINES for name in re.findall(r"`(tests/[^`]+::[^`]+)`", cell)}
    missing = [name for name in sorted(named) if not _exists(*name.split("::"))]

    assert len(named) > 50
    assert missing == []


def _exists(path: str, test: str) -> bool:
    file = REPOSITORY / path
    return file.is_file() and f"def {test}(" in file.read_text(encoding="utf-8")
