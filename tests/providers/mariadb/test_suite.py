"""The suite that every provider takes; rows are inserted in both ways, by their number."""

import pytest

from dms_pipeline.providers.mariadb import bulk
from tests.suite.everything import *  # noqa: F403 - one line, as for every provider


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rows are many here."""
    monkeypatch.setattr(bulk, "FEW", 3)
