"""The structure of our own tables, prefix `dms_`, beside the reference's scope tables.

Each has a primary key, types that the reference's inspection accepts on every database, no column name that it
reserves, and no name that ends in `_tracking` (design decision 2; probed against the reference). Times are ISO 8601
UTC texts: what a person reads with any SQL tool is what is stored. Only tables that a feature needs are created, each
by a plan step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnColumn:
    """A column of an own table: text, int64 (`bigint`; on SQLite `integer`), binary (there any value as it is)."""

    name: str
    kind: Kind = Kind.TEXT
    nullable: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTable:
    """One of our tables: what for, and its columns; the key's columns come first.

    `for_triggers`: it is there only where a trigger of ours names it; `for_serial_writers`: only where one transaction
    writes at a time.
    """

    name: str
    purpose: str
    columns: tuple[OwnColumn, ...]
    key: tuple[str, ...]
    on_clients: bool = True
    for_triggers: bool = False
    for_serial_writers: bool = False


def _int(name: str, *, nullable: bool = False) -> OwnColumn:
    return OwnColumn(name=name, kind=Kind.INT64, nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> OwnColumn:
    return OwnColumn(name=name, nullable=nullable)


LOCK = OwnTable(
    name="dms_lock",
    purpose="who applies at this moment, and since when",
    columns=(_text("lock_name"), _text("owner"), _text("host"), _int("pid"), _int("run_id"), _text("started_at")),
    key=("lock_name",),
)
RUNS = OwnTable(
    name="dms_runs",
    purpose="the history of applies and syncs",
    columns=(
        _int("run_id"),
        _text("kind"),
        _text("plan_id", nullable=True),
        _text("owner"),
        _text("started_at"),
        _text("ended_at", nullable=True),
        _text("outcome", nullable=True),
        _text("detail", nullable=True),
    ),
    key=("run_id",),
)
OWNER = OwnTable(
    name="dms_owner",
    purpose="which pipeline owns a scope here, in which role, at which revision, and which values it still lacks",
    columns=(
        _text("scope_name"),
        _text("pipeline"),
        _text("role"),
        _int("revision"),
        _text("to_load", nullable=True),
        _text("applied_at"),
    ),
    key=("scope_name",),
)
OBJECTS = OwnTable(
    name="dms_objects",
    purpose="fingerprints of the triggers and tracking tables that we created, to notice what was changed by hand",
    columns=(_text("object_kind"), _text("object_name"), _text("base_table"), _text("fingerprint")),
    key=("object_kind", "object_name"),
)
CLIENTS = OwnTable(
    name="dms_clients",
    purpose="the registry of clients: which connection, last seen when, with which version",
    columns=(
        _text("client_id"),
        _text("scope_name"),
        _text("parameter_hash"),
        _text("connection", nullable=True),
        _text("version"),
        _text("last_seen"),
    ),
    key=("client_id", "scope_name", "parameter_hash"),
    on_clients=False,
)
MARKS = OwnTable(
    name="dms_marks",
    purpose="what each mark of a client means: the state of this database that the client was given under it",
    columns=(
        _text("client_id"),
        _text("scope_name"),
        _text("parameter_hash"),
        _int("mark"),
        _text("state", nullable=True),  # none: somebody else issued the mark, and it was presented here
        _text("issued_at", nullable=True),  # none: not given to the client, or its session has not ended
        _text("presented_at", nullable=True),  # with a state that was not given: where a new client has sent rows first
    ),
    key=("client_id", "scope_name", "parameter_hash", "mark"),
)
ERRORS = OwnTable(
    name="dms_errors",
    purpose="rows that could not be applied here; each is tried again at the next sync",
    columns=(
        _int("error_id"),
        _text("scope_name"),
        _text("client_id"),
        _text("table_name"),
        _text("row_key"),
        _text("change_kind"),
        _text("row_values"),
        _text("reason"),
        _int("attempts"),
        _text("first_at"),
        _text("last_at"),
        _int("kept_since"),  # a mark (`dms_marks`): what was changed here after it is newer than the row
    ),
    key=("error_id",),
)
JOURNAL = OwnTable(
    name="dms_journal",
    purpose="the losers of conflicts that were decided here",
    columns=(
        _int("conflict_id"),
        _text("scope_name"),
        _text("client_id"),
        _text("table_name"),
        _text("row_key"),
        _text("rule"),
        _text("kept"),
        _text("server_change"),
        _text("client_change"),
        _text("server_row", nullable=True),
        _text("client_row", nullable=True),
        _text("decided_at"),
    ),
    key=("conflict_id",),
)

CLOCK = OwnTable(
    name="dms_clock",
    purpose="the greatest mark that was given out, below which no trigger stamps a change",
    columns=(_int("id"), _int("mark")),
    key=("id",),
    for_serial_writers=True,
)
TOUCHED = OwnTable(
    name="dms_touched",
    purpose="while a row is written, the keys of those that hold its unique values: OR REPLACE removes them",
    columns=(
        _text("table_name"),
        _int("note"),  # which unique constraint
        _int("place"),  # which column of the key
        OwnColumn(name="key_value", kind=Kind.BINARY, nullable=True),
    ),
    key=("table_name", "note", "place"),
    for_triggers=True,
)

# Order of creation: the lock and the history come first, because an apply writes into them (design decision 32).
OWN_TABLES = (LOCK, RUNS, OWNER, OBJECTS, CLIENTS, MARKS, ERRORS, JOURNAL, CLOCK, TOUCHED)


def marking(traits: Traits) -> tuple[str, ...]:
    """The names of the tables without which changes of those who write during a sync would be missed."""
    return (MARKS.name, CLOCK.name) if traits.serial_writers else (MARKS.name,)
