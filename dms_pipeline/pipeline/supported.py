"""What a file may declare and this version does not carry out: refused, never ignored.

A filter that is accepted and ignored would send every row to everybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import Problem
from dms_pipeline.pipeline.model import ErrorPolicy, TransactionMode
from dms_pipeline.pipeline.paths import Finding, spelled
from dms_pipeline.pipeline.setup import connections_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.pipeline.model import Options, Pipeline, Scope
    from dms_pipeline.pipeline.paths import Path
    from dms_pipeline.pipeline.positions import Places
    from dms_pipeline.pipeline.setup import DeclaredConnection

# A row that is refused is always tried again after all others, so these two of the reference would say nothing more.
SAME_ERROR_POLICIES = {
    ErrorPolicy.RETRY_ONE_MORE_TIME_AND_THROW_ON_ERROR: ErrorPolicy.THROW,
    ErrorPolicy.RETRY_ONE_MORE_TIME_AND_CONTINUE_ON_ERROR: ErrorPolicy.CONTINUE_ON_ERROR,
}
UNOBEYED_OPTIONS = (
    "batch_size_kib",
    "batch_directory",
    "snapshots_directory",
    "clean_folder",
    "clean_metadatas",
    "use_verbose_errors",
    "progress_level",
    "db_command_timeout_s",
)


def unsupported(pipeline: Pipeline, places: Places | None = None) -> tuple[Problem, ...]:
    """What plan, apply and sync must refuse, in the order of the model; with lines where the places are given."""
    return tuple(_problem(finding, places) for finding in _findings(pipeline))


def _problem(finding: Finding, places: Places | None) -> Problem:
    place = places.of(finding.path) if places is not None else None
    return Problem(
        code=finding.code,
        message=finding.message,
        path=spelled(finding.path),
        line=place.line if place else None,
        column=place.column if place else None,
        hint=finding.hint,
    )


def _not_yet(path: Path, what: str, hint: str | None = None) -> Finding:
    return Finding(code="not-supported-yet", path=path, message=f"{spelled(path)}: {what}", hint=hint)


def _findings(pipeline: Pipeline) -> Iterator[Finding]:
    seen: set[str] = set()
    for connection in connections_of(pipeline):
        if connection.declared_as not in seen:  # of a fleet, the first says it for all
            yield from _connection(connection)
        seen.add(connection.declared_as)
    for name, scope in pipeline.scopes.items():
        yield from _scope(("scopes", name), scope)


def _connection(connection: DeclaredConnection) -> Iterator[Finding]:
    path = ("connections", connection.declared_as)
    if connection.is_endpoint:
        yield _not_yet((*path, "url"), "endpoints over HTTP are not carried out yet")
    if "." in connection.scope_info_table:
        yield _not_yet((*path, "scope_info_table"), "a scope table in another namespace is not carried out yet")


def _scope(path: Path, scope: Scope) -> Iterator[Finding]:
    for position, client in enumerate(scope.clients):
        if client.parameters:
            yield _not_yet((*path, "clients", position), "parameters of clients are not carried out yet")
    if scope.compat != 1:
        yield _not_yet((*path, "compat"), "only 1 is carried out yet")
    if scope.retention is not None:
        yield _not_yet((*path, "retention"), "it is not carried out yet", "leave it out")
    yield from _options((*path, "options"), scope.options)
    for position, entry in enumerate(scope.filters):
        what = f"filters are not carried out yet; without this one, clients would get all rows of {entry.table}"
        yield _not_yet((*path, "filters", position), what)


def _options(path: Path, options: Options) -> Iterator[Finding]:
    if (same := SAME_ERROR_POLICIES.get(options.error_resolution_policy)) is not None:
        what = "every row that is refused is tried again after all others anyway"
        yield _not_yet((*path, "error_resolution_policy"), what, f'say "{same}"')
    if options.transaction_mode is not TransactionMode.ALL_OR_NOTHING:
        what = "it is not carried out: a sync that commits in parts leaves a side half done when a row stops it"
        hint = f'transaction_mode = "{TransactionMode.ALL_OR_NOTHING}", or leave it out'
        yield _not_yet((*path, "transaction_mode"), what, hint)
    if options.disable_constraints_on_apply_changes:
        what = "it is not carried out: rows are ordered by their keys, so that foreign keys can stay on"
        yield _not_yet((*path, "disable_constraints_on_apply_changes"), what)
    for key in UNOBEYED_OPTIONS:
        if getattr(options, key) is not None:
            yield _not_yet((*path, key), "it has no effect in this version", "leave it out")
