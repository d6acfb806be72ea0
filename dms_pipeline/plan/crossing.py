"""What databases hold that others of a scope cannot: said before a sync keeps those rows aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import fold, lookup
from dms_pipeline.plan.plan import Note
from dms_pipeline.plan.wording import counted
from dms_pipeline.schema.model import SyncDirection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.plan.scope import Endpoint, ServedScope
    from dms_pipeline.schema.model import SyncTable


def crossing_notes(served: Iterable[ServedScope], endpoints: Mapping[str, Endpoint]) -> tuple[Note, ...]:
    """Where a sync would bring dates that no calendar has, or times beyond a day, to a database that takes none."""
    found = (
        note
        for one in served
        for client in one.scope.clients
        for document in one.documents
        for note in _of_table(one, document, endpoints.get(one.scope.server), endpoints.get(client))
    )
    return tuple(dict.fromkeys(found))


def _of_table(
    one: ServedScope, document: SyncTable, server: Endpoint | None, client: Endpoint | None
) -> Iterator[Note]:
    if server is None or client is None:
        return
    entry = one.scope.setup.table(document.table)
    direction = SyncDirection.BIDIRECTIONAL if entry is None else entry.direction
    if direction.downloads:
        yield from _sent(server, client, document)
    if direction.uploads:
        yield from _sent(client, server, document)


def _sent(sender: Endpoint, receiver: Endpoint, document: SyncTable) -> Iterator[Note]:
    if receiver.traits.off_calendar or sender.observed is None:
        return
    synced = {fold(column.name, sender.traits) for column in document.columns or ()}
    for column, values in (lookup(sender.observed.off_calendar, document.table, sender.traits) or {}).items():
        if fold(column, sender.traits) in synced:
            several = values.count > 1
            yield Note(
                code="off-calendar",
                connection=sender.name,
                message=f"{document.table}.{column}: {counted(values.count, 'value')} like {values.example}"
                f" {'are' if several else 'is'} no date or time for {receiver.name} ({receiver.provider});"
                f" {'their rows are' if several else 'its row is'} kept in dms_errors until mended",
            )
