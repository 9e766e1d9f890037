# SPDX-License-Identifier: Apache-2.0
"""完成预算的 is of the amount's own budget, told in the text or printed in a table."""

from __future__ import annotations

import pytest

import budgetcore
from writers.plain import page, paragraphs, table

COSTS = table(
    "财政拨款“三公”经费支出决算表",
    ["项目", "预算数", "决算数"],
    [
        ["合计", "53.93", "37.35"],
        ["1.因公出国（境）费", "", ""],
        ["2.公务用车购置及运行维护费", "52.40", "37.35"],
        ["（1）公务用车购置费", "25.00", "25.00"],
        ["（2）公务用车运行维护费", "27.40", "12.35"],
        ["3.公务接待费", "1.53", ""],
    ],
)
WHOLE = "“三公”经费财政拨款支出年初预算为53.93万元，支出决算为37.35万元，完成预算的69.26%"
CARS = "公务用车购置及运行维护费支出决算为37.35万元，完成预算的"


def rates(*parts: str) -> list[str]:
    """The outcomes of the rates of completion."""
    made = page(*parts, cover="某县财政局2024年度部门决算")
    report = budgetcore.read(made, name="a.html").audit()
    return [
        outcome.status.name
        for obligation, outcome in zip(report.obligations, report.outcomes, strict=True)
        if obligation.rule == "text.completion"
    ]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        (f"{WHOLE}，其中：{CARS}71.28%。", ["exact", "exact"]),
        (f"{WHOLE}，其中：{CARS}69.26%。", ["exact", "violated"]),
        (
            f"{WHOLE}，其中：公务用车购置及运行维护费年初预算为52.40万元，支出决算为37.35万元，"
            "完成年初预算的71.28%。",
            ["exact", "exact"],
        ),
        (f"{CARS}71.28%。", ["exact"]),
        (f"{CARS}75.28%。", ["violated"]),
    ],
)
def test_of_its_own_budget(sentence: str, outcomes: list[str]) -> None:
    heading = "七、财政拨款“三公”经费支出决算情况说明"
    assert rates(COSTS, paragraphs(heading, sentence)) == outcomes


def test_without_a_budget_of_its_own_nothing_is_said() -> None:
    assert rates(paragraphs(f"{WHOLE}，其中：{CARS}71.28%。")) == ["exact", "not_applicable"]
