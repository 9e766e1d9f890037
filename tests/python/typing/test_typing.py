# SPDX-License-Identifier: Apache-2.0
"""The programs in this folder say by their types what they are; a strict checker agrees."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[2]


def mypy(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--no-error-summary", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_strict_checker_agrees() -> None:
    ran = mypy(FOLDER)
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stderr


def test_the_checker_sees_the_types(tmp_path: Path) -> None:
    """It would pass everything if the extension were unknown to it."""
    program = tmp_path / "wrong.py"
    program.write_text(
        "from budgetcore import Money\nx: int = Money.of_yuan(1)\n", encoding="utf-8"
    )
    ran = mypy(program)
    assert ran.returncode == 1
    assert 'has type "Money"' in ran.stdout


@pytest.mark.parametrize("program", ["amounts.py", "reports.py"])
def test_the_programs_run(program: str) -> None:
    runpy.run_path(str(FOLDER / program))


@pytest.mark.parametrize("number", range(32))
def test_what_is_refused_raises(number: int) -> None:
    wrong: list[Callable[[], object]] = runpy.run_path(str(FOLDER / "refused.py"))["WRONG"]
    assert len(wrong) == 32
    with pytest.raises(TypeError):
        wrong[number]()
