"""Reading what Dotmim.Sync 1.3 left behind: schemas as scripts, rows, and the sample database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from dms_pipeline.providers.connection import Connection

_SAME = "-- same as "


def script(recordings: Path, name: str) -> str:
    """A recorded schema, by its path below `formats`; a file that says it is the same as another is followed."""
    text = (recordings / "formats" / name).read_text(encoding="utf-8")
    while text.startswith(_SAME):
        text = (recordings / "formats" / text.splitlines()[0].removeprefix(_SAME)).read_text(encoding="utf-8")
    return text


def scope_row(recordings: Path, name: str) -> dict[str, Any]:
    """The first row of a recorded `scope_info`, by column."""
    recorded = json.loads((recordings / "formats" / name).read_text(encoding="utf-8"))["scope_info"]
    return dict(zip(recorded["columns"], recorded["rows"][0], strict=True))


def load(connection: Connection, text: str) -> None:
    """Run a whole script; the dump of a database resets the search path of its connection, which is set back."""
    driver = connection.driver
    if hasattr(driver, "executescript"):
        driver.executescript(text)
        return
    driver.execute(text)
    driver.execute("SET search_path = public, pg_catalog")


def sample(shared_data: Path) -> str:
    """AdventureWorks for PostgreSQL."""
    return (shared_data / "adventureworks" / "postgresql.sql").read_text(encoding="utf-8")
