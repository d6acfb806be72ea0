"""Names and texts of PostgreSQL's objects as the server keeps them; planning and inspection agree through these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.database import RowEvent

if TYPE_CHECKING:
    from dms_pipeline.schema.model import TableName

_LIMIT = 63  # bytes: TRAITS.max_identifier_bytes


def clip(name: str) -> str:
    """A name as the server keeps it: cut at 63 bytes, between letters."""
    return name.encode()[:_LIMIT].decode(errors="ignore")


def folded(name: str) -> str:
    """A name that the reference writes without quotes: the server folds ASCII letters, and no others."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in name)


def qualified(name: TableName) -> str:
    """A table's quoted name behind its schema, `public` where none is given."""
    return TRAITS.style.table(name.schema or TRAITS.default_schema, name.name)


def function_name(table: TableName, trigger: str) -> str:
    """The quoted name of a trigger's function: it lives beside the table."""
    return TRAITS.style.table(table.schema or TRAITS.default_schema, clip(f"{trigger}_function"))


def trigger_text(name: str, event: RowEvent, table: TableName, function: str | None = None) -> str:
    """A plain trigger as a statement, in one spelling for what is desired and what is observed."""
    moment, each = ("BEFORE", "STATEMENT") if event is RowEvent.TRUNCATE else ("AFTER", "ROW")
    return (
        f"CREATE TRIGGER {TRAITS.style.name(name)} {moment} {event.upper()} ON {qualified(table)}"
        f" FOR EACH {each} EXECUTE FUNCTION {function or function_name(table, name)}()"
    )
