"""Tests of the schema model."""

from __future__ import annotations
