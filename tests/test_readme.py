"""What the README tells a reader to type works as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from tests import adventureworks
from tests.adventureworks import seed

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
DATABASE = "adventureworks"

needs_cli = pytest.mark.skipif(find_spec("dms_pipeline.cli") is None, reason="there is no command line yet")


def commands(heading: str) -> list[str]:
    """What stands behind the prompts of a section."""
    section = re.split(r"^## ", README, flags=re.MULTILINE)
    text = next(part for part in section if part.startswith(heading))
    return [line.removeprefix("$ ") for line in text.splitlines() if line.startswith("$ ")]


def run(script: list[str], folder: Path, **variables: str) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "NO_COLOR": "1"} | variables
    for command in script:
        done = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=environment, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}\n{done.stderr}"


@needs_cli
def test_adventureworks_is_equal_after_the_commands_of_the_readme(tmp_path: Path, postgresql_url: str) -> None:
    for tool in ("bash", "psql", "sqlite3"):
        if shutil.which(tool) is None:
            pytest.skip(f"no {tool}: the README uses it")
    typed = commands("From PostgreSQL to SQLite")
    assert f"createdb {DATABASE}" in typed
    assert f"export HQ_DATABASE_URL=postgresql:///{DATABASE}" in typed
    folder = tmp_path / "adventureworks"
    shutil.copytree(seed.FOLDER, folder, ignore=shutil.ignore_patterns("*.db*"))
    # The database of the test is there already, under another name.
    script = [
        command.replace(f"psql {DATABASE} ", 'psql "$HQ_DATABASE_URL" --set ON_ERROR_STOP=1 ')
        for command in typed
        if not command.startswith(("createdb ", "export "))
    ]

    run(script, folder, HQ_DATABASE_URL=make_url(postgresql_url).render_as_string(hide_password=False))

    rows = adventureworks.rows(postgresql_url)
    assert sum(map(len, rows.values())) == 432, "one row was deleted"
    assert adventureworks.rows(f"sqlite:///{folder / 'postgresql-to-sqlite-shop.db'}") == rows


def test_the_demo_runs_the_commands_of_the_first_five_minutes() -> None:
    script = (REPOSITORY / "pipelines" / "demo.sh").read_text(encoding="utf-8")
    shown = [line.removeprefix("run ") for line in script.splitlines() if line.startswith("run ")]

    typed = [re.sub(r"\s+#.*", "", command) for command in commands("The first five minutes")]

    # A terminal asks; a script says yes.
    missing = [command for command in typed if command not in shown and f"{command} --yes" not in shown]
    assert missing == []


@needs_cli
def test_every_pipeline_in_the_readme_is_valid(tmp_path: Path) -> None:
    for number, block in enumerate(re.findall(r"^```toml\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)):
        (tmp_path / f"pipeline-{number}.toml").write_text(block, encoding="utf-8")
        run([f"dms-pipeline validate pipeline-{number}.toml"], tmp_path)
