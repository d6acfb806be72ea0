"""What a database can do, as facts with sources; core code asks these and never a provider's name.

No member has a default: a new provider cannot forget one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.sql import Style


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """The facts of one kind of database that planning and syncing depend on.

    Attributes:
        style: how identifiers are quoted and parameters marked.
        sqlglot_dialect: the dialect's name in sqlglot.
        original_provider: the `op` text that this database's schemas carry in the reference's documents.
        default_schema: the namespace of an unqualified name, None where there are no namespaces.
        max_identifier_bytes: longer names are cut or refused; None where there is no limit.
        identifiers_fold_case: True where two tables may not differ in case alone.
        transactional_ddl: DDL can be rolled back.
        inline_foreign_keys: foreign keys can be declared only with their table.
        inline_indexes: an index of a table that we make is declared with it, in one statement.
        explicit_null: a column that takes NULL has to say so.
        deferrable_constraints: constraints can be declared DEFERRABLE.
        unique_as_index: a unique constraint of a client table is made as a unique index.
        trigger_functions: a trigger's body is a function of its own.
        generated_columns: the word behind the expression of a generated column that we make.
        alter_column_type: the type of an existing column can be altered in place.
        exact_decimal_digits: significant digits that a decimal column keeps exactly; None where all are kept.
        serial_writers: one transaction writes at a time, so that a number which is advanced under its lock parts what
            was written before from what is written after.
        off_calendar: dates that no calendar has (`0000-00-00`) and times beyond a day are kept as they are.
        silent_actions: what a foreign key does by itself (CASCADE, SET NULL) fires no trigger.
        foreign_key_switch: foreign keys may be off in an application's connection, so that a schema with dangling
            rows is ordinary.
    """

    style: Style
    sqlglot_dialect: str
    original_provider: str
    default_schema: str | None
    max_identifier_bytes: int | None
    identifiers_fold_case: bool
    transactional_ddl: bool
    inline_foreign_keys: bool
    inline_indexes: bool
    explicit_null: bool
    deferrable_constraints: bool
    unique_as_index: bool
    trigger_functions: bool
    generated_columns: str
    alter_column_type: bool
    exact_decimal_digits: int | None
    serial_writers: bool
    off_calendar: bool
    silent_actions: bool
    foreign_key_switch: bool
