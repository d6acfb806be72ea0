"""How a client and its server find out where they stand, before anything moves.

The client shows the marks of its last session, the server its copy of the client's row: what it noted in the last
session of that id, whether that came to its end on the client or not.

* The copy says what the client says: they go on from there.
* The server has noted less than the client's mark of it, or nothing: it is another database, or an earlier state of the
  one that the client met. The client begins anew.
* The server has noted a later mark of the client: the upload under that mark is committed there, and the session was
  lost before its end. The client has stored what that mark stands for before it sent anything, so it goes on from there
  (`runtime.marks`, 5 and 6): nothing is sent twice, and what was done to a row since is no conflict.
* The server has noted a mark that this client does not know, and has rows that were sent under its id since: they came
  from another database under the same id, or from this one before it was restored (`runtime.marks`, 8). The client
  takes a new id and goes on from its marks under that. Whoever else goes on under the old id is another client now,
  and each gets what the other sends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dms_pipeline.sync.result import Anew

if TYPE_CHECKING:
    from dms_pipeline.schema.model import ScopeInfoClient
    from dms_pipeline.sync.peers import Groups, LocalPeer, RemotePeer


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """What came out: the client as it goes on, why it had to begin anew, if it had to, and if it has a new id."""

    client: ScopeInfoClient
    anew: Anew | None = None
    parted: bool = False


def meet(local: LocalPeer, remote: RemotePeer, client: ScopeInfoClient, groups: Groups) -> Meeting:
    """Compare what both sides have stored, and have the client go on from where it stands."""
    noted = remote.noted(client)
    mark = None if noted is None else noted.last_sync_timestamp
    anew = _anew(client, noted)
    if anew is not None:
        return Meeting(client=local.begin_anew(client, groups, mark), anew=anew)
    if mark is None or _resume(local, remote, client, mark) or local.knows(client, mark):
        return Meeting(client=client)
    if not remote.has_more_of(client, groups):
        return Meeting(client=client)
    apart = remote.set_apart(client)
    local.part(client, apart.id)
    return Meeting(client=apart, parted=True)


def goes_on(local: LocalPeer, remote: RemotePeer, client: ScopeInfoClient) -> bool:
    """The same without writing anything: False where the client has to begin anew."""
    noted = remote.noted(client)
    if _anew(client, noted) is not None:
        return False
    if noted is not None and noted.last_sync_timestamp is not None:
        _resume(local, remote, client, noted.last_sync_timestamp)
    return True


def _anew(client: ScopeInfoClient, noted: ScopeInfoClient | None) -> Anew | None:
    """Why a client cannot go on from its marks: they are of another server, or of a later state of this one."""
    if client.is_new or client.follows(None if noted is None else noted.last_server_sync_timestamp):
        return None
    return Anew.UNKNOWN if noted is None else Anew.OLDER


def _resume(local: LocalPeer, remote: RemotePeer, client: ScopeInfoClient, mark: int) -> bool:
    """Have both go on from what the server has noted: from the marks, or from a session that was lost."""
    if mark == client.last_sync_timestamp:
        return True
    resumes = local.has_noted(client, mark) and remote.resume(client)
    if resumes:
        local.resume(client, mark)
    return resumes
