"""The members of the reference's documents: JSON key, attribute, what it holds, when it is written, in writing order.

`document` reads and writes by these tables, so the two cannot disagree (spec: storage format, sections 3.3 and 3.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

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
    from collections.abc import Mapping


class Rule(StrEnum):
    """When a member must be there, and when it is written."""

    REQUIRED = "required"  # must be there when read, is always written
    ALWAYS = "always"  # may be missing when read, is always written
    OPTIONAL = "optional"  # left out when null, or when it is a number or a truth value of zero


Kind = Literal["text", "int", "bool"]


@dataclass(frozen=True, slots=True)
class Member:
    """One member of an object; `kind` is a scalar, a class (a list of its objects) or a choice of integers."""

    key: str
    attribute: str
    kind: Kind | type
    rule: Rule = Rule.OPTIONAL
    many: bool = False


_R, _A = Rule.REQUIRED, Rule.ALWAYS

MEMBERS: Mapping[type, tuple[Member, ...]] = {
    SyncSetup: (
        Member("tbls", "tables", SetupTable, many=True),
        Member("fils", "filters", SetupFilter, many=True),
        Member("spp", "procedure_prefix", "text"),
        Member("sps", "procedure_suffix", "text"),
        Member("tf", "trigger_prefix", "text"),
        Member("ts", "trigger_suffix", "text"),
        Member("ttp", "tracking_prefix", "text"),
        Member("tts", "tracking_suffix", "text"),
    ),
    SetupTable: (
        Member("tn", "name", "text", _R),
        Member("sn", "schema", "text"),
        Member("cols", "columns", "text", many=True),
        Member("sd", "direction", SyncDirection),
    ),
    SetupFilter: (
        Member("tn", "table", "text", _R),
        Member("sn", "schema", "text"),
        Member("j", "joins", SetupFilterJoin, many=True),
        Member("cw", "custom_wheres", "text", many=True),
        Member("p", "parameters", SetupFilterParameter, many=True),
        Member("w", "wheres", SetupFilterWhere, many=True),
    ),
    SetupFilterParameter: (
        Member("n", "name", "text", _R),
        Member("tn", "table", "text", _R),
        Member("sn", "schema", "text", _R),
        Member("dt", "db_type", "int"),
        Member("dv", "default_value", "text"),
        Member("an", "allow_null", "bool"),
        Member("ml", "max_length", "int", _A),
    ),
    SetupFilterWhere: (
        Member("tn", "table", "text", _R),
        Member("sn", "schema", "text"),
        Member("cn", "column", "text", _R),
        Member("pn", "parameter", "text", _R),
    ),
    SetupFilterJoin: (
        Member("je", "join", Join, _R),
        Member("tn", "table", "text", _R),
        Member("ltn", "left_table", "text", _R),
        Member("lcn", "left_column", "text", _R),
        Member("rtn", "right_table", "text", _R),
        Member("rcn", "right_column", "text", _R),
        Member("tsn", "schema", "text"),
        Member("ltsn", "left_schema", "text"),
        Member("rtsn", "right_schema", "text"),
    ),
    SyncSet: (
        Member("t", "tables", SyncTable, many=True),
        Member("r", "relations", SyncRelation, many=True),
        Member("f", "filters", SyncFilter, many=True),
    ),
    SyncTable: (
        Member("n", "name", "text", _R),
        Member("s", "schema", "text"),
        Member("op", "original_provider", "text"),
        Member("c", "columns", SyncColumn, many=True),
        Member("pk", "primary_key", "text", many=True),
    ),
    SyncColumn: (
        Member("n", "name", "text", _R),
        Member("dt", "type_code", "text"),
        Member("an", "allow_null", "bool", _A),
        Member("iu", "is_unique", "bool", _A),
        Member("ir", "is_read_only", "bool", _A),
        Member("ia", "is_auto_increment", "bool", _A),
        Member("seed", "seed", "int", _A),
        Member("step", "step", "int", _A),
        Member("ius", "is_unsigned", "bool", _A),
        Member("iuc", "is_unicode", "bool", _A),
        Member("ico", "is_computed", "bool", _A),
        Member("ml", "max_length", "int", _A),
        Member("o", "ordinal", "int", _A),
        Member("ps", "precision_is_specified", "bool", _A),
        Member("p1", "precision", "int", _A),
        Member("ss", "scale_is_specified", "bool", _A),
        Member("sc", "scale", "int", _A),
        Member("odb", "original_db_type", "text"),
        Member("oty", "original_type_name", "text"),
        Member("db", "db_type", "int", _A),
        Member("dv", "default_value", "text"),
        Member("ext1", "extra_property1", "text"),
    ),
    SyncRelation: (
        Member("n", "name", "text", _R),
        Member("pks", "parent_keys", ColumnIdentifier, _R, many=True),
        Member("cks", "child_keys", ColumnIdentifier, _R, many=True),
    ),
    ColumnIdentifier: (
        Member("c", "column", "text", _R),
        Member("t", "table", "text", _R),
        Member("s", "schema", "text"),
    ),
    SyncFilter: (
        Member("t", "table", "text", _R),
        Member("s", "schema", "text"),
        Member("p", "parameters", SyncFilterParameter, many=True),
        Member("w", "wheres", SyncFilterWhere, many=True),
        Member("j", "joins", SyncFilterJoin, many=True),
        Member("cw", "custom_wheres", "text", many=True),
    ),
    SyncFilterParameter: (
        Member("n", "name", "text", _R),
        Member("t", "table", "text", _R),
        Member("s", "schema", "text"),
        Member("dt", "db_type", "int"),
        Member("dv", "default_value", "text"),
        Member("an", "allow_null", "bool", _A),
        Member("ml", "max_length", "int", _A),
    ),
    SyncFilterWhere: (
        Member("c", "column", "text", _R),
        Member("t", "table", "text", _R),
        Member("s", "schema", "text"),
        Member("p", "parameter", "text", _R),
    ),
    SyncFilterJoin: (
        Member("je", "join", Join, _R),
        Member("tbl", "table", "text", _R),
        Member("ltbl", "left_table", "text", _R),
        Member("lcol", "left_column", "text", _R),
        Member("rtbl", "right_table", "text", _R),
        Member("rcol", "right_column", "text", _R),
        Member("tblsn", "schema", "text", _A),
        Member("ltblsn", "left_schema", "text", _A),
        Member("rtblsn", "right_schema", "text", _A),
    ),
}
