"""Values of every kind that the project speaks of, for properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from dms_pipeline.pipeline import model
from dms_pipeline.pipeline.checks import findings
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.model import (
    ColumnIdentifier,
    Join,
    SetupFilter,
    SetupFilterJoin,
    SetupFilterParameter,
    SetupFilterWhere,
    SetupTable,
    SyncColumn,
    SyncDirection,
    SyncFilter,
    SyncFilterJoin,
    SyncFilterParameter,
    SyncFilterWhere,
    SyncRelation,
    SyncSet,
    SyncSetup,
    SyncTable,
)
from dms_pipeline.schema.names import normalise

if TYPE_CHECKING:
    from enum import StrEnum

    from hypothesis.strategies import SearchStrategy

KEYWORDS = ("select", "Order", "table", "GROUP", "user", "null", "Index", "end")
WITH_SPACES = ("Order Details", "a b", "my  table", "x y z")
NON_ASCII = ("Größe", "été", "Straße", "注文", "заказ", "ñandú", "naïve ♥", "日本")
LONGEST = ("T" * 49, "é" * 24, "t" + "_1" * 24)  # 49 bytes: the longest table name that all databases take (spec S18)

ODD_NAMES = (*KEYWORDS, *WITH_SPACES, *NON_ASCII, *LONGEST)


def texts() -> SearchStrategy[str]:
    """Any text, often one that must be escaped."""
    return st.one_of(
        st.sampled_from(("", "'n/a'::text", 'say "hi"', "a\\b", "\x00\t\x7f", "😀\u2028", "<&+>`")), st.text()
    )


def names() -> SearchStrategy[str]:
    """Names of tables and columns that the formats can hold and every database takes."""
    ordinary = st.from_regex("[A-Za-z][A-Za-z0-9_]{0,20}", fullmatch=True)
    return st.one_of(st.sampled_from(ODD_NAMES), ordinary)


def _lists(items: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Lists of an optional member: absent, empty, or a few."""
    return st.none() | st.lists(items, max_size=3).map(tuple)


