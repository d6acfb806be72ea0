"""Many rows on their way into a table of MariaDB.

Few of them are written as the literals of an INSERT. More come by LOAD DATA LOCAL, where the server allows it, which
takes half as long (benchmarks). It knows no errors, though: strict or not, what does not fit is altered with a warning
(spec: marks and apply, B6). So they are loaded into a temporary table of texts without keys, where everything fits, and
an INSERT … SELECT, which is strict, gives them the types of their columns. The two ways refuse the same values.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import SyncFailed
from dms_pipeline.providers.mariadb import literals
from dms_pipeline.providers.mariadb.catalog import column_types
from dms_pipeline.providers.mariadb.values import BYTES, STYLE, receive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.providers.mariadb.catalog import ColumnType
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.sync.changes import SyncedColumn, SyncedTable, Values

FEW = 500  # rows for which a table of texts is not made, 3 ms
_TEXTS = STYLE.name("dms_texts")
_NUMBERS = frozenset({"bit", "year"})  # a text would be taken for bits, and the year 0 for 2000


class Loader:
    """Inserts rows into tables through one connection, inside its transaction."""

    def __init__(self, connection: Connection, tables: Iterable[SyncedTable]) -> None:
        self.connection = connection
        self._tables = tuple(tables)
        self._made = False

    @cached_property
    def types(self) -> dict[TableName, dict[str, ColumnType]]:
        """The types of all columns."""
        return column_types(self.connection, self._tables)

    @cached_property
    def _limits(self) -> tuple[int, bool]:
        """The bytes of a statement, and whether the server allows LOAD DATA LOCAL."""
        room, loads = self.connection.row("SELECT @@max_allowed_packet, @@local_infile") or (0, 0)
        return int(room), bool(loads)

    @property
    def _loads(self) -> bool:
        return self._limits[1] and bool(self.connection.driver.may_load)

    def insert(
        self, target: str, table: SyncedTable, columns: tuple[SyncedColumn, ...], rows: Values, *, first: int | None
    ) -> None:
        """Insert canonical rows of some of a table's columns; the driver's exception comes out as it is.

        `first` is the number that the first row has in a column `dms_n`; None where the target has none.
        """
        numbers = range(first or 0, (first or 0) + len(rows))
        values = receive(columns, rows)
        names = [column.name for column in columns]
        if self._loads and len(rows) >= FEW:
            self._load_texts(table, columns, [numbers, *values])
            self._insert_texts(target, table, names if first is None else ["dms_n", *names])
        elif first is None:
            self._write(target, table, names, values)
        else:
            self._write(target, table, ["dms_n", *names], [numbers, *values])

    def end(self) -> None:
        """Leave no temporary table: it would live as long as the connection."""
        if self._made:
            self.connection.execute(f"DROP TEMPORARY TABLE IF EXISTS {_TEXTS}")

    def _write(self, target: str, table: SyncedTable, names: list[str], values: list[Sequence[Any]]) -> None:
        with self.connection.driver.cursor() as cursor:
            for statement in literals.inserts(f"INSERT INTO {target} ({STYLE.names(names)}) VALUES ", values):
                self._check(table, statement)
                cursor.execute(statement)

    def _load_texts(self, table: SyncedTable, columns: tuple[SyncedColumn, ...], values: list[Sequence[Any]]) -> None:
        """Make the table of texts anew with these rows; the first value of each is its number."""
        types = self.types[table.name]
        texts = (
            f"{STYLE.name(column.name)} {'longblob' if types[column.name].name in BYTES else 'longtext'}"
            for column in columns
        )
        self._made = True
        with self.connection.driver.cursor() as cursor:
            cursor.execute(f"DROP TEMPORARY TABLE IF EXISTS {_TEXTS}")
            cursor.execute(
                f"CREATE TEMPORARY TABLE {_TEXTS} (dms_n bigint NOT NULL, {', '.join(texts)})"
                " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
            )
        came, warnings = self.connection.driver.load(
            f"LOAD DATA LOCAL INFILE 'rows' INTO TABLE {_TEXTS} CHARACTER SET binary",
            self._checked(table, literals.lines(values)),
        )
        if (came, warnings) != (len(values[0]), 0):
            raise SyncFailed(
                self.connection.endpoint,
                f"{table.name}: the server took {came:,} of {len(values[0]):,} rows, with {warnings:,} warnings;"
                " nothing was applied",
                hint="?local_infile=0 in the URL of the connection has rows written another way",
            )

    def _insert_texts(self, target: str, table: SyncedTable, names: list[str]) -> None:
        """Insert what was loaded; InnoDB goes through it in the order in which it came."""
        types = self.types[table.name]
        numbers = {name for name in names if name in types and types[name].name in _NUMBERS}
        values = (f"CAST({STYLE.name(name)} AS UNSIGNED)" if name in numbers else STYLE.name(name) for name in names)
        with self.connection.driver.cursor() as cursor:
            cursor.execute(f"INSERT INTO {target} ({STYLE.names(names)}) SELECT {', '.join(values)} FROM {_TEXTS}")

    def _checked(self, table: SyncedTable, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self._check(table, chunk)
            yield chunk

    def _check(self, table: SyncedTable, text: bytes) -> None:
        """Refuse a row that the server takes by no statement; nor could it be kept aside, which takes one as well."""
        room, _ = self._limits
        if len(text) > room:
            raise SyncFailed(
                self.connection.endpoint,
                f"{table.name}: a row takes {len(text):,} bytes, and the server takes statements of {room:,};"
                " nothing was applied",
                hint="raise max_allowed_packet of the server (to 1G at most), or leave the column out of the scope",
            )
