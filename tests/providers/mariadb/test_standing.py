"""Servers and tables that a plan refuses, because changes could be missed."""

from __future__ import annotations

from typing import Any

import pytest

from dms_pipeline.errors import DatabaseError
from dms_pipeline.providers.base import Look
from dms_pipeline.providers.mariadb import standing
from dms_pipeline.schema.model import TableName
from tests.providers.doing import opened
from tests.providers.mariadb.test_marks import FLAVOURS


def test_a_table_without_transactions_is_refused(kin_url: str) -> None:
    with opened(kin_url) as connection:
        connection.run("CREATE TABLE `old` (`id` int PRIMARY KEY) ENGINE = MyISAM")

        with pytest.raises(DatabaseError, match="table old is kept by MyISAM"):
            connection.provider.inspect(connection, Look(tables=(TableName("", "old"),)))


@pytest.mark.parametrize(("setting", "reason"), [("wsrep_on", "Galera"), ("Slave_running", "another one")])
def test_a_server_that_gets_rows_from_others_is_refused(
    kin_url: str, monkeypatch: pytest.MonkeyPatch, setting: str, reason: str
) -> None:
    """No test has a cluster, so the server's answer is another one."""
    with opened(kin_url) as connection:
        standing.check_standing(connection, (), FLAVOURS[connection.provider.name])
        row = connection.row

        def answer(sql: str, parameters: Any = ()) -> Any:
            return (setting, "ON") if setting in sql else row(sql, parameters)

        monkeypatch.setattr(connection, "row", answer)
        with pytest.raises(DatabaseError, match=reason):
            standing.check_standing(connection, (), FLAVOURS[connection.provider.name])


def test_a_server_with_threads_that_apply_is_refused(kin_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Theirs is another user or command on each variant; no test has a replica."""
    with opened(kin_url) as connection:
        flavour = FLAVOURS[connection.provider.name]
        assert connection.value(flavour.appliers) == 0
        asked = connection.value
        monkeypatch.setattr(connection, "value", lambda sql: 1 if sql == flavour.appliers else asked(sql))
        with pytest.raises(DatabaseError, match="another one"):
            standing.check_standing(connection, (), flavour)


def test_a_server_that_logs_statements_is_refused(kin_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers of the tests keep no log, or rows in it."""
    with opened(kin_url) as connection:
        row = connection.row
        said = {"'log_bin'": "ON", "'binlog_format'": "STATEMENT"}

        def answer(sql: str, parameters: Any = ()) -> Any:
            return next((("", value) for name, value in said.items() if name in sql), None) or row(sql, parameters)

        monkeypatch.setattr(connection, "row", answer)
        with pytest.raises(DatabaseError, match="binlog_format = STATEMENT"):
            standing.check_standing(connection, (), FLAVOURS[connection.provider.name])
