"""Where each key and value of a TOML text stands, which `tomllib` does not say.

A walk over a text that `tomllib` has accepted, so the grammar needs no checks here: only where things begin and end.
Should it lose its way, it keeps what it found; a missing position costs a line number, never a result.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.pipeline.paths import spelled

if TYPE_CHECKING:
    from dms_pipeline.pipeline.paths import Path

_SPACE = re.compile(r"(?:[ \t\n\r]|#[^\n]*)*")
_BARE_KEY = re.compile("[A-Za-z0-9_-]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})', re.DOTALL),
    re.compile(r"'''.*?'''(?:'{0,2})", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_SCALAR = re.compile(r"[^,\]}#\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of one line: both numbers from 1, the length in characters."""

    line: int
    column: int
    length: int


@dataclass(slots=True)
class Places:
    """The places of a text, by path."""

    lines: list[str] = field(default_factory=list)
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def of(self, path: Path, *, at_key: bool = False) -> Place | None:
        """Where the value of a path stands, or its key; where it has none, that of what surrounds it."""
        first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
        for end in range(len(path), 0, -1):
            place = first.get(path[:end]) or second.get(path[:end])
            if place is not None:
                return place
        return None

    def spelled(self, text: str) -> Place | None:
        """Where a path stands that was written as text (`scopes.products.tables[1]`), or what surrounds it."""
        known = [path for path in (*self.values, *self.keys) if _holds(spelled(path), text)]
        return self.of(max(known, key=len)) if known else None

    def line(self, number: int) -> str:
        """A line of the text, by its number from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))


def positions(text: str) -> Places:
    """The places of all keys and values of a valid TOML text."""
    text = text.replace("\r\n", "\n")
    walk = _Walk(text)
    with suppress(_Lost, RecursionError, ValueError, IndexError):  # what was found until then is right
        walk.document()
    return walk.places


class _Lost(Exception):
    """The text is not as expected."""


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places = Places(lines=text.split("\n"))
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._counts: dict[Path, int] = {}

    def document(self) -> None:
        base: Path = ()
        while True:
            self._space()
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                base = self._header()
            else:
                self._pair(base)

    def _place(self, start: int, end: int) -> Place:
        line = bisect_right(self._starts, start)
        first = self.text[start:end].split("\n", 1)[0]
        return Place(line, start - self._starts[line - 1] + 1, max(1, len(first)))

    def _space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _expect(self, mark: str) -> None:
        self._space()
        if not self.text.startswith(mark, self.at):
            raise _Lost
        self.at += len(mark)

    def _header(self) -> Path:
        start = self.at
        many = self.text.startswith("[[", self.at)
        self._expect("[[" if many else "[")
        parts = self._key()
        self._expect("]]" if many else "]")
        path: Path = ()
        for position, (part, place) in enumerate(parts):
            path = (*path, part)
            self.places.keys.setdefault(path, place)
            if many and position == len(parts) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self.places.values.setdefault(path, self._place(start, self.at))
        return path

    def _key(self) -> list[tuple[str, Place]]:
        parts = []
        while True:
            self._space()
            start = self.at
            if self.text[start] in "\"'":
                self._string()
                key = str(tomllib.loads(f"key = {self.text[start : self.at]}")["key"])
            else:
                match = _BARE_KEY.match(self.text, self.at)
                if match is None:
                    raise _Lost
                self.at, key = match.end(), match.group()
            parts.append((key, self._place(start, self.at)))
            self._space()
            if self.at >= len(self.text) or self.text[self.at] != ".":
                return parts
            self.at += 1

    def _pair(self, base: Path) -> None:
        path = base
        for part, place in self._key():
            path = (*path, part)
            self.places.keys.setdefault(path, place)
        self._expect("=")
        self._value(path)

    def _value(self, path: Path) -> None:
        self._space()
        start = self.at
        match self.text[self.at]:
            case '"' | "'":
                self._string()
            case "[":
                self._array(path)
            case "{":
                self._inline(path)
            case _:
                scalar = _SCALAR.match(self.text, self.at)
                if scalar is None:
                    raise _Lost
                self.at += len(scalar.group().rstrip())
        self.places.values[path] = self._place(start, self.at)

    def _string(self) -> None:
        for pattern in _STRINGS:
            match = pattern.match(self.text, self.at)
            if match is not None and match.end() > self.at:
                self.at = match.end()
                return
        raise _Lost

    def _array(self, path: Path) -> None:
        self._expect("[")
        count = 0
        while True:
            self._space()
            if self.text[self.at] == "]":
                self.at += 1
                return
            self._value((*path, count))
            count += 1
            self._space()
            if self.text[self.at] == ",":
                self.at += 1

    def _inline(self, path: Path) -> None:
        self._expect("{")
        while True:
            self._space()
            if self.text[self.at] == "}":
                self.at += 1
                return
            self._pair(path)
            self._space()
            if self.text[self.at] == ",":
                self.at += 1
