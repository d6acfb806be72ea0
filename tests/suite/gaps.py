"""What is known not to be right yet, by the database that it is about; each has a script that fails until it is.

A provider's `abilities` module lists its gaps with reasons. The rules of the state machine that would meet one are off;
`test_a_gap_is_known_and_nothing_else_is_one` fails as soon as one is closed: then its line goes, and the rules are on.

No rule steps a clock: that needs a database whose clock can be set (`tests/providers/test_triggers.py` has stamps under
a clock that is behind). Nor are there prepared transactions here: the usual server allows none
(`tests/sync/test_scratch_cluster.py` has a cluster that does).
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
    CLONED_CLIENTS = "cloned-clients"  # a copy of a client syncs beside it
    REPEATED_UPLOADS = "repeated-uploads"  # a sync breaks off after its upload, and what went up is changed or deleted
    REPEATED_FIRST_SYNCS = "repeated-first-syncs"  # likewise, of a client that has never synced
    EDITS_DURING_A_FIRST_SYNC = "edits-during-a-first-sync"  # of a row that has just gone up, on the client
