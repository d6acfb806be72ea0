"""What the histories of a run were made of, for the lines at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.counted import COUNTED

if TYPE_CHECKING:
    from collections.abc import Mapping

LINES: list[str] = []
COUNTED["histories"] = lambda: LINES
_FACTS = ("histories", "steps", "writes", "syncs", "syncs lost", "faults", "conflicts")


def tell(pair: str, statistics: Mapping[str, int], seconds: float) -> None:
    """Add the lines of one pair: its sums, then the cells of the table of conflicts, and moments that were hit."""
    sums = ", ".join(f"{statistics.get(name, 0):,} {name}" for name in _FACTS)
    LINES.append(f"{pair}: {sums}, in {seconds:.0f} s")
    cells = {name: number for name, number in sorted(statistics.items()) if name not in _FACTS and number}
    LINES.extend(f"    {number:,} x {name}" for name, number in cells.items())
