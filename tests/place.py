"""A folder with a pipeline file and two databases, in which commands are typed: the fixture `place`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.cli import main
from dms_pipeline.runtime.connect import Database

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PRODUCT = 'CREATE TABLE "Product" (id integer PRIMARY KEY, name varchar(2000) NOT NULL)'
ROWS = """INSERT INTO "Product" VALUES (1, 'Road'), (2, 'Wheel')"""
PIPELINE = """\
version = 1
name = "retail"

[connections.hq]
url = {server}

[connections.shop]
url = {client}

[scopes.products]
server = "hq"
clients = ["shop"]
tables = [{tables}]
{more}"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The errors of the one document on stdout."""
        found: list[dict[str, Any]] = json.loads(self.out)["errors"]
        return found


class Place:
    """A folder with `retail.toml` and two databases, in which commands are typed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.server = "sqlite:///hq.db"
        self.client = "sqlite:///shop.db"

    def write(self, tables: str = '"Product"', more: str = "", **urls: str) -> None:
        """The pipeline file; a URL that begins with a brace is TOML already."""
        texts = {"server": self.server, "client": self.client} | urls
        quoted = {name: text if text.startswith("{") else json.dumps(text) for name, text in texts.items()}
        (self.folder / "retail.toml").write_text(PIPELINE.format(tables=tables, more=more, **quoted), encoding="utf-8")

    def run(self, *arguments: str, file: str = "retail.toml") -> Ran:
        """Type a command."""
        code = main([*arguments, file])
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)

    def done(self, *arguments: str) -> Ran:
        """A command that has to work."""
        ran = self.run(*arguments)
        assert ran.code == 0, ran.err
        return ran

    def sql(self, side: str, *statements: str) -> Any:
        """Statements of somebody else; the first value of the last one, None if it gives none."""
        url = self.server if side == "hq" else self.client
        database = Database(side, url.replace("sqlite:///", f"sqlite:///{self.folder}/") if _relative(url) else url)
        try:
            with database.connection() as connection:
                for statement in statements[:-1]:
                    connection.run(statement)
                if statements[-1].upper().startswith("SELECT"):
                    return connection.value(statements[-1])
                connection.run(statements[-1])
                return None
        finally:
            database.dispose()

    def tables(self, side: str) -> set[str]:
        """The names of all tables of a database."""
        kind = (self.server if side == "hq" else self.client).partition(":")[0]
        sql = {
            "sqlite": "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table'",
            "postgresql": "SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'public'",
        }[kind]
        return set(filter(None, (self.sql(side, sql) or "").split(",")))

    def made(self, server: str = "", client: str = "") -> Place:
        """With a table and two rows on hq, and the pipeline file."""
        self.server, self.client = server or self.server, client or self.client
        self.sql("hq", PRODUCT, ROWS)
        self.write()
        return self


def _relative(url: str) -> bool:
    return url.startswith("sqlite:///") and not url.startswith(("sqlite:////", "sqlite:///file:"))
