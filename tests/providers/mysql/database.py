"""How to make an empty MySQL database for a test."""

from __future__ import annotations

from contextlib import ExitStack

from tests.providers.mariadb.database import Server

RUNNING = ExitStack()  # nothing of its own: the connections are MariaDB's
MYSQL = Server("mysql", "MySQL", "DMS_TEST_MYSQL_URL")
databases = MYSQL.databases
databases_apart = MYSQL.databases_apart
