"""Where keys and values of a text stand."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from dms_pipeline.pipeline.dump import dump
from dms_pipeline.pipeline.positions import Place, positions
from tests import strategies
from tests.pipeline.example import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.pipeline import model
    from dms_pipeline.pipeline.paths import Path

ODD = '''\
# a comment with = and [brackets]
"quoted key" = 'literal # no comment'
a.b . "c.d" = 1  # dotted
text = """
two " lines ""\\
"""
raw = \'\'\'it's\'\'\'
when = 1979-05-27 07:32:00
list = [
  1, # one
  [ "x,]", { y = { z = true } } ],
]
[ table . "sub.table" ]
k = "\\u00e9\\"]"
[[many]]
n = 1
[[many]]
n = 2
[many.inner]
o = 3
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("quoted key",), Place(2, 1, 12), Place(2, 16, 22)),
        (("a", "b", "c.d"), Place(3, 7, 5), Place(3, 15, 1)),
        (("text",), Place(4, 1, 4), Place(4, 8, 3)),
        (("raw",), Place(7, 1, 3), Place(7, 7, 10)),
        (("when",), Place(8, 1, 4), Place(8, 8, 19)),
        (("list", 0), None, Place(10, 3, 1)),
        (("list", 1, 1, "y", "z"), Place(11, 20, 1), Place(11, 24, 4)),
        (("table", "sub.table", "k"), Place(14, 1, 1), Place(14, 5, 11)),
        (("many", 1, "n"), Place(18, 1, 1), Place(18, 5, 1)),
        (("many", 1, "inner", "o"), Place(20, 1, 1), Place(20, 5, 1)),
    ],
)
def test_every_form_of_key_and_value_has_its_place(path: Path, key: Place | None, value: Place) -> None:
    places = positions(ODD)

    assert places.keys.get(path) == key
    assert places.values.get(path) == value


def test_a_table_stands_at_its_header() -> None:
    assert positions(ODD).of(("table", "sub.table")) == Place(13, 1, 23)


def test_what_is_not_there_has_the_place_of_what_surrounds_it() -> None:
    assert positions(ODD).of(("many", 1, "missing")) == Place(17, 1, 8)
    assert positions(ODD).of(("nowhere",)) is None


def test_line_ends_of_windows_count_as_one() -> None:
    assert positions("a = 1\r\n\r\nb = 2\r\n").of(("b",)) == Place(3, 5, 1)


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of all values in a parsed text."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, item in inner:
        yield from leaves(item, (*path, part))


def check(text: str) -> None:
    """Every value of a text has a place of its own, or that of a key inside it."""
    places = positions(text)
    for path in leaves(tomllib.loads(text)):
        assert path in places.values or path in places.keys or any(known[: len(path)] == path for known in places.keys)


def test_every_value_of_the_example_has_a_place() -> None:
    check(EXAMPLE)
    check(ODD)


@given(pipeline=strategies.pipelines())
def test_every_value_of_any_pipeline_has_a_place(pipeline: model.Pipeline) -> None:
    check(dump(pipeline))


def test_a_path_written_as_text_is_found_or_what_surrounds_it() -> None:
    places = positions('[scopes."a.b"]\ntables = ["Category",\n  { name = "Product" }]\n')

    for text, line in (
        ('scopes."a.b".tables[0]', 2),
        ('scopes."a.b".tables[1].name', 3),
        ('scopes."a.b".tables[1].columns[4]', 3),
        ('scopes."a.b".server', 1),
    ):
        place = places.spelled(text)
        assert place is not None
        assert place.line == line
    assert places.spelled("connections.hq") is None
