"""How connections are opened."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from dms_pipeline.providers.mariadb.connect import _connections
from tests.providers.doing import opened

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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
