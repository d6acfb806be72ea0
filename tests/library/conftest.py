"""Worlds for tests of the library: a server with a few rows, an empty client, and what can be asked of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.shop import Shop
from tests.sync.conftest import postgresql_pool, postgresql_urls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Pair

__all__ = ["postgresql_pool", "postgresql_urls"]


@pytest.fixture
def shop(server_and_client: Pair) -> Iterator[Shop]:
    """A shop, for every pair of databases."""
    with Shop.opened(server_and_client.client_url, server_and_client.server_url) as made:
        yield made


@pytest.fixture
def small(sqlite_urls: Callable[[], str]) -> Iterator[Shop]:
    """A shop in SQLite files, where the kind of database does not matter."""
    with Shop.opened(sqlite_urls(), sqlite_urls()) as made:
        yield made
