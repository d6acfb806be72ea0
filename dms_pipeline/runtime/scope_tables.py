"""The scope tables of one database as the reference's orchestrators treat them (spec: storage format, section 1.3).

A look-up makes what is missing: both tables and an empty row for a scope, `scope_info` alone for a list of scopes.
Whatever is made and written for one call is in one transaction.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dms_pipeline.errors import CannotProvision, InvalidSetup, NotSupportedYet, SetupConflict
from dms_pipeline.schema.model import ScopeInfo, SyncSetup
from dms_pipeline.schema.names import DEFAULT_SCOPE, MAX_SCOPE_NAME, client_scope_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
    from dms_pipeline.providers.base import Look
    from dms_pipeline.runtime.side import Side

LIBRARY = "library:"  # what the names of the owners of scopes begin with that the library has set up
_NAMING = ("tracking_prefix", "tracking_suffix", "trigger_prefix", "trigger_suffix")


def scope_and_setup(scope_name: str | SyncSetup, setup: SyncSetup | None) -> tuple[str, SyncSetup | None]:
    """What a caller means who may leave out the name, the setup or both; a setup without tables is none.

    Raises:
        InvalidSetup: two setups were given, or the scopes' table has no room for the name.
        NotSupportedYet: the setup has filters.
    """
    if isinstance(scope_name, SyncSetup):
        if setup is not None:
            raise InvalidSetup("two setups were given, and no name of a scope")
        return scope_and_setup(DEFAULT_SCOPE, scope_name)
    if not scope_name or len(scope_name) > MAX_SCOPE_NAME:
        raise InvalidSetup(f"a scope's name has 1 to {MAX_SCOPE_NAME} characters, not {len(scope_name)}")
    if setup is not None and setup.filters:
        raise NotSupportedYet(
            "the setup has filters, which this version does not carry out",
            hint="leave them out; ignored, they would move rows that they are there to hold back",
        )
    return scope_name, setup if setup is not None and setup.tables else None


def has_scope_info(side: Side) -> bool:
    """The scope table is there."""
    return side.changes.has_table(side.connection, side.scope_table)


def has_scope_info_client(side: Side) -> bool:
    """The table of clients is there."""
    return side.changes.has_table(side.connection, client_scope_table(side.scope_table))


@contextmanager
def writing(side: Side) -> Iterator[None]:
    """A transaction around a block that writes to the scope tables."""
    side.changes.begin_write(side.connection)
    try:
        yield
    except BaseException:
        side.connection.rollback()
        raise
    side.connection.execute("COMMIT")


def make_scope_info(side: Side) -> None:
    """Make the scope table if it is not there; inside a transaction of the caller."""
    if not has_scope_info(side):
        _make(side, 0)


def make_scope_info_client(side: Side) -> None:
    """Make the table of clients if it is not there; inside a transaction of the caller."""
    if not has_scope_info_client(side):
        _make(side, 1)


def _make(side: Side, place: int) -> None:
    from dms_pipeline.plan.operations import CreateScopeTable

    target = side.database.provider.target()
    for statement in target.lower(CreateScopeTable(table=target.scope_tables(side.scope_table)[place])):
        side.connection.run(statement)


def ensure_scope(side: Side, name: str) -> ScopeInfo:
    """The row of a scope; both tables and an empty row are made where they are missing."""
    found = side.changes.read_scope(side.connection, side.scope_table, name)
    if found is not None and has_scope_info_client(side):
        return found
    with writing(side):
        make_scope_info(side)
        make_scope_info_client(side)
        return found or save_scope(side, ScopeInfo(name=name))


def save_scope(side: Side, scope: ScopeInfo) -> ScopeInfo:
    """Write a row and read it back; inside a transaction of the caller."""
    side.changes.save_scope(side.connection, side.scope_table, scope)
    saved = side.changes.read_scope(side.connection, side.scope_table, scope.name)
    assert saved is not None
    return saved


def fill_scope(side: Side, scope: ScopeInfo, setup: SyncSetup) -> ScopeInfo:
    """A server's empty scope with a setup, and with the structure of its tables as they are; saved.

    Raises:
        CannotProvision: tables cannot be synced, all of them named.
        SetupConflict: another scope of this database names our objects otherwise.
    """
    from dms_pipeline.plan.scope import ScopePlanInput, serve

    check_naming(side, scope.name, setup)
    wanted = ScopePlanInput(name=scope.name, setup=setup, server=side.name)
    served, problems = serve(wanted, endpoint(side, wanted), pipeline_of(scope.name))
    if served is None:
        raise CannotProvision(scope.name, problems)
    with writing(side):
        return save_scope(side, served.info)


def check_naming(side: Side, scope_name: str, setup: SyncSetup) -> None:
    """All scopes of a database share tracking tables and triggers, so they name them alike.

    Raises:
        SetupConflict: another scope has another prefix or suffix.
    """
    for other in side.changes.read_scopes(side.connection, side.scope_table):
        if other.setup is None or other.name == scope_name:
            continue
        for attribute in _NAMING:
            if getattr(other.setup, attribute) != getattr(setup, attribute):
                raise SetupConflict(
                    side.name,
                    f'scope "{scope_name}" has another {attribute} than scope "{other.name}"; they share what it names',
                    hint="give all scopes of a database the same prefixes and suffixes",
                )


def pipeline_of(scope_name: str) -> str:
    """Whom a scope belongs to that the library has set up: each its own, so that none is planned away."""
    return f"{LIBRARY}{scope_name}"


def endpoint(side: Side, wanted: ScopePlanInput) -> Endpoint:
    """A database as planning meets it: one look at it."""
    from dms_pipeline.runtime.look import look_for

    return looked_at(side, look_for(side.name, [wanted], side.scope_table, count_unsynced=False))


def looked_at(side: Side, look: Look) -> Endpoint:
    """A database as planning meets it, where somebody knows what to look at."""
    from dms_pipeline.plan.scope import Endpoint

    return Endpoint(
        name=side.name,
        provider=side.database.provider.name,
        target=side.database.provider.target(),
        observed=side.database.provider.inspect(side.connection, look),
        scope_info_table=side.scope_table,
        triggers=side.triggers,
    )
