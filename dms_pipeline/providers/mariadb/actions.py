"""The triggers on other tables that record what foreign keys do to a table: ON DELETE and ON UPDATE with an action.

InnoDB carries these actions out by itself and fires no trigger of the rows that it removes or changes (S11). Each such
change begins with a delete or an update in a table above, by a statement that does fire triggers. So a table that is
synced has, on each table from which an action can reach it, triggers that write *its* tracking table, and nothing else:
`action_triggers` makes them, of extended triggers alone. Why nothing is missed:

* A delete is met before it is done, while the rows that it will reach still refer to what is going; they are found by
  the same keys that InnoDB follows. So is an update that sets keys to NULL. An update that cascades alone is met when
  it is done: whoever refers to the new values has followed. Either way the statement holds the row above by then, and
  the trigger reads with locks, so nobody can come to refer to it unseen.
* On the way down a row is either deleted, and what refers to it follows ON DELETE; or columns of it are changed, and
  what refers to these follows ON UPDATE. The first goes on through tables that refer to each other, or to themselves,
  for as long as there are rows: a recursive query. The second meets no table twice, since InnoDB refuses that.
* Where a key of the table is part of the foreign key, the old key becomes a tombstone, as it does where an application
  changes it (H19). A row that is reached in both ways ends as deleted.
* If the statement fails, so does what was recorded. More than what was changed may be recorded (of a delete that was
  IGNOREd, of a composite key of which a part was changed); then a row that is there is sent once more.

They record nothing while `foreign_key_checks` is off, since InnoDB does nothing then; an apply of ours in which it does
something tracks that by itself afterwards, and where it does not (tables of other scopes), this is all there is.

They keep no application from its work. Where a table that they read or write is gone, so is the key, or the record
(1146). Where a column is, the key may have taken another name with it: the table is noted as one with a gap (1054), and
the next session records all of it (A11), until an apply makes the trigger anew.

Not covered: what is done before the trigger is there (a foreign key that an application adds, until the next apply),
tables of another database that are referred to, TRUNCATE without checks.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.extended import tracked_from
from dms_pipeline.providers.mariadb.names import LIMIT, stand_in, trigger_text
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.providers.recording import GAP, KIND
from dms_pipeline.schema.database import RowEvent, Trigger
from dms_pipeline.schema.names import normalise, tracking_table
from dms_pipeline.schema.own import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dms_pipeline.schema.database import ForeignKey
    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName

SUFFIX = "_cascade_trigger"
CHECKED = "IF @@SESSION.foreign_key_checks THEN"
MANY_PATHS = 8  # more ways down than these are one recursive query
_MOMENTS = {"delete": "BEFORE", "update": "AFTER", "set_null": "BEFORE"}
_EVENTS = {"delete": RowEvent.DELETE, "update": RowEvent.UPDATE, "set_null": RowEvent.UPDATE}
_DIGITS = 6
_GONE = TRAITS.style.name("dms_gone")
_AT = f"{_GONE}.{TRAITS.style.name('dms_table')}"
_name = TRAITS.style.name
_names = TRAITS.style.names


@dataclass(frozen=True, kw_only=True, slots=True)
class _Edge:
    """A foreign key between two tables of a database, by their bare names; columns in small letters beside it."""

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


_Path = tuple[_Edge, ...]


def action_triggers(
    setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
) -> Iterator[Trigger]:
    """The triggers of a table on those above it; `keys` are the keys with actions of all tables of the database."""
    edges = tuple(
        _Edge(
            child=child.name,
            columns=one.columns,
            parent=one.parent.name,
            parent_columns=one.parent_columns,
            on_delete=one.on_delete,
            on_update=one.on_update,
        )
        for child, found in keys.items()
        for one in found
    )
    spelled = {one.parent.name: one.parent for found in keys.values() for one in found}
    spelled[document.table.name] = document.table
    for above in sorted(_above(document.table.name, edges)):
        for what, statements in _Ways(setup, document, edges, above).texts().items():
            if statements:
                yield _trigger(setup, document.table, spelled[above], what, statements)


def is_action_trigger(setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
    """A trigger of that name on a table is one of these of another, or stands in for one."""
    if name.endswith(SUFFIX):
        return any(name == _trigger_name(setup, table, on, what) for what in _EVENTS)
    return name.endswith("_stand_in_trigger") and any(
        name == stand_in(_trigger_name(setup, table, on, what)) for what in _EVENTS
    )


def records_actions(body: str) -> bool:
    """A trigger with that body is one of these, or stands in for one: it records nothing of the table that it is on."""
    return CHECKED in body


def recorded_by(tables: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """An index of tables, for `recorded`."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for table in tables:
        digest = _digest(table)
        found[digest] = (*found[digest], table)
    return found


