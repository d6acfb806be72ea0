"""How connections are opened."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import UsageError
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
