"""Temporary tables, emptied in the middle of a transaction."""

from __future__ import annotations

import pytest

from dms_pipeline.providers.mariadb import staging
from dms_pipeline.providers.mariadb.bulk import Loader
from dms_pipeline.providers.mariadb.staging import MariadbStage
from tests.providers.doing import opened
from tests.providers.mariadb.test_marks import ITEM, make


@pytest.mark.parametrize("most", [1, 2], ids=["many", "few"])
def test_a_stage_that_is_emptied_is_used_again_and_nothing_is_committed(
    most: int, kin_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "MANY", most)
    with opened(kin_url) as connection:
        make(connection)
        connection.begin("START TRANSACTION")
        stage = MariadbStage(Loader(connection, [ITEM]), 1, ITEM, keys_only=False)
        connection.execute("DELETE FROM item WHERE id = 1")
        stage.load([(4, "four"), (5, "five")])
        stage.rows = 2
        stage.clear()
        left = stage.all_values()
        stage.load([(6, "six")])
        stage.rows = 1
        again = stage.all_values()
        connection.rollback()

        assert (left, again) == ([], [(6, "six")])
        assert connection.rows("SELECT id FROM item ORDER BY id") == [(1,), (2,), (3,)]
