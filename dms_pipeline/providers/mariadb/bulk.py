"""Many rows on their way into a table of MariaDB.

Few of them are written as the literals of an INSERT. More come by LOAD DATA LOCAL, where the server allows it, which
takes a third less (measured on 200,000 rows of twelve columns). It knows no errors, though: strict or not, what does
not fit is altered with a warning (spec: marks and apply, B6). So they are loaded into a temporary table of texts, where
everything fits, and an INSERT … SELECT, which is strict, gives them the types of their columns. The two ways refuse the
same values. Its only key is the number of a row, which comes from here: some servers take no table without one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import pymysql

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
_LOAD = "LOAD DATA LOCAL INFILE 'rows'"
# By the server's setting local_infile (MariaDB's two numbers, MySQL's), or by a proxy before it, which knows no such
# command: mariadb.com/kb/en/mariadb-error-code-reference, dev.mysql.com/doc/mysql-errors/8.0/en
_NOT_ALLOWED = frozenset({1148, 4166, 3948, 1047})
_TOO_WIDE = 1118  # of some hundred columns each text takes 20 or 40 bytes of a page, whatever its type here
_TEXTS = STYLE.name("dms_texts")
_NUMBERS = frozenset({"bit", "year"})  # a text would be taken for bits, and the year 0 for 2000
# Straight from a longer type of the same character set, MariaDB keeps what is left over of the length (none of 65,536
# letters), strict or not; what an expression gives is looked at.
_SHORT = frozenset({"tinytext", "text", "mediumtext", "tinyblob", "blob", "mediumblob"})


class Loader:
    """Inserts rows into tables through one connection, inside its transaction."""

    def __init__(self, connection: Connection, tables: Iterable[SyncedTable]) -> None:
        self.connection = connection
        self._tables = tuple(tables)
        self._may_load = bool(connection.driver.may_load)
        self._wide: set[TableName] = set()  # tables whose rows a table of texts has no room for
        self._made = False

    @cached_property
    def types(self) -> dict[TableName, dict[str, ColumnType]]:
        """The types of all columns."""
        return column_types(self.connection, self._tables)

    @cached_property
    def _room(self) -> int:
        """The bytes of a statement."""
        return int(self.connection.value("SELECT @@max_allowed_packet"))

    def insert(
        self, target: str, table: SyncedTable, columns: tuple[SyncedColumn, ...], rows: Values, *, first: int | None
    ) -> None:
        """Insert canonical rows of some of a table's columns; the driver's exception comes out as it is.

        `first` is the number that the first row has in a column `dms_n`; None where the target has none.
        """
        numbers = range(first or 0, (first or 0) + len(rows))
        values = receive(columns, rows)
        names = [column.name for column in columns]
        if len(rows) >= FEW and self._load_texts(table, columns, [numbers, *values]):
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
            inserts = literals.inserts(f"INSERT INTO {target} ({STYLE.names(names)}) VALUES ", values, self._room)
            for statement in self._checked(table, inserts, self._room):
                cursor.execute(statement)

    def _load_texts(self, table: SyncedTable, columns: tuple[SyncedColumn, ...], values: list[Sequence[Any]]) -> bool:
        """Make the table of texts anew with these rows, their numbers first; False where they do not go in."""
        if not self._may_load or table.name in self._wide:
            return False
        # The room is asked for before: nothing can be asked while rows are sent.
        chunks = self._checked(table, literals.lines(values, self._room), self._room)
        try:
            self._make_texts(table, columns)
            came, warnings = self.connection.driver.load(f"{_LOAD} INTO TABLE {_TEXTS} CHARACTER SET binary", chunks)
        except pymysql.err.MySQLError as error:
            if error.args[0] == _TOO_WIDE:
                self._wide.add(table.name)
            elif error.args[0] in _NOT_ALLOWED:
                self._may_load = False
            else:
                raise
            return False
        if came != len(values[0]):
            raise SyncFailed(
                self.connection.endpoint,
                f"{table.name}: the server took {came:,} of {len(values[0]):,} rows; nothing was applied",
                hint="?local_infile=0 in the URL of the connection has rows written another way",
            )
        return int(warnings) == 0  # they are about a text that is none: an INSERT says which row has it

    def _make_texts(self, table: SyncedTable, columns: tuple[SyncedColumn, ...]) -> None:
        types = self.types[table.name]
        texts = (
            f"{STYLE.name(column.name)} {'longblob' if types[column.name].name in BYTES else 'longtext'}"
            for column in columns
        )
        self._made = True
        with self.connection.driver.cursor() as cursor:
            cursor.execute(f"DROP TEMPORARY TABLE IF EXISTS {_TEXTS}")
            cursor.execute(
                f"CREATE TEMPORARY TABLE {_TEXTS} (dms_n bigint NOT NULL PRIMARY KEY, {', '.join(texts)})"
                " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
            )

    def _insert_texts(self, target: str, table: SyncedTable, names: list[str]) -> None:
        """Insert what was loaded; InnoDB goes through it in the order in which it came."""
        types = self.types[table.name]
        values = (_typed(name, types[name].name if name in types else "") for name in names)
        with self.connection.driver.cursor() as cursor:
            cursor.execute(f"INSERT INTO {target} ({STYLE.names(names)}) SELECT {', '.join(values)} FROM {_TEXTS}")

    def _checked(self, table: SyncedTable, texts: Iterable[bytes], room: int) -> Iterator[bytes]:
        """Refuse a row that the server takes by no statement; nor could it be kept aside, which takes one as well."""
        for text in texts:
            if len(text) >= room:  # the command itself takes a byte
                raise SyncFailed(
                    self.connection.endpoint,
                    f"{table.name}: a row takes {len(text):,} bytes, and the server takes statements of {room:,};"
                    " nothing was applied",
                    hint="raise max_allowed_packet of the server (to 1G at most), or leave the column out of the scope",
                )
            yield text


def _typed(column: str, type_name: str) -> str:
    """A column of texts as an expression that a column of a type takes, or refuses, as it does a literal."""
    name = STYLE.name(column)
    if type_name in _NUMBERS:
        return f"CAST({name} AS UNSIGNED)"
    return f"CONCAT({name})" if type_name in _SHORT else name
