"""A process of its own that applies a plan and dies at the k-th statement, as kill -9 would make it."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from dms_pipeline.providers.connection import Connection
from dms_pipeline.runtime.executor import execute
from tests.runtime.worlds import RealWorld


def main(server_url: str, client_url: str, stop_at: int) -> None:
    """Apply, and die before statement number `stop_at`, counted over both databases."""
    world = RealWorld.connect(server_url, client_url)
    plan = world.plan()
    count = 0

    def counted(method: Any) -> Any:
        def call(self: Connection, sql: str, *rest: Any) -> Any:
            nonlocal count
            count += 1
            if count == stop_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return method(self, sql, *rest)

        return call

    Connection.run = counted(Connection.run)  # type: ignore[method-assign]
    Connection.execute = counted(Connection.execute)  # type: ignore[method-assign]
    execute(plan, world.databases)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
