"""What a database looks like, and what is to be synced of it. Pure: values in, values out.

Two vocabularies meet here and are kept apart, because their authorities differ:

- `model`: the reference's documents, `SyncSetup` (what is to be synced) and `SyncSet` (the structure of those tables
  as the server has it). `document` reads and writes their JSON, to the byte. Nothing may be added to them.
- `database`: tables as a catalogue shows them, with native types, foreign keys with actions, unique constraints,
  identity, generated columns, triggers. The reference's documents have no place for half of it.

`types` is the bridge: a `LogicalType` is what a value *is*, whatever either side calls it. A provider turns native
types into logical ones and back; the documents carry it in their own codes. `names` says what our objects are called,
`order` in which order tables are written, `traits` what a database can do, `ddl` parses and renders with sqlglot (and
is imported only by planning), `own` is the structure of our `dms_` tables.

Decided against: one `Table` class for both. The document's column has 22 members that are codes of .NET; a plan that
compares those compares noise.
"""
