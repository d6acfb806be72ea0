"""Reading the recorded sessions: one JSON file is one case."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.model import SetupTable, SyncDirection, SyncSetup

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

PAIRS = {  # server and client
    "pg-sqlite": ("postgresql", "sqlite"),
    "pg-pg": ("postgresql", "postgresql"),
    "my-sqlite": ("mariadb", "sqlite"),
    "my-my": ("mariadb", "mariadb"),
}
KINDS = {"postgres": "postgresql", "sqlite": "sqlite", "mariadb": "mariadb"}
GENERATED = "generated, see README"
DIRECTIONS = {
    "Bidirectional": SyncDirection.BIDIRECTIONAL,
    "DownloadOnly": SyncDirection.DOWNLOAD_ONLY,
    "UploadOnly": SyncDirection.UPLOAD_ONLY,
    "None": SyncDirection.NONE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One step: what is done, and what was seen after it; None where nobody looked."""

    number: int
    do: Mapping[str, Any]
    saw: Mapping[str, Any] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One recorded session; `name` is `family/pair/case`, the path of its file."""

    name: str
    kinds: Mapping[str, str]
    tables: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, tuple[str, ...]]
    setup: Mapping[str, Any] | None
    scope: str
    seed: Mapping[str, tuple[str, ...]]
    only_numbers: bool  # the case is large: its rows are counted
    steps: tuple[Step, ...]

    @property
    def family(self) -> str:
        """The folder above the pair."""
        return self.name.rsplit("/", 2)[0]

    @property
    def pair(self) -> str:
        """Server and client."""
        return self.name.rsplit("/", 2)[1]

    @property
    def short(self) -> str:
        """The name without the pair."""
        return f"{self.family}/{self.name.rsplit('/', 1)[1]}"

    @property
    def clients(self) -> tuple[str, ...]:
        """The names of the clients."""
        return tuple(side for side in self.kinds if side != "server")


def read_case(path: Path, folder: Path) -> Case:
    """One case of the recordings in `folder`."""
    document = json.loads(path.read_text(encoding="utf-8"))
    seed = document.get("seed") or {}
    ranges = [entry for key in ("seed", "client") for entry in (document.get("generate") or {}).get(key, ())]
    return Case(
        name=str(path.relative_to(folder).with_suffix("")),
        kinds={
            "server": KINDS[document["server"]],
            **{name: KINDS[kind] for name, kind in document["clients"].items()},
        },
        tables={table: tuple(key) for table, key in document["tables"].items()},
        columns={table: tuple(names) for table, names in document["columns"].items()},
        setup=document.get("setup"),
        scope=document.get("scope", "DefaultScope"),
        seed={side: _expanded(statements, ranges) for side, statements in seed.items()},
        only_numbers="generate" in document,
        steps=tuple(
            Step(
                number=step["n"],
                do={**step["do"], "sql": _expanded(step["do"]["sql"], ranges)} if "sql" in step["do"] else step["do"],
                saw=step.get("saw"),
            )
            for step in document["steps"]
        ),
    )


def _expanded(statements: str | list[str], ranges: list[tuple[str, int, int]]) -> tuple[str, ...]:
    """Statements, the long inserts among them written out: of id, a long name, and the id as quantity."""
    made = []
    for statement in [statements] if isinstance(statements, str) else statements:
        if statement.endswith(GENERATED):
            begun = re.match(r"insert into (\w+) values \((\d+),", statement)
            assert begun is not None, statement
            table, first, last = next(each for each in ranges if (each[0], each[1]) == (begun[1], int(begun[2])))
            rows = ", ".join(f"({n}, 'n{n} {'x' * 180}', {n})" for n in range(first, last + 1))
            made.append(f"insert into {table} values {rows}")
        else:
            made.append(statement)
    return tuple(made)


def read_cases(folder: Path, pairs: Collection[str] = PAIRS) -> Iterator[Case]:
    """All cases of some pairs, by family, pair and name."""
    for path in sorted(folder.rglob("*.json")):
        if path.parent.name in pairs:
            yield read_case(path, folder)


def setup_of(described: Mapping[str, Any]) -> SyncSetup:
    """The setup that a case describes; it has no filters."""
    return SyncSetup(tables=tuple(_setup_table(entry) for entry in described["tables"]))


def _setup_table(entry: str | Mapping[str, Any]) -> SetupTable:
    if isinstance(entry, str):
        return SetupTable(name=entry)
    direction = DIRECTIONS[entry.get("direction", "Bidirectional")]
    return SetupTable(name=entry["name"], columns=tuple(entry.get("columns") or ()), direction=direction)
