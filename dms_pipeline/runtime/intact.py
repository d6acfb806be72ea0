"""Whether what an apply created is still there and unchanged: asked before each session, by a few small reads.

A sync runs on the stored shape while that is intact. Where a trigger or tracking table is missing, disabled or changed,
changes go unrecorded, and a sync would pass over them: it is refused, and the plan says what to do (design 4, 15).
What was written in a time that is over is another matter: the session itself repairs it (`providers.recording`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import DatabaseError, NotProvisioned
from dms_pipeline.plan.keys import fold
from dms_pipeline.runtime.fingerprints import drifted
from dms_pipeline.schema.own import marking
from dms_pipeline.sync.changes import synced_groups

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import ScopeInfo


def check_intact(connection: Connection, scope: ScopeInfo) -> None:
    """Refuse to go on where changes of the scope's tables may go unrecorded.

    Raises:
        NotProvisioned: with each object that is not as it was made.
    """
    try:
        wrong = drifted(connection)
    except DatabaseError as error:
        if type(error) is not DatabaseError:
            raise
        raise NotProvisioned(
            connection.endpoint,
            f'scope "{scope.name}" is here, but our own tables are not: Dotmim.Sync set it up, or they were dropped;'
            " nothing was synced",
            hint="dms-pipeline plan shows what is missing, apply makes it",
        ) from error
    for name in marking(connection.provider.traits):
        if not connection.provider.changes().has_table(connection, name):
            raise NotProvisioned(
                connection.endpoint,
                f"{name} is not here: without it, changes that are committed while a sync runs would be missed;"
                " nothing was synced",
                hint="dms-pipeline apply makes it",
            )
    if wrong:
        raise NotProvisioned(
            connection.endpoint,
            f'scope "{scope.name}" is not as it was set up: {", ".join(wrong)} {"is" if len(wrong) == 1 else "are"}'
            " missing, disabled or changed, so that changes may go unrecorded; nothing was synced",
            hint="dms-pipeline plan shows what is wrong, apply mends it",
        )


def check_columns(connection: Connection, scope: ScopeInfo) -> tuple[str, ...]:
    """Refuse to go on where a column is gone that the scope syncs; the columns that its tables have gained, sorted.

    One question for all tables. A table of which the setup lists the columns gains none.

    Raises:
        NotProvisioned: with each column that is gone.
    """
    tables = tuple(table for group in synced_groups(scope) for table in group)
    if not tables:
        return ()
    traits = connection.provider.traits
    there = connection.provider.changes().columns(connection, tables)
    gone: list[str] = []
    gained: list[str] = []
    for table in tables:
        here = {fold(name, traits) for name in there[table.name]}
        gone += [f"{table.name}.{name}" for name in table.names if fold(name, traits) not in here]
        entry = None if scope.setup is None else scope.setup.table(table.name)
        document = None if scope.schema is None else scope.schema.table(table.name)
        if document is not None and (entry is None or not entry.columns):
            known = {fold(column.name, traits) for column in document.columns or ()}
            gained += [f"{table.name}.{name}" for name in there[table.name] if fold(name, traits) not in known]
    if gone:
        raise NotProvisioned(
            connection.endpoint,
            f'scope "{scope.name}" syncs {", ".join(gone)}, which {"is" if len(gone) == 1 else "are"} no longer there;'
            " nothing was synced",
            hint="dms-pipeline plan shows what an apply would make of it",
        )
    return tuple(sorted(gained))
