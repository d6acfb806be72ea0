"""Rows of a MySQL database: read and written as MariaDB's, with MySQL's own way to see which statements run."""

from __future__ import annotations

from functools import partial

from dms_pipeline.providers.mariadb import marks
from dms_pipeline.providers.mariadb.activity import Watching
from dms_pipeline.providers.mariadb.changes import *  # noqa: F403 - all of it, but for what follows

# No age in milliseconds and no number of a statement stand in the process list; a timer counts picoseconds:
# dev.mysql.com/doc/refman/8.0/en/performance-schema-events-statements-current-table.html
MYSQL = Watching(
    running=(
        "SELECT t.PROCESSLIST_ID, s.EVENT_ID, s.TIMER_WAIT DIV 1000000000 FROM performance_schema.threads t"
        " JOIN performance_schema.events_statements_current s ON s.THREAD_ID = t.THREAD_ID"
        " WHERE t.PROCESSLIST_ID <> CONNECTION_ID() AND t.TYPE = 'FOREGROUND'"
        " AND t.PROCESSLIST_COMMAND IN ('Query', 'Execute')"
    ),
    server="CONCAT(@@server_uuid, '/', DATABASE())",
)

take_bookmark = partial(marks.take_bookmark, watching=MYSQL)
recall_bookmark = partial(marks.recall_bookmark, watching=MYSQL)
narrow_bookmark = partial(marks.narrow_bookmark, watching=MYSQL)
