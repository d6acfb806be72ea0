"""Names out of texts, as the reference reads them, and setups that are made of such names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dms_pipeline.errors import InvalidSetup
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.parsing import schema_and_name


@pytest.mark.parametrize(
    ("text", "schema", "name"),
    [
        ("Customer", "", "Customer"),
        ("dbo.Orders Lines", "dbo", "Orders Lines"),
        ("[dbo.Orders Lines]", "dbo", "Orders Lines"),
        ("Customer.", "", "Customer"),
        ("""`dbo`.[Orders Lines"`]""", "dbo", "Orders Lines"),
        ('"sales"."Customer"', "sales", "Customer"),
        ("server.dbo.Orders", "server", "dbo"),
        (" . sales . Customer ", "sales", "Customer"),
        ("[open", "", "open"),
        ("close]", "", "close"),
        ("", "", ""),
        ('[] "" .', "", ""),
    ],
)
def test_a_name_is_read_as_the_reference_reads_it(text: str, schema: str, name: str) -> None:
    """Spec: storage format, sections 8.1 to 8.3."""
    assert schema_and_name(text) == (schema, name)


_PLAIN = st.text(st.characters(exclude_characters='.[]`"', exclude_categories=("Cs", "Z", "C")), min_size=1)


@given(schema=_PLAIN, name=_PLAIN, quotes=st.sampled_from(["{}", "[{}]", '"{}"', "`{}`"]))
def test_any_quotes_around_the_parts_say_the_same(schema: str, name: str, quotes: str) -> None:
    assert schema_and_name(f"{quotes.format(schema)}.{quotes.format(name)}") == (schema, name)


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    schema_and_name(text)


def test_a_setup_is_made_of_texts_and_tables() -> None:
    narrow = SetupTable(name="Stock", columns=("Id",))

    setup = SyncSetup("Product", "sales.Customer", narrow, tracking_prefix="t_")

    assert setup.tables == (SetupTable(name="Product"), SetupTable(name="Customer", schema="sales"), narrow)
    assert setup == SyncSetup(tables=setup.tables, tracking_prefix="t_")
    assert replace(setup, tracking_prefix=None) == SyncSetup("Product", "sales.Customer", narrow)


def test_a_setup_that_cannot_be_meant_is_refused() -> None:
    with pytest.raises(InvalidSetup, match='"\\[\\]" names no table'):
        SyncSetup("Product", "[]")
    with pytest.raises(InvalidSetup, match="table Product is named twice"):
        SyncSetup("product", SetupTable(name="Product"))
    with pytest.raises(InvalidSetup, match="by position and by name"):
        SyncSetup("Product", tables=(SetupTable(name="Stock"),))
    assert SyncSetup("a.Product", "b.Product").tables is not None
