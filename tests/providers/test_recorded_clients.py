"""The rows that the reference left of clients with parameters: read as it reads them, written as it writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan import operations as op
from dms_pipeline.schema.parameters import parameter_hash
from tests.adoption.filling import plain
from tests.providers.doing import carry_out, opened, target_of

if TYPE_CHECKING:
    from pathlib import Path

RECORDED = {"mariadb": "mariadb", "mysql": "mariadb", "postgresql": "postgres", "sqlite": "sqlite"}
CASES = 64  # parameter sets with a hash of their own


def texts(row: Any) -> tuple[str | None, ...]:
    return tuple(None if value is None else str(plain(value)) for value in row)


def recorded_rows(folder: Path, kind: str) -> tuple[list[str], list[tuple[str | None, ...]]]:
    """The columns and the rows of a recorded table; a long text may stand in that of another database alone."""
    (stored,) = json.loads((folder / f"stored.{kind}.rows.json").read_text(encoding="utf-8")).values()
    columns, rows = stored["columns"], [[plain(value) for value in row] for row in stored["rows"]]
    key, place = columns.index("sync_scope_hash"), columns.index("sync_scope_parameters")
    for row in rows:
        if isinstance(row[place], dict):
            other = recorded_rows(folder, row[place]["sameAs"].split(".")[1])[1]
            row[place] = next(each[place] for each in other if each[key] == row[key])
    return columns, sorted(map(texts, rows), key=str)


def test_clients_with_parameters_are_read_and_written_as_the_reference_does(
    recordings: Path, database_url: str
) -> None:
    """Each under its hash; two that differ in the case of a name or of a value are two."""
    folder = recordings / "formats" / "parameter-hash"
    with opened(database_url) as connection:
        name = RECORDED[connection.provider.name]
        names, recorded = recorded_rows(folder, name)
        changes, style = connection.provider.changes(), connection.provider.traits.style
        for table in ("scope_info", "again"):
            carry_out(
                connection, [op.CreateScopeTable(table=made) for made in target_of(connection).scope_tables(table)]
            )
        columns, marks = style.names(names), style.marks(len(names))
        connection.execute_many(f"INSERT INTO scope_info_client ({columns}) VALUES ({marks})", recorded)

        found = changes.read_clients(connection, "scope_info")
        for client in found:
            changes.save_client(connection, "again", client)
        written = connection.rows(f"SELECT {columns} FROM again_client")

    where = [names.index(name) for name in ("sync_scope_hash", "sync_scope_id", "sync_scope_parameters")]
    kept = {
        hash_: (str(identity).lower(), text)
        for hash_, identity, text in ([row[at] for at in where] for row in recorded)
    }
    assert {client.hash: (client.id.lower(), client.parameters) for client in found} == kept
    assert (len(found), sorted(map(texts, written), key=str)) == (CASES, recorded)
    assert all(client.last_sync is None for client in found)
    assert kept[parameter_hash({"City": "TORONTO"})] != kept[parameter_hash({"City": "Toronto"})]
