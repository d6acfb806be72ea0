"""Who wins when both sides changed a row, and what is remembered of the loser."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName


class ConflictPolicy(StrEnum):
    """Whose row is kept; the reference's `ConflictResolutionPolicy`."""

    SERVER_WINS = "server-wins"
    CLIENT_WINS = "client-wins"


class ErrorPolicy(StrEnum):
    """What becomes of a row that cannot be applied; the reference's `ErrorResolution`.

    Every row that is refused is tried again after all others, of all tables, under whatever policy. So the two that
    retry one more time are `THROW` and `CONTINUE_ON_ERROR` with us; programs written for the reference name them.
    """

    THROW = "throw"
    CONTINUE_ON_ERROR = "continue-on-error"
    RETRY_ONE_MORE_TIME_AND_THROW_ON_ERROR = "retry-one-more-time-and-throw-on-error"
    RETRY_ONE_MORE_TIME_AND_CONTINUE_ON_ERROR = "retry-one-more-time-and-continue-on-error"
    RETRY_ON_NEXT_SYNC = "retry-on-next-sync"
    RESOLVED = "resolved"  # an answer of a handler, never a policy: the row counts as applied

    @property
    def throws(self) -> bool:
        """A row that cannot be applied ends the sync; otherwise it is kept aside."""
        return self in {ErrorPolicy.THROW, ErrorPolicy.RETRY_ONE_MORE_TIME_AND_THROW_ON_ERROR}

    @property
    def tries_kept_rows(self) -> bool:
        """Rows kept aside by earlier syncs are tried again; otherwise they wait for a newer version of themselves."""
        return self not in {ErrorPolicy.CONTINUE_ON_ERROR, ErrorPolicy.RETRY_ONE_MORE_TIME_AND_CONTINUE_ON_ERROR}


class RowChange(StrEnum):
    """What a side did to a row of a conflict."""

    WRITTEN = "update"
    DELETED = "delete"


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """One row that both sides changed; rows and key are the texts of `changes.row_to_text`, None for a deleted row."""

    table: TableName
    key: str
    server_change: RowChange
    client_change: RowChange
    server_row: str | None
    client_row: str | None
    kept: str  # "server" or "client"; "merged" is a third row, which a handler made of both
    rule: str  # the policy, or "handler" where one decided otherwise


def conflict(  # noqa: PLR0913 - each argument is a fact of its own
    *,
    on_server: bool,
    kept: str,
    rule: str,
    table: TableName,
    key: str,
    incoming: str | None,
    existing: str | None,
) -> Conflict:
    """A conflict as the side that applies sees it: `incoming` is the other side's row, `existing` its own."""
    server_row, client_row = (existing, incoming) if on_server else (incoming, existing)
    return Conflict(
        table=table,
        key=key,
        server_change=RowChange.DELETED if server_row is None else RowChange.WRITTEN,
        client_change=RowChange.DELETED if client_row is None else RowChange.WRITTEN,
        server_row=server_row,
        client_row=client_row,
        kept=kept,
        rule=rule,
    )


def incoming_wins(*, on_server: bool, policy: ConflictPolicy) -> bool:
    """Whether the side that applies gives way."""
    return on_server is (policy is ConflictPolicy.CLIENT_WINS)
