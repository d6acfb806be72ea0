"""Every recorded pair of databases is imported, adopted with our own tables alone, and synced on from its marks.

A usual run takes a part of them; `DMS_TEST_REPLAY=all`, or `python -m tests.adoption`, takes all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.providers.changes import ZERO_ID
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer
from tests.adoption.adopting import import_and_adopt, sync_on
from tests.adoption.cases import read_cases, take
from tests.adoption.restored import Pair, pairs, restore
from tests.conftest import SERVERS, SHARED
from tests.contract import broken_rules
from tests.providers.doing import opened
from tests.recordings.conftest import EVERYTHING
from tests.recordings.databases import Databases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.adoption.cases import State

ROOT = SHARED / "fixtures" / "dms-1.3" / "formats"
CASES = read_cases()
STATES = list(CASES.states(pairs(ROOT)))
USUAL = {"adventureworks", "deprovision", "tracking", "untracked"}
MARIADB = ("tracking/mariadb-to-mariadb", "untracked/mariadb-to-sqlite")  # of those: all DDL takes its time there
STRIDE = 44  # of the others, every so many


def usual() -> list[State]:
    """What a usual run takes: histories of some length, and some of the others."""
    groups = [state for state in STATES if state.pair.path.split("/")[0] in USUAL]
    kinds = [state for state in groups if "mariadb" not in state.pair.kinds or state.pair.path in MARIADB]
    others = [state for state in STATES if state not in groups]
    return [*kinds, *others[::STRIDE]]


def _needing(state: State) -> object:
    """A state with the servers that it needs."""
    servers = sorted({*state.pair.kinds} & {*SERVERS})
    return pytest.param(state, marks=[getattr(pytest.mark, kind) for kind in servers], id=str(state))


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Empty databases, used again and again."""
    with Databases(tmp_path_factory.mktemp("adoption")) as made:
        yield made


@pytest.mark.parametrize("state", [_needing(state) for state in (STATES if EVERYTHING else usual())])
def test_a_recorded_pair_is_adopted_and_synced_on(state: State, databases: Databases, tmp_path: Path) -> None:
    """Or it is left out, for the reason that the case file gives, and ends as it says."""
    urls = databases.empty(state.pair.kinds[0]), databases.empty(state.pair.kinds[1])
    try:
        take(state, CASES, urls, tmp_path)
    finally:
        databases.release()


def test_the_case_file_names_pairs_that_there_are(recordings: Path) -> None:
    there = {pair.path: pair.steps for pair in pairs(recordings / "formats")}

    assert CASES.left_out.keys() | CASES.earlier.keys() | CASES.further.keys() <= there.keys()
    assert not CASES.left_out.keys() & (CASES.earlier.keys() | CASES.further.keys())
    for state in STATES:
        assert state.step in there[state.pair.path]


BROKEN = {
    1: "ALTER TABLE scope_info_client ADD COLUMN more text",
    2: "UPDATE scope_info SET sync_scope_version = '1.3'",
    3: "UPDATE scope_info SET sync_scope_setup = replace(sync_scope_setup, '\"fils\":[]', '\"fils\": []')",
    4: "UPDATE scope_info_client SET sync_scope_hash = lower(sync_scope_hash)",
    5: "UPDATE scope_info_client SET sync_scope_id = lower(sync_scope_id)",
    6: 'DROP TRIGGER "item__update_trigger"',
    7: "UPDATE item_tracking SET timestamp = timestamp / 10000 WHERE id = (SELECT min(id) FROM item_tracking)",
    8: "UPDATE item_tracking SET update_scope_id = (SELECT sync_scope_id FROM scope_info_client)",
    10: "CREATE UNIQUE INDEX distinct_timestamps ON item_tracking (timestamp)",
}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_of_the_contract_is_found(rule: int, recordings: Path, tmp_path: Path) -> None:
    """The question that the adopted databases answer can be answered with no."""
    recorded = recordings / "formats" / "tracking" / "postgres-to-sqlite" / "03-first-sync.client.db"
    copy = tmp_path / "client.db"
    copy.write_bytes(recorded.read_bytes())
    with opened(f"sqlite:///{copy}") as connection:
        if rule == 10:
            connection.run("UPDATE item_tracking SET timestamp = timestamp + id")
        assert broken_rules(connection, is_server=False, other_kind="postgresql") == []
        connection.run(BROKEN[rule])

        found = broken_rules(connection, is_server=False, other_kind="postgresql")

    assert [text.split(":")[0] for text in found] == [str(rule)] * len(found)
    assert found


@pytest.mark.postgresql
def test_a_function_beside_those_of_triggers_breaks_the_contract(recordings: Path, databases: Databases) -> None:
    pair = Pair(recordings / "formats", "tracking/postgres-to-postgres")
    server, client = databases.empty("postgresql"), databases.empty("postgresql")
    restore(pair, "03-first-sync", server, client)
    with opened(server) as connection:
        assert broken_rules(connection, is_server=True, other_kind="postgresql") == []
        connection.run("CREATE FUNCTION item_changes() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        connection.run(f"UPDATE item_tracking SET update_scope_id = '{ZERO_ID}'")

        found = broken_rules(connection, is_server=True, other_kind="postgresql")
    databases.release()

    assert [text.split(":")[0] for text in found] == ["8", "9"]


@pytest.mark.postgresql
@pytest.mark.parametrize("other", ["00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-fffffffffff1"])
def test_of_two_ids_of_one_client_the_one_with_the_greatest_marks_goes_on(
    other: str, recordings: Path, databases: Databases
) -> None:
    """Two first syncs of the reference at once leave both on a PostgreSQL client (design decision 33)."""
    pair = Pair(recordings / "formats", "tracking/postgres-to-postgres")
    server, client = databases.empty("postgresql"), databases.empty("postgresql")
    restore(pair, "08-download", server, client)
    with opened(client) as connection:
        (row,) = connection.provider.changes().read_clients(connection, "scope_info")
        second = replace(row, id=other, last_server_sync_timestamp=(row.last_server_sync_timestamp or 0) - 60_000)
        connection.provider.changes().save_client(connection, "scope_info", second)

        peer = LocalDatabasePeer(connection, "scope_info")
        known = peer.client("DefaultScope", row.hash)
    databases.release()

    assert known == row


@pytest.mark.postgresql
def test_a_scope_that_leaves_out_a_mandatory_column_stays_as_it_is_with_a_note(
    recordings: Path, databases: Databases, tmp_path: Path
) -> None:
    """A new one would be refused: no row that a client adds could be stored. What clients change is synced on."""
    pair = Pair(recordings / "formats", "setup/columns-without-notnull/postgres-to-sqlite")
    urls = databases.empty("postgresql"), databases.empty("sqlite")
    adopted = import_and_adopt(pair, pair.steps[-1], urls, tmp_path)
    sync_on(adopted)
    with adopted.reachable():
        plan = adopted.pipeline.plan()
    databases.release()

    assert plan.is_empty
    assert [(note.code, note.connection) for note in plan.notes] == [
        ("column-left-out", "hq"),
        ("reference-triggers", "hq"),
        ("reference-triggers", "shop"),
        ("rollback-journal", "shop"),
    ]
    assert "no row that a client adds could be stored" in plan.notes[0].message
