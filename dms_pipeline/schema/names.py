"""What our objects are called, as far as all databases agree (spec: storage format, sections 4.1 and 8).

Trigger, function and index names have a pattern per database and live with the provider.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dms_pipeline.schema.model import TableName

if TYPE_CHECKING:
    from dms_pipeline.schema.model import SyncSetup

_REPLACED = frozenset("-./\\:;,|*?!\"'()[]{}&%#$@=+<>")

DEFAULT_SCOPE = "DefaultScope"
SCOPE_INFO_TABLE = "scope_info"
# Columns that the reference adds to rows on their way, those that we do (`providers.staged`), and those of a tracking
# table beside the key.
RESERVED_COLUMNS = frozenset(
    {
        *("sync_scope_id", "sync_scope_name", "sync_min_timestamp", "sync_row_count", "sync_force_write"),
        *("sync_update_scope_id", "sync_timestamp", "sync_row_is_tombstone", "dms_n", "dms_locked"),
    }
)
RESERVED_KEY_COLUMNS = frozenset(
    {"update_scope_id", "timestamp", "timestamp_bigint", "sync_row_is_tombstone", "last_change_datetime"}
)
MAX_SCOPE_NAME = 100  # width of sync_scope_name in PostgreSQL, MySQL and SQL Server


def normalise(name: str) -> str:
    """The reference's N(x): accents dropped, white space and punctuation replaced by `_`."""
    letters = (letter for letter in unicodedata.normalize("NFD", name) if unicodedata.category(letter) != "Mn")
    return "".join("_" if letter.isspace() or letter in _REPLACED else letter for letter in letters)


def normalise_full(table: TableName) -> str:
    """The reference's NF(x): the normalised name behind its normalised schema, where one is given."""
    return f"{normalise(table.schema)}_{normalise(table.name)}" if table.schema else normalise(table.name)


def tracking_table(setup: SyncSetup, table: TableName) -> TableName:
    """The side table that records the changes of a table; the same for all scopes of a database."""
    prefix, suffix = setup.tracking_prefix or "", setup.tracking_suffix or ""
    if not prefix and not suffix:
        suffix = "_tracking"
    return TableName(table.schema, f"{prefix}{table.name}{suffix}")


def client_scope_table(scope_info_table: str) -> str:
    """The companion of the scope table, with one row per client."""
    return f"{scope_info_table}_client"
