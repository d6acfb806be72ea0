"""What a person can ask for, as one class: `Pipeline`. The command line is a thin layer over it.

`Pipeline.load` reads and checks a file; nothing is opened before a method needs it. Every method opens the databases
that it needs and closes them again. Whether somebody was asked, and what is printed, is the caller's business.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from dms_pipeline.errors import (
    DmsError,
    InvalidPipeline,
    Location,
    NoSuchFile,
    NotProvisioned,
    NotSupportedYet,
    Problem,
    UsageError,
)
from dms_pipeline.events import silent
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.paths import did_you_mean, listed
from dms_pipeline.pipeline.setup import clients_of, to_setup
from dms_pipeline.pipeline.supported import unsupported
from dms_pipeline.runtime.connect import CONNECT_TIMEOUT_S
from dms_pipeline.runtime.databases import Databases
from dms_pipeline.runtime.files import DEFAULT_FILE, read_text
from dms_pipeline.runtime.journal import Keeper, drop_error
from dms_pipeline.runtime.registry import client_names
from dms_pipeline.runtime.sessions import SyncJob, SyncOutcome, run_sessions
from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy
from dms_pipeline.sync.directives import SyncType
from dms_pipeline.sync.peers import SessionOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dms_pipeline.events import Report
    from dms_pipeline.pipeline.model import Options
    from dms_pipeline.pipeline.model import Pipeline as Declared
    from dms_pipeline.pipeline.positions import Places
    from dms_pipeline.plan.document import SavedPlan
    from dms_pipeline.plan.hazard import Policy
    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.plan.scope import ScopePlanInput
    from dms_pipeline.runtime.executor import Applied
    from dms_pipeline.runtime.importing import Imported
    from dms_pipeline.runtime.journal import NamedConflict, NamedError
    from dms_pipeline.runtime.status import ClientStatus

    MakePlan = Callable[..., Plan]
    Missed = Callable[[DmsError], None]

T = TypeVar("T")


def ignore(error: DmsError) -> None:
    """Take no notice of a database that is away."""
    del error


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """How long to wait: for a connection, and for somebody else's lock; seconds."""

    connect_timeout_s: float = CONNECT_TIMEOUT_S
    lock_timeout_s: float = 5.0


