"""What is known not to be right yet, by the database that it is about; each has a script that fails until it is.

A provider's `abilities` module lists its gaps with reasons. The rules of the state machine that would meet one are off;
`test_a_gap_is_known_and_nothing_else_is_one` fails as soon as one is closed: then its line goes, and the rules are on.
"""

from __future__ import annotations

from enum import StrEnum


class Gap(StrEnum):
    """Something that applications do and that a sync does not bear yet."""

    LATE_COMMITS = "late-commits"  # a transaction that was open while a sync took its mark commits afterwards
    WRITES_AT_THE_MARK = "writes-at-the-mark"  # a write between a side's mark and its snapshot
    KEY_UPDATES = "key-updates"  # UPDATE of a primary key
    TRUNCATE = "truncate"
    OR_CLAUSES = "or-clauses"  # INSERT OR REPLACE that displaces another row through a unique column
    RESTORED_CLIENTS = "restored-clients"  # a client goes back to a copy
    UNSHOWN_MARKS = "unshown-marks"  # a client goes back to before its last sync, whose mark it has never shown
    CLONED_CLIENTS = "cloned-clients"  # a copy of a client syncs beside it
    REPEATED_UPLOADS = "repeated-uploads"  # a sync breaks off after its upload, and what went up is changed or deleted
    REPEATED_FIRST_SYNCS = "repeated-first-syncs"  # likewise, of a client that has never synced
    CLOCKS_BACK_AND_FORTH = "clocks-back-and-forth"  # far back and forth again, between two syncs of a client
    EDITS_DURING_A_FIRST_SYNC = "edits-during-a-first-sync"  # of a row that has just gone up, on the client
