"""What MySQL can do in a test: what MariaDB can."""

from __future__ import annotations

from tests.providers.mariadb.abilities import ABILITIES

__all__ = ["ABILITIES"]
