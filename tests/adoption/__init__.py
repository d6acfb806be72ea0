"""Databases as Dotmim.Sync 1.3 left them: imported, adopted, synced on, by the same commands as any other.

`restored` and `filling` bring a recorded pair back to life, `cases` says which ones are left out and why, `adopting`
does the work. `python -m tests.adoption` takes every recorded state and says how it went.
"""
