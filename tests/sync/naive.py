"""The mark of the reference, kept for tests: a reading of the clock, and what is stamped later has changed.

A test of a safe mark counts only where this one fails.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline.providers.mariadb import apply as mariadb_apply
from dms_pipeline.providers.mariadb import changes as mariadb_changes
from dms_pipeline.providers.mariadb import filling as mariadb_filling
from dms_pipeline.providers.mariadb import marks as mariadb_marks
from dms_pipeline.providers.mariadb.extended import CLOCK
from dms_pipeline.providers.mysql import changes as mysql_changes
from dms_pipeline.providers.postgresql import changes, filling, judging, marks, staging
from dms_pipeline.providers.postgresql.activity import NOW
from dms_pipeline.sync.bookmark import Bookmark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.sync.changes import SyncedTable

NAIVE = "naive"  # a state that says nothing
naive_fails = pytest.mark.usefixtures("each_mark")  # the test holds with the safe mark, and fails with this one


def _take(connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
    del tables, states
    return Bookmark(int(connection.value(f"SELECT {NOW}")), NAIVE)


def _take_on_mariadb(connection: Connection, tables: tuple[SyncedTable, ...], states: Iterator[str]) -> Bookmark:
    del tables, states
    return Bookmark(int(connection.value(f"SELECT {CLOCK}")), NAIVE)


def _as_it_is(connection: Connection, bookmark: Bookmark, *others: Any) -> Bookmark:
    del connection, others
    return bookmark


def _stamped_later(bookmark: Bookmark | None, tracking: str) -> tuple[str, tuple[Any, ...]]:
    return marks.changed_after(None if bookmark is None else Bookmark(bookmark.timestamp), tracking)


def _stamped_later_on_mariadb(bookmark: Bookmark | None, table: SyncedTable) -> tuple[str, tuple[Any, ...]]:
    return mariadb_marks.changed_after(None if bookmark is None else Bookmark(bookmark.timestamp), table)


def use_naive_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL, MariaDB and its variants go by the clock alone."""
    monkeypatch.setattr(changes, "take_bookmark", _take)
    for module in (mariadb_changes, mysql_changes):
        monkeypatch.setattr(module, "take_bookmark", _take_on_mariadb)
    for module in (changes, mariadb_changes, mysql_changes):
        for name in ("complete_bookmark", "recall_bookmark", "narrow_bookmark"):
            monkeypatch.setattr(module, name, _as_it_is)
    for module in (changes, judging, filling, staging):
        monkeypatch.setattr(module, "changed_after", _stamped_later)
    for module in (mariadb_changes, mariadb_filling, mariadb_apply):
        monkeypatch.setattr(module, "changed_after", _stamped_later_on_mariadb)
    application = mariadb_apply._MariadbApplication
    words = replace(application.words, changed_after=_stamped_later_on_mariadb)
    monkeypatch.setattr(application, "words", words)
