"""What is wrong with connections: URLs, secrets, fleets, endpoints; and connections that are the same database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dms_pipeline.pipeline.model import FromEnvironment, FromFile
from dms_pipeline.pipeline.paths import Finding, spelled
from dms_pipeline.pipeline.setup import ENDPOINT_SCHEMES, connections_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.pipeline.model import Connection, Pipeline
    from dms_pipeline.pipeline.paths import Path

# user:password@ behind the scheme, or a password among the arguments
SECRET = re.compile(
    r"://[^/?#\s]*:[^/?#\s]*@|://[^:@/?#\s]*:[^@\s]+@|[?&](?:password|passwd|pwd|sslpassword)=", re.IGNORECASE
)

_SCHEME = re.compile("[a-z][a-z0-9+._-]*:", re.IGNORECASE)
_VARIABLE = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_ENTRY = re.compile(r"[\w.-]+")


def connections(pipeline: Pipeline) -> Iterator[Finding]:
    """Everything wrong with single connections, then names and databases that occur twice."""
    for key, declared in pipeline.connections.items():
        path = ("connections", key)
        yield from _source((*path, "url"), declared)
        if declared.for_each is not None:
            yield from _fleet(path, declared)
        yield from _endpoint(path, declared)
    yield from _twice(pipeline)


def _source(path: Path, declared: Connection) -> Iterator[Finding]:
    url = declared.url
    if isinstance(url, str) and SECRET.search(url):
        message = f"{spelled(path)} has a password, and no secret stands in this file"
        hint = 'put the URL into an environment variable, url = { env = "NAME" }, or a file, url = { file = "path" }'
        yield Finding(code="secret-in-file", path=path, message=message, hint=hint)
    elif isinstance(url, str) and not _SCHEME.match(url):
        message = f"{spelled(path)} is no URL: it begins with no scheme"
        hint = "a SQLite file is sqlite:///path, a PostgreSQL database postgresql://user@host/name"
        yield Finding(code="bad-url", path=path, message=message, hint=hint)
    for place, source in ((path, url), ((*path[:-1], "token"), declared.token)):
        variable = re.sub(r"\{[^{}]*\}", "x", source.env) if isinstance(source, FromEnvironment) else "x"
        if not _VARIABLE.fullmatch(variable):
            message = f"{spelled(place)}.env is no name of an environment variable"
            yield Finding(
                code="bad-variable", path=(*place, "env"), message=message, hint='as in { env = "HQ_DATABASE_URL" }'
            )
        if isinstance(source, FromFile) and not source.file.strip():
            yield Finding(code="wrong-value", path=(*place, "file"), message=f"{spelled(place)}.file is empty")


def _fleet(path: Path, declared: Connection) -> Iterator[Finding]:
    place = (*path, "for_each")
    variables = declared.for_each or {}
    if len(variables) != 1:
        message = f"{spelled(place)} needs one list, has {len(variables)}"
        yield Finding(code="bad-fleet", path=place, message=message, hint='as in for_each = { id = ["2", "3"] }')
    for variable, entries in variables.items():
        inner = (*place, variable)
        if not _VARIABLE.fullmatch(variable):
            yield Finding(code="bad-fleet", path=inner, message=f"{spelled(inner)}: letters, digits and _ make a name")
        if not entries:
            yield Finding(code="bad-fleet", path=inner, message=f"{spelled(inner)} is empty, so there is no connection")
        if f"{{{variable}}}" not in _text(declared):
            message = f"{spelled((*path, 'url'))} does not contain {{{variable}}}, so all entries are the same database"
            yield Finding(code="bad-fleet", path=(*path, "url"), message=message)
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            at = (*inner, position)
            if not _ENTRY.fullmatch(str(entry)):
                message = f'{spelled(at)} is "{entry}"; letters, digits, _, - and dots make the name of a connection'
                yield Finding(code="bad-fleet", path=at, message=message)
            elif str(entry) in seen:
                yield Finding(code="bad-fleet", path=at, message=f'{spelled(at)}: "{entry}" is listed twice')
            seen.add(str(entry))


def _text(declared: Connection) -> str:
    match declared.url:
        case FromEnvironment(env=text) | FromFile(file=text):
            return text
        case text:
            return text


def _endpoint(path: Path, declared: Connection) -> Iterator[Finding]:
    url = declared.url
    speaks_http = isinstance(url, str) and url.lower().startswith(ENDPOINT_SCHEMES)
    if declared.token is not None and isinstance(url, str) and not speaks_http:
        message = f"{spelled((*path, 'token'))} is for endpoints over HTTP; a database has none"
        yield Finding(code="no-effect", path=(*path, "token"), message=message)
    if not speaks_http:
        return
    for key in ("triggers", "scope_info_table", "offline", "for_each"):
        if key in declared.model_fields_set:
            message = f"{spelled((*path, key))} has no effect on an endpoint: it is the other side's to decide"
            yield Finding(code="no-effect", path=(*path, key), message=message, at_key=True)


def _twice(pipeline: Pipeline) -> Iterator[Finding]:
    names: dict[str, str] = {}
    places: dict[object, str] = {}
    for connection in connections_of(pipeline):
        path = ("connections", connection.declared_as)
        other = names.setdefault(connection.name, connection.declared_as)
        if other != connection.declared_as:
            message = f'{spelled(path)}: a connection named "{connection.name}" comes from connections.{other} too'
            yield Finding(code="duplicate-connection", path=path, message=message)
        url = connection.url
        first = places.setdefault((type(url), url if isinstance(url, str) else _value(url)), connection.name)
        if first != connection.name and pipeline.connections[connection.declared_as].for_each is None:
            message = f"{spelled((*path, 'url'))} is that of {first} too; one database is one connection"
            yield Finding(code="same-database", path=(*path, "url"), message=message)


def _value(source: FromEnvironment | FromFile) -> str:
    return source.env if isinstance(source, FromEnvironment) else source.file
