"""From a server's database that somebody has provisioned to the pipeline file that says the same.

Everything comes out of the database: scopes out of `scope_info`, which clients there are out of `scope_info_client`,
whose scopes they are out of `dms_owner`. What no database holds is named in the comment on top of the file: where the
clients are, and what the program that synced had as its options. Nothing is written but the file, and that never over
another one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dms_pipeline.errors import CannotWrite, FileExists, InvalidPipeline, NotProvisioned, NotSupportedYet, UsageError
from dms_pipeline.pipeline.dump import dump
from dms_pipeline.pipeline.fleets import SECRET
from dms_pipeline.pipeline.from_setup import from_setup
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.model import Client, Connection, FromEnvironment, FromFile, Pipeline, Scope
from dms_pipeline.pipeline.setup import ENDPOINT_SCHEMES, to_setup
from dms_pipeline.plan.plan import Role
from dms_pipeline.plan.scope import is_empty
from dms_pipeline.plan.state import DatabaseState
from dms_pipeline.providers.base import Look
from dms_pipeline.providers.changes import ZERO_ID
from dms_pipeline.runtime.connect import CONNECT_TIMEOUT_S, Database
from dms_pipeline.runtime.registry import client_names
from dms_pipeline.runtime.secrets import from_folder, origin, resolve
from dms_pipeline.schema.document import same_setup
from dms_pipeline.schema.own import CLIENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from dms_pipeline.providers.connection import Connection as OpenConnection
    from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient

    Source = str | FromEnvironment | FromFile

SERVER = "hq"
LISTED_CLIENTS = 50  # more would hide the pipeline below them
_ENVIRONMENT = "env:"
_NAME = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """A pipeline file that says what a database holds, and what was found there.

    `made_by` is who set the scopes up, in words; `clients` are the ids that the server knows. `left_out` has the scopes
    that no file can declare, each with the reason.
    """

    text: str
    made_by: str
    scopes: Mapping[str, Scope]
    clients: tuple[str, ...]
    left_out: Mapping[str, str]

    def __str__(self) -> str:
        """As in `Provisioned by Dotmim.Sync 1.3.0.0: scope DefaultScope, 9 tables, 3 clients`."""
        tables = {(table.schema_name, table.name) for scope in self.scopes.values() for table in scope.tables}
        filters = [
            f"{entry.table}.{entry.where[0].column}" if entry.where else entry.table
            for scope in self.scopes.values()
            for entry in scope.filters
        ]
        parts = [f"{'scope' if len(self.scopes) == 1 else 'scopes'} {', '.join(self.scopes)}"]
        parts.append(_counted(len(tables), "table"))
        if filters:
            parts.append(f"{_counted(len(filters), 'filter')} ({', '.join(filters)})")
        parts.append(_counted(len(self.clients), "client"))
        return f"Provisioned by {self.made_by}: {', '.join(parts)}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def source_of(text: str, file: Path) -> Source:
    """What a person typed as a URL: `env:NAME`, or a URL without a secret; a relative path is made to start at `file`.

    Raises:
        UsageError: it holds a password, which may not stand in the file.
        NotSupportedYet: it is an endpoint over HTTP.
    """
    if text.startswith(_ENVIRONMENT):
        return FromEnvironment(env=text.removeprefix(_ENVIRONMENT))
    if text.lower().startswith(ENDPOINT_SCHEMES):
        raise NotSupportedYet(
            "an endpoint over HTTP cannot be looked into", hint="import the database behind it, where it can be reached"
        )
    if SECRET.search(text):
        raise UsageError(
            "this URL has a password, and no secret stands in a pipeline file",
            hint="put the URL into an environment variable, and name that: env:HQ_DATABASE_URL",
        )
    return from_folder(text, file.absolute().parent)


def import_pipeline(
    server: Source,
    file: Path,
    *,
    clients: Mapping[str, Source] | None = None,
    scope_info_table: str = "scope_info",
    timeout_s: float = CONNECT_TIMEOUT_S,
) -> Imported:
    """The pipeline of a server's database. `file` is where it will be: relative paths start there.

    `clients` are connections to be added, by name: each becomes a client of the scopes that are stored there, of all
    where none is. What a client is not asked for, or cannot say, is not in the file.

    Raises:
        FileExists: the file is there already.
        NotProvisioned: no scope is stored there, or none that a file can declare.
        UsageError: it is a client's database, or the name of a client is taken.
        Unreachable, AccessDenied, NoSuchVariable: a database cannot be had.
    """
    sources = dict(clients or {})
    if file.exists():
        raise _exists(file)
    if SERVER in sources:
        raise UsageError(f'"{SERVER}" is the name of the server; give the client another')
    looker = _Looker(file, scope_info_table, timeout_s)
    found = looker.look(SERVER, server)
    held = {name: looker.look(name, source) for name, source in sources.items()}
    _refuse_client(found)
    connections = {
        name: Connection(url=source, scope_info_table=scope_info_table)
        for name, source in {SERVER: server, **sources}.items()
    }
    base = Pipeline(version=1, name=_pipeline_name(found, file), connections=connections)
    load(dump(base))  # what is wrong with names and URLs is no scope's fault
    pipeline, left_out = _with_scopes(base, found.state, {name: look.state for name, look in held.items()})
    if not pipeline.scopes:
        reasons = "".join(f"\n  {name}: {reason}" for name, reason in left_out.items())
        raise NotProvisioned(
            SERVER,
            f"no scope is stored in {scope_info_table}{' that a file can declare' if reasons else ''}{reasons}",
            hint=None if reasons else "--scope-info-table names another table; dms-pipeline init begins a new pipeline",
        )
    known = [client for client in found.state.scope_clients if client.scope_name in pipeline.scopes]
    made_by = _made_by(found.state, pipeline.scopes)
    named = found.names | {
        client.id.upper(): name for name, look in held.items() for client in look.state.scope_clients
    }
    return Imported(
        text="".join(_comment(made_by, known, named, left_out)) + dump(pipeline),
        made_by=made_by,
        scopes=pipeline.scopes,
        clients=tuple(dict.fromkeys(client.id.upper() for client in known)),
        left_out=left_out,
    )


def write_pipeline(imported: Imported, file: Path) -> None:
    """Write the file, which must not be there yet.

    Raises:
        FileExists: it is.
        CannotWrite: it cannot be made.
    """
    try:
        with file.open("x", encoding="utf-8", newline="\n") as written:
            written.write(imported.text)
    except FileExistsError as error:
        raise _exists(file) from error
    except OSError as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}") from error


def _exists(file: Path) -> FileExists:
    error = FileExists(file.parent, [file.name])
    error.hint = "--file names another file; nothing is ever overwritten"
    return error


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """A look at a database: its scopes and clients, the names of clients that we know, whether it got rows as one."""

    state: DatabaseState
    names: dict[str, str]
    downloaded: bool = False


@dataclass(frozen=True, slots=True)
class _Looker:
    """Looks at one database after the other."""

    file: Path
    scope_info_table: str
    timeout_s: float

    def look(self, name: str, source: Source) -> _Found:
        url = resolve(source, self.file.absolute().parent, location=name)
        database = Database(name, url, timeout_s=self.timeout_s, origin=origin(source, "the command line"))
        try:
            if name != SERVER and database.can_be_made:
                return _Found(state=DatabaseState(), names={})  # a client that is still to come
            connection = database.open(create=False)
            try:
                state = database.provider.inspect(connection, Look(scope_info_table=self.scope_info_table))
                names = client_names(connection) if CLIENTS.name in state.own_tables else {}
                return _Found(
                    state=state,
                    names={identity.upper(): known for identity, known in names.items()},
                    downloaded=name == SERVER and not state.owners and _has_downloaded(connection, state),
                )
            finally:
                connection.close()
        finally:
            database.dispose()


def _has_downloaded(connection: OpenConnection, state: DatabaseState) -> bool:
    """A tracking row names the server as its writer; on a server it names clients, or nobody."""
    style = connection.provider.traits.style
    return any(
        connection.row(
            f"SELECT 1 FROM {style.table(table.schema or None, table.name)}"
            f" WHERE update_scope_id = {style.mark} LIMIT 1",
            (ZERO_ID,),
        )
        for table in state.tracking_tables
    )


def _refuse_client(found: _Found) -> None:
    owners = found.state.owners.values()
    if found.downloaded or (owners and all(owner.role == Role.CLIENT.value for owner in owners)):
        names = ", ".join(found.state.scopes)
        raise UsageError(
            f"this database is a client of scope {names}, not its server",
            hint="import the server's database, and add this one to it: --client NAME=URL",
        )


def _pipeline_name(found: _Found, file: Path) -> str:
    """The pipeline that owns the scopes, if one does and it is a file's; else as the file is called."""
    owners = {owner.pipeline for owner in found.state.owners.values()}
    names = [name for name in owners if _NAME.fullmatch(name)]
    if len(owners) == 1 and names:
        return names[0]
    return file.stem if _NAME.fullmatch(file.stem) else "imported"


