"""A plan as a JSON document: printed by `plan --json`, saved by `plan --out`, and read back to be applied as saved.

Two kinds of readers share it. Programs read the flat members (`operations[].kind`, `summary`); we read back the exact
ones (`operations[].operation`, `connections.*.objects`). `plan_id` is made of objects and operations alone: estimates,
reasons and times do not change which plan it is. It holds no secret and no row.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from dms_pipeline.errors import InvalidDocument, Problem
from dms_pipeline.plan.codec import decode, encode, json_schema
from dms_pipeline.plan.describe import summary
from dms_pipeline.plan.hazard import (
    Destroys,
    Forgets,
    Hazard,
    NoHazard,
    Policy,
    Rewrites,
    Waits,
    permission,
    subject,
)
from dms_pipeline.plan.objects import Watched, digest
from dms_pipeline.plan.operations import AddColumn, Operation
from dms_pipeline.plan.plan import Cause, Note, Plan, PlannedConnection, Purpose, Reload, Role, RowsToLoad, Step
from dms_pipeline.plan.wording import action

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT_VERSION = "1.0"


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedPlan:
    """A plan as it was saved, with what was allowed then and the tool that made it."""

    plan: Plan
    policy: Policy
    plan_id: str
    tool_version: str


def plan_id(plan: Plan) -> str:
    """Eight hex digits that name a plan: equal for equal objects and operations."""
    value = {
        "purpose": plan.purpose.value,
        "connections": {one.name: {"before": one.before, "after": one.after} for one in plan.connections},
        "operations": [[step.connection, encode(step.operation)] for step in plan.steps],
    }
    return digest(value).partition(":")[2][:8]


def to_document(plan: Plan, tool_version: str, policy: Policy | None = None) -> dict[str, Any]:
    """The plan as JSON values."""
    policy = policy or Policy()
    return {
        "format_version": FORMAT_VERSION,
        "kind": "plan",
        "tool_version": tool_version,
        "pipeline": plan.pipeline,
        "purpose": plan.purpose.value,
        "plan_id": plan_id(plan),
        "pipeline_digest": plan.pipeline_digest,
        "pipeline_file": plan.pipeline_file,
        "policy": {
            "allow": [str(rule) for rule in policy.allow],
            "deny": [str(rule) for rule in policy.deny],
            "adopt": sorted(policy.adopt),
        },
        "connections": {one.name: _connection(one) for one in plan.connections},
        "operations": _operations(plan, policy),
        "rows": [_rows(row) for row in plan.rows],
        "reloads": encode(plan.reloads),
        "drift": [f"{step.connection}: {step.operation.kind} {subject(step.operation)}" for step in plan.drift],
        "notes": encode(plan.notes),
        "errors": [_problem(problem) for problem in plan.errors],
        "deferred": list(plan.deferred),
        "unmanaged": [{"connection": connection, "scope": scope} for connection, scope in plan.unmanaged],
        "summary": _summary(plan, policy),
    }


def to_json(plan: Plan, tool_version: str, policy: Policy | None = None) -> str:
    """The text that `--json` prints and `--out` saves; no line end behind it."""
    return json.dumps(to_document(plan, tool_version, policy), indent=1, ensure_ascii=False)


def _connection(one: PlannedConnection) -> dict[str, Any]:
    return {
        "provider": one.provider,
        "roles": sorted({role.value for role, _ in one.roles}),
        "scopes": [{"role": role.value, "scope": scope} for role, scope in one.roles],
        "scope_info_table": one.scope_info_table,
        "before": digest(one.before),
        "after": digest(one.after),
        "watched": encode(one.watched),
        "objects": {
            name: {
                "before": one.before.get(name),
                "before_digest": digest(one.before[name]) if name in one.before else None,
                "after": one.after.get(name),
                "after_digest": digest(one.after[name]) if name in one.after else None,
            }
            for name in sorted({*one.before, *one.after})
        },
    }


def _operations(plan: Plan, policy: Policy) -> list[dict[str, Any]]:
    numbers: dict[str, int] = {}
    result = []
    for step in plan.steps:
        numbers[step.connection] = numbers.get(step.connection, 0) + 1
        result.append(
            {
                "connection": step.connection,
                "step": numbers[step.connection],
                "kind": step.operation.kind,
                "action": action(step.operation),
                "table": subject(step.operation),
                "column": step.operation.column.name if isinstance(step.operation, AddColumn) else None,
                "cause": step.cause.value,
                "reason": step.reason,
                "hazard": step.hazard.kind,
                "hazard_count": _hazard_count(step.hazard),
                "hazard_detail": encode(step.hazard),
                "allowed": policy.permits(step),
                "sql": list(step.sql),
                "operation": encode(step.operation),
            }
        )
    return result


def _hazard_count(hazard: Hazard) -> int | None:
    """Rows or changes behind a hazard; None where there are none to count, or they were not counted."""
    match hazard:
        case Rewrites(rows=count) | Destroys(rows=count) | Forgets(changes=count):
            return count
        case NoHazard() | Waits():
            return None


def _rows(row: RowsToLoad) -> dict[str, Any]:
    return {
        "scope": row.scope,
        "from": row.server,
        "to": row.client,
        "table": row.table,
        "rows": row.rows,
        "exact": row.exact,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.location
    return {
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "location": {"file": place.file, "path": place.path, "line": place.line, "column": place.column},
    }


def _summary(plan: Plan, policy: Policy) -> dict[str, Any]:
    numbers = summary(plan, policy)
    return {field.name: getattr(numbers, field.name) for field in fields(numbers)}


def is_plan(text: str) -> bool:
    """A text is a saved plan, whatever its file is called."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    try:
        parsed = json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        return False
    return isinstance(parsed, dict) and parsed.get("kind") == "plan" and "format_version" in parsed


