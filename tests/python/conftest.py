# SPDX-License-Identifier: Apache-2.0
"""What tests of several folders use: a small disclosure, the real ones, the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))  # the writers of files that tests read back

SOUND = """2024年部门支出总表
部门名称：[021]某局 单位：万元
项目 2024年预算数
科目编码 科目名称 合计 基本支出 项目支出
合计 9.90 3.50 6.40
201 一般公共服务支出 9.90 3.50 6.40
20106 财政事务 9.90 3.50 6.40
2010601 行政运行 3.50 3.50
2010602 一般行政管理事务 6.40  6.40
"""


@pytest.fixture(scope="session")
def sound() -> bytes:
    """One table, 支出总表, in which every sum holds."""
    return SOUND.encode()


@pytest.fixture(scope="session")
def faulty() -> bytes:
    """The same with 6.40 of 一般行政管理事务 printed as 4.60."""
    before = "2010602 一般行政管理事务 6.40  6.40"
    assert before in SOUND
    return SOUND.replace(before, "2010602 一般行政管理事务 4.60  6.40").encode()


@pytest.fixture(scope="session")
def real() -> Callable[[str], Path]:
    """A folder of real disclosures, which are not part of the project; skips where it is absent."""

    def call(name: str) -> Path:
        for folder in (os.environ.get("BUDGET_SHARED"), ROOT.parent / "shared"):
            if folder and (Path(folder) / name).is_dir():
                return Path(folder) / name
        pytest.skip(f"no real disclosures: set BUDGET_SHARED to the folder that holds {name}/")

    return call


@pytest.fixture(scope="session")
def command() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line in a process of its own, as the installed script calls it."""
    program = "import sys; from budgetcore.cli import main; sys.exit(main())"

    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )

    return call
