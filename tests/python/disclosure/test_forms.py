# SPDX-License-Identifier: Apache-2.0
"""Titles of the tables of several provinces: each is the kind that it is, or another table."""

from __future__ import annotations

import pytest

import budgetcore
from writers.plain import FUNCTIONAL, Form, page, table

ECONOMIC = (
    ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
    [
        ["", "合计", "3.50", "2.50", "1.00"],
        ["301", "工资福利支出", "2.50", "2.50", ""],
        ["30101", "基本工资", "2.50", "2.50", ""],
        ["302", "商品和服务支出", "1.00", "", "1.00"],
        ["30201", "办公费", "1.00", "", "1.00"],
    ],
)
GOVERNMENT = (
    ECONOMIC[0],
    [
        ["", "合计", "3.50", "2.50", "1.00"],
        ["501", "机关工资福利支出", "2.50", "2.50", ""],
        ["50101", "工资奖金津补贴", "2.50", "2.50", ""],
        ["502", "机关商品和服务支出", "1.00", "", "1.00"],
        ["50201", "办公经费", "1.00", "", "1.00"],
    ],
)
SUMMARY = (
    ["项目", "预算数", "项目", "预算数"],
    [
        ["一、一般公共预算拨款收入", "9.90", "一、一般公共服务支出", "9.90"],
        ["二、政府性基金预算拨款收入", "", "二、外交支出", ""],
        ["三、国有资本经营预算拨款收入", "", "三、国防支出", ""],
        ["收入总计", "9.90", "支出总计", "9.90"],
    ],
)


def kinds(*tables: tuple[str, Form]) -> list[str]:
    data = page(*(table(title, *form) for title, form in tables))
    disclosure = budgetcore.read(data, name="a.html")
    assert [t.title for t in disclosure.tables] == [title for title, _ in tables]
    return [t.kind.name for t in disclosure.tables]


@pytest.mark.parametrize(
    ("title", "form", "kind"),
    [
        ("部门综合预算收支总表", SUMMARY, "revenue_expenditure_summary"),
        ("部门综合预算财政拨款收支总表", SUMMARY, "appropriation_summary"),
        ("收支总体情况表", SUMMARY, "revenue_expenditure_summary"),
        ("部门综合预算政府性基金收支表", SUMMARY, "other"),
        ("部门支出预算表", FUNCTIONAL, "expenditure"),
        ("支出总体情况表", FUNCTIONAL, "expenditure"),
        ("一般公共预算支出预算表（按功能科目分类）", FUNCTIONAL, "general_public_expenditure"),
        ("一般公共预算支出情况表（按功能分类科目）", FUNCTIONAL, "general_public_expenditure"),
        ("一般公共预算基本支出情况表（按支出经济分类科目）", ECONOMIC,
         "basic_expenditure_by_economic_subject"),
        ("财政拨款支出预算表（部门经济分类科目）", ECONOMIC, "other"),
        ("支出预算分类汇总表（按政府预算经济分类）", GOVERNMENT, "other"),
        ("政府性基金预算支出分类汇总表（按政府预算经济分类）", GOVERNMENT, "other"),
        ("一般公共预算基本支出表--人员经费（工资福利支出）", ECONOMIC, "other"),
        ("一般公共预算基本支出表--公用经费（商品和服务支出）", ECONOMIC, "other"),
        ("部门项目支出中期规划预算表", FUNCTIONAL, "other"),
        ("政府性基金支出情况表", FUNCTIONAL, "government_fund_expenditure"),
        ("一般公共预算财政拨款支出决算具体情况", FUNCTIONAL, "general_public_expenditure"),
    ],
)  # fmt: skip
def test_the_kind_of_a_table_alone(title: str, form: Form, kind: str) -> None:
    assert kinds((title, form)) == [kind]


@pytest.mark.parametrize(
    "title",
    ["一般公共预算支出表", "部门支出总表", "一般公共预算支出明细表（按支出功能分类科目）"],
)
def test_codes_decide_against_a_title(title: str) -> None:
    assert kinds((title, ECONOMIC)) == ["other"]
    assert kinds((title, FUNCTIONAL)) != ["other"]


def test_of_two_economic_classifications_the_department_s_is_the_kind() -> None:
    name = "一般公共预算财政拨款基本支出预算表"
    assert kinds(
        (f"{name}（部门预算支出经济分类科目）", ECONOMIC),
        (f"{name}（政府预算支出经济分类科目）", GOVERNMENT),
    ) == ["basic_expenditure_by_economic_subject", "other"]


def test_two_guesses_at_one_kind_are_none() -> None:
    assert kinds(
        ("某局一般公共预算支出一览表", FUNCTIONAL), ("某局一般公共预算支出汇编表", FUNCTIONAL)
    ) == ["other", "other"]


def test_a_table_without_a_word_for_table_in_its_title_is_read() -> None:
    found = kinds(("一般公共预算支出表", FUNCTIONAL), ("机关运行经费", ECONOMIC))
    assert found == ["general_public_expenditure", "other"]


def test_a_table_in_the_text_without_a_unit_is_no_table_of_its_own() -> None:
    rows = "".join(f"<tr><td>{i}</td><td>事项{i}</td><td>{i}.00</td></tr>" for i in range(4))
    data = page(f"<p>二、机构设置</p><table>{rows}</table>")
    disclosure = budgetcore.read(data, name="a.html")
    assert disclosure.tables == []


def test_sides_without_headings_are_told_by_their_rows() -> None:
    rows = [
        ["一、财政拨款收入", "9.90", "一、一般公共服务支出", "9.90"],
        ["二、事业收入", "", "二、教育支出", ""],
        ["收入总计", "9.90", "支出总计", "9.90"],
    ]
    header = ["项目", "预算数", "项目", "预算数"]
    read = budgetcore.read(page(table("收支预算总表", header, rows)), name="a.html")
    assert [side.label for side in read["收支总表"].sides] == ["收入", "支出"]
    assert "error" not in {f.severity.name for f in read.audit().findings}
    rows[2][3] = "8.90"
    read = budgetcore.read(page(table("收支预算总表", header, rows)), name="a.html")
    assert "error" in {f.severity.name for f in read.audit().findings}
