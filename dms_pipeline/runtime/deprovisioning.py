"""Taking our objects away again, by kind, as the reference's deprovisioning does, but for what others need.

The reference drops the triggers of one scope under the feet of every other scope on the same tables, and the scope
tables with all scopes in them (spec: storage format, S27). Here an object goes when no other stored scope needs it, and
a scope table with its last scope. What goes is forgotten by `dms_objects` and `dms_owner` too, so that the next sync
sets up what is missing instead of going on unrecorded.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.errors import ForeignScope, UnsupportedName
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import key, spelled
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.plan.triggers import owns
from dms_pipeline.runtime.kept import own_table
from dms_pipeline.runtime.options import SyncProvision
from dms_pipeline.runtime.scope_tables import LIBRARY, endpoint
from dms_pipeline.schema.document import same_setup
from dms_pipeline.schema.names import client_scope_table, tracking_table
from dms_pipeline.schema.order import components
from dms_pipeline.schema.own import OBJECTS, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.plan.scope import Endpoint
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.side import Side
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import ScopeInfo, SyncSetup, TableName


@dataclass(slots=True)
class Needs:
    """Keys of the objects that some scopes need, each with what the database calls it."""

    tables: dict[TableName, TableName] = field(default_factory=dict)
    tracking: dict[TableName, tuple[TableName, TableName]] = field(default_factory=dict)
    setups: list[tuple[SyncSetup, TableName]] = field(default_factory=list)
    procedures: set[str] = field(default_factory=set)

    def trigger(self, found: Endpoint, held: tuple[TableName, str]) -> bool:
        """They need a trigger."""
        return any(owns(found.target, setup, table, held) for setup, table in self.setups)


def deprovision(side: Side, scope: ScopeInfo, flags: SyncProvision, *, by_setup: bool = False) -> None:
    """Take away what a scope has here, of the kinds in `flags`. Without a setup there is nothing to take.

    `by_setup`: every stored scope with that setup is meant, whatever its name.

    Raises:
        ForeignScope: the scope is a pipeline's; nothing was done.
    """
    from dms_pipeline.plan.scope import ScopePlanInput

    setup = scope.setup
    if setup is None:
        return
    stored = side.changes.read_scopes(side.connection, side.scope_table)
    mine = {one.name for one in stored if _is_meant(one, scope, setup, by_setup=by_setup)}
    found = endpoint(side, ScopePlanInput(name=scope.name, setup=setup, server=side.name))
    observed = found.observed or DatabaseState()
    check_owners(side, observed, mine)
    others = needs(found, (one for one in stored if one.name not in mine))
    held = needs(found, (scope,))
    operations = [*drops(observed, held, others, flags, found)]
    dropped = [*_user_tables(observed, held, others, found)] if flags & SyncProvision.TABLE else []
    statements = [sql for operation in operations for sql in found.target.lower(operation)]
    style, schema = found.traits.style, found.traits.default_schema
    statements += [f"DROP TABLE {style.table(name.schema or schema, name.name)}" for name in dropped]
    last = not any(one.setup for one in stored if one.name not in mine)
    with held_alone(side) as connection:
        before = frozenset(side.database.provider.fingerprints(connection))
        for statement in statements:
            connection.run(statement)
        if statements:
            _forget(side, connection, before, mine)
        _scope_tables(side, connection, mine, flags, found, last=last)


@contextmanager
def held_alone(side: Side) -> Iterator[Connection]:
    """A connection in a transaction for a block, while nobody else provisions.

    Raises:
        Locked: somebody does, for longer than the options say.
    """
    lock = side.database.provider.lock(side.database.open, side.options.lock_timeout_s)
    try:
        lock.begin()
        yield lock.work
        lock.commit()
    except BaseException:
        lock.rollback()
        raise
    finally:
        lock.release()


def check_owners(side: Side, observed: DatabaseState, names: Iterable[str]) -> None:
    """Leave the scopes of pipelines alone.

    Raises:
        ForeignScope: one of these is a pipeline's.
    """
    for name in sorted(names):
        owner = observed.owners.get(name)
        if owner is not None and not owner.pipeline.startswith(LIBRARY):
            raise ForeignScope(
                side.name,
                f'scope "{name}" belongs to pipeline {owner.pipeline}',
                hint="dms-pipeline destroy removes it",
            )


def _is_meant(one: ScopeInfo, scope: ScopeInfo, setup: SyncSetup, *, by_setup: bool) -> bool:
    if not by_setup:
        return one.name == scope.name
    return one.setup is not None and same_setup(one.setup, setup)


def needs(found: Endpoint, scopes: Iterable[ScopeInfo]) -> Needs:
    """What these scopes need of a database; a scope without a setup needs nothing."""
    traits = found.traits
    result = Needs()
    for scope in scopes:
        if scope.setup is None:
            continue
        for entry in scope.setup.tables or ():
            tracked = tracking_table(scope.setup, entry.table)
            result.tables[key(entry.table, traits)] = entry.table
            result.tracking[key(tracked, traits)] = (entry.table, tracked)
            result.setups.append((scope.setup, entry.table))
        for document in (scope.schema.tables or ()) if scope.schema is not None else ():
            with suppress(UnsupportedName):  # then nobody can have made them
                result.procedures.update(one.name for one in found.target.procedures(scope.setup, scope.name, document))
    return result


def drops(
    observed: DatabaseState, held: Needs, others: Needs, flags: SyncProvision, found: Endpoint
) -> Iterator[op.DropTrigger | op.DropProcedure | op.DropTrackingTable]:
    """Triggers, procedures and tracking tables that some scopes need and the others do not, as they are called here."""
    if flags & SyncProvision.TRIGGERS:
        for where, trigger in observed.triggers.items():
            if held.trigger(found, where) and not others.trigger(found, where):
                yield op.DropTrigger(trigger=trigger)
    if flags & SyncProvision.STORED_PROCEDURES:
        gone = held.procedures - others.procedures
        yield from (op.DropProcedure(name=name) for name in sorted(gone & observed.procedures.keys()))
    if flags & SyncProvision.TRACKING_TABLE:
        for tracking_key in held.tracking.keys() - others.tracking.keys():
            base, name = held.tracking[tracking_key]
            if (there := spelled(observed.tracking_tables, name, found.traits)) is not None:
                yield op.DropTrackingTable(base=base, table=there)


def _user_tables(observed: DatabaseState, held: Needs, others: Needs, found: Endpoint) -> Iterator[TableName]:
    """Base tables of the scope that no other scope has, children first."""
    tables: dict[TableName, Table] = {}
    for table_key in held.tables.keys() - others.tables.keys():
        there = spelled(observed.tables, held.tables[table_key], found.traits)
        if there is not None:
            tables[there] = observed.tables[there]
    parents = {
        name: [
            parent
            for foreign_key in table.foreign_keys
            if (parent := spelled(tables, foreign_key.parent, found.traits)) is not None
        ]
        for name, table in tables.items()
    }
    for group in reversed(components(sorted(tables), parents)):
        yield from reversed(group)


def _forget(side: Side, connection: Connection, before: frozenset[tuple[str, str]], scopes: Iterable[str]) -> None:
    """What is gone now is no drift, and these scopes are not set up any more."""
    mark = connection.provider.traits.style.mark
    gone = sorted(before - connection.provider.fingerprints(connection).keys())
    if gone and side.changes.has_table(connection, OBJECTS.name):
        sql = f"DELETE FROM {own_table(connection, OBJECTS)} WHERE object_kind = {mark} AND object_name = {mark}"
        connection.execute_many(sql, gone)
    if side.changes.has_table(connection, OWNER.name):
        for name in scopes:
            connection.execute(f"DELETE FROM {own_table(connection, OWNER)} WHERE scope_name = {mark}", (name,))


def _scope_tables(  # noqa: PLR0913 - each argument is a fact of its own
    side: Side, connection: Connection, scopes: Iterable[str], flags: SyncProvision, found: Endpoint, *, last: bool
) -> None:
    """Rows of the scopes go, and a table with its last scope."""
    style, schema = found.traits.style, found.traits.default_schema
    for flag, place, name in (
        (SyncProvision.SCOPE_INFO, 0, side.scope_table),
        (SyncProvision.SCOPE_INFO_CLIENT, 1, client_scope_table(side.scope_table)),
    ):
        if not flags & flag or not side.changes.has_table(connection, name):
            continue
        table = found.target.scope_tables(side.scope_table)[place].name
        if last:
            for statement in found.target.lower(op.DropScopeTable(name=name)):
                connection.run(statement)
            continue
        quoted = style.table(table.schema or schema, table.name)
        for scope in scopes:
            connection.execute(f"DELETE FROM {quoted} WHERE sync_scope_name = {style.mark}", (scope,))
