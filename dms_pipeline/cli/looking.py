"""What `status` and `conflicts` print."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.cli import show
from dms_pipeline.errors import UsageError
from dms_pipeline.runtime.journal import key_text
from dms_pipeline.sync.describe import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.commands import Pipeline
    from dms_pipeline.runtime.journal import NamedConflict
    from dms_pipeline.runtime.status import ClientStatus

GOOD = {"ok"}


def show_status(pipeline: Pipeline, *, as_json: bool) -> bool:
    """Print where each client stands; whether something needs care."""
    clients = pipeline.status()
    cared = [one for one in clients if _needs_care(one)]
    if as_json:
        content = {
            "pipeline": pipeline.declared.name,
            "drift": [{"scope": one.scope, "client": one.client} for one in clients if one.state == "drift"],
            "clients": [_status_json(one) for one in clients],
            "errors": show.errors_json(one.problem for one in clients if one.problem is not None),
        }
        show.document("status", content)
        return bool(cared)
    click.echo(_headline(pipeline.declared.name, clients, cared))
    now = datetime.now(UTC)
    heading = ("", "scope", "client", "revision", "last sync", "to send", "to get", "conflicts", "failed", "state")
    rows = [
        (
            "",
            one.scope,
            one.client,
            "?" if one.revision is None else str(one.revision),
            "never" if one.last_sync_at is None else show.ago((now - one.last_sync_at).total_seconds()),
            number(one.to_send),
            number(one.to_get),
            f"{one.conflicts} kept" if one.conflicts else number(one.conflicts),
            number(one.failed),
            one.state,
        )
        for one in clients
    ]
    click.echo(show.table(heading, rows, numbers=frozenset({3, 5, 6, 7, 8})))
    for message in dict.fromkeys(show.error_text(one.problem) for one in clients if one.problem is not None):
        click.echo(message, err=True)
    return bool(cared)


def _needs_care(one: ClientStatus) -> bool:
    return one.state not in GOOD or bool(one.failed)


def _headline(name: str, clients: Sequence[ClientStatus], cared: Sequence[ClientStatus]) -> str:
    if not cared:
        waiting = sum((one.to_send or 0) + (one.to_get or 0) for one in clients)
        rest = "nothing waits" if not waiting else f"{waiting:,} changes wait for the next sync"
        return f"{name}: the databases are as they were set up; {rest}"
    states = Counter(one.state if one.state not in GOOD else "with failed rows" for one in cared)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    return f"{name}: {len(cared)} of {len(clients)} clients need care ({told})"


def _status_json(one: ClientStatus) -> dict[str, Any]:
    return {
        "scope": one.scope,
        "client": one.client,
        "revision": one.revision,
        "last_sync_at": None if one.last_sync_at is None else one.last_sync_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "to_send": one.to_send,
        "to_get": one.to_get,
        "conflicts": one.conflicts,
        "failed": one.failed,
        "over": "direct",
        "state": one.state,
    }


def list_conflicts(pipeline: Pipeline, *, as_json: bool) -> None:
    """Print the kept conflicts, newest last."""
    conflicts = pipeline.conflicts()
    if as_json:
        show.document("conflicts", {"conflicts": [_conflict_json(one) for one in conflicts], "errors": []})
        return
    if not conflicts:
        click.echo("No conflict has been decided; nothing is kept.")
        return
    now = datetime.now(UTC)
    heading = ("id", "when", "scope", "row", "client", "client / server", "rule", "kept")
    rows = [
        (
            one.id,
            show.ago((now - datetime.fromisoformat(one.conflict.decided_at)).total_seconds()),
            one.conflict.scope,
            f"{one.conflict.table} {key_text(one.conflict.key)}",
            one.client,
            f"{one.conflict.client_change} / {one.conflict.server_change}",
            one.conflict.rule,
            one.conflict.kept,
        )
        for one in conflicts
    ]
    click.echo(show.table(heading, rows))


def show_conflict(pipeline: Pipeline, identity: str, *, as_json: bool) -> None:
    """Print both rows of one conflict, the columns that differ alone."""
    conflicts = {one.id: one for one in pipeline.conflicts()}
    one = conflicts.get(identity)
    if one is None:
        known = ", ".join(list(conflicts)[-5:]) or "none"
        raise UsageError(f'there is no conflict "{identity}"', hint=f"the newest are {known}")
    if as_json:
        show.document("conflict", {"conflict": _conflict_json(one), "errors": []})
        return
    conflict = one.conflict
    server = next(iter({job.server for job in pipeline.jobs() if job.scope == conflict.scope}), "server")
    did = {"update": "changed", "delete": "deleted"}
    click.echo(
        f"{one.id}: {one.client} {did[conflict.client_change]} {conflict.table} {key_text(conflict.key)},"
        f" {server} {did[conflict.server_change]} it; {conflict.rule} kept"
        f" {server if conflict.kept == 'server' else one.client}'s"
    )
    mine, theirs = _values(conflict.server_row), _values(conflict.client_row)
    for name in dict.fromkeys([*mine, *theirs]):
        ours = json.dumps(mine[name], ensure_ascii=False) if name in mine else "(deleted)"
        other = json.dumps(theirs[name], ensure_ascii=False) if name in theirs else "(deleted)"
        if ours != other:
            click.echo(f"  {name}   {server}: {ours}   {one.client}: {other}")


def _values(row: str | None) -> dict[str, Any]:
    return {} if row is None else dict(json.loads(row))


def _conflict_json(one: NamedConflict) -> dict[str, Any]:
    conflict = one.conflict
    return {
        "id": one.id,
        "scope": conflict.scope,
        "client": one.client,
        "table": conflict.table,
        "key": json.loads(conflict.key),
        "client_change": conflict.client_change,
        "server_change": conflict.server_change,
        "rule": conflict.rule,
        "kept": conflict.kept,
        "server_row": _values(conflict.server_row) or None,
        "client_row": _values(conflict.client_row) or None,
        "decided_at": conflict.decided_at,
    }
