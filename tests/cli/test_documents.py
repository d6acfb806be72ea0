"""What `--json` prints fits the schemas that are published, and has no member that they do not name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from dms_pipeline.cli.documents import DOCUMENTS, schema, schema_text

if TYPE_CHECKING:
    from tests.place import Place

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_published_schemas_are_current(kind: str) -> None:
    """Else: python -m dms_pipeline.cli.documents schemas."""
    assert (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(kind)
    jsonschema.Draft202012Validator.check_schema(schema(kind))


def closed(part: Any) -> Any:
    """A schema that allows no other member than those it names."""
    if isinstance(part, list):
        return [closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {key: closed(value) for key, value in part.items()}
    return {**inner, "additionalProperties": False} if "required" in part else inner


def fits(text: str, kind: str) -> dict[str, Any]:
    """The document, once it is found to be of this kind."""
    value: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(closed(schema(kind))).validate(value)
    return value


def test_what_is_printed_fits(place: Place) -> None:
    check = "CHECK (name <> 'bad')"
    place.sql("hq", f'CREATE TABLE "Product" (id integer PRIMARY KEY, name varchar(2000) {check})')
    place.sql("hq", """INSERT INTO "Product" VALUES (1, 'Road'), (2, 'Wheel')""")
    place.write()

    assert fits(place.run("apply", "--yes", "--json").out, "apply")["syncs"]
    place.sql("hq", """UPDATE "Product" SET name = 'server'""")
    place.sql("shop", """UPDATE "Product" SET name = 'client' WHERE id = 1""", 'DELETE FROM "Product" WHERE id = 2')
    place.sql("shop", """INSERT INTO "Product" VALUES (3, 'bad')""")
    (synced,) = fits(place.run("sync", "--json").out, "sync")["syncs"]
    assert (synced["conflicts"], len(synced["failed_rows"])) == (["c1", "c2"], 1)
    assert fits(place.run("status", "--json").out, "status")["clients"][0]["state"] == "failed rows"
    assert len(fits(place.run("conflicts", "list", "--json").out, "conflicts")["conflicts"]) == 2
    assert fits(place.run("conflicts", "show", "c2", "--json").out, "conflict")["conflict"]["client_row"] is None
    assert len(fits(place.run("errors", "list", "--json").out, "failed-rows")["failed_rows"]) == 1
    assert fits(place.run("errors", "show", "e1", "--json").out, "failed-row")["dropped"] is False
    assert fits(place.run("errors", "drop", "e1", "--yes", "--json").out, "failed-row")["dropped"] is True
    assert fits(place.run("validate", "--json").out, "validate")["valid"] == ["retail.toml"]
    assert fits(place.run("errors", "show", "e1", "--json").out, "error")["errors"][0]["code"] == "usage"


def test_failures_fit_too(place: Place) -> None:
    place.made()

    (synced,) = fits(place.run("sync", "--json").out, "sync")["syncs"]
    assert synced["error"]["code"] == "unreachable"
    assert fits(place.run("status", "--json").out, "status")["clients"][0]["last_sync_at"] is None
    place.write(more="[policy]\nallow = 5")
    assert fits(place.run("validate", "--json").out, "validate")["errors"][0]["location"]["line"]
    assert fits(place.run("plan", "--json").out, "error")["errors"]
