"""A process of its own that syncs and dies at the k-th statement, as kill -9 would make it."""

from __future__ import annotations

import os
import signal
import sys
import time

from dms_pipeline.events import silent
from dms_pipeline.runtime.connect import Database
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.session import synchronize
from tests.provisioning import SCOPE
from tests.suite.tapping import Tap, tapped


def main(server_url: str, client_url: str, stop_at: int) -> None:
    """Sync, and die before statement number `stop_at`, counted over both databases."""
    tap = Tap(act_at=stop_at, act=lambda: os.kill(os.getpid(), signal.SIGKILL))
    with (
        Database("server", server_url).connection() as server,
        Database("client", client_url).connection() as client,
        tapped(tap, server, client),
    ):
        synchronize(
            LocalDatabasePeer(client),
            RemoteDatabasePeer(server),
            SCOPE,
            parameter_hash=parameter_hash({}),
            clock=time.perf_counter,
            report=silent,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
