"""MySQL as the library is given it."""

from __future__ import annotations

from dms_pipeline.errors import UsageError
from dms_pipeline.providers.sync_provider import SyncProvider


class MySqlSyncProvider(SyncProvider):
    """A MySQL database, by its URL: `mysql://user:password@host:3306/database`.

    Raises:
        UsageError: this is the URL of something else, or there are no such triggers.
    """

    def __init__(self, url: str, *, triggers: str | None = None) -> None:
        super().__init__(url, triggers=triggers)
        if not self.url.drivername.startswith("mysql"):
            raise UsageError("this is no URL of a MySQL database", hint="it begins with mysql:")
