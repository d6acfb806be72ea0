"""Our connections of the driver PyMySQL, which loads rows from memory and gives up on a peer that says nothing.

LOAD DATA LOCAL lets a server ask for any file of this machine, in answer to any statement. Our connections say that
they know it, but send nothing except rows from memory, whatever file is asked for, and those only while they have some
to send: to the driver files are forbidden.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, ClassVar

from pymysql import err
from pymysql.connections import Connection
from pymysql.constants import CLIENT, COMMAND, CR
from pymysql.protocol import OKPacketWrapper

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKET = 1 << 20


class OurConnection(Connection):  # type: ignore[misc]
    """A connection; where nothing is said about TLS, all of them have one context, as none checks a certificate."""

    _read_timeout: float | None
    _shared: ClassVar[Any] = None  # to read this machine's certificates takes 25 ms

    def _create_ssl_ctx(self, settings: Any) -> Any:
        if settings:
            return super()._create_ssl_ctx(settings)
        if OurConnection._shared is None:
            OurConnection._shared = super()._create_ssl_ctx(settings)
        return OurConnection._shared

    def connect(self, sock: Any = None) -> None:
        """Connect; a server speaks first, and what waits for us to do so, as others than MariaDB do, is not waited for.

        Raises:
            OperationalError: nobody speaks in time (2003), or what is said is something else (2007).
        """
        given = self._read_timeout
        self._read_timeout = given or self.connect_timeout
        try:
            super().connect(sock)
        except (err.InternalError, ValueError, IndexError, struct.error) as error:
            raise err.OperationalError(CR.CR_VERSION_ERROR, f"no server that we know on {self.host!r}") from error
        except err.OperationalError as error:
            if error.args[0] == CR.CR_SERVER_LOST and isinstance(error.__context__, TimeoutError):
                raise err.OperationalError(CR.CR_CONN_HOST_ERROR, f"no answer on {self.host!r} (timed out)") from error
            raise
        finally:
            self._read_timeout = given

    @property
    def may_load(self) -> bool:
        """The server was told that LOAD DATA LOCAL is known here."""
        return bool(self.client_flag & CLIENT.LOCAL_FILES)

    def load(self, statement: str, chunks: Iterable[bytes]) -> tuple[int, int]:
        """LOAD DATA LOCAL, with these bytes as the file: the numbers of rows and of warnings.

        What is written here is the exchange of dev.mysql.com/doc/dev/mysql-server/latest, "LOCAL INFILE Request".
        """
        self._execute_command(COMMAND.COM_QUERY, statement.encode())
        if not self._read_packet().is_load_local_packet():
            raise err.OperationalError(CR.CR_COMMANDS_OUT_OF_SYNC, "the server does not ask for the rows")
        try:
            for chunk in chunks:
                self._send(chunk)
        finally:
            if self.open:
                self.write_packet(b"")
                answer = self._read_packet()
        done = OKPacketWrapper(answer)
        return int(done.affected_rows), int(done.warning_count)

    def _send(self, chunk: bytes) -> None:
        try:
            for start in range(0, len(chunk), _PACKET):
                self.write_packet(chunk[start : start + _PACKET])
        except BaseException:
            self._force_close()  # the server would wait for the rest of a packet, and we for its answer
            raise
