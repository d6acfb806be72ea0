"""What a plan reads and touches, object by object, in canonical JSON: how it notices that a database has moved.

Canonical: names as stored, everything sorted, expressions normalised; no ids, rows, sequence values or statistics, so
that only a change that matters to the plan makes it stale (design decision 19).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.keys import fold, key, plain
from dms_pipeline.schema.document import set_to_json, setup_to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.plan.plan import Canonical, PlannedConnection
    from dms_pipeline.plan.state import DatabaseState, Ownership
    from dms_pipeline.schema.database import Column, ForeignKey, Table, Trigger
    from dms_pipeline.schema.model import ScopeInfo, TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """Which objects of a database a plan reads or touches."""

    tables: frozenset[TableName] = frozenset()
    tracking_tables: frozenset[TableName] = frozenset()
    triggers: frozenset[tuple[TableName, str]] = frozenset()
    scopes: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """An object that is neither as it was when the plan was made nor as the plan would leave it."""

    connection: str
    name: str
    differences: tuple[str, ...]

    def __str__(self) -> str:
        """The object, and what of it moved."""
        return f"{self.name}: {'; '.join(self.differences)}"


def objects(state: DatabaseState, watched: Watched, traits: Traits) -> dict[str, Canonical]:
    """The watched objects that a state holds, by name; scope tables and our own tables are always among them."""
    return {
        **{f"schema {name}": {} for name in sorted(state.schemas & {table.schema for table in watched.tables})},
        **_user_objects(state, watched, traits),
        **_keys_above(state, watched, traits),
        **{f"scope table {name}": _side_table(table) for name, table in sorted(state.scope_tables.items())},
        **{f"own table {name}": _side_table(table) for name, table in sorted(state.own_tables.items())},
        **{f"scope {name}": _scope(state.scopes[name]) for name in sorted(watched.scopes & state.scopes.keys())},
        **{f"owner of {name}": _owner(state.owners[name]) for name in sorted(watched.scopes & state.owners.keys())},
    }


def _user_objects(state: DatabaseState, watched: Watched, traits: Traits) -> dict[str, Canonical]:
    tables = {key(name, traits) for name in watched.tables}
    tracking = {key(name, traits) for name in watched.tracking_tables}
    triggers = {(key(table, traits), fold(name, traits)) for table, name in watched.triggers}
    return {
        **{
            f"table {plain(name, traits)}": _table(table, traits)
            for name, table in sorted(state.tables.items())
            if key(name, traits) in tables
        },
        **{
            f"tracking table {plain(name, traits)}": _side_table(table)
            for name, table in sorted(state.tracking_tables.items())
            if key(name, traits) in tracking
        },
        **{
            f"trigger {name} on {plain(base, traits)}": _trigger(trigger)
            for (base, name), trigger in sorted(state.triggers.items(), key=lambda item: item[0])
            if (key(base, traits), fold(name, traits)) in triggers
        },
    }


def _keys_above(state: DatabaseState, watched: Watched, traits: Traits) -> dict[str, Canonical]:
    """The keys of tables that are not synced, by which actions reach the watched tables unseen."""
    tables = {key(name, traits) for name in watched.tables}
    left = [
        one.parent for name, table in state.tables.items() if key(name, traits) in tables for one in table.foreign_keys
    ]
    others = {key(name, traits): name for name in state.other_keys}
    found: dict[str, Canonical] = {}
    while left:
        name = others.pop(key(left.pop(), traits), None)
        if name is not None:
            found[f"foreign keys of {plain(name, traits)}"] = {"keys": _keys(state.other_keys[name], traits)}
            left += [one.parent for one in state.other_keys[name]]
    return dict(sorted(found.items()))


def _owner(owner: Ownership) -> Canonical:
    return {"pipeline": owner.pipeline, "revision": owner.revision, "role": owner.role}


def _table(table: Table, traits: Traits) -> Canonical:
    return {
        "columns": {column.name: _column(column, traits) for column in table.columns},
        "primary_key": list(table.primary_key),
        "foreign_keys": _keys(table.foreign_keys, traits),
        "uniques": sorted(list(one.columns) for one in table.uniques),
    }


def _keys(keys: Iterable[ForeignKey], traits: Traits) -> list[Canonical]:
    return sorted(
        [
            {
                "columns": list(one.columns),
                "parent": str(plain(one.parent, traits)),
                "parent_columns": list(one.parent_columns),
                "on_delete": one.on_delete,
                "on_update": one.on_update,
            }
            for one in keys
        ],
        key=json.dumps,
    )


_BITS = {"b'0'": "FALSE", "b'1'": "TRUE"}  # as MariaDB's catalogue writes these defaults of a bit(1)


def _column(column: Column, traits: Traits) -> Canonical:
    return {
        "type": " ".join(column.native_type.lower().split()),
        "null": column.nullable,
        "default": _BITS.get(column.default or "", _expression(column.default, traits)),
        "generated": _expression(column.generated, traits),
        "identity": None if column.identity is None else column.identity.value,
    }


def _expression(text: str | None, traits: Traits) -> str | None:
    if text is None:
        return None
    from dms_pipeline.schema.ddl import normalise

    return normalise(text, traits.sqlglot_dialect)


def _side_table(table: Table) -> Canonical:
    """Tables of ours and the reference's: what their readers depend on."""
    return {
        "columns": {column.name: " ".join(column.native_type.lower().split()) for column in table.columns},
        "primary_key": sorted(table.primary_key),
    }


