"""Tests of what touches the world."""

from __future__ import annotations
