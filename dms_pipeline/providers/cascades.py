"""Which rows a delete would take along, through keys with actions: their changes have to be judged before it (B3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.sync.changes import row_to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sql import Style
    from dms_pipeline.sync.changes import Row, SyncedTable


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """A foreign key that does something to its children when the parent goes; `cascades`: it deletes them."""

    child: TableName
    columns: tuple[str, ...]
    parent: TableName
    parent_columns: tuple[str, ...]
    cascades: bool


Path = tuple[Edge, ...]


def no_parent(columns: Iterable[str], values: Iterable[object], parent: str) -> str:
    """Why a row was refused whose parent is missing: `boss=3: no such row in emp`."""
    key = ", ".join(f"{name}={value}" for name, value in zip(columns, values, strict=True))
    return f"{key}: no such row in {parent}"


def has_children(child: str) -> str:
    """Why a delete was refused: other rows refer to the row."""
    return f"rows of {child} still refer to it"


def paths(table: TableName, edges: Sequence[Edge], before: Path = ()) -> Iterator[Path]:
    """The ways on which a delete in a table reaches others, each edge at most once; shorter ones first."""
    for edge in edges:
        if edge.parent == table and edge not in before:
            path = (*before, edge)
            yield path
            if edge.cascades:
                yield from paths(edge.child, edges, path)


def takes_along(victim: SyncedTable, key: Row) -> str:
    """Why a delete is set aside: a row that hangs on it is nowhere but here."""
    return f"it would take {victim.name} {row_to_text(victim.key, key)} along, which the other side could not take yet"


def joined(path: Path, quoted: Callable[[TableName], str], style: Style) -> str:
    """The tables of a path as joins behind the row `b` that is to be deleted; the victims are `v`."""
    joins = []
    above = "b"
    for place, edge in enumerate(path, 1):
        alias = "v" if place == len(path) else f"c{place}"
        match = " AND ".join(
            f"{alias}.{style.name(ours)} = {above}.{style.name(theirs)}"
            for ours, theirs in zip(edge.columns, edge.parent_columns, strict=True)
        )
        joins.append(f"JOIN {quoted(edge.child)} {alias} ON {match}")
        above = alias
    return " ".join(joins)
