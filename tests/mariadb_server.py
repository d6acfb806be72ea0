"""A MariaDB server for the tests alone: what is committed there need not survive a power cut, which makes it fast."""

from __future__ import annotations

import getpass
import os
import shutil
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


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server that lives for a block.

    Raises:
        NoServer: its programs are not there, or it does not start.
    """
    install, daemon = _tool("mariadb-install-db"), _tool("mariadbd")
    with tempfile.TemporaryDirectory(prefix="dms-mariadb-") as folder:
        data, port, user = Path(folder) / "data", _free_port(), f"--user={getpass.getuser()}"
        scratch = Path(folder) / "tmp"
        scratch.mkdir()
        temporary = f"--tmpdir={scratch}"  # of its own: a server that starts removes the files of others there
        made = subprocess.run(
            [
                install,
                "--no-defaults",
                f"--datadir={data}",
                temporary,
                user,
                "--auth-root-authentication-method=normal",
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if made.returncode:
            raise NoServer(made.stderr.strip() or made.stdout.strip())
        place = (f"--datadir={data}", f"--socket={folder}/s", f"--port={port}", f"--pid-file={folder}/pid")
        with (Path(folder) / "log").open("wb") as log:
            process = subprocess.Popen(
                [daemon, "--no-defaults", user, temporary, *place, *OPTIONS], stdout=log, stderr=log
            )
        try:
            _wait(process, port)
            yield f"mariadb://root@127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < end:
        try:
            pymysql.connect(host="127.0.0.1", port=port, user="root").close()
        except pymysql.MySQLError:
            time.sleep(0.1)
        else:
            return
    process.terminate()
    process.wait()
    raise NoServer("the server did not start")
