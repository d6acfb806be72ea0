"""What foreign keys do by themselves, where no trigger of the rows sees it (S11): from which tables, and who is told.

Extended triggers record it from the tables above (`Target.action_triggers`), those of the reference do not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.plan.keys import lookup, spelled
from dms_pipeline.plan.plan import Note
from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.plan.draft import Draft
    from dms_pipeline.schema.database import ForeignKey
    from dms_pipeline.schema.model import TableName

_NOTHING = frozenset({"NO ACTION", "RESTRICT"})


def acting_keys(draft: Draft) -> Mapping[TableName, tuple[ForeignKey, ...]]:
    """The foreign keys that act unseen between tables of a database, by the table that they belong to.

    Each table is spelled in one way; tables that nobody asked for are among them.
    """
    if not draft.traits.silent_actions:
        return {}
    found = dict(draft.observed.other_keys)
    for name, table in draft.tables.items():
        found[name] = tuple(
            replace(one, parent=parent)
            for one in table.foreign_keys
            if acts(one) and (parent := _parent(draft, name, one)) is not None
        )
    return {name: keys for name, keys in found.items() if keys}


def acts(key: ForeignKey) -> bool:
    """A foreign key changes or removes rows by itself."""
    return not {key.on_delete, key.on_update} <= _NOTHING


def note_actions(draft: Draft, name: TableName, kind: Triggers) -> Iterator[Note]:
    """Foreign keys that change or remove rows of a synced table where nothing records that."""
    table = lookup(draft.tables, name, draft.traits) if draft.traits.silent_actions else None
    for key in filter(acts, table.foreign_keys if table is not None else ()):
        is_here = _parent(draft, name, key) is not None
        if kind is Triggers.EXTENDED and is_here:
            continue
        done = [
            f"ON {event} {action}"
            for event, action in (("DELETE", key.on_delete), ("UPDATE", key.on_update))
            if action not in _NOTHING
        ]
        way_out = f'triggers = "extended" records it, or let it change {name} itself'
        yield Note(
            code="silent-action",
            connection=draft.endpoint.name,
            message=f"{name} ({', '.join(key.columns)}): {' and '.join(done)} fires no trigger here, so what an"
            f" application does to {key.parent} is not recorded for {name};"
            f" {way_out if is_here else f'let it change {name} itself'}",
        )


def _parent(draft: Draft, child: TableName, key: ForeignKey) -> TableName | None:
    """The parent as it is spelled in a draft, None for a table of another database."""
    is_made = spelled(draft.observed.tables, child, draft.traits) is None
    if is_made or key.parent in draft.tables:
        return spelled(draft.tables, key.parent, draft.traits)
    return None if key.parent.schema else key.parent
