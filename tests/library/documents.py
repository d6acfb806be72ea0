"""The examples of a document: blocks of Python, each with what it prints."""

from __future__ import annotations

import contextlib
import io
import re
from typing import Any

_BLOCK = re.compile(r"^```python\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\d+\.\d\d s")


def examples(text: str) -> list[tuple[str, str, int]]:
    """Each block of Python, what is printed behind it ("" if nothing is), and its line."""
    return [(found[1], found[2] or "", text.count("\n", 0, found.start()) + 2) for found in _BLOCK.finditer(text)]


def run(text: str, name: str) -> list[tuple[str, str]]:
    """Run all blocks in one module; for each what it printed and what stands there, both without durations."""
    module: dict[str, Any] = {"__name__": name}
    outputs = []
    for program, expected, line in examples(text):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile("\n" * (line - 1) + program, name, "exec"), module)  # noqa: S102 - that is what is tested
        outputs.append((without_durations(printed.getvalue()), without_durations(expected)))
    return outputs


def without_durations(text: str) -> str:
    """What does not depend on the machine."""
    return _SECONDS.sub("0.00 s", text)
