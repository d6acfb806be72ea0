"""The parameters of a client's filters: their hash, which tells one parameter set of a client from another.

The reference hashes the text `name.value` of all parameters, one behind the other, ordered by name (spec: storage
format, section 2.4). Its order is that of the process's culture, and its text of numbers and dates too. So only what is
the same everywhere is hashed here, and the rest is refused: two peers that hash differently never find each other's
client row again.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from dms_pipeline.errors import UnstableParameters

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_PARAMETERS = "DefaultScope"  # the text that is hashed without parameters, whatever the scope is called

_INT64 = range(-(2**63), 2**63)
_ORDINARY = re.compile("[A-Za-z0-9]+")


def parameter_hash(parameters: Mapping[str, str | int | bool | None] | None = None) -> str:
    """The hash of a parameter set, as `scope_info_client` stores it.

    Raises:
        UnstableParameters: another process could order the names or write a value differently.
    """
    text = (
        NO_PARAMETERS
        if not parameters
        else "".join(f"{name}.{_text(name, parameters[name])}" for name in _ordered(parameters))
    )
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _text(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int) and value in _INT64:  # a truth value too, and its text is True or False as in .NET
        return str(value)
    raise UnstableParameters(f"parameter {name}: only texts, integers of 64 bits and true or false have a stable text")


def _ordered(parameters: Mapping[str, object]) -> list[str]:
    """Names in the order in which every peer puts them.

    That is: ASCII letters and digits alone. With ICU, as the reference is recorded, those go by letter first, by case
    (lower before upper) last; without it, by code point. So a set is refused where the two orders differ, which needs
    letters of both cases. In Danish `aa` is a letter behind `z`.
    """
    names = list(parameters)
    if len(names) == 1:
        return names
    odd = [name for name in names if not _ORDINARY.fullmatch(name) or "aa" in name.lower()]
    if odd:
        raise UnstableParameters(f'the parameter name "{odd[0]}" sorts differently on other computers, beside others')
    by_letter = sorted(names, key=lambda name: (name.lower(), name.swapcase()))
    if by_letter != sorted(names):
        raise UnstableParameters(f"the parameter names {', '.join(by_letter)} sort differently on other computers")
    return by_letter
