"""What is wrong with a file: found before a database is opened, all at once, with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dms_pipeline.errors import InvalidPipeline, Problem
from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.report import report
from tests.pipeline.example import EXAMPLE

REPOSITORY = Path(__file__).resolve().parent.parent.parent

HEAD = """\
version = 1
name = "retail"

[connections.hq]
url = { env = "HQ" }

[connections.shop-1]
url = "sqlite:///shop-1.db"

[connections.shop-2]
url = "sqlite:///shop-2.db"

"""
SCOPE = """\
[scopes.products]
server = "hq"
clients = ["shop-1"]
"""
TABLES = 'tables = ["Product"]\n'


def problems(text: str) -> tuple[Problem, ...]:
    """All that is wrong with a text."""
    with pytest.raises(InvalidPipeline) as raised:
        load(text, "retail.toml")
    return raised.value.problems


def only(text: str) -> Problem:
    """The one thing that is wrong with a text."""
    found = problems(text)
    assert len(found) == 1, [problem.message for problem in found]
    return found[0]


def test_the_example_with_every_part_is_right() -> None:
    assert list(load(EXAMPLE).connections) == ["hq", "shop-1", "shops", "edge"]


def test_the_pipelines_that_are_shown_are_right() -> None:
    shown = sorted((REPOSITORY / "pipelines").rglob("*.toml"))

    assert shown
    for path in shown:
        load(path.read_text(encoding="utf-8"), path.name)


def test_two_errors_are_shown_at_once_as_a_person_reads_them() -> None:
    text = (
        HEAD
        + 'scopes.products.server = "hq"\n'.replace("scopes.products.", "[scopes.products]\n")
        + ('clients = ["shop-1", "shop-3"]\ntable = ["Product"]\n')
    )

    with pytest.raises(InvalidPipeline) as raised:
        load(text, "retail.toml")

    assert report(raised.value) == (
        'error[unknown-connection]: scopes.products.clients[1] is "shop-3"; connections are hq, shop-1, shop-2 '
        "(retail.toml:15:22)\n"
        'error[unknown-key]: scopes.products has no key "table"\n'
        "  --> retail.toml:16:1\n"
        '16 | table = ["Product"]\n'
        '   | ^^^^^ did you mean "tables"?\n'
        "2 errors in retail.toml; no database was opened"
    )


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("version = 1\nname = \n", 2, 8),
        ("version = 1\nversion = 2\n", 2, 12),
        ('name = "x', 1, 10),
        ("a = [1, 2", 1, 10),
        ("a = " + "[" * 100_000, 1, 1),
        ("a = " + "9" * 10_000, 1, 1),
    ],
)
def test_what_is_no_toml_has_a_place(text: str, line: int, column: int) -> None:
    problem = only(text)

    assert (problem.code, problem.line, problem.column) == ("bad-toml", line, column)


SHAPES = [
    ("", "missing-key", ["version", "name", "connections"]),
    (HEAD.replace("version = 1", "version = 2"), "wrong-value", ["version must be 1"]),
    (HEAD.replace('name = "retail"', "name = 7"), "wrong-type", ["name must be a text, not a number"]),
    (HEAD + SCOPE, "missing-key", ['scopes.products needs the key "tables"']),
    (
        HEAD + SCOPE + "tables = [1]",
        "wrong-type",
        ["scopes.products.tables[0] must be a name or a table, not a number"],
    ),
    (HEAD + SCOPE + 'tables = "Product"', "wrong-type", ["scopes.products.tables must be a list, not a text"]),
    (HEAD + SCOPE + TABLES + "compat = 1.0", "wrong-type", ["scopes.products.compat must be an integer, not a number"]),
    (HEAD + SCOPE + TABLES + "compat = true", "wrong-type", ["scopes.products.compat must be an integer, not true or"]),
    (HEAD + SCOPE + TABLES + "compat = -1", "out-of-range", ["scopes.products.compat is -1; the least is 0"]),
    (HEAD + SCOPE + TABLES + 'retention = "30"', "wrong-value", ['scopes.products.retention is "30"; a number and']),
    (
        HEAD + SCOPE + 'tables = [{ name = "P", direction = "down" }]',
        "unknown-value",
        ['scopes.products.tables[0].direction is "down"; it can be "bidirectional", "download-only"'],
    ),
    (
        HEAD + SCOPE + 'tables = [{ schema_name = "x", name = "P" }]',
        "unknown-key",
        ['scopes.products.tables[0] has no key "schema_name"'],
    ),
    (HEAD + "[policy]\nallow = [1]", "wrong-type", ["policy.allow[0] must be a text, not a number"]),
    (HEAD + "[connections.x]\nurl = 5", "wrong-type", ['connections.x.url must be a text, { env = "NAME" } or']),
    (HEAD + "[connections.x]\nurl = {}", "missing-key", ['connections.x.url needs the key "env"']),
]


@pytest.mark.parametrize(("text", "code", "messages"), SHAPES)
def test_a_wrong_shape_says_what_would_be_right(text: str, code: str, messages: list[str]) -> None:
    found = problems(text)

    assert [problem.code for problem in found] == [code] * len(messages)
    for problem, message in zip(found, messages, strict=True):
        assert message in problem.message


def test_a_mistyped_key_is_one_error_not_two() -> None:
    """The key that it stands for is missing too, but that follows."""
    problem = only(HEAD + SCOPE + 'tabels = ["Product"]\n')

    assert (problem.code, problem.hint, problem.line) == ("unknown-key", 'did you mean "tables"?', 16)


def test_a_key_of_the_reference_that_has_another_place_here_says_where() -> None:
    problem = only(HEAD + SCOPE + TABLES + '[scopes.products.options]\nscope_info_table_name = "x"\n')

    assert problem.hint == "it is scope_info_table, a key of a connection: it holds for a database"


def test_one_wrong_part_does_not_hide_another() -> None:
    text = HEAD + SCOPE + 'tables = ["a.b", 7, "X", "X"]\nretention = 5\n[policy]\nallow = ["x"]\nalow = []\n'

    assert [problem.code for problem in problems(text)] == [
        "unsupported-name",
        "wrong-type",
        "duplicate-table",
        "wrong-type",
        "bad-permission",
        "unknown-key",
    ]


def test_what_follows_from_a_wrong_part_is_not_reported() -> None:
    """A filter on a table whose entry cannot be read is not a second error."""
    text = (
        HEAD
        + SCOPE
        + ('tables = [{ nam = "Product" }]\n[[scopes.products.filters]]\ntable = "Product"\ncustom_where = ["1 = 1"]\n')
    )

    assert only(text).code == "unknown-key"


MEANINGS = [
    (SCOPE.replace("hq", "hp") + TABLES, "unknown-connection", "scopes.products.server", None),
    (SCOPE.replace("shop-1", "hq") + TABLES, "client-is-server", "scopes.products.clients[0]", None),
    (SCOPE + "tables = []", "no-tables", "scopes.products.tables", None),
    (SCOPE + 'tables = ["A", "B", "A"]', "duplicate-table", "scopes.products.tables[2]", None),
    (SCOPE + 'tables = ["A", { schema = "", name = "A" }]', "duplicate-table", "scopes.products.tables[1]", None),
    (SCOPE + 'tables = ["Order", "order"]', "name-collision", "scopes.products.tables[1]", None),
    (SCOPE + 'tables = ["a b", "a_b"]', "name-collision", "scopes.products.tables[1]", None),
    (SCOPE + 'tables = ["é", "e"]', "name-collision", "scopes.products.tables[1]", None),
    (SCOPE + 'tables = ["X_tracking", "X"]', "name-collision", "scopes.products.tables[0]", None),
    (SCOPE + 'tables = ["scope_info"]', "name-collision", "scopes.products.tables[0]", None),
    (SCOPE + 'tables = ["dms_runs"]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["dbo.X"]', "unsupported-name", "scopes.products.tables[0].name", "{ schema ="),
    (SCOPE + "tables = ['a\"b']", "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["a]b"]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["a`b"]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["a\\tb"]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["a "]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = [""]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = ["한글"]', "unsupported-name", "scopes.products.tables[0].name", None),
    (SCOPE + 'tables = [{ schema = "a.b", name = "X" }]', "unsupported-name", "scopes.products.tables[0].schema", None),
    (
        SCOPE + 'tables = [{ name = "X", columns = ["a", "Sync_Row_Count"] }]',
        "unsupported-name",
        "scopes.products.tables[0].columns[1]",
        None,
    ),
    (
        SCOPE + 'tables = [{ name = "X", columns = ["a", "a"] }]',
        "duplicate-column",
        "scopes.products.tables[0].columns[1]",
        None,
    ),
    (
        SCOPE + 'tables = [{ name = "X", columns = ["a b", "a-b"] }]',
        "name-collision",
        "scopes.products.tables[0].columns[1]",
        None,
    ),
    (SCOPE.replace('"shop-1"', '"shop-1", "shop-1"') + TABLES, "duplicate-client", "scopes.products.clients[1]", None),
    (
        SCOPE + TABLES + '[scopes.products.naming]\ntracking_prefix = "a.b"',
        "unsupported-name",
        "scopes.products.naming.tracking_prefix",
        None,
    ),
    (
        SCOPE + TABLES + '[scopes.products.naming]\ntrigger_prefix = "é "',
        "unsupported-name",
        "scopes.products.naming.trigger_prefix",
        None,
    ),
    (SCOPE.replace("products", '"%s"' % ("x" * 101)) + TABLES, "unsupported-name", "scopes." + "x" * 101, None),
    (SCOPE.replace("products", '"a@2"') + TABLES, "unsupported-name", 'scopes."a@2"', None),
    (SCOPE.replace("products", '" a"') + TABLES, "unsupported-name", 'scopes." a"', None),
    ('[connections."a b"]\nurl = "sqlite:///x.db"', "unsupported-name", 'connections."a b"', None),
    ('[connections.x]\nurl = "x.db"', "bad-url", "connections.x.url", "sqlite:///path"),
    ('[connections.x]\nurl = { env = "$HQ_URL" }', "bad-variable", "connections.x.url.env", None),
    ('[connections.x]\nurl = { file = "" }', "wrong-value", "connections.x.url.file", None),
    ('[connections.x]\nurl = "sqlite:///shop-1.db"', "same-database", "connections.x.url", None),
    ('[connections.x]\nurl = { env = "HQ" }', "same-database", "connections.x.url", None),
    ('[connections.x]\nurl = "sqlite:///x.db"\nscope_info_table = "a\\"b"', "unsupported-name", None, None),
    ('[connections.x]\nurl = "sqlite:///x.db"\ntoken = { env = "T" }', "no-effect", "connections.x.token", None),
    ('[connections.x]\nurl = "https://x/"\ntoken = "abc"', "secret-in-file", "connections.x.token", "{ env ="),
    ('[connections.x]\nurl = "https://x/"\noffline = "allowed"', "no-effect", "connections.x.offline", None),
    ('[connections.x]\nurl = "sqlite:///x.db"\nfor_each = { id = ["1"] }', "bad-fleet", "connections.x.url", None),
    (
        '[connections.x]\nurl = "sqlite:///{id}.db"\nfor_each = { id = [] }',
        "bad-fleet",
        "connections.x.for_each.id",
        None,
    ),
    ('[connections.x]\nurl = "sqlite:///{id}.db"\nfor_each = {}', "bad-fleet", "connections.x.for_each", None),
    ('[connections.x]\nurl = "sqlite:///{id}.db"\nfor_each = { id = ["1", 1] }', "bad-fleet", None, None),
    ('[connections.x]\nurl = "sqlite:///{id}.db"\nfor_each = { id = ["a/b"] }', "bad-fleet", None, None),
    ('[connections.shop]\nurl = "sqlite:///{i}"\nfor_each = { i = [1] }', "duplicate-connection", None, None),
    ('[policy]\ndeny = ["drop table"]', "bad-permission", "policy.deny[0]", None),
    ('[policy]\nallow = ["drop-table:"]', "bad-permission", "policy.allow[0]", None),
]


@pytest.mark.parametrize(("text", "code", "path", "hint"), MEANINGS)
def test_a_wrong_meaning_is_found_in_the_file_alone(text: str, code: str, path: str | None, hint: str | None) -> None:
    problem = only(HEAD + text)

    assert problem.code == code
    assert path is None or problem.path == path
    assert hint is None or hint in (problem.hint or "")
    assert problem.line is not None
    assert problem.line > HEAD.count("\n") or code == "duplicate-connection"


ENDPOINT = '[connections.edge]\nurl = "https://sync.example/api/sync"\n'
FLEET = '[connections.shops]\nurl = "sqlite:///shop-{id}.x"\nfor_each = { id = ["2", "3"] }\n'
TWO_SCOPES = [
    (ENDPOINT + SCOPE.replace("shop-1", "edge") + TABLES, "endpoint-as-client"),
    (FLEET + SCOPE.replace("hq", "shops") + TABLES, "fleet-as-server"),
    (FLEET + SCOPE.replace("shop-1", "shops-2") + TABLES, "unknown-connection"),
    (
        SCOPE + TABLES + '[scopes.other]\nserver = "shop-1"\nclients = ["shop-2"]\ntables = ["Stock"]',
        "chain",
    ),
    (
        SCOPE + TABLES + '[scopes.other]\nserver = "shop-2"\nclients = ["shop-1"]\ntables = ["Product"]',
        "two-servers",
    ),
    (
        SCOPE
        + TABLES
        + '[scopes.o]\nserver = "hq"\nclients = ["shop-1"]\ntables = [{ name = "Product", columns = ["a"] }]',
        "table-differs",
    ),
    (
        SCOPE + TABLES + '[scopes.o]\nserver = "hq"\nclients = ["shop-1"]\n'
        'tables = [{ name = "Product", direction = "download-only" }]',
        "table-differs",
    ),
    (
        SCOPE + TABLES + '[scopes.o]\nserver = "hq"\ntables = ["Stock"]\nnaming = { tracking_suffix = "_t" }',
        "naming-differs",
    ),
    (SCOPE + TABLES + '[scopes.o]\nserver = "hq"\ntables = ["product"]', "name-collision"),
    (SCOPE + TABLES + '[scopes.Products]\nserver = "hq"\ntables = ["Stock"]', "unsupported-name"),
]


@pytest.mark.parametrize(("text", "code"), TWO_SCOPES)
def test_parts_that_do_not_fit_together_are_found(text: str, code: str) -> None:
    assert only(HEAD + text).code == code


def test_a_table_that_is_download_only_in_all_scopes_of_a_client_may_differ_in_columns() -> None:
    table = 'tables = [{{ name = "Product", direction = "download-only", columns = ["{}"] }}]\n'

    load(HEAD + SCOPE + table.format("a") + SCOPE.replace("products", "other") + table.format("b"))


def test_absent_and_empty_affixes_give_the_same_names() -> None:
    naming = '\nnaming = { tracking_prefix = "", tracking_suffix = "_tracking", trigger_prefix = "" }\n'

    load(HEAD + SCOPE + TABLES + SCOPE.replace("products", "other") + 'tables = ["Stock"]' + naming)


def test_a_chain_says_why() -> None:
    problem = only(HEAD + TWO_SCOPES[3][0])

    assert "not passed on" in (problem.hint or "")


FILTERED = SCOPE.replace('"shop-1"', '{ connection = "shop-1", parameters = { City = "Rome" } }') + (
    'tables = [{ name = "Address", columns = ["ID", "City"] }, "Customer"]\n[[scopes.products.filters]]\n'
)
CITY = """\
table = "Address"
parameters = [{ name = "City", column = "City" }]
where = [{ column = "City", parameter = "City" }]
"""
TWICE = '{ name = "City", column = "City" }, { name = "City", column = "City" }]'
FILTERS = [
    (FILTERED + CITY.replace('{ name = "City", column = "City" }]', TWICE), ["duplicate-parameter"]),
    (FILTERED + CITY.replace("Address", "Adress"), ["unknown-table"]),
    (FILTERED + CITY + "[[scopes.products.filters]]\n" + CITY, ["duplicate-filter"]),
    (FILTERED + CITY.replace('column = "City", parameter', 'column = "Cty", parameter'), ["unsynced-column"]),
    (FILTERED + CITY.replace('parameter = "City"', 'parameter = "Town"'), ["unknown-parameter"]),
    (FILTERED + CITY.replace("where = [{", 'where = [{ table = "Customer",'), ["unknown-table"]),
    (FILTERED + CITY.replace(', column = "City" }]', " }]"), ["bad-parameter"]),
    (FILTERED + CITY.replace('"City" }]', '"City", type = "string" }]', 1), ["bad-parameter"]),
    (
        FILTERED + CITY.replace('name = "City"', 'name = "Town"'),
        ["missing-parameter", "unknown-parameter", "bad-parameter", "unknown-parameter"],
    ),
    (FILTERED + CITY.split("where", maxsplit=1)[0], ["no-effect"]),
    (FILTERED.replace("City =", "Citty =") + CITY, ["missing-parameter", "unknown-parameter"]),
    (FILTERED.replace('{ City = "Rome" }', "{ City = 99999999999999999999 }") + CITY, ["unstable-parameters"]),
    (FILTERED.replace('"Rome"', "1.5") + CITY, ["wrong-type"]),
]


@pytest.mark.parametrize(("text", "codes"), FILTERS)
def test_a_wrong_filter_is_found_in_the_file_alone(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in problems(HEAD + text)] == codes


def test_the_same_client_may_have_two_parameter_sets() -> None:
    client = '{ connection = "shop-1", parameters = { City = %s } }'
    both = SCOPE.replace('"shop-1"', f"{client % '1'}, {client % 'true'}")

    load(HEAD + both + 'tables = ["Address"]\n[[scopes.products.filters]]\n' + CITY)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://sync:hunter2@db.example/retail",
        "postgresql://sync:hun/ter2@db.example/retail",
        "postgresql://db.example/retail?user=sync&password=hunter2",
    ],
)
def test_a_password_in_the_file_is_refused_and_never_shown(url: str) -> None:
    text = HEAD + f'[connections.x]\nurl = "{url}" # hunter2\nurll = 5\n'

    with pytest.raises(InvalidPipeline) as raised:
        load(text, "retail.toml")

    assert {problem.code for problem in raised.value.problems} == {"secret-in-file", "unknown-key"}
    shown = f"{report(raised.value)} {raised.value!r} {raised.value.problems!r}"
    assert not re.search("hun/?ter2", shown)


@pytest.mark.parametrize(
    "url",
    ["postgresql://sync@db.example:5432/retail", "postgresql:///retail?host=/run/pg", "sqlite:////var/a:b@c.db"],
)
def test_a_url_without_a_password_is_none(url: str) -> None:
    load(HEAD + f'[connections.x]\nurl = "{url}"\n')


def test_toml_that_is_broken_in_the_line_of_a_password_does_not_show_it() -> None:
    with pytest.raises(InvalidPipeline) as raised:
        load('url = "postgresql://sync:hunter2@db/retail" x', "retail.toml")

    assert "hunter2" not in report(raised.value)


def test_problems_come_in_the_order_of_the_file() -> None:
    text = '[policy]\nallow = ["x"]\n[scopes.a]\nserver = "zz"\ntables = []\n'

    lines = [problem.line for problem in problems(text.join(["version = 1\nname = 'a b'\n", "\n[connections]\n"]))]

    assert lines == sorted(line for line in lines if line is not None)
    assert len(lines) == 4
