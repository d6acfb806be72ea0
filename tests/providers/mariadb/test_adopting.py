"""A MariaDB database that Dotmim.Sync provisioned is taken over as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.model import TableName
from tests.providers.doing import look, opened
from tests.providers.recorded import load, scope_row, script

if TYPE_CHECKING:
    from pathlib import Path

CASE = "setup/plain/mariadb-to-mariadb"


def test_its_triggers_and_procedures_are_known_and_its_scope_is_read(recordings: Path, mariadb_url: str) -> None:
    row = scope_row(recordings, f"{CASE}/01-provision.server.rows.json")
    with opened(mariadb_url) as connection:
        load(connection, script(recordings, f"{CASE}/01-provision.server.schema.sql"))
        marks = ", ".join(["%s"] * len(row))
        connection.execute(f"INSERT INTO scope_info ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))
        names = [TableName("", name) for name in ("customer", "orders", "order_line")]
        state = look(connection, *names)

    (scope,) = state.scopes.values()
    assert scope.setup is not None
    assert scope.schema is not None
    assert [entry.table for entry in scope.setup.tables or ()] == names
    kinds = {
        TARGET.kind_of(scope.setup, document, state.tables[document.table], trigger)
        for document in scope.schema.tables or ()
        for (table, _), trigger in state.triggers.items()
        if table == document.table
    }
    assert (kinds, len(state.triggers)) == ({Triggers.REFERENCE}, 9)
    for document in scope.schema.tables or ():
        made = TARGET.document_table(state.tables[document.table], scope.setup.tables[names.index(document.table)])  # type: ignore[index]
        assert made == document
        assert {one.name for one in TARGET.procedures(scope.setup, scope.name, document)} <= {*state.procedures}
