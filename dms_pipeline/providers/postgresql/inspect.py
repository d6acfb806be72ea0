"""One consistent look at a PostgreSQL database, in a handful of round trips however many tables there are.

Everything is read from `pg_catalog`, in one snapshot: the views of `information_schema` hide keys from roles that do
not own the tables, and mix equally named foreign keys (S20). Each question is asked once, for all tables together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dms_pipeline.plan.state import DatabaseState, Rows
from dms_pipeline.providers import looking
from dms_pipeline.providers.postgresql import scopes, types
from dms_pipeline.providers.postgresql.fingerprint import trigger_fingerprints
from dms_pipeline.providers.postgresql.names import qualified, trigger_text
from dms_pipeline.providers.postgresql.traits import TRAITS
from dms_pipeline.schema.database import (
    Check,
    Column,
    ForeignKey,
    Identity,
    Index,
    RowEvent,
    Table,
    Trigger,
    Unique,
)
from dms_pipeline.schema.model import TableName
from dms_pipeline.schema.names import client_scope_table
from dms_pipeline.schema.own import OBJECTS, OWN_TABLES, OWNER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dms_pipeline.providers.base import Look
    from dms_pipeline.providers.connection import Connection

COUNTED = 100_000  # a table that was never analysed is counted so far

_RELATIONS = """
SELECT n.nspname, c.relname, c.oid, c.reltuples::bigint
FROM pg_namespace n
LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname, c.relname
"""

_COLUMNS = """
WITH RECURSIVE domains (oid, base, typmod, required) AS (
  SELECT t.oid, t.typbasetype, t.typtypmod, t.typnotnull FROM pg_type t WHERE t.typtype = 'd'
  UNION ALL
  SELECT d.oid, t.typbasetype, CASE WHEN d.typmod >= 0 THEN d.typmod ELSE t.typtypmod END, d.required OR t.typnotnull
  FROM domains d JOIN pg_type t ON t.oid = d.base AND t.typtype = 'd'
), resolved AS (
  SELECT d.* FROM domains d JOIN pg_type t ON t.oid = d.base WHERE t.typtype <> 'd'
)
SELECT a.attrelid, a.attnum, a.attname,
  CASE WHEN d.oid IS NULL THEN format_type(a.atttypid, a.atttypmod)
    ELSE format_type(d.base, CASE WHEN d.typmod >= 0 THEN d.typmod ELSE a.atttypmod END) END,
  NOT (a.attnotnull OR coalesce(d.required, false)), a.attidentity, a.attgenerated,
  pg_get_expr(e.adbin, e.adrelid), CASE WHEN a.attcollation <> t.typcollation THEN c.collname END,
  s.seqstart, s.seqincrement
FROM pg_attribute a
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN resolved d ON d.oid = a.atttypid
LEFT JOIN pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
LEFT JOIN pg_collation c ON c.oid = a.attcollation
LEFT JOIN pg_depend p ON p.refclassid = 'pg_class'::regclass AND p.refobjid = a.attrelid AND p.refobjsubid = a.attnum
  AND p.classid = 'pg_class'::regclass AND p.deptype IN ('a', 'i')
  AND EXISTS (SELECT 1 FROM pg_sequence q WHERE q.seqrelid = p.objid)
LEFT JOIN pg_sequence s ON s.seqrelid = p.objid
WHERE a.attrelid = ANY(%s::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
"""

_CONSTRAINTS = """
SELECT k.conrelid, k.contype, k.conname, k.conkey::int[], n.nspname, f.relname,
  ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u (num, place)
    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num ORDER BY u.place),
  k.confdeltype, k.confupdtype, k.condeferrable, k.condeferred,
  CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END,
  k.contype = 'u' AND EXISTS (SELECT 1 FROM pg_constraint r WHERE r.contype = 'f' AND r.conindid = k.conindid)
