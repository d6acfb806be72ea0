"""The columns of the reference's scope tables, and their rows as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import DmsError
from dms_pipeline.schema.document import set_from_json, set_to_json, setup_from_json, setup_to_json
from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, SyncSet, SyncSetup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SCOPE_COLUMNS = (
    "sync_scope_name",
    "sync_scope_schema",
    "sync_scope_setup",
    "sync_scope_version",
    "sync_scope_last_clean_timestamp",
    "sync_scope_properties",
)
CLIENT_COLUMNS = (
    "sync_scope_id",
    "sync_scope_name",
    "sync_scope_hash",
    "sync_scope_parameters",
    "scope_last_sync_timestamp",
    "scope_last_server_sync_timestamp",
    "scope_last_sync_duration",
    "scope_last_sync",
    "sync_scope_errors",
    "sync_scope_properties",
)


def scope_from_row(row: Sequence[Any]) -> ScopeInfo:
    """A row of `scope_info`; a text that cannot be read is kept as text, with None for what it says."""
    name, schema, setup, version, cleaned, properties = row
    read_setup: SyncSetup | None = _read(setup_from_json, setup)
    read_schema: SyncSet | None = _read(set_from_json, schema)
    return ScopeInfo(
        name=name,
        setup=read_setup,
        schema=read_schema,
        version=version or "",
        last_cleanup_timestamp=cleaned,
        properties=properties,
        setup_text=setup,
        schema_text=schema,
    )


def scope_to_row(scope: ScopeInfo) -> tuple[Any, ...]:
    """What `scope_info` holds of a scope, in the order of `SCOPE_COLUMNS`.

    A text that was read is written as it was, as long as the scope still says what it says.
    """
    return (
        scope.name,
        _text(scope.schema_text, scope.schema, set_from_json, set_to_json),
        _text(scope.setup_text, scope.setup, setup_from_json, setup_to_json),
        scope.version,
        scope.last_cleanup_timestamp,
        scope.properties,
    )


def _text(text: str | None, value: Any, parse: Callable[[str], Any], write: Callable[[Any], str]) -> str | None:
    if text is not None and _read(parse, text) == value:
        return text
    return None if value is None else write(value)


def _read(parse: Callable[[str], Any], text: str | None) -> Any:
    if text is None:
        return None
    try:
        return parse(text)
    except DmsError:
        return None


def client_from_row(row: Sequence[Any]) -> ScopeInfoClient:
    """A row of `scope_info_client`, its id and date already text."""
    identity, scope, parameter_hash, parameters, last, last_server, duration, when, failed, properties = row
    return ScopeInfoClient(
        id=identity,
        scope_name=scope,
        hash=parameter_hash,
        parameters=parameters,
        last_sync_timestamp=last,
        last_server_sync_timestamp=last_server,
        last_sync_duration=duration or 0,
        last_sync=when,
        errors=failed,
        properties=properties,
    )
