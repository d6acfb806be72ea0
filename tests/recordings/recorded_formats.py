"""Reading the databases that Dotmim.Sync 1.3 provisioned: a folder below `formats` is one case."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.schema.model import SetupTable, SyncSetup
from tests.provisioning import SCOPE
from tests.recordings.recorded import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

GROUPS = ("setup", "keys", "foreign-keys", "tracking", "untracked")
PAIRS = {
    "postgres-to-sqlite": ("postgresql", "sqlite"),
    "postgres-to-postgres": ("postgresql", "postgresql"),
    "mariadb-to-sqlite": ("mariadb", "sqlite"),
    "mariadb-to-mariadb": ("mariadb", "mariadb"),
    "mariadb-to-postgres": ("mariadb", "postgresql"),
    "postgres-to-mariadb": ("postgresql", "mariadb"),
}

NAMING = {
    f"{part}{'s' if part != 'tracking' else ''}{end.title()}": f"{part[:9]}_{end}"
    for part in ("tracking", "trigger", "procedure")
    for end in ("prefix", "suffix")
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """A recorded case: its folder below `formats`, what was asked, the steps that set up a side each, their errors.

    Where setting up the client failed, what it left there is nothing to compare with.
    """

    folder: Path
    root: Path
    request: Mapping[str, Any]
    server: str
    client: str | None
    error: str | None
    client_error: str | None

    @property
    def path(self) -> str:
        """The folder, from `formats`."""
        return str(self.folder.relative_to(self.root))

    @property
    def before_client(self) -> list[Path]:
        """What an application made of the client's database before it was provisioned."""
        return [path for path in sorted(self.folder.glob("*.client.sql")) if path.name < (self.client or "")]

    @property
    def kinds(self) -> tuple[str, str]:
        """The kinds of the server and of the client."""
        return PAIRS[self.folder.name]

    @property
    def scope(self) -> str:
        """The scope's name."""
        return str(self.request.get("scope", SCOPE))

    @property
    def scope_info_table(self) -> str:
        """The name of the table of scopes."""
        return str((self.request.get("options") or {}).get("scopeInfoTable", "scope_info"))


def read_formats(root: Path) -> Iterator[Recorded]:
    """All cases, by path."""
    for group in GROUPS:
        for seed in sorted((root / group).rglob("seed.server.sql")):
            if is_case(seed.parent):
                yield read_format(seed.parent, root)


def is_case(folder: Path) -> bool:
    """A folder of a pair of ours in which something was asked for, not a seed alone."""
    return folder.name in PAIRS and any(folder.glob("*.request.json"))


def read_format(folder: Path, root: Path) -> Recorded:
    """One case."""
    first = min(folder.glob("*.request.json"))
    stem = first.name.removesuffix(".request.json")
    made = sorted(path.name.removesuffix(".schema.sql") for path in folder.glob("*.client.schema.sql"))
    client = made[0] if made else None
    return Recorded(
        folder=folder,
        root=root,
        request=json.loads(first.read_text(encoding="utf-8")),
        server=f"{stem}.server",
        client=client,
        error=_error(folder, stem),
        client_error=_client_error(folder, client),
    )


def _error(folder: Path, stem: str) -> str | None:
    error: str | None = json.loads((folder / f"{stem}.answer.json").read_text(encoding="utf-8")).get("error")
    return error


def _client_error(folder: Path, client: str | None) -> str | None:
    # A first sync may fail on rows, when everything is made; these are the ones that failed on a table, or before any.
    error = None if client is None else _error(folder, client.removesuffix(".client"))
    if error is None or client is None:
        return None
    nothing = not (folder / f"{client}.schema.sql").read_text(encoding="utf-8").strip()
    return error if nothing or "InternalProvisionClientAsync" in error else None


def setup_of(described: Mapping[str, Any]) -> SyncSetup:
    """The setup that an application gave, without its filters; a dot in a bare name parts namespace and name."""
    naming = {ours: described[theirs] for theirs, ours in NAMING.items() if theirs in described}
    return SyncSetup(tables=tuple(_setup_table(entry) for entry in described.get("tables") or ()), **naming)


def _setup_table(entry: str | Mapping[str, Any]) -> SetupTable:
    described = {"name": entry} if isinstance(entry, str) else entry
    schema, _, name = described["name"].rpartition(".")
    return SetupTable(
        name=name,
        schema=described.get("schema", schema),
        columns=tuple(described.get("columns") or ()),
        direction=DIRECTIONS[described.get("direction", "Bidirectional")],
    )
