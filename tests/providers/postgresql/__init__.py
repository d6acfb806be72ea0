"""What the tests know about PostgreSQL."""

from __future__ import annotations
