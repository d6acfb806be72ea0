"""From what is observed and what is declared to a list of operations with reasons. Pure.

Data flow: `DatabaseState` (observed, one per connection, made by a provider's `inspect`) and the scopes of the pipeline
(`scope`) give, through each provider's `Target`, the *desired* `DatabaseState` (`desired`, `client_tables`); `diff`
compares the two and orders the differences; `planner` makes them steps, each an operation with a reason (`reasons`) and
a price (`hazard`), and says what a sync has to load afterwards (`loads`);
`Plan` holds them with the objects that were read, before and after (`objects`), so that it can be saved (`document`),
shown (`describe`) and refused when stale. Operations are a closed union (`operations`), read by exhaustive readers:
`wording` (text), JSON (`document`), `hazard`, `simulate` (state and operation to state), `resume` (is it done?) and a
provider's `lower` (SQL). Dry run is not a mode: it is a plan that was not applied.

Decided here:

- Desired is derived from observed: whatever is not ours is equal in both, so it can never become a step.
- A stored scope that says what the file says is kept as it is, text and all, whoever wrote it; the revision counts only
  changes of what it says.
- An existing client table is never altered but for columns that it lacks. Foreign keys and unique constraints come with
  the tables that a plan creates; a table that was there keeps its own.
- A table that joins a scope whose clients have synced has its present rows recorded as changes on the server: an
  incremental sync sees nothing else. Values of a new column cannot be had so without taking every row for a change:
  what a client lacks is written beside its scope (`Load`, in `dms_owner`), and its next sync fetches that before it
  sends anything, since a row sent without it would say that the values are NULL.
- Drift is what a scope of ours should have and has not. A trigger is compared by its text without white space. Writes
  that were missed while a trigger was away are not guessed: `verify` finds them.
- Both kinds of triggers satisfy a file that asks for none: a table keeps those that it has, a new one gets those of its
  database, a new database extended ones (`triggers`). What somebody has put in the place of ours is made anew, of the
  kind of those that are left.
- Permission is per operation and table (`hazard`). Removing a tracking table asks for it only where a client would lose
  changes; removing a scope that the file no longer has always does.
- While a client that may be offline is away, its scopes grow but do not shrink.
"""
