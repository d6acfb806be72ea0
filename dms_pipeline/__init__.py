"""Two-way synchronisation of relational databases, declared in TOML, planned before it is applied.

`Pipeline` does from Python what the command line does:

    pipeline = Pipeline.load("retail.toml")
    plan = pipeline.plan()
    pipeline.apply(plan)
    for outcome in pipeline.sync():
        print(outcome.result or outcome.error)

Names are loaded when they are first asked for: whoever only reads an error's class does not wait for a database layer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dms_pipeline.commands import Pipeline, Settings
    from dms_pipeline.errors import DmsError

_HOMES = {
    "DmsError": "dms_pipeline.errors",
    "Pipeline": "dms_pipeline.commands",
    "Settings": "dms_pipeline.commands",
}

__all__ = ["DmsError", "Pipeline", "Settings"]


def __getattr__(name: str) -> Any:
    """Load a public name from where it is defined."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
