"""The demo that a newcomer runs first ends well, and shows what it is there to show."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
BINARIES = Path(sys.executable).parent

pytestmark = [
    pytest.mark.skipif(find_spec("dms_pipeline.cli") is None, reason="there is no command line yet"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="no bash"),
    pytest.mark.skipif(BINARIES.parent != REPOSITORY / ".venv", reason="the demo runs what is installed in .venv"),
]


def test_the_demo_ends_with_both_sides_equal_and_the_loser_kept(tmp_path: Path) -> None:
    demo = tmp_path / "demo"

    shown = run(demo)

    assert shown.returncode == 0, shown.stdout + shown.stderr
    commands = [line for line in shown.stdout.splitlines() if line.startswith("$ ")]
    assert commands[0] == "$ dms-pipeline init --demo"
    assert "$ dms-pipeline conflicts show c1" in commands
    assert {"dms-pipeline.toml", "hq.db", "shop-1.db", "edit.py"} <= {path.name for path in demo.iterdir()}
    assert run(demo).returncode == 0, "it can be run again over what it left"


def test_the_demo_does_not_delete_a_folder_that_it_did_not_make(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")

    refused = run(tmp_path)

    assert refused.returncode == 1
    assert (tmp_path / "thesis.txt").exists()


def run(directory: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"NO_COLOR": "1"}
    command = ["bash", str(REPOSITORY / "pipelines" / "demo.sh"), str(directory)]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
