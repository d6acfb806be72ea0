"""The table that the large benchmarks move: a uuid key in random order and eleven columns, 257 bytes a row as text."""

from __future__ import annotations

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


def create_table(table: str = "bench") -> str:
    """CREATE TABLE; SQLite takes the same declared types."""
    columns = ", ".join(f'"{name}" {kind} {null}' for name, kind, null in COLUMNS)
    return f'CREATE TABLE "{table}" ({columns}, PRIMARY KEY ("id"))'


# The tracking table of the reference, with an index on its clock: "nothing has changed" costs a look into the index.
TRACKING_POSTGRESQL = """
CREATE TABLE "bench_tracking" (
    "id" uuid NOT NULL PRIMARY KEY,
    "update_scope_id" uuid NULL,
    "timestamp" bigint NULL,
    "sync_row_is_tombstone" boolean NOT NULL DEFAULT false,
    "last_change_datetime" timestamptz NULL
);
CREATE INDEX "bench_tracking_timestamp" ON "bench_tracking" ("timestamp")
"""
TRACKING_SQLITE = """
CREATE TABLE "bench_tracking" (
    "id" text NOT NULL COLLATE NOCASE PRIMARY KEY,
    "update_scope_id" text NULL,
    "timestamp" integer NULL,
    "sync_row_is_tombstone" integer NOT NULL DEFAULT 0,
    "last_change_datetime" text NULL
);
CREATE INDEX "bench_tracking_timestamp" ON "bench_tracking" ("timestamp")
"""
TRACK_ALL = """
INSERT INTO "bench_tracking" ("id", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
SELECT "id", NULL, {clock}, {no}, CURRENT_TIMESTAMP FROM "bench" ORDER BY "id"
"""
TRACK_ALL_POSTGRESQL = TRACK_ALL.format(clock="(extract(epoch FROM clock_timestamp()) * 1000)::bigint", no="false")
TRACK_ALL_SQLITE = TRACK_ALL.format(clock="CAST(strftime('%s', 'now') AS integer) * 1000", no="0")


def fill_postgresql(rows: int) -> str:
    """INSERT of the rows, made by the server; the keys are hashes, so their order is random."""
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


# By the type: how a value leaves PostgreSQL so that SQLite keeps what the reference's clients would keep.
AS_SQLITE = {
    "uuid": 'upper("{0}"::text)',
    "boolean": '"{0}"::integer',
    "timestamp": '"{0}"::text',
    "timestamptz": "\"{0}\"::text || ':00'",
    "numeric(12,2)": '"{0}"::text',
    "numeric(15,4)": '"{0}"::text',
}
_VALUES = ", ".join(AS_SQLITE.get(kind, '"{0}"').format(name) for name, kind, _ in COLUMNS)
SELECT_AS_SQLITE = f'SELECT {_VALUES} FROM "bench" ORDER BY "id"'
