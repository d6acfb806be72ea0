"""What `conflicts` and `errors` print: rows that lost a conflict, rows that could not be applied; giving one up."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dms_pipeline.cli import show
from dms_pipeline.cli.syncing import DID
from dms_pipeline.errors import UsageError
from dms_pipeline.runtime.journal import NamedConflict, NamedError, key_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.commands import Pipeline
    from dms_pipeline.errors import DmsError

KEPT = {"server": "{server}'s", "client": "{client}'s", "merged": "a row merged of both"}
Entry = TypeVar("Entry", NamedConflict, NamedError)


def check_identity(identity: str, command: str) -> None:
    """Notice that ID was left out, so that FILE stands in its place.

    Raises:
        UsageError: what stands for ID is the name of a file.
    """
    if identity.endswith(".toml"):
        raise UsageError(
            f"ID is missing: {identity} is a file",
            hint=f"dms-pipeline {command} list {identity} shows the ids, then: {command} show ID {identity}",
        )


def _find(entries: Sequence[Entry], identity: str, letter: str, noun: str) -> Entry:
    """An entry by its id, its number alone, or what stands behind the database's name where that is enough.

    Raises:
        UsageError: there is none, or more than one.
    """
    wanted = f"{letter}{identity}" if identity.isdecimal() else identity
    found = [one for one in entries if one.id == wanted] or [one for one in entries if one.id.endswith(f":{wanted}")]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f'"{identity}" is more than one {noun}', hint=f"say which: {_ids(found)}")
    known = f"the newest are {_ids(entries[-5:])}" if entries else f"there is no {noun}"
    raise UsageError(f'there is no {noun} "{identity}"', hint=known)


def _ids(entries: Sequence[NamedConflict | NamedError]) -> str:
    return ", ".join(one.id for one in entries)


def _tell_missed(missed: Sequence[DmsError]) -> None:
    for error in missed:
        show.warn(f"what this client keeps is not shown: {error.message}")


def _ago(moment: str) -> str:
    return show.ago((datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds())


def list_conflicts(pipeline: Pipeline, *, as_json: bool) -> None:
    """Print the kept conflicts, newest last."""
    missed: list[DmsError] = []
    conflicts = pipeline.conflicts(missed.append)
    if as_json:
        content = {"conflicts": [_conflict_json(one) for one in conflicts], "errors": show.errors_json(missed)}
        show.document("conflicts", content)
        return
    _tell_missed(missed)
    if not conflicts:
        click.echo("No conflict has been decided; nothing is kept.")
        return
    heading = ("id", "when", "scope", "row", "client", "client / server", "rule", "kept")
    rows = [
        (
            one.id,
            _ago(one.conflict.decided_at),
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
    one = _find(pipeline.conflicts(), identity, "c", "conflict")
    if as_json:
        show.document("conflict", {"conflict": _conflict_json(one), "errors": []})
        return
    conflict = one.conflict
    server = _server(pipeline, conflict.scope)
    click.echo(
        f"{one.id}: {one.client} {DID[conflict.client_change]} {conflict.table} {key_text(conflict.key)},"
        f" {server} {DID[conflict.server_change]} it; {conflict.rule} kept"
        f" {KEPT[conflict.kept].format(server=server, client=one.client)}"
    )
    mine, theirs = _values(conflict.server_row), _values(conflict.client_row)
    rows = [
        (f"  {name}", f"{server}: {_told(mine, name)}", f"{one.client}: {_told(theirs, name)}")
        for name in dict.fromkeys([*mine, *theirs])
        if _told(mine, name) != _told(theirs, name)
    ]
    click.echo(show.columns(rows))


def _server(pipeline: Pipeline, scope: str) -> str:
    declared = pipeline.declared.scopes.get(scope)
    return "server" if declared is None else declared.server


def _values(row: str | None) -> dict[str, Any]:
    return {} if row is None else dict(json.loads(row))


def _told(values: dict[str, Any], name: str) -> str:
    return json.dumps(values[name], ensure_ascii=False) if name in values else "(deleted)"


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


def list_errors(pipeline: Pipeline, *, as_json: bool) -> None:
    """Print the rows that could not be applied, newest last."""
    missed: list[DmsError] = []
    failed = pipeline.failed_rows(missed.append)
    if as_json:
        content = {"failed_rows": [_error_json(one) for one in failed], "errors": show.errors_json(missed)}
        show.document("failed-rows", content)
        return
    _tell_missed(missed)
    if not failed:
        click.echo("Every row could be applied; nothing is kept aside.")
        return
    heading = ("id", "since", "scope", "client", "kept on", "row", "tries", "reason")
    rows = [
        (
            one.id,
            _ago(one.error.first_at),
            one.error.scope,
            one.client,
            one.connection,
            f"{one.error.table} {key_text(one.error.key)}",
            str(one.error.attempts),
            " ".join(one.error.reason.split()),
        )
        for one in failed
    ]
    click.echo(show.table(heading, rows, numbers=frozenset({6})))


def show_error(pipeline: Pipeline, identity: str, *, as_json: bool) -> None:
    """Print a row that could not be applied: its values, why, since when."""
    one = _find(pipeline.failed_rows(), identity, "e", "failed row")
    if as_json:
        show.document("failed-row", {"failed_row": _error_json(one), "dropped": False, "errors": []})
        return
    click.echo(_error_text(pipeline, one))
    give_up = f"dms-pipeline errors drop {one.id}{pipeline.argument}"
    click.echo(f"hint: mend what is in its way, and the next sync applies it; to give it up: {give_up}", err=True)


def drop_error(pipeline: Pipeline, identity: str, *, yes: bool, as_json: bool) -> int:
    """Ask, and give a failed row up; the exit code."""
    one = _find(pipeline.failed_rows(), identity, "e", "failed row")
    row = f"{one.error.table} {key_text(one.error.key)}"
    if not as_json:
        click.echo(_error_text(pipeline, one), err=True)
    question = f"Give up {one.id}? What {one.connection} was to get of {row} then lives nowhere in it."
    if not yes and not show.ask(question):
        click.echo("Nothing was done.", err=True)
        return 1
    pipeline.drop_failed_row(one)
    if as_json:
        show.document("failed-row", {"failed_row": _error_json(one), "dropped": True, "errors": []})
        return 0
    click.echo(
        f"{one.id} is dropped: {one.connection} keeps nothing of {row} any more, and no sync brings it again until it"
        f" is changed on {_sender(pipeline, one)}."
    )
    return 0


def _sender(pipeline: Pipeline, one: NamedError) -> str:
    server = _server(pipeline, one.error.scope)
    return one.client if one.connection == server else server


def _error_text(pipeline: Pipeline, one: NamedError) -> str:
    error = one.error
    verb = "delete" if error.change == "delete" else "store"
    tries = "once" if error.attempts == 1 else f"{error.attempts:,} times"
    values = json.loads(error.values)
    rows = [("  reason", " ".join(error.reason.split()))]
    rows.append(("  tried", f"{tries}, first {error.first_at} ({_ago(error.first_at)}), last {error.last_at}"))
    rows += [(f"  {name}", json.dumps(value, ensure_ascii=False)) for name, value in values.items()]
    return (
        f"{one.id}: {one.connection} could not {verb} {error.table} {key_text(error.key)}"
        f" of {_sender(pipeline, one)}, scope {error.scope}\n{show.columns(rows)}"
    )


def _error_json(one: NamedError) -> dict[str, Any]:
    error = one.error
    return {
        "id": one.id,
        "scope": error.scope,
        "client": one.client,
        "connection": one.connection,
        "table": error.table,
        "key": json.loads(error.key),
        "change": error.change,
        "values": json.loads(error.values),
        "reason": error.reason,
        "attempts": error.attempts,
        "first_at": error.first_at,
        "last_at": error.last_at,
    }
