"""What MySQL can do in a test: what MariaDB can, but for waiting for a row lock no time at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.providers.mariadb.abilities import ABILITIES as PARENT

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection


def _patience(connection: Connection, milliseconds: int) -> None:
    # At least 1: dev.mysql.com/doc/refman/8.0/en/innodb-parameters.html, innodb_lock_wait_timeout
    seconds = max(1, round(milliseconds / 1000))
    connection.execute(f"SET SESSION innodb_lock_wait_timeout = {seconds}, lock_wait_timeout = {seconds}")


ABILITIES = replace(PARENT, patience=_patience)
