"""Triggers and tracking tables of a SQLite file, as digests of their own texts."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Fingerprint
from dms_pipeline.providers.sqlite.triggers import SEAL

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

_QUERY = (
    f"SELECT type, name, tbl_name, sql FROM sqlite_master WHERE (type = 'trigger' AND name <> '{SEAL}')"
    " OR (type = 'table' AND sql LIKE '%sync_row_is_tombstone%')"
)


def trigger_fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    """Every trigger but the seal, which records nothing, and every table that looks like a tracking table."""
    result = {}
    for kind, name, table, text in connection.rows(_QUERY):
        digest = sha256(" ".join(text.split()).encode()).hexdigest()
        if kind == "trigger":
            result["trigger", f"{table}.{name}"] = Fingerprint(base=table, digest=digest)
        else:
            result["tracking-table", name] = Fingerprint(base="", digest=digest)
    return result
