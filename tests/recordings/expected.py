"""What a recording saw, as facts.

State is carried forward, as the recordings say. One thing is put back: on its clients the reference removes tracking
rows after each sync; we do so only when asked. So a tracking row that vanished between two looks at a client is
expected to be there still, as it was. Nothing else removes tracking rows in the cases that are replayed, unless it
drops their table.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tests.recordings.recorded import Case, Step

Facts = dict[str, str]

NO_TABLE = "no table"
DELETE_STATES = (32, 128)
STATE_KEYS = ("rows", "tracking", "scope_info", "scope_info_client")


def key_text(key: Sequence[str | None]) -> str:
    """The key of a row, as a part of a path."""
    return ",".join("NULL" if value is None else value for value in key)


def row_text(values: Sequence[str | None]) -> str:
    """A row, as a fact."""
    return json.dumps(list(values), ensure_ascii=False)


def tracking_text(by: str | None, at: int, *, dead: bool) -> str:
    """A tracking row, as a fact: who wrote the row, in which step."""
    return f"by {by or 'an application'}{', dead' if dead else ''}, at {at}"


def lost_text(server_row: Mapping[str, str | None] | None, client_row: Mapping[str, str | None] | None) -> str:
    """Both rows of a conflict, as a fact; None for a deleted one."""
    return json.dumps({"server": server_row, "client": client_row}, ensure_ascii=False)


def _values(row: Mapping[str, Any] | None) -> dict[str, str | None] | None:
    if row is None or row["state"] == "Deleted":
        return None
    return {name: value for name, value in row.items() if name != "state"}


def marks_text(client_mark: int | None, server_mark: int | None) -> str:
    """The marks of a client, as a fact: the steps that set them."""
    if client_mark is None and server_mark is None:
        return "new"
    return f"client mark {client_mark or 'none'}, server mark {server_mark or 'none'}"


def counted(**counts: int) -> str | None:
    """Counts that are not zero, None if all are."""
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count) or None


def untracked_facts(side: str, rows: int) -> Facts:
    """The rows of a side that nothing was recorded of until now."""
    return {f"{side} untracked": str(rows)} if rows else {}


def cleaned_facts(side: str, rows: Mapping[str, int]) -> Facts:
    """The tracking rows that a clean-up has removed, by table."""
    return {f"{side} cleaned {table}": str(count) for table, count in rows.items()}


def only_numbers(facts: Facts) -> Facts:
    """The facts of a state, rows and tracking rows counted: large cases are recorded in this way."""
    counts: Counter[str] = Counter()
    rest: Facts = {}
    for path, text in facts.items():
        side, what, table, key = (*path.split(" ", 3), "", "", "")[:4]
        if key and what in {"row", "tracking"}:
            counts[f"{side} {'rows' if what == 'row' else 'tracked'} {table}"] += 1
        elif what != "newer":
            rest[path] = text
    return rest | {path: str(number) for path, number in counts.items()}


class Expectation:
    """The facts of one case, step by step."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._state: dict[str, dict[str, Any]] = {side: {} for side in case.kinds}
        self._tracking: dict[str, dict[str, str]] = {side: {} for side in case.kinds}
        self._seen: dict[str, dict[str, str]] = {side: {} for side in case.kinds}
        self.cleaned = False  # the reference cleaned up in the last step

    def after(self, step: Step) -> Facts:
        """The facts after a step: its result, and the state of every side."""
        saw = step.saw or {}
        self.cleaned = False
        for side in self.case.kinds:
            for key in STATE_KEYS:
                if key in saw.get(side, {}):
                    self._state[side][key] = saw[side][key]
                    if key == "tracking":
                        self._take_tracking(side, saw[side][key], asked=step.do.get("cleanup") == side)
        facts = result_facts(saw)
        if "untracked" in step.do:
            facts |= untracked_facts(step.do["untracked"], saw.get("untracked", 0))
        if "cleanup" in step.do and "limit" not in step.do:
            removed = {entry["table"]: entry["rows"] for entry in saw.get("cleaned", {}).get("tables", ())}
            facts |= cleaned_facts(step.do["cleanup"], removed)
        if step.do.get("watch"):
            facts |= self._lost(saw)
        for side, state in self._state.items():
            facts |= self._state_facts(side, state)
        return facts

    def _lost(self, saw: Mapping[str, Any]) -> Facts:
        """The conflicts that were shown to a handler on the server, as our journal keeps them.

        Both sides deleted, or a delete of what is not there: nothing is lost, and nothing journalled. The client sees
        the conflict that the server has decided once more; we decide it once.
        """
        facts: Facts = {}
        for event in saw.get("events") or ():
            if event["event"] != "ApplyChangesConflictOccured" or event["side"] != "server":
                continue
            remote, local = (_values(event.get(name)) for name in ("remote", "local"))
            if remote is not None or local is not None:
                (table,) = self.case.tables  # such a case has one, and the event does not name it
                key = [str(event["remote"][name]) for name in self.case.tables[table]]
                facts[f"server journal {table} {key_text(key)}"] = lost_text(local, remote)
        return facts

    def _take_tracking(self, side: str, tracking: Mapping[str, Any], *, asked: bool) -> None:
        now: dict[str, str] = {}
        for table, rows in tracking.items():
            if rows == "absent":
                now[f"{side} tracking {table}"] = NO_TABLE
                continue
            if "count" in rows:
                now[f"{side} tracked {table}"] = str(self._not_fewer(side, table, rows["count"]))
                continue
            for row in rows:
                key = f"{table} {key_text(row['pk'])}"
                by, dead = row.get("by"), bool(row.get("dead"))
                now[f"{side} tracking {key}"] = tracking_text(by, row["at"], dead=dead)
                if row.get("after"):
                    now[f"{side} newer {key}"] = ", ".join(row["after"])
        gone = {path for path, text in self._seen[side].items() if path not in now and text != NO_TABLE}
        self._seen[side] = now
        if side != "server" and not asked:
            self.cleaned = self.cleaned or any(" tracking " in path for path in gone)
            dropped = {path for path, text in now.items() if text == NO_TABLE}
            now = {**self._kept_tracking(side, dropped), **now}
        self._tracking[side] = now

    def _kept_tracking(self, side: str, dropped: Collection[str]) -> Facts:
        """The tracking rows known before, but for those of tables that are gone."""
        before = {path: text for path, text in self._tracking[side].items() if " tracking " in path}
        gone = tuple(f"{path} " for path in dropped)
        return {path: text for path, text in before.items() if text != NO_TABLE and not path.startswith(gone)}

    def _not_fewer(self, side: str, table: str, count: int) -> int:
        """A number of tracking rows, as if none were cleaned up."""
        before = int(self._tracking[side].get(f"{side} tracked {table}", "0"))
        if side == "server" or count >= before:
            return count
        self.cleaned = True
        return before

    def _state_facts(self, side: str, state: Mapping[str, Any]) -> Facts:
        facts: Facts = dict(self._tracking[side])
        for table, rows in state.get("rows", {}).items():
            if rows == "absent":
                facts[f"{side} table {table}"] = NO_TABLE
                continue
            if "count" in rows:
                facts[f"{side} rows {table}"] = str(rows["count"])
                continue
            places = [self.case.columns[table].index(name) for name in self.case.tables[table]]
            for row in rows:
                facts[f"{side} row {table} {key_text([row[place] for place in places])}"] = row_text(row)
        for scope in state.get("scope_info", ()):
            parts = [*(part for part in ("setup", "schema") if scope.get(part)), scope.get("version") or "no version"]
            facts[f"{side} scope {scope['scope']}"] = ", ".join(parts)
        for client in state.get("scope_info_client", ()):
            marks = marks_text(client.get("client_mark"), client.get("server_mark"))
            facts[f"{side} client {client['client']}"] = "new" if client.get("new") else marks
            facts |= self._kept(side, client)
        return facts

    def _kept(self, side: str, client: Mapping[str, Any]) -> Facts:
        facts: Facts = {}
        for part in client.get("errors") or ():
            table = part["table"]
            places = [self.case.columns[table].index(name) for name in self.case.tables[table]]
            for state, *values in part["rows"]:
                kind = "delete" if state in DELETE_STATES else "upsert"
                facts[f"{side} kept {table} {key_text([str(values[place]) for place in places])}"] = kind
        return facts


def result_facts(saw: Mapping[str, Any]) -> Facts:
    """What the session said about itself."""
    facts: Facts = {}
    if saw.get("error"):
        error = saw["error"]
        facts["error"] = "database" if isinstance(error, str) else error["typeName"]
    result = saw.get("result") or {}
    for side, key in (("client", "ClientChangesSelected"), ("server", "ServerChangesSelected")):
        for entry in result.get(key) or ():
            if text := counted(upserts=entry.get("upserts", 0), deletes=entry.get("deletes", 0)):
                facts[f"{side} sent {entry['table']}"] = text
    for side, key in (("server", "ChangesAppliedOnServer"), ("client", "ChangesAppliedOnClient")):
        sums: dict[str, dict[str, int]] = {}
        for entry in result.get(key) or ():
            counts = sums.setdefault(entry["table"], {"applied": 0, "resolved": 0, "failed": 0})
            for name in counts:
                counts[name] += entry.get(name, 0)
        for table, counts in sums.items():
            if text := counted(**counts):
                facts[f"{side} applied {table}"] = text
    return facts
