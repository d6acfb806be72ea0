"""The JSON Schemas of what the commands print with `--json`: one document each, and `error` where a command fails.

The plan's own is `plan.document`'s, the pipeline file's `pipeline.schema`'s. `python -m dms_pipeline.cli.documents
schemas` writes these into a folder. Minor versions add members and values; what is unknown is null, never 0.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.result import Again, Anew, Unseen

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
MAYBE_COUNT: Schema = {"type": ["integer", "null"], "minimum": 0}
SECONDS: Schema = {"type": ["number", "null"], "minimum": 0}
FLAG: Schema = {"type": "boolean"}
VALUES: Schema = {"type": "object", "description": "Values by column."}
MAYBE_VALUES: Schema = {"type": ["object", "null"], "description": "Values by column; null for a deleted row."}


def _object(members: Mapping[str, Schema], *, nullable: bool = False) -> Schema:
    kind: Any = ["object", "null"] if nullable else "object"
    return {"type": kind, "properties": dict(members), "required": list(members)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _enum(*values: str) -> Schema:
    return {"enum": list(values)}


LOCATION = _object({"file": MAYBE_TEXT, "path": TEXT, "line": MAYBE_COUNT, "column": MAYBE_COUNT}, nullable=True)
ERROR_MEMBERS = {"code": TEXT, "message": TEXT, "hint": MAYBE_TEXT, "location": LOCATION}
ERRORS = _list(_object(ERROR_MEMBERS))
MOVED = _object({"rows": COUNT, "deletes": COUNT})
TABLE = _object({"table": TEXT, "to_server": MOVED, "to_client": MOVED, "conflicts": COUNT, "failed": COUNT})
SHORT_FAILED = _object({"id": TEXT, "connection": TEXT, "table": TEXT, "key": VALUES, "reason": TEXT})
AGAIN = "Why the {} sent more than what others had changed since the last sync."
UNSEEN = "What the {} recorded as changed before all else, because its triggers may not have seen it."
RECOVERED = _object({"table": TEXT, "reason": _enum(*map(str, Unseen)), "rows": COUNT, "deletes": COUNT})
CLOCK = {
    **_object({"clock": TEXT, "stamp": TEXT}, nullable=True),
    "description": "What the clock says, and the latest stamp, where the clock is behind it; else null.",
}
SYNC = _object(
    {
        "scope": TEXT,
        "client": TEXT,
        "sync_type": {"enum": ["first", *map(str, SyncType), None]},
        "anew": {"enum": [*map(str, Anew), None], "description": "Why the client's marks were worth nothing."},
        "server_again": {"enum": [*map(str, Again), None], "description": AGAIN.format("server")},
        "client_again": {"enum": [*map(str, Again), None], "description": AGAIN.format("client")},
        "server_recovered": {**_list(RECOVERED), "description": UNSEEN.format("server")},
        "client_recovered": {**_list(RECOVERED), "description": UNSEEN.format("client")},
        "server_clock": CLOCK,
        "client_clock": CLOCK,
        "outcome": _enum("done", "failed"),
        "duration_s": SECONDS,
        "conflicts": {**_list(TEXT), "description": "The ids of `conflicts show`."},
        "failed": MAYBE_COUNT,
        "failed_rows": _list(SHORT_FAILED),
        "error": _object(ERROR_MEMBERS, nullable=True),
        "tables": {**_list(TABLE), "description": "Those in which anything happened."},
    }
)
SYNC_MEMBERS = {
    "run": MAYBE_TEXT,
    "started_at": TEXT,
    "duration_s": SECONDS,
    "exit_code": {"enum": [0, 1, 3]},
    "syncs": _list(SYNC),
    "pending": {**_list(TEXT), "description": "Scopes for which the file asks for something that is not applied."},
    "errors": ERRORS,
}
CLIENT = _object(
    {
        "scope": TEXT,
        "client": TEXT,
        "revision": MAYBE_COUNT,
        "last_sync_at": MAYBE_TEXT,
        "to_send": MAYBE_COUNT,
        "to_get": MAYBE_COUNT,
        "conflicts": MAYBE_COUNT,
        "failed": MAYBE_COUNT,
        "over": _enum("direct"),
        "state": _enum(
            "ok",
            "failed rows",
            "never synced",
            "drift",
            "not ours",
            "begins anew",
            "outdated",
            "plan due",
            "not set up",
            "unreachable",
            "failed",
        ),
    }
)
CHANGE = _enum("update", "delete")
CONFLICT = _object(
    {
        "id": TEXT,
        "scope": TEXT,
        "client": TEXT,
        "table": TEXT,
        "key": VALUES,
        "client_change": CHANGE,
        "server_change": CHANGE,
        "rule": TEXT,
        "kept": _enum("server", "client", "merged"),
        "server_row": MAYBE_VALUES,
        "client_row": MAYBE_VALUES,
        "decided_at": TEXT,
    }
)
FAILED_ROW = _object(
    {
        "id": TEXT,
        "scope": TEXT,
        "client": TEXT,
        "connection": TEXT,
        "table": TEXT,
        "key": VALUES,
        "change": _enum("upsert", "delete"),
        "values": VALUES,
        "reason": TEXT,
        "attempts": COUNT,
        "first_at": TEXT,
        "last_at": TEXT,
    }
)
DOCUMENTS: dict[str, tuple[str, dict[str, Schema]]] = {
    "apply": (
        "What apply and destroy did",
        {
            "applied": _object(
                {"plan_id": TEXT, "steps": COUNT, "runs": {"type": "object", "additionalProperties": TEXT}}
            ),
            **SYNC_MEMBERS,
        },
    ),
    "sync": ("What sync did", SYNC_MEMBERS),
    "status": (
        "Where each client stands",
        {
            "pipeline": TEXT,
            "drift": _list(_object({"scope": TEXT, "client": TEXT})),
            "clients": _list(CLIENT),
            "errors": ERRORS,
        },
    ),
    "conflicts": ("The conflicts whose losing rows are kept", {"conflicts": _list(CONFLICT), "errors": ERRORS}),
    "conflict": ("One conflict", {"conflict": CONFLICT, "errors": ERRORS}),
    "failed-rows": ("The rows that could not be applied", {"failed_rows": _list(FAILED_ROW), "errors": ERRORS}),
    "failed-row": (
        "One row that could not be applied; errors drop has given it up",
        {"failed_row": FAILED_ROW, "dropped": FLAG, "errors": ERRORS},
    ),
    "validate": ("What is wrong with files", {"files": _list(TEXT), "valid": _list(TEXT), "errors": ERRORS}),
    "error": ("Why a command did nothing", {"errors": ERRORS}),
}


def schema(kind: str) -> Schema:
    """The JSON Schema of one kind of document."""
    title, members = DOCUMENTS[kind]
    head = {"format_version": {"type": "string", "pattern": r"^1\.\d+$"}, "kind": {"const": kind}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": "Minor versions add members and values: ignore what you do not know.",
        **_object({**head, **members}),
    }


def schema_text(kind: str) -> str:
    """The published file."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in DOCUMENTS:
        Path(sys.argv[1], f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")
