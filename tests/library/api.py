"""Writes `docs/api.md` from the docstrings of the package: `python -m tests.library.api`."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dms_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = Path(__file__).resolve().parents[2] / "docs" / "api.md"

GROUPS = {
    "Syncing": ("SyncAgent", "SyncOptions", "ConflictResolutionPolicy", "ErrorResolution", "SyncType"),
    "Conflicts and errors, one by one": ("ConflictArgs", "ConflictType", "ConflictResolution", "ErrorArgs"),
    "Directives": ("SyncOperation", "OutdatedAction"),
    "What a sync says": ("SyncResult", "ProgressArgs", "SyncStage"),
    "Databases": ("SqliteSyncProvider", "PostgreSqlSyncProvider", "MariaDBSyncProvider", "MySqlSyncProvider"),
    "Scopes of a database": (
        *("LocalOrchestrator", "RemoteOrchestrator", "SyncProvision"),
        *("DatabaseMetadatasCleaned", "TableMetadatasCleaned"),
    ),
    "What is to be synced": ("SyncSetup", "SetupTable", "SyncDirection"),
    "What is stored": ("ScopeInfo", "ScopeInfoClient", "SyncSet", "SyncTable", "SyncColumn"),
    "Pipeline files": ("Pipeline", "Settings"),
    "Errors": (
        *("DmsError", "SetupConflict", "NotProvisioned", "CannotProvision", "ForeignScope"),
        *("SyncFailed", "AlreadyInProgress", "InvalidSetup"),
    ),
}

# Every name of the reference that has one of ours, by what a program does with it.
NAMES = (Path(__file__).parent / "names.md").read_text(encoding="utf-8")


def text() -> str:
    """The whole page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield from (
        "# API",
        "",
        "Written from the docstrings by `python -m tests.library.api`; `library.md` shows how it is used.",
        "",
        "## From Dotmim.Sync's names to ours",
        "",
        *NAMES.splitlines(),
    )
    told: dict[Any, str] = {}
    for group, names in GROUPS.items():
        yield from ("", f"## {group}")
        for name in names:
            yield from ("", f"### {name}", "")
            yield from _of_class(name, getattr(dms_pipeline, name), told)


def _of_class(name: str, cls: type, told: dict[Any, str]) -> Iterator[str]:
    """A class; what it has from a class that was told of is named alone."""
    yield from _doc(cls)
    if issubclass(cls, enum.Enum):
        yield from ("", ", ".join(f"`{member}`" for member in cls.__members__))
        return
    if dataclasses.is_dataclass(cls) and "__init__" not in _own_source(cls):
        yield ""
        yield from (f"- {_field(one)}" for one in dataclasses.fields(cls))
    elif "__init__" in vars(cls):
        yield from ("", *_signatures(name, vars(cls)["__init__"]))
    members = dict(_members(cls))
    known = [member for member, value in members.items() if value in told]
    if known:
        yield from ("", f"As {told[members[known[0]]]}: {', '.join(f'`{member}`' for member in known)}.")
    for member, value in members.items():
        if member in known:
            continue
        told[value] = name
        if isinstance(value, property):
            yield from ("", f"`{member}`: {inspect.getdoc(value)}")
        else:
            function = value.__func__ if isinstance(value, classmethod | staticmethod) else value
            yield from ("", f"#### {name}.{member}", "", *_signatures(member, function), "", *_doc(function))


def _own_source(cls: type) -> str:
    return inspect.getsource(cls)


def _members(cls: type) -> Iterator[tuple[str, Any]]:
    """Public methods and properties, those of our base classes first, each where it is defined last."""
    found: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        if base.__module__.startswith("dms_pipeline"):
            found |= {
                name: value
                for name, value in vars(base).items()
                if not name.startswith("_")
                and (inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod))
            }
    yield from found.items()


def _field(field: dataclasses.Field[Any]) -> str:
    default = ""
    if field.default is not dataclasses.MISSING:
        shown = field.default
        default = f" = {type(shown).__name__}.{shown.name}" if isinstance(shown, enum.Enum) else f" = {shown!r}"
    return f"`{field.name}: {field.type}{default}`"


def _signatures(name: str, function: Any) -> Iterator[str]:
    yield "```python"
    for one in typing.get_overloads(function) or [function]:
        signature = inspect.signature(one)
        parameters = [
            parameter.replace(annotation=_Shown(parameter.annotation), default=_default(parameter.default))
            for parameter in signature.parameters.values()
            if parameter.name not in {"self", "cls"}
        ]
        is_init = function.__name__ == "__init__"
        returns = inspect.Signature.empty if is_init else _Shown(signature.return_annotation)
        # Without the first parameter, a mark of positional ones may stand alone.
        shown = str(inspect.Signature(parameters, return_annotation=returns))
        yield name + shown.replace("(/, ", "(").replace("(/)", "()")
    yield "```"


def _default(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return _Shown(f"{type(value).__name__}.{value.name}")
    return _Shown(value.__name__) if inspect.isfunction(value) else value


class _Shown:
    """A text as a program writes it, without quotes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _doc(thing: Any) -> Iterator[str]:
    """A docstring; its sections of names and meanings as lists."""
    in_list = False
    for line in (inspect.getdoc(thing) or "").splitlines():
        if line in {"Raises:", "Attributes:"}:
            in_list = True
            yield from (line, "")
        elif in_list and line.startswith("    ") and not line.startswith("     "):
            yield f"- {line.strip()}"
        elif in_list and line.strip():
            yield f"  {line.strip()}"
        else:
            yield line


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8", newline="\n")
