"""Values of every kind that the project speaks of, for properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

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

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

KEYWORDS = ("select", "Order", "table", "GROUP", "user", "null", "Index", "end")
WITH_SPACES = ("Order Details", "a b", "my  table", "x y z")
NON_ASCII = ("Größe", "été", "Straße", "注文", "заказ", "ñandú", "naïve 🎉", "日本")
LONGEST = ("T" * 50, "é" * 25, "t" + "_1" * 24)  # 50 bytes: the longest table name that all databases take (spec S18)

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
