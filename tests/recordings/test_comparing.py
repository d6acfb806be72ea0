"""The comparison can fail: what differs is seen, and what is said to differ must."""

from __future__ import annotations

from tests.recordings.comparing import differing
from tests.recordings.designed import Designed, Difference
from tests.recordings.expected import Expectation
from tests.recordings.recorded import Case, Step


def case(*steps: Step) -> Case:
    """A case of one client and one table."""
    return Case(
        name="family/pg-sqlite/case",
        kinds={"server": "postgresql", "A": "sqlite"},
        tables={"t": ("id",)},
        columns={"t": ("id", "v")},
        setup={"tables": ["t"]},
        scope="DefaultScope",
        seed={},
        only_numbers=False,
        steps=steps,
    )


def difference(step: int, **ours: str) -> Difference:
    """A difference of that case."""
    facts = {path.replace("_", " "): text for path, text in ours.items()}
    return Difference(cases=("family/case",), pairs=("pg-sqlite",), step=step, hazard="H0", why="", ours=facts)


def test_a_missing_fact_differs_as_a_wrong_one_does() -> None:
    assert differing({"A row t 1": "x", "A row t 2": "y"}, {"A row t 1": "z", "A row t 3": "y"}) == (
        "A row t 1: x -> z",
        "A row t 2: y -> absent",
        "A row t 3: absent -> y",
    )


def test_a_difference_of_a_state_stands_until_the_recorded_state_changes() -> None:
    designed = Designed(case(), (difference(2, A_row_t_1="ours"),))

    assert designed.applied(1, {"A row t 1": "theirs"}) == {"A row t 1": "theirs"}
    assert designed.applied(2, {"A row t 1": "theirs"}) == {"A row t 1": "ours"}
    assert designed.applied(3, {"A row t 1": "theirs"}) == {"A row t 1": "ours"}
    assert designed.reasons == ("H0",)
    assert designed.applied(4, {"A row t 1": "later"}) == {"A row t 1": "later"}
    assert not designed.reasons


def test_a_difference_of_a_result_is_for_its_step_alone() -> None:
    designed = Designed(case(), (difference(1, client_applied_t="applied 2"),))

    assert designed.applied(1, {}) == {"client applied t": "applied 2"}
    assert designed.applied(2, {}) == {}


def test_a_difference_that_is_none_is_stale() -> None:
    designed = Designed(case(), (difference(1, A_row_t_1="theirs"),))
    designed.applied(1, {"A row t 1": "theirs"})

    assert designed.stale == ("A row t 1",)


def test_tracking_rows_that_a_client_has_cleaned_up_are_expected_to_be_there() -> None:
    """On a server they are expected to be gone: there, only what is replayed removes them."""
    tracked = {"tracking": {"t": [{"pk": ["1"], "by": None, "at": 1}]}}
    first = Step(number=1, do={"sync": "A"}, saw={"server": tracked, "A": tracked})
    second = Step(number=2, do={"sync": "A"}, saw={"server": {"tracking": {"t": []}}, "A": {"tracking": {"t": []}}})
    expectation = Expectation(case(first, second))

    before, after = expectation.after(first), expectation.after(second)

    assert before == {"server tracking t 1": "by an application, at 1", "A tracking t 1": "by an application, at 1"}
    assert after == {"A tracking t 1": "by an application, at 1"}
    assert expectation.cleaned
