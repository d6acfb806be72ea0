"""`import` writes the file that says what a database holds: of what we have set up, and of what Dotmim.Sync has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from dms_pipeline.cli import main
from dms_pipeline.commands import Pipeline, import_database
from dms_pipeline.errors import DmsError, FileExists, NoSuchVariable, NotProvisioned, NotSupportedYet, UsageError
from dms_pipeline.pipeline.from_setup import from_setup
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.model import FromEnvironment
from dms_pipeline.pipeline.setup import to_setup
from dms_pipeline.schema.document import same_setup, setup_from_json
from tests.adoption.restored import Pair, pairs, restore
from tests.providers.doing import opened
from tests.runtime.worlds import SERVER
from tests.strategies import pipelines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dms_pipeline.pipeline import model
    from tests.conftest import Pair as Databases

FILE = """\
version = 1
name = "retail"

[connections.hq]
url = { env = "HQ_URL" }

[connections.shop]
url = { env = "SHOP_URL" }

[scopes."All: products"]
server = "hq"
clients = ["shop"]
tables = [
  { name = "Product", columns = ["id", "name", "CategoryID", "Parent"], direction = "download-only" },
  "Category",
]
naming = { tracking_prefix = "t_", tracking_suffix = "", trigger_suffix = "_x" }

[scopes.stock]
server = "hq"
tables = ["Stock"]
naming = { tracking_prefix = "t_", tracking_suffix = "", trigger_suffix = "_x" }
"""
URLS = ("HQ_URL", "SHOP_URL")


@pytest.fixture
def applied(
    server_and_client: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Pipeline, Databases]:
    """A pipeline that was applied and synced, over each pair of kinds."""
    for name, url in zip(URLS, (server_and_client.server_url, server_and_client.client_url), strict=True):
        monkeypatch.setenv(name, url)
    with opened(server_and_client.server_url) as connection:
        for statement in SERVER:
            connection.run(statement)
    (tmp_path / "retail.toml").write_text(FILE, encoding="utf-8")
    pipeline = Pipeline.load(tmp_path / "retail.toml")
    pipeline.apply(pipeline.plan())
    for outcome in pipeline.sync():
        assert outcome.error is None
    return pipeline, server_and_client


def test_what_apply_made_is_imported_as_the_file_that_it_was_made_from(
    applied: tuple[Pipeline, Databases], tmp_path: Path
) -> None:
    """The imported file has the same name, setups and clients, so that its plan is empty."""
    pipeline, _ = applied

    imported = import_database("env:HQ_URL", tmp_path / "again.toml", clients={"shop": "env:SHOP_URL"})
    again = Pipeline.load(tmp_path / "again.toml")

    assert str(imported) == "Provisioned by pipeline retail: scopes All: products, stock, 3 tables, 1 client"
    assert again.declared.name == "retail"
    assert again.declared.connections["hq"].url == FromEnvironment(env="HQ_URL")
    assert {name: to_setup(scope) for name, scope in again.declared.scopes.items()} == {
        name: to_setup(scope) for name, scope in pipeline.declared.scopes.items()
    }
    assert [client.connection for client in again.declared.scopes["All: products"].clients] == ["shop"]
    assert again.declared.scopes["stock"].clients == ()
    assert again.plan().is_empty
    # The server knows the client's name, since it was one of ours.
    (known,) = [line for line in again.text.splitlines() if line.startswith("#   ")]
    assert known.split("   ")[1] == imported.clients[0]
    assert known.endswith("is shop")
    # A client of ours is not taken for a server; one that is still to come is a client of every scope.
    with pytest.raises(UsageError, match="is a client of scope All: products"):
        import_database("env:SHOP_URL", tmp_path / "wrong.toml")
    new = import_database("env:HQ_URL", tmp_path / "new.toml", clients={"pos": f"sqlite:///{tmp_path / 'pos.db'}"})
    assert all([client.connection for client in scope.clients] == ["pos"] for scope in new.scopes.values())
    assert not (tmp_path / "wrong.toml").exists()
    assert not (tmp_path / "pos.db").exists()


def test_what_the_library_set_up_is_imported_under_the_files_name(tmp_path: Path) -> None:
    from dms_pipeline import SqliteSyncProvider, SyncAgent, SyncSetup

    with opened(f"sqlite:///{tmp_path / 'hq.db'}") as connection:
        connection.run(SERVER[0])
    agent = SyncAgent(SqliteSyncProvider(tmp_path / "shop.db"), SqliteSyncProvider(tmp_path / "hq.db"))
    agent.synchronize(SyncSetup("Category"))

    imported = import_database(f"sqlite:///{tmp_path / 'hq.db'}", tmp_path / "old.toml")

    assert str(imported) == "Provisioned by dms-pipeline's library: scope DefaultScope, 1 table, 1 client"
    assert load(imported.text).name == "old"


@pytest.mark.postgresql
def test_a_database_of_dotmim_sync_is_imported_from_the_command_line(
    recordings: Path,
    database_urls: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server, client = database_urls("postgresql"), database_urls("sqlite")
    pair = Pair(recordings / "formats", "adventureworks/postgres-to-sqlite")
    restore(pair, pair.steps[-1], server, client)
    monkeypatch.setenv("OLD_DATABASE_URL", server)
    monkeypatch.chdir(tmp_path)

    code = main(["import", "env:OLD_DATABASE_URL", "--file", "old.toml", "--client", f"shop={client}"])

    assert code == 0
    assert capsys.readouterr().out == (
        "Provisioned by Dotmim.Sync 1.3.0.0: scope DefaultScope, 9 tables, 1 client. Wrote old.toml."
        " Next: dms-pipeline plan old.toml\n"
    )
    assert main(["plan", "old.toml"]) == 0
    assert "adopt" in capsys.readouterr().out
    # A client of Dotmim.Sync is known by who wrote its rows.
    with pytest.raises(UsageError, match="is a client of scope DefaultScope"):
        import_database(client, tmp_path / "wrong.toml")


def test_a_relative_path_is_written_as_it_is_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pipelines").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["init", "--demo"]) == main(["apply", "--yes", "--no-sync"]) == 0

    import_database("sqlite:///hq.db", "pipelines/demo.toml", clients={"shop-1": "sqlite:///shop-1.db?timeout=9"})

    pipeline = Pipeline.load("pipelines/demo.toml")
    assert pipeline.declared.connections["hq"].url == "sqlite:///../hq.db"
    assert pipeline.declared.connections["shop-1"].url == "sqlite:///../shop-1.db?timeout=9"
    assert pipeline.plan().is_empty


ARGUMENTS: list[tuple[str, dict[str, str], type[DmsError], str]] = [
    ("postgresql://sync:hunter2@db.example/retail", {}, UsageError, "has a password"),
    ("postgresql://db.example/retail?password=hunter2", {}, UsageError, "has a password"),
    ("sqlite:///hq.db", {"shop": "postgresql://sync:hunter2@db.example/retail"}, UsageError, "has a password"),
    ("https://sync.example/api/sync", {}, NotSupportedYet, "over HTTP"),
    ("hq.db", {}, UsageError, "no database URL"),
    ("env:NOBODY_SET_THIS", {}, NoSuchVariable, "NOBODY_SET_THIS"),
    ("sqlite:///hq.db", {"hq": "sqlite:///shop.db"}, UsageError, "name of the server"),
    ("sqlite:///hq.db", {}, NotProvisioned, "no scope is stored in scope_info"),
    ("sqlite:///absent.db", {}, DmsError, "there is no file"),
]


@pytest.mark.parametrize(("url", "clients", "error", "message"), ARGUMENTS)
def test_what_cannot_be_imported_is_refused_and_nothing_is_written(  # noqa: PLR0917 - each argument is a fact of its own
    url: str,
    clients: dict[str, str],
    error: type[DmsError],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened("sqlite:///hq.db") as connection:
        connection.run(SERVER[0])

    with pytest.raises(error, match=message) as caught:
        import_database(url, "old.toml", clients=clients)

    assert "hunter2" not in f"{caught.value}{caught.value.hint}"
    assert [path.name for path in tmp_path.iterdir()] == ["hq.db"]


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """Nor is the database opened, which is not there."""
    (tmp_path / "old.toml").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExists):
        import_database("sqlite:///absent.db", tmp_path / "old.toml")

    assert (tmp_path / "old.toml").read_text(encoding="utf-8") == "mine"


def test_a_client_option_needs_a_name_and_a_url(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "sqlite:///hq.db", "--client", "sqlite:///shop.db"]) == 1
    assert "is not NAME=URL" in capsys.readouterr().err


def test_scopes_that_no_file_can_declare_are_left_out_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands in a comment ends with its line, whatever a name holds; an empty row is nothing to tell."""
    with opened(f"sqlite:///{tmp_path / 'hq.db'}") as connection:
        connection.run(SERVER[0])
    (tmp_path / "hq.toml").write_text(
        'version = 1\nname = "hq"\nconnections.hq.url = "sqlite:///hq.db"\n'
        'scopes.good = { server = "hq", tables = ["Category"] }\n',
        encoding="utf-8",
    )
    pipeline = Pipeline.load(tmp_path / "hq.toml")
    pipeline.apply(pipeline.plan())
    dotted = '{"tbls":[{"tn":"a.b","sn":"","cols":[]}],"fils":[]}'
    with opened(f"sqlite:///{tmp_path / 'hq.db'}") as connection:
        for row in (("empty", None), ("dotted\n[x]", dotted), ("broken", "{")):
            connection.execute("INSERT INTO scope_info (sync_scope_name, sync_scope_setup) VALUES (?, ?)", row)

    code = main(["import", f"sqlite:///{tmp_path / 'hq.db'}", "--file", str(tmp_path / "old.toml")])

    assert code == 0
    said = capsys.readouterr().err
    assert "scope broken is left out: it has no setup that can be read" in said
    text = (tmp_path / "old.toml").read_text(encoding="utf-8")
    assert list(load(text).scopes) == ["good"]
    assert "#   dotted\\n[x]: " in text
    assert "empty" not in text


@given(pipeline=pipelines())
def test_a_setup_becomes_the_scope_that_it_came_from(pipeline: model.Pipeline) -> None:
    for scope in pipeline.scopes.values():
        setup = to_setup(scope)

        assert to_setup(from_setup(setup, scope.server)) == setup


def test_every_recorded_setup_becomes_a_scope_that_says_the_same(recordings: Path) -> None:
    """Filters too, those among them that the checks of a file then refuse."""
    texts = set()
    for pair in pairs(recordings / "formats"):
        for step in pair.steps:
            for table in pair.rows("server", step).values():
                if "sync_scope_setup" in table.get("columns", ()):
                    place = table["columns"].index("sync_scope_setup")
                    texts |= {row[place][1] if isinstance(row[place], list) else row[place] for row in table["rows"]}
    setups = [setup_from_json(text) for text in texts if text is not None]

    assert len(setups) > 90
    assert [setup for setup in setups if not same_setup(to_setup(from_setup(setup, "hq")), setup)] == []
