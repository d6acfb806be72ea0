"""URLs and tokens come from where the file says, and never show."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from dms_pipeline.errors import NoSuchFile, NoSuchVariable, UsageError
from dms_pipeline.pipeline.model import FromEnvironment, FromFile
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.secrets import origin, resolve, secret

if TYPE_CHECKING:
    from pathlib import Path

SECRET_URL = "postgresql://sync:hunter2@db.example/retail"  # noqa: S105 - of nobody


def test_a_url_comes_from_the_environment(tmp_path: Path) -> None:
    assert resolve(FromEnvironment(env="HQ"), tmp_path, environment={"HQ": SECRET_URL}) == SECRET_URL


def test_a_url_comes_from_a_file_beside_the_pipeline_without_its_line_break(tmp_path: Path) -> None:
    (tmp_path / "hq.url").write_text(f"{SECRET_URL}\n", encoding="utf-8")

    assert resolve(FromFile(file="hq.url"), tmp_path) == SECRET_URL


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:///var/shop.db", "sqlite:///{base}/var/shop.db"),
        ("sqlite:///../shop.db?cache=shared", "sqlite:///{base}/../shop.db?cache=shared"),
        ("sqlite:///file:shop.db?mode=ro&uri=true", "sqlite:///file:{base}/shop.db?mode=ro&uri=true"),
        ("sqlite:////var/shop.db", "sqlite:////var/shop.db"),
        ("sqlite://", "sqlite://"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("postgresql:///retail", "postgresql:///retail"),
        ("https://sync.example/api/sync", "https://sync.example/api/sync"),
    ],
)
def test_a_relative_file_starts_at_the_pipeline(tmp_path: Path, url: str, expected: str) -> None:
    assert make_url(resolve(url, tmp_path)) == make_url(expected.format(base=tmp_path))


def test_a_relative_file_is_opened_beside_the_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    connection = sqlite3.connect(tmp_path / "über shop.db")
    connection.execute("CREATE TABLE probe (id integer)")
    connection.close()

    database = Database("shop", resolve("sqlite:///über shop.db", tmp_path))
    with database.connection() as opened:
        assert opened.value("SELECT name FROM sqlite_master") == "probe"
    database.dispose()


@pytest.mark.parametrize("environment", [{}, {"HQ": ""}, {"HQ": "  "}])
def test_a_variable_that_is_not_set_is_named_with_its_place(tmp_path: Path, environment: dict[str, str]) -> None:
    with pytest.raises(NoSuchVariable) as raised:
        resolve(FromEnvironment(env="HQ"), tmp_path, location="retail.toml:6", environment=environment)

    assert str(raised.value) == "the environment variable HQ is not set"
    assert str(raised.value.location) == "retail.toml:6"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "binary").write_bytes(b"\xff\xfe")

    for name, reason in (("none", "No such file or directory"), ("empty", "is empty"), ("binary", "no UTF-8 text")):
        with pytest.raises(NoSuchFile, match=reason):
            secret(FromFile(file=name), tmp_path)


def test_a_text_that_is_no_url_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        resolve(FromEnvironment(env="HQ"), tmp_path, environment={"HQ": "hunter2"})

    assert "hunter2" not in str(raised.value)


def test_an_origin_names_the_source_and_its_place() -> None:
    assert origin(FromEnvironment(env="HQ"), "retail.toml:6") == "env HQ (retail.toml:6)"
    assert origin(FromFile(file="hq.url")) == "file hq.url"
    assert origin("sqlite:///x.db", "retail.toml:6") == "retail.toml:6"
