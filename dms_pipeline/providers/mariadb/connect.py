"""Opening MariaDB databases and translating what the driver raises.

Every session is pinned to the same rules, whatever the server's settings say: UTC, strict, zero is a number like others
in a numbered column, texts in utf8mb4. Identifiers may stand in double quotes, as on other databases; what is stored
(triggers, procedures) is written with back-ticks and made under `STORED_MODE`, in which those are the only quotes.

A statement sees what was committed before it, not what its transaction saw first: an apply locks rows and judges them
in a statement of its own. Who needs a snapshot asks for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dms_pipeline import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Engine

    from dms_pipeline.providers.mariadb.traits import Flavour

STORED_MODE = "STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO"
SESSION_MODE = f"ANSI_QUOTES,{STORED_MODE}"
_SESSION = (
    (
        f"SET SESSION time_zone = '+00:00', sql_mode = '{SESSION_MODE}', foreign_key_checks = 1, unique_checks = 1,"
        " sql_safe_updates = 0, sql_select_limit = DEFAULT"
    ),
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
)


def engine_of(flavour: Flavour) -> Callable[[URL, float], Engine]:
    """How databases of a variant are opened."""

    def engine(url: URL, timeout_s: float) -> Engine:
        """A pool for a database; values come as texts but for integers and floats."""
        try:
            import pymysql  # noqa: F401 - asks whether it is there
        except ImportError as error:
            raise errors.MissingDriver(
                f"{flavour.product} needs the driver PyMySQL, which is not installed",
                hint='pip install "dms-pipeline[mariadb]"',
            ) from error
        from sqlalchemy import create_engine, event

        if not url.database:
            scheme = flavour.product.lower()
            raise errors.UsageError("the URL names no database", hint=f"as in {scheme}://user@host/shop")
        made = create_engine(
            url.set(drivername="mysql+pymysql"),
            isolation_level="AUTOCOMMIT",
            connect_args={
                "connect_timeout": max(1, round(timeout_s)),
                "charset": "utf8mb4",
                "autocommit": True,
                "conv": _conversions(),
                "program_name": "dms-pipeline",
            },
        )

        @event.listens_for(made, "do_connect")
        def connect(dialect: object, record: object, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
            from dms_pipeline.providers.mariadb.driver import OurConnection

            del dialect, record
            try:
                return OurConnection(*arguments, **_without_files(named))
            except (TypeError, AttributeError) as error:  # what the driver says to a parameter that it does not know
                if not url.query:
                    raise
                raise errors.UsageError(
                    f"the driver PyMySQL does not take the parameters of the URL: {', '.join(sorted(url.query))}",
                    hint="those of pymysql.connect are taken, as in ?ssl_ca=ca.pem",
                ) from error

        @event.listens_for(made, "connect")
        def prepare(driver: Any, record: object) -> None:
            del record
            _check_server(flavour, driver.get_server_info())
            with driver.cursor() as cursor:
                for statement in _SESSION:
                    cursor.execute(statement)

        return made

    return engine


def _without_files(named: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a connection that tells the server that it knows LOAD DATA LOCAL.

    `?local_infile=0` in a URL does without.
    """
    from pymysql.constants import CLIENT

    flags = int(named.get("client_flag", 0))  # SQLAlchemy asks for the number of rows found, not of those altered
    if named.get("local_infile", True):
        flags |= CLIENT.LOCAL_FILES
    return named | {"local_infile": False, "client_flag": flags}


def _conversions() -> dict[Any, Any]:
    """Python values from the server's texts: numbers that Python has exactly; all else as the server wrote it."""
    from pymysql.constants import FIELD_TYPE
    from pymysql.converters import encoders

    integers = (
        *(FIELD_TYPE.TINY, FIELD_TYPE.SHORT, FIELD_TYPE.INT24, FIELD_TYPE.LONG, FIELD_TYPE.LONGLONG),
        FIELD_TYPE.YEAR,
    )
    return {
        **encoders,
        **dict.fromkeys(integers, int),
        FIELD_TYPE.BIT: lambda bits: int.from_bytes(bits, "big"),
        FIELD_TYPE.FLOAT: float,
        FIELD_TYPE.DOUBLE: float,
    }


def _check_server(flavour: Flavour, version: str) -> None:
    """Refuse a server of another kind or age than the URL says: it would be given the other's formats.

    Raises:
        UsageError: names what the server is.
    """
    is_mariadb = "mariadb" in version.lower()
    product = "MariaDB" if is_mariadb else "MySQL"
    numbers = re.match(r"[\d.]+", version.removeprefix("5.5.5-"))  # which MariaDB says first, for old clients
    release = numbers[0] if numbers else "0"
    if is_mariadb is not flavour.is_mariadb:
        raise errors.UsageError(
            f"the server is {product} {release}, the URL says {flavour.product}",
            hint=f"write {product.lower()}: at the beginning of its URL",
        )
    if tuple(int(part) for part in release.split(".") if part) < flavour.oldest:
        wanted = ".".join(map(str, flavour.oldest))
        raise errors.UsageError(f"the server is {product} {release}", hint=f"{product} {wanted} or later is needed")


