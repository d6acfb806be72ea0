"""The JSON of setups and schemas: to the byte, both ways, and of other releases."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from dms_pipeline.errors import InvalidDocument
from dms_pipeline.schema.document import (
    quoted,
    same_setup,
    schema_filters,
    set_from_json,
    set_to_json,
    setup_from_json,
    setup_to_json,
)
from dms_pipeline.schema.model import (
    Join,
    SetupFilter,
    SetupFilterParameter,
    SetupFilterWhere,
    SetupTable,
    SyncDirection,
    SyncSet,
    SyncSetup,
)
from tests import strategies
from tests.schema import recorded

DOCUMENTS = json.loads((Path(__file__).parent.parent / "fixtures" / "documents.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_stored_pair_of_texts_comes_out_as_it_went_in(case: str) -> None:
    setup, schema = DOCUMENTS[case]["setup"], DOCUMENTS[case]["schema"]

    assert setup_to_json(setup_from_json(setup)) == setup
    assert set_to_json(set_from_json(schema)) == schema


@pytest.mark.parametrize("case", DOCUMENTS)
def test_the_filters_of_a_stored_schema_follow_from_its_setup(case: str) -> None:
    assert schema_filters(setup_from_json(DOCUMENTS[case]["setup"])) == set_from_json(DOCUMENTS[case]["schema"]).filters


def test_every_recorded_text_comes_out_as_it_went_in(recordings: Path) -> None:
    """The counts make sure that the search still finds them all."""
    setups = schemas = files = 0
    for setup, schema in recorded.scope_rows(recordings / "formats"):
        if setup is not None:
            assert setup_to_json(setup_from_json(setup)) == setup
            setups += 1
        if schema is not None:
            assert set_to_json(set_from_json(schema)) == schema
            schemas += 1
        if setup is not None and schema is not None:
            assert schema_filters(setup_from_json(setup)) == set_from_json(schema).filters
    for path, text in recorded.documents(recordings):
        is_setup = path.name.endswith("setup.json")
        assert (setup_to_json(setup_from_json(text)) if is_setup else set_to_json(set_from_json(text))) == text
        files += 1

    assert (setups, schemas, files) == (991, 572, 80)


@given(setup=strategies.setups())
def test_any_setup_survives_its_json(setup: SyncSetup) -> None:
    assert setup_from_json(setup_to_json(setup)) == setup


@given(schema=strategies.sync_sets())
def test_any_schema_survives_its_json(schema: SyncSet) -> None:
    assert set_from_json(set_to_json(schema)) == schema


@given(text=strategies.texts())
def test_a_quoted_text_is_ascii_json_of_that_text(text: str) -> None:
    written = quoted(text)

    assert written.isascii()
    assert json.loads(written) == text


def test_strings_are_escaped_as_the_reference_escapes_them() -> None:
    assert quoted('a"b\\c/d') == r'"a\u0022b\\c/d"'
    assert quoted("\b\t\n\f\r\x00\x1f\x7f") == r'"\b\t\n\f\r\u0000\u001F\u007F"'
    assert quoted("&'+<>`") == r'"\u0026\u0027\u002B\u003C\u003E\u0060"'
    assert quoted("é€") == r'"\u00E9\u20AC"'
    assert quoted("🎉") == r'"\uD83C\uDF89"'


def test_null_and_optional_zero_are_left_out_but_empty_texts_and_lists_are_written() -> None:
    absent = SyncSetup(tables=(SetupTable(name="T", schema=None, columns=None),), filters=None)
    empty = SyncSetup(tables=(SetupTable(name="T"),), tracking_prefix="")

    assert setup_to_json(absent) == '{"tbls":[{"tn":"T"}]}'
    assert setup_to_json(empty) == '{"tbls":[{"tn":"T","sn":"","cols":[]}],"fils":[],"ttp":""}'


def test_a_direction_is_written_only_where_it_is_not_both_ways() -> None:
    tables = tuple(SetupTable(name="T", schema=None, columns=None, direction=direction) for direction in SyncDirection)

    assert setup_to_json(SyncSetup(tables=tables, filters=None)) == (
        '{"tbls":[{"tn":"T"},{"tn":"T","sd":2},{"tn":"T","sd":4},{"tn":"T","sd":8}]}'
    )


def test_texts_of_other_releases_are_read() -> None:
    """Keys of another case, unknown keys, missing zeros and raw non-ASCII letters are all legal."""
    setup = setup_from_json('{"TBLS":[{"Tn":"Été","new":{"a":[1]}}],"later":null}')
    schema = set_from_json('{"t":[{"n":"T","c":[{"n":"id","dt":"6"}],"pk":["id"]}]}')

    assert setup == SyncSetup(tables=(SetupTable(name="Été", schema=None, columns=None),), filters=None)
    assert schema.tables is not None
    assert schema.tables[0].columns is not None
    assert schema.tables[0].columns[0].allow_null is False
    assert schema.tables[0].columns[0].seed == 0
    assert schema.relations is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "setup: this is no JSON (Expecting value: line 1 column 1 (char 0))"),
        ("[]", "setup: an object belongs here, not []"),
        ('{"tbls":{}}', "setup.tbls: a list belongs here, not {}"),
        ('{"tbls":[{"sn":""}]}', 'setup.tbls[0]: the required key "tn" is missing'),
        ('{"tbls":[{"tn":null}]}', "setup.tbls[0].tn: null stands where a value is needed"),
        ('{"tbls":[{"tn":7}]}', "setup.tbls[0].tn: a text belongs here, not 7"),
        ('{"tbls":[{"tn":"T","sd":3}]}', "setup.tbls[0].sd: one of 0, 2, 4, 8 belongs here, not 3"),
        ('{"tbls":[{"tn":"T","sd":true}]}', "setup.tbls[0].sd: one of 0, 2, 4, 8 belongs here, not true"),
        ('{"fils":[{"tn":"T","p":[{"n":"P"}]}]}', 'setup.fils[0].p[0]: the required key "tn" is missing'),
    ],
)
def test_a_text_that_cannot_be_read_says_where(text: str, message: str) -> None:
    with pytest.raises(InvalidDocument) as raised:
        setup_from_json(text)

    assert str(raised.value) == message


def test_nesting_without_end_is_no_json() -> None:
    with pytest.raises(InvalidDocument):
        setup_from_json("[" * 100_000)


CITY = SetupFilter(
    table="Customer",
    parameters=(SetupFilterParameter(name="City", table="Customer"),),
    wheres=(SetupFilterWhere(table="Customer", column="City", parameter="City"),),
)
SETUP = SyncSetup(
    tables=(SetupTable(name="Customer", columns=("ID", "City")), SetupTable(name="Orders", schema="sales")),
    filters=(CITY,),
    tracking_suffix="_t",
)


@pytest.mark.parametrize(
    "other",
    [
        replace(
            SETUP,
            tables=(SetupTable(name="ORDERS", schema="Sales"), SetupTable(name="customer", columns=("city", "id"))),
        ),
        replace(SETUP, filters=(replace(CITY, schema=""),)),
        replace(SETUP, filters=(replace(CITY, joins=None),)),
        replace(SETUP, tracking_suffix="_T"),
    ],
)
def test_order_and_case_do_not_make_another_setup(other: SyncSetup) -> None:
    assert same_setup(SETUP, other)


@pytest.mark.parametrize(
    "other",
    [
        replace(SETUP, tables=SETUP.tables[:1] if SETUP.tables else ()),
        replace(SETUP, tables=(SetupTable(name="Customer", columns=("ID", "City")), SetupTable(name="Orders"))),
        replace(SETUP, filters=()),
        replace(SETUP, filters=(replace(CITY, wheres=()),)),
        replace(SETUP, filters=(replace(CITY, custom_wheres=("1 = 1",)),)),
        replace(SETUP, tracking_prefix=""),
        replace(SETUP, tracking_suffix=None),
    ],
)
def test_a_setup_that_asks_for_something_else_is_another(other: SyncSetup) -> None:
    assert not same_setup(SETUP, other)


def test_the_case_of_a_condition_counts() -> None:
    """A condition compares data, where the case of a letter may decide."""
    lower, upper = (SyncSetup(filters=(replace(CITY, custom_wheres=(text,)),)) for text in ("a = 'x'", "a = 'X'"))

    assert not same_setup(lower, upper)


@given(setup=strategies.setups())
def test_a_setup_is_the_same_after_its_json(setup: SyncSetup) -> None:
    assert same_setup(setup, setup_from_json(setup_to_json(setup)))


def test_the_numbers_of_joins_are_the_references() -> None:
    assert [int(join) for join in Join] == [0, 1, 2, 3]
