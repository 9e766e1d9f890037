# SPDX-License-Identifier: Apache-2.0
"""A small disclosure of an invented body, sound and with one figure changed."""

from __future__ import annotations

import pytest

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
