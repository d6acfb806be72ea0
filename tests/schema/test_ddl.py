"""Expressions and stored table texts, as sqlglot reads them."""

from __future__ import annotations

import pytest

from dms_pipeline.schema.ddl import normalise, same_tokens, stored_table

SAME = [
    ("postgres", "now()", "CURRENT_TIMESTAMP"),
    ("postgres", "now()", "transaction_timestamp()"),
    ("postgres", "'n/a'::character varying", "'n/a'"),
    ("postgres", "'-1'::integer", "-1"),
    ("postgres", "'1.50'::numeric", "1.50"),
    ("postgres", "(1 + 2)", "1+2"),
    ("postgres", "((a > 0) AND (b <> ''::text))", "a>0 and b <> ''"),
    ("postgres", "upper('x'::text)", "UPPER( 'x' )"),
    ("sqlite", "datetime('now')", "CURRENT_TIMESTAMP"),
    ("sqlite", "( 1 )", "1"),
]
DIFFERENT = [
    ("postgres", "'a'", "'A'"),
    ("postgres", "'1'", "1"),
    ("postgres", "a - (b - c)", "a - b - c"),
    ("postgres", "(a OR b) AND c", "a OR (b AND c)"),
    ("sqlite", "'now'", "CURRENT_TIMESTAMP"),
]


@pytest.mark.parametrize(("dialect", "one", "other"), SAME)
def test_expressions_that_mean_the_same_have_one_text(dialect: str, one: str, other: str) -> None:
    assert normalise(one, dialect) == normalise(other, dialect)


@pytest.mark.parametrize(("dialect", "one", "other"), DIFFERENT)
def test_expressions_that_differ_keep_different_texts(dialect: str, one: str, other: str) -> None:
    assert normalise(one, dialect) != normalise(other, dialect)


@pytest.mark.parametrize("text", ["interval 'x y", "((", "'", "a b c d ("])
def test_what_cannot_be_parsed_is_kept_as_it_stands(text: str) -> None:
    assert normalise(text, "postgres") == text


@pytest.mark.parametrize(("dialect", "one", "other"), SAME)
def test_normalising_twice_changes_nothing(dialect: str, one: str, other: str) -> None:
    del other
    assert normalise(normalise(one, dialect), dialect) == normalise(one, dialect)


def test_foreign_keys_without_commas_are_read() -> None:
    """The reference writes none between them, and SQLite takes it."""
    said = stored_table(
        "CREATE TABLE [c] (\n\t[a] text  NOT NULL COLLATE NOCASE\n\t,[b] integer  NULL \n\t,PRIMARY KEY ([a])\n"
        "\tFOREIGN KEY ( [b]) REFERENCES [p]( [b] )\n\n\tFOREIGN KEY ( [a]) REFERENCES [q]( [a] )\n)",
        "sqlite",
    )

    assert said.collations == {"a": "NOCASE"}
    assert len(said.foreign_keys) == 2


def test_clauses_of_columns_and_constraints_are_told_apart() -> None:
    said = stored_table(
        'CREATE TABLE t ("check" int CHECK ("check" > 0), b text COLLATE "RTRIM" DEFAULT (\'COLLATE x\'),'
        " c int GENERATED ALWAYS AS (b * (2 + 1)) STORED, d AS (c),"
        " e int CONSTRAINT parent REFERENCES p(x) DEFERRABLE INITIALLY DEFERRED,"
        " CONSTRAINT pk PRIMARY KEY (b), CONSTRAINT ck CHECK (c <> 1),"
        " CONSTRAINT q FOREIGN KEY (c) REFERENCES p NOT DEFERRABLE) WITHOUT ROWID",
        "sqlite",
    )

    assert said.collations == {"b": "RTRIM"}
    assert said.generated == {"c": "b * (2 + 1)", "d": "c"}
    assert said.checks == [(None, '"check" > 0'), ("ck", "c <> 1")]
    assert [(key.name, key.deferrable, key.initially_deferred) for key in said.foreign_keys] == [
        ("parent", True, True),
        ("q", False, False),
    ]
    assert said.primary_key_name == "pk"
    assert said.without_rowid


@pytest.mark.parametrize("text", ["", "CREATE TABLE t", "CREATE TABLE t (a 'unclosed", "CREATE TABLE t AS SELECT 1"])
def test_a_text_that_is_not_readable_says_nothing(text: str) -> None:
    assert stored_table(text, "sqlite").collations == {}


def test_texts_that_differ_in_form_alone_have_the_same_tokens() -> None:
    assert same_tokens("UPDATE [t] SET a = 'X' -- why\n;", "update \"t\"  set A='X'", "sqlite")
    assert not same_tokens("UPDATE t SET a = 'X'", "UPDATE t SET a = 'x'", "sqlite")
    assert not same_tokens("UPDATE t SET a = 'X'", 'UPDATE t SET a = "X"', "sqlite")