def from_json(text: str) -> SavedPlan:
    """Read a saved plan.

    Raises:
        InvalidDocument: it is none, or of a newer format, or was changed since: its id does not fit what it holds.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise InvalidDocument("plan", f"this is no JSON ({error})") from error
    if not isinstance(value, dict) or value.get("kind") != "plan":
        raise InvalidDocument("plan", "this is no saved plan")
    version = str(value.get("format_version"))
    if version.partition(".")[0] != FORMAT_VERSION.partition(".")[0]:
        raise InvalidDocument("plan", f"its format is {version}; this version reads {FORMAT_VERSION}")
    try:
        saved = _read(value)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InvalidDocument("plan", f"a member is missing or has another type ({error})") from error
    if saved.plan_id != plan_id(saved.plan):
        raise InvalidDocument("plan", f"it was changed after it was saved: its id {saved.plan_id} does not fit it")
    return saved


def _read(value: Mapping[str, Any]) -> SavedPlan:
    plan = Plan(
        pipeline=decode(str, value["pipeline"], "pipeline"),
        pipeline_digest=decode(str, value["pipeline_digest"], "pipeline_digest"),
        pipeline_file=decode(str, value["pipeline_file"], "pipeline_file"),
        purpose=decode(Purpose, value["purpose"], "purpose"),
        connections=tuple(_read_connection(name, one) for name, one in value["connections"].items()),
        steps=tuple(_read_step(one, f"operations[{place}]") for place, one in enumerate(value["operations"])),
        rows=tuple(
            RowsToLoad(
                scope=row["scope"],
                server=row["from"],
                client=row["to"],
                table=row["table"],
                rows=row["rows"],
                exact=row["exact"],
            )
            for row in value["rows"]
        ),
        reloads=decode(tuple[Reload, ...], value["reloads"], "reloads"),
        notes=decode(tuple[Note, ...], value["notes"], "notes"),
        errors=tuple(
            Problem(code=one["code"], message=one["message"], hint=one["hint"], **one["location"])
            for one in value["errors"]
        ),
        deferred=decode(tuple[str, ...], value["deferred"], "deferred"),
        unmanaged=tuple((one["connection"], one["scope"]) for one in value["unmanaged"]),
    )
    rules = value["policy"]
    return SavedPlan(
        plan=plan,
        policy=Policy(
            allow=tuple(permission(text) for text in rules["allow"]),
            deny=tuple(permission(text) for text in rules["deny"]),
            adopt=frozenset(rules["adopt"]),
        ),
        plan_id=decode(str, value["plan_id"], "plan_id"),
        tool_version=decode(str, value["tool_version"], "tool_version"),
    )


def _read_connection(name: str, value: Mapping[str, Any]) -> PlannedConnection:
    objects = value["objects"]
    return PlannedConnection(
        name=name,
        provider=decode(str, value["provider"], f"connections.{name}.provider"),
        roles=tuple((Role(one["role"]), one["scope"]) for one in value["scopes"]),
        scope_info_table=decode(str, value["scope_info_table"], f"connections.{name}.scope_info_table"),
        before={key: one["before"] for key, one in objects.items() if one["before"] is not None},
        after={key: one["after"] for key, one in objects.items() if one["after"] is not None},
        watched=decode(Watched, value["watched"], f"connections.{name}.watched"),
    )


def _read_step(value: Mapping[str, Any], where: str) -> Step:
    return Step(
        connection=decode(str, value["connection"], f"{where}.connection"),
        operation=decode(Operation, value["operation"], f"{where}.operation"),
        reason=decode(str, value["reason"], f"{where}.reason"),
        cause=decode(Cause, value["cause"], f"{where}.cause"),
        hazard=decode(Hazard, value["hazard_detail"], f"{where}.hazard_detail"),
        sql=decode(tuple[str, ...], value["sql"], f"{where}.sql"),
    )


def plan_schema() -> dict[str, Any]:
    """The JSON Schema of a plan document (`schemas/plan.schema.json`)."""
    definitions: dict[str, Any] = {}

    def of(annotation: Any) -> dict[str, Any]:
        return json_schema(annotation, definitions)

    text, count = of(str), of(int | None)
    members = {
        "format_version": {"type": "string", "pattern": r"^1\.\d+$"},
        "kind": {"const": "plan"},
        "tool_version": text,
        "pipeline": text,
        "purpose": of(Purpose),
        "plan_id": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
        "pipeline_digest": text,
        "pipeline_file": text,
        "policy": _object({"allow": _list(text), "deny": _list(text), "adopt": _list(text)}),
        "connections": {"type": "object", "additionalProperties": _connection_schema(of)},
        "operations": _list(_operation_schema(of)),
        "rows": _list(
            _object(
                {"scope": text, "from": text, "to": text, "table": text, "rows": count, "exact": {"type": "boolean"}}
            )
        ),
        "reloads": of(tuple[Reload, ...]),
        "drift": _list(text),
        "notes": of(tuple[Note, ...]),
        "errors": _list(
            _object({"code": text, "message": text, "hint": of(str | None), "location": _object(_location_schema(of))})
        ),
        "deferred": _list(text),
        "unmanaged": _list(_object({"connection": text, "scope": text})),
        "summary": _object(
            {
                **{key: {"type": "integer"} for key in ("create", "alter", "drop", "not_allowed")},
                "rows": count,
                "exact": {"type": "boolean"},
            }
        ),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan of dms-pipeline",
        "description": "Minor versions add members and values: ignore what you do not know.",
        **_object(members),
        "$defs": dict(sorted(definitions.items())),
    }


def _connection_schema(of: Any) -> dict[str, Any]:
    text, canonical = of(str), of(dict[str, Any] | None)
    seen = {
        "before": canonical,
        "before_digest": of(str | None),
        "after": canonical,
        "after_digest": of(str | None),
    }
    return _object(
        {
            "provider": text,
            "roles": _list(of(Role)),
            "scopes": _list(_object({"role": of(Role), "scope": text})),
            "scope_info_table": text,
            "before": text,
            "after": text,
            "watched": of(Watched),
            "objects": {"type": "object", "additionalProperties": _object(seen)},
        }
    )


def _location_schema(of: Any) -> dict[str, Any]:
    return {"file": of(str | None), "path": {"type": "string"}, "line": of(int | None), "column": of(int | None)}


def _operation_schema(of: Any) -> dict[str, Any]:
    text = {"type": "string"}
    return _object(
        {
            "connection": text,
            "step": {"type": "integer", "minimum": 1},
            "kind": text,
            "action": {"enum": ["create", "alter", "drop"]},
            "table": text,
            "column": of(str | None),
            "cause": of(Cause),
            "reason": text,
            "hazard": {"enum": ["none", "waits", "rewrites", "destroys", "forgets"]},
            "hazard_count": of(int | None),
            "hazard_detail": of(Hazard),
            "allowed": {"type": "boolean"},
            "sql": _list(text),
            "operation": of(Operation),
        }
    )


def _object(members: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(members), "required": list(members)}


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items)}
