"""Every key of a pipeline file is obeyed or refused, never ignored.

`OBEYED` says for each key what it changes in what the other layers are given; `REFUSED` shows a value that is refused
as not supported yet. A key that stands in neither fails, so a new one cannot be forgotten.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w

from dms_pipeline.errors import InvalidPipeline
from dms_pipeline.pipeline import model
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.positions import positions
from dms_pipeline.pipeline.setup import clients_of, connections_of, to_setup
from dms_pipeline.pipeline.supported import unsupported
from tests.pipeline.example import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable

BASE: dict[str, Any] = {
    "version": 1,
    "name": "retail",
    "connections": {
        "hq": {"url": "sqlite:///hq.db"},
        "shop": {"url": "sqlite:///shop.db"},
        "till": {"url": "sqlite:///till.db"},
    },
    "scopes": {"products": {"server": "hq", "clients": [{"connection": "shop"}], "tables": [{"name": "Product"}]}},
}
CONNECTION, SCOPE = ("connections", "shop"), ("scopes", "products")
TABLE, CLIENT, NAMING, OPTIONS = (*SCOPE, "tables", 0), (*SCOPE, "clients", 0), (*SCOPE, "naming"), (*SCOPE, "options")


def changed(path: tuple[str | int, ...], value: object) -> model.Pipeline:
    """The base with another value at a path."""
    made = copy.deepcopy(BASE)
    at: Any = made
    for part in path[:-1]:
        at = at.setdefault(part, {}) if isinstance(at, dict) else at[part]
    at[path[-1]] = value
    return load(tomli_w.dumps(made))


def setup(pipeline: model.Pipeline) -> object:
    """What is planned and synced."""
    return to_setup(pipeline.scopes["products"])


def roles(pipeline: model.Pipeline) -> object:
    """Who takes part."""
    return {name: (scope.server, clients_of(pipeline, name)) for name, scope in pipeline.scopes.items()}


def options(pipeline: model.Pipeline) -> object:
    """What a session is run with."""
    return pipeline.scopes["products"].options


def whole(pipeline: model.Pipeline) -> object:
    """Whose objects these are, and what is allowed."""
    return pipeline.name, pipeline.policy


OBEYED: dict[str, tuple[Callable[[model.Pipeline], object], tuple[str | int, ...], object]] = {
    "Pipeline.name": (whole, ("name",), "other"),
    "Pipeline.connections": (connections_of, ("connections", "more"), {"url": "sqlite:///more.db"}),
    "Pipeline.scopes": (roles, ("scopes", "more"), {"server": "hq", "tables": ["Stock"]}),
    "Pipeline.policy": (whole, ("policy",), {"deny": ["drop-table:*"]}),
    "Policy.allow": (whole, ("policy", "allow"), ["drop-table:*"]),
    "Policy.deny": (whole, ("policy", "deny"), ["drop-table:*"]),
    "Connection.url": (connections_of, (*CONNECTION, "url"), "sqlite:///other.db"),
    "FromEnvironment.env": (connections_of, (*CONNECTION, "url"), {"env": "SHOP"}),
    "FromFile.file": (connections_of, (*CONNECTION, "url"), {"file": "shop.url"}),
    "Connection.triggers": (connections_of, (*CONNECTION, "triggers"), "extended"),
    "Connection.scope_info_table": (connections_of, (*CONNECTION, "scope_info_table"), "scopes"),
    "Connection.offline": (connections_of, (*CONNECTION, "offline"), "allowed"),
    "Connection.for_each": (connections_of, ("connections", "more"), {"url": "sqlite:///{i}", "for_each": {"i": [1]}}),
    "Scope.server": (roles, (*SCOPE, "server"), "till"),
    "Scope.clients": (roles, (*SCOPE, "clients"), ["shop", "till"]),
    "Client.connection": (roles, (*CLIENT, "connection"), "till"),
    "Scope.tables": (setup, (*SCOPE, "tables"), ["Product", "Stock"]),
    "Table.name": (setup, (*TABLE, "name"), "Stock"),
    "Table.schema": (setup, (*TABLE, "schema"), "sales"),
    "Table.columns": (setup, (*TABLE, "columns"), ["ProductID"]),
    "Table.direction": (setup, (*TABLE, "direction"), "download-only"),
    "Scope.naming": (setup, NAMING, {"tracking_suffix": "_t"}),
    **{f"Naming.{key}": (setup, (*NAMING, key), "x_") for key in model.Naming.model_fields},
    "Scope.options": (options, OPTIONS, {"error_resolution_policy": "throw"}),
    "Options.conflict_resolution_policy": (options, (*OPTIONS, "conflict_resolution_policy"), "client-wins"),
    "Options.error_resolution_policy": (options, (*OPTIONS, "error_resolution_policy"), "throw"),
}

FILTER: dict[str, Any] = {
    "table": "Product",
    "schema": "",
    "parameters": [
        {"name": "City", "column": "City", "table": "Product", "schema": "", "allow_null": True},
        {"name": "Since", "type": "string", "max_length": 20, "default": ""},
    ],
    "where": [{"column": "City", "parameter": "City", "table": "Product", "schema": ""}],
    "joins": [
        {
            "table": "Stock",
            "schema": "",
            "type": "left",
            "left": {"table": "Product", "column": "ID", "schema": ""},
            "right": {"table": "Stock", "column": "ID", "schema": ""},
        }
    ],
    "custom_where": ["1 = 1"],
}
FILTERED = ((*SCOPE, "filters"), [FILTER])
REFUSED: dict[str, tuple[tuple[str | int, ...], object]] = {
    "Connection.token": (("connections", "edge"), {"url": "https://x/", "token": {"env": "T"}}),
    "Scope.compat": ((*SCOPE, "compat"), 2),
    "Scope.retention": ((*SCOPE, "retention"), "30d"),
    "Client.parameters": (
        SCOPE,
        {
            **BASE["scopes"]["products"],
            "clients": [{"connection": "shop", "parameters": {"City": "x"}}],
            "filters": [FILTER],
        },
    ),
    "Options.transaction_mode": ((*OPTIONS, "transaction_mode"), "per-batch"),
    "Options.disable_constraints_on_apply_changes": ((*OPTIONS, "disable_constraints_on_apply_changes"), True),
    "Options.batch_size_kib": ((*OPTIONS, "batch_size_kib"), 2000),
    "Options.batch_directory": ((*OPTIONS, "batch_directory"), "batches"),
    "Options.snapshots_directory": ((*OPTIONS, "snapshots_directory"), "snapshots"),
    "Options.clean_folder": ((*OPTIONS, "clean_folder"), True),
    "Options.clean_metadatas": ((*OPTIONS, "clean_metadatas"), True),
    "Options.use_verbose_errors": ((*OPTIONS, "use_verbose_errors"), False),
    "Options.progress_level": ((*OPTIONS, "progress_level"), "information"),
    "Options.db_command_timeout_s": ((*OPTIONS, "db_command_timeout_s"), 30),
    "Scope.filters": FILTERED,
    **{
        f"{declared.__name__}.{info.alias or name}": FILTERED
        for declared in (model.Filter, model.FilterParameter, model.FilterWhere, model.FilterJoin, model.FilterColumn)
        for name, info in declared.model_fields.items()
    },
}
JUDGED = {"Pipeline.version"}  # one value is right, any other is an error


def every_key() -> set[str]:
    """All keys that a file may have, as `Model.key`."""
    return {
        f"{declared.__name__}.{info.alias or name}"
        for declared in vars(model).values()
        if isinstance(declared, type) and issubclass(declared, model.Declared)
        for name, info in declared.model_fields.items()
    }


def test_every_key_is_obeyed_or_refused() -> None:
    assert every_key() == {*OBEYED, *REFUSED, *JUDGED}
    assert not OBEYED.keys() & REFUSED.keys()


@pytest.mark.parametrize("key", OBEYED)
def test_an_obeyed_key_changes_what_the_other_layers_are_given(key: str) -> None:
    lens, path, value = OBEYED[key]
    before, after = load(tomli_w.dumps(BASE)), changed(path, value)

    assert lens(before) != lens(after)
    assert unsupported(after) == ()


@pytest.mark.parametrize("key", REFUSED)
def test_a_refused_key_is_refused_by_name(key: str) -> None:
    path, value = REFUSED[key]

    found = unsupported(changed(path, value))

    assert found
    assert {problem.code for problem in found} == {"not-supported-yet"}
    named = {"Connection.token": "connections.edge.url", "Client.parameters": "scopes.products.clients[0]"}
    in_filter = key.startswith("Filter") or key == "Scope.filters"
    name = "scopes.products.filters[0]" if in_filter else named.get(key, key.split(".")[1])
    assert any(name in problem.path for problem in found)


def keys_of(value: Any) -> set[str]:
    """All keys in a value, however deep."""
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys_of(item)}
    return {key for item in value for key in keys_of(item)} if isinstance(value, list) else set()


def test_the_filter_that_is_refused_has_every_key_of_a_filter() -> None:
    kinds = (model.Filter, model.FilterParameter, model.FilterWhere, model.FilterJoin, model.FilterColumn)

    assert keys_of(FILTER) == {info.alias or name for declared in kinds for name, info in declared.model_fields.items()}


@pytest.mark.parametrize("value", [0, 2])
def test_another_version_of_the_format_is_an_error(value: int) -> None:
    with pytest.raises(InvalidPipeline):
        changed(("version",), value)


@pytest.mark.parametrize(
    ("key", "value"), [("transaction_mode", "all-or-nothing"), ("disable_constraints_on_apply_changes", False)]
)
def test_the_value_that_is_carried_out_anyway_may_be_written(key: str, value: object) -> None:
    assert unsupported(changed((*OPTIONS, key), value)) == ()


@pytest.mark.parametrize("value", ["per-batch", "none"])
def test_a_transaction_mode_that_is_refused_says_why_and_what_to_write(value: str) -> None:
    (found,) = unsupported(changed((*OPTIONS, "transaction_mode"), value))

    assert "leaves a side half done" in found.message
    assert found.hint == 'transaction_mode = "all-or-nothing", or leave it out'


@pytest.mark.parametrize("value", [str(policy) for policy in model.ErrorPolicy])
def test_an_error_policy_that_would_say_nothing_more_names_the_one_that_says_it(value: str) -> None:
    found = unsupported(changed((*OPTIONS, "error_resolution_policy"), value))

    if "one-more-time" in value:
        (problem,) = found
        assert problem.hint == ('say "throw"' if "throw" in value else 'say "continue-on-error"')
    else:
        assert found == ()


def test_what_is_refused_is_named_with_its_line() -> None:
    found = unsupported(load(EXAMPLE), positions(EXAMPLE))

    assert [problem.line for problem in found] == sorted(problem.line or 0 for problem in found)
    assert all(problem.line for problem in found)


def test_a_fleet_is_refused_once() -> None:
    fleet = {"url": "sqlite:///{i}.db", "for_each": {"i": [1, 2, 3]}, "scope_info_table": "a.b"}

    assert len(unsupported(changed(("connections", "fleet"), fleet))) == 1
