"""Types of a MariaDB server as the reference's documents describe them: the recorded ones, byte for byte."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.schema.document import set_to_json
from dms_pipeline.schema.model import SetupTable, SyncSet, TableName
from tests.providers.doing import look, opened
from tests.providers.recorded import statements

if TYPE_CHECKING:
    from pathlib import Path

# What the reference refuses, and we do not: it goes on under another one's codes, or between such databases alone.
OURS = {"uuid", "inet6", "auto-increment-not-key"}


def test_every_recorded_type_is_announced_as_the_reference_announces_it(recordings: Path, mariadb_url: str) -> None:
    folder = recordings / "formats" / "types" / "mariadb"
    recorded = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    seed = (folder / "seed.sql").read_text(encoding="utf-8")
    with opened(mariadb_url) as connection:
        for statement in statements(seed):
            if statement.lower().startswith("create"):
                connection.run(statement)
        names = [TableName("", case["table"]) for case in recorded.values()]
        tables = look(connection, *names).tables

    wrong, refused = {}, set()
    for what, case in recorded.items():
        name = TableName("", case["table"])
        try:
            document = TARGET.document_table(tables[name], SetupTable(name=name.name))
        except errors.UnsupportedType:
            refused.add(what)
            continue
        text = set_to_json(SyncSet(tables=(document,)))
        if "text" in case and json.loads(text)["t"] != json.loads(case["text"])["t"]:
            wrong[what] = (json.loads(text)["t"][0]["c"], json.loads(case["text"])["t"][0]["c"])
    assert wrong == {}
    assert refused == {what for what, case in recorded.items() if "error" in case} - OURS
