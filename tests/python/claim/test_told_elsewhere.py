# SPDX-License-Identifier: Apache-2.0
"""What several passages tell together, and the forms of sentences that other regions use."""

from __future__ import annotations

import pytest

from writers.narratives import disclosure, statuses


def found(rule: str, *text: str) -> list[str]:
    """The outcomes of one rule that are decided, of a final account without tables."""
    decided = ("exact", "rounding", "violated")
    read = disclosure(*text, kind="决算", tables=False)
    return [s for s in statuses(read).get(rule, []) if s in decided]


BUDGETS = (
    "一般公共预算财政拨款支出年初预算为{}万元，支出决算为90.00万元。其中：",
    "1、教育支出（类）普通教育（款）小学教育（项）50.00万元，年初预算为{}万元，当年支出决算为50.00万元。",
    "2、教育支出（类）普通教育（款）初中教育（项）40.00万元，年初预算为{}万元，当年支出决算为40.00万元。",
)


@pytest.mark.parametrize(
    ("figures", "budgets", "parts"),
    [
        (("100.00", "60.00", "40.00"), ["exact"], ["exact"]),
        # An item without spending is left out, or a figure is wrong.
        (("100.00", "60.00", "30.00"), ["violated"], ["exact"]),
        # More than all is another statement.
        (("100.00", "60.00", "50.00"), ["exact"], ["violated"]),
        (("100.01", "60.00", "40.00"), ["exact"], ["exact"]),
    ],
)
def test_what_items_were_given_is_all_of_the_budget(
    figures: tuple[str, ...], budgets: list[str], parts: list[str]
) -> None:
    text = [line.format(figure) for line, figure in zip(BUDGETS, figures, strict=True)]
    assert found("budgets", *text) == budgets
    assert found("parts", *text)[-1:] == parts


def test_what_is_missing_of_the_budget_is_said() -> None:
    figures = ("100.00", "60.00", "30.00")
    text = [line.format(figure) for line, figure in zip(BUDGETS, figures, strict=True)]
    read = disclosure(*text, kind="决算", tables=False)
    (finding,) = [f for f in read.audit().findings if f.rule == "text.budgets"]
    assert finding.severity.name == "note"
    assert "相加 90.00万元，应为总数 100.00万元，少 10.00万元" in finding.message()
    assert "add up to 90.00万元" in finding.message("en")


YEAR_BEFORE = (
    "一、预算安排情况",
    "2024年“三公”经费预算总计21.80万元,其中:因公出国(境)经费0万元,公务接待11.80万元,公务用车运行费用10.00万元。",
    "二、2023年决算情况",
    "2023年度“三公”经费合计支出{}万元,其中:因公出国(境)经费0万元,公务接待12.39万元,公务用车运行费用7.73万元。",
    "2024年“三公”经费预算较2023年度增加1.68万元,其中公务接待较上年减少{}万元,减少4.76%。"
    "公务用车运行费用较上年同期增加2.27万元,增长29.37%。",
)


@pytest.mark.parametrize(
    ("total", "change", "parts", "changes"),
    [
        ("20.12", "0.59", ["exact", "exact"], ["exact"] * 3),
        # The list of the year before adds up to its own total, and is what the changes are against.
        ("19.12", "0.59", ["exact", "violated"], ["exact", "exact", "violated"]),
        ("20.12", "0.95", ["exact", "exact"], ["exact", "exact", "violated"]),
    ],
)
def test_a_list_of_the_year_before(
    total: str, change: str, parts: list[str], changes: list[str]
) -> None:
    text = "\n".join(YEAR_BEFORE).format(total, change).split("\n")
    outcomes = statuses(disclosure(*text, kind="预算", tables=False))
    assert sorted(s for s in outcomes["parts"] if s != "not_applicable") == parts
    assert sorted(s for s in outcomes["change"] if s != "not_applicable") == changes


@pytest.mark.parametrize(
    ("rule", "text", "outcomes"),
    [
        # Narrow semicolons end a reason and an item as wide ones do.
        (
            "growth",
            "公务用车运行费支出251.00万元,比上年支出285.00万元下降34.00万元,下降11.93%,原因是压缩用车;"
            "公务接待费支出124.00万元,比上年支出148.00万元下降24.00万元,下降16.22%,原因是减少接待。",
            ["exact"] * 2,
        ),
        # 收入支出 in the clause before the change: of the totals, not of what was told last.
        (
            "growth",
            "支出总计434.72万元,其中:本年支出合计434.17万元,年末结转和结余0.55万元。"
            "收入支出总体与上年相比,增加58.21万元,增长15.46%。",
            ["exact"],
        ),
        # Persons in service beside those who left: these alone are no whole.
        ("parts", "实有人数11人,其中:在职人员10人,离休人员0人,退休人员1人。", ["exact"] * 3),
        (
            "parts",
            "实有人数11人,其中:在职人员12人,离休人员0人,退休人员1人。",
            ["exact"] * 2 + ["violated"],
        ),
        ("guests", "公务接待费支出1.20万元,接待批次为12个,接待人次为100人。", ["exact"] * 3),
        (
            "guests",
            "公务接待费支出1.20万元,接待批次为120个,接待人次为100人。",
            ["exact", "exact", "violated"],
        ),
        # All of its items add up to a whole of which more is said than is known.
        (
            "parts",
            "全市各机关“三公”经费支出1969.00万元,其中:因公出国(境)费40.00万元;公务接待费242.00万元;"
            "公务用车购置及运行费1687.00万元。",
            ["exact"],
        ),
        (
            "parts",
            "全市各机关“三公”经费支出1969.00万元,其中:因公出国(境)费44.00万元;公务接待费242.00万元;"
            "公务用车购置及运行费1687.00万元。",
            ["violated"],
        ),
        # What was done with its budget is told of the account's own year.
        ("year", "2023年“三公”经费支出决算为3.46万元,完成预算的100%。", ["violated"]),
        ("year", "2023年“三公”经费支出决算为3.46万元。", []),
        # A difference from the budget says what the budget was.
        (
            "completion",
            "支出1741.75万元,完成年初预算103.32%,决算数大于预算数55.93万元。",
            ["exact"],
        ),
        (
            "completion",
            "支出1741.75万元,完成年初预算100%,决算数大于预算数55.93万元。",
            ["violated"],
        ),
        # Natures of a whole of which more is said than is known.
        (
            "parts",
            "一般公共预算初中教学支出206.54万元,其中:基本支出200.54万元,项目支出6.00万元。",
            ["exact"],
        ),
        (
            "parts",
            "一般公共预算初中教学支出206.54万元,其中:基本支出200.45万元,项目支出6.00万元。",
            ["violated"],
        ),
    ],
)
def test_forms_of_other_regions(rule: str, text: str, outcomes: list[str]) -> None:
    assert sorted(found(rule, text)) == outcomes
