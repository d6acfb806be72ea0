"""Where our values differ from the recorded ones on purpose, and the tables of them for people.

There is a file for each kind of server, `postgresql.toml` and `mariadb.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import REPOSITORY
from tests.values.recorded import CLIENTS, SERVERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.values.recorded import Facts

FOLDER = Path(__file__).parent
PAGE = REPOSITORY / "docs" / "values.md"
TITLE = "## Against Dotmim.Sync 1.3\n"
ABSENT = "absent"
_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "mariadb": "MariaDB"}
_INTRODUCTION = """
The same rows were synced by Dotmim.Sync 1.3 and by dms-pipeline, to a client and, touched there, back. Where nothing is
said below, both left the same values, in SQLite the same storage classes and texts too. A value that .NET has no form
for (`infinity`, a year BC, NaN in a `numeric`) stands in SQLite as PostgreSQL writes it; a .NET application that opens
that file reads it as a text.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What some tables show with us in place of what was recorded; `facts` are by type."""

    client: str
    types: tuple[str, ...]
    see: str
    reference: str
    here: str
    facts: Mapping[str, Facts]


def read_differences(server: str) -> tuple[Difference, ...]:
    """All of them for a kind of server."""
    return tuple(_read(FOLDER / f"{server}.toml"))


def _read(path: Path) -> Iterator[Difference]:
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["difference"]:
        difference = Difference(types=tuple(entry.pop("types")), **entry)
        assert set(difference.types) == set(difference.facts), difference.types
        yield difference


def expected(recorded: Facts, differences: tuple[Difference, ...], client: str, type_: str) -> tuple[Facts, list[str]]:
    """What we should show of a table, and the paths of differences that are none."""
    facts, stale = dict(recorded), []
    for difference in differences:
        if difference.client == client:
            for path, ours in difference.facts.get(type_, {}).items():
                if facts.get(path, ABSENT) == ours:
                    stale.append(path)
                facts[path] = ours
    return {path: text for path, text in facts.items() if text != ABSENT}, stale


def section() -> str:
    """The section of the page, made of the files."""
    lines = [TITLE, _INTRODUCTION.strip("\n"), ""]
    for server in SERVERS:
        differences = read_differences(server)
        for client in CLIENTS:
            lines += [
                f"### {_NAMES[server]} to {_NAMES[client]}\n",
                "| type | Dotmim.Sync 1.3 | here |",
                "|---|---|---|",
            ]
            lines += [
                f"| {', '.join(f'`{type_}`' for type_ in each.types)} | {each.reference} | {each.here} |"
                for each in differences
                if each.client == client
            ]
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def page() -> str:
    """The whole page with the section as it should be."""
    return PAGE.read_text(encoding="utf-8").partition(TITLE)[0].rstrip("\n") + "\n\n" + section()
