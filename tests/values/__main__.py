"""Write the section of docs/values.md that is made of `differences.toml`: python -m tests.values."""

from __future__ import annotations

from tests.values.differences import PAGE, page

PAGE.write_text(page(), encoding="utf-8")
