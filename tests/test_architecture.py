"""The rules of the code that a machine can see; each test lists every place that breaks its rule."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "dms_pipeline"

# Imports go to the left only; left of `providers` all is pure.
LAYERS = (
    *("errors", "events", "sql", "schema", "pipeline", "plan", "sync"),
    *("providers", "runtime", "web", "commands", "cli"),
)
PURE = LAYERS[: LAYERS.index("providers")]
FACADE = "dms_pipeline/__init__.py"  # exports the names of all layers, lazily, the classes of providers among them

# Modules that touch the world. A name beside one is a part of it that does not.
IMPURE: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("os", "io", "shutil", "tempfile", "glob", "fileinput", "subprocess", "signal", "threading", "asyncio"),
        frozenset(),
    ),
    **dict.fromkeys(
        ("socket", "ssl", "http", "urllib", "time", "random", "secrets", "logging", "warnings", "getpass"), frozenset()
    ),
    **dict.fromkeys(("sqlite3", "apsw", "psycopg", "pymysql", "sqlalchemy", "click", "rich"), frozenset()),
    "pathlib": frozenset({"PurePath", "PurePosixPath"}),
    "uuid": frozenset({"UUID"}),
}
IMPURE_CALLS = frozenset({"print", "open", "input", "datetime.now", "datetime.utcnow", "date.today"})
DRIVERS = frozenset({"sqlite3", "apsw", "psycopg", "pymysql", "MySQLdb"})
OTHER_NAMES = frozenset({"postgres", "npgsql", "mysql", "mariadb", "mssql", "sqlserver"})
LONGEST_FUNCTION = 70  # lines

Function = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the package: its path from the repository, and its tree."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple(
        (path.relative_to(REPOSITORY).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in paths
    )


def layer_of(path: str) -> str | None:
    """The layer of a path or of a dotted module name; None for the facade and for what is not ours."""
    parts = path.removesuffix(".py").replace("/", ".").split(".")
    return parts[1] if parts[0] == "dms_pipeline" and len(parts) > 1 and parts[1] != "__init__" else None


def imports(path: str, tree: ast.AST) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each import, wherever it stands: its line, the module, the names taken out of it (none: the whole module)."""
    package = path.removesuffix(".py").removesuffix("/__init__").split("/")
    if not path.endswith("/__init__.py"):
        package = package[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, ()
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            yield node.lineno, module, tuple(alias.name for alias in node.names)


def ours(module: str, names: tuple[str, ...]) -> Iterator[str]:
    """What an import takes out of this package, as dotted names that tell the layer."""
    if module == "dms_pipeline":
        yield from (f"{module}.{name}" for name in names)
    elif module.startswith("dms_pipeline."):
        yield module


def providers() -> frozenset[str]:
    """The names of the providers there are."""
    return frozenset(path.parent.name for path in PACKAGE.glob("providers/*/__init__.py"))


def listed(places: list[str]) -> str:
    """Every place, a line each."""
    return "\n" + "\n".join(places)


def test_every_module_belongs_to_a_layer() -> None:
    known = {*LAYERS, None, "__main__"}
    assert [path for path, _ in modules() if layer_of(path) not in known] == []


def test_layers_import_only_to_the_left() -> None:
    wrong = []
    for path, tree in modules():
        here = layer_of(path)
        if here not in LAYERS:
            continue
        for line, module, names in imports(path, tree):
            for name in ours(module, names):
                there = layer_of(name)
                if there not in LAYERS or LAYERS.index(there) > LAYERS.index(here):
                    wrong.append(f"{path}:{line} imports {name}")
    assert not wrong, listed(wrong)


def test_pure_layers_touch_nothing() -> None:
    wrong = []
    for path, tree in modules():
        if layer_of(path) not in PURE:
            continue
        for line, module, names in imports(path, tree):
            allowed = IMPURE.get(module.split(".")[0])
            if allowed is not None and not (names and set(names) <= allowed):
                wrong.append(f"{path}:{line} imports {module}")
        wrong.extend(
            f"{path}:{node.lineno} calls {called}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and (called := ast.unparse(node.func)) in IMPURE_CALLS
        )
    assert not wrong, listed(wrong)


def test_no_provider_is_named_outside_its_folder() -> None:
    """A difference between databases is a fact in `Traits`, never a name that is compared."""
    forbidden = providers() | OTHER_NAMES
    wrong = []
    for path, tree in modules():
        if path.startswith("dms_pipeline/providers/") or path == FACADE:
            continue
        for line, module, names in imports(path, tree):
            taken = {module, *(f"{module}.{name}" for name in names)}
            if any(name.startswith(f"dms_pipeline.providers.{kind}") for name in taken for kind in providers()):
                wrong.append(f"{path}:{line} imports {module}")
            if module.split(".")[0] in DRIVERS:
                wrong.append(f"{path}:{line} imports the driver {module}")
        wrong.extend(
            f"{path}:{node.lineno} says {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.lower() in forbidden
        )
    assert not wrong, listed(wrong)


def test_every_provider_has_the_same_modules() -> None:
    """But for a variant, which has those of its parent and says in `traits` wherein it differs."""
    expected = {"__init__.py", "traits.py", "types.py", "inspect.py", "provision.py", "changes.py"}
    missing = {}
    for name in providers():
        folder = PACKAGE / "providers" / name
        is_variant = "PROVIDER = replace(" in (folder / "__init__.py").read_text(encoding="utf-8")
        wanted = {"__init__.py", "traits.py"} if is_variant else expected
        missing[name] = wanted - {path.name for path in folder.iterdir()}
    assert {name: sorted(files) for name, files in missing.items() if files} == {}


def test_every_provider_says_how_the_tests_make_its_databases() -> None:
    folders = REPOSITORY / "tests" / "providers"
    assert [name for name in sorted(providers()) if not (folders / name / "database.py").is_file()] == []


def test_every_module_begins_with_a_docstring_and_future_annotations() -> None:
    """A module that is nothing but its docstring has no annotations."""
    wrong = []
    for path, tree in modules():
        future = any(module == "__future__" and "annotations" in names for _, module, names in imports(path, tree))
        if not ast.get_docstring(tree) or not (future or len(tree.body) == 1):
            wrong.append(path)
    assert not wrong, listed(wrong)


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, (*Function, ast.ClassDef)) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (member for member in node.body if isinstance(member, Function) and member.name[0] != "_")


