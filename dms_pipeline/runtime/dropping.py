"""Taking away everything of ours and of the reference's that a database holds, but for rows that people may still need.

What the reference's DropAll takes: triggers and tracking tables of every stored scope, and both scope tables. Tables of
users stay with their rows. Of our own tables the reference leaves all, and they would then speak of objects that are
gone; so those that describe the scopes go too, whatever they are: owners, fingerprints, the registry of clients. The
history, the losers of conflicts and the rows kept aside (`_READ_BY_PEOPLE`) stay while they have rows: they may be the
last copy of what somebody wrote. A server tries the rows that it keeps aside again when their client is back, which
then begins anew, so that they are judged as what nobody here has seen; on a client they are no more than a record,
since it comes back under a new id and gets every row from its server.

The marks that clients hold are worth nothing afterwards, and cannot be mistaken: a server that was dropped does not
know its clients, so they begin anew (`sync`); a client that was dropped has no marks.

Objects are found by the setups that are stored and by what we noted when we made them. The reference also guesses, by
reading every table of the database, and fails on any that it cannot read (S28).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import fold, key
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.providers.base import Look
from dms_pipeline.runtime.deprovisioning import Needs, check_owners, drops, held_alone, needs
from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.options import SyncProvision
from dms_pipeline.runtime.scope_tables import looked_at
from dms_pipeline.schema.own import ERRORS, JOURNAL, OWN_TABLES, RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.side import Side

_READ_BY_PEOPLE = frozenset({RUNS, ERRORS, JOURNAL})


def drop_all(side: Side) -> None:
    """Take away triggers, tracking tables, scope tables and what we noted about them; all of it or nothing.

    Raises:
        ForeignScope: a scope is a pipeline's; nothing was done.
        Locked: somebody else provisions, or a sync is under way; nothing was done.
    """
    with held_alone(side) as connection:
        found = _look(side)
        observed = found.observed or DatabaseState()
        check_owners(side, observed, observed.owners)
        for statement in _statements(observed, found):
            connection.run(statement)
        # Behind the tracking tables: whoever was writing to one has ended, so nobody adds to what is counted now.
        for statement in _own_tables(connection, observed, found):
            connection.run(statement)


def _look(side: Side) -> Endpoint:
    """The database with the tables of all stored scopes, and those where we noted an object of a scope that is gone."""
    found = looked_at(side, Look(scope_info_table=side.scope_table))
    observed, traits = found.observed or DatabaseState(), found.traits
    noted = _noted(observed, found)
    names = {name: str(key(name, traits)) for name in observed.other_tables}
    tables = [name for name, text in names.items() if any(other.startswith(f"{text}.") for _, other in noted)]
    tracking = [name for name, text in names.items() if ("tracking-table", text) in noted]
    if not tables and not tracking:
        return found
    return looked_at(
        side,
        Look(scope_info_table=side.scope_table, tables=tuple(tables), tracking_tables=tuple(tracking)),
    )


def _noted(observed: DatabaseState, found: Endpoint) -> frozenset[tuple[str, str]]:
    """The objects in `dms_objects`, by kind and name, as names compare."""
    folds = found.traits.identifiers_fold_case
    return frozenset((kind, name.lower() if folds else name) for kind, name in observed.fingerprints)


def _statements(observed: DatabaseState, found: Endpoint) -> Iterator[str]:
    """What drops triggers, then tracking tables, then the scope tables."""
    traits, noted = found.traits, _noted(observed, found)
    held = needs(found, observed.scopes.values())
    kinds = SyncProvision.TRIGGERS | SyncProvision.STORED_PROCEDURES
    operations: list[op.Operation] = [*drops(observed, held, Needs(), kinds, found)]
    operations += [
        op.DropTrigger(trigger=trigger)
        for (table, name), trigger in observed.triggers.items()
        if ("trigger", f"{key(table, traits)}.{fold(name, traits)}") in noted and not held.trigger(found, (table, name))
    ]
    operations += drops(observed, held, Needs(), SyncProvision.TRACKING_TABLE, found)
    for operation in operations:
        yield from found.target.lower(operation)
    for tracked in observed.tracking_tables:
        if key(tracked, traits) not in held.tracking:
            yield f"DROP TABLE {traits.style.table(tracked.schema or traits.default_schema, tracked.name)}"
    for table_name in observed.scope_tables:
        yield from found.target.lower(op.DropScopeTable(name=table_name))


def _own_tables(connection: Connection, observed: DatabaseState, found: Endpoint) -> Iterator[str]:
    for table in reversed(OWN_TABLES):
        if table.name not in observed.own_tables:
            continue
        if table in _READ_BY_PEOPLE and connection.value(f"SELECT 1 FROM {own_table(connection, table)} LIMIT 1"):
            continue
        yield from found.target.lower(op.DropOwnTable(name=table.name))
