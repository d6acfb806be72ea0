"""The questions that planning asks a kind of database; each provider's `provision` answers them. All pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.schema.database import ForeignKey, Procedure, Table, Trigger, Triggers
    from dms_pipeline.schema.model import SetupTable, SyncSetup, SyncTable, TableName
    from dms_pipeline.schema.own import OwnTable
    from dms_pipeline.schema.traits import Traits


class Target(Protocol):
    """What one kind of database makes of what is desired."""

    @property
    def traits(self) -> Traits:
        """The facts of this kind of database."""
        ...

    def scope_tables(self, scope_info_table: str) -> tuple[Table, Table]:
        """`scope_info` and `scope_info_client`, exactly as the reference makes them."""
        ...

    def own_table(self, own: OwnTable) -> Table:
        """One of our tables in this database's types."""
        ...

    def document_table(self, table: Table, entry: SetupTable) -> SyncTable:
        """A server's table as the reference's document describes it: only the columns of the setup.

        Raises:
            UnsupportedType: a column's type cannot be synced; the error lists what can.
            NoSuchColumn: the setup names a column that is not there.
            NoPrimaryKey: the table has none, or the setup leaves part of it out.
            UnsupportedName: a name that the formats cannot hold, or a reserved column name.
        """
        ...

    def client_table(self, document: SyncTable, server: Table | None, relatives: frozenset[TableName]) -> Table:
        """A client's copy of a server table.

        Foreign keys (with their actions) and unique constraints come from `server`, where it was inspected; only
        foreign keys whose parent is among `relatives` (the tables of the scope) are kept.

        Raises:
            UnsupportedType: a type has no counterpart here.
        """
        ...

    def tracking_table(self, setup: SyncSetup, document: SyncTable, table: Table | None = None) -> Table:
        """The tracking table of a table, with its index.

        `table` is the table as it will be in this database, None where nothing is known of it.
        """
        ...

    def triggers(
        self, setup: SyncSetup, document: SyncTable, table: Table | None, kind: Triggers
    ) -> tuple[Trigger, ...]:
        """The triggers of a table: for insert, update and delete, in that order, then what else the kind has.

        `table` is the table as it will be in this database, None where nothing is known of it.
        """
        ...

    def action_triggers(
        self, setup: SyncSetup, document: SyncTable, keys: Mapping[TableName, tuple[ForeignKey, ...]]
    ) -> tuple[Trigger, ...]:
        """The extended triggers on other tables, which record what foreign keys do to a table by themselves.

        `keys` are those that act so in the whole database, by the table that they belong to, each table spelled in one
        way. None where the table's own triggers see it.
        """
        ...

    def trigger_names(self, setup: SyncSetup, table: TableName) -> tuple[str, ...]:
        """The names that triggers of ours on a table may have, of whatever kind, but for `action_triggers`."""
        ...

    def is_action_trigger(self, setup: SyncSetup, table: TableName, on: TableName, name: str) -> bool:
        """A trigger of that name on `on` is one of the `action_triggers` of a table, whatever it does."""
        ...

    def kind_of(self, setup: SyncSetup, document: SyncTable, table: Table | None, found: Trigger) -> Triggers | None:
        """The kind of a trigger that stands under the name of one of `triggers`, fires, and records as that one does.

        The texts of the reference's own are known but for white space, comments and quotes; a database that it
        provisioned keeps them. None for any other trigger.
        """
        ...

    def procedures(self, setup: SyncSetup, scope: str, document: SyncTable) -> tuple[Procedure, ...]:
        """The stored procedures that peers of the reference call for a table in a scope; none where they call none.

        Raises:
            UnsupportedName: a name would be too long.
        """
        ...

    def lower(self, operation: Operation) -> tuple[str, ...]:
        """The SQL statements that carry an operation out, in order; exactly what `plan --sql` prints.

        Values that only the moment knows (the time) are expressions of the database.
        """
        ...
