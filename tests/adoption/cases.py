"""Which state of a recorded pair is adopted, and which pairs are not: `cases.toml` names each, with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.adoption.adopting import Refused, import_and_adopt, sync_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.adoption.restored import Pair

FILE = Path(__file__).with_name("cases.toml")


@dataclass(frozen=True, kw_only=True)
class Exemption:
    """Why a pair is left out, and as what that shows: the code with which it ends."""

    reason: str
    code: str


@dataclass(frozen=True, kw_only=True)
class State:
    """A pair after a step."""

    pair: Pair
    step: str

    def __str__(self) -> str:
        return f"{self.pair.path} {self.step}"


@dataclass(frozen=True, kw_only=True)
class Cases:
    """The case file: exemptions by pair, steps that are taken in the place of the last one, and further ones."""

    left_out: dict[str, Exemption]
    earlier: dict[str, str]
    further: dict[str, list[str]]

    def states(self, found: Iterable[Pair]) -> Iterator[State]:
        """The states of pairs that are taken."""
        for pair in found:
            yield State(pair=pair, step=self.earlier.get(pair.path, pair.steps[-1]))
            yield from (State(pair=pair, step=step) for step in self.further.get(pair.path, ()))


def read_cases() -> Cases:
    """What the case file says."""
    document = tomllib.loads(FILE.read_text(encoding="utf-8"))
    left_out: dict[str, Exemption] = {}
    for entry in document["left_out"]:
        assert not left_out.keys() & set(entry["pairs"]), entry["reason"]
        left_out |= dict.fromkeys(entry["pairs"], Exemption(reason=entry["reason"], code=entry["code"]))
    further: dict[str, list[str]] = {}
    for entry in document["further"]:
        for pair in entry["pairs"]:
            further.setdefault(pair, []).append(entry["step"])
    earlier = {pair: entry["step"] for entry in document["earlier"] for pair in entry["pairs"]}
    return Cases(left_out=left_out, earlier=earlier, further=further)


def take(state: State, cases: Cases, urls: tuple[str, str], folder: Path) -> Exemption | None:
    """Adopt a pair and sync it on; the exemption where it is left out, which then shows as the file says."""
    exemption = cases.left_out.get(state.pair.path)
    refused = _refusal(state, urls, folder)
    ending, expected = (None if each is None else each.code for each in (refused, exemption))
    assert ending == expected, f"{state} ends with {ending}, not {expected}: {refused or exemption}"
    return exemption


def _refusal(state: State, urls: tuple[str, str], folder: Path) -> Refused | None:
    try:
        sync_on(import_and_adopt(state.pair, state.step, urls, folder))
    except Refused as refused:
        return refused
    return None
