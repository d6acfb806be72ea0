"""What MySQL does otherwise than MariaDB, of which it is a variant here."""

from __future__ import annotations

from dataclasses import replace

from dms_pipeline.providers.mariadb.traits import MARIADB
from dms_pipeline.providers.mariadb.traits import TRAITS as PARENT

TRAITS = replace(
    PARENT,
    style=replace(
        PARENT.style,
        # No RETURNING: dev.mysql.com/doc/refman/8.0/en/information-functions.html, LAST_INSERT_ID(expr)
        keep_number="LAST_INSERT_ID({number})",
        kept_number="SELECT LAST_INSERT_ID()",
    ),
    original_provider="MySqlSyncProvider, Dotmim.Sync.MySql.MySqlSyncProvider",
    # 64 letters of up to three bytes as there: dev.mysql.com/doc/refman/8.0/en/identifier-length.html
    transactional_ddl=False,  # a statement is atomic, and commits: dev.mysql.com/doc/refman/8.0/en/atomic-ddl.html
    # explicit_defaults_for_timestamp is on: dev.mysql.com/doc/refman/8.0/en/server-system-variables.html
    explicit_null=False,
)

MYSQL = replace(
    MARIADB,
    traits=TRAITS,
    product="MySQL",
    is_mariadb=False,
    # CREATE TRIGGER IF NOT EXISTS: dev.mysql.com/doc/relnotes/mysql/8.0/en/news-8-0-29.html
    oldest=(8, 0, 29),
    widths={},  # display widths are gone: dev.mysql.com/doc/relnotes/mysql/8.0/en/news-8-0-19.html
    exact_collation="utf8mb4_0900_bin",  # NO PAD: dev.mysql.com/doc/refman/8.0/en/charset-unicode-sets.html
    quotes_defaults=False,  # dev.mysql.com/doc/refman/8.0/en/information-schema-columns-table.html, EXTRA
    # dev.mysql.com/doc/refman/8.0/en/replication-threads-monitor-main.html; others have no such user
    appliers="SELECT count(*) FROM information_schema.processlist WHERE user = 'system user'",
    escapes_expressions=True,  # unlike SHOW CREATE TABLE: seen on 9.7.4
    # Sessions share what a table's triggers were parsed into. After one that had set a variable has ended, a trigger
    # of another session may be told what it was there, and record nothing: seen on 9.7.4, once in fifty such inserts.
    trigger_variables=False,
)
