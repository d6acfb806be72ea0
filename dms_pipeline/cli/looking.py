"""What `status` prints."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from dms_pipeline.cli import show
from dms_pipeline.sync.describe import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.commands import Pipeline
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
    if any(one.state == "outdated" for one in clients):
        click.echo(
            "hint: an outdated client is loaded anew by: dms-pipeline sync --reinitialize-with-upload"
            f" --client NAME{pipeline.argument}",
            err=True,
        )
    if any(one.failed for one in clients):
        click.echo(f"hint: the rows that are kept aside: dms-pipeline errors list{pipeline.argument}", err=True)
    return bool(cared)


def _needs_care(one: ClientStatus) -> bool:
    return one.state not in GOOD or bool(one.failed)


def _headline(name: str, clients: Sequence[ClientStatus], cared: Sequence[ClientStatus]) -> str:
    if not cared:
        waiting = sum((one.to_send or 0) + (one.to_get or 0) for one in clients)
        waits = "1 change waits" if waiting == 1 else f"{waiting:,} changes wait"
        rest = f"{waits} for the next sync" if waiting else "nothing waits"
        return f"{name}: the databases are as they were set up; {rest}"
    states = Counter(one.state for one in cared)
    told = ", ".join(f"{count} {state}" for state, count in states.items())
    if len(clients) == 1:
        return f"{name}: its client needs care ({clients[0].state})"
    return f"{name}: {len(cared)} of {len(clients)} clients {'needs' if len(cared) == 1 else 'need'} care ({told})"


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