def recorded(index: Mapping[str, tuple[str, ...]], on: str, name: str) -> str | None:
    """Of which table a trigger records what keys do, by its name and the table on which it is; None: none of these."""
    for what in _EVENTS if name.endswith(SUFFIX) else ():
        digest = name.removesuffix(f"_{what}{SUFFIX}").rpartition("_")[2]
        for table in index.get(digest[:_DIGITS], ()):
            if digest == _digests(table, on):
                return table
    return None


def _trigger(setup: SyncSetup, table: TableName, above: TableName, what: str, statements: Iterable[str]) -> Trigger:
    name = _trigger_name(setup, table, above, what)
    body = f"BEGIN\n{_handlers(table)}  {CHECKED}\n{''.join(statements)}  END IF;\nEND"
    return Trigger(
        name=name,
        table=above,
        event=_EVENTS[what],
        text=trigger_text(name, _EVENTS[what], above, body, _MOMENTS[what]),
        stand_in=stand_in(name),
        records=table,
    )


def _handlers(table: TableName) -> str:
    """What becomes of a statement that meets a table, or a column, which is no longer there."""
    literal = TRAITS.style.literal
    return (
        "  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;\n"
        "  DECLARE CONTINUE HANDLER FOR 1054 BEGIN\n"
        "    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;\n"
        f"    UPDATE {_name(OBJECTS.name)} SET fingerprint = {literal(GAP)}"
        f" WHERE object_kind = {literal(KIND)} AND object_name = {literal(table.name)};\n"
        "  END;\n"
    )


def _trigger_name(setup: SyncSetup, table: TableName, above: TableName, what: str) -> str:
    """A name that nobody else looks up, cut where it is too long: of both tables there is a digest in it."""
    shown = f"{setup.trigger_prefix or ''}{normalise(table.name)}{setup.trigger_suffix or ''}_by_{above.name}"
    rest = f"_{_digests(table.name, above.name)}_{what}{SUFFIX}"
    return f"{shown[: LIMIT - len(rest)]}{rest}"


def _digests(table: str, above: str) -> str:
    return f"{_digest(table)}{_digest(f'{table}/{above}')}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.lower().encode()).hexdigest()[:_DIGITS]


def _above(table: str, edges: Iterable[_Edge]) -> frozenset[str]:
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


