"""Types of MariaDB as the reference's documents describe them, the recorded ones byte for byte; what has less room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dms_pipeline import errors
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.providers.mariadb.provision import TARGET
from dms_pipeline.providers.postgresql.provision import TARGET as POSTGRESQL
from dms_pipeline.schema.document import set_to_json
from dms_pipeline.schema.model import SetupTable, SyncSet, TableName
from tests.plan.world import endpoint, plan_for, scope, setup
from tests.providers.doing import look, opened
from tests.providers.recorded import statements

if TYPE_CHECKING:
    from pathlib import Path

    from dms_pipeline.plan.plan import Plan

# What the reference refuses, and we do not: it goes on under another one's codes, or between such databases alone.
OURS = {"uuid", "inet6", "auto-increment-not-key"}
# Whose default, bytes, a later MariaDB than the recorded one writes in digits: seen on 11.8.
IN_DIGITS = {"binary(4)", "binary(16)", "varbinary(100)"}


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
        if "text" not in case:
            continue
        ours, theirs = json.loads(text)["t"], json.loads(case["text"])["t"]
        for column, other in zip(ours[0]["c"], theirs[0]["c"], strict=True):
            if what in IN_DIGITS and str(column["dv"]).startswith("x'"):
                column["dv"] = other["dv"]
        if ours != theirs:
            wrong[what] = (ours[0]["c"], theirs[0]["c"])
    assert wrong == {}
    assert refused == {what for what, case in recorded.items() if "error" in case} - OURS


def planned(postgresql_url: str, columns: str) -> Plan:
    """The plan of a PostgreSQL table that goes to a MariaDB client."""
    with opened(postgresql_url) as connection:
        connection.run(f"CREATE TABLE t ({columns})")
        state = look(connection, TableName("", "t"))
    ends = endpoint("hq", state, POSTGRESQL), endpoint("shop", DatabaseState(), TARGET)
    return plan_for([scope("s", setup("t"))], *ends)


def test_the_plan_names_columns_of_a_client_that_have_less_room_than_their_servers(postgresql_url: str) -> None:
    columns = "id text PRIMARY KEY, a numeric, b numeric(50, 35), c numeric(60, 30), d text, e varchar(9000), f money"
    plan = planned(postgresql_url, columns)

    assert plan.errors == ()
    assert [note.message.split(";")[0] for note in plan.notes] == [
        "t.id: hq: text   shop: varchar(255)",
        "t.a: hq: numeric   shop: decimal(65,30)",
        "t.b: hq: numeric(50,35)   shop: decimal(65,30)",
    ]


def test_a_type_without_a_counterpart_is_refused_once(postgresql_url: str) -> None:
    plan = planned(postgresql_url, "id int PRIMARY KEY, pause interval")

    assert [problem.message for problem in plan.errors] == [
        "shop: t.pause: the type interval has no counterpart in MariaDB"
    ]
