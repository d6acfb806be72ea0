"""The JSON Schema of pipeline files, by which editors complete and check them.

`python -m dms_pipeline.pipeline.schema > schemas/pipeline.schema.json` writes it anew; a test tells when to. It knows
shapes and choices; what only the whole file can tell (an unknown connection) is for `dms-pipeline validate`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from dms_pipeline.pipeline.model import Pipeline

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """As pydantic's, without null, which TOML does not have, and without titles that repeat the key."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default", ...) is None:
            del made["default"]
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def json_schema() -> dict[str, Any]:
    """The schema as a JSON value."""
    schema = Pipeline.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, **schema, "title": "dms-pipeline: pipeline file"}


def json_schema_text() -> str:
    """The schema as `schemas/pipeline.schema.json` holds it."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(json_schema_text())
