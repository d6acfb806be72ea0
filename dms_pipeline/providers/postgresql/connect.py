"""Opening PostgreSQL databases and translating what the driver raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dms_pipeline import errors

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

    from dms_pipeline.providers.connection import Connection


def engine(url: URL, timeout_s: float) -> Engine:
    """A pool for a database; texts of dates are ISO and UTC, whatever the server's settings say."""
    try:
        import psycopg  # noqa: TC002 - asks whether it is there
    except ImportError as error:
        raise errors.MissingDriver(
            "PostgreSQL needs the driver psycopg, which is not installed",
            hint='pip install "dms-pipeline[postgresql]"',
        ) from error
    from sqlalchemy import create_engine, event

    made = create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
        connect_args={"connect_timeout": max(1, round(timeout_s)), "application_name": "dms-pipeline"},
        # The dialect asks the server for things we never use; each question is a round trip at start-up.
        use_native_hstore=False,
    )

    @event.listens_for(made, "connect")
    def prepare(driver: psycopg.Connection[Any], record: object) -> None:
        del record
        driver.autocommit = True
        driver.execute(
            "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601';"
            " SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = public;"
            # What a session has promised may not be lost in a crash, whatever an application takes upon itself.
            " SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )

    return made


def translate(endpoint: str, error: BaseException) -> errors.DmsError:  # noqa: PLR0911 - each case returns
    """The driver's exception as ours, by SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html)."""
    state = getattr(error, "sqlstate", None)
    text = str(error).strip()
    first = text.partition("\n")[0]  # the rest is context: which function, at which line
    match state:
        case "28000" | "28P01" | "3D000":
            return _refused(endpoint, "the server", text)
        case "42501":
            return errors.AccessDenied(endpoint, first, hint=PRIVILEGES)
        case "25006":
            return errors.ReadOnly(endpoint, f"the database cannot be written ({first})", hint=WRITABLE)
        case "53100":
            return errors.DiskFull(
                endpoint,
                f"no room is left ({first}); nothing of this transaction was kept",
                hint="make room, then run the same command again",
            )
        case "55P03":
            return errors.Locked(endpoint, first, hint="run again, or wait longer with --lock-timeout")
        case "40001" | "40P01" | "57P01" | "57P02" | "57P03" | "08006" | "08003" | "08000":
            return errors.Transient(endpoint, text, hint="run again")
        case None:
            return _without_state(endpoint, text)
        case _:
            return errors.DatabaseError(endpoint, text)


def check_writable(connection: Connection) -> None:
    """Refuse a database that only reads: neither marks nor records can be kept there.

    Raises:
        ReadOnly: it is a standby, or its transactions are read-only.
    """
    standby, reads = connection.rows("SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'")[0]
    if standby:
        raise errors.ReadOnly(
            connection.endpoint, "it is a standby, which cannot be written", hint="name its primary in the URL"
        )
    if reads:
        raise errors.ReadOnly(
            connection.endpoint, "the database cannot be written (transactions are read-only)", hint=WRITABLE
        )


WRITABLE = "is it a standby, or is default_transaction_read_only set?"
PRIVILEGES = (
    "grant it to the user of this connection: apply needs CREATE in the schema and TRIGGER on the tables, sync needs"
    " SELECT, INSERT, UPDATE and DELETE"
)
_FAILED = re.compile(
    r"""connection to server (?:at "(?P<host>[^"]*)"(?: \([^)]*\))?, port (?P<port>\d+)"""
    r"""|on socket "(?P<socket>[^"]*)") failed: (?P<reason>.*)"""
)


def _without_state(endpoint: str, text: str) -> errors.DmsError:
    # A failed connection has no SQLSTATE in libpq; its words are the only fact.
    failed = list(_FAILED.finditer(text))
    if failed:
        last = failed[-1]
        place = last["socket"] or f"{last['host']}:{last['port']}"
        return _refused(endpoint, place, last["reason"])
    lower = text.lower()
    if "timeout" in lower:
        return errors.Unreachable(endpoint, "the server did not answer in time", hint=_LONGER)
    if "resolve host" in lower or "could not translate host" in lower:
        return errors.Unreachable(endpoint, f"its host has no address ({text})")
    if "does not exist" in lower or "could not" in lower or "refused" in lower or "failed" in lower:
        return errors.Unreachable(endpoint, text)
    return errors.Transient(endpoint, text, hint="run again")


_LONGER = "--connect-timeout 30s waits longer"


def _refused(endpoint: str, place: str, text: str) -> errors.DmsError:  # noqa: PLR0911 - each case returns
    """Why no connection was made, in the server's words where they are no better in ours."""
    reason = text.partition("\n")[0].rpartition("FATAL:")[2].strip()
    lower, quoted = reason.lower(), re.search('"[^"]*"', reason)
    name = quoted[0] if quoted else ""
    if "password authentication failed" in lower:
        return errors.AccessDenied(endpoint, f"{place} refused user {name} and its password")
    if "no password supplied" in lower:
        hint = "put one into PGPASSWORD, into .pgpass, or into the URL"
        return errors.AccessDenied(endpoint, f"{place} asks for a password, and there is none", hint=hint)
    if lower.startswith("role ") and "does not exist" in lower:
        return errors.AccessDenied(endpoint, f"{place} knows no user {name}")
    if "pg_hba.conf" in lower or "authentication failed" in lower or "not permitted" in lower:
        return errors.AccessDenied(endpoint, f"{place} lets us not in: {reason}")
    if "refused" in lower or "no such file" in lower:
        return errors.Unreachable(
            endpoint, f"{place} refused the connection", hint="does the server run, and is this its port?"
        )
    if lower.startswith("database ") and "does not exist" in lower:
        return errors.Unreachable(endpoint, f"{place} has no database {name}")
    if "timeout" in lower or "timed out" in lower:
        return errors.Unreachable(endpoint, f"{place} did not answer in time", hint=_LONGER)
    return errors.Unreachable(endpoint, f"{place}: {reason}")
