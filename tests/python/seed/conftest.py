# SPDX-License-Identifier: Apache-2.0
"""Where the tests on real disclosures find them, and how they read and audit a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import mutate_truth

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples/disclosures/yangquan-finance-2024"


class Disclosure:
    """A published text and what it prints, cell by cell."""

    def __init__(self, text: Path, truth: Path) -> None:
        self.path = text
        self.truth_path = truth
        self.truth = mutate_truth.load(truth)

    def __repr__(self) -> str:
        return self.path.stem


def real_seed(real: Any) -> Disclosure:
    folder = real("seed")
    return Disclosure(folder / "yangquan-2024.txt", folder / "yangquan-2024.facts.json")


@pytest.fixture(scope="session", params=["example", "real"])
def disclosure(request: pytest.FixtureRequest, real: Any) -> Disclosure:
    """The example always, the real seed where it is at hand."""
    if request.param == "real":
        return real_seed(real)
    return Disclosure(EXAMPLE.with_suffix(".txt"), EXAMPLE.with_suffix(".truth.json"))


@pytest.fixture(scope="session")
def seed(real: Any) -> Disclosure:
    return real_seed(real)


@pytest.fixture(scope="session")
def read(command: Any) -> Any:
    """The JSON of `budgetcore read`, once for each file."""
    cache: dict[Path, Any] = {}

    def call(path: Path) -> Any:
        if path not in cache:
            result = command("read", str(path), "--format", "json")
            assert result.returncode == 0, result.stderr
            cache[path] = json.loads(result.stdout)
        return cache[path]

    return call


@pytest.fixture(scope="session")
def audit(command: Any) -> Any:
    """The JSON of `budgetcore audit`, once for each file."""
    cache: dict[Path, Any] = {}

    def call(path: Path) -> Any:
        if path not in cache:
            result = command("audit", str(path), "--format", "json", "--fail-on", "never")
            assert result.returncode == 0, result.stderr
            cache[path] = json.loads(result.stdout)
        return cache[path]

    return call
