"""A desired state in the making, and what a database has to do with a scope: what the modules that desire share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.errors import Problem
    from dms_pipeline.plan.plan import Note, Role
    from dms_pipeline.plan.scope import Endpoint, ServedScope
    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Table, Trigger
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.schema.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one database has to do with one scope."""

    role: Role
    served: ServedScope

    @property
    def scope(self) -> str:
        """The scope's name."""
        return self.served.scope.name


@dataclass(slots=True)
class Draft:
    """A desired state in the making, with what was found wrong on the way."""

    endpoint: Endpoint
    observed: DatabaseState
    tables: dict[TableName, Table] = field(default_factory=dict)
    tracking: dict[TableName, Table] = field(default_factory=dict)
    triggers: dict[tuple[TableName, str], Trigger] = field(default_factory=dict)
    altered: set[tuple[TableName, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def traits(self) -> Traits:
        """What its kind of database can hold."""
        return self.endpoint.traits
