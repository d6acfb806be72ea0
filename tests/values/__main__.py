"""Write the section of docs/values.md that is made of the recorded differences: python -m tests.values."""

from __future__ import annotations

from tests.values.differences import PAGE, page

PAGE.write_text(page(), encoding="utf-8")
