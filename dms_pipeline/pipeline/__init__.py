"""What the user declares: pipeline files, read strictly, judged as far as the file alone can tell. Pure.

`model` is the shape of the file (pydantic, unknown keys refused), `load` reads a text into it or raises *all* that is
wrong at once, `dump` writes the canonical text, `setup` turns what was declared into what the other layers speak of:
the reference's setup, one connection per entry of a fleet, one client per connection and parameter set. `supported`
lists what is declared rightly but not carried out by this version.

The way of a text: `tomllib` parses it, `positions` finds where each key and value stands (the parser does not say),
`shape` lets pydantic judge the types and translates its errors; `checks`, `naming`, `filters` and `fleets` judge what
no type can say. The latter run even where the shape is wrong in places: `shape` puts a placeholder there, and nothing
is reported about it twice. So a person sees every error of a file in one go.

Nothing is resolved here: `{ env }` and `{ file }` stay as written, relative paths too (`runtime.secrets`). Whether a
URL names a database we know is not asked either: that takes a provider.

Decided against: a TOML parser that keeps positions (tomlkit): it is many times slower than tomllib, and its items are
not plain values. Decided against: checks as pydantic validators: they would stop at the first wrong shape.
"""

from __future__ import annotations
