"""How connections are opened."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import DatabaseError, Transient, Unreachable, UsageError
from dms_pipeline.providers.mariadb.driver import OurConnection
from dms_pipeline.runtime.connect import Database
from tests.providers.doing import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_only_the_first_connection_reads_the_certificates_of_this_machine(
    mariadb_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(mariadb_url):
        pass
    monkeypatch.setattr(ssl, "create_default_context", None)

    with opened(mariadb_url) as connection, connection.another() as second:
        assert second.value("SELECT 1") == 1
        assert isinstance(second.driver, OurConnection)


def test_a_connection_with_settings_for_tls_has_a_context_of_its_own(tmp_path: Path) -> None:
    make = OurConnection
    usual = make(defer_connect=True)
    checking = make(defer_connect=True, ssl={"capath": str(tmp_path)})

    assert make(defer_connect=True).ctx is usual.ctx
    assert usual.ctx.verify_mode is ssl.CERT_NONE
    assert checking.ctx.verify_mode is ssl.CERT_REQUIRED
    assert checking.ctx.check_hostname


@pytest.mark.parametrize("parameters", ["foo=1", "ssl=true"])
def test_parameters_that_the_driver_does_not_take_are_named(mariadb_url: str, parameters: str) -> None:
    with (
        pytest.raises(UsageError, match=f"parameters of the URL: {parameters.partition('=')[0]}"),
        opened(f"{mariadb_url}?{parameters}"),
    ):
        pass


def test_a_url_names_a_database(mariadb_url: str) -> None:
    with pytest.raises(UsageError, match="names no database"), opened(mariadb_url.rpartition("/")[0]):
        pass


@contextmanager
def peer(said: bytes) -> Iterator[str]:
    """The URL of something else that listens, says this, and waits."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            with listening.accept()[0] as accepted:
                accepted.sendall(said)
                accepted.recv(1_000)

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"mariadb://root@127.0.0.1:{listening.getsockname()[1]}/shop"
        thread.join()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (b"", "127.0.0.1 did not answer in time"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "another kind of server"),
        (b"\x05\0\0\0\x0b\x08\x05\x1a\0", "another kind of server"),  # MySQL, where it speaks another protocol
    ],
)
def test_a_port_of_something_else_is_known(said: bytes, reason: str) -> None:
    with peer(said) as url:
        database = Database("db", url, timeout_s=1)
        with pytest.raises(Unreachable, match=reason) as raised, database.connection():
            pass
        assert "is this the port of a MariaDB" in str(raised.value.hint)


def test_a_statement_may_take_longer_than_it_takes_to_connect(mariadb_url: str) -> None:
    database = Database("db", mariadb_url, timeout_s=1)
    with database.connection() as connection:
        assert connection.value("SELECT SLEEP(1.5)") == 0
    database.dispose()


def test_a_server_that_asks_for_a_file_gets_none(mariadb_url: str, tmp_path: Path) -> None:
    """The driver is not to send any; ours sends rows, and nothing but them, while it has some to send."""
    secret = tmp_path / "secret"
    secret.write_text("secret\n", encoding="utf-8")
    with opened(mariadb_url) as connection:
        connection.run("CREATE TABLE t (a text)")
        with pytest.raises(RuntimeError, match="local_infile option is false"), connection.driver.cursor() as cursor:
            cursor.execute(f"LOAD DATA LOCAL INFILE '{secret}' INTO TABLE t")
        connection.driver.close()

    with opened(mariadb_url) as connection:
        assert connection.driver.load(f"LOAD DATA LOCAL INFILE '{secret}' INTO TABLE t", [b"a row\n"]) == (1, 0)
        assert connection.rows("SELECT a FROM t") == [("a row",)]


def test_a_load_that_is_refused_leaves_a_connection_that_can_be_used(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection:
        with pytest.raises(DatabaseError, match="doesn't exist"), connection.translated():
            connection.driver.load("LOAD DATA LOCAL INFILE 'rows' INTO TABLE missing", [b"a row\n"])

        assert connection.value("SELECT 1") == 1


def test_a_load_whose_rows_cannot_be_had_leaves_a_connection_that_can_be_used(mariadb_url: str) -> None:
    def rows() -> Iterator[bytes]:
        yield b"a row\n"
        raise ValueError("no more")

    with opened(mariadb_url) as connection:
        connection.run("CREATE TABLE t (a text)")
        with pytest.raises(ValueError, match="no more"):
            connection.driver.load("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t", rows())

        assert connection.value("SELECT 1") == 1


def test_a_load_that_the_server_ends_is_a_lost_connection(mariadb_url: str) -> None:
    with opened(mariadb_url) as connection, opened(mariadb_url) as other:
        connection.run("CREATE TABLE t (a text)")

        def rows() -> Iterator[bytes]:
            other.execute(f"KILL {connection.driver.thread_id()}")
            for _ in range(1_000):
                yield b"x" * 100_000 + b"\n"

        with pytest.raises(Transient), connection.translated():
            connection.driver.load("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t", rows())


def test_a_load_that_is_interrupted_ends_and_does_not_wait_for_the_server(
    mariadb_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(f"{mariadb_url}?read_timeout=5") as connection:
        connection.run("CREATE TABLE t (a text)")
        write = connection.driver._write_bytes

        def write_half(data: bytes) -> None:
            if data.endswith(b"a row\n"):
                write(data[:-2])
                raise KeyboardInterrupt
            write(data)

        monkeypatch.setattr(connection.driver, "_write_bytes", write_half)
        with pytest.raises(KeyboardInterrupt):
            connection.driver.load("LOAD DATA LOCAL INFILE 'rows' INTO TABLE t", [b"a row\n"])


def test_a_url_can_forbid_to_load(mariadb_url: str) -> None:
    may = {}
    for said in ("", "?local_infile=1", "?local_infile=0"):
        with opened(f"{mariadb_url}{said}") as connection:
            may[said] = connection.driver.may_load

    assert may == {"": True, "?local_infile=1": True, "?local_infile=0": False}
