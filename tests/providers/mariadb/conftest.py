"""Databases of MariaDB and of its variants, for the tests that all of them have to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

KIN = tuple(kind for kind in ("mariadb", "mysql") if kind in KINDS)


@pytest.fixture(params=[pytest.param(kind, marks=getattr(pytest.mark, kind)) for kind in KIN])
def kin(request: pytest.FixtureRequest) -> str:
    """MariaDB, then each of its variants that has a server here."""
    kind: str = request.param
    return kind


@pytest.fixture
def kin_urls(kin: str, database_urls: Callable[[str], str]) -> Callable[[], str]:
    """A function that gives the URL of another empty database of that kind at each call."""
    return lambda: database_urls(kin)


@pytest.fixture
def kin_url(kin_urls: Callable[[], str]) -> str:
    """The URL of an empty database of that kind."""
    return kin_urls()
