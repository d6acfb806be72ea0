"""What the tests know about SQLite."""

from __future__ import annotations