def _trigger(trigger: Trigger) -> Canonical:
    return {
        "event": trigger.event.value,
        "text": " ".join(trigger.text.split()).rstrip("; "),
        "function": None if trigger.function_text is None else " ".join(trigger.function_text.split()).rstrip("; "),
        "enabled": trigger.enabled,
        "always": trigger.always,
    }


def _scope(info: ScopeInfo) -> Canonical:
    return {
        "setup": None if info.setup is None else json.loads(setup_to_json(info.setup)),
        "schema": None if info.schema is None else json.loads(set_to_json(info.schema)),
        "version": info.version,
    }


def digest(value: object) -> str:
    """`sha256:…` of canonical JSON."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def moved(
    planned: PlannedConnection, now: Mapping[str, Canonical], landing: Mapping[str, Canonical] | None = None
) -> tuple[Moved, ...]:
    """Objects that are neither as before the plan nor as after it, each with what of it differs from before.

    `landing` is how the steps that are left would leave them, where an apply may have stopped between: an object on its
    way to what was planned has not moved.
    """
    names = sorted({*planned.before, *planned.after, *now})
    return tuple(
        Moved(connection=planned.name, name=name, differences=_differences(planned.before.get(name), now.get(name)))
        for name in names
        if now.get(name) != planned.before.get(name)
        and now.get(name) != planned.after.get(name)
        and (landing is None or landing.get(name) != planned.after.get(name))
    )


def is_done(planned: PlannedConnection, now: Mapping[str, Canonical]) -> bool:
    """Every object is as the plan leaves it."""
    return dict(planned.after) == dict(now)


def _differences(before: Canonical | None, now: Canonical | None) -> tuple[str, ...]:
    if now is None:
        return ("it is no longer there",)
    if before is None:
        return ("it is there already, and is not as planned",)
    return tuple(_compare("", before, now))


def _compare(path: str, before: Any, now: Any) -> Iterable[str]:
    if isinstance(before, dict) and isinstance(now, dict):
        for name in sorted({*before, *now}):
            where = f"{path}.{name}" if path else name
            if name not in now:
                yield f"{_word(where)} is gone"
            elif name not in before:
                yield f"{_word(where)} is new"
            elif before[name] != now[name]:
                yield from _compare(where, before[name], now[name])
        return
    if isinstance(before, str) and max(len(before), len(str(now))) > 60:
        yield f"its {_word(path)} differs"
        return
    yield f"{_word(path)}: planned with {json.dumps(before)}, is {json.dumps(now)}"


def _word(path: str) -> str:
    return path.removeprefix("columns.") if path.startswith("columns.") else path
