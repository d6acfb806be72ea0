"""The canonical text of a pipeline: what differs from its default, in the order of the model.

A table or client that has no more than a name is written as that name. Comments are not kept: a `Pipeline` has none.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import tomli_w
from pydantic import BaseModel

if TYPE_CHECKING:
    from dms_pipeline.pipeline.model import Pipeline

_BARE = ({"name"}, {"connection"})  # a table or client with that key alone


def dump(pipeline: Pipeline) -> str:
    """A text that `load` reads as an equal pipeline."""
    return tomli_w.dumps(_table(pipeline), indent=2)


def _table(model: BaseModel) -> dict[str, Any]:
    return {
        info.alias or name: _value(getattr(model, name))
        for name, info in type(model).model_fields.items()
        if info.is_required() or getattr(model, name) != info.get_default(call_default_factory=True)
    }


def _value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _table(value)
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_element(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


def _element(value: Any) -> Any:
    written = _value(value)
    if isinstance(written, dict) and set(written) in _BARE:
        return next(iter(written.values()))
    return written
