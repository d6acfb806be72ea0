"""The facts of real databases, in the words of `expected`.

Timestamps and marks mean nothing by themselves: a fact names the step in which a value was last seen to change.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.recordings.expected import NO_TABLE, key_text, lost_text, marks_text, row_text, tracking_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.providers.connection import Connection
    from tests.recordings.expected import Facts
    from tests.recordings.recorded import Case

ZERO = "00000000-0000-0000-0000-000000000000"
TEXT = {"mariadb": "char", "postgresql": "text", "sqlite": "text"}
# Tables and columns, asked after every step: on PostgreSQL the view of information_schema costs ten times as much.
COLUMNS = {
    "mariadb": (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
        " ORDER BY table_name, ordinal_position"
    ),
    "postgresql": (
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relkind = 'r' AND c.relnamespace = to_regnamespace('public')"
        " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum"
    ),
    "sqlite": "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
}


class Observation:
    """Looks at the sides of one case after each step, and remembers when a number changed."""

    def __init__(self, case: Case, sides: Mapping[str, Connection]) -> None:
        self.case = case
        self.sides = sides
        self._changed: dict[tuple[str, ...], tuple[Any, int]] = {}
        self._names: dict[str, str] = {ZERO: "zero"}
        self._journal: dict[str, int] = {}

    def after(self, number: int) -> Facts:
        """The state of every side after a step."""
        facts: Facts = {}
        found = {side: _tables(connection) for side, connection in self.sides.items()}
        own, present = self._name_clients(found)
        for side, connection in self.sides.items():
            tables = found[side]
            marks = self._clients(side, connection, tables, number, facts)
            if side == "server":
                marks = {name: mark for name, mark in marks.items() if name.split("/")[0] in present} | own
            for table in self.case.tables:
                self._rows(side, connection, tables, table, facts)
                tracked = marks if f"{table}_tracking" in tables else None
                self._tracking(side, connection, table, number, tracked, facts)
            _scopes(side, connection, tables, facts)
            self._kept(side, connection, tables, facts)
        return facts

    def lost(self) -> Facts:
        """What was added to the journals since this was last asked."""
        facts: Facts = {}
        for side, connection in self.sides.items():
            if "dms_journal" not in _tables(connection):
                continue
            sql = (
                "SELECT conflict_id, table_name, row_key, server_row, client_row FROM dms_journal ORDER BY conflict_id"
            )
            for number, table, key, *rows in connection.rows(sql):
                if number > self._journal.get(side, 0):
                    path = f"{side} journal {table} {key_text([str(value) for value in json.loads(key).values()])}"
                    facts[path] = lost_text(*map(_as_texts, rows))
                    self._journal[side] = number
        return facts

    def _when(self, value: Any, number: int, *path: str) -> int:
        if self._changed.get(path, (None, 0))[0] != value:
            self._changed[path] = (value, number)
        return self._changed[path][1]

    def _name_clients(self, found: Mapping[str, Mapping[str, tuple[str, ...]]]) -> tuple[dict[str, int], set[str]]:
        """Learn who is who; the server's marks that the clients hold themselves, which bound what is new to each.

        The server has noted a later one where a session died. A client that was dropped is none, whatever the server
        remembers.
        """
        own: dict[str, int] = {}
        present: set[str] = set()
        for side in self.case.clients:
            if "scope_info_client" in found[side]:
                connection = self.sides[side]
                for identity, scope, mark in connection.rows(
                    f"SELECT lower({as_text(connection, 'sync_scope_id')}), sync_scope_name,"
                    " scope_last_server_sync_timestamp FROM scope_info_client"
                ):
                    name = self._names.setdefault(identity, side)
                    present.add(name)
                    if mark is not None:
                        own[name + ("" if scope == self.case.scope else f"/{scope}")] = mark
        return own, present

    def _clients(
        self, side: str, connection: Connection, tables: Mapping[str, tuple[str, ...]], number: int, facts: Facts
    ) -> dict[str, int]:
        """The rows of the clients as facts; the mark that bounds what is new to each, on this side."""
        if "scope_info_client" not in tables:
            return {}
        sql = (
            f"SELECT lower({as_text(connection, 'sync_scope_id')}), sync_scope_name, scope_last_sync_timestamp,"
            " scope_last_server_sync_timestamp, scope_last_sync IS NULL FROM scope_info_client"
        )
        bounds: dict[str, int] = {}
        for identity, scope, client_mark, server_mark, is_new in connection.rows(sql):
            name = self._names.get(identity, str(identity)) + ("" if scope == self.case.scope else f"/{scope}")
            when = [
                None if mark is None else self._when(mark, number, side, name, kind)
                for kind, mark in (("client", client_mark), ("server", server_mark))
            ]
            facts[f"{side} client {name}"] = "new" if is_new else marks_text(*when)
            bound = server_mark if side == "server" else client_mark
            if bound is not None:
                bounds[name] = bound
        return bounds

    def _rows(
        self, side: str, connection: Connection, tables: Mapping[str, tuple[str, ...]], table: str, facts: Facts
    ) -> None:
        if table not in tables:
            facts[f"{side} table {table}"] = NO_TABLE
            return
        columns = [name for name in self.case.columns[table] if name in tables[table]]
        places = [columns.index(name) for name in self.case.tables[table]]
        texts = ", ".join(as_text(connection, name) for name in columns)
        for row in connection.rows(f"SELECT {texts} FROM {connection.provider.traits.style.name(table)}"):
            facts[f"{side} row {table} {key_text([row[place] for place in places])}"] = row_text(row)

    def _tracking(  # noqa: PLR0917 - each argument is a fact of its own
        self, side: str, connection: Connection, table: str, number: int, marks: Mapping[str, int] | None, facts: Facts
    ) -> None:
        if marks is None:
            facts[f"{side} tracking {table}"] = NO_TABLE
            return
        style = connection.provider.traits.style
        key = ", ".join(as_text(connection, name) for name in self.case.tables[table])
        sql = (
            f"SELECT lower({as_text(connection, 'update_scope_id')}), {style.name('timestamp')}, sync_row_is_tombstone,"
            f" {key} FROM {style.name(f'{table}_tracking')}"
        )
        for by, timestamp, dead, *values in connection.rows(sql):
            path = f"{table} {key_text(values)}"
            at = self._when(timestamp, number, side, "tracking", path)
            writer = None if by is None else self._names.get(by, by)
            facts[f"{side} tracking {path}"] = tracking_text(writer, at, dead=bool(dead))
            newer = sorted(name for name, mark in marks.items() if mark < timestamp)
            if newer:
                facts[f"{side} newer {path}"] = ", ".join(newer)

    def _kept(self, side: str, connection: Connection, tables: Mapping[str, tuple[str, ...]], facts: Facts) -> None:
        if "dms_errors" in tables:
            for table, key, kind in connection.rows("SELECT table_name, row_key, change_kind FROM dms_errors"):
                facts[f"{side} kept {table} {key_text([str(value) for value in json.loads(key).values()])}"] = kind


def _as_texts(row: str | None) -> dict[str, str | None] | None:
    if row is None:
        return None
    return {name: None if value is None else str(value) for name, value in json.loads(row).items()}


def _scopes(side: str, connection: Connection, tables: Mapping[str, tuple[str, ...]], facts: Facts) -> None:
    if "scope_info" in tables:
        sql = "SELECT sync_scope_name, sync_scope_setup, sync_scope_schema, sync_scope_version FROM scope_info"
        for scope, setup, schema, version in connection.rows(sql):
            parts = [name for name, value in (("setup", setup), ("schema", schema)) if value]
            facts[f"{side} scope {scope}"] = ", ".join([*parts, version or "no version"])


def _tables(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The tables of a database with their columns."""
    found: dict[str, tuple[str, ...]] = {}
    for table, column in connection.rows(COLUMNS[connection.provider.name]):
        found[table] = (*found.get(table, ()), column)
    return found


def as_text(connection: Connection, column: str) -> str:
    """A column, read as the recordings read it."""
    return f"cast({connection.provider.traits.style.name(column)} AS {TEXT[connection.provider.name]})"
