"""Bad input of every kind, typed as a user would: a clear message with a way out, exit code 1, nothing half done."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from sqlalchemy import Engine, event

from dms_pipeline.runtime import retrying, sessions
from dms_pipeline.runtime.connect import Database
from dms_pipeline.sync.session import synchronize
from tests.conftest import PASSWORD, SPOKEN
from tests.place import Ran

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.place import Place

WRONG = "not-the-password"


@pytest.fixture(params=SPOKEN)
def server(request: pytest.FixtureRequest, place: Place, database_urls: Callable[[str], str]) -> Place:
    """A server of each kind with a table and two rows, an empty SQLite client, and the pipeline file."""
    return place.made(server=database_urls(request.param))


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# Files.


def test_a_missing_file_is_named_and_init_is_the_way_out(place: Place) -> None:
    ran = place.run("plan", file="nope.toml")

    assert ran == Ran(1, "", "error[no-such-file]: there is no file nope.toml\nhint: dms-pipeline init writes one\n")


def test_a_mistyped_file_is_guessed(place: Place) -> None:
    place.write()

    assert 'hint: did you mean "retail.toml"?' in place.run("sync", file="retial.toml").err


def test_a_folder_is_no_pipeline_file(place: Place) -> None:
    place.write()
    ran = place.run("plan", file=".")

    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == "error[no-such-file]: . is a folder, not a pipeline file\nhint: in this folder there is retail.toml\n"
    )


def test_bad_toml_is_shown_where_it_is(place: Place) -> None:
    (place.folder / "retail.toml").write_text('version = 1\n[connections.hq\nurl = "sqlite:///hq.db"\n')
    ran = place.run("plan")

    assert ran.code == 1
    assert "error[bad-toml]: this is no TOML" in ran.err
    assert "  --> retail.toml:2:16\n2 | [connections.hq\n" in ran.err


def test_an_unknown_key_comes_with_the_one_that_was_meant(place: Place) -> None:
    place.write()
    file = place.folder / "retail.toml"
    file.write_text(file.read_text().replace("tables =", "table ="))
    ran = place.run("apply", "--yes")

    assert ran.code == 1
    assert 'error[unknown-key]: scopes.products has no key "table"' in ran.err
    assert 'did you mean "tables"?' in ran.err
    assert list(place.folder.glob("*.db")) == []


@pytest.mark.parametrize("command", ["validate", "plan", "apply", "sync"])
def test_a_permission_of_no_kind_is_refused_with_its_line(place: Place, command: str) -> None:
    place.write(more='[policy]\ndeny = ["drop-triger:x"]')
    ran = place.run(command)

    assert ran.code == 1
    assert 'error[bad-permission]: "drop-triger:x" is no permission' in ran.err
    assert "(retail.toml:15:9)" in ran.err
    assert 'did you mean "drop-trigger"?' in ran.err


def test_a_flag_of_no_kind_is_refused(place: Place) -> None:
    ran = place.made().run("plan", "--allow", "typo:x")

    assert ran.code == 1
    assert 'error[usage]: "typo:x" is no permission' in ran.err


@pytest.mark.parametrize("command", [("plan",), ("apply", "--yes"), ("sync",), ("status",)])
def test_what_is_not_carried_out_yet_is_refused_with_every_place(place: Place, command: tuple[str, ...]) -> None:
    """Filters, parameters of clients, endpoints over HTTP: ignored, they would send every row to everybody."""
    place.write(
        client="https://sync.example/api/sync",
        more='[[scopes.products.filters]]\ntable = "Product"\nparameters = [{ name = "name", column = "name" }]\n'
        'where = [{ column = "name", parameter = "name" }]',
    )
    file = place.folder / "retail.toml"
    text = file.read_text().replace('["shop"]', '[{ connection = "local", parameters = { name = "Road" } }]')
    file.write_text(
        text.replace("[scopes.products]", '[connections.local]\nurl = "sqlite:///l.db"\n\n[scopes.products]')
    )
    ran = place.run(*command)

    assert (ran.code, ran.out) == (1, "")
    assert "error[not-supported-yet]: retail.toml declares what this version does not carry out" in ran.err
    for what, line in (("connections.shop.url", 8), ("products.clients[0]", 15), ("products.filters[0]", 17)):
        assert f"{what}: " in ran.err
        assert f"(retail.toml:{line})" in ran.err
    assert list(place.folder.glob("*.db")) == []
    found = place.run(*command, "--json").errors
    assert [(one["code"], one["location"]["line"]) for one in found] == [
        ("not-supported-yet", 8),
        ("not-supported-yet", 15),
        ("not-supported-yet", 17),
    ]


def test_unknown_scopes_and_clients_come_with_those_there_are(place: Place) -> None:
    place.made()

    assert 'has no scope "product"\nhint: did you mean "products"?' in place.run("sync", "--scope", "product").err
    assert 'fits "till*"\nhint: its clients are shop' in place.run("sync", "--client", "till*").err


def test_a_mistyped_flag_is_a_usage_error(place: Place) -> None:
    ran = place.run("sync", "--scop")

    assert ran.code == 1
    assert ran.err.endswith("hint: dms-pipeline sync --help\n")
    assert place.run("sync", "--json", "--scop").errors[0]["code"] == "usage"


# Tables of the server.


def test_all_that_is_wrong_with_a_servers_tables_comes_at_once(server: Place) -> None:
    server.sql("hq", "CREATE TABLE import_log (id integer NOT NULL UNIQUE, line text)")
    server.write(tables='"Prodct", "import_log", { name = "Product", columns = ["id", "nam"] }')
    ran = server.run("plan")

    assert (ran.code, ran.out) == (1, "")
    assert 'error[no-such-table]: hq has no table "Prodct"' in ran.err
    assert 'did you mean "Product"? (retail.toml:13, scopes.products.tables[0])' in ran.err
    assert "error[no-primary-key]: hq: import_log has no primary key, so its rows cannot be told apart (" in ran.err
    assert "(id) has no nulls and could become one; or leave import_log out" in ran.err
    assert 'error[no-such-column]: hq: Product has no column "nam"; did you mean "name"?' in ran.err
    assert ran.err.endswith("3 errors; nothing was done.\n")
    assert server.run("apply", "--yes").code == 1
    assert server.tables("hq") == {"Product", "import_log"}
    assert not (server.folder / "shop.db").exists()


@pytest.mark.postgresql
def test_a_type_that_a_client_cannot_have_is_refused_with_table_and_column(place: Place, postgresql_url: str) -> None:
    place.made(server=postgresql_url).sql("hq", 'ALTER TABLE "Product" ADD COLUMN tags text[]')
    ran = place.run("plan")

    assert ran.code == 1
    assert "error[unsupported-type]: shop: Product.tags: the type text[] has no counterpart in SQLite" in ran.err
    assert "hint: list the columns of Product to be synced, without tags" in ran.err


def test_a_clients_table_that_differs_is_shown_beside_the_servers(server: Place) -> None:
    server.sql(
        "shop", 'CREATE TABLE "Product" (id integer PRIMARY KEY, name integer)', 'INSERT INTO "Product" VALUES (7, 1)'
    )
    ran = server.run("apply", "--yes")

    assert ran.code == 1
    assert (
        "error[table-differs]: shop already has a table Product that does not fit the one on hq; it has 1 rows"
        in ran.err
    )
    assert "shop: integer\nhint: change or rename that table on shop" in ran.err
    assert server.tables("hq") == {"Product"}
    assert server.tables("shop") == {"Product"}


# Connections.


@pytest.mark.parametrize("command", [("plan",), ("apply", "--yes"), ("destroy", "--yes")])
def test_every_missing_variable_is_named(place: Place, command: tuple[str, ...]) -> None:
    place.write(server='{ env = "NO_HQ_URL" }', client='{ env = "NO_SHOP_URL" }')
    ran = place.run(*command)

    assert (ran.code, ran.out) == (1, "")
    for side, line in (("HQ", 5), ("SHOP", 8)):
        assert f"the environment variable NO_{side}_URL is not set (retail.toml:{line}, connections." in ran.err
        assert f"hint: export NO_{side}_URL=…" in ran.err
    assert place.run("sync").code == 1
    assert place.run("conflicts", "list").code == 1


def test_a_refused_connection_shows_the_url_without_its_password(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    port = closed_port()
    monkeypatch.setenv("HQ_URL", f"postgresql://sync:{PASSWORD}@127.0.0.1:{port}/retail")
    place.write(server='{ env = "HQ_URL" }')
    for command in (("plan",), ("sync",), ("apply", "--yes"), ("conflicts", "list")):
        ran = place.run(*command, "--connect-timeout", "2s")
        assert ran.code == 1
        assert f"error[unreachable]: hq: 127.0.0.1:{port} refused the connection" in ran.err
        assert f"postgresql://sync:***@127.0.0.1:{port}/retail comes from env HQ_URL (retail.toml:5)" in ran.err
        assert PASSWORD not in ran.err + ran.out + place.run(*command, "--json").out


@pytest.mark.parametrize(
    "url", [f"postgresql://sync:{PASSWORD}@localhost:54:32/x", f"{PASSWORD}@localhost", "oracle://x"]
)
def test_a_url_that_is_none_is_refused_without_showing_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("HQ_URL", url)
    place.write(server='{ env = "HQ_URL" }')
    ran = place.run("plan", "-v")

    assert ran.code == 1
    assert "error[usage]: hq: " in ran.err
    assert "(retail.toml:5, connections.hq.url)" in ran.err
    assert PASSWORD not in ran.err


def test_a_wrong_password_never_shows(place: Place, password_cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HQ_URL", password_cluster.replace(PASSWORD, WRONG))
    place.write(server='{ env = "HQ_URL" }')
    for command in ("plan", "plan --json", "apply --yes", "sync", "sync --json", "conflicts list", "status --json"):
        ran = place.run(*command.split())
        text = ran.err + ran.out
        assert ran.code == 1 or command.startswith("status")
        assert "access-denied" in text
        assert 'refused user "postgres" and its password' in text.replace('\\"', '"')
        assert WRONG not in text
        assert PASSWORD not in text
    monkeypatch.setenv("HQ_URL", password_cluster.replace(f":{PASSWORD}", ""))
    assert "asks for a password, and there is none" in place.run("plan").err


def test_a_database_that_the_server_does_not_have_is_named(place: Place, postgresql_url: str) -> None:
    place.write(server=urlunsplit(urlsplit(postgresql_url)._replace(path="/no_such_database")))

    assert 'has no database "no_such_database"' in place.run("plan").err


def test_a_missing_driver_comes_with_what_to_install(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # an import of it fails
    place.write(server="postgresql://db.example/retail")
    ran = place.run("plan")

    assert ran.code == 1
    assert "error[missing-driver]: hq: PostgreSQL needs the driver psycopg, which is not installed" in ran.err
    assert 'hint: pip install "dms-pipeline[postgresql]"' in ran.err


@pytest.mark.parametrize(
    ("client", "text"),
    [
        ("sqlite:///nowhere/shop.db", "there is no folder "),
        ("sqlite:///.", "is a folder, not a database file"),
        ("sqlite:///retail.toml", "this is no intact SQLite database (file is not a database)"),
    ],
)
def test_a_client_that_is_no_database_file_is_refused(place: Place, client: str, text: str) -> None:
    place.made(client=client)
    for command in (("plan",), ("apply", "--yes"), ("sync",)):
        ran = place.run(*command)
        assert ran.code == 1
        assert text in ran.err or (command == ("sync",) and "not set up here" in ran.err)
        assert "hint: " in ran.err
    assert place.tables("hq") == {"Product"}


def test_a_client_that_may_be_offline_is_not_forgiven_more_than_that(place: Place) -> None:
    """Not reached is deferred; there and damaged is an error."""
    place.made(client=f"postgresql://127.0.0.1:{closed_port()}/shop")
    file = place.folder / "retail.toml"
    file.write_text(file.read_text().replace("[scopes.products]", 'offline = "allowed"\n\n[scopes.products]'))
    assert "deferred  shop was not reached and may be offline" in place.done("plan", "--connect-timeout", "2s").out
    text = file.read_text()
    file.write_text(text.replace(place.client, "sqlite:///retail.toml"))
    assert "error[not-intact]: shop: " in place.run("plan").err


def test_a_look_makes_no_file(place: Place) -> None:
    place.write(server="sqlite:///hq-mistyped.db")
    for command in ("plan", "sync", "status", "conflicts list"):
        ran = place.run(*command.split())
        assert "there is no file " in ran.err
    place.made()
    assert place.done("plan").out.endswith("Nothing can be lost.\n")
    assert {path.name for path in place.folder.glob("*.db")} == {"hq.db"}


def test_a_damaged_client_is_refused(place: Place) -> None:
    place.made().done("apply", "--yes")
    with (place.folder / "shop.db").open("r+b") as file:
        file.write(os.urandom(4096))
    for command in (("plan",), ("sync",), ("apply", "--yes")):
        ran = place.run(*command)
        assert ran.code == 1
        assert "error[not-intact]: shop: this is no intact SQLite database" in ran.err
        assert "A damaged one has to come back from a copy" in ran.err


# Databases that refuse.


def test_a_read_only_file_stops_an_apply_before_the_first_step(server: Place) -> None:
    server.sql("shop", "CREATE TABLE other (id integer PRIMARY KEY)")
    server.write(client="sqlite:///file:shop.db?mode=ro&uri=true")
    ran = server.run("apply", "--yes")

    assert ran.code == 1
    assert "error[read-only]: shop: the database cannot be written" in ran.err
    assert "nothing was done\nhint: does its URL say mode=ro" in ran.err
    assert (server.tables("hq"), server.tables("shop")) == ({"Product"}, {"other"})
    server.write()
    server.done("apply", "--yes")
    server.write(client="sqlite:///file:shop.db?mode=ro&uri=true")
    server.sql("hq", """UPDATE "Product" SET name = 'New' WHERE id = 1""")
    assert "error[read-only]: shop: " in server.run("sync").err
    server.write()
    server.done("sync")
    assert server.sql("shop", 'SELECT name FROM "Product" WHERE id = 1') == "New"


@pytest.mark.postgresql
def test_a_read_only_server_stops_an_apply_before_the_first_step(place: Place, postgresql_url: str) -> None:
    place.made(server=postgresql_url)
    name = urlsplit(postgresql_url).path.removeprefix("/")
    place.sql("hq", f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    ran = place.run("apply", "--yes")

    assert ran.code == 1
    assert (
        "error[read-only]: hq: the database cannot be written (transactions are read-only); nothing was done" in ran.err
    )
    assert "hint: is it a standby, or is default_transaction_read_only set?" in ran.err
    assert place.tables("hq") == {"Product"}
    with psycopg.connect(postgresql_url, options="-c default_transaction_read_only=off", autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{name}" RESET default_transaction_read_only')
    place.done("apply", "--yes")


@pytest.fixture
def weak_url(postgresql_url: str) -> Iterator[str]:
    """A user of a database who may read its tables and nothing else."""
    parts = urlsplit(postgresql_url)
    role = f"weak_{parts.path.removeprefix('/')}"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f'CREATE ROLE "{role}" LOGIN')
        connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        yield urlunsplit(parts._replace(netloc=f"{role}@{parts.netloc.rpartition('@')[2]}"))
        connection.execute(f'DROP OWNED BY "{role}"')
        connection.execute(f'DROP ROLE "{role}"')


@pytest.mark.postgresql
def test_a_user_without_privileges_is_told_which(place: Place, postgresql_url: str, weak_url: str) -> None:
    place.made(server=postgresql_url)
    place.write(server=weak_url)
    assert "error[access-denied]: hq: permission denied for table Product (retail.toml:5" in place.run("plan").err
    place.sql("hq", f'GRANT SELECT ON "Product" TO "{urlsplit(weak_url).username}"')
    ran = place.run("apply", "--yes")

    assert ran.code == 1
    assert "error[access-denied]: hq: permission denied for schema public; nothing was done" in ran.err
    assert "hint: grant it to the user of this connection: apply needs CREATE in the schema" in ran.err
    assert place.tables("hq") == {"Product"}


# Two at once.


@contextmanager
def applying(place: Place, side: str) -> Iterator[None]:
    """Somebody else applies to a database that was applied before."""
    url = place.server if side == "hq" else f"sqlite:///{place.folder}/shop.db"
    since = (datetime.now(UTC) - timedelta(minutes=3)).isoformat(timespec="seconds")
    place.sql(side, f"INSERT INTO dms_lock VALUES ('apply', 'ci@runner-7', 'runner-7', 12, 18, '{since}')")
    database = Database(side, url)
    lock = database.provider.lock(database.open, 0)
    try:
        yield
    finally:
        lock.release()
        database.dispose()


@pytest.mark.parametrize("side", ["hq", "shop"])
def test_the_second_of_two_applies_is_told_who_and_since_when(server: Place, side: str) -> None:
    server.done("apply", "--yes")
    server.sql("hq", 'CREATE TABLE "Stock" (id integer PRIMARY KEY)')
    server.write(tables='"Product", "Stock"')
    with applying(server, side):
        ran = server.run("apply", "--yes", "--lock-timeout", "0")
        assert ran.code == 1
        assert f"error[locked]: {side}: it is being applied by ci@runner-7, process 12, since " in ran.err
        assert " UTC, 3 min ago (run r18); nothing was done\nhint: --lock-timeout 5m waits." in ran.err
        assert "Stock" not in server.tables("shop")
    server.done("apply", "--yes")
    assert "Stock" in server.tables("shop")


def test_a_sync_into_a_file_that_another_program_writes_is_told_so(place: Place) -> None:
    place.made().done("apply", "--yes", "--no-sync")
    with applying(place, "shop"):
        ran = place.run("sync", "--connect-timeout", "0")
        assert ran.code == 1
        assert "error[locked]: shop: another program is writing to the database" in ran.err
    place.done("sync")


# A full disk.


@contextmanager
def no_room(pages: int = 1) -> Iterator[None]:
    """SQLite files of this process cannot grow beyond some pages; below the present size means not at all."""

    def limit(driver: Any, record: object) -> None:
        del record
        if type(driver).__module__ == "sqlite3":
            driver.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    try:
        yield
    finally:
        event.remove(Engine, "connect", limit)


@pytest.mark.parametrize("pages", [1, 4, 9])
def test_a_full_disk_stops_an_apply_and_the_same_command_finishes_it(
    place: Place, postgresql_url: str, pages: int
) -> None:
    place.made(server=postgresql_url)
    with no_room(pages):
        ran = place.run("apply", "--yes")

    assert ran.code == 1
    assert "shop: no room is left (database or disk is full); nothing of this transaction was kept" in ran.err
    assert "hint: make room, then run the same command again" in ran.err
    assert place.tables("shop") <= {"dms_lock", "dms_runs"}
    place.done("apply", "--yes")
    assert place.done("plan").out == "Nothing to do: the databases are as the file says.\n"
    assert place.sql("shop", 'SELECT count(*) FROM "Product"') == 2


def test_a_full_disk_stops_a_sync_and_the_same_command_finishes_it(place: Place) -> None:
    place.made().done("apply", "--yes")
    place.sql(
        "hq",
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
        f""" INSERT INTO "Product" SELECT i, '{"x" * 1000}' FROM n""",
    )
    with no_room():
        ran = place.run("sync", "--json")

    assert ran.code == 1
    assert [(one["code"], one["hint"]) for one in ran.errors] == [
        ("disk-full", "make room, then run the same command again")
    ]
    assert place.sql("shop", 'SELECT count(*) FROM "Product"') == 2
    assert place.sql("shop", 'SELECT count(*) FROM "Product_tracking"') == 2
    place.done("sync")
    assert place.sql("shop", 'SELECT count(*) FROM "Product"') == 393


@pytest.mark.postgresql
def test_a_server_without_room_stops_a_sync_and_the_same_command_finishes_it(place: Place, postgresql_url: str) -> None:
    place.made(server=postgresql_url).done("apply", "--yes")
    place.sql(
        "hq",
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$",
        'CREATE TRIGGER full_disk BEFORE INSERT ON "Product" FOR EACH ROW EXECUTE FUNCTION full_disk()',
    )
    place.sql(
        "shop", """INSERT INTO "Product" VALUES (7, 'Bell')""", """UPDATE "Product" SET name = 'W' WHERE id = 2"""
    )
    ran = place.run("sync")

    assert ran.code == 1
    assert (
        "error[disk-full]: hq: no room is left (could not extend file); nothing of this transaction was kept" in ran.err
    )
    assert place.sql("hq", "SELECT string_agg(name, ',' ORDER BY id) FROM \"Product\"") == "Road,Wheel"
    place.sql("hq", 'DROP TRIGGER full_disk ON "Product"')
    place.done("sync")
    assert place.sql("hq", "SELECT string_agg(name, ',' ORDER BY id) FROM \"Product\"") == "Road,W,Bell"


# Plans that may not run.


def test_a_stale_plan_names_what_moved(server: Place) -> None:
    server.done("plan", "--out", "plan.json")
    server.sql("hq", 'ALTER TABLE "Product" ADD COLUMN extra integer')
    ran = server.run("apply", file="plan.json")

    assert ran.code == 1
    assert "error[plan-stale]: hq is no longer as when the plan was made; nothing was done" in ran.err
    assert "~ hq table Product: extra is new" in ran.err
    assert server.tables("hq") == {"Product"}


def test_a_file_that_is_no_whole_plan_is_refused(place: Place) -> None:
    place.made().done("plan", "--out", "plan.json")
    saved = json.loads((place.folder / "plan.json").read_text())
    for broken in ({**saved, "format_version": "2.0"}, {key: saved[key] for key in ("format_version", "kind")}):
        (place.folder / "plan.json").write_text(json.dumps(broken))
        ran = place.run("apply", file="plan.json")
        assert ran.code == 1
        assert "error[invalid-document]: " in ran.err


def test_a_question_that_nobody_can_answer_names_yes(place: Place) -> None:
    ran = place.made().run("apply")

    assert (ran.code, ran.out) == (1, "")
    assert "nothing was done\nhint: --yes answers the question" in ran.err
    assert place.tables("hq") == {"Product"}


def test_a_step_that_loses_changes_needs_its_flag(server: Place) -> None:
    """The count is of what the client has not uploaded; where there is nothing, no permission is needed."""
    server.sql("hq", 'CREATE TABLE "Stock" (id integer PRIMARY KEY)')
    server.write(tables='"Product", "Stock"')
    server.done("apply", "--yes")
    server.sql("shop", 'INSERT INTO "Stock" VALUES (1), (2)')
    server.write()
    ran = server.run("apply", "--yes")

    assert ran.code == 1
    assert "error[not-allowed]: 1 of " in ran.err
    assert "nothing was done\n  - shop  tracking table Stock_tracking   forgets 2 changes that never reached" in ran.err
    assert "hint: allow it once: --allow drop-tracking-table:Stock (--yes never allows)" in ran.err
    assert server.sql("shop", 'SELECT count(*) FROM "Stock_tracking"') == 2
    server.write(more='[policy]\ndeny = ["drop-tracking-table:Stock"]')
    denied = server.run("apply", "--yes", "--allow", "drop-tracking-table:Stock").err
    assert "hint: [policy] deny in the file forbids what no flag allows" in denied
    server.write()
    server.done("apply", "--yes", "--allow", "drop-tracking-table:Stock")
    assert "Stock_tracking" not in server.tables("shop")


def test_destroy_does_not_take_kept_rows_along_unasked(server: Place) -> None:
    server.done("apply", "--yes")
    server.sql("hq", """UPDATE "Product" SET name = 'server' WHERE id = 1""")
    server.sql("shop", """UPDATE "Product" SET name = 'client' WHERE id = 1""")
    server.done("sync")
    ran = server.run("destroy", "--yes")

    assert ran.code == 1
    assert "  - hq  table dms_journal   destroys 1 row\n" in ran.err
    assert "--allow drop-own-table:dms_journal" in ran.err
    assert "dms_journal" in server.tables("hq")
    server.done("destroy", "--yes", "--allow", "drop-own-table:dms_journal")
    assert server.tables("hq") == {"Product"}


# Syncs that may not run.


@pytest.mark.parametrize("command", ["sync", "conflicts list"])
def test_nothing_is_synced_where_nothing_is_set_up(server: Place, command: str) -> None:
    server.sql("shop", "CREATE TABLE other (id integer PRIMARY KEY)")
    ran = server.run(*command.split())

    assert ran.code == 1
    assert 'error[not-provisioned]: hq: scope "products" is not set up here' in ran.err
    assert "hint: dms-pipeline apply sets it up" in ran.err
    assert server.tables("hq") == {"Product"}
    assert server.run(*command.split(), "--json").errors[0]["code"] == "not-provisioned"


SQLITE_TRIGGER, POSTGRESQL_TRIGGER = "Product__update_trigger", "product_update_trigger"


@pytest.mark.parametrize(
    ("kind", "name", "mark", "harm"),
    [
        ("sqlite", SQLITE_TRIGGER, "+", f"DROP TRIGGER {SQLITE_TRIGGER}"),
        ("postgresql", POSTGRESQL_TRIGGER, "+", f'DROP TRIGGER {POSTGRESQL_TRIGGER} ON "Product"'),
        ("postgresql", POSTGRESQL_TRIGGER, "~", f'ALTER TABLE "Product" DISABLE TRIGGER {POSTGRESQL_TRIGGER}'),
    ],
)
def test_a_trigger_that_was_harmed_stops_the_sync_and_apply_mends_it(  # noqa: PLR0917 - each argument is a fact of its own
    place: Place, database_urls: Callable[[str], str], kind: str, name: str, mark: str, harm: str
) -> None:
    server = place.made(server=database_urls(kind))
    server.done("apply", "--yes")
    server.sql("hq", harm)
    server.sql("shop", """INSERT INTO "Product" VALUES (9, 'Pump')""")
    ran = server.run("sync")

    assert ran.code == 1
    assert (
        f'error[not-provisioned]: hq: scope "products" is not as it was set up: trigger Product.{name} is ' in ran.err
    )
    assert "hint: dms-pipeline plan shows what is wrong, apply mends it" in ran.err
    assert server.sql("hq", 'SELECT count(*) FROM "Product"') == 2
    drift = f"Drift: changed by hand since the last apply\n  {mark} hq trigger {name}"
    assert drift in server.done("plan").out
    server.done("apply", "--yes", "--no-sync")
    server.done("sync")
    assert server.sql("hq", 'SELECT count(*) FROM "Product"') == 3


@pytest.mark.postgresql
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_a_sync_and_the_next_one_goes_on(place: Place, postgresql_url: str, number: signal.Signals) -> None:
    place.made(server=postgresql_url).done("apply", "--yes")
    place.sql(
        "hq",
        "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$",
        'CREATE TRIGGER slow BEFORE INSERT ON "Product" FOR EACH ROW EXECUTE FUNCTION slow()',
    )
    place.sql("shop", """INSERT INTO "Product" VALUES (9, 'Pump')""")
    program = "import sys; from dms_pipeline.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "sync", "retail.toml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    sleeping = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
    deadline = time.monotonic() + 20
    while not place.sql("hq", sleeping) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(number)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, out) == (1, "")
    assert err.strip() == (
        "error[interrupted]: stopped; what was not committed was rolled back, the same command goes on from there"
    )
    place.sql("hq", 'DROP TRIGGER slow ON "Product"')
    assert place.sql("hq", 'SELECT count(*) FROM "Product"') == 2
    place.done("sync")
    assert place.sql("hq", 'SELECT count(*) FROM "Product"') == 3


# One document.


@pytest.mark.parametrize(
    ("command", "file", "code"),
    [
        (("plan",), "nope.toml", "no-such-file"),
        (("sync",), "nope.toml", "no-such-file"),
        (("apply",), "retail.toml", "usage"),
        (("sync",), "retail.toml", "unreachable"),
        (("sync", "--scope", "x"), "retail.toml", "usage"),
        (("plan", "--nope"), "retail.toml", "usage"),
        (("conflicts", "list"), "retail.toml", "not-provisioned"),
        (("validate",), "nope.toml", "no-such-file"),
    ],
)
def test_every_failure_is_one_document_with_errors(
    place: Place, command: tuple[str, ...], file: str, code: str
) -> None:
    """Code, message, hint and location are always there, null where unknown."""
    ran = place.made().run(*command, "--json", file=file)

    assert ran.code == 1
    assert [one["code"] for one in ran.errors] == [code]
    assert all(set(one) == {"code", "message", "hint", "location"} for one in ran.errors)
    assert json.loads(ran.out)["format_version"] == "1.0"


@pytest.mark.postgresql
def test_a_connection_that_is_lost_once_is_opened_again_and_the_sync_says_so(
    place: Place, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.made(server=postgresql_url).done("apply", "--yes", "--no-sync")
    losses = [None]

    def lost(local: Any, remote: Any, scope: str, **others: Any) -> Any:
        if losses:
            losses.pop()
            number = remote.connection.value("SELECT pg_backend_pid()")
            place.sql("hq", f"SELECT pg_terminate_backend({number})")
        return synchronize(local, remote, scope, **others)

    monkeypatch.setattr(sessions, "synchronize", lost)
    ran = place.done("sync")

    assert "products shop: hq: terminating connection due to administrator command; again in 0." in ran.err
    assert "4 more times" in ran.err
    assert place.sql("shop", 'SELECT count(*) FROM "Product"') == 2
    assert place.sql("hq", "SELECT outcome FROM dms_runs ORDER BY run_id DESC LIMIT 1") == "done"


@pytest.mark.postgresql
def test_a_server_that_is_lost_in_one_sync_is_opened_anew_for_the_next(
    place: Place, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.made(server=postgresql_url)
    place.sql("hq", 'CREATE TABLE "Stock" (id integer PRIMARY KEY)', 'INSERT INTO "Stock" VALUES (7)')
    place.write(more='\n[scopes.stock]\nserver = "hq"\nclients = ["shop"]\ntables = ["Stock"]\n')
    place.done("apply", "--yes", "--no-sync")

    def lost(local: Any, remote: Any, scope: str, **others: Any) -> Any:
        if scope == "products":
            number = remote.connection.value("SELECT pg_backend_pid()")
            place.sql("hq", f"SELECT pg_terminate_backend({number})")
        return synchronize(local, remote, scope, **others)

    monkeypatch.setattr(sessions, "synchronize", lost)
    monkeypatch.setattr(retrying, "FIRST_PAUSE_S", 0.001)
    ran = place.run("sync")

    assert ran.code == 1
    assert "terminating connection" in ran.err
    assert place.sql("shop", 'SELECT count(*) FROM "Stock"') == 1
    assert place.sql("hq", "SELECT outcome FROM dms_runs ORDER BY run_id DESC LIMIT 1") == "failed"
