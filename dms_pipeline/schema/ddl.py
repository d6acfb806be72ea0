"""Parsing and rendering of DDL: the one module that uses sqlglot, and that planning alone imports.

sqlglot is the parser: of defaults, checks and generated expressions, which are compared as normalised trees, and (its
tokenizer) of the texts that SQLite keeps of its tables. What it cannot parse is compared as it stands. Tables are
rendered from trees in which native types, defaults and expressions are verbatim nodes, because sqlglot's own
translation of types is not valid DDL (`VARCHAR(MAX)` for PostgreSQL, `REAL` for a decimal on SQLite).

Why the tokenizer and not the parser for stored tables: the tables that the reference makes on SQLite have foreign keys
without commas between them, which SQLite accepts and no grammar describes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import sqlglot
from sqlglot import Token, TokenType, exp
from sqlglot.errors import SqlglotError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dms_pipeline.schema.database import Column, ForeignKey, Table
    from dms_pipeline.schema.model import TableName
    from dms_pipeline.schema.traits import Traits

_NOW = frozenset({"transaction_timestamp", "current_timestamp", "now"})


@lru_cache(maxsize=4096)
def normalise(expression: str, dialect: str) -> str:
    """The canonical text of a default, a check or a generated expression: what means the same is the same text.

    White space, case of keywords, outer parentheses, `now()` for `CURRENT_TIMESTAMP` and the cast that a catalogue puts
    around a literal are no difference. What cannot be parsed comes back as it stands.
    """
    try:
        tree = sqlglot.parse_one(expression, dialect=dialect)
    except SqlglotError:
        return expression.strip()
    if isinstance(tree, exp.Command):
        return expression.strip()
    tree = _without_needless_parentheses(tree.transform(_canonical_node))
    return tree.sql(dialect=dialect, comments=False)


def _canonical_node(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.Literal | exp.Neg | exp.Null):
        return _unquoted_number(node)
    if isinstance(node, exp.Anonymous):
        name = str(node.this).lower()
        if name in _NOW and not node.expressions:
            return exp.CurrentTimestamp()
        if name == "datetime" and [argument.sql() for argument in node.expressions] == ["'now'"]:
            return exp.CurrentTimestamp()
    if isinstance(node, exp.CurrentTimestamp) and node.this is None:
        return exp.CurrentTimestamp()
    if isinstance(node, exp.Identifier) and not node.args.get("quoted"):
        return exp.to_identifier(node.name.lower(), quoted=True)
    return node


# What binds tighter than anything around it, or as tight as a name does.
_ATOMS = (exp.Paren, exp.Column, exp.Literal, exp.Anonymous, exp.Cast, exp.Null, exp.Boolean)
_COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Is, exp.Like)


def _without_needless_parentheses(tree: exp.Expr) -> exp.Expr:
    """A catalogue sets parentheses around each comparison, and around names that it casts."""
    tree = exp.Paren(this=tree)
    for paren in list(tree.find_all(exp.Paren)):
        inner, parent = paren.this, paren.parent
        in_connector = isinstance(parent, exp.And | exp.Or) and isinstance(inner, _COMPARISONS)
        in_and = isinstance(parent, exp.And) and isinstance(inner, exp.And)
        if parent is not None and (
            isinstance(inner, _ATOMS) or isinstance(parent, exp.Paren) or in_connector or in_and
        ):
            paren.replace(inner)
    while isinstance(tree, exp.Paren):
        tree = tree.this
    return tree


def _unquoted_number(cast: exp.Cast) -> exp.Expr:
    literal: exp.Expr = cast.this
    if isinstance(literal, exp.Literal) and literal.is_string and cast.to.is_type(*exp.DataType.NUMERIC_TYPES):
        number = str(literal.this).strip()
        if number.startswith("-"):
            return exp.Neg(this=exp.Literal.number(number[1:]))
        return exp.Literal.number(number)
    return literal


def identifier(name: str) -> exp.Identifier:
    """A quoted identifier."""
    return exp.to_identifier(name, quoted=True)


def table_node(name: TableName, traits: Traits) -> exp.Table:
    """A table's name in DDL: always qualified where there are namespaces, never where there are not."""
    namespace = (name.schema or traits.default_schema) if traits.default_schema is not None else None
    return exp.Table(this=identifier(name.name), db=identifier(namespace) if namespace else None)


