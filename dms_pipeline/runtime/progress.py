"""Telling a person what is going on: bars on a terminal, lines elsewhere. Both write to stderr alone."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO, assert_never

from dms_pipeline.events import RowsMoved, StepsDone, SyncBegun, SyncEnded, SyncRetried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import TaskID

    from dms_pipeline.events import Event, Report

LINE_EVERY_S = 10.0


def draws_bars(stream: TextIO) -> bool:
    """Bars need a terminal that can redraw, and nobody who collects the output (`CI`)."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


@contextmanager
def reporter(*, bars: bool) -> Iterator[Report]:
    """A reporter for a block: bars where they can be drawn, else lines."""
    if bars and draws_bars(sys.stderr):
        with _bars() as report:
            yield report
    else:
        yield _Lines()


class _Lines:
    """A line when a database is done, and one every ten seconds while rows move."""

    def __init__(self) -> None:
        self._begun: dict[tuple[str, str], float] = {}
        self._said = time.monotonic()

    def __call__(self, event: Event) -> None:
        match event:
            case StepsDone():
                if event.committed:
                    print(_steps(event), file=sys.stderr)
            case SyncBegun():
                self._begun[event.scope, event.client] = time.monotonic()
            case RowsMoved():
                self._moved(event)
            case SyncEnded():
                self._begun.pop((event.scope, event.client), None)
            case SyncRetried():
                print(_retried(event), file=sys.stderr, flush=True)
            case _:
                assert_never(event)

    def _moved(self, event: RowsMoved) -> None:
        now = time.monotonic()
        if now - self._said < LINE_EVERY_S:
            return
        self._said = now
        elapsed = now - self._begun.get((event.scope, event.client), now)
        rate = f" {event.rows / elapsed:.0f} rows/s" if elapsed > 0 else ""
        way = "to server" if event.to_server else "to client"
        moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        print(
            f"{moment} {event.scope} {event.client} {event.table} {event.rows} rows {way}{rate}",
            file=sys.stderr,
            flush=True,
        )


def _steps(event: StepsDone) -> str:
    noun = "step" if event.total == 1 else "steps"
    return f"{event.connection:<12} {event.done} of {event.total} {noun}   {event.duration_s:.2f} s   committed"


def _retried(event: SyncRetried) -> str:
    left = event.attempts - event.attempt
    return (
        f"{event.scope} {event.client}: {event.reason}; again in {event.pause_s:.1f} s,"
        f" {left} more {'time' if left == 1 else 'times'}"
    )


@contextmanager
def _bars() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:>12,.0f} rows"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, refresh_per_second=5) as progress:
        bars: dict[tuple[str, str], TaskID] = {}

        def report(event: Event) -> None:
            match event:
                case StepsDone():
                    if event.committed:
                        console.print(_steps(event), highlight=False)
                case SyncBegun():
                    bars[event.scope, event.client] = progress.add_task(
                        f"{event.scope}  {event.client}", total=None, rate=""
                    )
                case RowsMoved():
                    task = bars.get((event.scope, event.client))
                    if task is not None:
                        elapsed = progress.tasks[progress.task_ids.index(task)].elapsed or 0
                        rate = f"{event.rows / elapsed:,.0f} rows/s" if elapsed else ""
                        description = f"{event.scope}  {event.client}  {event.table}"
                        progress.update(task, description=description, completed=event.rows, rate=rate)
                case SyncEnded():
                    task = bars.pop((event.scope, event.client), None)
                    if task is not None:
                        progress.remove_task(task)
                case SyncRetried():
                    console.print(_retried(event), highlight=False)
                case _:
                    assert_never(event)

        yield report
