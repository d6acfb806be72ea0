"""The compatibility contract of the storage format (section 0), as a question to a database: which rules are broken?

A database that breaks none can be opened by a peer that is Dotmim.Sync 1.3. `broken_rules` reads, and changes nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import DmsError, UnstableParameters
from dms_pipeline.plan.keys import lookup, plain
from dms_pipeline.providers.base import Look
from dms_pipeline.schema.document import set_from_json, set_to_json, setup_from_json, setup_to_json
from dms_pipeline.schema.names import client_scope_table, normalise, normalise_full, tracking_table
from dms_pipeline.schema.parameters import parameter_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import SyncSetup, TableName

SCOPE_INFO = (
    *("sync_scope_name", "sync_scope_schema", "sync_scope_setup", "sync_scope_version"),
    *("sync_scope_last_clean_timestamp", "sync_scope_properties"),
)
SCOPE_INFO_CLIENT = (
    *("sync_scope_id", "sync_scope_name", "sync_scope_hash", "sync_scope_parameters"),
    *("scope_last_sync_timestamp", "scope_last_server_sync_timestamp", "scope_last_sync_duration", "scope_last_sync"),
    *("sync_scope_errors", "sync_scope_properties"),
)
SIDE = ("update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
ZERO = "00000000-0000-0000-0000-000000000000"
WITHOUT_PARAMETERS = "YRV8q709t1f3m4tvB/5mPNovhlRrBXozaSNIPsvmlC8="
VERSION = re.compile(r"\d+\.\d+\.\d+\.\d+")
# As many digits as a reading of this century has.
UNITS = {"sqlite": 10**16, "postgresql": 10**12, "mariadb": 10**13, "mysql": 10**13}
LIKE_MARIADB = frozenset({"mariadb", "mysql"})
GUID = re.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")


def broken_rules(
    connection: Connection, *, is_server: bool, other_kind: str, scope_info_table: str = "scope_info"
) -> list[str]:
    """Each rule that a database breaks, as its number and what breaks it.

    `other_kind` is the kind of database on the other side, whose clock is in the marks of the clients too.
    """
    state = connection.provider.inspect(connection, Look(scope_info_table=scope_info_table))
    contract = _Contract(connection, state, is_server, other_kind, scope_info_table)
    rules: tuple[Callable[[], Iterator[str]], ...] = (
        contract.scope_tables_have_their_columns_in_their_order,
        contract.versions_have_four_parts,
        contract.documents_are_as_the_reference_writes_them,
        contract.hashes_are_those_of_the_parameters,
        contract.ids_are_upper_case_text_in_sqlite,
        contract.objects_have_their_names,
        contract.timestamps_are_in_the_unit_of_the_database,
        contract.writers_are_nobody_a_client_or_the_server,
        contract.nothing_else_is_persistent,
        contract.timestamps_may_repeat,
    )
    return [f"{number}: {found}" for number, rule in enumerate(rules, start=1) for found in rule()]


@dataclass(frozen=True)
class _Contract:
    connection: Connection
    state: DatabaseState
    is_server: bool
    other_kind: str
    scope_info_table: str

    @property
    def kind(self) -> str:
        return self.connection.provider.name

    @cached_property
    def tracked(self) -> list[tuple[SyncSetup, TableName, Table | None]]:
        """Each synced table of each scope with its tracking table, None if there is none."""
        traits = self.connection.provider.traits
        return [
            (
                info.setup,
                entry.table,
                lookup(self.state.tracking_tables, tracking_table(info.setup, entry.table), traits),
            )
            for info in self.state.scopes.values()
            if info.setup is not None and info.schema is not None
            for entry in info.setup.tables or ()
        ]

    @cached_property
    def tracking_tables(self) -> list[Table]:
        return list({table.name: table for _, _, table in self.tracked if table is not None}.values())

    def quoted(self, table: Table) -> str:
        traits = self.connection.provider.traits
        name = plain(table.name, traits)
        return traits.style.table(name.schema or None, name.name)

    def text_of(self, column: str) -> str:
        """A writer's id as text, whatever type it is stored in."""
        return f"upper(CAST({column} AS {'char' if self.kind in LIKE_MARIADB else 'text'}))"

    def scope_tables_have_their_columns_in_their_order(self) -> Iterator[str]:
        names = {self.scope_info_table: SCOPE_INFO, client_scope_table(self.scope_info_table): SCOPE_INFO_CLIENT}
        stored = normalise if self.kind == "sqlite" else str
        for name, columns in names.items():
            table = self.state.scope_tables.get(stored(name))
            if table is None or tuple(column.name for column in table.columns) != columns:
                yield f"{name} has {None if table is None else [column.name for column in table.columns]}"

    def versions_have_four_parts(self) -> Iterator[str]:
        for name, info in self.state.scopes.items():
            if not VERSION.fullmatch(info.version or ""):
                yield f'scope {name} has version "{info.version}"'

    def documents_are_as_the_reference_writes_them(self) -> Iterator[str]:
        for name, info in self.state.scopes.items():
            for text, rewritten in ((info.setup_text, _setup_again), (info.schema_text, _schema_again)):
                if text is None:
                    continue
                try:
                    written = rewritten(text)
                except DmsError as error:
                    yield f"scope {name}: {error.message}"
                    continue
                if written != text:
                    yield f"scope {name}: {text} is not {written}"

    def hashes_are_those_of_the_parameters(self) -> Iterator[str]:
        for client in self.state.scope_clients:
            entries: list[dict[str, Any]] = json.loads(client.parameters) if client.parameters else []
            try:
                expected = parameter_hash({entry["pn"]: entry.get("v") for entry in entries})
            except UnstableParameters:
                continue
            if client.hash != (expected if entries else WITHOUT_PARAMETERS):
                yield f"client {client.id} has hash {client.hash} for {client.parameters}"

    def ids_are_upper_case_text_in_sqlite(self) -> Iterator[str]:
        if self.kind in LIKE_MARIADB:
            clients = self.state.scope_tables[client_scope_table(self.scope_info_table)]
            for table, column in (
                (clients, "sync_scope_id"),
                *((one, "update_scope_id") for one in self.tracking_tables),
            ):
                sql = f"SELECT {column} FROM {self.quoted(table)} WHERE BINARY {column} <> lower({column})"
                yield from (f"{table.name}.{column} holds {value}" for (value,) in self.connection.rows(sql))
        if self.kind != "sqlite":
            return
        clients = self.state.scope_tables[normalise(client_scope_table(self.scope_info_table))]
        for table, column in (
            (clients, "sync_scope_id"),
            *((table, "update_scope_id") for table in self.tracking_tables),
        ):
            for kind, value in self.connection.rows(
                f"SELECT DISTINCT typeof({column}), CAST({column} AS text) FROM {self.quoted(table)}"
                f" WHERE {column} IS NOT NULL"
            ):
                if kind != "text" or not GUID.fullmatch(value):
                    yield f"{table.name}.{column} holds {kind} {value}"

    def objects_have_their_names(self) -> Iterator[str]:
        there = {name.lower() if self.kind == "postgresql" else name for _, name in self.state.triggers}
        for setup, table, side in self.tracked:
            if side is None:
                yield f"{table} has no tracking table {tracking_table(setup, table)}"
                continue
            keys = [column.name for column in side.columns][: -len(SIDE)]
            if tuple(column.name for column in side.columns)[-len(SIDE) :] != SIDE or set(keys) != set(
                side.primary_key
            ):
                yield f"{side.name} has {[column.name for column in side.columns]}"
            for event in ("insert", "update", "delete"):
                if (name := self._trigger(setup, table, event)) not in there:
                    yield f"{table} has no trigger {name}"

    def _trigger(self, setup: SyncSetup, table: TableName, event: str) -> str:
        prefix, suffix = setup.trigger_prefix or "", setup.trigger_suffix or ""
        if self.kind == "sqlite":
            return f"{prefix}{normalise(table.name)}{suffix}__{event}_trigger"
        if self.kind in LIKE_MARIADB:
            return f"{prefix}{normalise(table.name)}{suffix}_{event}_trigger"
        longest = self.connection.provider.traits.max_identifier_bytes  # the server cuts what is longer
        name = f"{prefix}{normalise_full(table)}{suffix}_{event}_trigger".lower()
        return name.encode()[:longest].decode(errors="ignore")

    def timestamps_are_in_the_unit_of_the_database(self) -> Iterator[str]:
        for table in self.tracking_tables:
            sql = f'SELECT min("timestamp"), max("timestamp") FROM {self.quoted(table)}'
            yield from self._readings(str(table.name), self.kind, *(self.connection.row(sql) or ()))
        server, client = (self.kind, self.other_kind) if self.is_server else (self.other_kind, self.kind)
        for row in self.state.scope_clients:
            yield from self._readings(f"client {row.id}, its own mark", client, row.last_sync_timestamp)
            yield from self._readings(f"client {row.id}, its server's mark", server, row.last_server_sync_timestamp)
        for name, info in self.state.scopes.items():
            yield from self._readings(f"scope {name}, last cleanup", self.kind, info.last_cleanup_timestamp)

    def _readings(self, what: str, kind: str, *values: int | None) -> Iterator[str]:
        unit = UNITS[kind]
        for value in values:
            if value is not None and not unit <= value < unit * 10:
                yield f"{what}: {value} is no reading of {kind}'s clock"

    def writers_are_nobody_a_client_or_the_server(self) -> Iterator[str]:
        allowed = {client.id.upper() for client in self.state.scope_clients} if self.is_server else {ZERO}
        for table in self.tracking_tables:
            sql = f"SELECT DISTINCT {self.text_of('update_scope_id')} FROM {self.quoted(table)}"
            for (writer,) in self.connection.rows(f"{sql} WHERE update_scope_id IS NOT NULL"):
                if writer not in allowed:
                    yield f"{table.name} names {writer}"

    def nothing_else_is_persistent(self) -> Iterator[str]:
        """PostgreSQL has a function for each trigger; MariaDB two procedures per table and scope, where peers are."""
        if self.kind in LIKE_MARIADB:
            allowed = {
                one.name
                for scope in self.state.scopes.values()
                if scope.setup is not None and scope.schema is not None
                for document in scope.schema.tables or ()
                for one in self.connection.provider.target().procedures(scope.setup, scope.name, document)
            }
            yield from (f"there is a procedure {name}" for name in self.state.procedures if name not in allowed)
        if self.kind != "postgresql":
            return
        sql = (
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prorettype <> 'trigger'::regtype"
        )
        yield from (f"there is a function {name}" for (name,) in self.connection.rows(sql))

    def timestamps_may_repeat(self) -> Iterator[str]:
        for table in self.tracking_tables:
            if any("timestamp" in unique.columns for unique in table.uniques) or "timestamp" in table.primary_key:
                yield f"{table.name} wants distinct timestamps"


def _setup_again(text: str) -> str:
    return setup_to_json(setup_from_json(text))


def _schema_again(text: str) -> str:
    return set_to_json(set_from_json(text))
