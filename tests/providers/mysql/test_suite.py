"""The suite that every provider takes; it runs where DMS_TEST_MYSQL_URL names a server."""

from __future__ import annotations

import pytest

from tests.conftest import KINDS

if "mysql" in KINDS:
    from tests.providers.mariadb.inserting import few  # noqa: F401 - a fixture that every test has
    from tests.suite.everything import *  # noqa: F403 - as for every provider
else:
    pytest.skip("no MySQL: DMS_TEST_MYSQL_URL is not set", allow_module_level=True)