FROM pg_constraint k
LEFT JOIN pg_class f ON f.oid = k.confrelid
LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
WHERE k.conrelid = ANY(%s::oid[]) AND k.contype IN ('p', 'u', 'f', 'c')
ORDER BY k.conrelid, k.conname
"""

_INDEXES = """
SELECT i.indrelid, c.relname, i.indisunique, (i.indkey::int2[])[0:i.indnkeyatts - 1]::int[],
  EXISTS (SELECT 1 FROM pg_constraint r WHERE r.contype = 'f' AND r.conindid = i.indexrelid)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = ANY(%s::oid[]) AND NOT i.indisprimary AND i.indpred IS NULL AND i.indexprs IS NULL AND i.indisvalid
  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('u', 'x'))
ORDER BY i.indrelid, c.relname
"""

_TRIGGERS = """
SELECT t.tgrelid, t.tgname, t.tgtype, t.tgenabled, n.nspname, p.proname, p.prosrc,
  pg_get_triggerdef(t.oid), t.tgqual IS NULL AND t.tgnargs = 0 AND t.tgattr = ''::int2vector
  AND t.tgconstraint = 0 AND t.tgoldtable IS NULL AND t.tgnewtable IS NULL
FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE t.tgrelid = ANY(%s::oid[]) AND NOT t.tgisinternal AND ((t.tgtype & 1) = 1 OR (t.tgtype & 32) <> 0)
ORDER BY t.tgrelid, t.tgname
"""

_ACTIONS = {"a": "NO ACTION", "r": "RESTRICT", "c": "CASCADE", "n": "SET NULL", "d": "SET DEFAULT"}
_IDENTITIES = {"a": Identity.ALWAYS, "d": Identity.BY_DEFAULT}

# Bits of pg_trigger.tgtype: src/include/catalog/pg_trigger.h
_ROW, _BEFORE, _INSERT, _DELETE, _UPDATE, _TRUNCATE, _INSTEAD = 1, 2, 4, 8, 16, 32, 64


@dataclass(slots=True)
class _Relations:
    """All tables of a database by their real schema and name."""

    schemas: set[str] = field(default_factory=set)
    oids: dict[tuple[str, str], int] = field(default_factory=dict)
    estimates: dict[int, int] = field(default_factory=dict)

    def oid(self, name: TableName) -> int | None:
        return self.oids.get(_real(name))


def _real(name: TableName) -> tuple[str, str]:
    return name.schema or str(TRAITS.default_schema), name.name


def inspect(connection: Connection, look: Look) -> DatabaseState:
    """What the database holds of what a plan concerns, in one snapshot.

    Tables are keyed by the names asked for: without a schema where none was given.
    """
    with connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
        return _inspect(connection, look)


def _inspect(connection: Connection, look: Look) -> DatabaseState:
    relations = _relations(connection)
    scope, client = _scope_table(look.scope_info_table), _scope_table(client_scope_table(look.scope_info_table))
    own = [TableName("", table.name) for table in OWN_TABLES]
    present = {name for name in (scope, client, *own) if relations.oid(name) is not None}
    stored = _stored(connection, look.scope_info_table, present)
    bases = looking.wanted_tables(look, stored.scopes.values())
    sides = looking.wanted_tracking_tables(look, stored.scopes.values())
    asked = [name for name in (*bases, *sides, scope, client, *own) if relations.oid(name) is not None]
    tables = _tables(connection, relations, asked, with_indexes=set(sides))
    triggers = _triggers(connection, relations, [name for name in bases if name in tables])
    counted = [name for name in sides if name in tables]
    noted = trigger_fingerprints(connection) if stored.fingerprints else {}
    return DatabaseState(
        schemas=frozenset(relations.schemas),
        tables={name: tables[name] for name in bases if name in tables},
        tracking_tables={name: tables[name] for name in counted},
        triggers={(trigger.table, trigger.name): trigger for trigger in triggers},
        altered=looking.altered(stored, noted, triggers, TRAITS),
        scope_tables={name.name: tables[name] for name in (scope, client) if name in tables},
        own_tables={name.name: tables[name] for name in own if name in tables},
        scopes=stored.scopes,
        scope_clients=stored.clients,
        owners=stored.owners,
        fingerprints=stored.fingerprints,
        rows=_rows(connection, relations, [name for name in bases if name in tables]),
        unsynced=looking.unsynced(connection, stored, counted, qualified) if look.count_unsynced else {},
        kept=looking.kept(connection, [one for one in own if one in tables], qualified) if look.count_unsynced else {},
        other_tables=_others(relations, asked),
    )


def _stored(connection: Connection, scope_info_table: str, present: set[TableName]) -> looking.Stored:
    stored = looking.Stored()
    scope, owner, objects = _scope_table(scope_info_table), TableName("", OWNER.name), TableName("", OBJECTS.name)
    if scope in present:
        stored.scopes = looking.read_scopes(connection, qualified(scope))
        stored.clients = scopes.ROWS.read_clients(connection, scope_info_table)
    if owner in present:
        stored.owners = looking.read_owners(connection, qualified(owner))
    if objects in present:
        stored.fingerprints = looking.read_fingerprints(connection, qualified(objects))
    return stored


def _scope_table(name: str) -> TableName:
    schema, _, bare = name.rpartition(".")
    return TableName(schema, bare)


def _relations(connection: Connection) -> _Relations:
    result = _Relations()
    for schema, name, oid, estimate in connection.rows(_RELATIONS):
        result.schemas.add(schema)
        if name is not None:
            result.oids[schema, name] = oid
            result.estimates[oid] = estimate
    return result


def _others(relations: _Relations, asked: Iterable[TableName]) -> tuple[TableName, ...]:
    known = {_real(name) for name in asked}
    default = TRAITS.default_schema
    return tuple(
        TableName("" if schema == default else schema, name)
        for schema, name in sorted(relations.oids)
        if (schema, name) not in known
    )


def _rows(connection: Connection, relations: _Relations, names: list[TableName]) -> Mapping[TableName, Rows]:
    result, unknown = {}, []
    for name in names:
        estimate = relations.estimates[relations.oids[_real(name)]]
        if estimate >= 0:
            result[name] = Rows(count=estimate, exact=False)
        else:
            unknown.append(name)
    result.update(looking.capped_counts(connection, unknown, qualified, COUNTED))
    return result


def _tables(
    connection: Connection, relations: _Relations, names: Iterable[TableName], *, with_indexes: set[TableName]
) -> dict[TableName, Table]:
    by_oid: dict[int, list[TableName]] = {}
    for name in names:
        by_oid.setdefault(relations.oids[_real(name)], []).append(name)
    if not by_oid:
        return {}
    oids = [list(by_oid)]
    columns: dict[int, dict[int, Column]] = {oid: {} for oid in by_oid}
    for oid, number, *rest in connection.rows(_COLUMNS, oids):
        columns[oid][number] = _column(*rest)
    constraints: dict[int, list[Any]] = {oid: [] for oid in by_oid}
    for oid, *rest in connection.rows(_CONSTRAINTS, oids):
        constraints[oid].append(rest)
    indexes: dict[int, list[Any]] = {oid: [] for oid in by_oid}
    for oid, *rest in connection.rows(_INDEXES, oids):
        indexes[oid].append(rest)
    spelled = {name for group in by_oid.values() for name in group}
    return {
        name: _table(name, columns[oid], constraints[oid], indexes[oid], spelled, unique_only=name not in with_indexes)
        for oid, group in by_oid.items()
        for name in group
    }


def _column(  # noqa: PLR0913, PLR0917 - one row of the catalogue
    name: str,
    native: str,
    nullable: bool,  # noqa: FBT001
    identity: str,
    generated: str,
    expression: str | None,
    collation: str | None,
    seed: int | None,
    step: int | None,
) -> Column:
    kind = _IDENTITIES.get(identity)
    if kind is None and seed is not None and (expression or "").startswith("nextval("):
        kind = Identity.SEQUENCE
    return Column(
        name=name,
        native_type=native,
        logical=types.logical(native),
        nullable=nullable,
        default=None if generated else expression,
        identity=kind,
        generated=_bare(expression) if generated else None,
        collation=collation,
        seed=seed if kind is not None and seed is not None else 1,
        step=step if kind is not None and step is not None else 1,
    )


def _bare(expression: str | None) -> str:
    """A generated column's expression without the parentheses that the catalogue sets around it."""
    text = expression or ""
    return text[1:-1] if text.startswith("(") and text.endswith(")") and _closes_at_end(text) else text


