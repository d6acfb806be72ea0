"""Triggers and tracking tables of a MariaDB database, as digests of what the catalogue says of them."""

from __future__ import annotations

from hashlib import md5
from itertools import groupby
from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Fingerprint
from dms_pipeline.providers.mariadb.actions import SUFFIX, recorded, recorded_by
from dms_pipeline.providers.mariadb.connect import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dms_pipeline.providers.connection import Connection

_TRIGGERS = """
SELECT trigger_name, event_object_table, action_timing, event_manipulation, action_statement
FROM information_schema.triggers WHERE event_object_schema = DATABASE()
"""
_COLUMNS = """
SELECT table_name, column_name, column_type FROM information_schema.columns
WHERE table_schema = DATABASE() AND table_name IN ({marks}) ORDER BY table_name, ordinal_position
"""
_PARENTS = """
SELECT DISTINCT referenced_table_name FROM information_schema.referential_constraints
WHERE constraint_schema = DATABASE() AND unique_constraint_schema = DATABASE()
AND (delete_rule IN ('CASCADE', 'SET NULL') OR update_rule IN ('CASCADE', 'SET NULL'))
"""
_MARKED = """
SELECT table_name FROM information_schema.columns
WHERE table_schema = DATABASE() AND column_name = 'sync_row_is_tombstone'
"""


def trigger_fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    """Every trigger, and every table that looks like a tracking table."""
    triggers = connection.rows(_TRIGGERS)
    index = recorded_by({table for _, table, *_ in triggers})
    found = {
        ("trigger", f"{table}.{name}"): Fingerprint(
            base=recorded(index, table, name) or table,
            digest=_digest((*said, shown(connection.endpoint, name, body))),
        )
        for name, table, *said, body in triggers
    }
    marked = tuple(name for (name,) in connection.rows(_MARKED))
    if marked:
        marks = connection.provider.traits.style.marks(len(marked))
        columns = connection.rows(_COLUMNS.replace("{marks}", marks), marked)
        for table, rows in groupby(columns, key=lambda row: str(row[0])):
            declared = (f"{column} {native}" for _, column, native in rows)
            found["tracking-table", table] = Fingerprint(base="", digest=_digest(declared))
    return found


def is_outlived(connection: Connection, name: str) -> bool:
    """A trigger that recorded what keys do, on a table to which no key that acts leads any longer: it may be gone."""
    parents = connection.rows(_PARENTS) if name.endswith(SUFFIX) else ()
    return name.endswith(SUFFIX) and not any(name.startswith(f"{parent}.") for (parent,) in parents)


def _digest(parts: Iterable[str]) -> str:
    return md5("|".join(parts).encode(), usedforsecurity=False).hexdigest()
