"""Tests of pipeline files."""

from __future__ import annotations
