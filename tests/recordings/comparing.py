"""One case replayed and compared, step by step; what came of many of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.recordings.designed import ABSENT, Designed, is_state
from tests.recordings.expected import Expectation, only_numbers
from tests.recordings.replay import replaying
from tests.recordings.supported import not_yet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.recordings.designed import Difference
    from tests.recordings.expected import Facts
    from tests.recordings.recorded import Case

CLEANED = "tracking rows that the reference's client has cleaned up by itself stay with us (H11)"

# What the reference raises, and what we do in its place.
ERRORS = {
    "ApplyChangesException": "sync-failed",
    "OutOfDateException": "sync-failed",
    "RollbackException": "sync-failed",
    "MissingPrimaryKeyException": "cannot-provision",
    "MissingTableException": "cannot-provision",
    "SetupConflictOnServerException": "setup-conflict",
    "MySqlException": "database",
    "PostgresException": "database",
}


class Verdict(StrEnum):
    """What came of a step."""

    EQUAL = "equal"
    DESIGNED = "different by design"
    NOT_YET = "not replayed yet"
    DIFFERENT = "different"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A step, what came of it, why; `details` are lines for a person."""

    case: str
    step: int
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    cleaned: bool = False


def compare(case: Case, urls: Callable[[str], str], differences: tuple[Difference, ...]) -> Iterator[Outcome]:
    """Replay a case; an outcome for each step that somebody looked at, or that is not replayed."""
    reasons = [not_yet(case, step) for step in case.steps]
    ready = next((place for place, reason in enumerate(reasons) if reason is not None), len(reasons))
    looked = [step for step in case.steps[:ready] if step.saw is not None]
    if looked:
        yield from _replayed(case, ready, urls, differences)
    for step in case.steps[ready:]:
        if step.saw is not None:
            yield Outcome(case=case.name, step=step.number, verdict=Verdict.NOT_YET, reasons=(reasons[ready] or "",))


def _replayed(
    case: Case, ready: int, urls: Callable[[str], str], differences: tuple[Difference, ...]
) -> Iterator[Outcome]:
    expectation, designed = Expectation(case), Designed(case, differences)
    with replaying(case, urls) as replay:
        for step in case.steps[:ready]:
            seen = replay.step(step)
            if step.saw is None:
                continue
            wanted = designed.applied(step.number, _translated(expectation.after(step)))
            hidden = tuple(f"{side} " for side in case.clients if side not in step.saw)
            wanted, seen = _without(wanted, hidden), _without(seen, hidden)
            if case.only_numbers:
                wanted, seen = _shown(wanted), _shown(only_numbers(seen))
            details = (
                *differing(wanted, seen),
                *(f"{path}: expected to differ, but it does not" for path in designed.stale),
            )
            verdict = Verdict.DESIGNED if designed.reasons else Verdict.EQUAL
            yield Outcome(
                case=case.name,
                step=step.number,
                verdict=Verdict.DIFFERENT if details else verdict,
                reasons=() if details else designed.reasons,
                details=details,
                cleaned=expectation.cleaned,
            )


def _without(facts: Facts, sides: tuple[str, ...]) -> Facts:
    """The facts of the sides that were looked at, and of the session."""
    if not sides:
        return facts
    return {path: text for path, text in facts.items() if not path.startswith(sides) or not is_state(path)}


def _shown(facts: Facts) -> Facts:
    return {path: text for path, text in facts.items() if text != "0"}


def _translated(facts: Facts) -> Facts:
    if "error" not in facts:
        return facts
    return {**facts, "error": ERRORS.get(facts["error"], facts["error"])}


def differing(wanted: Facts, seen: Facts) -> tuple[str, ...]:
    """The facts that differ, one line each, in the order of their paths."""
    return tuple(
        f"{path}: {wanted.get(path, ABSENT)} -> {seen.get(path, ABSENT)}"
        for path in sorted(wanted.keys() | seen.keys())
        if wanted.get(path, ABSENT) != seen.get(path, ABSENT)
    )


@dataclass(slots=True)
class Tally:
    """Outcomes, counted by family."""

    cases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    steps: dict[str, Counter[Verdict]] = field(default_factory=lambda: defaultdict(Counter))
    reasons: dict[str, Counter[tuple[Verdict, str]]] = field(default_factory=lambda: defaultdict(Counter))
    cleaned: int = 0

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Count some more."""
        for outcome in outcomes:
            family = outcome.case.rsplit("/", 2)[0]
            self.cases[family].add(outcome.case)
            self.steps[family][outcome.verdict] += 1
            self.cleaned += outcome.cleaned
            for reason in outcome.reasons:
                self.reasons[family][outcome.verdict, reason] += 1

    def lines(self) -> Iterator[str]:
        """A table by family, the totals, and the reasons; nothing if nothing was replayed."""
        if not self.cases:
            return
        heads = ("cases", *Verdict)
        yield f"{'recorded sessions':<24}" + "".join(f"{head:>21}" for head in heads)
        totals: Counter[str] = Counter()
        for family in sorted(self.cases):
            numbers = (len(self.cases[family]), *(self.steps[family][verdict] for verdict in Verdict))
            totals.update(dict(zip(heads, numbers, strict=True)))
            yield f"{family:<24}" + "".join(f"{number:>21}" for number in numbers)
        yield f"{'all':<24}" + "".join(f"{totals[head]:>21}" for head in heads)
        yield f"in {self.cleaned} steps: {CLEANED}"
        for verdict in (Verdict.DESIGNED, Verdict.NOT_YET):
            summed: Counter[str] = Counter()
            for counter in self.reasons.values():
                summed.update({reason: number for (which, reason), number in counter.items() if which is verdict})
            for reason, number in sorted(summed.items()):
                yield f"{verdict}: {number} for {reason}"
