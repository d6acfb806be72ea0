"""The ways on which foreign keys act from one table to another on MariaDB, and the rows at their ends, as SQL.

On its way down an action either deletes rows, or changes columns of them; what follows differs (`actions` says why all
of it is found).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.extended import SHARED, tracked_from
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dms_pipeline.schema.model import SyncSetup, SyncTable

MANY_PATHS = 8  # more ways down than these are one recursive query
_GONE = TRAITS.style.name("dms_gone")
_AT = f"{_GONE}.{TRAITS.style.name('dms_table')}"
_name = TRAITS.style.name
_names = TRAITS.style.names


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """A foreign key between two tables of a database, by their bare names."""

    child: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    on_delete: str
    on_update: str

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Its columns and those that they refer to, as names compare."""
        mine = (name.lower() for name in self.columns)
        return tuple(zip(mine, (name.lower() for name in self.parent_columns), strict=True))


Path = tuple[Edge, ...]  # each key leads on from the table of the one before


def tables_above(table: str, edges: Iterable[Edge]) -> frozenset[str]:
    """The tables from which keys lead to a table."""
    parents: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        parents[edge.child].add(edge.parent)
    found: set[str] = set()
    left = [table]
    while left:
        for parent in parents[left.pop()] - found:
            found.add(parent)
            left.append(parent)
    return frozenset(found)


class Ways:
    """The ways from a change in one table to rows of another, and the statements that record those."""

    def __init__(self, setup: SyncSetup, document: SyncTable, edges: Iterable[Edge], above: str) -> None:
        self.tracking = tracking_table(setup, document.table)
        self.table = document.table.name
        self.key = document.primary_key or ()
        self.start = above
        self.under: dict[str, list[Edge]] = defaultdict(list)
        for edge in sorted(edges, key=lambda edge: (edge.child, edge.columns, edge.parent, edge.parent_columns)):
            self.under[edge.parent].append(edge)

    def texts(self) -> dict[str, list[str]]:
        """The statements of each trigger, by its name's part; of a delete, rows that lose a reference come first."""
        changes = list(self._changes())
        following = [path for path in changes if all(edge.on_update == "CASCADE" for edge in path)]
        emptied = [path for path in changes if path not in following]
        return {
            "delete": [*self._deleted()],
            "update": [*_where_changed(following, self._followed)],
            "set_null": [*_where_changed(emptied, lambda path: self._record(_rows(path, "OLD"), 0))],
        }

    def _record(self, source: str, tombstone: int) -> str:
        """Record the keys of the rows `t`."""
        return tracked_from(self.tracking, self.key, _names(self.key, "t."), source, tombstone)

    # Columns are changed.

    def _changes(self) -> Iterator[Path]:
        """The ways of an update."""
        for edge in self.under[self.start]:
            if _acts(edge.on_update):
                yield from self._on((edge,), _changed_by(edge, None), frozenset((self.start,)))

    def _emptied(self, table: str) -> Iterator[Path]:
        """The ways that begin where a row goes and what refers to it is set to NULL."""
        for edge in self.under[table]:
            if edge.on_delete == "SET NULL":
                yield from self._on((edge,), frozenset(mine for mine, _ in edge.pairs), frozenset())

    def _on(self, path: Path, changed: frozenset[str], met: frozenset[str]) -> Iterator[Path]:
        """The ways that begin with a path which changes columns of its last table."""
        here = path[-1].child
        if here in met:
            return
        if here == self.table:
            yield path
        for edge in self.under[here]:
            if _acts(edge.on_update) and any(theirs in changed for _, theirs in edge.pairs):
                yield from self._on((*path, edge), _changed_by(edge, changed), met | {here})

    def _followed(self, path: Path) -> str:
        """Rows that have followed a change; of those whose key has, the old key is gone."""
        origins = dict(path[0].pairs)
        names = {theirs.lower(): theirs for theirs in path[0].parent_columns}
        for edge in path[1:]:
            origins = {mine: origins[theirs] for mine, theirs in edge.pairs if theirs in origins}
        source = _rows(path, "NEW")
        gone = ""
        if any(part.lower() in origins for part in self.key):
            before = [
                f"OLD.{_name(names[origins[part.lower()]])}" if part.lower() in origins else f"t.{_name(part)}"
                for part in self.key
            ]
            same = " AND ".join(f"{old} <=> t.{_name(part)}" for old, part in zip(before, self.key, strict=True))
            old_rows = f"{source} AND NOT ({same})"
            gone = tracked_from(self.tracking, self.key, ", ".join(before), old_rows, 1)
        return gone + self._record(source, 0)

    # Rows are deleted.

    def _deleted(self) -> Iterator[str]:
        """What a delete does: to rows that lose a reference, then to those that go, which may be the same."""
        gone, taken = self._taken()
        endings = {table: list(self._emptied(table)) for table in gone}
        ends = {table for table, found in endings.items() if found} | ({self.table} & taken)
        cascades = self._leading_to(ends, gone)
        routes = _routes(self.start, cascades)
        if routes is None:
            recursion = _Recursion(self.start, cascades, endings, self.table if self.table in taken else None, self.key)
            for table in sorted(ends):
                for path in endings[table]:
                    yield self._record(recursion.rows(path), 0)
            if self.table in taken:
                yield tracked_from(self.tracking, self.key, recursion.key(), recursion.these(self.table), 1)
            return
        for route in routes:
            for path in endings[route[-1].child if route else self.start]:
                yield self._record(_rows((*route, *path), "OLD"), 0)
        for route in routes:
            if route and route[-1].child == self.table:
                yield self._record(_rows(route, "OLD"), 1)

    def _taken(self) -> tuple[frozenset[str], frozenset[str]]:
        """The tables of which rows go with one of the first, that one included, and those to which a key leads."""
        found, taken = {self.start}, set()
        left = [self.start]
        while left:
            for edge in self.under[left.pop()]:
                if edge.on_delete == "CASCADE":
                    taken.add(edge.child)
                    if edge.child not in found:
                        found.add(edge.child)
                        left.append(edge.child)
        return frozenset(found), frozenset(taken)

    def _leading_to(self, ends: set[str], gone: frozenset[str]) -> tuple[Edge, ...]:
        """The keys that take rows along, on the way to one of some tables."""
        cascades = [edge for table in sorted(gone) for edge in self.under[table] if edge.on_delete == "CASCADE"]
        leading = set(ends)
        while more := {edge.parent for edge in cascades if edge.child in leading} - leading:
            leading |= more
        return tuple(edge for edge in cascades if edge.child in leading)


