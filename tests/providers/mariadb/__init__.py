"""What the tests know about MariaDB."""

from __future__ import annotations
