"""A table whose changes are recorded by triggers of one kind, and what its tracking rows say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan import operations as op
from dms_pipeline.schema.model import SetupTable, SyncSetup, TableName
from dms_pipeline.schema.own import CLOCK, TOUCHED
from tests.providers.doing import carry_out, look, target_of, tracking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.database import Triggers

T = TableName("", "t")


@dataclass(frozen=True)
class Recorded:
    """A table `t` with its tracking table."""

    connection: Connection
    key: tuple[str, ...] = ("id",)

    @classmethod
    def make(cls, connection: Connection, kind: Triggers, *ddl: str, rows: Sequence[str] = ()) -> Recorded:
        """Make the table, put rows into it, then record what happens."""
        for statement in (*ddl, *rows):
            connection.run(statement)
        target = target_of(connection)
        table = look(connection, T).tables[T]
        setup = SyncSetup(tables=(SetupTable(name="t"),))
        document = target.document_table(table, SetupTable(name="t"))
        own = (CLOCK, TOUCHED) if target.traits.serial_writers else ()
        carry_out(
            connection,
            [
                *(op.CreateOwnTable(table=target.own_table(one)) for one in own),
                *tracking(target, setup, document, table, kind),
            ],
        )
        return cls(connection, table.primary_key)

    @property
    def is_sqlite(self) -> bool:
        """Statements that differ by database ask this."""
        return self.connection.provider.name == "sqlite"

    def run(self, *statements: str) -> None:
        """What an application does, each statement in a transaction of its own."""
        for statement in statements:
            self.connection.run(statement)

    def present(self) -> set[Any]:
        """The keys of the rows."""
        return {_one(row) for row in self.connection.rows(f"SELECT {', '.join(self.key)} FROM t")}

    def rows(self) -> dict[Any, Any]:
        """The rows whole, by their first column."""
        return {row[0]: row for row in self.connection.rows("SELECT * FROM t")}

    def stamps(self) -> dict[Any, int]:
        """The stamp of each tracked key."""
        rows = self.connection.rows(f'SELECT {", ".join(self.key)}, "timestamp" FROM t_tracking')
        return {_one(row[:-1]): row[-1] for row in rows}

    def tombstones(self) -> dict[Any, bool]:
        """Each tracked key, and whether it is a tombstone."""
        columns = f'{", ".join(self.key)}, update_scope_id, "timestamp", sync_row_is_tombstone, last_change_datetime'
        rows = self.connection.rows(f"SELECT {columns} FROM t_tracking")
        assert all(by is None and stamp is not None and changed is not None for *_, by, stamp, _, changed in rows)
        return {_one(row[: len(self.key)]): bool(row[-2]) for row in rows}

    def is_tombstone(self, key: Any) -> bool:
        """Whether a key is recorded as deleted; one that is not recorded is not."""
        return self.tracked().get(key, False)

    def tracked(self) -> dict[Any, bool]:
        """Each tracked key, and whether it is a tombstone, whoever wrote it."""
        rows = self.connection.rows(f"SELECT {', '.join(self.key)}, sync_row_is_tombstone FROM t_tracking")
        return {_one(row[:-1]): bool(row[-1]) for row in rows}

    def forget(self) -> None:
        """As if everything recorded so far was long ago, and a sync's."""
        writer = "'00000000-0000-0000-0000-000000000001'"
        self.run(f'UPDATE t_tracking SET "timestamp" = 1, update_scope_id = {writer}')

    def changed(self) -> dict[Any, bool]:
        """The keys that were recorded since `forget`, and whether as tombstones."""
        stamps = self.stamps()
        return {key: dead for key, dead in self.tracked().items() if stamps[key] > 1}


def _one(row: tuple[Any, ...]) -> Any:
    return row[0] if len(row) == 1 else tuple(row)
