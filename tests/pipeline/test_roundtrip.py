"""Promises about any text and any pipeline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from dms_pipeline.errors import InvalidPipeline
from dms_pipeline.pipeline import model
from dms_pipeline.pipeline.dump import dump
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.positions import positions
from dms_pipeline.pipeline.report import report
from dms_pipeline.pipeline.schema import json_schema
from dms_pipeline.pipeline.setup import clients_of, connections_of, to_setup
from dms_pipeline.pipeline.shape import known_keys
from dms_pipeline.pipeline.supported import unsupported
from dms_pipeline.schema.document import setup_from_json, setup_to_json
from tests import strategies
from tests.pipeline.example import EXAMPLE

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


@given(pipeline=strategies.pipelines())
def test_a_pipeline_survives_its_text(pipeline: model.Pipeline) -> None:
    text = dump(pipeline)

    assert load(text) == pipeline
    assert dump(load(text)) == text


@given(pipeline=strategies.pipelines())
def test_editors_accept_what_the_loader_accepts(pipeline: model.Pipeline) -> None:
    written = json.loads(pipeline.model_dump_json(by_alias=True, exclude_none=True))

    VALIDATOR.validate(written)


@given(pipeline=strategies.pipelines())
def test_the_setup_of_a_scope_survives_its_json(pipeline: model.Pipeline) -> None:
    for scope in pipeline.scopes.values():
        setup = to_setup(scope)
        assert setup_from_json(setup_to_json(setup)) == setup


@given(pipeline=strategies.pipelines())
def test_every_client_of_a_scope_is_a_connection(pipeline: model.Pipeline) -> None:
    names = [connection.name for connection in connections_of(pipeline)]

    assert len(set(names)) == len(names)
    for scope in pipeline.scopes:
        assert {client.connection for client in clients_of(pipeline, scope)} <= set(names)


def loaded(text: str) -> model.Pipeline | None:
    """What the loader makes of a text; any error but the one that it promises goes through."""
    try:
        pipeline = load(text, "some.toml")
    except InvalidPipeline as error:
        shown = report(error)
    else:
        unsupported(pipeline, positions(text))
        return pipeline
    assert shown.startswith("error[")
    assert shown.endswith("no database was opened")
    return None


@given(text=st.text() | st.text(alphabet="[]{}=.,\"'#\n\\ab1-_"))
def test_any_text_is_a_pipeline_or_an_invalid_one(text: str) -> None:
    loaded(text)


@given(data=st.data())
def test_a_damaged_file_is_a_pipeline_or_an_invalid_one(data: st.DataObject) -> None:
    text = EXAMPLE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = (
            text[:start]
            + data.draw(st.sampled_from(("", " ", "\n", '"', "x", "[", "]", "{", "}", "=", ".", "7")))
            + text[end:]
        )
    loaded(text)


KEYS = tuple(
    dict.fromkeys(
        info.alias or name
        for declared in vars(model).values()
        if isinstance(declared, type) and issubclass(declared, model.Declared)
        for name, info in declared.model_fields.items()
    )
)


def wrong_values() -> SearchStrategy[Any]:
    """Tables with the right keys in the wrong places, and values of the wrong kinds."""
    keys = st.sampled_from((*KEYS, "hq", "<env>", "[key]", "", "a.b"))
    scalars = st.sampled_from(("", "hq", "x", 1, -1, True, 1.5, "sqlite:///x.db", "drop-table:*", "{id}"))
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )


@given(
    tables=st.fixed_dictionaries(
        {},
        optional={
            "version": st.just(1) | wrong_values(),
            "name": st.just("x") | wrong_values(),
            "connections": st.dictionaries(st.sampled_from(("hq", "shop", "")), wrong_values()) | wrong_values(),
            "scopes": st.dictionaries(st.sampled_from(("a", "b")), wrong_values()) | wrong_values(),
            "policy": wrong_values(),
        },
    )
)
def test_a_file_of_wrong_values_is_a_pipeline_or_an_invalid_one(tables: dict[str, Any]) -> None:
    loaded(tomli_w.dumps(tables))


@given(data=st.data(), table=strategies.pipeline_tables())
def test_an_unknown_key_is_found_where_it_is(data: st.DataObject, table: dict[str, Any]) -> None:
    """Wherever it is put, it is one problem, with its line."""
    at: Any = table
    path: tuple[str, ...] = ()
    while data.draw(st.booleans()):
        inner = [key for key, value in at.items() if isinstance(value, dict) and key not in {"for_each", "parameters"}]
        if not inner:
            break
        key = data.draw(st.sampled_from(inner))
        at, path = at[key], (*path, key)
    if not known_keys(path):
        return  # names are free here
    at["nobody_knows"] = 1
    text = tomli_w.dumps(table)

    with pytest.raises(InvalidPipeline) as raised:
        load(text)

    (found,) = [problem for problem in raised.value.problems if problem.code == "unknown-key"]
    assert found.line is not None
    assert "nobody_knows" in text.split("\n")[found.line - 1]
