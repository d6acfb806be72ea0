"""The contract between the core and a kind of database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Engine

    from dms_pipeline.errors import DmsError
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.plan.target import Target
    from dms_pipeline.providers.changes import Changes
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What an inspection looks at.

    The tables of every setup stored in the database are looked at besides `tables`: shared objects are counted over
    all of them. `count_unsynced` asks for exact counts of changes that were not uploaded yet.
    """

    scope_info_table: str = "scope_info"
    tables: tuple[TableName, ...] = ()
    tracking_tables: tuple[TableName, ...] = ()
    count_unsynced: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Provider:
    """One kind of database; a variant is `replace(parent.PROVIDER, …)`.

    Attributes:
        name: as plans show it.
        schemes: the URL schemes that mean this kind.
        traits: its facts.
        is_file: the database part of a URL is the path of a file.
        engine: a pool of autocommit connections for a URL; nothing is opened yet. The second argument is the time to
            wait for a connection, in seconds.
        inspect: one consistent look at a database.
        target: what it makes of what is desired (planning alone asks).
        changes: how rows are read and written (`providers.changes`; syncing alone asks).
        translate: an exception of its driver as one of ours; the first argument is the connection's name.
    """

    name: str
    schemes: tuple[str, ...]
    traits: Traits
    is_file: bool
    engine: Callable[[URL, float], Engine]
    inspect: Callable[[Connection, Look], DatabaseState]
    target: Callable[[], Target]
    changes: Callable[[], Changes]
    translate: Callable[[str, BaseException], DmsError]
