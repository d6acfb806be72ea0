"""What Dotmim.Sync 1.3 did in recorded sessions and databases, done again by us and compared.

`recorded` reads a case, `expected` what it saw as facts, `observed` the same facts from real databases, `replay` runs
the steps, `designed` holds where we differ on purpose, `supported` what is not replayed yet. A fact is a path and a
text; two states are equal when their facts are. `recorded_formats` reads what was provisioned, `formats` provisions it
again. `python -m tests.recordings` replays everything and says how it went.
"""
