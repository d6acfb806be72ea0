"""Statements that run on MySQL are seen, whoever runs them and whatever the user may read."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import AccessDenied
from dms_pipeline.providers.mariadb import activity
from dms_pipeline.providers.mariadb.marks import SECOND
from dms_pipeline.providers.mysql.changes import MYSQL
from tests.conftest import KINDS
from tests.providers.doing import opened
from tests.providers.mariadb.test_marks import make, outside, session

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.providers.connection import Connection

if "mysql" not in KINDS:
    pytest.skip("no MySQL: DMS_TEST_MYSQL_URL is not set", allow_module_level=True)

NAME = "SELECT name FROM item WHERE id = 2"
_WORKERS = (
    "SELECT 'event' FROM information_schema.processlist WHERE info LIKE 'UPDATE item SET name = CONCAT(%%'"
    " AND db = DATABASE()"
)


def test_what_an_event_writes_slowly_is_outside(mysql_urls: Callable[[], str]) -> None:
    with opened(mysql_urls()) as connection:
        make(connection)
        slow = "UPDATE item SET name = CONCAT('slow', SLEEP(2.5)) WHERE id = 2"
        connection.run(f"CREATE EVENT late ON SCHEDULE AT NOW() + INTERVAL 1 SECOND DO {slow}")
        until = time.monotonic() + 20
        while "event" not in [user for (user,) in connection.rows(_WORKERS)]:
            assert time.monotonic() < until, "it does not begin"
            time.sleep(0.1)
        time.sleep(1.5)  # the margin, and more
        mark = session(connection)
        assert connection.value(NAME) == "two"
        while connection.value(NAME) == "two":
            assert time.monotonic() < until, "it does not end"
            time.sleep(0.1)

        assert outside(connection, mark) == [2]


@pytest.mark.parametrize("plainly", [False, True])
def test_an_age_is_never_less_than_it_is(
    mysql_urls: Callable[[], str], monkeypatch: pytest.MonkeyPatch, *, plainly: bool
) -> None:
    """To users who may not read the performance schema, up to two seconds more in all, and no number."""
    with opened(mysql_urls()) as connection, opened(mysql_urls()) as other:
        thread = other.value("SELECT CONNECTION_ID()")
        begun = threading.Thread(target=other.value, args=("SELECT SLEEP(1.6)",))
        before = time.monotonic()
        begun.start()
        time.sleep(0.8)
        if plainly:
            rows = connection.rows

            def asked(self: Connection, sql: str, parameters: tuple[object, ...] = ()) -> object:
                del self
                if sql == MYSQL.running:
                    raise AccessDenied("db", "no")
                return rows(sql, parameters)

            monkeypatch.setattr(type(connection), "rows", asked)
        (found,) = (one for one in activity.statements(connection, 0, MYSQL) if one.thread == thread)
        age = (time.monotonic() - before) * SECOND
        begun.join()

    assert (found.query == activity.UNKNOWN) is plainly
    assert age - 0.2 * SECOND <= -found.start <= age + (1.5 if plainly else 0.2) * SECOND
