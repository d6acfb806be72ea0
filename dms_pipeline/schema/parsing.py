"""Names as the reference reads them out of one text: `schema.name`, either part in quotes of any kind.

Spec: storage format, sections 8.1 and 8.2, with the quotes of all databases, as for the tables of a setup. There is
no escape for a quote inside a name, and a third part is passed over: the reference cannot hold such names.
"""

from __future__ import annotations

_LEFT = frozenset('[`"')
_RIGHT = ']`"'


def tokens(text: str) -> tuple[str, ...]:
    """The parts of a name, without their quotes; a quote of one kind may be closed by another's."""
    found: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "." or text[at].isspace():
            at += 1
            continue
        if text[at] in _LEFT:
            end = next((place for place in range(at + 1, len(text)) if text[place] in _RIGHT), None)
            if end is None:
                at += 1
                continue
            found.append(text[at + 1 : end])
            at = end + 1
            continue
        dot = text.find(".", at)
        end = len(text) if dot < 0 else dot
        found.append(text[at:end].rstrip(_RIGHT))
        at = end
    return tuple(token for token in found if token)


def schema_and_name(text: str) -> tuple[str, str]:
    """The schema, "" where none is given, and the name of a table; both "" where the text holds no name."""
    parts = tokens(text)
    if len(parts) > 1:
        return parts[0].strip(), parts[1].strip()
    only = parts[0] if parts else ""
    if "." in only.strip("."):
        # A dot inside quotes parts the two all the same.
        first, _, rest = only.strip(".").partition(".")
        return first.strip(), rest.strip()
    return "", only.strip()
