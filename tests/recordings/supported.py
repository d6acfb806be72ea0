"""What is not replayed, and why. A case is replayed up to its first step of that kind: what follows builds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.recordings.recorded import Case, Step

ACTIONS = {
    "cleanup": "clean-up of the server",
    "snapshot": "snapshots",
}
HANDLERS = {
    "operation": "directives of the server",
    "onOutdated": "directives of the server",
}


def not_yet(case: Case, step: Step) -> str | None:  # noqa: PLR0911 - each case returns
    """Why a step cannot be replayed yet, None if it can."""
    do = step.do
    for action, reason in ACTIONS.items():
        if action in do:
            return reason
    if do.keys() & {"provision", "deprovision", "dropall", "untracked"}:
        return None
    if "sync" not in do:
        return None if "sql" in do else f"steps with {', '.join(sorted(do))}"
    for handler, reason in HANDLERS.items():
        if handler in do:
            return reason
    if do.get("parameters") or _setup(case, step).get("filters"):
        return "filters"
    if do.get("syncType", "Normal") != "Normal":
        return "reinitialize"
    return _options(do.get("options") or {})


def _setup(case: Case, step: Step) -> Mapping[str, Any]:
    return step.do.get("setup") or case.setup or {}


def _options(options: Mapping[str, Any]) -> str | None:
    if "snapshots" in options:
        return "snapshots"
    return None
