"""What PostgreSQL can do."""

from __future__ import annotations

from dms_pipeline.schema.traits import Traits
from dms_pipeline.sql import Style

TRAITS = Traits(
    style=Style(left='"', right='"', mark="%s"),
    sqlglot_dialect="postgres",
    original_provider="NpgsqlSyncProvider, Dotmim.Sync.PostgreSql.NpgsqlSyncProvider",
    default_schema="public",
    max_identifier_bytes=63,  # the server cuts longer names: postgresql.org/docs/current/limits.html
    identifiers_fold_case=False,
    transactional_ddl=True,
    inline_foreign_keys=False,
    inline_indexes=False,
    explicit_null=False,
    deferrable_constraints=True,
    unique_as_index=False,
    trigger_functions=True,
    generated_columns="STORED",  # the one kind before 18: postgresql.org/docs/current/ddl-generated-columns.html
    alter_column_type=True,
    exact_decimal_digits=None,
    serial_writers=False,
    off_calendar=False,  # postgresql.org/docs/current/datatype-datetime.html
    silent_actions=False,
    foreign_key_switch=False,
)
