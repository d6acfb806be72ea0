"""Whether what records the changes of a table was there all the time, as it is noted in `dms_objects` (A11).

A trigger that is dropped, or switched off, and then put back looks as it did; so does a table that was truncated. What
was written meanwhile is in no tracking table, and no session would ever send it. So a text is noted for each table that
is another one after such a time (a provider's `recorders` makes it), and compared before each session. Where it differs
the table is repaired before anything is selected: rows get the stamps that they should have, so every client gets them,
and no mark has to know of it. The noted text is therefore one for the database, and not one for each mark.

What we do to triggers ourselves, under a lock that keeps others out, leaves what is noted as true as it was.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import key
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.own import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable
    from dms_pipeline.sync.result import Recovered

KIND = "recorders"
GAP = json.dumps(["", 0])  # in the place of what is noted: somebody who could not record a change asks for a repair


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorders:
    """What records the changes of a table.

    Attributes:
        identity: another one after a time in which it may have been off, or have been something else; "" if nothing
            records them.
        since: where the provider has to begin to look for what was written in such a time.
    """

    identity: str
    since: int = field(compare=False)


def noted(connection: Connection) -> dict[TableName, Recorders]:
    """What is noted, by table; nothing where nothing was ever applied."""
    if not _has_notes(connection):
        return {}
    mark = connection.provider.traits.style.mark
    rows = connection.rows(
        f"SELECT object_name, fingerprint FROM {_table(connection)} WHERE object_kind = {mark}", (KIND,)
    )
    found = {}
    for name, text in rows:
        schema, _, table = name.rpartition(".")
        identity, since = json.loads(text)
        found[TableName(schema, table)] = Recorders(identity=identity, since=since)
    return found


def note(connection: Connection, table: TableName, recorders: Recorders | None) -> None:
    """Note what records the changes of a table from now on, None: nothing; the caller commits."""
    style = connection.provider.traits.style
    name = str(key(table, connection.provider.traits))
    connection.execute(
        f"DELETE FROM {_table(connection)} WHERE object_kind = {style.mark} AND object_name = {style.mark}",
        (KIND, name),
    )
    if recorders is not None:
        columns = style.names(column.name for column in OBJECTS.columns)
        text = json.dumps([recorders.identity, recorders.since])
        connection.execute(
            f"INSERT INTO {_table(connection)} ({columns}) VALUES ({style.marks(4)})", (KIND, name, name, text)
        )


def sound(connection: Connection, tables: Iterable[TableName]) -> dict[TableName, Recorders]:
    """What is noted of those tables that were recorded without a gap until now; before we touch triggers of `tables`.

    Inside a transaction that writes: of `tables` nobody else can change the triggers until it ends.
    """
    changes = connection.provider.changes()
    notes = noted(connection)
    changes.hold_recorders(connection, [table for table in tables if key(table, connection.provider.traits) in notes])
    before = changes.recorders(connection, notes)
    return {table: one for table, one in notes.items() if before[table] == one}


def renote(connection: Connection, before: Mapping[TableName, Recorders]) -> None:
    """After we have touched triggers: tables that were sound still are, others are still to be repaired."""
    if not _has_notes(connection):
        return  # all of ours is taken away
    changes = connection.provider.changes()
    changes.seal_recorders(connection, frozenset(before))
    after = changes.recorders(connection, before)
    for table, one in before.items():
        if after[table] != one:
            note(connection, table, replace(after[table], since=one.since))


@contextmanager
def unmoved(connection: Connection, tables: Iterable[TableName]) -> Iterator[None]:
    """A block in which we make triggers of these tables anew, or switch them; inside a transaction that writes."""
    before = sound(connection, tables)
    yield
    renote(connection, before)


def note_new(connection: Connection, tables: Iterable[TableName]) -> None:
    """Note tables of which nothing is noted yet, and forget those that nothing records any more; the caller commits."""
    traits = connection.provider.traits
    notes = noted(connection)
    wanted = {key(table, traits) for table in tables}
    for table, recorders in connection.provider.changes().recorders(connection, wanted).items():
        if not recorders.identity:
            note(connection, table, None)
        elif table not in notes:
            note(connection, table, recorders)


def record_unseen(connection: Connection, tables: tuple[SyncedTable, ...]) -> tuple[Recovered, ...]:
    """Repair the tables that are not as noted, and note how they are now; inside a transaction that writes."""
    changes = connection.provider.changes()
    notes = noted(connection)
    repaired: dict[TableName, Recorders] = {}
    found = []
    for table in changes.suspects(connection, tables, notes):
        name = key(table.name, connection.provider.traits)
        repaired[name], recovered = changes.recover(connection, table, notes.get(name))
        if recovered is not None:
            found.append(recovered)
    changes.seal_recorders(connection, frozenset(repaired))
    for name, recorders in repaired.items():
        note(connection, name, recorders)
    return tuple(found)


def _has_notes(connection: Connection) -> bool:
    return connection.provider.changes().has_table(connection, OBJECTS.name)


def _table(connection: Connection) -> str:
    traits = connection.provider.traits
    return traits.style.table(traits.default_schema, OBJECTS.name)