def _with_scopes(
    base: Pipeline, server: DatabaseState, clients: Mapping[str, DatabaseState]
) -> tuple[Pipeline, dict[str, str]]:
    """The pipeline with every scope that it can declare, in the order of their names; the others with the reason."""
    pipeline, left_out = base, {}
    for name, info in server.scopes.items():
        if (info.setup_text, info.schema_text) == (None, None):
            continue  # the reference leaves such a row at any look-up
        members = [client for key, state in clients.items() for client in _members(name, info, key, state)]
        for tried in (members, ()) if members else ((),):
            try:
                pipeline = _with_scope(pipeline, info, tried)
            except _NotDeclarable as error:
                left_out[name] = str(error)
            else:
                if tried is not members and members:
                    # The scope itself is well: its clients, as they are set up, do not go into one file with it.
                    left_out[f"the clients of {name}"] = left_out.pop(name)
                break
    return pipeline, left_out


class _NotDeclarable(Exception):
    """What a scope holds has no words in a pipeline file."""


def _with_scope(pipeline: Pipeline, info: ScopeInfo, clients: Iterable[Client]) -> Pipeline:
    if info.setup is None:
        raise _NotDeclarable("it has no setup that can be read")
    try:
        scope = from_setup(info.setup, SERVER, clients)
        candidate = load(dump(pipeline.model_copy(update={"scopes": {**pipeline.scopes, info.name: scope}})))
    except InvalidPipeline as error:
        raise _NotDeclarable(error.problems[0].message) from error
    except ValidationError as error:
        raise _NotDeclarable("it holds values that no pipeline file has") from error
    if not same_setup(to_setup(candidate.scopes[info.name]), info.setup):
        raise _NotDeclarable("its setup has parts for which a pipeline file has no words")
    return candidate


