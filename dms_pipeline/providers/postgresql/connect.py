"""Opening PostgreSQL databases and translating what the driver raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dms_pipeline import errors

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine


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
            " SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = public"
        )

    return made


def translate(endpoint: str, error: BaseException) -> errors.DmsError:
    """The driver's exception as ours, by SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html)."""
    state = getattr(error, "sqlstate", None)
    text = str(error).strip()
    match state:
        case "28000" | "28P01":
            return errors.AccessDenied(endpoint, text)
        case "3D000":
            return errors.Unreachable(endpoint, text)
        case "42501":
            return errors.AccessDenied(endpoint, text)
        case "25006":
            return errors.ReadOnly(endpoint, f"the database cannot be written ({text})")
        case "53100":
            return errors.DiskFull(
                endpoint,
                f"no room is left ({text}); nothing of this transaction was kept",
                hint="make room and run again",
            )
        case "55P03":
            return errors.Locked(endpoint, text, hint="run again, or wait longer with --lock-timeout")
        case "40001" | "40P01" | "57P01" | "57P02" | "57P03" | "08006" | "08003" | "08000":
            return errors.Transient(endpoint, text, hint="run again")
        case None:
            return _without_state(endpoint, text)
        case _:
            return errors.DatabaseError(endpoint, text)


def _without_state(endpoint: str, text: str) -> errors.DmsError:
    # A failed connection has no SQLSTATE in libpq; its words are the only fact.
    lower = text.lower()
    if "password" in lower or "authentication failed" in lower or "no pg_hba.conf entry" in lower:
        return errors.AccessDenied(endpoint, text)
    if (
        "does not exist" in lower
        or "could not" in lower
        or "refused" in lower
        or "timeout" in lower
        or "failed" in lower
    ):
        return errors.Unreachable(endpoint, text)
    return errors.Transient(endpoint, text)
