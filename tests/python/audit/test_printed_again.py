# SPDX-License-Identifier: Apache-2.0
"""One wrong amount that is printed in several rows, tables or sentences is one finding."""

from __future__ import annotations

import budgetcore
from writers.plain import page, paragraphs, table

HEADER = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]

RIGHT = [
    ["", "合计", "1,240.16", "1,120.36", "119.80"],
    ["205", "教育支出", "16.24", "", "16.24"],
    ["20599", "其他教育支出", "16.24", "", "16.24"],
    ["212", "城乡社区支出", "1,223.92", "1,120.36", "103.56"],
    ["21201", "城乡社区管理事务", "1,139.06", "1,120.36", "18.70"],
    ["2120101", "行政运行", "620.41", "601.71", "18.70"],
    ["2120104", "城管执法", "518.65", "518.65", ""],
    ["21299", "其他城乡社区支出", "84.86", "", "84.86"],
]


def changed(rows: list[list[str]], was: str, now: str, column: int) -> list[list[str]]:
    """The rows with a figure of a column changed in every row that prints it, the total aside."""
    return [
        [*row[:column], now, *row[column + 1 :]] if row[column] == was and row[0] else row
        for row in rows
    ]


def audit(*parts: str) -> budgetcore.Report:
    return budgetcore.read(page(*parts), name="a.html").audit()


def errors(report: budgetcore.Report) -> list[budgetcore.Finding]:
    return [f for f in report.findings if f.severity.name == "error"]


def test_a_class_and_its_only_subclass_are_put_right_together() -> None:
    assert errors(audit(table("支出预算总表", HEADER, RIGHT))) == []
    report = audit(table("支出预算总表", HEADER, changed(RIGHT, "1,120.36", "120.36", 3)))
    (finding,) = errors(report)
    assert [(r.place.row, r.place.column, r.value) for r in finding.repairs] == [
        ("城乡社区支出", "基本支出", "1120.36"),
        ("城乡社区管理事务", "基本支出", "1120.36"),
    ]
    assert finding.cause.name == "dropped_digit"
    assert "同一个数印在几处，很可能一同印错" in report.to_text()
    assert "the same figure is printed in several places" in report.to_text(lang="en")
    assert "下列 4 条关系都成立" in finding.message()


def test_in_two_tables_as_well() -> None:
    wrong = changed(RIGHT, "1,120.36", "120.36", 3)
    report = audit(table("支出预算总表", HEADER, wrong), table("一般公共预算支出表", HEADER, wrong))
    (finding,) = errors(report)
    assert len(finding.repairs) == 4
    assert {r.value for r in finding.repairs} == {"1120.36"}


def test_one_wrong_row_is_not_blamed_on_those_that_agree_with_it() -> None:
    """16.24 stands in two rows and two columns; the total alone is wrong."""
    rows = [["", "合计", "1,240.16", "1,120.36", "118.80"], *RIGHT[1:]]
    (finding,) = errors(audit(table("支出预算总表", HEADER, rows)))
    assert [(r.place.row, r.value) for r in finding.repairs] == [("合计", "119.80")]


TEXT = (
    "第二部分 预算编制说明",
    "2024年收入预算1,240.16万元，其中：财政拨款收入1,240.16万元。",
    "支出预算1,240.16万元，其中：财政拨款支出预算1,240.16万元。",
)
SUMMARY = table(
    "收支预算总表",
    ["项目", "预算数", "项目", "预算数"],
    [
        ["一、财政拨款收入", "1,240.16", "一、教育支出", "16.24"],
        ["二、事业收入", "", "二、城乡社区支出", "1,223.92"],
        ["收入总计", "1,240.16", "支出总计", "1,240.16"],
    ],
)


def test_an_amount_that_the_text_repeats() -> None:
    assert errors(audit(SUMMARY, paragraphs(*TEXT))) == []
    cut = [line.replace("1,240.16", "1,240.1") for line in TEXT]
    (finding,) = errors(audit(SUMMARY, paragraphs(*cut)))
    assert {r.place.text for r in finding.repairs} == {"1,240.1万元"}
    assert len(finding.repairs) == 4
    assert {r.value for r in finding.repairs} == {"1240.2"}
    assert finding.cause.name == "truncated"


def test_what_holds_to_the_digit_is_not_blamed_for_the_text() -> None:
    """1,139.05 twice in the text: the table could print it too, but for 0.01 in three sums."""
    lines = (
        "第二部分 预算编制说明",
        "（一）城乡社区支出（类）城乡社区管理事务（款）1,139.05万元，比上年增加2.00万元。",
        "（二）支出预算1,240.16万元。",
        "（三）城乡社区支出（类）城乡社区管理事务（款）1,139.05万元，用于保障机构运转。",
    )
    made = table("支出预算总表", HEADER, RIGHT)
    (finding,) = errors(audit(made, paragraphs(*lines)))
    assert [(r.place.text, r.value) for r in finding.repairs] == [("1,139.05万元", "1139.06")] * 2


def test_a_figure_that_happens_to_be_the_same_is_left_alone() -> None:
    """84.86 is right in the table and of something else in the text."""
    lines = (
        "第二部分 预算编制说明",
        "2024年支出预算1,204.16万元。公务用车购置费84.86万元。",
    )
    made = table("支出预算总表", HEADER, RIGHT)
    (finding,) = errors(audit(SUMMARY, made, paragraphs(*lines)))
    assert [(r.place.text, r.value) for r in finding.repairs] == [("1,204.16万元", "1240.16")]
