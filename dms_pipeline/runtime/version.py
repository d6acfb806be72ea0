"""The version of this package, as other tools see it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def package_version() -> str:
    """Of the installed package; "0" where the code runs without being installed. Reading it takes a millisecond."""
    try:
        return version("dms-pipeline")
    except PackageNotFoundError:
        return "0"
