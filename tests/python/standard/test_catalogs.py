# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from budgetcore import SubjectCode, standard_code_info


def current_name(code: str, year: int | None) -> list[str]:
    info = standard_code_info(SubjectCode(code), year)
    assert info is not None
    return [name.name for name in info.names if name.current]


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("2010601", 2024, "行政运行"),
        ("210", 2024, "卫生健康支出"),
        ("210", 2018, "医疗卫生与计划生育支出"),
        ("30113", None, "住房公积金"),
    ],
)
def test_names_by_year(code: str, year: int | None, name: str) -> None:
    assert current_name(code, year) == [name]


def test_an_unknown_code() -> None:
    assert standard_code_info(SubjectCode("999")) is None


def test_the_tree_around_a_code() -> None:
    info = standard_code_info(SubjectCode("20106"))
    assert info is not None
    assert [(str(a.code), a.name) for a in info.ancestors] == [("201", "一般公共服务支出")]
    assert "行政运行" in [child.name for child in info.children]
    partners = standard_code_info(SubjectCode("30113"))
    assert partners is not None
    assert "50103" in [str(p.subject.code) for p in partners.partners if p.subject]
