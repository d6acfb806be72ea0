"""What a session is to do besides moving changes, and who decides it, in the reference's words.

The caller asks for a `SyncType`; the server may order another (`SyncOperation`); a client whose marks the server has
cleaned up behind may choose one in the place of an error (`OutdatedAction`).
"""

from __future__ import annotations

from enum import StrEnum


class SyncType(StrEnum):
    """How a session brings a client up to date."""

    NORMAL = "normal"  # changes, both ways
    REINITIALIZE = "reinitialize"  # the server's rows replace the client's; nothing is sent
    REINITIALIZE_WITH_UPLOAD = "reinitialize-with-upload"  # changes are sent first, then the same

    @property
    def replaces(self) -> bool:
        """What the client holds is replaced by the server's rows."""
        return self is not SyncType.NORMAL


class SyncOperation(StrEnum):
    """What a server orders a client to do.

    None of them forgets a change. DROP_ALL_AND_SYNC sends what waits, takes everything of ours away from the client's
    database, and begins as a new client. DROP_ALL_AND_EXIT takes it away and ends there: all rows stay, and the next
    sync compares each of them. DEPROVISION_AND_SYNC puts the client's objects back as the server's scope has them.
    ABORT_SYNC ends the sync before anything is read.
    """

    NORMAL = "normal"
    REINITIALIZE = "reinitialize"
    REINITIALIZE_WITH_UPLOAD = "reinitialize-with-upload"
    DROP_ALL_AND_SYNC = "drop-all-and-sync"
    DROP_ALL_AND_EXIT = "drop-all-and-exit"
    DEPROVISION_AND_SYNC = "deprovision-and-sync"
    ABORT_SYNC = "abort-sync"


class OutdatedAction(StrEnum):
    """What becomes of a client that was last here before the server cleaned its records up."""

    REINITIALIZE = "reinitialize"
    REINITIALIZE_WITH_UPLOAD = "reinitialize-with-upload"
    ROLLBACK = "rollback"  # the sync fails, nothing is written
