"""PostgreSQL as a server and as a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Look, Provider
from dms_pipeline.providers.postgresql.connect import engine, translate
from dms_pipeline.providers.postgresql.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.base import ApplyLock, Fingerprint
    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection


def _inspect(connection: Connection, look: Look) -> DatabaseState:
    from dms_pipeline.providers.postgresql.inspect import inspect

    return inspect(connection, look)


def _target() -> Target:
    from dms_pipeline.providers.postgresql.provision import TARGET

    return TARGET


def _changes() -> Changes:
    from dms_pipeline.providers.postgresql import changes

    return changes


def _lock(open_one: Callable[[], Connection], wait_s: float) -> ApplyLock:
    from dms_pipeline.providers.postgresql.lock import lock

    return lock(open_one, wait_s)


def _fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    from dms_pipeline.providers.postgresql.fingerprint import trigger_fingerprints

    return trigger_fingerprints(connection)


PROVIDER = Provider(
    name="postgresql",
    schemes=("postgresql", "postgres"),
    traits=TRAITS,
    is_file=False,
    engine=engine,
    inspect=_inspect,
    target=_target,
    changes=_changes,
    lock=_lock,
    fingerprints=_fingerprints,
    is_outlived=lambda *_: False,  # each is on the table whose changes it records
    translate=translate,
)
