"""The scope tables of MariaDB: ids as lower-case text, dates in UTC without a fraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.traits import TRAITS
from dms_pipeline.providers.scopes import ScopeRows

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

STYLE = TRAITS.style


def _table(name: str) -> str:
    return STYLE.name(name.rpartition(".")[2])


def has_table(connection: Connection, name: str) -> bool:
    """A table of that name exists in the database; case counts where the server says so."""
    sql = "SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = %s)"
    return bool(connection.value(sql, (name.rpartition(".")[2],)))


ROWS = ScopeRows(
    style=STYLE,
    table=_table,
    has_table=has_table,
    reads={
        "sync_scope_id": "upper(`sync_scope_id`)",
        "scope_last_sync": "DATE_FORMAT(`scope_last_sync`, '%Y-%m-%d %H:%i:%s')",
    },
    writes={"sync_scope_id": "lower(%s)", "scope_last_sync": "CAST(substring(%s, 1, 19) AS datetime)"},
)
