"""How far a sync is, in the reference's words and numbers (spec: sync semantics, section 1.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from dms_pipeline.events import RowsMoved, StepsDone, SyncBegun, SyncEnded, SyncRetried

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dms_pipeline.events import Event


class SyncStage(StrEnum):
    """What a sync is doing."""

    BEGIN_SESSION = "BeginSession"
    PROVISIONING = "Provisioning"
    CHANGES_APPLYING = "ChangesApplying"
    END_SESSION = "EndSession"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgressArgs:
    """How far a sync is; `percentage` goes from 0 to 1 and never back."""

    percentage: float
    stage: SyncStage
    message: str
    scope_name: str
    source: str


# From where to where a phase brings a sync. Selecting has no share of its own: rows are applied as they are selected.
_TO_SERVER = (0.3, 0.55)
_TO_CLIENT = (0.75, 1.0)
_BEGUN = 0.1


class Progress:
    """Turns events into calls of a user's function.

    How many rows will come is not known while they stream, so a phase is as far as the table that it is at; tables
    come parents first, then deletes children first.
    """

    def __init__(self, scope_name: str, client: str, server: str, tell: Callable[[ProgressArgs], object]) -> None:
        self.scope_name = scope_name
        self.client, self.server = client, server
        self.tell = tell
        self.tables: Sequence[str] = ()
        self._reached = 0.0

    def __call__(self, event: Event) -> None:
        """Report an event."""
        match event:
            case StepsDone():
                if event.committed:
                    text = f"{event.done} steps on {event.connection}"
                    self._say(SyncStage.PROVISIONING, 0.0, text, event.connection)
            case SyncBegun():
                self._say(SyncStage.BEGIN_SESSION, _BEGUN, f"{self.client} and {self.server}", event.client)
            case RowsMoved():
                to, way = (self.server, _TO_SERVER) if event.to_server else (self.client, _TO_CLIENT)
                rows = "1 row" if event.rows == 1 else f"{event.rows:,} rows"
                text = f"{event.table}, {rows} so far to {to}"
                self._say(SyncStage.CHANGES_APPLYING, self._within(event.table, *way), text, to)
            case SyncEnded():
                if not event.failed:
                    text = f"{self.client} and {self.server}, {event.duration_s:.2f} s"
                    self._say(SyncStage.END_SESSION, 1.0, text, event.client)
            case SyncRetried():
                self._say(
                    SyncStage.BEGIN_SESSION, _BEGUN, f"again in {event.pause_s:.1f} s: {event.reason}", event.client
                )
            case _:
                assert_never(event)

    def _within(self, table: str, begin: float, end: float) -> float:
        place = self.tables.index(table) + 1 if table in self.tables else 0
        return begin + (end - begin) * place / max(1, len(self.tables))

    def _say(self, stage: SyncStage, percentage: float, message: str, source: str) -> None:
        self._reached = max(self._reached, percentage)
        self.tell(
            ProgressArgs(
                percentage=self._reached, stage=stage, message=message, scope_name=self.scope_name, source=source
            )
        )
