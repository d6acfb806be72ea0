"""The proof that nothing is lost: one suite for every provider, written against traits, abilities and fixtures.

A provider takes it with one import line in `tests/providers/<name>/test_suite.py`; each test then runs with that
provider as server and every provider as client, so that all the folders together run all pairs.

- `shape`: the tables of the small world that histories are played in.
- `oracle`: what was committed where and what had been seen; it judges what databases and journals hold in the end.
- `world`: a server, clients, applications with open transactions, sessions that others interrupt and that break.
- `machine`: the rules by which Hypothesis makes histories.
- `gaps`: what is known not to be right yet, a script for each that fails until it is.
- `plain_apply`: an apply row by row, slow and obvious, that the providers' own must equal.

Whatever differs by database is an `Abilities` of its test folder, never a name here.
"""