def _closes_at_end(text: str) -> bool:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _table(  # noqa: PLR0913 - each argument is a fact of its own
    name: TableName,
    columns: Mapping[int, Column],
    constraints: list[Any],
    indexes: list[Any],
    spelled: set[TableName],
    *,
    unique_only: bool,
) -> Table:
    def named(numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(columns[number].name for number in numbers)

    key: tuple[str, ...] = ()
    key_name = None
    foreign, uniques, checks = [], [], []
    for kind, constraint, numbers, *rest in constraints:
        match kind:
            case "p":
                key, key_name = named(numbers), constraint
            case "u":
                deferrable, deferred, referenced = rest[5], rest[6], rest[8]
                uniques.append(
                    Unique(
                        name=constraint,
                        columns=named(numbers),
                        deferrable=deferrable,
                        initially_deferred=deferred,
                        referenced=referenced,
                    )
                )
            case "f":
                foreign.append(_foreign_key(constraint, named(numbers), rest, name, spelled))
            case _:
                checks.append(Check(name=constraint, expression=rest[7]))
    plain = []
    for index, unique, numbers, referenced in indexes:
        if unique:
            uniques.append(Unique(name=index, columns=named(numbers), is_index=True, referenced=referenced))
        elif not unique_only:
            plain.append(Index(name=index, columns=named(numbers)))
    return Table(
        name=name,
        columns=tuple(columns.values()),
        primary_key=key,
        primary_key_name=key_name,
        foreign_keys=tuple(sorted(foreign, key=lambda each: (each.columns, each.name or ""))),
        uniques=tuple(sorted(uniques, key=lambda each: (each.columns, each.name))),
        checks=tuple(sorted(checks, key=lambda each: each.name or "")),
        indexes=tuple(plain),
    )


def _foreign_key(
    constraint: str, columns: tuple[str, ...], rest: list[Any], child: TableName, spelled: set[TableName]
) -> ForeignKey:
    schema, parent, parent_columns, on_delete, on_update, deferrable, deferred, *_ = rest
    return ForeignKey(
        name=constraint,
        columns=columns,
        parent=_spelled(schema, parent, child, spelled),
        parent_columns=tuple(parent_columns),
        on_delete=_ACTIONS[on_delete],
        on_update=_ACTIONS[on_update],
        deferrable=deferrable,
        initially_deferred=deferred,
    )


def _spelled(schema: str, name: str, child: TableName, spelled: set[TableName]) -> TableName:
    """A parent as the setup spells it: as its child if both spellings of the default schema are asked for."""
    explicit = TableName(schema, name)
    if schema != TRAITS.default_schema:
        return explicit
    bare = TableName("", name)
    if child.schema == schema:
        return explicit if explicit in spelled or bare not in spelled else bare
    return bare if bare in spelled or explicit not in spelled else explicit


def _triggers(connection: Connection, relations: _Relations, names: list[TableName]) -> list[Trigger]:
    by_oid: dict[int, list[TableName]] = {}
    for name in names:
        by_oid.setdefault(relations.oids[_real(name)], []).append(name)
    if not by_oid:
        return []
    return [_trigger(name, *rest) for oid, *rest in connection.rows(_TRIGGERS, [list(by_oid)]) for name in by_oid[oid]]


def _trigger(  # noqa: PLR0913, PLR0917 - one row of the catalogue
    table: TableName,
    name: str,
    bits: int,
    enabled: str,
    schema: str,
    function: str,
    source: str,
    definition: str,
    plain: bool,  # noqa: FBT001
) -> Trigger:
    each = zip(RowEvent, (_INSERT, _UPDATE, _DELETE, _TRUNCATE), strict=True)
    events = [event for event, bit in each if bits & bit]
    event = events[0] if events else RowEvent.UPDATE
    moment = _BEFORE if event is RowEvent.TRUNCATE else _ROW
    is_ours_alike = plain and len(events) == 1 and bits & (_ROW | _BEFORE | _INSTEAD) == moment
    text = trigger_text(name, event, table, TRAITS.style.table(schema, function)) if is_ours_alike else definition
    # "R" fires only where replication applies rows, "D" never.
    return Trigger(
        name=name,
        table=table,
        event=event,
        text=text,
        function_text=source,
        enabled=enabled in {"O", "A"},
        always=enabled == "A",
    )
