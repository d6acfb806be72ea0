"""Where URLs and tokens come from: the file, the environment, another file. Here alone they are looked up.

What is found is handed to the driver and never kept: no plan, log, error or document has it. Errors name the place it
came from (`origin`).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dms_pipeline.errors import NoSuchFile, NoSuchVariable, UsageError
from dms_pipeline.pipeline.model import FromEnvironment, FromFile
from dms_pipeline.pipeline.setup import ENDPOINT_SCHEMES
from dms_pipeline.providers import provider_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dms_pipeline.errors import Location

    Source = str | FromEnvironment | FromFile

_MEMORY = ("", ":memory:")
_URI = "file:"


def resolve(
    source: Source,
    base_dir: Path,
    *,
    location: Location | str | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """The URL that a source stands for; a relative path of a database file starts at `base_dir`, the pipeline file's.

    `location` is where the pipeline file has it, for errors; `environment` that of the process where not given.

    Raises:
        NoSuchVariable, NoSuchFile: the source is not there, or empty.
        UsageError: it is no URL, or of a kind of database that we do not know.
    """
    text = secret(source, base_dir, location=location, environment=environment)
    return text if text.lower().startswith(ENDPOINT_SCHEMES) else _from_base(text, base_dir, location)


def secret(
    source: Source,
    base_dir: Path,
    *,
    location: Location | str | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """The text that a source stands for, as it is: a token, or a URL whose path was not looked at.

    Raises:
        NoSuchVariable, NoSuchFile: the source is not there, or empty.
    """
    match source:
        case FromEnvironment(env=name):
            value = (os.environ if environment is None else environment).get(name, "").strip()
            if not value:
                raise NoSuchVariable(
                    f"the environment variable {name} is not set", hint=f"export {name}=…", location=location
                )
            return value
        case FromFile(file=name):
            return _read(base_dir / name, location)
        case text:
            return text


def origin(source: Source, location: str | None = None) -> str:
    """Where a source comes from, for the hint of an error: `env HQ_DATABASE_URL (retail.toml:6)`."""
    match source:
        case FromEnvironment(env=name):
            where = f"env {name}"
        case FromFile(file=name):
            where = f"file {name}"
        case _:
            return location or "the pipeline file"
    return f"{where} ({location})" if location else where


def _read(path: Path, location: Location | str | None) -> str:
    try:
        value = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise NoSuchFile(f"{path} cannot be read: {reason}", location=location) from error
    if not value:
        raise NoSuchFile(f"{path} is empty", location=location)
    return value


def _from_base(text: str, base_dir: Path, location: Location | str | None) -> str:
    return _moved(text, lambda path: base_dir.absolute() / path, location)


def from_folder(text: str, folder: Path) -> str:
    """A URL as typed here, to be read in a folder: the relative path of a database file is another one there.

    Raises:
        UsageError: it is no URL, or of a kind of database that we do not know.
    """
    if folder == Path.cwd():
        return text
    return _moved(text, lambda path: Path(os.path.relpath(path, folder)).as_posix(), None)


def _moved(text: str, move: Callable[[Path], Path | str], location: Location | str | None) -> str:
    """A URL with the relative path of a database file replaced; one without such a path as it is."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # The parser's message shows the text, which may hold a password; so nothing of it goes on.
        raise UsageError(
            "this is no database URL",
            hint="as in sqlite:///shop.db; a password needs @ and : written as %40 and %3A",
            location=location,
        ) from None
    if not provider_of(url.drivername).is_file or (url.database or "") in _MEMORY:
        return text
    database = str(url.database)
    prefix = _URI if database.startswith(_URI) else ""
    path = Path(database.removeprefix(prefix))
    if path.is_absolute() or path.name in _MEMORY:
        return text
    return url.set(database=f"{prefix}{move(path)}").render_as_string(hide_password=False)
