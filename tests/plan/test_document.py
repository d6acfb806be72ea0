"""Plans as JSON: what programs read, what is read back, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dms_pipeline.errors import InvalidDocument
from dms_pipeline.plan.document import from_json, is_plan, plan_id, plan_schema, to_document, to_json
from dms_pipeline.plan.hazard import Policy, permission
from tests.plan.dialect import column
from tests.plan.world import TEXT, applied, database, endpoint, plan_for, scope, setup, table

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "plan.schema.json"
PLAN = plan_for(
    [scope("demo", setup("Product"))],
    endpoint("hq", database(table("Product", column("Name", TEXT)))),
    endpoint("shop", database()),
)


def test_the_published_schema_is_what_the_code_writes() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == plan_schema()


def test_a_plan_fits_its_published_schema() -> None:
    validator = jsonschema.Draft202012Validator(plan_schema())
    failed = plan_for([scope("demo", setup("Nothing"))], endpoint("hq", database()), endpoint("shop", database()))

    for plan in (PLAN, failed):
        validator.validate(json.loads(to_json(plan, "1.0", Policy(allow=(permission("delete-scope"),)))))


def test_the_flat_members_say_what_a_program_wants_to_know() -> None:
    document = to_document(PLAN, "1.2.0")
    first = document["operations"][0]

    assert (document["format_version"], document["kind"], document["tool_version"]) == ("1.0", "plan", "1.2.0")
    assert (first["connection"], first["step"], first["kind"], first["action"]) == (
        "hq",
        1,
        "create-own-table",
        "create",
    )
    assert (first["hazard"], first["allowed"]) == ("none", True)
    assert document["connections"]["shop"]["roles"] == ["client"]
    assert document["summary"]["create"] == len(PLAN.steps)
    assert document["summary"]["rows"] is None  # unknown is null, never 0


def test_each_object_is_there_before_and_after_with_its_digest() -> None:
    objects = to_document(PLAN, "1.0")["connections"]["shop"]["objects"]

    assert objects["tracking table Product_tracking"]["before"] is None
    assert objects["tracking table Product_tracking"]["after_digest"].startswith("sha256:")
    assert "Product" in str(objects["scope demo"]["after"]["setup"])


def test_the_policy_is_saved_because_the_file_is_the_approval() -> None:
    policy = Policy(allow=(permission("delete-scope:a*"),), deny=(permission("add-column"),), adopt=frozenset({"x"}))

    assert from_json(to_json(PLAN, "1.0", policy)).policy == policy


def test_the_id_names_objects_and_operations_and_nothing_else() -> None:
    other = plan_for(
        [scope("demo", setup("Product"))],
        endpoint("hq", database(table("Product", column("Name", TEXT)), table("Other"))),
        endpoint("shop", database()),
    )
    changed = plan_for(
        [scope("demo", setup("Product"))],
        endpoint("hq", database(table("Product", column("Title", TEXT)))),
        endpoint("shop", database()),
    )

    assert plan_id(other) == plan_id(PLAN)
    assert plan_id(changed) != plan_id(PLAN)


def test_a_plan_is_known_by_its_content() -> None:
    assert is_plan(to_json(PLAN, "1.0"))
    assert not is_plan('version = 1\nname = "retail"')
    assert not is_plan('{"kind": "status", "format_version": "1.0"}')
    assert not is_plan("{")


def _changed(**members: Any) -> str:
    return json.dumps({**json.loads(to_json(PLAN, "1.0")), **members})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[]", "no saved plan"),
        (_changed(format_version="2.0"), "its format is 2.0"),
        (_changed(operations=[]), "changed after it was saved"),
        (_changed(purpose="sell"), "'sell' does not belong here"),
        (_changed(rows=None), "another type"),
        (_changed(operations=[{}]), "missing"),
    ],
)
def test_what_is_no_plan_is_refused_with_the_reason(text: str, words: str) -> None:
    with pytest.raises(InvalidDocument, match=words):
        from_json(text)


def test_a_plan_that_says_nothing_is_to_be_done_is_a_plan_too() -> None:
    ends = endpoint("hq", database(table("Product"))), endpoint("shop", database())
    scopes = [scope("demo", setup("Product"))]
    again = plan_for(scopes, *applied(plan_for(scopes, *ends), *ends))

    assert from_json(to_json(again, "1.0")).plan == again
