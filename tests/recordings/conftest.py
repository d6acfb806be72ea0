"""The summary of the replay, printed when the tests are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.recordings.comparing import Tally

if TYPE_CHECKING:
    import pytest

TALLY = Tally()  # filled by `test_replay`


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many steps agreed, how many differ by design and why, how many are not replayed yet."""
    if TALLY.steps:
        terminalreporter.section("recorded sessions")
        for line in TALLY.lines():
            terminalreporter.write_line(line)
