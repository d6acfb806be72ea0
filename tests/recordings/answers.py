"""The answers of recorded handlers, given by ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy, incoming_wins
from dms_pipeline.sync.handlers import ConflictResolution, Handlers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dms_pipeline.sync.handlers import ConflictArgs, ErrorArgs

ERROR_POLICIES = {
    "Throw": ErrorPolicy.THROW,
    "ContinueOnError": ErrorPolicy.CONTINUE_ON_ERROR,
    "RetryOneMoreTimeAndThrowOnError": ErrorPolicy.RETRY_ONE_MORE_TIME_AND_THROW_ON_ERROR,
    "RetryOneMoreTimeAndContinueOnError": ErrorPolicy.RETRY_ONE_MORE_TIME_AND_CONTINUE_ON_ERROR,
    "RetryOnNextSync": ErrorPolicy.RETRY_ON_NEXT_SYNC,
    "Resolved": ErrorPolicy.RESOLVED,
}
RESOLUTIONS = {
    "ServerWins": ConflictResolution.SERVER_WINS,
    "ClientWins": ConflictResolution.CLIENT_WINS,
    "MergeRow": ConflictResolution.MERGE_ROW,
    "Throw": ConflictResolution.THROW,
}
# On a client the reference calls the row that came the client's.
TURNED = {"ServerWins": "ClientWins", "ClientWins": "ServerWins"}


def handlers_of(do: Mapping[str, Any], side: str) -> Handlers:
    """The handlers of one side in a step."""
    conflict, error = (do.get(name, {}).get(side) for name in ("onConflict", "onError"))
    return Handlers(
        on_conflict=None if conflict is None else _answering(conflict, on_server=side == "server"),
        on_error=None if error is None else _resolving(ERROR_POLICIES[error]),
    )


def is_written(do: Mapping[str, Any], side: str, policy: ConflictPolicy) -> bool:
    """Whether a side writes something where it decides a conflict in a step."""
    said = _said(do.get("onConflict", {}).get(side, {}), on_server=side == "server")
    if said is ConflictResolution.MERGE_ROW:
        return True
    kept = policy if said in {None, ConflictResolution.THROW} else ConflictPolicy(str(said))
    return incoming_wins(on_server=side == "server", policy=kept)


def _said(answer: Mapping[str, Any], *, on_server: bool) -> ConflictResolution | None:
    said = answer.get("resolution")
    return None if said is None else RESOLUTIONS[said if on_server else TURNED.get(said, said)]


def _answering(answer: Mapping[str, Any], *, on_server: bool) -> Callable[[ConflictArgs], None]:
    said = _said(answer, on_server=on_server)

    def handler(args: ConflictArgs) -> None:
        if said is not None:
            args.resolution = said
        args.final_row.update(answer.get("final") or {})
        if answer.get("senderNull"):
            args.sender_scope_id = None

    return handler


def _resolving(resolution: ErrorPolicy) -> Callable[[ErrorArgs], None]:
    def handler(args: ErrorArgs) -> None:
        args.resolution = resolution

    return handler
