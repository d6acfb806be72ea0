"""What SQLite can do."""

from __future__ import annotations

from dms_pipeline.schema.traits import Traits
from dms_pipeline.sql import Style

TRAITS = Traits(
    style=Style(left='"', right='"', mark="?"),
    sqlglot_dialect="sqlite",
    # A SQLite server announces itself with PostgreSQL's codes: the only ones that the reference's clients of every kind
    # can use (design decision 6; its own break PostgreSQL clients).
    original_provider="NpgsqlSyncProvider, Dotmim.Sync.PostgreSql.NpgsqlSyncProvider",
    default_schema=None,
    max_identifier_bytes=None,
    identifiers_fold_case=True,  # sqlite.org/lang_keywords.html: table names compare without case (ASCII)
    transactional_ddl=True,
    inline_foreign_keys=True,  # ALTER TABLE cannot add one: sqlite.org/lang_altertable.html
    inline_indexes=False,
    explicit_null=False,
    deferrable_constraints=True,
    unique_as_index=True,
    trigger_functions=False,
    generated_columns="VIRTUAL",  # ADD COLUMN takes no other kind: sqlite.org/gencol.html, section 2.3
    alter_column_type=False,
    exact_decimal_digits=15,  # numeric affinity keeps a real beyond that: sqlite.org/datatype3.html, section 3
    serial_writers=True,  # sqlite.org/isolation.html
    off_calendar=True,  # as the texts that dates are
    silent_actions=False,
    foreign_key_switch=True,  # PRAGMA foreign_keys, off by default
)
