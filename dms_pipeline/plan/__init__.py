"""From what is observed and what is declared to a list of operations with reasons. Pure.

Data flow: `DatabaseState` (observed, one per connection, made by a provider's `inspect`) and the pipeline give, through
each provider's `Target`, the *desired* `DatabaseState`; `diff` compares the two; `planner` orders the differences into
steps, each an operation with a reason; `Plan` holds them with their fingerprints, so that it can be saved, shown and
refused when stale. Operations are a closed union (`operations`), read by five exhaustive readers: `describe` (text),
JSON (`document`), `hazard`, `simulate` (state and operation to state) and a provider's `lower` (SQL).

Dry run is not a mode: it is a plan that was not applied.
"""
