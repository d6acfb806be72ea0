"""The published JSON Schema of pipeline files."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dms_pipeline.pipeline.schema import DIALECT, json_schema, json_schema_text
from tests.pipeline.example import EXAMPLE

PUBLISHED = Path(__file__).resolve().parent.parent.parent / "schemas" / "pipeline.schema.json"


def test_the_published_schema_is_current() -> None:
    """Else: python -m dms_pipeline.pipeline.schema > schemas/pipeline.schema.json."""
    assert PUBLISHED.read_text(encoding="utf-8") == json_schema_text()


def test_the_schema_is_one_of_2020_12() -> None:
    schema = json_schema()

    assert schema["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_example_with_every_part_fits_the_schema() -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(tomllib.loads(EXAMPLE))


@pytest.mark.parametrize(
    "change", ["[connections.x]\nurl = 5", "[scopes.x]", '[connections.x]\nurl = "a:"\ntrigers = "extended"']
)
def test_a_wrong_file_does_not_fit_the_schema(change: str) -> None:
    value = tomllib.loads(f'version = 1\nname = "x"\n{change}\n')

    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(value)


def undescribed(schema: Any) -> list[str]:
    """Keys without a description, for which an editor would have nothing to say."""
    missing = []
    for name, part in [("", schema), *schema.get("$defs", {}).items()]:
        tables = [part, *part.get("anyOf", ())]
        for table in tables:
            missing += [
                f"{name}.{key}" for key, value in table.get("properties", {}).items() if not value.get("description")
            ]
    return missing


def test_every_key_has_a_description() -> None:
    assert undescribed(json.loads(PUBLISHED.read_text(encoding="utf-8"))) == []
