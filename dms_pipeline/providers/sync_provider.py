"""A database as the library is given it: an address. Each kind has a class of the reference's name in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from sqlalchemy import URL


class SyncProvider:
    """A database by its address, in either role. Nothing is opened before something is done with it.

    `triggers` says how changes are recorded there, `"reference"` as Dotmim.Sync does or `"extended"`. Without it a
    database keeps what it has, and a new one gets extended ones.

    Raises:
        UsageError: there are no such triggers, or this is no database's address.
    """

    def __init__(self, url: str | URL, *, triggers: str | None = None) -> None:
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        from dms_pipeline.errors import UsageError

        if triggers not in {None, *Triggers}:
            raise UsageError(f'there are no triggers "{triggers}"', hint='write "extended" or "reference"')
        self.triggers: Triggers | None = None if triggers is None else Triggers(triggers)
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
