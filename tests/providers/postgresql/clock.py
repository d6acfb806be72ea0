"""The clock of a PostgreSQL database in a test, set at will.

Functions of the schema `public` that stand before the server's own, for connections whose path says so. Each moment of
the server's clock has one reading, by the steps that came before it, so that the start of a transaction keeps its own.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dms_pipeline.providers.connection import Connection

_AHEAD = "SELECT coalesce((SELECT s.ahead FROM clock.steps s WHERE s.since <= $1 ORDER BY s.since DESC LIMIT 1), '0')"
_MADE = f"""
CREATE SCHEMA clock;
CREATE TABLE clock.steps (since timestamptz PRIMARY KEY, ahead interval NOT NULL);
CREATE FUNCTION clock.ahead(timestamptz) RETURNS interval LANGUAGE sql STABLE AS $$ {_AHEAD} $$;
CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    $$ SELECT t + clock.ahead(t) FROM pg_catalog.clock_timestamp() t $$;
CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT t + clock.ahead(t) FROM pg_catalog.now() t $$;
CREATE FUNCTION public.pg_stat_get_activity(integer) RETURNS TABLE (
    datid oid, pid integer, backend_type text, state text, backend_xid xid, xact_start timestamptz) LANGUAGE sql AS
    $$ SELECT a.datid, a.pid, a.backend_type, a.state, a.backend_xid, a.xact_start + clock.ahead(a.xact_start)
       FROM pg_catalog.pg_stat_get_activity($1) a $$;
"""


class Clock:
    """It goes as the server's does, ahead of it by as much as it was stepped."""

    def __init__(self, database: Connection) -> None:
        self._database = database
        self._ahead = timedelta()
        for statement in filter(str.strip, _MADE.split(";\n")):
            database.run(statement)

    def show(self, connection: Connection) -> None:
        """Let a connection ask this one, its triggers too."""
        connection.execute("SET search_path = public, pg_catalog")

    def step(self, **by: float) -> None:
        """Set it forward, or back, by the parts of a `timedelta`."""
        self._ahead += timedelta(**by)
        self._database.execute("INSERT INTO clock.steps VALUES (pg_catalog.clock_timestamp(), %s)", (self._ahead,))

    def set_right(self) -> None:
        """Make it the server's again."""
        if self._ahead:
            self._ahead = timedelta()
            self._database.execute("DELETE FROM clock.steps")
