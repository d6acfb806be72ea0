"""What `init` writes is right, and never overwrites."""

from __future__ import annotations

import ast
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import CannotWrite, FileExists
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.setup import to_setup
from dms_pipeline.pipeline.supported import unsupported
from dms_pipeline.runtime.starter import write_starter

if TYPE_CHECKING:
    from pathlib import Path


def test_the_starter_is_a_valid_pipeline_that_says_what_else_there_is(tmp_path: Path) -> None:
    written = write_starter(tmp_path / "new" / "folder")

    text = (tmp_path / "new" / "folder" / "dms-pipeline.toml").read_text(encoding="utf-8")
    assert [str(each) for each in written] == ["dms-pipeline.toml"]
    assert unsupported(load(text)) == ()
    assert text.count("#") > 20


def test_what_the_starter_comments_out_is_valid_too(tmp_path: Path) -> None:
    """A comment that a newcomer takes the mark off must not be an error."""
    write_starter(tmp_path)
    lines = (tmp_path / "dms-pipeline.toml").read_text(encoding="utf-8").splitlines()
    keys = ("# [", "# url", "# offline", "# for_each", "# conflict", "# error", "# allow", "# {")
    opened = [line.replace("# ", "", 1) if line.lstrip().startswith(keys) else line for line in lines]
    text = "\n".join(line for line in opened if not line.startswith('url = { file = "hq.url" }'))

    pipeline = load(text)

    assert list(pipeline.connections) == ["hq", "shop-1", "shops"]
    assert len(pipeline.scopes["products"].tables) == 3
    assert unsupported(pipeline) == ()


def test_the_demo_has_two_databases_a_pipeline_and_a_script(tmp_path: Path) -> None:
    written = write_starter(tmp_path, demo=True)

    assert [str(each) for each in written] == [
        "dms-pipeline.toml",
        "hq.db (3 tables, 56 rows)",
        "shop-1.db (empty)",
        "edit.py",
    ]
    pipeline = load((tmp_path / "dms-pipeline.toml").read_text(encoding="utf-8"))
    tables = {str(table.table) for table in to_setup(pipeline.scopes["demo"]).tables or ()}
    with closing(sqlite3.connect(tmp_path / "hq.db")) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in found) == 56
    assert tables == {name for (name,) in found}
    with closing(sqlite3.connect(tmp_path / "shop-1.db")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert unsupported(pipeline) == ()


def test_the_script_changes_both_sides_and_says_what_it_did(tmp_path: Path) -> None:
    write_starter(tmp_path, demo=True)
    with closing(sqlite3.connect(tmp_path / "hq.db")) as hq, closing(sqlite3.connect(tmp_path / "shop-1.db")) as shop:
        hq.backup(shop)

    outputs = [
        subprocess.run([sys.executable, tmp_path / "edit.py"], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]

    assert outputs[0] == (
        "hq: Product 7 costs 9.90, Customer 13 added. "
        "shop-1: Product 7 costs 8.50, Customer 1014 added, Product 40 deleted.\n"
    )
    assert "Customer 14 added" in outputs[1]


@pytest.mark.parametrize("has_tables", [False, True])
def test_the_script_asks_for_an_apply_where_there_are_no_rows(tmp_path: Path, *, has_tables: bool) -> None:
    """It changes nothing then, on either side."""
    write_starter(tmp_path, demo=True)
    if has_tables:
        with closing(sqlite3.connect(tmp_path / "shop-1.db")) as shop:
            shop.execute('CREATE TABLE "Product" ("ProductID" integer PRIMARY KEY)')
    before = (tmp_path / "hq.db").read_bytes()

    shown = subprocess.run([sys.executable, tmp_path / "edit.py"], capture_output=True, text=True, check=False)

    assert shown.returncode == 1
    assert shown.stderr == "shop-1.db has no products yet; first: dms-pipeline apply\n"
    assert (tmp_path / "hq.db").read_bytes() == before


def test_the_script_has_no_need_of_anything_installed(tmp_path: Path) -> None:
    write_starter(tmp_path, demo=True)
    tree = ast.parse((tmp_path / "edit.py").read_text(encoding="utf-8"))

    imported = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize("name", ["dms-pipeline.toml", "hq.db", "edit.py"])
def test_what_is_there_is_never_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(FileExists) as raised:
        write_starter(tmp_path, demo=True)

    assert raised.value.names == (name,)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CannotWrite, match="below cannot be written"):
        write_starter(tmp_path / "file" / "below")
