"""Whether what an apply created is still there and unchanged: asked before each session, by two small reads.

A sync runs on the stored shape while that is intact. Where a trigger or tracking table is missing, disabled or changed,
changes go unrecorded, and a sync would pass over them: it is refused, and the plan says what to do (design 4, 15).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import DatabaseError, NotProvisioned
from dms_pipeline.runtime.fingerprints import drifted

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
    if wrong:
        raise NotProvisioned(
            connection.endpoint,
            f'scope "{scope.name}" is not as it was set up: {", ".join(wrong)} {"is" if len(wrong) == 1 else "are"}'
            " missing, disabled or changed, so that changes may go unrecorded; nothing was synced",
            hint="dms-pipeline plan shows what is wrong, apply mends it",
        )