def test_every_public_name_has_a_docstring() -> None:
    wrong = []
    for path, tree in modules():
        for node in public(tree):
            decorators = {ast.unparse(decorator) for decorator in node.decorator_list}
            if not ast.get_docstring(node) and not decorators & {"overload", "override"}:
                wrong.append(f"{path}:{node.lineno} {node.name}")
    assert not wrong, listed(wrong)


def test_a_function_fits_a_screen() -> None:
    wrong = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, Function) and node.end_lineno is not None:
                lines = node.end_lineno - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    wrong.append(f"{path}:{node.lineno} {node.name} has {lines} lines")
    assert not wrong, listed(wrong)


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of some machine, and no package index, in any file that is kept."""
    if shutil.which("git") is None or not (REPOSITORY / ".git").exists():
        pytest.skip("not a git checkout: which files are kept is not known")
    kept = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    places = re.compile(r"(?<![\w.~$}-])/(?:work|farm|root)/|(?:extra-)?index-[u]rl|find-[l]inks|PIP_[I]NDEX")
    wrong = []
    for name in filter(None, kept.stdout.split("\0")):
        path = REPOSITORY / name
        if path == Path(__file__) or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if found := places.search(line):
                wrong.append(f"{name}:{number} {found[0]}")
    assert not wrong, listed(wrong)


needs_cli = pytest.mark.skipif(find_spec("dms_pipeline.cli") is None, reason="there is no command line yet")

SYNC = """
import json, sys
from dms_pipeline.cli import main
try:
    code = main(["sync"])
except SystemExit as stop:
    code = stop.code
print(json.dumps({"code": code or 0, "modules": sorted(sys.modules)}))
"""


@needs_cli
def test_a_sync_does_not_load_the_parser_of_sql(tmp_path: Path) -> None:
    """sqlglot takes 0.3 s to import; only planning needs it, so a sync of what is provisioned does without."""
    environment = os.environ | {"NO_COLOR": "1"}
    command = [sys.executable, "-m", "dms_pipeline"] if find_spec("dms_pipeline.__main__") else [cli_script()]
    for arguments in (["init", "--demo"], ["apply", "--yes"]):
        subprocess.run([*command, *arguments], cwd=tmp_path, check=True, capture_output=True, env=environment)

    synced = subprocess.run(
        [sys.executable, "-c", SYNC], cwd=tmp_path, check=True, capture_output=True, text=True, env=environment
    )

    said = json.loads(synced.stdout.splitlines()[-1])
    assert said["code"] == 0, synced.stderr
    assert "sqlglot" not in said["modules"]


def cli_script() -> str:
    """The installed command, beside the interpreter that runs the tests."""
    return str(Path(sys.executable).parent / "dms-pipeline")


@needs_cli
def test_the_readme_names_every_command_and_flag() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    missing = [
        spoken for spoken in spoken_names(command_line()) if not re.search(rf"(?<![\w-]){spoken}(?![\w-])", readme)
    ]
    assert not missing, listed(missing)


def command_line() -> click.Group:
    """The outermost group of the command line."""
    from importlib import import_module

    groups = [value for value in vars(import_module("dms_pipeline.cli")).values() if isinstance(value, click.Group)]
    inner = {id(command) for group in groups for command in group.commands.values()}
    return next(group for group in groups if id(group) not in inner)


def spoken_names(group: click.Group, path: tuple[str, ...] = ("dms-pipeline",)) -> Iterator[str]:
    """What a person types: each command with its words, each flag in its longest form."""
    for name, command in group.commands.items():
        if command.hidden:
            continue
        if isinstance(command, click.Group):
            yield from spoken_names(command, (*path, name))
        else:
            yield " ".join((*path, name))
        yield from flags(command)
    yield from flags(group)


def flags(command: click.Command) -> Iterator[str]:
    """The flags of a command, each in its longest form."""
    parameters: list[Any] = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    for parameter in parameters:
        yield max((*parameter.opts, *parameter.secondary_opts), key=len)
