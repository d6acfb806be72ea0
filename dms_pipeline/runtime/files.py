"""The files that a person names: their texts, and what may have been meant where there is none."""

from __future__ import annotations

from pathlib import Path

from dms_pipeline.errors import NoSuchFile
from dms_pipeline.pipeline.paths import did_you_mean, listed

DEFAULT_FILE = "dms-pipeline.toml"


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        NoSuchFile: it is not there, is no text, or may not be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NoSuchFile(f"there is no file {path}", hint=_instead(path)) from error
    except IsADirectoryError as error:
        raise NoSuchFile(f"{path} is a folder, not a pipeline file", hint=_instead(path / DEFAULT_FILE)) from error
    except UnicodeDecodeError as error:
        raise NoSuchFile(f"{path} is no UTF-8 text") from error
    except OSError as error:
        raise NoSuchFile(f"{path} cannot be read: {error.strerror}") from error


def _instead(path: Path) -> str:
    """What may have been meant by a file that is not there."""
    folder = path.parent
    there = sorted(one.name for one in folder.glob("*.toml")) if folder.is_dir() else []
    near = did_you_mean(path.name, there)
    if near is not None or not there:
        return near or f"dms-pipeline init{'' if folder == Path() else f' {folder}'} writes one"
    return f"in {'this folder' if folder == Path() else folder} there is {listed(there)}"