class Pipeline:
    """A pipeline file, and everything that can be done with it."""

    def __init__(self, declared: Declared, path: Path, text: str, settings: Settings | None = None) -> None:
        self.declared = declared
        self.path = path
        self.text = text
        self.settings = settings or Settings()

    @classmethod
    def load(cls, path: str | Path = DEFAULT_FILE, settings: Settings | None = None) -> Self:
        """Read a file.

        Raises:
            NoSuchFile: it is not there.
            InvalidPipeline: it holds all problems.
            UsageError: it is a saved plan.
        """
        path = Path(path)
        text = read_text(path)
        try:
            declared = load(text, str(path))
        except InvalidPipeline as error:
            from dms_pipeline.plan.document import is_plan

            if not is_plan(text):
                raise
            message = f"{path} is a saved plan, not a pipeline file"
            raise UsageError(message, hint=f"dms-pipeline apply {path} carries it out, plan {path} shows it") from error
        made = cls(declared, path, text, settings)
        made.check_permissions()
        return made

    @classmethod
    def from_database(
        cls,
        server: str,
        path: str | Path = DEFAULT_FILE,
        *,
        clients: Mapping[str, str] | None = None,
        scope_info_table: str = "scope_info",
        settings: Settings | None = None,
    ) -> Self:
        """Write the file of a server's database that Dotmim.Sync or we provisioned, as `import` does, and read it.

        `server` and the values of `clients` are URLs without a password, or `env:NAME`.

        Raises:
            FileExists: the file is there already; nothing was written.
            UsageError, NotProvisioned, DatabaseError: the database cannot be imported; nothing was written.
        """
        import_database(server, path, clients=clients, scope_info_table=scope_info_table, settings=settings)
        return cls.load(path, settings)

    @property
    def digest(self) -> str:
        """`sha256:…` of the file."""
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def argument(self) -> str:
        """What stands behind a command to mean this file: ` retail.toml`, nothing for the default file."""
        return "" if str(self.path) == DEFAULT_FILE else f" {self.path}"

    def unsupported(self) -> tuple[Problem, ...]:
        """What the file declares and this version does not carry out."""
        return tuple(self._placed(problem) for problem in unsupported(self.declared, self._places))

    def locate(self, path: str) -> Location:
        """The place of a TOML path in the file, or of what surrounds it."""
        place = self._places.spelled(path)
        if place is None:
            return Location(path=path, file=str(self.path))
        return Location(path=path, file=str(self.path), line=place.line, column=place.column)

    @cached_property
    def _places(self) -> Places:
        from dms_pipeline.pipeline.positions import positions

        return positions(self.text)

    def _placed(self, problem: Problem) -> Problem:
        found = self.locate(problem.path)
        return replace(problem, file=found.file, line=found.line, column=found.column)

    def refuse_unsupported(self) -> None:
        """Refuse what would be ignored.

        Raises:
            NotSupportedYet: with every place.
        """
        problems = self.unsupported()
        if problems:
            places = "\n".join(f"  {problem.message} ({problem.location.short})" for problem in problems)
            raise NotSupportedYet(
                f"{self.path} declares what this version does not carry out; no database was opened\n{places}",
                problems=problems,
                hint="leave it out; ignored, it would move rows that it is there to hold back",
            )

    def check_permissions(self) -> None:
        """Look at what the file allows and denies; which kinds of steps there are, planning alone knows.

        Raises:
            InvalidPipeline: a permission names no kind of step.
        """
        rules = {"allow": self.declared.policy.allow, "deny": self.declared.policy.deny}
        if not any(rules.values()):
            return
        from dms_pipeline.plan.hazard import permission

        problems = []
        for key, texts in rules.items():
            for place, text in enumerate(texts):
                try:
                    permission(text)
                except UsageError as error:
                    path = f"policy.{key}[{place}]"
                    problems.append(
                        self._placed(Problem(code="bad-permission", message=error.message, path=path, hint=error.hint))
                    )
        if problems:
            raise InvalidPipeline(str(self.path), problems)

    # Planning.

    def policy(self, allow: Iterable[str] = (), adopt: Iterable[str] = ()) -> Policy:
        """What the file and the caller allow and deny.

        Raises:
            UsageError: a permission names no kind of step.
        """
        from dms_pipeline.plan.hazard import Policy, permission

        declared = self.declared.policy
        return Policy(
            allow=tuple(permission(text) for text in (*declared.allow, *allow)),
            deny=tuple(permission(text) for text in declared.deny),
            adopt=frozenset(adopt),
        )

    def plan(self) -> Plan:
        """Look at every database and say what would be done.

        Raises:
            NotSupportedYet: the file asks for what this version cannot do.
        """
        from dms_pipeline.plan.planner import forgets, make_plan

        self.refuse_unsupported()
        with self._databases() as databases:
            made = self._make(make_plan, databases)
            # Counting what was not uploaded reads tracking tables; only a plan that would drop one needs to know.
            return self._make(make_plan, databases, count_unsynced=True) if forgets(made) else made

    def destroy_plan(self) -> Plan:
        """What would take everything of this pipeline away again; user tables and their rows stay."""
        from dms_pipeline.plan.planner import destroy_plan

        with self._databases() as databases:
            return self._make(destroy_plan, databases, count_unsynced=True)

    def apply(self, plan: Plan, policy: Policy | None = None, report: Report = silent) -> Applied:
        """Do what a plan says; `sync` afterwards is the caller's.

        Raises:
            NotAllowed: a step needs a permission that it has not; nothing was done.
            PlanIsStale: a database is no longer as it was when the plan was made; nothing was done.
            Locked: somebody else applies at this moment; nothing was done.
            Interrupted: it stopped midway; the same call goes on from there.
        """
        from dms_pipeline.plan.document import plan_id
        from dms_pipeline.runtime.executor import execute

        with self._databases() as databases:
            return execute(
                plan,
                {one.name: databases.database(one.name) for one in plan.connections},
                policy=policy or self.policy(),
                plan_id=plan_id(plan),
                lock_timeout_s=self.settings.lock_timeout_s,
                report=report,
            )

    # Syncing.

    def jobs(
        self, scope: str | None = None, client: str = "*", sync_type: SyncType = SyncType.NORMAL
    ) -> tuple[SyncJob, ...]:
        """The syncs of the file, in its order; those of one scope, or of the clients that a glob fits.

        Raises:
            UsageError: the scope is not in the file, or no client fits.
        """
        if scope is not None and scope not in self.declared.scopes:
            known = ", ".join(self.declared.scopes)
            hint = did_you_mean(scope, self.declared.scopes) or f"its scopes are {known}"
            raise UsageError(f'{self.path} has no scope "{scope}"', hint=hint)
        jobs = tuple(
            SyncJob(
                scope=name,
                server=declared.server,
                client=entry.connection,
                setup=to_setup(declared),
                options=_options(declared.options),
                sync_type=sync_type,
            )
            for name, declared in self.declared.scopes.items()
            if scope in {None, name}
            for entry in clients_of(self.declared, name)
            if fnmatchcase(entry.connection, client)
        )
        if not jobs:
            names = dict.fromkeys(
                entry.connection
                for name in self.declared.scopes
                if scope in {None, name}
                for entry in clients_of(self.declared, name)
            )
            hint = did_you_mean(client, names) or f"its clients are {listed(names) or 'none'}"
            of = str(self.path) if scope is None else f"scope {scope} in {self.path}"
            raise UsageError(f'no client of {of} fits "{client}"', hint=hint)
        return jobs

    def sync(self, jobs: Sequence[SyncJob] | None = None, report: Report = silent) -> tuple[SyncOutcome, ...]:
        """Run syncs, all of the file's by default. An outcome holds a result or the error that stopped it.

        Raises:
            NotSupportedYet: the file asks for what this version cannot do.
        """
        self.refuse_unsupported()
        with self._databases() as databases:
            return run_sessions(databases, self.jobs() if jobs is None else jobs, report, self._prefixes())

    def given_up(self, jobs: Sequence[SyncJob]) -> tuple[int | None, ...]:
        """How many changes the client of each job has not sent; `SyncType.REINITIALIZE` would move them to its journal.

        None where a client cannot be asked: nothing of it would be replaced either.

        Raises:
            NotSupportedYet: the file asks for what this version cannot do.
        """
        self.refuse_unsupported()
        from dms_pipeline.runtime.status import read_given_up

        with self._databases() as databases:
            return read_given_up(databases, jobs)

    # Looking.

    def status(self) -> tuple[ClientStatus, ...]:
        """Where each client of each scope stands."""
        from dms_pipeline.runtime.status import read_status

        self.refuse_unsupported()
        with self._databases() as databases:
            return read_status(databases, self.jobs())

    def conflicts(self, missed: Missed = ignore) -> tuple[NamedConflict, ...]:
        """The conflicts whose losers are kept: those that servers decided, then those that clients did.

        `missed` is told of each client that is away; it keeps its own.
        """
        return self._kept(Keeper.conflicts, missed)

    def failed_rows(self, missed: Missed = ignore) -> tuple[NamedError, ...]:
        """The rows that could not be applied and are tried again at each sync: those of servers, then of clients.

        `missed` is told of each client that is away; it keeps its own.
        """
        return self._kept(Keeper.errors, missed)

    def drop_failed_row(self, row: NamedError) -> None:
        """Give a failed row up: no sync tries it again, until it is changed again where it came from.

        Raises:
            UsageError: it is not kept any more as it was read; nothing was done.
        """
        with self._databases() as databases:
            if not drop_error(databases.connection(row.connection), row.error):
                raise UsageError(
                    f"{row.id} is not kept any more as it was shown: a sync has tried it meanwhile; nothing was done",
                    hint=f"look again: dms-pipeline errors list{self.argument}",
                )

    # What the methods share.

    def _kept(self, read: Callable[[Keeper], tuple[T, ...]], missed: Missed) -> tuple[T, ...]:
        """What all databases keep aside, servers first."""
        found: list[T] = []
        prefixes = self._prefixes()
        with self._databases() as databases:
            for server in prefixes:
                scopes = [scope for scope, declared in self.declared.scopes.items() if declared.server == server]
                connection = databases.connection(server)
                self._check_set_up(databases, server, scopes)
                names = client_names(connection)
                found += read(Keeper(connection=connection, scopes=scopes, prefix=prefixes[server], names=names))
            for client in dict.fromkeys(job.client for job in self.jobs()):
                scopes = [job.scope for job in self.jobs() if job.client == client]
                try:
                    connection = databases.connection(client)
                    found += read(Keeper(connection=connection, scopes=scopes, prefix=f"{client}:", client=client))
                except DmsError as error:
                    missed(error)
                databases.release(client)
        return tuple(found)

    def _prefixes(self) -> dict[str, str]:
        """What stands before the numbers of what each server keeps; nothing where there is only one."""
        servers = dict.fromkeys(declared.server for declared in self.declared.scopes.values())
        return {server: "" if len(servers) == 1 else f"{server}:" for server in servers}

    def _check_set_up(self, databases: Databases, server: str, scopes: Iterable[str]) -> None:
        """Raise `NotProvisioned` if none of these scopes is set up on their server."""
        from dms_pipeline.runtime.orchestrator import RemoteDatabasePeer

        remote = RemoteDatabasePeer(databases.connection(server), databases.declared[server].scope_info_table)
        refused: NotProvisioned | None = None
        for scope in scopes:
            try:
                remote.scope(scope)
            except NotProvisioned as error:
                refused = refused or error
            else:
                return
        if refused is not None:
            raise refused

    def _databases(self) -> Databases:
        return Databases(self.declared, self.path.parent, timeout_s=self.settings.connect_timeout_s, locate=self.locate)

    def _scopes(self) -> tuple[ScopePlanInput, ...]:
        from dms_pipeline.plan.scope import ScopePlanInput

        return tuple(
            ScopePlanInput(
                name=name,
                setup=to_setup(scope),
                server=scope.server,
                clients=tuple(dict.fromkeys(entry.connection for entry in clients_of(self.declared, name))),
            )
            for name, scope in self.declared.scopes.items()
        )

    def _make(self, make: MakePlan, databases: Databases, *, count_unsynced: bool = False) -> Plan:
        """Look at all databases and plan; errors have their places in the file."""
        from dms_pipeline.runtime.look import look_at

        scopes = self._scopes()
        looked = look_at(databases, scopes, count_unsynced=count_unsynced)
        made = make(self.declared.name, self.digest, scopes, looked.endpoints, looked.problems)
        return replace(
            made,
            pipeline_file=str(self.path),
            errors=tuple(self._placed(problem) for problem in made.errors),
        )


