"""MySQL as a server and as a client: MariaDB, but for the facts in `traits` and how its statements are watched."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb import PROVIDER as PARENT
from dms_pipeline.providers.mariadb.connect import engine_of
from dms_pipeline.providers.mysql.traits import MYSQL, TRAITS

if TYPE_CHECKING:
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.base import Look
    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection


def _inspect(connection: Connection, look: Look) -> DatabaseState:
    from dms_pipeline.providers.mariadb.inspect import inspect

    return inspect(connection, look, MYSQL)


def _target() -> Target:
    from dms_pipeline.providers.mariadb.provision import MariadbTarget

    return MariadbTarget(MYSQL)


def _changes() -> Changes:
    from dms_pipeline.providers.mysql import changes

    return changes


PROVIDER = replace(
    PARENT,
    name="mysql",
    schemes=("mysql",),
    traits=TRAITS,
    engine=engine_of(MYSQL),
    inspect=_inspect,
    target=_target,
    changes=_changes,
)
