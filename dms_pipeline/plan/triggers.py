"""Which triggers a table should have: those that are asked for, else those that it has, else those of its database.

Both kinds satisfy the desired state, so a database is changed from one to the other only where the file asks for it
(design decision 4). What is of neither kind, disabled or missing is made anew.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.errors import Problem
from dms_pipeline.plan.keys import fold, key, lookup
from dms_pipeline.plan.plan import Note
from dms_pipeline.schema import own
from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dms_pipeline.plan.draft import Draft
    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.schema.database import ForeignKey, Trigger
    from dms_pipeline.schema.model import SyncSetup, SyncTable, TableName
    from dms_pipeline.schema.traits import Traits


def owns(target: Target, setup: SyncSetup, table: TableName, held: tuple[TableName, str]) -> bool:
    """A trigger, by its table and name, is one of ours for a table: its own, or one that records what keys do to it."""
    traits, (on, name) = target.traits, held
    if key(on, traits) == key(table, traits):
        names = {fold(each, traits) for each in target.trigger_names(setup, table)}
        if fold(name, traits) in names:
            return True
    return target.is_action_trigger(setup, table, on, name)


def kind_here(endpoint: Endpoint) -> Triggers | None:
    """The kind of triggers that a database has, over all scopes that are stored there; None where it has none.

    Where the reference has replaced some of the extended ones, those are what was meant.
    """
    observed = endpoint.observed
    kinds = {
        kind_of_table(endpoint, observed, info.setup, document)
        for info in (observed.scopes.values() if observed is not None else ())
        if observed is not None and info.setup is not None and info.schema is not None
        for document in info.schema.tables or ()
    }
    return next((kind for kind in Triggers if kind in kinds), None)


def kind_of_table(endpoint: Endpoint, state: DatabaseState, setup: SyncSetup, document: SyncTable) -> Triggers | None:
    """The kind of triggers that a table has; None where none of them is of a kind that we know.

    What somebody has put in the place of ours counts only where nothing of ours is left.
    """
    table = lookup(state.tables, document.table, endpoint.traits)
    held = _held(endpoint, state.triggers, setup, document.table)
    for there in (*(one for one in held if one not in state.altered), *(one for one in held if one in state.altered)):
        kind = endpoint.target.kind_of(setup, document, table, state.triggers[there])
        if kind is not None:
            return kind
    return None


def _held(
    endpoint: Endpoint, triggers: Mapping[tuple[TableName, str], Trigger], setup: SyncSetup, table: TableName
) -> list[tuple[TableName, str]]:
    """Under which keys a table's triggers of ours are held."""
    return [held for held in triggers if owns(endpoint.target, setup, table, held)]


def table_triggers(
    draft: Draft,
    setup: SyncSetup,
    document: SyncTable,
    usual: Triggers,
    keys: Mapping[TableName, tuple[ForeignKey, ...]],
) -> Triggers:
    """Give a table its triggers in a draft; what is there and does the same stays as it is. The kind that they are.

    `usual` is the kind of its database, for a table that has none; `keys` are the foreign keys that act unseen.
    """
    endpoint, target = draft.endpoint, draft.endpoint.target
    table = lookup(draft.tables, document.table, draft.traits)
    there = kind_of_table(endpoint, draft.observed, setup, document)
    kind = endpoint.triggers or there or usual
    own_ones = target.triggers(setup, document, table, kind)
    others = target.action_triggers(setup, document, keys) if kind is Triggers.EXTENDED else ()
    for trigger in own_ones:
        found = find_trigger(draft.triggers, trigger, draft.traits)
        if found is None:
            draft.triggers[trigger.table, trigger.name] = trigger
            continue
        is_of = target.kind_of(setup, document, table, draft.triggers[found])
        if found in draft.altered:
            draft.altered.discard(found)
        elif (is_of is kind or (is_of is not None and endpoint.triggers is None)) and not misses_replication(
            draft.triggers[found], trigger
        ):
            continue
        _replace(draft, found, trigger)
    for trigger in others:
        found = find_trigger(draft.triggers, trigger, draft.traits)
        if found is None:
            draft.triggers[trigger.table, trigger.name] = trigger
        else:
            draft.altered.discard(found)
            _replace(draft, found, trigger)
    if endpoint.triggers is None and there is Triggers.REFERENCE:
        return kind  # what else is there is left alone, as all of it is
    names = {fold(trigger.name, draft.traits) for trigger in (*own_ones, *others)}
    for held in _held(endpoint, draft.triggers, setup, document.table):
        if fold(held[1], draft.traits) not in names:
            del draft.triggers[held]
    return kind


def _replace(draft: Draft, found: tuple[TableName, str], trigger: Trigger) -> None:
    """Have another trigger where one is, if it does something else."""
    if not same_trigger(draft.triggers[found], trigger):
        draft.triggers[found] = replace(trigger, table=found[0], name=found[1])


def taken_names(draft: Draft) -> Iterator[Problem]:
    """Triggers to be made whose name another table's trigger has, in a database that has each name once.

    So it is where a table was renamed and another one took its place: its triggers have gone with it.
    """
    taken = {fold(name, draft.traits): table for name, table in (draft.observed.trigger_tables or {}).items()}
    for table, name in draft.triggers.keys() - draft.observed.triggers.keys():
        other = taken.get(fold(name, draft.traits))
        if other is not None and key(other, draft.traits) != key(table, draft.traits):
            yield Problem(
                code="name-taken",
                message=f"{draft.endpoint.name}: {table} needs the trigger {name}, but that stands on {other},"
                " and a database has a trigger of one name",
                path=f"connections.{draft.endpoint.name}",
                hint=f"drop or rename it there ({other} may be what {table} was before), and plan again",
            )


def own_tables_of(triggers: Iterable[Trigger]) -> frozenset[str]:
    """The names of our own tables that triggers read or write."""
    texts = [f"{trigger.text} {trigger.function_text or ''}" for trigger in triggers]
    return frozenset(table.name for table in own.OWN_TABLES if any(table.name in text for text in texts))


def note_kind(endpoint: Endpoint, usual: Triggers | None) -> Iterator[Note]:
    """A database that keeps the triggers of Dotmim.Sync has them with what they miss."""
    if endpoint.triggers is None and usual is Triggers.REFERENCE:
        yield Note(
            code="reference-triggers",
            connection=endpoint.name,
            message="it keeps the triggers of Dotmim.Sync, which do not record the old key of a row whose key is"
            ' changed; triggers = "extended" in its connection replaces them',
        )


def find_trigger(
    triggers: Mapping[tuple[TableName, str], Trigger], trigger: Trigger, traits: Traits
) -> tuple[TableName, str] | None:
    """The key under which a trigger of that name on that table is held."""
    wanted = (key(trigger.table, traits), fold(trigger.name, traits))
    if (trigger.table, trigger.name) in triggers:
        return trigger.table, trigger.name
    return next((found for found in triggers if (key(found[0], traits), fold(found[1], traits)) == wanted), None)


def same_trigger(one: Trigger, other: Trigger) -> bool:
    """Two triggers do the same: white space is no difference, being disabled is one."""
    return (one.enabled, one.always) == (other.enabled, other.always) and _texts(one) == _texts(other)


def misses_replication(found: Trigger, wanted: Trigger) -> bool:
    """A trigger does not fire for rows that replication writes, though it should."""
    return wanted.always and not found.always


def _texts(trigger: Trigger) -> tuple[str, ...]:
    return tuple(" ".join((text or "").split()).rstrip("; ") for text in (trigger.text, trigger.function_text))
