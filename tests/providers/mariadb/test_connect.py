"""How connections are opened."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import DatabaseError, UsageError
from dms_pipeline.providers.mariadb.connect import _connections
from tests.providers.doing import opened

if TYPE_CHECKING:
    from pathlib import Path


def test_only_the_first_connection_reads_the_certificates_of_this_machine(
    mariadb_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(mariadb_url):
        pass
    monkeypatch.setattr(ssl, "create_default_context", None)

    with opened(mariadb_url) as connection, connection.another() as second:
        assert second.value("SELECT 1") == 1
        assert isinstance(second.driver, _connections())


def test_a_connection_with_settings_for_tls_has_a_context_of_its_own(tmp_path: Path) -> None:
    make = _connections()
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


def test_a_url_can_forbid_to_load(mariadb_url: str) -> None:
    may = {}
    for said in ("", "?local_infile=1", "?local_infile=0"):
        with opened(f"{mariadb_url}{said}") as connection:
            may[said] = connection.driver.may_load

    assert may == {"": True, "?local_infile=1": True, "?local_infile=0": False}
