"""A MariaDB server for the tests alone: what is committed there need not survive a power cut, which makes it fast."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pymysql

if TYPE_CHECKING:
    from collections.abc import Iterator

START_S = 60.0
OPTIONS = (
    *("--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync"),
    *("--innodb-doublewrite=0", "--sync-frm=0", "--innodb-buffer-pool-size=64M", "--bind-address=127.0.0.1"),
)


class NoServer(Exception):
    """None can be started here."""


def _tool(name: str) -> str:
    found = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))
    if found is None:
        raise NoServer(f"there is no {name}")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A server with its data in a folder; it may be killed, and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.url = f"mariadb://root@127.0.0.1:{self.port}"
        self._install, self._daemon = _tool("mariadb-install-db"), _tool("mariadbd")
        # A folder for temporary files of its own: a server that starts removes those of others.
        folders = (f"--datadir={folder / 'data'}", f"--tmpdir={folder / 'tmp'}")
        self._usual = ("--no-defaults", f"--user={getpass.getuser()}", *folders)
        self._process: subprocess.Popen[bytes] | None = None

    def install(self) -> None:
        """Make its data.

        Raises:
            NoServer: it cannot be.
        """
        (self.folder / "tmp").mkdir()
        command = [self._install, *self._usual, "--auth-root-authentication-method=normal"]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise NoServer(made.stderr.strip() or made.stdout.strip())

    def start(self) -> None:
        """Start it, and wait until it answers.

        Raises:
            NoServer: it does not.
        """
        place = (f"--socket={self.folder}/s", f"--port={self.port}", f"--pid-file={self.folder}/pid")
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen([self._daemon, *self._usual, *place, *OPTIONS], stdout=log, stderr=log)
        end = time.monotonic() + START_S
        while self._process.poll() is None and time.monotonic() < end:
            try:
                pymysql.connect(host="127.0.0.1", port=self.port, user="root").close()
            except pymysql.MySQLError:
                time.sleep(0.1)
            else:
                return
        self.stop()
        raise NoServer("the server did not start")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End it; by SIGKILL it has no time to do anything."""
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait()


@contextmanager
def scratch_server() -> Iterator[Server]:
    """A server that lives for a block.

    Raises:
        NoServer: its programs are not there, or it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="dms-mariadb-") as folder:
        server = Server(Path(folder))
        server.install()
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def server() -> Iterator[str]:
    """The URL of such a server."""
    with scratch_server() as one:
        yield one.url
