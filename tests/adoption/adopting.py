"""A restored pair is imported, adopted and synced on, with the same calls as the command line makes."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

from dms_pipeline.commands import Pipeline, import_database
from dms_pipeline.errors import DmsError
from dms_pipeline.sync.result import Again
from tests.adoption.changing import TO_CLIENT, TO_SERVER, Waiting, change_one_row, waiting
from tests.adoption.restored import restore
from tests.contract import broken_rules
from tests.providers.doing import opened

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.runtime.sessions import SyncJob
    from dms_pipeline.sync.result import SyncResult
    from tests.adoption.restored import Pair

SERVER, CLIENT = "hq", "shop"
# Design decision 2: our own tables, and who owns the scope. All else is as it was.
ADOPTING = {"create-own-table", "adopt-scope"}


class Refused(Exception):
    """The pair cannot be adopted as it is.

    `code` says why: that of an error, `left-out` if a scope or its clients do not go into the file, `changes` if the
    plan has steps beyond our own tables, `row-failed` if a sync keeps a row aside.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, kw_only=True)
class Adopted:
    """A pair that is ours now: its pipeline, and the two databases."""

    pipeline: Pipeline
    server_url: str
    client_url: str
    scope_info_table: str

    def reachable(self) -> AbstractContextManager[object]:
        """Its URLs stand in the environment for a block, since one may hold a password, which no file may."""
        return _reachable(self.server_url, self.client_url)


def _reachable(server_url: str, client_url: str) -> AbstractContextManager[object]:
    return patch.dict(os.environ, {"HQ_URL": server_url, "SHOP_URL": client_url})


def import_and_adopt(pair: Pair, step: str, urls: tuple[str, str], folder: Path) -> Adopted:
    """Restore, import, plan, adopt; nothing but our own tables is made.

    Raises:
        Refused: the file or the plan does not take it as it is.
    """
    server_url, client_url = urls
    restore(pair, step, server_url, client_url)
    table = pair.scope_info_table
    with _reachable(server_url, client_url):
        file = folder / "adopted.toml"
        file.unlink(missing_ok=True)
        try:
            imported = import_database("env:HQ_URL", file, clients={CLIENT: "env:SHOP_URL"}, scope_info_table=table)
            if imported.left_out:
                raise Refused("left-out", str(dict(imported.left_out)))
            pipeline = Pipeline.load(file)
            plan = pipeline.plan()
        except DmsError as error:
            raise Refused(error.code, f"{error.message}\n{error.hint}") from error
        if plan.errors:
            raise Refused(plan.errors[0].code, "\n".join(problem.message for problem in plan.errors))
        others = [f"{step.connection} {step.operation}" for step in plan.steps if step.operation.kind not in ADOPTING]
        if others:
            raise Refused("changes", "\n".join(others))
        pipeline.apply(plan, pipeline.policy(adopt=tuple(pipeline.declared.scopes)))
        again = pipeline.plan()
        assert again.is_empty, again
    return Adopted(pipeline=pipeline, server_url=server_url, client_url=client_url, scope_info_table=table)


def sync_on(adopted: Adopted) -> None:
    """Change a row on each side and sync, twice: what waited for it moves, and what was changed, and then nothing else.

    The first time all that is tracked is sent once more: nobody knows what the reference had not sent.
    """
    with (
        adopted.reachable(),
        opened(adopted.server_url) as server,
        opened(adopted.client_url) as client,
    ):
        jobs = adopted.pipeline.jobs()
        table = adopted.scope_info_table
        for job in jobs:
            if waiting(server, client, job, table).is_new:
                _synced(adopted.pipeline, job)  # a first sync moves everything
            else:
                expected = _change(server, client, job, table)
                result = _synced(adopted.pipeline, job)
                assert (result.server_again, result.client_again) == (Again.UNKNOWN, Again.UNKNOWN)
                assert expected.counts() <= _moved(result), (expected, _moved(result))
                assert not _moved(_synced(adopted.pipeline, job))
            expected = _change(server, client, job, table)
            result = _synced(adopted.pipeline, job)
            assert (result.server_again, result.client_again) == (None, None)
            assert _moved(result) == expected.counts(), expected
            assert not _moved(_synced(adopted.pipeline, job))
        kinds = {"server": server.provider.name, "client": client.provider.name}
        for connection, is_server, other in ((server, True, kinds["client"]), (client, False, kinds["server"])):
            found = broken_rules(
                connection, is_server=is_server, other_kind=other, scope_info_table=adopted.scope_info_table
            )
            assert found == [], found


def _change(server: Connection, client: Connection, job: SyncJob, scope_info_table: str) -> Waiting:
    """Change a row on each side; what waits now."""
    left = waiting(server, client, job, scope_info_table)
    changes = change_one_row(server, client, job, scope_info_table, left.changes)
    expected = waiting(server, client, job, scope_info_table)
    assert expected.changes == left.changes.union(changes), (left, changes, expected)
    return expected


def _synced(pipeline: Pipeline, job: SyncJob) -> SyncResult:
    (outcome,) = pipeline.sync([job])
    if outcome.error is not None:
        raise Refused(outcome.error.code, outcome.error.message)
    if outcome.failed_rows:
        raise Refused("row-failed", "\n".join(kept.error.reason for kept in outcome.failed_rows))
    assert outcome.result is not None
    return outcome.result


def _moved(result: SyncResult) -> Counter[tuple[str, str, bool]]:
    """What a sync wrote, as `Waiting.counts` has it."""
    return Counter(
        {
            (direction, name.name, deleted): number
            for direction, side in ((TO_SERVER, result.to_server), (TO_CLIENT, result.to_client))
            for name, counts in side.tables.items()
            for deleted, number in ((False, counts.rows), (True, counts.deletes))
            if number
        }
    )
