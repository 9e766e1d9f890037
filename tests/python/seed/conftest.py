# SPDX-License-Identifier: Apache-2.0
"""Where the tests on real disclosures find them, and how they read and audit a file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024"
sys.path.insert(0, str(ROOT / "tools"))

import mutate_truth  # noqa: E402


class Disclosure:
    """A published text and what it prints, cell by cell."""

    def __init__(self, text: Path, truth: Path) -> None:
        self.path = text
        self.truth_path = truth
        self.truth = mutate_truth.load(truth)

    def __repr__(self) -> str:
        return self.path.stem


def shared() -> Path | None:
    """The folder of real disclosures, which are not part of the project."""
    for folder in (os.environ.get("BUDGET_SHARED"), ROOT.parent / "shared"):
        if folder and (Path(folder) / "seed").is_dir():
            return Path(folder)
    return None


def real_seed() -> Disclosure:
    folder = shared()
    if folder is None:
        pytest.skip("no real disclosures: set BUDGET_SHARED to the folder that holds seed/")
    seed = folder / "seed"
    return Disclosure(seed / "yangquan-2024.txt", seed / "yangquan-2024.facts.json")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line, as the installed script calls it."""
    program = "import sys; from budgetcore.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


@pytest.fixture(scope="session", params=["example", "real"])
def disclosure(request: pytest.FixtureRequest) -> Disclosure:
    """The example always, the real seed where it is at hand."""
    if request.param == "real":
        return real_seed()
    return Disclosure(EXAMPLE.with_suffix(".txt"), EXAMPLE.with_suffix(".truth.json"))


@pytest.fixture(scope="session")
def seed() -> Disclosure:
    return real_seed()


@pytest.fixture(scope="session")
def read() -> Any:
    """The JSON of `budgetcore read`, once for each file."""
    cache: dict[Path, Any] = {}

    def call(path: Path) -> Any:
        if path not in cache:
            result = run("read", str(path), "--format", "json")
            assert result.returncode == 0, result.stderr
            cache[path] = json.loads(result.stdout)
        return cache[path]

    return call


@pytest.fixture(scope="session")
def audit() -> Any:
    """The JSON of `budgetcore audit`, once for each file."""
    cache: dict[Path, Any] = {}

    def call(path: Path) -> Any:
        if path not in cache:
            result = run("audit", str(path), "--format", "json", "--fail-on", "never")
            assert result.returncode == 0, result.stderr
            cache[path] = json.loads(result.stdout)
        return cache[path]

    return call
