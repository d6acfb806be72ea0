"""Write the scripts of our own rows."""

from __future__ import annotations

from tests.adventureworks.seed import write

write()
