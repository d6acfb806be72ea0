"""A database as the library is given it: an address. Each kind has a class of the reference's name in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import URL


class SyncProvider:
    """A database by its address, in either role. Nothing is opened before something is done with it."""

    def __init__(self, url: str | URL) -> None:
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        from dms_pipeline.errors import UsageError

        try:
            self.url: URL = make_url(url)
        except (ArgumentError, ValueError):
            # The parser's message shows the text, which may hold a password; so nothing of it goes on.
            raise UsageError("this is no database URL") from None

    @property
    def name(self) -> str:
        """What messages and results call it: the database's name."""
        return self.url.database or self.url.get_backend_name()

    def __repr__(self) -> str:
        """Its class and address, without the password."""
        return f"{type(self).__name__}({self.url.render_as_string(hide_password=True)!r})"
