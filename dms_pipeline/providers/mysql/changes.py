"""Rows of a MySQL database: read and written as MariaDB's, with MySQL's own way to see which statements run.

The process list has whole seconds, and no number of a statement; the performance schema has both, where it is switched
on, the thread is instrumented, and the user may read it. It leaves out a statement that is noted at this very moment,
so it is asked besides the list. A statement that began after the list was read may be taken for one that has ended
since: what that one wrote is read as uncommitted later, or is committed (`marks`, 3).
"""

from __future__ import annotations

from functools import partial

from dms_pipeline.providers.mariadb import marks
from dms_pipeline.providers.mariadb.activity import UNKNOWN, Watching
from dms_pipeline.providers.mariadb.changes import *  # noqa: F403 - all of it, but for what follows

# Seconds are cut off: dev.mysql.com/doc/refman/8.0/en/information-schema-processlist-table.html
_AGE = "(p.TIME + 1) * 1000"
# An event of the scheduler runs in a thread whose command is Connect: seen on 9.7.4.
_AT_WORK = (
    "p.ID <> CONNECTION_ID() AND p.USER <> 'system user'"
    " AND p.COMMAND NOT IN ('Sleep', 'Daemon', 'Binlog Dump', 'Binlog Dump GTID')"
)
MYSQL = Watching(
    # A timer counts picoseconds, and a statement that runs has no end:
    # dev.mysql.com/doc/refman/8.0/en/performance-schema-events-statements-current-table.html
    running=(
        f"SELECT p.ID, COALESCE(s.EVENT_ID, {UNKNOWN}), COALESCE(s.TIMER_WAIT DIV 1000000000, {_AGE})"
        " FROM information_schema.PROCESSLIST p LEFT JOIN (performance_schema.threads t"
        " JOIN performance_schema.events_statements_current s ON s.THREAD_ID = t.THREAD_ID"
        " AND s.NESTING_EVENT_LEVEL = 0 AND s.END_EVENT_ID IS NULL) ON t.PROCESSLIST_ID = p.ID"
        f" WHERE {_AT_WORK}"
    ),
    plainly=f"SELECT p.ID, {UNKNOWN}, {_AGE} FROM information_schema.PROCESSLIST p WHERE {_AT_WORK}",
    server="CONCAT(@@server_uuid, '/', DATABASE())",
)

take_bookmark = partial(marks.take_bookmark, watching=MYSQL)
recall_bookmark = partial(marks.recall_bookmark, watching=MYSQL)
narrow_bookmark = partial(marks.narrow_bookmark, watching=MYSQL)
