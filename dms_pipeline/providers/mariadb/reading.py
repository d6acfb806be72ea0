"""Versions of tracking rows: which are not committed yet, and which a snapshot shows (`marks` has the reasons).

A version is a list: the key's values, the stamp, the tombstone, the writer, and under triggers that may stamp two
versions of a row alike the digest of the key and the base row.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dms_pipeline.providers.mariadb.catalog import records, trigger_bodies
from dms_pipeline.providers.mariadb.names import quoted
from dms_pipeline.providers.mariadb.values import STYLE, canonical, placeholder
from dms_pipeline.schema.types import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dms_pipeline.providers.connection import Connection, Row
    from dms_pipeline.sync.changes import SyncedColumn, SyncedTable

FEW = 20_000  # rows that are compared one by one; of more, whole parts are compared first
PART = 2_000  # rows of such a part
MAX_PENDING = 20_000  # keys in a state
_ASKED = 500  # keys in one question
_ABOVE = "t.`timestamp` > %s"
_FACTS = ("t.`timestamp`", "t.`sync_row_is_tombstone` + 0", "COALESCE(t.`update_scope_id`, '')")
_RAISES = "GREATEST("  # a trigger that gives no two versions of a row the same stamp


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What an earlier state leaves to be read: stamps above `low`, and some keys."""

    low: int
    keys: tuple[Row, ...] = ()
    hashed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TableState:
    """What a state knows of one table: versions that are not committed, versions that were sent, or a bound instead."""

    pending: tuple[Row, ...] = ()
    sent: tuple[Row, ...] = ()
    since: int | None = None
    hashed: bool = False

    @property
    def keys(self) -> tuple[Row, ...]:
        """The keys of the pending versions."""
        return tuple(version[: -4 if self.hashed else -3] for version in self.pending)

    def knows(self, version: Row, low: int) -> bool:
        """A version that some state has sent is inside this one, whose bound is `low`."""
        place = -4 if self.hashed else -3
        return version in self.sent or (version[place] <= low and version[:place] not in self.keys)

    def values(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "pending": [[_shown(value) for value in version] for version in self.pending],
            "sent": [[_shown(value) for value in version] for version in self.sent],
            "since": self.since,
            "hashed": self.hashed,
        }

    @classmethod
    def of(cls, values: dict[str, Any]) -> TableState:
        """What `values` gave."""
        return cls(
            pending=tuple(tuple(map(_meant, version)) for version in values["pending"]),
            sent=tuple(tuple(map(_meant, version)) for version in values["sent"]),
            since=values["since"],
            hashed=values["hashed"],
        )


def _shown(value: Any) -> Any:
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _meant(value: Any) -> Any:
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value


@contextmanager
def uncommitted(connection: Connection) -> Iterator[None]:
    """A block whose statements read what is not committed yet."""
    connection.begin("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED", "START TRANSACTION READ ONLY")
    try:
        yield
    finally:
        connection.rollback()


def stamped_alike(connection: Connection, tables: tuple[SyncedTable, ...]) -> frozenset[str]:
    """The tracking tables whose triggers may stamp two versions of a row alike, or are not shown to this user."""
    if not tables:
        return frozenset()
    bodies = trigger_bodies(connection, tables)
    recording = {table: [body for body in bodies[table.name] if records(table, body)] for table in tables}
    return frozenset(
        table.tracking.name
        for table, found in recording.items()
        if not found or any(_RAISES not in body for body in found)
    )


def is_busy(connection: Connection, table: SyncedTable, low: int, limit: int) -> bool:
    """More rows than a limit were stamped after `low`."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {quoted(table.tracking)} t WHERE {_ABOVE} LIMIT {limit + 1}) f"
    return int(connection.value(sql, (low,))) > limit


def _raw(column: SyncedColumn) -> str:
    """A key's column of `t` as a value that can be asked for again."""
    raw = f"t.{STYLE.name(column.name)}"
    if column.is_bits:
        return f"{raw} + 0"
    match column.type.kind:
        case Kind.BOOLEAN:
            return f"{raw} + 0"
        case Kind.FLOAT32:
            return f"{raw} + 0e0"
        case _:
            return raw


def _version(table: SyncedTable, *, hashed: bool) -> str:
    """The columns of a version of the tracking row `t`."""
    parts = [*(_raw(column) for column in table.columns if column.key), *_FACTS]
    return ", ".join([*parts, _digest(table)] if hashed else parts)


