# SPDX-License-Identifier: Apache-2.0
"""Tables whose titles nobody listed: known by their words and columns, else read as they stand."""

from __future__ import annotations

import pytest

import budgetcore
from writers.plain import FUNCTIONAL, page, table

KINDS, SUBJECTS = FUNCTIONAL


def read(*tables: str) -> budgetcore.Disclosure:
    return budgetcore.read(page(*tables), name="a.html")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("某局2024年一般公共预算财政拨款支出明细表", "general_public_expenditure"),
        ("2024年度本级政府性基金预算拨款支出明细表", "government_fund_expenditure"),
        ("某局部门支出情况明细表", "expenditure"),
        ("某县对下转移支付支出表", "other"),
        ("某局工作任务分解表", "other"),
    ],
)
def test_a_kind_is_told_by_words_and_columns(title: str, kind: str) -> None:
    (found,) = read(table(title, KINDS, SUBJECTS)).tables
    assert (found.kind.name, found.unit.name, len(found.rows)) == (kind, "wan_yuan", 5)


def test_words_alone_tell_no_kind() -> None:
    rows = [["甲村", "3.50", "1.00"], ["乙村", "6.40", "2.00"]]
    (found,) = read(table("某局各村支出表", ["村", "本次", "上次"], rows)).tables
    assert found.kind.name == "other"
    assert [column.role.name for column in found.columns] == ["name", "amount", "amount"]


def test_a_listed_title_goes_before_a_guessed_one() -> None:
    known, guessed = read(
        table("部门支出总表", KINDS, SUBJECTS), table("部门支出情况明细表", KINDS, SUBJECTS)
    ).tables
    assert (known.kind.name, guessed.kind.name) == ("expenditure", "other")


def test_an_unknown_table_is_checked_by_generic_rules_and_said_to_be_unknown() -> None:
    wrong = [*SUBJECTS[:4], ["2010602", "一般行政管理事务", "4.60", "", "6.40"]]
    for rows, verdict in ((SUBJECTS, "not_read"), (wrong, "violated")):
        report = read(table("某局工作任务分解表", KINDS, rows)).audit()
        assert report.verdict.name == verdict
        assert "未知的表 1 张" in report.to_text("zh")
        assert "of no known kind" in report.to_text("en")
    assert {f.rule for f in report.findings if f.severity.name == "error"} == {"generic.tree"}
    assert report.findings[0].places[0].text == "4.60"


def test_shares_are_not_summed() -> None:
    header = ["科目编码", "科目名称", "合计", "占比", "增长率（%）"]
    rows = [[*row[:3], "50.00", "3.00"] for row in SUBJECTS]
    report = read(table("某局工作任务分解表", header, rows)).audit()
    assert [f.rule for f in report.findings if f.severity.name == "error"] == []


def test_a_government_is_no_body() -> None:
    disclosure = read(
        table("某县2024年一般公共预算支出表", KINDS, SUBJECTS),
        table("某县2024年一般公共预算收支平衡表", ["项目", "预算数"], [["收入总计", "9.90"]]),
        table("某县2024年政府一般债务限额和余额情况表", ["项目", "金额"], [["限额", "5.00"]]),
    )
    assert disclosure.of_government
    assert {found.kind.name for found in disclosure.tables} == {"other"}
    report = disclosure.audit()
    assert [f.rule for f in report.findings] == []
    assert "这是政府预算" in report.to_text("zh")
    assert "of a government" in report.to_text("en")


def test_a_table_without_amounts_is_kept_as_a_region() -> None:
    disclosure = read(
        table("部门支出总表", KINDS, SUBJECTS),
        table("某局科室设置情况表", ["科室", "职责"], [["办公室", "文电"], ["人事科", "人事"]]),
    )
    assert [found.title for found in disclosure.tables] == ["部门支出总表"]
    assert [r.title for r in disclosure.regions if r.kind.name == "unrecognised_table"] == [
        "某局科室设置情况表"
    ]


def test_a_template_that_was_not_filled_in_is_called_one() -> None:
    report = read(table("部门支出总表", KINDS, [["", "合计", "", "", ""]])).audit()
    assert report.verdict.name == "not_read"
    assert "未填写的模板" in report.to_text("zh")
    assert "template that was not filled in" in report.to_text("en")
    filled = read(table("部门支出总表", KINDS, SUBJECTS)).audit()
    assert "未填写的模板" not in filled.to_text("zh")


def test_marks_to_be_filled_in_are_no_codes_and_no_body() -> None:
    header = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    rows = [["", "合计", "5.00", "", "5.00"], ["223", "国有资本经营预算支出", "5.00", "", "5.00"]]
    page = table("国有资本经营预算支出表", header, [*rows, ["……", "……", "", "", ""]])
    disclosure = read(page.replace("<p>单位：万元</p>", "<p>编制单位: &nbsp; 单位:万元</p>"))
    assert "单位" not in disclosure.organisation
    assert disclosure.tables[0].unit.name == "wan_yuan"
    assert "state_capital.codes" not in {finding.rule for finding in disclosure.audit().findings}
