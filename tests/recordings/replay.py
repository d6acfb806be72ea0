"""A recorded session, run again: our code in the place of the reference, on real databases."""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from functools import partial, reduce
from operator import attrgetter, or_
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import DmsError
from dms_pipeline.events import silent
from dms_pipeline.runtime.cleaning import delete_metadatas
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.deprovisioning import deprovision
from dms_pipeline.runtime.directives import obey
from dms_pipeline.runtime.dropping import drop_all
from dms_pipeline.runtime.options import ON_SERVER, SyncOptions, SyncProvision
from dms_pipeline.runtime.provisioning import ensure_set_up, provision_server
from dms_pipeline.runtime.side import Side
from dms_pipeline.runtime.untracked import update_untracked_rows
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.conflict import ConflictPolicy
from dms_pipeline.sync.directives import OutdatedAction, SyncOperation, SyncType
from dms_pipeline.sync.peers import SessionOptions
from dms_pipeline.sync.session import synchronize
from tests.recordings.answers import ERROR_POLICIES, handlers_of, is_written
from tests.recordings.counting import CountedLocal, CountedRemote, Session
from tests.recordings.expected import cleaned_facts, untracked_facts
from tests.recordings.observed import Observation
from tests.recordings.recorded import setup_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.result import SyncResult
    from dms_pipeline.sync.session import Outdated
    from tests.recordings.expected import Facts
    from tests.recordings.recorded import Case, Step

# MariaDB's marks know versions that are younger than a second by the row beside them, so that a key's change is seen
# which the reference's trigger does not record (H19). It is not seen later, which is what was recorded.
SLOWLY = {"key-types/my-my/composite-clientwins": 1.1}
A_TICK_S = 0.002  # the clocks tick in milliseconds: what follows is later
POLICIES = {"ServerWins": ConflictPolicy.SERVER_WINS, "ClientWins": ConflictPolicy.CLIENT_WINS}
SYNC_TYPES = {
    "Normal": SyncType.NORMAL,
    "Reinitialize": SyncType.REINITIALIZE,
    "ReinitializeWithUpload": SyncType.REINITIALIZE_WITH_UPLOAD,
}
OPERATIONS = {
    "Normal": SyncOperation.NORMAL,
    "Reinitialize": SyncOperation.REINITIALIZE,
    "ReinitializeWithUpload": SyncOperation.REINITIALIZE_WITH_UPLOAD,
    "DropAllAndSync": SyncOperation.DROP_ALL_AND_SYNC,
    "DropAllAndExit": SyncOperation.DROP_ALL_AND_EXIT,
    "DeprovisionAndSync": SyncOperation.DEPROVISION_AND_SYNC,
    "AbortSync": SyncOperation.ABORT_SYNC,
}
OUTDATED_ACTIONS = {
    "Reinitialize": OutdatedAction.REINITIALIZE,
    "ReinitializeWithUpload": OutdatedAction.REINITIALIZE_WITH_UPLOAD,
    "Rollback": OutdatedAction.ROLLBACK,
}


