"""The setup and schema texts that the reference stored, wherever the recordings hold them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETUP, SCHEMA = "sync_scope_setup", "sync_scope_schema"


def scope_rows(folder: Path) -> Iterator[tuple[str | None, str | None]]:
    """The setup and schema text of every scope row under a folder; None where the row has none or refers elsewhere."""
    for path in sorted(folder.rglob("*.rows.json")):
        for table in json.loads(path.read_text(encoding="utf-8")).values():
            columns = table.get("columns", ())
            if SETUP in columns:
                for row in table["rows"]:
                    yield _text(row[columns.index(SETUP)]), _text(row[columns.index(SCHEMA)])
    for path in sorted(folder.rglob("*.db")):
        yield from _stored(path)


def documents(folder: Path) -> Iterator[tuple[Path, str]]:
    """The texts that the recordings keep in files of their own, with the file."""
    for path in sorted([*folder.rglob("*.scope_info.setup.json"), *folder.rglob("*.scope_info.schema.json")]):
        yield path, path.read_text(encoding="utf-8").removesuffix("\n")


def _text(cell: object) -> str | None:
    """A cell of a recorded row: text, a typed pair, or a reference to another file."""
    value = cell[1] if isinstance(cell, list) else cell
    return value if isinstance(value, str) else None


def _stored(path: Path) -> Iterator[tuple[str | None, str | None]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        found = (
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = ? WHERE m.type = 'table'"
        )
        for (table,) in connection.execute(found, (SETUP,)).fetchall():
            yield from connection.execute(f'SELECT "{SETUP}", "{SCHEMA}" FROM "{table}"')
