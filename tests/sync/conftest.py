"""Sides of a sync, for all four pairs of databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sync.sides import Opener

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Pair


@pytest.fixture
def provisioned(server_and_client: Pair, database_urls: Callable[[str], str]) -> Iterator[Opener]:
    """A function that provisions a server and clients for tables; the test runs once for each pair of kinds."""
    with Opener.opened(server_and_client, database_urls) as opener:
        yield opener