class _Recursion:
    """All rows that go with one, table after table, as one recursive query over the columns by which they are known."""

    def __init__(
        self,
        start: str,
        cascades: tuple[Edge, ...],
        endings: Mapping[str, list[Path]],
        table: str | None,
        key: tuple[str, ...],
    ) -> None:
        self.start = start
        self.cascades = cascades
        tables = {start, *(edge.child for edge in cascades)}
        self.columns: dict[str, list[str]] = {each: [] for each in sorted(tables)}
        for edge in (*cascades, *(path[0] for found in endings.values() for path in found)):
            if edge.parent in tables:
                self._need(edge.parent, edge.parent_columns)
        if table is not None:
            self._need(table, key)
        self.asked = tuple((table or "", part) for part in key)
        self.numbers = {each: number for number, each in enumerate(self.columns)}

    def _need(self, table: str, columns: Iterable[str]) -> None:
        there = {column.lower() for column in self.columns[table]}
        self.columns[table] += [column for column in columns if column.lower() not in there]

    def _called(self, table: str, column: str) -> str:
        place = [one.lower() for one in self.columns[table]].index(column.lower())
        return _name(f"dms_{self.numbers[table]}_{place}")

    def key(self) -> str:
        """The key of the rows that are asked for."""
        return ", ".join(f"{_GONE}.{self._called(table, part)}" for table, part in self.asked)

    def these(self, table: str) -> str:
        """Behind the columns of a SELECT: the rows of a table that go."""
        return f"FROM {self._query()} WHERE {_AT} = {self.numbers[table]}"

    def rows(self, path: Path) -> str:
        """Behind the columns of a SELECT: the rows `t` that a path reaches from those that go."""
        first = path[0]
        same = " AND ".join(
            f"{_alias(path, 0)}.{_name(mine)} = {_GONE}.{self._called(first.parent, theirs)}"
            for mine, theirs in zip(first.columns, first.parent_columns, strict=True)
        )
        joined = _joined(path, f"{_AT} = {self.numbers[first.parent]} AND {same}")
        return f"FROM {self._query()} JOIN {joined} WHERE TRUE"

    def _query(self) -> str:
        every = [self._called(table, column) for table, columns in self.columns.items() for column in columns]
        parts = [self._typed(), self._select(self.start, "OLD", "")]
        parts += [
            self._select(
                edge.child,
                "n",
                f" FROM {_GONE} JOIN {_name(edge.child)} AS n ON {_AT} = {self.numbers[edge.parent]} AND "
                + " AND ".join(
                    f"n.{_name(mine)} = {_GONE}.{self._called(edge.parent, theirs)}"
                    for mine, theirs in zip(edge.columns, edge.parent_columns, strict=True)
                ),
                SHARED,
            )
            for edge in self.cascades
        ]
        body = "\n    UNION ".join(parts)
        inner = f"WITH RECURSIVE {_GONE} ({', '.join([_name('dms_table'), *every])}) AS (\n    {body}\n  )"
        return f"({inner} SELECT * FROM {_GONE}) AS {_GONE}"

    def _typed(self) -> str:
        """A row of no table: the columns have the types of the tables, which a NULL alone would not give them."""
        columns = [
            f"n{self.numbers[table]}.{_name(column)}" for table, columns in self.columns.items() for column in columns
        ]
        joins = "".join(f" LEFT JOIN {_name(table)} AS n{number} ON FALSE" for table, number in self.numbers.items())
        return f"SELECT {', '.join(['-1', *columns])} FROM (SELECT 1) AS one{joins}"

    def _select(self, table: str, row: str, source: str, lock: str = "") -> str:
        columns = [
            f"{row}.{_name(column)}" if each == table else "NULL"
            for each, columns in self.columns.items()
            for column in columns
        ]
        select = f"SELECT {', '.join([str(self.numbers[table]), *columns])}{source}"
        return f"({select} {lock})" if lock else select