class _Ways:
    """The ways from a change in one table to rows of another, and the statements that record those."""

    def __init__(self, setup: SyncSetup, document: SyncTable, edges: Iterable[_Edge], above: str) -> None:
        self.tracking = tracking_table(setup, document.table)
        self.table = document.table.name
        self.key = document.primary_key or ()
        self.start = above
        self.under: dict[str, list[_Edge]] = defaultdict(list)
        for edge in sorted(edges, key=lambda edge: (edge.child, edge.columns, edge.parent, edge.parent_columns)):
            self.under[edge.parent].append(edge)

    def texts(self) -> dict[str, list[str]]:
        """The statements of each trigger, by its name's part; those that revive a row before those that bury one."""
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

    def _changes(self) -> Iterator[_Path]:
        """The ways of an update."""
        for edge in self.under[self.start]:
            if _acts(edge.on_update):
                yield from self._on((edge,), _changed_by(edge, None), frozenset((self.start,)))

    def _emptied(self, table: str) -> Iterator[_Path]:
        """The ways that begin where a row goes and what refers to it is set to NULL."""
        for edge in self.under[table]:
            if edge.on_delete == "SET NULL":
                yield from self._on((edge,), frozenset(mine for mine, _ in edge.pairs), frozenset())

    def _on(self, path: _Path, changed: frozenset[str], met: frozenset[str]) -> Iterator[_Path]:
        """The ways that begin with a path which changes columns of its last table."""
        here = path[-1].child
        if here in met:
            return
        if here == self.table:
            yield path
        for edge in self.under[here]:
            if _acts(edge.on_update) and any(theirs in changed for _, theirs in edge.pairs):
                yield from self._on((*path, edge), _changed_by(edge, changed), met | {here})

    def _followed(self, path: _Path) -> str:
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
        """What a delete does: first to rows that lose a reference, then to those that go."""
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

    def _leading_to(self, ends: set[str], gone: frozenset[str]) -> tuple[_Edge, ...]:
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
        cascades: tuple[_Edge, ...],
        endings: Mapping[str, list[_Path]],
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

    def rows(self, path: _Path) -> str:
        """Behind the columns of a SELECT: the rows `t` that a path reaches from those that go."""
        first = path[0]
        same = " AND ".join(
            f"{_alias(path, 0)}.{_name(mine)} = {_GONE}.{self._called(first.parent, theirs)}"
            for mine, theirs in zip(first.columns, first.parent_columns, strict=True)
        )
        return (
            f"FROM {self._query()} JOIN {_joined(path, f'{_AT} = {self.numbers[first.parent]} AND {same}')} WHERE TRUE"
        )

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
            )
            for edge in self.cascades
        ]
        body = "\n    UNION ".join(parts)
        inner = f"WITH RECURSIVE {_GONE} ({', '.join([_name('dms_table'), *every])}) AS (\n    {body}\n  )"
        return f"({inner} SELECT * FROM {_GONE}) AS {_GONE}"

    def _typed(self) -> str:
        """No row: the columns have the types of the tables, which a NULL alone would not give them."""
        columns = [
            f"n{self.numbers[table]}.{_name(column)}" for table, columns in self.columns.items() for column in columns
        ]
        joins = "".join(f" LEFT JOIN {_name(table)} AS n{number} ON FALSE" for table, number in self.numbers.items())
        return f"SELECT {', '.join(['-1', *columns])} FROM (SELECT 1) AS one{joins}"

    def _select(self, table: str, row: str, source: str) -> str:
        columns = [
            f"{row}.{_name(column)}" if each == table else "NULL"
            for each, columns in self.columns.items()
            for column in columns
        ]
        return f"SELECT {', '.join([str(self.numbers[table]), *columns])}{source}"


def _acts(action: str) -> bool:
    return action in {"CASCADE", "SET NULL"}


def _changed_by(edge: _Edge, changed: frozenset[str] | None) -> frozenset[str]:
    """The columns that a key's action ON UPDATE may change, where some of what it refers to was; None: any of it."""
    if edge.on_update == "CASCADE" and changed is not None:
        return frozenset(mine for mine, theirs in edge.pairs if theirs in changed)
    return frozenset(mine for mine, _ in edge.pairs)


def _routes(start: str, cascades: tuple[_Edge, ...]) -> list[_Path] | None:
    """The ways along keys that take rows along, the empty one first; None if they go round, or are many."""
    found: list[_Path] = []
    left: list[_Path] = [()]
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


def _where_changed(paths: Iterable[_Path], record: Callable[[_Path], str]) -> Iterator[str]:
    """The statements of paths, each under the condition that what it begins with has changed."""
    by_condition: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        same = " AND ".join(f"BINARY OLD.{_name(one)} <=> BINARY NEW.{_name(one)}" for one in path[0].parent_columns)
        by_condition[same].append(record(path))
    for same, statements in by_condition.items():
        yield f"  IF NOT ({same}) THEN\n{''.join(statements)}  END IF;\n"


def _rows(path: _Path, row: str) -> str:
    """Behind the columns of a SELECT: the rows `t` that a path reaches from a row of the trigger."""
    first = path[0]
    same = " AND ".join(
        f"{_alias(path, 0)}.{_name(mine)} = {row}.{_name(theirs)}"
        for mine, theirs in zip(first.columns, first.parent_columns, strict=True)
    )
    return f"FROM {_joined(path, None)} WHERE {same}"


def _joined(path: _Path, condition: str | None) -> str:
    """The tables of a path, the last of them `t`; the first with a condition where it is joined itself."""
    found = f"{_name(path[0].child)} AS {_alias(path, 0)}{'' if condition is None else f' ON {condition}'}"
    for place, edge in enumerate(path[1:], 1):
        same = " AND ".join(
            f"{_alias(path, place)}.{_name(mine)} = {_alias(path, place - 1)}.{_name(theirs)}"
            for mine, theirs in zip(edge.columns, edge.parent_columns, strict=True)
        )
        found += f" JOIN {_name(edge.child)} AS {_alias(path, place)} ON {same}"
    return found


def _alias(path: _Path, place: int) -> str:
    return "t" if place == len(path) - 1 else f"t{place}"
