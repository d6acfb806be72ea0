"""One folder per database, found by folder and URL scheme; no code outside this package names one.

Each has the same file names: `traits connect lock`; `inspect provision reference types` for planning; `changes scopes
marks values fingerprint apply judging filling foreign_keys` for syncing; `sync_provider` for the library; `__init__`
with `PROVIDER`, which loads its modules when they are first asked for, so that a sync does not pay for what only
planning needs. What one kind of database alone has to do has a file of its own beside them.

`base` and `changes` hold the contracts, `connection` the one way in which SQL reaches a driver. `applying` is the order
of an apply, which all share; the other modules here are what several kinds of database do alike.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from dms_pipeline.errors import UsageError

if TYPE_CHECKING:
    from dms_pipeline.providers.base import Provider


@cache
def _folders() -> tuple[str, ...]:
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules(__path__) if entry.ispkg))


@cache
def providers() -> tuple[Provider, ...]:
    """Every provider there is, sorted by name."""
    return tuple(_load(folder) for folder in _folders())


@cache
def _load(folder: str) -> Provider:
    provider: Provider = import_module(f"{__name__}.{folder}").PROVIDER
    return provider


def provider_of(scheme: str) -> Provider:
    """The provider of a URL scheme, with or without a driver behind a plus sign.

    Raises:
        UsageError: there is none; the error lists the schemes.
    """
    bare = scheme.partition("+")[0]
    if bare in _folders():
        return _load(bare)
    for provider in providers():
        if bare in provider.schemes:
            return provider
    known = ", ".join(sorted(scheme for provider in providers() for scheme in provider.schemes))
    raise UsageError(f'no provider for URLs that begin with "{scheme}:"', hint=f"known are: {known}")
