"""All tests of the suite, for the one import line of a provider; what pytest finds in its folder is named here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pair
from tests.suite.applying import *  # noqa: F403 - its tests, as it names them
from tests.suite.compliance import *  # noqa: F403 - its tests, as it names them
from tests.suite.crashes import *  # noqa: F403 - its tests, as it names them
from tests.suite.histories import *  # noqa: F403 - its tests, as it names them

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def server_and_client(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Pair:
    """The provider whose folder this is as server, with each provider as client (`tests/providers/conftest.py`)."""
    server, client = request.param
    return Pair(
        server_kind=server, client_kind=client, server_url=database_urls(server), client_url=database_urls(client)
    )
