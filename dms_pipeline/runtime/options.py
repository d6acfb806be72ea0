"""What a caller of the library can choose, in the reference's words and with its defaults."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag

from dms_pipeline.runtime.connect import CONNECT_TIMEOUT_S
from dms_pipeline.schema.names import SCOPE_INFO_TABLE
from dms_pipeline.sync.conflict import ConflictPolicy, ErrorPolicy


@dataclass(frozen=True, kw_only=True, slots=True)
class SyncOptions:
    """How databases are synced; the same for both sides of an agent.

    Attributes:
        scope_info_table_name: the scope table's name; the table of clients is called the same with `_client`.
        conflict_resolution_policy: whose row is kept where both sides changed it.
        error_resolution_policy: what becomes of a row that cannot be applied: the sync fails, or goes on without it and
            keeps it in `dms_errors`; there it is tried again each time, or waits for a newer version of itself.
        connect_timeout_s: how long to wait for a connection, in seconds.
        lock_timeout_s: how long to wait for somebody else who provisions, in seconds.
    """

    scope_info_table_name: str = SCOPE_INFO_TABLE
    conflict_resolution_policy: ConflictPolicy = ConflictPolicy.SERVER_WINS
    error_resolution_policy: ErrorPolicy = ErrorPolicy.THROW
    connect_timeout_s: float = CONNECT_TIMEOUT_S
    lock_timeout_s: float = 10.0

    def __post_init__(self) -> None:
        """Refuse what only a handler can answer: as a policy it would count every row that fails as applied.

        Raises:
            ValueError: the error policy is `RESOLVED`.
        """
        if self.error_resolution_policy is ErrorPolicy.RESOLVED:
            raise ValueError("error_resolution_policy: RESOLVED is an answer of a handler, not a policy")


class SyncProvision(IntFlag):
    """Kinds of objects to provision or to take away; the numbers are the reference's.

    Few kinds of databases have stored procedures; elsewhere the flag is there because programs name it.
    """

    NOT_SET = 0
    TABLE = 1
    TRACKING_TABLE = 2
    STORED_PROCEDURES = 4
    TRIGGERS = 8
    SCOPE_INFO = 16
    SCOPE_INFO_CLIENT = 32


ON_SERVER = SyncProvision.TRACKING_TABLE | SyncProvision.STORED_PROCEDURES | SyncProvision.TRIGGERS
ON_CLIENT = SyncProvision.TABLE | ON_SERVER
SCOPE_TABLES = SyncProvision.SCOPE_INFO | SyncProvision.SCOPE_INFO_CLIENT
