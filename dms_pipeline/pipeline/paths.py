"""Places in a pipeline file: a path of keys and list positions, as a person reads it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]

_BARE = re.compile("[A-Za-z0-9_-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing wrong: as `errors.Problem`, before it is known where in the text it stands.

    `at_key` points at the key itself; else at its value.
    """

    code: str
    path: Path
    message: str
    hint: str | None = None
    at_key: bool = False


def spelled(path: Path) -> str:
    """A path as TOML would write it: `scopes.products.tables[1]`, keys quoted where they must be."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            key = part if _BARE.fullmatch(part) else json.dumps(part, ensure_ascii=False)
            text += f".{key}" if text else key
    return text or "the file"


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the known word nearest to a mistyped one, None if none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f'did you mean "{near[0]}"?' if near else None


def listed(names: Iterable[str], *, limit: int = 8) -> str:
    """Names with commas, the rest counted."""
    given = list(names)
    rest = len(given) - limit
    return ", ".join(given) if rest <= 0 else f"{', '.join(given[:limit])} and {rest} more"
