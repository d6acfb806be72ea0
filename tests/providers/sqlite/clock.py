"""The clock of a SQLite database in a test: that of the machine, as the file's connections ask for it, set at will."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection


class Clock:
    """It goes as the machine's does, ahead of it by as much as it was stepped."""

    def __init__(self, connection: Connection | None = None) -> None:
        del connection  # nothing is kept in it
        self._ahead = timedelta()

    @property
    def now(self) -> datetime:
        """What it shows."""
        return self._true() + self._ahead

    def show(self, connection: Connection) -> None:
        """Let a connection ask this one, its triggers too."""
        connection.driver.create_function("strftime", -1, self._strftime)

    def step(self, **by: float) -> None:
        """Set it forward, or back, by the parts of a `timedelta`."""
        self._ahead += timedelta(**by)

    def set_right(self) -> None:
        """Make it the machine's again."""
        self._ahead = timedelta()

    def _true(self) -> datetime:
        return datetime.now(UTC)

    def _strftime(self, form: str, *when: str) -> str:
        assert when == ("now",)
        now = self.now
        return f"{now:%Y%m%d%H%M%S}.{now.microsecond // 1000:03}" if form == "%Y%m%d%H%M%f" else f"{now:{form}}"
