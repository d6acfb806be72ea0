"""What is provisioned from a recorded seed is what Dotmim.Sync 1.3 provisioned, or `formats` says why not.

A usual run takes every fifth case besides those in `tests/fixtures/formats`; `DMS_TEST_REPLAY=all` takes all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.schema.document import set_from_json, set_to_json
from dms_pipeline.schema.model import SyncSet
from tests.conftest import REPOSITORY, SHARED
from tests.providers.doing import opened
from tests.providers.recorded import load, scope_row
from tests.provisioning import provision
from tests.recordings import conftest
from tests.recordings.comparing import Verdict
from tests.recordings.formats import compare_formats
from tests.recordings.recorded_formats import GROUPS, PAIRS, is_case, read_format, setup_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.recordings.databases import Databases

RECORDED = SHARED / "fixtures" / "dms-1.3" / "formats"
OWN = REPOSITORY / "tests" / "fixtures" / "formats"


def names_of(folder: Path) -> list[str]:
    """The cases of a folder, by path."""
    return sorted(
        str(seed.parent.relative_to(folder))
        for group in GROUPS
        for seed in (folder / group).rglob("seed.server.sql")
        if is_case(seed.parent)
    )


def compared(folder: Path, name: str, databases: Databases) -> None:
    """Provision a case; it is as recorded, or it is known why not."""
    try:
        outcome = compare_formats(read_format(folder / name, folder), databases.empty)
    finally:
        databases.release()
    conftest.FORMATS.add(outcome)
    assert outcome.verdict is not Verdict.DIFFERENT, "\n".join(outcome.details)


@pytest.mark.parametrize("name", conftest.marked(names_of(OWN), PAIRS))
def test_a_database_is_provisioned_as_recorded(name: str, databases: Databases) -> None:
    compared(OWN, name, databases)


@pytest.mark.parametrize("name", conftest.marked(names_of(RECORDED)[:: 1 if conftest.EVERYTHING else 5], PAIRS))
def test_more_databases_are_provisioned_as_recorded(name: str, databases: Databases, recordings: Path) -> None:
    compared(recordings / "formats", name, databases)


def test_the_copies_are_the_recordings(recordings: Path) -> None:
    for path in OWN.rglob("*.*"):
        assert path.read_bytes() == (recordings / "formats" / path.relative_to(OWN)).read_bytes()


def test_keys_of_one_name_lead_where_each_of_them_leads(recordings: Path, postgresql_url: str, sqlite_url: str) -> None:
    """The reference joins keys by name (S20): of two it stores eight. All else is as it stores it."""
    folder = "foreign-keys/same-constraint-name/postgres-to-sqlite"
    request = json.loads((recordings / "formats" / folder / "01-provision.request.json").read_text(encoding="utf-8"))
    recorded = set_from_json(scope_row(recordings, f"{folder}/01-provision.server.rows.json")["sync_scope_schema"])
    with opened(postgresql_url) as server, opened(sqlite_url) as client:
        client.endpoint = "client"
        load(server, (recordings / "formats" / folder / "seed.server.sql").read_text(encoding="utf-8"))
        provision(server, [client], setup_of(request["setup"]))
        text = server.value("SELECT sync_scope_schema FROM scope_info")
    ours = set_from_json(text)

    assert len(recorded.relations or ()) == 8
    assert [
        (one.child_keys[0].table, one.child_keys[0].column, one.parent_keys[0].table) for one in ours.relations or ()
    ] == [("c", "p_id", "p"), ("d", "q_id", "q")]
    assert set_to_json(SyncSet(tables=ours.tables)) == set_to_json(SyncSet(tables=recorded.tables))
