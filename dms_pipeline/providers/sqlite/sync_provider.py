"""SQLite as the library is given it."""

from __future__ import annotations

from pathlib import Path

from dms_pipeline.errors import UsageError
from dms_pipeline.providers.sync_provider import SyncProvider


class SqliteSyncProvider(SyncProvider):
    """A SQLite file, by its path or a URL `sqlite:///…`; a client's file is made when it is first opened.

    Raises:
        UsageError: this is a database in memory, which two connections cannot share, or there are no such triggers.
    """

    def __init__(self, path: str | Path, *, triggers: str | None = None) -> None:
        from sqlalchemy import URL

        text = str(path)
        url = text if text.startswith("sqlite:") else URL.create("sqlite", database=text)
        super().__init__(url, triggers=triggers)
        if self.url.database in {None, "", ":memory:"}:
            raise UsageError("a SQLite database in memory cannot be synced", hint="name a file")

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.url.database or "").stem