def create_table(table: Table, traits: Traits) -> str:
    """The CREATE TABLE statement: columns and primary key; foreign keys and indexes too where they come inline."""
    elements: list[exp.Expr] = [_column_node(column, traits) for column in table.columns]
    if table.primary_key:
        key = exp.PrimaryKey(expressions=[identifier(name) for name in table.primary_key])
        named = table.primary_key_name is not None
        elements.append(
            exp.Constraint(this=identifier(table.primary_key_name or ""), expressions=[key]) if named else key
        )
    if traits.inline_foreign_keys:
        elements += [_verbatim(foreign_key(key, traits)) for key in table.foreign_keys]
    if traits.inline_indexes:
        elements += [
            _verbatim(f"INDEX {traits.style.name(one.name)} ({traits.style.names(one.columns)})")
            for one in table.indexes
        ]
    schema = exp.Schema(this=table_node(table.name, traits), expressions=elements)
    return exp.Create(this=schema, kind="TABLE").sql(dialect=traits.sqlglot_dialect, pretty=True)


def column(definition: Column, traits: Traits) -> str:
    """A column as ADD COLUMN takes it."""
    return _column_node(definition, traits).sql(dialect=traits.sqlglot_dialect)


def foreign_key(key: ForeignKey, traits: Traits) -> str:
    """A foreign key as a table constraint, with its actions; NO ACTION is the default and not written."""
    options = [
        f"{event} {action}"
        for event, action in (("ON DELETE", key.on_delete), ("ON UPDATE", key.on_update))
        if action != "NO ACTION"
    ]
    if key.deferrable:
        options.append(f"DEFERRABLE INITIALLY {'DEFERRED' if key.initially_deferred else 'IMMEDIATE'}")
    parent = exp.Schema(
        this=table_node(key.parent, traits), expressions=[identifier(name) for name in key.parent_columns]
    )
    node: exp.Expr = exp.ForeignKey(
        expressions=[identifier(name) for name in key.columns],
        reference=exp.Reference(this=parent if key.parent_columns else table_node(key.parent, traits), options=options),
    )
    if key.name is not None:
        node = exp.Constraint(this=identifier(key.name), expressions=[node])
    return node.sql(dialect=traits.sqlglot_dialect)


def _verbatim(text: str) -> exp.Var:
    return exp.Var(this=text)


def _column_node(column: Column, traits: Traits) -> exp.ColumnDef:
    parts = []
    if column.collation is not None:
        plain = column.collation.isidentifier()
        parts.append(f"COLLATE {column.collation if plain else identifier(column.collation).sql()}")
    if column.generated is not None:
        parts.append(f"GENERATED ALWAYS AS ({column.generated}) {column.storage or traits.generated_columns}")
    elif column.default is not None:
        parts.append(f"DEFAULT {column.default}")
    identity = _identity(column)
    if identity:
        parts.append(identity)
    if not column.nullable:
        parts.append("NOT NULL")
    elif traits.explicit_null and column.generated is None:
        parts.append("NULL")
    return exp.ColumnDef(
        this=identifier(column.name),
        kind=_verbatim(column.native_type) if column.native_type else None,
        constraints=[exp.ColumnConstraint(kind=_verbatim(part)) for part in parts],
    )


def _identity(column: Column) -> str | None:
    if column.identity == "auto-increment":
        return "AUTO_INCREMENT"
    if column.identity is None or column.identity not in {"by-default", "always"}:
        return None
    counting = []
    if column.seed != 1:
        counting.append(f"START WITH {column.seed}")
    if column.step != 1:
        counting.append(f"INCREMENT BY {column.step}")
    how = "ALWAYS" if column.identity == "always" else "BY DEFAULT"
    return f"GENERATED {how} AS IDENTITY" + (f" ({' '.join(counting)})" if counting else "")


@dataclass(slots=True)
class StoredForeignKey:
    """What a stored text says of a foreign key beyond what SQLite's pragmas tell."""

    name: str | None = None
    deferrable: bool = False
    initially_deferred: bool = False


@dataclass(slots=True)
class StoredTable:
    """What only the text of a table tells on SQLite.

    Attributes:
        collations: of columns that declare one, by column name, as written.
        generated: expressions of generated columns, by column name.
        primary_key_name: None where the key has no name.
        foreign_keys: in the order of the text.
        checks: (name, expression) in the order of the text.
        without_rowid: the table is WITHOUT ROWID.
    """

    collations: dict[str, str] = field(default_factory=dict)
    generated: dict[str, str] = field(default_factory=dict)
    primary_key_name: str | None = None
    foreign_keys: list[StoredForeignKey] = field(default_factory=list)
    checks: list[tuple[str | None, str]] = field(default_factory=list)
    without_rowid: bool = False


@lru_cache(maxsize=4096)
def stored_table(text: str, dialect: str) -> StoredTable:
    """What the CREATE TABLE text that a database kept says beyond its catalogue; empty where it is not readable.

    Remembered, because the clients of a fleet have the same tables: what is given must not be changed.
    """
    try:
        tokens = sqlglot.tokenize(text, dialect=dialect)
    except SqlglotError:
        return StoredTable()
    result = StoredTable()
    start = next((place for place, token in enumerate(tokens) if token.token_type is TokenType.L_PAREN), None)
    if start is None:
        return result
    body, rest = _inside(tokens, start)
    result.without_rowid = [token.text.upper() for token in rest[:2]] == ["WITHOUT", "ROWID"]
    for element in _split(body):
        _read_element(text, element, result)
    return result


