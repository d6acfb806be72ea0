"""Which existing columns can hold what a server sends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dms_pipeline.plan.fit import Fit, compare, type_fit
from dms_pipeline.schema.types import Kind, LogicalType
from tests.plan.dialect import TIN, column
from tests.plan.world import table

if TYPE_CHECKING:
    from dms_pipeline.schema.database import Table

T = LogicalType


@pytest.mark.parametrize(
    ("sent", "kept", "fit"),
    [
        (T(Kind.INT16), T(Kind.INT32), Fit.COMPATIBLE),
        (T(Kind.INT64), T(Kind.INT32), Fit.LOSSY),
        (T(Kind.INT32), T(Kind.DECIMAL, precision=12, scale=2), Fit.COMPATIBLE),
        (T(Kind.INT32), T(Kind.DECIMAL, precision=10, scale=2), Fit.LOSSY),
        (T(Kind.TEXT, length=50), T(Kind.TEXT), Fit.COMPATIBLE),
        (T(Kind.TEXT, length=50), T(Kind.TEXT, length=100), Fit.COMPATIBLE),
        (T(Kind.TEXT), T(Kind.TEXT, length=100), Fit.LOSSY),
        (T(Kind.TEXT), T(Kind.INT32), Fit.IMPOSSIBLE),
        (T(Kind.INT32), T(Kind.TEXT), Fit.IMPOSSIBLE),
        (T(Kind.UUID), T(Kind.TEXT), Fit.COMPATIBLE),
        (T(Kind.TIMESTAMPTZ), T(Kind.TEXT), Fit.COMPATIBLE),
        (T(Kind.TIMESTAMPTZ), T(Kind.TIMESTAMP), Fit.IMPOSSIBLE),
        (T(Kind.DECIMAL, precision=19, scale=4), T(Kind.DECIMAL), Fit.COMPATIBLE),
        (T(Kind.DECIMAL, precision=20, scale=0), T(Kind.INT64), Fit.LOSSY),
        (T(Kind.DECIMAL, precision=19, scale=4), T(Kind.INT64), Fit.IMPOSSIBLE),
        (T(Kind.DECIMAL), T(Kind.DECIMAL, precision=19, scale=4), Fit.LOSSY),
        (T(Kind.DECIMAL, precision=19, scale=4), T(Kind.DECIMAL, precision=18, scale=4), Fit.LOSSY),
        (T(Kind.FLOAT32), T(Kind.FLOAT64), Fit.COMPATIBLE),
        (T(Kind.FLOAT64), T(Kind.FLOAT32), Fit.LOSSY),
        (T(Kind.BINARY), T(Kind.TEXT), Fit.IMPOSSIBLE),
        (T(Kind.NATIVE, native="box"), T(Kind.NATIVE, native="box"), Fit.COMPATIBLE),
        (T(Kind.NATIVE, native="box"), T(Kind.TEXT), Fit.IMPOSSIBLE),
    ],
    ids=str,
)
def test_types_fit(sent: LogicalType, kept: LogicalType, fit: Fit) -> None:
    assert type_fit(sent, kept) is fit


@given(sent=st.builds(LogicalType, st.sampled_from(Kind)), kept=st.builds(LogicalType, st.sampled_from(Kind)))
def test_every_pair_has_an_answer_and_a_type_fits_itself(sent: LogicalType, kept: LogicalType) -> None:
    assert type_fit(sent, kept) in Fit
    assert type_fit(sent, sent) is Fit.COMPATIBLE


@pytest.mark.parametrize(("there", "fit"), [("datetime", "lossy"), ("datetime(6)", "compatible")])
def test_the_type_that_we_would_make_with_another_size_is_not_refused(there: str, fit: str) -> None:
    """So the reference makes `datetime` of a time with a zone on MariaDB, where we make `datetime(6)`."""

    def moments(native: str, kind: Kind) -> Table:
        return table("t", replace(column("at", T(kind)), native_type=native))

    wanted, there_now = moments("datetime(6)", Kind.TIMESTAMPTZ), moments(there, Kind.TIMESTAMP)
    found = compare("hq", "shop", wanted, there_now, TIN.traits)

    assert (found.impossible, [name for name, _ in found.lossy]) == ((), ["at"] if fit == "lossy" else [])
