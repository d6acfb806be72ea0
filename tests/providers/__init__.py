"""What the tests know about each kind of database; a folder per kind, named as its provider is."""

from __future__ import annotations
