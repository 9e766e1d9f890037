# SPDX-License-Identifier: Apache-2.0
"""Subjects and projects as sentences name them, beside the names of the tables."""

from __future__ import annotations

import pytest

import budgetcore
from writers.narratives import disclosure, statuses
from writers.plain import page, paragraphs, table


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("“一般公共服务支出（类）”科目80.00万元。", ["exact"]),
        ("1．一般公共服务支出（款）80.00万元。", ["violated"]),
        ("一般公共服务支出（类）其他卫生健康支出（项）10.00万元。", ["exact"]),
    ],
)
def test_levels(text: str, outcomes: list[str]) -> None:
    decided = ("exact", "rounding", "violated")
    outcome = statuses(disclosure(text)).get("level", [])
    assert [s for s in outcome if s in decided] == outcomes


SAFETY = table(
    "支出预算总表",
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [
        ["", "合计", "350.56", "", "350.56"],
        ["204", "公共安全支出", "350.56", "", "350.56"],
        ["20406", "司法", "27.09", "", "27.09"],
        ["2040607", "公共法律服务", "27.09", "", "27.09"],
        ["20499", "其他公共安全支出", "323.47", "", "323.47"],
        ["2049999", "其他公共安全支出", "323.47", "", "323.47"],
    ],
)
OFFICES = table(
    "支出预算总表",
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    [
        ["", "合计", "86.55", "", "86.55"],
        ["201", "一般公共服务支出", "20.00", "", "20.00"],
        ["20103", "政府办公厅（室）及相关机构事务", "20.00", "", "20.00"],
        ["2010350", "事业运行", "20.00", "", "20.00"],
        ["207", "文化旅游体育与传媒支出", "66.55", "", "66.55"],
        ["20799", "其他文化旅游体育与传媒支出", "66.55", "", "66.55"],
        ["2079903", "文化产业发展专项支出", "66.55", "", "66.55"],
    ],
)


@pytest.mark.parametrize(
    ("text", "levels", "restated"),
    [
        (
            "公共安全支出（类）司法（款）公共法律服务（项）27.09万元。",
            ["exact"] * 5,
            ["exact"],
        ),
        # Told below another group than the tables have it in; its amount is found by its name.
        (
            "公共安全支出（类）司法（款）其他公共安全支出（项）323.47万元。",
            ["exact"] * 4 + ["violated"],
            ["exact"],
        ),
        (
            "公共安全支出（类）司法（款）其他公共安全支出（项）332.47万元。",
            ["exact"] * 4 + ["violated"],
            ["violated"],
        ),
        (
            "公共安全支出（类）其他公共安全支出（款）其他公共安全支出（项）323.47万元。",
            ["exact"] * 5,
            ["exact"],
        ),
    ],
)
def test_items_stand_below_their_groups(text: str, levels: list[str], restated: list[str]) -> None:
    read = budgetcore.read(page(SAFETY, paragraphs("第三部分 情况说明", text)), name="a.html")
    outcomes = statuses(read)
    assert sorted(outcomes["level"]) == sorted(levels)
    assert outcomes["restated"] == restated


@pytest.mark.parametrize(
    ("text", "levels", "restated"),
    [
        # Names cut off at a bracket within them, or without it, or without their ending.
        (
            "一般公共服务（类）政府办公厅（室）及相关机构事务（款）事业运行（项）20.00万元。",
            [],
            ["exact"],
        ),
        (
            "一般公共服务支出（类）政府办公厅及相关机构事务（款）事业运行（项）20.00万元。",
            [],
            ["exact"],
        ),
        # No table has the group: 旅游 is missing. Its items are found all the same.
        (
            "12“文化旅游体育与传媒支出(类)其他文化体育与传媒支出(款)文化产业发展专项支出(项)”66.55万元。",
            ["其他文化体育与传媒支出"],
            ["exact"],
        ),
        # Nor the class.
        (
            "10、文化体育与传媒支出（类）其他文化旅游体育与传媒支出（款）文化产业发展专项支出（项）65.66万元。",
            ["文化体育与传媒支出"],
            ["violated"],
        ),
    ],
)
def test_classes_and_groups_are_those_of_the_tables(
    text: str, levels: list[str], restated: list[str]
) -> None:
    read = budgetcore.read(page(OFFICES, paragraphs("第三部分 情况说明", text)), name="a.html")
    wrong = [f.message() for f in read.audit().findings if f.rule == "text.level"]
    assert [f"文中的“{name}”" in message for name, message in zip(levels, wrong, strict=True)] == [
        True
    ] * len(levels)
    assert statuses(read)["restated"] == restated


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("公共安全支出（类）司法（款）公共法律服务（项）27.09万元。", ["exact"]),
        ("公共安全支出（类）司法（款）公益法律服务（项）27.09万元。", ["violated"]),
        # Another amount may be of another subject.
        ("公共安全支出（类）司法（款）公益法律服务（项）17.09万元。", []),
        # The row is told by its own name as well.
        (
            "公共安全支出（类）司法（款）公共法律服务（项）27.09万元，"
            "公共安全支出（类）司法（款）公益法律服务（项）27.09万元。",
            ["exact"],
        ),
    ],
)
def test_subjects_are_named_as_in_the_tables(text: str, outcomes: list[str]) -> None:
    read = budgetcore.read(page(SAFETY, paragraphs("第三部分 情况说明", text)), name="a.html")
    decided = [s for s in statuses(read).get("name", []) if s != "not_applicable"]
    assert decided == outcomes


def project_funds(sentence: str) -> list[str]:
    """What becomes of a sentence beside the targets of a project."""
    rows = [
        ["项目名称", "拆违经费", "", "", ""],
        ["项目资金（元）", "项目资金总额", "10,308,000", "年度资金申请总额", "3,498,000"],
        ["", "其中：财政资金", "10,308,000", "其中：当年财政拨款", "3,498,000"],
        ["一级指标", "二级指标", "三级指标", "指标值", ""],
        ["产出指标", "数量指标", "拆违面积", "≥300平方米", ""],
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    targets = f"<p>财政项目支出绩效目标申报表</p><table>{cells}</table>"
    text = paragraphs("第三部分 情况说明", "六、年度预算安排", sentence)
    decided = ("exact", "rounding", "violated")
    outcomes = statuses(budgetcore.read(page(text, targets), name="a.html"))
    return [s for s in outcomes.get("restated", []) if s in decided]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("本年度拆违经费预算金额为349.80万元，用于第三方服务。", ["exact"]),
        ("本年度拆违经费预算金额为394.80万元，用于第三方服务。", ["violated"]),
        ("拆违经费项目资金总额1,030.80万元。", ["exact"]),
        # Of another year, of part of it, or of more than it.
        ("2023年拆违经费预算金额为320.00万元。", []),
        ("本年度拆违经费中第三方服务120.00万元。", []),
        ("本年度拆违经费和宣传经费预算金额为400.00万元。", []),
    ],
)
def test_a_project_is_told_with_its_funds(sentence: str, outcomes: list[str]) -> None:
    assert project_funds(sentence) == outcomes
