"""Names and texts of MariaDB's objects as the server keeps them; planning and inspection agree through these."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.schema.model import TableName

if TYPE_CHECKING:
    from dms_pipeline.schema.database import RowEvent

LIMIT = 64  # letters; a longer name is refused: mariadb.com/kb/en/identifier-names
STANDING_IN = "_stand_in_trigger"
LAST_LETTER = "\uffff"  # there too


def quoted(name: TableName) -> str:
    """A table's quoted name; its schema is dropped, as the reference drops it."""
    return TRAITS.style.name(name.name)


def trigger_text(name: str, event: RowEvent, table: TableName, body: str, moment: str = "AFTER") -> str:
    """A trigger as a statement, in one spelling for what is desired and what is observed."""
    head = f"CREATE TRIGGER {TRAITS.style.name(name)} {moment} {event.upper()} ON {quoted(table)} FOR EACH ROW"
    return f"{head} {body.strip()}"


def scope_table_name(scope_info_table: str) -> TableName:
    """A configured scope table's name; its schema is dropped."""
    return TableName("", scope_info_table.rpartition(".")[2])


def stand_in(name: str) -> str:
    """The name of a trigger that stands in for another while that is replaced."""
    return f"dms_{hashlib.sha256(name.encode()).hexdigest()[:16]}{STANDING_IN}"
