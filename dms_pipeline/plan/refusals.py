"""What cannot be synced, found before anything is planned: tables without a key, names that the formats cannot hold.

Names come from the reference's own readers (spec: storage format, sections 4.5 and 8.1): it cuts a name at a dot,
trims blanks, knows no escape for a quote, and refuses column names that its statements use themselves.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from dms_pipeline.errors import Problem
from dms_pipeline.plan.keys import plain
from dms_pipeline.schema.names import RESERVED_COLUMNS, RESERVED_KEY_COLUMNS, tracking_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dms_pipeline.plan.state import DatabaseState
    from dms_pipeline.schema.database import Table
    from dms_pipeline.schema.model import SetupTable, SyncSetup, TableName
    from dms_pipeline.schema.traits import Traits

_QUOTES = frozenset('."`[]')


def missing_table(server: str, table: TableName, observed: DatabaseState, traits: Traits, place: str) -> Problem:
    """A table that the file names and the server does not have, with the name that may have been meant."""
    where = f" in schema {table.schema or traits.default_schema}" if table.schema or traits.default_schema else ""
    known = {plain(name, traits).name: name for name in (*observed.other_tables, *observed.tables)}
    folded = {name.lower(): name for name in known}
    close = get_close_matches(table.name.lower(), folded, n=1)
    meant = f'; did you mean "{folded[close[0]]}"?' if close else ""
    return Problem(
        code="no-such-table",
        message=f'{server} has no table "{table.name}"{where}{meant}',
        path=place,
        hint=None if meant else f"it has {', '.join(sorted(known)[:10]) or 'no table'}",
    )


def refusals(server: str, table: Table, entry: SetupTable, place: str) -> tuple[Problem, ...]:
    """Everything about a server's table that makes it impossible to sync it as declared."""
    return (
        *_names(server, entry.name, entry.schema or "", place),
        *_columns(server, table, entry, place),
        *_primary_key(server, table, entry, place),
    )


def _problem(code: str, server: str, text: str, place: str, hint: str | None = None) -> Problem:
    return Problem(code=code, message=f"{server}: {text}", path=place, hint=hint)


def _names(server: str, name: str, schema: str, place: str) -> Iterator[Problem]:
    for text, what in ((name, "the table"), (schema, "the schema")):
        if bad := _unsupported(text):
            yield _problem(
                "unsupported-name",
                server,
                f'{what} "{text}" {bad}, which the sync formats cannot hold',
                place,
                "rename it, or leave the table out",
            )


def _unsupported(name: str) -> str | None:
    if name != name.strip():
        return "begins or ends with a blank"
    held = sorted(_QUOTES.intersection(name))
    return f"holds {held[0]}" if held else None


def _columns(server: str, table: Table, entry: SetupTable, place: str) -> Iterator[Problem]:
    there = {column.name.lower(): column.name for column in table.columns}
    for index, name in enumerate(entry.columns or ()):
        if name.lower() not in there:
            close = get_close_matches(name.lower(), there, n=1)
            meant = f'; did you mean "{there[close[0]]}"?' if close else ""
            yield _problem(
                "no-such-column",
                server,
                f'{entry.name} has no column "{name}"{meant}',
                f"{place}.columns[{index}]",
                None if meant else f"it has {', '.join(column.name for column in table.columns)}",
            )
    for name in synced_columns(table, entry):
        in_key = name in table.primary_key
        if name.lower() in RESERVED_COLUMNS or (in_key and name.lower() in RESERVED_KEY_COLUMNS):
            yield _problem(
                "unsupported-name",
                server,
                f"{entry.name}.{name}: sync itself uses this name{' in tracking tables' if in_key else ''}",
                place,
                "rename the column" + ("" if in_key else ", or leave it out of columns"),
            )
        elif bad := _unsupported(name):
            yield _problem(
                "unsupported-name",
                server,
                f'{entry.name}: the column "{name}" {bad}, which the sync formats cannot hold',
                place,
                "rename the column" + ("" if in_key else ", or leave it out of columns"),
            )


def synced_columns(table: Table, entry: SetupTable) -> tuple[str, ...]:
    """Names of the columns that an entry selects, as the catalogue spells them; a list of none means all."""
    if not entry.columns:
        return tuple(column.name for column in table.columns)
    wanted = {name.lower() for name in entry.columns}
    return tuple(column.name for column in table.columns if column.name.lower() in wanted)


def _primary_key(server: str, table: Table, entry: SetupTable, place: str) -> Iterator[Problem]:
    if not table.primary_key:
        hint = f"give it one, or leave {entry.name} out"
        for unique in table.uniques:
            columns = [table.column(name) for name in unique.columns]
            if all(column is not None and not column.nullable for column in columns):
                hint = (
                    f"its unique index {unique.name} ({', '.join(unique.columns)}) has no nulls and could become one;"
                    f" or leave {entry.name} out"
                )
                break
        yield _problem(
            "no-primary-key",
            server,
            f"{entry.name} has no primary key, so its rows cannot be told apart",
            place,
            hint,
        )
        return
    synced = synced_columns(table, entry)
    left_out = [name for name in table.primary_key if name not in synced]
    if left_out:
        yield _problem(
            "no-primary-key",
            server,
            f"{entry.name}: columns leave out {', '.join(left_out)} of the primary key",
            f"{place}.columns",
            f"add {', '.join(left_out)} to its columns",
        )


def collisions(
    connection: str, names: Mapping[str, tuple[SyncSetup, TableName]], traits: Traits
) -> tuple[Problem, ...]:
    """Synced tables whose side tables would have one name: through namespaces that a database lacks, or through case.

    `names` maps the TOML path of each entry to its setup and table.
    """
    seen: dict[object, tuple[str, TableName]] = {}
    problems = []
    for place, (setup, table) in names.items():
        name = plain(tracking_table(setup, table), traits)
        folded = (name.schema.lower(), name.name.lower()) if traits.identifiers_fold_case else name
        if folded in seen and seen[folded][1] != table:
            other_place, other = seen[folded]
            problems.append(
                _problem(
                    "unsupported-name",
                    connection,
                    f"{table} and {other} ({other_place}) would be one table there",
                    place,
                    "rename one of them, spell it the same in all scopes, or sync it to another database",
                )
            )
        seen.setdefault(folded, (place, table))
    return tuple(problems)
