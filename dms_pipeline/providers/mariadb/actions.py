"""The triggers on other tables that record what foreign keys do to a table: ON DELETE and ON UPDATE with an action.

InnoDB carries these actions out by itself and fires no trigger of the rows that it removes or changes (S11). Each such
change begins with a delete or an update in a table above, by a statement that does fire triggers. So a table that is
synced has, on each table from which an action can reach it, triggers that write *its* tracking table, and nothing else:
`action_triggers` makes them, of extended triggers alone. Why nothing is missed:

* A delete is met before it is done, while the rows that it will reach still refer to what is going; they are found by
  the same keys that InnoDB follows. So is an update that sets keys to NULL. An update that cascades alone is met when
  it is done: whoever refers to the new values has followed. Either way the statement holds the row above by then, so
  that nobody can come to refer to it, and the trigger reads with locks. Without, a statement that reads what it writes
  from elsewhere (REPLACE ... SELECT) sees what was committed at its start alone, under READ COMMITTED.
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
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.names import LIMIT, STANDING_IN, stand_in, trigger_text
from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.providers.mariadb.ways import Edge, Ways, tables_above
from dms_pipeline.providers.recording import GAP, KIND
from dms_pipeline.schema.database import RowEvent, Trigger
from dms_pipeline.schema.names import normalise
from dms_pipeline.schema.own import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.schema.database import ForeignKey
    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName

SUFFIX = "_cascade_trigger"
CHECKED = "IF @@SESSION.foreign_key_checks THEN"
_MOMENTS = {"delete": "BEFORE", "update": "AFTER", "set_null": "BEFORE"}
_EVENTS = {"delete": RowEvent.DELETE, "update": RowEvent.UPDATE, "set_null": RowEvent.UPDATE}
_DIGITS = 6
_NAMED = re.compile(rf"_(?P<digests>[0-9a-f]{{{2 * _DIGITS}}})_({'|'.join(_EVENTS)}){SUFFIX}$")
_SHOWN = LIMIT - len(f"_{'-' * 2 * _DIGITS}_set_null{SUFFIX}")  # letters of a name that are never cut
_name = TRAITS.style.name


def action_triggers(
    setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
) -> Iterator[Trigger]:
    """The triggers of a table on those above it; `keys` are the keys with actions of all tables of the database."""
    edges = tuple(
        Edge(
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
    for above in sorted(tables_above(document.table.name, edges)):
        for what, statements in Ways(setup, document, edges, above).texts().items():
            if statements:
                yield _trigger(setup, document.table, spelled[above], what, statements)


def is_action_trigger(setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
    """A trigger of that name on `on` is one of a table's, or stands in for one."""
    if name.endswith(SUFFIX):
        # Whatever the table above was called when it was made.
        return _noted(name)[:_DIGITS] == _digest(table.name) and name.startswith(_shown(setup, table)[:_SHOWN])
    return name.endswith(STANDING_IN) and any(
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
    if not name.endswith(SUFFIX):
        return None
    digests = _noted(name)
    tables = index.get(digests[:_DIGITS], ())
    return next((table for table in tables if digests == _digests(table, on)), next(iter(tables), None))


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
    shown = f"{_shown(setup, table)}_by_{above.name}"
    rest = f"_{_digests(table.name, above.name)}_{what}{SUFFIX}"
    return f"{shown[: LIMIT - len(rest)]}{rest}"


def _shown(setup: SyncSetup, table: TableName) -> str:
    return f"{setup.trigger_prefix or ''}{normalise(table.name)}{setup.trigger_suffix or ''}"


def _noted(name: str) -> str:
    """The digests in a trigger's name."""
    found = _NAMED.search(name)
    return found["digests"] if found is not None else ""


def _digests(table: str, above: str) -> str:
    return f"{_digest(table)}{_digest(f'{table}/{above}')}"


@lru_cache(maxsize=10_000)
def _digest(text: str) -> str:
    return hashlib.sha256(text.lower().encode()).hexdigest()[:_DIGITS]
