"""The command line: that what it prints can be acted on, and that it is connected to what it says."""

from __future__ import annotations
