"""What we ask a server's catalogue is about one database; those beside it on the server are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pymysql.cursors import Cursor

from dms_pipeline import LocalOrchestrator, MariaDBSyncProvider, SyncAgent, SyncSetup
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

TABLES = (
    'CREATE TABLE "p" ("id" int PRIMARY KEY, "qty" int CHECK ("qty" >= 0))',
    'CREATE TABLE "c" ("id" int PRIMARY KEY, "p" int, FOREIGN KEY ("p") REFERENCES "p" ("id") ON DELETE CASCADE)',
)
ROWS = 'INSERT INTO "p" VALUES (1, 1), (2, 2)', 'INSERT INTO "c" VALUES (1, 1), (2, 2)'


def test_no_question_to_the_catalogue_goes_through_the_servers_other_databases(
    mariadb_urls: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take as long as they are many, and be in the way of those that change their tables."""
    asked: dict[str, None] = {}
    ask = Cursor._query

    def note(cursor: Cursor, sql: str | bytearray) -> Any:
        if isinstance(sql, str) and "information_schema." in sql:
            asked[sql] = None
        return ask(cursor, sql)

    server, client = mariadb_urls(), mariadb_urls()
    with opened(server) as connection:
        for statement in (*TABLES, *ROWS):
            connection.run(statement)
        monkeypatch.setattr(Cursor, "_query", note)
        agent = SyncAgent(MariaDBSyncProvider(client), MariaDBSyncProvider(server))
        agent.synchronize(SyncSetup("p", "c"))
        connection.run('DELETE FROM "p" WHERE "id" = 1')
        assert agent.synchronize().to_client.total("deletes") == 2
        LocalOrchestrator(MariaDBSyncProvider(client)).drop_all()
        monkeypatch.undo()
        through_all = [sql for sql in asked if "Scanned all databases" in str(connection.rows(f"EXPLAIN {sql}"))]

    assert len(asked) > 10, "else nothing is looked at"
    assert through_all == []
