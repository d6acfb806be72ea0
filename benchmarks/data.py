"""The table that the large benchmarks move: a uuid key in random order and eleven columns, 257 bytes a row as text."""

from __future__ import annotations

# Types as PostgreSQL calls them, and SQLite may; `engines` has what others call them.
COLUMNS = (
    ("id", "uuid", "NOT NULL"),
    ("name", "text", "NOT NULL"),
    ("note", "text", "NULL"),
    ("price", "numeric(12,2)", "NOT NULL"),
    ("cost", "numeric(15,4)", "NOT NULL"),
    ("weight", "double precision", "NOT NULL"),
    ("quantity", "integer", "NOT NULL"),
    ("active", "boolean", "NOT NULL"),
    ("made_at", "timestamp", "NOT NULL"),
    ("changed_at", "timestamptz", "NOT NULL"),
    ("remark", "text", "NOT NULL"),
    ("code", "varchar(20)", "NOT NULL"),
)
NAMES = tuple(name for name, _, _ in COLUMNS)
LIST = ", ".join(f'"{name}"' for name in NAMES)
MADE_BY = "postgresql"  # the kind of database that makes the rows; the others get copies


def fill(rows: int) -> str:
    """INSERT of the rows, made by the server; the keys are hashes (`key`), so their order is random."""
    return f"""
        INSERT INTO "bench" ({LIST})
        SELECT md5(i::text)::uuid,
               'Product ' || i || ' ' || left(md5((i * 7)::text), 12),
               CASE WHEN i % 4 = 0 THEN NULL ELSE 'note ' || md5((i * 3)::text) END,
               (i % 100000)::numeric / 100,
               (i % 9999999)::numeric / 10000,
               i / 7.0,
               i % 1000,
               i % 3 = 0,
               timestamp '2020-01-01' + i * interval '1 minute' + (i % 1000) * interval '1 millisecond',
               timestamptz '2020-01-01 00:00:00+00' + i * interval '37 second',
               'remark ' || md5((i * 11)::text)
                   || CASE WHEN i % 100 = 0 THEN E'\\n\\tback\\\\slash' ELSE ' of the usual kind' END,
               'C-' || lpad(i::text, 10, '0')
        FROM generate_series(1, {rows}) AS i
    """


def key(number: int) -> str:
    """The key of a row, by the number that it was made from."""
    from hashlib import md5
    from uuid import UUID

    return str(UUID(md5(str(number).encode()).hexdigest()))  # noqa: S324 - no secret