def _digest(table: SyncedTable) -> str:
    key = ", ".join(f"HEX(CONCAT({canonical(column, 't')}))" for column in table.columns if column.key)
    values = ", ".join(f"COALESCE(HEX(CONCAT({canonical(column, 'b')})), '-')" for column in table.columns)
    same = STYLE.equal(table.key, "b", "t")
    row = f"(SELECT CONCAT_WS(',', {values}) FROM {quoted(table.name)} b WHERE {same})"
    # Not MD5, which is gone: dev.mysql.com/doc/relnotes/mysql/9.6/en/news-9-6-0.html
    return f"LEFT(SHA2(CONCAT_WS(',', {key}, COALESCE({row}, '')), 256), 32)"


def _versions(
    connection: Connection, table: SyncedTable, where: str, parameters: tuple[Any, ...], *, hashed: bool
) -> list[Row]:
    sql = f"SELECT {_version(table, hashed=hashed)} FROM {quoted(table.tracking)} t WHERE {where}"
    return connection.rows(sql, parameters)


def _of_keys(connection: Connection, table: SyncedTable, keys: tuple[Row, ...], *, hashed: bool) -> list[Row]:
    found: list[Row] = []
    for start in range(0, len(keys), _ASKED):
        condition, parameters = _among(table, keys[start : start + _ASKED])
        found += _versions(connection, table, condition, parameters, hashed=hashed)
    return found