def saved_plan(text: str) -> SavedPlan | None:
    """The plan that a text holds; None where it is none. A saved plan is known by its content, not by its name."""
    from dms_pipeline.plan.document import from_json, is_plan

    return from_json(text) if is_plan(text) else None


def validate(paths: Sequence[str | Path]) -> tuple[DmsError, ...]:
    """What is wrong with some files; no database is opened."""
    problems: list[DmsError] = []
    for path in paths:
        try:
            Pipeline.load(path)
        except (InvalidPipeline, NoSuchFile, UsageError) as error:
            problems.append(error)
    return tuple(problems)


def import_database(
    server: str,
    path: str | Path = DEFAULT_FILE,
    *,
    clients: Mapping[str, str] | None = None,
    scope_info_table: str = "scope_info",
    settings: Settings | None = None,
) -> Imported:
    """Write the pipeline file of a server's database that Dotmim.Sync or we provisioned; what was found there.

    `server` and the values of `clients` are URLs without a password, or `env:NAME`. Relative paths start here; the
    file says the same from where it is.

    Raises:
        FileExists: the file is there already; nothing was written.
        UsageError, NotProvisioned, DatabaseError: the database cannot be imported; nothing was written.
    """
    from dms_pipeline.runtime.importing import import_pipeline, source_of, write_pipeline

    file = Path(path)
    imported = import_pipeline(
        source_of(server, file),
        file,
        clients={name: source_of(text, file) for name, text in (clients or {}).items()},
        scope_info_table=scope_info_table,
        timeout_s=(settings or Settings()).connect_timeout_s,
    )
    write_pipeline(imported, file)
    return imported


def _options(declared: Options) -> SessionOptions:
    return SessionOptions(
        conflict_policy=ConflictPolicy(declared.conflict_resolution_policy.value),
        error_policy=ErrorPolicy(declared.error_resolution_policy.value),
    )
