"""The suite for every provider: each folder runs it with its provider as server and every provider as client."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.conftest import KINDS, databases_of

pytest.register_assert_rewrite("tests.suite")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.suite.world import World

CLIENTS = 4


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Pairs for the tests that a folder takes from the suite."""
    path = metafunc.definition.path
    for fixture in {"world", "server_and_client"} & set(metafunc.fixturenames):
        if path.name == "test_suite.py":
            pairs = [(path.parent.name, kind) for kind in KINDS]
            metafunc.parametrize(fixture, pairs, ids=["-to-".join(pair) for pair in pairs], indirect=True)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[tuple[str, str]], World]]:
    """A function from a pair of kinds to its world; each is made once, since that takes longer than a test."""
    from tests.suite.world import World

    with ExitStack() as stack:
        made: dict[tuple[str, str], World] = {}

        def world(pair: tuple[str, str]) -> World:
            if pair not in made:
                creators = {
                    kind: stack.enter_context(databases_of(kind, apart=True)(tmp_path_factory.mktemp(kind)))
                    for kind in pair
                }
                server, client = pair
                urls = [creators[client]() for _ in range(CLIENTS)]
                made[pair] = stack.enter_context(World.opened(creators[server](), urls))
            return made[pair]

        yield world


@pytest.fixture
def world(request: pytest.FixtureRequest, worlds: Callable[[tuple[str, str]], World]) -> World:
    """A server and four clients, empty and watched by an oracle."""
    found = worlds(request.param)
    found.begin()
    return found