def _among(table: SyncedTable, keys: tuple[Row, ...]) -> tuple[str, tuple[Any, ...]]:
    """The condition that the key of `t` is one of some."""
    columns = [column for column in table.columns if column.key]
    names = STYLE.names(table.key, "t.")
    one = ", ".join(placeholder(column) for column in columns)
    flat = tuple(value for key in keys for value in key)
    if len(columns) == 1:
        return f"{names} IN ({', '.join([one] * len(keys))})", flat
    return f"({names}) IN ({', '.join([f'({one})'] * len(keys))})", flat


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What an uncommitted read has found in a table: how much is stamped after its bound, and these versions of it."""

    known: Known
    count: int
    versions: tuple[Row, ...]


def read_uncommitted(connection: Connection, tables: Mapping[SyncedTable, Known]) -> dict[SyncedTable, Found]:
    """Read tables, inside a block of `uncommitted`; versions are read where they are few."""
    if not tables:
        return {}
    counts = ", ".join(
        f"(SELECT count(*) FROM {quoted(table.tracking)} t WHERE t.`timestamp` > %s)" for table in tables
    )
    amounts = connection.rows(f"SELECT {counts}", tuple(known.low for known in tables.values()))[0]
    return {
        table: Found(known=known, count=int(count), versions=tuple(_few(connection, table, known, int(count))))
        for (table, known), count in zip(tables.items(), amounts, strict=True)
    }


def _few(connection: Connection, table: SyncedTable, known: Known, count: int) -> list[Row]:
    found = _of_keys(connection, table, known.keys, hashed=known.hashed)
    if 0 < count <= FEW:
        found += _versions(connection, table, _ABOVE, (known.low,), hashed=known.hashed)
    return found


def pending(connection: Connection, table: SyncedTable, found: Found, low: int, limit: int) -> TableState:
    """The versions that are not committed, and some that have been since they were read; outside a transaction.

    What is committed and stamped above `low` is inside, also of a state that no snapshot completes.
    """
    known, hashed = found.known, found.known.hashed
    lacking: list[Row] = []
    inside: tuple[Row, ...] = ()
    if found.versions:
        there = _few(connection, table, known, FEW if found.count <= FEW else 0)
        lacking = _lacking(found.versions, there)
        place = -4 if hashed else -3
        inside = tuple(version for version in dict.fromkeys(there) if version[place] > low)
    if found.count > FEW:
        for part in _parts(connection, table, known, found.count):
            lacking += part
            if len(lacking) > MAX_PENDING:
                break
    if len(lacking) > MAX_PENDING:
        return TableState(since=known.low, hashed=hashed)
    sent = inside if len(inside) <= limit else ()
    return TableState(pending=tuple(dict.fromkeys(lacking)), sent=sent, hashed=hashed)


def _lacking(dirty: Iterable[Row], committed: Iterable[Row]) -> list[Row]:
    """Versions that a committed read does not show."""
    there = set(committed)
    return [version for version in dirty if version not in there]


def _parts(connection: Connection, table: SyncedTable, known: Known, count: int) -> Iterator[list[Row]]:
    """The same of very many rows: those parts of them are compared one by one whose sums differ."""
    parts = count // PART + 1
    part = f"CRC32(CONCAT_WS(',', {STYLE.names(table.key, 't.')})) MOD {parts}"
    version = _version(table, hashed=known.hashed)
    sums = (
        f"SELECT {part} AS part, count(*), BIT_XOR(CAST(CONV(LEFT(SHA2(CONCAT_WS(',', {version}), 256), 16),"
        f" 16, 10) AS UNSIGNED)) FROM {quoted(table.tracking)} t WHERE t.`timestamp` > %s GROUP BY part"
    )
    with uncommitted(connection):
        dirty = connection.rows(sums, (known.low,))
    committed = set(connection.rows(sums, (known.low,)))
    for number, *_ in (one for one in dirty if one not in committed):
        where, parameters = f"{_ABOVE} AND {part} = %s", (known.low, number)
        with uncommitted(connection):
            versions = _versions(connection, table, where, parameters, hashed=known.hashed)
        yield _lacking(versions, _versions(connection, table, where, parameters, hashed=known.hashed))


def completed(
    connection: Connection, states: Mapping[SyncedTable, TableState], low: int, limit: int
) -> dict[SyncedTable, TableState]:
    """What is pending still, and what has been sent; inside the snapshot."""
    bounds = {table: low if state.since is None else min(low, state.since) for table, state in states.items()}
    asked = ", ".join(f"EXISTS (SELECT 1 FROM {quoted(table.tracking)} t WHERE {_ABOVE})" for table in states)
    recent = connection.rows(f"SELECT {asked}", tuple(bounds.values()))[0]
    return {
        table: _completed(connection, table, state, bounds[table], limit) if some or state.pending else state
        for (table, state), some in zip(states.items(), recent, strict=True)
    }


def _completed(connection: Connection, table: SyncedTable, state: TableState, low: int, limit: int) -> TableState:
    shown = _of_keys(connection, table, state.keys, hashed=state.hashed)
    there = set(shown)
    left = tuple(version for version in state.pending if version not in there)
    recent = _versions(connection, table, f"{_ABOVE} LIMIT {limit + 1}", (low,), hashed=state.hashed)
    sent = () if len(recent) > limit else tuple(dict.fromkeys((*recent, *shown)))
    return TableState(pending=left, sent=sent, since=state.since, hashed=state.hashed)


def earliest(states: Sequence[tuple[TableState, int]], lowered: int) -> TableState:
    """What is outside one of some states, each with its bound, is outside this one, which will be lowered once more.

    Pending in one of them is pending; sent is what all of them know.
    """
    tables = [table for table, _ in states]
    alike = len({table.hashed for table in tables}) == 1
    hashed = alike and tables[0].hashed
    pending = {
        version[:-1] if table.hashed and not hashed else version for table in tables for version in table.pending
    }
    sent = {version for table in tables for version in table.sent} if alike else set()
    return TableState(
        pending=tuple(pending),
        sent=tuple(version for version in sent if all(table.knows(version, low) for table, low in states)),
        since=min(low for _, low in states) + lowered,
        hashed=hashed,
    )


def outside(table: SyncedTable, state: TableState, low: int) -> tuple[str, tuple[Any, ...]]:
    """The condition that the tracking row `t` is outside a state."""
    condition, parameters = _ABOVE, (low,)
    if state.pending:
        among, keys = _among(table, state.keys)
        condition, parameters = f"({condition} OR {among})", (*parameters, *keys)
    if state.sent:
        unsent, versions = _unsent(table, state)
        condition, parameters = f"{condition} AND {unsent}", (*parameters, *versions)
    return condition, parameters


def _unsent(table: SyncedTable, state: TableState) -> tuple[str, tuple[Any, ...]]:
    """The condition that the tracking row `t` is none of the versions that were sent.

    A list of a thousand values becomes a subquery there, which is fast, and refused where a row of several values with
    a subquery among them is looked for: so a digest, which has the key in it, makes one text of the rest.
    mariadb.com/kb/en/conversion-of-big-in-predicates-into-subqueries
    """
    if state.hashed:
        version = f"CONCAT_WS(',', {', '.join(_FACTS)}, {_digest(table)})"
        return f"{version} NOT IN ({STYLE.marks(len(state.sent))})", tuple(
            ",".join(map(str, one[-4:])) for one in state.sent
        )
    one = ", ".join([*(placeholder(column) for column in table.columns if column.key), *["%s"] * len(_FACTS)])
    versions = ", ".join([f"({one})"] * len(state.sent))
    return f"({_version(table, hashed=False)}) NOT IN ({versions})", tuple(
        value for version in state.sent for value in version
    )
