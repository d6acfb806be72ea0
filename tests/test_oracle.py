"""The oracle of the histories accuses nobody without reason: cases that it took for losses."""

from __future__ import annotations

import pytest

from tests.suite.oracle import NOTHING, Kept, Oracle, Standing, Version, Wrong

LINK, TAG = ("link", (2, 2)), ("tag", (1,))
ROW = (2, 2)


@pytest.fixture
def oracle() -> Oracle:
    return Oracle(("server", "one", "two"), "server")


def wrote(oracle: Oracle, side: str, key: tuple[str, tuple[int, ...]], row: tuple[object, ...] | None) -> Version:
    """An application writes on top of what stands on its side."""
    version = oracle.written(side, key, row, oracle.at(side, key))
    oracle.committed(side, [version])
    return version


def all_have(oracle: Oracle, rows: dict[tuple[str, tuple[int, ...]], tuple[object, ...]]) -> None:
    """Syncs bring all sides to this."""
    for side in oracle.sides:
        oracle.observe(side, rows)


def test_a_row_that_two_have_inserted_alike_is_deleted_by_who_has_seen_one_of_them(oracle: Oracle) -> None:
    wrote(oracle, "server", LINK, ROW)
    wrote(oracle, "one", LINK, ROW)
    oracle.observe("two", {LINK: ROW})
    wrote(oracle, "two", LINK, None)
    all_have(oracle, {})

    oracle.judge({side: {} for side in oracle.sides}, [])


def test_a_row_that_was_inserted_again_by_who_knew_of_it_is_not_deleted_by_who_did_not(oracle: Oracle) -> None:
    wrote(oracle, "server", LINK, ROW)
    all_have(oracle, {LINK: ROW})
    wrote(oracle, "one", LINK, None)
    wrote(oracle, "one", LINK, ROW)
    wrote(oracle, "two", LINK, None)
    all_have(oracle, {})

    with pytest.raises(Wrong, match="lost"):
        oracle.judge({side: {} for side in oracle.sides}, [])


def test_a_row_that_was_inserted_again_and_sent_is_deleted_by_who_has_got_it(oracle: Oracle) -> None:
    """It is all key, so nothing shows that it came."""
    wrote(oracle, "server", LINK, ROW)
    all_have(oracle, {LINK: ROW})
    wrote(oracle, "one", LINK, None)
    wrote(oracle, "one", LINK, ROW)
    oracle.observe("server", {LINK: ROW}, met="one")
    oracle.observe("server", {LINK: ROW})
    wrote(oracle, "server", LINK, None)
    all_have(oracle, {})

    oracle.judge({side: {} for side in oracle.sides}, [])


def test_a_row_that_two_have_deleted_is_back_by_who_has_seen_one_of_them(oracle: Oracle) -> None:
    first, again = (1, None, "v1"), (1, None, "v2")
    wrote(oracle, "server", TAG, first)
    all_have(oracle, {TAG: first})
    wrote(oracle, "server", TAG, None)
    wrote(oracle, "one", TAG, None)
    oracle.observe("two", {})
    wrote(oracle, "two", TAG, again)
    all_have(oracle, {TAG: again})

    oracle.judge({side: {TAG: again} for side in oracle.sides}, [])


def test_a_client_that_went_back_loses_a_conflict_once_more(oracle: Oracle) -> None:
    mine, theirs = (1, None, "v1"), (1, None, "v2")
    wrote(oracle, "server", TAG, theirs)
    wrote(oracle, "one", TAG, mine)
    lost = Kept(side="server", key=TAG, server=theirs, client=mine, kept="server", rule="server-wins")
    copy = oracle.last
    all_have(oracle, {TAG: theirs})
    oracle.journalled([lost])
    oracle.went_back("one", {TAG: mine}, copy_of="one", since=copy)
    all_have(oracle, {TAG: theirs})
    oracle.journalled([lost])

    oracle.judge({side: {TAG: theirs} for side in oracle.sides}, [])


def test_what_a_client_that_went_back_writes_meets_what_it_had_sent(oracle: Oracle) -> None:
    """Nothing tells the server that it is the same client."""
    sent, later = (1, None, "v1"), (1, None, "v2")
    wrote(oracle, "one", TAG, sent)
    copy = oracle.last
    all_have(oracle, {TAG: sent})
    oracle.went_back("one", {TAG: sent}, copy_of="one", since=copy)
    wrote(oracle, "one", TAG, later)
    all_have(oracle, {TAG: sent})

    oracle.journalled([Kept(side="server", key=TAG, server=sent, client=later, kept="server", rule="server-wins")])


def test_what_a_copy_of_another_client_has_put_away_is_back_with_a_copy_of_the_client_itself(oracle: Oracle) -> None:
    mine = (1, None, "v1")
    wrote(oracle, "one", TAG, mine)
    copy = oracle.last
    oracle.went_back("one", {}, copy_of="two", since=0)
    oracle.went_back("one", {TAG: mine}, copy_of="one", since=copy)
    all_have(oracle, {TAG: mine})

    oracle.judge({side: {TAG: mine} for side in oracle.sides}, [])


def test_a_delete_that_comes_is_none_that_was_undone_before(oracle: Oracle) -> None:
    """The server deleted the row itself, inserted it again, and gets a client's delete of that."""
    row = (1, None, "v2")
    wrote(oracle, "server", TAG, (1, None, "v1"))
    wrote(oracle, "server", TAG, None)
    wrote(oracle, "server", TAG, row)
    oracle.observe("one", {TAG: row})
    gone = wrote(oracle, "one", TAG, None)

    oracle.observe("server", {})

    assert oracle.at("server", TAG) == Standing(None, (gone,))
    assert oracle.at("two", TAG) == NOTHING
