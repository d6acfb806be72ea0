"""Rows of a client that nothing is recorded of: written while triggers were missing or off, or cleaned up since.

No session sends them, until they are recorded as changes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import NotProvisioned
from dms_pipeline.runtime.scope_tables import writing
from dms_pipeline.sync.changes import synced_groups

if TYPE_CHECKING:
    from dms_pipeline.runtime.side import Side


def update_untracked_rows(side: Side, scope_name: str) -> int:
    """Record them, of all tables of a scope that are uploaded; how many there were.

    Raises:
        NotProvisioned: the scope is not set up here.
    """
    scope = side.changes.read_scope(side.connection, side.scope_table, scope_name)
    if scope is None or scope.setup is None or scope.schema is None:
        raise NotProvisioned(side.name, f'scope "{scope_name}" is not set up here', hint="the first sync sets it up")
    tables = [table for group in synced_groups(scope) for table in group if table.direction.uploads]
    with writing(side):
        return sum(side.changes.claim_untracked(side.connection, table) for table in tables)
