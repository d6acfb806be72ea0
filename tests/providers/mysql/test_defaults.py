"""A client's table has the defaults and the expressions of its server's, whatever MySQL's catalogue makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline.runtime.executor import execute
from tests.conftest import KINDS
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable

if "mysql" not in KINDS:
    pytest.skip("no MySQL: DMS_TEST_MYSQL_URL is not set", allow_module_level=True)

COLUMNS = (
    r"""a varchar(20) NOT NULL DEFAULT 'it''s\\ "q"'""",
    "b text DEFAULT ('x''y')",
    "c char(36) DEFAULT (uuid())",
    "d datetime(3) DEFAULT CURRENT_TIMESTAMP(3)",
    "e int DEFAULT (1 + 2)",
    r"f varchar(50) GENERATED ALWAYS AS (concat(a, '-''\\', b)) STORED",
    "g int GENERATED ALWAYS AS (e * 2) VIRTUAL",
    "h bit(3) DEFAULT b'101'",
    "i decimal(9,2) DEFAULT 1.50",
    "j json",
    "k json DEFAULT (JSON_OBJECT('a', 1))",
    "l tinyint(1) NOT NULL DEFAULT 1",
    "m year DEFAULT 2020",
    "n enum('a','b''c') DEFAULT 'a'",
    "o timestamp NULL",
    "p binary(4) DEFAULT 'ab'",
    "q varchar(30) DEFAULT 'CURRENT_TIMESTAMP'",
    "r varchar(9) DEFAULT '0x41'",
    "s varchar(9) DEFAULT '7'",
    "t varchar(9) DEFAULT 'NULL'",
    "u date DEFAULT '2020-01-02'",
    "v double DEFAULT -1.5e30",
)
_FACTS = (
    "SELECT column_name, column_type, is_nullable, column_default, extra, generation_expression, collation_name"
    " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'every' ORDER BY 1"
)


def test_a_clients_table_is_as_its_servers(mysql_urls: Callable[[], str]) -> None:
    world = RealWorld.create(mysql_urls(), mysql_urls())
    try:
        world.run("hq", f"CREATE TABLE `every` (id int PRIMARY KEY, {', '.join(COLUMNS)}, CHECK (a <> 'it''s'))")
        world.wanted = scopes("every")
        execute(world.plan(), world.databases)
        facts: dict[str, list[tuple[Any, ...]]] = {}
        for name, database in world.databases.items():
            with database.connection() as connection:
                facts[name] = connection.rows(_FACTS)

        assert facts["shop"] == facts["hq"]
        assert world.plan().is_empty
    finally:
        world.close()
