"""What the tests know about MySQL, a variant of MariaDB."""

from __future__ import annotations