class Replay:
    """The databases of one case, and its steps on them."""

    def __init__(self, case: Case, urls: Mapping[str, str], opened: ExitStack, triggers: Triggers) -> None:
        self.case = case
        self._triggers = triggers
        self._databases = {side: Database(side, url) for side, url in urls.items()}
        for database in self._databases.values():
            opened.callback(database.dispose)
        self._opened = opened
        self._peers = {side: self._open(side) for side in case.kinds}
        self._applications: dict[tuple[str, str], Connection] = {}
        for side, statements in case.seed.items():
            self._run(side, statements)
        self.observation = Observation(case, {side: self._application(side) for side in case.kinds})

    def step(self, step: Step) -> Facts:
        """Do one step; the facts after it."""
        do = step.do
        facts: Facts = {}
        if "sql" in do:
            error = self._sql(do)
            if error is not None:
                facts["error"] = error
        elif "deprovision" in do:
            self._deprovision(do)
        elif "untracked" in do:
            facts |= untracked_facts(
                do["untracked"], update_untracked_rows(self._side(do["untracked"]), self.case.scope)
            )
        elif "cleanup" in do:
            facts |= self._clean(do)
        elif "dropall" in do:
            drop_all(self._side(do["dropall"]))
        elif "provision" in do:
            setup = setup_of(self.case.setup or {})
            provision_server(self._side("server"), self.case.scope, setup, ON_SERVER, silent, overwrite=False)
        else:
            facts = self._sync(step)
        if do.get("watch"):
            facts |= self.observation.lost()
        time.sleep(SLOWLY.get(self.case.name, A_TICK_S))
        return facts | self.observation.after(step.number)

    def _sql(self, do: Mapping[str, Any]) -> str | None:
        session = do.get("session", "")
        try:
            self._run(do["on"], do["sql"], session)
        except DmsError as error:
            return error.code
        if do.get("close"):
            self._applications.pop((do["on"], session)).close()
        return None

    def _sync(self, step: Step) -> Facts:
        do = step.do
        name = do["sync"]
        scope = do.get("scope", self.case.scope)
        options = do.get("options") or {}
        policy = POLICIES[options.get("conflict", "ServerWins")]
        error_policy = ERROR_POLICIES[options.get("error", "Throw")]
        session = Session(
            error_policy=error_policy,
            handlers={side: handlers_of(do, side) for side in ("server", "client")},
            written={side: is_written(do, side, policy) for side in ("server", "client")},
            during={entry["at"]: partial(self._run, entry["on"], entry["sql"]) for entry in do.get("during") or ()},
        )
        server, client = self._peers["server"], self._peers[name]
        try:
            given = do.get("setup", self.case.setup)
            setup = None if given is None else setup_of(given)
            ensure_set_up(self._side(name), self._side("server"), scope, setup, silent)

            def run(sync_type: SyncType, answer: Outdated | None) -> SyncResult:
                session.result = synchronize(
                    CountedLocal(client, session),
                    CountedRemote(server, session, client_name=name),
                    scope,
                    parameter_hash=parameter_hash({}),
                    clock=time.perf_counter,
                    options=SessionOptions(conflict_policy=policy, error_policy=error_policy),
                    sync_type=sync_type,
                    on_outdated=answer or (lambda *_: OUTDATED_ACTIONS[do.get("onOutdated", "Rollback")]),
                    report=silent,
                )
                return session.result

            obey(
                self._side(name),
                self._side("server"),
                scope,
                SYNC_TYPES[do.get("syncType", "Normal")],
                ask=lambda *_: OPERATIONS[do.get("operation", "Normal")],
                session=run,
                report=silent,
            )
        except DmsError as error:
            return {"error": error.code}
        # Of two sessions, as after DropAllAndSync, the counts are the last one's; what both did is in the databases.
        return {} if session.result is None else session.facts()

    def _side(self, name: str) -> Side:
        connection = self._peers[name]
        return Side(
            database=self._databases[name],
            connection=connection,
            changes=connection.provider.changes(),
            options=SyncOptions(),
            triggers=self._triggers,
        )

    def _deprovision(self, do: Mapping[str, Any]) -> None:
        side = self._side(do["deprovision"])
        stored = side.changes.read_scope(side.connection, side.scope_table, self.case.scope)
        assert stored is not None
        kinds = (name.strip().replace("StoredProcedures", "Stored_Procedures") for name in do["provision"].split(","))
        deprovision(side, stored, reduce(or_, (SyncProvision[kind.upper()] for kind in kinds)))

    def _clean(self, do: Mapping[str, Any]) -> Facts:
        """With a limit, what the reference's clean-up of a server does, up to the mark that a client has; else ours."""
        if "limit" in do:
            client = do["limit"].removeprefix("server mark of ")
            mark = self._application(client).value("SELECT scope_last_server_sync_timestamp FROM scope_info_client")
            tables = [f"DELETE FROM {table}_tracking WHERE timestamp < {mark}" for table in self.case.tables]
            self._run("server", [*tables, f"UPDATE scope_info SET sync_scope_last_clean_timestamp = {mark}"])
            return {}
        name = do["cleanup"]
        mark_of = attrgetter("last_server_sync_timestamp" if name == "server" else "last_sync_timestamp")
        cleaned = delete_metadatas(self._side(name), None, mark_of, waits=name != "server")
        return cleaned_facts(name, {str(each.table): each.rows_cleaned_count for each in cleaned.tables})

    def _run(self, side: str, statements: Iterable[str], session: str = "") -> None:
        connection = self._application(side, session)
        for statement in statements:
            connection.run(statement)

    def _application(self, side: str, session: str = "") -> Connection:
        """A connection of an application, kept by the name of its session."""
        key = (side, session)
        if key not in self._applications:
            self._applications[key] = self._open(side)
        return self._applications[key]

    def _open(self, side: str) -> Connection:
        connection = self._databases[side].open()
        self._opened.callback(connection.close)
        return connection


@contextmanager
def replaying(case: Case, urls: Callable[[str], str], triggers: Triggers = Triggers.REFERENCE) -> Iterator[Replay]:
    """A replay on databases of its own; `urls` gives an empty database of a kind.

    The triggers are the reference's, for what they write is compared with what its own wrote.
    """
    with ExitStack() as opened:
        yield Replay(case, {side: urls(kind) for side, kind in case.kinds.items()}, opened, triggers)