def _acts(action: str) -> bool:
    return action in {"CASCADE", "SET NULL"}


def _changed_by(edge: Edge, changed: frozenset[str] | None) -> frozenset[str]:
    """The columns that a key's action ON UPDATE may change, where some of what it refers to was; None: any of it."""
    if edge.on_update == "CASCADE" and changed is not None:
        return frozenset(mine for mine, theirs in edge.pairs if theirs in changed)
    return frozenset(mine for mine, _ in edge.pairs)


def _routes(start: str, cascades: tuple[Edge, ...]) -> list[Path] | None:
    """The ways along keys that take rows along, the empty one first; None if they go round, or are many."""
    found: list[Path] = []
    left: list[Path] = [()]
    while left:
        path = left.pop(0)
        found.append(path)
        here = path[-1].child if path else start
        for edge in cascades:
            if edge.parent == here:
                if edge.child in {start, *(each.child for each in path)}:
                    return None
                left.append((*path, edge))
        if len(found) > MANY_PATHS:
            return None
    return found


def _where_changed(paths: Iterable[Path], record: Callable[[Path], str]) -> Iterator[str]:
    """The statements of paths, each under the condition that what it begins with has changed."""
    by_condition: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        same = " AND ".join(f"BINARY OLD.{_name(one)} <=> BINARY NEW.{_name(one)}" for one in path[0].parent_columns)
        by_condition[same].append(record(path))
    for same, statements in by_condition.items():
        yield f"  IF NOT ({same}) THEN\n{''.join(statements)}  END IF;\n"


def _rows(path: Path, row: str) -> str:
    """Behind the columns of a SELECT: the rows `t` that a path reaches from a row of the trigger."""
    first = path[0]
    same = " AND ".join(
        f"{_alias(path, 0)}.{_name(mine)} = {row}.{_name(theirs)}"
        for mine, theirs in zip(first.columns, first.parent_columns, strict=True)
    )
    return f"FROM {_joined(path, None)} WHERE {same}"


def _joined(path: Path, condition: str | None) -> str:
    """The tables of a path, the last of them `t`; the first with a condition where it is joined itself."""
    found = f"{_name(path[0].child)} AS {_alias(path, 0)}{'' if condition is None else f' ON {condition}'}"
    for place, edge in enumerate(path[1:], 1):
        same = " AND ".join(
            f"{_alias(path, place)}.{_name(mine)} = {_alias(path, place - 1)}.{_name(theirs)}"
            for mine, theirs in zip(edge.columns, edge.parent_columns, strict=True)
        )
        found += f" JOIN {_name(edge.child)} AS {_alias(path, place)} ON {same}"
    return found


def _alias(path: Path, place: int) -> str:
    return "t" if place == len(path) - 1 else f"t{place}"
