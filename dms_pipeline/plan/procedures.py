"""Which stored procedures a database should have: those that peers of the reference call, where such are expected.

They are expected where changes are recorded by the reference's triggers, and where a scope has some already. What the
reference made stays as it is; when a scope's shape changes, its procedures are made anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.errors import DmsError, UnsupportedType
from dms_pipeline.plan.scope import as_problem, same_scope
from dms_pipeline.schema.database import Triggers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dms_pipeline.plan.draft import Draft, Part
    from dms_pipeline.schema.database import Procedure


def peer_procedures(draft: Draft, parts: Iterable[Part], gone: Iterable[str], usual: Triggers) -> dict[str, Procedure]:
    """All procedures that the database should hold, those of others among them; `gone` are scopes that leave it."""
    found = draft.observed.procedures
    result = dict(found)
    for scope in gone:
        for name in _names_of(draft, scope):
            result.pop(name, None)
    expected = (draft.endpoint.triggers or usual) is Triggers.REFERENCE
    for part in parts:
        changes = not _is_as_stored(draft, part)
        for made in _made(draft, part, expected=expected):
            if expected or any(one.name in found for one in made):
                result |= {one.name: one for one in made if changes or one.name not in found}
    return result


def _made(draft: Draft, part: Part, *, expected: bool) -> Iterator[tuple[Procedure, ...]]:
    scope = part.served.scope
    for document in part.served.documents:
        try:
            yield draft.endpoint.target.procedures(scope.setup, part.scope, document)
        except UnsupportedType:
            continue  # of a client's table, which has been refused for it
        except DmsError as error:
            if not expected:
                continue  # nobody can have made them, and nobody needs them
            draft.problems.append(as_problem(draft.endpoint.name, error, scope.place(document.table)))


def _is_as_stored(draft: Draft, part: Part) -> bool:
    stored, info = draft.observed.scopes.get(part.scope), part.served.info
    if stored is None or info.setup is None or info.schema is None:
        return False
    return same_scope(stored, info.setup, info.schema)


def _names_of(draft: Draft, scope: str) -> Iterator[str]:
    info = draft.observed.scopes.get(scope)
    if info is None or info.setup is None or info.schema is None:
        return
    for document in info.schema.tables or ():
        try:
            yield from (one.name for one in draft.endpoint.target.procedures(info.setup, scope, document))
        except DmsError:
            continue  # nobody can have made them
