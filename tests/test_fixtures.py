"""The fixtures of conftest.py hold what they promise."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Pair


def test_each_postgresql_database_is_empty_and_its_own(postgresql_urls: Callable[[], str]) -> None:
    first, second = postgresql_urls(), postgresql_urls()
    with psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE probe (id integer)")

    with psycopg.connect(second) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()

    assert found == (0,)


def test_each_sqlite_database_is_a_file_of_its_own(sqlite_urls: Callable[[], str]) -> None:
    first, second = (make_url(sqlite_urls()).database for _ in range(2))

    assert first != second
    assert first is not None
    connection = sqlite3.connect(first)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()


def test_a_pair_has_a_database_for_each_role(server_and_client: Pair) -> None:
    assert server_and_client.server_url != server_and_client.client_url


def test_the_cluster_with_passwords_refuses_a_wrong_one(password_cluster: str) -> None:
    wrong = make_url(password_cluster).set(password="wrong").render_as_string(hide_password=False)  # noqa: S106 - the wrong one

    psycopg.connect(password_cluster).close()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)