WRITABLE = "is it a replica, or is read_only set?"
PRIVILEGES = (
    "grant it to the user of this connection: apply needs CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER and CREATE"
    " ROUTINE on the database, sync needs SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES and TRIGGER"
)


def shown(endpoint: str, trigger: str, body: str | None) -> str:
    """What the catalogue says that a trigger does.

    Raises:
        AccessDenied: it says nothing of it to this user.
    """
    if body is None:
        raise errors.AccessDenied(endpoint, f"the trigger {trigger} is not shown to this user", hint=PRIVILEGES)
    return body


_PORT = "is this the port of a MariaDB or MySQL server?"
_AGAIN = "run again"
# mariadb.com/kb/en/mariadb-error-code-reference, dev.mysql.com/doc/mysql-errors/8.0/en
_TRANSIENT = frozenset(
    {
        *(1020, 1053, 1080, 1152, 1158, 1159, 1160, 1161, 1184),  # a read row moved; shutdown; broken connections
        *(1040, 1203, 1226),  # too many connections
        *(1213, 1412, 1613, 1614),  # deadlocks; a table was altered under a snapshot; XA was rolled back
        *(1317, 1927, 1969, 3024),  # killed, or its time was over
        *(2006, 2013, 2055, 4031),  # the server has gone away
    }
)
_DENIED = frozenset({1044, 1142, 1143, 1227, 1370, 1410})
_READ_ONLY = frozenset({1290, 1792, 1836, 3100})
_FULL = frozenset({1021, 1026, 1114})


def translate(endpoint: str, error: BaseException) -> errors.DmsError:  # noqa: PLR0911 - each case returns
    """The driver's exception as ours, by the server's error number."""
    code, text = _parts(error)
    if code in {1045, 1698}:
        return errors.AccessDenied(endpoint, _refused_user(text))
    if code in _DENIED:
        return errors.AccessDenied(endpoint, text, hint=PRIVILEGES)
    if code == 1419:
        hint = "set log_bin_trust_function_creators = 1 on the server, or give the user SUPER"
        return errors.AccessDenied(endpoint, "the server keeps a binary log and lets us make no triggers", hint=hint)
    if code == 1049:
        return errors.Unreachable(endpoint, f"the server has no such database ({text})")
    if code in {2002, 2003, 2005, 2007}:
        return _unreachable(endpoint, text)
    if code in {1205, 3572}:
        hint = "an application holds rows or a table for long: run again; an apply waits longer with --lock-timeout"
        return errors.Locked(endpoint, text, hint=hint)
    if code in _READ_ONLY:
        return errors.ReadOnly(endpoint, f"the database cannot be written ({text})", hint=WRITABLE)
    if code in _FULL:
        return errors.DiskFull(
            endpoint,
            f"no room is left ({text}); nothing of this transaction was kept",
            hint="make room, then run the same command again",
        )
    if code in _TRANSIENT or code == 0:
        return errors.Transient(endpoint, text or "the connection is closed", hint=_AGAIN)
    return errors.DatabaseError(endpoint, text)


def _parts(error: BaseException) -> tuple[int | None, str]:
    """The server's number and words; the driver says 0 of a connection that it has closed."""
    code = error.args[0] if error.args and isinstance(error.args[0], int) else None
    text = str(error.args[1]) if code is not None and len(error.args) > 1 else str(error)
    return code, text.strip()


def _refused_user(text: str) -> str:
    user = re.search(r"user '([^']*)'", text)
    name = f' "{user[1]}"' if user else ""
    if "using password: NO" in text:
        return f"the server asks user{name} for a password, and there is none"
    return f"the server refused user{name} and its password"


def _unreachable(endpoint: str, text: str) -> errors.DmsError:
    place = re.search(r"on '([^']*)'", text)
    where = place[1] if place else "the server"
    lower = text.lower()
    if "timed out" in lower or "timeout" in lower:
        hint = f"{_PORT} --connect-timeout 30s waits longer"
        return errors.Unreachable(endpoint, f"{where} did not answer in time", hint=hint)
    if "no server that we know" in lower:
        return errors.Unreachable(endpoint, f"what answers at {where} is another kind of server", hint=_PORT)
    if "name or service not known" in lower or "name resolution" in lower or "getaddrinfo" in lower:
        return errors.Unreachable(endpoint, f"its host has no address ({text})")
    if "refused" in lower or "no such file" in lower:
        hint = "does the server run, and is this its port?"
        return errors.Unreachable(endpoint, f"{where} refused the connection", hint=hint)
    return errors.Unreachable(endpoint, text)
