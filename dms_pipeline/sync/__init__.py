"""One session between two peers, as an algorithm that does not know whether a peer is a database or an address.

Steps of a session (`session.synchronize`; spec: sync semantics, section 1; design decision 33):

1. Both sides show the scope as they have it stored; another setup, or none, ends the session here.
2. The client shows who it is and the marks of its last session. Where an apply gave the scope a column, its values
   are fetched into the rows that are there, before anything is sent: a row sent without them would erase them.
   Each side records what its triggers may not have seen (`recover`), so that it is sent, and judged, as a change.
3. The client selects its changes in a snapshot, streamed, and stores what that snapshot is before it sends anything;
   the server applies them in one transaction, and notes in it which snapshot that was.
4. The server notes the marks of this session in its copy of the client's row, and selects its changes in a snapshot,
   streamed; the client applies them in one transaction, and in that same transaction stores both marks. Those are
   saved last: a session that dies anywhere is repeated, harmlessly, and what has gone up does not go up again.

What the server has noted decides in step 2 from where they go on (`meeting`). A client whose mark is later than that,
or that is not known, met another database or a later state of this one. It forgets its marks and claims all its rows
as its own changes, in one transaction, and goes on as a new client. No row is lost; deletes of the time that the
server has forgotten may be undone. A client under whose id somebody else has sent rows takes a new id.

**A reinitialisation** (`directives`) replaces what the client holds by all rows of the server: of the tables that
download, since the others have nothing to replace them by. Its two types differ in step 3 alone: nothing is sent, or
the usual changes are, judged against the mark that the client has (judged against none, as in the reference, whatever
anybody else ever changed is a conflict: H18). In step 4 the client is shown to the server without its mark, so every
row comes, and the client's one transaction makes the set of its rows equal to the set that came. What loses by that and
was never sent is in the client's journal. A session that dies before that commit has changed no row of the client: the
next one, of whatever type, begins with everything still there. How the client's database does it, and why by a
difference of sets and not by emptying the tables, is `providers/replacing.py`.

Rows travel as `RowBatch`es (`changes`): a list of tuples in the canonical encoding, or a driver's own stream between
two databases of one kind whose columns have equal types. All upserts come parents first, then all deletes children
first, so a receiver never has to hold what it cannot write; tables that refer to each other come together.

A **bookmark** (`bookmark`) is what a side can be asked "what changed since?" with: a mark, which is a clock reading to
anybody else, and the state that is stored under it. The predicate that it means is the provider's, one for selection
and for conflicts: two different predicates would be two different promises. A mark is issued once, and its state is
stored before the client can show it; what a mark without a state means is `runtime.marks`.

**Conflicts** are judged by the receiver, for each row that somebody else changed since the bookmark that the sender
knew (`conflict`). The server judges uploads against the client's last server bookmark. The client judges downloads
against the bookmark of *this session's* own selection, not the last one's as the reference does: what was uploaded a
moment ago has been judged by the server already, and what was edited since is the only thing that nobody has seen.
Under "server wins" such an edit loses and is kept in the journal; the reference overwrites it and forgets it (H12).
Where a program has a handler of conflicts on the client (`handlers`), it is asked about the server's decisions as well.

**Rows that cannot be applied** do not stop the others: they are kept by the receiver and tried again at each session.
Where a database says so only when the transaction ends (deferred keys), the phase is repeated without the rows that
are to blame (`RowsRefused`), instead of keeping an undo log for every row of every session.

**Sessions of one client at the same time** do not wait for each other. Each looks at the client's row on both sides
when it begins, and again inside every transaction that it writes in: if another one has come in between, what this one
has selected may be older than what that one has sent, and it ends with `Transient`, to be repeated. Different clients
share no row.

Decided against: a lock for the whole of a session, which on SQLite would need a file of its own and would outlive a
process that was killed; a queue between reader and writer (a thread gains under 5 %, a process loses; benchmarks),
spooling direct sessions to files (both ends are here) but where a snapshot keeps applications from committing
(`Changes.detached`), one transaction over both databases (there is none), the reference's transaction modes PerBatch
and None (a row that stops a session would leave a side half done).
"""
