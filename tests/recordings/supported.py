"""What is not replayed, and why. A case is replayed up to its first step of that kind: what follows builds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.recordings.recorded import Case, Step

ACTIONS = {
    "snapshot": "snapshots",
}


def not_yet(case: Case, step: Step) -> str | None:
    """Why a step cannot be replayed yet, None if it can."""
    do = step.do
    for action, reason in ACTIONS.items():
        if action in do:
            return reason
    if do.keys() & {"cleanup", "provision", "deprovision", "dropall", "untracked"}:
        return None
    if "sync" not in do:
        return None if "sql" in do else f"steps with {', '.join(sorted(do))}"
    if do.get("parameters") or _setup(case, step).get("filters"):
        return "filters"
    return _options(do.get("options") or {})


def _setup(case: Case, step: Step) -> Mapping[str, Any]:
    return step.do.get("setup") or case.setup or {}


def _options(options: Mapping[str, Any]) -> str | None:
    if "snapshots" in options:
        return "snapshots"
    return None
