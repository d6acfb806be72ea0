"""What MariaDB can do, and wherein its variants differ from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.schema.traits import Traits
from dms_pipeline.sql import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

TRAITS = Traits(
    style=Style(
        left="`",
        right="`",
        mark="%s",
        insert_new="INSERT IGNORE INTO {table} VALUES ({values})",
        on_conflict="ON DUPLICATE KEY UPDATE {updates}",
        proposed="VALUES({name})",
        backslash_escapes=True,
    ),
    sqlglot_dialect="mysql",
    original_provider="MariaDBSyncProvider, Dotmim.Sync.MariaDB.MariaDBSyncProvider",
    default_schema=None,  # a schema is a database here, and the reference drops it
    max_identifier_bytes=192,  # 64 letters of up to three bytes: mariadb.com/kb/en/identifier-names, "Maximum Length"
    identifiers_fold_case=False,  # tables on Linux: mariadb.com/kb/en/identifier-case-sensitivity
    transactional_ddl=False,  # mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit
    inline_foreign_keys=False,
    inline_indexes=True,
    explicit_null=True,  # of a timestamp, before 10.10: mariadb.com/kb/en/timestamp, explicit_defaults_for_timestamp
    deferrable_constraints=False,  # mariadb.com/kb/en/foreign-keys: checked row by row
    unique_as_index=True,  # a unique constraint is an index
    trigger_functions=False,
    generated_columns="VIRTUAL",
    alter_column_type=True,
    exact_decimal_digits=65,  # mariadb.com/kb/en/decimal
    serial_writers=False,
    script_delimiter="//",  # mariadb.com/kb/en/delimiters
    off_calendar=True,  # mariadb.com/kb/en/date and /time
    silent_actions=True,  # mariadb.com/kb/en/trigger-limitations
    foreign_key_switch=False,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flavour:
    """Wherein the variants of this kind of database differ; each fact with its source.

    Attributes:
        traits: the facts that all kinds of database have.
        product: what the server calls itself, for people.
        is_mariadb: the server says "MariaDB" behind its version (the handshake of both protocols).
        oldest: the oldest release that is served.
        widths: what the catalogue writes for a type, by type: integers without a width of their own, and other names.
        usual_collation: compares without case, as the reference expects of the texts that it keeps.
        exact_collation: compares letters by their code points alone, blanks at the end included.
        quotes_defaults: the catalogue writes a default as an expression, NULL among them; else it writes a literal's
            value bare, and says of an expression that it is one.
        appliers: the question how many threads apply changes of another server.
        escapes_expressions: the catalogue writes a backslash before each quote and backslash of an expression.
        trigger_variables: a trigger that asks for a variable of a session is told that of the session that fires it.
    """

    traits: Traits
    product: str
    is_mariadb: bool
    oldest: tuple[int, ...]
    widths: Mapping[str, str]
    usual_collation: str
    exact_collation: str
    quotes_defaults: bool
    appliers: str
    escapes_expressions: bool
    trigger_variables: bool


MARIADB = Flavour(
    traits=TRAITS,
    product="MariaDB",
    is_mariadb=True,
    oldest=(10, 6),
    widths={
        "tinyint": "tinyint(4)",
        "tinyint unsigned": "tinyint(3) unsigned",
        "smallint": "smallint(6)",
        "smallint unsigned": "smallint(5) unsigned",
        "mediumint": "mediumint(9)",
        "mediumint unsigned": "mediumint(8) unsigned",
        "int": "int(11)",
        "int unsigned": "int(10) unsigned",
        "bigint": "bigint(20)",
        "bigint unsigned": "bigint(20) unsigned",
        "year": "year(4)",
        "json": "longtext",  # mariadb.com/kb/en/json
    },
    usual_collation="utf8mb4_general_ci",  # of the charset by itself, before 11.6
    exact_collation="utf8mb4_nopad_bin",  # mariadb.com/kb/en/supported-character-sets-and-collations, "NO PAD"
    quotes_defaults=True,  # since 10.2.7: mariadb.com/kb/en/information-schema-columns-table, COLUMN_DEFAULT
    appliers="SELECT count(*) FROM information_schema.processlist WHERE command IN ('Slave_SQL', 'Slave_worker')",
    escapes_expressions=False,
    trigger_variables=True,  # mariadb.com/kb/en/user-defined-variables
)
