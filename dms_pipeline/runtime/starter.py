"""What `init` writes: a commented pipeline file to begin with, or a small pair of databases to try.

The files lie in `starter_files/`. Nothing that is there is ever overwritten: first all names are looked at, then all is
written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from dms_pipeline.errors import CannotWrite, FileExists

if TYPE_CHECKING:
    from pathlib import Path

PIPELINE_FILE = "dms-pipeline.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A file that was written, and what is in it where that is worth a word."""

    name: str
    note: str = ""

    def __str__(self) -> str:
        """As in `hq.db (3 tables, 56 rows)`."""
        return f"{self.name} ({self.note})" if self.note else self.name


def write_starter(directory: Path, *, demo: bool = False) -> tuple[Written, ...]:
    """Write a starter pipeline into a directory, which is made if need be; what was written, in that order.

    With `demo`: a pipeline with two SQLite databases, one filled, one empty, and a script that changes rows in both.

    Raises:
        FileExists: one of the files is there already; nothing was written.
        CannotWrite: the directory or a file cannot be made.
    """
    names = (PIPELINE_FILE, "hq.db", "shop-1.db", "edit.py") if demo else (PIPELINE_FILE,)
    there = [name for name in names if (directory / name).exists()]
    if there:
        raise FileExists(directory, there)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if not demo:
            _write(directory / PIPELINE_FILE, "starter.toml")
            return (Written(name=PIPELINE_FILE),)
        _write(directory / PIPELINE_FILE, "demo.toml")
        note = _fill(directory / "hq.db")
        (directory / "shop-1.db").touch(exist_ok=False)
        _use_wal(directory / "shop-1.db")
        _write(directory / "edit.py", "edit.py.txt")
    except OSError as error:
        raise CannotWrite(f"{error.filename or directory} cannot be written: {error.strerror}") from error
    return (
        Written(name=PIPELINE_FILE),
        Written(name="hq.db", note=note),
        Written(name="shop-1.db", note="empty"),
        Written(name="edit.py"),
    )


def _text(name: str) -> str:
    return files(__package__).joinpath("starter_files", name).read_text(encoding="utf-8")


def _write(path: Path, name: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(_text(name))


def _use_wal(path: Path) -> None:
    """Have readers and writers of a file not wait for each other: the file keeps it."""
    from dms_pipeline.runtime.connect import Database

    database = Database(path.name, f"sqlite:///{path.absolute()}")
    try:
        with database.connection() as connection:
            connection.value("PRAGMA journal_mode = WAL")
    finally:
        database.dispose()


def _fill(path: Path) -> str:
    """Make the sample database in one transaction; how much it holds."""
    from dms_pipeline.runtime.connect import Database

    _use_wal(path)
    text = _text("hq.sql")
    database = Database(path.name, f"sqlite:///{path.absolute()}")
    try:
        with database.connection() as connection, connection.transaction():
            for statement in text.split(";\n"):
                if statement.strip():
                    connection.run(statement)
    finally:
        database.dispose()
    # The script has one row per line.
    return f"{text.count('CREATE TABLE')} tables, {len(re.findall(r'^  [(]', text, re.MULTILINE))} rows"
