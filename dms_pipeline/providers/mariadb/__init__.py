"""MariaDB as a server and as a client; MySQL is a variant of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.base import Look, Provider
from dms_pipeline.providers.mariadb.connect import engine_of, translate
from dms_pipeline.providers.mariadb.traits import MARIADB, TRAITS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.base import ApplyLock, Fingerprint
    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection


def _inspect(connection: Connection, look: Look) -> DatabaseState:
    from dms_pipeline.providers.mariadb.inspect import inspect

    return inspect(connection, look)


def _target() -> Target:
    from dms_pipeline.providers.mariadb.provision import TARGET

    return TARGET


def _changes() -> Changes:
    from dms_pipeline.providers.mariadb import changes

    return changes


def _lock(open_one: Callable[[], Connection], wait_s: float) -> ApplyLock:
    from dms_pipeline.providers.mariadb.lock import lock

    return lock(open_one, wait_s)


def _fingerprints(connection: Connection) -> dict[tuple[str, str], Fingerprint]:
    from dms_pipeline.providers.mariadb.fingerprint import trigger_fingerprints

    return trigger_fingerprints(connection)


def _is_outlived(connection: Connection, name: str) -> bool:
    from dms_pipeline.providers.mariadb.fingerprint import is_outlived

    return is_outlived(connection, name)


PROVIDER = Provider(
    name="mariadb",
    schemes=("mariadb",),
    traits=TRAITS,
    is_file=False,
    engine=engine_of(MARIADB),
    inspect=_inspect,
    target=_target,
    changes=_changes,
    lock=_lock,
    fingerprints=_fingerprints,
    is_outlived=_is_outlived,
    translate=translate,
)
