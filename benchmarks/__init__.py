"""How fast it is, as ratios: our jobs beside the engines' own bulk tools and a row-by-row session, in one run.

`python -m benchmarks [NAME…]` runs them and prints a table; nothing is kept. Times of different runs or machines do
not compare, ratios within one run do; below 1.3 they are a tie. `jobs` lists the loads and is where a job is added;
`limits` has what the engines can do, by pair, `engines` what is to be known of each kind of database, `data` the rows,
`harness` the measuring. Whole sessions are in `changes` (1,000 changed rows of the large table) and `sessions`
(AdventureWorks), with safe marks and with naive ones.
"""

from __future__ import annotations
