"""One table under several spellings: how names of setups, catalogues and documents are matched.

A setup may say `Product` where the catalogue says `public.Product`, and a database without namespaces ignores the
schema altogether. Everything in `plan` looks tables up through `key`, and keeps the spelling that it found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dms_pipeline.schema.model import TableName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.schema.traits import Traits

V = TypeVar("V")
_LONGEST = 4  # bytes of a letter


def plain(name: TableName, traits: Traits) -> TableName:
    """A name without the schema that goes without saying; its letters stay as they are."""
    implied = traits.default_schema is None or name.schema == traits.default_schema
    return TableName("", name.name) if implied else name


def key(name: TableName, traits: Traits) -> TableName:
    """Equal for two spellings of the same table; longer names are cut as the database cuts them."""
    found = plain(name, traits)
    return TableName(fold(found.schema, traits), fold(found.name, traits))


def fold(identifier: str, traits: Traits) -> str:
    """Equal for two spellings of the same identifier."""
    limit = traits.max_identifier_bytes
    if limit is not None and len(identifier) * _LONGEST > limit:
        identifier = identifier.encode()[:limit].decode(errors="ignore")
    return identifier.lower() if traits.identifiers_fold_case else identifier


def lookup(mapping: Mapping[TableName, V], name: TableName, traits: Traits) -> V | None:
    """What a mapping holds for a table, under whatever spelling; None if nothing."""
    spelling = spelled(mapping, name, traits)
    return None if spelling is None else mapping[spelling]


def spelled(names: Iterable[TableName], name: TableName, traits: Traits) -> TableName | None:
    """A table's name as it is spelled among `names`; the exact one first, None if it is not there."""
    given = list(names)
    if name in given:
        return name
    wanted = key(name, traits)
    return next((candidate for candidate in given if key(candidate, traits) == wanted), None)