_TABLE_CONSTRAINTS = frozenset({TokenType.CONSTRAINT, TokenType.PRIMARY_KEY, TokenType.UNIQUE, TokenType.FOREIGN_KEY})


# A name before one of these is its own; a foreign key's stands until REFERENCES.
_NAMED = frozenset({"COLLATE", "PRIMARY KEY", "UNIQUE", "CHECK", "NOT", "NULL", "DEFAULT", "REFERENCES"})


def _read_element(  # noqa: C901 - one case for each clause of the grammar
    text: str, tokens: Sequence[Token], result: StoredTable
) -> None:
    """One column or table constraint; several constraints may stand in it without commas."""
    first = tokens[0]
    is_constraint = first.token_type in _TABLE_CONSTRAINTS or (
        first.token_type is not TokenType.IDENTIFIER and first.text.upper() == "CHECK"
    )
    column = None if is_constraint else first.text
    name: str | None = None
    place = 0 if is_constraint else 1
    while place < len(tokens):
        token = tokens[place]
        word = "" if token.token_type in {TokenType.IDENTIFIER, TokenType.STRING} else token.text.upper()
        match word:
            case "CONSTRAINT":
                name = tokens[place + 1].text if place + 1 < len(tokens) else None
                place += 2
                continue
            case "COLLATE" if column is not None:
                result.collations[column] = tokens[place + 1].text
                place += 1
            case "PRIMARY KEY" | "PRIMARY":
                result.primary_key_name = name
            case "REFERENCES":
                result.foreign_keys.append(StoredForeignKey(name=name))
            case "DEFERRABLE" if result.foreign_keys:
                result.foreign_keys[-1].deferrable = tokens[place - 1].text.upper() != "NOT"
            case "DEFERRED" if result.foreign_keys:
                result.foreign_keys[-1].initially_deferred = result.foreign_keys[-1].deferrable
            case "CHECK":
                result.checks.append((name, _parenthesised(text, tokens, place + 1)))
            case "AS" if column is not None:
                result.generated[column] = _parenthesised(text, tokens, place + 1)
            case "(":
                place = _closing(tokens, place)
        if word in _NAMED:
            name = None
        place += 1


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for place in range(opening, len(tokens)):
        if tokens[place].token_type is TokenType.L_PAREN:
            depth += 1
        elif tokens[place].token_type is TokenType.R_PAREN:
            depth -= 1
            if depth == 0:
                return place
    return len(tokens)


def _inside(tokens: Sequence[Token], opening: int) -> tuple[Sequence[Token], Sequence[Token]]:
    closing = _closing(tokens, opening)
    return tokens[opening + 1 : closing], tokens[closing + 1 :]


def _parenthesised(text: str, tokens: Sequence[Token], opening: int) -> str:
    if opening >= len(tokens) or tokens[opening].token_type is not TokenType.L_PAREN:
        return ""
    closing = _closing(tokens, opening)
    end = tokens[closing].start if closing < len(tokens) else tokens[-1].end + 1
    return text[tokens[opening].end + 1 : end].strip()


def _split(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    depth = 0
    element: list[Token] = []
    for token in tokens:
        if token.token_type is TokenType.L_PAREN:
            depth += 1
        elif token.token_type is TokenType.R_PAREN:
            depth -= 1
        if token.token_type is TokenType.COMMA and depth == 0:
            if element:
                yield element
            element = []
        else:
            element.append(token)
    if element:
        yield element


def same_tokens(one: str, other: str, dialect: str) -> bool:
    """Two texts differ in white space, comments, quotes around names, case of words and a last semicolon at most."""
    if one == other:
        return True
    # Asked for each trigger of a database and each text that it may have: most are told apart without a tokenizer.
    has_comment = any(mark in text for mark in ("--", "/*") for text in (one, other))
    if not has_comment and _bare(one) != _bare(other):
        return False
    return _tokens(one, dialect) == _tokens(other, dialect)


_NOISE = re.compile(r"""[\s"'`\[\];]+""")


def _bare(text: str) -> str:
    """A text without white space, quotes and case."""
    return _NOISE.sub("", text).lower()


def _tokens(text: str, dialect: str) -> list[tuple[bool, str]] | str:
    try:
        tokens = sqlglot.tokenize(text, dialect=dialect)
    except SqlglotError:
        return text
    result = [
        (token.token_type is TokenType.STRING, token.text)
        if token.token_type in {TokenType.STRING, TokenType.IDENTIFIER}
        else (False, token.text.lower())
        for token in tokens
    ]
    return result[:-1] if result and result[-1] == (False, ";") else result
