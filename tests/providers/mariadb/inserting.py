"""Both ways in which rows are inserted (`bulk`), in tests whose tables are small."""

from __future__ import annotations

import pytest

from dms_pipeline.providers.mariadb import bulk


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rows are many here."""
    monkeypatch.setattr(bulk, "FEW", 3)
