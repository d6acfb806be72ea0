"""The tests of dms-pipeline; `tests/conftest.py` holds the fixtures that all of them share."""

from __future__ import annotations
