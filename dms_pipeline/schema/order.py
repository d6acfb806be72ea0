"""The order in which tables are written: parents first, cycles together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.schema.model import TableName


def components(
    tables: Iterable[TableName], parents: Mapping[TableName, Iterable[TableName]]
) -> tuple[tuple[TableName, ...], ...]:
    """Tables in groups so that each group stands after those it refers to; a group of several is a cycle.

    A table that refers to itself is a group of one. Stable: tables that are unrelated keep their order, as do the
    members of a cycle. Parents that are not among `tables` are left out.
    """
    given = list(tables)
    position = {table: place for place, table in enumerate(given)}
    index: dict[TableName, int] = {}
    low: dict[TableName, int] = {}
    stack: list[TableName] = []
    result: list[tuple[TableName, ...]] = []

    def visit(table: TableName) -> None:
        # Tarjan's strongly connected components: they come out parents first, since arrows point to parents.
        index[table] = low[table] = len(index)
        stack.append(table)
        for parent in parents.get(table, ()):
            if parent not in position:
                continue
            if parent not in index:
                visit(parent)
                low[table] = min(low[table], low[parent])
            elif parent in stack:
                low[table] = min(low[table], index[parent])
        if low[table] == index[table]:
            cut = stack.index(table)
            result.append(tuple(sorted(stack[cut:], key=position.__getitem__)))
            del stack[cut:]

    for table in given:
        if table not in index:
            visit(table)
    return tuple(result)
