"""The fixtures that all tests share: empty databases of every kind, pairs of them, recordings, shared data.

A database that cannot be had skips its tests aloud; `DMS_TEST_REQUIRE=postgresql,mariadb` makes its absence a failure.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from tests import counted, postgresql_server
from tests.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = REPOSITORY.parent / "shared"
ON_REQUEST = {"mysql": "DMS_TEST_MYSQL_URL"}  # kinds that take part only where this names a server
KINDS = tuple(
    sorted(
        path.parent.name
        for path in (REPOSITORY / "tests" / "providers").glob("*/database.py")
        if path.parent.name not in ON_REQUEST or os.environ.get(ON_REQUEST[path.parent.name])
    )
)
SERVERS = ("mariadb", "mysql", "postgresql")  # kinds that need a server, each with a marker
PASSWORD = "correct-horse"  # noqa: S105 - of a cluster that lives as long as the tests

# No deadline: a shared machine is slow now and then, and a slow example is no bug.
settings.register_profile("default", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, database=None, print_blob=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the database servers that its fixtures need, so that `-m "not postgresql"` works."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        values = getattr(getattr(item, "callspec", None), "params", {}).values()
        pairs = {kind for value in values if isinstance(value, tuple) for kind in value if isinstance(kind, str)}
        clusters = {"password_cluster", "scratch_cluster"} & set(fixtures)
        for server in SERVERS:
            wanted = {f"{server}_url", f"{server}_urls"} & set(fixtures)
            if wanted or server in pairs or (clusters and server == "postgresql"):
                item.add_marker(getattr(pytest.mark, server))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process among several sends what its tests have counted."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["counted"] = counted.lines()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The process that prints takes it; one that died has sent nothing."""
    counted.receive(getattr(node, "workeroutput", {}).get("counted", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many recorded steps agreed, how many differ by design and why; what the histories were made of."""
    for title, lines in counted.lines().items():
        if lines:
            terminalreporter.section(title)
            for line in lines:
                terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    """Stop what was started for the tests."""
    for server in SERVERS:
        import_module(f"tests.providers.{server}.database").RUNNING.close()


@pytest.fixture
def postgresql_urls(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty PostgreSQL database at each call."""
    with databases_of("postgresql")(tmp_path) as create:
        yield create


@pytest.fixture
def postgresql_url(postgresql_urls: Callable[[], str]) -> str:
    """The URL of an empty PostgreSQL database."""
    return postgresql_urls()


@pytest.fixture
def mariadb_urls(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty MariaDB database at each call."""
    with databases_of("mariadb")(tmp_path) as create:
        yield create


@pytest.fixture
def mariadb_url(mariadb_urls: Callable[[], str]) -> str:
    """The URL of an empty MariaDB database."""
    return mariadb_urls()


@pytest.fixture
def mysql_urls(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty MySQL database at each call."""
    with databases_of("mysql")(tmp_path) as create:
        yield create


@pytest.fixture
def sqlite_urls(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of another empty SQLite database at each call."""
    with databases_of("sqlite")(tmp_path) as create:
        yield create


@pytest.fixture
def sqlite_url(sqlite_urls: Callable[[], str]) -> str:
    """The URL of an empty SQLite database."""
    return sqlite_urls()


@pytest.fixture
def database_urls(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """A function from a kind of database (a name in `KINDS`) to the URL of another empty one."""

    def create(kind: str) -> str:
        urls: Callable[[], str] = request.getfixturevalue(f"{kind}_urls")
        return urls()

    return create


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> str:
    """The URL of an empty database; the test runs once for each kind."""
    return database_urls(request.param)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Place:
    """An empty folder to type commands in."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Place(folder, capsys)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two empty databases, one for each role."""

    server_kind: str
    client_kind: str
    server_url: str
    client_url: str


# Each kind in each role, once: for what is the same code on all of them, but for a statement or two.
IN_EACH_ROLE = pytest.mark.parametrize(
    "server_and_client", list(zip(KINDS, (*KINDS[1:], KINDS[0]), strict=True)), indirect=True, ids="-to-".join
)


EVERY_PAIR = pytest.mark.parametrize("server_and_client", list(product(KINDS, KINDS)), indirect=True, ids="-to-".join)


# Tests that bring statements of their own are written for these; the suite runs on every pair of kinds.
SPOKEN = tuple(kind for kind in KINDS if kind in {"postgresql", "sqlite"})


# Besides their pairs, each other kind in each role: for statements that all of them take.
AND_EACH_OTHER = pytest.mark.parametrize(
    "server_and_client",
    [
        *product(SPOKEN, SPOKEN),
        *(pair for kind in KINDS if kind not in SPOKEN for pair in ((kind, "sqlite"), ("sqlite", kind))),
    ],
    indirect=True,
    ids="-to-".join,
)


@pytest.fixture(params=list(product(SPOKEN, SPOKEN)), ids="-to-".join)
def server_and_client(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Pair:
    """A server and a client; the test runs once for each pair of the kinds whose dialect tests speak."""
    server, client = request.param
    return Pair(
        server_kind=server, client_kind=client, server_url=database_urls(server), client_url=database_urls(client)
    )


@pytest.fixture(scope="session")
def password_cluster() -> Iterator[str]:
    """The URL of a PostgreSQL cluster of its own in which everybody needs a password; it is part of the URL."""
    try:
        folder = postgresql_server.binaries()
    except postgresql_server.NoServer as error:
        pytest.skip(f"no cluster with passwords: {error}")
    with postgresql_server.cluster(folder, password=PASSWORD) as url:
        yield url


@pytest.fixture(scope="session")
def scratch_cluster() -> Iterator[str]:
    """The URL of a PostgreSQL cluster of its own: transactions can be prepared, and its ids are about to wrap."""
    try:
        folder = postgresql_server.binaries()
    except postgresql_server.NoServer as error:
        pytest.skip(f"no cluster of its own: {error}")
    with postgresql_server.scratch_cluster(folder) as url:
        yield url


@pytest.fixture(scope="session")
def recordings() -> Path:
    """The folder with what Dotmim.Sync 1.3 did: requests, answers, and what the databases held after each."""
    return _shared("fixtures/dms-1.3")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the sample databases as SQL scripts."""
    return _shared("data")


def _shared(name: str) -> Path:
    path = SHARED / name
    if not path.is_dir():
        reason = f"{name} is not there: it lies in the folder shared/ beside the repository"
        if "shared" in os.environ.get("DMS_TEST_REQUIRE", "").split(","):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@cache
def databases_of(kind: str, *, apart: bool = False) -> Any:
    """How to make empty databases of a kind: a context manager over a folder that gives a function.

    `apart`: where tests may do to the server what would disturb others.
    """
    module = import_module(f"tests.providers.{kind}.database")
    return module.databases_apart if apart else module.databases
