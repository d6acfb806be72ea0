"""Names that a database would cut are problems of the plan, like all others: no step is made, none is raised."""

from __future__ import annotations

from dms_pipeline.schema.model import SetupTable, SyncSetup
from tests.providers.doing import opened
from tests.provisioning import SCOPE, planned


def test_every_table_whose_objects_would_share_a_name_is_an_error_of_the_plan(postgresql_url: str) -> None:
    """PostgreSQL keeps 63 bytes: of a table's name, a tracking table's, and an index's on it (S18)."""
    names = ["t" * 50, "u" * 54, "v" * 60]
    with opened(postgresql_url) as server:
        for name in names:
            server.run(f"CREATE TABLE {name} (id integer PRIMARY KEY)")
        plan = planned(server, {SCOPE: (SyncSetup(tables=tuple(SetupTable(name=name) for name in names)), [])})

    assert plan.steps == ()
    assert [(problem.code, problem.path) for problem in plan.errors] == [
        ("unsupported-name", f"scopes.{SCOPE}.tables[1]"),
        ("unsupported-name", f"scopes.{SCOPE}.tables[2]"),
    ]