def _members(scope: str, info: ScopeInfo, connection: str, state: DatabaseState) -> list[Client]:
    """What a connection is to a scope: a client with each parameter set that it has there, or none."""
    if not any(not is_empty(row) for row in state.scopes.values()):
        return [Client(connection=connection)]  # it is new to all of them
    if is_empty(state.scopes.get(scope)):
        return []
    rows = [client for client in state.scope_clients if client.scope_name == scope]
    if not rows or info.setup is None or not info.setup.filters:
        return [Client(connection=connection)]
    return [Client(connection=connection, parameters=_parameters(row.parameters)) for row in rows]


def _parameters(text: str | None) -> dict[str, str | int | bool]:
    """The parameters of a client's row that have a value (spec: storage format, section 2.5)."""
    entries = json.loads(text) if text else []
    return {entry["pn"]: entry["v"] for entry in entries if entry.get("v") is not None}


def _made_by(state: DatabaseState, scopes: Iterable[str]) -> str:
    owners = {state.owners[name].pipeline for name in scopes if name in state.owners}
    makers = [f"pipeline {owner}" if _NAME.fullmatch(owner) else "dms-pipeline's library" for owner in sorted(owners)]
    versions = {state.scopes[name].version for name in scopes if name not in state.owners}
    makers += [f"Dotmim.Sync {version}".strip() for version in sorted(versions)]
    return " and ".join(dict.fromkeys(makers))


def _comment(
    made_by: str, clients: Iterable[ScopeInfoClient], named: Mapping[str, str], left_out: Mapping[str, str]
) -> Iterable[str]:
    """What stands above the pipeline: where it comes from, and what no database could say."""
    yield f"# What {_plain(made_by)} set up in {SERVER}.\n"
    yield "# No database holds the options of the program that synced (who wins a conflict, what becomes of errors):\n"
    yield "# give those that are not the default as [scopes.NAME.options].\n"
    rows = list(clients)
    if rows:
        yield f"#\n# Clients that {SERVER} knows; it does not know where they are. Each that is to be synced\n"
        yield "# from here needs a connection, and its name among the clients of its scopes:\n"
    for client in rows[:LISTED_CLIENTS]:
        when = "never synced" if client.last_sync is None else f"last sync {client.last_sync[:19]}"
        name = named.get(client.id.upper())
        parts = [client.id.upper(), client.scope_name, client.parameters, when, None if name is None else f"is {name}"]
        yield f"#   {'   '.join(_plain(part) for part in parts if part)}\n"
    if len(rows) > LISTED_CLIENTS:
        yield f"#   and {len(rows) - LISTED_CLIENTS:,} more\n"
    if left_out:
        yield "#\n# Scopes that are left out:\n"
        yield from (f"#   {_plain(name)}: {_plain(reason)}\n" for name, reason in left_out.items())
    yield "\n"


def _plain(text: str) -> str:
    """A text that cannot end its comment."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)
