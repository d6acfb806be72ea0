"""Which defaults can go from one kind of database to another."""

from __future__ import annotations

import pytest

from dms_pipeline.plan.constants import constant
from dms_pipeline.schema.types import Kind


@pytest.mark.parametrize(
    ("default", "kind", "expected"),
    [
        ("'n/a'::text", Kind.TEXT, "'n/a'"),
        ("'n/a'::character varying(9)", Kind.TEXT, "'n/a'"),
        ("'it''s; 1'", Kind.TEXT, "'it''s; 1'"),
        ("'C:\\new'", Kind.TEXT, None),
        ("0", Kind.INT32, "0"),
        ("'-1'::integer", Kind.INT32, "-1"),
        ("(-1)", Kind.INT64, "-1"),
        ("0.50", Kind.DECIMAL, "0.50"),
        ("'1e3'::double precision", Kind.FLOAT64, "1e3"),
        ("false", Kind.BOOLEAN, "false"),
        ("1", Kind.BOOLEAN, "true"),
        ("TRUE", Kind.BOOLEAN, "true"),
        ("b'0'", Kind.BOOLEAN, "false"),
        ("'2020-01-01'::date", Kind.DATE, "'2020-01-01'"),
        (None, Kind.TEXT, None),
        ("now()", Kind.TIMESTAMP, None),
        ("CURRENT_TIMESTAMP", Kind.TIMESTAMP, None),
        ("lower('A')", Kind.TEXT, None),
        ("('a'::text || 'b'::text)", Kind.TEXT, None),
        ("1 + 1", Kind.INT32, None),
        ("nextval('s'::regclass)", Kind.INT32, None),
        ("'\\x00'::bytea", Kind.BINARY, None),
        ("gen_random_uuid()", Kind.UUID, None),
    ],
)
def test_a_constant_is_taken_without_what_its_catalogue_adds(
    default: str | None, kind: Kind, expected: str | None
) -> None:
    assert constant(default, kind) == expected
