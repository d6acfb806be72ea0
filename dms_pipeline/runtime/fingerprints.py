"""What we created, as it looked when we had created it: rows of `dms_objects`, compared before each sync.

The comparison is one small read of our table and one of the catalogue; nothing is parsed. It finds what was dropped,
disabled or changed by hand, or by the deprovisioning of another scope (design decision 4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dms_pipeline.plan import operations as op
from dms_pipeline.plan.keys import fold, key
from dms_pipeline.providers.recording import KIND
from dms_pipeline.runtime.kept import own_table
from dms_pipeline.schema.own import OBJECTS

if TYPE_CHECKING:
    from dms_pipeline.plan.objects import Watched
    from dms_pipeline.plan.operations import Operation
    from dms_pipeline.providers.connection import Connection
    from dms_pipeline.schema.traits import Traits


def save_fingerprints(connection: Connection, watched: Watched, *, dropped: frozenset[str] = frozenset()) -> None:
    """Write how the watched triggers and tracking tables look now; forget objects that are no longer there."""
    if OBJECTS.name in dropped:
        return
    traits = connection.provider.traits
    ours = {("trigger", f"{key(table, traits)}.{fold(name, traits)}") for table, name in watched.triggers}
    ours |= {("tracking-table", str(key(name, traits))) for name in watched.tracking_tables}
    current = connection.provider.fingerprints(connection)
    table = own_table(connection, OBJECTS)
    mark = traits.style.mark
    stored = connection.rows(f"SELECT object_kind, object_name FROM {table} WHERE object_kind <> {mark}", (KIND,))
    gone = [(kind, name) for kind, name in stored if (kind, name) not in current or (kind, _case(name, traits)) in ours]
    if gone:
        connection.execute_many(f"DELETE FROM {table} WHERE object_kind = {mark} AND object_name = {mark}", gone)
    rows = [
        (kind, name, found.base, found.digest)
        for (kind, name), found in sorted(current.items())
        if (kind, _case(name, traits)) in ours
    ]
    if rows:
        columns = traits.style.names(column.name for column in OBJECTS.columns)
        connection.execute_many(f"INSERT INTO {table} ({columns}) VALUES ({traits.style.marks(4)})", rows)


def forget_fingerprint(connection: Connection, operation: Operation) -> None:
    """Forget an object that a step is about to drop, where the two are not one transaction."""
    match operation:
        case op.DropTrigger(trigger=trigger):
            kind, name = "trigger", f"{trigger.table.name}.{trigger.name}"
        case op.DropTrackingTable(table=table):
            kind, name = "tracking-table", table.name
        case _:
            return
    mark = connection.provider.traits.style.mark
    where = f"WHERE object_kind = {mark} AND object_name = {mark}"
    connection.execute(f"DELETE FROM {own_table(connection, OBJECTS)} {where}", (kind, name))


def _case(name: str, traits: Traits) -> str:
    return name.lower() if traits.identifiers_fold_case else name


def drifted(connection: Connection) -> tuple[str, ...]:
    """Objects of ours that are missing, disabled or changed, as `trigger Product.product_insert_trigger`; sorted.

    Empty where all is intact. Raises what the database raises where `dms_objects` is missing.
    """
    mark = connection.provider.traits.style.mark
    stored = connection.rows(
        f"SELECT object_kind, object_name, fingerprint FROM {own_table(connection, OBJECTS)}"
        f" WHERE object_kind <> {mark}",
        (KIND,),
    )
    current = connection.provider.fingerprints(connection)
    wrong = [
        (kind, name)
        for kind, name, digest in stored
        if (found := current.get((kind, name))) is None or found.digest != digest
    ]
    return tuple(
        sorted(
            f"{kind} {name}"
            for kind, name in wrong
            if kind != "trigger" or (kind, name) in current or not connection.provider.is_outlived(connection, name)
        )
    )
