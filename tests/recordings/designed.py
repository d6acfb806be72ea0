"""Where we differ from a recording on purpose: `cases/*.toml`, each difference with its hazard and its reason.

    [[difference]]
    cases = ["unique/rekey-server-throw"]     # family and case
    pairs = ["pg-sqlite"]                     # by default all pairs that have the case
    step = 3
    hazard = "§12 unique values"              # a hazard of the spec, or its section
    why = "a unique value is freed before it is taken again, in as many passes as it takes"
    [difference.ours]
    "client applied code" = "applied 2"
    "error" = "absent"

The fact of a result holds in its step. The fact of a state holds from its step on, until the recorded one changes.
A difference that is none any more fails the replay, as does one that is not written down.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.recordings.recorded import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.recordings.expected import Facts
    from tests.recordings.recorded import Case

FOLDER = Path(__file__).parent / "cases"
ABSENT = "absent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What we show in one step of some cases, in the place of what is recorded."""

    cases: tuple[str, ...]
    pairs: tuple[str, ...]
    step: int
    hazard: str
    why: str
    ours: Mapping[str, str]


def read_differences(folder: Path = FOLDER) -> tuple[Difference, ...]:
    """All of them."""
    return tuple(_read(folder))


def _read(folder: Path) -> Iterator[Difference]:
    for path in sorted(folder.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["difference"]:
            yield Difference(
                cases=tuple(entry.pop("cases")),
                pairs=tuple(entry.pop("pairs", PAIRS)),
                **entry,
            )


class Designed:
    """The differences of one case, applied to what is recorded, step by step."""

    def __init__(self, case: Case, differences: tuple[Difference, ...]) -> None:
        self._mine = [each for each in differences if case.short in each.cases and case.pair in each.pairs]
        self._standing: dict[str, _Standing] = {}
        self.reasons: tuple[str, ...] = ()  # the hazards behind what differs after the last step
        self.stale: tuple[str, ...] = ()  # differences of the last step that are none

    def applied(self, number: int, recorded: Facts) -> Facts:
        """What we are expected to show after a step."""
        standing = {
            path: each
            for path, each in self._standing.items()
            if recorded.get(path, ABSENT) == each.recorded != each.ours
        }
        facts = {**recorded, **{path: each.ours for path, each in standing.items()}}
        stale: list[str] = []
        now = [each for each in self._mine if each.step == number]
        for each in now:
            for path, ours in each.ours.items():
                if facts.get(path, ABSENT) == ours:
                    stale.append(path)
                facts[path] = ours
                if _lasts(path):
                    standing[path] = _Standing(ours, recorded.get(path, ABSENT), each.hazard)
        self._standing = standing
        self.reasons = tuple(
            dict.fromkeys([*(each.hazard for each in now), *(each.hazard for each in standing.values())])
        )
        self.stale = tuple(stale)
        return {path: text for path, text in facts.items() if text != ABSENT}


@dataclass(frozen=True, slots=True)
class _Standing:
    """A difference of a database that lasts: what we show, what was recorded when it arose, its hazard."""

    ours: str
    recorded: str
    hazard: str


def is_state(path: str) -> bool:
    """Whether a fact is about a database, not about a session."""
    return path != "error" and path.split(" ")[1] not in {"sent", "applied", "journal", "untracked", "cleaned"}


def _lasts(path: str) -> bool:
    # What is newer than a mark changes with the mark, so it is said anew where it differs.
    return is_state(path) and path.split(" ")[1] != "newer"
