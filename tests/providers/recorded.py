"""Reading what Dotmim.Sync 1.3 left behind: schemas as scripts, rows, and the sample database."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    return scope_rows(recordings, name)[0]


def scope_rows(recordings: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a recorded `scope_info`, by column; a value that is the same as in another file is taken from there.

    It is there the value of the first scope.
    """
    path = recordings / "formats" / name
    recorded = json.loads(path.read_text(encoding="utf-8"))["scope_info"]
    rows = [dict(zip(recorded["columns"], row, strict=True)) for row in recorded["rows"]]
    for row in rows:
        for column, value in row.items():
            if isinstance(value, dict):
                row[column] = scope_rows(recordings, f"{Path(name).parent}/{value['sameAs']}")[0][column]
    return rows


def load(connection: Connection, text: str) -> None:
    """Run a whole script; the dump of a database resets the search path of its connection, which is set back."""
    driver = connection.driver
    if not connection.provider.traits.transactional_ddl:
        load_dump(connection, statements(text))
        return
    if hasattr(driver, "executescript"):
        driver.executescript(text)
        return
    driver.execute(text)
    driver.execute("SET search_path = public, pg_catalog")


def load_dump(connection: Connection, parts: Iterable[str]) -> None:
    """Run the statements of a dump of MariaDB's; a key may refer to a table that is still to come."""
    mode = connection.value("SELECT @@sql_mode")
    connection.execute("SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0")
    for statement in parts:
        connection.run(statement)
    connection.execute("SET sql_mode = %s, foreign_key_checks = 1", (mode,))
    connection.execute("SET time_zone = '+00:00'")


def statements(text: str) -> Iterator[str]:
    """The statements of a script of MariaDB's, in which lines with DELIMITER say how one ends."""
    end, part = ";", ""
    for token in re.split(
        r"(^DELIMITER \S+$|'(?:[^'\\]|\\.|'')*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|--[^\n]*|;+)", text, flags=re.MULTILINE
    ):
        if token.startswith("DELIMITER "):
            end = token.split()[1]
        elif token == end:
            if part.strip():
                yield part.strip()
            part = ""
        else:
            part += token
    if part.strip():
        yield part.strip()


def sample(shared_data: Path) -> str:
    """AdventureWorks for PostgreSQL."""
    return (shared_data / "adventureworks" / "postgresql.sql").read_text(encoding="utf-8")
