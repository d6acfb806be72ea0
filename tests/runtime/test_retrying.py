"""A session is tried again where its failure may heal, a few times, with pauses that grow and differ."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import DmsError, Locked, SyncFailed, Transient, Unreachable
from dms_pipeline.events import SyncRetried
from dms_pipeline.runtime import retrying

if TYPE_CHECKING:
    from dms_pipeline.events import Event

LOST = Transient("hq", "the connection was lost\nin the middle")
GONE = Unreachable("hq", "nobody answers")


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, without waiting."""
    made: list[float] = []
    monkeypatch.setattr(time, "sleep", made.append)
    return made


def run(*failures: DmsError) -> tuple[str | DmsError, list[Event], int]:
    """What comes of a session that fails like this and then goes well; the events, and how often it was renewed."""
    left, renewed = list(failures), [0]
    events: list[Event] = []

    def action() -> str:
        if left:
            raise left.pop(0)
        return "done"

    def renew() -> None:
        renewed[0] += 1

    try:
        outcome: str | DmsError = retrying.retried(action, renew, scope="s", client="c", report=events.append)
    except DmsError as error:
        outcome = error
    return outcome, events, renewed[0]


def test_what_goes_well_is_done_once(pauses: list[float]) -> None:
    assert run() == ("done", [], 0)
    assert pauses == []


def test_a_failure_that_heals_is_told_and_followed_by_a_new_attempt(pauses: list[float]) -> None:
    outcome, (event,), renewed = run(LOST)

    assert (outcome, renewed) == ("done", 1)
    assert isinstance(event, SyncRetried)
    assert (event.reason, event.attempt, event.attempts) == ("hq: the connection was lost", 1, 5)
    assert pauses == [event.pause_s]


def test_pauses_double_and_are_spread(pauses: list[float]) -> None:
    outcome, events, _ = run(LOST, LOST, LOST, LOST)

    assert (outcome, len(events)) == ("done", 4)
    for attempt, pause in enumerate(pauses, 1):
        longest = retrying.FIRST_PAUSE_S * 2 ** (attempt - 1)
        assert longest / 2 <= pause <= longest
    assert len({retrying.pause_s(1) for _ in range(20)}) > 1


def test_the_fifth_failure_is_the_last(pauses: list[float]) -> None:
    outcome, events, renewed = run(LOST, LOST, LOST, LOST, LOST)

    assert (outcome, len(events), renewed) == (LOST, 4, 4)
    assert len(pauses) == 4


def test_a_server_that_restarts_may_be_away_for_a_moment(pauses: list[float]) -> None:
    assert run(LOST, GONE, GONE)[0] == "done"
    assert run(GONE)[0] is GONE, "but one that was never there is not waited for"
    assert len(pauses) == 3


@pytest.mark.parametrize("error", [SyncFailed("hq", "a row"), Locked("hq", "somebody writes")])
def test_what_does_not_heal_is_not_tried_again(pauses: list[float], error: DmsError) -> None:
    """The database has waited for a lock already, as long as it was told to."""
    assert run(error) == (error, [], 0)
    assert pauses == []
