"""Values in statements and files come out as they are, and those that no column takes are refused."""

from __future__ import annotations

from math import inf, nan
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dms_pipeline.errors import DatabaseError
from dms_pipeline.providers.mariadb import literals
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.providers.connection import Connection

    Write = Callable[[Connection, list[Any]], None]

ROOM = 1 << 24  # max_allowed_packet as MariaDB has it
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["\\", "\\N", "NULL", "'", "\\'", "%s", "\0", "\x1a", '"', "🎉", "\t", "\n", "\r\n"]
)
ROWS = st.tuples(
    st.none() | TEXTS,
    st.none() | st.binary(max_size=300),
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.booleans(),
    st.none() | st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False),
)


@pytest.fixture
def connection(kin_url: str) -> Iterator[Connection]:
    with opened(kin_url) as connection:
        connection.run(
            "CREATE TABLE t (n int AUTO_INCREMENT PRIMARY KEY, a longtext, b longblob, c bigint, d double)"
            " DEFAULT CHARSET = utf8mb4"
        )
        yield connection


def written(connection: Connection, rows: list[Any]) -> None:
    connection.execute("DELETE FROM t")
    with connection.translated(), connection.driver.cursor() as cursor:
        for statement in literals.inserts("INSERT INTO t (a, b, c, d) VALUES ", zip(*rows, strict=True), ROOM):
            cursor.execute(statement)


def loaded(connection: Connection, rows: list[Any]) -> None:
    connection.execute("DELETE FROM t")
    if not int(connection.value("SELECT @@local_infile")):
        pytest.skip("this server allows no LOAD DATA LOCAL")  # as MySQL by itself
    lines = literals.lines(zip(*rows, strict=True), ROOM)
    with connection.translated():
        done = connection.driver.load(
            "LOAD DATA LOCAL INFILE 'rows' INTO TABLE t CHARACTER SET binary (a, b, c, d)", lines
        )
    assert done == (len(rows), 0)


@pytest.mark.parametrize("write", [written, loaded])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, min_size=1, max_size=20))
def test_any_values_come_out_as_they_went_in(connection: Connection, write: Write, rows: list[Any]) -> None:
    write(connection, rows)

    assert connection.rows("SELECT a, b, c, d + 0e0 FROM t ORDER BY n") == rows


@pytest.mark.parametrize("write", [written, loaded])
def test_rows_beyond_a_statement_or_a_packet_are_written_by_several(connection: Connection, write: Write) -> None:
    rows: list[Any] = [("x" * 400_000, None, number, None) for number in range(7)]
    rows.append(("y" * 3_000_000, None, 7, None))
    assert len(list(literals.inserts("", zip(*rows, strict=True), ROOM))) == 5

    write(connection, rows)

    assert connection.rows("SELECT c, LENGTH(a) FROM t ORDER BY n") == [
        *((n, 400_000) for n in range(7)),
        (7, 3_000_000),
    ]


@pytest.mark.parametrize("text", ["x", "🎉", "\\", ""], ids=["letters", "wide", "escaped", "none"])
def test_a_server_that_takes_short_statements_gets_short_ones(text: str) -> None:
    columns: list[Any] = [range(20_000), [text * 20] * 20_000]
    head = f"INSERT INTO {'t' * 1_000} VALUES "
    sent = [*literals.inserts(head, columns, 1 << 16), *literals.lines(columns, 1 << 16)]

    assert max(map(len, sent)) < 1 << 16


@pytest.mark.parametrize("value", [inf, -inf, nan])
def test_what_is_no_finite_number_is_refused_by_the_column(connection: Connection, value: float) -> None:
    with pytest.raises(DatabaseError, match="ncorrect"):
        written(connection, [(None, None, None, value)])