def _maybe(items: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | items


def _schema_names() -> SearchStrategy[str | None]:
    return st.sampled_from((None, "", "public", "dbo", "ventes été"))


def _db_types() -> SearchStrategy[int | None]:
    return st.none() | st.integers(1, 27)  # 0 cannot be stored (spec S7)


def setup_tables() -> SearchStrategy[SetupTable]:
    """Tables of a setup."""
    return st.builds(
        SetupTable,
        name=names() | texts(),
        schema=_schema_names(),
        columns=_lists(names()),
        direction=st.sampled_from(SyncDirection),
    )


def _parameters(cls: type) -> SearchStrategy[Any]:
    return st.builds(
        cls,
        name=names(),
        table=_maybe(names()),
        schema=_schema_names(),
        db_type=_db_types(),
        default_value=_maybe(texts()),
        allow_null=st.booleans(),
        max_length=st.integers(0, 2**31 - 1),
    )


def _wheres(cls: type) -> SearchStrategy[Any]:
    return st.builds(cls, table=names(), schema=_schema_names(), column=names(), parameter=names())


def _joins(cls: type) -> SearchStrategy[Any]:
    return st.builds(
        cls,
        join=st.sampled_from(Join),
        table=names(),
        left_table=names(),
        left_column=names(),
        right_table=names(),
        right_column=names(),
        schema=_schema_names(),
        left_schema=_schema_names(),
        right_schema=_schema_names(),
    )


def setup_filters() -> SearchStrategy[SetupFilter]:
    """Filters of a setup."""
    return st.builds(
        SetupFilter,
        table=names(),
        schema=_schema_names(),
        joins=_lists(_joins(SetupFilterJoin)),
        custom_wheres=_lists(texts()),
        parameters=_lists(_parameters(SetupFilterParameter)),
        wheres=_lists(_wheres(SetupFilterWhere)),
    )


def setups() -> SearchStrategy[SyncSetup]:
    """Setups, sensible or not: what the document can hold."""
    affix = _maybe(texts())
    return st.builds(
        SyncSetup,
        tables=_lists(setup_tables()),
        filters=_lists(setup_filters()),
        procedure_prefix=affix,
        procedure_suffix=affix,
        trigger_prefix=affix,
        trigger_suffix=affix,
        tracking_prefix=affix,
        tracking_suffix=affix,
    )


def sync_columns() -> SearchStrategy[SyncColumn]:
    """Columns of a set, sensible or not."""
    small, flag = st.integers(0, 255), st.booleans()
    return st.builds(
        SyncColumn,
        name=names(),
        type_code=_maybe(st.integers(-1, 21).map(str)),
        allow_null=flag,
        is_unique=flag,
        is_read_only=flag,
        is_auto_increment=flag,
        seed=st.integers(-(2**63), 2**63 - 1),
        step=st.integers(-(2**63), 2**63 - 1),
        is_unsigned=flag,
        is_unicode=flag,
        is_computed=flag,
        max_length=st.integers(-1, 2**31 - 1),
        ordinal=small,
        precision_is_specified=flag,
        precision=small,
        scale_is_specified=flag,
        scale=small,
        original_db_type=_maybe(texts()),
        original_type_name=_maybe(texts()),
        db_type=st.integers(0, 27),
        default_value=_maybe(texts()),
        extra_property1=_maybe(texts()),
    )


def _relations() -> SearchStrategy[SyncRelation]:
    keys = st.lists(st.builds(ColumnIdentifier, column=names(), table=names(), schema=_schema_names()), max_size=2)
    return st.builds(SyncRelation, name=texts(), parent_keys=keys.map(tuple), child_keys=keys.map(tuple))


def sync_sets() -> SearchStrategy[SyncSet]:
    """Structures of tables, sensible or not: what the document can hold."""
    table = st.builds(
        SyncTable,
        name=names() | texts(),
        schema=_schema_names(),
        original_provider=_maybe(texts()),
        columns=_lists(sync_columns()),
        primary_key=_lists(names()),
    )
    sync_filter = st.builds(
        SyncFilter,
        table=names(),
        schema=_schema_names(),
        parameters=_lists(_parameters(SyncFilterParameter)),
        wheres=_lists(_wheres(SyncFilterWhere)),
        joins=_lists(_joins(SyncFilterJoin)),
        custom_wheres=_lists(texts()),
    )
    return st.builds(SyncSet, tables=_lists(table), relations=_lists(_relations()), filters=_lists(sync_filter))


# ---- pipeline files


def _distinct(items: SearchStrategy[Any], *, low: int = 0, high: int = 4) -> SearchStrategy[list[str]]:
    """Names of which no two become the same one in any database."""
    return st.lists(items, min_size=low, max_size=high, unique_by=lambda name: normalise(name).lower())


def _sparse(required: dict[str, Any], optional: dict[str, Any]) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


def _choices(choice: type[StrEnum]) -> SearchStrategy[str]:
    return st.sampled_from([str(value) for value in choice])


def _connection_names() -> SearchStrategy[str]:
    return st.from_regex(r"[a-zA-Z][a-zA-Z0-9_-]{0,8}", fullmatch=True) | st.sampled_from(("größe", "hq.1", "店"))


def _database(url: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return _sparse(
        {"url": url},
        {
            "triggers": _choices(Triggers),
            "offline": _choices(model.Offline),
            "scope_info_table": st.sampled_from(("scope_info", "scopes", "sync scopes", "été.scopes")),
        },
    )


@st.composite
def _connections(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    names = draw(_distinct(_connection_names(), low=2, high=5))
    made = {}
    for position, name in enumerate(names):
        url = st.sampled_from(
            (f"sqlite:///var/{position}.db", {"env": f"URL_{position}"}, {"file": f"secrets/{position} é.url"})
        )
        made[name] = draw(_database(url))
    if draw(st.booleans()):
        entries = draw(
            st.lists(st.integers(0, 99) | st.sampled_from(("a", "ü", "x.y")), min_size=1, max_size=3, unique_by=str)
        )
        fleet = draw(_database(st.just("sqlite:///fleet/{shop}.db")))
        made["fleet"] = {**fleet, "for_each": {"shop": entries}}
    return made


def _options() -> SearchStrategy[dict[str, Any]]:
    flag = st.booleans()
    return _sparse(
        {},
        {
            "conflict_resolution_policy": _choices(model.ConflictPolicy),
            "error_resolution_policy": _choices(model.ErrorPolicy),
            "transaction_mode": _choices(model.TransactionMode),
            "progress_level": _choices(model.ProgressLevel),
            "disable_constraints_on_apply_changes": flag,
            "clean_folder": flag,
            "clean_metadatas": flag,
            "use_verbose_errors": flag,
            "batch_size_kib": st.integers(100, 2**40),
            "db_command_timeout_s": st.integers(0, 2**31),
            "batch_directory": st.text(),
            "snapshots_directory": st.text(),
        },
    )


@st.composite
def _tables(draw: st.DrawFn, listed: list[str]) -> list[Any]:
    tables: list[Any] = []
    for name in listed:
        more = draw(
            _sparse(
                {},
                {
                    "schema": st.sampled_from(("", "public", "ventes été")),
                    "columns": _distinct(names()),
                    "direction": _choices(model.Direction),
                },
            )
        )
        as_table: bool = draw(st.booleans())
        tables.append({"name": name, **more} if more or as_table else name)
    return tables


@st.composite
def _filter(draw: st.DrawFn, tables: list[Any]) -> dict[str, Any]:
    table = draw(st.sampled_from(tables))
    entry = {"name": table} if isinstance(table, str) else table
    made: dict[str, Any] = {"table": entry["name"], "custom_where": draw(st.lists(texts(), max_size=2))}
    if "schema" in entry:
        made["schema"] = entry["schema"]
    column = draw(st.sampled_from(entry["columns"])) if entry.get("columns") else "City"
    made["parameters"] = [{"name": column, "column": column, "allow_null": True}]
    if draw(st.booleans()):
        free = {"name": "p_free", "type": draw(_choices(model.ParameterType)), "default": draw(texts())}
        made["parameters"].append({**free, "max_length": draw(st.integers(0, 2**31 - 1))})
    made["where"] = [{"column": column, "parameter": column}]
    if draw(st.booleans()):
        left = {"table": "Other ünsynced", "column": draw(names())}
        right = {key: made[key] for key in ("table", "schema") if key in made} | {"column": column}
        join = {"table": "Other ünsynced", "type": draw(_choices(model.JoinType)), "left": left, "right": right}
        made["joins"] = [join]
    return made


@st.composite
def _scope(draw: st.DrawFn, connections: list[str], tables: list[str], naming: dict[str, str]) -> dict[str, Any]:
    server = connections[0]
    clients = draw(st.lists(st.sampled_from(connections[1:]), unique=True, max_size=4)) if connections[1:] else []
    listed = draw(_tables(tables))
    scope = draw(
        _sparse(
            {"server": st.just(server), "tables": st.just(listed)},
            {
                "compat": st.integers(0, 9),
                "retention": st.sampled_from(("30d", "12h", "8w", "1m")),
                "options": _options(),
                "filters": st.lists(_filter(listed), max_size=1),
            },
        )
    )
    parameters = {"p_free": draw(st.sampled_from(("Toronto", "", 7, -1, True)))}
    has_free = any(item["name"] == "p_free" for entry in scope.get("filters", ()) for item in entry["parameters"])
    scope["clients"] = [
        {"connection": name, "parameters": parameters} if has_free and draw(st.booleans()) else name for name in clients
    ]
    return {**scope, "naming": dict(naming)} if naming else scope


@st.composite
def pipeline_tables(draw: st.DrawFn) -> dict[str, Any]:
    """Pipeline files that are right, as plain values."""
    connections = draw(_connections())
    affix = st.sampled_from(("", "_t", "Track", "é_"))
    naming = draw(st.dictionaries(st.sampled_from(list(model.Naming.model_fields)), affix, max_size=3))
    listed = draw(_distinct(names(), low=1, high=6))
    scope_names = draw(
        st.lists(st.sampled_from(("products", "DefaultScope", "a b", "S" * 100, "été", "x.y")), unique=True)
    )
    keys = [key for key in connections if key != "fleet"] + (["fleet"] if "fleet" in connections else [])
    scopes = {}
    for position, name in enumerate(scope_names):
        tables = listed[position :: len(scope_names)]  # no table in two scopes
        if tables:
            scopes[name] = draw(_scope(keys, tables, naming))
    permissions = st.lists(
        st.sampled_from(("drop-tracking-table:*", "alter-column:Größe", "drop-table:a b")), unique=True
    )
    policy = draw(_sparse({}, {"allow": permissions, "deny": permissions}))
    pipeline: dict[str, Any] = {"version": 1, "name": draw(_connection_names()), "connections": connections}
    return {**pipeline, "scopes": scopes, **({"policy": policy} if policy else {})}


def pipelines() -> SearchStrategy[model.Pipeline]:
    """Pipelines that a file could hold: nothing is wrong with them."""
    made = pipeline_tables().map(model.Pipeline.model_validate)
    return made.filter(lambda pipeline: not any(findings(pipeline)))
